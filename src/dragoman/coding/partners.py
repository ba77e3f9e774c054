"""Between whom a bond holds: the parties that the phrase of its noun names, and those of the clause around it."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from dragoman.coding.phrasing import codes_of, is_official, protagonist, refer, refer_all
from dragoman.coding.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.text import Span

_WITH = ("with", "to", "toward", "towards", "and")
_LEFT = frozenset({"amod", "compound", "nmod", "poss", "nummod", "det", "punct", "npadvmod", "advmod", "dep"})
# "Anti-Russia", "U.S.-led": not whose bond it is.
_BEFORE = re.compile(r"\b(?:anti|non|pro|post|pre)-$", re.IGNORECASE)
_AFTER = re.compile(r"-(?:led|backed|based|sponsored|style|made|held|occupied|controlled|brokered|born|speaking|mediated)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties, in alphabetical order; `other` is the word of the one that a preposition led to."""

    a: str
    b: str
    other: Token | None = None


def bound(bench: Workbench, noun: Token, subjects: list[Token]) -> list[Pair]:
    """The pairs between which the bond that `noun` names holds. `subjects`: of the clause, for "A has ties with B"."""
    between = _parties(bench, [o for p in ("between", "among") for o in _under(bench, noun, p)])
    if len(between) > 1:
        return _all(between)
    ones = _left(bench, noun)
    others = [(c, o) for p in _WITH for o in _under(bench, noun, p) for r in refer_all(bench, o) if is_official(r) for c in _kept(r.codes)]
    if others:
        ones = [c for c in ones if c not in {o for o, _ in others}] or _outside(bench, noun, subjects, {o for o, _ in others})
        return [Pair(*sorted((a, b)), token) for a in ones for b, token in others if a != b] if len(ones) <= 2 else []
    if len(ones) > 1:
        return _all(ones)
    of = _parties(bench, _under(bench, noun, "of"))
    if len(of) > 1:
        return _all(of)
    acting = _parties(bench, subjects)
    return _all(acting) if len(acting) > 1 and not ones else []


def _under(bench: Workbench, noun: Token, preposition: str) -> list[Token]:
    """Objects of a preposition under a noun, or of one that follows it and was hung on the verb."""
    found = bench.clauses.under(noun, preposition)
    if not found:
        head = bench.sentence.head(noun)
        if head is not None and head.tag[0] == "V" and noun.dep in ("dobj", "nsubjpass", "attr", "nsubj") and preposition in ("with", "between"):
            found = [o for o in bench.clauses.under(head, preposition) if o.i > noun.i or noun.dep == "nsubjpass"]
    return found


def _kept(codes: tuple[str, ...]) -> list[str]:
    return [c for c in codes if not c.startswith("X-")]


def _parties(bench: Workbench, heads: list[Token]) -> list[str]:
    return [c for c in codes_of(r for h in heads for r in refer_all(bench, h) if is_official(r)) if not c.startswith("X-")]


def _all(codes: list[str]) -> list[Pair]:
    """All pairs of up to four parties; of more, a text hardly means each with each."""
    unique = list(dict.fromkeys(codes))
    return [Pair(*sorted(p)) for p in itertools.combinations(unique, 2)] if 2 <= len(unique) <= 4 else []


def _left(bench: Workbench, noun: Token) -> list[str]:
    """Parties before the noun ("the U.S.-Japan alliance", "its ties"), read from the text, since hyphens mislead parsers."""
    sentence, text = bench.sentence, bench.text
    first = noun.i
    for child in sentence.children(noun):
        if child.i < noun.i and child.dep in _LEFT:
            first = min(first, sentence.subtree(child)[0].i)
    out: list[str] = []
    for mention in bench.scene.within(sentence.tokens[first].start, noun.start):
        apart = _BEFORE.search(text, max(0, mention.start - 6), mention.start) or _AFTER.match(text, mention.end)
        if mention.code and mention.kind not in ("place", "person", "holder") and not apart and not mention.code.startswith("X-"):
            out.append(mention.code)
    for token in sentence.tokens[first : noun.i]:
        if token.tag in ("PRP$", "WP$") and bench.scene.mention_at(token) is None:
            owner = refer(bench, token) if token.tag == "PRP$" else refer(bench, noun)
            out += _kept(owner.codes) if owner else []
        elif token.dep == "poss" and bench.scene.mention_at(token) is None:
            out += _parties(bench, [token])
    return list(dict.fromkeys(out))


def _outside(bench: Workbench, noun: Token, subjects: list[Token], others: set[str]) -> list[str]:
    """The other party where the phrase names one alone: the subject, else who speaks, else whose relations a text is about."""
    acting = [c for c in _parties(bench, subjects) if c not in others]
    if acting:
        return acting
    if subjects and any(s.i != noun.i for s in subjects):
        return []
    speaker = bench.speaker() or protagonist(bench.scene)
    return [speaker] if speaker and speaker not in others else []


def place_of(bench: Workbench, tokens: list[Token]) -> Span:
    return bench.sentence.span(tokens)
