"""Rows and items that list a state's treaties: "5 May 1972 | Fiji | Fisheries" under "Principal agreements", and "- Treaty on
Extradition (2006)" under "Agreements in force with Fiji:".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.document.pairs import UNIONS
from dragoman.coding.document.scene import Scene
from dragoman.coding.relations.tabular import row
from dragoman.language.dates import find_dates
from dragoman.lexicon.words import alternatives
from dragoman.records import Relation
from dragoman.text import Span

_HEAD = re.compile(r"\b(?:agreements?|treaties|accords|memorand(?:a|ums)|conventions)\b", re.IGNORECASE)
_COLUMNS = re.compile(
    rf"[\s|]*(?:no\.?\s*\|\s*)?(?:{alternatives('columns-of-treaties')})\b[^\n.]*\|[^\n.]*\b(?:date|signed|year|"
    r"country|partner|party|parties|subject|title|agreement|treaty)\b",
    re.IGNORECASE,
)
_TREATY = re.compile(
    rf"\b(?:{alternatives('treaties-in-rows')})\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[\s*•·–—-]*(?:\d{1,3}[.)]\s+)?")
# What is not signed yet.
_OPEN = re.compile(r"under negotiation|\bdraft\b|not (?:yet )?signed|\bplanned\b|\bpending\b", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|between)\b")
_YEAR = re.compile(r"\(?\b((?:18|19|20)\d\d)\b\)?")
_SIGNED = re.compile(r"\b(?:signed|of|concluded|dated)\s(?:on |in )?$|[(|,]\s*$")
# Names of lists, and their rows, are no longer than this.
_LONGEST_HEAD, _LONGEST_ROW = 90, 240


def rows(scene: Scene) -> Iterator[Relation]:
    """Agreements of the state that a text is by or about, from its lists of them."""
    own = scene.document.speaker_state or scene.discourse.home
    text = scene.document.text
    two = scene.discourse.between
    if own is not None and own in two:
        two = (own, *(c for c in two if c != own))  # a ministry's page on a partner
    elif own is not None:
        two = ()
    own = own or (two[0] if len(two) == 2 else None)
    if own is None or _HEAD.search(text) is None:
        return
    headed, partner = False, tuple[str, ...]()
    for line in re.finditer(r"[^\n]+", text):
        start, end = line.span()
        mark = _ITEM.match(line[0])
        item = mark.end() if mark is not None else 0
        heads = end - start <= _LONGEST_HEAD and _HEAD.search(text, start, end) is not None
        if not headed and not heads:
            continue
        date, sentence = _date(scene, start, end), line[0].rstrip().endswith(".")
        if heads and date is None:
            headed, partner = not sentence, _states(scene, start, end, own) if _WITH.search(text, start, end) else ()
            continue
        if not headed or (date is None and _COLUMNS.match(text, start, end)):
            continue
        if date is None or sentence or end - start > _LONGEST_ROW:
            headed = "|" in line[0] or item > 0
            continue
        cells = "|" in line[0]
        named = _states(scene, start, end, own)
        others = two[1:] or (named if cells else partner or (named if _TREATY.search(text, start, end) else ()))
        if _OPEN.search(text, start, end):
            continue
        for other in others if cells or _TREATY.search(text, start, end) else ():
            yield row(scene, "agreement", (own, other), Span(start + item, end), date)


def _states(scene: Scene, start: int, end: int, own: str) -> tuple[str, ...]:
    """The states and unions that a line names, but for the text's own."""
    named = [m for m in scene.within(start, end) if m.code and m.kind in ("name", "organisation", "alias")]
    known = scene.knowledge.states | UNIONS
    return tuple(dict.fromkeys(m.code for m in named if m.code in known and m.code != own and m.code))


def _date(scene: Scene, start: int, end: int) -> str | None:
    """The day of signature in a line: the first date, sooner that behind "signed", else a year in brackets or a cell."""
    text = scene.document.text
    dates = find_dates(text, start, end, scene.document.published)
    signed = [d for d in dates if _SIGNED.search(text, max(start, d.start - 14), d.start)]
    if dates:
        return (signed or dates)[0].date
    cells = "|" in text[start:end]
    year = next((y for y in _YEAR.finditer(text, start, end) if y[0].startswith("(") or cells or y.start() == start), None)
    return year[1] if year is not None else None
