"""Whose a deed is that is judged without its doer: the speaker's own where it is defended, else that of the sentence before."""

from __future__ import annotations

import re

from dragoman.coding.document.retaken import STEM, doer_of_the_same
from dragoman.coding.sentence.phrasing import refer_all, reported_by
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_DEFENDED = re.compile(
    r"\b(?:exercise of|legitimate|lawful|legal|justified|sovereign|self-defen[cs](?:e|ive))\b", re.IGNORECASE
)
_OWN = re.compile(r"\b(?:our|we|us)\b", re.IGNORECASE)
_TAKES_UP = re.compile(r"(?:This|That|These|Such)\b")
_DEEDS = word_class("defended")
_DEFINITE = frozenset({"the", "this", "that", "such", "these", "those"})
_BY = re.compile(r"\bby\s+(?:the\s+)?$")
# A deed taken up by a noun of its verb, without its doer: "the recognition", but not "the recognition by Chad".
_NAMED_DEED = re.compile(
    r"\b(?:the|this|that) ([a-z]{4,}(?:tion|sion|ment|al|ance|ure))\b(?! (?:of|by|between|from)\b)", re.IGNORECASE
)
# How many sentences back a deed was told that the sentence before only takes up.
_REACH = 8


def own_deed(bench: Workbench, verb: Token, statement: Span) -> str | None:
    """The state that speaks, where it calls lawful what nobody else is named for, in a sentence about itself."""
    said, speaker = reported_by(bench, verb), bench.speaker()
    if speaker is None or said[-1:] != [speaker] or not _DEFENDED.search(bench.text, *statement):
        return None
    if _OWN.search(bench.text, bench.sentence.start, bench.sentence.end):
        return speaker
    # "This was part of the exercise of its right": what the speaker has told of itself before.
    return speaker if _TAKES_UP.match(bench.text, *statement) and "exercise" in bench.text[slice(*statement)] else None


def doer_before(bench: Workbench, noun: Token) -> str | None:
    """Who did it by the sentence before: "India suspended the treaty. Pakistan called the suspension illegal"."""
    sentence, scene = bench.sentence, bench.scene
    first = sentence.subtree(noun)[0]
    determiners = (first, sentence.tokens[first.i - 1] if first.i else first)
    if not any(t.lower in _DEFINITE for t in determiners):
        return None
    if sentence.children(noun, "prep", "poss"):
        return doer_of_the_same(scene, sentence, noun)
    before = scene.before(sentence.start, _REACH + 1)
    if not before or "\n\n" in bench.text[before[0][1] : sentence.start]:
        return None
    start, end = before[0]
    retold = _retold(bench, noun, before[::-1])
    if retold is not None:
        return retold
    words = bench.text[start:end].lower()
    if noun.lower not in _DEEDS and not (len(noun.lower) > STEM and re.search(rf"\b{re.escape(noun.lower[:STEM])}", words)):
        return None
    judging = {m.code for m in scene.within(sentence.start, noun.start)}
    if noun.lower in _DEEDS:  # "It called the decision void": whoever "it" is, the decision is another's
        pronouns = [t for t in sentence.tokens[: noun.i] if t.tag == "PRP" and t.dep == "nsubj"]
        judging |= {c for t in pronouns for r in refer_all(bench, t) for c in r.codes}
    named = [m for m in scene.within(start, end) if m.code in scene.knowledge.states and m.kind != "place"]
    agents = [m.code for m in named if _BY.search(bench.text, start, m.start)]
    opening = [m.code for m in named[:1] if m.kind == "name"]
    found = next((c for c in agents or opening), None)
    return found if found not in judging else None


def _retold(bench: Workbench, noun: Token, spans: list[tuple[int, int]]) -> str | None:
    """ "Chad recognized ... Peru condemned the recognition. It called the decision void": the one who did what the last of
    `spans` takes up by the noun of its verb, as the sentences before it open with.
    """
    if noun.lower not in _DEEDS:
        return None
    scene = bench.scene
    taken = {m[1].lower()[:STEM] for m in _NAMED_DEED.finditer(bench.text, *spans[-1])}
    doers: set[str | None] = set()
    for start, end in spans[:-1] if len(taken) == 1 else ():
        told = re.search(rf"\b{next(iter(taken))}[a-z]*(?:ed|es|s|ew)\b", bench.text[start:end], re.IGNORECASE)
        named = [m for m in scene.within(start, end) if m.code in scene.knowledge.states] if told is not None else []
        doers |= {m.code for m in named[:1] if told is not None and m.kind == "name" and m.end <= start + told.start()}
    return doers.pop() if len(doers) == 1 else None
