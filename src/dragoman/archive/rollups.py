"""Counts of what is current, kept in step by the writer: events by state, pair, time, kind and modality; documents by
state and month; records by table.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dragoman.archive.columns import decode_list
from dragoman.archive.parties import expand
from dragoman.archive.schema import CODED
from dragoman.archive.told import Groups
from dragoman.archive.told import counted as told_counted

# Dates of nothing known fall into the year "".
StateKey = tuple[str, str, str, str]  # code, year, event, modality
PairKey = tuple[str, str, str, str, str]  # a, b (a < b), year, event, modality
EventFacts = tuple[str, str, str | None, list[str], list[str]]  # event, modality, date, source, target

MonthKey = tuple[str, str, str, str]  # code, month, event, modality; of dates known to the year alone the month is the year


class DocumentFacts(NamedTuple):
    """What is counted of a document: when it was published, the codes of who speaks, and of all whom it names."""

    published: str | None
    speaking: set[str]
    naming: set[str]


def document_facts(
    published: str | None, speaker: str | None, reported_by: Iterable[str], actors: Iterable[str]
) -> DocumentFacts:
    """As counted: a part counts for its whole too."""
    speaking = expand([speaker] if speaker else [])
    return DocumentFacts(published, speaking, speaking | expand(reported_by) | expand(actors))


_EVENTS = "SELECT r.event, r.modality, r.date, r.source, r.target FROM all_events r"


class Tally:
    """What a set of events adds to the counts; a part counts for its whole too, an event once for each code.

    A pair's event has one of the two as source and the other as target: `forward` from `a` to `b`, `back` from
    `b` to `a`, `both` for those that go both ways.
    """

    def __init__(self) -> None:
        self.states: Counter[StateKey] = Counter()
        self.months: Counter[MonthKey] = Counter()
        self.spoken: Counter[str] = Counter()
        self.naming: Counter[str] = Counter()
        self.published: Counter[str] = Counter()
        self.records: Counter[str] = Counter()
        self.groups = Groups()
        self.forward: Counter[PairKey] = Counter()
        self.back: Counter[PairKey] = Counter()
        self.both: Counter[PairKey] = Counter()

    def add(self, facts: EventFacts, sign: int = 1) -> None:
        event, modality, date, source, target = facts
        year = (date or "")[:4]
        sources, targets = expand(source), expand(target)
        for code in sources | targets:
            self.states[code, year, event, modality] += sign
            self.months[code, (date or "")[:7], event, modality] += sign
        ways = {(s, t) for s in sources for t in targets if not _same_house(s, t)}
        for s, t in ways:
            key = (min(s, t), max(s, t), year, event, modality)
            (self.forward if s < t else self.back)[key] += sign
            if s < t and (t, s) in ways:
                self.both[key] += sign

    def document(self, facts: DocumentFacts, records: Mapping[str, int], sign: int = 1) -> None:
        """A document with so many records in each table is there, or there no more."""
        self.published[(facts.published or "")[:7]] += sign
        for code in facts.speaking:
            self.spoken[code] += sign
        for code in facts.naming:
            self.naming[code] += sign
        for table, number in records.items():
            self.records[table] += sign * number

    def retire(self, connection: sqlite3.Connection, coding: int) -> None:
        """Everything of one coding counts no more."""
        for facts in events_of(connection, coding):
            self.add(facts, -1)
        for found, records in _documents(connection, "c.coding = ?", (coding,)):
            self.document(found, records, -1)
        self.groups.retire(connection, coding)

    def pairs(self) -> Iterator[tuple[PairKey, int, int, int]]:
        """Each pair's counts: key, forward, back, and events in all."""
        for key in sorted(self.forward.keys() | self.back.keys()):
            forward, back = self.forward[key], self.back[key]
            yield key, forward, back, forward + back - self.both[key]

    def write(self, connection: sqlite3.Connection) -> None:
        """Add these counts to the stored ones."""
        connection.executemany(
            "INSERT INTO state_years VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n",
            [(*key, n) for key, n in sorted(self.states.items())],
        )
        connection.executemany(
            "INSERT INTO pair_years VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
            "forward = forward + excluded.forward, back = back + excluded.back, n = n + excluded.n",
            [(*key, forward, back, n) for key, forward, back, n in self.pairs()],
        )
        connection.executemany(
            "DELETE FROM state_years WHERE (code, year, event, modality) = (?, ?, ?, ?) AND n = 0",
            [key for key, n in self.states.items() if n < 0],
        )
        connection.executemany(
            "DELETE FROM pair_years WHERE (a, b, year, event, modality) = (?, ?, ?, ?, ?) AND n = 0",
            [key for key, _, _, n in self.pairs() if n < 0],
        )
        _add(connection, "state_months", ("code", "month", "event", "modality"), self.months)
        _add(connection, "document_months", ("month",), {(month,): n for month, n in self.published.items()})
        _add(connection, "record_counts", ("record_table",), {(table,): n for table, n in self.records.items()})
        codes = sorted(self.naming.keys() | self.spoken.keys())
        connection.executemany(
            "INSERT INTO state_documents VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET spoken = spoken + excluded.spoken, "
            "naming = naming + excluded.naming",
            [(code, self.spoken[code], self.naming[code]) for code in codes],
        )
        connection.execute("DELETE FROM state_documents WHERE naming = 0")
        self.groups.write(connection)


def _add(connection: sqlite3.Connection, table: str, key: tuple[str, ...], counts: Mapping[Any, int]) -> None:
    """Add `counts` to a table of `key` and `n`; what counts nothing any more goes."""
    marks = ", ".join("?" * len(key))
    connection.executemany(
        f"INSERT INTO {table} VALUES ({marks}, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n",
        [(*of, n) for of, n in sorted(counts.items()) if n],
    )
    connection.executemany(
        f"DELETE FROM {table} WHERE ({', '.join(key)}) = ({marks}) AND n = 0", [of for of, n in counts.items() if n < 0]
    )


def _same_house(a: str, b: str) -> bool:
    """Whether the two are one, or one a part of the other: no pair."""
    return a == b or a.startswith(f"{b}-") or b.startswith(f"{a}-")


def events_of(connection: sqlite3.Connection, coding: int) -> Iterator[EventFacts]:
    """The events of one coding, as stored."""
    return _facts(connection.execute(f"{_EVENTS} WHERE r.coding = ?", (coding,)))


def current_events(connection: sqlite3.Connection) -> Iterator[EventFacts]:
    return _facts(connection.execute(f"{_EVENTS} JOIN all_codings c ON c.coding = r.coding WHERE c.current"))


def _facts(rows: Iterable[tuple[str, str, str | None, str, str]]) -> Iterator[EventFacts]:
    for event, modality, date, source, target in rows:
        yield event, modality, date, decode_list(source), decode_list(target)


def _documents(
    connection: sqlite3.Connection, condition: str, values: tuple[Any, ...] = ()
) -> Iterator[tuple[DocumentFacts, dict[str, int]]]:
    """What is counted of each document that fits, and how many records it has in each table."""
    rows = connection.execute(
        "SELECT d.coding, d.published, d.speaker_state, d.reported_by FROM all_documents d "
        f"JOIN all_codings c ON c.coding = d.coding WHERE {condition}",
        values,
    ).fetchall()
    for coding, published, speaker, reported_by in rows:
        codes = connection.execute("SELECT DISTINCT code FROM all_actors WHERE coding = ? AND code IS NOT NULL", (coding,))
        facts = document_facts(published, speaker, decode_list(reported_by), [code for (code,) in codes])
        counts = {
            table: connection.execute(f"SELECT count(*) FROM all_{table} WHERE coding = ?", (coding,)).fetchone()[0]
            for table in CODED
        }
        yield facts, {table: n for table, n in counts.items() if n}


def counted(connection: sqlite3.Connection) -> Tally:
    """The counts as they should be, from the records themselves."""
    tally = Tally()
    for facts in current_events(connection):
        tally.add(facts)
    for found, records in _documents(connection, "c.current"):
        tally.document(found, records)
    tally.groups = told_counted(connection)
    return tally


# The tables that a tally keeps.
COUNTS = (
    "state_years", "pair_years", "state_months", "document_months", "state_documents", "record_counts", "told",
)  # fmt: skip
