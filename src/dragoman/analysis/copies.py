"""Events that stand in several copies of one item, each counted once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.analysis.table import Row
from dragoman.analysis.variants import items
from dragoman.archive import Archive, Filters, iterate
from dragoman.archive.columns import INTEGER, Column, decode_list
from dragoman.archive.parties import expand

# What stands beside each event that is shown: how many times copies of its item tell it again.
COPIES = Column("copies", INTEGER)
# Comparing so many documents takes a tenth of a second.
COMPARED = 2_000
Key = tuple[str, ...]


@dataclass(frozen=True)
class Copies:
    """`left_out` are the ids of events that repeat those of another copy; `behind` has for each kept one how many do.

    `gone` has the year of each that is left out, "" where that is unknown, and the codes of its sources and targets.
    """

    left_out: Mapping[str, str] = field(default_factory=dict)
    behind: Mapping[str, int] = field(default_factory=dict)
    gone: Sequence[tuple[str, frozenset[str], frozenset[str]]] = ()
    # Documents that were too many to be compared while somebody waits for an answer; then nothing is left out.
    uncompared: int = 0

    def repeated(self, archive: Archive, wanted: Filters) -> frozenset[str]:
        """Which of the events that pass `wanted` repeat one that is kept, whether that passes or not."""
        if not self.left_out:
            return frozenset()
        found = iterate(archive, "events", wanted, columns=["record_id"])
        return frozenset(row["record_id"] for row in found if row["record_id"] in self.left_out)

    def dropped(self, archive: Archive, wanted: Filters) -> frozenset[str]:
        """Which of the events that pass `wanted` repeat another that passes: one of each is kept, and no more."""
        if not self.left_out:
            return frozenset()
        found = iterate(archive, "events", wanted, columns=["record_id"])
        passing = {row["record_id"] for row in found if row["record_id"] in self.left_out or row["record_id"] in self.behind}
        kept = {record_id for record_id in passing if record_id not in self.left_out}
        gone = set()
        for record_id in sorted(passing - kept):
            first = self.left_out[record_id]
            if first in kept:
                gone.add(record_id)
            kept.add(first)  # the first of them stands for the others
        return frozenset(gone)


def said(count: int, uncompared: int = 0) -> str | None:
    """What to say beside a count from which `count` copies were left out, or for which documents were not compared."""
    if uncompared:
        return f"copies of an item count apart: {uncompared:,} documents are too many to compare here (`dragoman diff` does)"
    return f"{count:,} more in other copies of the same items" if count else None


def counted(copies: Copies, row: Row) -> Row:
    """An event with the number of its copies."""
    return row | {COPIES.name: copies.behind.get(row["record_id"], 0)}


def event_copies(archive: Archive, codes: Sequence[str], among: Collection[str] | None = None) -> Copies:
    """The events of all `codes` that are told again by a copy of the same item, where given in the documents `among`.

    The n-th event of a kind between the same parties is the same in every copy: an item has as many as the copy that
    has most. Of them the one that has a date is kept, then that of the lead.
    """
    if among is None and (many := _documents(archive, codes)) > COMPARED:
        return Copies(uncompared=many)
    left_out: dict[str, str] = {}
    behind: dict[str, int] = {}
    gone: list[tuple[str, frozenset[str], frozenset[str]]] = []
    for item in items(archive, codes, among):
        for what, told in _told(archive, item.codings, codes).items():
            sides = frozenset(expand(decode_list(what[2]))), frozenset(expand(decode_list(what[3])))
            kept = min(told, key=lambda one: (one[1] is None, one[0]))
            for _, date, record_id in told:
                if record_id != kept[2]:
                    left_out[record_id] = kept[2]
                    behind[kept[2]] = behind.get(kept[2], 0) + 1
                    gone.append(((date or "")[:4], *sides))
    return Copies(left_out, behind, gone)


def _documents(archive: Archive, codes: Sequence[str]) -> int:
    """How many documents have events of each of the codes, at the most: of the rarer one."""
    sql = "SELECT count(DISTINCT coding) FROM all_parties WHERE code = ? AND record_table = 'events'"
    return min((archive.one(sql, (code,))[0] for code in codes), default=0)


def _told(archive: Archive, codings: Sequence[int], codes: Sequence[str]) -> dict[Key, list[tuple[int, str | None, str]]]:
    """The events of an item by what they are and their number in their document: rank of the copy, date, id."""
    found: dict[Key, list[tuple[int, str | None, str]]] = {}
    taking_part = "".join(
        " AND EXISTS (SELECT 1 FROM all_parties p WHERE (p.code, p.record_table, p.date, p.row) = "
        "(?, 'events', coalesce(r.date, ''), r.row))"
        for _ in codes
    )
    for rank, coding in enumerate(codings):
        number: dict[tuple[str, ...], int] = {}
        sql = (
            "SELECT r.event, coalesce(r.mode, ''), r.source, r.target, coalesce(r.modality, ''), r.date, r.record_id "
            f'FROM all_events r WHERE r.coding = ?{taking_part} ORDER BY r.start, r."end", r.record_id'
        )
        for *key, date, record_id in archive.select(sql, (coding, *codes)):
            what = tuple(key)
            number[what] = number.get(what, 0) + 1
            found.setdefault((*what, str(number[what])), []).append((rank, date, record_id))
    return found
