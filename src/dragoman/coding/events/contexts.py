"""The contexts of an event: what its sentence's words tell, and what the act and its parties tell by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dragoman.coding.events.act import Act
from dragoman.coding.sentence.workbench import Workbench
from dragoman.coding.who.reference import codes_in
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Context

# Talks within one state are no diplomacy.
_BETWEEN = "CONSULT"


def contexts_of(bench: Workbench, act: Act) -> list[str]:
    """The contexts of `act`, in alphabetical order."""
    lexicon = bench.scene.knowledge.lexicon
    found = set(bench.contexts)
    parties = (*act.source, *act.target)
    if act.event != _BETWEEN or len(codes_in(parties)) != 1:
        found |= _by(lexicon, "acts").get(f"{act.event}/{act.mode or ''}", set())
    sectors = _by(lexicon, "sectors")
    for party in parties:
        found |= sectors.get(party.sector or "", set())
    return sorted(found | _of_offices(bench, act))


def _of_offices(bench: Workbench, act: Act) -> set[str]:
    """What the offices tell that the parties hold in their states."""
    offices, states = _by(bench.scene.knowledge.lexicon, "offices"), bench.scene.knowledge.states
    found: set[str] = set()
    for party in (*act.source, *act.target):
        if not party.text or not any(code in states for code in party.codes):
            continue
        for role in bench.scene.roles_within(*party.span):
            found |= offices.get(role.office or "", set())
    return found


@lru_cache(maxsize=12)
def _by(lexicon: Lexicon, field: str) -> dict[str, set[str]]:
    """The contexts that each act, sector or office tells."""
    found: dict[str, set[str]] = {}
    for context in lexicon.all(Context):
        named: Sequence[str] = getattr(context, field)
        for name in named:
            found.setdefault(name, set()).add(context.id)
    return found
