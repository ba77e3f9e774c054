"""Attacks that are words: what politicians launch against a judge, a paper or each other at home."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.names.mentions import OF_PERSONS
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_ATTACKS = frozenset({"attack", "launch-attack", "open-fire", "hit-by-arms", "harm-ahead"})
_SPEAKERS = frozenset({"GOV", "LEG", "PTY", "OPP", "ELI", "JRN"})
_SPOKEN_OF = frozenset({"GOV", "LEG", "PTY", "OPP", "ELI", "JRN", "MED", "JUD", "BUS", "MNC"})
# Where and of what kind words are.
_IN_WORDS = word_class("in-words")
_ARMS = word_class("signs-of-arms")


def as_words(reader: ActReader, act: Act) -> Act:
    """The act, or where it is an attack by somebody in politics on a person, a court or the press of the same state, and
    nothing tells of arms, what was said against them.
    """
    if act.event != "ASSAULT" or act.rule not in _ATTACKS or not act.source or not act.target:
        return act
    if not all(r.sector in _SPEAKERS and _is_person(reader, r) for r in act.source):
        return act
    at_home = codes_in(act.source) == codes_in(act.target) and all(r.sector in _SPOKEN_OF for r in act.target)
    if not (at_home or reader.words & _IN_WORDS) or reader.words & _ARMS:
        return act
    return replace(act, event="ACCUSE", mode="disapprove", rule=f"words:{act.rule}")


def _is_person(reader: ActReader, reference: Reference) -> bool:
    token = reader.sentence.tokens[reference.head]
    if token.tag[:3] == "PRP":
        return token.lower in ("he", "she", "his", "her")
    mention = reader.scene.mention_at(token)
    return mention.kind in OF_PERSONS if mention is not None else reader.scene.role_at(token) is not None and token.tag != "NNS"
