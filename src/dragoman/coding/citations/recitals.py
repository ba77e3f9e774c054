"""Sentences that tell what an instrument provides or whom it binds, so that nobody invokes it."""

from __future__ import annotations

from itertools import islice

from dragoman.coding.citations.stances import Cue
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

# Whom the rules of treaties speak of.
_PARTIES = frozenset({"parties", "party", "members", "signatories"})
_MODALS = frozenset({"may", "shall"})
_BORNE = word_class("borne")


def tells_own_rule(bench: Workbench, cue: Cue) -> bool:
    """Whether the sentence is a rule of the instrument itself: "the parties may invite others to further its principles"."""
    root = bench.sentence.tokens[bench.sentence.root]
    subjects = bench.sentence.children(root, "nsubj", "nsubjpass")
    ruled = any(s.lower in _PARTIES and bench.scene.mention_at(s) is None for s in subjects)
    return ruled and not cue.phrased and bool(_MODALS.intersection(bench.clauses.auxiliaries(root)))


def is_borne(bench: Workbench, head: Token) -> bool:
    """Whether an instrument only says which obligations a clause is about: "its obligations under the treaty remain"."""
    for above in islice(bench.sentence.ancestors(head), 4):
        if above.tag[0] == "V":
            return False
        if above.lower in _BORNE:
            return above.dep in ("nsubj", "nsubjpass", "dobj")
    return False
