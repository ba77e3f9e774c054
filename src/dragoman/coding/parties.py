"""Parties that a sentence leaves unsaid: the state at home, the other side of a visit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import needs
from dragoman.coding.act import COOPERATIVE, Act
from dragoman.coding.reference import Reference
from dragoman.language.parse import Token
from dragoman.text import Span

if TYPE_CHECKING:
    from dragoman.coding.acts import ActReader

_MATERIAL = frozenset({"PROTEST", "ASSAULT", "COERCE", "RETREAT", "MOBILIZE"})
_TOLD = frozenset({"CONCEDE", "REJECT", "THREATEN", "AGREE"})
# What civilians, the opposition and rebels do to nobody named, they do to their government.
_AGAINST_GOVERNMENT = frozenset({"PROTEST", "REQUEST", "THREATEN", "REJECT", "ACCUSE", "ASSAULT", "MOBILIZE", "RETREAT"})


def at_home(reader: ActReader, act: Act) -> Act:
    """Parties whose state no word says: police and the students they arrest are of one state; so are a president
    and "the Zambian people"; rioters are of the place where they riot.
    """
    if not any(r.codes for r in act.source):
        source = act.source or tuple(unnamed(reader, act.head))
        codes = home(reader, act)
        # Where a meeting is held does not say who met.
        if act.event == "CONSULT" and not any(r.sector for r in source):
            return act
        if codes and (source or reader.clauses.is_passive(act.head) or act.head.tag[0] == "N"):
            words = source[0] if source else None
            span = words.span if words else Span(act.head.start, act.head.end)
            here = Reference(codes, words.sector if words else None, words.text if words else "", span, act.head.i)
            act = replace(act, source=(here,) if words or place_codes(reader, act) or act.target else ())
    if act.target and not any(r.codes for r in act.target) and act.source and act.source[0].codes:
        act = replace(act, target=tuple(theirs(reader, act)))
    sides = {r.sector for r in act.source}
    if act.reciprocal and not act.target and len(sides) > 1 and len({c for r in act.source for c in r.codes}) == 1:
        codes = next(r.codes for r in act.source if r.codes)
        first, *others = (r if r.codes else replace(r, codes=codes) for r in act.source)
        act = replace(act, source=(first,), target=tuple(others))  # a truce of an army with its rebels
    if not act.target and act.source and act.source[0].codes and is_domestic(reader, act):
        governs = any(r.sector in ("GOV", "MIL", "COP") for r in act.source)
        sector = "GOV" if act.event in _AGAINST_GOVERNMENT and not governs else "CVL"
        act = replace(act, target=(replace(act.source[0], sector=sector, text=""),))
    return act


def known_by_role(reader: ActReader, act: Act) -> bool:
    """Whether an act of nobody whose state is known is told all the same: "gunmen killed five villagers"."""
    doers = [r for r in act.source if r.sector and reader.scene.role_at(reader.sentence.tokens[r.head]) is not None]
    return bool(doers) and act.event in _MATERIAL and act.modality == "actual"


def addressee(reader: ActReader, act: Act) -> Act:
    """ "would not free her, it told the envoy": what is told to somebody is meant for them, where nobody else is named."""
    if act.target or act.event not in _TOLD or act.head.dep != "ccomp":
        return act
    above = reader.sentence.head(act.head)
    own = {c for r in act.source for c in r.codes}
    told = [r for o in (reader.clauses.objects(above) if above else ()) for r in reader.referrer.all(o) if set(r.codes) - own]
    return replace(act, target=tuple(told[:1])) if told else act


def theirs(reader: ActReader, act: Act) -> list[Reference]:
    """Targets of no state named: people of the place of the act, of the only state named, or of the source's own."""
    own = act.source[0]
    people = [r for r in act.target if r.sector and r.sector not in own.sector_and(needs.OFFICIAL)]
    abroad = [c for c in named(reader) if c not in own.codes]
    codes = place_codes(reader, act) or (tuple(abroad) if len(abroad) == 1 and not is_state(reader, own) else own.codes[:1])
    return [replace(r, codes=codes) for r in people]


def is_state(reader: ActReader, reference: Reference) -> bool:
    return any(c in reader.scene.knowledge.states for c in reference.codes)


def named(reader: ActReader) -> list[str]:
    """The states that the sentence names, each once."""
    inside = reader.scene.within(reader.sentence.start, reader.sentence.end)
    return list(
        dict.fromkeys(m.code for m in inside if m.code in reader.scene.knowledge.states and m.kind != "deixis" and m.code)
    )


def is_domestic(reader: ActReader, act: Act) -> bool:
    """Whether an act with no target named stays at home: by its rule, or by who acts against whom."""
    if len({c for r in act.source for c in r.codes}) > 1 or not is_state(reader, act.source[0]):
        return False
    if act.rule.rpartition(":")[2] in reader.vocabulary.domestic:
        return True
    sectors = {r.sector for r in act.source if r.sector}
    if sectors & needs.CIVIL or sectors & {"UAF", "PRM", "CRM"}:
        return act.event in _AGAINST_GOVERNMENT
    return bool(sectors & {"COP", "JUD"}) and act.event in ("COERCE", "MOBILIZE", "ASSAULT", "ACCUSE", "SANCTION", "RETREAT")


def other_side(reader: ActReader, act: Act) -> Act:
    """Visits between two states of which the sentence names one: the other is the pair the text is about."""
    pair = reader.scene.pair(reader.sentence.start) or reader.scene.pair(reader.sentence.end)
    if act.source and not any(r.codes for r in act.source) and act.source[0].sector in needs.OFFICIAL:
        guests = [c for c in pair if c not in {c for r in act.target for c in r.codes}]
        if len(guests) == 1:
            return replace(act, source=tuple(replace(r, codes=(guests[0],)) for r in act.source))
    if not act.target and act.source:
        own = {c for r in act.source for c in r.codes}
        inside = reader.scene.within(reader.sentence.start, reader.sentence.end)
        for mention in inside:
            if mention.code in reader.scene.knowledge.states and mention.code not in own and mention.start > act.head.start:
                place = Reference((mention.code,), None, mention.text, Span(mention.start, mention.end), act.head.i)
                return replace(act, target=(place,))
    return act


def unnamed(reader: ActReader, verb: Token) -> list[Reference]:
    """The subject where nobody known is named: persons by name alone, "fundamentalists"."""
    if verb.tag[0] != "V":
        return []
    heads = [h for h in reader.clauses.subjects(verb) if h.tag[0] == "N"]
    text = reader.scene.document.text
    return [Reference((), None, h.text, Span(h.start, h.end), h.i, h.tag.endswith("S")) for h in heads[:1] if text]


def place_codes(reader: ActReader, act: Act) -> tuple[str, ...]:
    place, _ = reader.slots.place(act.head, act.object)
    return place[0].codes if place else ()


def home(reader: ActReader, act: Act) -> tuple[str, ...]:
    """The state of the place of an act, else the only state that the sentence names."""
    place = place_codes(reader, act)
    offices = [r.codes for o in reader.clauses.under(act.head, "as") if (r := reader.referrer.refer(o)) and r.codes]
    if place or offices:  # "stepped down as president of Sri Lanka"
        return offices[0] if offices else place
    officials = not act.source or act.source[0].sector in (*needs.OFFICIAL, None)
    people = any(r.sector in needs.CIVIL for r in act.target)
    # "The foreign ministry summoned the Swedish ambassador": one government does not act on itself.
    sectors = {r.sector for r in act.source}
    inner = bool(sectors & {"COP", "JUD"}) or act.rule in reader.vocabulary.domestic
    foreign = (act.event in COOPERATIVE and not sectors & needs.CIVIL) or (officials and not people and not inner)
    beyond = {c for r in act.target for c in r.codes}
    if inner and len(beyond) == 1 and not foreign:
        return tuple(beyond)  # the police investigate a president of their own
    theirs = beyond if foreign else set()
    codes = {
        m.code
        for m in reader.scene.within(reader.sentence.start, reader.sentence.end)
        if m.code in reader.scene.knowledge.states and m.kind != "deixis"
    }
    return tuple(c for c in codes if c) if len(codes) == 1 and not codes & theirs else ()
