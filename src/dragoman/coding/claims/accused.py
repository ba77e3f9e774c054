"""What somebody accuses another of, as the claim of who does: "accused Chad of rights abuses", "was accused of arming rebels"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.names.mentions import OF_PERSONS
from dragoman.coding.sentence.phrasing import trimmed
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_ACCUSES = word_class("accusing-of")
_PERSONS = frozenset({"him", "her", "he", "she", "me", "i"})
_APART = frozenset({"relcl", "advcl", "parataxis"})


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words may tell of what somebody is accused."""
    return not words.isdisjoint(_ACCUSES)


def find(grounds: Grounds) -> Iterator[Draft]:
    """A draft for each who is accused, by each who accuses: what breaks a law by its verb is read as a verdict."""
    sentence, clauses = grounds.sentence, grounds.clauses
    for verb in sentence.among(_ACCUSES):
        if verb.tag[0] != "V" or verb.dep in ("amod", "acl") or clauses.negated(verb) or not grounds.is_asserted(verb):
            continue
        accused = sentence.children(verb, "nsubjpass") or sentence.children(verb, "dobj")
        charge = _charge(grounds, verb, accused)
        by = grounds.codes_of(clauses.subjects(verb)) if charge is not None else ()
        if charge is None or not by:
            continue
        words = sentence.subtree(charge, without=_APART)
        beside = [
            c for c in sentence.children(charge, "advcl") if not any(t.text == "," for t in sentence.tokens[charge.i : c.i])
        ]
        span = sentence.span([*words, *(t for c in beside for t in sentence.subtree(c, without=_APART))])
        statement = trimmed(grounds.bench.text, span)
        for code in grounds.codes_of(t for t in accused if not _is_person(grounds, t)):
            yield Draft("existence", verb, verb.start, max(verb.end, statement.end), statement, code, by=by)


def _is_person(grounds: Grounds, token: Token) -> bool:
    """What a person is accused of, their state is not."""
    mention = grounds.bench.scene.mention_at(token)
    if mention is None:
        return token.lower in _PERSONS or token.tag == "NNP"
    return mention.kind in OF_PERSONS


def _charge(grounds: Grounds, verb: Token, accused: list[Token]) -> Token | None:
    """What stands under "of" behind the verb or whom it is said of."""
    agents = grounds.sentence.agents(verb)
    for of in (
        p for t in (verb, *accused, *agents) for p in grounds.sentence.children(t, "prep") if p.lower == "of" and p.i > verb.i
    ):
        for charge in grounds.sentence.children(of, "pobj", "pcomp"):
            return charge if charge.lower not in grounds.words["breaks"] else None
    return None
