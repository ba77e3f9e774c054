"""Praise or blame that is said to be due, by whose words: "Chad must be commended for its elections", "is to be condemned"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.positions.evaluation import Lexis
from dragoman.coding.positions.stand import Stand, by_speaker
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE
from dragoman.lexicon.words import word_class

_MUST = frozenset({"must", "should", "ought"})
_DESERVES = word_class("deserving-to-be")


def find(bench: Workbench, lexis: Lexis) -> Iterator[Stand]:
    """The stands of the speaker towards those who are to be praised or blamed, where nobody is told to do it."""
    for verb in lexis.sides(bench.sentence):
        entry = next((e for e in lexis.siding("verb", verb) if not (e.only or e.complement or "object" not in e.to)), None)
        if entry is None or verb.tag != "VBN" or bench.sentence.agents(verb) or bench.clauses.negated(verb):
            continue
        yield from by_speaker(bench, lexis, verb, _due(bench, verb), entry.polarity)


def _due(bench: Workbench, verb: Token) -> list[Token]:
    """Who is to be praised or blamed: "must be", "is to be", "deserves to be"."""
    sentence = bench.sentence
    if not sentence.children(verb, "auxpass") or bench.clauses.in_condition(verb):
        return []
    auxiliaries = {c.lower for c in sentence.children(verb, "aux")}
    own = sentence.children(verb, "nsubjpass")
    if own and auxiliaries & _MUST:
        return own
    above = sentence.head(verb)
    if above is None or verb.dep != "xcomp" or "to" not in auxiliaries or bench.clauses.negated(above):
        return []
    return bench.clauses.subjects(above) if above.lower in BE or above.lower in _DESERVES else []
