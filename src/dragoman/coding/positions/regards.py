"""Whom somebody finds to be what, and on whom blame comes to rest: "sees in X a sister", "finds a true friend in X", "the
responsibility rests with X".
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.positions.evaluation import Lexis, sites
from dragoman.coding.positions.stand import APART, Stand, by_speaker, holders_of, is_done, towards
from dragoman.coding.sentence.phrasing import reported_by
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, REMAIN
from dragoman.lexicon.words import word_class

_FINDS = word_class("finding-in-somebody")
_BLAME = word_class("blame-that-rests")
_RESTS = word_class("resting-with")
_HAS = frozenset({"has", "have", "enjoys", "enjoy", "deserves", "deserve"})
_IS = BE | REMAIN
_SIDED = frozenset({"favour", "favor", "against", "behind"})
_SQUARELY = word_class("squarely-behind")
_ON = ("with", "on", "upon", "at")
_LOOKED_AT = _FINDS | _SIDED | _BLAME


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words may lay blame so, or tell who is for what."""
    if not words.isdisjoint(_SIDED) and not words.isdisjoint(_IS):
        return True
    return not words.isdisjoint(_BLAME) and not words.isdisjoint(_RESTS)


def find(bench: Workbench, lexis: Lexis) -> Iterator[Stand]:
    """The stands of one sentence that are told so."""
    if bench.sentence.said.isdisjoint(_LOOKED_AT) and bench.sentence.said.isdisjoint(lexis.siding_forms):
        return
    for token in bench.sentence:
        if token.tag[0] == "V" and token.lower in _FINDS:
            yield from _found(bench, lexis, token)
        elif token.lower in _SIDED and token.dep in ("pobj", "prep"):
            yield from _for_or_against(bench, lexis, token)
        elif token.dep == "dobj" and lexis.siding("noun", token):
            yield from _had(bench, lexis, token)
        elif token.lower in _BLAME and token.dep == "nsubj":
            yield from _rests(bench, lexis, token)


def _found(bench: Workbench, lexis: Lexis, verb: Token) -> Iterator[Stand]:
    things = [t for t in bench.sentence.children(verb, "dobj") if t.i > verb.i]
    inside = {t.i for thing in things for t in bench.sentence.subtree(thing, without=frozenset({"relcl"}))}
    told = [s for s in sites(bench) if s.head.i in inside and not s.pos.startswith("verb")]
    friends = [t for t in things if lexis.siding("agent", t) or lexis.is_conduct("companion", t)]
    polarity = max((s.polarity for s in told), key=abs, default=0.5 if friends else 0.0)
    within = [p for p in bench.sentence.children(verb, "prep") if p.lower == "in"]
    within += [p for t in things for p in bench.sentence.children(t, "prep") if p.lower == "in"]
    objects = [o for p in within for o in bench.sentence.children(p, "pobj")]
    if not polarity or not objects or bench.clauses.negated(verb) or not _is_held(bench, verb):
        return
    span = bench.sentence.span(bench.sentence.subtree(verb, without=APART))
    holders = holders_of(bench, bench.clauses.subjects(verb))
    yield from towards(bench, lexis, holders, objects, polarity, span, reported_by(bench, verb))


def _had(bench: Workbench, lexis: Lexis, noun: Token) -> Iterator[Stand]:
    """ "X has our full backing", "X enjoys Y's sympathy", as told by whose it is."""
    verb = bench.sentence.head(noun)
    if verb is None or verb.lower not in _HAS or bench.clauses.negated(verb) or not is_done(bench, verb):
        return
    said = reported_by(bench, verb)
    span = bench.sentence.span(bench.sentence.subtree(verb, without=APART))
    for entry in lexis.siding("noun", noun)[:1]:
        holders = [h for h in holders_of(bench, bench.sentence.children(noun, "poss")) if h in said]
        objects = bench.clauses.subjects(verb)
        yield from towards(bench, lexis, holders, objects, entry.polarity, span, said)


def _for_or_against(bench: Workbench, lexis: Lexis, word: Token) -> Iterator[Stand]:
    """ "Has always been in favour of talks", "is against unilateral sanctions", "is firmly behind the treaty"."""
    above = bench.sentence.head(word)
    verb = bench.sentence.head(above) if above is not None and above.lower == "in" else above
    if verb is None or verb.lower not in _IS or bench.clauses.negated(verb) or not is_done(bench, verb):
        return
    against = word.lower == "against"
    if word.lower == "behind" and not any(c.lower in _SQUARELY for t in (word, verb) for c in t.children):
        return  # "is behind the attack" did it
    objects = bench.sentence.children(word, "pobj") if word.dep == "prep" else bench.clauses.under(word, "of")
    holders = holders_of(bench, bench.clauses.subjects(verb))
    span = bench.sentence.span(bench.sentence.subtree(verb, without=APART))
    yield from towards(bench, lexis, holders, objects, -0.5 if against else 0.5, span, reported_by(bench, verb))


def _is_held(bench: Workbench, verb: Token) -> bool:
    """ "Is fortunate to have in X a partner" too."""
    head = bench.sentence.head(verb)
    lucky = verb.dep == "xcomp" and head is not None and head.tag[0] in "JV" and not bench.clauses.negated(head)
    return lucky or is_done(bench, verb)


def _rests(bench: Workbench, lexis: Lexis, noun: Token) -> Iterator[Stand]:
    verb = bench.sentence.head(noun)
    if verb is None or verb.lower not in _RESTS or bench.clauses.negated(verb) or not is_done(bench, verb):
        return
    yield from by_speaker(bench, lexis, verb, [o for p in _ON for o in bench.clauses.under(verb, p)], -0.5)
