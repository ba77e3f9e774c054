"""Pairs of claims that differ or cannot both hold, each with its speaker, its date and its sentence.

Values of different dates may both be right, and where a date is not known nothing can be said of that: the difference
says so. `over 150` and `160` do not exclude each other; `about 160` stands for a tenth more or less. The same thing said
twice is no conflict, nor is what two editions of one item say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from dragoman.analysis import assertions
from dragoman.analysis.assertions import Assertion, apart, same_time, told_in
from dragoman.analysis.contraries import (
    AGAINST,
    COMPATIBLE,
    DENIED,
    DIFFER,
    EXCLUDE,
    Contraries,
    Finding,
    both_alone,
    content,
    of_one_thing,
    quantities,
    statements,
)
from dragoman.analysis.evidence import fetch
from dragoman.analysis.table import Row, Table
from dragoman.analysis.variants import items
from dragoman.archive import Archive, document
from dragoman.archive.columns import BOOLEAN, INTEGER, LIST, TEXT, Column
from dragoman.lexicon.entries import Entry

UNDATED, OTHER_DATES = "; undated", "; of different dates"
# The gravest first; those of one time, then those of which that is not known, then those of different dates.
KINDS = (EXCLUDE, DENIED, DIFFER, AGAINST)
DIFFERENCES = (*(kind + time for time in ("", UNDATED, OTHER_DATES) for kind in KINDS), COMPATIBLE)

# What is told of each side, the earlier first; `when` is as of when, else when it was published.
_SIDE = (
    Column("by", TEXT), Column("said", TEXT), Column("when", TEXT), Column("when_is", TEXT), Column("quote", TEXT),
    Column("reported_by", LIST), Column("document_title", TEXT), Column("document_kind", TEXT), Column("outlet", TEXT),
    Column("published", TEXT), Column("authority", INTEGER), Column("source_path", TEXT), Column("documents", INTEGER),
    Column("table", TEXT), Column("record_id", TEXT), Column("document_id", TEXT), Column("start", INTEGER),
    Column("end", INTEGER),
)  # fmt: skip
SIDES = ("first", "second")
COLUMNS = (
    Column("difference", TEXT), Column("why", TEXT), Column("subject", TEXT), Column("about", TEXT),
    Column("same_speaker", BOOLEAN),
    *(Column(f"{side}_{column.name}", column.type) for side in SIDES for column in _SIDE),
)  # fmt: skip
_MOST = 300  # things said of one matter that are compared two by two


class Conflict(NamedTuple):
    """Two assertions, the earlier first, and how they stand to each other."""

    difference: str
    why: str
    first: Assertion
    second: Assertion
    documents: tuple[int, int]


def conflicts(
    archive: Archive, code: str, limit: int | None = None, users: Sequence[Entry] = (), *, most: int | None = None
) -> Table:
    """Claims by or about an actor that conflict with others, or with what it declares, the gravest first.

    With `most`, the latest so many claims and principles alone are compared: a page has little time.
    """
    with archive.snapshot():
        found, uncompared, earlier = _found(archive, code, Contraries(users), most)
        shown = found[:limit]
        ids: dict[str, list[str]] = {"claims": [], "principles": []}
        for conflict in shown:
            for side in (conflict.first, conflict.second):
                ids[side.last.table].append(side.last.record_id)
        rows = {row["record_id"]: row for table, wanted in ids.items() for row in fetch(archive, table, sorted(set(wanted)))}
        ranks = _ranks(archive, {row["document_id"] for row in rows.values()})
    notes = [
        f"{uncompared:,} things said were too many of one matter to be compared" if uncompared else None,
        f"{earlier:,} earlier claims and principles were not compared; `dragoman conflicts` does" if earlier else None,
    ]
    note = "; ".join(filter(None, notes)) or None
    made = [_row(conflict, rows, ranks) for conflict in shown]
    return Table("conflicts", COLUMNS, made, total=len(found), note=note, of="conflicts")


def sides(row: Row) -> list[Row]:
    """The two claims of a conflict, each as a row of records has its fields."""
    return [{column.name: row[f"{side}_{column.name}"] for column in _SIDE} for side in SIDES]


def _found(archive: Archive, code: str, contraries: Contraries, most: int | None) -> tuple[list[Conflict], int, int]:
    """The conflicts, how many assertions were too many of one matter, and how many records were too early."""
    said, earlier = assertions.of(archive, code, most)
    pairs: list[tuple[Assertion, Assertion, Finding]] = []
    uncompared = 0
    for matter in _matters(one for one in said if one.last.measure not in contraries.of_deeds):
        uncompared += max(0, len(matter) - _MOST)
        for one, other in combinations(matter[-_MOST:], 2):
            if of_one_thing(one, other, contraries):
                pairs += _pair(one, other, quantities(one.last, other.last, contraries.units))
    for one, other in _in_words(said, contraries):
        pairs += _pair(one, other, statements(one, other, contraries))
    for one, other in _rivals(archive, code, contraries):
        pairs += _pair(one, other, both_alone(one, other, contraries.exclusive))
    # Editions are looked for among the documents that conflict alone: they are few.
    among = assertions.document_ids(archive, {coding for pair in pairs for side in pair[:2] for coding, _ in side.places})
    item = {coding: one.codings[0] for one in items(archive, among=among) for coding in one.codings}
    found = [conflict for pair in pairs if (conflict := _conflict(*pair, item)) is not None]
    order = {difference: n for n, difference in enumerate(DIFFERENCES)}
    found.sort(key=lambda c: (order[c.difference], -sum(c.documents), c.why, c.first.last.record_id, c.second.last.record_id))
    return list(_once(found)), uncompared, earlier


def _once(found: Iterable[Conflict]) -> Iterator[Conflict]:
    """Each conflict once where several say one side together: "A and B declared that they would never accept it"."""
    seen: set[tuple[Any, ...]] = set()
    for conflict in found:
        both = (conflict.first, conflict.second)
        sides = frozenset((s.places, s.words, s.last.subject, s.last.denied) for s in both)
        if (conflict.difference, sides) not in seen:
            seen.add((conflict.difference, sides))
            yield conflict


def _pair(one: Assertion, other: Assertion, finding: Finding | None) -> list[tuple[Assertion, Assertion, Finding]]:
    return [] if finding is None else [(one, other, finding)]


def _matters(said: Iterable[Assertion]) -> Iterator[list[Assertion]]:
    """Claims about one measure of one subject, or of a subject that is not named."""
    by_measure: dict[str, list[Assertion]] = {}
    for one in said:
        if one.last.measure is not None:
            by_measure.setdefault(one.last.measure, []).append(one)
    for found in by_measure.values():
        subjects = {one.last.subject for one in found}
        unnamed = [one for one in found if one.last.subject is None]
        if None in subjects and len(subjects) == 2:
            # Only one is spoken of: a claim that names none is likely to be of that one.
            yield found
            continue
        for subject in sorted(filter(None, subjects)):
            yield [one for one in found if one.last.subject == subject]
        yield unnamed


def _in_words(said: Sequence[Assertion], contraries: Contraries) -> Iterator[tuple[Assertion, Assertion]]:
    """Pairs of statements about one subject that share a word or meet in the lexicon, each once."""
    worded = [one for one in said if one.last.measure is None and one.words]
    met: dict[tuple[Any, ...], list[int]] = {}
    for place, one in enumerate(worded):
        keys: set[tuple[Any, ...]] = {("pair", number) for number, _ in contraries.sides(one.words)}
        if one.last.table == "claims":
            keys |= {("word", one.last.kind, word) for word in content(one.words)}
        for key in keys:
            met.setdefault(key, []).append(place)
    pairs: set[tuple[int, int]] = set()
    for key, places in met.items():
        if key[0] == "pair":
            pairs.update(combinations(places, 2))
            continue
        denied = [place for place in places if worded[place].last.denied]
        asserted = [place for place in places if not worded[place].last.denied]
        pairs.update((min(a, b), max(a, b)) for a in denied for b in asserted)
    for a, b in sorted(pairs):
        if _one_subject(worded[a], worded[b]):
            yield worded[a], worded[b]


def _one_subject(one: Assertion, other: Assertion) -> bool:
    """Whether both are of one subject; an aim may be that of who made the claim."""
    a, b = one.last, other.last
    if a.table != b.table:
        claim, principle = (a, b) if a.table == "claims" else (b, a)
        return principle.by in (claim.subject, claim.by)
    return a.subject == b.subject or None in (a.subject, b.subject)


def _rivals(archive: Archive, code: str, contraries: Contraries) -> Iterator[tuple[Assertion, Assertion]]:
    """Statuses that leave room for one alone, said of this actor and of another."""
    alone = assertions.statuses(archive, contraries.exclusive)
    for one in alone:
        if one.last.subject == code:
            yield from ((one, other) for other in alone if other.last.subject not in (None, code))


def _conflict(one: Assertion, other: Assertion, finding: Finding, item: Mapping[int, int]) -> Conflict | None:
    """None where one item says both, in two editions or in one sentence about one subject."""
    rivals = one.last.subject != other.last.subject and None not in (one.last.subject, other.last.subject)
    if not rivals and not apart(one, other, item):
        return None
    kind, why = finding
    first, second = sorted((one, other), key=lambda side: (side.when is None, side.when or "", side.last.record_id))
    if not rivals and one.last.subject != other.last.subject:
        why += "; one of them does not name its subject"
    difference = kind if kind == COMPATIBLE else kind + {True: "", None: UNDATED, False: OTHER_DATES}[same_time(one, other)]
    if difference.endswith(OTHER_DATES) and one.last.by == other.last.by and one.last.by is not None:
        why += "; the same speaker, a change"
    return Conflict(difference, why, first, second, (told_in(first, item), told_in(second, item)))


def _ranks(archive: Archive, document_ids: set[str]) -> Mapping[str, int | None]:
    """The rung of each document on the ladder of its state."""
    found = {document_id: document(archive, document_id) for document_id in document_ids}
    return {document_id: row["authority"] if row else None for document_id, row in found.items()}


def _together(by: str | None, reported_by: Sequence[str]) -> str | None:
    """Who says it, with those who say it together with them."""
    joint = reported_by[-1] if reported_by else ""
    return joint if by is not None and by in joint.split("+") else by


def _row(conflict: Conflict, rows: Mapping[str, Row], ranks: Mapping[str, int | None]) -> Row:
    one, other = conflict.first.last, conflict.second.last
    subjects = dict.fromkeys(filter(None, (one.subject, other.subject)))
    made: Row = {
        "difference": conflict.difference, "why": conflict.why, "subject": "+".join(subjects) or None,
        "about": one.measure or (one.kind if one.kind == other.kind else f"{one.kind} and {other.kind}"),
        "same_speaker": one.by is not None and one.by == other.by,
    }  # fmt: skip
    for name, side, documents in zip(SIDES, (conflict.first, conflict.second), conflict.documents, strict=True):
        told, row = side.last, rows[side.last.record_id]
        own = {
            "by": _together(told.by, row["reported_by"]), "said": side.words, "when": side.when, "documents": documents,
            "table": told.table,
            "when_is": None if side.when is None else "as of" if told.as_of else "published",
            "authority": ranks.get(row["document_id"]),
        }  # fmt: skip
        made |= {f"{name}_{c.name}": own[c.name] if c.name in own else row[c.name] for c in _SIDE}
    return made
