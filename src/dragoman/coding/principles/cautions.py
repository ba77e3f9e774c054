"""What has the form of a promise or an aim and is none: a warning, notice that something will lapse, efforts already made."""

from __future__ import annotations

from itertools import islice

from dragoman.coding.principles.declarations import Wording, wording_of
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.text import Span


def is_warned(bench: Workbench, verb: Token) -> bool:
    """Whether what somebody will do is what it warns of: "warned that it would respond", "threatened to leave"."""
    wording = wording_of(bench.scene.knowledge.lexicon)
    for above in islice(bench.sentence.ancestors(verb), 3):
        if above.tag[0] == "V":
            if wording.of("warn", above):
                return True
            if verb.dep != "conj" or above.tag != verb.tag:
                return False
    return False


def is_lapse(bench: Workbench, wording: Wording, verb: Token) -> bool:
    """Whether a verb, never done, lets something run out: "will not extend the treaty" binds nobody."""
    if not wording.of("lapse", verb):
        return False
    register = bench.scene.register.within(bench.sentence.start, bench.sentence.end)
    return any(
        thing.lower in ("it", "them") or wording.of("lapsing", thing) or any(r.start <= thing.start < r.end for r in register)
        for thing in (*bench.sentence.children(verb, "dobj"), *bench.sentence.children(verb, "nsubjpass"))
    )


def is_behind(bench: Workbench, verb: Token) -> bool:
    """Whether a perfect tells of what lies behind: "over the past few years it has done everything to ..."."""
    if not any(a.lower in ("has", "have") for a in bench.sentence.children(verb, "aux")):
        return False
    wording = wording_of(bench.scene.knowledge.lexicon)
    return wording.behind.search(Span(bench.sentence.start, bench.sentence.end).of(bench.text)) is not None
