"""What a state keeps in another: embassies, consulates, missions."""

from __future__ import annotations

from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_MISSIONS = word_class("missions")
_HIGH = frozenset({"commission", "commissions"})


def is_mission(noun: Token) -> bool:
    """ "The embassy", "the high commission": a mission of one state in another."""
    return noun.lower in _MISSIONS or (noun.lower in _HIGH and any(c.lower == "high" for c in noun.children))
