"""The `claims` table: quantities, status, existence and its denial, and law, as somebody says that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.assertions import Draft, Grounds, finds_of
from dragoman.coding.existence import existences
from dragoman.coding.nothings import nothings
from dragoman.coding.quantities import quantities
from dragoman.coding.scene import Scene
from dragoman.coding.standings import standings
from dragoman.coding.topics import topic_of
from dragoman.coding.verdicts import verdicts
from dragoman.coding.workbench import Workbench
from dragoman.records import Claim
from dragoman.text import Span

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|"
    r"hundreds?|thousands?|millions?|billions?|trillion|dozens?|scores|tens|no|none|zero|any|not|lack|absence|nor|neither)\b|"
    r"n['’]t\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"%|per ?cent\b")
_SAID = re.compile(
    r"\b(?:exist(?:s|ed)?|claim(?:s|ed|ing)?|profess\w*|purport\w*|pretend\w*|itself|themselves|violat\w+|breach\w*|"
    r"contraven\w+|infring\w+|"
    r"illegal|unlawful|legal|lawful|right|rights|contradict\w*|flout\w*|transgress\w*|legitima\w+|self-defen[cs]e)\b"
)


def needed(scene: Scene, span: Span) -> bool:
    """Whether a sentence may hold a claim: a number beside something that is counted, or words of status, law or existence."""
    text = scene.document.text
    finds = finds_of(scene)
    if finds.said(*span) or _SAID.search(text, *span) or _SHARE.search(text, *span):
        return True
    measured = finds.measured(*span)
    return bool(measured) and (bool(_NUMBER.search(text, *span)) or any(e.held for _, _, es in measured for e in es))


def code(bench: Workbench) -> Iterator[Claim]:
    """The claims of one sentence. A question claims nothing."""
    span = Span(bench.sentence.start, bench.sentence.end)
    if bench.words.rstrip('"”’)').endswith("?") or not needed(bench.scene, span):
        return
    grounds = Grounds(bench)
    for kind in (quantities, nothings, standings, existences, verdicts):
        for draft in kind(grounds):
            yield _claim(bench, draft)


def _claim(bench: Workbench, draft: Draft) -> Claim:
    """The record of a claim; who makes it is the innermost of those whose words it is."""
    reported = bench.reported_by(draft.head)
    claimed_by = draft.by or (reported[-1] if reported else None)
    words = bench.text[draft.statement.start : draft.statement.end] if draft.statement is not None else None
    lexicon = bench.scene.knowledge.lexicon
    return Claim(
        document_id=bench.document_id,
        start=draft.start,
        end=draft.end,
        reported_by=reported,
        claimed_by=claimed_by,
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
