"""Bonds between states as states that verbs tell: recognition, claims, independence, succession."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.relations import freed, land_claims
from dragoman.coding.relations.bonds import Bonds, is_real
from dragoman.coding.relations.periods import period
from dragoman.coding.relations.recognition import recognised, refuses
from dragoman.coding.relations.telling import Told, own_clause, states_of
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.entries import Bond

_ESTATE = frozenset({"rights", "obligations", "treaties", "seat"})


def told(bench: Workbench, bonds: Bonds, verb: Token, entry: Bond) -> Iterator[Told]:
    """What a verb tells of recognition, a claim, independence or succession."""
    if entry.kind == "independence":
        yield from freed.declared(bench, bonds, verb)
    elif is_real(bench, verb, bonds) or refuses(bench, verb):
        if entry.kind == "recognition":
            yield from recognised(bench, verb)
        elif entry.kind == "sovereignty-claim":
            yield from land_claims.claimed(bench, verb)
        elif entry.kind == "succession":
            yield from _succeeded(bench, verb)


def _succeeded(bench: Workbench, verb: Token) -> Iterator[Told]:
    """ "The Russian Federation succeeded the Soviet Union"."""
    sentence, clauses = bench.sentence, bench.clauses
    passive = clauses.is_passive(verb)
    heirs = states_of(bench, clauses.subjects(verb), bare=True)
    if any(p.lower in ("as", "in") and _is_post(bench, p) for p in sentence.children(verb, "prep")):
        return  # "succeeded Chad in the chair"
    late = states_of(bench, clauses.objects(verb) if passive else sentence.children(verb, "dobj"), bare=True)
    if not late:  # "succeeded to the rights of Chad"
        left = [o for o in clauses.under(verb, "to") if o.lower in _ESTATE]
        late = states_of(bench, [h for o in left for h in clauses.under(o, "of")], bare=True)
    since, _ = period(bench, "begin", own_clause(bench, verb))
    for a in heirs:
        for b in late:
            if a != b and not clauses.negated(verb):
                yield Told("succession", "begin", a, b, since, None, sentence.span(own_clause(bench, verb)), verb)


def _is_post(bench: Workbench, preposition: Token) -> bool:
    """Whether "in" or "as" leads to a post, and not to a time or "as the continuing state"."""
    held = [o for o in bench.sentence.children(preposition, "pobj") if not o.tag.startswith("CD")]
    timed = any(d.start <= o.start < d.end for o in held for d in bench.dates)
    return bool(held) and not timed and not any(o.lower in ("state", "continuator", "successor") for o in held)
