"""The other side of what two share, which praise of it falls on: friendship, ties, an alliance."""

from __future__ import annotations

from dragoman.coding.positions.evaluation import Lexis
from dragoman.coding.relations.bonds import bonds_of
from dragoman.coding.relations.partners import bound, left
from dragoman.coding.sentence.phrasing import codes_of, refer_all
from dragoman.coding.sentence.workbench import Workbench
from dragoman.coding.who.reference import Reference
from dragoman.language.parse import Token


def partners(bench: Workbench, noun: Token) -> list[Reference]:
    """Both parties to what is shared: "the friendly relations between the two countries", "our friendship with Laos"."""
    subjects: list[Token] = []
    nouns = bonds_of(bench.scene.knowledge.lexicon).nouns
    for above in bench.sentence.ancestors(noun):
        if any(b.kind == "agreement" for b in nouns.get(above.lower, ())):
            return []  # "the treaty of friendship" is a title
        if above.tag[0] == "V":
            subjects = [*bench.clauses.subjects(above), *bench.sentence.children(above, "nsubjpass")]  # "are bound by ties"
            break
    found = bound(bench, noun, [s for s in subjects if s.i != noun.i])
    codes = dict.fromkeys(c for p in found for c in (p.a, p.b))
    if not codes:  # "between the peoples of A and B"
        named = codes_of(r for o in bench.clauses.under(noun, "between") for r in refer_all(bench, o))
        codes = dict.fromkeys(c for c in named if not c.startswith("X-"))
    if not codes:
        codes = dict.fromkeys(_in_clause(bench, noun))
    if not codes and (speaker := bench.speaker()) is not None:  # "the Russian friendship", by whoever enjoys it
        one = left(bench, noun)
        codes = dict.fromkeys(one if len(one) == 1 and one[0] != speaker else ())
    span = bench.sentence.span([noun])
    return [Reference((c,), None, noun.text, span, noun.i) for c in codes]


def _in_clause(bench: Workbench, noun: Token) -> list[str]:
    """ "The friendship that unites us with X", "the ties we enjoy with X": whom a relative clause names."""
    clauses = bench.sentence.children(noun, "relcl", "acl")
    named = [o for c in clauses for p in ("with", "to") for o in bench.clauses.under(c, p)]
    beside = [
        o
        for c in clauses
        for d in bench.sentence.children(c, "dobj")
        for p in ("with", "to")
        for o in bench.clauses.under(d, p)
    ]
    return [c for c in codes_of(r for o in (*named, *beside) for r in refer_all(bench, o)) if not c.startswith("X-")]


def raised(bench: Workbench, lexis: Lexis, noun: Token) -> list[Reference]:
    """The other side of what is raised to a height or has reached it: "our ties with X have reached a new level"."""
    ruler = bench.sentence.head(noun)
    if ruler is not None and ruler.tag in ("IN", "TO"):
        ruler = bench.sentence.head(ruler)
    if ruler is None or ruler.tag[0] != "V":
        return []
    near = bench.sentence.children(ruler, "nsubj", "nsubjpass", "dobj")
    return [r for n in near if lexis.is_conduct("shared", n) for r in partners(bench, n)]
