"""Quotation marks: what stands between them, and whether it is quoted speech or a word held at arm's length."""

from __future__ import annotations

import re
from typing import NamedTuple

# Marks that open; what closes each. Sources mix them (a quotation opened by ” is closed by ”).
_MARKS = re.compile(r"``|''|[\"“”«»„]")
_OPENS = {"“": '”"', "«": "»", "„": '“”"', "``": "''", '"': '"”', "”": '”"', "''": "''", "»": "«»"}
# Longer than this between two marks, and one of them is likely lost.
LONGEST = 1500


class Quote(NamedTuple):
    """`[start, end)` with its marks; `inner` offsets without them; `scare` where it is a word or phrase, not speech."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    scare: bool


def quotes(text: str, start: int, end: int) -> list[Quote]:
    """The quotations in `text[start:end]`, left to right, not nested; an unclosed mark quotes nothing."""
    out: list[Quote] = []
    opened: re.Match[str] | None = None
    for mark in _MARKS.finditer(text, start, end):
        if opened is None:
            opened = mark if mark.group() in _OPENS else None
        elif mark.group() in _OPENS[opened.group()] and mark.start() > opened.end():
            if mark.end() - opened.start() <= LONGEST:
                inner = text[opened.end() : mark.start()]
                out.append(Quote(opened.start(), mark.end(), opened.end(), mark.start(), is_scare(inner)))
                opened = None
            else:
                opened = mark
        elif mark.start() - opened.start() > LONGEST:
            opened = mark
    return out


def is_scare(inner: str) -> bool:
    """Whether quoted words are a name or phrase, not an utterance: few, and without a sentence's end."""
    words = inner.split()
    return 0 < len(words) <= 7 and not re.search(r"[.!?]\s*$", inner.strip()) and not inner.rstrip().endswith(",")
