"""What an office is there to do, and what it can be called to account for: "the duties of the Senate are to ...", "it is the duty of
the State to ...", "the King may be accused only of treason".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.competences.offices import Holder
from dragoman.coding.competences.powers import BEING, Grammar, Power
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_ACCUSED, _LIABLE, _DISMISSED = word_class("called-to-account"), word_class("liable"), word_class("put-out-of-office")
_HELD = frozenset({"held", "bears", "bear"})
_CALLS = frozenset({"LEG", "JUD"})
_RULES = re.compile(
    r"\w+ (?:\w+ )?for (?:\w+ ){0,2}(?:acts?|actions?|omissions?|decisions?|decrees|conduct|violations?|measures)\b"
)
# What an office is told by in an adjective: "the presidential term".
_BY_ADJECTIVE = {"presidential": "President", "parliamentary": "Parliament", "royal": "King"}


def are_to(g: Grammar) -> Iterator[Power]:
    """ "The duties and powers of the Senate are to ratify treaties and to declare war"."""
    for noun in g.sentence:
        kind = g.kind_of(noun, "noun") if noun.dep in ("nsubj", "conj") else None
        verb = g.sentence.verb_above(noun) if kind is not None else None
        if kind is None or verb is None or verb.lower not in BEING or not g.is_current(verb) or verb.i < noun.i:
            continue
        acts = _infinitives(g, verb.i + 1)
        if not acts or acts[0].i > verb.i + 4:
            continue
        owners = [o for p in g.sentence.children(noun, "prep") if p.lower == "of" for o in g.sentence.children(p, "pobj")]
        for holder in g.holders([*owners, *g.sentence.children(noun, "poss")])[:1]:
            if g.rules(holder, g.sentence.tokens):
                yield from _listed(g, holder, kind, acts, noun.i)


def is_duty_of(g: Grammar) -> Iterator[Power]:
    """ "It is likewise the duty of the State to promote peace and to defend the frontiers"."""
    tokens = g.sentence.tokens
    for it in g.sentence.among({"it"}):
        if it.i + 5 >= len(tokens) or tokens[it.i + 1].lower not in BEING:
            continue
        noun = next((t for t in tokens[it.i + 2 : it.i + 7] if g.kind_of(t, "noun") is not None), None)
        of = tokens[noun.i + 1] if noun is not None and noun.i + 2 < len(tokens) else None
        if noun is None or of is None or of.lower != "of":
            continue
        acts = _infinitives(g, of.i + 1)
        named = [t for t in tokens[of.i + 1 : acts[0].i - 1] if t.tag[0] == "N" and t.dep != "compound"] if acts else []
        holder = next((h for t in named for h in g.holders([t])), None)
        if holder is not None and g.rules(holder, tokens):
            yield from _listed(g, holder, g.kind_of(noun, "noun") or "duty", acts, it.i)


def _infinitives(g: Grammar, start: int) -> list[Token]:
    """The infinitives of a list, whatever the parser hung them on: "to enact laws; to declare war"."""
    tokens, out = g.sentence.tokens, list[Token]()
    for token in tokens[start:]:
        if token.tag in ("VBD", "VBZ", "VBP", "MD") and out:
            break
        before = tokens[token.i - 1]
        first = not out or tokens[token.i - 2].text in (",", ";", "and", "or", ":")
        if token.tag[0] in "VN" and before.lower == "to" and before.tag == "TO" and first:
            out.append(token)
    return out


def _listed(g: Grammar, holder: Holder, kind: str, acts: list[Token], group: int) -> Iterator[Power]:
    for act, following in zip(acts, [*acts[1:], None], strict=True):
        end = g.sentence.tokens[following.i - 1].start if following is not None else g.stop_of_sentence()
        yield Power(holder, kind, *g.trim(act.start, end), act, group)


def called_to_account(g: Grammar) -> Iterator[Power]:
    """ "May be accused only of treason", "shall not be held responsible for his acts", "may be dismissed by Parliament"."""
    for word in g.sentence.among(_ACCUSED | _DISMISSED | _LIABLE) if g.frames else ():
        accused = word.lower in _ACCUSED or word.lower in _DISMISSED
        head = g.sentence.head(word)
        if accused:
            verb = word if word.tag == "VBN" and g.bench.clauses.is_passive(word) else None
        else:
            verb = head if head is not None and (head.lower in BEING or head.lower in _HELD) else None
        if verb is None or not g.is_current(verb) or (accused and not _may_be(g, verb)):
            continue
        if word.lower in _DISMISSED and not _by_a_house(g, verb):
            continue
        text = g.bench.text[word.start : g.stop(verb)]
        if not accused and verb.lower in BEING and not (g.is_negated(word) or _RULES.match(text)):
            continue  # "is responsible for the economy": what it has to do
        start = min(word.start, verb.start) if verb.lower not in BEING else word.start
        told = [t for t in g.about(verb) if t.i < verb.i] or g.sentence.children(g.sentence.tokens[g.sentence.root], "nsubj")
        for holder in [h for h in g.holders(told) if h.office is not None][:1]:
            yield Power(holder, "accountability", *g.trim(start, max(g.stop(verb), word.end)), word, verb.i)


def _may_be(g: Grammar, verb: Token) -> bool:
    """Whether it can be done at all, or must not: no report that it was."""
    here = verb
    while here.dep == "conj" and g.sentence.tokens[here.head].tag[0] == "V":
        here = g.sentence.tokens[here.head]
    return any(c.tag == "MD" for v in (verb, here) for c in g.sentence.children(v, "aux"))


def _by_a_house(g: Grammar, verb: Token) -> bool:
    """Whether a parliament or court dismisses, or nobody named does: whom a president dismisses, answers to him alone."""
    agents = g.sentence.agents(verb)
    found = (g.bench.referrer.refer(a) for a in agents)
    return not agents or any(f is not None and f.sector in _CALLS for f in found)


def terms_by_adjective(g: Grammar) -> Iterator[Power]:
    """ "The presidential term is five years"."""
    for noun in g.sentence.among(g.words["term", ""]) if g.frames else ():
        if noun.dep not in ("nsubj", "nsubjpass"):
            continue
        adjective = next((c for c in g.sentence.children(noun, "amod") if c.lower in _BY_ADJECTIVE), None)
        verb = g.sentence.verb_above(noun)
        if adjective is not None and verb is not None and g.is_current(verb):
            holder = Holder(_BY_ADJECTIVE[adjective.lower], None, adjective.start, adjective.end)
            yield Power(holder, "term", *g.trim(adjective.start, g.stop(verb)), noun, verb.i)
