"""Which days a form means: arithmetic from the document's date and from the dates named before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

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


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
# First and last month of the parts of a year, days of a month, years of a decade. The end of a month is longer than its last day.
_OF_YEAR = {
    "early": (1, 4), "mid": (5, 8), "late": (9, 12), "beginning": (1, 1), "start": (1, 1), "middle": (6, 7), "end": (12, 12),
    "close": (12, 12), "first half": (1, 6), "second half": (7, 12), "last half": (7, 12), "h1": (1, 6), "h2": (7, 12),
    "first quarter": (1, 3), "second quarter": (4, 6), "third quarter": (7, 9), "fourth quarter": (10, 12),
    "last quarter": (10, 12), "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
}  # fmt: skip
_OF_MONTH = {
    "early": (1, 10), "mid": (11, 20), "late": (21, 31), "beginning": (1, 10), "start": (1, 10), "middle": (11, 20),
    "end": (21, 31), "close": (21, 31), "first half": (1, 15), "second half": (16, 31), "first week": (1, 7),
    "second week": (8, 14), "third week": (15, 21), "fourth week": (22, 28), "last week": (25, 31),
}  # fmt: skip
_OF_DECADE = {
    "early": (0, 3), "mid": (4, 6), "late": (7, 9), "beginning": (0, 0), "start": (0, 0), "middle": (4, 6), "end": (9, 9),
    "close": (9, 9), "first half": (0, 4), "second half": (5, 9),
}  # fmt: skip
_SAYS = re.compile(r"\b(?:said|says|told|announced|reported|stated|declared|added|wrote|noted|claimed|confirmed|reporters)\s(?:on\s)?$")
_AHEAD = re.compile(
    r"\b(?:will|shall|would|must|should|to be|is to|are to|scheduled|slated|due|plan(?:s|ned|ning)?|set for|upcoming|forthcoming|"
    r"coming|expected|going to|deadline)\b|['’]ll\b"
)
_BREAK = re.compile(r"[;:\n]|\.\s|\bthat\b|\b(?:who|which|when|after|before)\b")
_LOOK = 70


class Anchors:
    """What dates of a stretch of text are read by: the document's date, the last date named, and the year being told of."""

    def __init__(self, text: str, start: int, end: int, published: str | None, named: list[str]) -> None:
        self.text, self.start, self.end = text, start, end
        self.published = published
        self.last = Period(named[-1], None, "context") if named else None
        self.scene: Period | None = None

    def tell(self, form: Form, start: int, period: Period) -> None:
        """Takes note of a date that the text has named; one that an adverb phrase opens with sets the scene."""
        self.last = period
        yearly = form.unit == "year" and form.base != "text"
        if yearly or (form.year and form.unit is None and self._opens(start)):
            self.scene = period if yearly else period._replace(basis="context")

    def _opens(self, start: int) -> bool:
        before = self.text[max(self.start, start - 12) : start].lower().split()
        return not before or before[-1] in ("in", "on", "during", "from", "between", "since")

    def resolve(self, form: Form, since: str | None = None) -> Period | None:
        """What the form means, or None; `since` is the date that it ends a range from."""
        whole = self._whole(form, since)
        if whole is None or form.part is None or (form.part in _SEASONS and form.lean is not None):
            return whole
        return _cut(whole, form.part, decade=form.unit == "decade")

    def beside(self, form: Form, period: Period) -> Period | None:
        """ "two days after", of the date that follows."""
        moved = _moved(period, form.unit or "day", form.by)
        return Period(*moved, period.basis) if moved else None

    def _whole(self, form: Form, since: str | None) -> Period | None:
        if form.base != "text":
            return self._counted(form)
        if form.unit == "decade" and form.year:
            return Period(str(form.year), str(form.year + (99 if form.year % 100 == 0 and form.year < 2000 else 9)), "text")
        if form.year:
            stated = iso(form.year, form.month, form.day)
            return Period(stated, None, "text") if stated else None
        if form.part and form.lean is not None:
            return self._season(_SEASONS[form.part], form.lean)
        if form.month:
            return self._in_year(form, since)
        return self._weekday(form, since) if form.weekday is not None else None

    def _counted(self, form: Form) -> Period | None:
        """Relative forms: so many units from the document's date or the last one named."""
        published = Period(self.published, None, "published") if self.published else None
        origin = published if form.base == "published" else self.last
        if form.base == "nearest" and (origin is None or len(origin.date) < 7):
            origin = published
        if origin is None:
            return None
        moved = _moved(origin, form.unit or "day", form.by)
        if moved is None:
            return None
        basis = "published" if origin is published else "context"
        first = moved[0]
        if form.weekday is not None:
            return Period((date.fromisoformat(first) + timedelta(form.weekday)).isoformat(), None, basis)
        if form.month:
            stated = iso(int(first[:4]), form.month, form.day)
            return Period(stated, None, basis) if stated else None
        if form.day:
            stated = iso(int(first[:4]), int(first[5:7]), form.day)
            if form.base == "nearest" and basis == "published" and stated and self.published and stated > bounds(self.published)[1]:
                back = _moved(origin, "month", -1)
                stated = iso(int(back[0][:4]), int(back[0][5:7]), form.day) if back else None
            return Period(stated, None, basis) if stated else None
        return Period(*moved, basis)

    def _in_year(self, form: Form, since: str | None) -> Period | None:
        """A day or month without year: in the year being told of, else the one nearest to the document's date."""
        assert form.month

        def on(year: int) -> str | None:
            fits = form.weekday is None or _weekday_of(year, form.month, form.day) == form.weekday
            return iso(year, form.month, form.day) if fits else None

        if since is not None and form.lean is None:
            year = int(since[:4])
            found = on(year if len(since) < 7 or f"{form.month:02d}" >= since[5:7] else year + 1)
            basis = "published" if self.last and self.last.basis == "published" else "context"
            return Period(found, None, basis) if found else None
        told = self._told(form, on)
        if told is not None:
            return told
        if self.published is None:
            found = on(int(self.last.date[:4])) if self.last else None
            return Period(found, None, "context") if found else None
        year = int(self.published[:4])
        first, until = bounds(self.published)
        if form.lean is not None:
            if len(self.published) < 7:
                return None
            month = self.published[:7]
            years = {-1: (year, year - 1), 0: (year,), 1: (year, year + 1)}[form.lean]
            found = _first(on(y) for y in years if (f"{y:04d}-{form.month:02d}" > month) == (form.lean == 1) or form.lean == 0)
            if form.lean == -1 and found and found[:7] == month:
                found = on(year - 1)
            return Period(found, None, "published") if found else None
        past = _first(d for y in range(year, year - 9, -1) if (d := on(y)) and bounds(d)[0] <= until)
        future = _first(d for y in range(year, year + 9) if (d := on(y)) and bounds(d)[1] >= first)
        found = future if future and self._ahead(form) else past or future
        return Period(found, None, "published") if found else None

    def _told(self, form: Form, on: Callable[[int], str | None]) -> Period | None:
        """The day in the year that the sentence is telling of; a report's own date is not of it."""
        scene = self.scene
        if scene is None or form.month is None or _SAYS.search(self.text, max(self.start, form.start - 24), form.start):
            return None
        year = int(scene.date[:4])
        if len(scene.date) >= 7 and int(scene.date[5:7]) >= 10 and form.month <= 3:
            year += 1
        found = on(year)
        late = found and self.published and bounds(found)[0] > bounds(self.published)[1]
        return Period(found, None, scene.basis) if found and not (late and not self._ahead(form)) else None

    def _weekday(self, form: Form, since: str | None) -> Period | None:
        """The weekday nearest to the document's date, behind it unless the tense looks ahead."""
        today = day_of(self.published) if self.published else None
        if today is None or form.weekday is None:
            return None
        if since and (first := day_of(since)):
            return _near(first, (form.weekday - first.weekday()) % 7)
        forward = (form.weekday - today.weekday()) % 7
        back = -((today.weekday() - form.weekday) % 7)
        if form.lean == 0:
            return _near(today, form.weekday - today.weekday())
        if form.lean is not None:
            return _near(today, (forward or 7) if form.lean > 0 else (back or -7))
        return _near(today, forward if self._ahead(form) else back)

    def _season(self, month: int, lean: int) -> Period | None:
        if self.published is None or len(self.published) < 7:
            return None
        first, until = bounds(self.published)
        year = int(self.published[:4])
        seasons = [s for y in range(year - 2, year + 3) if (s := _months(y, month, 3))]
        if lean < 0:
            found = _first(s for s in reversed(seasons) if bounds(s[1])[1] < first)
        elif lean > 0:
            found = _first(s for s in seasons if s[0] > until[:7])
        else:
            found = _first(s for s in seasons if s[0] <= first[:7] <= s[1]) or _months(year, month, 3)
        return Period(*found, "published") if found else None

    def _ahead(self, form: Form) -> bool:
        """Whether the clause around the form looks ahead: "will meet on January 20", "On Monday they are to"."""
        behind = self.text[max(self.start, form.start - _LOOK) : form.start]
        if _SAYS.search(behind):
            return False
        after = self.text[form.end : min(self.end, form.end + _LOOK)]
        return bool(_AHEAD.search(_BREAK.split(behind)[-1]) or _AHEAD.search(_BREAK.split(after)[0]))


T = TypeVar("T")


def _first(found: Iterable[T | None]) -> T | None:
    return next((x for x in found if x), None)


def _near(day: date, by: int) -> Period | None:
    moved = _day(day, by)
    return Period(moved, None, "published") if moved else None


def _day(day: date, by: int) -> str | None:
    try:
        return (day + timedelta(by)).isoformat()
    except OverflowError:
        return None


def _weekday_of(year: int, month: int, day: int | None) -> int | None:
    stated = iso(year, month, day)
    return date.fromisoformat(stated).weekday() if stated and day else None


def _months(year: int, month: int, number: int) -> tuple[str, str] | None:
    """`number` months from `month` of `year`, over the turn of the year where need be."""
    last = month + number - 1
    first, end = iso(year, month), iso(year + (last - 1) // 12, (last - 1) % 12 + 1)
    return (first, end) if first and end else None


def _moved(period: Period, unit: str, by: int) -> tuple[str, str | None] | None:
    """The unit of time that lies `by` units from a period: behind its end or before its beginning; None where it is too coarse."""
    origin = period.date_end if by > 0 and period.date_end else period.date
    if unit == "year":
        year = iso(int(origin[:4]) + by)
        return (year, None) if year else None
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
        moved = _day(day, by)
        return (moved, None) if moved else None
    monday = 7 * by - day.weekday()
    first, last = _day(day, monday + (5 if unit == "weekend" else 0)), _day(day, monday + 6)
    return (first, last) if first and last else None


def _cut(whole: Period, part: str, *, decade: bool) -> Period | None:
    """A part of a year, month or decade; a week, or what has no such part, stays whole."""
    year = int(whole.date[:4])
    found: tuple[str, str] | None = None
    if decade:
        if part in _OF_DECADE and whole.date_end == str(year + 9):
            found = str(year + _OF_DECADE[part][0]), str(year + _OF_DECADE[part][1])
    elif len(whole.date) == 4:
        if part in _SEASONS:
            found = _months(year, _SEASONS[part], 3)
        elif part in _OF_YEAR:
            first, last = _OF_YEAR[part]
            found = _months(year, first, last - first + 1)
    elif len(whole.date) == 7 and part in _OF_MONTH:
        first, last = _OF_MONTH[part]
        final = int(bounds(whole.date)[1][8:])
        if part == "last week":
            first = final - 6
        found = f"{whole.date}-{first:02d}", f"{whole.date}-{min(last, final):02d}"
    else:
        return whole if len(whole.date) == 10 else None
    if found is None:
        return None
    return Period(found[0], found[1] if found[1] != found[0] else None, whole.basis)
