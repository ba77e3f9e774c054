"""Sentences that tell what a constitution or law says: whose law it is."""

from __future__ import annotations

import bisect
import re

from dragoman.coding.document.scene import Scene
from dragoman.coding.instruments.named import LAWS
from dragoman.coding.once import once
from dragoman.coding.sentence.phrasing import protagonist
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import alternatives

_LAW = re.compile(rf"\b(?:{alternatives('words-of-law')})\b", re.IGNORECASE)
_CONSTITUTION = re.compile(r"\b[Cc]onstitution\b|\b[Bb]asic [Ll]aw\b|\b[Ff]undamental [Ll]aw\b")
_THE_LAW = re.compile(r"^(?:the|this|its) (?:new )?(?:law|constitution|basic law|statute|act)$", re.IGNORECASE)
_AN_ARTICLE = re.compile(
    r"(?:Article|Section|Chapter) \w+ of (?:the|its) (?:[\w-]+ ){0,3}(?:constitution|basic law|charter)\b", re.IGNORECASE
)
_OF = re.compile(r"\s+(?:of|in)\s+(?:[\w']+\s+){0,4}")
# How near a state's name must stand to "constitution" to be the state whose it is, in characters.
_NEAR = 40
# How many mentions of a constitution back its state is looked for.
_BACK = 40


def law_voice(bench: Workbench, token: Token) -> str | None:
    """The state whose constitution or law says the clause of `token`; None where no law speaks."""
    sentence = bench.sentence
    here = token
    for above in (token, *sentence.ancestors(token)):
        if (
            above is not token
            and here.dep in ("ccomp", "conj", "advcl", "xcomp", "parataxis", "dep", "relcl", "dobj")
            and above.tag[0] == "V"
        ):
            for subject in sentence.children(above, "nsubj"):
                words = sentence.span(sentence.subtree(subject)).of(bench.text)
                told = subject.i < token.i and subject.i != here.i and _LAW.search(words) and here.dep != "conj"
                if told and not _of_treaty(bench, subject):
                    return law_state(bench, subject.start)
        for aside in sentence.children(above, "parataxis"):  # "..., the law says, ..."
            for subject in sentence.children(aside, "nsubj"):
                who = sentence.span(sentence.subtree(subject)).of(bench.text)
                if _THE_LAW.search(who) or (_AN_ARTICLE.match(who) and not _of_treaty(bench, subject)):
                    return law_state(bench, subject.start)
        here = above
    return None


def _of_treaty(bench: Workbench, token: Token) -> bool:
    """Whether an article is one of a treaty: what that says is no state's word."""
    found = [r for r in bench.scene.register.within(bench.sentence.start, bench.sentence.end) if r.start <= token.start < r.end]
    return any(r.instrument is not None and r.instrument.kind not in LAWS for r in found)


@once
def _constitutions(scene: Scene) -> list[re.Match[str]]:
    return list(_CONSTITUTION.finditer(scene.document.text))


def law_state(bench: Workbench, offset: int) -> str | None:
    """The state whose constitution is spoken of at `offset`: named beside the word, else who speaks, else the text's."""
    scene = bench.scene
    places = _constitutions(scene)
    last = bisect.bisect_left(places, bench.sentence.end, key=lambda m: m.start())
    for place in reversed(places[max(0, last - _BACK) : last]):
        near = [
            m
            for m in scene.within(max(0, place.start() - _NEAR), place.end() + _NEAR)
            if m.code in scene.knowledge.states
            and m.kind in ("name", "adjective")
            and not re.search(r"[.;\n]", _between(bench.text, m.start, m.end, *place.span()))
            # "The constitution, which calls X a ..." is not X's.
            and (m.end <= place.start() or _OF.fullmatch(bench.text[place.end() : m.start]))
        ]
        if near:
            return min(near, key=lambda m: min(abs(m.start - place.end()), abs(m.end - place.start()))).code
    return scene.speaker(offset) or protagonist(scene)


def _between(text: str, a_start: int, a_end: int, b_start: int, b_end: int) -> str:
    return text[a_end:b_start] if a_end <= b_start else text[b_end:a_start]
