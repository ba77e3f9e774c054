"""The event types of the ontology, for who needs no more of the lexicon."""

from __future__ import annotations

from functools import lru_cache

from dragoman.lexicon.entries import EventType
from dragoman.lexicon.loader import entries_of


@lru_cache(maxsize=1)
def event_types() -> dict[str, EventType]:
    """By name, in the order of the ontology."""
    return {entry.event: entry for entry in entries_of("ontology.toml") if isinstance(entry, EventType)}
