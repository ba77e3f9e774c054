"""Counts of what is current, kept in step by the writer: events by state, pair, time, kind and modality; documents by
state, month, kind, outlet and language; records by table.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from operator import add
from typing import Any, NamedTuple

from dragoman.archive.columns import decode_list
from dragoman.archive.likeness import Report
from dragoman.archive.parties import expand
from dragoman.archive.schema import CODED
from dragoman.archive.told import Groups
from dragoman.archive.told import counted as told_counted


class Sums(NamedTuple):
    """A table of counts: the columns that say what is counted, and those that count it. What counts nothing has no row."""

    key: tuple[str, ...]
    values: tuple[str, ...] = ("n",)


# What is of no known date falls into the year and the month "", what is known to the year alone into the month of that name.
# A part counts for its whole too, an event once for each code. A pair's event has one of the two as source and the other as
# target: `forward` from `a` to `b` (a < b), `back` from `b` to `a`; what goes both ways is in both, and in `n` once. `score`
# is the sum over the `scored` events, in thousandths, so that it does not depend on the order of adding. `partners` have each
# pair from both sides, over all years. `document_counts` has documents by the value of a field ("" where unknown), and under
# `sentences` and `parsed` how many sentences they have.
SUMS: dict[str, Sums] = {
    "state_years": Sums(("code", "year", "event", "modality")),
    "state_months": Sums(("code", "month", "event", "modality")),
    "pair_years": Sums(("a", "b", "year", "event", "modality"), ("forward", "back", "n")),
    "pair_months": Sums(
        ("a", "b", "month", "event", "modality", "performed"), ("forward", "back", "n", "scored", "score")
    ),
    "partners": Sums(("code", "modality", "other", "event"), ("sent", "received", "n")),
    "document_months": Sums(("month",)),
    "document_counts": Sums(("field", "value")),
    "state_documents": Sums(("code",), ("spoken", "naming", "events")),
    "record_counts": Sums(("record_table",)),
}  # fmt: skip
# The tables that a tally keeps.
COUNTS = (*SUMS, "told")
# The columns of documents by whose values they are counted.
COUNTED_BY = ("kind", "outlet", "language")

_SAID = 50_000  # events between two words of progress

Key = tuple[str | int, ...]


class EventFacts(NamedTuple):
    """What is counted of an event."""

    event: str
    modality: str
    date: str | None
    source: list[str]
    target: list[str]
    performed: bool
    score: float | None


class DocumentFacts(NamedTuple):
    """What is counted of a document: `by` has its values of COUNTED_BY, `speaking` and `naming` the codes of who speaks and
    of all whom it names, `records` how many it has in each table.
    """

    published: str | None
    by: tuple[str | None, ...]
    speaking: set[str]
    naming: set[str]
    sentences: int
    parsed: int
    records: Mapping[str, int]


def whom(speaker: str | None, reported_by: Iterable[str], actors: Iterable[str]) -> tuple[set[str], set[str]]:
    """Who speaks in a document, and all whom it names, the speakers too; a part counts for its whole."""
    speaking = expand([speaker] if speaker else [])
    return speaking, speaking | expand(reported_by) | expand(actors)


class Tally:
    """What a set of documents and events adds to the counts."""

    def __init__(self) -> None:
        self.sums: dict[str, dict[Key, list[int]]] = {table: {} for table in SUMS}
        self.groups = Groups()
        self._retired = False

    def _add(self, table: str, key: Key, values: list[int]) -> None:
        kept = self.sums[table].setdefault(key, values)
        if kept is not values:
            kept[:] = map(add, kept, values)

    def event(self, facts: EventFacts, sign: int = 1) -> None:
        """An event is there, or, with the sign -1, there no more."""
        kind, modality = facts.event, facts.modality
        date = facts.date or ""
        year, month = date[:4], date[:7]
        score = 0 if facts.score is None else round(facts.score * 1000)
        sources, targets = expand(facts.source), expand(facts.target)
        for code in sources | targets:
            self._add("state_years", (code, year, kind, modality), [sign])
            self._add("state_months", (code, month, kind, modality), [sign])
            self._add("state_documents", (code,), [0, 0, sign])
        ways = {(s, t) for s in sources for t in targets if not _same_house(s, t)}
        for a, b in {(min(way), max(way)) for way in ways}:
            forward, back = sign * ((a, b) in ways), sign * ((b, a) in ways)
            scored = sign * (facts.score is not None)
            self._add("pair_years", (a, b, year, kind, modality), [forward, back, sign])
            self._add(
                "pair_months", (a, b, month, kind, modality, int(facts.performed)), [forward, back, sign, scored, sign * score]
            )
            self._add("partners", (a, modality, b, kind), [forward, back, sign])
            self._add("partners", (b, modality, a, kind), [back, forward, sign])

    def document(self, facts: DocumentFacts, sign: int = 1) -> None:
        """A document is there, or there no more."""
        self._add("document_months", ((facts.published or "")[:7],), [sign])
        for field, value in zip(COUNTED_BY, facts.by, strict=True):
            self._add("document_counts", (field, value or ""), [sign])
        self._add("document_counts", ("sentences", ""), [sign * facts.sentences])
        self._add("document_counts", ("parsed", ""), [sign * facts.parsed])
        for code in facts.naming:
            self._add("state_documents", (code,), [sign * (code in facts.speaking), sign, 0])
        for table, number in facts.records.items():
            self._add("record_counts", (table,), [sign * number])

    def retire(self, connection: sqlite3.Connection, coding: int) -> None:
        """Everything of one coding counts no more."""
        self._retired = True
        for event in _events(connection, "r.coding = ?", (coding,)):
            self.event(event, -1)
        for document in _documents(connection, "c.coding = ?", (coding,)):
            self.document(document, -1)
        self.groups.retire(connection, coding)

    def rows(self, table: str) -> Iterator[tuple[Key, list[int]]]:
        """What is to be added to a table of SUMS, in the order of its keys."""
        found = self.sums[table]
        return ((key, found[key]) for key in sorted(found) if any(found[key]))

    def write(self, connection: sqlite3.Connection) -> None:
        """Add these counts to the stored ones."""
        for table, sums in SUMS.items():
            marks = ", ".join("?" * (len(sums.key) + len(sums.values)))
            adding = ", ".join(f"{name} = {name} + excluded.{name}" for name in sums.values)
            rows = list(self.rows(table))
            connection.executemany(
                f"INSERT INTO {table} VALUES ({marks}) ON CONFLICT DO UPDATE SET {adding}",
                [(*key, *values) for key, values in rows],
            )
            if not self._retired:
                continue
            numbers = [i for i, name in enumerate(sums.values) if name != "score"]  # a score may well be below nothing
            less = [key for key, values in rows if any(values[i] < 0 for i in numbers)]
            nothing = " AND ".join(f"{name} = 0" for name in sums.values)
            marks = ", ".join("?" * len(sums.key))
            connection.executemany(f"DELETE FROM {table} WHERE ({', '.join(sums.key)}) = ({marks}) AND {nothing}", less)
        self.groups.write(connection)


def _same_house(a: str, b: str) -> bool:
    """Whether the two are one, or one a part of the other: no pair."""
    return a == b or a.startswith(f"{b}-") or b.startswith(f"{a}-")


def _events(connection: sqlite3.Connection, condition: str, values: tuple[Any, ...] = ()) -> Iterator[EventFacts]:
    rows = connection.execute(
        "SELECT r.event, r.modality, r.date, r.source, r.target, r.performed, r.score FROM all_events r "
        f"JOIN all_codings c ON c.coding = r.coding WHERE {condition}",
        values,
    )
    for event, modality, date, source, target, performed, score in rows:
        yield EventFacts(event, modality, date, decode_list(source), decode_list(target), bool(performed), score)


def _documents(connection: sqlite3.Connection, condition: str, values: tuple[Any, ...] = ()) -> Iterator[DocumentFacts]:
    rows = connection.execute(
        "SELECT d.coding, d.published, d.speaker_state, d.reported_by, c.sentences, c.parsed, "
        f"{', '.join(f'd.{name}' for name in COUNTED_BY)} FROM all_documents d "
        f"JOIN all_codings c ON c.coding = d.coding WHERE {condition}",
        values,
    ).fetchall()
    for coding, published, speaker, reported_by, sentences, parsed, *by in rows:
        codes = connection.execute("SELECT DISTINCT code FROM all_actors WHERE coding = ? AND code IS NOT NULL", (coding,))
        speaking, naming = whom(speaker, decode_list(reported_by), [code for (code,) in codes])
        counts = {
            table: connection.execute(f"SELECT count(*) FROM all_{table} WHERE coding = ?", (coding,)).fetchone()[0]
            for table in CODED
        }
        records = {table: n for table, n in counts.items() if n}
        yield DocumentFacts(published, tuple(by), speaking, naming, sentences, parsed, records)


def counted(connection: sqlite3.Connection, report: Report = lambda _: None) -> Tally:
    """The counts as they should be, from the records themselves."""
    tally = Tally()
    for n, event in enumerate(_events(connection, "c.current"), 1):
        tally.event(event)
        if n % _SAID == 0:
            report(f"{n:,} events counted")
    report("documents")
    for document in _documents(connection, "c.current"):
        tally.document(document)
    report("what is told alike")
    tally.groups = told_counted(connection)
    return tally
