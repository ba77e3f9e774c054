"""Python's search for garbage, made rare while texts are read: it took a tenth of the time and found next to nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# So many times as many new objects between two searches.
_RARER = 10


@contextmanager
def rarely_collected() -> Iterator[None]:
    """While it lasts, what is loaded already (some 400,000 objects of the lexicon) is left out of every search, and
    searches are rare. How the process had it before is restored.
    """
    thresholds, frozen = gc.get_threshold(), gc.get_freeze_count()
    gc.set_threshold(thresholds[0] * _RARER, *thresholds[1:])
    gc.freeze()
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        if not frozen:  # what others froze stays so
            gc.unfreeze()
