"""The sections of briefs: each a function of what is asked, in the order in which a brief has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.analysis.conflicts import conflicts
from dragoman.analysis.copies import COPIES, Copies, counted, event_copies, said
from dragoman.analysis.coverage import documents_by_year
from dragoman.analysis.evidence import Groups, evidence_columns, fetch, is_of, value
from dragoman.analysis.registers import register
from dragoman.analysis.table import Row, Table
from dragoman.archive import Archive, Filters, rows
from dragoman.archive.columns import INTEGER, TEXT, Column
from dragoman.archive.keyset import Condition

_COMPARED = 1_000  # claims and principles that a brief compares: they take up to a second
_KIND_ORDER = ("principle", "commitment", "aim", "red-line")


@dataclass(frozen=True)
class Question:
    """What a brief is asked for: one code or two, and how many rows a section may have, None for all."""

    archive: Archive
    codes: tuple[str, ...]
    limit: int | None

    @cached_property
    def copies(self) -> Copies:
        """The events that copies of an item tell again."""
        return event_copies(self.archive, self.codes)


Section = Callable[[Question], Table]


def _principles(asked: Question) -> Table:
    ranks = " ".join(f"WHEN '{kind}' THEN {n}" for n, kind in enumerate(_KIND_ORDER))
    first = f"CASE {value('principles', 'kind')} {ranks} ELSE {len(_KIND_ORDER)} END"
    return Groups(asked.archive, "principles", asked.codes, first=first).rows(asked.limit)


def _offices(asked: Question) -> Table:
    office = value("competences", "office")
    return Groups(asked.archive, "competences", asked.codes, first=f"{office} IS NULL, {office}").rows(asked.limit)


def _relations(asked: Question) -> Table:
    return Groups(asked.archive, "relations", asked.codes).rows(asked.limit)


def _held(asked: Question) -> Table:
    """Positions of the first code: on the second where there is one, else on anything."""
    only = [is_of("positions", column, code) for column, code in zip(("holder", "target"), asked.codes, strict=False)]
    return _positions(asked, only)


def _received(asked: Question) -> Table:
    """Positions on the first code: of the second where there is one, else of anybody."""
    only = [is_of("positions", column, code) for column, code in zip(("target", "holder"), asked.codes, strict=False)]
    return _positions(asked, only)


def _positions(asked: Question, only: Sequence[Condition]) -> Table:
    both = Condition(" AND ".join(one.sql for one in only), [given for one in only for given in one.parameters])
    return Groups(asked.archive, "positions", asked.codes, both).rows(asked.limit)


def _differing(asked: Question) -> Table:
    return conflicts(asked.archive, asked.codes[0], asked.limit, most=_COMPARED)


def _recent(asked: Question) -> Table:
    """The latest events with their words, those in copies of an item once."""
    archive, wanted, copies = asked.archive, Filters(states=list(asked.codes)), asked.copies
    dropped = copies.dropped(archive, wanted)
    most = None if asked.limit is None else asked.limit + len(dropped)
    found = rows(archive, "events", wanted, order=["-date"], limit=most, columns=["record_id"])
    kept = [row["record_id"] for row in found if row["record_id"] not in dropped][: asked.limit]
    events = [counted(copies, row) for row in fetch(archive, "events", kept)]
    if len(asked.codes) == 1:
        sql = "SELECT coalesce(sum(n), 0) FROM state_years WHERE code = ?"
    else:
        sql = "SELECT coalesce(sum(n), 0) FROM pair_years WHERE a = ? AND b = ?"
    (total,) = archive.one(sql, sorted(asked.codes))
    total = max(total - len(dropped), len(events))
    return Table(
        "events",
        (*evidence_columns("events"), COPIES),
        events,
        total=total,
        note=said(len(dropped), asked.copies.uncompared),
        of="events",
    )


def _years(asked: Question) -> Table:
    sql = "SELECT year, sum(n) FROM state_years WHERE code = ? GROUP BY year"
    left = Counter(year for year, _, _ in asked.copies.gone)
    counts = {year: {"events": n - left[year]} for year, n in asked.archive.select(sql, asked.codes)}
    return _by_year(asked, counts, ("events",))


def _pair_years(asked: Question) -> Table:
    code, other = asked.codes
    a, b = sorted(asked.codes)
    sql = "SELECT year, sum(n), sum(forward), sum(back) FROM pair_years WHERE a = ? AND b = ? GROUP BY year"
    names = ("events", f"{code} to {other}", f"{other} to {code}")
    left: dict[str, Counter[str]] = {}
    for year, sources, targets in asked.copies.gone:
        ways = {"forward": a in sources and b in targets, "back": b in sources and a in targets}
        left.setdefault(year, Counter()).update([*(way for way, goes in ways.items() if goes), *["n"][: any(ways.values())]])
    counts = {}
    for year, n, forward, back in asked.archive.select(sql, (a, b)):
        gone = left.get(year, Counter())
        n, forward, back = n - gone["n"], forward - gone["forward"], back - gone["back"]
        counts[year] = dict(zip(names, (n, forward, back) if a == code else (n, back, forward), strict=True))
    return _by_year(asked, counts, names)


def _by_year(asked: Question, counts: dict[str, dict[str, int]], names: tuple[str, ...]) -> Table:
    """Counts a year, the latest first, beside the documents published in it; how many years have documents alone is noted."""
    documents = documents_by_year(asked.archive)
    made: list[Row] = [
        {"year": year, **counts[year], "documents": documents.get(year, 0)}
        for year in sorted(filter(None, counts), reverse=True)
    ]
    columns = (Column("year", TEXT), *(Column(name, INTEGER) for name in names), Column("documents", INTEGER))
    silent = {year: n for year, n in documents.items() if year and year not in counts}
    undated = counts.get("", {}).get("events", 0)
    notes = [f"{undated:,} events without a date"] if undated else []
    if silent:
        notes.append(f"none in {len(silent):,} years with {sum(silent.values()):,} documents")
    return Table("years", columns, made[: asked.limit], total=len(made), note="; ".join(notes) or None)


def _registered(name: str) -> Section:
    return lambda asked: register(asked.archive, name, *asked.codes, limit=asked.limit)


STATE_SECTIONS: dict[str, Section] = {
    "principles": _principles,
    "offices": _offices,
    "relations": _relations,
    "events by year": _years,
    "recent events": _recent,
    "positions": _held,
    "positions of others": _received,
    "claims that differ": _differing,
}
# In names, {a} and {b} are the codes.
PAIR_SECTIONS: dict[str, Section] = {
    "relations": _relations,
    "events by year": _pair_years,
    "recent events": _recent,
    "positions of {a} on {b}": _held,
    "positions of {b} on {a}": _received,
    "agreements": _registered("agreements"),
    "visits": _registered("visits"),
}
