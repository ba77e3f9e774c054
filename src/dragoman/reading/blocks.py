"""Blocks of text, as markup gives them, laid out as one part with its title first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from dragoman.reading.parts import Hints, RawPart
from dragoman.text import Span, Traced

GLUE = "\n\n"
CELLS = " | "
# A title may stand below a kicker, a date or a byline, not below the text.
_HEAD = 12
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading (`level` 1 to 6; 0 is none), item or row."""

    text: Traced
    level: int = 0


def lay_out(blocks: Sequence[Block], hints: Hints, *, title: Traced | None = None, part_base: int = 0) -> RawPart:
    """One part of `blocks`. Without a hint, the first heading at its head is its title. Where the title is not among
    the first blocks, `title` (or the hint) is put before them; where it is there twice, the second goes.
    """
    kept = [b for b in (Block(b.text.strip(), b.level) for b in blocks) if b.text]
    if hints.title is None:
        first = next((b for b in kept[:_HEAD] if b.level == 1), kept[0] if kept and kept[0].level else None)
        hints = msgspec.structs.replace(hints, title=" ".join(first.text.text.split()) if first else None)
    if hints.title is not None:
        kept = _with_title(kept, hints.title, title)
    headings: list[Span] = []
    at = 0
    for block in kept:
        if block.level:
            headings.append(Span(at, at + len(block.text)))
        at += len(block.text) + len(GLUE)
    return RawPart(Traced.join([b.text for b in kept], GLUE), hints, part_base, tuple(headings))


def _with_title(blocks: list[Block], title: str, traced: Traced | None) -> list[Block]:
    wanted = plain(title)
    same = [i for i, block in enumerate(blocks[:_HEAD]) if plain(block.text.text) == wanted]
    if same:
        again = set(same[1:])
        return [b if i != same[0] else Block(b.text, b.level or 1) for i, b in enumerate(blocks) if i not in again]
    if any(plain(line.text) == wanted for block in blocks[:_HEAD] for line in block.text.lines()):
        return blocks
    if traced is None:
        start = blocks[0].text.origins[0] if blocks else 0
        traced = anchored(title, start)
    return [Block(traced, 1), *blocks]


def anchored(text: str, offset: int) -> Traced:
    """Text that stands nowhere in the source as it is: every character of it at `offset`."""
    whole = Traced.of(text)
    for i in range(len(whole.origins)):
        whole.origins[i] = offset
    return whole


def plain(text: str) -> str:
    """`text` without case, punctuation and spaces, to tell whether two lines say the same."""
    return " ".join(_WORDS.findall(text.casefold()))


def row(cells: Sequence[Traced]) -> Traced:
    """The cells of a row of a table that hold anything, side by side."""
    return Traced.join([c for c in (cell.strip() for cell in cells) if c], CELLS)
