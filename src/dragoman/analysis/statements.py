"""The official statements of a state, or those of them that name another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from dragoman.analysis.table import Row
from dragoman.archive import Archive
from dragoman.archive.columns import TABLES, decode_list
from dragoman.archive.filters import Filters, where
from dragoman.archive.schema import chosen, sources

# Documents by which a state speaks; what its media write is not among them.
KINDS = ("statement", "press-statement", "joint-statement", "answer", "briefing", "speech", "interview")
_SENTENCE = re.compile(r".*?[.!?…][\"'”’)\]]*(?=\s|$)", re.DOTALL)
_LONGEST = 400
_SOME = 400  # ids in one query
_HEAD = 2000  # characters in which the first sentence is looked for


def _source(code: str, other: str | None, since: str | None, until: str | None) -> tuple[str, list[Any]]:
    """Where statements stand, and the values that this has."""
    table = TABLES["documents"]
    made = where(table, Filters(since=since, until=until))
    # A joint statement is spoken by nobody alone; its voices stand in whose words it is.
    speaks = "(instr(p.roles, '\"speaker_state\"') OR (r.speaker_state IS NULL AND r.kind = 'joint-statement'))"
    conditions = [
        "p.code = ? AND p.record_table = 'documents' AND r.row = p.row", speaks, f"r.kind IN ({', '.join('?' * len(KINDS))})",
        chosen(table, None), *made.conditions,
    ]  # fmt: skip
    values: list[Any] = [code, *KINDS, *made.parameters]
    if other is not None:
        mention = "SELECT 1 FROM all_actors a WHERE a.coding = r.coding AND (a.code = ? OR (a.code >= ? AND a.code < ?))"
        conditions.append(f"EXISTS ({mention})")
        values += [other, f"{other}-", f"{other}."]
    return f"FROM all_parties p CROSS JOIN {sources(table)} WHERE {' AND '.join(conditions)}", values


def statement_ids(
    archive: Archive, code: str, other: str | None, *, since: str | None, until: str | None
) -> list[tuple[str | None, str]]:
    """The date and the record of each, in no order."""
    source, values = _source(code, other, since, until)
    return archive.select(f"SELECT r.published, r.record_id {source}", values)


def statement_rows(archive: Archive, code: str, record_ids: Sequence[str]) -> dict[str, Row]:
    """These statements in the columns of registers, by record."""
    table = TABLES["documents"]
    found: dict[str, Row] = {}
    for i in range(0, len(record_ids), _SOME):
        some = record_ids[i : i + _SOME]
        rows = archive.select(
            "SELECT r.published, r.kind, r.speaker_state, r.speaker_name, r.speaker_office, r.authority, r.reported_by, "
            f"r.title, r.outlet, r.record_id, c.document_id, o.source_path, substr(t.text, 1, {_HEAD}) FROM {sources(table)} "
            f"WHERE {chosen(table, None)} AND r.record_id IN ({', '.join('?' * len(some))})",
            some,
        )
        found |= {row["record_id"]: row for row in (_row(code, *values) for values in rows)}
    return found


class Statements(NamedTuple):
    """How many there are, the latest of them, and what is to be said of those that have no rung."""

    total: int
    rows: list[Row]
    note: str | None


def statements(
    archive: Archive, code: str, other: str | None, *, since: str | None, until: str | None, rung: int | None = None,
    limit: int | None,
) -> Statements:  # fmt: skip
    """The latest `limit`, oldest first and undated last, in the columns of registers; of `rung` and those above it."""
    source, values = _source(code, other, since, until)
    total, ranked = archive.one(f"SELECT count(*), count(r.authority) {source}", values)
    note = (
        f"{total - ranked:,} {'more ' if rung else ''}have no rung, as their wording does not decide"
        if total > ranked
        else None
    )
    if rung is not None:
        source += " AND r.authority <= ?"
        values.append(rung)
        (total,) = archive.one(f"SELECT count(*) {source}", values)
    found = archive.select(
        "SELECT r.published, r.kind, r.speaker_state, r.speaker_name, r.speaker_office, r.authority, r.reported_by, r.title, "
        f"r.outlet, r.record_id, c.document_id, o.source_path, substr(t.text, 1, {_HEAD}) {source} "
        "ORDER BY r.published DESC, c.document_id LIMIT ?",
        [*values, -1 if limit is None else limit],
    )
    made_rows = [_row(code, *row) for row in found]
    made_rows.sort(key=lambda row: (row["date"] is None, row["date"] or "", row["document_id"]))
    return Statements(total, made_rows, note)


def _row(
    code: str, published: str | None, kind: str, state: str | None, name: str | None, office: str | None,
    authority: int | None, reported_by: str, title: str | None, outlet: str | None, record_id: str, document_id: str,
    path: str | None, text: str,
) -> Row:  # fmt: skip
    start, end = first_sentence(text, title)
    said_by = ", ".join(part for part in (name, office) if part) or None
    return {
        "date": published, "kind": kind, "source": [state or code], "target": [], "object_text": said_by, "place": None,
        "status": None if authority is None else f"rung {authority}", "quote": text[start:end], "source_path": path,
        "document_title": title, "document_kind": kind, "outlet": outlet, "published": published,
        "reported_by": decode_list(reported_by), "table": "documents", "record_id": record_id, "document_id": document_id,
        "start": start, "end": end, "copies": 0,
    }  # fmt: skip


def first_sentence(text: str, title: str | None) -> tuple[int, int]:
    """Where the first sentence after the title line stands: what a reader would quote of a document as a whole."""
    start = 0
    if title and (text == title or text.startswith(f"{title}\n")):
        start = len(title)
    while start < len(text) and text[start].isspace():
        start += 1
    if start >= len(text):
        return 0, len(text.rstrip())
    match = _SENTENCE.match(text, start)
    line = text.find("\n\n", start)
    end = match.end() if match else len(text)
    if 0 <= line < end:
        end = line
    return start, min(end, start + _LONGEST)
