"""Charges that are denied without being said again: "X accused Y of A. Y denied this", "..., a charge that Y rejected"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.sentence.phrasing import trimmed
from dragoman.language.parse import Token
from dragoman.lexicon.words import alternatives, word_class
from dragoman.text import Span

_DENIES = word_class("denying-a-charge")
_CHARGES = word_class("charges-denied")
_POINTING = frozenset({"this", "that", "it", "these", "which"})
# What a sentence before, or the clause before, tells that somebody is accused of or is said to have done.
_CHARGED = re.compile(
    rf"\b(?:{alternatives('charging-with')})\b[^.;\n]{{1,60}}?\b(?:of|with|for|over)\s+(?P<of>[^.;\n]+)"
    rf"|\b(?:{alternatives('reporting-that')})(?: \w+){{0,2}}? that\s+(?P<that>[^.;\n]+)"
)
_TAIL = re.compile(r",\s+(?:an?|the|which|but|and)\b.*$")


def charges_denied(grounds: Grounds) -> Iterator[Draft]:
    """What somebody denies that was told right before, in the words in which it was told."""
    sentence = grounds.sentence
    for verb in sentence.among(_DENIES):
        if verb.tag[0] != "V" or grounds.clauses.negated(verb) or not grounds.is_asserted(verb):
            continue
        thing = _denied(grounds, verb)
        deniers = grounds.codes_of(grounds.clauses.subjects(verb)) if thing is not None else ()
        told = _told_before(grounds, verb, thing) if thing is not None and deniers else None
        if thing is None or told is None:
            continue
        span = Span(min(verb.start, thing.start), max(verb.end, thing.end))
        for denier in deniers:
            yield Draft("existence", verb, *span, told, denier, denied=True, by=(denier,))


def _denied(grounds: Grounds, verb: Token) -> Token | None:
    """The word for the charge: "this", "the charge", "a charge that Y rejected"; None where what it says follows."""
    sentence = grounds.sentence
    above = sentence.head(verb)
    if verb.dep == "relcl" and above is not None:
        relative = [t for t in sentence.children(verb, "dobj") if t.tag in ("WDT", "WP") or t.lower == "that"]
        if above.lower in _CHARGES or (relative and relative[0].lower == "which"):
            return above if above.lower in _CHARGES else relative[0]
        return None
    if sentence.children(verb, "ccomp", "xcomp"):
        return None
    for thing in sentence.children(verb, "dobj"):
        below = sentence.children(thing, "prep", "acl", "relcl", "ccomp", "compound", "amod", "conj", "appos")
        if thing.lower in _POINTING and verb.lower.startswith(("den", "refut", "disput")):
            return thing
        known = {c.lower for c in sentence.children(thing, "det")} & {"the", "this", "that", "these", "such", "all"}
        if thing.lower in _CHARGES and known and not below:
            return thing
    return None


def _told_before(grounds: Grounds, verb: Token, thing: Token) -> Span | None:
    """What the charge was, by the words of the clause or sentence right before."""
    bench, text = grounds.bench, grounds.bench.text
    inside = verb.dep == "relcl"
    just = None if inside else bench.scene.just_before(bench.sentence.start)
    start, end = (bench.sentence.start, thing.start) if inside else just or (0, 0)
    found = _CHARGED.search(text, start, end)
    if found is None:
        return None
    begin, stop = found.span("of" if found["of"] else "that")
    tail = _TAIL.search(text, begin, stop)
    span = trimmed(text, Span(begin, tail.start() if tail is not None else stop))
    return span if span.end - span.start > 4 else None
