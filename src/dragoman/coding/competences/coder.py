"""The `competences` table: what an office, or the state itself, may or shall do under a constitution or law."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from dragoman.coding.citations.frames import Frame, carried_frame, frames_of, of_article, remember
from dragoman.coding.citations.frames import grants as grants_of
from dragoman.coding.competences import allotted, charges, deeds, grants, offices
from dragoman.coding.competences.items import is_item, is_lead, items, up_to_list
from dragoman.coding.competences.powers import Grammar, Power
from dragoman.coding.document.scene import Scene
from dragoman.coding.instruments.named import LAWS
from dragoman.coding.instruments.windows import WordFinder
from dragoman.coding.once import once
from dragoman.coding.sentence.phrasing import unquoted
from dragoman.coding.sentence.voices import page
from dragoman.coding.sentence.workbench import Workbench
from dragoman.lexicon import Lexicon
from dragoman.lexicon.words import word_class
from dragoman.records import Competence
from dragoman.text import Span

# Surer patterns first: a word that one has read is left alone by the rest.
PATTERNS: tuple[Callable[[Grammar], Iterator[Power]], ...] = (
    grants.terms, charges.terms_by_adjective, charges.are_to, charges.is_duty_of, charges.called_to_account, grants.years_in_office,
    grants.accountabilities, grants.powers_had, grants.entitled, grants.granted, grants.kept_from, grants.forbidden, grants.barred,
    grants.given, grants.assigned, allotted.left_to, allotted.included, grants.in_charge, grants.reserved, grants.falling, grants.resting, deeds.lists, deeds.standings, deeds.tasks, deeds.assents, deeds.passives, deeds.unless_done, deeds.parted,
    deeds.having_to, deeds.bound_plainly, deeds.told, allotted.given_in_words,
)  # fmt: skip
_PRONOUN = re.compile(r"[\"“]?(?:He|She|It|They)\b")
_PRONOUN_MAY = re.compile(r"\b(?:he|she|it|they) (?:may|shall|must)\b")
_GOES_ON = re.compile(r"[\"“]?(?:Such|This|These|That|Those|He|She|It|They|Its|His|Their)\b")
_OTHERS = re.compile(
    r"\b(?:[Oo]ther|[Ff]urther|[Vv]arious|[Ss]everal|[Mm]any) (?:articles|provisions|sections|chapters|clauses)\b"
)
_UP_TO_BRACKET = re.compile(r"[^(.;]*[^(.;\s]")
_STATE_SHALL = re.compile(r"\b[Tt]he (?:State|Republic|Union|Federation|Kingdom|Nation) (?:shall|may|must)\b")
_ACTS = re.compile(
    r"\b(?:State|Republic|Union|Federation|[Pp]residential|[Hh]e|[Ss]he|[Ii]t|[Ii]ts|[Hh]is|[Tt]hey)\b|\b[A-Z][a-z]+ [a-z]+s\b"
)
_PASSIVE = re.compile(r"\b(?:is|are|be)\s+(?:\w+ed\s+(?:and|or)\s+)?\w+ed\s+by\b")
# By these a term or a power is told that no word of power tells.
_PLAIN = re.compile(
    r"\bfor (?:a (?:single )?term of |up to )?(?:[\w-]+ ){1,2}years?\b|\b[Ii]t (?:falls to|is for)\b|\b(?:rests?|lies?) with\b"
    r"|\b(?:reports?|answers?) to\b|\bin charge of\b|\breserved (?:to|for)\b|\blasts? |\b(?:may|must) (?:declare|approve|ratify|conclude|appoint|dissolve|grant)\b"
)
# What the sentence before was under: where it ended, whose office, its articles, and whether they trailed.
Article = tuple[int, str | None, tuple[str | None, ...], bool]
_MODALS = frozenset({"shall", "may", "must", "vested"})
_WEAK = word_class("weak-powers")


@lru_cache(maxsize=2)
def _finder(lexicon: Lexicon) -> WordFinder:
    """Finds words of power: `strong` ones give a power by themselves, `weak` ones where a law is spoken of."""
    words = grants_of(lexicon)
    forms = ("noun", "adjective", "give", "assent", "answers", "act", "verb", "term", "rests", "toil")
    weak = _MODALS.union(*(words[form, ""] for form in forms))
    strong = frozenset[str]().union(*(words[form, ""] for form in ("noun", "adjective", "assent", "answers", "term")))
    return WordFinder({w: frozenset({"weak"} if w in _WEAK or w not in strong else {"strong", "weak"}) for w in sorted(weak)})


def _tags(scene: Scene, span: Span) -> set[str]:
    """How the words of power in a sentence are tagged."""
    starts, tags = _powers_in(scene)
    return {tag for each in tags[bisect_left(starts, span.start) : bisect_left(starts, span.end)] for tag in each}


@once
def _powers_in(scene: Scene) -> tuple[list[int], list[frozenset[str]]]:
    found = list(_finder(scene.knowledge.lexicon).find(scene.document.text))
    return [start for start, _ in found], [tags for _, tags in found]


@once
def _is_lawful(scene: Scene) -> bool:
    """Whether the document speaks of a constitution or law at all, or is one."""
    named = any(i.kind in LAWS and i.id is not None for i in scene.register.instruments)
    return named or bool(scene.register.headings)


def _closed(text: str, start: int, end: int) -> str:
    """The words of a power, with the mark that closes a quotation inside, or without the one that opens it."""
    mark = text[end : end + 1]
    unpaired = text[start:end].count('"') % 2 == 1 if mark == '"' else text[start:end].count("“") > text[start:end].count("”")
    return text[start : end + 1] if unpaired and mark in ('"', "”") else unquoted(text[start:end])


def _is_of_article(scene: Scene, span: Span) -> bool:
    """Whether a sentence stands under an article of a law and has one who acts in it."""
    if scene.document.kind != "law" or scene.register.heading_at(span.start) is None:
        return False
    return bool(scene.roles_within(*span)) or _ACTS.search(scene.document.text, *span) is not None


def needed(scene: Scene, span: Span) -> bool:
    """Whether a sentence may hold a competence: a law in it, or an office with a word of power, or the law spoken of before."""
    text = scene.document.text
    if any(r.instrument is None or r.instrument.kind in LAWS for r in scene.register.within(*span)):
        return True
    if is_item(scene, span) or _is_of_article(scene, span):
        return True
    lawful = _is_lawful(scene)
    named = (
        bool(scene.roles_within(*span))
        or any(m.kind == "body" for m in scene.within(*span))
        or bool(_PRONOUN.match(text, *span))
        or bool(_PRONOUN_MAY.search(text, *span))
    )
    if not (lawful or named):
        return False
    tags = _tags(scene, span)
    if "strong" not in tags and not ("weak" in tags if lawful else _PASSIVE.search(text, *span) or _PLAIN.search(text, *span)):
        return False
    if lawful and _STATE_SHALL.search(text, *span):
        return True
    return named


def code(bench: Workbench) -> Iterator[Competence]:
    """The competences of one sentence."""
    if bench.words.rstrip('"”').endswith("?"):
        return
    span = Span(bench.sentence.start, bench.sentence.end)
    own = is_item(bench.scene, span)
    if not own and _is_heading(bench):
        return
    above = of_article(bench)
    frames = frames_of(bench) if above is None and not own else []
    carried = above or (carried_frame(bench) if not frames else None)
    if carried is not None:
        frames = [carried]
    state = next((f.state for f in frames if f.state), page(bench, bench.sentence.end) if frames else None)
    before = bench.scene.story.competent
    holder = before[1] if before is not None and bench.sentence.start - before[0] < 300 else None
    holder = holder or offices.spoken_of(bench)
    powers = list(_apart(bench, _powers(Grammar(bench, frames, state, holder))))
    if bench.scene.register.headings and is_lead(bench.text, span):
        powers = [up_to_list(bench.text, p, span) for p in powers if p.at.tag[0] == "V" and " " in bench.text[p.start : p.end]]
    first = min((p.at.start for p in powers), default=0)
    frames = [replace(f, trails=f.trails and f.start > first) for f in frames]
    last: Power | None = None
    article = bench.scene.story.article
    for power in powers:
        frame = _continued(bench, power, _ground(power, powers, frames), article)
        yield from _rows(bench, power, frame)
        last = power
        if frame is not None:
            remember(bench, frame)
            bench.scene.story.article = (bench.sentence.end, power.holder.office, frame.labels, frame.trails)
    if last is not None and last.holder.office is not None:
        bench.scene.story.competent = (bench.sentence.end, last.holder)


def _is_heading(bench: Workbench) -> bool:
    """Whether a line of a law says what an article is on: it tells of nobody who does anything."""
    if bench.scene.document.kind != "law" or not bench.scene.register.headings:
        return False
    return not any(t.tag in ("VBZ", "VBP", "VBD", "MD") for t in bench.sentence) and bench.words[-1:] not in (".", ";", ":")


def _powers(grammar: Grammar) -> list[Power]:
    """Everything given, in text order, each word giving once; of an item of a list, what its lead gives."""
    listed = list(items(grammar))
    if listed:
        return listed
    out: dict[int, list[Power]] = {}
    for pattern in PATTERNS:
        for power in pattern(grammar):
            known = out.setdefault(power.at.i, [])
            if not known or (known[0].group == power.group and power.holder not in [p.holder for p in known]):
                known.append(power)
    return sorted((p for ps in out.values() for p in ps), key=lambda p: (p.start, p.end))


def _apart(bench: Workbench, powers: Sequence[Power]) -> Iterator[Power]:
    """The powers without those that an earlier one of the same office holds ("negotiates and ratifies treaties"), each with its
    words up to a bracket where the parser found none.
    """
    last: Power | None = None
    for power in powers:
        if last is not None and last.holder == power.holder and last.start < power.at.start < last.end:
            continue
        words = _UP_TO_BRACKET.match(bench.text, power.start, bench.sentence.end) if power.end <= power.start else None
        last = power if words is None else replace(power, end=words.end())
        yield last


def _ground(power: Power, powers: Sequence[Power], frames: Sequence[Frame]) -> Frame | None:
    """The law that a power rests on: what follows it before the next power, else what stands before it."""
    leading = [f for f in frames if not f.trails and f.start <= power.start]
    # One article behind all that an office does, where none stands before: "directs policy and concludes treaties (Article 118)".
    shared = all(f.labels == (None,) for f in leading)
    others = [p.start for p in powers if p.group != power.group and not (shared and p.holder.office == power.holder.office)]
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


def _continued(bench: Workbench, power: Power, frame: Frame | None, before: Article | None) -> Frame | None:
    """The frame with the article that the sentence right before was under, where this one goes on about the same office."""
    if frame is None or not frame.carried or frame.labels != (None,) or before is None or before[3]:
        return frame
    if _OTHERS.search(bench.words):
        return frame
    end, office, labels, _ = before
    gap = bench.text[end : bench.sentence.start] if end <= bench.sentence.start else bench.text[:0]
    near = 0 <= bench.sentence.start - end <= 2 and "\n" not in gap
    same = power.holder.office == office or _GOES_ON.match(bench.words) is not None
    return replace(frame, labels=labels) if near and same else frame


def _only_state(bench: Workbench) -> str | None:
    """The one state that a sentence names: "executive power in Chad is vested in the President"."""
    named = {m.code for m in bench.scene.within(bench.sentence.start, bench.sentence.end) if m.kind in ("name", "adjective")}
    known = {c for c in named if c in bench.scene.knowledge.states}
    return known.pop() if len(known) == 1 else None


def _rows(bench: Workbench, power: Power, frame: Frame | None) -> Iterator[Competence]:
    """One row for each provision that grounds the power."""
    span = Span(min(power.start, power.holder.start), max(power.end, power.holder.end))
    if power.holder.start < bench.sentence.start:
        span = Span(power.start, power.end)
    if frame is not None and not frame.carried:
        span = Span(min(span.start, frame.start), max(span.end, frame.end))
    state = (
        power.holder.state
        or (frame.state if frame is not None else None)
        or bench.speaker()
        or _only_state(bench)
        or page(bench, bench.sentence.end)
    )
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
            power=_closed(bench.text, power.start, power.end),
            instrument=frame.instrument if frame is not None else None,
            provision=label,
        )
