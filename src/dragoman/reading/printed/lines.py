"""A page of a PDF -> its lines, with their places on the paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

# How pdfium writes a line end in the middle of a hyphenated word: in place of hyphen and line end.
HYPHENATED = "\ufffe"
_LINE = re.compile(f"[^\r\n\x02{HYPHENATED}]+[\x02{HYPHENATED}]?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, `start` its offset in the text layer of the whole file; points from the lower left corner of the page."""

    text: str
    start: int
    page: int
    left: float
    right: float
    base: float
    size: float
    broken: bool = False

    @property
    def letter_width(self) -> float:
        return (self.right - self.left) / max(len(self.text), 1)


def lines_of(textpage: Any, page: int, offset: int) -> tuple[str, list[Line]]:
    """The text layer of one page as it is, and its lines; `offset` is where that text begins in the file's."""
    import pypdfium2.raw as raw

    text: str = textpage.get_text_range()
    # Characters beyond U+FFFF are two in pdfium's count and one in ours; boxes are taken by pdfium's.
    shift = 0
    lines: list[Line] = []
    at = 0
    for match in _LINE.finditer(text):
        shift += sum(c > "\uffff" for c in text[at : match.start()])
        at = match.start()
        whole = match.group()
        line = whole.rstrip(f"\x02{HYPHENATED}").rstrip()
        lead = len(line) - len(line.lstrip())
        if not line.strip():
            continue
        first, last = match.start() + lead, match.start() + len(line) - 1
        left, base, _, _ = _box(textpage, first + shift)
        _, _, right, _ = _box(textpage, last + shift)
        size = float(raw.FPDFText_GetFontSize(textpage.raw, first + shift)) or 10.0
        # Some producers set the font size to 1 and scale the page instead: then the box tells.
        if size < 3:
            _, low, _, high = _box(textpage, first + shift)
            size = max(high - low, 1.0)
        lines.append(Line(line.strip(), offset + first, page, left, right, base, size, whole[-1] in f"\x02{HYPHENATED}"))
    return text, lines


def _box(textpage: Any, index: int) -> tuple[float, float, float, float]:
    """left, bottom, right, top of one character; zeros where pdfium has none."""
    try:
        return textpage.get_charbox(index, loose=True)  # type: ignore[no-any-return]
    except Exception:  # pdfium's own error type, which is not worth importing it for
        return 0.0, 0.0, 0.0, 0.0
