"""Whose words and deeds cannot be whose the grammar says: things that speak for nobody, states that punish themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events import rules
from dragoman.coding.events.act import Act
from dragoman.coding.who.reference import codes_in
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# What is said, and what says nothing.
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE"})
_MUTE = word_class("mute")
_TEXTS = word_class("texts-with-a-voice")


def is_by_thing(reader: ActReader, act: Act) -> bool:
    """ "The fallout is raising concerns about Chad": words that no party says are nobody's."""
    if act.source or act.event not in _SPOKEN or act.head.tag[0] != "V" or reader.clauses.is_passive(act.head):
        return False
    heads = [s for s in reader.clauses.subjects(act.head) if s.dep == "nsubj"]
    mute = [h for h in heads if h.lower in _MUTE or (h.lower not in _TEXTS and rules.is_abstract(reader, h))]
    return bool(heads) and len(mute) == len(heads)


def gone_on(reader: ActReader, act: Act) -> Act:
    """ "Said that Chad was on notice and imposed sanctions on it": nobody punishes itself; who said so does."""
    own = codes_in(act.source)
    if act.event != "SANCTION" or act.head.dep != "conj" or not own or own != codes_in(act.target):
        return act
    clause = reader.sentence.tokens[act.head.head]
    says = reader.sentence.head(clause) if clause.dep == "ccomp" else None
    if says is None or act.head.tag != "VBD" or says.tag != "VBD" or reader.sentence.children(act.head, "nsubj", "nsubjpass"):
        return act
    source = tuple(r for r in reader.subjects_meant(says) if not set(r.codes) & own)
    return replace(act, source=source)
