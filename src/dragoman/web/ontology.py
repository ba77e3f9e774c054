"""Event types with their quads and scores, for counts that have no score of their own."""

from __future__ import annotations

from dragoman.lexicon.ontology import event_types

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


def modes() -> list[str]:
    return sorted({mode for one in event_types().values() for mode in one.modes})


def quad(event: str) -> str:
    return event_types()[event].quad if event in event_types() else "other"


def of_quad(name: str) -> list[str]:
    return [event for event, one in event_types().items() if one.quad == name]
