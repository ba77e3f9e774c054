"""What a state stands for or against in plain words: "opposes any form of A", "believes in a world of B", "attaches great
importance to C", "A is our compass".
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.principles.declarations import Declared, Wording, has_value, named, wording_of
from dragoman.coding.principles.pledges import is_idle, is_past
from dragoman.coding.sentence.phrasing import listed, own, phrase, span_of, trimmed
from dragoman.coding.sentence.voices import declarers, names_party, speaking, voice
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, REMAIN
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_AGAINST = word_class("standing-against")
_EVILS = word_class("evils-of-policy")
_FOR = word_class("standing-for")
_WORLDS = frozenset({"world", "order", "multilateralism", "system"})
_WEIGHT = word_class("weight-attached")
_ATTACHES = word_class("attaching-weight")
_COMPASSES = word_class("bases-of-policy")
# Words of which one stands in every sentence that this file reads.
_SIGNS = _AGAINST | _FOR | _ATTACHES | _COMPASSES


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words may tell what somebody stands for or against."""
    if not words.isdisjoint(_EVILS) and not words.isdisjoint(_AGAINST):
        return True
    if not words.isdisjoint(_WORLDS | _WEIGHT) and not words.isdisjoint(_FOR | _ATTACHES):
        return True
    return "our" in words and not words.isdisjoint(_COMPASSES)


def find(bench: Workbench) -> Iterator[Declared]:
    """What one sentence tells that somebody stands for or against."""
    if bench.clauses.said.isdisjoint(_SIGNS):
        return
    wording = wording_of(bench.scene.knowledge.lexicon)
    for token in bench.sentence:
        if token.lower in _AGAINST:
            yield from _opposed(bench, token)
        if token.tag[0] == "V" and token.lower in _FOR:
            yield from _upheld(bench, wording, token)
        if token.tag[0] == "V" and token.lower in _ATTACHES:
            yield from _weighed(bench, wording, token)
        if token.lower in _COMPASSES and token.dep == "attr":
            yield from _compass(bench, token)


def _is_held_now(bench: Workbench, verb: Token) -> bool:
    idle = is_idle(bench, verb) or bench.clauses.is_condition(verb)
    return not idle and verb.dep in ("ROOT", "ccomp", "conj", "parataxis") and verb.tag != "VB"


def _opposed(bench: Workbench, word: Token) -> Iterator[Declared]:
    """ "Opposes interference in the affairs of others", "is against any form of hegemony", with nobody named who does so."""
    sentence, clauses = bench.sentence, bench.clauses
    verb = word if word.tag[0] == "V" else sentence.head(word)
    if verb is None or verb.tag[0] != "V" or not _is_held_now(bench, verb):
        return
    passive = clauses.is_passive(verb) and word.lower == "opposed"
    objects = [] if word.tag[0] != "V" or passive else sentence.children(word, "dobj")
    objects += [o for p in (*sentence.children(word, "prep"), word) if p.lower in ("to", "against") for o in
                sentence.children(p, "pobj")]  # fmt: skip
    said = voice(bench, verb)
    holders = declarers(bench, sentence.children(verb, "nsubjpass") or clauses.subjects(verb), said, own=False)
    beside = [t for p in sentence.children(verb, "prep") if p.i > verb.i for t in sentence.subtree(p)]
    for thing in objects if holders else ():
        core = [thing, *clauses.under(thing, "of"), *(c for m in listed(sentence, thing) for c in (m, *clauses.under(m, "of")))]
        below = phrase(sentence, thing)
        if any(t.lower in _EVILS for t in core) and not any(_is_other(bench, t) for t in [*below, *beside]):
            start = word.start if word.tag[0] == "V" and not passive else min(t.start for t in below)
            words = trimmed(bench.text, Span(start, span_of(below).end))
            yield Declared("principle", holders, words, verb, tuple(said))


def _is_other(bench: Workbench, token: Token) -> bool:
    mention = bench.scene.mention_at(token)
    return (mention is not None and mention.kind != "place") or bench.scene.role_at(token) is not None


def _upheld(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "Believes in a world where A", "calls for an order based on B", "favours a multipolar world"."""
    sentence = bench.sentence
    if not _is_held_now(bench, verb) or bench.clauses.is_passive(verb):
        return
    things = [*sentence.children(verb, "dobj"), *(o for p in ("in", "for") for o in bench.clauses.under(verb, p))]
    said = voice(bench, verb)
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=True)
    for thing in things if holders else ():
        below = sentence.subtree(thing, without=frozenset({"advcl", "parataxis"}))
        told = sentence.children(thing, "amod", "relcl", "acl", "prep", "compound")
        worldly = thing.lower in _WORLDS and bool(told)
        if worldly or (thing.lower in wording.lemmas["value"] and "in" in {t.lower for t in sentence.children(verb, "prep")}):
            yield Declared("principle", holders, trimmed(bench.text, span_of(below)), verb, tuple(said))


def _weighed(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "Attaches paramount importance to the rule of law"."""
    sentence = bench.sentence
    weights = [o for o in sentence.children(verb, "dobj") if o.lower in _WEIGHT]
    if not weights or not _is_held_now(bench, verb):
        return
    said = voice(bench, verb)
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=False)
    tos = [o for h in (verb, weights[0]) for p in ("to", "on") for o in bench.clauses.under(h, p)]
    first = [o for o in tos if weights[0].lower == "priority" and not names_party(bench, o)]
    for thing in first:  # "gives priority to the completion of the line"
        words = trimmed(bench.text, span_of(phrase(sentence, thing)))
        yield Declared("aim", holders, words, verb, tuple(said))
    for thing in (i for o in tos if not first for i in listed(sentence, o)):
        words = named(bench, thing)
        theirs = any(_is_other(bench, t) or t.tag == "PRP$" for t in sentence.subtree(thing))
        if has_value(wording, words.of(bench.text)) and not theirs:
            yield Declared("principle", holders, words, verb, tuple(said))


def _compass(bench: Workbench, noun: Token) -> Iterator[Declared]:
    """ "Dialogue and good neighbourliness remain our compass"."""
    verb = bench.sentence.head(noun)
    ours = any(c.lower == "our" for c in bench.sentence.children(noun, "poss"))
    if verb is None or verb.lower not in BE | REMAIN or not ours or bench.clauses.negated(verb) or is_past(bench, verb):
        return
    said = voice(bench, verb)
    for subject in bench.clauses.subjects(verb):
        for item in listed(bench.sentence, subject):
            if not names_party(bench, item) and item.tag[0] == "N" and not bench.clauses.under(noun, "of"):
                yield Declared(
                    "principle",
                    speaking(bench, said),
                    trimmed(bench.text, span_of(own(bench.sentence, item))),
                    verb,
                    tuple(said),
                )
