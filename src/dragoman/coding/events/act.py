"""What one predicate of a sentence tells, and the kinds of act that operators tell apart."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.who.reference import Reference
from dragoman.language.parse import Token

VERBAL = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"})
COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"})
YIELDING = frozenset({"RETREAT", "CONCEDE"})
# The rule of an act by which somebody promises, agrees, or only decides to yield.
PROMISED_YIELDING = "promise-yielding"
# What is said against somebody, or asked of him.
SPOKEN_AT = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# What harms whom it is done to; a state does the last two by deciding on them.
FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
DECREED = frozenset({"COERCE", "SANCTION"})
HARMFUL = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"})
# Modes of what is asked for or refused, by the act that it would be.
ASKED = {"AID": "assist", "COOPERATE": "assist", "CONSULT": "meet", "RETREAT": "yield", "CONCEDE": "yield"}

# What makes a promise of the act below "will make every effort to".
EVERY_EFFORT = "every-effort"
# What somebody is said to be free to do.
PERMITTED = "may-do"


@dataclass(frozen=True, slots=True)
class Act:
    """What one predicate tells, before it becomes a record. `trigger` are its words; `head` the word they hang on."""

    event: str
    mode: str | None
    rule: str
    head: Token
    trigger: tuple[Token, ...]
    source: tuple[Reference, ...] = ()
    target: tuple[Reference, ...] = ()
    object: Token | None = None
    modality: str = "actual"
    reciprocal: bool = False
