"""Sources that stand in sentences before: whose "the statement" was, and "according to" where the next sentence goes on."""

from __future__ import annotations

import re
from bisect import bisect_left

from dragoman.coding.who.reference import Referrer
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.closed import POINTING
from dragoman.lexicon.words import word_class

_STATEMENTS = word_class("statements")
_COMMUNIQUES = frozenset({"communique", "communiqué"})
# A statement brought into the text, with whose it is: "a joint statement", "its statement", "the ministry's declaration".
_BROUGHT = re.compile(
    r"\b(?:an?|another|his|her|its|their|own|separate|joint|\w+['’]s?)\s(?:[\w-]+\s){0,2}?"
    r"(?:joint\s)?(?:statement|communiqu[eé]|declaration|text|document)\b"
)
_JOINT = re.compile(r"\bjoint\b")
# What a name stands in: no maker of a statement but where it was made.
_WHERE = re.compile(r"\b(?:in|at|near|from|to|on|about|against)\s(?:the\s)?$")
_REACH = 1500
_PRONOUNS = frozenset({"it", "they", "he", "she"})
_GOING_ON = word_class("going-on-to-say")
_ACCORDING = re.compile(r"According to [^,.;\n]{2,120},")


def makers(head: Token, referrer: Referrer) -> list[str]:
    """Whose "the statement" is, where the last one brought into the text was joint: the states that its sentence names first."""
    before = referrer.sentence.tokens[head.i - 1 : head.i] if head.i else []
    if head.lower not in _STATEMENTS or not before or before[0].lower not in POINTING:
        return []
    scene, end = referrer.scene, referrer.sentence.start
    text = scene.document.text
    brought = list(_BROUGHT.finditer(text, max(0, end - _REACH), end))
    last = brought[-1] if brought else None
    if last is None and head.lower in _COMMUNIQUES:  # of those whose meeting was told before
        return list(referrer.previous.codes) if referrer.previous is not None and len(referrer.previous.codes) > 1 else []
    if last is None or not _JOINT.search(last.group()):
        return []
    begin = scene.spans[max(0, bisect_left(scene.spans, (last.start() + 1, 0)) - 1)][0] if scene.spans else 0
    named = [
        m.code
        for m in scene.within(begin, last.start())
        if m.code in scene.knowledge.states and m.kind != "place" and not _WHERE.search(text[max(0, m.start - 12) : m.start])
    ]
    codes = list(dict.fromkeys(c for c in named if c))
    return codes if len(codes) > 1 else []


def carried(sentence: Sentence, referrer: Referrer) -> list[str]:
    """ "According to A, B agreed to it. B has also asked for aid": A, of a sentence that goes on about B with "also"."""
    opening = sentence.tokens[:5]
    if not any(t.lower in _GOING_ON for t in opening) or not any(t.lower in _PRONOUNS for t in opening[:3]):
        return []
    scene = referrer.scene
    begin = next((begin for begin, _ in scene.before(sentence.start)), sentence.start)
    found = _ACCORDING.match(scene.document.text, begin, sentence.start)
    if found is None or "\n" in scene.document.text[begin : sentence.start]:
        return []
    codes = {m.code for m in scene.within(begin, found.end()) if m.code and m.kind != "place"}
    about = referrer.previous.codes if referrer.previous is not None else ()
    return sorted(codes) if len(codes) == 1 and codes.isdisjoint(about) else []
