"""Events that stand in several copies of one item, each counted once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from dragoman.analysis.table import Row
from dragoman.analysis.variants import alike, items_of
from dragoman.archive import Archive, Filters, iterate
from dragoman.archive.columns import INTEGER, Column, decode_list
from dragoman.archive.parties import expand

# What stands beside each event that is shown: how many times copies of its item tell it again.
COPIES = Column("copies", INTEGER)
# Documents with copies whose events are gone through while somebody waits: they take half a second.
COMPARED = 5_000
_SOME = 400  # ids in one query
Key = tuple[str, ...]
Event = tuple[Key, str | None, str]  # what it is, its date, its id


@dataclass(frozen=True)
class Copies:
    """`left_out` are the ids of events that repeat those of another copy; `behind` has for each kept one how many do.

    `gone` has the year of each that is left out, "" where that is unknown, and the codes of its sources and targets.
    """

    left_out: Mapping[str, str] = field(default_factory=dict)
    behind: Mapping[str, int] = field(default_factory=dict)
    gone: Sequence[tuple[str, frozenset[str], frozenset[str]]] = ()
    # Documents with copies that were too many to be gone through while somebody waits; then nothing is left out.
    uncompared: int = 0

    def repeated(self, archive: Archive, wanted: Filters) -> frozenset[str]:
        """Which of the events that pass `wanted` repeat one that is kept, whether that passes or not."""
        return _passing(archive, wanted, self.left_out)

    def dropped(self, archive: Archive, wanted: Filters) -> frozenset[str]:
        """Which of the events that pass `wanted` repeat another that passes: one of each is kept, and no more."""
        passing = _passing(archive, wanted, {*self.left_out, *self.behind})
        kept = {record_id for record_id in passing if record_id not in self.left_out}
        gone = set()
        for record_id in sorted(passing - kept):
            first = self.left_out[record_id]
            if first in kept:
                gone.add(record_id)
            kept.add(first)  # the first of them stands for the others
        return frozenset(gone)


def _passing(archive: Archive, wanted: Filters, record_ids: Collection[str]) -> frozenset[str]:
    """Those of the events `record_ids` that pass `wanted`."""
    ids, found = sorted(record_ids), set[str]()
    for i in range(0, len(ids), _SOME):
        some = msgspec.structs.replace(wanted, columns=wanted.columns | {"record_id": ids[i : i + _SOME]})
        found.update(row["record_id"] for row in iterate(archive, "events", some, columns=["record_id"]))
    return frozenset(found)


def said(count: int, uncompared: int = 0) -> str | None:
    """What to say beside a count from which `count` copies were left out, or for which documents were not compared."""
    if uncompared:
        return f"copies of an item count apart here: {uncompared:,} documents that have copies are too many to go through"
    return f"{count:,} more in other copies of the same items" if count else None


def counted(copies: Copies, row: Row) -> Row:
    """An event with the number of its copies."""
    return row | {COPIES.name: copies.behind.get(row["record_id"], 0)}


def event_copies(archive: Archive, codes: Sequence[str], among: Collection[str] | None = None) -> Copies:
    """The events of all `codes` that are told again by a copy of the same item, where given in the documents `among`.

    The n-th event of a kind between the same parties is the same in every copy: an item has as many as the copy that
    has most. Of them the one that has a date is kept, then that of the lead.
    """
    pairs = alike(archive, codes, among)
    documents = len({doc for pair in pairs for doc in pair[:2]})
    if documents > COMPARED:
        return Copies(uncompared=documents)
    found = items_of(archive, pairs)
    events = _events(archive, [coding for item in found for coding in item.codings], codes)
    left_out: dict[str, str] = {}
    behind: dict[str, int] = {}
    gone: list[tuple[str, frozenset[str], frozenset[str]]] = []
    for item in found:
        for what, told in _told(item.codings, events).items():
            sides = frozenset(expand(decode_list(what[2]))), frozenset(expand(decode_list(what[3])))
            kept = min(told, key=lambda one: (one[1] is None, one[0]))
            for _, date, record_id in told:
                if record_id != kept[2]:
                    left_out[record_id] = kept[2]
                    behind[kept[2]] = behind.get(kept[2], 0) + 1
                    gone.append(((date or "")[:4], *sides))
    return Copies(left_out, behind, gone)


def _events(archive: Archive, codings: Sequence[int], codes: Sequence[str]) -> dict[int, list[Event]]:
    """The events of all `codes` in each coding, in the order of its text."""
    taking_part = "".join(
        " AND EXISTS (SELECT 1 FROM all_parties p WHERE (p.code, p.record_table, p.date, p.row) = "
        "(?, 'events', coalesce(r.date, ''), r.row))"
        for _ in codes
    )
    sql = (
        "SELECT r.coding, r.event, coalesce(r.mode, ''), r.source, r.target, coalesce(r.modality, ''), r.date, r.record_id "
        f"FROM json_each(?) coding CROSS JOIN all_events r ON r.coding = coding.value WHERE 1{taking_part} "
        'ORDER BY r.coding, r.start, r."end", r.record_id'
    )
    found: dict[int, list[Event]] = {}
    for coding, *key, date, record_id in archive.iterate(sql, (msgspec.json.encode(list(codings)).decode(), *codes)):
        found.setdefault(coding, []).append((tuple(key), date, record_id))
    return found


def _told(codings: Sequence[int], events: Mapping[int, Sequence[Event]]) -> dict[Key, list[tuple[int, str | None, str]]]:
    """The events of an item by what they are and their number in their document: rank of the copy, date, id."""
    found: dict[Key, list[tuple[int, str | None, str]]] = {}
    for rank, coding in enumerate(codings):
        number: dict[Key, int] = {}
        for what, date, record_id in events.get(coding, ()):
            number[what] = number.get(what, 0) + 1
            found.setdefault((*what, str(number[what])), []).append((rank, date, record_id))
    return found
