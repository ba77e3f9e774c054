"""Sentences that a parser misread at one place, read anew in two parts: without an aside or a participle, or behind what opens them."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from dragoman.language import asides, openings, participles
from dragoman.language.parse import Parser, Sentence
from dragoman.text import Span


def reread(parser: Parser, groups: Sequence[Sequence[tuple[str, Span]]], found: list[list[Sentence | None]]) -> None:
    """Put in `found`, parsed from `groups`, anew the sentences whose subject went to an aside or to what opens them.

    The two parts of each are a group of their own, so that no other sentence can touch them.
    """
    for kind in (asides, openings, participles):
        _reread(kind, parser, groups, found)


def _reread(
    kind: ModuleType, parser: Parser, groups: Sequence[Sequence[tuple[str, Span]]], found: list[list[Sentence | None]]
) -> None:
    lost = [
        (i, j, sentence, fault)
        for i, group in enumerate(found)
        for j, sentence in enumerate(group)
        if sentence is not None and (fault := kind.misread(sentence)) is not None
    ]
    if not lost:
        return
    texts = [kind.texts(groups[i][j][0], sentence, fault) for i, j, sentence, fault in lost]
    parsed = parser.parse([[(text, Span(0, len(text))) for text in parts] for parts in texts])
    for (i, j, sentence, fault), (main, inner) in zip(lost, parsed, strict=True):
        if main is not None and inner is not None:
            found[i][j] = kind.joined(sentence, fault, main, inner)
