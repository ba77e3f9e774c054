"""What headlines say that somebody is in: "Chad, Mali in secret talks", "Envoy in plea for calm", "Bank in loan pledge to Chad"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.events.nouns.happenings import KINDS
from dragoman.coding.who.reference import codes_in
from dragoman.language.parse import Token

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_WHOM = ["to", "for:to", "with", "against", "over:by"]


def engaged(reader: ActReader, noun: Token) -> Act | None:
    """The act of a noun that somebody is in, where that is the whole of a headline."""
    inside = reader.sentence.head(noun)
    doer = reader.sentence.head(inside) if inside is not None and inside.lower == "in" and noun.dep == "pobj" else None
    if inside is None or doer is None or doer.tag[0] != "N" or (doer.dep != "ROOT" and doer.dep != "appos"):
        return None
    tokens = reader.sentence.tokens
    if tokens[-1].text in (".", "!", "?") or any(t.tag in ("VBZ", "VBD", "VBP", "MD") for t in tokens):
        return None
    heads = [t for t in (tokens[reader.sentence.root], doer) if t.tag[0] == "N" and t.i < inside.i]
    source = list({r.head: r for h in heads for r in reader.referrer.all(h)}.values())
    own = codes_in(source)
    target = reader.slots.find(noun, noun, _WHOM, own)
    lemmas = reader.clauses.noun_lemmas(noun)
    for rule in (r for n in lemmas for r in reader.vocabulary.noun_rules.get(n, ())):
        if rule.event == "CONSULT" and rule.reciprocal and own and (len(own) > 1 or len(source) > 1 or target):
            return Act(rule.event, rule.mode, rule.rule, noun, (noun,), tuple(source), tuple(target), noun, reciprocal=True)
    kinds = (o.kind for n in lemmas for o in reader.vocabulary.noun_operators.get(n, ()))
    event = next((KINDS[k] for k in kinds if k in KINDS), None)
    if event is None or not own:
        return None
    return Act(event, None, f"in-words:{event.lower()}", noun, (noun,), tuple(source), tuple(target), noun)
