"""Persons of a state, their offices with the dates that texts give, and which spellings may be one person.

Who is one person is proposed with reasons for and against, and never decided: two spellings stay two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from dragoman.analysis.evidence import sentence_around
from dragoman.analysis.spellings import NEAR, PARTLY, REORDERED, SAME, SHORTER, Likeness, Spellings
from dragoman.analysis.table import Row, Table
from dragoman.archive import Archive
from dragoman.archive.columns import INTEGER, LIST, REAL, TEXT, Column, decode_list
from dragoman.dates import bounds, is_partial
from dragoman.lexicon.entries import Entry, Holder
from dragoman.lexicon.loader import HERE, read_entries

PERSONS = (
    Column("name", TEXT), Column("spellings", LIST), Column("office", TEXT), Column("status", TEXT), Column("first", TEXT),
    Column("last", TEXT), Column("mentions", INTEGER), Column("documents", INTEGER), Column("known_since", TEXT),
    Column("known_until", TEXT), Column("quote", TEXT), Column("document_title", TEXT), Column("outlet", TEXT),
    Column("published", TEXT), Column("source_path", TEXT), Column("reported_by", LIST), Column("document_id", TEXT),
    Column("start", INTEGER), Column("end", INTEGER),
)  # fmt: skip
PROPOSED = (
    Column("name", TEXT), Column("other", TEXT), Column("score", REAL), Column("reasons", LIST), Column("against", LIST),
)  # fmt: skip
# What each piece of evidence weighs. Spellings alone suffice where they are one name; a part of a name needs an office.
SPELLING = {SAME: 3.0, REORDERED: 2.5, SHORTER: 1.5, NEAR: 2.0, PARTLY: 1.0}
ONE_OFFICE, OFFICE_UNDATED = 2.0, 1.0
GIVEN_DIFFERS, OFFICES_DIFFER, SIDE_BY_SIDE = -1.0, -1.0, -1.5
ENOUGH = 2.0
_POSSESSIVE = re.compile(r"['’]s?$")
_BESIDE = 200  # characters between two names that stand side by side


class Holding(NamedTuple):
    """An office that texts give a person; `low` and `high` bound the days on which they do, where known."""

    office: str
    current: bool
    low: str | None
    high: str | None


@dataclass(frozen=True)
class Person:
    """One spelling of one name: never more, as who is who is not decided here."""

    name: str
    holdings: tuple[Holding, ...]
    places: frozenset[tuple[int, int]]  # coding and offset of each mention
    known: bool  # whether the lexicon of office-holders has this name as its own


@dataclass(frozen=True)
class People:
    """`persons` has a row for each office of a person; `proposed` the pairs of names that may be one person."""

    persons: Table
    proposed: Table


def people(archive: Archive, code: str, limit: int | None = None, users: Sequence[Entry] = ()) -> People:
    """The persons named with an office of a state, those of most mentions first; at most `limit` rows of either table."""
    known, spellings = _holders(code, users), Spellings(users)
    with archive.snapshot():
        named, left_out = _mentions(archive, code, spellings)
        groups: dict[tuple[str, str, str], list[Row]] = {}
        for mention in named:
            groups.setdefault((mention["name"], mention["office"] or "", mention["status"] or ""), []).append(mention)
        weight: dict[str, int] = {}
        for (name, _, _), found in groups.items():
            weight[name] = weight.get(name, 0) + len(found)
        order = sorted(groups, key=lambda key: (-weight[key[0]], key[0], -len(groups[key]), key))
        made = [_row(archive, key, groups[key], known) for key in order[:limit]]
    note = f"{len(weight):,} names" + (f"; {left_out:,} left out, as headlines or no names" if left_out else "")
    persons = Table("people", PERSONS, made, total=len(order), note=note, of="people")
    pairs = _proposals(_persons(groups, known), spellings.of(code).likeness)
    return People(persons, Table("proposed", PROPOSED, pairs[:limit], total=len(pairs), of="proposed"))


def _mentions(archive: Archive, code: str, spellings: Spellings) -> tuple[list[Row], int]:
    """Mentions of persons with an office, and speakers; how many were left out, as they are no names or headlines."""
    sql = (
        'SELECT a.name, a.text, a.office, a.office_status, a.resolved_from, a.coding, a.start, a."end", d.published, '
        "EXISTS (SELECT 1 FROM all_passages p WHERE p.coding = a.coding AND p.kind = 'title' AND p.start <= a.start "
        'AND a.start < p."end") FROM all_actors a JOIN all_codings c ON c.coding = a.coding AND c.current '
        "JOIN all_documents d ON d.coding = a.coding WHERE a.code = ? AND a.office IS NOT NULL AND a.name IS NOT NULL"
    )
    found: list[Row] = []
    headlines: set[str] = set()
    bodies: set[str] = set()
    for name, text, office, status, basis, coding, start, end, published, title in archive.iterate(sql, (code,)):
        row = {
            "name": _POSSESSIVE.sub("", name), "text": _POSSESSIVE.sub("", text), "office": office, "coding": coding,
            "status": status or ("known" if basis == "office" else None), "start": start, "end": end, "published": published,
        }  # fmt: skip
        found.append(row)
        (headlines if title else bodies).add(row["name"])
    speakers = archive.select(
        "SELECT d.speaker_name, d.speaker_office, d.coding, d.published FROM all_documents d "
        "JOIN all_codings c ON c.coding = d.coding AND c.current WHERE d.speaker_state = ? AND d.speaker_name IS NOT NULL",
        (code,),
    )
    for name, office, coding, published in speakers:
        found.append(
            {"name": name, "text": name, "office": office, "coding": coding, "status": "speaker", "start": 0, "end": 0,
             "published": published}
        )  # fmt: skip
        bodies.add(name)
    kept = [row for row in found if row["name"] in bodies and spellings.is_name(row["name"])]
    return kept, len({row["name"] for row in found} - {row["name"] for row in kept})


def _holders(code: str, users: Sequence[Entry]) -> Mapping[str, list[Holder]]:
    """The office-holders that the lexicon knows of a state, by name."""
    blocks = (HERE / "holders.toml").read_text("utf-8").split("[[holder]]")
    mine = "".join(f"[[holder]]{block}" for block in blocks[1:] if f'code = "{code}"' in block)
    found: dict[str, list[Holder]] = {}
    for entry in (*(entry for _, entry in read_entries(mine.encode(), "holders.toml")), *users):
        if isinstance(entry, Holder) and entry.code == code:
            found.setdefault(entry.name, []).append(entry)
    return found


def _terms(held: Sequence[Holder], dates: Sequence[str]) -> Sequence[Holder]:
    """The terms of an office in which texts of these dates name its holder; all of them where none of these do."""
    low, high = min(dates, default="")[:10], max(dates, default="9999")[:10]
    told = [h for h in held if dates and (h.since or "") <= high + "~" and low <= (h.until or "9999") + "~"]
    return told or held


def _row(archive: Archive, key: tuple[str, str, str], found: Sequence[Row], known: Mapping[str, list[Holder]]) -> Row:
    name, office, status = key
    latest = max(found, key=lambda row: (row["published"] or "", row["coding"], row["start"]))
    dates = [row["published"] for row in found if row["published"]]
    held = _terms([holder for holder in known.get(name, []) if holder.office == office], dates)
    spelled = sorted({row["text"] for row in found})
    (text, document_id, path, title, outlet, published, reported_by) = archive.one(
        "SELECT t.text, c.document_id, o.source_path, d.title, d.outlet, d.published, d.reported_by FROM all_codings c "
        "JOIN texts t ON t.doc = c.doc JOIN all_documents d ON d.coding = c.coding LEFT JOIN origins o ON o.doc = c.doc "
        "WHERE c.coding = ?",
        (latest["coding"],),
    )
    start, end = _sentence(text, latest)
    return {
        "name": name, "spellings": spelled, "office": office or None, "status": status or None,
        "first": min(dates, default=None), "last": max(dates, default=None), "mentions": len(found),
        "documents": len({row["coding"] for row in found}),
        "known_since": min((h.since for h in held if h.since), default=None),
        "known_until": max((h.until or "" for h in held), default=None) if all(h.until for h in held) else None,
        "quote": text[start:end], "document_title": title, "outlet": outlet, "published": published, "source_path": path,
        "reported_by": decode_list(reported_by), "document_id": document_id, "start": start, "end": end,
    }  # fmt: skip


def _sentence(text: str, mention: Row) -> tuple[int, int]:
    """The sentence around a mention; of a speaker the place in the text where the name stands, if it does."""
    start, end = mention["start"], mention["end"]
    if end == 0:
        start = max(0, text.find(mention["text"]))
        end = start + len(mention["text"])
    return sentence_around(text, start, end)


def _persons(groups: Mapping[tuple[str, str, str], Sequence[Row]], known: Mapping[str, list[Holder]]) -> list[Person]:
    made: dict[str, tuple[list[Holding], set[tuple[int, int]]]] = {}
    for (name, office, status), found in groups.items():
        holdings, places = made.setdefault(name, ([], set()))
        dates = [bounds(row["published"]) for row in found if row["published"] and is_partial(row["published"])]
        if office:
            low, high = min((d[0] for d in dates), default=None), max((d[1] for d in dates), default=None)
            held = _terms([h for h in known.get(name, []) if h.office == office], [day for both in dates for day in both])
            low = min((bounds(h.since)[0] for h in held if h.since), default=low)
            high = max((bounds(h.until)[1] for h in held if h.until), default=high)
            holdings.append(Holding(office, status in ("current", "known", "speaker"), low, high))
        places.update((row["coding"], row["start"]) for row in found)
    found_here = [Person(name, tuple(h), frozenset(d), name in known) for name, (h, d) in sorted(made.items())]
    elsewhere = {name: held for name, held in known.items() if name not in made}
    return found_here + [Person(name, _held(held), frozenset(), known=True) for name, held in sorted(elsewhere.items())]


def _held(holders: Sequence[Holder]) -> tuple[Holding, ...]:
    """What the lexicon knows that somebody held."""
    return tuple(
        Holding(h.office, True, bounds(h.since)[0] if h.since else None, bounds(h.until)[1] if h.until else None)
        for h in holders
    )


def _proposals(persons: Sequence[Person], likeness: Callable[[str, str], Likeness]) -> list[Row]:
    """Pairs that may be one, the surest first. Two office-holders that the lexicon tells apart are two."""
    made = []
    for one, other in combinations(persons, 2):
        if one.known and other.known:
            continue
        alike = likeness(one.name, other.name)
        if alike.degree not in SPELLING:
            continue
        score, reasons, against = weighed(one, other, alike)
        if score >= ENOUGH:
            made.append({"name": one.name, "other": other.name, "score": score, "reasons": reasons, "against": against})
    return sorted(made, key=lambda row: (-row["score"], row["name"], row["other"]))


def weighed(one: Person, other: Person, alike: Likeness) -> tuple[float, list[str], list[str]]:
    """How much speaks for one person, and what for and against."""
    score, reasons, against = SPELLING[alike.degree], [alike.why], []
    if alike.apart:
        score += GIVEN_DIFFERS
        against.append(f"the given names differ: {alike.apart}")
    pairs = [(a, b) for a in one.holdings for b in other.holdings]
    same = [(a, b, _overlap(a, b)) for a, b in pairs if a.office == b.office]
    if shared := next((a.office for a, _, together in same if together), None):
        score += ONE_OFFICE
        reasons.append(f"both are {shared} in overlapping time")
    elif undated := next((a.office for a, _, together in same if together is None), None):
        score += OFFICE_UNDATED
        reasons.append(f"both are {undated}; whether at one time is not known")
    elif clash := next(((a, b) for a, b in pairs if a.current and b.current and _overlap(a, b)), None):
        score += OFFICES_DIFFER
        against.append(f"different offices at one time: {clash[0].office}, {clash[1].office}")
    if any(a == b and abs(at - by) < _BESIDE for a, at in one.places for b, by in other.places):
        score += SIDE_BY_SIDE
        against.append("one text names them side by side")
    if absent := next((person.name for person in (one, other) if not person.places), None):
        reasons.append(f"{absent} is known to the lexicon, and named in no text here")
    return score, reasons, against


def _overlap(one: Holding, other: Holding) -> bool | None:
    if None in (one.low, one.high, other.low, other.high):
        return None
    return bool(one.low <= other.high and other.low <= one.high)  # type: ignore[operator]
