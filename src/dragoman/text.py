"""Spans, and text that remembers where each of its characters came from.

Offsets are code points, ends exclusive, so that `text[start:end]` is the passage in Python and in
every language that counts the same way.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

# The places of the characters of a text of usual length, counted once.
_PLACES = array("l", range(1 << 14))


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Traced:
    """Text and, for each of its code points, the offset it had in the source.

    Every operation keeps the two in step. Characters that the cleaning itself puts in (the space that
    joins two hard-wrapped lines) carry the offset of the character they stand for.
    """

    text: str
    origins: array[int]

    @classmethod
    def of(cls, text: str, offset: int = 0) -> Traced:
        end = offset + len(text)
        return cls(text, _PLACES[offset:end] if end <= len(_PLACES) else array("l", range(offset, end)))

    @classmethod
    def join(cls, pieces: Iterable[Traced], glue: str = "") -> Traced:
        """The pieces one after the other with `glue` between them; glue takes the next piece's first offset."""
        out: list[str] = []
        origins: array[int] = array("l")
        for piece in pieces:
            if out and glue:
                here = piece.origins[0] if piece.origins else (origins[-1] if origins else 0)
                out.append(glue)
                origins.extend([here] * len(glue))
            out.append(piece.text)
            origins.extend(piece.origins)
        return cls("".join(out), origins)

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def slice(self, start: int, end: int) -> Traced:
        return Traced(self.text[start:end], self.origins[start:end])

    def strip(self) -> Traced:
        stripped = self.text.strip()
        if len(stripped) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip())
        return self.slice(start, start + len(stripped))

    def substitute(self, pattern: re.Pattern[str], replacement: str = "") -> Traced:
        """Every match of `pattern` replaced by the fixed string `replacement`."""
        pieces, last = [], 0
        for match in pattern.finditer(self.text):
            pieces.append(self.slice(last, match.start()))
            if replacement:
                here = self.origins[match.start()] if match.start() < len(self.origins) else 0
                pieces.append(Traced(replacement, array("l", [here] * len(replacement))))
            last = match.end()
        if not pieces:
            return self
        pieces.append(self.slice(last, len(self.text)))
        return Traced.join(pieces)

    def lines(self) -> list[Traced]:
        """The lines without their line ends, cut as `str.splitlines` cuts at \\n alone."""
        out, start = [], 0
        for match in re.finditer("\n", self.text):
            out.append(self.slice(start, match.start()))
            start = match.end()
        out.append(self.slice(start, len(self.text)))
        return out

    def runs(self) -> list[tuple[int, int, int]]:
        """The offset map, packed: (start in this text, offset in the source, length) per unbroken run."""
        out: list[tuple[int, int, int]] = []
        begin = 0
        for i in range(1, len(self.origins) + 1):
            if i == len(self.origins) or self.origins[i] != self.origins[i - 1] + 1:
                out.append((begin, self.origins[begin], i - begin))
                begin = i
        return out


def source_offset(runs: list[tuple[int, int, int]], offset: int) -> int | None:
    """Where the character at `offset` of a canonical text stood in its source, from packed `runs`."""
    for start, origin, length in runs:
        if start <= offset < start + length:
            return origin + offset - start
    return None
