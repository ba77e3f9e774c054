"""Deeds that nobody does: of storms and crashes, marches and votes, in whatever place the grammar puts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.events.act import HARMFUL, Act
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID", "SUPPORT", "RETREAT", "MOBILIZE", "PROTEST"})
_RELATIVE = frozenset({"that", "which", "who"})
# What blows up by itself.
_FUELS = word_class("blowing-up-by-itself")
# What makes a weapon of a lorry.
_CHARGED = word_class("charged-lorries")
# Of what "months of marches" are.
_SPANS = word_class("spans-of-harm")


def is_of_nobody(reader: ActReader, act: Act) -> bool:
    """ "The quake that wrecked Izmit", "injured by a cloud of gas", "hounded by street marches": harm and help that a thing does."""
    if act.head.tag[0] != "V":
        return False
    subjects = [] if reader.clauses.is_passive(act.head) else reader.clauses.subjects(act.head)
    if act.event != "COOPERATE" and subjects and all(_is_inert(reader, s) for s in subjects):
        return True
    if act.event == "PROTEST":
        return bool(subjects) and all(_is_asset(reader, s) for s in subjects)
    if act.event in HARMFUL and _is_staged(reader, act.head):
        return True
    if act.event not in _DEEDS:
        return False
    if act.event == "ASSAULT" and subjects and all(_is_blast(reader, s) for s in subjects):
        return True
    heads = _agents(reader, act.head) or _antecedents(reader, act.head)
    return bool(heads) and all(_is_thing(reader, h) for h in heads)


def _is_inert(reader: ActReader, head: Token) -> bool:
    """ "The recipe demands", "trees provide", "hunger drove", "the dog recognised": no party, whoever it belongs to; but "a
    column of soldiers" may be one.
    """
    if head.lower in ("fire", "fires") and all(c.dep == "det" for c in head.children):
        return True  # "a fire destroyed the market", not "rebel fire"
    if head.tag[0] != "N" or head.lower not in reader.vocabulary.groups["inert"]:
        return False
    scene = reader.scene
    if scene.mention_at(head) is not None or scene.role_at(head) is not None:
        return False
    people = [o for o in reader.clauses.under(head, "of") if scene.mention_at(o) is not None or scene.role_at(o) is not None]
    return not people


def _is_blast(reader: ActReader, head: Token) -> bool:
    """ "A gas blast": nobody's bomb."""
    if head.lower not in ("blast", "explosion", "blasts", "explosions"):
        return False
    return any(c.lower in _FUELS for c in reader.sentence.children(head, "compound", "amod"))


def _is_staged(reader: ActReader, verb: Token) -> bool:
    """ "In the film the soldier stabs her"."""
    fictions = reader.vocabulary.groups["fictions"]
    return any(o.lower in fictions for o in reader.clauses.under(verb, "in"))


def _is_asset(reader: ActReader, head: Token) -> bool:
    """ "Cocoa futures rallied": no demonstration."""
    return head.lower in reader.vocabulary.groups["assets"] and reader.scene.mention_at(head) is None


def _agents(reader: ActReader, verb: Token) -> list[Token]:
    heads = reader.sentence.agents(verb)
    return [m for h in heads for m in (reader.clauses.under(h, "of") if h.lower in _SPANS else [h])]


def _antecedents(reader: ActReader, verb: Token) -> list[Token]:
    """What a relative pronoun that does it stands for."""
    noun = reader.sentence.head(verb)
    own = reader.sentence.children(verb, "nsubj")
    if verb.dep == "acl" and verb.tag == "VBG" and noun is not None:
        return [noun]  # "a lorry overturned, killing six"
    if verb.dep != "relcl" or noun is None or not own or own[0].lower not in _RELATIVE:
        return []
    return [noun]


def _is_thing(reader: ActReader, head: Token) -> bool:
    groups = reader.vocabulary.groups
    if head.tag not in ("NN", "NNS") or reader.scene.mention_at(head) is not None or reader.scene.role_at(head) is not None:
        return False
    if head.lower not in groups["nature"] and (
        head.lower not in groups["unliving"] or not reader.words.isdisjoint(groups["bombs"] | _CHARGED)
    ):
        return False
    arms = groups["gunners"] | groups["attack"]  # "a storm of shells"
    return not any(o.lower in arms for o in reader.clauses.under(head, "of"))
