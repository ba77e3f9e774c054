"""Sentences that a parser misread at one place, read anew in two parts: without an aside or a participle, or behind what opens them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from dragoman.language import asides, openings, participles
from dragoman.language.parse import Parser, Sentence
from dragoman.text import Span


class Fault(Protocol):
    """What a module of such a fault has: where the parser misread a sentence, the texts of its two parts, and both joined."""

    def misread(self, sentence: Sentence, /) -> Any | None: ...
    def texts(self, text: str, sentence: Sentence, place: Any, /) -> tuple[str, str]: ...
    def joined(self, sentence: Sentence, place: Any, main: Sentence, inner: Sentence, /) -> Sentence: ...


_FAULTS: tuple[Fault, ...] = (asides, openings, participles)


def reread(parser: Parser, groups: Sequence[Sequence[tuple[str, Span]]], found: list[list[Sentence | None]]) -> None:
    """Put in `found`, parsed from `groups`, anew the sentences whose subject went to an aside or to what opens them.

    The two parts of each are a group of their own, so that no other sentence can touch them.
    """
    for fault in _FAULTS:
        _reread(fault, parser, groups, found)


def _reread(
    fault: Fault, parser: Parser, groups: Sequence[Sequence[tuple[str, Span]]], found: list[list[Sentence | None]]
) -> None:
    lost = [
        (i, j, sentence, place)
        for i, group in enumerate(found)
        for j, sentence in enumerate(group)
        if sentence is not None and (place := fault.misread(sentence)) is not None
    ]
    if not lost:
        return
    texts = [fault.texts(groups[i][j][0], sentence, place) for i, j, sentence, place in lost]
    parsed = parser.parse([[(text, Span(0, len(text))) for text in parts] for parts in texts])
    for (i, j, sentence, place), (main, inner) in zip(lost, parsed, strict=True):
        if main is not None and inner is not None:
            found[i][j] = fault.joined(sentence, place, main, inner)
