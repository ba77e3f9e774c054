"""A stretch of a document's text as HTML: its records marked, the passage asked for marked too."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from dragoman.analysis.shown import Mark, segments
from dragoman.web.rendering import same_length

# A document of millions of characters is shown a window at a time.
WINDOW = 60_000
_PIECE = 40
_UNBROKEN = re.compile(r"\S{200,}")


class Window(NamedTuple):
    """[`start`, `end`) of a text of `length` characters; the windows before and after it, where there are any."""

    start: int
    end: int
    length: int

    @property
    def before(self) -> int | None:
        return max(0, self.start - WINDOW) if self.start else None

    @property
    def after(self) -> int | None:
        return self.end if self.end < self.length else None


def window(length: int, start: int) -> Window:
    """The window in which `start` falls. All but the last are of one size."""
    begin = max(0, min(start, length - 1)) // WINDOW * WINDOW if length else 0
    return Window(begin, min(begin + WINDOW, length), length)


def highlighted(text: str, marks: Sequence[Mark], shown: Window, at: tuple[int, int] | None, tables: Collection[str]) -> Markup:
    """The text in `shown`; marks of `tables` alone are coloured. Each mark begins with an anchor `start-end`."""
    inside = [mark for mark in marks if mark.start < shown.end and mark.end > shown.start]
    by_number = {mark.number: mark for mark in inside}
    asked = Mark(0, at[0], at[1], ()) if at else None
    cut = [*inside, asked] if asked else inside
    cut.sort(key=lambda mark: mark.start)
    begun: set[int] = set()
    parts = []
    for piece in segments(text, cut):
        begin, end = max(piece.start, shown.start), min(piece.start + len(piece.text), shown.end)
        if begin >= end:
            continue
        for number in piece.marks:
            if number not in begun:
                begun.add(number)
                parts.append(_anchor(by_number[number] if number else asked, number))
        words = _breakable(same_length(text[begin:end]))
        kinds = {table for number in piece.marks if number for table, _ in by_number[number].records} & set(tables)
        numbers = " ".join(str(number) for number in piece.marks if number)
        classes = [f"t-{kind}" for kind in sorted(kinds)] + (["at"] if 0 in piece.marks else [])
        if not piece.marks:
            parts.append(Markup('<span data-s="{}">{}</span>').format(begin, words))
        else:
            parts.append(
                Markup('<mark data-s="{}" data-r="{}" class="{}">{}</mark>').format(begin, numbers, " ".join(classes), words)
            )
    return Markup("").join(parts)


def _breakable(words: str) -> Markup:
    """Escaped, with places to break in what has none: a browser takes minutes to find lines in a word of megabytes."""
    cuts = [0]
    for match in _UNBROKEN.finditer(words):
        cuts += range(match.start() + _PIECE, match.end(), _PIECE)
    return Markup("<wbr>").join(words[a:b] for a, b in pairwise([*cuts, len(words)]))


def _anchor(mark: Mark | None, number: int) -> Markup:
    if mark is None:
        return Markup("")
    name = "at" if not number else f"{mark.start}-{mark.end}"
    return Markup('<a class="anchor" id="{}"></a>').format(name)
