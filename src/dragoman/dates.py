"""Partial dates: ISO strings cut to what is known (`2017`, `2017-01`, `2017-01-06`)."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Sequence
from functools import lru_cache

PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
MONTHS = (
    {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
    | {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name}
    | {"sept": 9}
)
WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
# So many dates over entries make a chronology.
FEWEST_ENTRIES = 3


def is_chronicle(days: Sequence[str | None]) -> bool:
    """Whether dates that each stand alone over an entry make a chronology: enough of them, in order, forwards or back."""
    known = [day or "" for day in days]
    return len(known) >= FEWEST_ENTRIES and known in (sorted(known), sorted(known, reverse=True))


@lru_cache(maxsize=4096)
def is_partial(value: str) -> bool:
    """Whether `value` is a date that can exist, at the precision it has."""
    match = PARTIAL.fullmatch(value)
    if not match:
        return False
    year, month, day = (int(g) if g else None for g in match.groups())
    return iso(year, month, day) == value


def iso(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """The partial date, or None where there is no such day, month or year (1 to 9999)."""
    if year is None or not 1 <= year <= 9999:
        return None
    if month is None:
        return f"{year:04d}" if day is None else None
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def precision(value: str) -> str:
    """`year`, `month` or `day`."""
    return {4: "year", 7: "month", 10: "day"}[len(value)]


def day_of(value: str) -> datetime.date | None:
    """The calendar day, where the date is that precise."""
    return datetime.date.fromisoformat(value) if len(value) == 10 else None


def bounds(value: str) -> tuple[str, str]:
    """First and last day that a partial date can mean."""
    if len(value) == 10:
        return value, value
    if len(value) == 7:
        year, month = int(value[:4]), int(value[5:7])
        return f"{value}-01", f"{value}-{calendar.monthrange(year, month)[1]:02d}"
    return f"{value}-01-01", f"{value}-12-31"
