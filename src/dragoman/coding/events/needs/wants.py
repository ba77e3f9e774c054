"""What those who gather, ask and refuse want, by the words on their predicate: grievances, biddings, refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# Who is at home in another state, and what is theirs there.
_ENVOYS = word_class("envoys")
_SEIZED = word_class("seized")
_LEAVING = frozenset({"leave", "depart", "quit"})
_CLOSING = frozenset({"close", "closed", "shut", "reduced"})
_SPARED = word_class("spared-from")
_BE = frozenset({"am", "is", "are", "'m", "’m", "'re", "’re", "'s", "’s"})


def is_grieved(reader: ActReader, verb: Token, words: frozenset[str]) -> bool:
    """Whether those who gather say what they want: beside the predicate or in its purpose ("walked to Rabat to demand")."""
    grievances = reader.vocabulary.groups["grievances"]
    if words & grievances:
        return True
    below = reader.sentence.subtree(verb, without=frozenset({"ccomp", "parataxis", "relcl"}))
    clauses = [c for c in below if c.dep in ("advcl", "xcomp", "conj", "acl") and c.tag in ("VB", "VBG")]
    return any(t.lower in grievances for c in clauses for t in (c, *c.children))


def bidden(reader: ActReader, verb: Token) -> list[Token]:
    """What those spoken to have to do, in an infinitive on the predicate or on its object ("24 hours to leave")."""
    below = reader.sentence.subtree(verb, without=frozenset({"ccomp", "parataxis", "nsubj", "conj"}))
    infinitives = [t for t in below if t.dep in ("advcl", "xcomp", "acl", "relcl") and t.tag == "VB"]
    return [t for t in infinitives if reader.clauses.is_bidden(t)]


def stands(reader: ActReader, verb: Token) -> bool:
    """ "stands accused", "stood charged with treason"; "Two spies indicted over leaks", a whole headline."""
    head, tokens = reader.sentence.head(verb), reader.sentence.tokens
    if head is None or head.lower in ("stand", "stands", "stood"):
        return head is not None
    whole = head.dep == "ROOT" and head.tag[0] == "N" and tokens[-1].text not in (".", "!", "?")
    return whole and not any(t.tag in ("VBZ", "VBD", "VBP", "MD") for t in tokens)


def will_not(reader: ActReader, verb: Token) -> bool:
    """ "will not", "cannot", "would never", "am not resigning": somebody refuses what the verb says."""
    clauses = reader.clauses
    if verb.tag[0] != "V" or not clauses.negated(verb) or clauses.is_still_to_come(verb):
        return False
    if verb.lower in _SPARED and clauses.is_passive(verb):
        return False  # "no refugee will be sent back": a promise
    auxiliaries = clauses.auxiliaries(verb)
    if verb.tag == "VBG" and _BE & set(auxiliaries):
        return True
    if any(a in ("can", "could", "ca") for a in auxiliaries):  # else it only says what is not possible
        return bool(set(clauses.verb_lemmas(verb)) & reader.vocabulary.groups["assenting"])
    return clauses.is_future(verb)


def refused(reader: ActReader, verb: Token) -> bool:
    """ "has not let them in", "did not comply": what was asked and was not done. Somebody must have been asked, or be kept
    from something: an infinitive stands below, or the verb itself says that there was a demand.
    """
    clauses = reader.clauses
    if verb.tag[0] != "V" or not clauses.negated(verb) or clauses.is_future(verb) or clauses.is_passive(verb):
        return False
    asked = set(clauses.verb_lemmas(verb)) & reader.vocabulary.groups["complying"]
    below = reader.sentence.children(verb, "xcomp", "ccomp", "advcl")
    return bool(asked) or any(clauses.is_bidden(c) or c.tag == "VB" for c in below)


def is_sent_home(reader: ActReader, verb: Token) -> bool:
    """Whether envoys are to leave or their mission is to close: "that the members of the embassy leave within 48 hours"."""
    if verb.lower not in _LEAVING | _CLOSING or verb.tag not in ("VB", "VBP", "VBN"):
        return False
    words = {t.lower for s in reader.clauses.subjects(verb) for t in reader.sentence.subtree(s)}
    if verb.lower in _CLOSING:  # "ordered Chad to close its mission"
        words |= {o.lower for o in reader.clauses.objects(verb)}
    return bool(words & _ENVOYS)


def is_seizure(reader: ActReader, verb: Token) -> bool:
    """ "Ordered that the ship be held", "ordered the aircraft detained"."""
    clauses = reader.sentence.children(verb, "ccomp", "xcomp", "oprd")
    return any(c.lower in _SEIZED and c.tag == "VBN" for c in clauses)
