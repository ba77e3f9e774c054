"""Whether everything in the archive is what it says it is."""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any, NamedTuple

import msgspec

from dragoman.archive import likeness, rollups, schema
from dragoman.archive.columns import TABLES, decode, decode_list, unpack_offsets
from dragoman.archive.connection import connect
from dragoman.archive.schema import CODED, LEDGER_ROWS, ROLES, expression, sources
from dragoman.archive.store import Archive
from dragoman.archive.writer import all_texts, stored_links
from dragoman.errors import ArchiveError
from dragoman.ids import sha256_hex
from dragoman.records import RECORDS, Document, Record, seal, seal_document

LISTED = 1000


class Finding(NamedTuple):
    """Something wrong: in which table, with which row (an id, or the name of what was checked), and what."""

    table: str
    id: str
    what: str


class Verification(NamedTuple):
    """`checked` counts what was looked at, by name; `findings` lists the first LISTED of `found` faults."""

    checked: dict[str, int]
    findings: list[Finding]
    found: int

    @property
    def sound(self) -> bool:
        return not self.found


Check = Callable[[sqlite3.Connection, Counter[str]], Iterator[Finding]]


def verify(archive: Archive) -> Verification:
    """Check the file, every text, offset and id, and all that is derived from them. Changes nothing."""
    checked: Counter[str] = Counter()
    findings: list[Finding] = []
    found = 0
    with closing(connect(archive.file, read_only=True)) as connection:
        # What cannot be decoded is to be found, not stumbled over.
        connection.text_factory = lambda data: data.decode("utf-8", "replace")
        connection.execute("BEGIN")
        for name, check in CHECKS.items():
            for finding in _faults(name, check, connection, checked):
                found += 1
                if len(findings) < LISTED:
                    findings.append(finding)
    return Verification(dict(checked), findings, found)


def _faults(name: str, check: Check, connection: sqlite3.Connection, checked: Counter[str]) -> Iterator[Finding]:
    try:
        yield from check(connection, checked)
    except (sqlite3.Error, msgspec.DecodeError, ValueError, TypeError, ArchiveError) as error:
        yield Finding(name, "check", f"cannot be read: {' '.join(str(error).split())}")


def _file(connection: sqlite3.Connection, checked: Counter[str]) -> Iterator[Finding]:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    checked["pages"] = pages
    for (said,) in connection.execute("PRAGMA integrity_check"):
        for line in said.splitlines():
            if line != "ok" and not line.startswith("***"):
                yield Finding("file", "integrity", line)


def _texts(connection: sqlite3.Connection, checked: Counter[str]) -> Iterator[Finding]:
    sql = (
        "SELECT t.document_id, t.text_sha256, t.text, t.offsets, o.source_path, o.sources, "
        "EXISTS (SELECT 1 FROM all_codings c WHERE c.doc = t.doc) FROM texts t LEFT JOIN origins o ON o.doc = t.doc"
    )
    for document_id, digest, text, packed, path, paths, coded in connection.execute(sql):
        checked["texts"] += 1
        if sha256_hex(text.encode()) != digest:
            yield Finding("documents", document_id, "the text is not the one that was read: its hash differs")
        if path is None or path != min(decode_list(paths), default=None):
            yield Finding("documents", document_id, "source_path is not the smallest of sources")
        if not coded:
            yield Finding("documents", document_id, "a text that no run has coded")
        yield from _offset_map(document_id, packed, len(text))


def _offset_map(document_id: str, packed: bytes, length: int) -> Iterator[Finding]:
    try:
        runs = unpack_offsets(packed)
    except (zlib.error, ValueError) as error:
        yield Finding("documents", document_id, f"the map to the source cannot be read: {error}")
        return
    last = 0
    for start, origin, size in runs:
        if start < last or origin < 0 or size <= 0 or start + size > length:
            yield Finding("documents", document_id, f"the map to the source is wrong at {start}")
            return
        last = start + size


def _records(connection: sqlite3.Connection, checked: Counter[str]) -> Iterator[Finding]:
    for name in RECORDS:
        table = TABLES[name]
        select = ", ".join(expression(table, column) for column in table.names)
        at, length = None, 0
        for row in connection.execute(f"SELECT {select}, c.doc FROM {sources(table)} ORDER BY r.coding"):
            checked[name] += 1
            fields = {column.name: decode(value, column.type) for column, value in zip(table.columns, row, strict=False)}
            record = table.struct(**fields)
            assert isinstance(record, Record)
            if row[-1] != at:
                # Once for all records of a document: texts may be long, and have thousands.
                at, text = row[-1], connection.execute("SELECT text FROM texts WHERE doc = ?", (row[-1],)).fetchone()
                length = len(text[0]) if text else -1
            yield from _record(name, record, length)


def _record(name: str, record: Record, length: int) -> Iterator[Finding]:
    if length < 0:
        yield Finding(name, record.record_id, f"its document {record.document_id} is not there")
        return
    spans = [("span", record.start, record.end)]
    if hasattr(record, "trigger_start") and hasattr(record, "trigger_end"):
        spans.append(("trigger", record.trigger_start, record.trigger_end))
    for what, start, end in spans:
        if not 0 <= start <= end <= length:
            yield Finding(name, record.record_id, f"its {what} {start}:{end} is not inside the text of {length} characters")
    if seal(record, record.run_id).record_id != record.record_id:
        yield Finding(name, record.record_id, "its contents are not those that were coded: the id differs")


def _documents(connection: sqlite3.Connection, checked: Counter[str]) -> Iterator[Finding]:
    table = TABLES["documents"]
    sql = f"SELECT {', '.join(expression(table, column) for column in table.names)} FROM {sources(table)}"
    for row in connection.execute(sql):
        checked["documents"] += 1
        fields = {column.name: decode(value, column.type) for column, value in zip(table.columns, row, strict=True)}
        if fields["text"] is None:
            yield Finding("documents", fields["document_id"], "its text is not there")
            continue
        document = Document(**fields)
        if seal_document(document, document.run_id).record_id != document.record_id:
            yield Finding("documents", document.document_id, "its contents are not those that were coded: the id differs")


_NO_TEXT = "NOT EXISTS (SELECT 1 FROM texts t WHERE t.document_id = {})"
# Table and column to name the row by; where to look, and the condition on what should not be there.
_ORPHANS = (
    ("codings", "document_id", "all_codings x", "x.doc NOT IN (SELECT doc FROM texts)", "its document has no text"),
    ("codings", "document_id", "all_codings x", _NO_TEXT.format("x.document_id"), "its document has no text"),
    ("codings", "document_id", "all_codings x", "x.run_id NOT IN (SELECT run_id FROM all_runs)", "its run is not there"),
    ("codings", "document_id", "all_codings x", "NOT EXISTS (SELECT 1 FROM all_documents d WHERE d.coding = x.coding)",
     "the document's own row is not there"),
    ("codings", "document_id", "(SELECT document_id, sum(current) AS n FROM all_codings GROUP BY document_id) x", "n > 1",
     "more than one coding is current"),
    ("documents", "document_id", "sightings x", _NO_TEXT.format("x.document_id"), "was found in a file, but is not there"),
    ("documents", "document_id", "sightings x", f"supersedes IS NOT NULL AND {_NO_TEXT.format('x.supersedes')}",
     "what it supersedes is not there"),
    ("files", "path", "files x", f"EXISTS (SELECT 1 FROM json_each(x.document_ids) i WHERE {_NO_TEXT.format('i.value')})",
     "a document that it gave is not there"),
)  # fmt: skip


def _orphans(connection: sqlite3.Connection, checked: Counter[str]) -> Iterator[Finding]:
    for table, key, source, condition, what in _ORPHANS:
        for (found,) in connection.execute(f"SELECT DISTINCT x.{key} FROM {source} WHERE {condition}"):
            yield Finding(table, found, what)
    for name in CODED:
        sql = f"SELECT r.record_id FROM all_{name} r WHERE NOT EXISTS (SELECT 1 FROM all_codings c WHERE c.coding = r.coding)"
        for (record_id,) in connection.execute(sql):
            yield Finding(name, record_id, "belongs to no coding")
    for name in ("codings", *LEDGER_ROWS):
        (checked[name],) = connection.execute(f"SELECT count(*) FROM all_{name}").fetchone()


def _parties(connection: sqlite3.Connection, checked: Counter[str]) -> Iterator[Finding]:
    """Sums of hashes: equal sets have equal sums, in whatever order they come and however many there are."""
    stored, due = Counter[str](), Counter[str]()
    for link in connection.execute("SELECT code, record_table, date, row, coding, record_id, roles FROM all_parties"):
        checked["parties"] += 1
        stored[link[1]] += hash(link)
    for expected in stored_links(connection):
        due[expected[1]] += hash(expected)
    for name in ROLES:
        if stored[name] != due[name]:
            yield Finding("parties", name, "the links between codes and records are not right: rebuild them")


def _counts(connection: sqlite3.Connection, checked: Counter[str]) -> Iterator[Finding]:
    due = rollups.counted(connection)
    # For each table of counts: how many of its columns tell what is counted, and what should be there.
    expected: dict[str, tuple[int, dict[Any, Any]]] = {
        table: (len(sums.key), {key: tuple(values) for key, values in due.rows(table)}) for table, sums in rollups.SUMS.items()
    }
    expected["told"] = (3, {key: tuple(one) for key, one in due.groups.found.items()})
    for table in rollups.COUNTS:
        width, wanted = expected[table]
        stored = {row[:width]: row[width:] for row in connection.execute(f"SELECT * FROM {table}")}
        checked["counts"] += len(stored)
        yield from _differences(table, stored, wanted)


def _differences(table: str, stored: dict[Any, Any], due: dict[Any, Any]) -> Iterator[Finding]:
    for key in sorted(stored.keys() | due.keys()):
        if stored.get(key) != due.get(key):
            counts, there = (" ".join(map(str, found.get(key, (0,)))) for found in (stored, due))
            yield Finding(table, " ".join(map(str, key)), f"counts {counts} where there are {there}: rebuild it")


def _likeness(connection: sqlite3.Connection, checked: Counter[str]) -> Iterator[Finding]:
    """What texts are like is found again, beside the archive."""
    with closing(sqlite3.connect(":memory:")) as beside:
        for statement in schema.split(schema.LIKENESS):
            beside.execute(statement)
        likeness.compare(beside, all_texts(connection), likeness.shingles_of(connection))
        for table in ("clauses", "alike"):
            due = set(beside.execute(f"SELECT * FROM {table}"))
            stored = set(connection.execute(f"SELECT * FROM {table}"))
            checked[table] += len(stored)
            if stored != due:
                said = f"{len(stored - due):,} are wrong and {len(due - stored):,} are not there: rebuild them"
                yield Finding("likeness", table, said)


def _index(connection: sqlite3.Connection, checked: Counter[str]) -> Iterator[Finding]:
    (checked["indexed texts"],) = connection.execute("SELECT count(*) FROM search_docsize").fetchone()
    sql = (
        "SELECT t.document_id FROM texts t WHERE t.doc NOT IN (SELECT id FROM search_docsize) "
        "UNION ALL SELECT s.id FROM search_docsize s WHERE s.id NOT IN (SELECT doc FROM texts)"
    )
    for (key,) in connection.execute(sql):
        yield Finding("search", str(key), "the index for search does not agree with the texts: rebuild it")
    (_, _, path) = connection.execute("PRAGMA database_list").fetchone()
    yield from _index_words(path)


def _index_words(path: str) -> Iterator[Finding]:
    """SQLite checks an index only where it could write; where it cannot, or another writes, the words go unchecked."""
    with closing(sqlite3.connect(path, timeout=2.0, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
            connection.execute("ROLLBACK")
        except sqlite3.OperationalError:
            return
        except sqlite3.DatabaseError as error:
            yield Finding("search", "integrity", f"the index for search does not agree with the texts: rebuild it ({error})")


# In the order in which they are made; what a check cannot read is a finding, and the next goes on.
CHECKS: dict[str, Check] = {
    "file": _file,
    "texts": _texts,
    "records": _records,
    "documents": _documents,
    "orphans": _orphans,
    "parties": _parties,
    "counts": _counts,
    "likeness": _likeness,
    "search": _index,
}
