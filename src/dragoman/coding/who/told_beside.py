"""Whom "it" does not mean: whoever stands beside the subject, or was named behind a preposition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.language.parse import Token

if TYPE_CHECKING:
    from dragoman.coding.who.reference import Reference, Referrer

_PREPOSITION = re.compile(r"\b(?:with|from|to|of|in|for|against|between|at|on|into)\s+(?:the\s+)?$")
_PREPOSITION_IN = re.compile(r"\w\s(?:with|to|from|between|in|against|towards)\s")
# "With Chad, it founded the Union", "as a founder of the Union it ...": whom the sentence opens with beside "it".
_BESIDE = frozenset({"with", "as", "like", "unlike", "alongside", "besides", "among"})


def is_no_subject(referrer: Referrer, last: Reference) -> bool:
    """Whether whom the last sentence named stood behind a preposition: "Relations with China began in 1955. It ..."."""
    if last.sector is None and _PREPOSITION_IN.search(last.text) is not None:
        return True
    return _PREPOSITION.search(referrer.scene.document.text, max(0, last.span.start - 16), last.span.start) is not None


def is_beside(referrer: Referrer, pronoun: Token, candidate: Token) -> bool:
    """Whether a phrase before the subject "it" says beside whom or as what it acts."""
    if pronoun.dep not in ("nsubj", "nsubjpass"):
        return False
    chain = (candidate, *referrer.sentence.ancestors(candidate))
    return any(above.lower in _BESIDE and above.head == pronoun.head and above.dep == "prep" for above in chain)
