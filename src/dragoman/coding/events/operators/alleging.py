"""Who tells of harm that another did, and by that charges him with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import HARMFUL, Act
from dragoman.coding.events.found import FORCES
from dragoman.coding.events.needs import table as needs
from dragoman.coding.events.sides.whereabouts import named
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# What a state that suffered it lays to whoever did it by telling of it; the last only where it says that it was done to it.
_DONE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
# Who fights a state, so that help for them is held against the helper; who speaks for one.
_FIGHTERS = frozenset({"REB", "UAF", "CRM"})
_SPEAKING = frozenset({None, "GOV", "MIL", "COP", "LEG"})
# Who finds that another did harm charges it with that.
_FINDING = frozenset({"find", "conclude", "determine"})
# In the names of those who watch over rights.
_WATCHING = frozenset({"Amnesty", "Rights", "Watch"})
_AFTER = frozenset({"after", "since", "when", "before"})
_SENT = word_class("sent-in-secret")


def _by_account(reader: ActReader, act: Act) -> list[Act]:
    """ "Kyrgyz guards had fired on its post, according to Tashkent": whoever tells what was done to them accuses the doer."""
    tokens = [t for t in reader.sentence if t.lower == "according" and not reader.sentence.children(t, "mark")]
    heads = [h for t in tokens for h in (*reader.clauses.under(t, "to"), *reader.sentence.children(t, "pobj"))]
    own, hit = codes_in(act.source), codes_in(act.target)
    told = [r for h in heads for r in reader.referrer.all(h) if r.codes and not set(r.codes) & own]
    told = [r for r in told if set(r.codes) & hit or (not hit and _is_of_own_harm(reader, act, [r]))]
    if not told or not own:
        return []
    return [
        replace(act, event="ACCUSE", mode="allege", rule="by-account", head=act.head, source=tuple(told), target=act.source)
    ]


def alleged(reader: ActReader, act: Act) -> list[Act]:
    """ "Rabat claims that Algiers armed the rebels": whoever claims harm by somebody else accuses them."""
    backs = act.event == "AID" and any(r.sector in _FIGHTERS for r in act.target)
    if not (backs or act.event in HARMFUL) or act.event == "THREATEN" or act.modality != "actual" or not act.source:
        return []
    says, source = needs.said_by(reader, act.head)
    if says is None and "according" in reader.words:
        return _by_account(reader, act)
    found = _finding(reader, act.head) if says is None else None
    if found is not None:
        says, source = found
    if says is not None and act.head.dep == "advcl" and not _AFTER.isdisjoint(reader.clauses.marks(act.head)):
        return []  # "recalled its envoy after Chadian guards shot a farmer": what went before, and is not said
    if says is None or not source or not any(c for r in act.source for c in r.codes):
        return []
    kinds = {o.kind for lemma in reader.clauses.verb_lemmas(says) for o in reader.vocabulary.verb_operators.get(lemma, ())}
    charges = "accuse" in kinds or all(_is_watchdog(reader, r) for r in source)
    charges = charges or not _FINDING.isdisjoint(reader.clauses.verb_lemmas(says))
    first = says.i < act.head.i
    charges = charges or (first and _is_of_own_harm(reader, act, source)) or (backs and _speaks_for_state(reader, source, act))
    if not charges or codes_in(act.source) & codes_in(source):
        return []
    return [replace(act, event="ACCUSE", mode="allege", rule="alleged", head=says, source=tuple(source), target=act.source)]


def _finding(reader: ActReader, head: Token) -> tuple[Token, list[Reference]] | None:
    """ "The ministry found that Chad had jailed priests": the verb over a clause that tells of a finding, and whose it is."""
    for above in reader.sentence.ancestors(head):
        if not _FINDING.isdisjoint(reader.clauses.verb_lemmas(above)):
            told = any("that" in reader.clauses.marks(c) for c in reader.sentence.children(above, "ccomp"))
            finders = [r for r in reader.subjects_meant(above) if r.codes]
            return (above, finders) if told and all(r.sector != "JUD" for r in finders) else None
    return None


def _is_of_own_harm(reader: ActReader, act: Act, tellers: list[Reference]) -> bool:
    """ "Peru said that Chilean guards had burned two farms" of its own: a state that tells of what another did to it."""
    hurt, theirs = codes_in(act.target), codes_in(tellers)
    if act.event not in _DONE or not hurt <= theirs or (act.event == "MOBILIZE" and not hurt):
        return False
    if not _speaks_for_state(reader, tellers, act) or set(named(reader)) - theirs - codes_in(act.source):
        return False
    return all(_is_force(reader, r) for r in act.source)  # "maintained that Chile had attacked first" charges nobody


def _is_force(reader: ActReader, reference: Reference) -> bool:
    """Whether a side is men and arms that a state sends: "Chilean guards", "two Chilean agents", "Chilean drones"."""
    head = reader.sentence.tokens[reference.head]
    arms = reader.vocabulary.groups["force"]
    sent = reference.sector in (None, "GOV") and head.tag[0] == "N" and not head.tag.startswith("NNP")
    return reference.sector in FORCES or (sent and (head.lower in _SENT or not arms.isdisjoint(reader.clauses.words(head))))


def _speaks_for_state(reader: ActReader, tellers: list[Reference], act: Act) -> bool:
    """Whether those who tell of an act speak for a state which is not the one that did it."""
    states, own = reader.scene.knowledge.states, codes_in(act.source)
    theirs = codes_in(tellers)
    speak = all(r.sector in _SPEAKING for r in tellers)
    return bool(theirs) and speak and theirs <= states and own <= states and not theirs & own


def _is_watchdog(reader: ActReader, reference: Reference) -> bool:
    """ "Human Rights Watch said that soldiers had tortured villagers": what such a body tells, it charges."""
    states = reader.scene.knowledge.states
    return reference.sector == "NGO" and not set(reference.codes) & states and not _WATCHING.isdisjoint(reference.text.split())


def charged(reader: ActReader, act: Act) -> Act:
    """ "Kampala says Khartoum is arming its rebels": who tells of help for those that fight them accuses the helper."""
    fighters = [r for r in act.target if r.sector in _FIGHTERS]
    if act.event != "AID" or not fighters or act.modality != "actual" or act.head.tag[0] != "V":
        return act
    _, speakers = needs.said_by(reader, act.head)
    said = codes_in(speakers)
    own, theirs = codes_in(act.source), codes_in(fighters)
    if not (said & theirs or (not theirs and _speaks_for_state(reader, speakers, act))) or said & own or not own:
        return act
    return replace(act, event="ACCUSE", mode="allege", rule=f"says:{act.rule}", source=tuple(speakers), target=act.source)
