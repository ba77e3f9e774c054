"""Documents by month, or by year where there are many: where there are none is marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from dragoman.web.charts import svg
from dragoman.web.charts.axis import LEFT, RIGHT, WIDTH, Periods, amounts
from dragoman.web.charts.periods import months, years

HEIGHT = 150
_MOST_MONTHS = 420


def shown(by_month: Mapping[str, int], by_year: Mapping[str, int]) -> tuple[str, Mapping[str, int]]:
    """`month` or `year`, and the counts of it: by year where there would be too many months to tell apart."""
    monthly = bool(by_month) and len(months(min(by_month), max(by_month))) <= _MOST_MONTHS
    return ("month", by_month) if monthly else ("year", by_year)


def documents(unit: str, counts: Mapping[str, int], href: Callable[[str], str]) -> Markup:
    """`counts` has the periods that have any; those between without are marked."""
    labels = (months(min(counts), max(counts)) if unit == "month" else years(counts)) if counts else []
    if not labels:
        return Markup("")
    periods, base = Periods(labels), HEIGHT - 24.0
    each, parts = amounts(max(counts.get(one, 0) for one in labels), base, base - 12)
    for n, label in enumerate(labels):
        count = counts.get(label, 0)
        x, width = periods.bar(n)
        if count:
            bar = svg.rect(x, base - count * each, width, count * each, "documents")
            parts.append(svg.linked(href(label), f"{label}: {count:,} documents", bar))
        else:
            parts.append(svg.rect(periods.x(n), base - 2.5, periods.step, 5, "gap"))
    empty = sum(not counts.get(one) for one in labels)
    said = f"Documents by {unit}, {labels[0]} to {labels[-1]}; {empty:,} of {len(labels):,} {unit}s have none"
    return svg.drawing("documents", said, WIDTH, HEIGHT, [*parts, *periods.drawn(base)], data_periods=" ".join(labels),
                       data_left=LEFT, data_right=WIDTH - RIGHT)  # fmt: skip


def ranked(
    counts: Mapping[str, int], href: Callable[[str], str | None], shown: int = 12
) -> list[tuple[str, int, float, str | None]]:
    """The most frequent values: value, count, share of the highest in per cent, where it leads."""
    first = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:shown]
    highest = first[0][1] if first else 1
    return [(value, n, 100 * n / highest, href(value)) for value, n in first]
