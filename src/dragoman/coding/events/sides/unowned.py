"""Whose those are that something is done to, where no word says: people of the place, of the other of two, or one's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.events.found import OFFICIAL
from dragoman.coding.events.sides.earlier import fallen_out_with
from dragoman.coding.events.sides.nameless import settled_from, suffering
from dragoman.coding.events.sides.towards import host_of, is_flagged, is_state
from dragoman.coding.events.sides.whereabouts import ENVOYS, named, place_codes
from dragoman.coding.names.mentions import ON_MAPS
from dragoman.coding.who.posts import is_mission
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# What breaks or makes relations of two.
TIES = frozenset({("SANCTION", "discontinue"), ("SANCTION", "withdraw"), ("SUPPORT", "recognition")})
_BORDERS = word_class("borders")
_SHELTERING = frozenset({"take-in-people"})
_SIDES = frozenset({"parties", "sides"})
# Rules of those who are told to leave a state, and are none of its own; what is given to foreigners alone.
_SENT_OUT = frozenset({"ultimatum-to-leave", "told-to-leave", "send-home", "expel-diplomats", "expel-staff"})
_FOR_FOREIGNERS = frozenset({"visa", "visas", "exequatur"})
_CREWS = word_class("crews")
_OTHERS = word_class("foreign-others")


def theirs(reader: ActReader, act: Act) -> list[Reference]:
    """Targets of no state named: people of the place of the act, of the only state named, or of the source's own."""
    own = act.source[0]
    if act.event == "REQUEST" and all(reader.sentence.tokens[r.head].lower in _SIDES for r in act.target):
        return list(act.target)  # "the parties must resume talks": not those who say so
    shut = [w for t in act.trigger for w in (t, *reader.sentence.children(t, "compound"))]
    if any(w.lower in _BORDERS for w in shut):
        return []  # whoever a border is closed to
    facing = reader.scene.discourse.opposite(own.codes, reader.sentence.start) if is_state(reader, own) else ()
    facing = (fallen_out_with(reader, set(own.codes)) if act.event == "SANCTION" else ()) or facing
    if facing and any(is_envoy(reader, r) or is_of_mission(reader, r) or is_unknown_holder(reader, r) for r in act.target):
        return [replace(r, codes=facing) for r in act.target]
    if (act.mode == "expel" and act.rule in _SENT_OUT) or (
        act.event == "SANCTION" and any(o.lower in _FOR_FOREIGNERS for o in reader.things(act))
    ):
        abroad = [c for c in named(reader) if c not in own.codes] or list(facing)
        return [replace(r, codes=tuple(abroad)) for r in act.target] if len(abroad) == 1 and is_state(reader, own) else []
    origin = [
        r for o in reader.clauses.under(act.head, "from") for r in reader.referrer.all(o) if set(r.codes) - set(own.codes)
    ]
    if act.event == "ASSAULT" and own.text and own.sector in (None, "MIL") and all(r.sector == "MIL" for r in act.target):
        return [replace(r, codes=facing) for r in act.target]  # "a British submarine sank the cruiser": none of its own
    if act.event == "ASSAULT" and origin:  # "shot a tourist from the South"
        return [replace(r, codes=origin[0].codes) for r in act.target]
    if act.event == "ASSAULT" and (elsewhere := _struck_with(reader, act)):  # "bombed Tunis and killed sixty people"
        return [replace(r, codes=elsewhere) for r in act.target]
    if (telling := suffering(reader, act)) is not None:
        return [replace(r, codes=telling.codes) for r in act.target]
    held = (
        act.mode == "release"
        and facing
        and set(facing) <= set(reader.scene.discourse.between)
        and "political" not in reader.words
    )
    if act.event == "RETREAT" and (held or all(reader.sentence.tokens[r.head].lower in _CREWS for r in act.target)):
        return [replace(r, codes=facing) for r in act.target] if facing else []  # "freed the crew"
    return _at_home_or_there(reader, act, facing)


def _at_home_or_there(reader: ActReader, act: Act, facing: tuple[str, ...]) -> list[Reference]:
    """People of no state named, as those of the place of the act, of the only other state named, or of who acts; `facing` is
    whoever stands opposite to that.
    """
    own = act.source[0]
    alike = () if act.event == "ASSAULT" else own.sector_and(OFFICIAL)  # mobs and those they attack may be of one kind
    people = [r for r in act.target if r.sector and r.sector != "IGO" and r.sector not in alike]
    abroad = [c for c in named(reader) if c not in own.codes]
    if act.event == "AID" and abroad:
        abroad = [c for c in abroad if c not in _doing_otherwise(reader, act)]
    if act.rule in _SHELTERING and (other := reader.scene.discourse.facing(own.codes)):
        return [replace(r, codes=other) for r in people]  # "took in orphans, many of them in Dresden"
    codes = (
        place_codes(reader, act)
        or _where_they_are(reader, act)
        or (
            tuple(abroad)
            if len(abroad) == 1
            and (act.event == "AID" or act.mode == "third-party" or (act.event, act.mode) in TIES or not is_state(reader, own))
            else own.codes[:1]
        )
    )
    sectors = ("GOV", "IGO", "LEG") if act.event == "REQUEST" else ("GOV", None)
    asked = act.event in ("REQUEST", "ACCUSE") and own.sector in sectors and is_state(reader, own) and len(abroad) == 1
    if asked or ((act.event, act.mode) in TIES and codes == tuple(abroad)):
        # "Condemned the coup in Chad and called on the military to", "suspended relations with the junta".
        codes, people = tuple(abroad), [r for r in act.target if r.sector]
    if codes == own.codes[:1]:
        host = host_of(reader, own)
        if host is None and not is_state(reader, own):
            return []  # what a body of several states does to people, it does not do to its own
        codes = (host,) if host is not None else codes
    if codes == own.codes[:1] and act.event == "ASSAULT" and _is_told_by_other(reader, act, facing):
        return [replace(r, codes=facing) for r in people]  # "its army shelled villages", says the other of two
    if codes == own.codes[:1]:
        people = [r for r in people if not is_of_people(reader, r)]
        whose = (settled_from(reader, r, codes) for r in people)
        return [r if _is_of_another(reader, act, own, r) else replace(r, codes=c) for r, c in zip(people, whose, strict=True)]
    return [replace(r, codes=settled_from(reader, r, codes)) for r in people]


def _is_told_by_other(reader: ActReader, act: Act, facing: tuple[str, ...]) -> bool:
    """Whether the other of two tells of it, or news from there does: "TBILISI -- Russian border guards shot dead a farmer"."""
    if reader.scene.speaker(act.head.start) in facing:
        return True
    guards = act.source[0].sector in ("MIL", "COP") and len(act.source) == 1
    return guards and len(facing) == 1 and facing[0] == reader.scene.discourse.ground and _is_by_name(reader, act.source[0])


def _is_by_name(reader: ActReader, doer: Reference) -> bool:
    """Whether its state is told beside a doer: "Chadian soldiers"."""
    beside = reader.sentence.children(reader.sentence.tokens[doer.head], "amod", "compound", "poss")
    return any((m := reader.scene.mention_at(c)) is not None and m.code in doer.codes for c in beside)


def _doing_otherwise(reader: ActReader, act: Act) -> set[str]:
    """ "Chad took in refugees, and Mali flew others out": who acts in a clause beside this one gets nothing in this one."""
    sentence = reader.sentence
    beside = sentence.children(act.head, "conj", "parataxis", "ccomp")
    above = sentence.head(act.head) if act.head.dep in ("conj", "parataxis") else None
    return {
        c
        for v in (*beside, *([above] if above else []))
        for s in sentence.children(v, "nsubj")
        for c in reader.referrer.codes(s)
    }


def _where_they_are(reader: ActReader, act: Act) -> tuple[str, ...]:
    """ "Burundian refugees in Tanzania stabbed a policeman", "peacekeepers in Liberia shot two looters": people of the state where
    those are who strike them.
    """
    if act.event != "ASSAULT" or not act.source:
        return ()
    doer = reader.sentence.tokens[act.source[0].head]
    there = (
        m for p in ("in", "inside") for h in reader.clauses.under(doer, p) if (m := reader.scene.mention_at(h)) is not None
    )
    return tuple(m.code for m in there if m.kind in ON_MAPS and m.code in reader.scene.knowledge.states)[:1]


def _struck_with(reader: ActReader, act: Act) -> tuple[str, ...]:
    """Whose those are whom forces of a state abroad strike beside what they strike first in the same breath, else where the
    news is told from.
    """
    own, verb = codes_in(act.source), act.head
    if (
        not all(r.sector == "MIL" for r in act.source)
        or not all(is_state(reader, r) for r in act.source)
        or place_codes(reader, act)
    ):
        return ()
    first = reader.sentence.head(verb) if verb.dep == "conj" else None
    if first is None or first.tag[0] != "V":
        return ()
    things = list(reader.clauses.objects(first))
    things += [h for base in (first, *things) for p in ("on", "at") for h in reader.clauses.under(base, p)]
    hit = [r for o in things for r in reader.referrer.all(o)]
    codes = tuple(dict.fromkeys(c for r in hit for c in r.codes if c not in own))
    ground = reader.scene.discourse.ground
    return codes[:1] or ((ground,) if ground is not None and ground not in own and hit else ())


def without_own_staff(reader: ActReader, act: Act) -> Act:
    """ "Shut the mission and gave its staff a day to leave": people of the mission, of whom no word says whose they are."""
    if act.rule not in _SENT_OUT or codes_in(act.target) != codes_in(act.source) or not all(r.sector for r in act.target):
        return act
    if any(c.lower in ("my", "our") for r in act.target for c in reader.sentence.tokens[r.head].children):
        return act
    return replace(act, target=tuple(replace(r, codes=()) for r in act.target))


def is_of_people(reader: ActReader, reference: Reference) -> bool:
    """ "Korean orphans": of a people that is of no one state, and so hardly of who deals with them."""
    below = reader.sentence.children(reader.sentence.tokens[reference.head], "amod")
    return any(t.text[:1].isupper() and t.text[1:].islower() and reader.scene.mention_at(t) is None for t in below)


def _is_of_another(reader: ActReader, act: Act, own: Reference, reference: Reference) -> bool:
    """Whether those that something is done to are hardly of the state of who does it: refugees that it helps, "other creditors"."""
    if act.event == "AID" and reference.sector == "REF":
        return True
    return reference.sector != own.sector and _is_of_others(reader, reference)


def _is_of_others(reader: ActReader, reference: Reference) -> bool:
    """ "Other creditors", "foreign investors", "a tanker": hardly of the state that deals with them; "a poet and six other
    exiles" may be.
    """
    head = reader.sentence.tokens[reference.head]
    listed = head.dep == "conj"
    others = any(c.lower in _OTHERS and not (listed and c.lower in ("other", "fellow")) for c in head.children)
    return others or is_flagged(reader, head)


def is_envoy(reader: ActReader, reference: Reference) -> bool:
    """ "The ambassador", "its diplomats"; "foreign diplomats" are anybody's."""
    head = reader.sentence.tokens[reference.head]
    return head.lower in ENVOYS and not any(c.lower == "foreign" for c in reader.sentence.children(head, "amod"))


def is_of_mission(reader: ActReader, reference: Reference) -> bool:
    """ "The staff of the embassy", "members of the mission"."""
    head = reader.sentence.tokens[reference.head]
    return any(is_mission(o) for o in reader.clauses.under(head, "of"))


def is_unknown_holder(reader: ActReader, reference: Reference) -> bool:
    """ "President William Dow": somebody whose office alone the text names, as if all knew of which state."""
    mention = reader.scene.mention_at(reader.sentence.tokens[reference.head])
    return mention is not None and mention.kind == "person" and mention.code is None and reference.sector == "GOV"
