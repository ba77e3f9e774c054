"""Dates in figures and by the names of months: readers that take a place in a text and give the forms that begin there."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from dragoman.language import date_words as words
from dragoman.language.date_words import MONTH_NAMES, counts, is_span, is_year

STEPS = {"this": 0, "that": 0, "same": 0, "last": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1}
STEPS |= {"before": -1, "after": 1}


class Form(NamedTuple):
    """A date expression at `[start, end)`.

    What it states is in `year`, `month`, `day`, `weekday`. Where `base` is not "text", it counts `by` units of `unit`
    from the document's date ("published"), the date named before ("context"), either ("nearest"), or the one that
    follows ("beside"). `part` cuts a period ("early", "spring", "h1"). `lean` is -1 for "last", 0 for "this", 1 for
    "next" before a month, season or weekday. `loose` forms are dates only beside others.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    by: int = 0
    base: str = "text"
    part: str | None = None
    lean: int | None = None
    loose: bool = False

    @property
    def month_day(self) -> str:
        """Month and day as in ISO; what compares with them may be cut."""
        return f"{self.month or 0:02d}" + (f"-{self.day:02d}" if self.day else "")


class Place(NamedTuple):
    """Where a form may begin: at `at` in `text[start:end]`, after the form `last`; `cued` where only a date can follow."""

    text: str
    start: int
    end: int
    at: int
    last: Form | None = None
    cued: bool = False

    def match(self, pattern: re.Pattern[str], at: int | None = None) -> re.Match[str] | None:
        return pattern.match(self.text, self.at if at is None else at, self.end)

    def before(self) -> str:
        """The word that ends before this place, in small letters; empty at the start."""
        found = self.text[max(self.start, self.at - 24) : self.at].split()
        return found[-1].lower() if found else ""


def number(place: Place) -> list[Form]:
    """What begins with figures: days of a month, dates in figures, years, decades, "3 days later"."""
    text, at = place.text, place.at
    before = text[at - 1] if at > place.start else " "
    clock = before == ":" and text[at - 2 : at - 1].isdecimal()
    # A dash stands before figures in "30 September-2 October", and in codes and numbers.
    joined = place.last is not None and before in "-–—/" and gap_between(text, place.last.end, at) in RANGES
    if not place.cued and not joined and (before.isalnum() or before in "_.,/-–—£$€¥#§%°" or clock):
        return []
    if len(text[at : at + 5]) >= 4 and text[at : at + 4].isdecimal():
        return [] if text[at + 4 : at + 5].isalnum() and text[at + 4] != "s" else _year(place)
    return _days_of_month(place) or _figures(place) or _short_decade(place)


def _year(place: Place) -> list[Form]:
    text, at = place.text, place.at
    if text[at + 4 : at + 5] in ("-", ".", "/") and (match := place.match(words.YEAR_FIRST)):
        return [Form(at, match.end(), int(match["year"]), int(match["month"]), int(match["day"]))]
    if match := place.match(words.DECADE):
        return [Form(at, match.end(), int(match["year"]), unit="decade")]
    if match := place.match(words.YEARS):
        year, last = int(match["year"]), match["until"]
        until = int(match["year"][: 4 - len(last)] + last)
        near = until == year + 1 if match["dash"] == "/" else year < until <= year + 150
        sure = place.cued or year % 100 or until % 100 or is_year(text, at, at + 4, place.start, place.end)
        if near and year >= 1500 and until <= 2099 and sure and is_span(text, at, match.end(), place.start):
            return [Form(at, at + 4, year), Form(match.start("until"), match.end(), until)]
        if match := place.match(words.YEAR_MONTH):
            return [Form(at, match.end(), int(match["year"]), int(match["month"]))]
    if match := place.match(words.YEAR_MONTH_DAY):
        return [Form(at, match.end(), int(match["year"]), MONTH_NAMES[match["month"]], figure(match["day"]))]
    if (at == 0 or text[at - 1] == "\n") and (match := place.match(words.YEAR_OVER_DAY)):
        named, day = match["month"] or match["only"], match["day"]
        return [Form(at, match.end(), int(match["year"]), MONTH_NAMES[named], figure(day) if day else None)]
    if not place.match(words.ONE_YEAR):
        return []
    year = int(text[at : at + 4])
    joined = place.cued or (place.last is not None and _continues(text, place.last, at))
    if (joined and 1500 <= year <= 2099 and counts(text, at + 4) is None) or is_year(text, at, at + 4, place.start, place.end):
        return [Form(at, at + 4, year)]
    return []


def _continues(text: str, last: Form, at: int) -> bool:
    """Whether a number at `at` is a further year of a list or range: "1970, 1983", "from May 1994 to 1996"."""
    gap = gap_between(text, last.end, at)
    return gap in RANGES or (gap in LISTS and last.year is not None and last.month is None)


def _days_of_month(place: Place) -> list[Form]:
    """ "6 January 2017", "3–5 May", "the 6th of May"."""
    match = place.match(words.DAYS_MONTH)
    if match is None:
        return []
    days = [d.span() for d in words.ONE_DAY.finditer(place.text, match.start("days"), match.end("days"))]
    if "," in match["days"] and not _AND.search(match["days"]):
        days = days[-1:]
    year, end = stated_year(place, match)
    days[-1] = days[-1][0], end
    return _days(place, days, MONTH_NAMES[match["month"]], year)


def _days(place: Place, days: list[tuple[int, int]], month: int, year: dict[str, Any]) -> list[Form]:
    """A form for each day of a list; loose where an event is called by them ("the June 15 Joint Declaration")."""
    called = not year and words.CALLED.match(place.text, days[-1][1], place.end) is not None
    figures = [words.A_DAY.search(place.text, *span) for span in days]
    return [
        Form(*span, month=month, day=int(day.group()), loose=called, **year)
        for span, day in zip(days, figures, strict=True)
        if day
    ]


_AND = re.compile(r"and|or|&")


def month(place: Place) -> list[Form]:
    """ "January 6, 2017", "May 3-5", "Sept. 2001", "in December of that year"; a month alone is loose without a cue."""
    found = _month_days(place)
    if found:
        return found
    if place.before().isdecimal() and not place.cued and len(place.before()) < 3:
        return [Form(place.at, place.at + 3, loose=True)]  # a day that there is not: "45 May"
    if match := place.match(words.MONTH_YEAR):
        year, end = stated_year(place, match)
        if year:
            return [Form(place.at, end, month=MONTH_NAMES[match["month"]], **year)]
    if place.match(words.FEAST):
        return feast(place)
    alone = place.match(words.MONTH_ALONE)
    if alone is None or (alone["month"].title() in words.SHORT and alone.group()[-1] != "."):
        return []
    cues = _CAREFUL_CUES if alone["month"].title() in ("May", "March") else _MONTH_CUES
    return [Form(place.at, alone.end(), month=MONTH_NAMES[alone["month"]], loose=not place.cued and place.before() not in cues)]


def _month_days(place: Place) -> list[Form]:
    match = place.match(words.MONTH_DAYS)
    if match is None:
        return []
    days = [d.span() for d in words.ONE_DAY.finditer(place.text, match.start("days"), match.end("days"))]
    if "," in match["days"] and not _AND.search(match["days"]):
        days = days[:1]
    end = days[-1][1]
    whole = end >= match.end("days")
    year, over = stated_year(place, match, end) if whole else ({}, end)
    counted = None if year else counts(place.text, end)
    if counted and not (counted in words.PEOPLE and place.before() == "on"):
        days = days[:-1]  # "In May 15 people died", but "On May 15 workers marched"
    elif days:
        days[-1] = days[-1][0], over
    if not days:
        return []
    days[0] = place.at, days[0][1]
    return _days(place, days, MONTH_NAMES[match["month"]], year)


_MONTH_CUES = frozenset("in since until till during by from before after through throughout".split())
# May and March are names and words too.
_CAREFUL_CUES = frozenset("in since until till during".split())


def stated_year(place: Place, match: re.Match[str], without: int | None = None) -> tuple[dict[str, Any], int]:
    """The year that an expression ends with as fields of a form, and where the expression ends.

    "In May 2000 soldiers crossed" has none: such a number belongs to what follows.
    """
    part = match.groupdict()
    if part.get("which"):
        step = part["which"].lower().split()
        base = "published" if step[0] in ("this", "last", "next") else "context"
        return {"unit": "year", "by": STEPS[step[-1]], "base": base}, match.end()
    if part.get("beside"):
        return {"unit": "year", "by": STEPS[part["beside"]], "base": "context"}, match.end()
    if part.get("juche"):
        return {"year": int(part["juche_year"] or int(part["juche"]) + 1911)}, match.end()
    group = "year" if part.get("year") else "glued"
    if not part.get(group):
        return {}, match.end()
    year, start = int(part[group]), match.start(group)
    comma = place.text[max(0, start - 2) : start].strip() == ","
    if counts(place.text, match.end()) and (year % 100 == 0 or (not comma and "day" in part)):
        return {}, without if without is not None else match.end("month")
    return {"year": year}, match.end()


def figure(day: str) -> int:
    return int(day.rstrip("stndrh"))


def _figures(place: Place) -> list[Form]:
    """ "13.06.2018", where day and month cannot be exchanged."""
    match = place.match(words.DAY_FIRST)
    if match is None:
        return []
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if a == b or (a > 12) != (b > 12):
        return [Form(place.at, match.end(), year, min(a, b) if a > 12 else a if b > 12 else b, max(a, b))]
    return [Form(place.at, match.end(), loose=True)]


def _short_decade(place: Place) -> list[Form]:
    """ "the '90s", "late 80s"."""
    match = place.match(words.SHORT_DECADE)
    quoted = place.text[place.at - 1 : place.at] in ("'", "’", "‘") or place.before() == "the"
    if match is None or not (place.cued or quoted or (place.last is not None and place.last.unit == "decade")):
        return []
    return [Form(place.at, match.end(), 1900 + int(match["tens"]), unit="decade")]


def feast(place: Place) -> list[Form]:
    match = place.match(words.FEAST)
    if match is None:
        return []
    month, day = words.FEASTS[match["feast"].replace("’", "'")]
    year, end = stated_year(place, match, match.end("feast"))
    return [Form(place.at, end, month=month, day=day, **year)]


def juche(place: Place) -> list[Form]:
    """ "Juche 105 (2016)", with the day that may follow."""
    match = place.match(words.JUCHE_YEAR)
    if match is None:
        return []
    year = stated_year(place, match)[0]["year"]
    if match["month"]:
        return [Form(place.at, match.end(), year, MONTH_NAMES[match["month"]], figure(match["day"]))]
    return [Form(place.at, match.end(), year)]


# What lies between two dates of a list, and of a range.
LISTS = frozenset({",", "and", "or", ", and", ", or", "&", "and in", "and on", ", on", ", in", "and from", "and the"})
RANGES = frozenset(
    {"-", "–", "—", "/", "to", "to the", "until the", "until", "till", "through", "up to", "to about", "until about"}
)


def gap_between(text: str, start: int, end: int) -> str | None:
    """The words between two forms, blanks trimmed; None where they are too far apart to belong together."""
    return " ".join(text[start:end].split()) if 0 <= end - start <= 14 else None
