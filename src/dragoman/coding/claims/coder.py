"""The `claims` table: quantities, status, existence and its denial, and law, as somebody says that they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from dragoman.coding.claims import accused, among, ballots, belonging, blames, boasts, entitled, undone
from dragoman.coding.claims.affirming import affirmed
from dragoman.coding.claims.asides import without_asides
from dragoman.coding.claims.asserters import Asserted, asserted
from dragoman.coding.claims.assertions import Draft, finds_of
from dragoman.coding.claims.counted import may_count
from dragoman.coding.claims.denials import UNSOUND, denials_in
from dragoman.coding.claims.existence import existences
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.claims.nothings import nothings
from dragoman.coding.claims.quantities import quantities
from dragoman.coding.claims.renown import renown
from dragoman.coding.claims.standings import standings
from dragoman.coding.claims.verdicts import verdicts
from dragoman.coding.document.scene import Scene
from dragoman.coding.once import once
from dragoman.coding.sentence.phrasing import words_of
from dragoman.coding.sentence.topics import topic_of
from dragoman.coding.sentence.workbench import Workbench
from dragoman.records import Claim
from dragoman.text import Span

_ABSENT = re.compile(r"\b[Tt]here (?:is|are|was|were|has been|have been) no ")
_MARKED = re.compile(r"[\"“”]|\bso[- ]called\b")
_DIGIT = re.compile(r"\d")
_LAW = frozenset({"verdict", "breach", "basis", "breaks", "binding"})
_STATUS = frozenset({"standing", "claiming", "self"})
_RENOWN = frozenset({"prestige", "tier", "serving", "advance", "backing"})
_BEING = frozenset({"exists", "denies", "unreal", "so-called", "false", "unrelated"})
_NEGATED = re.compile(r"\b(?:not|never|neither|nor)\b|n['’]t\b")


def needed(scene: Scene, span: Span) -> bool:
    """Whether a sentence may hold a claim: a number beside something that is counted, or words of status, law or existence."""
    return bool(_kinds(scene, span))


@once
def _kinds(scene: Scene, span: Span) -> list[Callable[[Grounds], Iterator[Draft]]]:
    """The kinds of claim that a sentence may hold, by its words alone."""
    text, finds = scene.document.text, finds_of(scene)
    tells = finds.tells(*span)
    measured = finds.measured(*span)
    if measured:  # what needs another word in the sentence is not measured without it
        words = words_of(scene, span)
        measured = [m for m in measured if any(not e.needs or not words.isdisjoint(_parts(tuple(e.needs))) for e in m[2])]
    held = any(e.held for _, _, es in measured for e in es)
    shared = "share" in tells or text.find("%", *span) >= 0
    figures = "number" in tells or _DIGIT.search(text, *span) is not None
    numbered = figures and (bool(measured) or any(m.kind == "demonym" and m.text[-1:] == "s" for m in scene.within(*span)))
    out: list[Callable[[Grounds], Iterator[Draft]]] = []
    # What no lexicon names counts where somebody is named or speaks: else it is a number of anybody's.
    if figures and not shared and not numbered and (scene.base(span.start) or scene.within(*span) or scene.discourse.home):
        numbered = may_count(text, *span)
    out += [quantities] if shared or numbered else []
    out += [nothings] if measured and ("nought" in tells or "n't" in text[slice(*span)] or "n’t" in text[slice(*span)]) else []
    out += [among.find] if among.may_be(text, span) else []
    out += [ballots.divisions] if ballots.may_be(text, span) else []
    out += [standings] if tells & _STATUS else []
    out += [belonging.find] if belonging.may_be(scene, span, words_of(scene, span)) else []
    deflated = "mere" in tells and bool(scene.base(span.start)) and _MARKED.search(text, *span) is not None
    out += [renown] if deflated or tells & _RENOWN else []
    absent = "nought" in tells and _ABSENT.search(text, *span) is not None
    denied = "misdoing" in tells and bool(scene.base(span.start)) and _NEGATED.search(text, *span) is not None
    denied = denied or undone.may_be(words_of(scene, span)) or UNSOUND.search(text, *span) is not None
    out += [existences] if tells & _BEING or held or absent or denied else []
    out += [verdicts] if tells & _LAW else []
    out += [blames.find] if blames.may_be(words_of(scene, span)) else []
    out += [accused.find] if accused.may_be(words_of(scene, span)) else []
    out += [boasts.find] if scene.base(span.start) and boasts.may_be(words_of(scene, span)) else []
    out += [entitled.find] if scene.base(span.start) and entitled.may_be(words_of(scene, span)) else []
    return out


@cache
def _parts(needs: tuple[str, ...]) -> frozenset[str]:
    """The words that a measure needs beside it, parted as the words of a sentence are."""
    return frozenset(part for word in needs for part in word.lower().replace("-", " ").split())


def code(bench: Workbench) -> Iterator[Claim]:
    """The claims of one sentence. A question claims nothing."""
    kinds = _kinds(bench.scene, Span(bench.sentence.start, bench.sentence.end))
    if not kinds or bench.words.rstrip('"”’)').endswith("?"):
        return
    grounds = Grounds(bench)
    denied = denials_in(grounds)[1] if existences in kinds else frozenset()
    for kind in kinds:
        for draft in kind(grounds):
            if draft.head.i in denied and draft.kind != "existence":
                continue  # what somebody denies nobody claims: the denial has a row of its own
            for who in asserted(bench, draft):
                if kind is blames.find and who.code is None:
                    continue  # whose doing something is is somebody's word
                yield _claim(bench, draft, who)


def _unquoted(words: str) -> str:
    """What a status is called, without quotation marks around the whole of it."""
    inner = words[1:-1]
    return inner if words[:1] in '"“' and words[-1:] in '"”' and not any(c in inner for c in '"“”') else words


def _claim(bench: Workbench, draft: Draft, who: Asserted) -> Claim:
    """The record of a claim as one asserter makes it."""
    span = draft.statement
    words = None
    if span is not None:
        span, asides = without_asides(bench, span)
        words = affirmed(bench.text, span, (*draft.denials, *asides))
    if words is not None and draft.lead is not None:
        words = f"{draft.lead.of(bench.text)} … {words}"
    if words is not None and draft.kind == "status":
        words = _unquoted(words)
    lexicon = bench.scene.knowledge.lexicon
    return Claim(
        document_id=bench.document_id,
        start=draft.start,
        end=draft.end,
        reported_by=list(who.reported_by),
        claimed_by=who.code,
        kind=draft.kind,
        subject=draft.subject,
        measure=draft.measure,
        comparator=draft.comparator,
        value=draft.value,
        unit=draft.unit,
        value_text=draft.value_text,
        as_of=draft.as_of,
        statement=words,
        denied=draft.denied,
        topic=topic_of(words or "", lexicon) or topic_of(bench.text[draft.start : draft.end], lexicon),
    )
