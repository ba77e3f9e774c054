"""Parts of the world and of bodies: regions whose states act together, and members that are some of a body and not all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding.names.mentions import Mention
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.who.reference import Referrer

REGIONS = {
    "Europe": "X-EUROPE",
    "Africa": "X-AFRICA",
    "Asia": "X-ASIA",
    "Latin America": "X-LATIN-AMERICA",
    "Middle East": "X-MIDDLE-EAST",
    "Caribbean": "X-CARIBBEAN",
}
_MEMBERS = word_class("members-of-bodies")
_SOME = word_class("some-of-them")
_THE_SAME = frozenset({"the", "all", "its", "these"})


def is_part(states: Token) -> bool:
    """ "Most members of the Union", "six states of the League": some of a body do not act for it; "the ten members" do."""
    if states.lower not in _MEMBERS:
        return False
    words = {c.lower for c in states.children}
    counted = any(c.dep == "nummod" for c in states.children)
    return not words.isdisjoint(_SOME) or (counted and words.isdisjoint(_THE_SAME))


def regions_of(referrer: Referrer, states: Token, listed: Sequence[Mention | None]) -> tuple[str, ...]:
    """ "The states of Africa and the Middle East": each region, though the parser hung the last on the states."""
    beside = [referrer.scene.mention_at(c) for c in referrer.sentence.children(states, "conj")]
    named = (m.text for m in (*listed, *beside) if m is not None and m.code is None)
    return tuple(dict.fromkeys(REGIONS[name] for name in named if name in REGIONS))
