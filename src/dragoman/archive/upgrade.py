"""Bringing an archive of an earlier version up to date: what follows from its records is made anew, the records stay."""

from __future__ import annotations

import re
import sqlite3

from dragoman.archive import schema, writer
from dragoman.archive.likeness import Report
from dragoman.lexicon import codes

_TABLE = re.compile(r"CREATE TABLE (\w+)")


def upgrade(connection: sqlite3.Connection, report: Report = lambda _: None) -> None:
    """Bring the archive to this version, all of it or nothing; `report` is told what is being done.

    Earlier versions counted less: 1 events by year alone, 2 no months of pairs; neither knew what texts are like, nor
    counted its commits, and both took every hyphen of a code for one between a part and its whole. The caller holds the
    writer's lock.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        for script in (schema.COUNTS, schema.LIKENESS):
            for table in _TABLE.findall(script):
                connection.execute(f"DROP TABLE IF EXISTS {table}")
            for statement in schema.split(script):
                connection.execute(statement)
        connection.execute(schema.LISTED)
        connection.executemany("DELETE FROM all_parties WHERE code = ?", [(code,) for code in sorted(_no_wholes())])
        writer.recount(connection, report)
        connection.execute("INSERT OR IGNORE INTO meta VALUES ('commits', '0')")
        connection.execute(schema.COMMITTED)
        connection.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _no_wholes() -> set[str]:
    """The beginnings of the lexicon's codes that are no codes: `COUNCIL` of `COUNCIL-OF-EUROPE`."""
    parts = (code.split("-") for code in codes.known())
    return {"-".join(some[:n]) for some in parts for n in range(1, len(some))} - codes.known()
