"""Whom a predicate is towards where no slot of a rule names them: whoever else stands below it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.coding.events import pacts
from dragoman.coding.events.doubts.motions import text_of
from dragoman.coding.events.found import CALENDAR
from dragoman.coding.events.roles import PLACES
from dragoman.coding.who.posts import is_mission
from dragoman.coding.who.principals import OCCASIONS
from dragoman.coding.who.reference import Reference
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# What hangs on these is beside what is done.
_BESIDE = frozenset("after since during before because despite without by via".split())
_GROUNDS = frozenset({"basis", "grounds", "strength", "pretext"})
_CONCERNED = word_class("done-beside")
_WATCHED = word_class("watched-under")
_TIMES = frozenset({"eve", "anniversary", "aftermath", "wake"})
_ON_ACCOUNT = frozenset({"despite", "amid", "amidst", "since", "during", "because"})
_LIVING = word_class("living-somewhere")
# What missions carry for others.
_PASSED_ON = word_class("passing-words-on")


def loose_target(reader: ActReader, verb: Token, own: set[str]) -> list[Reference]:
    """Somebody else named under the predicate, where no slot names a target: objects first, then phrases."""
    below = [
        t
        for t in reader.sentence.subtree(verb, without=frozenset({"nsubj", "advcl", "ccomp", "relcl", "parataxis", "conj"}))
        if t.i > verb.i
    ]
    for token in below:
        if token.dep in ("dobj", "pobj", "dative", "poss") and token.lower not in CALENDAR:
            if token.dep == "pobj" and (_is_beside(reader, token) or _is_when(reader, verb, token)):
                continue
            if token.dep == "pobj" and (
                is_aside(reader, token) or _is_where(reader, verb, token) or _is_below_beside(reader, verb, token)
            ):
                continue
            if token.dep == "pobj" and (_is_asked_in_text(reader, verb, token) or _is_ground(reader, verb, token)):
                continue
            owned = any(t.tag == "PRP$" for t in (token, *reader.sentence.children(token, "poss")))
            if owned and any(reader.slots.is_stranger(s) for s in reader.clauses.subjects(verb)):
                continue  # "Ann Berg presented her credentials": hers, whoever the sentence before was about
            found = reader.referrer.refer(token)
            if found and set(found.codes) - own and not _carries(reader, verb, token, found):
                return [r for r in reader.referrer.all(token) if set(r.codes) - own]
    return []


def _up_to(reader: ActReader, verb: Token, token: Token) -> Iterator[Token]:
    """The words over one, up to the verb that they stand under."""
    return itertools.takewhile(lambda t: t.i != verb.i, reader.sentence.ancestors(token))


def _carries(reader: ActReader, verb: Token, token: Token, found: Reference) -> bool:
    """ "Protested through the commission": a body or mission by way of which something is said is not whom it is said to."""
    if set(found.codes) & reader.scene.knowledge.states and not (
        is_mission(token) and _PASSED_ON & set(reader.clauses.verb_lemmas(verb))
    ):
        return False
    below = _up_to(reader, verb, token)
    return any(t.lower in ("through", "via") for t in below)


def _is_beside(reader: ActReader, token: Token) -> bool:
    """Whether a phrase is beside what is done; who wants, holds or has imposed what it is done to is not ("men wanted by Rome")."""
    preposition = reader.sentence.tokens[token.head]
    if preposition.lower == "by" and preposition.dep == "agent":
        clause = reader.sentence.tokens[preposition.head]
        return clause.dep != "acl" or clause.lower not in _CONCERNED
    if preposition.lower == "under" and token.lower in _WATCHED:
        return True  # "laid down their arms under the eyes of French officers", "under U.N. supervision"
    return preposition.lower in _BESIDE


def _is_ground(reader: ActReader, verb: Token, token: Token) -> bool:
    """ "On the basis of German maps", "on the pretext of raids from Chad": what something is done on."""
    return any(t.lower in _GROUNDS for t in _up_to(reader, verb, token))


def _is_when(reader: ActReader, verb: Token, token: Token) -> bool:
    """ "Paid a visit in May, before his summit with the president of Chad", "on the eve of the French withdrawal"."""
    below = (token, *_up_to(reader, verb, token))
    return any((t.lower == "before" and t.dep == "prep") or (t.dep == "pobj" and t.lower in _TIMES) for t in below)


def _is_below_beside(reader: ActReader, verb: Token, token: Token) -> bool:
    """ "Was arrested after he had jumped the fence of the palace": nothing that stands below "after" is what it is done to."""
    below = list(_up_to(reader, verb, token))
    if any(t.dep == "pobj" and t.lower in _WATCHED and reader.sentence.tokens[t.head].lower == "under" for t in below):
        return True
    if any(t.dep == "prep" and t.lower in _ON_ACCOUNT for t in below):
        return True  # "resigned amid an outcry over her husband's Russian business"
    return any(t.dep == "pcomp" and reader.sentence.tokens[t.head].lower in _BESIDE for t in below)


def _is_asked_in_text(reader: ActReader, verb: Token, token: Token) -> bool:
    """ "Vetoed a resolution calling for a truce in Chad": what a text asks for is not done to it."""
    below = _up_to(reader, verb, token)
    return any(t.dep == "acl" and t.tag == "VBG" and text_of(reader, t) is not None for t in below)


def _is_where(reader: ActReader, verb: Token, token: Token) -> bool:
    """ "Agreed in Lima that Peru would pay", "to resume the talks in Lima": where a word is given, and where people meet, is not
    whom it is given to.
    """
    above = reader.sentence.tokens[token.head]
    if above.lower not in PLACES:
        return False
    over = reader.sentence.tokens[above.head]
    if over.dep == "acl" and over.tag == "VBG" and over.lower in _LIVING:  # "an exile living in Madrid"
        return True
    if above.head == verb.i:
        town = above.lower == "at" and (m := reader.scene.mention_at(token)) is not None and m.kind in ("capital", "seat")
        return bool(reader.sentence.children(verb, "ccomp", "xcomp", *(("dobj",) if town else ())))  # "opposed it at Lima"
    return reader.sentence.tokens[above.head].lower in OCCASIONS


def is_aside(reader: ActReader, token: Token) -> bool:
    """ "Voted for measures against Chad", "an end to the fighting in Mali", "together with Austria": whom the thing is
    against, where it is, and who does it too.
    """
    preposition = reader.sentence.tokens[token.head]
    if pacts.is_alongside(reader, preposition):
        return True
    noun = reader.sentence.head(preposition)
    if noun is None or noun.tag[0] != "N":
        return False
    return preposition.lower == "against" or (preposition.lower in ("in", "at") and noun.lower in OCCASIONS)
