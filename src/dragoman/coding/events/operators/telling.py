"""What somebody is told to do, and what they are told that they must do: demands by whoever tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.events.act import ASKED, Act
from dragoman.coding.events.operators.demands import request
from dragoman.coding.events.operators.operands import made, objects_of
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.language.parse import Token

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_THEM = frozenset({"it", "they", "he", "she", "you"})


def told(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    """ "told Moscow to free the reporter": telling somebody to do something is asking; telling that, is not."""
    below = reader.sentence.children(verb, "xcomp", "advcl", "ccomp")
    addressee = [r for o in reader.clauses.objects(verb) for r in reader.referrer.all(o)]
    asked = [c for c in below if reader.clauses.is_bidden(c) and not reader.sentence.children(c, "nsubj")]
    if not asked and (bound := _bound(reader, verb, inner, addressee)) is not None:
        return [bound]
    if not asked or not (addressee or objects_of(reader, verb)):
        return None
    if any(reader.clauses.or_else(c) for c in asked):
        return [made(reader, "THREATEN", None, verb, "or-else", inner, addressee or objects_of(reader, verb))]
    return request(reader, verb, inner)


def _bound(reader: ActReader, verb: Token, inner: list[Act], addressee: list[Reference]) -> Act | None:
    """ "Told Chad that it must pull back", "were told that they had to leave": whoever is told a duty of their own is asked to
    do it; None where nothing of the kind is told.
    """
    clauses, known = reader.clauses, codes_in(addressee)
    for clause in reader.sentence.children(verb, "ccomp") if known else ():
        duty = next((c for c in (clause, *reader.sentence.children(clause, "xcomp")) if clauses.is_duty(c)), None)
        theirs = [s for s in clauses.subjects(clause) or clauses.objects(clause) if s.dep in ("nsubj", "nsubjpass")]
        meant = any(s.lower in _THEM or known & codes_in(reader.referrer.all(s)) for s in theirs)
        if duty is None or not meant or clauses.or_else(duty):
            continue
        return made(
            reader, "REQUEST", ASKED.get(inner[0].event, "change") if inner else "change", verb, "told-duty", inner, addressee
        )
    return None
