"""What one commit writes. Every function works inside a transaction that the caller has begun."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import msgspec

from dragoman.archive import files, likeness
from dragoman.archive.columns import TABLES, Table, clean, clean_text, decode, encode_list, pack_offsets, row_encoder
from dragoman.archive.parties import involved
from dragoman.archive.rollups import COUNTED_BY, COUNTS, DocumentFacts, EventFacts, Tally, counted, whom
from dragoman.archive.schema import LEDGER_ROWS, ROLES, stored_columns
from dragoman.archive.told import GROUPED, told_in
from dragoman.records import RECORDS, Actor, CodedDocument, Document, Event, Record

Sealed = Record | Document
Link = tuple[str, str, str, int, int, str, str]  # a row of all_parties


def now() -> str:
    """The time by the clock, ISO 8601 in UTC, to the second."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def insert_rows(
    connection: sqlite3.Connection,
    table: Table,
    rows: Sequence[msgspec.Struct],
    coding: int | None = None,
    *,
    on_conflict: str = "",
) -> int:
    """Insert `rows`, numbered upwards from the number returned."""
    (last,) = connection.execute(f"SELECT max(row) FROM all_{table.name}").fetchone()
    first = (last or 0) + 1
    columns = stored_columns(table)
    names = ", ".join(f'"{column.name}"' for column in columns)
    head = "row" if coding is None else "row, coding"
    marks = ", ".join("?" * (len(columns) + (1 if coding is None else 2)))
    encoded = row_encoder(columns)
    numbered = enumerate(rows, first)
    connection.executemany(
        f"INSERT INTO all_{table.name} ({head}, {names}) VALUES ({marks}) {on_conflict}",
        ([number, *encoded(row)] if coding is None else [number, coding, *encoded(row)] for number, row in numbered),
    )
    return first


def insert_ledger(connection: sqlite3.Connection, rows: Sequence[msgspec.Struct], name: str) -> None:
    """Insert rows of a table without documents; those that are there already stay as they are."""
    assert name in LEDGER_ROWS
    if rows:
        insert_rows(connection, TABLES[name], rows, on_conflict="ON CONFLICT DO NOTHING")


def write_document(connection: sqlite3.Connection, coded: CodedDocument, run_id: str, tally: Tally) -> bool:
    """Write a coded document; False, and only its path noted, where this run coded it before.

    Raises ValueError for records of unknown tables and for those that are not sealed with the run.
    """
    document = coded.document
    key = (document.document_id, run_id)
    known = connection.execute("SELECT 1 FROM all_codings WHERE (document_id, run_id) = (?, ?)", key).fetchone()
    doc = 0 if known else _write_text(connection, coded)
    for path in {document.source_path, *document.sources}:
        files.see(connection, document.document_id, path)
    if known:
        return False
    if unknown := coded.records.keys() - RECORDS.keys():
        raise ValueError(f"no such tables: {', '.join(sorted(unknown))}; there are {', '.join(RECORDS)}")
    files.retire(connection, document.document_id, tally)
    coding = connection.execute(
        "INSERT INTO all_codings (doc, document_id, run_id, sentences, parsed, coded_at, current) VALUES (?, ?, ?, ?, ?, ?, 1)",
        (doc, *key, coded.sentences, coded.parsed, now()),
    ).lastrowid
    assert coding is not None
    written = {"documents": write_records(connection, "documents", [document], coding, document, run_id)}
    for name, records in coded.records.items():
        written[name] = write_records(connection, name, records, coding, document, run_id)
    _count(tally, coded, written)
    return True


def _count(tally: Tally, coded: CodedDocument, written: Mapping[str, Sequence[Sealed]]) -> None:
    """Note what a document and its records add to the counts."""
    actors = [record.code for record in written.get("actors", ()) if isinstance(record, Actor) and record.code]
    document = coded.document
    speaking, naming = whom(document.speaker_state, document.reported_by, actors)
    by = tuple(getattr(document, name) for name in COUNTED_BY)
    records = {name: len(found) for name, found in written.items()}
    tally.document(DocumentFacts(document.published, by, speaking, naming, coded.sentences, coded.parsed, records))
    for record in written.get("events", ()):
        if isinstance(record, Event):
            tally.event(
                EventFacts(
                    record.event, record.modality, record.date, record.source, record.target, record.performed, record.score
                )
            )
    for name in GROUPED:
        fields = [(record.record_id, partial(getattr, record)) for record in written.get(name, ())]
        tally.groups.add(told_in(name, fields, document.published))


def write_records(
    connection: sqlite3.Connection, name: str, records: Sequence[Sealed], coding: int, document: Document, run_id: str
) -> list[Sealed]:
    """Write `records` and who takes part in them; those written, as two that say the same of the same words are one."""
    once = list({record.record_id: record for record in records}.values())
    for record in once:
        if not record.record_id or record.run_id != run_id:
            raise ValueError(f"a record of {name} is not sealed with the run {run_id!r}: {record!r:.200}")
    if once:
        first = insert_rows(connection, TABLES[name], once, coding)
        links = (link for row, record in enumerate(once, first) for link in _links(name, record, row, coding, document))
        connection.executemany(f"INSERT INTO all_parties VALUES ({', '.join('?' * 7)})", links)
    return once


def _links(name: str, record: Sealed, row: int, coding: int, document: Document) -> Iterator[Link]:
    date = record.date if isinstance(record, Event) else document.published
    for code, roles in involved(name, lambda role: getattr(record, role)).items():
        yield code, name, date or "", row, coding, record.record_id, encode_list(roles)


def _write_text(connection: sqlite3.Connection, coded: CodedDocument) -> int:
    """The number of the document's text, written if it is new. Its title for search is that of the newest coding."""
    document = coded.document
    title = None if document.title is None else clean(document.title)
    found: tuple[int, str | None] | None = connection.execute(
        "SELECT doc, title FROM texts WHERE document_id = ?", (document.document_id,)
    ).fetchone()
    if found is None:
        text = clean_text(document.text)
        doc = connection.execute(
            "INSERT INTO texts (document_id, text_sha256, title, text, offsets) VALUES (?, ?, ?, ?, ?)",
            (document.document_id, document.text_sha256, title, text, pack_offsets(coded.offsets)),
        ).lastrowid
        assert doc is not None
        connection.execute("INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", (doc, title, text))
        likeness.note(connection, doc, text, likeness.text_of(connection))
        return doc
    doc, old = found
    if old != title:
        # The index keeps no copy of what it indexed: to forget it must be told what that was.
        (text,) = connection.execute("SELECT text FROM texts WHERE doc = ?", (doc,)).fetchone()
        connection.execute("INSERT INTO search (search, rowid, title, text) VALUES ('delete', ?, ?, ?)", (doc, old, text))
        connection.execute("UPDATE texts SET title = ? WHERE doc = ?", (title, doc))
        connection.execute("INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", (doc, title, text))
    return doc


def rebuild(connection: sqlite3.Connection, report: likeness.Report = lambda _: None) -> None:
    """Make everything anew that follows from the records: parties, counts, likeness, origins and the index for search."""
    report("who takes part in what")
    connection.execute("DELETE FROM all_parties")
    connection.executemany(f"INSERT INTO all_parties VALUES ({', '.join('?' * 7)})", stored_links(connection))
    recount(connection, report)
    for (document_id,) in connection.execute("SELECT DISTINCT document_id FROM sightings").fetchall():
        files.settle(connection, document_id)
    report("the index for search")
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")


def recount(connection: sqlite3.Connection, report: likeness.Report = lambda _: None) -> None:
    """Make all counts anew, and what texts are like. `report` is told what is being done."""
    for table in (*COUNTS, "clauses", "alike"):
        connection.execute(f"DELETE FROM {table}")
    counted(connection, report).write(connection)
    (total,) = connection.execute("SELECT count(*) FROM texts").fetchone()
    known = likeness.text_of(connection)
    likeness.compare(connection, all_texts(connection), known, lambda said: report(f"{said} of {total:,}"))


def all_texts(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """Every text with its number, in their order."""
    return iter(connection.execute("SELECT doc, text FROM texts ORDER BY doc"))


def stored_links(connection: sqlite3.Connection) -> Iterator[Link]:
    """Who takes part in what, as it follows from the stored records."""
    for name, roles in ROLES.items():
        table = TABLES[name]
        date = "r.date" if name == "events" else "d.published"
        fields = ", ".join(f'r."{role}"' for role in roles)
        join = "" if name == "documents" else "LEFT JOIN all_documents d ON d.coding = r.coding"
        if name == "documents":
            date = "r.published"
        kinds = [column.type for role in roles if (column := table.column(role))]
        rows = connection.execute(f"SELECT r.row, r.coding, r.record_id, {date}, {fields} FROM all_{name} r {join}")
        for row, coding, record_id, day, *values in rows:
            field = dict(zip(roles, map(decode, values, kinds), strict=True))
            for code, taken in involved(name, field.__getitem__).items():
                yield code, name, day or "", row, coding, record_id, encode_list(taken)
