"""How somebody stands towards a state, an organisation or a topic."""

from __future__ import annotations

from typing import ClassVar

from dragoman.records.base import Record


class Position(Record, frozen=True, kw_only=True):
    """`polarity`: -1 condemn, -0.5 criticise, 0 mixed, 0.5 endorse, 1 praise; towards `target`, else `topic`."""

    table: ClassVar[str] = "positions"

    holder: str
    target: str | None = None
    topic: str | None = None
    polarity: float
    ironic: bool = False
