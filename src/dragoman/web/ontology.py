"""Event types with their quads and scores, for counts that have no score of their own."""

from __future__ import annotations

from functools import lru_cache

from dragoman.lexicon.entries import EventType
from dragoman.lexicon.loader import HERE, read_entries

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


@lru_cache(maxsize=1)
def types() -> dict[str, EventType]:
    """By name, in the order of the ontology."""
    path = HERE / "ontology.toml"
    entries = (entry for _, entry in read_entries(path.read_bytes(), str(path)))
    return {entry.event: entry for entry in entries if isinstance(entry, EventType)}


def modes() -> list[str]:
    return sorted({mode for one in types().values() for mode in one.modes})


def quad(event: str) -> str:
    return types()[event].quad if event in types() else "other"


def of_quad(name: str) -> list[str]:
    return [event for event, one in types().items() if one.quad == name]
