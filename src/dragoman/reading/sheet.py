"""The canonical text of an item, laid out: where its title, its dateline and its paragraphs stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from dragoman.reading.boilerplate import Furniture
from dragoman.reading.dateline import Dateline, Datelines
from dragoman.reading.front import Front
from dragoman.reading.lines import plain
from dragoman.text import Span, Traced

# The lead is the first sentences: what tells of the text as a whole.
LEAD = 600


@dataclass(frozen=True, slots=True)
class Sheet:
    """Text with the map to its source. `blocks` are its paragraphs, the title apart; one that begins with the dateline
    begins after it.
    """

    traced: Traced
    title: Span | None
    dateline: Span | None
    blocks: tuple[Span, ...]
    day: Dateline | None = None

    @property
    def text(self) -> str:
        return self.traced.text

    @property
    def title_words(self) -> str:
        return self.title.of(self.text) if self.title else ""

    @property
    def lead(self) -> str:
        """The first paragraphs, with plain quotation marks and dashes, cut to LEAD."""
        if not self.blocks:
            return ""
        start = self.blocks[0].start
        return plain(self.text[start : start + LEAD])

    def block(self, i: int) -> str:
        return self.blocks[i].of(self.text)


def packed(text: Traced) -> list[tuple[int, int, int]]:
    """`text.runs()`, by way of an array: a long text has a place for every letter, and few runs."""
    if not text.text:
        return []
    places = np.frombuffer(text.origins, dtype=np.dtype("l"))
    starts = [0, *(np.flatnonzero(places[1:] - places[:-1] != 1) + 1).tolist()]
    return [(a, text.origins[a], b - a) for a, b in zip(starts, [*starts[1:], len(places)], strict=True)]


def sheet_of(front: Front, furniture: Furniture, datelines: Datelines) -> Sheet:
    """The text of an item: title, then its lines, one paragraph a line; a title said again under itself is left out."""
    lines: list[Traced] = []
    title = furniture.unmarked(front.title.text) if front.title else None
    dated: int | None = None
    for i, line in enumerate(front.body):
        text = furniture.unmarked(line.text)
        if not text or (title and len(lines) < 2 and _same(text.text, title.text)):
            continue
        if i == front.dated:
            dated = len(lines)
        lines.append(text)
    pieces = [title, *lines] if title else lines
    traced = Traced.join(pieces, "\n")
    spans = _spans(pieces)
    head = spans[0] if title else None
    blocks = spans[1:] if title else spans
    day = datelines.read(lines[dated].text) if dated is not None else None
    if dated is None or day is None:
        return Sheet(traced, head, None, tuple(blocks))
    at = blocks[dated].start
    rest = Span(at + day.body, blocks[dated].end)
    after = [rest] if rest.start < rest.end else []
    return Sheet(traced, head, Span(at + day.start, at + day.end), (*blocks[:dated], *after, *blocks[dated + 1 :]), day)


def _spans(pieces: Iterable[Traced]) -> list[Span]:
    out: list[Span] = []
    at = 0
    for piece in pieces:
        out.append(Span(at, at + len(piece)))
        at += len(piece) + 1
    return out


def _same(a: str, b: str) -> bool:
    return plain(a).casefold().strip(" .") == plain(b).casefold().strip(" .")
