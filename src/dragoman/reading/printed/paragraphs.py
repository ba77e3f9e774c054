"""Lines on paper -> paragraphs and headings."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from dragoman.lexicon.words import word_class
from dragoman.reading.blocks import Block
from dragoman.reading.clean import clean_traced
from dragoman.reading.printed.lines import Line
from dragoman.text import Traced

_ENDS = re.compile(r"[.!?:;。！？…][\"'”’»)\]]*$")
_WORD_END = re.compile(r"[\w'’]+$")
# Scripts that put no space between words, so that two lines are joined by nothing.
_UNSPACED = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")
_WORD_START = re.compile(r"[\w'’]+")
PREFIXES = word_class("prefixes-kept-hyphened")
# A heading is larger than the text around it by this much, and not longer than that.
LARGER = 1.15
LONGEST_HEADING = 250


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    size: float = field(init=False)

    def __post_init__(self) -> None:
        self.size = self.lines[0].size


def paragraphs_of(pages: list[list[Line]]) -> list[Block]:
    """Blocks in reading order; a paragraph that goes on over the page is one."""
    body = _body_size(pages)
    paragraphs: list[_Paragraph] = []
    for lines in pages:
        pitch = _pitch(lines, body)
        opened = len(paragraphs)
        for i, line in enumerate(lines):
            if i == 0:
                goes_on = _carried(paragraphs, line)
                if goes_on:
                    goes_on.lines.append(line)
                    # Notes at the foot of the last page stand between; what follows belongs to the text again.
                    paragraphs.remove(goes_on)
                    paragraphs.append(goes_on)
                    opened = len(paragraphs)
                    continue
            if len(paragraphs) >= max(opened, 1) and i and _same(lines, lines[i - 1], line, pitch, body):
                paragraphs[-1].lines.append(line)
            else:
                paragraphs.append(_Paragraph([line]))
    words = Counter(w.casefold() for page in pages for line in page for w in re.findall(r"[\w'’]+(?:-[\w'’]+)*", line.text))
    largest = max((p.size for p in paragraphs), default=0.0)
    return [Block(_joined(p.lines, words), _level(p, body, largest)) for p in paragraphs]


def _body_size(pages: list[list[Line]]) -> float:
    """The size that most letters have."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _pitch(lines: list[Line], body: float) -> float:
    """The usual distance between two lines of one paragraph on a page."""
    gaps = [a.base - b.base for a, b in pairwise(lines) if 0 < a.base - b.base < 3 * body]
    if not gaps:
        return 1.3 * body
    tight = sorted(gaps)[: max(1, (len(gaps) * 3) // 4)]
    return median(tight)


def _same(lines: list[Line], last: Line, line: Line, pitch: float, body: float) -> bool:
    """Whether `line` goes on with the paragraph of `last`, on the same page."""
    if last.broken:
        return True
    if abs(line.size - last.size) > 0.1 * last.size:
        return False
    gap = last.base - line.base
    scale = max(line.size / body, 1.0)
    if gap > 1.4 * pitch * scale:
        return False
    if gap <= 0:
        # Up the page: the next column, or a cell beside the last.
        return gap < -3 * pitch and not _ENDS.search(last.text)
    if line.size >= LARGER * body:
        return True
    if line.left > last.left + 0.8 * line.size and line.left > _left(lines, line) + 0.8 * line.size:
        return False
    return not _had_room(lines, last, line)


def _had_room(lines: list[Line], last: Line, line: Line) -> bool:
    """Whether the first word of `line` would have fitted behind `last`: then the line ended because it should."""
    beside = [n for n in lines if abs(n.size - last.size) <= 0.1 * last.size and n.left < last.right and n.right > last.left]
    edge = max(n.right for n in beside)
    first = line.text.split(maxsplit=1)[0]
    needed = (len(first) + 1.5) * max(line.letter_width, 0.3 * line.size)
    room = edge - last.right
    return room > needed * (1.1 if _ENDS.search(last.text) else 2.0)


def _left(lines: list[Line], line: Line) -> float:
    """The left edge of the column that `line` stands in."""
    return min(n.left for n in lines if n.left < line.right and n.right > line.left)


def _carried(paragraphs: list[_Paragraph], line: Line) -> _Paragraph | None:
    """The paragraph of the page before that goes on with `line`, the first of its page."""
    for paragraph in reversed(paragraphs[-6:]):
        last = paragraph.lines[-1]
        if last.page < line.page - 1:
            return None
        if abs(paragraph.size - line.size) > 0.1 * line.size:
            continue
        if last.broken or not _ENDS.search(last.text) or line.text[:1].islower():
            return paragraph
        return None
    return None


def _level(paragraph: _Paragraph, body: float, largest: float) -> int:
    size = sum(len(line.text) for line in paragraph.lines)
    if paragraph.size < LARGER * body or size > LONGEST_HEADING:
        return 0
    return 1 if paragraph.size >= 0.97 * largest else 2


def _joined(lines: list[Line], words: Counter[str]) -> Traced:
    pieces: list[Traced] = []
    for i, line in enumerate(lines):
        text = Traced.of(line.text, line.start)
        if i + 1 < len(lines):
            following = lines[i + 1].text
            if line.broken or re.search(r"\w[-‐]$", line.text):
                text = _hyphen(text, following, line.broken, words)
            elif not (_UNSPACED.match(following) and _UNSPACED.match(line.text[-1])):
                text = Traced.join([text, Traced(" ", array("l", [line.start + len(line.text)]))])
        pieces.append(text)
    return clean_traced(Traced.join(pieces))


def _hyphen(text: Traced, following: str, swallowed: bool, words: Counter[str]) -> Traced:
    """The end of a line that breaks a word, with its hyphen only where the word has one anyway."""
    stem = text if swallowed else text.slice(0, len(text) - 1)
    before, after = _WORD_END.search(stem.text), _WORD_START.match(following)
    head, tail = (before.group() if before else ""), (after.group() if after else "")
    whole, hyphened = words[(head + tail).casefold()], words[f"{head}-{tail}".casefold()]
    keep = hyphened > whole if whole or hyphened else (
        head.casefold() in PREFIXES or not tail[:1].islower() or head.isdigit() or stem.text.endswith(".")
    )  # fmt: skip
    if not keep:
        return stem
    here = stem.origins[-1] + 1 if stem.origins else 0
    return Traced.join([stem, Traced("-", array("l", [here]))])
