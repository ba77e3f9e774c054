"""What states are called by where they lie and what they are: "the kingdom", "the Andean country", "its northern neighbour"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Land, State

# What the parts of the world are called before "country"; the regions of `states` begin with the first word.
_PARTS = {"africa": "african", "asia": "asian", "europe": "european", "oceania": "pacific", "caribbean": "caribbean"}
_REPUBLIC = re.compile(r"(?<!People's )\bRepublic\b")
_TOWARDS = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1)}
# How far from straight north a neighbour may lie that is the northern one, as a share of its distance.
_STRAIGHT = 0.4


@dataclass(frozen=True)
class Lands:
    """All states of a lexicon by what they are called, whom they touch and who ruled them."""

    by_code: dict[str, Land] = field(default_factory=dict)
    kinds_of: dict[str, frozenset[str]] = field(default_factory=dict)
    known: frozenset[str] = frozenset()

    @classmethod
    def of(cls, lexicon: Lexicon) -> Lands:
        by_code = {land.code: land for land in lexicon.all(Land)}
        kinds = {s.code: frozenset(_kinds(s, by_code.get(s.code))) for s in lexicon.all(State)}
        return cls(by_code, kinds, frozenset(k for found in kinds.values() for k in found))

    def kinds(self, code: str) -> frozenset[str]:
        return self.kinds_of.get(code, frozenset())

    def touches(self, code: str, other: str) -> bool:
        land = self.by_code.get(code)
        return land is not None and other in land.borders

    def around(self, code: str) -> list[str]:
        """The states that `code` touches by land."""
        land = self.by_code.get(code)
        return land.borders if land is not None else []

    def ruler(self, code: str) -> str | None:
        """Whose colony or part a state was last."""
        land = self.by_code.get(code)
        return land.ruled_from if land is not None else None

    def army(self, code: str) -> str:
        """Whose army it is that no word gives a state, on the ground of `code`."""
        land = self.by_code.get(code)
        return (land.army_of if land is not None else None) or code

    def is_towards(self, code: str, other: str, side: str) -> bool:
        """Whether `other` lies on the `side` of `code`: "northern", "south-eastern"."""
        here, there = self.by_code.get(code), self.by_code.get(other)
        if here is None or there is None:
            return False
        up = there.north - here.north
        right = ((there.east - here.east + 180) % 360 - 180) * math.cos(math.radians(here.north))
        far = math.hypot(up, right) or 1.0
        wanted = [way for name, way in _TOWARDS.items() if name in side]
        return all((up * north + right * east) / far > _STRAIGHT for north, east in wanted)


def _kinds(state: State, land: Land | None) -> Iterable[str]:
    if land is not None:
        yield from land.kinds
    if any(_REPUBLIC.search(name) for name in state.names):
        yield "republic"
    part, _, side = (state.region or "").partition("-")
    if part == "america":
        yield from (f"{side} american", "latin american") if side != "north" else ()
    if part in _PARTS:
        yield _PARTS[part]
        if side:
            yield f"{side} {_PARTS[part]}"
