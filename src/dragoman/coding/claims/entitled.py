"""What a state may or must do by law, as somebody says: "is fully entitled to strike back", "was bound by the treaty to return
the archives", "nothing in the Charter allows a state to A".
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.claims.affirming import denying
from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.sentence.phrasing import reported_by, trimmed
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_ENTITLED = frozenset({"entitled"})
_BOUND = word_class("bound-by-law")
_OBLIGATION = frozenset({"obligation", "duty", "obligations"})
_LAWS = word_class("laws-named-by-kind")
_ALLOWS = word_class("allowing-by-law")
_SIGNS = _ENTITLED | _BOUND | _OBLIGATION | {"nothing"}


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words may say what somebody may or must do by law."""
    return not words.isdisjoint(_ENTITLED) or (not words.isdisjoint(_SIGNS) and not words.isdisjoint(_LAWS))


def find(grounds: Grounds) -> Iterator[Draft]:
    """What one sentence says that somebody may or must do by law."""
    lawful = any(t.lower in _LAWS for t in grounds.sentence)
    for token in grounds.sentence:
        if token.lower in _ENTITLED or (lawful and token.lower in _BOUND):
            yield from _entitled(grounds, token)
        elif lawful and token.lower in _OBLIGATION and token.dep == "pobj":
            yield from _under_obligation(grounds, token)
        elif lawful and token.lower == "nothing" and token.dep == "nsubj":
            yield from _nothing(grounds, token)


def _entitled(grounds: Grounds, word: Token) -> Iterator[Draft]:
    passive = bool(grounds.sentence.children(word, "auxpass"))
    verb = word if passive else grounds.sentence.head(word)
    what = [c for c in grounds.sentence.children(word, "xcomp", "ccomp", "advcl") if grounds.clauses.is_infinitive(c)]
    what += grounds.clauses.under(word, "to")
    if verb is None or verb.tag[0] != "V" or not what or not grounds.is_asserted(verb):
        return
    subjects = grounds.sentence.children(verb, "nsubj", "nsubjpass") or grounds.subjects(verb)
    yield from _draft(grounds, verb, subjects[:1])


def _under_obligation(grounds: Grounds, noun: Token) -> Iterator[Draft]:
    under = grounds.sentence.head(noun)
    verb = grounds.sentence.head(under) if under is not None and under.lower == "under" else None
    if verb is not None and verb.tag[0] == "V" and grounds.is_asserted(verb):
        yield from _draft(grounds, verb, grounds.subjects(verb)[:1])


def _draft(grounds: Grounds, verb: Token, subjects: list[Token]) -> Iterator[Draft]:
    code = grounds.code_of(subjects[0]) if subjects else None
    if code is None or not reported_by(grounds.bench, verb):
        return
    denied = grounds.clauses.negated(verb)
    span = grounds.predicate(verb, with_subject=subjects[0])
    denials = tuple(denying(grounds.clauses, verb, subjects)) if denied else ()
    yield Draft("legal", verb, *span, span, code, denied=denied, denials=denials)


def _nothing(grounds: Grounds, nothing: Token) -> Iterator[Draft]:
    """ "Nothing in the Charter allows a state to invade its neighbour"."""
    verb = grounds.sentence.head(nothing)
    if verb is None or verb.lower not in _ALLOWS or not grounds.clauses.under(nothing, "in"):
        return
    if not reported_by(grounds.bench, verb) or verb.dep not in ("ROOT", "conj", "ccomp"):
        return
    span = grounds.predicate(verb, with_subject=nothing)
    statement = trimmed(grounds.bench.text, Span(span.start, span.end))
    yield Draft("legal", verb, *span, statement, None)
