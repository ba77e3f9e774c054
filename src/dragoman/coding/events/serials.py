"""One verb, several days: "with Peru on June 1 and with Mali on May 4", "the WHO in 1973 and the IMF in 1974"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.events.pacts import partner
from dragoman.coding.names.mentions import ON_MAPS
from dragoman.coding.who.reference import Reference, codes_in, implied
from dragoman.language.dates import DateMention
from dragoman.text import Span

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader
    from dragoman.coding.sentence.workbench import Workbench

# What is done with, to or by one after the other, each on a day of its own.
_MODES = frozenset({"recognition", "accession", "treaty", "visit", "discontinue"})
_NEXT = re.compile(
    r"\)?,?(?: and| then| and then)?(?P<by> with| to| in| of)? (?:the )?(?P<who>[^,;:()]{2,70}?)(?P<so> did so| did the same| followed(?: suit)?| too)?(?: on| in)? ?"
)
_SAME = re.compile(r" (?:in|on) the same (?:year|month|day)\b")


def told(bench: Workbench, reader: ActReader, act: Act) -> Iterator[tuple[Act, DateMention | None]]:
    """The act; and the same act of each further partner, body or doer that its verb goes on to, with the day of that one.

    The day is None for the act that begins the series.
    """
    further = list(_further(bench, reader, act)) if act.mode in _MODES and act.head.tag[0] == "V" else []
    if not further:
        yield act, None
        return
    after = further[0][0].span.start
    too = {c for who, _, doing in further if doing for c in who.codes}  # who does it too, it is not done to
    target = tuple(r for r in act.target if (r.span.start < after or not r.text) and not too & set(r.codes))
    if not target and act.mode == "treaty":
        whose = partner(reader, act, codes_in(act.source))
        target = implied((c for c in whose if c not in too), Span(act.head.start, act.head.end), act.head.i)
    yield replace(act, target=target), None
    for who, date, doing in further:
        named = act.object is not None and reader.scene.mention_at(act.object) is not None and act.mode != "accession"
        thing = reader.sentence.tokens[who.head] if named else act.object
        yield replace(act, source=(who,), target=target) if doing else replace(act, target=(who,), object=thing), date


def _further(bench: Workbench, reader: ActReader, act: Act) -> Iterator[tuple[Reference, DateMention, bool]]:
    """Who is named between two days and nothing else, with the later day, and whether that one does it too."""
    days = [d for d in bench.dates if d.start > act.head.end]
    ends = [(a.end, b.start, b) for a, b in pairwise(days)]
    if days and (same := _SAME.search(bench.text, days[-1].end, bench.sentence.end)):
        ends.append((days[-1].end, same.start(), days[-1]))
    for begin, end, date in ends:
        found = _NEXT.fullmatch(bench.text, begin, end)
        if found is None:
            return
        who = _meant(reader, Span(*found.span("who")))
        if who is None:
            return
        doing = found["so"] is not None or _doing(reader, act, who, found["by"] is not None, len(ends))
        if doing is None:
            return
        yield who, date, doing


def _is_with(reader: ActReader, act: Act) -> bool:
    """Whether the first of them stands behind "with"."""
    heads = [reader.sentence.tokens[r.head] for r in act.target if r.text]
    return any((above := reader.sentence.head(h)) is not None and above.lower == "with" for h in heads)


def _meant(reader: ActReader, span: Span) -> Reference | None:
    """Who the words of a span mean, if they mean one and name nothing besides."""
    named = reader.scene.within(span.start, span.end)
    if len(named) != 1 or named[0].end != span.end or not named[0].code:
        return None
    tokens = reader.sentence.at(span.start, span.end)
    offices = [t for t in tokens if reader.scene.role_at(t) is not None]
    spelt = {t.i for t in offices} | {t.i for t in tokens if t.start >= named[0].start or t.lower in ("of", "the")}
    if any(t.i not in spelt for t in tokens):
        return None  # "and opened an embassy in Lima in 1975" goes on with something else
    if not offices and named[0].start != span.start:
        return None  # "and of the Union": no office
    head = (offices or tokens)[-1] if named[0].start == span.start else offices[0]
    found = reader.referrer.refer(head)
    return found if found is not None and found.codes else None


def _doing(reader: ActReader, act: Act, who: Reference, again: bool, times: int) -> bool | None:
    """Whether the one named next does the act, as its subject does; None where that is not plain."""
    if again:
        return False
    if act.mode in ("recognition", "discontinue") and any(act.head.end <= r.span.start < who.span.start for r in act.target):
        # "Established relations with Chad in 1960, Mali in 1961 ...": one after the other, or by whom the text is about.
        about = {reader.scene.discourse.home, reader.scene.discourse.body} & codes_in(act.source)
        return False if times > 1 or about or _is_with(reader, act) else None
    mention = reader.scene.mention_at(reader.sentence.tokens[who.head])
    body = mention is not None and mention.kind == "organisation"
    done_to = reader.scene.mention_at(act.object) if act.object is not None else None
    if act.mode == "accession":
        return not body
    if act.mode == "visit":
        return False if mention is not None and mention.kind in ON_MAPS else None
    return True if done_to is None and not reader.clauses.is_passive(act.head) else None
