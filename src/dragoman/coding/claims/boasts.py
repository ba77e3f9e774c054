"""What a state says that its people has: "free schools are the pride of our people", "every child is guaranteed a place"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.sentence.phrasing import trimmed
from dragoman.language.parse import Token
from dragoman.lexicon.closed import IS
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_PRIDE = frozenset({"pride", "boast"})
_GUARANTEED = frozenset({"guaranteed", "assured", "ensured"})
# "Committees supporting Chad have been set up in many countries".
_CIRCLES = word_class("circles-of-friends")
_SET_UP = word_class("set-up-abroad")
_PEOPLE = word_class("people-provided-for")


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words may tell what a people has."""
    abroad = not (words.isdisjoint(_CIRCLES) or words.isdisjoint(_SET_UP))
    return abroad or not (words.isdisjoint(_PRIDE) and (words.isdisjoint(_GUARANTEED) or words.isdisjoint(_PEOPLE)))


def find(grounds: Grounds) -> Iterator[Draft]:
    """What somebody's people has, in the words of who speaks for it."""
    sentence = grounds.sentence
    for circle in sentence.among(_CIRCLES):
        yield from _set_up(grounds, circle)
    for word in sentence.among(_PRIDE | _GUARANTEED):
        verb = sentence.head(word) if word.lower in _PRIDE else word
        if verb is None or not _is_said(grounds, verb):
            continue
        if word.dep == "attr" and verb.lower in IS:
            yield from _prided(grounds, word, verb)
        elif sentence.children(word, "auxpass") and sentence.children(word, "dobj"):
            yield from _guaranteed(grounds, word)


def _is_said(grounds: Grounds, verb: Token) -> bool:
    """Whether somebody says, and does not deny, what a verb tells."""
    return bool(grounds.bench.reported_by(verb)) and not grounds.clauses.negated(verb) and grounds.is_asserted(verb)


def _prided(grounds: Grounds, pride: Token, verb: Token) -> Iterator[Draft]:
    owners = [*grounds.sentence.children(pride, "poss"), *grounds.clauses.under(pride, "of")]
    code = grounds.first_of(owners)
    subjects = [s for s in grounds.sentence.children(verb, "nsubj") if s.tag[0] == "N"]
    if code is None or not subjects:
        return
    span = trimmed(grounds.bench.text, Span(min(t.start for s in subjects for t in grounds.sentence.subtree(s)), verb.start))
    yield Draft("existence", verb, span.start, pride.end, span, code)


def _guaranteed(grounds: Grounds, verb: Token) -> Iterator[Draft]:
    people = grounds.sentence.children(verb, "nsubjpass")
    own = [t for t in people if t.lower in _PEOPLE or t.tag == "PRP"]
    if not own or (own[0].tag == "PRP" and not any(t.lower in _PEOPLE for t in grounds.sentence.tokens[: own[0].i])):
        return
    code = (grounds.code_of(own[0]) if own[0].tag != "PRP" else None) or grounds.bench.speaker()
    if code is not None:
        span = grounds.predicate(verb, with_subject=own[0])
        yield Draft("legal", verb, *span, span, code)


def _set_up(grounds: Grounds, circle: Token) -> Iterator[Draft]:
    """Circles of a state's friends abroad, which somebody says that there are."""
    sentence, verb = grounds.sentence, grounds.sentence.head(circle)
    if circle.dep != "nsubjpass" or verb is None or verb.lower not in _SET_UP or not _is_said(grounds, verb):
        return
    for clause in (c for c in sentence.children(circle, "acl") if c.lower == "supporting"):
        code = grounds.first_of(t for w in sentence.children(clause, "dobj") for t in (w, *sentence.children(w, "poss")))
        if code is not None:
            span = grounds.predicate(verb, with_subject=circle)
            yield Draft("existence", verb, *span, span, code)
