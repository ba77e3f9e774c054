"""What two had to do with each other, as a text told it last: a visit, a deed of one to the other."""

from __future__ import annotations

from typing import NamedTuple


class Visit(NamedTuple):
    """Who came to whom, and where that was told."""

    guests: tuple[str, ...]
    hosts: tuple[str, ...]
    end: int


class Dealing(NamedTuple):
    """Who did to whom what a sentence told that ends at `end`."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    event: str
    mode: str | None
    end: int
