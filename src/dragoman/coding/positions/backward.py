"""Whom words mean that point back to the sentence before: "these remarks", "that was a crime"."""

from __future__ import annotations

import re

from dragoman.coding.sentence.workbench import Workbench
from dragoman.coding.who.reference import Reference
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_OURS = re.compile(r"(?:\w+,? ){0,4}(?:we|I)\b")
_UTTERED = word_class("uttered-before")
_CLAIMED = word_class("claimed-by-others")


def points_back(bench: Workbench, subject: Token, copula: Token) -> bool:
    """ "That was an act of war", "It was a crime": what was done before, where "it" stands for no clause behind."""
    if subject.tag == "DT" and subject.lower in ("this", "that"):
        return True
    return subject.i == 0 and subject.lower == "it" and not bench.sentence.children(copula, "ccomp", "xcomp", "advcl", "csubj")


def meant_before(bench: Workbench, noun: Token) -> list[Reference]:
    """ "Condemns these remarks", "values this support": of whom the sentence before was about."""
    return doer_before(bench, noun) if noun.dep in ("dobj", "nsubjpass", "pobj") and is_of_before(bench, noun) else []


def is_of_before(bench: Workbench, noun: Token) -> bool:
    """ "This objection", "such words", "the statement": what somebody just said or did, with nobody's name."""
    uttered = noun.lower in _UTTERED and noun.dep == "nsubj"
    pointers = {"this", "such", "these", "that", "those", *(("the",) if uttered else ())}
    pointed = any(c.lower in pointers for c in bench.sentence.children(noun, "det", "amod", "predet"))
    return pointed and noun.tag[0] == "N" and bench.scene.mention_at(noun) is None and not bench.referrer.codes(noun)


def doer_before(bench: Workbench, *nouns: Token) -> list[Reference]:
    """ "Chad cut off the aid. That was an unfriendly act": who the sentence before was about, where it stands right before.

    What `nouns` call claims is no word of the speaker's: "We call upon Chad to desist. Such remarks are uncalled for".
    """
    before, previous = bench.scene.just_before(bench.sentence.start), bench.referrer.previous
    claimed = nouns and before is not None and all(n.lower in _CLAIMED for n in nouns)
    if claimed and before is not None and (other := _other_before(bench, before)):
        return other
    near = (
        previous is not None and len(previous.codes) == 1 and "\n" not in bench.text[previous.span.end : bench.sentence.start]
    )
    if previous is None or not near or before is None:
        return []
    ours = _OURS.match(bench.text, *before)  # "We turned to Chad. That was a mistake"
    return [] if ours is not None and previous.span.start < before[0] else [previous]


def _other_before(bench: Workbench, before: tuple[int, int]) -> list[Reference]:
    """The only state that a sentence names beside the speaker's, in the same paragraph."""
    speaker = bench.scene.speaker(bench.sentence.start)
    near = "\n" not in bench.text[before[1] : bench.sentence.start].strip(" ")
    inside = (m for m in bench.scene.within(*before) if m.code in bench.scene.knowledge.states and m.kind != "adjective")
    named = [m for m in inside if m.code != speaker]
    if not near or len({m.code for m in named}) != 1:
        return []
    span = Span(named[-1].start, named[-1].end)
    return [Reference((named[-1].code or "",), None, span.of(bench.text), span, 0)]
