"""Opening the archive's file, and the lock that keeps it to one writer."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from dragoman.archive import schema
from dragoman.archive.failures import guard
from dragoman.errors import ArchiveError

FILE = "archive.sqlite"
LOCK = "archive.lock"
BUSY_SECONDS = 30.0
CACHE, SHARED_CACHE = 65_536, 32_768  # KiB; of shared connections there are several in one process
_POLL_SECONDS = 0.1


def connect(file: Path, *, read_only: bool, shared: bool = False) -> sqlite3.Connection:
    """A connection to the archive at `file`, which is there, whole at its start, and of this version.

    Transactions are ours to begin. One that is `shared` may go from thread to thread. Raises ArchiveError.
    """
    with guard(file):
        connection = _reader(file, shared) if read_only else _writer(file)
        try:
            check(connection, file)
        except BaseException:
            connection.close()
            raise
    return connection


def _open(file: Path, query: str, *, shared: bool = False) -> sqlite3.Connection:
    uri = f"{file.absolute().as_uri()}?{query}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=not shared)
    try:
        connection.execute(f"PRAGMA cache_size = -{SHARED_CACHE if shared else CACHE}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _reader(file: Path, shared: bool) -> sqlite3.Connection:
    try:
        connection = _open(file, "mode=ro", shared=shared)
    except sqlite3.OperationalError:
        # In a folder that we may not write SQLite cannot make its shared memory file. With no log of pending
        # changes beside it the file is whole as it stands.
        log = file.with_name(f"{file.name}-wal")
        if not file.exists() or (log.exists() and log.stat().st_size):
            raise
        connection = _open(file, "mode=ro&immutable=1", shared=shared)
    connection.execute("PRAGMA query_only = 1")
    return connection


def _writer(file: Path) -> sqlite3.Connection:
    connection = _open(file, "mode=rw")
    # After a crash of the machine the last commits may be gone, but the file is whole: reading again completes it.
    connection.execute("PRAGMA synchronous = NORMAL")
    # Ids are hashes and fall everywhere in an index: with little memory and frequent checkpoints the same pages would be
    # written again and again (100,000 events in 19 s instead of 16).
    connection.execute("PRAGMA cache_size = -262144")
    connection.execute("PRAGMA wal_autocheckpoint = 16384")
    return connection


def check(connection: sqlite3.Connection, file: Path) -> None:
    """That the file is an archive which this version can use. Raises ArchiveError."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != schema.APPLICATION_ID:
        raise ArchiveError(f"{file} is not an archive of Dragoman")
    if version > schema.SCHEMA_VERSION:
        raise ArchiveError(
            f"{file} was written by a newer Dragoman (schema {version}; this one knows {schema.SCHEMA_VERSION}): "
            "use that version or a newer one"
        )
    found = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    if version < 1 or found != (schema.fingerprint(),):
        raise ArchiveError(f"{file} was written by another Dragoman with other tables: read the texts into a new archive")


def is_earlier(connection: sqlite3.Connection) -> bool:
    """Whether the archive lacks something that follows from its records in this version: `upgrade` makes it."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version) < schema.SCHEMA_VERSION


def is_empty(file: Path) -> bool:
    """Whether nothing was ever made at `file`: a kill before the first commit leaves a file without tables."""
    if not file.exists() or file.stat().st_size == 0:
        return True
    with guard(file):
        connection = _open(file, "mode=rw")
        try:
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            (application,) = connection.execute("PRAGMA application_id").fetchone()
        finally:
            connection.close()
    return not tables and not application


def make(file: Path) -> None:
    """Make an empty archive at `file`. The caller holds the writer's lock."""
    with guard(file):
        connection = _open(file, "mode=rwc")
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            for statement in schema.statements():
                connection.execute(statement)
            connection.execute("COMMIT")
        finally:
            connection.close()


class WriterLock:
    """Held by the one process that writes; the system frees it when that process ends, however it ends.

    It is SQLite's own lock on an empty file, so that it works wherever the archive does.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._held: sqlite3.Connection | None = None

    @property
    def held(self) -> bool:
        return self._held is not None

    def acquire(self, *, wait: float, on_wait: Callable[[str], None] | None = None) -> None:
        """Wait up to `wait` seconds; `on_wait` is told once that there is something to wait for."""
        if self._held is not None:
            return
        file = self.folder / LOCK
        deadline, told = time.monotonic() + wait, False
        with guard(file):
            connection = sqlite3.connect(file, timeout=0, isolation_level=None)
            try:
                while not _try_lock(connection):
                    if time.monotonic() >= deadline:
                        raise ArchiveError(
                            f"another reading is writing to {self.folder}; waited {wait:g} s: "
                            "let it finish, or give another archive"
                        )
                    if on_wait and not told:
                        on_wait(f"another reading is writing to {self.folder}; waiting up to {wait:g} s")
                        told = True
                    time.sleep(_POLL_SECONDS)
            except BaseException:
                connection.close()
                raise
        self._held = connection

    def release(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None


def _try_lock(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if (getattr(error, "sqlite_errorname", None) or "").startswith("SQLITE_BUSY"):
            return False
        raise
    return True
