"""Conflict and cooperation by month or year: what is told of deeds apart from what a text itself performs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from dragoman.web.charts import svg
from dragoman.web.charts.axis import LEFT, RIGHT, WIDTH, Periods, strip

_PLOT, _STRIP, _TOP = 170.0, 34.0, 30.0
_MARKS = (-10, -5, 0, 5, 10)


class Tone(NamedTuple):
    """The mean score of some events of a period, from -10 (conflict) to 10 (cooperation), and how many they are."""

    mean: float
    events: int


def by_period(
    labels: Sequence[str], told: Mapping[str, Tone], performed: Mapping[str, Tone], documents: Mapping[str, int],
    href: Callable[[str, bool], str],
) -> Markup:  # fmt: skip
    """`href` of a period, and whether it is of what is performed, leads to the events."""
    if not labels:
        return Markup("")
    periods = Periods(labels)

    def y(score: float) -> float:
        return _TOP + _PLOT / 2 - score * _PLOT / 20

    parts = [svg.line(LEFT, y(one), WIDTH - RIGHT, y(one), "base" if not one else "grid") for one in _MARKS]
    parts += [svg.text(LEFT - 6, y(one) + 4, f"{one:+d}" if one else "0", "label", "end") for one in _MARKS]
    for n, label in enumerate(labels):
        for found, is_performed in ((told.get(label), False), (performed.get(label), True)):
            if found is None:
                continue
            size = min(3.0 + found.events**0.5, 9.0)
            x = periods.middle(n)
            kind = "coop" if found.mean > 0 else "conf" if found.mean < 0 else "even"
            stem = svg.line(x, y(0), x, y(found.mean), f"stem {kind}")
            mark = _diamond(x, y(found.mean), size, kind) if is_performed else svg.tag(
                "circle", cx=x, cy=y(found.mean), r=size, class_=f"dot {kind}"
            )  # fmt: skip
            words = "performed in words" if is_performed else "told"
            title = (
                f"{label}, {words}: mean {found.mean:+.1f} of {found.events:,} events; {documents.get(label, 0):,} documents"
            )
            parts.append(svg.linked(href(label, is_performed), title, stem + mark))
    foot = _TOP + _PLOT + 18 + _STRIP + 12
    unit = "month" if len(labels[0]) == 7 else "year"
    parts += strip(periods, [documents.get(one, 0) for one in labels], foot, _STRIP, f"documents published in the {unit}")
    parts += periods.drawn(foot)
    said = (
        f"Conflict and cooperation by {unit}, {labels[0]} to {labels[-1]}, on a scale from -10 to +10; "
        "documents of the period beneath"
    )
    return svg.drawing("tone", said, WIDTH, foot + 24, [*_key(), *parts], data_periods=" ".join(labels),
                       data_left=LEFT, data_right=WIDTH - RIGHT)  # fmt: skip


def _diamond(x: float, y: float, size: float, kind: str) -> Markup:
    points = f"{x:.1f},{y - size:.1f} {x + size:.1f},{y:.1f} {x:.1f},{y + size:.1f} {x - size:.1f},{y:.1f}"
    return svg.tag("polygon", points=points, class_=f"open {kind}")


def _key() -> list[Markup]:
    return [
        svg.tag("circle", cx=LEFT + 6, cy=9.0, r=5, class_="dot coop"),
        svg.text(LEFT + 16, 13, "events that are told"),
        _diamond(LEFT + 166, 9.0, 5.5, "conf"),
        svg.text(LEFT + 177, 13, "rhetoric: what a text itself does (“we condemn”)"),
        svg.text(WIDTH - RIGHT, 13, "the more events, the larger; above 0 cooperation, below conflict", "label", "end"),
    ]
