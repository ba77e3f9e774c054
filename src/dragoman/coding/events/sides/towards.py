"""Whom an act is meant for that names nobody: the only other state spoken of, who asked for help, people at home."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import SPOKEN_AT, Act
from dragoman.coding.events.found import CIVIL
from dragoman.coding.events.sides.addressees import is_anybody, is_of_deed_before, judged
from dragoman.coding.events.sides.provoked import provoked
from dragoman.coding.events.sides.whereabouts import is_of_breakaway, named, place_codes, says_where, spoken_of
from dragoman.coding.who.reference import Reference, codes_in, implied
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

MATERIAL = frozenset({"PROTEST", "ASSAULT", "COERCE", "RETREAT", "MOBILIZE"})
# What the two sides of a peace made within one state do by it, they do to each other.
BARGAINED = frozenset({"AGREE", "CONCEDE", "RETREAT", "REJECT"})
SIDES = {"GOV": "REB", "REB": "GOV", "PTY": "GOV", "OPP": "GOV"}
# What civilians, the opposition and rebels do to nobody named, they do to their government.
_AGAINST_GOVERNMENT = frozenset({"PROTEST", "REQUEST", "THREATEN", "REJECT", "ACCUSE", "ASSAULT", "MOBILIZE", "RETREAT"})
# Acts that states do to states: a foreign one named beside them is meant, where no word says to whom.
_ABROAD = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "AID", "COERCE", "CONCEDE"})
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
_TOWARDS = (_ABROAD | {"RETREAT"}) - {"COERCE"}
# Acts towards a treaty, an organisation or a text, which many share.
_MANY = frozenset({("SUPPORT", "treaty"), ("SUPPORT", "accession"), ("SUPPORT", None), ("REJECT", None), ("REJECT", "change")})
_MANY_RULES = frozenset({"quit-pact", "join-treaty", "approve-law", "will-not:will-not", "suspend-withdrawal"})
_HELD = frozenset({"order-held"})
# Said of what one does oneself or of what anybody does, to nobody.
_OF_ITSELF = frozenset({"no-hostile-intention", "reject-practice", "strike-if-struck"})
# What another state does that an answer tells without saying to whom.
_DONE_TO_US = frozenset({"AID", "CONCEDE", "SANCTION", "AGREE"})
_UNREST = word_class("unrest")
# What armies do abroad or at a border, unless a word says that it is among people at home.
_ARMED = frozenset({("MOBILIZE", "troops"), ("MOBILIZE", "weapons"), ("RETREAT", "withdraw"), ("RETREAT", "ceasefire")})
_AMONG_PEOPLE = word_class("among-people")
_MANY_MISSIONS = frozenset({"missions", "embassies", "consulates", "legations"})
# What states ask of states, and those whose words are for other states.
_OF_EQUALS = frozenset({"apology", "apologies"})
_ABROAD_OFFICES = frozenset({"foreign", "ambassador", "envoy"})
# What an overview tells under the heading of a partner is towards that.
_IN_SECTIONS = frozenset({"SANCTION", "REJECT", "ACCUSE", "AGREE", "COOPERATE"})
_GATHERINGS = word_class("gatherings-of-many")


def unsaid(reader: ActReader, act: Act) -> list[Reference]:
    """Whom an act with no target named is meant for: the only foreign state named, or other people at home."""
    if answering := provoked(reader, act):
        return answering
    if act.mode == "third-party":
        others = [c for c in named(reader) if c not in codes_in(act.source)]
        return list(implied(others, act.source[0].span, act.head.i)) if len(others) == 1 else []
    if (told := answered(reader, act)) is not None:
        return [Reference((told,), None, "", act.source[0].span, act.head.i)]
    if act.event == "AID" and is_anybody(reader, act):
        return []  # "sent doctors to forty countries"
    sent = act.mode == "troops" and not is_state(reader, act.source[0])  # a body asked for troops
    if (act.event == "AID" or act.rule == "promise-aid" or sent) and (needy := aided(reader, act)):
        return needy
    if act.event in _ALONE and act.rule not in _AIMED and not is_domestic(reader, act):
        host = host_of(reader, act.source[0]) if act.event == "AID" else None
        if act.mode == "credentials":
            host = reader.scene.speaker(act.head.start)
            host = host if host is not None and host not in act.source[0].codes else None
        alone = host is not None and not [c for c in _beside(reader, act) if c not in (host, *act.source[0].codes)]
        return list(implied((host,), act.source[0].span, act.head.i)) if host and alone else []
    if act.mode == "recognition" and (is_of_breakaway(reader, act.head) or is_of_one_state(reader, act.source[0].codes)):
        return []  # nobody recognises itself
    own = act.source[0]
    if (
        act.mode in ("discontinue", "withdraw")
        and act.object is not None
        and any(t.lower in _MANY_MISSIONS and not reader.clauses.under(t, "in") for t in reader.sentence.subtree(act.object))
    ):
        return []  # "shut many of its missions"
    if there := _struck_abroad(reader, act):
        return list(implied(there[:1], own.span, act.head.i))
    if act.rule in _OF_ITSELF or is_anybody(reader, act) or (act.mode == "disarm" and own.sector in (None, "GOV")):
        return []
    if set(own.codes) & set(reader.scene.story.needy) and "accept" in reader.clauses.verb_lemmas(act.head):
        return []  # who asked for help takes it from anybody
    reading = reader.scene.addressed(act.head.start) if act.event == "REQUEST" else None
    elsewhere = act.head.tag == "VBD" and own.text.lower() not in ("i", "we")  # "the premier applied to X and asked for talks"
    if (
        reading
        and not elsewhere
        and reader.scene.document.kind == "letter"
        and reader.scene.speaker(act.head.start) in own.codes
    ):
        return [Reference((reading,), None, "", own.span, act.head.i)]  # "I request that this be circulated"
    if act.rule == "call-for" and act.head.tag[0] == "V" and reader.clauses.objects(act.head):
        return []  # "asked the guarantors for help"
    if act.rule.endswith(_DRILLS):  # stopped for the sake of a third, with whomever they were held
        third = reader.scene.discourse.opposite(tuple({*own.codes, *named(reader)}), reader.sentence.start)
        return list(implied(third, own.span, act.head.i))
    if act.rule in _AIMED:
        return list(implied(reader.scene.discourse.opposite(own.codes, reader.sentence.start), own.span, act.head.i))
    if not is_state(reader, own):
        return judged(reader, act)
    if len(codes_in(act.source)) > 1:
        return opposite(reader, act)
    if reader.scene.story.signatories == own.codes and act.event in BARGAINED and act.mode != "resign" and own.sector in SIDES:
        return [replace(own, sector=SIDES[own.sector], text="")]
    if act.rule in _HELD or (act.object is not None and is_flagged(reader, act.object)):
        facing = reader.scene.discourse.opposite(own.codes, reader.sentence.start)
        return list(implied(facing, own.span, act.head.i))
    sectors = {r.sector for r in act.source if r.sector}
    abroad = [c for c in spoken_of(reader, act) if c not in own.codes]
    if act.event == "SUPPORT" and (act.mode in ("treaty", "accession") or act.rule in _MANY_RULES):
        return [Reference((abroad[0],), None, "", own.span, act.head.i)] if len(abroad) == 1 else []
    if not abroad and ((act.event, act.mode) in _TO_TREATIES or is_of_treaty(reader, act)):
        return []
    if act.mode == "recognition" and not abroad:  # "opened an embassy in Lima", which is no ties with a town
        abroad = [c for c in named(reader) if c not in own.codes]
    beside = set(reader.scene.discourse.between) - set(own.codes)
    section = reader.scene.discourse.sectioned(reader.sentence.start)
    if set(own.codes) < set(section) and not abroad and (act.event in _IN_SECTIONS or act.mode == "deport"):
        # Under "North Korea": "it ended all contracts and sent the workers home".
        return list(implied(reader.scene.discourse.opposite(own.codes, reader.sentence.start), own.span, act.head.i))
    if _is_bare_state(reader, own) and act.event in SPOKEN_AT | {"ASSAULT"} and not abroad:
        return opposite(reader, act)  # "Chad rejects the border", "Chad fired missiles at a base": not at its own government
    if not abroad and _faces_abroad(reader, act):
        return opposite(reader, act)
    if is_domestic(reader, act) or (not abroad and not beside and is_of_one_state(reader, own.codes)):
        if host := host_of(reader, own):
            return list(implied((host,), own.span, act.head.i))
        if not sectors - {"GOV"} and act.event in SPOKEN_AT and (_speaks_itself(reader, own) or _speaks_abroad(act)):
            return []  # "Chad rejects these demands", "we reject them"
        sector = "GOV" if act.event in _AGAINST_GOVERNMENT and not sectors & {"GOV", "MIL", "COP"} else "CVL"
        return [replace(own, sector=sector, text="")]
    if len(abroad) == 1 and act.event in _ABROAD and not sectors & CIVIL:
        return [Reference((abroad[0],), None, "", own.span, act.head.i)]
    return opposite(reader, act) if not abroad and not sectors & CIVIL else []


def is_flagged(reader: ActReader, head: Token) -> bool:
    """ "A tanker", "merchant ships": what sails and flies is under foreign colours, where no owner stands beside it."""
    craft = not reader.vocabulary.groups["flagged"].isdisjoint(reader.clauses.noun_lemmas(head))
    return craft and not any(c.tag in ("PRP$", "POS") for c in reader.sentence.subtree(head))


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
    return (act.event, act.mode) in _ARMED and reader.words.isdisjoint(_AMONG_PEOPLE | _UNREST)


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
        return head.lower == "we"
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


def opposite(reader: ActReader, act: Act) -> list[Reference]:
    """Whom an act that names nobody else is towards by what the text has said before it."""
    if act.event not in _TOWARDS or act.reciprocal or act.rule in _MANY_RULES:
        return []
    if (act.event, act.mode) in _MANY and not is_of_deed_before(act):
        return []
    if act.rule.startswith("may:"):
        return []  # "would launch a satellite" is said to nobody
    if act.event == "AGREE" and any(t.lower in _GATHERINGS for t in reader.sentence.subtree(act.head)):
        return []  # "offered to host a conference"
    own = tuple(dict.fromkeys(c for r in act.source for c in r.codes))
    codes = reader.scene.discourse.opposite(own, reader.sentence.start)
    if act.event in ("AGREE", "CONCEDE") and reader.scene.discourse.has_others:
        codes = ()  # one of several parties promises the others
    if not codes and act.event in ("AGREE", "CONCEDE"):
        codes = reader.scene.discourse.fellows(own)
    passage = reader.scene.passage(act.head.start) if not codes and act.event == "ACCUSE" else None
    speaker = passage.speaker_state if passage is not None and passage.kind == "answer" else None
    if speaker and speaker not in own:  # "Chad has objections", in answers of Mali's
        codes = (speaker,)
    span = act.source[0].span
    return list(implied(codes, span, act.head.i))


def is_of_treaty(reader: ActReader, act: Act) -> bool:
    """Whether it is done about a treaty ("suspended its withdrawal from the convention"), whose parties are not named."""
    below = reader.sentence.subtree(act.object) if act.object is not None else []
    about = (t for t in below if t.tag[0] == "N" and set(reader.clauses.words(t)) & _TREATIES)
    return any(not any(a.lower in _BASES for a in reader.sentence.ancestors(t)) for t in about)


def is_of_one_state(reader: ActReader, codes: tuple[str, ...]) -> bool:
    """Whether the whole text names no other state and no organisation, so that what it tells happened at home."""
    return {m.code for m in reader.scene.mentions if m.code} <= set(codes)


def _beside(reader: ActReader, act: Act) -> list[str]:
    """The states that the clause of an act names."""
    words = reader.sentence.subtree(act.head, without=frozenset({"conj", "ccomp", "parataxis", "advcl"}))
    span = reader.sentence.span(words)
    return [m.code for m in reader.scene.within(span.start, span.end) if m.code in reader.scene.knowledge.states and m.code]


def host_of(reader: ActReader, doer: Reference) -> str | None:
    """The state that an overview or history is of, where what another state does is done."""
    home = reader.scene.discourse.home
    return home if home not in doer.codes and is_state(reader, doer) else None


def is_state(reader: ActReader, reference: Reference) -> bool:
    return any(c in reader.scene.knowledge.states for c in reference.codes)


def is_domestic(reader: ActReader, act: Act) -> bool:
    """Whether an act with no target named stays at home: by its rule, or by who acts against whom."""
    if len(codes_in(act.source)) > 1 or not is_state(reader, act.source[0]):
        return False
    sectors = {r.sector for r in act.source if r.sector}
    if act.event == "MOBILIZE" and not reader.words.isdisjoint(_UNREST) and is_of_one_state(reader, act.source[0].codes):
        return True  # "sent the army into the streets"
    if act.mode == "withdraw" and any(o.tag == "NNP" for o in reader.clauses.objects(act.head)):
        return False  # "volunteers left Korea": whatever land it is that they left
    if act.rule.rpartition(":")[2] in reader.vocabulary.domestic:
        # What a government repeals or leaves, it does to itself only where no other state is spoken of.
        return bool(sectors - {"GOV"}) or is_of_one_state(reader, act.source[0].codes)
    if sectors & CIVIL or sectors & {"UAF", "PRM", "CRM"}:
        # In words people turn to whomever a text is about; with their hands against those who rule them.
        return act.event in _AGAINST_GOVERNMENT & MATERIAL or (
            act.event in _AGAINST_GOVERNMENT and is_of_one_state(reader, act.source[0].codes)
        )
    return bool(sectors & {"COP", "JUD"}) and act.event in ("COERCE", "MOBILIZE", "ASSAULT", "ACCUSE", "SANCTION", "RETREAT")
