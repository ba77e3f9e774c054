"""Rows of tables whose cells only white space parts, as pages are pasted: their cells are joined as markup's are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.clean import rewritten
from dragoman.reading.lines import Line

# Wider than any gap that printers leave between words or sentences.
_GAP = re.compile(r"(?<=\S)[ ]*\t[ \t]*(?=\S)|(?<=\S) {4,}(?=\S)")
# So many rows that follow each other make a table.
_ROWS = 3
JOINT = " | "


def columned(lines: Sequence[Line]) -> list[Line]:
    """`lines` with " | " between the cells of rows; `_ROWS` and more lines in a row that have gaps are rows."""
    out = list(lines)
    run: list[int] = []
    for i in range(len(out) + 1):
        if i < len(out) and ("\t" in out[i].words or "    " in out[i].words) and _GAP.search(out[i].words):
            run.append(i)
            continue
        for at in run if len(run) >= _ROWS else ():
            out[at] = replace(out[at], text=rewritten(out[at].text, _GAP, JOINT))
        run = []
    return out
