"""In what capacity somebody acts: the sector of a noun phrase, by its name, its role, what stands before it, its group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.names.mentions import OF_PERSONS, Mention, RoleMention
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.who.reference import Referrer

_GROUPS = word_class("groups")
# Whose words say little of what they are: the group that they belong to says it ("Houthi gunmen", "Hezbollah's leader").
_MEMBERS = frozenset({"UAF", "MIL", "GOV", "REB"})
_TRADES = frozenset({"BUS", "LAB", "CVL", "SOC", "NGO"})
_BANDS = frozenset({"REB", "PRM", "OPP", "PTY", "UAF", "CRM", "SPY"})
# Who leads or speaks for people is one of them, and no official.
_HEADS = word_class("heads-of-groups")
_LED = frozenset("OPP PTY REB UAF PRM CRM LAB AGR BUS MED EDU JRN REL REF SOC CVL NGO".split())


def sector_of(referrer: Referrer, token: Token, mention: Mention | None, role: RoleMention | None) -> str | None:
    """The sector of who is named: a modifier overrides the head ("retired vice president")."""
    for child in referrer.sentence.children(token, "amod", "compound", "nmod", "advmod"):
        if role is not None and role.start <= child.start < role.end and child.end < role.end:
            continue  # "ruling party": the longer phrase says it
        if mention is not None and mention.kind == "organisation" and mention.start <= child.start < mention.end:
            continue  # "International Criminal Court" is a name
        modifier = referrer.scene.knowledge.names.modifier(child.lower)
        if modifier is not None and modifier.sector and (role is not None or mention is not None):
            if role is not None and (role.sector, modifier.sector) == ("PTY", "GOV"):
                continue  # "the ruling Freedom party"
            if role is None and mention is not None and (mention.kind, modifier.sector) == ("name", "ELI"):
                continue  # "former Rhodesia" is a state, not somebody who once was in office
            return modifier.sector
    if mention is not None and mention.kind == "alias" and mention.sector and role is not None and role.sector in _TRADES:
        return mention.sector  # "the Corporation", "the Union" that the text named in full before
    if mention is not None and mention.kind in OF_PERSONS:
        former = (mention.status == "former" and mention.kind == "person") or _was_in_office(referrer, token)
        return "ELI" if former else mention.sector
    if mention is None and token.lower in _HEADS and (led := _led(referrer, token)) is not None:
        return led
    if mention is None and (role is None or role.sector in _MEMBERS):
        band = _band(referrer, token)
        if band is not None:
            return band
    if role is None and mention is None:
        role = _role_of_group(referrer, token)
    if role is not None and not (role.careful and mention is None and not referrer.modifier_codes(token)):
        return role.sector
    if mention is not None:
        return mention.sector or ("CVL" if mention.kind == "demonym" else None)
    return None


def _was_in_office(referrer: Referrer, token: Token) -> bool:
    """ "Ann Dow, former president of Chile and chair of a foundation"."""
    beside = referrer.sentence.children(token, "appos")
    return any(c.lower in ("former", "ex") for b in beside for c in referrer.sentence.children(b, "amod", "compound"))


def _band(referrer: Referrer, token: Token) -> str | None:
    """The sector of the armed group, party or service that somebody belongs to by the words before or after "of"."""
    near = referrer.sentence.children(token, "compound", "amod", "nmod", "poss")
    near += [
        o for p in referrer.sentence.children(token, "prep") if p.lower == "of" for o in referrer.sentence.children(p, "pobj")
    ]
    found = [m for c in near if (m := referrer.scene.mention_at(c)) is not None and m.kind == "body"]
    return next((m.sector for m in found if m.sector in _BANDS), None)


def _led(referrer: Referrer, token: Token) -> str | None:
    """ "The leader of Chad's main opposition party", "the head of the miners' union": the sector of those whom somebody heads."""
    prepositions = [p for p in referrer.sentence.children(token, "prep") if p.lower in ("of", "for")]
    led = [o for p in prepositions for o in referrer.sentence.children(p, "pobj")]
    found = (sector_of(referrer, o, referrer.scene.mention_at(o), referrer.scene.role_at(o)) for o in led)
    return next((sector for sector in found if sector in _LED), None)


def _role_of_group(referrer: Referrer, token: Token) -> RoleMention | None:
    """ "the opposition coalition", "police squads": a body is what its members are."""
    if token.lower not in _GROUPS:
        return None
    return next((r for c in referrer.sentence.children(token, "compound", "amod") if (r := referrer.scene.role_at(c))), None)
