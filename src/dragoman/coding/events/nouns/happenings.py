"""Deeds told by the subject of a sentence: "the arrest of a deputy by police sparked riots", "condemnation of the raid came from
Cairo", "the resignation of the premier cleared the way for elections".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import SPOKEN_AT, Act
from dragoman.coding.events.loose import loose_target
from dragoman.coding.events.operators.operands import inner_targets
from dragoman.coding.events.rules import by_verb
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.language.parse import FINITE, Token

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader
    from dragoman.lexicon.entries import EventRule

# What such nouns tell as done. Talks, visits and strikes are told by rules of their own.
_DONE = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "CONCEDE", "ACCUSE", "REJECT", "REQUEST", "THREATEN"})
_REPORTED = frozenset({"report", "announce", "confirm"})
_COMES = frozenset({"come", "emanate", "issue"})
# What stands beneath such verbs is still to come, or only spoken of.
_UNDONE = frozenset({"refuse", "request", "threaten", "promise", "deny", "schedule", "try", "accuse", "hint", "tell"})
KINDS = {
    "promise": "AGREE",
    "refuse": "REJECT",
    "request": "REQUEST",
    "threaten": "THREATEN",
    "accuse": "ACCUSE",
}
_NOT_IN_RULE = frozenset({"beside", "headline", "told", "passive"})
_WHOM = ["of", "against", "of:by", "of:mod", "of:poss", "on", "from", "to", "for"]
_WHOSE_WORDS = ["of:by", "of:from", "of:mod", "of:poss", "of", "against", "to", "on", "for"]


def happening(reader: ActReader, noun: Token) -> Act | None:
    """The act of an event noun that something came of, with both its sides; of who resigns, the office says it."""
    verb = reader.sentence.head(noun)
    if verb is None or noun.dep not in ("nsubj", "nsubjpass") or verb.tag[0] != "V" or not _is_told(reader, verb):
        return None
    if is_blamed(reader, verb):
        return None
    for lemma in reader.clauses.noun_lemmas(noun):
        for rule in reader.vocabulary.noun_rules.get(lemma, ()):
            if rule.event not in _DONE or not _NOT_IN_RULE.isdisjoint(rule.needs):
                continue
            act = _made(reader, rule, noun, verb)
            if act is not None:
                return act
    return _word(reader, noun, verb)


def _word(reader: ActReader, noun: Token, verb: Token) -> Act | None:
    """ "A pledge of more trainers for Samoa came from Fiji": words given, told by their noun and by whom they come from."""
    if _COMES.isdisjoint(reader.clauses.verb_lemmas(verb)):
        return None
    kinds = [o.kind for n in reader.clauses.noun_lemmas(noun) for o in reader.vocabulary.noun_operators.get(n, ())]
    event = next((KINDS[k] for k in kinds if k in KINDS), None)
    by = reader.slots.find(verb, None, ["from"], set()) if event is not None else []
    if event is not None and not by and (owner := reader.referrer.owner(noun)) is not None:
        by = [owner]  # "a Kenyan threat to invade came a day later"
    if event is None or not codes_in(by):
        return None
    own = codes_in(by)
    whom = reader.slots.find(noun, noun, ["to", "for", "of:for", "of:to", "of:from", "with", "against", "of:by", "of:mod"], own)
    below = [a for c in reader.sentence.children(noun, "acl") for a in reader.interpret(c, 1)] if not whom else []
    whom = whom or inner_targets(below, by)
    return Act(event, None, f"word-from:{event.lower()}", noun, (noun, verb), tuple(by), tuple(whom), noun)


def is_blamed(reader: ActReader, verb: Token) -> bool:
    """ "The seizure of a trawler was described as unlawful", "the hanging drew condemnation": the deed is part of the blame."""
    own = by_verb(reader, verb) if verb.tag[0] == "V" else None
    return own is not None and own.event == "ACCUSE"


def _is_told(reader: ActReader, verb: Token) -> bool:
    """Whether a verb tells what did happen: finite, affirmed, and neither will nor wish."""
    auxiliaries = reader.sentence.children(verb, "aux", "auxpass")
    if not any(t.tag in FINITE for t in (verb, *auxiliaries)) or any(t.tag == "MD" for t in auxiliaries):
        return False
    if reader.clauses.negated(verb) or reader.clauses.is_condition(verb):
        return False
    kinds = {o.kind for lemma in reader.clauses.verb_lemmas(verb) for o in reader.vocabulary.verb_operators.get(lemma, ())}
    return kinds.isdisjoint(_UNDONE)


def _made(reader: ActReader, rule: EventRule, noun: Token, verb: Token) -> Act | None:
    find = reader.slots.find
    if rule.mode == "resign":
        who = [r for r in find(noun, noun, ["of", "by", "poss"], set()) if r.sector] or _owner(reader, noun)
        if who and not codes_in(who):  # "the resignation of the premier cleared the way for elections in Chad"
            who = [replace(who[0], codes=tuple(codes_in(loose_target(reader, verb, set()))))]
        return Act(rule.event, rule.mode, rule.rule, noun, (noun, verb), tuple(who), (), noun) if codes_in(who) else None
    came = not _COMES.isdisjoint(reader.clauses.verb_lemmas(verb))
    by = find(noun, noun, ["by", "of:by"], set()) or (find(verb, None, ["from"], set()) if came else [])
    if not by and rule.event == "SANCTION":  # "a cutoff of German help to Turkey was announced"
        by = find(noun, noun, ["of:mod", "of:poss", "mod", "poss"], set())
    if not by and (owner := reader.referrer.owner(noun)) is not None:  # "a Kenyan apology to Chad came a day later"
        by = [owner]
    if not codes_in(by) and rule.event in ("COERCE", "ASSAULT") and not _REPORTED.isdisjoint(reader.clauses.verb_lemmas(verb)):
        there = reader.slots.place(verb, noun)[0] or find(verb, None, ["from"], set())
        if codes_in(there):  # "the arrest of two deputies was reported in Chad"
            by = [replace(r, codes=there[0].codes) for r in by] or there[:1]
    if not codes_in(by):
        return None
    whom = find(
        noun, noun, _WHOSE_WORDS if rule.event in SPOKEN_AT else _WHOM, codes_in(by) if rule.event in SPOKEN_AT else set()
    )
    whom = whom or find(noun, noun, ["by:of"], codes_in(by))
    if not whom:
        return None
    return of_envoys(reader, Act(rule.event, rule.mode, rule.rule, noun, (noun, verb), tuple(by), tuple(whom), noun))


def of_envoys(reader: ActReader, act: Act) -> Act:
    """ "The expulsion of two diplomats": a break, where other people are deported."""
    groups, tokens = reader.vocabulary.groups["diplomats"], reader.sentence.tokens
    envoys = act.mode == "deport" and any(not groups.isdisjoint(reader.clauses.words(tokens[r.head])) for r in act.target)
    return replace(act, event="SANCTION", mode="expel") if envoys else act


def _owner(reader: ActReader, noun: Token) -> list[Reference]:
    """ "His resignation", "Ershad's resignation"."""
    owner = reader.referrer.owner(noun)
    return [owner] if owner is not None and owner.sector else []
