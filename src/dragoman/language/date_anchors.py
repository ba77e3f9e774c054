"""Which days a form means: arithmetic from the document's date and from the dates named before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from dragoman.dates import bounds, day_of, iso
from dragoman.language.date_figures import Form
from dragoman.lexicon.words import alternatives

# "From 26 [to 29 July], the premier will ...".
_RANGE = re.compile(
    r"^(?:[A-Z]\w+ )?(?:to|until|till|and|[-–]) (?:\d{1,2}(?:st|nd|rd|th)?(?: [A-Z]\w+)?|[A-Z]\w+ \d{1,2})(?=[ ,])"
)


class Period(NamedTuple):
    """From `date` to `date_end`, both included and cut to what is known; `basis` as in a DateMention."""

    date: str
    date_end: str | None
    basis: str

    def holds(self, day: str) -> bool:
        """Whether the partial date `day` lies within."""
        return bounds(self.date)[0] <= bounds(day)[0] and bounds(day)[1] <= bounds(self.date_end or self.date)[1]


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
# First and last month of the parts of a year, days of a month, years of a decade.
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
# A report's own date: "said on January 6".
_SAYS = re.compile(rf"\b(?:{alternatives('said-on-a-day')})\s(?:on\s)?$")
_SAID = re.compile(r"\b(?:said|says|told)\b")
# Before a date, and after it, what shows that the clause looks ahead.
_COMING = re.compile(
    rf"\b(?:{alternatives('to-come')})\b|['’]ll\b|(?:\b[Uu]ntil|\b[Tt]ill|\bby)\s$|"
    rf"\b(?:{alternatives('agreed-for-later')})\b.{{0,60}}\bto\s[a-z]"
)
_TO_COME = re.compile(r"\b(?:will|shall|would|must|should|is to|are to)\b|['’]ll\b")
# "Had left by April 19": what is over by then.
_OVER_BY = re.compile(r"\b(?:had|has|have)\s(?:(?!\bto\b).)*\bby\s$")
# "resolution 487 (1981)", "its 1960 borders": what stands before a year that names a thing, and after it.
_NUMBERED = re.compile(r"\d \($")
_OWNED = re.compile(r"\b(?:the|its|their|our|his|her|an?|this|that|\w['’]s|\ws['’])\s$")
_THING = re.compile(r"\s(?!and\b|or\b|to\b|in\b|at\b|was\b|is\b|were\b|when\b|that\b)\w")
_CLAUSE = re.compile(r"[;:\n]|\.\s|\bthat\b|\b(?:who|which|when|after|before|since)\b")
_LOOK = 100
# The length of a date that is cut to its month; how many days ago is lately.
_MONTH, _RECENT = 7, 31


class Anchors:
    """What dates of a stretch of text are read by: the document's date, the last date named, and the year being told of."""

    def __init__(self, text: str, start: int, end: int, published: str | None, named: str | None) -> None:
        self.text, self.start, self.end = text, start, end
        self.published = published
        self.named = Period(named, None, "context") if named else None
        self.last = self.named
        self.scene: Period | None = None

    def tell(self, form: Form, start: int, period: Period) -> None:
        """Takes note of a date that the text has named; one that an adverb phrase opens with sets the scene.

        A year that only says which thing is meant ("its 1960 borders", "Resolution 2334 (2016)") is not told of.
        """
        if form.year and not form.month and form.unit is None and describes(self.text, start, form.end):
            return
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
            return _stated(iso(form.year, form.month, form.day), "text")
        if form.part in _SEASONS and form.lean is not None:
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
        moved = _moved(origin, form.unit or "day", form.by) if origin else None
        if origin is None or moved is None:
            return None
        basis = "published" if origin is published else "context"
        first = moved[0]
        if form.weekday is not None:
            return Period((date.fromisoformat(first) + timedelta(form.weekday)).isoformat(), None, basis)
        if form.month:
            return _stated(iso(int(first[:4]), form.month, form.day), basis)
        if form.day:
            stated = iso(int(first[:4]), int(first[5:7]), form.day)
            if form.base == "nearest" and stated and origin is published and stated > bounds(origin.date)[1]:
                back = _moved(origin, "month", -1)
                stated = iso(int(back[0][:4]), int(back[0][5:7]), form.day) if back else None
            return _stated(stated, basis)
        return Period(*moved, basis)

    def _in_year(self, form: Form, since: str | None) -> Period | None:
        """A day or month without year: in the year being told of, else the one nearest to the document's date."""
        if since is not None and form.lean is None:
            year = int(since[:4])
            basis = "published" if self.last and self.last.basis == "published" else "context"
            return _stated(_on(form, year) if len(since) < 7 or form.month_day >= since[5:] else _on(form, year + 1), basis)
        told = self._told(form) or self._goes_on(form)
        if told is not None or self.published is None:
            return told
        year = int(self.published[:4])
        first, until = bounds(self.published)
        if form.lean is not None:
            return self._leaning(form, form.lean)
        past = _first(d for y in range(year, year - 9, -1) if (d := _on(form, y)) and bounds(d)[0] <= until)
        future = _first(d for y in range(year, year + 9) if (d := _on(form, y)) and bounds(d)[1] >= first)
        return _stated(future if future and self._ahead(form) else past or future, "published")

    def _leaning(self, form: Form, lean: int) -> Period | None:
        """ "last August": the nearest before the month of the document's date; "next", after it; "this", in its year."""
        if self.published is None or len(self.published) < 7:
            return None
        year = int(self.published[:4])
        here = self.published[5:7]
        by = {-1: -(form.month_day >= here), 0: 0, 1: int(form.month_day <= here)}[lean]
        return _stated(_on(form, year + by), "published")

    def _told(self, form: Form) -> Period | None:
        """The day in the year that the sentence is telling of; a report's own date is not of it."""
        scene = self.scene
        if scene is None or form.month is None or _SAYS.search(self.text, max(self.start, form.start - 24), form.start):
            return None
        found = _after(form, scene.date)
        late = found and self.published and bounds(found)[0] > bounds(self.published)[1]
        return _stated(found, scene.basis) if found and not (late and not self._ahead(form)) else None

    def _goes_on(self, form: Form) -> Period | None:
        """The day in the year of the sentence before.

        Where the document has a date, only if the telling goes forward from a day or month of an earlier year:
        "On February 25, 1993 the Agency ... On March 12 the government ...".
        """
        last = self.last
        if last is None or (self.published is not None and (last is not self.named or form.lean is not None)):
            return None
        if self.published is None:
            return _stated(_after(form, last.date), "context")
        found = _on(form, int(last.date[:4]))
        after = self.text[form.end : min(self.end, form.end + 60)]
        forward = found is not None and len(last.date) >= 7 and found >= last.date[: len(found)]
        if not forward or found is None or bounds(found)[0] > bounds(self.published)[1] or _SAID.search(after):
            return None
        if len(last.date) == _MONTH and self._is_recent(form):
            return None  # "signed in March 2015 ... on July 13", in a text of July 20
        return None if self._ahead(form) else Period(found, None, "context")

    def _is_recent(self, form: Form) -> bool:
        """Whether a day without a year was within a month before the document's date."""
        today = day_of(self.published) if self.published else None
        here = _on(form, today.year) if today is not None else None
        then = day_of(here) if here is not None else None
        return today is not None and then is not None and 0 <= (today - then).days <= _RECENT

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
        if _SAYS.search(behind) or _OVER_BY.search(_CLAUSE.split(behind)[-1]):
            return False
        after = self.text[form.end : min(self.end, form.end + _LOOK)].lstrip(", ")
        after = _RANGE.sub("", after, count=1).lstrip(", ")
        return bool(_COMING.search(_CLAUSE.split(behind)[-1]) or _TO_COME.search(_CLAUSE.split(after)[0].split(",")[0]))


def describes(text: str, start: int, end: int) -> bool:
    """Whether the year at [start, end) only says which thing is meant, as in "its 1960 borders" and "Resolution 2334 (2016)"."""
    behind = text[max(0, start - 12) : start]
    return bool(_NUMBERED.search(behind) or (_OWNED.search(behind) and _THING.match(text, end, end + 24)))


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


def _stated(found: str | None, basis: str) -> Period | None:
    return Period(found, None, basis) if found else None


def _on(form: Form, year: int) -> str | None:
    """The form in a year; None where there is no such day, or it is another weekday than the form says."""
    found = iso(year, form.month, form.day)
    other = found and form.day and form.weekday is not None and date.fromisoformat(found).weekday() != form.weekday
    return None if other else found


def _after(form: Form, told: str) -> str | None:
    """The form in the year that is told of, or at the start of the next where the telling has come to its end."""
    turned = len(told) >= 7 and told[5:7] >= "10" and form.month_day < "04"
    return _on(form, int(told[:4]) + turned)


def _months(year: int, month: int, number: int) -> tuple[str, str] | None:
    """`number` months from `month` of `year`, over the turn of the year where need be."""
    last = month + number - 1
    first, end = iso(year, month), iso(year + (last - 1) // 12, (last - 1) % 12 + 1)
    return (first, end) if first and end else None


def _moved(period: Period, unit: str, by: int) -> tuple[str, str | None] | None:
    """The unit of time `by` units behind the end of a period, or before its beginning; None where that is too coarse."""
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
