"""Which days a form means: arithmetic from the document's date and from the dates named before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from dragoman.dates import bounds, day_of, iso
from dragoman.language.date_figures import Form
from dragoman.language.date_periods import SEASONS, Period, as_period, month_range, move, neighbour, part_of, shifted
from dragoman.lexicon.words import alternatives

# "From 26 [to 29 July], the premier will ...".
_RANGE = re.compile(
    r"^(?:[A-Z]\w+ )?(?:to|until|till|and|[-–]) (?:\d{1,2}(?:st|nd|rd|th)?(?: [A-Z]\w+)?|[A-Z]\w+ \d{1,2})(?=[ ,])"
)


# A report's own date: "said on January 6".
_SAYS = re.compile(rf"\b(?:{alternatives('said-on-a-day')})\s(?:on\s)?$")
_SAID = re.compile(r"\b(?:said|says|told)\b")
# Before a date, and after it, what shows that the clause looks ahead.
_COMING = re.compile(
    rf"\b(?:{alternatives('to-come')})\b|['’]ll\b|(?:\b[Uu]ntil|\b[Tt]ill|\bby)\s$|"
    rf"(?!\bagree[sd]? to an? (?:cease-?fire|truce|armistice)\b(?! (?:to|starting|beginning|from|that|which|due)\b))\b(?:{alternatives('agreed-for-later')})\b.{{0,60}}\bto\s[a-z]"
)
_TO_COME = re.compile(r"\b(?:will|shall|would|must|should|is to|are to)\b|['’]ll\b")
_TO_DO = re.compile(r"\bto\s(?!the\b|an?\b|its\b|his\b|her\b|their\b|our\b)[a-z]+\b")
# "Had left by April 19": what is over by then.
_OVER_BY = re.compile(r"\b(?:had|has|have)\s(?:(?!\bto\b).)*\bby\s$")
# "resolution 487 (1981)", "its 1960 borders": what stands before a year that names a thing, and after it.
_NUMBERED = re.compile(r"\d \($")
_OWNED = re.compile(r"\b(?:the|its|their|our|his|her|an?|this|that|\w['’]s|\ws['’])\s$")
_THING = re.compile(r"\s(?!and\b|or\b|to\b|in\b|at\b|was\b|is\b|were\b|when\b|that\b)\w")
_CLAUSE = re.compile(r"[;:\n]|\.\s|\bthat\b|\b(?:who|which|when|after|before|since)\b")
_LOOK = 100
_STOPPED = re.compile(r"[.;!?]\s")
_FAR = 400
# The length of a date that is cut to its month; how many days ago is lately.
_MONTH, _RECENT = 7, 31
# How many days ahead a day without a year is rather the coming one, and how many behind rather not the last one.
_SOON, _LONG_AGO = 31, 330


class Anchors:
    """What dates of a stretch of text are read by: the document's date, the last date named, and the year being told of."""

    def __init__(self, text: str, start: int, end: int, published: str | None, named: str | None) -> None:
        self.text, self.start, self.end = text, start, end
        self.published = published
        self.named = Period(named, None, "context") if named else None
        self.last = self.named
        # The date told of last in no clause under another, and where the last date of all ends.
        self._told_last, self._at = self.last, start
        self.scene: Period | None = None

    def go_on(self, at: int) -> None:
        """Leaves the date of a clause aside where the text up to `at` goes on with what that clause hangs on."""
        if self.last is not self._told_last and _GOES_ON.search(self.text, self._at, at):
            self.last = self._told_last

    def tell(self, form: Form, start: int, period: Period) -> None:
        """Takes note of a date that the text has named; one that an adverb phrase opens with sets the scene.

        A year that only says which thing is meant ("its 1960 borders", "Resolution 2334 (2016)") is not told of.
        """
        if form.year and not form.month and form.unit is None and form.part is None and describes(self.text, start, form.end):
            return
        aside = self.last is not None and self._at > self.start and is_aside(self.text, self._at, start)
        self._told_last = self._told_last if aside else period
        self.last, self._at = period, form.end
        yearly = form.unit == "year" and form.base != "text"
        if yearly or (form.year and form.unit is None and self._opens(start)):
            self.scene = period if yearly else period._replace(basis="context")

    def _opens(self, start: int) -> bool:
        before = self.text[max(self.start, start - 12) : start].lower().split()
        return not before or before[-1] in ("in", "on", "during", "from", "between", "since")

    def resolve(self, form: Form, since: str | None = None) -> Period | None:
        """What the form means, or None; `since` is the date that it ends a range from."""
        whole = self._whole(form, since)
        if whole is None or form.part is None or (form.part in SEASONS and (form.lean is not None or form.unit == "season")):
            return whole
        return part_of(whole, form.part, decade=form.unit == "decade")

    def beside(self, form: Form, period: Period) -> Period | None:
        """ "two days after", of the date that follows."""
        moved = move(period, form.unit or "day", form.by)
        return Period(*moved, period.basis) if moved else None

    def _whole(self, form: Form, since: str | None) -> Period | None:
        if form.base != "text":
            return self._counted(form)
        if form.unit == "decade" and form.year:
            return Period(str(form.year), str(form.year + (99 if form.year % 100 == 0 and form.year < 2000 else 9)), "text")
        if form.year:
            return as_period(iso(form.year, form.month, form.day), "text")
        if form.part in SEASONS and form.lean is not None:
            return self._season(SEASONS[form.part], form.lean)
        if form.month:
            return self._in_year(form, since)
        return self._weekday(form, since) if form.weekday is not None else None

    def _counted(self, form: Form) -> Period | None:
        """Relative forms: so many units from the document's date or the last one named."""
        published = Period(self.published, None, "published") if self.published else None
        origin = published if form.base == "published" else self.last
        if form.base == "nearest" and (origin is None or len(origin.date) < 7):
            origin = published
        basis = "published" if origin is published else "context"
        if origin is not None and form.base == "context" and (form.unit in ("weekday", "season") or form.month):
            return neighbour(form, origin)
        moved = move(origin, form.unit or "day", form.by) if origin else None
        if origin is None or moved is None:
            return None
        first = moved[0]
        if form.weekday is not None:
            return Period((date.fromisoformat(first) + timedelta(form.weekday)).isoformat(), None, basis)
        if form.month:
            return as_period(iso(int(first[:4]), form.month, form.day), basis)
        if form.day:
            stated = iso(int(first[:4]), int(first[5:7]), form.day)
            if form.base == "nearest" and stated and origin is published and stated > bounds(origin.date)[1]:
                back = move(origin, "month", -1)
                stated = iso(int(back[0][:4]), int(back[0][5:7]), form.day) if back else None
            return as_period(stated, basis)
        return Period(*moved, basis)

    def _in_year(self, form: Form, since: str | None) -> Period | None:
        """A day or month without year: in the year being told of, else the one nearest to the document's date."""
        if since is not None and form.lean is None:
            year = int(since[:4])
            basis = "published" if self.last and self.last.basis == "published" else "context"
            return as_period(_on(form, year) if len(since) < 7 or form.month_day >= since[5:] else _on(form, year + 1), basis)
        told = self._told(form) or self._goes_on(form)
        if told is not None or self.published is None:
            return told
        year = int(self.published[:4])
        first, until = bounds(self.published)
        if form.lean is not None:
            return self._leaning(form, form.lean)
        past = _first(d for y in range(year, year - 9, -1) if (d := _on(form, y)) and bounds(d)[0] <= until)
        future = _first(d for y in range(year, year + 9) if (d := _on(form, y)) and bounds(d)[1] >= first)
        ahead = bool(future) and (
            self._ahead(form) or (past is not None and self._is_told_to(form) and _is_soon(first, past, future))
        )
        return as_period(future if ahead else past or future, "published")

    def _leaning(self, form: Form, lean: int) -> Period | None:
        """ "last August": the nearest before the month of the document's date; "next", after it; "this", in its year."""
        if self.published is None or len(self.published) < 7:
            return None
        year = int(self.published[:4])
        here = self.published[5:7]
        by = {-1: -(form.month_day >= here), 0: 0, 1: int(form.month_day <= here)}[lean]
        return as_period(_on(form, year + by), "published")

    def _told(self, form: Form) -> Period | None:
        """The day in the year that the sentence is telling of; a report's own date is not of it."""
        scene = self.scene
        if scene is None or form.month is None or _SAYS.search(self.text, max(self.start, form.start - 24), form.start):
            return None
        found = _after(form, scene.date)
        late = found and self.published and bounds(found)[0] > bounds(self.published)[1]
        return as_period(found, scene.basis) if found and not (late and not self._ahead(form)) else None

    def _goes_on(self, form: Form) -> Period | None:
        """The day in the year of the sentence before.

        Where the document has a date, only if the telling goes forward from a day or month of an earlier year:
        "On February 25, 1993 the Agency ... On March 12 the government ...".
        """
        last = self.last
        if last is None or (self.published is not None and (last is not self.named or form.lean is not None)):
            return None
        if self.published is None:
            return as_period(_after(form, last.date), "context")
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
        seasons = [s for y in range(year - 2, year + 3) if (s := month_range(y, month, 3))]
        if lean < 0:
            found = _first(s for s in reversed(seasons) if bounds(s[1])[1] < first)
        elif lean > 0:
            found = _first(s for s in seasons if s[0] > until[:7])
        else:
            found = _first(s for s in seasons if s[0] <= first[:7] <= s[1]) or month_range(year, month, 3)
        return Period(*found, "published") if found else None

    def _is_told_to(self, form: Form) -> bool:
        """Whether an infinitive stands before the form: "accepted to meet him on 14 December"."""
        return _TO_DO.search(_CLAUSE.split(self.text[max(self.start, form.start - _LOOK) : form.start])[-1]) is not None

    def _ahead(self, form: Form) -> bool:
        """Whether the clause around the form looks ahead: "will meet on January 20", "On Monday they are to"."""
        behind = self.text[max(self.start, form.start - _LOOK) : form.start]
        if _SAYS.search(behind) or _OVER_BY.search(_CLAUSE.split(behind)[-1]):
            return False
        after = self.text[form.end : min(self.end, form.end + _LOOK)].lstrip(", ")
        after = _RANGE.sub("", after, count=1).lstrip(", ")
        return bool(_COMING.search(_CLAUSE.split(behind)[-1]) or _TO_COME.search(_CLAUSE.split(after)[0].split(",")[0]))


# What parts the date of a clause from the one that its sentence tells of: "was freed on 3 May, a year after he was taken on ...".
_ASIDE = re.compile(rf"\b(?:{alternatives('clause-openers')})\b")
_GOES_ON = re.compile(r"[.!?]\s|;|,\s(?:and|but|while)\b")


def is_aside(text: str, end: int, start: int) -> bool:
    """Whether of two dates, of which the first ends at `end`, the second is of a clause under the one that tells of the first."""
    return start - end <= _FAR and not _STOPPED.search(text, end, start) and _ASIDE.search(text, end, start) is not None


def describes(text: str, start: int, end: int) -> bool:
    """Whether the year at [start, end) only says which thing is meant, as in "its 1960 borders" and "Resolution 2334 (2016)"."""
    behind = text[max(0, start - 12) : start]
    return bool(_NUMBERED.search(behind) or (_OWNED.search(behind) and _THING.match(text, end, end + 24)))


T = TypeVar("T")


def _is_soon(today: str, past: str, future: str | None) -> bool:
    """Whether of a day without a year the coming one is weeks away, and the last one the better part of a year ago."""
    ahead, behind, here = (day_of(d) if d else None for d in (future, past, today))
    return bool(ahead and behind and here and (ahead - here).days <= _SOON and (here - behind).days >= _LONG_AGO)


def _first(found: Iterable[T | None]) -> T | None:
    return next((x for x in found if x), None)


def _near(day: date, by: int) -> Period | None:
    moved = shifted(day, by)
    return Period(moved, None, "published") if moved else None


def _on(form: Form, year: int) -> str | None:
    """The form in a year; None where there is no such day, or it is another weekday than the form says."""
    found = iso(year, form.month, form.day)
    other = found and form.day and form.weekday is not None and date.fromisoformat(found).weekday() != form.weekday
    return None if other else found


def _after(form: Form, told: str) -> str | None:
    """The form in the year that is told of, or at the start of the next where the telling has come to its end."""
    turned = len(told) >= 7 and told[5:7] >= "10" and form.month_day < "04"
    return _on(form, int(told[:4]) + turned)
