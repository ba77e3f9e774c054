"""Conditions that event rules may name in `needs`, each a function on one screen with the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.coding.events.found import (
    ARMED,
    CIVIL,
    OFFICIAL,
    Found,
    armed_source,
    bodies,
    civilian,
    foreign,
    is_state,
    official,
    organisation,
    peacekeeper,
    person,
    sectors,
    several,
    target_named,
    target_place,
)
from dragoman.coding.events.needs import wants
from dragoman.coding.events.needs.dealings import DEALINGS
from dragoman.coding.events.needs.neighbours import Neighbours
from dragoman.coding.events.needs.provisos import PROVISOS
from dragoman.coding.events.needs.senses import SENSES, named_badly
from dragoman.coding.names.mentions import OF_PERSONS
from dragoman.coding.sentence.attribution import holding, saying
from dragoman.coding.who.reference import COUNTS, Reference, codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.closed import NEGATIONS
from dragoman.lexicon.words import word_class
from dragoman.text import Span

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader
    from dragoman.lexicon.entries import EventRule

_THIS = frozenset({"this", "that"})
_WHOEVER = frozenset({"he", "she"})
_OUTLAWS = frozenset({"REB", "UAF", "CRM"})
_INQUIRY = word_class("inquiries")
_LEFT_OPEN = word_class("hesitating") | {"rule"}
_OWNING_UP = word_class("owning-up")
# What is done by signing it.
ORDERS = word_class("orders")
_NONE = NEGATIONS | {"none", "nothing"}
_UPROOTED = word_class("uprooted")
_READY = word_class("ready")
_PAPERS = word_class("papers-and-proofs")
_PARTIES = word_class("parties-without-name")
_CLEAR = frozenset({"clear", "plain", "known"})
_UTTERS = word_class("uttering")
_FLIGHT, _NATURAL = word_class("flight"), word_class("natural-disasters")


def _target_or_thing(found: Found) -> bool:
    """A target, or at least something that it is done to: "condemned the attack", "sentenced a dissident"."""
    things = (
        [o for o in found.reader.clauses.objects(found.verb) if o.tag[0] in "NC" or o.lower in _THIS or _is_pact(found, o)]
        if found.verb.tag[0] == "V"
        else []
    )
    if found.target:
        return True
    if not things:  # "He was shot by Chadian soldiers"
        named = found.reader.scene.mention_at
        known = any(r.codes and (r.sector or named(found.reader.sentence.tokens[r.head])) for r in found.source)
        known = known and found.verb.tag == "VBN" and found.reader.clauses.is_passive(found.verb)
        return known and any(o.lower in _WHOEVER for o in found.reader.clauses.objects(found.verb))
    # "Four killed in Baghdad blast": where it was done says whose they are.
    return any(r.codes for r in found.source) or (
        found.reader.clauses.is_passive(found.verb) and bool(found.reader.slots.place(found.verb, found.noun)[0])
    )


def _is_pact(found: Found, word: Token) -> bool:
    """ "Peru and Chile signed a treaty. Bolivia criticised it": "it" is what the two had signed."""
    return word.lower == "it" and len(found.reader.scene.story.signatories) > 1 and PROVISOS["treaty-before"](found)


def _power(found: Found) -> bool:
    """A state, its officials or armed men, not people or their unions: who can protest as governments do, jail or fine."""
    own = sectors(found.source)
    if found.subject & found.reader.vocabulary.groups["crowds"]:
        return False
    return bool(found.source) and (bool(own & (OFFICIAL | ARMED)) or not own & CIVIL)


def _or_else(found: Found) -> bool:
    return any(found.reader.clauses.or_else(c) for c in wants.bidden(found.reader, found.verb))


def _object_references(found: Found) -> list[Reference]:
    objects = [o for o in found.reader.clauses.objects(found.verb) if o.lower not in _PAPERS]  # "a statement released by"
    return [r for o in objects for r in found.reader.referrer.all(o)]


def _object_person(found: Found) -> bool:
    """Whether it is done to somebody known by name, office or role."""
    scene, tokens = found.reader.scene, found.reader.sentence.tokens
    for reference in _object_references(found):
        mention = scene.mention_at(tokens[reference.head])
        if reference.sector and (mention is None or mention.kind not in ("capital", "seat", "place", "name")):
            return True
    heads = found.reader.clauses.objects(found.verb)
    unknown = [h for h in heads if h.tag == "NNP" and scene.mention_at(h) is None]
    # "The Arch of Reunification": nobody's name has an article.
    return any(not found.reader.sentence.children(h, "det") for h in unknown)


def _object_human(found: Found) -> bool:
    """Whether it is done to people or captives, known or not, and not to a report or a film."""
    if _object_person(found) or _object_references_named(found):
        return True
    groups, clauses = found.reader.vocabulary.groups, found.reader.clauses
    people = groups["persons"] | groups["prisoners"]
    heads = [h for h in clauses.objects(found.verb) if h.lower not in groups["meeting"]]  # "held an Extraordinary Summit"
    return any(
        (h.tag in ("PRP", "CD", "NNP", "WP") and h.lower != "it") or not people.isdisjoint(clauses.words(h)) for h in heads
    )


def _with_people(found: Found) -> bool:
    """Whether whom somebody meets is somebody: nobody confers with costs, deadlines, or with a refusal."""
    clauses, groups = found.reader.clauses, found.reader.vocabulary.groups
    if found.noun is not None or "meet" not in clauses.verb_lemmas(found.verb):
        return True
    scene, people = found.reader.scene, groups["persons"] | groups["crowds"]

    def is_party(head: Token) -> bool:
        if head.lower in COUNTS and any(is_party(o) for o in clauses.under(head, "of")):
            return True  # "some of the deputies"
        named = scene.mention_at(head) is not None or scene.role_at(head) is not None
        return named or head.tag in ("PRP", "NNP", "NNPS", "WP", "CD") or not people.isdisjoint(clauses.words(head))

    objects = [o for o in clauses.objects(found.verb) if o.tag[0] in "NPWC" and not _is_manner(found, o)]
    met = [*objects, *clauses.under(found.verb, "with")]
    met += clauses.listed(met)
    return not met or any(is_party(h) or h.lower in _PARTIES for h in met)


def _is_manner(found: Found, word: Token) -> bool:
    """ "Met face to face", "head to head": how, and not whom."""
    behind = [t.lower for t in found.reader.sentence.tokens[word.i + 1 : word.i + 3]]
    return behind == ["to", word.lower]


def _object_references_named(found: Found) -> bool:
    scene = found.reader.scene
    return any(scene.mention_at(h) is not None for h in found.reader.clauses.objects(found.verb))


def _object_place(found: Found) -> bool:
    scene = found.reader.scene
    heads = found.reader.clauses.objects(found.verb)
    return any(
        (m := scene.mention_at(h)) is not None and m.kind in ("name", "place") and is_state(found, m.code or "") for h in heads
    )


def _object_holder(found: Found) -> bool:
    """Whether it is done to somebody whom the text or the lexicon knows by his name."""
    known = (found.reader.scene.mention_at(h) for h in found.reader.clauses.objects(found.verb))
    return any(m is not None and m.kind in OF_PERSONS for m in known)


def _bad_name(found: Found) -> bool:
    """Whether what somebody is called is an insult; the lexicon's group holds beginnings of words."""
    bad = tuple(found.reader.vocabulary.groups.get("bad-names", ()))
    return any(word.startswith(bad) for word in found.words)


def _admitted(found: Found) -> bool:
    """Whether somebody owns up to what the clause says: "admitted that the shooting had been a mistake"."""
    says, _ = said_by(found.reader, found.verb)
    return says is not None and not _OWNING_UP.isdisjoint(found.reader.clauses.verb_lemmas(says))


def _is_signed(found: Found, noun: Token) -> bool:
    """ "Signed an order to": see `enacting`."""
    verb = found.reader.sentence.head(noun) if noun.lower in ORDERS and noun.dep == "dobj" else None
    return verb is not None and "sign" in found.reader.clauses.verb_lemmas(verb)


def _ahead(found: Found) -> bool:
    """Still to come, or under a verb that says so: "will crush", "could crush", "vowed to crush", "spoke of crushing"."""
    clauses, verb = found.reader.clauses, found.reader.clauses.governor(found.verb)
    above = found.reader.sentence.head(verb)
    if above is not None and ("decide" in clauses.verb_lemmas(above) or _is_signed(found, above)):
        return False  # what is decided, or ordered by signing it, is done
    if clauses.is_infinitive(verb) and above is not None and clauses.is_ranked(above):
        return False  # "was the first state to open an embassy there"
    if clauses.is_brought_about(verb):
        return False
    if clauses.is_future(verb) or clauses.is_infinitive(verb) or clauses.is_possible(verb):
        return True
    head = found.reader.sentence.head(verb)
    if verb.tag == "VBG" and head is not None and _is_kept_open(found, head):
        return True
    return verb.dep == "pcomp" and head is not None and head.lower in ("of", "at", "about", "with")


def _is_kept_open(found: Found, above: Token) -> bool:
    """ "Would not shrink from using it", "did not rule out using it"."""
    clauses = found.reader.clauses
    refusing = above if above.tag[0] == "V" else found.reader.sentence.head(above)
    return refusing is not None and not _LEFT_OPEN.isdisjoint(clauses.verb_lemmas(refusing)) and clauses.negated(refusing)


NEEDS: dict[str, Callable[[Found], bool]] = {
    "target": lambda f: bool(f.target),
    "target-or-thing": _target_or_thing,
    "target-place": target_place,
    "target-person": person,
    "target-organisation": organisation,
    "target-foreign": foreign,
    "target-named": target_named,
    # Somebody else than private people: who calls refugees criminals accuses no state.
    "target-public": lambda f: not sectors(f.target) or not sectors(f.target) <= {"CVL", "REF", "CRM"},
    "target-people": lambda f: bool(sectors(f.target)) and sectors(f.target) <= {"CVL", "REF", "REL", "SOC"},
    # "Crossed into Malawi to escape the raids", and no flood.
    "in-flight": lambda f: not _FLIGHT.isdisjoint(f.reader.words) and _NATURAL.isdisjoint(f.reader.words),
    "target-or-several": lambda f: bool(f.target) or several(f),
    "source-official": official,
    "source-lawful": lambda f: _OUTLAWS.isdisjoint(sectors(f.source)),
    "investigates": lambda f: not _INQUIRY.isdisjoint(f.words),
    "source-civilian": civilian,
    "source-armed": armed_source,
    "source-unarmed": lambda f: not armed_source(f),
    "source-peacekeeper": peacekeeper,
    "source-state": lambda f: any(is_state(f, c) for r in f.source for c in r.codes),
    "source-power": _power,
    "grievance": lambda f: wants.is_grieved(f.reader, f.verb, f.words),
    # "want their vote ratified": a wish that somebody else do it.
    "wants-done": lambda f: any(c.tag == "VBN" for c in f.reader.sentence.children(f.verb, "ccomp", "oprd")),
    "bidding": lambda f: bool(wants.bidden(f.reader, f.verb)) and not _or_else(f),
    "seizure-bidden": lambda f: wants.is_seizure(f.reader, f.verb),
    "or-else": _or_else,
    "source-or-target": lambda f: bool(f.source or f.target),
    "source-or-court": lambda f: bool(f.source) or "court" in f.words,
    "several": several,
    "three": lambda f: len(codes_in((*f.source, *f.target))) > 2 or bodies(f),
    "passive": lambda f: f.verb.tag[0] == "V" and f.reader.clauses.is_passive(f.verb),
    # Done to its subject: a passive, or its bare participle ("Malians driven out of Libya reached Niger").
    "undergone": lambda f: (
        f.verb.tag[0] == "V" and (f.verb.tag == "VBN" or f.verb.dep == "acl" or f.reader.clauses.is_passive(f.verb))
    ),
    "future": lambda f: f.reader.clauses.is_future(f.verb),
    "will-not": lambda f: wants.will_not(f.reader, f.verb),
    "refused": lambda f: wants.refused(f.reader, f.verb),
    "ahead": _ahead,
    "admitted": _admitted,
    "shelters": lambda f: not _UPROOTED.isdisjoint(f.words),
    "not-ahead": lambda f: not _ahead(f),
    # Told of somebody, not only said in passing about them: "officials suspected of fraud" accuses nobody here.
    "told": lambda f: (
        f.verb.tag != "VBN" or f.verb.dep not in ("acl", "advcl", "amod") or bool(f.source) or wants.stands(f.reader, f.verb)
    ),
    "ready": lambda f: bool((f.words & _READY) - {c.lower for c in f.verb.children if c.tag == "VB"}),  # "are to open"
    "none": lambda f: bool(f.words & _NONE),
    # Told in passing, under one of `with_prep`: such a rule is for `nominals.beside` alone.
    "beside": lambda _: False,
    # Told by a headline's noun and its place: for `nominals.headlined` alone.
    "headline": lambda _: False,
    # A second act beside the first of the same verb: for `rules.companions` alone.
    "too": lambda _: False,
    "source": lambda f: any(r.codes or not r for r in f.source),  # a person by name alone is somebody too
    # Known by name or by role, or a person by name alone: a role's state may stand elsewhere ("miners in Silesia are pressing for").
    "doer": lambda f: bool(f.source),
    "object-person": _object_person,
    "object-human": _object_human,
    # "Recommended them", and nothing that they should do.
    "object-somebody": lambda f: bool(codes_in(_object_references(f))) and not wants.bidden(f.reader, f.verb),
    "with-people": _with_people,
    "object-holder": _object_holder,
    "object-place": _object_place,
    "target-or-place": lambda f: bool(f.target) or f.reader.slots.place(f.verb, f.noun)[1] is not None,
    "gerund-below": lambda f: any(c.tag == "VBG" for c in f.reader.sentence.children(f.verb, "xcomp", "ccomp", "pcomp")),
    "no-object": lambda f: not f.reader.clauses.objects(f.verb),
    "object": lambda f: bool(f.noun or f.reader.clauses.objects(f.verb)),
    # An infinitive on the verb is part of what the rule tells ("told two diplomats to leave"): see `ActReader.interpret`.
    "infinitive": lambda _: True,
    "source-party": lambda f: bool(sectors(f.source) & {"PTY", "OPP"}),
    "source-business": lambda f: bool(sectors(f.source) & {"BUS", "MNC"}),
    "target-nameless": lambda f: not any(r.codes for r in f.target),
    "two-states": lambda f: len({c for r in f.source for c in r.codes if is_state(f, c)}) > 1,
    "bad-name": _bad_name,
    "named-badly": named_badly,
    **PROVISOS,
    **DEALINGS,
    **SENSES,
}


# What can be asked before anybody is looked for, and what before whom it is done to; the rest asks for both sides.
_OF_PREDICATE = frozenset(
    "passive undergone active main-clause clause future will-not refused ahead not-ahead admitted investigates shelters ready "
    "none beside headline too in-flight no-object gerund-below object object-person object-human object-somebody object-place object-holder "
    "with-people bad-name wants-done grievance bidding or-else unpeaceful off-if-called not-over returned "
    "parties-if-passive critical views-swapped object-thing not-leading itself many named-badly not-asking "
    "not-calling-it sent-to-somebody".split()
)
_OF_SOURCE = frozenset(
    "source doer source-official source-public source-lawful source-civilian source-armed source-unarmed source-peacekeeper "
    "source-state source-power source-or-court source-party source-business source-unjudging source-itself two-states told".split()
)


@lru_cache(maxsize=4096)
def weight(names: tuple[str, ...]) -> float:
    """How much more specific its needs make a rule; those that only keep another sense out do not."""
    return 0.1 * sum(n not in SENSES for n in names)


@lru_cache(maxsize=4096)
def staged(names: tuple[str, ...]) -> tuple[tuple[Callable[[Found], bool], ...], ...]:
    """The functions of needs in three stages: those that ask of the predicate, of its source, of both sides."""
    of_predicate = [n for n in names if n in _OF_PREDICATE]
    of_source = [n for n in names if n in _OF_SOURCE]
    of_both = [n for n in names if n not in _OF_PREDICATE and n not in _OF_SOURCE]
    return tuple(tuple(NEEDS[n] for n in stage) for stage in (of_predicate, of_source, of_both))


def worded(rule: EventRule, reader: ActReader, around: Found | Neighbours) -> bool:
    """Whether the words that a rule asks for stand in their places."""
    expand = reader.vocabulary.expand
    if rule.subject and not around.subject & expand(rule.subject):
        return False
    if rule.thing and not around.thing & expand(rule.thing):
        return False
    if rule.words and not around.words & expand(rule.words):
        return False
    against = around.near & expand(rule.unless) if rule.unless else frozenset()
    return not against or all(_is_in_name(reader, word) for word in against)


def _is_in_name(reader: ActReader, word: str) -> bool:
    """Whether a word stands in the sentence in names of organisations and groups alone: "the Lord's Resistance Army"."""
    inside = [t for t in reader.sentence.tokens if t.lower == word]
    known = [reader.scene.mention_at(t) for t in inside]
    return bool(known) and all(m is not None and m.kind in ("organisation", "body") and " " in m.text for m in known)


def _ruled_behind(reader: ActReader, verb: Token, token: Token) -> bool:
    """ "..., the council ruled": a verb that reports only with "that", behind what it reports."""
    if verb.i < token.i or verb.tag != "VBD" or not reader.sentence.children(verb, "nsubj"):
        return False
    clause = any(c.dep == "ccomp" and c.i < verb.i for c in verb.children)
    return clause and not holding(reader.scene.knowledge.lexicon).isdisjoint(reader.clauses.verb_lemmas(verb))


def said_by(reader: ActReader, token: Token) -> tuple[Token | None, list[Reference]]:
    """The saying verb that the sentence itself puts over a clause, or beside it, and who is its subject."""
    verbs, _ = saying(reader.scene.knowledge.lexicon)
    beside = reader.sentence.children(token, "parataxis", "ccomp")
    for says in (*beside, *reader.sentence.ancestors(token)):
        if any(lemma in verbs for lemma in reader.clauses.verb_lemmas(says)) or _ruled_behind(reader, says, token):
            return says, [r for r in reader.subjects_meant(says) if r.codes]
    return None, []


def _together(speakers: list[Reference]) -> Reference:
    """The first of several who say something, for all of them: "Rome and Paris made it clear that"."""
    first = speakers[0]
    if len(speakers) == 1 or not all(r.codes for r in speakers):
        return first
    return replace(first, codes=tuple(dict.fromkeys(c for r in speakers for c in r.codes)))


def speaker_of(reader: ActReader, token: Token) -> Reference | None:
    """Who says the clause of `token`: the subject of the saying verb above or beside it, else the passage's speaker."""
    verbs, _ = saying(reader.scene.knowledge.lexicon)
    for above in (*reader.sentence.children(token, "parataxis"), *reader.sentence.ancestors(token)):
        lemmas = reader.clauses.verb_lemmas(above)
        if (
            any(lemma in verbs or lemma in _UTTERS for lemma in lemmas)
            or ("make" in lemmas and reader.clauses.is_made(above, _CLEAR))
            or _ruled_behind(reader, above, token)
        ):
            found = reader.subjects_meant(above)
            return _together(found) if found else None
    state = reader.scene.speaker(token.start)
    return Reference((state,), "GOV", "", Span(token.start, token.end), token.i) if state else None
