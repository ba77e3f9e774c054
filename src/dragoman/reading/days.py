"""Dates as datelines, page heads and signatures write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.dates import MONTHS, WEEKDAYS, iso

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = "(?:" + "|".join(WEEKDAYS) + r"|mon|tues?|wed|thur?s?|fri|sat|sun)\b\.?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:1[6-9]|20)\d\d(?!\d)"

_FORMS = (
    rf"juche\s+(?P<jyear>\d{{1,3}})\s*\(\s*(?P<jy>{_YEAR})\s*\)[.,]?\s*(?P<jm>{_MONTH})\s*(?P<jd>\d{{1,2}})(?!\d)",
    rf"(?P<y1>{_YEAR})\s?[-./年]\s?(?P<m1>\d{{1,2}})\s?[-./月]\s?(?P<d1>\d{{1,2}})(?!\d)日?",
    rf"(?<!\d)(?P<a2>\d{{1,2}})\s?[-./]\s?(?P<b2>\d{{1,2}})\s?[-./]\s?(?P<y2>{_YEAR}|(?<=/)\d\d(?![\d:]))",
    rf"(?<![\d,.])(?P<d3>\d{{1,2}}){_ORDINAL}(?:\s+day)?(?:\s+of)?[\s/-]*(?P<m3>{_MONTH})(?:\s*,)?[\s/-]*(?P<y3>{_YEAR})",
    rf"(?P<m4>{_MONTH})\s*(?P<d4>\d{{1,2}}){_ORDINAL}(?!\d)(?:\s*,\s*|\s+)(?P<y4>{_YEAR})",
    rf"(?<![\d,.])(?P<d5>\d{{1,2}}){_ORDINAL}(?:\s+of)?[\s-]*(?P<m5>{_MONTH})(?!\w)",
    rf"(?P<m6>{_MONTH})\s*(?P<d6>\d{{1,2}}){_ORDINAL}(?![\d\w])(?!\s?,\d)",
    rf"(?P<m7>{_MONTH})(?:\s*,\s*|\s+)(?P<y7>{_YEAR})",
)
_ANY = re.compile(r"(?<![^\W_])(?:" + "|".join(_FORMS) + ")", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
_LONGEST_MONTH = 40  # with what parts it from the figures
_CLOCK = re.compile(
    r"(?:at\s+)?\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\s*(?:a\.?m\.?|p\.?m\.?))?(?:\s*(?:hrs?|hours|"
    r"o'clock))?(?:\s*\(?[A-Z]{1,4}T?(?:[+-]\d{1,2}(?::?\d\d)?)?\)?)?(?![\d\w])",
    re.IGNORECASE,
)
WEEKDAY = re.compile(rf"(?<![\w'’])(?P<weekday>{_WEEKDAY})(?!\w)", re.IGNORECASE)
_MAY = re.compile(r"(?<![^\W_])may\b")
# Two figures of a year: before this they are of the new century.
_CENTURY = 50


@dataclass(frozen=True, slots=True)
class Day:
    """A date as written at `[start, end)`.

    `options` are the dates that it can mean, complete or cut to precision: none where the year is missing, two where
    day and month in figures can be exchanged (the first reads day first).
    """

    start: int
    end: int
    text: str
    options: tuple[str, ...] = ()
    year: int | None = None
    month: int | None = None
    day: int | None = None

    def shifted(self, by: int) -> Day:
        return Day(self.start + by, self.end + by, self.text, self.options, self.year, self.month, self.day)

    def in_year(self, year: int) -> str | None:
        return iso(year, self.month, self.day)


def days_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Day]:
    """Every date written in `text[start:end]`, in order; a day that no calendar has is none."""
    stop, last = len(text) if end is None else end, start
    for at in _beginnings(text, start, stop):
        match = _ANY.match(text, at, stop) if at >= last else None
        if match is not None:
            last = match.end()
            day = _day(match)
            if day is not None:
                yield day


def _beginnings(text: str, start: int, stop: int) -> Iterator[int]:
    """Where dates can begin: at figures, and at the word before them. To try every letter takes several times as long."""
    for figures in _FIGURES.finditer(text, start, stop):
        before = text[max(start, figures.start() - _LONGEST_MONTH) : figures.start()]
        end = at = len(before.rstrip(" ,.\t\n"))
        while at and before[at - 1].isalpha():
            at -= 1
        if at < end:
            yield figures.start() - len(before) + at
        yield figures.start()


def day_at(text: str, at: int) -> Day | None:
    """The date that begins at `at`."""
    match = _ANY.match(text, at)
    return _day(match) if match else None


def clock_at(text: str, at: int) -> int:
    """The end of a time of day that begins at `at`, or `at`."""
    match = _CLOCK.match(text, at)
    return match.end() if match else at


def weekday_number(word: str) -> int:
    """0 for Monday."""
    return next(number for name, number in WEEKDAYS.items() if name.startswith(word.lower().rstrip(".")[:3]))


def _day(match: re.Match[str]) -> Day | None:
    found = {k: v for k, v in match.groupdict().items() if v is not None}
    start, end = match.span()
    text = match.group()
    if "a2" in found:
        return _figures(found, start, end, text)
    if _MAY.match(text):  # "may 5" in small letters is no date
        return None
    values = {k[0]: v for k, v in found.items() if k != "jyear"}
    if "jy" in found:
        values = {"y": found["jy"], "m": found["jm"], "d": found["jd"]}
    year = int(values["y"]) if "y" in values else None
    month = int(values["m"]) if values["m"].isdigit() else MONTHS[values["m"].lower().rstrip(".")]
    day = int(values["d"]) if "d" in values else None
    if iso(year or 2000, month, day) is None:  # 2000 has a 29 February
        return None
    date = iso(year, month, day)
    return Day(start, end, text, (date,) if date else (), year, month, day)


def _figures(found: dict[str, str], start: int, end: int, text: str) -> Day | None:
    """A date all in figures with the year last: day first, month first, or, where no full stops part them, both."""
    a, b, year = int(found["a2"]), int(found["b2"]), int(found["y2"])
    if year < 100:
        year += 2000 if year < _CENTURY else 1900
    options = [o for o in (iso(year, b, a), iso(year, a, b)) if o]
    if text.count(".") == 2:  # who parts the figures with full stops writes the day first
        options = options[:1]
    unique = tuple(dict.fromkeys(options))
    if not unique:
        return None
    if len(unique) > 1:
        return Day(start, end, text, unique, year)
    return Day(start, end, text, unique, year, int(unique[0][5:7]), int(unique[0][8:]))


_FILLER = re.compile(
    r"(?:[\s,.;|·•()/-]|\b(?:at|on|the|of|local time|time|hrs|hours|gmt|utc|bst|est|edt|cet|kst|msk|jst|"
    r"ist|[ap]\.?m)\b)*",
    re.IGNORECASE,
)
_LONGEST_DATE_LINE = 70


@lru_cache(maxsize=4096)
def whole_day(words: str) -> tuple[Day, str | None] | None:
    """The date that a whole line is, with its weekday: "Sunday, 1 October 2023, 10:30 GMT"; None for any other line."""
    if len(words) > _LONGEST_DATE_LINE or not any(c.isdigit() for c in words):
        return None
    day = next(days_in(words), None)
    if day is None:
        return None
    rest = words[: day.start] + " " + words[day.end :]
    named = WEEKDAY.search(rest)
    if named:
        rest = rest[: named.start()] + " " + rest[named.end() :]
    clock = re.search(_CLOCK.pattern, rest, re.IGNORECASE)
    if clock:
        rest = rest[: clock.start()] + " " + rest[clock.end() :]
    return (day, named.group("weekday") if named else None) if _FILLER.fullmatch(rest) else None
