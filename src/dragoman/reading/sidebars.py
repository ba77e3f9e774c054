"""What stands beside an article on its page and names other pages or its own sections: contents, navigation boxes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dragoman.reading.lines import Line, plain

# A line of a box or of a list of contents is short.
_LONGEST = 80
# "v t e" (view, talk, edit) closes a navigation box.
_BOX_END = re.compile(r"(?:\[(?:hide|show)\]\s*)?\[?\s*v\W{1,3}t\W{1,3}e\s*\]?", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:table of )?contents(?: \[(?:hide|show)\])?:?", re.IGNORECASE)
_ENTRY = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+(?=\S)")


def without_sidebars(lines: Sequence[Line]) -> list[Line]:
    """`lines` without lists of their own sections, and without navigation boxes over the text."""
    gone: set[int] = set()
    first = next((i for i, line in enumerate(lines) if i and line.gap), len(lines))
    names: list[str] = []
    last: dict[str, int] = {}
    boxed = 0  # up to where boxes were gone through
    for i, line in enumerate(lines):
        words = line.words
        if len(words) < 20 and _BOX_END.fullmatch(words):
            gone.update(_box(lines, i, min(first, i), boxed))
            boxed = i + 1
        elif len(words) < 30 and _CONTENTS.fullmatch(plain(words)):
            if not names:
                names = [_name(each.words) for each in lines]
                last = {name: n for n, name in enumerate(names)}
            gone.update(_contents(lines, names, last, i))
    return [line for i, line in enumerate(lines) if i not in gone] if gone else list(lines)


def _box(lines: Sequence[Line], end: int, first: int, after: int) -> range:
    """The box that ends there: the short lines before it from `first` on, behind the block of lines with the page's title.

    A box that ends before `after` was gone through already, and all before it that is as short.
    """
    start = end
    while start > max(first, after) and len(lines[start - 1]) <= _LONGEST and lines[start - 1].words[-1] not in ".!?])":
        start -= 1
    return range(max(start, first), end + 1)


def _contents(lines: Sequence[Line], names: Sequence[str], last: Mapping[str, int], at: int) -> range:
    """The list of sections under its heading: numbered lines, or lines that stand over sections further down.

    `names` are those of all lines, `last` has where each of them stands last.
    """
    listed: set[str] = set()
    end = at + 1
    while end < len(lines) and len(lines[end]) <= _LONGEST and names[end] not in listed:  # or the first section itself
        if not _ENTRY.match(lines[end].words) and last[names[end]] == end:
            break
        listed.add(names[end])
        end += 1
    return range(at, end) if end - at > 2 else range(at, at)


def _name(words: str) -> str:
    """A section's name without its number and the marks behind it."""
    number = _ENTRY.match(words)
    return re.sub(r"\s*\[[^\]]*\]$", "", words[number.end() if number else 0 :]).strip().lower()
