"""Numbers told without their noun after one told in full: "France has 290 warheads and Britain 225", "up from 40 in 2020"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.claims.units import unit_behind
from dragoman.coding.names.mentions import Mention
from dragoman.language.figures import Figure
from dragoman.lexicon.words import alternatives
from dragoman.text import Span

# Between a state and its number: "China, with 410", "Britain's 225".
_HAS = re.compile(r"(?:['’]s?)?(?:\s+(?:has|had|with|another|only|itself|alone))?\s+")
# Before a state that has a number of the same: "France has 290 and Britain ...".
_BESIDE = re.compile(r"(?:[,;]|\band|\bwhile|\bbut|\bagainst|\bto|\bthan|\bwith|\bof)\s+(?:for\s+)?(?:the\s+)?$")
# What stands behind such a number: the end of its clause, or when it was so.
_ENDS = re.compile(
    r"\s*(?:[,;.)]|$|\band\b|\b(?:last|this) year\b|\bthere\b|\bat (?!least|most)|\b(?:in|at the end of|as of|by|a year (?:before|earlier)|the year before|the (?:previous|preceding) year)\b)"
)
# Before a number for another time: "up from 40 in 2020", "as against 40 a year before".
AS_BEFORE = re.compile(rf"(?:{alternatives('as-it-was-before')})\s+$")
_YEAR_BEFORE = re.compile(r"\s+(?:(?:in\s+)?the (?:year before|previous year|preceding year)|a year (?:before|earlier))\b")
_IN = re.compile(r"\s+(?:in|at the end of|as of|on|by)\s+(?:early |late |mid-)?")
_FROM = re.compile(r"\bfrom (?:about |some )?$")
_TO = re.compile(
    r"(?:\s+(?:million|billion|trillion))?(?:\s+(?:[a-z]+s|per ?cent))?(?:\s+in\s+\d{4})?\s+to\s+(?:about |some )?"
)
_SCALE = re.compile(r"\b(?:m|b|tr)illion\b|\bbn\b")
_FAR = 60


def gapped(grounds: Grounds, figures: Sequence[Figure], shown: Sequence[tuple[Figure, Draft]]) -> Iterator[Draft]:
    """The quantities of those `figures` of a sentence that are not `shown` in full, and go on with the one before them."""
    if not shown:
        return
    taken = [f.number_start for f, _ in shown]
    text, stop = grounds.bench.text, grounds.sentence.end
    for figure in figures:
        before = [(f, d) for f, d in shown if f.end <= figure.start]
        if figure.number_start in taken or figure.value is None or not before:
            continue
        if any(d.start < figure.end and figure.start < d.end for d in grounds.bench.dates):
            continue
        last, draft = before[-1]
        unit, end = unit_behind(grounds.bench.scene.knowledge.lexicon, text, figure, stop)
        scaled = unit is None and draft.unit is not None and _SCALE.search(text, figure.start, end) is not None
        unit = draft.unit if scaled and draft.unit != "percent" else unit  # "against Armenia's 795 million"
        bare = unit is None and draft.unit == "percent" and _TO.fullmatch(text, last.end, figure.start) is not None
        unit = "percent" if bare else unit  # "from 70 per cent in 1995 to 12"
        if unit != draft.unit or not _ENDS.match(text, end, stop):
            continue
        found = _of_another(grounds, draft, figure, end, last) or _of_then(grounds, draft, figure, end)
        found = found or _risen_to(grounds, draft, figure, end, last)
        if found is not None:
            yield replace(found, comparator=figure.comparator, value=figure.value, unit=unit or draft.unit, value_text=None)
            shown = [*shown, (figure, found)]


def _of_another(grounds: Grounds, draft: Draft, figure: Figure, end: int, last: Figure) -> Draft | None:
    """The number of a state named right before it, of what the one before was of."""
    scene, text = grounds.bench.scene, grounds.bench.text
    near: list[Mention] = [m for m in scene.within(max(last.end, figure.start - _FAR), figure.start) if m.code]
    named = near[-1] if near else None
    if named is None or named.kind != "name" or named.code not in scene.knowledge.states or named.code == draft.subject:
        return None
    if not _HAS.fullmatch(text, named.end, figure.start) or not _BESIDE.search(text, last.end - 1, named.start):
        return None
    if any(t.tag in ("VBD", "VBZ", "VBP") for t in grounds.sentence.at(last.end, named.start)):
        return None  # "has 290 warheads, says a report, and Britain 225" is read; "and fears that Britain 225 ..." is not
    span = Span(named.start, end)
    when = _when(grounds, end) or draft.as_of
    return replace(
        draft, start=min(draft.start, named.start), end=end, statement=span, subject=named.code, as_of=when, lead=None
    )


def _risen_to(grounds: Grounds, draft: Draft, figure: Figure, end: int, last: Figure) -> Draft | None:
    """ "Grew from 40 million in 1995 to 300 million in 2010": the later number of the same thing."""
    text = grounds.bench.text
    if _TO.fullmatch(text, last.end, figure.start) is None or not _FROM.search(text, max(0, last.start - 12), last.start):
        return None
    when = _when(grounds, end) or _relative(grounds, end)
    return replace(draft, end=end, statement=Span(draft.start, end), as_of=when, lead=None)


def _relative(grounds: Grounds, end: int) -> str | None:
    """The day of "last year" right behind a number."""
    day = next((d for d in grounds.bench.dates if 0 < d.start - end <= 2 and d.basis == "published"), None)
    return day.date if day is not None and day.date_end is None else None


def _of_then(grounds: Grounds, draft: Draft, figure: Figure, end: int) -> Draft | None:
    """The number of the same thing at another time."""
    text = grounds.bench.text
    opening = AS_BEFORE.search(text, max(draft.start, figure.start - _FAR), figure.start)
    when = _when(grounds, end) or (_year_before(draft.as_of) if _YEAR_BEFORE.match(text, end) else None)
    if opening is None or when is None or when == draft.as_of:
        return None
    span = Span(opening.start(), end)
    return replace(draft, start=min(draft.start, figure.start), end=end, statement=span, as_of=when, lead=None)


def _when(grounds: Grounds, end: int) -> str | None:
    """The day behind a number: " in 2020"."""
    day = next((d for d in grounds.bench.dates if 0 < d.start - end < _FAR and d.date_end is None), None)
    return day.date if day is not None and _IN.fullmatch(grounds.bench.text, end, day.start) else None


def _year_before(date: str | None) -> str | None:
    return str(int(date[:4]) - 1) if date is not None and len(date) == 4 and date.isdigit() else None
