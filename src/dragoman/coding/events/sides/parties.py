"""Parties that a sentence leaves unsaid: the state at home, the other side of a visit."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import VERBAL, Act
from dragoman.coding.events.doubts.motions import is_text
from dragoman.coding.events.found import CALENDAR, OFFICIAL
from dragoman.coding.events.sides.addressees import is_anybody
from dragoman.coding.events.sides.earlier import rulers
from dragoman.coding.events.sides.entries import of_its_state, of_mission
from dragoman.coding.events.sides.nameless import (
    announcing,
    at_large,
    fallen,
    fled_from,
    is_between_states,
    of_a_state,
    raiders,
    suffering,
    unnamed,
    victims,
    within,
)
from dragoman.coding.events.sides.organs import speaking_body
from dragoman.coding.events.sides.provoked import to_act
from dragoman.coding.events.sides.together import by_both, each_other, ruled
from dragoman.coding.events.sides.towards import BARGAINED, MATERIAL, SIDES
from dragoman.coding.events.sides.unowned import TIES, is_unknown_holder, theirs, without_own_staff
from dragoman.coding.events.sides.unsaid import unsaid
from dragoman.coding.events.sides.whence import with_place
from dragoman.coding.events.sides.whereabouts import home, is_in_blamed, place_codes, spot, undergone
from dragoman.coding.names.mentions import PLACED
from dragoman.coding.who.reference import Reference, codes_in, implied
from dragoman.coding.who.styled import NEXT_TO
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

PUBLIC = frozenset({"GOV", "LEG", "JUD", "MIL", "PRM", "COP", "SPY", "PTY", "OPP", "REB", "UAF", "LAB", "REL", "REF"})
_SHELTER = word_class("shelter")
_TOLD = frozenset({"CONCEDE", "REJECT", "THREATEN", "AGREE"})
_STAYS = frozenset({"visit", "trip", "stay"})
_WHEN = frozenset({"before", "after", "since", "during"})
_FLOWN = word_class("flown")
_OURS = frozenset({"my", "our"})
_OF_MANY = word_class("of-many")
_BODIES = word_class("ruling-bodies")
# Who deals with others of the same state, wherever in it.
_OF_ONE_STATE = frozenset({"PTY", "OPP", "LAB"})
_OF_SEVERAL = word_class("of-several-states")
_WORLDWIDE = frozenset({"International", "World", "Global", "Inter-American"})
_FROM_ABROAD = word_class("from-abroad")
_OF_NO_STATE = word_class("of-no-state")
# Acts between states, which are done in a third as well.
_ELSEWHERE = frozenset({"CONSULT", "SUPPORT", "AGREE"})

# Acts that are told of two by their roles alone.
_BETWEEN = VERBAL | {"AID", "SANCTION", "CONSULT"}


def at_home(reader: ActReader, act: Act) -> Act:
    """Parties whose state no word says: police and the students they arrest are of one state; so are a president
    and "the Zambian people"; rioters are of the place where they riot.
    """
    act = with_place(
        reader, warned(reader, by_both(reader, each_other(reader, of_mission(reader, of_its_state(reader, ruled(act))))))
    )
    act = _told_elsewhere(reader, act)
    if any(r.codes for r in act.source):
        return _with_others(reader, act)
    neighbours = not act.source and any(s.lower in NEXT_TO for s in reader.clauses.subjects(act.head))
    if neighbours or any(reader.sentence.tokens[r.head].lower in _OF_NO_STATE for r in act.source):
        return act  # "its neighbour bombed a school": not who says so
    source = act.source or tuple(_unnamed_doers(reader, act))
    codes = _native(reader, act, source)
    within_state = (
        act.event == "CONSULT" and bool(source) and {r.sector for r in source} <= _OF_ONE_STATE
    )  # "the ruling party and the opposition met in Lima"
    away = act.event in _ELSEWHERE and act.mode != "visit" and not within_state
    if codes and away and _are_several(reader, source) and place_codes(reader, act):
        # "The Heads of State held talks in Lima": not those of Peru alone.
        codes = tuple(reader.scene.discourse.two(act.head.start))
        if not codes:
            return act
    if act.event in _ELSEWHERE and not any(r.sector for r in source):
        # Where a meeting is held or a treaty signed does not say by whom.
        seat = institution(reader, source)
        return replace(act, source=seat) if seat else act
    if not source and _is_from_abroad(reader, act, codes):
        return act
    return _with_others(reader, _done_here(reader, act, source, codes) if codes else act)


def _told_elsewhere(reader: ActReader, act: Act) -> Act:
    """The act with the parties that other words of the sentence and text tell: who signed a peace, who was hit, who raided."""
    if act.event == "PROTEST":
        act = replace(act, source=tuple(_of_town(reader, r) for r in act.source))
    if not act.target and not act.source and act.event == "ASSAULT" and act.head.tag[0] == "V":
        act = replace(act, target=tuple(victims(reader, act)))
    if act.event in BARGAINED and len(reader.scene.story.signatories) == 1:  # "the rebels undertook to", who signed it
        signed = reader.scene.story.signatories
        act = replace(
            act, source=tuple(r if r.codes or r.sector not in SIDES else replace(r, codes=signed) for r in act.source)
        )
    if not act.source and (doing := raiders(reader, act) or announcing(reader, act)):
        act = replace(act, source=tuple(doing))
    return act


def _unnamed_doers(reader: ActReader, act: Act) -> list[Reference]:
    """Who does it without a name: not who suffers it, nor a thing ("a citizen dies after an attack", "a bomb exploded")."""
    hit = {r.head for r in act.target}
    doers = [r for r in unnamed(reader, act.head) if r.head not in hit]
    if act.event != "ASSAULT":
        return doers
    things = reader.vocabulary.groups["bombs"]
    return [r for r in doers if reader.sentence.tokens[r.head].lower not in things]


def _native(reader: ActReader, act: Act, source: Sequence[Reference]) -> tuple[str, ...]:
    """The state that those are of who act in a sentence without a state of theirs; in the text of a body of several, it."""
    if source and (body := speaking_body(reader, act, source)):
        return (body,)
    if not act.source and (there := fled_from(reader, act)):
        return there
    native = () if _is_of_elsewhere(reader, act, source) else rulers(reader, act, source) or home(reader, act)
    others = codes_in(act.target) if _is_by_another(reader, act, source) else set()
    codes = of_a_state(reader, source, tuple(c for c in native if c not in others))
    if codes or act.mode != "visit":
        return codes
    speaker = reader.scene.speaker(act.head.start)  # "A delegation left for Muscat", in a state's own text
    return (speaker,) if speaker is not None and any(r.sector in OFFICIAL for r in source) else ()


def _is_by_another(reader: ActReader, act: Act, source: Sequence[Reference]) -> bool:
    """Whether who acts is not of the state it is done to: who visits it; nor does a text speak for whom it asks ("The resolution
    calls on Israel"), nor does whoever is blamed protest ("The seizure drew protests"), nor where help comes to send it
    ("Blankets reached Tuzla"), nor does a state break with itself.
    """
    if act.event == "AID" and (not source or any(reader.sentence.tokens[r.head].text == "us" for r in act.target)):
        return True
    if (is_between_states(act) and not _is_in_town(reader, act)) or act.mode == "cyber":
        return True
    if act.mode == "visit" or (
        act.event in VERBAL and any(s.lower == "report" or is_text(reader, s) for s in reader.clauses.subjects(act.head))
    ):
        return True
    return act.event == "ACCUSE" and not source and act.head.tag[0] == "V" and not reader.clauses.is_passive(act.head)


def _is_of_elsewhere(reader: ActReader, act: Act, source: Sequence[Reference]) -> bool:
    """Whether who acts is not of the state that the text is about: planes, "foreign" and "our" people, bodies of several states
    ("The Organization lifted the sanctions on Mali"), those who watch over rights everywhere.
    """
    subjects = reader.clauses.subjects(act.head)
    if act.event == "ASSAULT" and (any(s.lower in _FLOWN for s in subjects) or is_in_blamed(reader, act)):
        return True
    doers = [reader.sentence.tokens[r.head] for r in source]
    if act.head.lower in _FROM_ABROAD or any(h.text in _OF_SEVERAL for h in doers) or any(r.sector == "IGO" for r in source):
        return True
    beside = {c.lower for h in (*doers, *subjects) for c in h.children}
    if not beside.isdisjoint(_OURS) or (act.event in MATERIAL and not beside.isdisjoint(_OF_MANY)):
        return True
    watchers = any(r.sector == "NGO" and "rights" in r.text.lower() for r in source)
    return (watchers and not place_codes(reader, act)) or is_worldwide(reader, source)


def _is_from_abroad(reader: ActReader, act: Act, codes: tuple[str, ...]) -> bool:
    """Whether somebody abroad is struck: who tells of it is not the one who struck."""
    abroad = act.event == "ASSAULT" and codes_in(act.target) - set(codes)
    return bool(abroad) and not place_codes(reader, act) and not spot(reader, act)


def _done_here(reader: ActReader, act: Act, source: Sequence[Reference], codes: tuple[str, ...]) -> Act:
    """The act as done by those of `codes`, where it is told of somebody at all."""
    crowd = act.event == "PROTEST" and act.head.tag[0] == "V"  # "thousands demonstrated"
    if not (source or crowd or act.head.tag[0] == "N" or undergone(reader, act)):
        return act
    words = source[0] if source else None
    told = act.head.dep == "ccomp" or not reader.clauses.is_future(act.head)
    yields = (
        told and act.event == "CONCEDE" and act.head.tag == "VBN"
    )  # "heard that the tax would be dropped": by who rules there
    if not (words or crowd or act.target or yields or place_codes(reader, act)):
        return replace(act, source=())
    span = words.span if words else Span(act.head.start, act.head.end)
    here = Reference(codes, words.sector if words else None, words.text if words else "", span, act.head.i)
    return replace(act, source=(here,))


def _with_others(reader: ActReader, act: Act) -> Act:
    """The act with whom it is done to: told otherwise, or left unsaid."""
    act = fallen(reader, within(reader, at_large(reader, act)))
    own = codes_in(act.source)
    if own and act.target and all(_is_him(reader, r) and set(r.codes) <= own for r in act.target):
        act = replace(act, target=())  # "the minister received the envoy of Chad and handed him a note": not himself
    nameless = [r for r in act.target if not r.codes and r.sector == "IGO"]  # "will work with international organizations"
    if (act.event, act.mode) in TIES and is_own_town(reader, act):
        act = replace(act, target=())
    if not (act.source and act.source[0].codes):
        return act
    tokens = reader.sentence.tokens
    yours = any(c.lower == "your" for r in act.target for c in tokens[r.head].children)
    act = without_own_staff(reader, act)
    if act.target and not yours and not any(r.codes for r in act.target):
        act = replace(act, target=tuple(theirs(reader, act)))
    if act.target or nameless:
        return act
    telling = suffering(reader, act)
    others = (replace(telling, text=""),) if telling is not None else tuple(unsaid(reader, act))
    if is_between_states(act):  # "cut its aid": not to its own
        others = tuple(r for r in others if not set(r.codes) <= own)
    return replace(act, target=others)


def warned(reader: ActReader, act: Act) -> Act:
    """ "Premier Larsson threatens to break off relations unless Britain withdraws": who is to act is threatened, and the other
    of two threatens.
    """
    if (act.event, act.modality) != ("THREATEN", "conditional") or act.target or codes_in(act.source):
        return act
    bidden = tuple(r for r in to_act(reader, act) if r.codes)
    if not bidden:
        return act
    other = reader.scene.discourse.opposite(tuple(codes_in(bidden)), reader.sentence.start)
    unknown = act.source and other and is_unknown_holder(reader, act.source[0])
    source = (replace(act.source[0], codes=other), *act.source[1:]) if unknown else act.source
    return replace(act, source=source, target=bidden)


def _are_several(reader: ActReader, source: Sequence[Reference]) -> bool:
    """ "The heads of state", "foreign ministers Larsson and Crosby"."""
    return len(source) > 1 or any(r.plural or reader.sentence.children(reader.sentence.tokens[r.head], "conj") for r in source)


def _of_town(reader: ActReader, source: Reference) -> Reference:
    """ "Protests went on in Lima": those who protest there are not the government that the town may stand for."""
    mention = reader.scene.mention_at(reader.sentence.tokens[source.head])
    town = source.sector == "GOV" and mention is not None and mention.kind == "capital"
    return replace(source, sector=None) if town else source


def is_worldwide(reader: ActReader, source: Sequence[Reference]) -> bool:
    """ "The International Paralympic Committee": of no one state, whether or not a lexicon knows it."""
    heads = [reader.sentence.tokens[r.head] for r in source if not r.codes]
    return any(c.text in _WORLDWIDE for h in heads if h.tag == "NNP" for c in reader.sentence.children(h, "compound", "amod"))


def institution(reader: ActReader, source: Sequence[Reference]) -> tuple[Reference, ...]:
    """ "ACCRA, March 3 -- The Liberation Council has ...": a body of no state named is that of the town the text is from."""
    if len(source) != 1 or reader.sentence.tokens[source[0].head].lower not in _BODIES:
        return ()
    codes = reader.scene.dated_from
    return (replace(source[0], codes=codes, sector="GOV"),) if codes else ()


def uprooted(reader: ActReader, act: Act) -> Act:
    """ "took in forty thousand Hungarians", "deported 200 Haitians": people of another state who are sheltered or sent away
    are refugees and migrants.
    """
    words = {t.lower for t in reader.sentence.subtree(act.head)} if act.event in ("AID", "AGREE") else set()
    if not (words & _SHELTER or act.mode == "deport"):
        return act
    tokens = reader.sentence.tokens
    named_by_state = [(m := reader.scene.mention_at(tokens[r.head])) is not None and m.kind == "demonym" for r in act.target]
    target = (
        replace(r, sector="REF") if people and r.sector == "CVL" else r
        for r, people in zip(act.target, named_by_state, strict=True)
    )
    return replace(act, target=tuple(target))


def known_by_role(reader: ActReader, act: Act) -> bool:
    """Whether an act of nobody whose state is known is told all the same: "gunmen killed five villagers", "the militia
    rejected the mullahs' offer", "inmates were flogged".
    """
    doers = _roles(reader, act.source)
    if act.modality == "actual" and ((doers and act.event in MATERIAL) or (doers & PUBLIC and act.event in VERBAL)):
        return True
    hit = _roles(reader, act.target)
    if act.modality == "actual" and doers and act.event in _BETWEEN and hit:
        return True  # "the rector reinstated the students": both are somebody
    if doers & PUBLIC and hit and act.event in VERBAL and act.modality in ("negated", "conditional"):
        return True  # "the elders did not ask the militia to leave"
    return act.event in ("ASSAULT", "COERCE") and act.modality in ("actual", "negated") and bool(hit)


def _roles(reader: ActReader, references: Sequence[Reference]) -> set[str]:
    """The sectors of those who are named by a role."""
    tokens = reader.sentence.tokens
    return {r.sector for r in references if r.sector and reader.scene.role_at(tokens[r.head]) is not None}


def addressee(reader: ActReader, act: Act) -> Act:
    """ "would not free her, it told the envoy": what is told to somebody is meant for them, where nobody else is named."""
    if act.event == "ASSAULT" and not act.target and act.source and "attack" in act.rule and act.head.tag[0] == "V":
        # "Peru maintains that Chile had attacked first": whoever says so.
        says = uttered_by(reader, act.head)
        struck = [r for r in says if not set(r.codes) & {c for s in act.source for c in s.codes}]
        return replace(act, target=tuple(struck[:1]))
    if act.event == "CONCEDE" and act.modality == "negated" and not act.target:  # "protests that he had offered no apology"
        own = codes_in(act.source)
        return replace(act, target=tuple(r for r in uttered_by(reader, act.head) if not own & set(r.codes)))
    if act.target or act.event not in _TOLD or act.head.dep != "ccomp" or is_anybody(reader, act):
        return act
    above = reader.sentence.head(act.head)
    own = codes_in(act.source)
    told = [r for o in (reader.clauses.objects(above) if above else ()) for r in reader.referrer.all(o) if set(r.codes) - own]
    return replace(act, target=tuple(told[:1])) if told else act


def uttered_by(reader: ActReader, verb: Token) -> list[Reference]:
    """Whoever says the clause of a verb: the subject of the verb above it that a clause with "that" hangs on."""
    above = reader.sentence.head(verb) if verb.dep == "ccomp" and "that" in reader.clauses.marks(verb) else None
    return [r for r in reader.subjects_meant(above) if r.codes] if above is not None else []


def _is_him(reader: ActReader, reference: Reference) -> bool:
    """Whether a party is told by a pronoun alone, which no subject is in its own clause."""
    return reader.sentence.tokens[reference.head].lower in ("him", "her", "them")


def _is_in_town(reader: ActReader, act: Act) -> bool:
    """ "Were cut off by the government in Lima": whose target is no more than the town that it sits in."""
    heads = [reader.sentence.tokens[r.head] for r in act.target if r.text]
    mentions = [reader.scene.mention_at(h) for h in heads]
    left = any(
        (p := reader.sentence.head(h)) is not None and p.lower == "from" for h in heads
    )  # "recalled our envoy from Lima"
    return bool(mentions) and not left and all(m is not None and m.kind in PLACED for m in mentions)


def is_own_town(reader: ActReader, act: Act) -> bool:
    """ "Ties were cut off by the government in Lima": no government breaks with the town that it sits in."""
    return _is_in_town(reader, act) and codes_in(r for r in act.target if r.text) <= codes_in(act.source)


def is_beside(reader: ActReader, verb: Token, offset: int) -> bool:
    """Whether what stands at `offset` hangs on a verb by "before", "after" and the like."""
    token = next((t for t in reader.sentence if t.start <= offset < t.end), None)
    above = itertools.takewhile(lambda t: t.i != verb.i, reader.sentence.ancestors(token)) if token is not None else ()
    return any(t.lower in _WHEN for t in above)


def met(reader: ActReader, act: Act) -> Act:
    """Who met the one side that is named: whose visit the sentence tells of ("As part of the visit by the minister, talks were
    held with"), else the state that tells it or the other of the two that the text is between.
    """
    if act.event != "CONSULT" or not act.reciprocal or act.source or not act.target or not reader.clauses.is_passive(act.head):
        return act
    named, two = codes_in(act.target), reader.scene.discourse.two(act.head.start)
    for token in reader.sentence if not reader.words.isdisjoint(_STAYS) else ():
        if token.lower in _STAYS and not named & set(reader.referrer.modifier_codes(token)):
            hosts = (*reader.clauses.under(token, "by"), *reader.clauses.under(token, "of"))
            guests = tuple(r for h in hosts for r in reader.referrer.all(h) if set(r.codes) - named)
            rest = [c for c in two if c not in codes_in(guests)]
            if guests and (named or len(rest) == 1):
                target = act.target if named else tuple(replace(r, codes=tuple(rest)) for r in act.target)
                return replace(act, source=guests, target=target)
    if not named:
        return act
    own = [c for c in two if c not in named] if named & set(two) else []
    speaker = reader.scene.speaker(act.head.start)
    own = own or ([speaker] if speaker is not None and speaker not in named else [])
    return replace(act, source=implied(own, Span(act.head.start, act.head.end), act.head.i)) if len(own) == 1 else act


def other_side(reader: ActReader, act: Act) -> Act:
    """Visits between two states of which the sentence names one: the other is the pair the text is about."""
    if act.reciprocal and len(codes_in(act.source)) > 1:
        return act  # "an exchange of visits between Chad and Mali"
    pair = reader.scene.pair(reader.sentence.start) or reader.scene.pair(reader.sentence.end)
    if act.source and not any(r.codes for r in act.source) and act.source[0].sector in OFFICIAL:
        guests = [c for c in pair if c not in codes_in(act.target)]
        if len(guests) == 1:
            return replace(act, source=tuple(replace(r, codes=(guests[0],)) for r in act.source))
    if not act.source and reader.clauses.is_passive(act.head):  # "trips were also made to Mali"
        guests = [c for c in pair if c not in codes_in(act.target)]
        return replace(act, source=implied(guests, Span(act.head.start, act.head.end), act.head.i)) if len(guests) == 1 else act
    if not [r for r in act.target if r.text.lower() not in CALENDAR] and act.source:
        own = codes_in(act.source)
        inside = reader.scene.within(reader.sentence.start, reader.sentence.end)
        for mention in inside:
            if is_beside(reader, act.head, mention.start):
                continue  # "paid a visit in May, before his summit with the president of Chad"
            if mention.code in reader.scene.knowledge.states and mention.code not in own and mention.start > act.head.start:
                place = Reference((mention.code,), None, mention.text, Span(mention.start, mention.end), act.head.i)
                return replace(act, target=(place,))
        host = tuple(c for c in pair if c not in own) if own & set(pair) else ()
        if host and own:
            return replace(act, target=implied(host, act.source[0].span, act.head.i))
    return act
