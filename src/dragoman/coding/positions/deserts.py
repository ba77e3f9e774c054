"""What somebody deserves, by whose words: "Chad deserves the highest respect", "merits only contempt"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.positions.evaluation import Lexis
from dragoman.coding.positions.stand import Stand, by_speaker, is_done
from dragoman.coding.sentence.workbench import Workbench


def find(bench: Workbench, lexis: Lexis) -> Iterator[Stand]:
    """The stands of the speaker towards those who are said to deserve praise or blame; praise denied blames."""
    sentence, clauses = bench.sentence, bench.clauses
    for verb in sentence.among(lexis.conduct["deserving"]):
        if verb.tag[0] != "V" or not is_done(bench, verb):
            continue
        nouns = sentence.children(verb, "dobj")
        praised = any(lexis.is_conduct("desert", n) for n in nouns)
        if not praised and not any(lexis.is_conduct("punishment", n) for n in nouns):
            continue
        denied = clauses.negated(verb) or any(c.lower == "no" for n in nouns for c in sentence.children(n, "det"))
        if denied and not praised:
            continue
        yield from by_speaker(bench, lexis, verb, clauses.subjects(verb), 0.5 if praised and not denied else -0.5)
