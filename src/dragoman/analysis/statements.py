"""The official statements of a state, or those of them that name another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

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


def statement_ids(
    archive: Archive, code: str, other: str | None, *, since: str | None, until: str | None
) -> list[tuple[str | None, str]]:
    """The date and the record of each, in no order."""
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
    return archive.select(
        f"SELECT r.published, r.record_id FROM all_parties p CROSS JOIN {sources(table)} WHERE {' AND '.join(conditions)}",
        values,
    )


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
