"""Blame by what nothing excuses: "nothing can justify the invasion by X", "what X did cannot be excused"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.positions.evaluation import Lexis
from dragoman.coding.positions.stand import Stand, by_speaker
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_EXCUSES = word_class("excusing")
_NOTHING = frozenset({"nothing", "none", "nobody"})
_CAN = frozenset({"can", "could", "ca"})


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words may tell that something has no excuse."""
    return not words.isdisjoint(_EXCUSES)


def find(bench: Workbench, lexis: Lexis) -> Iterator[Stand]:
    """The stands of who says that somebody's deed has no excuse."""
    for verb in bench.sentence.among(_EXCUSES):
        if verb.tag[0] != "V":
            continue
        yield from by_speaker(bench, lexis, verb, _inexcusable(bench, verb), -0.5)


def _inexcusable(bench: Workbench, verb: Token) -> list[Token]:
    sentence = bench.sentence
    if bench.clauses.in_condition(verb):
        return []
    if sentence.children(verb, "auxpass"):  # "cannot be justified by anything"
        able = any(c.lower in _CAN for c in sentence.children(verb, "aux")) and bench.clauses.negated(verb)
        return _of(bench, sentence.children(verb, "nsubjpass") + sentence.children(verb, "csubjpass")) if able else []
    subjects = sentence.children(verb, "nsubj")
    none = any(s.lower in _NOTHING or any(c.lower == "no" for c in sentence.children(s, "det")) for s in subjects)
    return _of(bench, sentence.children(verb, "dobj", "ccomp")) if none else []


def _of(bench: Workbench, things: list[Token]) -> list[Token]:
    """The deeds; of "what X has done" who did it."""
    return [s for t in things for s in (bench.sentence.children(t, "nsubj") if t.tag[0] == "V" else [t])]
