"""Who did or said what to whom, in PLOVER's types."""

from __future__ import annotations

from typing import ClassVar

from dragoman.records.base import Record

MODALITIES = ("actual", "planned", "conditional", "hypothetical", "negated")


class Event(Record, frozen=True, kw_only=True):
    """One act. `source` and `target` are lists of actor codes; those who act alike are in both.

    `date` is ISO, cut to `date_precision`; `date_basis` says what it rests on. `score` is the manual's
    conflict-cooperation value, -10 to 10. `rule` names the pattern that made the record and
    [`trigger_start`, `trigger_end`) are the words that set it off.
    """

    table: ClassVar[str] = "events"

    event: str
    mode: str | None = None
    contexts: list[str] = []
    source: list[str] = []
    source_text: str | None = None
    source_sector: list[str] = []
    target: list[str] = []
    target_text: str | None = None
    target_sector: list[str] = []
    object_text: str | None = None
    date: str | None = None
    date_end: str | None = None
    date_precision: str | None = None
    date_basis: str | None = None
    place: str | None = None
    modality: str = "actual"
    performed: bool = False
    score: float | None = None
    rule: str
    trigger_start: int
    trigger_end: int
