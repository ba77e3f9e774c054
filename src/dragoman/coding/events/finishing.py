"""The last look at an act: its modality, parties that stand elsewhere, and whether there is an event at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events import modes
from dragoman.coding.events.act import Act
from dragoman.coding.events.doubts.everyday import is_everyday
from dragoman.coding.events.doubts.motions import is_drafted, without_those_in_text
from dragoman.coding.events.doubts.no_deeds import is_no_deed
from dragoman.coding.events.doubts.spoken import as_words
from dragoman.coding.events.doubts.stipulations import (
    is_agreed_on,
    is_asked,
    is_courtesy,
    is_dismissed,
    is_habit,
    is_own_law,
    is_practice,
    is_stipulated,
    is_supposed,
)
from dragoman.coding.events.doubts.unlikely import is_nobodys, without_unlikely
from dragoman.coding.events.doubts.unliving import is_of_nobody
from dragoman.coding.events.doubts.unproved import is_unproved
from dragoman.coding.events.doubts.voiceless import gone_on, is_by_thing
from dragoman.coding.events.loose import loose_target
from dragoman.coding.events.modality import with_modality
from dragoman.coding.events.operators.alleging import charged
from dragoman.coding.events.operators.wishes import as_decided, is_driven, is_errand, is_wish, on_errand
from dragoman.coding.events.sides import mistaken as sides
from dragoman.coding.events.sides import parties
from dragoman.coding.events.sides.addressees import asks_all, of_speaker, shared, thanked_by
from dragoman.coding.events.sides.dialogue import answered, of_the_same
from dragoman.coding.events.sides.harmed import without_harmed
from dragoman.coding.events.sides.resumed import remember
from dragoman.coding.events.sides.together import drilled_alone
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_PACTS, _MEASURES = word_class("pacts"), word_class("measures-against-others")
_OFFERS = word_class("offers-to-a-state")
_ARMS = frozenset({"MIL", "COP", "PRM", "REB"})
# Who fights those of one's own state.
_OF_A_LAND = frozenset({"REB", "UAF", "PRM", "CRM", "CVL"})


def finish(reader: ActReader, act: Act) -> Act | None:
    """Modality, parties that stand elsewhere in the sentence, and whether there is an event at all."""
    if reader.clauses.in_condition(act.head):
        return None
    for step in (_meant, _doubted, with_modality, _sided, _told):
        changed = step(reader, act)
        if changed is None:
            return None
        act = changed
    return act


def _meant(reader: ActReader, act: Act) -> Act | None:
    """What a wish comes to: a threat, an errand, a decision; None where it is no more than a wish."""
    if not is_wish(reader, act.head) or reader.clauses.is_bound(act.head):
        return act
    if is_driven(reader, act):
        return replace(act, event="THREATEN", mode=None, rule=f"will:{act.rule}")
    return on_errand(reader, act) if is_errand(reader, act) else as_decided(reader, act)


def _doubted(reader: ActReader, act: Act) -> Act | None:
    """The act, where its words tell what somebody did, and not what things do, what a text lays down, or what is only asked."""
    head = act.head
    if is_by_thing(reader, act) or is_nobodys(reader, act) or is_of_nobody(reader, act) or is_no_deed(reader, act):
        return None
    if (
        is_stipulated(reader, head, told=act.event != "AGREE")
        or is_drafted(reader, head)
        or (act.mode == "treaty" and is_habit(reader, head))
    ):
        return None
    if is_courtesy(act) or is_own_law(reader, act) or is_practice(reader, act):
        return None
    if is_asked(reader, head) or is_dismissed(reader, head, charged=act.event == "ACCUSE"):
        return None
    return None if is_agreed_on(reader, head) or is_supposed(reader, head) or is_unproved(reader, head) else act


def _sided(reader: ActReader, act: Act) -> Act | None:
    """The act with both its sides: those that its rule leaves open, and without those that are no party to it."""
    act = _with_loose(reader, of_the_same(reader, act))
    if not codes_in(act.target) and (thankful := thanked_by(reader, act)):
        act = replace(act, target=thankful)
    right = sides.corrected(reader, act)
    if right is None:
        return None
    act = charged(reader, gone_on(reader, right))
    if sides.is_policy(reader, act):
        return None
    if act.mode == "visit" or act.rule == "troops-arrive":
        act = parties.other_side(reader, act)
    act = shared(reader, parties.met(reader, act))
    if act.modality == "negated" and not act.source:
        return None  # "has not been ignored": what nobody did not do
    act = answered(reader, sides.completed(reader, parties.addressee(reader, parties.at_home(reader, act))))
    return without_harmed(reader, parties.uprooted(reader, of_speaker(reader, modes.tell(reader, act))))


def _with_loose(reader: ActReader, act: Act) -> Act:
    """The act with whoever stands below its verb without a place of his own, where it is done to nobody else."""
    # Whom it spares stands in the object of what will not be done; ships that are sent to a sea are not sent against it.
    nobody = not act.target or (act.event == "MOBILIZE" and not any(r.codes or r.sector for r in act.target))
    if (
        not nobody
        or act.reciprocal
        or act.rule in ("will-not", "refuse-decision")
        or (act.event == "REQUEST" and asks_all(reader, act.head))
    ):
        return act
    found = loose_target(reader, act.head, codes_in(act.source))
    if act.mode == "weapons":
        found = [r for r in found if not _is_test_site(reader, r)]
    return replace(act, target=tuple(found))


def _is_test_site(reader: ActReader, reference: Reference) -> bool:
    """ "Tested a bomb near Tahiti": where arms are tried out, and nobody they are aimed at; a frontier is somebody's."""
    head = reader.sentence.tokens[reference.head]
    return head.dep == "pobj" and head.tag == "NNP" and reader.sentence.tokens[head.head].lower in ("near", "in", "at", "from")


def _told(reader: ActReader, act: Act) -> Act | None:
    """The act as it is told, where it is one between parties that are known, and is remembered for later sentences."""
    backed = without_those_in_text(reader, without_own(without_unlikely(reader, as_words(reader, act))))
    if backed is None:
        return None
    act = drilled_alone(reader, without_venue(reader, backed))
    if is_everyday(reader, act):
        return None
    remember(reader, act)
    if is_own_backing(reader, act):
        return None
    known = any(r.codes for r in (*act.source, *act.target)) or parties.known_by_role(reader, act)
    return act if known else None


def without_own(act: Act) -> Act:
    """ "Rome imposed sanctions on four companies", "Chad fired rockets at military bases": on nobody of its own, where no word
    says whose they are.
    """
    named = any(r.sector not in (None, "GOV", "MIL") or not r.codes for r in act.source)
    fallen = codes_in(act.target)
    at_home = any(r.sector in _OF_A_LAND and set(r.codes) <= fallen for r in act.source)  # "Chadian rebels and Arab volunteers"
    if act.event == "ASSAULT" and not act.reciprocal and fallen and fallen < codes_in(act.source) and not at_home:
        # "Clashes between Chad and Mali, in which nine Malians died": by the other side.
        others = (replace(r, codes=tuple(c for c in r.codes if c not in fallen)) for r in act.source)
        return replace(act, source=tuple(r for r in others if r.codes))
    if act.event == "ASSAULT" and not named:
        own = codes_in(act.source)
        struck = (r for r in act.target if not (r.sector == "MIL" and r.text.islower() and set(r.codes) <= own))
        return replace(act, target=tuple(struck))
    if act.mode == "resign" and codes_in(act.source):  # "resigned over a death at the Chadian border": from no office there
        return replace(act, target=tuple(r for r in act.target if not r.codes or set(r.codes) & codes_in(act.source)))
    if _is_upon_itself(act):
        return replace(act, target=())
    bans = act.event == "SANCTION" and act.object is not None and act.object.lower.startswith("sanction")
    firms = any(r.sector == "BUS" for r in act.target)
    return replace(act, target=()) if bans and firms and codes_in(act.target) <= codes_in(act.source) else act


def _is_upon_itself(act: Act) -> bool:
    """ "Imposed an embargo on it", "put a bank on its blacklist", "rejected the treaty": a state and no part of it, by itself."""
    if act.reciprocal or not act.target or codes_in(act.target) != codes_in(act.source) or not act.source:
        return False
    if act.object is None:
        return False
    if (
        act.event in ("AGREE", "CONCEDE")
        and act.object.lower in _OFFERS
        and act.head.tag[0] == "V"
        and not any(r.sector for r in act.source)
    ):
        return not any(r.text for r in act.target)  # "Chad accepted the invitation": somebody else's
    if any(r.sector not in (None, "GOV", "BUS", "IGO") for r in act.target):
        return False
    if act.event == "REJECT":
        return act.object.lower in _PACTS
    return act.event == "SANCTION" and act.mode == "discontinue" and act.object.lower in _MEASURES


def without_venue(reader: ActReader, act: Act) -> Act:
    """ "In Brussels we pledged a billion", "agreed to act together within the Council": where a promise is given or kept is
    none whom it is given to.
    """
    if act.event != "AGREE" or not act.target or act.reciprocal:
        return act
    tokens = reader.sentence.tokens
    return replace(act, target=tuple(r for r in act.target if not r.text or not _is_venue(reader, tokens[r.head])))


def _is_venue(reader: ActReader, head: Token) -> bool:
    while head.dep == "conj" and head.head != head.i:
        head = reader.sentence.tokens[head.head]
    above = reader.sentence.head(head) if head.dep == "pobj" else None
    mention = reader.scene.mention_at(head)
    town = mention is not None and mention.kind in ("capital", "seat")
    return above is not None and (above.lower == "within" or (above.lower == "in" and town))


def is_own_backing(reader: ActReader, act: Act) -> bool:
    """ "The Chadian army and the planes backing them": one arm of a side that backs another is no event between two."""
    if act.event == "SUPPORT" and act.head.lower == "backed" and act.head.dep == "acl" and act.head.tag == "VBN":
        own = codes_in(act.source)
        if own <= codes_in(act.target) and {r.sector for r in (*act.source, *act.target)} & _ARMS:
            return True  # "soldiers backed by helicopters", "inspectors backed by police"
    if act.event != "SUPPORT" or not act.target or act.reciprocal or not codes_in(act.source):
        return False
    named = [reader.sentence.tokens[r.head] for r in act.target if r.text]
    return codes_in(act.target) <= codes_in(act.source) and bool(named) and all(t.tag == "PRP" for t in named)
