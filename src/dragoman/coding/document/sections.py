"""The sections of an overview: of which other party each heading over a paragraph says that it tells."""

from __future__ import annotations

import bisect
import re
from functools import cached_property

from dragoman.coding.document.themes import Theme

# The heading of a section is no longer than this, in characters.
_HEADING = 80


class Sections:
    """The sections of one document."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def at(self, offset: int) -> list[str]:
        """The state that an overview is of, and the one party that the heading over `offset` names beside it, or none."""
        at = bisect.bisect_right(self._headings, (offset, "~")) - 1
        party = self._headings[at][1] if at >= 0 else ""
        return sorted([self._theme.home, party]) if party and self._theme.home is not None else []

    @cached_property
    def _headings(self) -> list[tuple[int, str]]:
        """Where the sections of an overview begin, each with the one party besides its state that the heading names, or ""."""
        out: list[tuple[int, str]] = []
        if not self._theme.home:
            return out
        for line in re.finditer(r"[^\n]+", self._theme.text):
            start, end = line.span()
            if end - start < _HEADING and "|" not in line[0] and not line[0].rstrip().endswith((".", ";", ":", ",")):
                named = (m for m in self._theme.scene.within(start, end) if m.kind in ("name", "organisation", "alias"))
                codes = {m.code for m in named if m.code and start <= m.start and m.end <= end} - {self._theme.home}
                out.append((start, codes.pop() if len(codes) == 1 else ""))
            elif party := self._run_in(start, end):
                out.append((start, party))
        return out

    def _run_in(self, start: int, end: int) -> str:
        """The party that alone opens a paragraph, as "Chad. Relations with N'Djamena have been ..." does; else ""."""
        first = next(
            (m for m in self._theme.scene.within(start, min(start + _HEADING, end)) if m.kind in ("name", "organisation")), None
        )
        if first is None or first.code == self._theme.home or self._theme.text[start : first.start].lower() not in ("", "the "):
            return ""
        return first.code or "" if self._theme.text[first.end : first.end + 2] in (". ", ": ") else ""

    def named(self, offset: int, number: int) -> tuple[str, ...]:
        """The states of the paragraph before `offset`, of the heading over it, and of the whole text, where they are so many."""
        floor = self._theme.text.rfind("\n", 0, offset) + 1
        above = self._theme.text.rfind("\n", 0, max(0, floor - 1)) + 1
        codes = self._theme.named_within(floor, offset)
        headed = floor - above < _HEADING and not self._theme.text[above:floor].rstrip().endswith(".")
        for more in (set(), self._theme.named_within(above, floor) if headed else set(), {self._theme.home} - {None}):
            codes = codes | {c for c in more if c}
            if len(codes) == number:
                return tuple(sorted(codes))
        return ()
