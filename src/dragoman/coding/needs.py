"""Conditions that event rules may name in `needs`, each a function on one screen with the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.attribution import saying
from dragoman.coding.neighbours import Neighbours
from dragoman.coding.reference import Reference
from dragoman.language.parse import Token
from dragoman.text import Span

if TYPE_CHECKING:
    from dragoman.coding.acts import ActReader
    from dragoman.lexicon.entries import EventRule

ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "COP", "SPY", "IMG"})
CIVIL = frozenset("CVL EDU LAB AGR OPP REL REF SOC CRM JRN MED BUS PTY NGO REB ELI UNK ISM".split())
_NONE = frozenset({"no", "not", "n't", "n’t", "never", "neither", "nor", "none", "nothing"})
_READY = frozenset({"ready", "willing", "prepared", "open", "amenable", "keen", "eager", "happy", "glad"})
OFFICIAL = frozenset({"GOV", "LEG", "JUD", "MIL", "PTY", "COP", "SPY", "ELI"})


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule has found so far."""

    reader: ActReader
    verb: Token
    noun: Token | None
    source: Sequence[Reference]
    target: Sequence[Reference]

    @property
    def words(self) -> frozenset[str]:
        """The predicate's own words."""
        return self.reader.around(self.verb).words

    @property
    def near(self) -> frozenset[str]:
        """Those of them that stand close to it."""
        return self.reader.around(self.verb).near

    @property
    def thing(self) -> frozenset[str]:
        """The words of what the predicate is about: its object."""
        if self.noun is None:
            return self.reader.around(self.verb).thing
        return frozenset(t.lower for t in self.reader.sentence.subtree(self.noun))

    @property
    def subject(self) -> frozenset[str]:
        """The words of who does it."""
        return self.reader.around(self.verb).subject


def _sectors(references: Sequence[Reference]) -> set[str]:
    return {r.sector for r in references if r.sector}


def _is_state(found: Found, code: str) -> bool:
    return code in found.reader.scene.knowledge.states


def _target_place(found: Found) -> bool:
    return any(_is_state(found, c) for r in found.target for c in r.codes)


def _official(found: Found) -> bool:
    """An office, a person who holds one, or a delegation acts; a state's bare name does not travel."""
    scene = found.reader.scene
    for reference in found.source:
        token = found.reader.sentence.tokens[reference.head]
        mention = scene.mention_at(token)
        if _sectors([reference]) & OFFICIAL or (mention is not None and mention.kind in ("person", "holder")):
            return mention is None or mention.kind not in ("capital", "seat")
    return False


def _person(found: Found) -> bool:
    return any(r.sector or found.reader.scene.mention_at(found.reader.sentence.tokens[r.head]) for r in found.target)


def _organisation(found: Found) -> bool:
    return any(not _is_state(found, c) and not c.startswith("X-") for r in found.target for c in r.codes) and not _sectors(
        found.target
    ) & {"NGO"}


def _foreign(found: Found) -> bool:
    own = {c for r in found.source for c in r.codes}
    return any(c not in own for r in found.target for c in r.codes)


def _target_named(found: Found) -> bool:
    """Whether the target itself is threatened, not "the security" or "the right" of somebody."""
    scene, tokens = found.reader.scene, found.reader.sentence.tokens
    heads = [tokens[r.head] for r in found.target]
    return any(scene.mention_at(h) is not None or scene.role_at(h) is not None for h in heads)


def _several(found: Found) -> bool:
    """Several parties, of which not all need be known ("Kissinger and Le Duc Tho", "the government and the miners' union")."""
    codes = {c for r in (*found.source, *found.target) for c in r.codes}
    sentence = found.reader.sentence
    beside = [c for s in found.reader.clauses.subjects(found.verb) for c in sentence.children(s, "conj") if c.tag[0] == "N"]
    return len(codes) > 1 or "joint" in found.thing or bool(codes and (beside or len(found.source) > 1)) or _bodies(found)


def _peacekeeper(found: Found) -> bool:
    return any("peace" in word for word in found.subject)


def _bodies(found: Found) -> bool:
    """Whether an organisation's members act ("ASEAN foreign ministers convened")."""
    plural = any(found.reader.sentence.tokens[r.head].tag.endswith("S") for r in found.source)
    return plural and any(not _is_state(found, c) for r in found.source for c in r.codes)


def _civilian(found: Found) -> bool:
    """People, not a state or its officials: by sector, or a plural noun that names neither."""
    if found.subject & found.reader.vocabulary.groups["crowds"]:
        return True  # "anti-government protesters" are no government
    if found.source:
        return bool(_sectors(found.source) & CIVIL) or (not any(_sectors([r]) for r in found.source) and not _named(found))
    return any(t.tag in ("NNS", "NNPS", "NN") for t in found.reader.clauses.subjects(found.verb))


def _named(found: Found) -> bool:
    scene, tokens = found.reader.scene, found.reader.sentence.tokens
    return any((m := scene.mention_at(tokens[r.head])) is not None and m.kind not in ("demonym", "body") for r in found.source)


def _armed_source(found: Found) -> bool:
    return bool(_sectors(found.source) & ARMED) or bool(found.subject & found.reader.vocabulary.groups["armed-words"])


def _target_or_thing(found: Found) -> bool:
    """A target, or at least something that it is done to: "condemned the attack", "sentenced a dissident"."""
    things = [o for o in found.reader.clauses.objects(found.verb) if o.tag[0] in "NC"] if found.verb.tag[0] == "V" else []
    if found.target or not things:
        return bool(found.target)
    # "Four killed in Baghdad blast": where it was done says whose they are.
    return any(r.codes for r in found.source) or (
        found.reader.clauses.is_passive(found.verb) and bool(found.reader.slots.place(found.verb, found.noun)[0])
    )


def _object_references(found: Found) -> list[Reference]:
    return [r for o in found.reader.clauses.objects(found.verb) for r in found.reader.referrer.all(o)]


def _object_person(found: Found) -> bool:
    """Whether it is done to somebody known by name, office or role."""
    scene, tokens = found.reader.scene, found.reader.sentence.tokens
    for reference in _object_references(found):
        mention = scene.mention_at(tokens[reference.head])
        if reference.sector and (mention is None or mention.kind not in ("capital", "seat", "place", "name")):
            return True
    heads = found.reader.clauses.objects(found.verb)
    return any(h.tag == "NNP" and scene.mention_at(h) is None for h in heads)


def _object_place(found: Found) -> bool:
    scene = found.reader.scene
    heads = found.reader.clauses.objects(found.verb)
    return any(
        (m := scene.mention_at(h)) is not None and m.kind in ("name", "place") and _is_state(found, m.code or "") for h in heads
    )


def _bad_name(found: Found) -> bool:
    """Whether what somebody is called is an insult; the lexicon's group holds beginnings of words."""
    bad = tuple(found.reader.vocabulary.groups.get("bad-names", ()))
    return any(word.startswith(bad) for word in found.words)


def _ahead(found: Found) -> bool:
    """Still to come, or under a verb that says so: "will crush", "could crush", "vowed to crush", "spoke of crushing"."""
    clauses, verb = found.reader.clauses, found.verb
    if clauses.is_future(verb) or clauses.is_infinitive(verb) or clauses.is_possible(verb):
        return True
    head = found.reader.sentence.head(verb)
    return verb.dep == "pcomp" and head is not None and head.lower in ("of", "at", "about", "with")


def _will_not(found: Found) -> bool:
    """ "will not", "cannot", "would never": somebody refuses what the verb says."""
    clauses, verb = found.reader.clauses, found.verb
    if verb.tag[0] != "V" or not clauses.negated(verb):
        return False
    if any(a in ("can", "could", "ca") for a in clauses.auxiliaries(verb)):  # else it only says what is not possible
        return bool(set(clauses.verb_lemmas(verb)) & found.reader.vocabulary.groups["assenting"])
    return clauses.is_future(verb)


NEEDS: dict[str, Callable[[Found], bool]] = {
    "target": lambda f: bool(f.target),
    "target-or-thing": _target_or_thing,
    "target-place": _target_place,
    "target-person": _person,
    "target-organisation": _organisation,
    "target-foreign": _foreign,
    "target-named": _target_named,
    "target-or-several": lambda f: bool(f.target) or _several(f),
    "source-official": _official,
    "source-civilian": _civilian,
    "source-armed": _armed_source,
    "source-unarmed": lambda f: not _armed_source(f),
    "source-peacekeeper": _peacekeeper,
    "source-state": lambda f: any(_is_state(f, c) for r in f.source for c in r.codes),
    "source-or-target": lambda f: bool(f.source or f.target),
    "source-or-court": lambda f: bool(f.source) or "court" in f.words,
    "several": _several,
    "three": lambda f: len({c for r in (*f.source, *f.target) for c in r.codes}) > 2 or _bodies(f),
    "passive": lambda f: f.verb.tag[0] == "V" and f.reader.clauses.is_passive(f.verb),
    "future": lambda f: f.reader.clauses.is_future(f.verb),
    "will-not": _will_not,
    "ahead": _ahead,
    # Told of somebody, not only said in passing about them: "officials suspected of fraud" accuses nobody here.
    "told": lambda f: f.verb.tag != "VBN" or f.verb.dep not in ("acl", "advcl", "amod") or bool(f.source),
    "ready": lambda f: bool(f.words & _READY),
    "none": lambda f: bool(f.words & _NONE),
    # Told in passing, under one of `with_prep`: such a rule is for `rules.beside` alone.
    "beside": lambda _: False,
    # A second act beside the first of the same verb: for `rules.companions` alone.
    "too": lambda _: False,
    "source": lambda f: any(r.codes for r in f.source),
    "object-person": _object_person,
    "object-place": _object_place,
    "target-or-place": lambda f: bool(f.target) or f.reader.slots.place(f.verb, f.noun)[1] is not None,
    "no-object": lambda f: not f.reader.clauses.objects(f.verb),
    # No participle on a noun: "the guards convicted of mutiny" tells no conviction now.
    "clause": lambda f: f.verb.dep not in ("acl", "amod"),
    "object": lambda f: bool(f.noun or f.reader.clauses.objects(f.verb)),
    # An infinitive on the verb is part of what the rule tells ("told two diplomats to leave"): see `ActReader.interpret`.
    "infinitive": lambda _: True,
    "source-party": lambda f: bool(_sectors(f.source) & {"PTY", "OPP"}),
    "source-business": lambda f: bool(_sectors(f.source) & {"BUS", "MNC"}),
    "target-nameless": lambda f: not any(r.codes for r in f.target),
    "two-states": lambda f: len({c for r in f.source for c in r.codes if _is_state(f, c)}) > 1,
    "bad-name": _bad_name,
}


def met(
    rule: EventRule,
    reader: ActReader,
    verb: Token,
    noun: Token | None,
    source: Sequence[Reference],
    target: Sequence[Reference],
) -> bool:
    """Whether all that a rule asks for is there: its needs, and its words in their places."""
    found = Found(reader, verb, noun, source, target)
    return worded(rule, reader, found) and all(NEEDS[name](found) for name in rule.needs)


def worded(rule: EventRule, reader: ActReader, around: Found | Neighbours) -> bool:
    """Whether the words that a rule asks for stand in their places."""
    expand = reader.vocabulary.expand
    if rule.subject and not around.subject & expand(rule.subject):
        return False
    if rule.thing and not around.thing & expand(rule.thing):
        return False
    if rule.words and not around.words & expand(rule.words):
        return False
    return not (rule.unless and around.near & expand(rule.unless))


def said_by(reader: ActReader, token: Token) -> tuple[Token | None, list[Reference]]:
    """The saying verb that the sentence itself puts over a clause, or beside it, and who is its subject."""
    verbs, _ = saying(reader.scene.knowledge.lexicon)
    beside = reader.sentence.children(token, "parataxis", "ccomp")
    for says in (*beside, *reader.sentence.ancestors(token)):
        if any(lemma in verbs for lemma in reader.clauses.verb_lemmas(says)):
            return says, [r for s in reader.clauses.subjects(says) for r in reader.referrer.all(s) if r.codes]
    return None, []


def speaker_of(reader: ActReader, token: Token) -> Reference | None:
    """Who says the clause of `token`: the subject of the saying verb above it, else the passage's speaker."""
    verbs, _ = saying(reader.scene.knowledge.lexicon)
    for above in reader.sentence.ancestors(token):
        if any(lemma in verbs for lemma in reader.clauses.verb_lemmas(above)):
            found = [r for s in reader.clauses.subjects(above) for r in reader.referrer.all(s)]
            return found[0] if found else None
    state = reader.scene.speaker(token.start)
    return Reference((state,), "GOV", "", Span(token.start, token.end), token.i) if state else None
