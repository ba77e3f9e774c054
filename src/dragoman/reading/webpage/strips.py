"""A tree of elements -> strips: its blocks of text in order, with how much of each stands in links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from dragoman.reading.clean import clean
from dragoman.reading.webpage import words

BLOCKS = words(
    "address article aside blockquote body caption center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 "
    "header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th thead title tr ul"
)
# What no cell of a table of data holds: with one of these, or with more text than that, a table lays out the page.
_LAYOUT = (BLOCKS - {"hr"}) | {"br"}
LONGEST_CELL = 600
_SPACE_RUN = re.compile(r"[ \t]+")
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_BREAKS = re.compile(r" *\n *")
_PARAGRAPH = re.compile(r"\n{2,}")


@dataclass(slots=True)
class Strip:
    """A block. `pieces` are cells of a row, or the one text of anything else; `links` counts characters in links."""

    element: Any
    pieces: list[str]
    level: int = 0
    links: int = 0
    rule: bool = False

    @property
    def text(self) -> str:
        return " | ".join(self.pieces)

    @property
    def linked(self) -> bool:
        return self.links >= 0.7 * sum(map(len, self.pieces))


class _Buffer:
    """Text that is being put together, and how much of it came from links."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.links = 0

    def add(self, text: str | None, *, linked: bool, kept: bool) -> None:
        # White space between blocks is the source's layout.
        if text and (self.parts or not text.isspace()):
            self.parts.append(text if kept else _SPACE.sub(" ", text))
            if linked:
                self.links += len(text.strip())

    def take(self) -> tuple[list[str], int]:
        """The paragraphs so far (two line breaks part them), cleaned."""
        if not self.parts:
            return [], 0
        text = clean("".join(self.parts))
        links, self.parts, self.links = self.links, [], 0
        paragraphs = [_BREAKS.sub("\n", _SPACE_RUN.sub(" ", p)).strip() for p in _PARAGRAPH.split(_BREAKS.sub("\n", text))]
        return [p for p in paragraphs if p], links


def strips_of(root: Any) -> list[Strip]:
    """Every block under `root`, in order; a row of a table of data is one block, cells of a layout are their own."""
    from lxml import etree

    out: list[Strip] = []
    buffer = _Buffer()
    links = pre = 0
    rows: list[Any] = []
    cells: list[str] = []
    cell_links = 0

    def flush(element: Any) -> None:
        nonlocal cell_links
        paragraphs, linked = buffer.take()
        if rows and paragraphs:
            cells.append(" ".join(paragraphs).replace("\n", " "))
            cell_links += linked
        else:
            level = _level(element)
            out.extend(Strip(element, [p], level, linked if len(paragraphs) == 1 else 0) for p in paragraphs)

    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "start":
            if tag in BLOCKS:
                flush(_owner(element))
                if tag == "tr" and not rows and _is_data(element):
                    rows.append(element)
                elif tag == "hr":
                    out.append(Strip(element, ["---"], rule=True))
            links += tag == "a"
            pre += tag == "pre"
            buffer.add({"br": "\n", "q": "“"}.get(tag), linked=False, kept=True)
            buffer.add(element.text, linked=links > 0, kept=pre > 0)
        else:
            links -= tag == "a"
            pre -= tag == "pre"
            buffer.add("”" if tag == "q" else None, linked=False, kept=True)
            if tag in BLOCKS:
                flush(element)
                if rows and rows[-1] is element:
                    rows.clear()
                    if cells:
                        out.append(Strip(element, cells.copy(), 0, cell_links))
                    cells.clear()
                    cell_links = 0
            if element is not root:
                buffer.add(element.tail, linked=links > 0, kept=pre > 0)
    flush(root)
    return out


def _owner(element: Any) -> Any:
    """The element whose text stands before `element`."""
    parent = element.getparent()
    return element if parent is None else parent


def _level(element: Any) -> int:
    tag = element.tag
    return int(tag[1]) if isinstance(tag, str) and len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0


def _is_data(row: Any) -> bool:
    """Whether a row has two cells or more and nothing but running text in them."""
    cells = [c for c in row if c.tag in ("td", "th")]
    if len(cells) < 2:
        return False
    if any(e.tag in _LAYOUT for cell in cells for e in cell.iterdescendants()):
        return False
    return all(len("".join(c.itertext())) <= LONGEST_CELL for c in cells)
