"""Rows of lists of visits on pages about two states: "2001 | Prime Minister A. Dow" under "Visits" and "To Kenya"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.document.scene import Scene
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.dates import precision
from dragoman.language.dates import find_dates
from dragoman.records import Event
from dragoman.text import Span

_HEADING = re.compile(
    r"[\s*#•\d.()–—-]*(?:\w[\w-]* (?:and \w+ )?){0,3}?(?:visits?|calls)\b[^.|:;\d]{0,40}:?\s*|[\s*#•–—-]*(?:to|from) [^.|:;\d]{3,40}:?\s*",
    re.IGNORECASE,
)
_WAY = re.compile(r"\b(to|from)\s+(?:the\s+)?", re.IGNORECASE)
_VISITS = re.compile(r"\b(?:visits|calls)\b", re.IGNORECASE)
_ITEM = re.compile(r"[\s*•·–—-]*(?:\d{1,2}[.)]\s+)?")
_YEAR = re.compile(r"((?:19|20)\d\d)(?=\s*[|,:;–—\t-]|\s+[A-Z])")
_GAP = re.compile(r"[\s|,:;–—()-]*")
# Headings and rows are no longer than this; one name at least is in a row.
_LONGEST_HEAD, _LONGEST = 60, 160
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+")


def rows(scene: Scene, vocabulary: Vocabulary) -> Iterator[Event]:
    """The visits that lists under "To" and "From" one of the two states of a text tell, each row the visit of one."""
    text, two = scene.document.text, scene.discourse.between
    if len(two) != 2 or _VISITS.search(text) is None:
        return
    listed, host = False, None
    for line in re.finditer(r"[^\n]+", text):
        start, end = line.span()
        if end - start <= _LONGEST_HEAD and _HEADING.fullmatch(line[0]) is not None:
            listed = listed or _VISITS.search(line[0]) is not None
            host = _host(scene, start, end, two) if listed else None
            continue
        told = _row(scene, start, end) if host is not None else None
        if told is not None:
            guest = two[0] if host == two[1] else two[1]
            yield _event(scene, vocabulary, guest, host or "", told)
        elif host is not None and line[0].rstrip().endswith("."):
            listed, host = False, None  # prose closes a list


def _host(scene: Scene, start: int, end: int, two: tuple[str, ...]) -> str | None:
    """Whose guests a heading says that the rows below it name: "To Kenya", "Visits from Japan"."""
    way = _WAY.search(scene.document.text, start, end)
    named = {m.code for m in scene.within(way.end(), end)} & set(two) if way is not None else set()
    if way is None or len(named) != 1:
        return None
    code = named.pop()
    return code if way[1].lower() == "to" else next(c for c in two if c != code)


def _row(scene: Scene, start: int, end: int) -> tuple[str, Span, Span] | None:
    """(date, who came, the row) of a row that begins with a date and goes on with somebody, by office or name."""
    text = scene.document.text
    mark = _ITEM.match(text, start, end)
    at = mark.end() if mark is not None else start
    if end - start > _LONGEST or text[start:end].rstrip().endswith((".", "?", "!")):
        return None
    year = _YEAR.match(text, at, end)
    dates = find_dates(text, at, min(end, at + 40), scene.document.published) if year is None else []
    if year is None and not (dates and dates[0].start == at and dates[0].basis == "text"):
        return None
    date, stop = (year[1], year.end()) if year is not None else (dates[0].date, dates[0].end)
    gap = _GAP.match(text, stop, end)
    who = Span(gap.end() if gap is not None else stop, end)
    official = any(r.sector in ("GOV", "LEG", "ELI") for r in scene.roles_within(who.start, who.end))
    if not official or len(_NAME.findall(text, who.start, end)) < 2:
        return None
    return date, who, Span(at, end)


def _event(scene: Scene, vocabulary: Vocabulary, guest: str, host: str, told: tuple[str, Span, Span]) -> Event:
    date, who, span = told
    return Event(
        document_id=scene.document.document_id, start=span.start, end=span.end, reported_by=scene.base(span.start),
        event="CONSULT", mode="visit", source=[guest], source_text=who.of(scene.document.text).strip(), source_sector=["GOV"],
        target=[host], date=date, date_precision=precision(date), date_basis="text",
        score=vocabulary.score("CONSULT", "visit"), rule="list-of-visits", trigger_start=who.start, trigger_end=who.end,
    )  # fmt: skip
