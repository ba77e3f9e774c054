"""Events in the order of their dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.analysis.copies import COPIES, Copies, counted, event_copies, said
from dragoman.analysis.evidence import evidence_columns
from dragoman.analysis.table import Row, Table
from dragoman.archive import EXTRAS, Archive, Filters, count, iterate, rows
from dragoman.archive.counting import EVER


@dataclass(frozen=True)
class Timeline:
    """`events` are in the order of their dates; `undated` more fit everything that was asked but have no date."""

    codes: tuple[str, ...]
    events: Table
    undated: int


def timeline(
    archive: Archive,
    codes: Sequence[str],
    *,
    since: str | None = None,
    until: str | None = None,
    event: str | Sequence[str] | None = None,
    mode: str | Sequence[str] | None = None,
    modality: str | Sequence[str] | None = None,
    reported_by: str | None = None,
    run: str | None = None,
    limit: int | None = None,
) -> Timeline:
    """The dated events in which one code takes part, or that are between two; the latest `limit` of them, oldest first.

    What copies of an item tell again is left out and counted in `copies`.
    Dates may be partial, both ends count, and an event known less precisely is there where it may fall inside.
    Raises UsageError for a date, a code or a run that cannot be.
    """
    given = (("event", event), ("mode", mode), ("modality", modality))
    columns: dict[str, Any] = {name: _values(value) for name, value in given if value}
    common: dict[str, Any] = {"states": list(codes), "reported_by": reported_by, "run": run}
    wanted = Filters(columns=columns, since=since or EVER, until=until, **common)
    with archive.snapshot():
        # Copies are found among current codings; an older run is shown as it is.
        copies = event_copies(archive, codes) if run is None else Copies()
        dropped = copies.dropped(archive, wanted)
        total = count(archive, "events", wanted) - len(dropped)
        unknown = Filters(columns=columns | {"date": None}, **common)
        undated = count(archive, "events", unknown) - len(copies.repeated(archive, unknown))
        notes = [f"{undated:,} more have no date" if undated else None, said(len(dropped), copies.uncompared)]
        found = Table(
            "timeline", (*evidence_columns("events"), COPIES), _reader(archive, wanted, copies, dropped, limit),
            total=total, note="; ".join(filter(None, notes)) or None, of="events",
        )  # fmt: skip
        return Timeline(tuple(codes), found, undated)


def _reader(
    archive: Archive, wanted: Filters, copies: Copies, dropped: frozenset[str], limit: int | None
) -> list[Row] | Callable[[], Iterator[Row]]:
    """The events without copies: read as they are asked for, or the latest `limit` of them."""
    also = list(EXTRAS)
    if limit is None:
        return lambda: (
            counted(copies, row)
            for row in iterate(archive, "events", wanted, order=["date"], also=also)
            if row["record_id"] not in dropped
        )
    latest = rows(archive, "events", wanted, order=["-date"], limit=limit + len(dropped), also=also)
    kept = [counted(copies, row) for row in latest if row["record_id"] not in dropped]
    return kept[:limit][::-1]


def _values(value: str | Sequence[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
