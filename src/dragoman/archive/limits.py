"""How long a question may take."""

from __future__ import annotations

import sqlite3
import time

_STEPS = 20_000  # between two looks at the clock: some milliseconds


class Deadline:
    """Stops what a connection is doing when `seconds` have passed; `late` tells whether it had to."""

    def __init__(self, connection: sqlite3.Connection, seconds: float) -> None:
        self._connection = connection
        self._end = time.monotonic() + seconds
        self.late = False
        connection.set_progress_handler(self._stop, _STEPS)

    def _stop(self) -> int:
        self.late = self.late or time.monotonic() > self._end
        return int(self.late)

    def lift(self) -> None:
        """The connection may take all the time again."""
        self._connection.set_progress_handler(None, 0)
