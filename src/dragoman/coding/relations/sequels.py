"""Bonds told by words that stand for one told just before: "B did so in 1992", "they were restored", "withdrew its recognition"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from dragoman.coding.relations.bonds import Bonds, is_real
from dragoman.coding.relations.periods import period
from dragoman.coding.relations.telling import Told, own_clause, states_of
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.records.relation import DIRECTED

_DO = frozenset({"do", "does", "did", "done"})
_BONDS = word_class("bonds-told-again")
_LIKEWISE = re.compile(r"\s+(?:so|likewise|the same|this)\b")
_NOT_UNTIL = re.compile(r"\b(?:until|till|before)\s[^,;]*\d{4}")
_THEY = frozenset({"they", "them", "theirs", "these"})
# In and out of a body, without its name.
_MOVES = ("left", "leave", "leaving", "withdr", "quit", "rejoin", "return", "re-enter", "reenter")
_GOES_ON = frozenset({"diplomatic-relations", "war"})
_OF_STATES = frozenset({"diplomatic-relations", "recognition"})
_CHANGES = frozenset({"begin", "resume", "end", "pause"})
_TAKEN_BACK = {"withdr": "end", "revok": "end", "rescind": "end", "cancel": "end", "suspend": "pause", "froze": "pause"}
# Words of which one stands in a sentence that goes on with a bond told before, and verbs that then do.
STANDING_FOR = word_class("standing-for-an-act")
AGAIN = word_class("taken-up-again")
GOING_ON = word_class("told-after")


@dataclass(frozen=True, slots=True)
class Before:
    """A bond told before: who did what made or ended it, towards whom, and where its sentence ends."""

    told: Told
    actor: str
    partners: tuple[str, ...]
    end: int


def actor_of(bench: Workbench, told: Told) -> tuple[str, str] | None:
    """(who acted, towards whom) of a bond between two; None where both did, or nobody."""
    if told.b is None or (told.denied and told.kind not in _OF_STATES):
        return None
    if told.kind in DIRECTED:
        return told.a, told.b
    subjects = [*bench.clauses.subjects(told.head), *bench.sentence.children(told.head, "nsubj")]
    acting = [c for c in dict.fromkeys(states_of(bench, subjects)) if c in (told.a, told.b)]
    if len(acting) == 2 and told.kind == "diplomatic-relations":
        return acting[0], acting[1]
    if len(acting) != 1:
        return None
    return acting[0], told.b if acting[0] == told.a else told.a


def before(bench: Workbench, told: Sequence[Told], token: Token) -> Before | None:
    """The bond last told before a word: in its sentence, else in the one right before."""
    found = _last(bench, [t for t in told if t.head.start < token.start])
    if found is not None:
        return found
    last = bench.scene.story.bond
    if last is None or bench.sentence.start < last.end or "\n" in bench.text[last.end : bench.sentence.start]:
        return None
    near = bench.sentence.start - last.end <= 2 or (token.lower.startswith("re") and last.told.change in ("end", "pause"))
    return last if near else None


def remember(bench: Workbench, told: Sequence[Told]) -> None:
    """Keep the last bond of a sentence for the next one."""
    found = _last(bench, told)
    if found is not None:
        bench.scene.story.bond = found


def _last(bench: Workbench, told: Sequence[Told]) -> Before | None:
    """The last of some bonds, with all towards whom its verb tells it."""
    for one in sorted(told, key=lambda t: t.head.start, reverse=True):
        found = actor_of(bench, one)
        if found is not None:
            same = [actor_of(bench, t) for t in told if t.head.i == one.head.i and t.kind == one.kind]
            partners = tuple(dict.fromkeys(f[1] for f in same if f is not None and f[0] == found[0]))
            return Before(one, found[0], partners, bench.sentence.end)
    return None


def find(bench: Workbench, bonds: Bonds, told: Sequence[Told]) -> Iterator[Told]:
    """Bonds of one sentence that go on with one told before; `told` are those that the sentence names itself."""
    told = [*told]
    for token in bench.sentence:
        if token.tag[0] == "V":
            if token.dep in ("conj", "advcl") and token.lower in bonds.turn_verbs:
                further = list(_went_on(bench, bonds, told, token))
                told += further
                yield from further
            if token.lower.startswith(_MOVES):
                yield from _moved(bench, bonds, told, token)
            elif _stands_for_another(bench, token):
                yield from _likewise(bench, before(bench, told, token), token)
            else:
                meant = list(_pronoun(bench, bonds, before(bench, told, token), token))
                told += meant
                yield from meant
        elif token.lower == "recognition" and token.dep in ("dobj", "nsubjpass"):
            yield from _taken_back(bench, bonds, before(bench, told, token), token)


def _moved(bench: Workbench, bonds: Bonds, told: Sequence[Told], verb: Token) -> Iterator[Told]:
    """ "Joined A in 1973, left it in 1992 and rejoined in 2007": in and out of the body that the sentence told of before."""
    last = before(bench, [t for t in told if t.kind == "membership"], verb)
    if last is None or last.told.kind != "membership" or last.told.denied or last.end < bench.sentence.end:
        return
    objects = bench.sentence.children(verb, "dobj")
    whither = [o for p in ("from", "to", "into") for o in bench.clauses.under(verb, p)]
    subjects = states_of(bench, bench.clauses.subjects(verb))
    own = bench.sentence.children(verb, "nsubj")  # not "and its envoy left"
    if any(s.tag not in ("PRP", "WDT") and bench.scene.mention_at(s) is None for s in own):
        return
    if any(o.lower != "it" for o in (*objects, *whither)) or (subjects and subjects != [last.actor]):
        return
    if not is_real(bench, verb, bonds) or bench.clauses.negated(verb) or bench.sentence.children(verb, "auxpass"):
        return
    change = "resume" if verb.lower.startswith("re") else "end"
    within = own_clause(bench, verb)
    since, until = period(bench, change, within, verb)
    if since or until:
        yield Told("membership", change, last.actor, last.partners[0], since, until, bench.sentence.span(within), verb)


def _went_on(bench: Workbench, bonds: Bonds, told: Sequence[Told], verb: Token) -> Iterator[Told]:
    """ "Relations were established in 1974, broken off in 1975 and restored in 2000", "the war began in 1846 and ended in 1848"."""
    change, first = bonds.turn_verbs[verb.lower], bench.sentence.head(verb)
    while first is not None and first.dep in ("conj", "advcl") and not _own_subject(bench, first):
        first = bench.sentence.head(first)
    if first is None or first.tag[0] != "V" or _own_subject(bench, verb) or change not in _CHANGES:
        return
    if bench.clauses.negated(verb) or not is_real(bench, verb, bonds):
        return
    passive = bench.clauses.is_passive(first) and verb.tag in ("VBN", "VBD")
    if verb.dep == "advcl" and not (passive and verb.i and bench.sentence.tokens[verb.i - 1].text == ","):
        return
    if bench.sentence.children(verb, "dobj") or not (passive or change == "end"):
        return
    for one in [t for t in told if t.head.i == first.i and t.kind in _GOES_ON]:
        within = own_clause(bench, verb)
        since, until = period(bench, change, within, verb)
        if since or until:
            yield replace(one, change=change, since=since, until=until, span=bench.sentence.span(within), head=verb)


def _own_subject(bench: Workbench, verb: Token) -> bool:
    return bool(bench.sentence.children(verb, "nsubj", "nsubjpass"))


def _stands_for_another(bench: Workbench, verb: Token) -> bool:
    if verb.lower in _DO:
        return _LIKEWISE.match(bench.text, verb.end) is not None
    things = [c for c in bench.sentence.children(verb, "dobj") if c.lower != "suit"]
    things += [c for c in bench.sentence.children(verb, "nsubj") if c.lower in _BONDS]  # "relations with Chad followed"
    return verb.lower == "followed" and verb.tag == "VBD" and not things and not bench.clauses.is_passive(verb)


def _likewise(bench: Workbench, last: Before | None, verb: Token) -> Iterator[Told]:
    """ "The Soviet Union recognised it in 1949 and China did so in 1950"."""
    if last is None or not is_plain(bench, verb) or last.told.kind not in (*_OF_STATES, "membership"):
        return
    within = own_clause(bench, verb)
    change = last.told.change if last.told.change != "hold" else "begin"
    since, until = period(bench, change, within)
    doers = [d for d in states_of(bench, bench.clauses.subjects(verb)) if d not in (last.actor, *last.partners)]
    for doer, partner in product(doers, last.partners):
        a, b = (doer, partner) if last.told.kind in DIRECTED else sorted((doer, partner))
        span = bench.sentence.span(within)
        yield replace(last.told, change=change, a=a, b=b, since=since, until=until, span=span, head=verb)


def is_plain(bench: Workbench, verb: Token) -> bool:
    """Whether a verb is told as done."""
    clauses = bench.clauses
    return not (clauses.negated(verb) or clauses.is_future(verb) or clauses.is_possible(verb) or clauses.in_condition(verb))


def _pronoun(bench: Workbench, bonds: Bonds, last: Before | None, verb: Token) -> Iterator[Told]:
    """ "They were restored in 1995", "and restored them in 2021", "Sweden had established theirs", "broke off relations"."""
    change = bonds.turn_verbs.get(verb.lower)
    if last is None and change in ("begin", "resume") and bench.clauses.is_passive(verb):
        yield from _made(bench, bonds, verb, change)
    if last is None or change not in _CHANGES or last.told.kind not in (*_OF_STATES, "ties"):
        return
    until = change in ("begin", "resume") and _NOT_UNTIL.search(bench.text, verb.end, bench.sentence.end) is not None
    passive = bench.clauses.is_passive(verb)
    meant = bench.sentence.children(verb, "nsubjpass") if passive else bench.sentence.children(verb, "dobj")
    word = next((m for m in meant if m.lower in _THEY or (m.lower == "relations" and _is_bare(bench, m))), None)
    if word is None or (bench.clauses.negated(verb) and not until) or not is_real(bench, verb, bonds):
        return
    if last.told.kind == "recognition" and word.lower != "relations":
        return
    if passive and word.lower == "relations" and not bench.sentence.children(word, "prep") and not _is_over(last, change):
        yield from _made(bench, bonds, verb, str(change))
        return
    acting = [] if passive else states_of(bench, bench.clauses.subjects(verb))
    doers = [d for d in acting if d not in last.partners]
    if acting and not doers and word.lower == "relations":  # one of those who made them breaks them off
        last, doers = replace(last, partners=(last.actor,)), [d for d in acting if d != last.actor]
    within = own_clause(bench, verb)
    if bench.clauses.is_infinitive(verb) and (above := bench.sentence.verb_above(verb)) is not None:
        within = own_clause(bench, above)  # "was in 1982 the first to restore them"
    since, stop = period(bench, change, within, None if bench.clauses.is_infinitive(verb) else verb)
    if until and bench.clauses.negated(verb):
        since, stop = since or stop, None  # "did not resume them until 2010"
        if since is None:
            return
    for doer, partner in product(doers or ([last.actor] if passive or word.lower == "them" else []), last.partners):
        a, b = sorted((doer, partner))
        yield Told("diplomatic-relations", change, a, b, since, stop, bench.sentence.span(within), verb)


def _made(bench: Workbench, bonds: Bonds, verb: Token, change: str) -> Iterator[Told]:
    """ "Relations were established on 18 March 1946": between the two of whom the sentence before tells."""
    words = bench.sentence.children(verb, "nsubjpass")
    bare = [w for w in words if w.lower == "relations" and _is_bare(bench, w) and not bench.sentence.children(w, "prep")]
    pair = bench.scene.discourse.near_pair(bench.sentence.start) or bench.scene.discourse.two_near(verb.start)
    if not bare or len(pair) != 2 or bench.clauses.negated(verb) or not is_real(bench, verb, bonds):
        return
    within = own_clause(bench, verb)
    since, until = period(bench, change, within)
    if since is not None:
        yield Told("diplomatic-relations", change, min(pair), max(pair), since, until, bench.sentence.span(within), verb)


def _is_over(last: Before, change: str | None) -> bool:
    """Whether the ties told before were broken, and are made again now: "Relations were resumed in 1976"."""
    return last.told.kind == "diplomatic-relations" and last.told.change in ("end", "pause") and change == "resume"


def _is_bare(bench: Workbench, noun: Token) -> bool:
    """ "Diplomatic relations", "relations with it", with nobody named in the phrase."""
    kept = [c for c in noun.children if c.dep in ("amod", "compound", "poss", "prep", "det")]
    with_it = [c for c in kept if c.lower == "with" and bench.sentence.children(c, "pobj")[:1]]
    bare = all(o.tag == "PRP" for c in with_it for o in bench.sentence.children(c, "pobj"))
    return bare and all(c.lower in ("diplomatic", "full") for c in kept if c not in with_it)


def _taken_back(bench: Workbench, bonds: Bonds, last: Before | None, noun: Token) -> Iterator[Told]:
    """ "Severed relations with B and withdrew its recognition"."""
    verb = bench.sentence.head(noun)
    if last is None or verb is None or bench.clauses.under(noun, "of") or last.told.kind not in _OF_STATES:
        return
    change = next((c for stem, c in _TAKEN_BACK.items() if verb.lower.startswith(stem)), None)
    if change is None or not is_real(bench, verb, bonds) or bench.clauses.negated(verb):
        return
    within = own_clause(bench, verb)
    since, until = period(bench, change, within)
    for doer, partner in product(states_of(bench, bench.clauses.subjects(verb))[:1] or [last.actor], last.partners):
        if doer != partner:
            yield Told("recognition", change, doer, partner, since, until, bench.sentence.span(within), verb)
