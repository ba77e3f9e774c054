"""SQL that a user wrote: it may read, and nothing else."""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

from dragoman.archive import schema
from dragoman.archive.connection import connect
from dragoman.archive.failures import failure, guard
from dragoman.archive.limits import Deadline
from dragoman.archive.store import Archive
from dragoman.errors import ArchiveError, UsageError

SECONDS = 30.0
ROWS = 100_000
_LONGEST = 256 * 1024 * 1024  # bytes in one value
# PRAGMAs that tell and do not change; FTS5 itself asks for the data version.
_PRAGMAS = frozenset({"data_version", "table_info", "table_xinfo"})
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE})
_ERRORS_OF_USE = ("SQLITE_ERROR", "SQLITE_AUTH", "SQLITE_TOOBIG", "SQLITE_RANGE", "SQLITE_MISMATCH")


class SqlResult(NamedTuple):
    """`truncated` where there would have been more rows."""

    columns: list[str]
    rows: list[tuple[Any, ...]]
    truncated: bool


def sql(archive: Archive, select: str, *, run: str | None = None, limit: int = ROWS, seconds: float = SECONDS) -> SqlResult:
    """The result of one SELECT over the tables, of each document's newest coding or of `run`.

    Lists are JSON text (`json_each` opens them), truth values 0 and 1. Raises UsageError for anything but one
    SELECT, for SQL that cannot be understood, and where it takes longer than `seconds`.
    """
    archive.check_run(run)
    connection = connect(archive.file, read_only=True)
    try:
        with guard(archive.file):
            if run is not None:
                _show_run(connection, run)
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
            connection.set_authorizer(_authorize)
            deadline = Deadline(connection, seconds)
        return _run(connection, select, limit, deadline, seconds, archive)
    finally:
        connection.close()


def _show_run(connection: sqlite3.Connection, run: str) -> None:
    connection.execute("PRAGMA query_only = 0")
    for statement in schema.views(run, temporary=True):
        connection.execute(statement)
    connection.execute("PRAGMA query_only = 1")


def _authorize(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    if action in _ALLOWED:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and second != "load_extension":
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and first in _PRAGMAS:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_UPDATE and first == "sqlite_master":
        # Asked when SQLite itself declares a virtual table (`search`, `json_each`); a statement that says so it refuses.
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _run(
    connection: sqlite3.Connection, select: str, limit: int, deadline: Deadline, seconds: float, archive: Archive
) -> SqlResult:
    try:
        cursor = connection.execute(select)
        if cursor.description is None:
            raise UsageError("only a SELECT can be run; it must give rows")
        found = cursor.fetchmany(limit + 1)
        return SqlResult([column[0] for column in cursor.description], found[:limit], len(found) > limit)
    except sqlite3.Warning as error:  # more than one statement, up to Python 3.11
        raise UsageError(f"SQL: {error}") from error
    except sqlite3.Error as error:
        if deadline.late:
            raise UsageError(f"the query took longer than {seconds:g} s") from error
        raise _explain(error, archive) from error
    except (ValueError, OverflowError, MemoryError) as error:
        raise UsageError(f"SQL: {error or 'the result is too large'}") from error


def _explain(error: sqlite3.Error, archive: Archive) -> UsageError | ArchiveError:
    name = getattr(error, "sqlite_errorname", None)
    if name == "SQLITE_AUTH":
        return UsageError(f"only SELECT is allowed: {error}")
    if name is None or name.startswith(_ERRORS_OF_USE):
        return UsageError(f"SQL: {' '.join(str(error).split())}")
    return failure(error, archive.file)
