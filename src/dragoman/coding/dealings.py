"""Conditions of event rules about who gives aid, who deals with whom, and what is done to those in custody: `needs.NEEDS`
holds them with the rest.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.coding.found import Found, sectors
from dragoman.coding.reference import codes_in

# Those who stop work, and do not stop aid.
_HANDS = frozenset("LAB EDU MED CVL BUS MNC AGR OPP REB UAF CRM SOC".split())
_CUSTODY = frozenset("custody held detention prison jail gaol cell jailers warders interrogators barracks".split())
_ILL_USE = frozenset(
    "torture tortured beatings beating beaten shocks interrogation ill-treatment mistreatment inflicted".split()
)
_HELPING = frozenset("shore prop bolster help assist aid support reinforce back strengthen protect defend rescue".split())
_FOR_STATES = frozenset({"GOV", "LEG", "MIL", "IGO", "PTY", "OPP", "REB"})
# What clubs, films and markets do is no dealing of states.
_ARTS = frozenset(
    "match team players goal cup striker coach film novel orchestra market markets shares profit profits tourists fans singer "
    "champion championship tournament exhibition".split()
)


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
    words = {t.lower for t in found.reader.sentence}
    return bool(words & _CUSTODY) and bool(words & _ILL_USE)


def _props_up(found: Found) -> bool:
    """ "Sent soldiers to shore up the government in Juba": what they are sent for is to help."""
    purposes = found.reader.sentence.children(found.verb, "advcl", "xcomp", "acl")
    purposes += [c for o in found.reader.clauses.objects(found.verb) for c in found.reader.sentence.children(o, "acl", "relcl")]
    return any(c.tag == "VB" and not _HELPING.isdisjoint(found.reader.clauses.verb_lemmas(c)) for c in purposes)


def _itself(found: Found) -> bool:
    """A state by its name or those who speak for it, and no band or bakery of that state."""
    scene, tokens = found.reader.scene, found.reader.sentence.tokens
    return any(
        r.sector in _FOR_STATES or tokens[r.head].lower == "side" or scene.mention_at(tokens[r.head]) is not None
        for r in found.source
    )


DEALINGS: dict[str, Callable[[Found], bool]] = {
    "source-giver": _giver,
    "between-states": _between,
    "beaten-in-custody": _in_custody,
    "props-up": _props_up,
    "source-itself": _itself,
    # A commission that finds somebody responsible; courts convict.
    "source-unjudging": lambda f: "JUD" not in sectors(f.source) and not f.subject & {"court", "jury", "judge", "tribunal"},
    "for-itself": lambda f: not (_props_up(f) and codes_in(f.target) - codes_in(f.source)),
}
