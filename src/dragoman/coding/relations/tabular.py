"""Rows of tables that say since when a state deals with others: "Greece | 6 May 1971 | embassy in Athens" under a head such as
"Formal relations began", and "1956-07-05 | Cambodia | Establishment of diplomatic relations".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.document.scene import Scene
from dragoman.language.dates import find_dates
from dragoman.records import Relation
from dragoman.text import Span

_HEAD = re.compile(
    r"\brelations (?:began|begun|established|since|from)\b|\bestablish(?:ment|ed) (?:of )?(?:diplomatic |formal )?relations\b",
    re.IGNORECASE,
)
_MADE = re.compile(r"[\s|,;:–—-]*(?:establishment of )?diplomatic relations(?: established)?\s*(?:\||$)", re.IGNORECASE)
# The head of a table of diplomatic relations, whose title says that it is one: "State | Since | Remarks".
_COLUMNS = re.compile(r"[\s|]*(?:country|state)\s*\|[^\n]*\b(?:since|date|established)\b", re.IGNORECASE)
_RELATIONS = re.compile(
    r"[\s|]*(?:country|state|partner)\s*\|[^\n]*\b(?:formal|diplomatic|official) relations\b", re.IGNORECASE
)
# "Formal relations since: 20 May 2002", in a text on two states.
_SINCE = re.compile(
    r"^[\s*•–—-]*(?:(?:formal|diplomatic|official) relations (?:since|established|date from)|(?:date of )?(?:the )?"
    r"establishment of (?:formal|diplomatic|official) relations)\s*[:|]?\s*(?:on |in )?(?=\d|[A-Z])",
    re.IGNORECASE | re.MULTILINE,
)
_TITLE = re.compile(r"\bdiplomatic relations\b[^\n.|]{0,40}\n$", re.IGNORECASE)
# What may stand before the first cell, and between two.
_FIRST = re.compile(r"[\s|*•]*(?:\d{1,3}[.)]?[\s|]+)?(?:the )?", re.IGNORECASE)
_GAP = re.compile(r"[\s|,;:–—()-]*")
_YEAR = re.compile(r"[\s|,;:–—()-]*((?:1[6-9]|20)\d\d)\b(?![-–/]\d)")
_CHANGED = re.compile(
    r"\b(?:(?P<again>restored|resumed|re-?established)|broken off|severed|cut off|ended)(?:\s+(?:on|in|since))?\b",
    re.IGNORECASE,
)
_LONGEST_HEAD = 120
_TIES = "diplomatic-relations"
# So far behind its country a row has its date, in characters.
_REACH = 40


def rows(scene: Scene) -> Iterator[Relation]:
    """Diplomatic relations that rows of a table tell; of the state that the text is by or about."""
    own = scene.document.speaker_state or scene.discourse.about
    text = scene.document.text
    two = scene.discourse.between
    for opening in _SINCE.finditer(text) if len(two) == 2 else ():
        dated = _dated(scene, opening.end(), opening.end() + _REACH)
        if dated is not None:
            yield row(scene, _TIES, (two[0], two[1]), Span(opening.start(), dated[1]), dated[0])
    if own is None or not (_HEAD.search(text) or "|" in text):
        return
    headed = False
    for line in re.finditer(r"[^\n]+", text):
        start, end = line.span()
        if end - start < _LONGEST_HEAD and _HEAD.search(text, start, end) and not find_dates(text, start, end, None):
            headed = True
            continue
        if _RELATIONS.match(text, start, end) and not find_dates(text, start, end, None):
            headed = True
            continue
        if _COLUMNS.match(text, start, end) and _TITLE.search(text, max(0, start - _LONGEST_HEAD), start):
            headed = True
            continue
        found = _named_first(scene, start, end) if headed else None
        code, since, stop = found or _dated_first(scene, start, end) or (None, "", 0)
        if code is None or code == own:
            continue
        yield row(scene, _TIES, (own, code), Span(start, stop), since)
        for status, date, place in _told_of(scene, stop, end) if found else ():
            ended = status == "ended"
            until = date if ended else None
            yield row(scene, _TIES, (own, code), Span(start, place), None if ended else date, status=status, until=until)


def row(
    scene: Scene, kind: str, parties: tuple[str, str], span: Span, since: str | None, *, status: str = "asserted",
    until: str | None = None,
) -> Relation:  # fmt: skip
    """The relation that a row or item of a list tells: a state and what it belongs to, else two parties in either order."""
    a, b = parties if kind == "membership" else sorted(parties)
    return Relation(
        document_id=scene.document.document_id, start=span.start, end=span.end, reported_by=scene.base(span.start),
        kind=kind, status=status, a=a, b=b, since=since, until=until,
    )  # fmt: skip


def _told_of(scene: Scene, start: int, end: int) -> Iterator[tuple[str, str, int]]:
    """What a further cell tells of the ties: "Broken off on 12 June 1967; restored in 1989": (status, date, where that ends)."""
    text = scene.document.text
    for told in _CHANGED.finditer(text, start, end):
        dated = _dated(scene, told.end(), end)
        if dated is not None:
            yield "asserted" if told["again"] else "ended", *dated


def _dated(scene: Scene, start: int, end: int) -> tuple[str, int] | None:
    """The date right behind `start`, a year alone too, and where it ends."""
    text = scene.document.text
    dates = find_dates(text, start, min(end, start + _REACH), scene.document.published)
    if dates and _GAP.fullmatch(text, start, dates[0].start) is not None:
        return dates[0].date, dates[0].end
    year = _YEAR.match(text, start, end)
    return (year[1], year.end()) if year is not None else None


def _named_first(scene: Scene, start: int, end: int) -> tuple[str, str, int] | None:
    """A row that begins with a state and goes on with a date: (code, date, where that ends)."""
    text = scene.document.text
    first = _FIRST.match(text, start, end)
    at = first.end() if first else start
    state = _state_at(scene, at)
    if state is None:
        return None
    dated = _dated(scene, state[1], end)
    return (state[0], *dated) if dated is not None else None


def _dated_first(scene: Scene, start: int, end: int) -> tuple[str, str, int] | None:
    """A row of a chronology whose last cell says that relations were established."""
    text = scene.document.text
    dates = find_dates(text, start, min(end, start + _REACH), scene.document.published)
    first = _FIRST.match(text, start, end)
    if not dates or dates[0].start > (first.end() if first else start):
        return None
    gap = _GAP.match(text, dates[0].end, end)
    state = _state_at(scene, gap.end() if gap else dates[0].end)
    if state is None:
        return None
    made = _MADE.match(text, state[1], end)
    return (state[0], dates[0].date, made.end()) if made else None


def _state_at(scene: Scene, at: int) -> tuple[str, int] | None:
    """The state that is named right at `at`, and where its name ends."""
    mention = next((m for m in scene.within(at, at + 1) if m.start == at), None)
    if mention is None or mention.kind != "name" or mention.code not in scene.knowledge.states:
        return None
    return mention.code, mention.end
