"""Entries that leave out who acted: "Treaty with Chad signed in Paris.", in a chronology of one state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.events.sides.whereabouts import place_codes
from dragoman.coding.mending.elided import THINGS
from dragoman.coding.names.mentions import PLACED
from dragoman.coding.who.posts import is_mission
from dragoman.coding.who.reference import Reference, codes_in, implied
from dragoman.language.parse import Token
from dragoman.text import Span

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_TOWARDS = ("with", "to", "from", "against", "between")
_MISSIONS = frozenset({"open-mission", "close-mission"})
_MUTUAL = frozenset({"SUPPORT", "AGREE", "CONSULT", "COOPERATE"})


def of_its_state(reader: ActReader, act: Act) -> Act:
    """The act with the state that the text is of for whoever did it, and those named beside the thing for the other side."""
    home = reader.scene.discourse.home
    thing = _thing(act.head) if home is not None else None
    if home is None or thing is None:
        return act
    others = _named(reader, thing, act.head, _TOWARDS)
    owners = [r for r in _named(reader, thing, thing, ("of",)) if home not in r.codes]
    if is_mission(thing) and not others and not owners:
        span = Span(act.head.start, act.head.end)
        others = list(implied((c for c in place_codes(reader, act) if c != home), span, act.head.i))
    others = [r for r in others if home not in r.codes]
    own = implied((home,), Span(act.head.start, act.head.end), act.head.i)
    if owners and not others:  # "Embassy of Chad opened."
        return replace(act, source=tuple(owners), target=own)
    if codes_in(act.source) - codes_in(others) - set(place_codes(reader, act)) - {home}:
        return act
    mutual = act.event in _MUTUAL and act.mode != "visit" and bool(others)
    return replace(act, source=own, target=tuple(others), reciprocal=act.reciprocal or mutual)


def of_mission(reader: ActReader, act: Act) -> Act:
    """ "The Embassy in Lima was opened in 1965", on a ministry's page: it is the ministry's, and it is in Peru."""
    if act.rule not in _MISSIONS or act.head.tag != "VBN" or reader.clauses.under(act.head, "by"):
        return act
    speaker = reader.scene.speaker(act.head.start)
    thing = next(iter(reader.sentence.children(act.head, "nsubjpass")), None)
    if speaker not in reader.scene.knowledge.states or speaker is None or thing is None or not is_mission(thing):
        return act
    there = set(place_codes(reader, act)) - {speaker}
    if len(there) != 1 or not codes_in(act.source) <= there or any(c.dep in ("poss", "amod", "relcl") for c in thing.children):
        return act
    span = Span(act.head.start, act.head.end)
    own, host = implied((speaker,), span, act.head.i), implied(there, span, act.head.i)
    return replace(act, source=own, target=host, reciprocal=False)


def _thing(verb: Token) -> Token | None:
    """What such an entry says was done, where it is one."""
    if verb.tag != "VBN" or verb.dep != "ROOT" or any(c.dep in ("auxpass", "aux", "agent") for c in verb.children):
        return None
    thing = next((c for c in verb.children if c.dep == "nsubjpass"), None)
    if thing is None or thing.lower not in THINGS or any(c.dep in ("det", "poss") for c in thing.children):
        return None
    return thing


def _named(reader: ActReader, thing: Token, verb: Token, prepositions: tuple[str, ...]) -> list[Reference]:
    """Those named behind some prepositions of a thing or of its verb, otherwise than by a town."""
    heads = [
        o
        for above in dict.fromkeys((thing.i, verb.i))
        for p in reader.sentence.children(reader.sentence.tokens[above], "prep", "dative")
        if p.lower in prepositions
        for o in reader.sentence.children(p, "pobj")
    ]
    towns = {h.i for h in heads if (m := reader.scene.mention_at(h)) is not None and m.kind in PLACED and "of" in prepositions}
    return [r for h in heads if h.i not in towns for r in reader.referrer.all(h) if r.codes]
