"""Claims of none: "there are no political prisoners", "has no nuclear weapons", "the lack of unemployment"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.claims.measuring import Measuring
from dragoman.coding.claims.tallies import is_part
from dragoman.language.parse import Token
from dragoman.lexicon.closed import IS
from dragoman.lexicon.entries import Measure
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_NONE = re.compile(r"(?:no|zero|any|none|nor|neither|not a single)$", re.IGNORECASE)
_BE = IS | {"be"}
_HAS = _BE | word_class("having-or-hosting")
_LACKS = frozenset({"lack", "absence"})


def nothings(grounds: Grounds) -> Iterator[Draft]:
    """Every measure of which a sentence says that there is none."""
    measuring = Measuring(grounds)
    for start, stop, entries in measuring.matches:
        tokens = grounds.sentence.at(start, stop)
        entry = measuring.fitting(entries)
        if entry is None or not entry.zero or not tokens:
            continue
        noun = tokens[-1]
        verb = grounds.verb_above(noun)
        lacking = [a for a in islice(grounds.sentence.ancestors(noun), 2) if a.lower in _LACKS]
        if entry.absent and lacking:
            span = Span(lacking[0].start, stop)
            yield Draft("quantity", verb or noun, *span, span, _subject(measuring, noun, None), entry.id, "=", 0.0)
        elif verb is not None and _is_none(grounds, noun, verb, start, entry) and grounds.is_asserted(verb):
            yield _none(grounds, measuring, noun, verb, Span(start, stop), entry)


def _none(grounds: Grounds, measuring: Measuring, noun: Token, verb: Token, named: Span, entry: Measure) -> Draft:
    single = any(c.lower == "single" for c in grounds.sentence.children(noun, "amod"))
    before = grounds.sentence.children(noun, "det", *(("neg", "amod") if single else ()))
    begin = min([named.start, *(c.start for c in before if single or _NONE.match(c.lower))])
    statement = grounds.placed(verb, Span(begin, max(named.end, grounds.phrase(noun).end)))
    near = [verb] if abs(verb.start - begin) < 60 else []
    start = min([begin, *(t.start for t in near), *(t.start for t in grounds.sentence.children(verb, "expl"))])
    end = max([statement.end, *(t.end for t in near)])
    subject = _subject(measuring, noun, verb)
    return Draft("quantity", verb, start, end, statement, subject, entry.id, "=", 0.0, as_of=grounds.as_of(*named))


def _is_none(grounds: Grounds, noun: Token, verb: Token, start: int, entry: Measure) -> bool:
    sentence = grounds.sentence
    top = noun
    while top.dep == "conj" and top.head != top.i and sentence.tokens[top.head].tag[0] == "N":
        top = sentence.tokens[top.head]
    if verb.lower not in _HAS or top.dep not in ("attr", "dobj", "nsubj", "nsubjpass"):
        return False
    if top.dep == "dobj" and any(is_part(s) for s in grounds.subjects(verb)):
        return False  # "half of our villages have no school"
    determiners = [c.lower for t in (noun, top) for c in sentence.children(t, "det", "neg", "amod", "nummod")]
    if (
        "no" in determiners
        or "zero" in determiners
        or re.search(r"\b[Nn]ot a single (?:\w+ )?$", grounds.bench.text[max(0, start - 30) : start])
    ):
        return True
    if grounds.clauses.negated(verb) and re.search(r"\ba single (?:\w+ )?$", grounds.bench.text[max(0, start - 30) : start]):
        return True
    owned = verb.lower not in _BE and top.dep == "dobj" and entry.held
    return grounds.clauses.negated(verb) and ("any" in determiners or owned)


def _subject(measuring: Measuring, noun: Token, verb: Token | None) -> str | None:
    """Who has none: the owner, the place, or the subject; else the speaker. "No bases of foreign powers": who is without them."""
    found = (
        measuring.subject_of(noun, noun, verb) or measuring.bench.speaker() or measuring.grounds.page(measuring.sentence.end)
    )
    if found is None or not found.startswith("X-") or verb is None:
        return found
    heads = measuring.grounds.subjects(verb)
    return measuring.grounds.first_of(heads) or found
