"""What others are said to be bent on doing to whose words a sentence is in: "wants to topple our government"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.positions.evaluation import Lexis
from dragoman.coding.positions.owning import whose
from dragoman.coding.positions.stand import APART, Stand, stands_of
from dragoman.coding.sentence.phrasing import codes_of, refer, reported_by
from dragoman.coding.sentence.topics import topic_of
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_BENT = word_class("bent-on")


def find(bench: Workbench, lexis: Lexis) -> Iterator[Stand]:
    """The stands of the speaker against those who are bent on bringing it down (-1) or setting it back (-0.5)."""
    if not lexis.tells_designs(bench.sentence.said):
        return
    for verb in bench.sentence:
        ruin = lexis.is_conduct("ruin", verb)
        if verb.tag[0] != "V" or not (ruin or lexis.is_conduct("setback", verb)):
            continue
        said = reported_by(bench, verb)
        if not said or not _is_done_to(bench, verb, said[-1]):
            continue
        over = _over(bench, verb)
        if over is None or bench.clauses.in_condition(over) or bench.clauses.negated(over) or bench.clauses.is_possible(over):
            continue
        heads = bench.sentence.children(over, "nsubj") or bench.clauses.subjects(over)
        codes = codes_of(r for s in heads for r in whose(bench, lexis, s))
        span = bench.sentence.span([*(t for s in heads for t in bench.sentence.subtree(s, without=APART)), over,
                                    *bench.sentence.subtree(verb, without=APART)])  # fmt: skip
        topic = topic_of(span.of(bench.text), bench.scene.knowledge.lexicon)
        yield from stands_of(said, codes, -1.0 if ruin else -0.5, False, span, topic)


def _is_done_to(bench: Workbench, verb: Token, speaker: str) -> bool:
    """Whether the speaker itself is the object, by its name or as "our country", "our government"."""
    if bench.clauses.is_passive(verb):
        return False
    return any((r := refer(bench, o)) is not None and r.codes == (speaker,) for o in bench.clauses.objects(verb))


def _over(bench: Workbench, verb: Token) -> Token | None:
    """The finite verb of who is bent on it; None where it is done, or hangs on what nobody need be bent on."""
    if not (bench.clauses.is_infinitive(verb) or verb.dep == "pcomp"):
        return None
    here = verb
    while bench.clauses.is_infinitive(here) or (here.tag == "VBG" and here.dep in ("pcomp", "advcl")):
        above = bench.sentence.head(here)
        while (
            above is not None and above is not here and above.tag[0] in "NIR" and above.dep in ("dobj", "pobj", "prep", "acomp")
        ):
            above = bench.sentence.head(above)  # "uses aid as a means to ..."
        if above is None or above is here or above.lower not in _BENT:
            return None
        here = above
    return here if here.tag[0] in "VJ" and not bench.clauses.is_future(here) and not bench.clauses.is_duty(here) else None
