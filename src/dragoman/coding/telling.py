"""What one place of a sentence tells of a bond, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.language.parse import Token
from dragoman.text import Span


@dataclass(frozen=True, slots=True)
class Told:
    """A bond of `kind` between `a` and `b` that begins, holds, ends, pauses or is resumed; `head` rules the evidence `span`."""

    kind: str
    change: str
    a: str
    b: str | None
    since: str | None
    until: str | None
    span: Span
    head: Token
    denied: bool = False
    status: str = "asserted"
