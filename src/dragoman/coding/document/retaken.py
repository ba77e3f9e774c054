"""Deeds taken up by the noun of their verb: "the Council adopted a resolution. Chad called the adoption of the resolution ..."."""

from __future__ import annotations

import re

from dragoman.coding.document.scene import Scene
from dragoman.language.parse import Sentence, Token

# How many letters a noun shares with the verb that it takes up: "suspended ... the suspension".
STEM = 5
_HAVING = re.compile(r"\s+(?:(?:has|had|have|then|also) )*")


def doer_of_the_same(scene: Scene, sentence: Sentence, noun: Token) -> str | None:
    """Who did to the same thing, by the sentence before, what `noun` names."""
    things = [o.lower for p in sentence.children(noun, "prep") for o in sentence.children(p, "pobj") if p.lower == "of"]
    before = scene.before(sentence.start, 1) if things and len(noun.lower) > STEM else []
    if not before:
        return None
    text, (start, end) = scene.document.text, before[0]
    told = re.search(rf"\b{re.escape(noun.lower[:STEM])}[a-z]*(?:ed|es|s)\b", text[start:end])
    if told is None or not re.search(rf"\b{re.escape(things[0])}\b", text[start + told.end() : end]):
        return None
    named = [m for m in scene.within(start, start + told.start()) if m.code and m.kind != "place"]
    doers = [m.code for m in named if _HAVING.fullmatch(text, m.end, start + told.start())]
    return doers[0] if doers else None
