"""Events by year: cooperation above the line, conflict below, words light and deeds dark, documents beneath."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from dragoman.web.charts import svg
from dragoman.web.charts.axis import LEFT, RIGHT, WIDTH, Periods, strip
from dragoman.web.charts.periods import years

# Outwards from the line. Above it and below it.
ABOVE = ("verbal cooperation", "material cooperation")
BELOW = ("verbal conflict", "material conflict")
_PLOT, _STRIP, _TOP = 190.0, 34.0, 26.0
_CLASS = {
    "verbal cooperation": "coop verbal", "material cooperation": "coop material",
    "verbal conflict": "conf verbal", "material conflict": "conf material",
}  # fmt: skip


def by_year(counts: Mapping[str, Mapping[str, int]], documents: Mapping[str, int], href: Callable[[str, str], str]) -> Markup:
    """`counts[year][quad]` events; `href` of a year and a quad leads to them."""
    labels = years(year for year in counts if year)
    if not labels:
        return Markup("")
    periods = Periods(labels)
    up = max(sum(counts.get(y, {}).get(q, 0) for q in ABOVE) for y in labels)
    down = max(sum(counts.get(y, {}).get(q, 0) for q in BELOW) for y in labels)
    unit = _PLOT / max(up + down, 1)
    zero = _TOP + up * unit
    parts = _scale(up, down, unit, zero)
    for n, year in enumerate(labels):
        x, width = periods.bar(n)
        for quads, sign in ((ABOVE, -1), (BELOW, 1)):
            at = zero
            for quad in quads:
                count = counts.get(year, {}).get(quad, 0)
                if not count:
                    continue
                tall = count * unit
                y = at - tall if sign < 0 else at
                bar = svg.rect(x, y, width, tall, _CLASS[quad])
                parts.append(svg.linked(href(year, quad), f"{year}: {count:,} {quad}", bar))
                at += sign * tall
    foot = _TOP + _PLOT + 18 + _STRIP + 12
    parts += strip(periods, [documents.get(y, 0) for y in labels], foot, _STRIP, "documents published in the year")
    parts += periods.drawn(foot)
    said = f"Events by year, {labels[0]} to {labels[-1]}: cooperation above the line, conflict below, documents beneath"
    return svg.drawing("years", said, WIDTH, foot + 24, [*_key(), *parts], data_periods=" ".join(labels),
                       data_left=LEFT, data_right=WIDTH - RIGHT)  # fmt: skip


def _scale(up: float, down: float, unit: float, zero: float) -> list[Markup]:
    parts = [svg.line(LEFT, zero, WIDTH - RIGHT, zero, "base")]
    for highest, sign in ((up, -1), (down, 1)):
        for mark in svg.ticks(highest, 3):
            if mark:
                y = zero + sign * mark * unit
                parts += [
                    svg.line(LEFT, y, WIDTH - RIGHT, y, "grid"),
                    svg.text(LEFT - 6, y + 4, f"{mark:,.0f}", "label", "end"),
                ]
    return [*parts, svg.text(LEFT - 6, zero + 4, "0", "label", "end")]


def _key() -> list[Markup]:
    parts, x = [], LEFT
    for quad, words in (("verbal cooperation", "words"), ("material cooperation", "deeds")):
        parts += [svg.rect(x, 3, 11, 11, _CLASS[quad]), svg.text(x + 16, 13, f"cooperation in {words} ↑")]
        x += 160
    for quad, words in (("verbal conflict", "words"), ("material conflict", "deeds")):
        parts += [svg.rect(x, 3, 11, 11, _CLASS[quad]), svg.text(x + 16, 13, f"conflict in {words} ↓")]
        x += 145
    return parts
