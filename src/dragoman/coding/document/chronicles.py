"""Chronologies: the date that stands on a line of its own over an entry is that of what the entry tells."""

from __future__ import annotations

import re

from dragoman.dates import FEWEST_ENTRIES, MONTHS, is_chronicle, iso, precision
from dragoman.language.dates import DateMention, find_dates

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_LINE = re.compile(r"^(?=[^\n]{0,40}\d)[^\n]{4,44}$", re.MULTILINE)
_TITLE = re.compile(r"\b(?:chronolog(?:y|ies)|chronicle|timeline)\b", re.IGNORECASE)
_NAMED_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
# A text looks back where it names so many years, and of these no larger share than this from the last few before it.
_MANY, _FEW, _LONG = 5, 0.2, 4
# The head of an item in a list of dates, and how many make one.
_ITEM = re.compile(
    r"^[ \t*#•|–—-]*(?P<date>(?=[^\n:]{0,24}\d)[A-Z0-9][^\n:–—]{2,36}?)\s?(?::|[–—-](?=\s)|\.(?=\s))", re.MULTILINE
)
_ITEMS = 3
# The lines of a chronicle by months: a year or a month alone, and entries that open with a day, of the month over them or of
# one that they name.
_MONTHS = "|".join(form for name in MONTHS for form in (name.title(), name.upper()))
_BY_MONTH = re.compile(
    rf"^[ \t*#•|(\[–—-]*(?:(?P<year>{_YEAR.pattern})|(?P<month>{_MONTHS})\b\.?(?:,? (?P<of>{_YEAR.pattern}))?)[ \t*#:.|)\]–—-]*$"
    rf"|^[ \t*•|–—-]*(?P<alone>{_MONTHS})\b\s?(?::|[–—]|-(?=\s))\s+(?=\S)"
    rf"|^[ \t*•|–—-]*(?:(?P<before>{_MONTHS})\b\.?\s)?(?P<day>[1-3]?\d)(?:st|nd|rd|th)?(?:\s?(?:[-–—]|and|to)\s?(?P<last>[1-3]?\d))?"
    rf"(?:\s(?P<behind>{_MONTHS})\b)?(?:\s?[:.)]|\s?[–—]|\s-|(?=\s+[A-Z]))\s+(?=\S)",
    re.MULTILINE,
)
_MONTH_OPENS = re.compile(rf"^[ \t*#•|(\[–—-]*(?:\d\d? )?(?:{_MONTHS})\b", re.MULTILINE)
_ONE_YEAR = re.compile(rf"(?<![\d–-])({_YEAR.pattern})(?![\d–-])")
_EDGES = " \t*#:.|–—-[]()"


def entries_of(text: str, published: str | None, title: str = "") -> list[tuple[int, DateMention]]:
    """Where the entries of a chronology begin, in order, and their dates; none in another text. `title`: it may give the year of
    the months that stand over entries.
    """
    return _by_month(text, title) or _by_date(text, published)


def _by_month(text: str, title: str) -> list[tuple[int, DateMention]]:
    """The entries of a chronicle by months: those over which only the month stands, and those that open with a day of it, or with
    a day and a month of the year that the title or a line above gives.
    """
    if _MONTH_OPENS.search(text) is None:
        return []
    years = {*_ONE_YEAR.findall(title)}
    year, month = (int(years.pop()) if len(years) == 1 else None), None
    found: list[tuple[int, DateMention]] = []
    for line in _BY_MONTH.finditer(text):
        if named := line["month"] or line["before"] or line["behind"] or line["alone"]:
            month = MONTHS[named.lower()]
        last = None
        if line["day"] is None:
            year = int(line["year"] or line["of"] or year or 0) or None
            month = None if line["year"] else month
            date = iso(year, month)
        else:
            date, last = (iso(year, month, int(d or 0)) if year and month else None for d in line.group("day", "last"))
        if date is not None:
            at = line.end() if line["day"] is None and line["alone"] is None else line.start()
            found.append((at, DateMention(*line.span(), date, last, precision(date), "text")))
    dates = [date.date for _, date in found]
    return found if len(found) >= FEWEST_ENTRIES and _in_order(dates) and not _are_numbers(dates) else []


def _are_numbers(dates: list[str]) -> bool:
    """Whether the days of a month are rather the numbers of its points: three and more that count up from one."""
    days: dict[str, list[int]] = {}
    for date in dates:
        if len(date) == 10:
            days.setdefault(date[:7], []).append(int(date[8:]))
    return any(len(of) >= FEWEST_ENTRIES and of == [*range(1, len(of) + 1)] for of in days.values())


def _in_order(dates: list[str]) -> bool:
    """Whether months, and days, each follow upon each other, forwards or back."""
    months = [*dict.fromkeys(date[:7] for date in dates if len(date) > 4)]
    days = [date for date in dates if len(date) == 10]
    return all(some in (sorted(some), sorted(some, reverse=True)) for some in (months, days))


def _by_date(text: str, published: str | None) -> list[tuple[int, DateMention]]:
    """The entries over which a whole date stands, or a year."""
    found: list[tuple[int, DateMention]] = []
    last = -1
    for line in _LINE.finditer(text):
        date = _date_line(text, *line.span(), published)
        if date is None:
            continue
        if found and line.start() <= last + 1:
            found.pop()  # a date over a date heads nothing
        found.append((line.end(), date))
        last = line.end()
    return found if is_chronicle([date.date for _, date in found]) else []


def items_of(text: str) -> list[tuple[int, DateMention]]:
    """Where the lines of a list begin that each open with a date ("— 29 March: ..."), and their dates; the year may stand in one
    line for those below it. None where fewer than three lines open so.
    """
    found: list[tuple[int, DateMention]] = []
    for head in _ITEM.finditer(text):
        above = [found[-1][1].date] if found else []
        dates = find_dates(text, *head.span("date"), None, above)
        if len(dates) == 1 and not text[head.start("date") : dates[0].start].strip(_EDGES):
            found.append((head.start(), dates[0]))
    return found if len(found) >= _ITEMS else []


def looks_back(text: str, published: str) -> bool:
    """Whether a text tells of years long before it was published, and hardly of any other."""
    years = [int(year) for year in _NAMED_YEAR.findall(text)]
    near = sum(year > int(published[:4]) - _LONG for year in years)
    return len(years) >= _MANY and near <= _FEW * len(years)


def is_chronology(title: str) -> bool:
    """Whether a title says that its text is a chronology."""
    return _TITLE.search(title) is not None


def _date_line(text: str, start: int, end: int, published: str | None) -> DateMention | None:
    """The date that a line is, a year alone too."""
    words = text[start:end].strip(_EDGES)
    if _YEAR.fullmatch(words):
        at = text.index(words, start)
        return DateMention(at, at + 4, words, None, "year", "text")
    dates = find_dates(text, start, end, published)
    if len(dates) != 1 or dates[0].basis != "text":
        return None
    rest = text[start : dates[0].start] + text[dates[0].end : end]
    return dates[0] if not rest.strip(_EDGES) else None
