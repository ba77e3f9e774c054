"""What every export format offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.archive.columns import Column

Rows = Iterable[dict[str, Any]]


class Form(NamedTuple):
    """`write(path, columns, rows)` makes one file and returns how many rows it wrote.

    `ready()` raises UsageError where something that the format needs is not installed.
    """

    write: Callable[[Path, Sequence[Column], Rows], int]
    ready: Callable[[], None] = lambda: None
