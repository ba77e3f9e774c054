"""Chronologies: the date that stands on a line of its own over an entry is that of what the entry tells."""

from __future__ import annotations

import re

from dragoman.dates import is_chronicle
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
_EDGES = " \t*#:.|–—-[]()"


def entries_of(text: str, published: str | None) -> list[tuple[int, DateMention]]:
    """Where the entries of a chronology begin, in order, and their dates; none in another text."""
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
