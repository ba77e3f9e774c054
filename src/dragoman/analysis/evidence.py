"""Records with the words they rest on, and the same thing said in several documents taken together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from dragoman.analysis.table import Row, Table
from dragoman.archive import EXTRAS, Archive, Filters, rows
from dragoman.archive.columns import INTEGER, TABLES, TEXT, Column
from dragoman.archive.keyset import Condition
from dragoman.archive.told import GROUPED, of_codes, values_of

# What stands beside every record that is shown: its words, and whose document they are from.
BESIDE: tuple[Column, ...] = tuple(Column(name, TEXT) for name in EXTRAS)
_SOME = 400  # ids in one query
_AROUND = 240  # characters of a sentence on each side of a name
_END = re.compile(r"[.!?…][\"'”’)]*\s|\n")


def evidence_columns(table: str) -> tuple[Column, ...]:
    """The columns of a table of records, then those of `BESIDE`."""
    return (*TABLES[table].columns, *BESIDE)


def fetch(archive: Archive, table: str, record_ids: Sequence[str]) -> list[Row]:
    """The current records with these ids, in this order, with their words and documents."""
    found: dict[str, Row] = {}
    for i in range(0, len(record_ids), _SOME):
        wanted = Filters(columns={"record_id": list(record_ids[i : i + _SOME])})
        found |= {row["record_id"]: row for row in rows(archive, table, wanted, also=list(EXTRAS))}
    return [found[record_id] for record_id in record_ids if record_id in found]


class Group(NamedTuple):
    """Records with the same `key`: how many, in how many documents, published when; `latest` is the id of the last one."""

    key: tuple[Any, ...]
    records: int
    documents: int
    first: str | None
    last: str | None
    latest: str


# The columns that a table of groups has beside those of its latest record.
COUNTED: tuple[Column, ...] = (
    Column("records", INTEGER), Column("documents", INTEGER), Column("first", TEXT), Column("last", TEXT),
)  # fmt: skip


@dataclass(frozen=True)
class Groups:
    """The groups of a table of GROUPED that one code takes part in, or that are between two, as the archive keeps them.

    `only` is a condition on the groups, and `first` what they are ordered by before those that most documents tell, and
    then those told last, come first; both in SQL, in which `value` gives that of a column.
    """

    archive: Archive
    table: str
    codes: Sequence[str]
    only: Condition | None = None
    first: str = ""

    def head(self, limit: int | None) -> list[Group]:
        """The first `limit` groups, all for None."""
        order = f"{self.first}, " if self.first else ""
        sql = f"SELECT key, records, documents, first, last, latest {self._source} ORDER BY {order}documents DESC, latest DESC"
        found = self.archive.iterate(f"{sql} LIMIT ?", [*self._values, -1 if limit is None else limit])
        return [
            Group(values_of(key), records, documents, since, last, latest.rpartition("|")[2])
            for key, records, documents, since, last, latest in found
        ]

    @property
    def total(self) -> int:
        return int(self.archive.one(f"SELECT count(*) {self._source}", self._values)[0])

    @property
    def records(self) -> int:
        """How many records all of them have."""
        return int(self.archive.one(f"SELECT coalesce(sum(records), 0) {self._source}", self._values)[0])

    def rows(self, limit: int | None, *, name: str | None = None) -> Table:
        """The first groups as rows: the latest record of each with its words, and the group's counts."""
        return grouped_table(self.archive, self.table, self.head(limit), self.total, name=name)

    @property
    def _source(self) -> str:
        return "FROM told WHERE record_table = ? AND code = ?" + (f" AND {self.only.sql}" if self.only else "")

    @property
    def _values(self) -> list[Any]:
        return [self.table, of_codes(self.codes), *(self.only.parameters if self.only else ())]


def value(table: str, column: str) -> str:
    """The SQL for a group's value in a column of GROUPED."""
    return f"json_extract(key, '$[{GROUPED[table].index(column)}]')"


def is_of(table: str, column: str, code: str) -> Condition:
    """That a column of GROUPED has `code`, or a part of it, or several joined of which it is one."""
    return Condition(f"'+' || {value(table, column)} || '+' GLOB ?", [f"*+{code}[-+]*"])


def grouped_table(
    archive: Archive, table: str, shown: Sequence[Group], total: int, *, name: str | None = None
) -> Table:  # fmt: skip
    """Groups as rows: the latest record of each with its words, and the group's counts."""
    by_id = {row["record_id"]: row for row in fetch(archive, table, [group.latest for group in shown])}
    made = [
        by_id[g.latest] | {"records": g.records, "documents": g.documents, "first": g.first, "last": g.last}
        for g in shown
        if g.latest in by_id
    ]
    return Table(name or table, (*evidence_columns(table), *COUNTED), made, total=total, of=table)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence in which a name stands, by its full stops; at most some hundred characters."""
    before = [match.end() for match in _END.finditer(text, max(0, start - _AROUND), start)]
    after = _END.search(text, end, end + _AROUND)
    first = before[-1] if before else max(0, start - _AROUND)
    last = after.end() if after else min(len(text), end + _AROUND)
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last
