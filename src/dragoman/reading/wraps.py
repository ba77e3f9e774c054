"""Hard-wrapped lines -> paragraphs, letters and their origins kept."""

from __future__ import annotations

import itertools
import re
from array import array
from collections.abc import Sequence

from dragoman.lexicon.words import word_class
from dragoman.reading.lines import Line, is_closed
from dragoman.text import Traced

# Wider than any habit of wrapping, and narrower than none.
WIDEST, NARROWEST = 140, 28
_FIRST_WORD = re.compile(r"\S+")
_HANGING = re.compile(
    r"\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|as|that|its|their|our|his|her|is|are|was|were|has|have|be|been|"
    r"which|who|into|between|against|under|over|than|this|these|those)$|,$",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"(?:[-*•·–—▪●○]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])\s|(?:[QA]|Question|Answer|Article "
    r"\w+)\s?[.:]",
    re.IGNORECASE,
)
_BROKEN_WORD = re.compile(r"([^\W\d_]{2,})-$")
_HYPHENED = word_class("hyphened-at-line-ends")


def unwrapped(lines: Sequence[Line], wrapped: bool) -> list[Line]:
    """`lines` with those joined that were one paragraph; `wrapped` allows it on form alone, else words must show it."""
    if len(lines) < 2:
        return list(lines)
    loose = _is_double_spaced(lines)
    width = _width(lines, loose) if wrapped else None
    out: list[list[Line]] = [[lines[0]]]
    for before, line in itertools.pairwise(lines):
        if _goes_on(before, line, width, loose, first=len(out[-1]) == 1):
            out[-1].append(line)
        else:
            out.append([line])
    return [joined(group) for group in out]


def _open(before: Line, line: Line) -> bool:
    """Whether `before` stops in mid-sentence and `line` takes it up in small letters."""
    return line.words[0].islower() and not is_closed(before.words) and not _ITEM.match(line.words) and "|" not in line.words


def _width(lines: Sequence[Line], loose: bool) -> int | None:
    """The width that the text was wrapped to, or None where it was not.

    Text is wrapped where several lines, and a fair share of all that have a neighbour, break in mid-sentence.
    """
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if loose or not b.gap]
    broken = [a for a, b in pairs if NARROWEST <= len(a) <= WIDEST and _open(a, b)]
    if not broken or len(broken) < max(1, len(pairs) // 8):
        return None
    return max(NARROWEST, *(len(a) for a in broken))


def _is_double_spaced(lines: Sequence[Line]) -> bool:
    """Whether empty lines stand between the lines of a paragraph too: most gaps are in mid-sentence."""
    gaps = [(a, b) for a, b in itertools.pairwise(lines) if b.gap]
    if len(gaps) < 4 or len(gaps) < 0.9 * (len(lines) - 1):
        return False
    broken = sum(_open(a, b) and len(a) <= WIDEST for a, b in gaps)
    return broken >= max(3, len(gaps) // 3)


def _goes_on(before: Line, line: Line, width: int | None, loose: bool, first: bool) -> bool:
    if (line.gap and not loose) or before.heading or line.heading or _ITEM.match(line.words):
        return False
    if width is None:
        return len(before) >= 60 and _open(before, line)
    if _open(before, line):
        return len(before) >= width // 2 or _HANGING.search(before.words) is not None
    if len(before) > width + 25 or len(before) < width // 2:
        return False
    if line.indent > before.indent + 1 and (not first or is_closed(before.words)):
        return False
    word = _FIRST_WORD.match(line.words)
    full = len(before) + 1 + (len(word.group()) if word else 0) > width
    return full or (not is_closed(before.words) and (_HANGING.search(before.words) is not None or len(before) >= 0.8 * width))


def joined(group: Sequence[Line]) -> Line:
    """One line of several."""
    if len(group) == 1:
        return group[0]
    pieces: list[Traced] = [group[0].text]
    for line in group[1:]:
        last = pieces[-1]
        hyphen = last.text.endswith("-") and line.words[0].islower()
        broken = _BROKEN_WORD.search(last.text, max(0, len(last) - 40)) if hyphen else None
        if broken is None:
            # The space stands for the line end, which stood right after the last letter.
            pieces.append(Traced(" ", array("l", [last.origins[-1] + 1])))
        elif broken.group(1).lower() not in _HYPHENED:
            pieces[-1] = last.slice(0, len(last) - 1)
        pieces.append(line.text)
    return Line(Traced.join(pieces), group[0].gap, group[0].indent, group[0].heading)
