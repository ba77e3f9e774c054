"""Who does an act that a sentence tells by a place alone: the town to be left, the prison, where a mission stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.events.sides.whereabouts import undergone
from dragoman.coding.who.posts import is_mission
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_EXPELLED = frozenset({("SANCTION", "expel"), ("COERCE", "deport")})
_LEFT = frozenset({"leave", "quit", "depart", "exit"})
_HELD = word_class("held-there")
_JAILS = word_class("jails")
_TOWNS = frozenset({"name", "capital", "place", "seat"})


def with_place(reader: ActReader, act: Act) -> Act:
    """The act with the state of the place that tells who did it, or whose mission it was done to."""
    if act.event == "PROTEST":
        return _at_mission(reader, act)
    if codes_in(act.source) or not undergone(reader, act):
        return act
    there = _left(reader, act) if (act.event, act.mode) in _EXPELLED else []
    if (act.event, act.mode) == ("RETREAT", "release"):
        there = _held(reader, act)
    known = [r for r in there if not set(r.codes) & codes_in(act.target) or act.mode == "release"]
    return replace(act, source=(replace(known[0], text="", sector=None),)) if known else act


def _named(reader: ActReader, heads: list[Token]) -> list[Reference]:
    scene = reader.scene
    towns = [
        h for h in heads if (m := scene.mention_at(h)) is not None and m.kind in _TOWNS and m.code in scene.knowledge.states
    ]
    return [r for h in towns if (r := reader.referrer.refer(h)) is not None and r.codes]


def _left(reader: ActReader, act: Act) -> list[Reference]:
    """ "Were told to leave Lima", "were given two days to quit Chad": whoever rules there tells them."""
    below = reader.sentence.subtree(act.head, without=frozenset({"relcl", "advcl", "parataxis"}))
    leaving = [t for t in below if t.lower in _LEFT and t.tag == "VB" and t.i > act.head.i]
    return _named(reader, [o for t in leaving for o in reader.sentence.children(t, "dobj")])


def _held(reader: ActReader, act: Act) -> list[Reference]:
    """ "Ten sailors, held in Lima since May, were freed", "pilots held by Chad were let go": by whoever held them."""
    clauses = [c for o in reader.clauses.objects(act.head) for c in reader.sentence.children(o, "acl") if c.lower in _HELD]
    captors = [r for c in clauses for o in reader.clauses.under(c, "by") for r in reader.referrer.all(o) if r.codes]
    found = captors or _named(reader, [o for c in clauses for p in ("in", "at") for o in reader.clauses.under(c, p)])
    if found:
        return found
    # "Was freed after two years in an Iranian jail", "walked free from a Turkish prison"
    below = reader.sentence.subtree(act.head, without=frozenset({"relcl", "advcl", "parataxis", "conj"}))
    jails = [t for t in below if t.lower in _JAILS and t.dep == "pobj"]
    return [r for t in jails if (r := reader.referrer.owner(t)) is not None and r.codes]


def _at_mission(reader: ActReader, act: Act) -> Act:
    """ "Picketed the Danish embassy in Lima": whose mission it is that stands there, and not the town's government."""
    if act.head.tag[0] != "V":
        return act
    missions = [o for o in reader.clauses.objects(act.head) if is_mission(o) and reader.scene.mention_at(o) is None]
    whose = [r for o in missions if (r := reader.referrer.refer(o)) is not None and r.codes]
    return replace(act, target=tuple(whose[:1])) if whose and codes_in(act.target).isdisjoint(whose[0].codes) else act
