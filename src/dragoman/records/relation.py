"""A standing bond or quarrel between two actors."""

from __future__ import annotations

from typing import ClassVar

from dragoman.records.base import Record

KINDS = (
    "diplomatic-relations", "membership", "recognition", "alliance", "agreement", "ties", "dispute", "war", "truce",
    "sovereignty-claim", "independence", "succession",
)  # fmt: skip
STATUSES = ("asserted", "denied", "suspended", "ended")
# In these `a` does something to `b`; in all others the two codes stand in alphabetical order.
DIRECTED = frozenset({"membership", "recognition", "sovereignty-claim", "independence", "succession"})


class Relation(Record, frozen=True, kw_only=True):
    """`a` and `b` are actor codes; `since` and `until` dates cut to their precision."""

    table: ClassVar[str] = "relations"

    kind: str
    status: str = "asserted"
    a: str
    b: str | None = None
    since: str | None = None
    until: str | None = None
