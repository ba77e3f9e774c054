"""Whose test of arms is praised or blamed, where its phrase names nobody: "condemned each nuclear test"."""

from __future__ import annotations

from dragoman.coding.positions.evaluation import Lexis
from dragoman.coding.sentence.phrasing import codes_of, refer_all
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_ARMS = word_class("arms-tested")


def testers(bench: Workbench, lexis: Lexis, objects: list[Token], holders: list[str]) -> list[str]:
    """The state that made a test: who acts in its relative clause, else the one other state of the sentence or of the last."""
    for noun in objects:
        inside = bench.sentence.subtree(noun)
        if not lexis.is_conduct("trial", noun) and not lexis.is_conduct("trial", _singular(bench, noun)):
            continue
        if _ARMS.isdisjoint(t.lower for t in inside):
            continue
        for clause in bench.sentence.children(noun, "relcl"):
            subjects = [s for s in bench.sentence.children(clause, "nsubj") if s.tag not in ("WDT", "WP")]
            found = codes_of(r for s in subjects for r in refer_all(bench, s))
            if found:
                return found
        for start, end in _stretches(bench):
            named = {
                m.code
                for m in bench.scene.within(start, end)
                if m.code in bench.scene.knowledge.states and m.kind in ("name", "adjective", "demonym", "deixis", "capital")
            }
            others = [c for c in named if c is not None and c not in holders]
            if others:
                return others if len(others) == 1 else []
    return []


def _singular(bench: Workbench, noun: Token) -> Token:
    """The test of "series of tests"."""
    return next((o for o in bench.clauses.under(noun, "of")), noun)


def _stretches(bench: Workbench) -> list[tuple[int, int]]:
    """The sentence and the one before it in the same paragraph."""
    start = bench.sentence.start
    before = [(a, b) for a, b in bench.scene.before(start) if "\n\n" not in bench.text[b:start]]
    return [(start, bench.sentence.end), *before]
