"""Texts that are voted on: what they ask and blame is the word of those who back them, and of nobody else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_CONTENT = ("acl", "relcl")
_BALLOTS = word_class("ballots")
# Whoever does this for somebody in a text is backed with it.
_KINDLY = frozenset({"SUPPORT", "AID", "AGREE", "COOPERATE"})


def is_drafted(reader: ActReader, verb: Token) -> bool:
    """ "Voted for the draft that deplored the attack": what a draft would do is done only when it is adopted; what a resolution
    that was vetoed would do, or one that somebody abstained on, not by them.
    """
    noun = text_of(reader, verb)
    if noun is None:
        return False
    if "draft" in {noun.lower, *(c.lower for c in reader.sentence.children(noun, "compound", "amod"))}:
        return True
    return _is_thwarted(reader, noun)


def without_those_in_text(reader: ActReader, act: Act) -> Act | None:
    """ "Voted for the text that condemned Chad", "vetoed sanctions on Chad": for or against whoever is for it, and not towards
    those whom the text is about; no backing at all is left of the first.
    """
    if act.event not in ("SUPPORT", "REJECT", "SANCTION") or not act.target or act.head.tag[0] != "V":
        return act
    texts = (t for t in reader.sentence.subtree(act.head) if t.i > act.head.i and t.dep in _CONTENT)
    within = [
        t
        for clause in texts
        if text_of(reader, clause) is not None and not _is_kindly(reader, clause)
        for t in reader.sentence.subtree(clause)
    ]
    places = {t.i for t in within}
    named = {m.code for t in within if (m := reader.scene.mention_at(t)) is not None}
    # Whom no word of its own names was taken from all that the sentence names.
    if not within or not all(r.head in places if r.text else named.issuperset(r.codes) for r in act.target):
        return act
    return None if act.event == "SUPPORT" and act.modality == "actual" else replace(act, target=())


def text_of(reader: ActReader, clause: Token) -> Token | None:
    """The text that a clause spells out: "a resolution condemning ...", "the draft, which calls on ..."."""
    if clause.dep not in _CONTENT or reader.clauses.is_passive(clause):
        return None
    noun = reader.sentence.tokens[clause.head]
    return noun if is_text(reader, noun) else None


def is_text(reader: ActReader, noun: Token) -> bool:
    """ "Resolution", "draft", "statement": what speaks for those who back it."""
    return not reader.vocabulary.groups["motions"].isdisjoint(reader.clauses.noun_lemmas(noun))


def _is_thwarted(reader: ActReader, text: Token) -> bool:
    """Whether the clause that a text stands in goes against it: "opposed", "abstained in the vote on", "voted against"."""
    here = text
    while here.dep in ("dobj", "pobj", "prep") and (above := reader.sentence.head(here)) is not None:
        if above.lower == "against":
            return True
        if above.tag[0] == "V":
            thwarts = reader.vocabulary.groups["thwarts"]
            return reader.clauses.negated(above) or not thwarts.isdisjoint(reader.clauses.verb_lemmas(above))
        if above.tag[0] == "N" and above.lower not in _BALLOTS:
            return False
        here = above
    return False


def _is_kindly(reader: ActReader, clause: Token) -> bool:
    """Whether a verb does somebody good, whatever it is done with ("praising Chad", not "authorising force against Chad")."""
    rules = (r for lemma in reader.clauses.verb_lemmas(clause) for r in reader.vocabulary.verb_rules.get(lemma, ()))
    return any(r.event in _KINDLY and not (r.object or r.with_prep or r.words or r.particle) for r in rules)
