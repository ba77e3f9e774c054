"""Clauses that say what is to be and not what is: "that India sign the treaty", "that observers be posted"."""

from __future__ import annotations

from dragoman.coding.sentence.predicates import Clauses
from dragoman.language.parse import Token
from dragoman.lexicon.closed import HAVE, IS

# Never the bare verb of what is to be.
_PRESENT = IS | HAVE | {"am", "do", "does"}


def is_bare(clauses: Clauses, clause: Token) -> bool:
    """Whether a clause with "that" begins with a verb without an ending: behind a demand it says what is demanded."""
    if not any(c.lower == "that" and c.tag == "IN" for c in clause.children):
        return False
    first = next(iter(clauses.sentence.children(clause, "aux", "auxpass")), clause)
    return first.tag in ("VB", "VBP") and first.lower not in _PRESENT


def is_subjunctive(clauses: Clauses, clause: Token) -> bool:
    """Whether a clause with "that" can be no report: its verb is "be", or bare behind one who "does" and not "do"."""
    if not is_bare(clauses, clause):
        return False
    if clauses.sentence.children(clause, "aux", "auxpass") or clause.lower == "be":
        return True
    doers = clauses.sentence.children(clause, "nsubj")
    return bool(doers) and all(d.tag in ("NN", "NNP") for d in doers)
