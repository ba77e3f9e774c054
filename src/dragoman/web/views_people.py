"""Figures that look at every mention of a state: who acts for it, what it is called and calls others, how it stood."""

from __future__ import annotations

from typing import Any

from dragoman.analysis import Table
from dragoman.analysis.designations import COLUMNS as DESIGNATIONS
from dragoman.analysis.designations import designations
from dragoman.analysis.evidence import fetch
from dragoman.analysis.people import people as find_people
from dragoman.analysis.relations import relations_on
from dragoman.web import links
from dragoman.web.desk import Desk
from dragoman.web.figures import Figure
from dragoman.web.tones import tones

_MENTIONS = 2_000  # of a state that are looked at for what it is called
_CALLED = 6  # partners whose names in a state's words are looked for


def people(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """Persons named with an office of the state, a row for each office."""
    code = codes[0]
    table = find_people(desk.store, code, limit, desk.archive.names.users).persons
    return Figure("people", "People", table, {"state": code}, note=table.note, more=links.table("actors", code=code))


def called(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """What texts call a state, by whom."""
    table = _called(desk, codes[0], None, limit)
    return Figure("called", "What it is called", table, {"state": codes[0]}, note=table.note)


def calls(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """What a state calls those it deals most with; of two, what the first calls the second."""
    if len(codes) == 2:
        table = _called(desk, codes[1], codes[0], limit)
        return Figure(
            "calls", f"What {desk.name(codes[0])} calls {desk.name(codes[1])}", table, {"state": list(codes)}, note=table.note
        )
    most = sorted(tones(desk.store, codes[0], "both").items(), key=lambda item: (-item[1].events, item[0]))
    others = [other for other, _ in most if not other.startswith("X-")][:_CALLED]
    found = [_called(desk, other, codes[0], None) for other in others]
    rows = [row for table in found for row in table]
    rows.sort(key=lambda row: (-row["mentions"], row["designation"]))
    table = Table("designations", DESIGNATIONS, rows[:limit], total=len(rows), of="designation")
    note = f"of the {len(others)} it deals most with: {desk.names(others)}" if others else None
    return Figure("calls", "What it calls others", table, {"state": codes[0]}, note=note)


def calls_back(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """What the second of two calls the first."""
    table = _called(desk, codes[0], codes[1], limit)
    title = f"What {desk.name(codes[1])} calls {desk.name(codes[0])}"
    return Figure("calls-back", title, table, {"state": list(codes)}, note=table.note)


def _called(desk: Desk, code: str, by: str | None, limit: int | None) -> Table:
    users = desk.archive.names.users
    return designations(desk.store, code, by, limit=limit, users=users, most=_MENTIONS)


def stood(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """How the relations of a state, or of two, stood on the day asked for."""
    day = desk.one("on") or ""
    users = desk.archive.names.users
    table = relations_on(desk.store, codes, day, limit, users)
    ids = [row["record_ids"][0] for row in table if row["record_ids"]] if limit is not None else []
    told = {row["record_id"]: row for name in ("relations", "events") for row in fetch(desk.store, name, ids)} if ids else {}
    rows = [_placed(row, told) for row in table]
    shown = Table(table.name, table.columns, rows, total=table.total, note=table.note, of="relations_on")
    return Figure("stood", f"Relations on {day}", shown, {"state": list(codes), "on": day}, note=table.note)


def _placed(row: dict[str, Any], told: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A row with the sentence that it rests on first."""
    first = told.get(row["record_ids"][0], {}) if row["record_ids"] else {}
    beside = ("quote", "document_id", "start", "end", "reported_by", "document_title", "outlet", "published", "source_path")
    return row | {name: first.get(name) for name in beside}
