"""Whom an act that names nobody is done to, by another act of its sentence: who was invaded before, who is accused in doing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.who.reference import Reference, codes_in

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_TURNED_ON = frozenset({"SANCTION", "COERCE", "MOBILIZE", "ASSAULT"})
_AT_HOME = frozenset({"arrest", "curfew", "martial-law", "censor", "convict", "police", "crowd-control"})


def among_acts(reader: ActReader, acts: Sequence[Act]) -> list[Act]:
    """The acts of a sentence, with those that name nobody done to whom the others tell."""
    if len(acts) < 2 or not any(a.event in ("ASSAULT", "ACCUSE") for a in acts):
        return [*acts]
    return [
        act if codes_in(act.target) - codes_in(act.source) or act.head.tag[0] != "V" else _towards(reader, act, acts)
        for act in acts
    ]


def _towards(reader: ActReader, act: Act, acts: Sequence[Act]) -> Act:
    own = codes_in(act.source)
    if not own or act.reciprocal:
        return act
    found: Sequence[Reference] = ()
    if (act.event, act.mode) == ("RETREAT", "withdraw"):
        found = _invaded(act, acts)
    elif act.event in _TURNED_ON and act.mode not in _AT_HOME and not any(r.sector for r in act.target):
        found = _accused(reader, act, acts)
    others = tuple(replace(r, text="", sector=None) for r in found if not own & set(r.codes))
    return replace(act, target=others) if others else act


def _invaded(act: Act, acts: Sequence[Act]) -> Sequence[Reference]:
    """ "Chad, which had invaded Mali in May, withdrew its troops": from Mali."""
    own = codes_in(act.source)
    struck = [a for a in acts if a.event == "ASSAULT" and codes_in(a.source) == own and codes_in(a.target) - own]
    return struck[0].target if struck and not any(r.text for r in act.target) else ()


def _accused(reader: ActReader, act: Act, acts: Sequence[Act]) -> Sequence[Reference]:
    """ "Chad, accusing Mali of a raid, closed its border": with Mali."""
    main = next((a for a in reader.sentence.ancestors(act.head) if act.head.dep == "conj" and a.dep != "conj"), act.head)
    over = {act.head.i, main.i, *(s.i for v in (act.head, main) for s in reader.sentence.children(v, "nsubj"))}
    for other in acts:
        clause = other.head.dep in ("advcl", "acl") and other.head.tag == "VBG" and other.head.head in over
        if clause and other.event == "ACCUSE" and codes_in(other.source) == codes_in(act.source):
            return other.target if len(codes_in(other.target)) == 1 else ()
    return ()
