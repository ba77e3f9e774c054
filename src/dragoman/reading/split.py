"""Several items in one file -> their lines: cut at end marks, at titles that a dateline follows, at rules and numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.reading.boilerplate import Furniture
from dragoman.reading.dateline import Dateline, Datelines
from dragoman.reading.header import Headers
from dragoman.reading.lines import Line, is_closed
from dragoman.reading.outlets import Medium
from dragoman.reading.teasers import is_title

# A line from here on is prose.
PROSE, LONGEST_TITLE = 110, 230
AFTER = 12
# A dateline stands within so many lines of the beginning of its item.
_HEAD = 4
_NUMBER = re.compile(
    r"(?:\(?(\d{1,3})[.):]\)?|\[(\d{1,3})\]|(\d{1,3})\s?/\s?\d{1,3}[.:]?|"
    r"item\s+(\d{1,3})[.:]?)\s+(?=\S)",
    re.IGNORECASE,
)
# "H. Said", "Qabas / Ghossoun".
_INITIALLED = re.compile(r"[A-Z]\. ?[A-Z][\w'-]{2,14}|[A-Z][\w'-]{2,14} ?/ ?[A-Z][\w'-]{2,14}(?: ?/ ?[A-Z][\w'-]{2,14})?")
_AFTERWORD = re.compile(
    r"(?:notes? (?:to|for) editors?|contacts?|media contacts?|for (?:further|more) information|about|"
    r"background)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """The lines of one document, end mark and number taken off. `after`: what stands behind its end mark, if no document."""

    lines: tuple[Line, ...]
    ended: bool = False
    after: tuple[Line, ...] = ()


class Splitter:
    """Cuts a page into items with one lexicon."""

    def __init__(self, furniture: Furniture, datelines: Datelines, headers: Headers) -> None:
        self._furniture = furniture
        self._datelines = datelines
        self._headers = headers

    def media(self, lines: Sequence[Line]) -> list[Medium]:
        """Media that datelines on a page name and the lexicon does not know."""
        found = (self.dateline(line.words) for line in lines if "(" in line.words[:140] or "/" in line.words[:140])
        media = {d.medium.name: d.medium for d in found if d and d.medium and not d.medium.known}
        return list(media.values())

    def items(self, lines: Sequence[Line]) -> list[Item]:
        """The items on a page, in order; one where nothing parts them."""
        out: list[Item] = []
        for chunk in self._at_end_marks(lines):
            if out and out[-1].ended and not self._is_document(chunk.lines):
                # What follows an end mark and is no item tells at most of the item's source, near to it.
                out[-1] = replace(out[-1], after=(*out[-1].after, *chunk.lines)[:AFTER])
                continue
            parts = [part for block in self._at_labels(chunk.lines) for part in self._at_titles(block)]
            out += [Item(tuple(part)) for part in parts[:-1] if part]
            if parts and parts[-1]:
                out.append(Item(tuple(parts[-1]), chunk.ended))
        return [_unnumbered(item) for item in out] if len(out) > 1 else out

    def _at_end_marks(self, lines: Sequence[Line]) -> list[Item]:
        out: list[Item] = []
        held: list[Line] = []
        for line in lines:
            at = self._furniture.ending(line.words)
            if at is None or (self._furniture.is_a("rule", line.words) and not held):
                held.append(line)
                continue
            if at:
                held.append(replace(line, text=line.text.slice(0, at)))
            if held:
                out.append(Item(tuple(held), ended=True))
            held = []
        if held:
            out.append(Item(tuple(held)))
        return out

    def _is_document(self, lines: Sequence[Line]) -> bool:
        """Whether what follows an end mark is another item: a dateline, or a title over prose."""
        first = next((line for line in lines if self._headers.read(line.words) is None), None)
        if first is None or _AFTERWORD.match(first.words):
            return False
        if any(self.dateline(line.words) for line in lines[:6]):
            return True
        return is_title(_NUMBER.sub("", first.words, count=1)) and any(_is_prose(line) for line in lines[1:])

    def _at_labels(self, lines: Sequence[Line]) -> list[list[Line]]:
        """Cut before every line with a label for titles, where there are several."""
        labels = [
            i
            for i, line in enumerate(lines)
            if (found := self._furniture.label(line.words)) and found[0] == "title" and found[1] in ("title", "headline")
        ]
        if len(labels) < 2:
            return [list(lines)]
        starts = [0, *labels[1:]]
        return [list(lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]

    def _at_titles(self, lines: list[Line]) -> list[list[Line]]:
        """Cut where an item begins; rules go."""
        numbered = self._numbered_titles(lines)
        starts = [0]
        prose = False
        for i in range(1, len(lines)):
            prose = prose or _is_prose(lines[i - 1])
            if prose and (i in numbered or self._begins(lines, i, starts[-1])):
                starts.append(i)
                prose = False
        parts = [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
        if len(parts) > 1:  # who wrote or rendered an item, below it
            parts = [part[:-1] if len(part) > 2 and _INITIALLED.fullmatch(part[-1].words) else part for part in parts]
        return [[line for line in part if not self._furniture.is_a("rule", line.words)] for part in parts]

    def _begins(self, lines: Sequence[Line], i: int, start: int) -> bool:
        """Whether an item begins at line `i`; the one before it began at `start`."""
        line = lines[i]
        if self._furniture.is_a("rule", line.words):
            return False
        dateline = self.dateline(line.words)
        if dateline is not None:
            return self._opens(dateline, line) and not is_title(lines[i - 1].words) and self._alike(dateline, lines, start)
        if len(line) > LONGEST_TITLE or _INITIALLED.fullmatch(line.words):
            return False
        following = self._dateline_below(lines, i)
        after_rule = self._furniture.is_a("rule", lines[i - 1].words)
        if following is None and not after_rule:
            return False
        words = _NUMBER.sub("", line.words, count=1) if line.words[0] in "([iI0123456789" else line.words
        if not is_title(words) or (not line.gap and not after_rule and not line.heading and not is_closed(lines[i - 1].words)):
            return False
        if following is not None:
            return True
        return line is not lines[-1] and self._is_ruled(lines, start)

    def _dateline_below(self, lines: Sequence[Line], i: int) -> Dateline | None:
        """The dateline under the title at `i`; at most a subtitle or header lines stand between."""
        for j in range(i + 1, min(i + 4, len(lines))):
            found = self.dateline(lines[j].words)
            if found is not None and not found.stopped:
                text_follows = found.body < len(lines[j]) or (j + 1 < len(lines) and _is_prose(lines[j + 1]))
                return found if text_follows and (found.medium or found.day) else None
            if _is_prose(lines[j]) or is_closed(lines[j].words):
                return None
        return None

    def _opens(self, dateline: Dateline, line: Line) -> bool:
        return (dateline.medium is not None or (dateline.day is not None and line.gap)) and dateline.body < len(line)

    def _alike(self, dateline: Dateline, lines: Sequence[Line], start: int) -> bool:
        """Whether the item before began with such a dateline too: of the same medium, or of another place."""
        before = next((found for line in lines[start : start + _HEAD] if (found := self.dateline(line.words))), None)
        if before is None or (before.medium is None) != (dateline.medium is None):
            return False
        same = before.medium is not None and dateline.medium is not None and before.medium.name == dateline.medium.name
        return same or before.place != dateline.place

    def _is_ruled(self, lines: Sequence[Line], start: int) -> bool:
        """Whether the rules of the page part documents: a masthead says so, or a date stands at the head of the item."""
        head = [self._headers.read(line.words) for line in lines[start : start + 4]]
        return any(h is not None and (h.bulletin or h.stamps) for h in head) or any(
            self.dateline(line.words) for line in lines[start : start + 4]
        )

    def _numbered_titles(self, lines: Sequence[Line]) -> set[int]:
        """Places of titles numbered 1, 2, 3 … under the masthead of a bulletin."""
        if not any((head := self._headers.read(line.words)) is not None and head.bulletin for line in lines[:4]):
            return set()
        out: list[int] = []
        for i, line in enumerate(lines):
            match = _NUMBER.match(line.words)
            number = next((int(g) for g in match.groups() if g), 0) if match else 0
            if match and number == len(out) + 1 and is_title(line.words[match.end() :]):
                out.append(i)
        return set(out) if len(out) > 1 else set()

    def dateline(self, words: str) -> Dateline | None:
        """The dateline of a line, past a number before it."""
        match = _NUMBER.match(words) if words[:1].isdigit() or words[:1] in "([" else None
        found = self._datelines.read(words)
        if found is None and match:
            found = self._datelines.read(words[match.end() :])
            if found is not None:
                by = match.end()
                found = replace(found, start=found.start + by, end=found.end + by, body=found.body + by)
        return found


def _is_prose(line: Line) -> bool:
    return len(line) >= PROSE or (len(line) > 40 and is_closed(line.words))


def _unnumbered(item: Item) -> Item:
    """The item without the number that its first line carries in a list of items."""
    for i, line in enumerate(item.lines[:3]):
        match = _NUMBER.match(line.words)
        if match and (is_title(line.words[match.end() :]) or i == 0):
            lines = [*item.lines]
            lines[i] = replace(line, text=line.text.slice(match.end(), len(line)))
            return replace(item, lines=tuple(lines))
    return item
