"""Who is spoken of how, over time: a row for each target, a mark for each position."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from dragoman.web.charts import svg
from dragoman.web.charts.axis import RIGHT, WIDTH
from dragoman.web.charts.periods import as_year

_ROW, _TOP, _NAMES = 26.0, 34.0, 220.0
WORDS = {-1.0: "condemns", -0.5: "criticises", 0.0: "mixed", 0.5: "endorses", 1.0: "praises"}


class Mark(NamedTuple):
    row: str
    date: str
    polarity: float
    title: str
    href: str


def stances(rows: Sequence[str], marks: Sequence[Mark], said: str) -> Markup:
    """`rows` are the names of targets, from the top; a mark points up for good words and down for bad ones."""
    dates = [year for mark in marks if (year := as_year(mark.date)) is not None]
    if not dates:
        return Markup("")
    first, last = int(min(dates)), int(max(dates)) + 1
    unit = (WIDTH - RIGHT - 12 - _NAMES) / max(1, last - first)
    base = _TOP + _ROW * len(rows) + 2
    parts = _key()
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 1000) if (last - first) / n <= 12)
    for year in range(-(-first // step) * step, last + 1, step):
        x = _NAMES + (year - first) * unit
        parts += [svg.line(x, _TOP, x, base, "grid"), svg.text(x, base + 15, year, "label", "middle")]
    place = {row: _TOP + n * _ROW + _ROW / 2 for n, row in enumerate(rows)}
    for row, y in place.items():
        parts += [svg.line(_NAMES, y, WIDTH - RIGHT, y, "grid"), svg.text(_NAMES - 12, y + 4, row, "label strong", "end")]
    for mark in marks:
        at = as_year(mark.date)
        if at is not None and mark.row in place:
            parts.append(
                svg.linked(mark.href, mark.title, _shape(_NAMES + (at - first) * unit, place[mark.row], mark.polarity))
            )
    return svg.drawing("stances", said, WIDTH, base + 24, parts)


def _shape(x: float, y: float, polarity: float) -> Markup:
    """A triangle up or down, filled where the words are strong; a ring for mixed ones."""
    if not polarity:
        return svg.tag("circle", cx=x, cy=y, r=4.5, class_="open even")
    kind, way = ("coop", -1) if polarity > 0 else ("conf", 1)
    points = f"{x:.1f},{y + way * 7:.1f} {x - 6.5:.1f},{y - way * 5:.1f} {x + 6.5:.1f},{y - way * 5:.1f}"
    return svg.tag("polygon", points=points, class_=f"{'dot' if abs(polarity) == 1 else 'open'} {kind}")


def _key() -> list[Markup]:
    parts, x = [], _NAMES
    for polarity, words in sorted(WORDS.items(), reverse=True):
        parts += [_shape(x, 12, polarity), svg.text(x + 12, 16, words)]
        x += 92
    return parts
