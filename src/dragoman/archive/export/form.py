"""What every export format offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.archive.columns import Column
from dragoman.archive.export.events.told import Told

Rows = Iterable[dict[str, Any]]


def _no_tables(path: Path, columns: Sequence[Column], rows: Rows) -> int:
    raise NotImplementedError(f"{path.name}: this format has events alone")


class Form(NamedTuple):
    """`write(path, columns, rows)` makes one file of a table and returns how many rows it wrote.

    A format of events alone has in `events` by the name of a file what writes it instead; `dated` says whether events
    without a date cannot be in it, and `lacks(told)` why an event cannot, None where it can. `ready()` raises UsageError
    where something that the format needs is not installed.
    """

    write: Callable[[Path, Sequence[Column], Rows], int] = _no_tables
    ready: Callable[[], None] = lambda: None
    events: Mapping[str, Callable[[Path, Iterable[Told]], int]] = {}
    dated: bool = True
    lacks: Callable[[Told], str | None] = lambda _: None
