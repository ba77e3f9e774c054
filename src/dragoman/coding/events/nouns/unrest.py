"""Unrest and force told by their noun and their place: "Protests in Athens", "there was an explosion in Kabul"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.events.rules import by_verb
from dragoman.coding.who.reference import codes_in, implied
from dragoman.language.parse import Token
from dragoman.lexicon.closed import IS, MAY
from dragoman.lexicon.entries import EventRule
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_THERE = IS | {"been"}
# What says of a deed no more than that it was.
_OCCURS = word_class("occurring")
_NONE = frozenset({"no", "any", "few", "more", "further", "fewer", "less"})
_MODAL = MAY | {"would", "should", "must", "will", "shall"}


def headlined(reader: ActReader, noun: Token) -> Act | None:
    """ "Protests in Athens over cuts", "Clashes in Tripoli": unrest that a headline tells by its noun and its place."""
    full = reader.sentence.tokens[-1].text in (".", "!", "?")
    if full or noun.dep != "ROOT" or any(t.tag in ("VBZ", "VBD", "VBP", "MD") for t in reader.sentence):
        return None
    rule = _rule(reader, noun)
    return _told(reader, rule, noun, None) if rule is not None else None


def occurring(reader: ActReader, noun: Token, verb: Token) -> Act | None:
    """ "There were riots in the suburbs of Lima", "clashes were reported in Homs": told by a verb that says nothing more."""
    there = noun.dep == "attr" and verb.lower in _THERE and any(c.dep == "expl" for c in verb.children)
    if not there and (noun.dep not in ("nsubj", "nsubjpass") or verb.lower not in _OCCURS):
        return None
    rule = _rule(reader, noun)
    if rule is None or reader.clauses.negated(verb) or not _MODAL.isdisjoint(reader.clauses.auxiliaries(verb)):
        return None
    if any(c.lower in _NONE for c in noun.children) or reader.clauses.in_condition(verb):
        return None
    own = by_verb(reader, verb)
    return _told(reader, rule, noun, verb) if own is None or own.event != rule.event else None


def _rule(reader: ActReader, noun: Token) -> EventRule | None:
    rules = (r for n in reader.clauses.noun_lemmas(noun) for r in reader.vocabulary.noun_rules.get(n, ()))
    return next((r for r in rules if "headline" in r.needs and reader.words.isdisjoint(r.unless)), None)


def _told(reader: ActReader, rule: EventRule, noun: Token, verb: Token | None) -> Act | None:
    """Its two sides where they are named, else whoever is at home where it is told to have been."""
    find = reader.slots.find
    bases = [noun, *([verb] if verb is not None else [])]
    theirs = [o for b in bases for o in reader.clauses.under(b, "against")]  # "against the mine in Lima", "against its mayor"
    where = next((w for b in (*bases, *theirs) if (w := reader.slots.place(b, None)[0])), [])
    both = find(noun, verb, ["between"], set()) if verb is not None else []
    if len(codes_in(both)) > 1 or (len(both) > 1 and where):
        return Act(rule.event, rule.mode, rule.rule, noun, (noun,), tuple(both), (), noun, reciprocal=True)
    against = [r for o in theirs for r in reader.referrer.all(o)] if rule.target else []
    by = find(noun, None, ["by"], set()) if verb is not None else []
    # Whoever marches against a government is not that government.
    theirs_too = [r for whom in against if whom.sector for r in implied(whom.codes, whom.span, whom.head)][:1]
    source = by if codes_in(by) or where else theirs_too
    source = source or where
    if not codes_in(source) and not where:
        return None
    target = [r for r in against if r.sector or set(r.codes) - codes_in(source)]
    return Act(rule.event, rule.mode, rule.rule, noun, (noun, *bases[1:]), tuple(source), tuple(target), noun)
