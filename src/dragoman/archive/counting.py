"""Numbers that need no counting, because the writer keeps them."""

from __future__ import annotations

import itertools
from typing import Any

from dragoman.archive.filters import EVERYTHING, Filters
from dragoman.archive.parties import is_code
from dragoman.archive.schema import CODED
from dragoman.archive.store import Archive

# Before all dates, so that only what has none is left out.
EVER = "0001"
_KEPT_COLUMNS = frozenset({"event", "modality", "date"})


def kept_count(archive: Archive, table: str, filters: Filters) -> int | None:
    """How many rows of `table` pass `filters`, where the kept counts tell; else None."""
    if table in CODED and filters == EVERYTHING:
        return _sum(archive, "SELECT n FROM record_counts WHERE record_table = ?", [table])
    if table != "events" or not _is_simple(filters):
        return None
    codes = [code.strip().upper() for code in filters.states]
    if len(codes) == 2:
        a, b = sorted(codes)
        if a == b or a.startswith(f"{b}-") or b.startswith(f"{a}-"):
            return None  # a state and a part of it are no pair
        source, conditions, values = "pair_years", ["a = ? AND b = ?"], [a, b]
    else:
        source, conditions, values = "state_years", ["code = ?"], codes
    if "date" in filters.columns:
        conditions.append("year = ''")
    if filters.since is not None:
        conditions.append("year != ''")
    for name in ("event", "modality"):
        if name in filters.columns:
            wanted = filters.columns[name]
            some = [wanted] if isinstance(wanted, str) else list(wanted)
            conditions.append(f"{name} IN ({', '.join('?' * len(some))})")
            values += some
    return _sum(archive, f"SELECT coalesce(sum(n), 0) FROM {source} WHERE {' AND '.join(conditions)}", values)


def _is_simple(filters: Filters) -> bool:
    """Whether one state or two are asked for, by nothing but kind, modality, and whether there is a date."""
    columns = filters.columns
    texts = itertools.chain.from_iterable(
        [value] if isinstance(value, str) or not isinstance(value, (list, tuple)) else value
        for name, value in columns.items()
        if name != "date"
    )
    rest = (filters.role, filters.until, filters.document_kind, filters.outlet, filters.reported_by, filters.words, filters.run)
    return (
        len(filters.states) in (1, 2)
        and all(is_code(code.strip().upper()) for code in filters.states)
        and columns.keys() <= _KEPT_COLUMNS
        and columns.get("date") is None
        and all(isinstance(text, str) for text in texts)
        and filters.since in (None, EVER)
        and not any(one is not None for one in rest)
    )


def _sum(archive: Archive, sql: str, values: list[Any]) -> int:
    found = archive.select(sql, values)
    return int(found[0][0]) if found else 0
