"""Deeds that a speaker defends as lawful without saying whose they are: its own."""

from __future__ import annotations

import re

from dragoman.coding.phrasing import reported_by
from dragoman.coding.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.text import Span

_DEFENDED = re.compile(
    r"\b(?:exercise of|legitimate|lawful|legal|justified|sovereign|self-defen[cs](?:e|ive))\b", re.IGNORECASE
)
_OWN = re.compile(r"\b(?:our|we|us)\b", re.IGNORECASE)


def own_deed(bench: Workbench, verb: Token, statement: Span) -> str | None:
    """The state that speaks, where it calls lawful what nobody else is named for, in a sentence about itself."""
    said, speaker = reported_by(bench, verb), bench.speaker()
    if speaker is None or said[-1:] != [speaker] or not _DEFENDED.search(bench.text, *statement):
        return None
    return speaker if _OWN.search(bench.text, bench.sentence.start, bench.sentence.end) else None
