"""What an office, or the state itself, may or shall do under a provision."""

from __future__ import annotations

from typing import ClassVar

from dragoman.records.base import Record

KINDS = ("power", "duty", "term", "accountability")


class Competence(Record, frozen=True, kw_only=True):
    """`office` is None where the provision speaks of the state itself."""

    table: ClassVar[str] = "competences"

    state: str | None = None
    office: str | None = None
    kind: str
    power: str
    instrument: str | None = None
    provision: str | None = None
