"""Rows of `actors` for pronouns that play a part in an act ("it" that severs relations, "they" who agree, "him" who is received), or
of whom a principle or a claim is told ("it is building a new order").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.coding.document.scene import Scene
from dragoman.records import Actor, Claim, Event, Principle, Record
from dragoman.text import Span

_WORDS = {w: re.compile(rf"\b{w}\b", re.IGNORECASE) for w in ("it", "they", "he", "she", "him", "her", "them")}
# "It is building ...", "it has achieved ...": before or at the beginning of what is told of whom it means.
_OPENING = re.compile(r"(?:it|they|he|she)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:it|they|he|she) $", re.IGNORECASE)
_SEVERAL = frozenset({"they", "them"})


def rows(scene: Scene, found: Sequence[Record]) -> Iterator[Actor]:
    """A row for each pronoun that is a party of an event, or of whom a principle or claim is told, and for each whom it means."""
    taken: set[tuple[int, str]] = set()
    for event in (e for e in found if isinstance(e, Event)):
        parties = (
            (event.source_text, event.source, event.source_sector, True),
            (event.target_text, event.target, event.target_sector, False),
        )
        for words, codes, sectors, acts in parties:
            word = (words or "").lower()
            start = _place(scene, event, word, acts=acts) if word in _WORDS else None
            if start is None:
                continue
            for code in _meant(scene, event, word, codes):
                if (start, code) not in taken:
                    taken.add((start, code))
                    yield _row(scene, start, start + len(word), code, sectors[0] if len(sectors) == 1 else None)
    for told in found:
        who = told.holder if isinstance(told, Principle) else told.subject if isinstance(told, Claim) else None
        span = _opening(scene, told.start, told.end, who) if who is not None else None
        if span is not None and who is not None and (span.start, who) not in taken:
            taken.add((span.start, who))
            yield _row(scene, span.start, span.end, who, None)


def _opening(scene: Scene, start: int, end: int, who: str) -> Span | None:
    """The pronoun that opens what is told, or stands right before it; none where who it would mean is named there."""
    if any(m.code == who for m in scene.within(start, end)):
        return None
    text = scene.document.text
    word = _OPENING.match(text, start, end) or _BEFORE.search(text, max(0, start - 5), start)
    return Span(word.start(), word.start() + len(word[0].rstrip())) if word is not None else None


def _meant(scene: Scene, event: Event, word: str, codes: Sequence[str]) -> Sequence[str]:
    """Whom a pronoun means of those that act together: one alone is who is not named beside it."""
    if len(codes) < 2 or (word in _SEVERAL and not (event.source_text and event.target_text)):
        return codes
    named = {m.code for m in scene.within(event.start, event.end)}
    left = [c for c in codes if c not in named]
    return left if len(left) == 1 or word in _SEVERAL else ()


def _place(scene: Scene, event: Event, word: str, *, acts: bool) -> int | None:
    """Where the pronoun stands: who acts before the verb, whom it is done to behind it, else the other way round."""
    trigger = event.trigger_start if event.trigger_start is not None else event.start
    starts = [m.start() for m in _WORDS[word].finditer(scene.document.text, event.start, event.end)]
    before, after = [s for s in starts if s <= trigger], [s for s in starts if s > trigger]
    chosen = (before[-1:] or after[:1]) if acts else (after[:1] or before[-1:])
    return chosen[0] if chosen else None


def _row(scene: Scene, start: int, end: int, code: str, sector: str | None) -> Actor:
    return Actor(
        document_id=scene.document.document_id, start=start, end=end, reported_by=scene.base(start),
        text=scene.document.text[start:end], code=code, sector=sector, resolved_from="pronoun",
    )  # fmt: skip
