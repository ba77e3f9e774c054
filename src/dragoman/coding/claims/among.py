"""How many of a group of states recognise somebody or deal with them: "recognised by 147 of the 193 members", "no state
recognises it", "46 of the 54 members have relations with it".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.grounds import Grounds
from dragoman.language.figures import Figure, find_figures
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

# The cheap test before a parse.
_MAY_BE = re.compile(
    r"\b(?:[Nn]o (?:\w+ )?|of (?:the|its|their|all) (?:[\w,-]+ )?)(?:members?|states?|countr(?:y|ies)|nations?)\b"
)
_DEALS = re.compile(r"\brecogni[sz]|\brelations\b|\bties\b")
_GROUP = word_class("states-counted")
_BONDS = frozenset({"relations", "ties"})


def may_be(text: str, span: Span) -> bool:
    """Whether a sentence has the words by which such a number is told."""
    return _DEALS.search(text, *span) is not None and _MAY_BE.search(text, *span) is not None


def find(grounds: Grounds) -> Iterator[Draft]:
    """The numbers of those in a group who do so, and none where no member does."""
    sentence = grounds.sentence
    for figure in find_figures(grounds.bench.text, sentence.start, sentence.end):
        tokens = sentence.at(figure.number_start, figure.number_end)
        of = grounds.clauses.under(tokens[-1], "of") if tokens and figure.value is not None and not figure.unit else []
        if any(o.lower in _GROUP and _is_of_states(grounds, o) for o in of):
            yield from _told(grounds, tokens[-1], figure)
    for noun in sentence:
        none = noun.lower in _GROUP and any(c.lower == "no" for c in sentence.children(noun, "det"))
        if none and not grounds.clauses.is_all_but(noun):  # "no country but Chad recognises it"
            yield from _told(grounds, noun, None)


def _is_of_states(grounds: Grounds, group: Token) -> bool:
    """ "The 54 members of the African Union", and no others' members."""
    whose = grounds.clauses.under(group, "of")
    known = (grounds.bench.scene.mention_at(o) for o in whose)
    return all(m is not None and m.kind in ("organisation", "alias") for m in known)


def _told(grounds: Grounds, head: Token, figure: Figure | None) -> Iterator[Draft]:
    """What the verb says that so many do; None of them is no figure."""
    sentence, clauses = grounds.sentence, grounds.clauses
    verb = grounds.verb_above(head, itself=False)
    if verb is None or not grounds.is_asserted(verb) or clauses.negated(verb):
        return
    doers = sentence.agents(verb) if clauses.is_passive(verb) else grounds.subjects(verb)
    if all(d.i != head.i for d in doers):
        return
    bonds = [o for o in sentence.children(verb, "dobj") if o.lower in _BONDS]
    if verb.lower.startswith("recogni"):
        measure, of = "states", clauses.objects(verb)
    elif bonds:
        measure, of = "diplomatic-relations", [o for t in (*bonds, verb) for o in clauses.under(t, "with")]
    else:
        return
    subject = next(iter(grounds.codes_of(of)), None)
    start, end = (figure.start, figure.end) if figure is not None else (head.start, head.end)
    if subject is None and figure is not None:
        return
    low, high = min(start, verb.start), max(end, head.end, verb.end)
    value, sign = (figure.value, figure.comparator) if figure is not None else (0.0, "=")
    as_of = grounds.as_of(start, end)
    yield Draft("quantity", verb, low, high, Span(low, high), subject, measure, sign, value, as_of=as_of)
