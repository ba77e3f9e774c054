"""Deeds told in a list of acts that somebody is charged with: "the acts of seizing our ships and barring our goods by X are ..."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import DECREED, Act
from dragoman.coding.who.reference import Reference, codes_in, implied
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_ACTS = word_class("acts")


def doers_of_acts(reader: ActReader, gerund: Token) -> list[Reference]:
    """Who does what a gerund under "the acts of" tells, named by "by" at the end of the list; none where it is told of nobody."""
    if gerund.tag != "VBG" or reader.words.isdisjoint(_ACTS) or "by" not in reader.words:
        return []
    first = gerund
    while first.dep == "conj" and (above := reader.sentence.head(first)) is not None and above.tag == "VBG":
        first = above
    of = reader.sentence.head(first) if first.dep == "pcomp" else None
    noun = reader.sentence.head(of) if of is not None and of.lower == "of" else None
    if noun is None or noun.lower not in _ACTS or noun.dep != "nsubj":
        return []
    tokens = reader.sentence.subtree(noun)
    by = next((t for t in reversed(tokens) if t.lower == "by"), None)
    named = reader.sentence.children(by, "pobj") if by is not None else []
    if not named or reader.sentence.subtree(named[0])[-1].i != tokens[-1].i:
        return []
    return [r for o in named for r in reader.referrer.all(o) if r.codes]


def as_committed(reader: ActReader, act: Act) -> Act:
    """The act with its doer from the end of such a list, and whoever speaks of it as hit where nobody else is named."""
    doers = doers_of_acts(reader, act.head) if not codes_in(act.source) else []
    if not doers:
        return act
    speaker, own = reader.scene.speaker(act.head.start), codes_in(doers)
    hit = tuple(r for r in act.target if set(r.codes) - own)
    if not hit and speaker is not None and speaker not in own and act.event in DECREED:
        hit = implied((speaker,), Span(act.head.start, act.head.end), act.head.i)
    return replace(act, source=tuple(doers), target=hit)
