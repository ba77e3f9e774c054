"""Dates in text: explicit ones, and those that only the document's date makes definite."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import NamedTuple

from dragoman.dates import MONTHS, WEEKDAYS, day_of, iso, precision

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_PATTERN = re.compile(
    rf"(?P<iso>\b\d{{4}}-\d\d-\d\d\b)"
    rf"|\b(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?:,\s*|\s)(?P<y1>\d{{4}}))?\b"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH})(?:,?\s+(?P<y2>\d{{4}}))?\b"
    rf"|\b(?P<m3>{_MONTH})\s+(?:of\s+)?(?P<y3>\d{{4}})\b"
    r"|\b(?P<y4>1[89]\d\d|20\d\d)(?:\s*[–-]\s*(?P<y5>1[89]\d\d|20\d\d|\d\d)\b)?(?![\d,.]*\d|\s*(?:percent|tons|troops|people))\b"
    rf"|\b(?:on\s+|last\s+|next\s+|this\s+)?(?P<weekday>{'|'.join(w.title() for w in WEEKDAYS)})\b"
    r"|\b(?P<relative>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Ll]ast (?:year|month)|[Tt]his (?:year|month)|[Nn]ext (?:year|month))\b"
)


class DateMention(NamedTuple):
    """A date in a text: where it stands, the date cut to its precision, the end of a range, and what it rests on."""

    start: int
    end: int
    date: str
    date_end: str | None
    precision: str
    basis: str


def find_dates(text: str, start: int, end: int, anchor: str | None) -> list[DateMention]:
    """The dates in `text[start:end]`; relative ones resolve against `anchor`, and are left out where it does not decide."""
    out: list[DateMention] = []
    for match in _PATTERN.finditer(text, start, end):
        found = _read(match, anchor, text[match.end() : match.end() + 40])
        if found is not None:
            date, date_end, basis = found
            out.append(DateMention(match.start(), match.end(), date, date_end, precision(date), basis))
    return out


def _read(match: re.Match[str], anchor: str | None, after: str) -> tuple[str, str | None, str] | None:
    part = match.groupdict()
    year = int(anchor[:4]) if anchor else None
    if part["iso"]:
        return (part["iso"], None, "text") if iso(*map(int, part["iso"].split("-"))) else None
    for month, day, own in (("m1", "d1", "y1"), ("m2", "d2", "y2")):
        if part[month]:
            number = MONTHS[part[month].rstrip(".").lower()]
            # "May 23 and December 5, 2016": a year that follows serves both.
            shared = re.match(rf"\s+and\s+{_MONTH}\s+\d{{1,2}},?\s+(\d{{4}})", after)
            stated = part[own] or (shared.group(1) if shared else None)
            when = int(stated) if stated else year
            date = iso(when, number, int(part[day]))
            return (date, None, "text" if stated else "published") if date else None
    if part["m3"]:
        date = iso(int(part["y3"]), MONTHS[part["m3"].rstrip(".").lower()])
        return (date, None, "text") if date else None
    if part["y4"]:
        last = part["y5"]
        return part["y4"], (part["y4"][: 4 - len(last)] + last if last else None), "text"
    return _relative(part["weekday"], part["relative"], anchor, match.group())


def _relative(weekday: str | None, relative: str | None, anchor: str | None, words: str) -> tuple[str, str | None, str] | None:
    if anchor is None:
        return None
    day = day_of(anchor)
    if weekday and day is not None:
        back = (day.weekday() - WEEKDAYS[weekday.lower()]) % 7
        if words.lower().startswith("next"):
            return (day + timedelta(days=7 - back if back else 7)).isoformat(), None, "published"
        if words.lower().startswith("last") and back == 0:
            back = 7
        return (day - timedelta(days=back)).isoformat(), None, "published"
    if not relative:
        return None
    kind = relative.lower()
    if kind in ("today", "yesterday", "tomorrow"):
        if day is None or (kind == "today" and not words):
            return None
        return (day + timedelta(days={"today": 0, "yesterday": -1, "tomorrow": 1}[kind])).isoformat(), None, "published"
    shift = {"last": -1, "this": 0, "next": 1}[kind.split()[0]]
    if kind.endswith("year"):
        return f"{int(anchor[:4]) + shift:04d}", None, "published"
    if len(anchor) < 7:
        return None
    months = int(anchor[:4]) * 12 + int(anchor[5:7]) - 1 + shift
    return f"{months // 12:04d}-{months % 12 + 1:02d}", None, "published"
