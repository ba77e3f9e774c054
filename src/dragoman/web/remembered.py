"""What takes long to count is counted once for each state of the archive."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from dragoman.archive import Archive

T = TypeVar("T")
_KEPT = 512

_lock = threading.Lock()
_found: OrderedDict[Hashable, Any] = OrderedDict()


def stamp(archive: Archive) -> Hashable:
    """Equal as long as nothing was written: the last coding and the last line of each ledger."""
    found = archive.select(
        "SELECT (SELECT max(coding) FROM all_codings), (SELECT max(row) FROM all_readings), (SELECT max(row) FROM all_issues), "
        "(SELECT finished FROM all_readings ORDER BY row DESC LIMIT 1)"
    )
    return (str(archive.folder.absolute()), *found[0])


def remembered(archive: Archive, key: Hashable, make: Callable[[], T]) -> T:
    """What `make` gives for `key`, made anew when the archive has changed; the most recent 512 are kept."""
    whole = (stamp(archive), key)
    with _lock:
        if whole in _found:
            _found.move_to_end(whole)
            value: T = _found[whole]
            return value
    made = make()
    with _lock:
        _found[whole] = made
        while len(_found) > _KEPT:
            _found.popitem(last=False)
    return made
