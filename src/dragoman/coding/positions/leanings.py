"""How somebody stands towards whom a phrase leads to: "has nothing but respect for X", "the blame lies with X"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.positions.evaluation import Lexis, Site, leanings
from dragoman.coding.positions.stand import Stand, is_done, towards
from dragoman.coding.sentence.phrasing import codes_of, is_official, refer_all, reported_by
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token


def find(bench: Workbench, lexis: Lexis) -> Iterator[Stand]:
    """The stands that phrases of leaning tell, in text order; none where they are denied, or told of the future."""
    for site in leanings(bench):
        verb = next((t for t in site.tokens if t.tag[0] in "VM" and t.dep not in ("aux", "auxpass")), None)
        if verb is not None and not is_done(bench, verb, promised=any(t.dep == "neg" for t in site.tokens)):
            continue
        if verb is not None and bench.clauses.negated(verb) and not any(t.dep in ("neg", "det") for t in site.tokens):
            continue
        objects = _after(bench, site)
        said = reported_by(bench, verb or site.head)
        holders = said[-1:] if site.pos == "speaker" else _holders(bench, verb)
        span = bench.sentence.span([*site.tokens, *(t for o in objects for t in bench.sentence.subtree(o))])
        for holder in holders:
            yield from towards(bench, lexis, holder.split("+"), objects, site.polarity, span, said)


def _holders(bench: Workbench, verb: Token | None) -> list[str]:
    if verb is None:
        return []
    passive = bench.sentence.children(verb, "nsubjpass")  # "felt betrayed by X", "will not be intimidated by X"
    named = [r for s in passive or bench.clauses.subjects(verb) for r in refer_all(bench, s) if is_official(r)]
    return codes_of(named)


def _after(bench: Workbench, site: Site) -> list[Token]:
    """What the last word of a phrase governs, or the next noun behind it."""
    last = site.tokens[-1]
    under = [o for o in bench.sentence.children(last, "pobj", "dobj", "pcomp") if o.i > last.i]
    if under:
        return under
    for token in bench.sentence.tokens[last.i + 1 : last.i + 7]:
        if token.tag[0] == "N" or token.tag == "PRP":
            while token.dep == "compound" and (head := bench.sentence.head(token)) is not None and head.i > token.i:
                token = head
            return [token]
        if token.tag[0] not in "DJPC":
            break
    return []
