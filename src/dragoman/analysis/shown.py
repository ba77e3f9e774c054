"""One document with its records, and its text cut where any of them begins or ends."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Any, NamedTuple

from dragoman.analysis.evidence import evidence_columns
from dragoman.analysis.page import page
from dragoman.analysis.table import Row, Table
from dragoman.analysis.wording import wording
from dragoman.archive import Archive, Filters, document, document_ids, rows
from dragoman.errors import UsageError
from dragoman.records import RECORDS

# What is marked in the text. Mentions of actors are marked too where asked for; passages are its layout.
MARKED = tuple(name for name in RECORDS if name not in ("passages", "actors"))
_ALSO = ("quote", "source_path", "document_title", "document_kind", "outlet", "published")


class Mark(NamedTuple):
    """A stretch of the text and the records that rest on it; numbered in the order of the text, from 1."""

    number: int
    start: int
    end: int
    records: tuple[tuple[str, Row], ...]

    @property
    def lines(self) -> list[str]:
        """Each record in one line, its table first."""
        return [f"{table[:-1]}: {wording(table, row)}" for table, row in self.records]


class Segment(NamedTuple):
    """Text between two ends of marks, and the numbers of those that it lies in."""

    text: str
    start: int
    marks: tuple[int, ...]


@dataclass(frozen=True)
class Shown:
    """A document's fields, its records by table, and the marks they make in its text."""

    document: Mapping[str, Any]
    records: Mapping[str, Table]
    marks: tuple[Mark, ...]

    @property
    def text(self) -> str:
        return str(self.document["text"])

    def segments(self) -> Iterator[Segment]:
        """The whole text in pieces, in order."""
        yield from segments(self.text, self.marks)

    def data(self) -> dict[str, Any]:
        """The document and its records as plain values, each record with its `quote`."""
        return {"document": dict(self.document), "records": {name: table.rows() for name, table in self.records.items()}}

    def html(self) -> str:
        """One page that needs nothing else; everything that comes from the text is escaped."""
        return page(self.document, list(self.segments()), self.marks)

    def _repr_html_(self) -> str:
        return f'<iframe srcdoc="{escape(self.html())}" width="100%" height="600" sandbox></iframe>'


def find(archive: Archive, key: str) -> list[str]:
    """The ids of the documents that `key` means: an id, the beginning of one, or a path. Raises UsageError where none."""
    found = document_ids(archive, key)
    if not found:
        raise UsageError(
            f"no document {key!r} in {archive.folder}; give an id, its first 8 characters or more, or a path as "
            "`dragoman table documents` shows it"
        )
    return found


def find_one(archive: Archive, key: str) -> str:
    """As `find`, where only one document may be meant. Raises UsageError where several are."""
    found = find(archive, key)
    if len(found) > 1:
        raise UsageError(f"{key!r} is {len(found)} documents; give one of their ids: {', '.join(found)}")
    return found[0]


def shown(archive: Archive, document_id: str, *, run: str | None = None) -> Shown:
    """A document with the records of its newest coding, or of `run`. Raises UsageError where it is not there."""
    with archive.snapshot():
        found = document(archive, document_id, run)
        if found is None:
            raise UsageError(f"no document {document_id!r} in {archive.folder}")
        wanted = Filters(columns={"document_id": document_id}, run=run)
        records = {name: Table(name, evidence_columns(name), rows(archive, name, wanted, also=list(_ALSO))) for name in RECORDS}
    return Shown(found, records, marks_of({name: records[name].rows() for name in MARKED}))


def marks_of(records: Mapping[str, Sequence[Row]]) -> tuple[Mark, ...]:
    """The records of each table taken together by the words they rest on."""
    spans: dict[tuple[int, int], list[tuple[str, Row]]] = {}
    for table, found in records.items():
        for row in found:
            spans.setdefault((row["start"], -row["end"]), []).append((table, row))
    # Where two begin alike the longer comes first, so that numbers nest.
    return tuple(Mark(n, start, -end, tuple(spans[start, end])) for n, (start, end) in enumerate(sorted(spans), 1))


def segments(text: str, marks: Sequence[Mark]) -> Iterator[Segment]:
    """`text` cut at every end of a mark."""
    cuts = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    waiting, open_ = deque(marks), list[Mark]()
    for start, end in pairwise(cuts):
        open_ = [mark for mark in open_ if mark.end > start]
        while waiting and waiting[0].start <= start:
            mark = waiting.popleft()
            if mark.end > start:
                open_.append(mark)
        yield Segment(text[start:end], start, tuple(mark.number for mark in open_))
