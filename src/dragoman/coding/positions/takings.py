"""Whose side somebody takes, and to whose faults something is put down: "took Chad's side", "came to Chad's defence", "put the
failure down to Chad's obstinacy".
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.positions.evaluation import Lexis, sites
from dragoman.coding.positions.stand import APART, Stand, holders_of, is_done, towards
from dragoman.coding.sentence.phrasing import reported_by
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_SIDES = frozenset({"side", "part"})
_TAKES = word_class("taking-a-side")
_DEFENCES = frozenset({"defence", "defense", "favour", "favor", "support"})
_STANDS_BY = _SIDES | _DEFENCES
_COMES = word_class("coming-to-a-defence")
_PUTS_DOWN = word_class("putting-down-to")
_FAILURES = word_class("failures")


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words may tell so."""
    return not words.isdisjoint(_STANDS_BY) or not words.isdisjoint(_PUTS_DOWN)


def find(bench: Workbench, lexis: Lexis) -> Iterator[Stand]:
    """The stands of one sentence that are told so."""
    if not may_be(bench.sentence.said):
        return
    for token in bench.sentence:
        if token.lower in _STANDS_BY and token.tag[0] == "N":
            yield from _sided(bench, lexis, token)
        elif token.lower in _PUTS_DOWN and token.tag[0] == "V":
            yield from _put_down(bench, lexis, token)


def _sided(bench: Workbench, lexis: Lexis, noun: Token) -> Iterator[Stand]:
    owners = bench.sentence.children(noun, "poss")
    verb = bench.sentence.head(noun)
    if noun.dep == "pobj" and verb is not None and verb.lower in ("to", "in", "on"):
        verb = bench.sentence.head(verb)
        sides = verb is not None and verb.lower in _COMES
    else:
        sides = verb is not None and noun.dep == "dobj" and noun.lower in _SIDES and verb.lower in _TAKES
    if verb is None or not owners or not sides or bench.clauses.negated(verb) or not is_done(bench, verb):
        return
    span = bench.sentence.span(bench.sentence.subtree(verb, without=APART))
    holders = holders_of(bench, bench.clauses.subjects(verb))
    yield from towards(bench, lexis, holders, owners, 0.5, span, reported_by(bench, verb))


def _put_down(bench: Workbench, lexis: Lexis, verb: Token) -> Iterator[Stand]:
    """Blame of whose fault it is said to be; praise of whose merit."""
    things = bench.clauses.objects(verb) or bench.sentence.children(verb, "nsubjpass")
    objects = [o for p in ("to", "on") for o in bench.clauses.under(verb, p)]
    below = [t for thing in things for t in bench.sentence.subtree(thing) if t.lower == "to" and t.dep == "prep"]
    objects = objects or [o for t in below for o in bench.sentence.children(t, "pobj")]
    inside = {t.i for o in objects for t in bench.sentence.subtree(o, without=frozenset({"relcl"}))}
    told = [s.polarity for s in sites(bench) if s.head.i in inside]
    failed = any(t.lower in _FAILURES for t in things)
    polarity = max(told, key=abs) if told else -0.5 if failed else 0.0
    if not polarity or bench.clauses.negated(verb) or not is_done(bench, verb):
        return
    span = bench.sentence.span(bench.sentence.subtree(verb, without=APART))
    holders = holders_of(bench, bench.clauses.subjects(verb))
    yield from towards(bench, lexis, holders, objects, polarity, span, reported_by(bench, verb))
