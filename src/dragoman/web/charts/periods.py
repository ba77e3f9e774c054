"""Years and months as places on an axis."""

from __future__ import annotations

from collections.abc import Iterable


def months(first: str, last: str) -> list[str]:
    """Every month from `first` to `last`, both included: `2017-01`."""
    a, b = _index(first), _index(last)
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(a, b + 1)]


def years(found: Iterable[str]) -> list[str]:
    """Every year from the first to the last of those given; "" is none."""
    known = sorted(year for year in found if year.isdigit() and len(year) == 4)
    return [f"{n:04d}" for n in range(int(known[0]), int(known[-1]) + 1)] if known else []


def _index(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def as_year(date: str | None) -> float | None:
    """A date cut to its precision as a number on an axis of years: the middle of what is known."""
    if not date or not date[:4].isdigit():
        return None
    year = int(date[:4])
    if len(date) < 7:
        return year + 0.5
    month = int(date[5:7]) - 1
    day = int(date[8:10]) - 0.5 if len(date) >= 10 else 15.2
    return year + (month + day / 30.5) / 12
