"""Whom "we" means where no one state speaks, and whose a thing is that is listed with another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.parse import Token

if TYPE_CHECKING:
    from dragoman.coding.who.reference import Reference, Referrer

_LANDS = frozenset({"territory", "land", "soil", "lands"})
_TAKEN = frozenset({"occupied", "annexed", "seized", "captured"})


def ours(referrer: Referrer, token: Token, says: frozenset[str]) -> tuple[tuple[str, ...], str | None]:
    """The codes and the sector of those who say "we": by their own words, by the sentence, or all who speak in a joint text;
    `says` are verbs.
    """
    if beside := _told_beside_it(referrer, token):
        return beside, "GOV"
    if (sayer := _sayer(referrer, token, says)) is not None:
        return sayer.codes, sayer.sector
    return _speaking_together(referrer, token), "GOV"


def _told_beside_it(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "We, the presidents of Chad and Mali, ...": those who say so of themselves."""
    beside = referrer.sentence.children(token, "appos")
    return tuple(dict.fromkeys(c for name in beside for r in referrer.all(name) for c in r.codes))


def _sayer(referrer: Referrer, token: Token, says: frozenset[str]) -> Reference | None:
    """ "We condemn the strikes," the premier said: whoever the sentence itself says spoke."""
    sentence = referrer.sentence
    above = [token, *sentence.ancestors(token)]
    for verb in (v for t in above for v in (t, *sentence.children(t, "parataxis", "ccomp")) if v.lower in says):
        subject = next((s for s in sentence.children(verb, "nsubj") if s.tag != "PRP" and s.i != token.i), None)
        found = referrer.refer(subject) if subject is not None else None
        if found is not None and found.codes:
            return found
    return None


def _speaking_together(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "We" of a joint text: all who speak in it."""
    said = referrer.scene.base(token.start)
    return tuple(said[-1].split("+")) if said and "+" in said[-1] else ()


def owner_of_both(referrer: Referrer, token: Token) -> list[Token]:
    """ "The attack of Chad on Mali and its threats": whose the first is, that the second is listed with; "invaded Chad and
    annexed its territory": whose the land is that is taken.
    """
    noun = referrer.sentence.head(token) if token.tag == "PRP$" else None
    if noun is not None and noun.lower in _LANDS:
        return _robbed(referrer, noun)
    first = referrer.sentence.head(noun) if noun is not None and noun.dep == "conj" else None
    if first is None or first.tag[0] != "N":
        return []
    owners = [o for p in referrer.sentence.children(first, "prep") if p.lower in ("of", "by") for o in p.children]
    return [o for o in (*referrer.sentence.children(first, "poss"), *owners) if o.i < token.i]


def _robbed(referrer: Referrer, land: Token) -> list[Token]:
    """What the verb before that of taking a land was done to."""
    above = [a for a in referrer.sentence.ancestors(land) if a.tag[:2] == "VB"]
    if not above or above[0].lower not in _TAKEN or above[0].dep != "conj":
        return []
    return referrer.sentence.children(referrer.sentence.tokens[above[0].head], "dobj")
