"""Disputes, wars and alliances that verbs and adjectives tell: "dispute the islands", "are at odds over", "fought each other",
"is allied with", "the border between A and B is disputed".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from dragoman.coding.relations.bonds import Bonds, is_real
from dragoman.coding.relations.periods import period
from dragoman.coding.relations.telling import Told, own_clause, states_of
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, BECOME, REMAIN, SHORT_IS
from dragoman.lexicon.words import alternatives, stems, word_class

_QUARRELS, _CONTESTS = stems("quarrelling"), ("disput", "contest")
_DISPUTED_THINGS = word_class("disputed-things")
_IN_DISPUTE, _ODDS = word_class("in-dispute"), word_class("at-odds")
_FIGHTS = word_class("fighting-somebody")
_GAMES = re.compile(rf"\b(?:{alternatives('words-of-games')})\b", re.IGNORECASE)
_WHEN_AND_WHERE = frozenset({"from", "to", "in", "between", "during", "until", "over", "since"})
_CONTESTING = frozenset({"dispute", "contest"})
_BRINGS = frozenset({"took", "takes", "brought", "sued", "sues", "hauled"})
_COURTS = frozenset({"court", "justice", "tribunal", "arbitration"})
_BREAKS = frozenset({"broke", "breaks", "broken"})
_BORDERS = word_class("shared-borders")
# So many at most are allied each with each.
_EACH = 4
_IS = BE | SHORT_IS | REMAIN | BECOME
# Words of which one stands in every sentence that this file reads.
WORDS = _IN_DISPUTE | _ODDS | _FIGHTS | _BREAKS | {"allied", "dispute"}


def tells(words: frozenset[str]) -> bool:
    """Whether the words of a sentence, in lower case, have one by which a quarrel or a league is told."""
    at_court = not words.isdisjoint(_COURTS) and not words.isdisjoint(_BRINGS)
    return at_court or not words.isdisjoint(WORDS) or any(w.startswith(_QUARRELS) for w in words)


def find(bench: Workbench, bonds: Bonds) -> Iterator[Told]:
    """The quarrels, wars and alliances of one sentence that no noun of a bond names."""
    for token in bench.sentence:
        if token.lower in _ODDS:
            yield from _at_odds(bench, bonds, token)
        elif token.lower in _IN_DISPUTE or (token.lower == "dispute" and token.dep == "pobj"):
            yield from _disputed(bench, token)
        misread = token.lower in _CONTESTING and token.dep == "ROOT" and bench.sentence.children(token, "dobj")
        if token.tag[0] != "V" and not misread:
            continue
        if token.lower.startswith(_QUARRELS):
            yield from _quarrel(bench, bonds, token)
        elif token.lower in _BRINGS:
            yield from _brought_to_court(bench, bonds, token)
        elif token.lower in _BREAKS:
            yield from _broke_with(bench, bonds, token)
        elif token.lower in _FIGHTS:
            yield from _fight(bench, bonds, token)
        elif token.lower == "allied":
            yield from _allied(bench, bonds, token)


def _told(bench: Workbench, kind: str, verb: Token, pairs: list[tuple[str, str]], change: str = "hold") -> Iterator[Told]:
    within = own_clause(bench, verb)
    since, until = period(bench, change, within)
    if kind == "dispute" and (over := _until(bench, verb)) is not None:
        since, until = (None if since == over else since), over
    for a, b in pairs:
        yield Told(kind, change, a, b, since, until, bench.sentence.span(within), verb)


def _until(bench: Workbench, verb: Token) -> str | None:
    """ "Disputed the island until a court awarded it to Chad in 1999"."""
    for clause in bench.sentence.children(verb, "advcl"):
        if not {"until", "till"}.isdisjoint(c.lower for c in bench.sentence.children(clause, "mark")):
            stop = bench.sentence.subtree(clause)[-1].end
            days = [d for d in bench.dates if clause.start < d.start and d.end <= stop]
            return days[0].date if len(days) == 1 and days[0].date_end is None else None
    return None


def _pairs(bench: Workbench, verb: Token, others: list[Token], held: Sequence[Token] = ()) -> list[tuple[str, str]]:
    """The subject with the others, or with those whose something is ("B's sovereignty"); two or three subjects with each
    other where there are none.
    """
    subjects = bench.clauses.subjects(verb)
    ones = states_of(bench, subjects, bare=True) or states_of(bench, [s for s in subjects if s.lower == "it"])
    owners = [p for o in held for p in bench.sentence.children(o, "poss")]
    more = [c for c in (*states_of(bench, others, bare=True), *states_of(bench, owners)) if c not in ones]
    found = itertools.product(ones, more) if more else itertools.combinations(ones, 2) if len(ones) <= 3 else ()
    return [(min(p), max(p)) for p in found if p[0] != p[1]]


def _is_told(bench: Workbench, bonds: Bonds, verb: Token) -> bool:
    return is_real(bench, verb, bonds) and not bench.clauses.negated(verb)


def _quarrel(bench: Workbench, bonds: Bonds, verb: Token) -> Iterator[Told]:
    """ "A and B dispute the islands", "A contests B's sovereignty over them", "A disagrees with B over the border"."""
    clauses, sentence = bench.clauses, bench.sentence
    if clauses.is_passive(verb) or not _is_told(bench, bonds, verb):
        return
    objects = sentence.children(verb, "dobj")
    things = objects if verb.lower.startswith(_CONTESTS) else clauses.under(verb, "over")
    words = {t.lower for o in things for t in sentence.subtree(o)}
    if words.isdisjoint(_DISPUTED_THINGS) and not any(_is_land(bench, o) for o in things):
        return
    yield from _told(bench, "dispute", verb, _pairs(bench, verb, clauses.under(verb, "with"), objects))


def _is_land(bench: Workbench, token: Token) -> bool:
    mention = bench.scene.mention_at(token)
    return mention is not None and mention.kind in ("name", "place") and mention.code in bench.scene.knowledge.territories


def _at_odds(bench: Workbench, bonds: Bonds, odds: Token) -> Iterator[Told]:
    """ "A and B are at odds over the river", "A is at loggerheads with B over it"."""
    at = bench.sentence.head(odds)
    verb = bench.sentence.head(at) if at is not None and at.lower == "at" else None
    if verb is None or verb.lower not in _IS or not _is_told(bench, bonds, verb):
        return
    under = [o for base in (odds, at, verb) if base is not None for o in bench.clauses.under(base, "over")]
    words = {t.lower for o in under for t in bench.sentence.subtree(o)}
    if not words.isdisjoint(_DISPUTED_THINGS):
        with_whom = [o for base in (odds, verb) for o in bench.clauses.under(base, "with")]
        yield from _told(bench, "dispute", verb, _pairs(bench, verb, with_whom))


def _disputed(bench: Workbench, token: Token) -> Iterator[Told]:
    """ "The border between A and B is disputed", "remains in dispute"."""
    sentence, clauses = bench.sentence, bench.clauses
    verb = token
    if token.tag[0] != "V":
        above = sentence.verb_above(token)
        if above is None or above.lower not in _IS:
            return
        verb = above
    subjects = clauses.objects(verb) if clauses.is_passive(verb) else sentence.children(verb, "nsubj", "nsubjpass")
    rivals = [o for p in ("between", "by") for o in clauses.under(verb, p)]
    if len(two := states_of(bench, rivals, bare=True)) == 2 and not clauses.negated(verb) and token.tag[0] == "V":
        yield from _told(bench, "dispute", verb, [(min(two), max(two))])  # "is disputed between A and B"
        return
    borders = [s for s in subjects if s.lower in _BORDERS]
    for border in borders if not clauses.negated(verb) else ():
        found = states_of(bench, clauses.under(border, "between"), bare=True)
        if len(found) < 2:
            found = [*states_of(bench, sentence.children(border, "poss")), *states_of(bench, clauses.under(border, "with"))]
        if len(set(found)) == 2:
            yield from _told(bench, "dispute", verb, [(min(found), max(found))])


def _fight(bench: Workbench, bonds: Bonds, verb: Token) -> Iterator[Told]:
    """ "A and B fought each other in 1978", "A fought B in the Chaco War (1932-1935)"."""
    played = _GAMES.search(bench.text, bench.sentence.start, bench.sentence.end)  # "fought Chad in the semi-final"
    if played is not None or bench.clauses.is_passive(verb) or not _is_told(bench, bonds, verb):
        return
    objects = bench.sentence.children(verb, "dobj")
    each = any(o.lower == "other" for o in objects)
    others = [o for o in objects if bench.scene.mention_at(o) is not None]
    alone = not objects and _is_between_them(bench, verb)
    pairs = _pairs(bench, verb, others) if each or others or alone else []
    if others and not states_of(bench, others, bare=True):
        return
    yield from _told(bench, "war", verb, pairs, "begin")


def _is_between_them(bench: Workbench, verb: Token) -> bool:
    """ "Chad and Mali fought from 1980 to 1988": against each other, where nothing says for or beside whom."""
    behind = [t for t in own_clause(bench, verb) if t.dep == "prep" and t.i > verb.i]
    preps = {t.lower for t in behind}
    # "Fought in Spain", "in the World Cup", "to a draw": beside each other, or no war.
    elsewhere = any(
        (p.lower in ("in", "to") and not any(t.text[:1].isdigit() for t in bench.sentence.subtree(p)))
        or any(bench.scene.mention_at(o) is not None for o in bench.sentence.children(p, "pobj"))
        for p in behind
    )
    subjects = bench.clauses.subjects(verb)
    listed = any(bench.sentence.children(s, "conj") for s in subjects)
    return (
        listed
        and preps <= _WHEN_AND_WHERE
        and not elsewhere
        and bool(bench.dates)
        and not bench.sentence.children(verb, "xcomp", "advcl", "prt")
    )


def _brought_to_court(bench: Workbench, bonds: Bonds, verb: Token) -> Iterator[Told]:
    """ "A took B to the International Court over the border", "A sued B before a tribunal over the islands"."""
    objects = bench.sentence.children(verb, "dobj")
    courts = [o for p in ("to", "before", "at", "in") for o in bench.clauses.under(verb, p)]
    over = {t.lower for base in (verb, *courts) for o in bench.clauses.under(base, "over") for t in bench.sentence.subtree(o)}
    if bench.clauses.is_passive(verb) or not _is_told(bench, bonds, verb) or over.isdisjoint(_DISPUTED_THINGS):
        return
    if any(c.lower in _COURTS or (bench.scene.mention_at(c) is not None and "Court" in c.text) for c in courts):
        pairs = _pairs(bench, verb, objects)
        yield from _told(bench, "dispute", verb, pairs if states_of(bench, objects, bare=True) else [])


def _broke_with(bench: Workbench, bonds: Bonds, verb: Token) -> Iterator[Told]:
    """ "Recognised Chad in 1997, broke with it in 2016": relations, where the sentence is on such."""
    if not any(w in bench.words for w in ("relations", "ties", "recogni")) or bench.sentence.children(verb, "dobj"):
        return
    if bench.clauses.is_passive(verb) or not _is_told(bench, bonds, verb):
        return
    others = states_of(bench, [o for p in ("with",) for o in bench.clauses.under(verb, p)])
    pairs = [(min(a, b), max(a, b)) for a in states_of(bench, bench.clauses.subjects(verb)) for b in others if a != b]
    yield from _told(bench, "diplomatic-relations", verb, pairs, "end")


def _allied(bench: Workbench, bonds: Bonds, verb: Token) -> Iterator[Told]:
    """ "A is allied with B", "A, allied to B, ..."."""
    if verb.dep in ("amod", "compound") or not _is_told(bench, bonds, verb):
        return
    others = [o for p in ("with", "to") for o in bench.clauses.under(verb, p)]
    head = bench.sentence.head(verb)
    subjects = bench.sentence.children(verb, "nsubj", "nsubjpass")
    if not subjects and verb.dep == "acl" and head is not None:
        subjects = [head]
    if not subjects and head is not None and head.lower in _IS:
        subjects = bench.clauses.subjects(head)
    ones, more = states_of(bench, subjects, bare=True), states_of(bench, others, bare=True)
    found = itertools.product(ones, more) if others else itertools.combinations(ones, 2) if len(ones) <= _EACH else ()
    yield from _told(bench, "alliance", verb, [(min(p), max(p)) for p in found if p[0] != p[1]])
