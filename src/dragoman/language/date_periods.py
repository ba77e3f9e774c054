"""Stretches of the calendar: days, months and seasons from another, and parts of years, months and decades."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from dragoman.dates import bounds, day_of, iso
from dragoman.language.date_figures import Form


class Period(NamedTuple):
    """From `date` to `date_end`, both included and cut to what is known; `basis` as in a DateMention."""

    date: str
    date_end: str | None
    basis: str

    def holds(self, day: str) -> bool:
        """Whether the partial date `day` lies within."""
        return bounds(self.date)[0] <= bounds(day)[0] and bounds(day)[1] <= bounds(self.date_end or self.date)[1]


SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
# First and last month of the parts of a year, days of a month, years of a decade.
_OF_YEAR = {
    "early": (1, 4), "mid": (5, 8), "late": (9, 12), "beginning": (1, 3), "start": (1, 1), "middle": (6, 7), "end": (12, 12),
    "close": (12, 12), "first half": (1, 6), "second half": (7, 12), "last half": (7, 12), "h1": (1, 6), "h2": (7, 12),
    "first quarter": (1, 3), "second quarter": (4, 6), "third quarter": (7, 9), "fourth quarter": (10, 12),
    "last quarter": (10, 12), "first days": (1, 1), "last days": (12, 12), "last day": (12, 12), "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
}  # fmt: skip
_OF_MONTH = {
    "early": (1, 10), "mid": (11, 20), "late": (21, 31), "beginning": (1, 10), "start": (1, 10), "middle": (11, 20),
    "end": (21, 31), "close": (21, 31), "first half": (1, 15), "second half": (16, 31), "first week": (1, 7),
    "last day": (31, 31), "first days": (1, 7), "last days": (25, 31), "second week": (8, 14), "third week": (15, 21), "fourth week": (22, 28), "last week": (25, 31),
}  # fmt: skip
_OF_DECADE = {
    "early": (0, 3), "mid": (4, 6), "late": (7, 9), "beginning": (0, 0), "start": (0, 0), "middle": (4, 6), "end": (9, 9),
    "close": (9, 9), "first half": (0, 4), "second half": (5, 9), "first days": (0, 0), "last days": (9, 9),
    "last day": (9, 9),
}  # fmt: skip


def shifted(day: date, by: int) -> str | None:
    try:
        return (day + timedelta(by)).isoformat()
    except OverflowError:
        return None


def as_period(found: str | None, basis: str) -> Period | None:
    return Period(found, None, basis) if found else None


def month_range(year: int, month: int, number: int) -> tuple[str, str] | None:
    """`number` months from `month` of `year`, over the turn of the year where need be."""
    last = month + number - 1
    first, end = iso(year, month), iso(year + (last - 1) // 12, (last - 1) % 12 + 1)
    return (first, end) if first and end else None


def neighbour(form: Form, origin: Period) -> Period | None:
    """The weekday, month or season named next after a date ("the following Friday"), before it, or in its year ("that May")."""
    if form.unit == "year":  # "in May of the following year"
        moved = move(origin, "year", form.by)
        return as_period(iso(int(moved[0]), form.month, form.day), "context") if moved else None
    if form.weekday is not None:
        day = day_of(origin.date_end if form.by > 0 and origin.date_end else origin.date)
        away = (form.weekday - day.weekday()) % 7 if day is not None else 0
        moved_to = shifted(day, (away or 7) if form.by > 0 else away if form.by == 0 else away - 7) if day is not None else None
        return as_period(moved_to, "context")
    year, first = int(origin.date[:4]), form.month or SEASONS[form.part or "spring"]
    here = origin.date[5:7]
    if form.by and not here:
        return None
    year += int(form.by > 0 and f"{first:02d}" <= here) - int(form.by < 0 and f"{first:02d}" >= here)
    months = month_range(year, first, 1 if form.month else 3)
    return Period(months[0], None if form.month else months[1], "context") if months else None


def move(period: Period, unit: str, by: int) -> tuple[str, str | None] | None:
    """The unit of time `by` units behind the end of a period, or before its beginning; None where that is too coarse."""
    origin = period.date_end if by > 0 and period.date_end else period.date
    if unit == "year":
        year = iso(int(origin[:4]) + by)
        return (year, None) if year else None
    if unit == "same-day":
        there = iso(int(origin[:4]) + by, int(origin[5:7]), int(origin[8:])) if len(origin) == 10 else None
        return (there, None) if there else None
    if unit == "month":
        if len(origin) < 7:
            return None
        months = int(origin[:4]) * 12 + int(origin[5:7]) - 1 + by
        month = iso(months // 12, months % 12 + 1)
        return (month, None) if month else None
    day = day_of(origin)
    if day is None:
        return None
    if unit == "day":
        moved = shifted(day, by)
        return (moved, None) if moved else None
    monday = 7 * by - day.weekday()
    first, last = shifted(day, monday + (5 if unit == "weekend" else 0)), shifted(day, monday + 6)
    return (first, last) if first and last else None


def part_of(whole: Period, part: str, *, decade: bool) -> Period | None:
    """A part of a year, month or decade; a week, or what has no such part, stays whole."""
    year = int(whole.date[:4])
    found: tuple[str, str] | None = None
    if decade:
        if part in _OF_DECADE and whole.date_end == str(year + 9):
            found = str(year + _OF_DECADE[part][0]), str(year + _OF_DECADE[part][1])
    elif len(whole.date) == 4:
        if part in SEASONS:
            found = month_range(year, SEASONS[part], 3)
        elif part in _OF_YEAR:
            first, last = _OF_YEAR[part]
            found = month_range(year, first, last - first + 1)
    elif len(whole.date) == 7 and part in _OF_MONTH:
        first, last = _OF_MONTH[part]
        final = int(bounds(whole.date)[1][8:])
        first = {"last week": final - 6, "last days": final - 6, "last day": final}.get(part, first)
        found = f"{whole.date}-{first:02d}", f"{whole.date}-{min(last, final):02d}"
    else:
        return whole if len(whole.date) == 10 else None
    if found is None:
        return None
    return Period(found[0], found[1] if found[1] != found[0] else None, whole.basis)
