"""Axes: time from left to right, amounts from bottom to top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.web.charts import svg

WIDTH = 960
LEFT, RIGHT = 44.0, 8.0


@dataclass(frozen=True)
class Periods:
    """Years or months side by side, each as wide as the others."""

    labels: Sequence[str]
    width: int = WIDTH

    @property
    def step(self) -> float:
        return (self.width - LEFT - RIGHT) / max(1, len(self.labels))

    def x(self, n: int) -> float:
        """Where the `n`th period begins."""
        return LEFT + n * self.step

    def middle(self, n: int) -> float:
        return self.x(n) + self.step / 2

    def bar(self, n: int) -> tuple[float, float]:
        """Where a bar begins, and how wide it is: with some air, and never too thin to be seen."""
        width = max(1.0, min(self.step * 0.82, 28.0))
        return self.middle(n) - width / 2, width

    def drawn(self, y: float) -> list[Markup]:
        """Labels beneath: of months the years alone where there are many."""
        monthly = bool(self.labels) and len(self.labels[0]) == 7
        shown = [(n, one) for n, one in enumerate(self.labels) if not monthly or one.endswith("-01") or len(self.labels) <= 14]
        if monthly and len(self.labels) > 14:
            shown = [(n, one[:4]) for n, one in shown]
        each = 58.0 if any(len(one) == 7 for _, one in shown) else 40.0
        skip = svg.every([one for _, one in shown], self.width - LEFT - RIGHT, each)
        parts = []
        for n, one in shown[::skip]:
            parts.append(svg.line(self.middle(n), y, self.middle(n), y + 4, "tick"))
            parts.append(svg.text(self.middle(n), y + 16, one, "label", "middle"))
        return parts


def amounts(highest: float, y: float, height: float, *, width: int = WIDTH, most: int = 4) -> tuple[float, list[Markup]]:
    """A scale from 0 at `y` upwards: how much one unit is, and its lines."""
    marks = svg.ticks(highest, most)
    top = max(highest, marks[-1], 1e-9)
    unit = height / top
    parts = []
    for one in marks:
        parts.append(svg.line(LEFT, y - one * unit, width - RIGHT, y - one * unit, "grid" if one else "base"))
        parts.append(
            svg.text(LEFT - 6, y - one * unit + 4, f"{one:,.0f}" if one >= 1 or not one else f"{one:g}", "label", "end")
        )
    return unit, parts


def strip(periods: Periods, counts: Sequence[int], y: float, height: float, said: str) -> list[Markup]:
    """The documents of each period beneath a chart: what each of its counts is to be read beside; where there are none,
    a mark on the line says so."""
    highest = max(counts, default=0) or 1
    parts = [svg.text(LEFT, y - height - 5, said, "label strong"), svg.line(LEFT, y, periods.width - RIGHT, y, "base")]
    for n, count in enumerate(counts):
        x, width = periods.bar(n)
        if count:
            bar = svg.rect(x, y - height * count / highest, width, height * count / highest, "documents")
            parts.append(svg.linked(None, f"{periods.labels[n]}: {count:,} documents", bar))
        else:
            parts.append(svg.rect(periods.x(n), y - 2, periods.step, 4, "gap"))
    parts.append(svg.text(LEFT - 6, y - height + 8, f"{highest:,}", "label", "end"))
    return parts
