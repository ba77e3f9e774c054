"""Who is meant by what they are taken for, belong to, sent or wrote: "gunmen believed to be from Chad", "drones launched by rebels"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.who.reference import Reference, Referrer

# What makes a thing its sender's.
_SENT = word_class("sent-by-somebody")
_WORKS = word_class("works")
_ISSUED = word_class("published-by")
_FIGURES = word_class("figures")
# "The Dow is a frigate of the Chilean navy": so the Dow is Chile's.
_VESSELS = word_class("vessels")
# Whom a deed is laid to, and who owns to it.
_LAID_TO = {"blamed": "on", "attributed": "to", "ascribed": "to", "claimed": "by"}
_COPULAS = frozenset({"is", "was", "became", "becomes"})
# What somebody is taken for, without its being known.
SUPPOSED = word_class("supposed")
_COUNTED_AS = frozenset({"be", "being", "been", "from"})


def predicated(referrer: Referrer, token: Token) -> Reference | None:
    """ "Brown became the first president of Ghana to ...": somebody unknown is what the clause says he is."""
    verb = referrer.sentence.head(token)
    if verb is None or token.dep != "nsubj" or token.tag != "NNP" or verb.lower not in _COPULAS:
        return None
    for attribute in referrer.sentence.children(verb, "attr"):
        known = referrer.scene.role_at(attribute) is not None or attribute.lower in _VESSELS
        found = referrer.refer(attribute) if known else None
        if found is not None and found.codes:
            return found
    return None


def supposed(referrer: Referrer, token: Token) -> Reference | None:
    """ "Two women believed to be North Korean agents", "gunmen suspected to be from Chad": of whom they are thought to be."""
    for clause in referrer.sentence.children(token, "acl"):
        if clause.lower not in SUPPOSED:
            continue
        below = referrer.sentence.subtree(clause, without=frozenset({"relcl", "advcl", "conj"}))
        heads = [h for be in below if be.lower in _COUNTED_AS for h in referrer.sentence.children(be, "attr", "acomp", "pobj")]
        return next((found for h in heads if (found := referrer.refer(h)) is not None and found.codes), None)
    return None


def of_group(referrer: Referrer, token: Token) -> Reference | None:
    """ "Leaders of the opposition coalition": of the same kind as the group."""
    if token.lower not in _FIGURES:
        return None
    of = [
        o for p in referrer.sentence.children(token, "prep") if p.lower == "of" for o in referrer.sentence.children(p, "pobj")
    ]
    return referrer.refer(of[0]) if of else None


def maker(referrer: Referrer, token: Token) -> Reference | None:
    """ "drones launched by rebels", "a report by the Bank": a thing is of those who sent it, a text of who wrote it."""
    is_text = token.lower in _WORKS
    for prep in referrer.sentence.children(token, "prep") if is_text else ():
        if prep.lower == "by":
            return next((referrer.refer(o) for o in referrer.sentence.children(prep, "pobj")), None)
    for clause in referrer.sentence.children(token, "acl"):
        if clause.lower in _LAID_TO and not is_text:  # "air strikes blamed on Chad"
            under = [p for p in referrer.sentence.children(clause, "prep", "agent") if p.lower == _LAID_TO[clause.lower]]
            return next((referrer.refer(o) for p in under for o in referrer.sentence.children(p, "pobj")), None)
        if clause.tag != "VBN" or clause.lower not in (_ISSUED if is_text else _SENT):
            continue
        for by in (t for t in referrer.sentence.subtree(clause) if t.lower == "by"):
            for doer in referrer.sentence.children(by, "pobj"):
                return referrer.refer(doer)
    return None


def where_he_speaks(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "Finance Minister Peter Banda, speaking in Lusaka": an official whose state nobody names is of the capital he speaks in."""
    says = [c for c in referrer.sentence.children(token, "acl", "advcl") if c.lower == "speaking"]
    if not says or not any(referrer.scene.role_at(t) for t in referrer.sentence.children(token, "compound")):
        return ()
    towns = [
        o for p in referrer.sentence.children(says[0], "prep") if p.lower == "in" for o in referrer.sentence.children(p, "pobj")
    ]
    found = [m for t in towns if (m := referrer.scene.mention_at(t)) is not None and m.kind == "capital" and m.code]
    return (found[0].code or "",) if found else ()
