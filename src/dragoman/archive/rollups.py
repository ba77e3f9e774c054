"""Counts of current events by state, pair, year, kind and modality, kept in step by the writer."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator

from dragoman.archive.columns import decode_list
from dragoman.archive.parties import expand

# Dates of nothing known fall into the year "".
StateKey = tuple[str, str, str, str]  # code, year, event, modality
PairKey = tuple[str, str, str, str, str]  # a, b (a < b), year, event, modality
EventFacts = tuple[str, str, str | None, list[str], list[str]]  # event, modality, date, source, target

_EVENTS = "SELECT r.event, r.modality, r.date, r.source, r.target FROM all_events r"


class Tally:
    """What a set of events adds to the counts; a part counts for its whole too, an event once for each code.

    A pair's event has one of the two as source and the other as target: `forward` from `a` to `b`, `back` from
    `b` to `a`, `both` for those that go both ways.
    """

    def __init__(self) -> None:
        self.states: Counter[StateKey] = Counter()
        self.forward: Counter[PairKey] = Counter()
        self.back: Counter[PairKey] = Counter()
        self.both: Counter[PairKey] = Counter()

    def add(self, facts: EventFacts, sign: int = 1) -> None:
        event, modality, date, source, target = facts
        year = (date or "")[:4]
        sources, targets = expand(source), expand(target)
        for code in sources | targets:
            self.states[code, year, event, modality] += sign
        ways = {(s, t) for s in sources for t in targets if not _same_house(s, t)}
        for s, t in ways:
            key = (min(s, t), max(s, t), year, event, modality)
            (self.forward if s < t else self.back)[key] += sign
            if s < t and (t, s) in ways:
                self.both[key] += sign

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


def counted(connection: sqlite3.Connection) -> Tally:
    """The counts as they should be, from the events themselves."""
    tally = Tally()
    for facts in current_events(connection):
        tally.add(facts)
    return tally
