"""Whom an act that names nobody is meant for: the only other state spoken of, who asked for help, people at home."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import SPOKEN_AT, Act
from dragoman.coding.events.found import CIVIL
from dragoman.coding.events.sides.addressees import is_anybody, is_of_deed_before, judged, on_whom_it_speaks
from dragoman.coding.events.sides.dialogue import is_just_told
from dragoman.coding.events.sides.provoked import provoked
from dragoman.coding.events.sides.resumed import DEEDS
from dragoman.coding.events.sides.towards import (
    AGAINST_GOVERNMENT,
    BARGAINED,
    BETWEEN_STATES,
    MANY_RULES,
    SIDES,
    UNREST,
    host_of,
    is_domestic,
    is_flagged,
    is_of_one_state,
    is_state,
    opposite,
)
from dragoman.coding.events.sides.whereabouts import is_of_breakaway, named, place_codes, says_where, spoken_of
from dragoman.coding.who.reference import Reference, codes_in, implied
from dragoman.coding.who.styled import NEXT_TO
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# Acts of one side that may have no other side at all.
_ALONE = frozenset({"MOBILIZE", "COOPERATE", "CONSULT", "AID"})
# But these are meant for somebody.
_AIMED = frozenset({"warning-shots"})
_DRILLS = "halt-drills"
# Done to a treaty or body, even where the text names only the state that does it.
_TO_TREATIES = frozenset({("SUPPORT", "treaty"), ("SUPPORT", "accession")})
_TREATIES = word_class("treaties-with-many")
# "Consultations in accordance with the treaty": what is done rests on it.
_BASES = frozenset({"accordance", "conformity", "pursuant", "virtue"})
_HELD = frozenset({"order-held"})
# Said of what one does oneself or of what anybody does, to nobody.
_OF_ITSELF = frozenset({"no-hostile-intention", "reject-practice", "strike-if-struck"})
# What another state does that an answer tells without saying to whom.
_DONE_TO_US = frozenset({"AID", "CONCEDE", "SANCTION", "AGREE"})
# What armies do abroad or at a border, unless a word says that it is among people at home.
_ARMED = frozenset({("MOBILIZE", "troops"), ("MOBILIZE", "weapons"), ("RETREAT", "withdraw"), ("RETREAT", "ceasefire")})
_AMONG_PEOPLE = word_class("among-people")
_MANY_MISSIONS = frozenset({"missions", "embassies", "consulates", "legations"})
# What states ask of states, and those whose words are for other states.
_OF_EQUALS = frozenset({"apology", "apologies"})
_ABROAD_OFFICES = frozenset({"foreign", "ambassador", "envoy"})
# What states do with and to each other, and give to foreigners.
_BETWEEN_STATES = word_class("deeds-of-states")
# What an overview tells under the heading of a partner is towards that.
_IN_SECTIONS = frozenset({"SANCTION", "REJECT", "ACCUSE", "AGREE", "COOPERATE"})


def unsaid(reader: ActReader, act: Act) -> list[Reference]:
    """Whom an act with no target named is meant for: the only foreign state named, or other people at home."""
    for settled in _SETTLED:
        if (found := settled(reader, act)) is not None:
            return found
    return _by_states(reader, act)


def _at_who_provoked(reader: ActReader, act: Act) -> list[Reference] | None:
    return provoked(reader, act) or None


def _between_others(reader: ActReader, act: Act) -> list[Reference] | None:
    """Who mediates does so between the one other side that is named and somebody."""
    if act.mode != "third-party":
        return None
    others = [c for c in named(reader) if c not in codes_in(act.source)]
    return _implied(act, others) if len(others) == 1 else []


def _at_who_answers(reader: ActReader, act: Act) -> list[Reference] | None:
    told = answered(reader, act)
    return None if told is None else _stated(act, told)


def _to_the_needy(reader: ActReader, act: Act) -> list[Reference] | None:
    if act.event == "AID" and is_anybody(reader, act):
        return []  # "sent doctors to forty countries"
    sent = act.mode == "troops" and not is_state(reader, act.source[0])  # a body asked for troops
    helps = act.event == "AID" or act.rule == "promise-aid" or sent
    return (aided(reader, act) or None) if helps else None


def _by_one_side(reader: ActReader, act: Act) -> list[Reference] | None:
    """What may have no other side at all: only help is for who is host to the helper, and credentials for who receives them."""
    if act.event not in _ALONE or act.rule in _AIMED or is_domestic(reader, act):
        return None
    host = host_of(reader, act.source[0]) if act.event == "AID" else None
    if act.mode == "credentials":
        host = reader.scene.speaker(act.head.start)
        host = host if host is not None and host not in act.source[0].codes else None
    alone = host is not None and not [c for c in _beside(reader, act) if c not in (host, *act.source[0].codes)]
    return _implied(act, (host,)) if host and alone else []


def _where_it_strikes(reader: ActReader, act: Act) -> list[Reference] | None:
    there = _struck_abroad(reader, act) or _struck_here(reader, act)
    return _implied(act, there[:1]) if there else None


def _at_nobody(reader: ActReader, act: Act) -> list[Reference] | None:
    """What is done to nobody: to oneself, to anybody, to many."""
    own = act.source[0]
    if act.mode == "recognition" and (is_of_breakaway(reader, act.head) or is_of_one_state(reader, own.codes)):
        return []  # nobody recognises itself
    if act.mode in ("discontinue", "withdraw") and _is_of_many_missions(reader, act):
        return []
    if act.rule in _OF_ITSELF or is_anybody(reader, act) or (act.mode == "disarm" and own.sector in (None, "GOV")):
        return []
    if set(own.codes) & set(reader.scene.story.needy) and "accept" in reader.clauses.verb_lemmas(act.head):
        return []  # who asked for help takes it from anybody
    return None


def _at_its_owner(reader: ActReader, act: Act) -> list[Reference] | None:
    """ "Its neighbour sent engineers": to whose neighbour that is, where nobody else is named."""
    head = reader.sentence.tokens[act.source[0].head]
    if head.lower not in NEXT_TO or spoken_of(reader, act):
        return None
    codes = [
        c for o in reader.sentence.children(head, "poss") for c in reader.referrer.codes(o) if c not in act.source[0].codes
    ]
    return _implied(act, codes) if len(codes) == 1 else None


def _at_unknown(reader: ActReader, act: Act) -> list[Reference] | None:
    """ "Gunmen killed two soldiers of Chad. The Council condemned the attack": nobody knows whose, and it is not Chad's."""
    thing = act.object
    told = act.event == "ACCUSE" and reader.scene.story.unowned and thing is not None and thing.lower in DEEDS
    if not told or thing is None or not any(c.lower in ("the", "this", "that") for c in thing.children):
        return None
    return None if any(c.dep in ("amod", "poss") or c.lower in ("on", "of", "by") for c in thing.children) else []


def _at_own_deed(reader: ActReader, act: Act) -> list[Reference] | None:
    """ "The premier of Chad withdrew the offer. The governor of Mayo denounced the decision": of his own government."""
    own, last, thing = act.source[0], reader.scene.story.dealing, act.object
    if act.event != "ACCUSE" or last is None or thing is None or last.source != own.codes or not is_of_deed_before(act):
        return None
    if not is_just_told(reader, last) or reader.sentence.tokens[own.head].tag == "PRP":
        return None
    return [replace(own, sector="GOV", text="")] if [c.lower for c in thing.children] == ["the"] else None


def _is_of_many_missions(reader: ActReader, act: Act) -> bool:
    """ "Shut many of its missions"."""
    below = reader.sentence.subtree(act.object) if act.object is not None else ()
    return any(t.lower in _MANY_MISSIONS and not reader.clauses.under(t, "in") for t in below)


def _of_whom_it_asks(reader: ActReader, act: Act) -> list[Reference] | None:
    """ "I request that this be circulated", in a letter: whom it is written to; "asked the guarantors for help": no state."""
    if act.event == "REQUEST" and reader.scene.document.kind == "letter" and (addressed := _written_to(reader, act)):
        return _stated(act, addressed)
    if act.rule == "call-for" and act.head.tag[0] == "V" and reader.clauses.objects(act.head):
        return []
    return None


def _written_to(reader: ActReader, act: Act) -> str | None:
    """The state or body that a letter is to, where its writer does the act in it."""
    own = act.source[0]
    if act.head.tag == "VBD" and own.text.lower() not in ("i", "we"):
        return None  # "the premier applied to X and asked for talks"
    return reader.scene.addressed(act.head.start) if reader.scene.speaker(act.head.start) in own.codes else None


def _at_whom_it_aims(reader: ActReader, act: Act) -> list[Reference] | None:
    """What is meant for somebody by its kind: warning shots, drills that are stopped for the sake of a third."""
    if act.rule.endswith(_DRILLS):  # with whomever they were held
        return _facing(reader, act, *named(reader))
    return _facing(reader, act) if act.rule in _AIMED else None


def _by_other_than_a_state(reader: ActReader, act: Act) -> list[Reference] | None:
    if not any(is_state(reader, r) for r in act.source):
        return judged(reader, act) or on_whom_it_speaks(reader, act)
    return opposite(reader, act) if len(codes_in(act.source)) > 1 else None


def _by_one_who_signed(reader: ActReader, act: Act) -> list[Reference] | None:
    """What a side of a peace within one state does by it is done to the other."""
    own = act.source[0]
    signed = reader.scene.story.signatories == own.codes and act.event in BARGAINED
    return (
        [replace(own, sector=SIDES[own.sector], text="")] if signed and act.mode != "resign" and own.sector in SIDES else None
    )


def _at_whose_it_is(reader: ActReader, act: Act) -> list[Reference] | None:
    """Ships and what is held by order are of whoever the text has said to be opposite."""
    held = act.rule in _HELD or (act.object is not None and is_flagged(reader, act.object))
    return _facing(reader, act) if held else None


# What settles whom an act is meant for before the states that a sentence names are asked: the first that says so, which may
# say that it is for nobody.
_SETTLED = (
    _at_its_owner,
    _at_unknown,
    _at_own_deed,
    _at_who_provoked,
    _between_others,
    _at_who_answers,
    _to_the_needy,
    _by_one_side,
    _where_it_strikes,
    _at_nobody,
    _of_whom_it_asks,
    _at_whom_it_aims,
    _by_other_than_a_state,
    _by_one_who_signed,
    _at_whose_it_is,
)


def _by_states(reader: ActReader, act: Act) -> list[Reference]:
    """By the states that the sentence speaks of besides the one that acts, else by what the text has said before."""
    own = act.source[0]
    abroad = [c for c in spoken_of(reader, act) if c not in own.codes]
    if act.mode == "accession":
        return []  # to a treaty of many; "acceded to it; Chad supplied a reactor"
    if act.event == "SUPPORT" and (act.mode == "treaty" or act.rule in MANY_RULES):
        return _stated(act, abroad[0]) if len(abroad) == 1 else []
    if not abroad and ((act.event, act.mode) in _TO_TREATIES or is_of_treaty(reader, act)):
        return []
    if act.mode == "recognition" and not abroad:  # "opened an embassy in Lima", which is no ties with a town
        abroad = [c for c in named(reader) if c not in own.codes]
    if not abroad and (turned := _turned_abroad(reader, act)) is not None:
        return turned
    beside = set(reader.scene.discourse.between) - set(own.codes)
    if is_domestic(reader, act) or (not abroad and not beside and is_of_one_state(reader, own.codes)):
        return _at_home(reader, act)
    if any(r.sector in CIVIL for r in act.source):
        return []
    if abroad:
        return _stated(act, abroad[0]) if len(abroad) == 1 and act.event in BETWEEN_STATES else []
    return opposite(reader, act)


def _turned_abroad(reader: ActReader, act: Act) -> list[Reference] | None:
    """Towards whom a government turns that names no other state, but does what is not done at home."""
    own, section = act.source[0], reader.scene.discourse.sectioned(reader.sentence.start)
    if set(own.codes) < set(section) and (act.event in _IN_SECTIONS or act.mode == "deport"):
        return _facing(reader, act)  # under "North Korea": "it ended all contracts and sent the workers home"
    if _is_bare_state(reader, own) and act.event in SPOKEN_AT | {"ASSAULT"}:
        return opposite(reader, act)  # "Chad rejects the border", "Chad fired missiles at a base": not at its own government
    return opposite(reader, act) if _faces_abroad(reader, act) else None


def _at_home(reader: ActReader, act: Act) -> list[Reference]:
    """Whom an act that stays at home is done to: its government by those who have none, its people by others."""
    own, sectors = act.source[0], {r.sector for r in act.source if r.sector}
    abroad = act.event in ("ACCUSE", "SANCTION") and sectors <= {"GOV"} and act.object is not None
    if abroad and act.object is not None and act.object.lower in _BETWEEN_STATES:
        return []  # "the president condemned the merger": of none of his own people
    if host := host_of(reader, own):
        return _implied(act, (host,))
    if not sectors - {"GOV"} and act.event in SPOKEN_AT and (_speaks_itself(reader, own) or _speaks_abroad(act)):
        return []  # "Chad rejects these demands", "we reject them"
    if _speaks_itself(reader, own) and (act.event == "SUPPORT" or "you" in reader.words):
        return []  # "we welcome the meeting", "I assure you of our help"
    sector = "GOV" if act.event in AGAINST_GOVERNMENT and not sectors & {"GOV", "MIL", "COP"} else "CVL"
    return [replace(own, sector=sector, text="")]


def _stated(act: Act, code: str) -> list[Reference]:
    return [Reference((code,), None, "", act.source[0].span, act.head.i)]


def _implied(act: Act, codes: Iterable[str]) -> list[Reference]:
    return list(implied(codes, act.source[0].span, act.head.i))


def _facing(reader: ActReader, act: Act, *others: str) -> list[Reference]:
    """Whoever the text has said to be opposite to who acts and to `others`."""
    own = act.source[0].codes
    return _implied(act, reader.scene.discourse.opposite(tuple({*own, *others}) if others else own, reader.sentence.start))


def _struck_abroad(reader: ActReader, act: Act) -> list[str]:
    """ "Chadian gunmen attacked a village in Cameroon": a thing that is struck is of the state where it stands, and so is whoever
    a state strikes there.
    """
    if act.event != "ASSAULT" or act.head.tag[0] != "V":
        return []
    people = reader.vocabulary.groups["persons"]
    things = reader.clauses.objects(act.head)
    bare = not things or any(o.tag not in ("NN", "NNS") or not people.isdisjoint(reader.clauses.words(o)) for o in things)
    if bare and not is_state(reader, act.source[0]):
        return []
    return [c for c in place_codes(reader, act) if c not in act.source[0].codes]


def _struck_here(reader: ActReader, act: Act) -> list[str]:
    """ "BEIRUT -- Israeli aircraft bombed the airport": where the news is told from, by forces of another state."""
    ground = reader.scene.discourse.ground
    if act.event != "ASSAULT" or act.head.tag[0] != "V" or ground is None or named(reader) != act.source[0].codes:
        return []
    bare = [o for o in reader.clauses.objects(act.head) if any(c.lower in ("the", "an", "a") for c in o.children)]
    return [ground] if bare and ground not in act.source[0].codes else []


def _is_bare_state(reader: ActReader, own: Reference) -> bool:
    """Whether a side is a state by its bare name, or by that of its capital."""
    mention = reader.scene.mention_at(reader.sentence.tokens[own.head])
    if mention is None or not (own.span.start <= mention.start and mention.end >= own.span.end):
        return False
    return (mention.kind == "name" and own.sector is None) or (
        mention.kind in ("capital", "seat") and not says_where(reader, mention)
    )


def _faces_abroad(reader: ActReader, act: Act) -> bool:
    """Whether a government or its army turns to nobody at home: with troops and ships that no word brings among people, with a
    withdrawal, with a request for help.
    """
    known = {r.sector for r in act.source if r.sector}
    if not known <= {"GOV", "MIL"} or (not known and not _is_bare_state(reader, act.source[0])):
        return False
    if (act.event, act.mode) == ("REQUEST", "assist"):
        return True
    return (act.event, act.mode) in _ARMED and reader.words.isdisjoint(_AMONG_PEOPLE | UNREST)


def answered(reader: ActReader, act: Act) -> str | None:
    """ "Brussels eased its restrictions in May", told by a minister who is asked of his own state: it is his that gains or loses."""
    if act.event not in _DONE_TO_US or act.reciprocal:
        return None
    own, passage = codes_in(act.source), reader.scene.passage(act.head.start)
    speaker = reader.scene.speaker(act.head.start)
    if speaker is None or speaker in own or speaker not in reader.scene.knowledge.states:
        return None
    if (passage is None or passage.kind != "answer") and not _is_done_abroad(reader, act):
        return None
    foreign = own and own <= reader.scene.knowledge.states | {"EU"}
    return speaker if foreign and not set(spoken_of(reader, act)) - own else None


def _is_done_abroad(reader: ActReader, act: Act) -> bool:
    """ "Washington has suspended flights", in another state's statement: what states do to states, and not at home."""
    sectors = {r.sector for r in act.source}
    dealings = act.event == "SANCTION" and act.mode in (None, "discontinue", "withdraw") and act.head.tag[0] == "V"
    dealings = dealings and not is_anybody(reader, act)
    return dealings and sectors <= {"GOV", None} and act.rule.rpartition(":")[2] not in reader.vocabulary.domestic


def _speaks_itself(reader: ActReader, own: Reference) -> bool:
    """Whether a side is the state whose words the text is, by its bare name or "we": then it is its government."""
    head = reader.sentence.tokens[own.head]
    mention = reader.scene.mention_at(head)
    if reader.scene.speaker(head.start) not in own.codes:
        return False
    if head.tag == "PRP":
        return head.lower in ("we", "i")
    named = mention is not None and mention.kind == "name" and mention.sector is None
    return named and mention is not None and own.span.start <= mention.start and mention.end >= own.span.end


def _speaks_abroad(act: Act) -> bool:
    """Whether who says it speaks to other states alone, or asks for what no government asks of its people: an apology."""
    if act.event == "REQUEST" and act.object is not None and act.object.lower in _OF_EQUALS:
        return True
    return not _ABROAD_OFFICES.isdisjoint(act.source[0].text.lower().split())


def aided(reader: ActReader, act: Act) -> list[Reference]:
    """ "Chad asked for help after the floods. Japan sent rice": who asked for it last, where nobody else is named."""
    needy, own = reader.scene.story.needy, act.source[0]
    if not needy or set(needy) & codes_in(act.source) or set(spoken_of(reader, act)) - codes_in(act.source):
        return []
    return list(implied(needy, own.span, act.head.i))


def is_of_treaty(reader: ActReader, act: Act) -> bool:
    """Whether it is done about a treaty ("suspended its withdrawal from the convention"), whose parties are not named."""
    below = reader.sentence.subtree(act.object) if act.object is not None else []
    about = (t for t in below if t.tag[0] == "N" and set(reader.clauses.words(t)) & _TREATIES)
    return any(not any(a.lower in _BASES for a in reader.sentence.ancestors(t)) for t in about)


def _beside(reader: ActReader, act: Act) -> list[str]:
    """The states that the clause of an act names."""
    words = reader.sentence.subtree(act.head, without=frozenset({"conj", "ccomp", "parataxis", "advcl"}))
    span = reader.sentence.span(words)
    return [m.code for m in reader.scene.within(span.start, span.end) if m.code in reader.scene.knowledge.states and m.code]
