"""Answers that hold as long as nothing is written to the archive."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
KEPT_BYTES = 64 * 1024 * 1024
_FLAT, _ENTRY = 4096, 200  # what an answer of unknown size, and an item of a list, count for


class State(NamedTuple):
    """An archive as it is: which file on the disk, and how many commits it has had."""

    file: tuple[int, int]
    version: int


class Kept:
    """What was found for a question, of the newest state that was asked for; the oldest goes where it grows too large."""

    def __init__(self, limit: int = KEPT_BYTES) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._state: State | None = None
        self._found: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._size = 0

    def find(self, state: State, key: Hashable) -> list[Any]:
        """What was found for `key` in this state, alone in a list; nothing where it has not been asked."""
        with self._lock:
            if not self._is_newest(state) or key not in self._found:
                return []
            self._found.move_to_end(key)
            return [self._found[key][0]]

    def get(self, state: State, key: Hashable, make: Callable[[], T]) -> T:
        """What was found for `key` in this state, or what `make` finds."""
        for value in self.find(state, key):
            found: T = value
            return found
        made = make()
        size = _size(made)
        with self._lock:
            # A commit may have come in between: what was found then is not of this state.
            if self._is_newest(state) and key not in self._found and size <= self._limit // 8:
                self._found[key] = (made, size)
                self._size += size
                while self._size > self._limit:
                    self._size -= self._found.popitem(last=False)[1][1]
        return made

    def _is_newest(self, state: State) -> bool:
        """Whether `state` is the newest by now; what was found in an older one is forgotten."""
        if self._state is not None and state.file == self._state.file and state.version < self._state.version:
            return False
        if state != self._state:
            self._state, self._size = state, 0
            self._found.clear()
        return True


def _size(made: Any) -> int:
    if isinstance(made, bytes):
        return len(made)
    if isinstance(made, tuple) and made and isinstance(made[0], bytes):  # a page and its status
        return len(made[0])
    return _FLAT + (_ENTRY * len(made) if isinstance(made, (list, dict, tuple)) else 0)
