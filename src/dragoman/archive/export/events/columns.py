"""Rows as tab-separated text, as event data sets come: no quotation marks, nothing for what is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any


def write_table(path: Path, columns: Sequence[str], rows: Iterable[dict[str, Any]], *, header: bool) -> int:
    """Write the `columns` of `rows`; a column that a row has no value for is empty. Returns how many rows there were."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        if header:
            file.write("\t".join(columns) + "\n")
        for row in rows:
            file.write("\t".join(_cell(row.get(name)) for name in columns) + "\n")
            count += 1
    return count


def _cell(value: Any) -> str:
    """Tabs and line breaks become spaces, since nothing in these files quotes them; so do quotation marks that open a cell."""
    return "" if value is None else " ".join(str(value).replace('"', "'").split())
