"""Python's search for garbage, made rare while texts are read: it took a tenth of the time and found next to nothing."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# So many times as many new objects between two searches.
_RARER = 10
_lock = threading.Lock()
# Those that read at once, in threads of one process, and how that searched before the first of them: its thresholds, and
# whether others had frozen anything.
_reading = 0
_before = (gc.get_threshold(), False)


@contextmanager
def rarely_collected() -> Iterator[None]:
    """While it lasts, what is loaded already (some 400,000 objects of the lexicon) is left out of every search, and
    searches are rare. The last of several to end restores how the process had it.
    """
    global _reading, _before
    with _lock:
        _reading += 1
        if _reading == 1:
            _before = gc.get_threshold(), gc.get_freeze_count() > 0
            gc.set_threshold(_before[0][0] * _RARER, *_before[0][1:])
            gc.freeze()
    try:
        yield
    finally:
        with _lock:
            _reading -= 1
            if _reading == 0:
                gc.set_threshold(*_before[0])
                if not _before[1]:  # what others froze stays so
                    gc.unfreeze()
