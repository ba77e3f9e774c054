"""What one commit writes. Every function works inside a transaction that the caller has begun."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from dragoman.archive import files, likeness
from dragoman.archive.columns import TABLES, clean, clean_text, decode, encode_list, pack_offsets
from dragoman.archive.files import FileMark, Sights
from dragoman.archive.parties import involved
from dragoman.archive.rollups import COUNTED_BY, COUNTS, DocumentFacts, EventFacts, Tally, counted, whom
from dragoman.archive.rows import Link, Rows, insert_links
from dragoman.archive.schema import ROLES
from dragoman.archive.told import GROUPED, told_in
from dragoman.records import RECORDS, Actor, CodedDocument, Document, Event, Record

Sealed = Record | Document


def now() -> str:
    """The time by the clock, ISO 8601 in UTC, to the second."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def write(connection: sqlite3.Connection, batch: Sequence[CodedDocument], marks: Sequence[FileMark], run_id: str) -> int:
    """Write a batch of coded documents, and the marks of the files they are from; how many were new to the run."""
    writing = _Writing(connection, run_id)
    new = sum([writing.document(coded) for coded in batch])
    # What marks and counts do rests on the rows.
    writing.rows.write()
    for mark in marks:
        files.write_mark(connection, mark, writing.tally, writing.sights)
    writing.sights.settle()
    writing.tally.write(connection)
    return new


class _Writing:
    """What the documents of one commit bring, gathered as they come."""

    def __init__(self, connection: sqlite3.Connection, run_id: str) -> None:
        self.rows = Rows(connection)
        self.tally = Tally()
        self.sights = Sights(connection)
        self._known = likeness.shingles_of(connection)
        self._connection = connection
        self._run_id = run_id

    def document(self, coded: CodedDocument) -> bool:
        """Take a coded document; False, and only its path noted, where this run coded it before.

        Raises ValueError for records of unknown tables and for those that are not sealed with the run.
        """
        document = coded.document
        key = (document.document_id, self._run_id)
        known = self._connection.execute("SELECT 1 FROM all_codings WHERE (document_id, run_id) = (?, ?)", key).fetchone()
        doc = 0 if known else _write_text(self._connection, coded, self._known)
        for path in {document.source_path, *document.sources}:
            self.sights.see(document.document_id, path)
        if known:
            return False
        if unknown := coded.records.keys() - RECORDS.keys():
            raise ValueError(f"no such tables: {', '.join(sorted(unknown))}; there are {', '.join(RECORDS)}")
        files.retire(self._connection, document.document_id, self.tally)
        coding = self._connection.execute(
            "INSERT INTO all_codings (doc, document_id, run_id, sentences, parsed, coded_at, current) "
            "VALUES (?, ?, ?, ?, ?, ?, 1)",
            (doc, *key, coded.sentences, coded.parsed, now()),
        ).lastrowid
        assert coding is not None
        written = {"documents": self._records("documents", [document], coding, document)}
        for name, records in coded.records.items():
            written[name] = self._records(name, records, coding, document)
        _count(self.tally, coded, written)
        return True

    def _records(self, name: str, records: Sequence[Sealed], coding: int, document: Document) -> list[Sealed]:
        """Take `records` and who takes part in them; those taken, as two that say the same of the same words are one."""
        once = list({record.record_id: record for record in records}.values())
        for record in once:
            if not record.record_id or record.run_id != self._run_id:
                raise ValueError(f"a record of {name} is not sealed with the run {self._run_id!r}: {record!r:.200}")
        if not once:
            return once
        first = self.rows.add(name, once, coding)
        if name in ROLES:
            fields = [(record.record_id, partial(getattr, record)) for record in once]
            roles = [involved(name, field) for _, field in fields]
            for row, (record, taken) in enumerate(zip(once, roles, strict=True), first):
                date = (record.date if isinstance(record, Event) else document.published) or ""
                self.rows.links += [
                    (code, name, date, row, coding, record.record_id, encode_list(some)) for code, some in taken.items()
                ]
            if name in GROUPED:
                self.tally.groups.add(told_in(name, fields, roles, document.published))
        return once


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


def _write_text(connection: sqlite3.Connection, coded: CodedDocument, known: likeness.ShinglesOf) -> int:
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
        likeness.note(connection, doc, text, known)
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
    insert_links(connection, stored_links(connection))
    recount(connection, report)
    files.settle(connection, [found for (found,) in connection.execute("SELECT DISTINCT document_id FROM sightings")])
    report("the index for search")
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")


def recount(connection: sqlite3.Connection, report: likeness.Report = lambda _: None) -> None:
    """Make all counts anew, and what texts are like. `report` is told what is being done."""
    for table in (*COUNTS, "clauses", "alike"):
        connection.execute(f"DELETE FROM {table}")
    counted(connection, report).write(connection)
    (total,) = connection.execute("SELECT count(*) FROM texts").fetchone()
    known = likeness.shingles_of(connection)
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
