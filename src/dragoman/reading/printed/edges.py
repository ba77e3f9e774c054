"""What stands at the edges of pages and is not the text: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter

from dragoman.reading.printed.lines import Line

# How much of a page's height its head and foot may take, and how many lines.
EDGE = 0.13
DEEP = 3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|стр\.?|seite|página)?\s*[-–—\[(|]*\s*(?:\d{1,4}|[ivxlc]{1,7})\s*(?:(?:of|/|von|de|из)\s*\d{1,4})?\s*[-–—\])|]*",
    re.IGNORECASE,
)


def without_edges(pages: list[list[Line]], heights: list[float]) -> list[list[Line]]:
    """The pages without lines that stand, but for their numbers, at the same edge of several pages; and page numbers.

    Lines are peeled off from the edge inwards: below a line that belongs to the text, everything does.
    """
    gone: set[int] = set()
    often = max(2, 0.3 * len(pages))
    for top in (True, False):
        edges = [_edge(lines, height, top=top) for lines, height in zip(pages, heights, strict=True)]
        for depth in range(DEEP):
            counts = Counter(_key(edge[depth]) for edge in edges if len(edge) > depth)
            for edge in edges:
                if len(edge) > depth and (counts[_key(edge[depth])] >= often or _PAGE_NUMBER.fullmatch(edge[depth].text)):
                    gone.add(id(edge[depth]))
                else:
                    del edge[depth:]
    return [[line for line in lines if id(line) not in gone] for lines in pages]


def _edge(lines: list[Line], height: float, *, top: bool) -> list[Line]:
    """The outermost lines of a page, from the edge inwards."""
    ordered = sorted(lines, key=lambda line: -line.base if top else line.base)
    return [n for n in ordered[:DEEP] if (n.base >= (1 - EDGE) * height if top else n.base <= EDGE * height)]


def _key(line: Line) -> str:
    """What makes two running heads the same: their words, whatever the number."""
    return _DIGITS.sub("#", line.text.casefold())
