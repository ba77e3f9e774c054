"""The ladder of a state: which vehicle of what it says stands on which rung."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.errors import UsageError
from dragoman.lexicon.entries import Entry, Rung
from dragoman.lexicon.loader import entries_of


def ladder(code: str, users: Sequence[Entry] = ()) -> dict[int, list[str]]:
    """The vehicles of each rung, 1 the highest: those of the state itself, and those that any state has."""
    entries = [*entries_of("ladders.toml"), *users]
    found: dict[int, list[str]] = {}
    for rung in (entry for entry in entries if isinstance(entry, Rung) and entry.state in (code, "*")):
        if rung.vehicle not in found.setdefault(rung.rank, []):
            found[rung.rank].append(rung.vehicle)
    return dict(sorted(found.items()))


def rung_of(code: str, given: str | int, users: Sequence[Entry] = ()) -> int:
    """The number of a rung given by number or by one of its vehicles. Raises UsageError for what the ladder has not."""
    rungs = ladder(code, users)
    if str(given).isdigit() and int(given) in rungs:
        return int(given)
    for rank, vehicles in rungs.items():
        if given in vehicles:
            return rank
    allowed = "; ".join(f"{rank} {', '.join(vehicles)}" for rank, vehicles in rungs.items())
    raise UsageError(f"--min-authority {given}: {code} has no such rung; allowed: {allowed}")
