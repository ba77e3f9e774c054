"""What stands beside an article on its page and names other pages or its own sections: contents, navigation boxes."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    for i, line in enumerate(lines):
        words = line.words
        if len(words) < 20 and _BOX_END.fullmatch(words):
            gone.update(_box(lines, i))
        elif len(words) < 30 and _CONTENTS.fullmatch(plain(words)):
            gone.update(_contents(lines, i))
    return [line for i, line in enumerate(lines) if i not in gone] if gone else list(lines)


def _box(lines: Sequence[Line], end: int) -> range:
    """The box that ends there: the short lines before it, without the first block of lines, which has the page's title."""
    start = end
    while start > 0 and len(lines[start - 1]) <= _LONGEST and lines[start - 1].words[-1] not in ".!?])":
        start -= 1
    first = next((i for i in range(1, end) if lines[i].gap), end)
    return range(max(start, first), end + 1)


def _contents(lines: Sequence[Line], at: int) -> range:
    """The list of sections under its heading: numbered lines, or lines that stand over sections further down."""
    below = {_name(line.words) for line in lines[at + 1 :] if len(line) <= _LONGEST}
    twice = {name for name in below if sum(_name(line.words) == name for line in lines[at + 1 :]) > 1}
    end = at + 1
    while end < len(lines) and len(lines[end]) <= _LONGEST:
        words = lines[end].words
        if not _ENTRY.match(words) and _name(words) not in twice:
            break
        if _name(words) in {_name(line.words) for line in lines[at + 1 : end]}:  # the first section itself
            break
        end += 1
    return range(at, end) if end - at > 2 else range(at, at)


def _name(words: str) -> str:
    """A section's name without its number and the marks behind it."""
    number = _ENTRY.match(words)
    return re.sub(r"\s*\[[^\]]*\]$", "", words[number.end() if number else 0 :]).strip().lower()
