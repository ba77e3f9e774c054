"""Bodies that a text names in full once and in short afterwards: "the Security Council ... the Council"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.mentions import Mention

# What bodies are called by their last word, or the word before "of", "for" and "on".
_HEADS = frozenset(
    "Council Assembly Tribunal Commission Agency Court Committee Board Organization Organisation Union Alliance Community "
    "League Conference Panel Secretariat".split()
)
_SHORT = re.compile(rf"\b[Tt]he ({'|'.join(sorted(_HEADS))})\b(?![-–]| (?:of|for|on|and [A-Z][a-z]+ of) |'s? [A-Z]| [A-Z])")
_KINDS = frozenset({"name", "organisation", "body", "alias"})


def introduce_shorts(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Every place where such a word stands alone after a body that it is the head of; the one named last is meant.

    `mentions` are in text order and do not overlap; no more do those given.
    """
    full: dict[str, list[Mention]] = {}
    for mention in mentions:
        head = _head(mention.text)
        if mention.code is not None and mention.kind in _KINDS and head in _HEADS:
            full.setdefault(head, []).append(mention)
    if not full:
        return
    starts = [m.start for m in mentions]
    for match in _SHORT.finditer(text):
        start, end = match.span(1)
        at = bisect_right(starts, end) - 1
        if at >= 0 and mentions[at].end > start:
            continue
        before = [m for m in full.get(match.group(1), ()) if m.end <= start]
        if before:
            yield replace(before[-1], start=start, end=end, text=match.group(1), kind="alias")


def _head(name: str) -> str:
    """The word that a body is called by: "International Tribunal for the Law of the Sea" is a tribunal."""
    return re.split(r" (?:of|for|on|in) ", name, maxsplit=1)[0].rpartition(" ")[2]
