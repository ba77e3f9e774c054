"""The `principles` table: what a state declares that it stands for, aims at, promises, or will not bear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.document.scene import Scene
from dragoman.coding.principles import (
    avowals,
    bearing,
    creeds,
    emphases,
    guides,
    headed,
    ideals,
    lines,
    listings,
    maxims,
    norms,
    obligations,
    of_law,
    pledges,
    policies,
    promises,
    readiness,
    unowned,
    wishes,
)
from dragoman.coding.principles.cautions import is_warned
from dragoman.coding.principles.conditions import Condition, condition_of, conditions
from dragoman.coding.principles.declarations import UNNAMED, Declared, wording_of
from dragoman.coding.sentence.phrasing import trimmed, unquoted, words_of
from dragoman.coding.sentence.topics import topic_of
from dragoman.coding.sentence.workbench import Workbench
from dragoman.records import Principle
from dragoman.text import Span

# "Something that he had sworn not to do": told elsewhere.
_EMPTY = re.compile(r"(?:not |never )?(?:to )?(?:do|be|do so|do it|do that|do this|so)", re.IGNORECASE)


def needed(scene: Scene, span: Span) -> bool:
    """Whether a sentence can declare anything: it has a word of declaring."""
    words = words_of(scene, span)
    return not wording_of(scene.knowledge.lexicon).cheap.isdisjoint(words) or (
        norms.may_be(words)
        or wishes.may_be(words)
        or creeds.may_be(words)
        or lines.may_be(words)
        or bearing.may_be(words)
        or maxims.may_be(words)
        or guides.may_be(words)
        or obligations.may_be(words)
        or unowned.may_be(words)
        or of_law.may_be(scene, span, words)
        or avowals.may_be(scene, span, words)
        or listings.is_item(scene, span)
        or listings.is_value(scene, span)
    )


def code(bench: Workbench) -> Iterator[Principle]:
    """The principles of one sentence, each statement once for each who holds it."""
    if bench.words.rstrip("\"'”’ ").endswith("?"):
        return
    known: list[Condition] | None = None
    seen: set[tuple[str, str, str]] = set()
    found = list(_outermost(list(_declared(bench))))
    for declared in found:
        term = None
        if (declared.kind != "principle" or declared.owed) and declared.holders:
            known = conditions(bench) if known is None else known
            term = condition_of(bench, declared.head, known)
            if term is not None and _is_of_another(declared, term, found):
                term = None
            if term is not None and declared.kind == "commitment" and is_warned(bench, declared.head):
                declared = replace(declared, kind="red-line")  # what follows if a line is crossed
        words = unquoted(_without(bench.text, declared.statement, term).of(bench.text))
        condition = term.of(bench.text) if term is not None else None
        for holder in declared.holders:
            if words and not _EMPTY.fullmatch(words) and (holder, declared.kind, words.lower()) not in seen:
                seen.add((holder, declared.kind, words.lower()))
                yield _record(bench, declared, holder, words, condition)


def _is_of_another(declared: Declared, term: Span, found: list[Declared]) -> bool:
    """Whether a term stands inside what is declared before: "to help each other if attacked, and not to allow B"."""
    return any(
        other.head is declared.head and other.statement.overlaps(term) and other.statement.start < declared.statement.start
        for other in found
        if not declared.statement.overlaps(term)
    )


def _without(text: str, statement: Span, term: Span | None) -> Span:
    """A statement without the term that it ends in or begins with: this has a column of its own."""
    if term is None or not statement.overlaps(term):
        return statement
    if statement.start < term.start and statement.end <= term.end + 1:
        return trimmed(text, Span(statement.start, term.start))
    if term.start <= statement.start and term.end < statement.end:
        return trimmed(text, Span(term.end, statement.end))
    return statement


def _outermost(found: list[Declared]) -> Iterator[Declared]:
    """Without the promises that are told again as a red line ("will not stand idly by")."""
    lines = [d for d in found if d.kind == "red-line" and d.holders]
    named = [d.statement for d in found if d.holders and d.holders != (UNNAMED,)]
    for declared in found:
        if declared.holders == (UNNAMED,) and any(n.overlaps(declared.statement) for n in named):
            continue  # told of somebody too
        if declared.kind == "red-line" or not any(d.statement.overlaps(declared.statement) for d in lines):
            yield declared


def _declared(bench: Workbench) -> Iterator[Declared]:
    taken: set[int] = set()
    yield from listings.find(bench)
    yield from ideals.find(bench)
    yield from policies.find(bench)
    yield from emphases.find(bench)
    yield from guides.find(bench)
    yield from norms.find(bench)
    yield from avowals.find(bench)
    yield from obligations.find(bench)
    yield from of_law.find(bench)
    yield from unowned.find(bench)
    yield from promises.find(bench, taken)
    yield from pledges.find(bench, taken)
    yield from readiness.find(bench, taken)
    yield from headed.find(bench)
    yield from lines.find(bench)
    yield from bearing.find(bench)
    yield from maxims.find(bench)
    yield from creeds.find(bench)
    yield from wishes.find(bench)


def _record(bench: Workbench, declared: Declared, holder: str, words: str, condition: str | None) -> Principle:
    evidence = _evidence(bench, declared)
    return Principle(
        document_id=bench.document_id,
        start=evidence.start,
        end=evidence.end,
        reported_by=list(declared.reported_by),
        holder=None if holder == UNNAMED else holder,
        kind=declared.kind,
        statement=words,
        condition=condition,
        topic=topic_of(f"{words} {condition or ''}", bench.scene.knowledge.lexicon),
    )


def _evidence(bench: Workbench, declared: Declared) -> Span:
    """The clause that declares it, from its subject on, with the statement in it."""
    sentence = bench.sentence
    tokens = sentence.subtree(declared.head, without=frozenset({"parataxis", "punct"}))
    start = min(declared.statement.start, tokens[0].start)
    return Span(start, max(declared.statement.end, tokens[-1].end))
