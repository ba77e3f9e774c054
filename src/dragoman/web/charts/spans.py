"""Relations on an axis of time: from when to when each holds, as far as texts say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from dragoman.web.charts import svg
from dragoman.web.charts.axis import RIGHT, WIDTH
from dragoman.web.charts.periods import as_year

_ROW, _TOP, _NAMES = 22.0, 10.0, 300.0


class Span(NamedTuple):
    """`since`, `until` are dates cut to their precision; None where no text says. `kind` is a class of the drawing."""

    label: str
    since: str | None
    until: str | None
    kind: str
    title: str
    href: str


def spans(rows: Sequence[Span], said: str) -> Markup:
    """One line for each; an open end fades, one that is not known has none."""
    dates = [date for row in rows for date in (as_year(row.since), as_year(row.until)) if date is not None]
    if not dates:
        return Markup("")
    first, last = int(min(dates)), int(max(dates)) + 1
    unit = (WIDTH - RIGHT - _NAMES) / max(1, last - first)
    base = _TOP + _ROW * len(rows) + 4
    parts = []
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 1000) if (last - first) / n <= 12)
    for year in range(first - first % step, last + 1, step):
        if year >= first:
            x = _NAMES + (year - first) * unit
            parts += [svg.line(x, _TOP, x, base, "grid"), svg.text(x, base + 15, year, "label", "middle")]
    for n, row in enumerate(rows):
        y = _TOP + n * _ROW + _ROW / 2
        parts.append(svg.linked(row.href, row.title, _row(row, y, first, last, unit), worded=True))
    return svg.drawing("spans", said, WIDTH, base + 24, parts)


def _row(row: Span, y: float, first: int, last: int, unit: float) -> Markup:
    since, until = as_year(row.since), as_year(row.until)

    def x(year: float) -> float:
        return _NAMES + (year - first) * unit

    label = row.label if len(row.label) <= 44 else row.label[:43] + "…"
    parts = [svg.rect(0, y - _ROW / 2, WIDTH, _ROW, "touch"), svg.text(_NAMES - 10, y + 4, label, "label strong", "end")]
    begin, end = x(since) if since is not None else None, x(until) if until is not None else None
    if begin is not None:
        parts.append(
            svg.rect(
                begin, y - 4, (x(last) if end is None else end) - begin, 8, f"span {row.kind}{' open' if end is None else ''}"
            )
        )
        parts.append(svg.tag("circle", cx=begin, cy=y, r=4.5, class_=f"dot {row.kind}"))
    if end is not None:
        parts.append(svg.line(end, y - 7, end, y + 7, f"stem {row.kind}"))
    return svg.join(parts)
