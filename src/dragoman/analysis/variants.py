"""The same item in several outlets, or edited later: documents that are one item, so that nothing is counted twice.

The archive knows which texts share most of their words (`copy`, `edited`) and which has nearly all words of another
(`excerpt`). Formulas make different items alike, so what tells them apart takes them apart, when it is asked: dates more
than a month from each other, another speaker, or states that each names and the other does not.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec

from dragoman.analysis.table import Row, Table
from dragoman.archive import Archive
from dragoman.archive.columns import INTEGER, REAL, TEXT, Column, encode_list
from dragoman.archive.likeness import SHARED
from dragoman.dates import bounds, is_partial

_SAME = 0.98  # but for commas
_DAYS = 31
Shared = tuple[int, int, float, float]  # the numbers of two documents, and what they share
COLUMNS = (
    Column("item", INTEGER), Column("is", TEXT), Column("shared", REAL), Column("document_id", TEXT), Column("kind", TEXT),
    Column("title", TEXT), Column("outlet", TEXT), Column("published", TEXT), Column("source_path", TEXT),
)  # fmt: skip


class Paper(NamedTuple):
    """A document as it is compared; `coding` is its current one."""

    coding: int
    document_id: str
    kind: str
    title: str | None
    outlet: str | None
    published: str | None
    speaker: str | None
    path: str | None
    length: int


class Alike(NamedTuple):
    """Two papers by their places in the order of their ids: the share of all words that both have."""

    a: int
    b: int
    shared: float
    contained: float


class Copy(NamedTuple):
    """A document of an item: the `lead` itself, or what it is beside it, and the share of words that tells so."""

    paper: Paper
    role: str
    shared: float


@dataclass(frozen=True)
class Item:
    """Documents that are one: the lead first (the earliest that is whole), then the others by date."""

    copies: tuple[Copy, ...]

    @property
    def codings(self) -> tuple[int, ...]:
        return tuple(copy.paper.coding for copy in self.copies)


def items(archive: Archive, codes: Sequence[str] = (), among: Collection[str] | None = None) -> list[Item]:
    """The items of which there is more than one document, of all documents.

    With `codes`, of those that have events of all of them; with `among`, of those with these ids.
    """
    with archive.snapshot():
        return items_of(archive, alike(archive, codes, among))


def items_of(archive: Archive, pairs: Sequence[Shared]) -> list[Item]:
    """The items that these documents are."""
    papers = _papers(archive, {doc for pair in pairs for doc in pair[:2]})
    places = {doc: place for place, doc in enumerate(papers)}
    found = [
        Alike(min(places[a], places[b]), max(places[a], places[b]), shared, contained) for a, b, shared, contained in pairs
    ]
    ordered = list(papers.values())
    named = _named(archive, {paper.coding for paper in ordered})
    return _grouped(ordered, [pair for pair in sorted(found) if _one_item(pair, ordered[pair.a], ordered[pair.b], named)])


def alike(archive: Archive, codes: Sequence[str] = (), among: Collection[str] | None = None) -> list[Shared]:
    """Current documents that share most of their words, two by two by their numbers, with the two shares.

    With `codes` and `among` as in `items`.
    """
    docs = "SELECT a AS doc FROM alike UNION SELECT b FROM alike"
    values: list[Any] = []
    if among is not None:
        docs = "SELECT t.doc FROM json_each(?) id CROSS JOIN texts t ON t.document_id = id.value"
        values.append(encode_list(sorted(among)))
    having = "".join(
        " AND EXISTS (SELECT 1 FROM all_events e CROSS JOIN all_parties p ON (p.code, p.record_table, p.date, p.row) = "
        "(?, 'events', coalesce(e.date, ''), e.row) WHERE e.coding = c.coding)"
        for _ in codes
    )
    wanted = f"SELECT c.doc FROM ({docs}) d CROSS JOIN all_codings c ON c.doc = d.doc WHERE c.current{having}"
    kept = {doc for (doc,) in archive.select(wanted, [*values, *codes])}
    some = archive.iterate(
        "SELECT l.a, l.b, l.shared, l.contained FROM json_each(?) doc CROSS JOIN alike l ON l.a = doc.value",
        (msgspec.json.encode(sorted(kept)).decode(),),
    )
    return [(a, b, shared, contained) for a, b, shared, contained in some if b in kept]


def variants(archive: Archive, document_id: str | None = None, limit: int | None = None) -> Table:
    """Every item of which there are several documents, a row for each; at most `limit` items; or the one of a document."""
    found = items(archive)
    if document_id is not None:
        found = [item for item in found if any(copy.paper.document_id == document_id for copy in item.copies)]
    shown = found[:limit]
    made = [_row(number, copy) for number, item in enumerate(shown, 1) for copy in item.copies]
    note = f"{len(shown):,} of {len(found):,} items that stand in several documents"
    return Table("variants", COLUMNS, made, total=sum(len(item.copies) for item in found), note=note)


def _row(number: int, copy: Copy) -> Row:
    paper = copy.paper
    return {
        "item": number, "is": copy.role, "shared": round(copy.shared, 2), "document_id": paper.document_id, "kind": paper.kind,
        "title": paper.title, "outlet": paper.outlet, "published": paper.published, "source_path": paper.path,
    }  # fmt: skip


def _papers(archive: Archive, docs: Collection[int]) -> dict[int, Paper]:
    """Current documents by their numbers, in the order of their ids."""
    sql = (
        "SELECT c.doc, c.coding, c.document_id, d.kind, d.title, d.outlet, d.published, d.speaker_name, o.source_path, "
        "length(t.text) FROM json_each(?) doc CROSS JOIN all_codings c ON c.doc = doc.value AND c.current "
        "JOIN all_documents d ON d.coding = c.coding JOIN texts t ON t.doc = c.doc "
        "LEFT JOIN origins o ON o.doc = c.doc ORDER BY c.document_id"
    )
    return {doc: Paper(*fields) for doc, *fields in archive.select(sql, (msgspec.json.encode(sorted(docs)).decode(),))}


def _named(archive: Archive, codings: Collection[int]) -> Mapping[int, frozenset[str]]:
    """The codes that each coding has mentions of."""
    found: dict[int, set[str]] = {coding: set() for coding in codings}
    sql = (
        "SELECT DISTINCT r.coding, r.code FROM json_each(?) coding CROSS JOIN all_actors r ON r.coding = coding.value "
        "WHERE r.code IS NOT NULL"
    )
    for coding, code in archive.select(sql, (msgspec.json.encode(sorted(codings)).decode(),)):
        found[coding].add(code)
    return {coding: frozenset(codes) for coding, codes in found.items()}


def _one_item(pair: Alike, one: Paper, other: Paper, named: Mapping[int, frozenset[str]]) -> bool:
    if pair.shared >= _SAME:
        return True
    if one.path is not None and one.path == other.path and one.kind != "teaser" and pair.shared >= SHARED:
        return True  # the same page, read again after a change
    if _apart(one.published, other.published):
        return False
    if one.speaker and other.speaker and one.speaker.casefold() != other.speaker.casefold():
        return False
    mine, its = named[one.coding], named[other.coding]
    return mine <= its or its <= mine


def _apart(one: str | None, other: str | None) -> bool:
    """Whether two dates, as far as they are known, are more than a month from each other."""
    if not (one and other and is_partial(one) and is_partial(other)):
        return False
    (a, b), (c, d) = bounds(one), bounds(other)
    later, earlier = (a, d) if a > d else (c, b)
    return (datetime.date.fromisoformat(later) - datetime.date.fromisoformat(earlier)).days > _DAYS


def _grouped(papers: Sequence[Paper], pairs: Sequence[Alike]) -> list[Item]:
    """Copies and edits together; excerpts go with what has most of their words, and do not bind two items into one."""
    parent = {place: place for pair in pairs for place in pair[:2]}

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    shared: dict[tuple[int, int], float] = {}
    for pair in pairs:
        shared[pair.a, pair.b] = shared[pair.b, pair.a] = pair.shared
        if pair.shared >= SHARED:
            parent[root(pair.b)] = root(pair.a)
    members: dict[int, list[int]] = {}
    for place in sorted(parent):
        members.setdefault(root(place), []).append(place)
    within = _excerpts(papers, [pair for pair in pairs if root(pair.a) != root(pair.b)], root)
    made = []
    for group, own in members.items():
        if group in within:
            continue
        ordered = sorted(own, key=lambda place: _rank(papers[place]))
        copies = [Copy(papers[ordered[0]], "lead", 1.0)]
        copies += [_copy(papers[place], shared.get((ordered[0], place)), shared, place, ordered) for place in ordered[1:]]
        for part, (whole, share) in sorted(within.items()):
            if whole == group:
                copies += [Copy(papers[place], "excerpt", share) for place in members[part]]
        if len(copies) > 1:
            made.append(Item(tuple(copies)))
    return sorted(made, key=lambda item: (-len(item.copies), _rank(item.copies[0].paper)))


def _copy(
    paper: Paper, beside_lead: float | None, shared: dict[tuple[int, int], float], place: int, members: Sequence[int]
) -> Copy:
    share = beside_lead if beside_lead is not None else max(shared.get((place, other), 0.0) for other in members)
    return Copy(paper, "copy" if share >= _SAME else "edited", share)


def _excerpts(papers: Sequence[Paper], pairs: Sequence[Alike], root: Callable[[int], int]) -> dict[int, tuple[int, float]]:
    """For each group of excerpts the group that they are from, and how much of them stands there."""
    best: dict[int, tuple[int, float]] = {}
    for pair in pairs:
        part, whole = sorted((pair.a, pair.b), key=lambda place: (papers[place].length, place))
        if root(part) not in best or best[root(part)][1] < pair.contained:
            best[root(part)] = (root(whole), pair.contained)
    found: dict[int, tuple[int, float]] = {}
    for part, (whole, share) in best.items():
        # What is itself an excerpt of something longer leads there.
        seen = {part}
        while whole in best and whole not in seen:
            seen.add(whole)
            whole = best[whole][0]
        if whole not in seen:
            found[part] = (whole, share)
    return found


def _rank(paper: Paper) -> tuple[bool, str, int, str]:
    """The lead is the earliest whole one; of equal dates the longest."""
    return paper.kind == "teaser", paper.published or "9999", -paper.length, paper.document_id
