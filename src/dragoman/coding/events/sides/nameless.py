"""Doers whom no word gives a state: where they strike, and whose organs they deal with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.events.found import FORCES
from dragoman.coding.events.needs.table import said_by
from dragoman.coding.events.sides.whereabouts import (
    are_foreign_troops,
    are_strangers,
    held_by,
    named,
    place_codes,
    says_where,
    spot,
)
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_AT_HOME = frozenset("REQUEST ACCUSE REJECT PROTEST COERCE SANCTION ASSAULT THREATEN CONCEDE RETREAT".split())
# What those who fly or fire it do to others elsewhere.
RAIDS = word_class("raids")
_FIGHTS = word_class("fights")
_BY_LAW = {("ACCUSE", "allege"), ("COERCE", "arrest"), ("SANCTION", "convict")}
_BY_STATES = {("RETREAT", "release"), ("COERCE", "deport")}
_OFFICES = frozenset({"GOV", "JUD", "MIL", "COP", "LEG"})
_JUSTICE = word_class("justice")
_AT_LARGE = frozenset({"UAF", "CRM", "REB", None})
_SETTLED = frozenset({"settler", "settlers"})
_ARMED = frozenset({"UAF", "CRM", "REB", "MIL"})


def of_a_state(reader: ActReader, source: Sequence[Reference], codes: tuple[str, ...]) -> tuple[str, ...]:
    """Whose armed men are whom no word gives a state, of all that `codes` names: rebels who strike a UN bus are not the UN's, and
    an army and settlers are those of the state which has one.
    """
    sectors = {r.sector for r in source}
    settled = bool(source) and all(reader.sentence.tokens[r.head].lower in _SETTLED for r in source)
    if not sectors or not (settled or sectors <= _ARMED):
        return codes
    lands = reader.scene.knowledge.lands
    mine = tuple(c for c in codes if c in reader.scene.knowledge.states)
    return tuple(lands.army(c) for c in mine) if settled or sectors == {"MIL"} else mine


def settled_from(reader: ActReader, reference: Reference, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Whose settlers those are that are told of on the ground of `codes`; of all others, they."""
    if reader.sentence.tokens[reference.head].lower not in _SETTLED:
        return codes
    return tuple(reader.scene.knowledge.lands.army(c) for c in codes)


def fled_from(reader: ActReader, act: Act) -> tuple[str, ...]:
    """ "Thousands of Malians took refuge in Niger": those who flee by a verb of their own are driven out at home, not where they are."""
    if (act.event, act.mode) != ("SANCTION", "expel") or act.head.tag[0] != "V" or reader.clauses.is_passive(act.head):
        return ()
    subjects = {t.i for s in reader.clauses.subjects(act.head) for t in (s, *reader.clauses.under(s, "of"))}
    codes = tuple(dict.fromkeys(c for r in act.target if r.head in subjects for c in r.codes))
    return codes if len(codes) == 1 else ()


def announcing(reader: ActReader, act: Act) -> list[Reference]:
    """ "Two men were charged, Malian prosecutors said": police and courts tell what they did themselves, and
    offices of a state what it yields, releases or deports.
    """
    own = (act.event, act.mode) in _BY_STATES
    yields = act.event == "CONCEDE"
    gives = act.event == "AGREE" and act.rule.startswith("will:")
    if (
        not (own or yields or gives or (act.event, act.mode) in _BY_LAW)
        or act.head.tag[0] != "V"
        or not reader.clauses.is_passive(act.head)
    ):
        return []
    _, speakers = said_by(reader, act.head)
    tokens = reader.sentence.tokens
    if gives:  # "the loan will be paid to Chad in March, an official of the Bank said"
        return [r for r in speakers if r.sector in ("GOV", "IGO") and not set(r.codes) & codes_in(act.target)][:1]
    if own:  # "the body has been released to Norway, Chad's premier said"
        return [r for r in speakers if r.sector in _OFFICES and not set(r.codes) & codes_in(act.target)][:1]
    if yields:  # "the rulers declared that martial law would be lifted"
        return [r for r in speakers if r.sector in _OFFICES][:1]
    return [r for r in speakers if r.sector in ("COP", "JUD") or not _JUSTICE.isdisjoint(_named_by(reader, tokens[r.head]))][:1]


def _named_by(reader: ActReader, head: Token) -> set[str]:
    return {t.lower for t in (head, *reader.sentence.children(head, "compound", "amod"))}


def raiders(reader: ActReader, act: Act) -> list[Reference]:
    """ "Killed in an American air raid": whose raid it was, which is not where it was."""
    if act.event != "ASSAULT" or act.head.tag[0] != "V":
        return []
    for fight in (h for h in reader.clauses.under(act.head, "in") if h.lower in _FIGHTS):  # "killed in a firefight with"
        foes = [r for h in reader.clauses.under(fight, "with") for r in reader.referrer.all(h)]
        if any(r.codes or r.sector for r in foes):
            return foes
    if reader.words.isdisjoint(RAIDS):
        return []
    for deed in (h for p in ("in", "by", "during") for h in reader.clauses.under(act.head, p) if h.lower in RAIDS):
        for word in (t for t in reader.sentence.subtree(deed) if t.i < deed.i):
            mention = reader.scene.mention_at(word)
            if mention is None or mention.code is None or mention.kind in ("capital", "seat", "place"):
                continue
            if word.dep == "poss" or mention.kind != "name" or mention.text.isupper():  # "Syria strikes" are in Syria
                return [Reference((mention.code,), None, mention.text, Span(mention.start, mention.end), deed.i)]
    return []


def fallen(reader: ActReader, act: Act) -> Act:
    """ "Five died in shelling of Kharkiv", "in an attack in Kabul": who falls where somebody else strikes lives there."""
    if act.event != "ASSAULT" or act.head.tag[0] != "V" or not act.target or any(r.codes for r in act.target):
        return act
    deeds = [h for h in reader.clauses.under(act.head, "in") if h.lower in reader.vocabulary.groups["bombs"]]
    own = codes_in(act.source)
    there = [r for d in deeds for h in reader.clauses.under(d, "of") for r in reader.referrer.all(h) if set(r.codes) - own]
    codes = there[0].codes if there else tuple(c for c in place_codes(reader, act) if c not in own) if deeds else ()
    return replace(act, target=tuple(replace(r, codes=codes) for r in act.target)) if codes else act


def at_large(reader: ActReader, act: Act) -> Act:
    """ "A blast near Kidal killed three Senegalese", "gunmen shot two Kenyan policemen": who is not known strikes where it is
    done, or, where one state alone is named, at home.
    """
    if act.event != "ASSAULT" or act.modality != "actual":
        return act
    if not act.target:
        return struck(reader, act)
    if any(r.codes for r in act.source):
        return act
    if act.source and not {r.sector for r in act.source} <= _AT_LARGE:
        return act
    deeds = reader.vocabulary.groups["bombs"]
    if not act.source and not any(h.lower in deeds for h in reader.clauses.subjects(act.head)):
        return act
    if not act.source and not reader.clauses.objects(act.head):
        return act  # "a bomb exploded in Lima": of who laid it, nothing is told
    hit = codes_in(act.target)
    alone = tuple(c for c in named(reader) if c in hit)
    tokens = reader.sentence.tokens
    whole = any((m := reader.scene.mention_at(tokens[r.head])) is not None and m.kind == "name" for r in act.target)
    # Who invades a state comes from elsewhere; and soldiers who fall on another's ground are not at home there.
    inside = len(named(reader)) == 1 and len(hit) == 1 and not whole and not is_away(reader, hit)
    codes = place_codes(reader, act) or spot(reader, act) or (alone if inside else ())
    codes = of_a_state(reader, act.source, codes)
    if not codes:
        return act
    if act.source:
        return replace(act, source=tuple(replace(r, codes=codes) for r in act.source))
    here = Span(act.head.start, act.head.end)
    return replace(act, source=(Reference(codes, "UAF", "", here, act.head.i),))


def is_away(reader: ActReader, codes: set[str]) -> bool:
    """Whether what a text tells happens in another state than that of `codes`, by what it is on or where it is dated from."""
    ground = reader.scene.ground
    return ground is not None and ground not in codes


def struck(reader: ActReader, act: Act) -> Act:
    """ "A bomb exploded in Medellín": it goes off among those who live there."""
    deeds = reader.vocabulary.groups["bombs"]
    codes = place_codes(reader, act)
    if not codes or not any(h.lower in deeds for h in reader.clauses.subjects(act.head)):
        return act
    here = Span(act.head.start, act.head.end)
    return replace(act, target=(Reference(codes, "CVL", "", here, act.head.i),))


def victims(reader: ActReader, act: Act) -> list[Reference]:
    """ "one person was killed in Rwanda": people whom no word gives a state are at home where it is done."""
    codes = place_codes(reader, act)
    persons = reader.vocabulary.groups["persons"]
    heads = [o for o in reader.clauses.objects(act.head) if set(reader.clauses.words(o)) & persons or o.tag == "CD"]
    return [Reference(codes, "CVL", h.text, Span(h.start, h.end), h.i, h.tag.endswith("S")) for h in heads[:1] if codes]


def suffering(reader: ActReader, act: Act) -> Reference | None:
    """ "Armenia said that Azeri forces had shelled a border village": whoever tells of harm by another state tells of their own,
    where no word says whose those are that suffered it.
    """
    if act.event not in ("ASSAULT", "MOBILIZE") or act.head.dep not in ("ccomp", "conj") or act.modality != "actual":
        return None
    if not any(r.sector in FORCES for r in act.source) or place_codes(reader, act):
        return None
    _, tellers = said_by(reader, act.head)
    own, states = codes_in(act.source), reader.scene.knowledge.states
    known = [r for r in tellers if set(r.codes) <= states and not set(r.codes) & own and r.sector in (None, "GOV", "MIL")]
    around = set(named(reader)) - own
    return known[0] if len(known) == 1 and around <= set(known[0].codes) else None


def is_between_states(act: Act) -> bool:
    """Whether it is what states do to others: to bar them from a market, to suspend aid, to recall envoys."""
    return act.event == "SANCTION" and act.mode in ("discontinue", "withdraw")


def within(reader: ActReader, act: Act) -> Act:
    """ "Auditors combed through the accounts of the Ukrainian customs service": people whom no word gives a state deal with an
    organ or person of the only state that the sentence names as people of that state do.
    """
    if any(r.codes for r in act.source) or act.event not in _AT_HOME or is_between_states(act) or act.mode == "cyber":
        return act
    codes = named(reader)
    tokens = reader.sentence.tokens
    persons = reader.vocabulary.groups["persons"]
    hit = {r.head for r in act.target}  # "a student got two years in jail" from others
    alone = [r for r in unnamed(reader, act.head) if r.head not in hit]
    doers = act.source or [r for r in alone if set(reader.clauses.words(tokens[r.head])) & persons]
    if len(codes) != 1 or codes_in(act.target) != set(codes) or held_by(reader, doers) & set(codes):
        return act
    if are_foreign_troops(reader, act) or are_strangers(reader, act, doers):
        return act
    if is_away(reader, set(codes)):  # "Lini expelled the French envoy", in an overview of Vanuatu
        abroad = reader.scene.discourse.home if act.event == "SANCTION" else None
        return replace(act, source=tuple(replace(r, codes=(abroad,)) for r in doers)) if abroad is not None else act
    if any(c.lower in ("my", "our") for r in doers for c in tokens[r.head].children):
        return act  # the government of a speaker whom nobody knows
    heads = [tokens[r.head] for r in act.target]
    known = [m for h in heads if (m := reader.scene.mention_at(h)) is not None]
    whole = [m for m in known if m.kind in ("name", "capital", "seat") and not says_where(reader, m)]
    if whole or not doers or not all(tokens[r.head].tag in ("NN", "NNS") or r.sector == "GOV" for r in doers):
        return act
    return replace(act, source=tuple(replace(r, codes=tuple(codes)) for r in doers))


def unnamed(reader: ActReader, verb: Token) -> list[Reference]:
    """The subject where nobody known is named: persons by name alone, "fundamentalists"."""
    if verb.tag[0] != "V":
        return []
    heads = [h for h in reader.clauses.subjects(verb) if h.tag[0] == "N"]
    text = reader.scene.document.text
    return [Reference((), None, h.text, Span(h.start, h.end), h.i, h.tag.endswith("S")) for h in heads[:1] if text]
