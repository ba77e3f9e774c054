"""Bills approved and orders signed that tell what will be done to somebody: "endorsed a bill under which the party would be
banned", "signed an order to close the border".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events import rules
from dragoman.coding.events.act import HARMFUL, Act
from dragoman.coding.events.needs.table import ORDERS
from dragoman.coding.events.operators.operands import made
from dragoman.coding.who.reference import codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_APPROVE = word_class("passing-a-law")
_BILLS = word_class("bills")
# What is ordered and not done yet.
_ORDERED = {"RETREAT": "CONCEDE", "AID": "AGREE", "COOPERATE": "AGREE", "CONSULT": "AGREE", "ASSAULT": "THREATEN"}
# What a state approves that it will do for or with others.
_APPROVED_AID = frozenset({"AID", "COOPERATE", "CONSULT", "AGREE"})
_MODES = {"COERCE": "restrict", "REJECT": "restrict", "SANCTION": "restrict"}


def enacted(reader: ActReader, verb: Token, depth: int) -> list[Act] | None:
    """The threat that approving such a bill is, or what an order signed does; None where neither is told."""
    if not ORDERS.isdisjoint(reader.words) and "sign" in reader.clauses.verb_lemmas(verb):
        return _ordered(reader, verb, depth)
    if _BILLS.isdisjoint(reader.words) or _APPROVE.isdisjoint(reader.clauses.verb_lemmas(verb)):
        return None
    bill = next((o for o in reader.clauses.objects(verb) if o.lower in _BILLS), None)
    if bill is None or reader.sentence.children(verb, "prt"):  # "backed down from a plan"
        return None
    clauses = [
        c
        for c in (*reader.sentence.children(bill, "relcl", "acl"), *reader.sentence.children(verb, "advcl", "xcomp"))
        if (reader.clauses.is_future(c) and c.head == bill.i) or (reader.clauses.is_infinitive(c) and c.i == bill.i + 2)
    ]
    taken = set(reader.taken)
    inner = [a for c in clauses for a in reader.interpret(c, depth + 1)]
    source = rules.source_of(reader, verb)
    if source and inner and _APPROVED_AID.issuperset(a.event for a in inner) and not reader.clauses.negated(verb):
        for clause in clauses:
            reader.take(clause)
        return [made(reader, "AGREE", None, verb, "enact-help", inner, list(inner[0].target))]
    harm = [a for a in inner if a.event in HARMFUL | {"REJECT"} and not reader.clauses.negated(a.head)]
    if not source or not harm or len(harm) < len(inner):
        reader.taken = taken
        return None
    for clause in clauses:
        reader.take(clause)
    return [made(reader, "THREATEN", _MODES.get(harm[0].event), verb, "enact-harm", harm, list(harm[0].target))]


def _ordered(reader: ActReader, verb: Token, depth: int) -> list[Act] | None:
    """ "Signed an order to expel two envoys": who signs it expels them."""
    order = next((o for o in reader.clauses.objects(verb) if o.lower in ORDERS), None)
    source = rules.source_of(reader, verb)
    below = [*reader.sentence.children(order, "acl", "relcl"), *reader.sentence.children(verb, "xcomp")] if order else []
    clauses = [c for c in below if reader.clauses.is_infinitive(c) or c.tag == "VBG"]
    taken = set(reader.taken)
    inner = [a for c in clauses for a in reader.interpret(c, depth + 1)]
    if clauses and not inner and not reader.clauses.negated(verb):
        return []  # "signed an order to build a wall": he bids nobody
    if not inner or not source or reader.clauses.negated(verb):
        reader.taken = taken
        return None
    for clause in clauses:
        reader.take(clause)
    return [
        replace(made(reader, _ORDERED.get(a.event, a.event), None if a.event in _ORDERED else a.mode, verb, a.rule, [a],
                     [r for r in a.target if set(r.codes) - codes_in(source) or r.sector]), modality=a.modality)
        for a in inner
    ]  # fmt: skip
