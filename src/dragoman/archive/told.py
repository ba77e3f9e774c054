"""What is told more than once: records of one table that say the same of one actor, taken together.

A group has the records with the same values in the columns of GROUPED; it is kept for each code that takes part, and for
each two between which the records are (`of_codes`). The writer keeps the groups in step, so that a page on a state with a
hundred thousand records reads the first ten groups.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import msgspec

from dragoman.archive.columns import REAL, TABLES, decode
from dragoman.archive.parties import involved
from dragoman.archive.schema import ROLES

# The columns in which the records of a group agree.
GROUPED: dict[str, tuple[str, ...]] = {
    "principles": ("kind", "statement"),
    "competences": ("office", "kind", "power"),
    "relations": ("kind", "status", "a", "b", "since", "until"),
    "positions": ("holder", "target", "topic", "polarity"),
    "citations": ("instrument", "instrument_text", "provision", "stance"),
}
# Free text, in which a capital letter makes no difference.
_FREE = frozenset({"statement", "power", "office"})

Field = Callable[[str], Any]  # what gives the value of a field by its name
Key = tuple[str, str, str]  # table, code or two codes, the group's values as JSON


class Told(NamedTuple):
    """A group: how many records, in how many documents, published when; `latest` is `date|record_id` of the last of them."""

    records: int
    documents: int
    first: str | None
    last: str | None
    latest: str

    def __or__(self, other: Told) -> Told:
        return Told(
            self.records + other.records, self.documents + other.documents, _least(self.first, other.first),
            max(filter(None, (self.last, other.last)), default=None), max(self.latest, other.latest),
        )  # fmt: skip


def of_codes(codes: Sequence[str]) -> str:
    """What groups of one code, or of what is between two, are kept under."""
    return " ".join(sorted(codes))


def _kept_under(roles: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The codes that take part, and each two of which not both only act, or are only acted upon."""
    yield from roles
    for one, other in combinations(sorted(roles), 2):
        if roles[one] != roles[other] or len(roles[one]) > 1:
            yield of_codes((one, other))


def _least(one: str | None, other: str | None) -> str | None:
    return min(filter(None, (one, other)), default=None)


def values_of(key: str) -> tuple[Any, ...]:
    """The values of a group, in the order of GROUPED."""
    return tuple(msgspec.json.decode(key))


def _plain(table: str, name: str) -> Callable[[Any], Any]:
    """What makes values alike that say the same."""
    column = TABLES[table].column(name)
    if column is not None and column.type == REAL:
        return float
    return str.lower if name in _FREE else lambda value: value


# Of each table the columns of GROUPED, and what is done to the values of each.
_KEYED = {table: [(name, _plain(table, name)) for name in names] for table, names in GROUPED.items()}


def _key(table: str, field: Field) -> str:
    found = []
    for name, made in _KEYED[table]:
        value = field(name)
        found.append(None if value is None else made(value))
    if table == "citations" and found[0] is not None:
        found[1] = None  # an instrument that is known is one, whatever it is called
    return msgspec.json.encode(found).decode()


def told_in(
    table: str, records: Sequence[tuple[str, Field]], roles: Sequence[Mapping[str, Sequence[str]]], published: str | None
) -> dict[Key, Told]:
    """The groups of one document's records, each given by its id and its fields; `roles` are what its codes are in it."""
    found: dict[Key, Told] = {}
    for (record_id, field), taken in zip(records, roles, strict=True):
        if not taken:
            continue
        key = _key(table, field)
        for code in _kept_under(taken):
            whole = (table, code, key)
            before = found.get(whole)
            latest = f"{published or ''}|{record_id}"
            if before is None:
                found[whole] = Told(1, 1, published or None, published or None, latest)
            else:
                found[whole] = before._replace(records=before.records + 1, latest=max(before.latest, latest))
    return found


class Groups:
    """What a commit does to the groups: new documents add to them, retired ones make theirs be counted anew."""

    def __init__(self) -> None:
        self.found: dict[Key, Told] = {}
        self._anew: set[Key] = set()

    def add(self, told: dict[Key, Told]) -> None:
        for key, one in told.items():
            before = self.found.get(key)
            self.found[key] = one if before is None else before | one

    def retire(self, connection: sqlite3.Connection, coding: int) -> None:
        for table in GROUPED:
            for told in _stored(connection, table, "r.coding = ?", (coding,)):
                self._anew.update(told)

    def write(self, connection: sqlite3.Connection) -> None:
        """Bring the stored groups in line. The records of the commit, and who takes part in them, are there already."""
        added = [(*key, *one) for key, one in sorted(self.found.items()) if key not in self._anew]
        connection.executemany(
            "INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET records = records + excluded.records, "
            "documents = documents + excluded.documents, first = coalesce(min(first, excluded.first), first, excluded.first), "
            "last = coalesce(max(last, excluded.last), last, excluded.last), latest = max(latest, excluded.latest)",
            added,
        )
        if self._anew:
            connection.executemany("DELETE FROM told WHERE (record_table, code, key) = (?, ?, ?)", sorted(self._anew))
            for table, code in sorted({(table, _first(codes)) for table, codes, _ in self._anew}):
                now = _of_code(connection, table, code)
                connection.executemany(
                    "INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    [(*key, *one) for key, one in sorted(now.items()) if key in self._anew],
                )


def _first(codes: str) -> str:
    """The code in whose records all groups of one or two codes are."""
    return codes.partition(" ")[0]


def _of_code(connection: sqlite3.Connection, table: str, code: str) -> dict[Key, Told]:
    """All groups of one code, alone or with another that comes after it, from its records."""
    condition = "r.row IN (SELECT row FROM all_parties WHERE code = ? AND record_table = ?)"
    groups = Groups()
    for told in _stored(connection, table, f"c.current AND {condition}", (code, table)):
        groups.add({key: one for key, one in told.items() if _first(key[1]) == code})
    return groups.found


def counted(connection: sqlite3.Connection) -> Groups:
    """The groups as they should be, from the records themselves."""
    groups = Groups()
    for table in GROUPED:
        for told in _stored(connection, table, "c.current", ()):
            groups.add(told)
    return groups


def _stored(connection: sqlite3.Connection, table: str, condition: str, values: tuple[Any, ...]) -> Iterator[dict[Key, Told]]:
    """The groups of each document whose stored records fit."""
    wanted = {*GROUPED[table], *ROLES[table]}
    columns = [column for column in TABLES[table].columns if column.name in wanted]
    names = [column.name for column in columns]
    rows = connection.execute(
        f"SELECT r.coding, d.published, r.record_id, {', '.join(f'r.{name}' for name in names)} FROM all_{table} r "
        f"JOIN all_codings c ON c.coding = r.coding JOIN all_documents d ON d.coding = r.coding WHERE {condition} "
        "ORDER BY r.coding",
        values,
    )
    document: int | None = None
    published: str | None = None
    records: list[tuple[str, Field]] = []
    roles: list[dict[str, list[str]]] = []
    for coding, day, record_id, *stored in rows:
        if coding != document:
            if records:
                yield told_in(table, records, roles, published)
            document, published, records, roles = coding, day, [], []
        fields = {name: decode(value, column.type) for name, value, column in zip(names, stored, columns, strict=True)}
        records.append((record_id, fields.__getitem__))
        roles.append(involved(table, fields.__getitem__))
    if records:
        yield told_in(table, records, roles, published)
