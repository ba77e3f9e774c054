"""The shapes of what is answered. Rows are derived from the record types, so that a new column or table is there by itself."""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.analysis.evidence import BESIDE
from dragoman.archive.columns import LIST, TABLES
from dragoman.records import RECORDS

Row = dict[str, Any]

# Left out of lists: the whole text stands in the answer on one document.
LONG = {"documents": ("text",)}
HASH = "text_sha256"


def columns_of(table: str) -> list[str]:
    """The names of a row's fields as lists have it."""
    own = [name for name in TABLES[table].names if name not in LONG.get(table, ())]
    return [*own, *(column.name for column in BESIDE), HASH] if table in RECORDS else own


def _row_type(table: str) -> type[msgspec.Struct]:
    struct = TABLES[table].struct
    hints = {field.name: field.type for field in msgspec.structs.fields(struct)}
    fields = [(name, hints.get(name, str | None)) for name in columns_of(table)]
    made = msgspec.defstruct(f"{struct.__name__}Row", fields, kw_only=True)
    made.__doc__ = " ".join((struct.__doc__ or "").split())
    return made


def _page_type(table: str) -> type[msgspec.Struct]:
    fields: list[tuple[str, Any]] = [
        ("rows", list.__class_getitem__(ROWS[table])), ("total", int), ("documents", int), ("next", str | None),
    ]  # fmt: skip
    made = msgspec.defstruct(f"{ROWS[table].__name__.removesuffix('Row')}Page", fields, kw_only=True)
    made.__doc__ = (
        f"Some of the `total` {table} that were asked for, of an archive of `documents`. `next` is the cursor of those that "
        "follow, null where there are none."
    )
    return made


# A row of each table, and a page of such rows.
ROWS: dict[str, type[msgspec.Struct]] = {name: _row_type(name) for name in TABLES}
PAGES: dict[str, type[msgspec.Struct]] = {name: _page_type(name) for name in TABLES}


class WholeDocument(msgspec.Struct, kw_only=True):
    """A document with its text, and all its records by table, each with its `quote`; `passages` are among them."""

    document: dict[str, Any]
    records: dict[str, list[dict[str, Any]]]


class Covered(msgspec.Struct, kw_only=True):
    """Of the `documents` of the archive, `spoken` are the state's own words and `naming` mention it or speak for it."""

    code: str
    name: str
    documents: int
    undated: int
    first: str | None
    last: str | None
    spoken: int
    naming: int


class Section(msgspec.Struct, kw_only=True):
    """A part of a brief: the first `rows` of `total`. `of` is the table they come from, null for counts."""

    name: str
    of: str | None
    rows: list[dict[str, Any]]
    total: int
    note: str | None


class BriefAnswer(msgspec.Struct, kw_only=True):
    """What the record holds on a state, or between two; `coverage` is what each count is to be read beside."""

    coverage: list[Covered]
    sections: list[Section]


TimelinePage = msgspec.defstruct(
    "TimelinePage",
    [
        ("rows", list.__class_getitem__(ROWS["events"])),
        ("total", int),
        ("undated", int),
        ("documents", int),
        ("next", str | None),
    ],
    kw_only=True,
)
TimelinePage.__doc__ = "Dated events in the order of their dates; `undated` more fit what was asked but have no date."


class RegisterName(msgspec.Struct, kw_only=True):
    """A register, and what it lists."""

    name: str
    help: str


class RegisterPage(msgspec.Struct, kw_only=True):
    """Entries of a register, oldest first and those without a date last."""

    rows: list[dict[str, Any]]
    total: int
    undated: int
    documents: int
    next: str | None


class ListPage(msgspec.Struct, kw_only=True):
    """Some of `total` rows, in their order, as the command of the same name has them."""

    rows: list[dict[str, Any]]
    total: int
    note: str | None
    documents: int
    next: str | None


class HitRow(msgspec.Struct, kw_only=True):
    """A document that answers; in `snippet` the words found stand in brackets, [`start`, `end`) is the first of them."""

    document_id: str
    title: str | None
    kind: str
    outlet: str | None
    published: str | None
    source_path: str | None
    snippet: str
    start: int | None
    end: int | None
    text_sha256: str | None


class SearchPage(msgspec.Struct, kw_only=True):
    """Some of `total` documents that answer, of `searched` that pass the filters, of `documents` in the archive.

    `ranked`: the best come first; where it is false, the newest, as too many answer to be weighed.
    """

    rows: list[HitRow]
    total: int
    ranked: bool
    searched: int
    documents: int
    next: str | None


class Period(msgspec.Struct, kw_only=True):
    """A month or year (null for what is undated): `events` by type, beside the `documents` published in it."""

    period: str | None
    documents: int
    events: int
    forward: int | None
    back: int | None
    types: dict[str, int]


class Series(msgspec.Struct, kw_only=True):
    """Events of a state, or between two, by month or year, oldest first, and those without such a date last.

    Of a pair, `forward` are those of the first upon the second, `back` those of the second upon the first.
    """

    codes: list[str]
    by: str
    rows: list[Period]
    total: int
    documents: int


class StateRow(msgspec.Struct, kw_only=True):
    """A state or organisation that takes part in `events`."""

    code: str
    name: str
    events: int


class StatePage(msgspec.Struct, kw_only=True):
    """Who takes part in events, the most frequent first."""

    rows: list[StateRow]
    total: int
    documents: int
    next: str | None


class TableInfo(msgspec.Struct, kw_only=True):
    """A table of the record, its columns, and how many rows it has."""

    name: str
    columns: list[str]
    rows: int


class Info(msgspec.Struct, kw_only=True):
    """What the archive holds, and what it does not. Counts by a value have "" for what is unknown."""

    version: str
    archive: str
    bytes: int
    documents: int
    by: dict[str, dict[str, int]]
    first_month: str | None
    last_month: str | None
    months_with_documents: int
    months_without: list[list[str]]
    records: dict[str, int]
    sentences: int
    sentences_parsed: int
    uncoded: dict[str, int]
    issues: list[dict[str, Any]]
    skipped: Section
    runs: Section
    readings: Section


class Listing(msgspec.Struct, kw_only=True):
    """The tables and registers that there are."""

    tables: list[TableInfo]
    registers: list[RegisterName]
    documents: int


_WORDS = {
    "document_id": "d5e4dff22774806c3066", "record_id": "0a1b2c3d4e5f60718293", "run_id": "3f2a9c5e7d10", "start": 0, "end": 52,
    "quote": "A delegation of Russia visited the DPRK on January 5", "text_sha256": "9f86d081884c7d65", "event": "CONSULT",
    "mode": "visit", "source": ["RUS"], "target": ["PRK"], "date": "2017-01-05", "reported_by": ["PRK"], "outlet": "KCNA",
}  # fmt: skip


def example(table: str) -> Row:
    """A row of a table as an answer might have it."""
    of = TABLES[table]
    plain = {"text": "words", "integer": 1, "real": 1.0, "boolean": False, LIST: ["PRK"]}
    made: Row = {}
    for name in columns_of(table):
        column = of.column(name)
        value = _WORDS.get(name, plain[column.type] if column else "words")
        made[name] = value if column is None or isinstance(value, list) == (column.type == LIST) else plain[column.type]
    return made
