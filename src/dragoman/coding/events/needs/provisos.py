"""Conditions of event rules that keep diplomatic prose from being read as deeds: `needs.table.NEEDS` holds them with the rest."""

from __future__ import annotations

import re
from collections.abc import Callable

from dragoman.coding.events.found import ARMED, CALENDAR, Found, armed_source, is_state, sectors
from dragoman.coding.sentence.attribution import holding
from dragoman.coding.who.reference import codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.closed import MAY
from dragoman.lexicon.words import word_class

_WITH = frozenset({"with", "by", "between", "among"})
_PUBLIC = frozenset({None, "GOV", "LEG", "MIL", "JUD", "IGO", "COP", "SPY", "PTY"})
_TIES = re.compile(r"\b(?:relations|ties)\b", re.IGNORECASE)
TREATY = re.compile(r"\b(?:treaty|agreement|pact|accord|protocol|convention)\b", re.IGNORECASE)
_GO = frozenset({"leave", "depart", "quit", "go"})
_HARMS = word_class("harms-ended")
_ABLE = frozenset({"can", "could", "will", "shall"})
_HAVE_TO = frozenset({"must", "should"})
_FOR = frozenset({"for"})
_TO = frozenset({"to"})
_GROUNDS = word_class("grounds-taken")
_LENGTHS = word_class("lengths")
_PEACEFUL = word_class("peaceful")


def _addressee(found: Found) -> bool:
    """A target in one of the rule's own slots: no other state that stands somewhere below will do."""
    return bool(found.target)


def _permitted(found: Found) -> bool:
    """ "Said that exiles could return", "announced that they were free to leave": told by whoever lets them."""
    clauses, verb = found.reader.clauses, found.verb
    above = found.reader.sentence.head(verb)
    free = above is not None and above.lower == "free" and clauses.is_infinitive(verb)
    clause = found.reader.sentence.head(above) if free and above is not None else verb
    if clause is None or clause.dep not in ("ccomp", "ROOT", "parataxis") or clauses.condition_of(clause) is not None:
        return False
    return free or not MAY.isdisjoint(clauses.auxiliaries(verb))


def _parties_if_passive(found: Found) -> bool:
    """ "Was discussed with Rome": of what is only discussed, nobody knows by whom."""
    clauses = found.reader.clauses
    passive = "discuss" in clauses.verb_lemmas(found.verb) and clauses.is_passive(found.verb)
    return not passive or clauses.has_preposition(found.verb, _WITH) is not None


def _returned(found: Found) -> bool:
    """ "Returned", "flew home", "came back"."""
    return "return" in found.reader.clauses.verb_lemmas(found.verb) or bool({"home", "back"} & found.near)


def _own_site(found: Found) -> bool:
    """Whether no other state's thing is done away with."""
    own = codes_in(found.source)
    sentence, scene = found.reader.sentence, found.reader.scene
    below = [t for o in found.reader.clauses.objects(found.verb) for t in sentence.subtree(o)]
    named = {m.code for t in below if (m := scene.mention_at(t)) is not None and m.code}
    return named <= own


def _not_homeward(found: Found) -> bool:
    """Who returns to their own capital visits nobody there."""
    own = codes_in(found.source)
    return "return" not in found.reader.clauses.verb_lemmas(found.verb) or any(set(r.codes) - own for r in found.target)


def _comer(found: Found) -> bool:
    """ "Stopped the vessel before it reached the canal": "it" is a ship or a letter, and no guest."""
    return all(found.reader.sentence.tokens[r.head].lower != "it" for r in found.source)


def _unjudged(found: Found) -> bool:
    """ "Ruled that the court below had been wrong": what a judge finds, those who were wrong do not own up to."""
    says = found.reader.sentence.head(found.verb) if found.verb.dep == "ccomp" else None
    lemmas = found.reader.clauses.verb_lemmas(says) if says is not None else ()
    return holding(found.reader.scene.knowledge.lexicon).isdisjoint(lemmas)


def _handed_over(found: Found) -> bool:
    """ "Handed over the prisoners", not "handed the ambassador a note"."""
    return not found.near.isdisjoint(("over", "back")) or found.reader.clauses.has_preposition(found.verb, _TO) is not None


def _not_over(found: Found) -> bool:
    """ "Went over to the rebels": who changes sides pays no visit."""
    tokens, after = found.reader.sentence.tokens, found.verb.i + 1
    return after + 1 >= len(tokens) or (tokens[after].lower, tokens[after + 1].lower) != ("over", "to")


def _clause(found: Found) -> bool:
    """No participle on a noun, as in "the guards convicted of mutiny", which tells no conviction now; "reports that guards
    were convicted" do.
    """
    verb, sentence = found.verb, found.reader.sentence
    if verb.dep == "acl":
        return any(c.tag in ("VBD", "VBZ", "VBP") for c in sentence.children(verb, "aux", "auxpass"))
    return verb.dep != "amod" and (verb.dep, verb.tag) != ("pcomp", "VBN")


def _somebody(found: Found) -> bool:
    """Whether the target is a person or holds an office: nobody writes to "south Korea" who writes that name."""
    scene, tokens = found.reader.scene, found.reader.sentence.tokens
    heads = [tokens[r.head] for r in found.target]
    named = [scene.mention_at(h) for h in heads]
    return any(m is None or m.kind not in ("name", "capital", "place") for m in named)


def _declined(found: Found) -> bool:
    """ "Did not accept the offer": no is said, and not only in what would be."""
    clauses = found.reader.clauses
    return found.verb.tag[0] == "V" and clauses.negated(found.verb) and not clauses.is_future(found.verb)


def _must_go(found: Found) -> bool:
    """ "Informed the envoy that he must leave": told in a clause of its own that he has to."""
    clauses = found.reader.clauses
    told = found.reader.sentence.children(found.verb, "ccomp", "xcomp", "advcl")
    return any(c.lower in _GO and not _HAVE_TO.isdisjoint(clauses.auxiliaries(c)) for c in told)


def _no_more(found: Found) -> bool:
    """ "Assured him that there would be no more tests": of what harms, an end is promised."""
    sentence = found.reader.sentence
    told = [t for c in sentence.children(found.verb, "ccomp") for t in sentence.subtree(c) if t.lower in _HARMS]
    return any({"no", "more"} <= {before.lower for before in sentence.tokens[max(0, t.i - 4) : t.i]} for t in told)


def _host(found: Found) -> bool:
    """A target, or one that the text before tells: "paid an unofficial visit in May", by one of two that it is about."""
    clauses, own = found.reader.clauses, codes_in(found.source)
    target = [r for r in found.target if r.text.lower() not in CALENDAR]
    if target or not own:
        return bool(target)
    if any(clauses.under(o, p) for o in (*clauses.objects(found.verb), found.verb) for p in ("to", "at", "on", "with")):
        return False
    return bool(own & set(found.reader.scene.pair(found.reader.sentence.start)))


def _ties_before(found: Found) -> bool:
    """ "Relations were broken off in 1960. They were restored in 1971": they are what the sentence before told of."""
    if not any(s.lower in ("they", "these") for s in found.reader.clauses.objects(found.verb)):
        return False
    return found.reader.scene.tells(_TIES, found.reader.sentence.start, found.verb.start)


def _treaty_before(found: Found) -> bool:
    """ "The protocol was signed in May. Parliament approved it in June": what the words before name is a treaty."""
    if not any(o.tag == "PRP" and o.lower in ("it", "them") for o in found.reader.clauses.objects(found.verb)):
        return False
    return found.reader.scene.tells(TREATY, found.reader.sentence.start, found.verb.start)


def _not_an_occasion(found: Found) -> bool:
    """ "The summit of the two presidents, held in Rome": it is the summit that is held."""
    above = found.reader.sentence.ancestors(found.verb) if found.verb.dep == "acl" else ()
    return found.reader.vocabulary.groups["meeting"].isdisjoint(t.lower for t in above)


def _asks_nothing(found: Found) -> bool:
    """ "Called on the premier", not "called on the premier to resign", "for an inquiry"."""
    sentence, clauses = found.reader.sentence, found.reader.clauses
    asked = [c for c in sentence.children(found.verb, "xcomp", "advcl", "ccomp") if clauses.is_bidden(c)]
    return not asked and clauses.has_preposition(found.verb, _FOR) is None


def _left_place(found: Found) -> bool:
    """Whether a target is a country, a town or ground that one can leave, and not a body or a bargain."""
    scene, tokens = found.reader.scene, found.reader.sentence.tokens

    def is_place(head: Token) -> bool:
        mention = scene.mention_at(head)
        named = mention is not None and mention.kind in ("name", "capital", "seat", "place")
        return named or head.lower in _GROUNDS

    return any(is_place(tokens[r.head]) for r in found.target)


def _target_domestic(found: Found) -> bool:
    own = codes_in(found.source)
    return all(set(r.codes) <= own for r in found.target)


def _able_in_case(found: Found) -> bool:
    """ "Can wipe out the aggressor in case of war": what somebody can do, with a term on which it would be done."""
    clauses = found.reader.clauses
    able = bool(_ABLE & set(clauses.auxiliaries(found.verb))) or clauses.is_infinitive(found.verb)
    below = {t.lower for t in found.reader.sentence.tokens[found.verb.i + 1 :]}
    return able and ("case" in below or "event" in below) and not clauses.negated(found.verb)


def _done_to_source(found: Found) -> bool:
    """ "Tries to topple our government", "tarnishes our image": whether it is done to who says so."""
    own = codes_in(found.source)
    objects = found.reader.clauses.objects(found.verb)
    owners = [p for o in objects for p in found.reader.sentence.children(o, "poss")]
    return any(own & set(found.reader.referrer.codes(t)) for t in (*objects, *owners))


def _on_errand(found: Found) -> bool:
    errands = found.reader.vocabulary.groups["errands"]
    purposes = found.reader.sentence.children(found.verb, "advcl", "xcomp")
    return any(c.tag == "VB" and c.lower in errands for c in purposes)


def _carries_about(found: Found) -> bool:
    """ "Was carrying a bomb", which is no raid carried out."""
    return "carry" in found.reader.clauses.verb_lemmas(found.verb) and found.near.isdisjoint({"out", "on"})


PROVISOS: dict[str, Callable[[Found], bool]] = {
    "addressee": _addressee,
    "parties-if-passive": _parties_if_passive,
    "clause": _clause,
    "somebody": _somebody,
    "host": _host,
    "returned": _returned,
    "not-homeward": _not_homeward,
    "not-over": _not_over,
    "comer": _comer,
    # "Called itself neutral for years".
    "not-naming": lambda f: f.verb.tag[0] != "V" or not f.reader.sentence.children(f.verb, "oprd"),
    "handed-over": _handed_over,
    "unjudged": _unjudged,
    "own-site": _own_site,
    "declined": _declined,
    "must-go": _must_go,
    "no-more": _no_more,
    "not-an-occasion": _not_an_occasion,
    "ties-before": _ties_before,
    "treaty-before": _treaty_before,
    # "Peace support operations led by ...".
    "unpeaceful": lambda f: not f.thing & _PEACEFUL and not _carries_about(f),
    # "Called off a visit", not "called the visit a mistake".
    "off-if-called": lambda f: "call" not in f.reader.clauses.verb_lemmas(f.verb) or "off" in f.near,
    # "Called off operations for the holy month" asks for nothing.
    "not-off": lambda f: "off" not in (t.lower for t in f.reader.sentence.tokens[f.verb.i + 1 : f.verb.i + 2]),
    # "Pulled back two kilometres", and pulled back nobody else.
    "moves-itself": lambda f: all(o.lower in _LENGTHS or o.tag == "CD" for o in f.reader.clauses.objects(f.verb)),
    # No firm and no crowd: a company that drops a plan yields to nobody.
    "source-public": lambda f: not f.source or any(r.sector in _PUBLIC for r in f.source),
    # Not in passing: "arms, which violate the resolutions", "because it broke the law".
    "main-clause": lambda f: f.verb.dep not in ("acl", "amod", "relcl", "advcl"),
    "asks-nothing": _asks_nothing,
    "permitted": _permitted,
    "left-place": _left_place,
    # "Is in Baghdad to persuade the leadership", not "to stay".
    "on-errand": _on_errand,
    # Commandos free hostages that others hold; who else frees them held them.
    "rescues-others": lambda f: "free" not in f.reader.clauses.verb_lemmas(f.verb) or armed_source(f),
    "target-domestic": _target_domestic,
    "target-armed": lambda f: bool(sectors(f.target) & ARMED),
    "armed-or-state": lambda f: armed_source(f) or any(is_state(f, c) for r in f.source for c in r.codes),
    # Told of a day that is over: not what speakers and letters do while they are read.
    "past-told": lambda f: f.verb.tag in ("VBD", "VBN"),
    "able-in-case": _able_in_case,
    "done-to-source": _done_to_source,
    "active": lambda f: f.verb.tag[0] != "V" or not f.reader.clauses.is_passive(f.verb),
}
