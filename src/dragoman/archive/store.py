"""The archive: one SQLite file in a folder, one writer, any number of readers."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self, TypeVar

from dragoman.archive import files, rows, writer
from dragoman.archive.connection import FILE, WriterLock, connect, is_earlier, is_empty, make
from dragoman.archive.failures import damaged, guard
from dragoman.archive.files import FileMark
from dragoman.archive.kept import Kept, State
from dragoman.archive.limits import Deadline
from dragoman.archive.schema import COMMITTED
from dragoman.archive.upgrade import upgrade
from dragoman.errors import ArchiveError, TooLong, UsageError
from dragoman.records import CodedDocument, Issue, ReadingLog, Run

T = TypeVar("T")
WAIT_SECONDS = 15.0
_CHUNK = 500


class Committed(NamedTuple):
    """How many documents of a batch were new to their run, and how many it knew."""

    new: int
    known: int


class Archive:
    """What was read and coded, in `folder`. Use as a context manager, or `close` it.

    Everything written by one `commit` is there or none of it is, whatever kills the process. Every method raises
    ArchiveError where the file is damaged, locked, full or may not be written.
    """

    def __init__(
        self, folder: Path, connection: sqlite3.Connection, *, read_only: bool, lock: WriterLock | None = None
    ) -> None:
        self.folder = folder
        self.file = folder / FILE
        self.read_only = read_only
        # Where what is found is kept for who asks again; whoever opens many shares one among them.
        self.kept: Kept | None = None
        self._of = _file_of(self.file)
        self._connection = connection
        self._lock = lock or WriterLock(folder)

    @classmethod
    def open(
        cls, path: str | Path, *, create: bool = False, read_only: bool = False, shared: bool = False,
        wait: float = WAIT_SECONDS, say: Callable[[str], None] | None = None,
    ) -> Self:  # fmt: skip
        """The archive in the folder `path`; with `create`, made if there is none.

        One that is `shared` may go from thread to thread, one at a time, and takes less memory. `say` is told what is waited
        for, and how bringing an archive of an earlier version up to date goes on. Raises ArchiveError where there is none, or
        none that this version can use.
        """
        folder = Path(path)
        file = folder / FILE
        lock = WriterLock(folder)
        with guard(file):
            if folder.exists() and not folder.is_dir():
                raise ArchiveError(f"{folder} is a file; an archive is a folder that holds {FILE}")
            if create and not read_only and (not file.exists() or is_empty(file)):
                folder.mkdir(parents=True, exist_ok=True)
                lock.acquire(wait=wait, on_wait=say)
                try:
                    if is_empty(file):
                        make(file)
                finally:
                    lock.release()
            if not file.exists() or file.stat().st_size == 0:
                raise ArchiveError(f"there is no archive in {folder}: `dragoman read PATH --archive {folder}` makes one")
        connection = connect(file, read_only=read_only, shared=shared)
        if is_earlier(connection):
            connection.close()
            _bring_up(file, lock, wait, say)
            connection = connect(file, read_only=read_only, shared=shared)
        return cls(folder, connection, read_only=read_only, lock=lock)

    def close(self) -> None:
        """Give everything back. A reading that was not finished stays marked as such."""
        try:
            with guard(self.file):
                self._connection.close()
        finally:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    # Writing

    def begin_reading(
        self, reading: ReadingLog, *, wait: float = WAIT_SECONDS, on_wait: Callable[[str], None] | None = None
    ) -> None:
        """Become the writer and note that a reading has begun.

        Where another process is the writer, waits up to `wait` seconds, tells `on_wait` so once, and raises ArchiveError.
        """
        self._refuse_if_read_only()
        self._lock.acquire(wait=wait, on_wait=on_wait)
        with self._transaction() as connection:
            rows.insert_ledger(connection, [reading], "readings")

    def commit(
        self, batch: Sequence[CodedDocument], issues: Sequence[Issue], run: Run, *, marks: Sequence[FileMark] = ()
    ) -> Committed:
        """Write a batch, all of it or nothing. Only between `begin_reading` and `finish_reading`.

        A document that this run has coded before only gains its path. `marks` are the files read to their end; each
        names all its documents, which this batch or an earlier one has brought. Raises ValueError for records that
        are not sealed with the run.
        """
        if not self._lock.held:
            raise ArchiveError(f"nothing can be written to {self.folder} before a reading has begun")
        with self._transaction() as connection:
            rows.insert_ledger(connection, [run], "runs")
            new = writer.write(connection, batch, marks, run.run_id)
            rows.insert_ledger(connection, issues, "issues")
        return Committed(new, len(batch) - new)

    def finish_reading(self, reading: ReadingLog) -> None:
        """Note how the reading ended, and let others write."""
        with self._transaction() as connection:
            connection.execute("DELETE FROM all_readings WHERE reading_id = ?", (reading.reading_id,))
            rows.insert_ledger(connection, [reading], "readings")
        with guard(self.file):
            self._connection.execute("PRAGMA analysis_limit = 400")
            self._connection.execute("PRAGMA optimize")
        self._lock.release()

    def rebuild(self, *, wait: float = WAIT_SECONDS, on_wait: Callable[[str], None] | None = None) -> None:
        """Make counts, links and indexes anew from the records."""
        self._refuse_if_read_only()
        held = self._lock.held
        self._lock.acquire(wait=wait, on_wait=on_wait)
        try:
            with self._transaction() as connection:
                writer.rebuild(connection)
        finally:
            if not held:
                self._lock.release()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with guard(self.file):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute(COMMITTED)
                self._connection.execute("COMMIT")
            except BaseException:
                # On a full disk SQLite may have rolled back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _refuse_if_read_only(self) -> None:
        if self.read_only:
            raise ArchiveError(f"{self.file} was opened to be read only")

    # Asking

    def known(self, document_ids: Collection[str], run_id: str) -> set[str]:
        """Those of `document_ids` that the run has coded."""
        ids, found = sorted(document_ids), set[str]()
        for i in range(0, len(ids), _CHUNK):
            chunk = ids[i : i + _CHUNK]
            sql = f"SELECT document_id FROM all_codings WHERE run_id = ? AND document_id IN ({', '.join('?' * len(chunk))})"
            found.update(row[0] for row in self.select(sql, [run_id, *chunk]))
        return found

    def mark_of(self, root: str, path: str, run_id: str) -> FileMark | None:
        """What is known of a file that this run has read to its end: equal size and time mean that it need not be read."""
        with guard(self.file):
            return files.find_mark(self._connection, root, path, run_id)

    def mark_of_bytes(self, sha256: str, run_id: str) -> FileMark | None:
        """What these bytes gave in this run, wherever they were found."""
        with guard(self.file):
            return files.find_bytes(self._connection, sha256, run_id)

    def select(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a SELECT of our own. What users write goes through `sql`."""
        with guard(self.file):
            return self._connection.execute(sql, parameters).fetchall()

    def one(self, sql: str, parameters: Sequence[Any] = ()) -> tuple[Any, ...]:
        """The one row of a SELECT that has one unless the archive is damaged."""
        found = self.select(sql, parameters)
        if len(found) != 1:
            raise damaged(self.file, f"a row is missing ({sql:.60})")
        return found[0]

    def iterate(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """As `select`, row by row."""
        with guard(self.file):
            yield from self._connection.execute(sql, parameters)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything asked inside sees the archive as it is now, whatever is written meanwhile."""
        with guard(self.file):
            nested = self._connection.in_transaction
            if not nested:
                self._connection.execute("BEGIN")
        try:
            yield
        finally:
            if not nested and self._connection.in_transaction:
                with guard(self.file):
                    self._connection.execute("ROLLBACK")

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Everything asked inside is given up after `seconds` in all. Raises TooLong."""
        deadline = Deadline(self._connection, seconds)
        try:
            yield
        except ArchiveError as error:
            if deadline.late:
                raise TooLong(f"this took longer than {seconds:g} s and was given up: ask for less") from error
            raise
        finally:
            deadline.lift()

    @property
    def is_current(self) -> bool:
        """Whether the file that was opened is still the one at its place."""
        return _file_of(self.file) == self._of

    @property
    def state(self) -> State:
        """As long as it is the same, so is everything in the archive."""
        (commits,) = self.one("SELECT value FROM meta WHERE key = 'commits'")
        return State(self._of, int(commits))

    def keep(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` finds, or, where `kept` is given, what it found for `key` while the archive was as it is now."""
        return make() if self.kept is None else self.kept.get(self.state, key, make)

    def check_run(self, run: str | None) -> None:
        """Raises UsageError where `run` is not one of the archive's."""
        if run is None:
            return
        runs = [row[0] for row in self.select("SELECT run_id FROM all_runs ORDER BY row")]
        if run not in runs:
            raise UsageError(f"no run {run!r} in {self.folder}; there are: {', '.join(runs) or 'none yet'}")


def _file_of(file: Path) -> tuple[int, int]:
    """Which file on the disk it is: another put in its place is another archive."""
    try:
        found = file.stat()
    except OSError:
        return (0, 0)  # asking it says what is wrong
    return (found.st_dev, found.st_ino)


def _bring_up(file: Path, lock: WriterLock, wait: float, say: Callable[[str], None] | None) -> None:
    """Bring an archive of an earlier version up to date. Raises ArchiveError where it may not be written."""

    def report(what: str) -> None:
        if say is not None:
            say(f"{file.parent} is of an earlier version and is brought up to date, once: {what}")

    try:
        lock.acquire(wait=wait, on_wait=say)
        connection = connect(file, read_only=False)
        try:
            with guard(file):
                if is_earlier(connection):  # another may have done it while this one waited
                    upgrade(connection, report)
        finally:
            connection.close()
    except ArchiveError as error:
        raise ArchiveError(
            f"{file} was written by an earlier Dragoman and must be brought up to date once, which cannot be done now: {error}"
        ) from error
    finally:
        lock.release()
