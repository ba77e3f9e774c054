"""Who says what a treaty says: its two parties together."""

from __future__ import annotations

from functools import lru_cache

from dragoman.coding.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Instrument


@lru_cache(maxsize=2)
def _parties(lexicon: Lexicon) -> dict[str, str]:
    """The two parties of each treaty between two, joined by "+"."""
    return {e.id: "+".join(sorted(e.parties)) for e in lexicon.all(Instrument) if len(e.parties) == 2}


def treaty_parties(bench: Workbench, verb: Token) -> str | None:
    """The parties of the treaty between two that is the subject of a verb of saying: "its Article III confirms that ..."."""
    for subject in bench.sentence.children(verb, "nsubj"):
        for reference in bench.scene.register.within(bench.sentence.start, bench.sentence.end):
            if (
                reference.start <= subject.start < reference.end
                and reference.instrument is not None
                and reference.instrument.id
            ):
                return _parties(bench.scene.knowledge.lexicon).get(reference.instrument.id)
    return None
