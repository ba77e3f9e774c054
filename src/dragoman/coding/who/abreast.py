"""Several parties told by one noun: "government and rebel delegates", "the presidents of Chad and of Mali"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.language.parse import Token

if TYPE_CHECKING:
    from dragoman.coding.who.reference import Reference, Referrer

_BEFORE = ("nmod", "amod", "compound")


def abreast(referrer: Referrer, noun: Token, found: Reference) -> list[Reference]:
    """The parties whose kinds stand side by side before `noun`, each of the state that `found` is of; else `found` alone."""
    for before in referrer.sentence.children(noun, *_BEFORE):
        beside = referrer.sentence.children(before, "conj")
        if not beside:
            continue
        roles = [referrer.scene.role_at(t) for t in (before, *beside)]
        sectors = [role.sector for role in roles if role is not None and role.sector]
        if len(set(sectors)) > 1 and len(sectors) == len(roles):
            return [replace(found, sector=sector) for sector in sectors]
    return [found]


def of_each(referrer: Referrer, noun: Token, first: tuple[str, ...]) -> tuple[str, ...]:
    """ "The presidents of Chad, of Mali and of Niger": all whose a plural noun is; `first` are those of its first "of"."""
    if not first or noun.tag not in ("NNS", "NNPS"):
        return first
    here = [p for p in referrer.sentence.children(noun, "prep") if p.lower == "of"]
    further = [*here[1:], *(c for p in here for c in referrer.sentence.children(p, "conj") if c.lower == "of")]
    named = (c for p in further for o in referrer.sentence.children(p, "pobj") for c in referrer.codes(o))
    return tuple(dict.fromkeys((*first, *named))) if further else first
