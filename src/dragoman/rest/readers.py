"""The archive, lent to one request at a time, and answers that hold as long as nothing is written to it."""

from __future__ import annotations

import queue
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from dragoman.api import Archive, open_archive
from dragoman.archive.connection import FILE
from dragoman.errors import ArchiveError, TooLong
from dragoman.rest.failures import Busy

T = TypeVar("T")
COUNT = 4  # questions answered at once
SECONDS = 5.0
KEPT_BYTES = 64 * 1024 * 1024
_FLAT, _ENTRY = 4096, 200  # what an answer of unknown size, and an item of a list, count for


class _Opened(NamedTuple):
    """An open archive, and which file on the disk it is."""

    archive: Archive
    file: tuple[int, int]


class Readers:
    """Opens the archive in `folder` read-only, `count` times at most, as it is needed.

    Every request sees the newest committed state, from its beginning to its end, and has `seconds` for all it asks.
    An archive that was replaced by another is opened anew.
    """

    def __init__(self, folder: Path, *, lexicons: Sequence[Path] = (), seconds: float = SECONDS, count: int = COUNT) -> None:
        self.folder = folder
        self.seconds = seconds
        self._lexicons = list(lexicons)
        self._free: queue.LifoQueue[_Opened | None] = queue.LifoQueue()
        for _ in range(count):
            self._free.put(None)
        self._watch: _Opened | None = None
        self._watching = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[Archive]:
        """An archive for one request. Raises Busy where none is free in time, TooLong, ArchiveError."""
        try:
            free = self._free.get(timeout=self.seconds)
        except queue.Empty as error:
            raise Busy(f"all readers of the archive have been busy for {self.seconds:g} s; try again") from error
        back: _Opened | None = None
        try:
            back = self._current(free)
            with back.archive.store.within(self.seconds), back.archive.store.snapshot():
                yield back.archive
        except TooLong:
            raise
        except ArchiveError:
            _close(back)
            back = None
            raise
        finally:
            self._free.put(back)

    def version(self) -> Hashable:
        """Equal for two calls between which nothing was committed."""
        with self._watching:
            self._watch = self._current(self._watch)
            return (*self._watch.file, self._watch.archive.store.version)

    def close(self) -> None:
        """Close what is open and not lent; what is asked afterwards opens it anew."""
        free = 0
        with suppress(queue.Empty):
            while True:
                _close(self._free.get_nowait())
                free += 1
        for _ in range(free):
            self._free.put(None)
        with self._watching:
            _close(self._watch)
            self._watch = None

    def _current(self, opened: _Opened | None) -> _Opened:
        """`opened`, or the archive opened anew where it is another file by now."""
        file = self._file()
        if opened is not None and opened.file == file:
            return opened
        _close(opened)
        return _Opened(open_archive(self.folder, lexicons=self._lexicons, shared=True), file)

    def _file(self) -> tuple[int, int]:
        try:
            found = (self.folder / FILE).stat()
        except OSError:
            return (0, 0)  # opening it says what is wrong
        return (found.st_dev, found.st_ino)


def _close(opened: _Opened | None) -> None:
    if opened is not None:
        with suppress(ArchiveError):
            opened.archive.close()


class Kept:
    """What was found for a question, as long as the archive has the same version; the oldest goes where it grows too large."""

    def __init__(self, limit: int = KEPT_BYTES) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._version: Hashable = None
        self._found: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._size = 0

    def get(self, version: Hashable, key: Hashable, make: Callable[[], T]) -> T:
        """What was found for `key` at this `version`, or what `make` finds."""
        with self._lock:
            if version != self._version:
                self._version, self._size = version, 0
                self._found.clear()
            if key in self._found:
                self._found.move_to_end(key)
                value: T = self._found[key][0]
                return value
        made = make()
        size = len(made) if isinstance(made, bytes) else _FLAT + (_ENTRY * len(made) if isinstance(made, list) else 0)
        with self._lock:
            # A commit may have come in between: what was found then is not of this version.
            if version == self._version and key not in self._found and size <= self._limit // 8:
                self._found[key] = (made, size)
                self._size += size
                while self._size > self._limit:
                    self._size -= self._found.popitem(last=False)[1][1]
        return made
