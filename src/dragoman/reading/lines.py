"""Text of a part -> its lines: stripped, empty ones gone, each knowing what stood before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.text import Span, Traced

# Quotation marks and dashes that mean the same, letter for letter, so that offsets hold.
_PLAIN = (
    ("`", "'"),
    ("’", "'"),
    ("‘", "'"),
    ("ʼ", "'"),
    ("“", '"'),
    ("”", '"'),
    ("„", '"'),
    ("–", "-"),
    ("—", "-"),
    ("―", "-"),
    ("‑", "-"),
)
_CLOSED = re.compile(r"[.!?…:;][\"'”’»)\]]*(?:\s*\[[^\]\n]{1,14}\])*$")
_LETTER = re.compile(r"[^\W\d_]")
_SMALL = re.compile(r"\b(?:Of|The|To|From|For|And|On|In|By|At|With)\b")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it.

    `gap`: an empty line stood before it; `indent`: how many spaces; `heading`: the markup says that it is one.
    """

    text: Traced
    gap: bool = False
    indent: int = 0
    heading: bool = False

    @property
    def words(self) -> str:
        return self.text.text

    def __len__(self) -> int:
        return len(self.text.text)


def lines_of(text: Traced, headings: Sequence[Span] = ()) -> list[Line]:
    """The lines of `text` that hold anything, in order."""
    out: list[Line] = []
    start, gap = 0, False
    spans = iter(sorted(headings))
    heading = next(spans, None)
    for raw in text.text.split("\n"):
        end = start + len(raw)
        body = raw.strip()
        if body:
            indent = len(raw) - len(raw.lstrip())
            while heading is not None and heading.end <= start:
                heading = next(spans, None)
            marked = heading is not None and heading.start < end
            out.append(Line(text.slice(start + indent, start + indent + len(body)), gap, indent, marked))
        gap = not body
        start = end + 1
    return out


def plain(text: str) -> str:
    """`text` with straight quotation marks and plain hyphens, as long as `text`: what phrases of a lexicon are matched on."""
    if text.isascii():
        return text.replace("`", "'")
    # Several times as fast as `str.translate`.
    for mark, straight in _PLAIN:
        if mark in text:
            text = text.replace(mark, straight)
    return text


def in_small(title: str) -> str:
    """A title in capitals with its names written as names are: "LETTER FROM THE PERMANENT REPRESENTATIVE OF PANAMA"."""
    return _SMALL.sub(lambda m: m.group().lower(), title.title()).replace("Co-Op", "Co-op") if title.isupper() else title


def is_closed(words: str) -> bool:
    """Whether a line ends as a sentence or an announcement does."""
    return _CLOSED.search(words, max(0, len(words) - 60)) is not None


def has_letters(words: str) -> bool:
    return _LETTER.search(words) is not None
