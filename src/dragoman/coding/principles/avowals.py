"""What a state professes in so many words: "declared its permanent neutrality", "no foreign base shall be permitted", and the
points of a policy told one by one ("The first is to keep out of wars.").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.document.scene import Scene
from dragoman.coding.principles.declarations import Declared, predicates, statement
from dragoman.coding.sentence.law import law_voice
from dragoman.coding.sentence.phrasing import span_of, trimmed
from dragoman.coding.sentence.voices import declarers, voice
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import alternatives, word_class
from dragoman.text import Span

_NEUTRAL = word_class("neutral-by-name")
_AVOWS = word_class("avowing")
# What is done with an ideal (see `policies`).
_KEPT = frozenset({"proclaimed", "proclaims", "professed", "professes"})
_OUGHT = frozenset({"shall", "will", "may", "must", "can"})
_LET = word_class("let-be")
_POINT = re.compile(
    r"(?:The |Its |A )?(?:first|second|third|fourth|fifth|sixth|seventh|next|last|other|final)(?: \w+)? (?:is|was) (?P<to>to )?",
    re.IGNORECASE,
)
_POLICY = alternatives("policy-abroad")
_POINTS = re.compile(
    rf"\b(?:{_POLICY})\b[^.\n]*\b(?P<what>{alternatives('points-of-policy')}|lines|interests)\b"
    rf"|\b(?P<before>{alternatives('points-of-policy')})\b[^.\n]*\b(?:{_POLICY})\b",
    re.IGNORECASE,
)
_IDEALS = frozenset({"principles", "pillars", "tenets"})


def may_be(scene: Scene, span: Span, words: frozenset[str]) -> bool:
    """Whether a sentence of these words may profess anything."""
    if not words.isdisjoint(_NEUTRAL) and not words.isdisjoint(_AVOWS | _KEPT):
        return True
    if "no" in words and not words.isdisjoint(_LET) and not words.isdisjoint(_OUGHT):
        return True
    return is_point(scene, span)


def is_point(scene: Scene, span: Span) -> bool:
    """Whether a sentence tells the next of several points ("The third is ...")."""
    return _POINT.match(scene.document.text, *span) is not None


def find(bench: Workbench) -> Iterator[Declared]:
    """What one sentence professes."""
    words = bench.sentence.said
    if not words.isdisjoint(_NEUTRAL):
        yield from _avowed(bench)
    if "no" in words and not words.isdisjoint(_LET):
        yield from _barred(bench)
    yield from _point(bench)


def _avowed(bench: Workbench) -> Iterator[Declared]:
    """ "Declared its perpetual neutrality"; that of another is not one's own."""
    sentence = bench.sentence
    for verb in sentence:
        if verb.lower not in _AVOWS or verb.tag[0] != "V" or bench.clauses.negated(verb):
            continue
        things = [n for o in sentence.children(verb, "dobj") for n in (o, *sentence.children(o, "conj"))]
        said = voice(bench, verb)
        holders = declarers(bench, bench.clauses.subjects(verb), said, own=False, people=True)
        for thing in things if holders else ():
            if thing.lower not in _NEUTRAL or sentence.children(thing, "prep"):
                continue
            tokens = sentence.subtree(thing, without=frozenset({"conj", "cc", "punct", "poss", "det", "relcl"}))
            yield Declared("principle", holders, trimmed(bench.text, span_of(tokens)), verb, tuple(said))


def _barred(bench: Workbench) -> Iterator[Declared]:
    """ "The law says that no foreign base will be permitted": a line that the state has drawn for itself."""
    sentence = bench.sentence
    for verb in sentence:
        if verb.lower not in _LET or not bench.clauses.is_passive(verb):
            continue
        subjects = [
            s for s in sentence.children(verb, "nsubjpass") if any(c.lower == "no" for c in sentence.children(s, "det"))
        ]
        state = law_voice(bench, verb)
        if not subjects or state is None or _OUGHT.isdisjoint(bench.clauses.auxiliaries(verb)):
            continue
        words = statement(bench, *predicates(bench, verb)[0], whole=True)
        yield Declared("red-line", (state,), words, verb, tuple(voice(bench, verb)))


def _point(bench: Workbench) -> Iterator[Declared]:
    """ "The policy has three aims. The first is to ...": a point of the policy of whom the text is of, or of who speaks."""
    opening = _POINT.match(bench.text, bench.sentence.start, bench.sentence.end)
    if opening is None:
        return
    floor = bench.text.rfind("\n", 0, bench.sentence.start) + 1
    lead = _POINTS.search(bench.text, floor, bench.sentence.start)
    state = bench.scene.speaker(bench.sentence.start) or bench.scene.discourse.home
    root = bench.sentence.tokens[bench.sentence.root]
    if lead is None or state is None:
        return
    ideal = (lead["what"] or lead["before"]).lower() in _IDEALS
    words = trimmed(bench.text, Span(opening.end(), _end(bench, opening.end())))
    yield Declared("principle" if ideal else "aim", (state,), words, root, tuple(voice(bench, root)))


def _end(bench: Workbench, start: int) -> int:
    """Where a point ends: before a quotation or clause that the sentence adds."""
    stop: Token | None = next((t for t in bench.sentence if t.start > start and t.text in (";", ":", "“", '"')), None)
    return stop.start if stop is not None else bench.sentence.end
