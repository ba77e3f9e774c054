"""Whom somebody is against by the name of what they do: "the anti-Cuban campaign of X" is X's stand against Cuba."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.positions.evaluation import Lexis
from dragoman.coding.positions.owning import owners
from dragoman.coding.positions.stand import ASIDE, Stand
from dragoman.coding.sentence.phrasing import codes_of, reported_by
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token

ANTI = re.compile(r"\b[Aa]nti[-‑]")


def find(bench: Workbench, lexis: Lexis) -> Iterator[Stand]:
    """The stands of those whose words and deeds a sentence calls "anti-" somebody."""
    sentence = bench.sentence
    for match in ANTI.finditer(bench.text, sentence.start, sentence.end):
        mention = next((m for m in bench.scene.within(match.end(), match.end() + 1) if m.code), None)
        noun = _deed(bench, lexis, match.start()) if mention is not None else None
        if noun is None or mention is None or mention.code is None:
            continue
        span = sentence.span(sentence.subtree(noun, without=ASIDE))
        for holder in codes_of(owners(bench, lexis, noun)):
            if holder != mention.code:
                yield Stand(holder, mention.code, None, -0.5, False, span, tuple(reported_by(bench, noun)))


def _deed(bench: Workbench, lexis: Lexis, start: int) -> Token | None:
    """The noun of word or deed that an "anti-" at `start` stands before."""
    here = next(iter(bench.sentence.at(start, start + 1)), None)
    for above in bench.sentence.ancestors(here) if here is not None else ():
        if above.tag[0] == "N" and above.start > start and lexis.is_conduct("against", above):
            return above
        if above.tag[0] not in "NJH":
            return None
    return None
