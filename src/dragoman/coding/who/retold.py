"""People and craft told again by their bare noun: "two Chilean boats ... the boats", "a Chilean airliner ... the passengers"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.coding.names.mentions import CALLED_BY
from dragoman.coding.once import once
from dragoman.language.parse import Token
from dragoman.lexicon.closed import POINTING
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.document.scene import Scene
    from dragoman.coding.who.reference import Referrer

_CRAFT, _ABOARD = word_class("craft-told-again"), word_class("people-aboard")
_FIRMS = frozenset({"firm", "company", "shipyard"})
# Every word that such a phrase is about.
TOLD_AGAIN = _CRAFT | _ABOARD | _FIRMS
_CRAFT_WORDS = re.compile(rf"\b(?:{'|'.join(sorted(_CRAFT))})\b", re.IGNORECASE)
# What stands between a state's adjective and the noun: "Chilean coast guard boat".
_BETWEEN = re.compile(r" (?:[a-z][\w-]* ){0,2}")
_BESIDE = re.compile(" ")
# How far back they were told of, in characters: people and firms, and what was told just now.
_BACK, _NEAR, _BEFORE = 2500, 700, 40


def told_before(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "Firms from Chad employed workers ... Niger seized the firms": people and firms of one state, where the text has told of
    none of that name that are another's.
    """
    if token.tag != "NNS" or not _is_bare(token):
        return ()
    end = referrer.sentence.start
    return _one_state(_called(referrer.scene, token.lower, max(0, end - _BACK), end, _BESIDE))


def aboard(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "The boats", "the airliner", "the crew", "two passengers", of no state by any word: of that whose craft, or whose people of
    that name, were told of just before, where all were of one.
    """
    if token.lower not in TOLD_AGAIN or not _is_bare(token, counted=token.lower in _ABOARD):
        return ()
    scene, end = referrer.scene, token.start
    begin = max(scene.document.text.rfind("\n", max(0, end - _NEAR), end) + 1, end - _NEAR)
    found = _one_state(_called(scene, token.lower, begin, end, _BETWEEN))
    if found or token.lower not in _ABOARD:
        return found
    return _one_state({code for start, code in _craft_named(scene) if begin <= start < end})


def _is_bare(token: Token, *, counted: bool = False) -> bool:
    """ "The boats", "the two sailors"; where `counted`, "two passengers" too: no word tells more of them."""
    numbers = [c for c in token.children if c.tag == "CD"]
    words = [c for c in token.children if c.tag != "CD" and c.dep != "punct"]
    if not words:
        return counted and bool(numbers)
    return len(words) == 1 and words[0].lower in POINTING


def _one_state(codes: set[str]) -> tuple[str, ...]:
    return tuple(codes) if len(codes) == 1 else ()


def _called(scene: Scene, word: str, begin: int, end: int, between: re.Pattern[str]) -> set[str]:
    """The states whose people or craft are called by a noun in [begin, end): "two Chilean trawlers", "engineers from Chad";
    `between` is what may stand between the adjective and the noun.
    """
    text, codes = scene.document.text, set()
    for found in re.finditer(rf"\b{_stem(word)}\b(?P<of> (?:of|from) (?:the )?)?", text[begin:end], re.IGNORECASE):
        start, stop = begin + found.start(), begin + found.end()
        if found["of"] is not None:
            near = [m for m in scene.within(stop, stop + 1) if m.code in scene.knowledge.states and m.kind != "place"]
            codes |= {m.code for m in near if m.code}
        elif (code := _adjective_of(scene, start, between)) is not None:
            codes.add(code)
    return codes


def _stem(word: str) -> str:
    """A pattern of a noun's singular and plural."""
    if word.endswith(("man", "men")):
        return re.escape(word[:-2]) + "[ae]n"
    return re.escape(word.removesuffix("s")) + "s?"


def _adjective_of(scene: Scene, noun: int, between: re.Pattern[str] = _BETWEEN) -> str | None:
    """The state by whose adjective a noun is told that begins at `noun`."""
    text = scene.document.text
    near = [m for m in scene.within(max(0, noun - _BEFORE), noun) if m.code in scene.knowledge.states and m.kind in CALLED_BY]
    if not near or between.fullmatch(text, near[-1].end, noun) is None:
        return None
    return near[-1].code if text[near[-1].start - 1 : near[-1].start] != "-" else None  # "pro-Russian rebels" are not Russia's


@once
def _craft_named(scene: Scene) -> list[tuple[int, str]]:
    """Where the text tells of ships and planes by the adjective of a state, and of which."""
    found = ((m.start(), _adjective_of(scene, m.start())) for m in _CRAFT_WORDS.finditer(scene.document.text))
    return [(start, code) for start, code in found if code is not None]
