"""Attributing asides inside a statement: "This, it was stressed, was lawful" claims what stands around the aside."""

from __future__ import annotations

import re

from dragoman.coding.sentence.attribution import saying
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.text import Span

_ASIDE = re.compile(r",\s(?P<said>(?:as )?[^,;:()]{4,60}?)(?:,\s|,?$)")
# What says nothing by itself before an aside, which ends the statement's start.
_BARE = frozenset({"this", "that", "it", "these", "those", "they", "he", "she", "which"})
_OPENS = ("PRP", "EX", "DT", "NNP", "NN", "NNS", "IN")


def without_asides(bench: Workbench, span: Span) -> tuple[Span, tuple[Token, ...]]:
    """A statement's span, cut before or after an aside at its ends, and the words of the asides within it."""
    inside: list[Token] = []
    start = span.start
    for found in _ASIDE.finditer(span.of(bench.text)):
        tokens = bench.sentence.at(span.start + found.start(), span.start + found.end())
        if not _attributes(bench, [t for t in tokens if t.text != ","]):
            continue
        before = bench.sentence.at(start, span.start + found.start())
        if len(before) == 1 and before[0].lower in _BARE and tokens[-1].end < span.end:
            behind = bench.sentence.tokens[tokens[-1].i + 1]
            start = behind.start
        else:
            inside += tokens
    return Span(start, span.end), tuple(inside)


def _attributes(bench: Workbench, tokens: list[Token]) -> bool:
    """Whether some words are a short clause that only says who said it: a subject and, as the last, a verb of saying."""
    if not 2 <= len(tokens) <= 8 or tokens[0].tag not in _OPENS or tokens[-1].tag not in ("VBD", "VBN", "VBZ", "VBP"):
        return False
    says = saying(bench.scene.knowledge.lexicon)[0]
    return not says.isdisjoint(bench.clauses.verb_lemmas(tokens[-1]))
