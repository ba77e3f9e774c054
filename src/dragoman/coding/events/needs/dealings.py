"""Conditions of event rules about who gives aid, who deals with whom, and what is done to those in custody: `needs.table.NEEDS`
holds them with the rest.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.coding.events.found import Found, sectors
from dragoman.coding.who.reference import codes_in
from dragoman.lexicon.words import word_class

# Those who stop work, and do not stop aid.
_HANDS = frozenset("LAB EDU MED CVL BUS MNC AGR OPP REB UAF CRM SOC".split())
_CUSTODY = word_class("in-custody")
_ILL_USE = word_class("ill-use")
_HELPING = word_class("sent-to-help")
_FOR_STATES = frozenset({"GOV", "LEG", "MIL", "IGO", "PTY", "OPP", "REB"})
_ARTS = word_class("sports-arts-markets")
_FORCES_AND_MISSIONS = word_class("forces-and-missions")


def _giver(found: Found) -> bool:
    """A state or its organs, an organisation or a charity: who gives aid and keeps relief going; no strikers, no firms."""
    kinds = sectors(found.source)
    named = any(r.codes for r in found.source)
    return named and not kinds & _HANDS and (bool(kinds & {"NGO", "IGO", "GOV"}) or not kinds)


def _between(found: Found) -> bool:
    """A state or organisation does it, in a clause of its own, to another state: what most verbs mean between such needs no
    object to tell it.
    """
    own = codes_in(found.source)
    if not own or sectors(found.source) & _HANDS or found.verb.dep in ("amod", "acl", "relcl") or found.noun is not None:
        return False
    others = codes_in(found.target) - own
    return any(c in found.reader.scene.knowledge.states for c in others) and _ARTS.isdisjoint(found.near)


def _in_custody(found: Found) -> bool:
    """ "Died after beatings while held by police": both what was done and that it was done in somebody's hands."""
    words = found.reader.sentence.said
    return bool(words & _CUSTODY) and bool(words & _ILL_USE)


def _props_up(found: Found) -> bool:
    """ "Sent soldiers to shore up the government in Juba": what they are sent for is to help."""
    purposes = found.reader.sentence.children(found.verb, "advcl", "xcomp", "acl")
    purposes += [c for o in found.reader.clauses.objects(found.verb) for c in found.reader.sentence.children(o, "acl", "relcl")]
    return any(c.tag == "VB" and not _HELPING.isdisjoint(found.reader.clauses.verb_lemmas(c)) for c in purposes)


def _to_inquire(found: Found) -> bool:
    """ "Sent a team to find out who shot them", "a commission to inquire into the massacre"."""
    return _is_for(found, found.reader.vocabulary.groups["inquiring"])


def _to_recant(found: Found) -> bool:
    """ "Forced monks to denounce their abbot": made to say or do what nobody would of himself."""
    return _is_for(found, found.reader.vocabulary.groups["recanting"])


def _in_peace_force(found: Found) -> bool:
    """ "Pulled its battalion out of the U.N. force": what is left is a force or mission, and no place."""
    clauses, sentence = found.reader.clauses, found.reader.sentence
    outs = [p for p in sentence.children(found.verb, "prep", "advmod", "prt") if p.lower in ("out", "from")]
    left = [
        *clauses.under(found.verb, "from"),
        *clauses.under(found.verb, "of"),
        *(h for p in outs for h in clauses.under(p, "of")),
    ]
    return any(h.lower in _FORCES_AND_MISSIONS for h in left)


def _is_for(found: Found, lemmas: frozenset[str]) -> bool:
    sentence = found.reader.sentence
    heads = [found.verb, *found.reader.clauses.objects(found.verb)]
    purposes = [c for h in heads for c in sentence.children(h, "advcl", "xcomp", "acl", "relcl", "ccomp") if c.tag == "VB"]
    return any(not lemmas.isdisjoint(found.reader.clauses.verb_lemmas(c) or (c.lower,)) for c in purposes)


def _itself(found: Found) -> bool:
    """A state by its name or those who speak for it, and no band or bakery of that state."""
    scene, tokens = found.reader.scene, found.reader.sentence.tokens
    return any(
        r.sector in _FOR_STATES or tokens[r.head].lower == "side" or scene.mention_at(tokens[r.head]) is not None
        for r in found.source
    )


def _own_force(found: Found) -> bool:
    """ "Ordered its marines out of Chad": those who leave are of whoever bids them leave."""
    reader, own = found.reader, codes_in(found.source)
    moved = [r for o in reader.clauses.objects(found.verb) for r in reader.referrer.all(o)]
    return bool(own) and any(r.codes and set(r.codes) <= own for r in moved)


DEALINGS: dict[str, Callable[[Found], bool]] = {
    "source-giver": _giver,
    "between-states": _between,
    "beaten-in-custody": _in_custody,
    "props-up": _props_up,
    # "Will send Chad ten helicopters": somebody gets them, and no front.
    "sent-to-somebody": lambda f: any(c.tag[0] == "N" for c in f.reader.sentence.children(f.verb, "dative")),
    # Relief workers and doctors by their organisation's name.
    "source-charity": lambda f: "NGO" in sectors(f.source),
    # No crowd puts down what crowds begin.
    "source-unpeopled": lambda f: sectors(f.source).isdisjoint(_HANDS),
    "in-peace-force": _in_peace_force,
    "to-inquire": _to_inquire,
    "to-recant": _to_recant,
    "source-itself": _itself,
    "own-force": _own_force,
    # A commission that finds somebody responsible; courts convict.
    "source-unjudging": lambda f: "JUD" not in sectors(f.source) and not f.subject & {"court", "jury", "judge", "tribunal"},
    "for-itself": lambda f: not (_props_up(f) and codes_in(f.target) - codes_in(f.source)),
}
