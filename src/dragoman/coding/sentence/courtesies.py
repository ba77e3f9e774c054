"""What is said by wishing, or being allowed, to say it: "I wish to congratulate Ghana", "allow me to condemn the raid"."""

from __future__ import annotations

from dragoman.coding.sentence.predicates import Clauses
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

# What is done by saying it, where somebody wishes to.
SAID = word_class("done-by-wishing-to-say")
_WISHES = frozenset({"wish", "wishes"})
_WOULD = frozenset({"would", "should", "'d", "’d"})
_LETS = frozenset({"allow", "permit"})
_ONESELF = frozenset({"me", "us"})
_WE = frozenset({"i", "we"})
_MY = frozenset({"my", "our"})
_CHANCES = frozenset({"opportunity", "occasion"})
_TAKES = frozenset({"take", "takes", "use", "seize", "avail"})


def asks_leave(clauses: Clauses, verb: Token) -> bool | None:
    """ "Allow me to thank Chad": whether whoever speaks asks to be let do it; None where nobody is let do anything."""
    head = clauses.sentence.head(verb)
    if head is None or head.lower not in _LETS or verb.dep not in ("ccomp", "xcomp"):
        return None
    return _lets_oneself(clauses, head, verb)


def _lets_oneself(clauses: Clauses, lets: Token, verb: Token) -> bool:
    return any(s.lower in _ONESELF for s in (*clauses.objects(lets), *clauses.sentence.children(verb, "nsubj")))


def says_by_wishing(clauses: Clauses, verb: Token) -> bool:
    """Whether an infinitive tells what somebody says by wishing to, or by asking leave to."""
    if verb.lower not in SAID:
        return False
    first = clauses.first(verb)
    head = clauses.sentence.head(first)
    if head is None or first.lower not in SAID or clauses.negated(head) or first.dep not in ("xcomp", "ccomp", "acl", "advcl"):
        return False
    if head.lower in _LETS:
        return _lets_oneself(clauses, head, first)
    if not clauses.is_infinitive(first):
        return False
    if head.lower in _CHANCES:
        above = clauses.sentence.head(head)
        return above is not None and above.lower in _TAKES
    if head.lower in _TAKES:
        return any(o.lower in _CHANCES for o in clauses.objects(head))
    if head.lower in _WISHES:
        if head.tag in ("NN", "NNS"):  # "it is my wish to congratulate"
            return any(c.lower in _MY for c in clauses.sentence.children(head, "poss"))
        # "States that wish to condemn it must", "members may wish to condemn" say nothing yet.
        return head.tag in ("VBP", "VBZ") and head.dep not in ("relcl", "acl")
    if head.lower == "like":
        return not _WOULD.isdisjoint(clauses.auxiliaries(head))
    return head.lower == "want" and any(s.lower in _WE for s in clauses.subjects(head))
