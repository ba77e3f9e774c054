"""Bringing an archive of an earlier version up to date: what follows from its records is made anew, the records stay."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from dragoman.archive import schema, writer


def _counts(connection: sqlite3.Connection) -> None:
    """Version 1 counted events by year alone."""
    for statement in schema.split(schema.COUNTS):
        connection.execute(statement)
    writer.recount(connection)


# What makes of each earlier version the next one.
STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _counts}


def upgrade(connection: sqlite3.Connection) -> None:
    """Bring the archive to this version, all of it or nothing. The caller holds the writer's lock."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for number in range(version, schema.SCHEMA_VERSION):
            STEPS[number](connection)
        connection.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
