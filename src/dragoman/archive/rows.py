"""Rows on their way into the tables: gathered over all documents of a commit, then written table by table.

To begin a statement takes as long as to write several rows, and a document has few of most tables.
"""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from dragoman.archive.columns import TABLES, row_encoder
from dragoman.archive.schema import LEDGER_ROWS, stored_columns

Link = tuple[str, str, str, int, int, str, str]  # a row of all_parties


class _Insert(NamedTuple):
    """The statement that inserts a row of a table, and what makes of a record its stored values."""

    sql: str
    encoded: Callable[[object], list[Any]]


@functools.cache
def _insert(table: str) -> _Insert:
    columns = stored_columns(TABLES[table])
    ledger = table in LEDGER_ROWS
    names = ["row", *([] if ledger else ["coding"]), *(f'"{column.name}"' for column in columns)]
    marks = ", ".join("?" * len(names))
    sql = f"INSERT INTO all_{table} ({', '.join(names)}) VALUES ({marks}){' ON CONFLICT DO NOTHING' if ledger else ''}"
    return _Insert(sql, row_encoder(columns))


def _following(connection: sqlite3.Connection, table: str) -> int:
    """The number of the next row of a table."""
    (last,) = connection.execute(f"SELECT max(row) FROM all_{table}").fetchone()
    return (last or 0) + 1


def insert_links(connection: sqlite3.Connection, links: Iterable[Link]) -> None:
    """Insert who takes part in what."""
    connection.executemany(f"INSERT INTO all_parties VALUES ({', '.join('?' * 7)})", links)


def insert_ledger(connection: sqlite3.Connection, rows: Sequence[msgspec.Struct], table: str) -> None:
    """Insert rows of a table without documents; those that are there already stay as they are."""
    assert table in LEDGER_ROWS
    if rows:
        sql, encoded = _insert(table)
        numbered = enumerate(rows, _following(connection, table))
        connection.executemany(sql, ([number, *encoded(row)] for number, row in numbered))


class Rows:
    """The rows of one commit and who takes part in them; nothing of them is in the archive before `write`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._rows: dict[str, list[list[Any]]] = {}
        self._following: dict[str, int] = {}
        self.links: list[Link] = []

    def add(self, table: str, records: Sequence[msgspec.Struct], coding: int) -> int:
        """Take the records of one coding, numbered upwards from the number returned."""
        if table not in self._rows:
            self._rows[table] = []
            self._following[table] = _following(self._connection, table)
        first = self._following[table]
        self._following[table] += len(records)
        encoded = _insert(table).encoded
        self._rows[table] += [[number, coding, *encoded(record)] for number, record in enumerate(records, first)]
        return first

    def write(self) -> None:
        for table, rows in self._rows.items():
            self._connection.executemany(_insert(table).sql, rows)
        insert_links(self._connection, self.links)
