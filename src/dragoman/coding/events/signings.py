"""Lists of what was signed: "During the visit the following documents were signed:" over an agreement on each line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.document.scene import Scene
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.lexicon.words import alternatives
from dragoman.records import Event

_HEAD = re.compile(
    r"\b(?:(?:documents?|agreements?|treaties|memorand(?:a|ums)|instruments|accords|papers)\b[^.;\n]{0,60}\b(?:were|have been|was)"
    r" (?:also )?(?:signed|concluded|initialled)|signed (?:the )?following)\b[^.;\n]{0,80}:\s*$",
    re.IGNORECASE,
)
_ITEM = re.compile(
    rf"[\s*•·–—-]*(?:\(?\w{{1,2}}[.)]\s+)?(?P<title>[“\"]?(?:the |an? )?(?:[\w-]+ )"
    rf"{{0,3}}?(?:{alternatives('items-signed')})\b)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"signed|concluded|initialled", re.IGNORECASE)


def rows(scene: Scene, vocabulary: Vocabulary) -> Iterator[Event]:
    """A signing for each item: between the two that it names, else between those whom the text is between there."""
    text = scene.document.text
    if "signed" not in text and "concluded" not in text:
        return
    head: re.Match[str] | None = None
    for line in re.finditer(r"[^\n]+", text):
        if (found := _HEAD.search(line[0])) is not None:
            head = found
            verb = _SIGNED.search(line[0], found.start())
            trigger = (line.start() + (verb.start() if verb else 0), line.start() + (verb.end() if verb else 1))
            continue
        item = _ITEM.match(line[0]) if head is not None else None
        if item is None:
            head = None
            continue
        start, end = line.start() + item.start("title"), line.start() + len(line[0].rstrip(" ;,."))
        named = [m for m in scene.within(start, end) if m.code in scene.knowledge.states and m.kind == "name"]
        codes = sorted({m.code for m in named if m.code}) or sorted(scene.discourse.joint or scene.discourse.two(line.start()))
        if len(codes) == 2:
            yield Event(
                document_id=scene.document.document_id,
                start=start,
                end=end,
                reported_by=scene.base(start),
                event="SUPPORT",
                mode="treaty",
                source=codes,
                target=codes,
                object_text=text[start:end],
                score=vocabulary.score("SUPPORT", "treaty"),
                rule="listed-as-signed",
                trigger_start=trigger[0],
                trigger_end=trigger[1],
            )
