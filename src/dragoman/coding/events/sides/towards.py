"""What acts that name no other side can be: done at home, by a state, under foreign colours, towards whom a text has told of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.events.found import CIVIL
from dragoman.coding.events.sides.addressees import is_of_deed_before
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
AGAINST_GOVERNMENT = frozenset({"PROTEST", "REQUEST", "THREATEN", "REJECT", "ACCUSE", "ASSAULT", "MOBILIZE", "RETREAT"})
# Acts that states do to states: a foreign one named beside them is meant, where no word says to whom.
BETWEEN_STATES = frozenset(
    {"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "AID", "COERCE", "CONCEDE"}
)
_TOWARDS = (BETWEEN_STATES | {"RETREAT"}) - {"COERCE"}
# Acts towards a treaty, an organisation or a text, which many share.
_MANY = frozenset({("SUPPORT", "treaty"), ("SUPPORT", "accession"), ("SUPPORT", None), ("REJECT", None), ("REJECT", "change")})
MANY_RULES = frozenset({"quit-pact", "join-treaty", "approve-law", "will-not:will-not", "suspend-withdrawal"})
UNREST = word_class("unrest")
_GATHERINGS = word_class("gatherings-of-many")


def is_flagged(reader: ActReader, head: Token) -> bool:
    """ "A tanker", "merchant ships": what sails and flies is under foreign colours, where no owner stands beside it."""
    craft = not reader.vocabulary.groups["flagged"].isdisjoint(reader.clauses.noun_lemmas(head))
    return craft and not any(c.tag in ("PRP$", "POS") for c in reader.sentence.subtree(head))


def opposite(reader: ActReader, act: Act) -> list[Reference]:
    """Whom an act that names nobody else is towards by what the text has said before it."""
    if act.event not in _TOWARDS or act.reciprocal or act.rule in MANY_RULES:
        return []
    if (act.event, act.mode) in _MANY and not is_of_deed_before(act):
        return []
    if act.rule.startswith("may:"):
        return []  # "would launch a satellite" is said to nobody
    if act.event == "AGREE" and any(t.lower in _GATHERINGS for t in reader.sentence.subtree(act.head)):
        return []  # "offered to host a conference"
    own = tuple(dict.fromkeys(c for r in act.source for c in r.codes))
    codes = reader.scene.discourse.opposite(own, reader.sentence.start, answers=act.event == "ACCUSE")
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


def is_of_one_state(reader: ActReader, codes: tuple[str, ...]) -> bool:
    """Whether the whole text names no other state and no organisation, so that what it tells happened at home."""
    return reader.scene.codes.issubset(codes)


def host_of(reader: ActReader, doer: Reference) -> str | None:
    """The state that an overview or history is of, where what another state does is done."""
    home = reader.scene.discourse.home
    return home if home not in doer.codes and is_state(reader, doer) else None


def is_state(reader: ActReader, reference: Reference) -> bool:
    return any(c in reader.scene.knowledge.states for c in reference.codes)


def _is_by_nation(reader: ActReader, source: Reference) -> bool:
    """Whether soldiers are called by the adjective of their state."""
    beside = reader.sentence.children(reader.sentence.tokens[source.head], "amod")
    return any((m := reader.scene.mention_at(t)) is not None and m.kind == "adjective" for t in beside)


def is_domestic(reader: ActReader, act: Act) -> bool:
    """Whether an act with no target named stays at home: by its rule, or by who acts against whom."""
    if len(codes_in(act.source)) > 1 or not is_state(reader, act.source[0]):
        return False
    sectors = {r.sector for r in act.source if r.sector}
    if act.event == "MOBILIZE" and not reader.words.isdisjoint(UNREST) and is_of_one_state(reader, act.source[0].codes):
        return True  # "sent the army into the streets"
    if act.event == "MOBILIZE" and not is_of_one_state(reader, act.source[0].codes) and _is_by_nation(reader, act.source[0]):
        return False  # "Qatari soldiers took up positions": told of soldiers abroad
    if act.mode == "withdraw" and any(o.tag == "NNP" for o in reader.clauses.objects(act.head)):
        return False  # "volunteers left Korea": whatever land it is that they left
    if act.rule.rpartition(":")[2] in reader.vocabulary.domestic:
        # What a government repeals or leaves, it does to itself only where no other state is spoken of.
        return bool(sectors - {"GOV"}) or is_of_one_state(reader, act.source[0].codes)
    if sectors & CIVIL or sectors & {"UAF", "PRM", "CRM"}:
        # In words people turn to whomever a text is about; with their hands against those who rule them.
        return act.event in AGAINST_GOVERNMENT & MATERIAL or (
            act.event in AGAINST_GOVERNMENT and is_of_one_state(reader, act.source[0].codes)
        )
    return bool(sectors & {"COP", "JUD"}) and act.event in ("COERCE", "MOBILIZE", "ASSAULT", "ACCUSE", "SANCTION", "RETREAT")
