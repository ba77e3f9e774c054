"""Two parties who speak together: in their treaty, and of their treaties."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.coding.relations.telling import Told
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Instrument
from dragoman.text import Span

# Behind the name of a treaty: "signed in Bamako on 3 May 2001".
_SIGNED = re.compile(
    r"[^,;.\n]{0,120}?(?<!was )(?<!were )(?<!be )(?<!been )\b(?:signed|concluded|initialled)\b[^,;.\n]{0,40}?\b(?:on|in) (?=[\dA-Z])"
)


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


def joint_treaty(bench: Workbench, noun: Token) -> Told | None:
    """ "The Treaty on Friendship signed on 3 May 1991", in what two say together and with nobody else named: theirs, since then."""
    two = bench.scene.discourse.joint
    found = _SIGNED.match(bench.text, noun.end) if len(two) == 2 and noun.text[:1].isupper() else None
    signed = next((d for d in bench.dates if found is not None and 0 <= d.start - found.end() < 30), None)
    if found is None or signed is None:
        return None
    named = bench.scene.within(noun.start, signed.start)
    if any(m.code and m.code not in two and m.kind in ("name", "organisation") for m in named):
        return None
    return Told("agreement", "begin", min(two), max(two), signed.date, None, Span(noun.start, signed.end), noun, False)
