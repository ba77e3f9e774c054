"""Acts told by nouns: event nouns that stand for a sentence, that something is done to, or that are told in passing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.events.nouns.engaged import engaged
from dragoman.coding.events.nouns.happenings import happening, is_blamed, of_envoys
from dragoman.coding.events.nouns.unrest import headlined, occurring
from dragoman.coding.events.rules import apply, by_verb, source_of
from dragoman.coding.sentence.phrasing import pair_in
from dragoman.coding.sentence.vocabulary import ATTEMPTS
from dragoman.coding.who.reference import Reference, codes_in, implied
from dragoman.dates import MONTHS
from dragoman.language.parse import Token
from dragoman.lexicon.entries import EventRule
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# Deeds besides force that a noun tells of with both its sides.
_TOLD_OF = frozenset(
    {
        ("RETREAT", "release"),
        ("COERCE", "arrest"),
        ("COERCE", "seize"),
        ("COERCE", "deport"),
        ("SANCTION", "expel"),
    }
)
# Participles that make a noun the trace of an act.
_TOLD = word_class("told-by-participle")
_WRITES = word_class("writing")
_ANSWERS = frozenset({"answer", "reply", "response"})
_REPORTS = word_class("reporting-or-confirming")
_STAGES = word_class("stages-of-events")
_TALKS = word_class("talks")
_SET = word_class("set-for-a-day")


def nominal(reader: ActReader, noun: Token) -> Act | None:
    """An event noun that stands as the sentence itself (headlines), or that "was", "took place", "there was"."""
    head = reader.sentence.head(noun)
    told = told_as_thing(reader, noun) or dated_letter(reader, noun) or engaged(reader, noun)
    if told is not None:
        return told
    attempted = attempt(reader, noun) or scheduled(reader, noun)
    if attempted is not None:
        return attempted
    blamed = noun.dep in ("nsubj", "nsubjpass") and head is not None and is_blamed(reader, head)
    sides = done_by(reader, noun) if not blamed else None
    if sides is not None:
        return sides
    done = happening(reader, noun)
    if done is not None:
        return done
    unrest = headlined(reader, noun) if head is None else occurring(reader, noun, head)
    if unrest is not None:
        return unrest
    stands = head is None or (
        noun.dep in ("nsubj", "nsubjpass", "attr")
        and head.lower in reader.vocabulary.groups["happens"]
        and not any(reader.clauses.is_infinitive(c) for c in reader.sentence.children(head, "xcomp"))  # "are to restart"
    )
    met = not stands and head is not None and noun.dep == "nsubj" and head.tag == "VBD" and not reader.clauses.negated(head)
    if not stands and not met:
        return None
    for lemma in reader.clauses.noun_lemmas(noun):
        for rule in reader.vocabulary.noun_rules.get(lemma, ()):
            if rule.with_prep and reader.clauses.has_preposition(noun, frozenset(rule.with_prep)) is None:
                continue
            if met and (rule.event != "CONSULT" or not rule.reciprocal):
                continue
            act = apply(reader, rule, noun, (), noun)
            if met and act is not None and len(codes_in((*act.source, *act.target))) < 2:
                continue  # "the talks with the union failed"; those of two are told by what came of them
            if act is not None and act.source:
                told_by_verb = by_verb(reader, head) if head is not None and head.tag[0] == "V" else None
                return act if told_by_verb is None or told_by_verb.event != act.event else None
    return None


def scheduled(reader: ActReader, noun: Token) -> Act | None:
    """ "A meeting of the presidents of Kenya and Uganda is planned for May", "talks with Mali are scheduled": both sides known."""
    verb, find = reader.sentence.head(noun), reader.slots.find
    if verb is None or noun.dep not in ("nsubj", "nsubjpass") or verb.lower not in _SET or reader.clauses.negated(verb):
        return None
    for rule in (r for lemma in reader.clauses.noun_lemmas(noun) for r in reader.vocabulary.noun_rules.get(lemma, ())):
        if rule.event != "CONSULT" or rule.mode not in ("visit", "multilateral", None):
            continue
        source = find(noun, noun, ["between"], set()) or find(noun, noun, ["of", "by"], set())
        source = source or [r for p in reader.sentence.children(noun, "poss") if (r := reader.referrer.refer(p)) and r.codes]
        own = codes_in(source)
        target = find(noun, noun, ["to"] if rule.mode == "visit" else ["with"], own)
        speaker = reader.scene.speaker(noun.start)
        if not own and target and rule.mode != "visit" and speaker in reader.scene.knowledge.states and speaker is not None:
            source = list(implied((speaker,), reader.sentence.span([noun]), noun.i))
        several = len(codes_in((*source, *target))) > 1
        if source and several and (rule.mode != "visit" or target):
            together = rule.mode != "visit"
            return Act(
                rule.event, rule.mode, rule.rule, noun, (noun, verb), tuple(source), tuple(target), noun, "planned", together
            )  # fmt: skip
    return None


def scheduled_by(reader: ActReader, verb: Token) -> Act | None:
    """What a verb such as "is planned" sets for a day."""
    if verb.lower not in _SET:
        return None
    subjects = reader.sentence.children(verb, "nsubjpass")
    return next((act for s in subjects if (act := scheduled(reader, s)) is not None), None)


def done_by(reader: ActReader, noun: Token) -> Act | None:
    """ "the beheading of a hostage by militants was shown", "after the shooting of ...": force told with both its sides."""
    above = reader.sentence.head(noun)
    told = noun.dep == "dobj" and above is not None and above.lower in _REPORTS and not reader.clauses.negated(above)
    if not told and (not reader.sentence.children(noun, "det", "poss") or noun.dep not in ("nsubj", "nsubjpass", "pobj")):
        return None
    if noun.dep == "pobj" and (above is None or above.lower not in ("after", "following", "since")):
        return None
    doers = reader.slots.find(noun, None, ["by"], set())
    owners = [] if doers or noun.dep == "dobj" or not reader.clauses.under(noun, "of") else _owners(reader, noun)
    doers = doers or owners
    for lemma in reader.clauses.noun_lemmas(noun) if any(r.codes for r in doers) else ():
        for rule in reader.vocabulary.noun_rules.get(lemma, ()):
            hit = reader.slots.find(noun, None, ["of"] if owners else ["of", "poss", "by:of"], set())
            hit = hit or [r for p in reader.sentence.children(noun, "poss") if (r := reader.referrer.refer(p))]
            if told and above is not None and not hit:  # "Chad reports deadly raid by gunmen": on itself
                hit = reader.slots.find(noun, None, ["on", "against"], set()) or source_of(reader, above)
                hit = [r for r in hit if set(r.codes) - codes_in(doers)] if codes_in(doers) else hit
            if (rule.event == "ASSAULT" or (rule.event, rule.mode) in _TOLD_OF) and hit:
                return of_envoys(reader, Act(rule.event, rule.mode, rule.rule, noun, (noun,), tuple(doers), tuple(hit), noun))
    return None


def _owners(reader: ActReader, noun: Token) -> list[Reference]:
    """ "Chad's arrest of a journalist has drawn protests": whose deed it was."""
    return [
        r for p in reader.sentence.children(noun, "poss") if p.tag[0] == "N" and (r := reader.referrer.refer(p)) and r.codes
    ]


def told_as_thing(reader: ActReader, noun: Token) -> Act | None:
    """A past act told by its outcome: "the letter dated May 23", "a note handed to the embassy"."""
    made = [c for c in reader.sentence.children(noun, "acl") if c.tag == "VBN" and c.lower in _TOLD]
    if not made:
        return None
    for lemma in reader.clauses.noun_lemmas(noun):
        for rule in reader.vocabulary.noun_rules.get(lemma, ()):
            by = reader.slots.find(made[0], None, ["by", "from"], set())
            act = apply(reader, rule, noun, (made[0],), noun)
            if (
                act is None and "addressee" in rule.needs and any(r.codes for r in by) and not _is_greeting(reader, noun)
            ):  # to whom need not be said again
                act = Act(rule.event, rule.mode, rule.rule, noun, (noun,), tuple(by), tuple(_addressee(reader, noun, by)), noun)
            if act is not None:
                by = by or source_of(reader, reader.sentence.verb_above(noun) or noun)
                return replace(act, source=tuple(act.source or by))
    return None


def dated_letter(reader: ActReader, noun: Token) -> Act | None:
    """ "In my letters dated 3 and 9 May", "in its letter of 3 May": written to whom the text is addressed, else to who speaks."""
    owners = reader.sentence.children(noun, "poss")
    if not owners:
        return None
    rules = [r for lemma in reader.clauses.noun_lemmas(noun) for r in reader.vocabulary.noun_rules.get(lemma, ())]
    rule = next((r for r in rules if "addressee" in r.needs), None)
    dated = [c for c in reader.sentence.children(noun, "acl") if c.lower == "dated"]
    if rule is None or not (
        dated or any(t.lower in MONTHS for o in reader.clauses.under(noun, "of") for t in (o, *o.children))
    ):
        return None
    source = [r for p in owners if (r := reader.referrer.refer(p)) is not None and r.codes]
    own, scene = codes_in(source), reader.scene
    named = reader.slots.find(noun, noun, rule.target, own)
    codes = [c for c in (scene.addressed(noun.start), scene.speaker(noun.start)) if c and c not in own][:1]
    target = named or [Reference((c,), None, "", reader.sentence.span([noun]), noun.i) for c in codes]
    if not source or not target or _is_greeting(reader, noun):
        return None
    return Act(rule.event, rule.mode, rule.rule, noun, (noun, *dated[:1]), tuple(source), tuple(target), noun)


def _is_greeting(reader: ActReader, letter: Token) -> bool:
    """ "A letter of condolence"."""
    greetings = reader.vocabulary.groups["greetings"]
    return any(n in greetings for o in reader.clauses.under(letter, "of") for n in reader.clauses.noun_lemmas(o))


def _addressee(reader: ActReader, letter: Token, by: list[Reference]) -> list[Reference]:
    """To whom a letter is that "is no answer to our question", or of which those who got it write to its sender."""
    verb = reader.sentence.verb_above(letter)
    if verb is None:
        return []
    for answer in reader.sentence.children(verb, "attr"):
        asked = reader.clauses.under(answer, "to") if answer.lower in _ANSWERS else []
        askers = [p for a in asked for p in reader.sentence.children(a, "poss") if p.tag == "PRP$"]
        return [r for p in askers if (r := reader.referrer.refer(p)) is not None and r.codes]
    bodies = {c.partition("-")[0] for c in codes_in(by)}
    for above in (verb, *reader.sentence.ancestors(verb)):
        if above.lower in _WRITES and bodies & {
            c.partition("-")[0] for c in codes_in(reader.slots.find(above, None, ["to", "dative"], set()))
        }:
            return source_of(reader, above)
    return []


def beside(reader: ActReader, noun: Token) -> Act | None:
    """An act told in passing, beside that of the clause: "in a letter to the Council", "on the phone with his counterpart",
    "through the mediation of Ankara". It needs both sides.
    """
    preposition = reader.sentence.head(noun)
    if noun.dep != "pobj" or preposition is None or preposition.dep != "prep":
        return None
    verb = reader.sentence.head(preposition)
    if preposition.lower == "of" and verb is not None and verb.lower in _STAGES and verb.dep == "pobj":
        # "at the second round of talks with": as "at the talks with"
        preposition = reader.sentence.tokens[verb.head]
        verb = reader.sentence.head(preposition)
    if verb is not None and verb.dep == "nsubj":  # "Guyana, with the backing of Brazil, took ..."
        verb = reader.sentence.head(verb)
    if verb is None or verb.tag[0] != "V":
        return None
    for lemma in reader.clauses.noun_lemmas(noun):
        for rule in reader.vocabulary.noun_rules.get(lemma, ()):
            if "beside" not in rule.needs or preposition.lower not in rule.with_prep:
                continue
            acting = acting_in(reader, verb)
            both = reader.slots.find(noun, noun, ["between"], set()) or _theirs(reader, noun, verb) if rule.reciprocal else []
            if len(codes_in(both)) > 1:  # "was discussed in a telephone conversation between the two ministers"
                return Act(rule.event, rule.mode, rule.rule, noun, (noun,), tuple(both), (), noun, reciprocal=True)
            if rule.target:
                source = _makers(reader, noun, rule.source) or acting
                target = reader.slots.find(noun, noun, rule.target, codes_in(source)) or _met(reader, rule, verb, source)
                if rule.reciprocal and not target and len(codes_in(source)) > 1:  # "the two focused on trade at talks in Lima"
                    return Act(rule.event, rule.mode, rule.rule, noun, (noun,), tuple(source), (), noun, reciprocal=True)
            else:  # "through the mediation of Ankara": whoever acts here is the other side
                source, target = reader.slots.find(noun, noun, ["of", "by", "from", "poss"], set()), acting
            own = codes_in(source)
            if own and any(set(r.codes) - own for r in target):
                return Act(
                    rule.event, rule.mode, rule.rule, noun, (noun,), tuple(source), tuple(target), noun,
                    reciprocal=rule.reciprocal,
                )  # fmt: skip
    return None


def _met(reader: ActReader, rule: EventRule, verb: Token, guests: list[Reference]) -> list[Reference]:
    """ "During the visit by the premier, talks were held with his counterpart": whom a guest talks with is whose guest he is; an
    office of no state named is of the other of two that the text is between.
    """
    if rule.mode != "visit" or not guests or _TALKS.isdisjoint(reader.words):
        return []
    own = codes_in(guests)
    hosts = [r for r in reader.slots.find(verb, None, ["with", "object:with"], set()) if r.sector in ("GOV", "LEG")]
    foreign = [r for r in hosts if set(r.codes) - own]
    others = [c for c in pair_in(reader.scene, verb.start) if c not in own]
    return foreign or [replace(r, codes=(others[0],)) for r in hosts[:1] if len(others) == 1]


def _theirs(reader: ActReader, noun: Token, verb: Token) -> list[Reference]:
    """ "At their summit in Lima A gave B a horse": theirs who are on both sides of what is done there; "the A-B summit"."""
    named = reader.referrer.modifier_codes(noun)
    if len(named) > 1:
        return list(implied(named, reader.sentence.span([noun]), noun.i))
    if not any(p.lower == "their" for p in reader.sentence.children(noun, "poss")):
        return []
    acting = acting_in(reader, verb)
    return [*acting, *reader.slots.find(verb, None, ["dative", "to", "object:to"], codes_in(acting))] if acting else []


def _makers(reader: ActReader, noun: Token, slots: list[str]) -> list[Reference]:
    """ "During the visit of the premier to Lima", "during Dow's visit": whose it is said to be, where that may be another."""
    if not slots:
        return []
    named = [p for p in reader.sentence.children(noun, "poss") if p.tag != "PRP$"]
    found = [r for r in reader.slots.find(noun, noun, slots, set()) if r.sector]  # "on a tour of Bavaria": no tourist
    return found or [r for p in named if (r := reader.referrer.refer(p)) and r.codes]


def acting_in(reader: ActReader, verb: Token) -> list[Reference]:
    """Who acts in the clause of `verb`: an official of no state named is of the one that he speaks for ("Chad wants peace,
    Foreign Minister Dow said after talks with ...").
    """
    found = source_of(reader, verb)
    if any(r.codes for r in found) or not any(r.sector == "GOV" for r in found):
        return found
    subjects = [s for c in reader.sentence.children(verb, "ccomp") for s in reader.sentence.children(c, "nsubj")]
    own = next((r for s in subjects if s.tag[0] == "N" for r in reader.referrer.all(s) if r.codes), None)
    return [replace(r, codes=own.codes) for r in found] if own is not None else found


def attempt(reader: ActReader, noun: Token) -> Act | None:
    """ "an attempt to assassinate the governor", "a bid to bring the two together": force or mediation told as a thing."""
    if not set(reader.clauses.noun_lemmas(noun)) & ATTEMPTS:
        return None
    for word in reader.sentence.children(noun, "compound", "nmod"):  # "an assassination attempt against the governor failed"
        for rule in (r for n in reader.clauses.noun_lemmas(word) for r in reader.vocabulary.noun_rules.get(n, ())):
            find = reader.slots.find
            whom = find(noun, noun, ["against", "on", "of"], set()) if rule.event == "ASSAULT" and rule.mode else []
            if whom and noun.dep in ("nsubj", "nsubjpass"):
                by = find(noun, noun, ["by"], set())
                return Act(rule.event, rule.mode, rule.rule, noun, (noun, word), tuple(by), tuple(whom), noun)
    for clause in reader.sentence.children(noun, "acl"):
        for act in reader.interpret(clause, 1):
            if act.event == "ASSAULT" or act.mode == "third-party":
                reader.take(clause)
                doers = act.source or tuple(reader.slots.find(noun, noun, ["by", "of", "from"], set()))
                return replace(act, head=noun, source=doers)
    return None
