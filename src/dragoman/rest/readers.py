"""The archive, lent to one request at a time."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from dragoman.api import Archive, open_archive
from dragoman.archive.kept import Kept, State
from dragoman.errors import ArchiveError, TooLong
from dragoman.rest.failures import Busy

T = TypeVar("T")
COUNT = 4  # questions answered at once
SECONDS = 5.0


class Readers:
    """Opens the archive in `folder` read-only, `count` times at most, as it is needed.

    Every request sees the newest committed state, from its beginning to its end, and has `seconds` for all it asks.
    An archive that was replaced by another is opened anew. What was found is `kept` for whoever asks it again.
    """

    def __init__(self, folder: Path, *, lexicons: Sequence[Path] = (), seconds: float = SECONDS, count: int = COUNT) -> None:
        self.folder = folder
        self.seconds = seconds
        self.kept = Kept()
        self._lexicons = list(lexicons)
        self._free: queue.LifoQueue[Archive | None] = queue.LifoQueue()
        for _ in range(count):
            self._free.put(None)
        self._watch: Archive | None = None
        self._watching = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[Archive]:
        """An archive for one request. Raises Busy where none is free in time, TooLong, ArchiveError."""
        try:
            free = self._free.get(timeout=self.seconds)
        except queue.Empty as error:
            raise Busy(f"all readers of the archive have been busy for {self.seconds:g} s; try again") from error
        back: Archive | None = None
        try:
            back = self._current(free)
            with back.store.within(self.seconds), back.store.snapshot():
                yield back
        except TooLong:
            raise
        except ArchiveError:
            _close(back)
            back = None
            raise
        finally:
            self._free.put(back)

    def answer(self, key: Hashable, make: Callable[[Archive], T]) -> T:
        """What `make` finds in the archive, or found before for `key` while it was as it is now. Raises as `reading` does."""
        for known in self.kept.find(self.state(), key):
            found: T = known
            return found
        with self.reading() as archive:
            return archive.store.keep(key, lambda: make(archive))

    def state(self) -> State:
        """The newest committed state."""
        with self._watching:
            self._watch = self._current(self._watch)
            return self._watch.store.state

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

    def _current(self, opened: Archive | None) -> Archive:
        """`opened`, or the archive opened anew where it is another file by now."""
        if opened is not None and opened.store.is_current:
            return opened
        _close(opened)
        made = open_archive(self.folder, lexicons=self._lexicons, shared=True)
        made.store.kept = self.kept
        return made


def _close(opened: Archive | None) -> None:
    if opened is not None:
        with suppress(ArchiveError):
            opened.close()
