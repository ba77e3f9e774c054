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
# Who is told of by whom he did it to.
CAPTORS = word_class("captors")


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


def where_held(referrer: Referrer, token: Token, obj: Token) -> tuple[str, ...]:
    """ "The kidnappers of a German engineer in Beirut", "workers of the Ford plant in Durban" are of the place, and not of
    whom they hold or work for.
    """
    for noun in (token, obj):
        for prep in referrer.sentence.children(noun, "prep"):
            for place in referrer.sentence.children(prep, "pobj") if prep.lower in ("in", "at", "near") else ():
                mention = referrer.scene.mention_at(place)
                if mention is not None and mention.code and mention.kind in ("place", "capital", "name"):
                    return (mention.code,)
    return ()


def is_works(referrer: Referrer, noun: Token) -> bool:
    """ "The Ford plant": named for the firm that it belongs to."""
    owners = (referrer.scene.mention_at(c) for c in referrer.sentence.children(noun, "compound", "nmod", "poss"))
    return any(m is not None and m.kind == "body" and m.sector in ("MNC", "BUS") for m in owners)


def seat_codes(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """The state in whose capital a body sits: "the Senate in Manila"."""
    behind = referrer.sentence.tokens[token.i + 1 : token.i + 2]  # which parsers may hang on the verb
    for prep in (*referrer.sentence.children(token, "prep"), *behind):
        for obj in referrer.sentence.children(prep, "pobj") if prep.lower in ("in", "of") else ():
            mention = referrer.scene.mention_at(obj)
            if mention is not None and mention.code and mention.kind in ("capital", "name"):
                return (mention.code,)
    return ()


def is_seat(referrer: Referrer, mention: Mention) -> bool:
    """ "Zaire-based Rwandan rebels": where somebody sits, which is whose they are only where nothing else says that."""
    return referrer.scene.document.text.startswith("-based", mention.end)
