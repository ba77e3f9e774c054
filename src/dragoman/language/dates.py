"""Dates in text: explicit ones, and those that only the document's date or a date named before makes definite."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dragoman.dates import bounds, is_partial, precision
from dragoman.language.date_anchors import Anchors
from dragoman.language.date_figures import LISTS, RANGES, Form, gap_between
from dragoman.language.date_forms import forms_in
from dragoman.language.date_periods import Period
from dragoman.text import Span


class DateMention(NamedTuple):
    """A date in a text: where it stands, the date cut to its precision, the end of a range, and what it rests on.

    `basis`: "text" where the words state it, "published" where they count from the document's date, "context" where
    from a date named before. A range, or a week, season or other part of a period, is from `date` to `date_end`, both
    included. `precision` is that of `date`: year, month, day.
    """

    start: int
    end: int
    date: str
    date_end: str | None
    precision: str
    basis: str


def find_dates(text: str, start: int, end: int, anchor: str | None, anchors: Sequence[str] = ()) -> list[DateMention]:
    """The dates in `text[start:end]` (a sentence, or less well a longer stretch), in order and apart.

    `anchor` is the document's date, complete or cut; what is relative to it is left out where it is None or too
    coarse. `anchors` are the dates that the passage has named before, in order: "the same day" and a year left out
    go by the last of them. What cannot be resolved is left out, and so is what no calendar has. Time is linear in
    the length of the stretch.
    """
    return resolved(forms_in(text, start, end), text, start, end, anchor, anchors)


def written(text: str, start: int, end: int) -> list[Span]:
    """Where a stretch writes dates, whether or not anything decides which they are: "on 8 May" without a year."""
    return [Span(form.start, form.end) for form in _shared(forms_in(text, start, end), text) if not form.loose]


def stand_alone(forms: list[Form], text: str) -> bool:
    """Whether `forms`, the date expressions of a stretch of `text`, state their years: no date before changes what they mean."""
    return all(form.base == "text" and form.year for form in _shared(forms, text))


def resolved(
    forms: list[Form], text: str, start: int, end: int, anchor: str | None, anchors: Sequence[str] = ()
) -> list[DateMention]:
    """What `forms`, the date expressions of `text[start:end]`, mean: see `find_dates`."""
    if not forms:
        return []
    forms = _shared(forms, text)
    known = Anchors(text, start, end, _whole(anchor), _whole(anchors[-1]) if anchors else None)
    out: list[DateMention] = []
    before: Form | None = None  # the form of the last mention
    counted: Form | None = None  # "two days after", which the next form completes
    for form in forms:
        if form.base == "beside":
            counted = form
        if form.loose or form.base == "beside":
            continue
        gap = (gap_between(text, before.end, form.start) if before else None) or ""
        if before and _repeats(before, form, gap):
            continue
        known.go_on(form.start)
        spans = bool(out) and _spans(text, start, out[-1], gap)
        listed = before is not None and gap in LISTS and form.month is not None and before.month == form.month
        period = known.resolve(form, out[-1].date if spans or listed else None)
        if counted is not None and period is not None and gap_between(text, counted.end, form.start) in ("", "the"):
            period, form = known.beside(counted, period), form._replace(start=counted.start)
        counted = None
        if period is None:
            continue
        mention = DateMention(form.start, form.end, period.date, period.date_end, precision(period.date), period.basis)
        if spans and _ascends(out[-1], mention):
            mention = _merged(out.pop(), mention)
        elif before and out and _explains(before, out[-1], form, mention, gap):
            mention = mention._replace(start=out.pop().start)
        out.append(mention)
        known.tell(form, mention.start, period)
        before = form
    return out


@lru_cache(maxsize=256)
def _whole(date: str | None) -> str | None:
    """The date, where it is one."""
    return date if date and is_partial(date) else None


def _shared(forms: list[Form], text: str) -> list[Form]:
    """Forms with the year that a later one of their list or range states; a month is firm beside another."""
    out = list(forms)
    for i in range(len(out) - 2, -1, -1):
        a, b = out[i], out[i + 1]
        gap = gap_between(text, a.end, b.start)
        if (
            a.weekday is not None
            and b.weekday is not None
            and b.unit == "week"
            and a.unit is None
            and not a.month
            and gap in LISTS
        ):
            out[i] = a._replace(unit="week", by=b.by, base=b.base)  # "on Thursday and Friday of last week"
        if not a.month or not b.month or not (gap in LISTS or gap in RANGES):
            continue
        if not a.year and not a.unit and (b.year or b.unit == "year") and a.lean is None:
            turned = b.year and gap in RANGES and (a.month, a.day or 0) > (b.month, b.day or 32)
            year = b.year - 1 if b.year and turned else b.year
            a = a._replace(year=year, unit=b.unit, by=b.by, base=b.base)
        if a.day is None and a.loose:
            a = a._replace(loose=b.loose and b.day is None)
        elif a.day and b.day and b.loose and not a.year:
            a = a._replace(loose=True)  # "the June 15 and October 4 Declarations"
        out[i] = a
    for i in range(1, len(out)):
        a, b = out[i - 1], out[i]
        if b.loose and b.month and not b.day and a.month and not a.loose:
            gap = gap_between(text, a.end, b.start)
            if gap in LISTS or gap in RANGES:
                out[i] = b._replace(loose=False)
    return out


def _spans(text: str, start: int, first: DateMention, gap: str) -> bool:
    """Whether what stands between two dates makes one range of them."""
    if gap == "and":
        return "between" in text[max(start, first.start - 16) : first.start].lower().split()[-2:]
    return gap in RANGES


def _ascends(a: DateMention, b: DateMention) -> bool:
    return a.date < (b.date_end or b.date) and a.date[: len(b.date)] != b.date


def _merged(a: DateMention, b: DateMention) -> DateMention:
    basis = a.basis if b.basis == "text" else b.basis
    return DateMention(a.start, b.end, a.date, b.date_end or b.date, a.precision, basis)


def _repeats(before: Form, form: Form, gap: str) -> bool:
    """A weekday that follows its date: "January 5, Thursday", "5 January (Thursday)"."""
    return form.weekday is not None and not (form.month or form.unit) and before.day is not None and gap in (",", "(")


# By how many days "five weeks later, on 22 April" may miss the day that it is explained by.
_SLACK = {"week": 10, "month": 45, "year": 400}


def _ordinal(day: str) -> int:
    return date.fromisoformat(bounds(day)[0]).toordinal()


def _explains(before: Form, first: DateMention, form: Form, second: DateMention, gap: str) -> bool:
    """Whether the second date says which the first is: "the same day, January 7, 1973", "last year, on May 5"."""
    relative = before.base != "text" or before.weekday is not None
    if gap not in (",", ", on", "on", ", in", "(", ", the") or form.base not in ("text", "nearest") or not relative:
        return False
    if form.base == "nearest":  # "a fortnight after that, on the 26th", "earlier that month, on the 10th"
        slack = _SLACK.get(before.unit or "", 0)
        return gap == ", on" and abs(_ordinal(first.date) - _ordinal(second.date)) <= slack
    if before.month or before.unit == "day" or before.weekday is not None:
        return form.day is not None and before.month is None
    if form.day and form.month and form.unit is None and before.by and before.part is None and gap == ", on":
        return abs(_ordinal(first.date) - _ordinal(second.date)) <= _SLACK.get(before.unit or "", 0)
    return second.date > first.date and Period(first.date, first.date_end, "").holds(second.date) and form.month is not None
