"""Persons told without their state, and their surnames that are towns' names as well."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from dragoman.coding.names.mentions import CALLED_BY, OF_PERSONS, Mention

_WHERE = re.compile(
    r"\b(?:in|at|near|from|of|to|for|outside|around|inside|leave|left|reach|reached)\s+(?:the\s+)?$", re.IGNORECASE
)
# Offices of which a state has one at a time: whoever reads news from a capital knows whose they are.
_OF_ITS_OWN = frozenset(
    {"foreign-minister", "president", "prime-minister", "head-of-state", "defence-minister", "head-of-government"}
)


def called_by_surname(text: str, mentions: Sequence[Mention], people: Iterable[Mention]) -> list[Mention]:
    """`mentions` with the persons for towns of their name: "President Ana Lima of Chad ... Lima blamed Mali"."""
    full: dict[str, Mention] = {}
    towns = {m.text for m in mentions if m.kind == "place"}
    for person in sorted((p for p in (*people, *mentions) if p.kind in OF_PERSONS and " " in p.text), key=lambda m: m.start):
        last = person.text.rpartition(" ")[2]
        if last in towns:
            full.setdefault(last, person)
    if not full:
        return list(mentions)
    return [_person(text, m, full) for m in mentions]


def _person(text: str, mention: Mention, full: dict[str, Mention]) -> Mention:
    person = full.get(mention.text) if mention.kind == "place" else None
    if person is None or person.start >= mention.start or _WHERE.search(text, max(0, mention.start - 12), mention.start):
        return mention
    return replace(person, start=mention.start, end=mention.end, text=mention.text)


def of_where_told(
    people: list[Mention], mentions: Sequence[Mention], spans: Sequence[tuple[int, int]], ground: Callable[[], tuple[str, ...]]
) -> list[Mention]:
    """`people` with the state that the news is dated from for those whose office every state has once and whose state nobody
    tells, where their sentence names no other before them: "LIMA -- Peru broke with Mali. Foreign Minister Ana Dow said".
    """
    unknown = [p for p in people if p.code is None and p.office in _OF_ITS_OWN]
    here = ground() if unknown else ()
    if len(here) != 1 or not any(m.code == here[0] and m.kind in CALLED_BY for m in mentions):
        return people
    starts, begins = [m.start for m in mentions], [s for s, _ in spans]
    homes: set[str] = set()
    for person in unknown:
        at = bisect_left(begins, person.start + 1) - 1
        first = bisect_left(starts, begins[at] if at >= 0 else 0)
        named = {m.code for m in mentions[first : bisect_left(starts, person.end + 1)] if m.code and m.kind != "place"}
        if person.name is not None and named <= {here[0]}:
            homes.add(person.name)
    return [replace(p, code=here[0]) if p.code is None and p.name in homes else p for p in people]
