"""Events in the order of their dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from dragoman.analysis.evidence import evidence_columns
from dragoman.analysis.table import Table
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

    Dates may be partial, both ends count, and an event known less precisely is there where it may fall inside.
    Raises UsageError for a date, a code or a run that cannot be.
    """
    given = (("event", event), ("mode", mode), ("modality", modality))
    columns: dict[str, Any] = {name: _values(value) for name, value in given if value}
    common: dict[str, Any] = {"states": list(codes), "reported_by": reported_by, "run": run}
    wanted = Filters(columns=columns, since=since or EVER, until=until, **common)
    with archive.snapshot():
        total = count(archive, "events", wanted)
        undated = count(archive, "events", Filters(columns=columns | {"date": None}, **common))
        also = list(EXTRAS)
        note = f"{undated:,} more have no date" if undated else None
        found = evidence_columns("events")
        if limit is None:
            everything = partial(iterate, archive, "events", wanted, order=["date"], also=also)
            return Timeline(tuple(codes), Table("timeline", found, everything, total=total, note=note, of="events"), undated)
        latest = rows(archive, "events", wanted, order=["-date"], limit=limit, also=also)
    return Timeline(tuple(codes), Table("timeline", found, latest[::-1], total=total, note=note, of="events"), undated)


def _values(value: str | Sequence[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
