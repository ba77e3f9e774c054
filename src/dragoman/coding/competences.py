"""The `competences` table: what an office, or the state itself, may or shall do under a constitution or law."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from dragoman.coding import deeds, grants
from dragoman.coding.frames import LAWS, Frame, carried_frame, frames_of, remember
from dragoman.coding.offices import Holder
from dragoman.coding.powers import Grammar, Power
from dragoman.coding.scene import Scene
from dragoman.coding.workbench import Workbench
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Grant
from dragoman.records import Competence
from dragoman.text import Span

# Surer patterns first: a word that one has read is left alone by the rest.
PATTERNS: tuple[Callable[[Grammar], Iterator[Power]], ...] = (
    grants.terms, grants.years_in_office, grants.accountabilities, grants.powers_had, grants.entitled, grants.granted,
    grants.given, grants.resting, deeds.standings, deeds.tasks, deeds.assents, deeds.passives, deeds.told,
)  # fmt: skip
_PRONOUN = re.compile(r"[\"“]?(?:He|She|It|They)\b")
_MODAL = re.compile(r"\b(?:shall|may|must|accountable|answerable|responsible|term|tenure|vested|rests?|belongs?)\b")


@lru_cache(maxsize=2)
def _words(lexicon: Lexicon) -> re.Pattern[str]:
    """Stems of words that give a power without a law being named."""
    stems = {
        w[:-1] if w.endswith("e") else w
        for e in lexicon.all(Grant)
        if e.form in ("noun", "adjective", "give", "assent", "answers")
        for w in e.words
    }
    stems |= {w for e in lexicon.all(Grant) if e.form == "act" for w in (w[:-1] if w[-1] in "ey" else w for w in e.words)}
    return re.compile(rf"\b(?:{'|'.join(sorted(stems, key=len, reverse=True))})", re.IGNORECASE)


def needed(scene: Scene, span: Span) -> bool:
    """Whether a sentence may hold a competence: a law in it, or an office with a word of power, or the law spoken of before."""
    text = scene.document.text
    if any(r.instrument is None or r.instrument.kind in LAWS for r in scene.register.within(*span)):
        return True
    named = scene.roles_within(*span) or any(m.kind == "body" for m in scene.within(*span)) or _PRONOUN.match(text, *span)
    if not named:
        return False
    lawful = any(i.kind in LAWS and i.id is not None for i in scene.register.instruments[:200]) or bool(scene.register.headings)
    words = _words(scene.knowledge.lexicon)
    return bool(_MODAL.search(text, *span) or words.search(text, *span)) if lawful else bool(_STRONG.search(text, *span))


_STRONG = re.compile(
    r"\b(?:powers?|authority|rights?|prerogatives?|competences?|mandate|empowered|authori[sz]ed|entitled|accountable|"
    r"answerable|"
    r"responsible|terms?|tenure|vested|consent|approval|assent|ratification|acceptance|dut(?:y|ies)|(?:is|are|be)"
    r"\s+(?:\w+ed\s+(?:and|or)\s+)?\w+ed\s+by|obliged)\b"
)


def code(bench: Workbench) -> Iterator[Competence]:
    """The competences of one sentence."""
    if not needed(bench.scene, Span(bench.sentence.start, bench.sentence.end)) or bench.words.rstrip('"”').endswith("?"):
        return
    frames = frames_of(bench)
    carried = carried_frame(bench) if not frames else None
    if carried is not None:
        frames = [carried]
    state = next((f.state for f in frames if f.state), None)
    before: tuple[int, Holder] | None = bench.scene.__dict__.get("competent")
    holder = before[1] if before is not None and bench.sentence.start - before[0] < 300 else None
    powers = _powers(Grammar(bench, frames, state, holder))
    first = min((p.at.start for p in powers), default=0)
    frames = [replace(f, trails=f.trails and f.start > first) for f in frames]
    last: Power | None = None
    for power in powers:
        frame = _ground(power, powers, frames)
        yield from _rows(bench, power, frame)
        last = power
        if frame is not None:
            remember(bench, frame)
    if last is not None and last.holder.office is not None:
        bench.scene.__dict__["competent"] = (bench.sentence.end, last.holder)


def _powers(grammar: Grammar) -> list[Power]:
    """Everything given, in text order, each word giving once."""
    out: dict[int, list[Power]] = {}
    for pattern in PATTERNS:
        for power in pattern(grammar):
            known = out.setdefault(power.at.i, [])
            if not known or (known[0].group == power.group and power.holder not in [p.holder for p in known]):
                known.append(power)
    return sorted((p for ps in out.values() for p in ps), key=lambda p: (p.start, p.end))


def _ground(power: Power, powers: Sequence[Power], frames: Sequence[Frame]) -> Frame | None:
    """The law that a power rests on: what follows it before the next power, else what stands before it."""
    others = [p.start for p in powers if p.group != power.group]
    leading = [f for f in frames if not f.trails and f.start <= power.start]
    for frame in frames:
        if frame.labels == (None,) and leading:
            continue  # "Under section 94 ... its approval under the constitution"
        if frame.trails and frame.start > power.at.start and not any(power.start < other < frame.start for other in others):
            return frame
    if leading:
        return leading[-1]
    used = [
        f
        for f in frames
        if f.trails and any(p.start < f.start for p in powers if p.group != power.group) and f.start < power.start
    ]
    spare = [f for f in frames if f not in used]
    return spare[0] if spare else (frames[0] if frames else None)


def _rows(bench: Workbench, power: Power, frame: Frame | None) -> Iterator[Competence]:
    """One row for each provision that grounds the power."""
    span = Span(min(power.start, power.holder.start), max(power.end, power.holder.end))
    if power.holder.start < bench.sentence.start:
        span = Span(power.start, power.end)
    if frame is not None and not frame.carried:
        span = Span(min(span.start, frame.start), max(span.end, frame.end))
    state = power.holder.state or (frame.state if frame is not None else None) or bench.speaker()
    reported = bench.scene.base(bench.sentence.start)
    if frame is not None and frame.state and (not reported or reported[-1] != frame.state):
        reported = [*reported, frame.state]  # a sentence that tells what a constitution says is in its state's words
    for label in frame.labels if frame is not None else (None,):
        yield Competence(
            document_id=bench.document_id,
            start=span.start,
            end=span.end,
            reported_by=reported,
            state=state,
            office=power.holder.office,
            kind=power.kind,
            power=bench.text[power.start : power.end],
            instrument=frame.instrument if frame is not None else None,
            provision=label,
        )
