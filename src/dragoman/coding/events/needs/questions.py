"""Whether what somebody asks is an answer, and no deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_ASKING = frozenset({"whether", "if", "why", "how", "when", "where", "what", "who", "which", "whose"})
_WHETHER = frozenset({"whether", "if"})
# Verbs of asking for an answer as well as for a deed.
_ASKS = word_class("asking-a-question")
_DEEDS = frozenset({"to", "for"})


def is_question(reader: ActReader, verb: Token) -> bool:
    """ "Asked her whether she was on her way", "when asked about it", "asked the minister: what will you do?": what is asked is
    an answer, where nothing is to be done.
    """
    clauses, sentence = reader.clauses, reader.sentence
    if _ASKS.isdisjoint(clauses.verb_lemmas(verb)):
        return False
    below = sentence.children(verb, "ccomp", "xcomp", "advcl", "parataxis", "dep")
    if any(_ASKING & _first_words(c) for c in below):
        return True
    if any(c.i > verb.i and clauses.is_infinitive(c) for c in (*below, *_of_objects(reader, verb))):
        return False
    if "ask" not in clauses.verb_lemmas(verb) or any(p.lower in _DEEDS for p in sentence.children(verb, "prep", "dative")):
        return False
    if any(t.text == "?" for t in sentence):
        return True
    that = any("that" in clauses.marks(c) or c.tag == "VB" or "be" in clauses.auxiliaries(c) for c in below)
    things = [o for o in clauses.objects(verb) if o.tag in ("NN", "NNS") and not _is_somebody(reader, o)]
    return not that and not (things and not clauses.is_passive(verb))


def asks_pointedly(reader: ActReader, verb: Token) -> bool:
    """ "We asked the Council whether there is any ground": what who speaks puts to somebody in so many words."""
    own = verb.tag == "VBD" and any(s.lower in ("i", "we") for s in reader.clauses.subjects(verb))
    below = reader.sentence.children(verb, "ccomp", "advcl") if own else []
    return not reader.clauses.negated(verb) and any(c.i > verb.i and not _WHETHER.isdisjoint(_first_words(c)) for c in below)


def _first_words(clause: Token) -> set[str]:
    """What a clause opens with: its marks, and "what" or "who" as a part of it."""
    return {c.lower for c in clause.children if c.i < clause.i and c.tag in ("IN", "WRB", "WP", "WDT", "WP$")}


def _of_objects(reader: ActReader, verb: Token) -> list[Token]:
    return [c for o in reader.clauses.objects(verb) for c in reader.sentence.children(o, "acl", "relcl")]


def _is_somebody(reader: ActReader, head: Token) -> bool:
    return (
        reader.scene.mention_at(head) is not None
        or reader.scene.role_at(head) is not None
        or not reader.vocabulary.groups["persons"].isdisjoint(reader.clauses.words(head))
    )
