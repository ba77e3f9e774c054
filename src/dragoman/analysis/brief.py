"""A brief: what the record holds on one state, or between two, each line with its sentence.

The same thing told by several documents is one line, with how many tell it; its sentence is the latest one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from dragoman.analysis.coverage import Coverage, coverage, documents_by_year
from dragoman.analysis.differing import differing_claims
from dragoman.analysis.evidence import Part, evidence_columns, fetch, grouped_table, groups
from dragoman.analysis.registers import register
from dragoman.analysis.table import Row, Table
from dragoman.analysis.wording import line, source_line, words_of
from dragoman.archive import Archive, Filters, rows
from dragoman.archive.columns import INTEGER, TEXT, Column
from dragoman.errors import UsageError

SHOWN = 10  # rows of a section
_KIND_ORDER = ("principle", "commitment", "aim", "red-line")


@dataclass(frozen=True)
class Brief:
    """`sections` in the order in which to read them; `codes` has one state or two, `coverage` what is there of each."""

    codes: tuple[str, ...]
    coverage: Mapping[str, Coverage]
    sections: Mapping[str, Table] = field(default_factory=dict)

    def __getitem__(self, section: str) -> Table:
        """A section by its name. Raises UsageError for one that there is not."""
        if section not in self.sections:
            raise UsageError(f"no section {section!r} in this brief; there are: {', '.join(self.sections)}")
        return self.sections[section]

    def __iter__(self) -> Iterator[str]:
        return iter(self.sections)

    def _repr_html_(self) -> str:
        """Every section in a notebook, escaped."""
        return "".join(
            f"<h4>{escape(name)} <small>{escape(table.said)}</small></h4>{_section_html(table)}"
            for name, table in self.sections.items()
        )


def _section_html(table: Table) -> str:
    if table.of is None:
        return table._repr_html_()
    items = (
        f"<li>{escape(line(table.of, row))}<br><q>{escape(row.get('quote') or '')}</q><br>"
        f"<small>words of {escape(words_of(row))}; {escape(source_line(row))}</small></li>"
        for row in table
    )
    return f"<ul>{''.join(items)}</ul>"


def brief(archive: Archive, code: str, other: str | None = None, *, limit: int | None = SHOWN) -> Brief:
    """What the record holds on `code`, or between it and `other`; at most `limit` rows a section, all for None.

    Codes as the archive has them. Raises UsageError where the two are one.
    """
    if other == code:
        raise UsageError(f"a brief on a pair needs two different states, not {code} twice")
    with archive.snapshot():
        if other is None:
            return Brief((code,), {code: coverage(archive, code)}, dict(_state(archive, code, limit)))
        covered = {one: coverage(archive, one) for one in (code, other)}
        return Brief((code, other), covered, dict(_pair(archive, code, other, limit)))


def _state(archive: Archive, code: str, limit: int | None) -> Iterator[tuple[str, Table]]:
    for name, make in STATE_SECTIONS.items():
        yield name, make(archive, code, limit)


def _pair(archive: Archive, code: str, other: str, limit: int | None) -> Iterator[tuple[str, Table]]:
    for name, make in PAIR_SECTIONS.items():
        yield name.format(a=code, b=other), make(archive, code, other, limit)


def _principles(archive: Archive, code: str, limit: int | None) -> Table:
    found = groups(archive, "principles", ("kind", "statement"), [Part(code)])
    rank = {kind: n for n, kind in enumerate(_KIND_ORDER)}
    found.sort(key=lambda group: rank.get(group.key[0], len(rank)))
    return grouped_table(archive, "principles", found, limit)


def _competences(archive: Archive, code: str, limit: int | None) -> Table:
    found = groups(archive, "competences", ("office", "kind", "power"), [Part(code)])
    found.sort(key=lambda group: (group.key[0] is None, group.key[0] or ""))
    return grouped_table(archive, "competences", found, limit)


def _relations(archive: Archive, code: str, limit: int | None) -> Table:
    found = groups(archive, "relations", _RELATION, [Part(code)])
    return grouped_table(archive, "relations", found, limit)


def _years(archive: Archive, code: str, limit: int | None) -> Table:
    counts = archive.select("SELECT year, sum(n) FROM state_years WHERE code = ? GROUP BY year", (code,))
    return _by_year(archive, {year: {"events": n} for year, n in counts}, ("events",), limit)


def _recent(archive: Archive, code: str, limit: int | None) -> Table:
    (total,) = archive.one("SELECT coalesce(sum(n), 0) FROM state_years WHERE code = ?", (code,))
    return _latest_events(archive, Filters(states=[code]), total, limit)


def _held(archive: Archive, code: str, limit: int | None) -> Table:
    found = groups(archive, "positions", _POSITION, [Part(code, "holder")])
    return grouped_table(archive, "positions", found, limit)


def _received(archive: Archive, code: str, limit: int | None) -> Table:
    found = groups(archive, "positions", _POSITION, [Part(code, "target")])
    return grouped_table(archive, "positions", found, limit)


def _pair_relations(archive: Archive, code: str, other: str, limit: int | None) -> Table:
    return grouped_table(archive, "relations", groups(archive, "relations", _RELATION, [Part(code), Part(other)]), limit)


def _pair_years(archive: Archive, code: str, other: str, limit: int | None) -> Table:
    a, b = sorted((code, other))
    sql = "SELECT year, sum(n), sum(forward), sum(back) FROM pair_years WHERE a = ? AND b = ? GROUP BY year"
    made = {}
    for year, n, forward, back in archive.select(sql, (a, b)):
        ways = (forward, back) if a == code else (back, forward)
        made[year] = {"events": n, f"{code} to {other}": ways[0], f"{other} to {code}": ways[1]}
    return _by_year(archive, made, ("events", f"{code} to {other}", f"{other} to {code}"), limit)


def _pair_recent(archive: Archive, code: str, other: str, limit: int | None) -> Table:
    a, b = sorted((code, other))
    (total,) = archive.one("SELECT coalesce(sum(n), 0) FROM pair_years WHERE a = ? AND b = ?", (a, b))
    return _latest_events(archive, Filters(states=[code, other]), total, limit)


def _towards(archive: Archive, code: str, other: str, limit: int | None) -> Table:
    found = groups(archive, "positions", _POSITION, [Part(code, "holder"), Part(other, "target")])
    return grouped_table(archive, "positions", found, limit)


def _latest_events(archive: Archive, filters: Filters, total: int, limit: int | None) -> Table:
    ids = [row["record_id"] for row in rows(archive, "events", filters, order=["-date"], limit=limit, columns=["record_id"])]
    return Table("events", evidence_columns("events"), fetch(archive, "events", ids), total=max(total, len(ids)), of="events")


def _by_year(archive: Archive, counts: dict[str, dict[str, int]], names: tuple[str, ...], limit: int | None) -> Table:
    """Counts a year, the latest first, beside the documents published in it; how many years have documents alone is noted."""
    documents = documents_by_year(archive)
    made: list[Row] = [
        {"year": year} | {name: counts[year].get(name, 0) for name in names} | {"documents": documents.get(year, 0)}
        for year in sorted((year for year in counts if year), reverse=True)
    ]
    columns = (Column("year", TEXT), *(Column(name, INTEGER) for name in names), Column("documents", INTEGER))
    silent = {year: n for year, n in documents.items() if year and year not in counts}
    undated = counts.get("", {}).get("events", 0)
    notes = [f"{undated:,} events without a date"] if undated else []
    if silent:
        notes.append(f"none in {len(silent):,} years with {sum(silent.values()):,} documents")
    note = "; ".join(notes) or None
    return Table("years", columns, made[:limit], total=len(made), note=note)


_RELATION = ("kind", "status", "a", "b", "since", "until")
_POSITION = ("holder", "target", "topic", "polarity")

StateSection = Callable[[Archive, str, int | None], Table]
PairSection = Callable[[Archive, str, str, int | None], Table]

STATE_SECTIONS: dict[str, StateSection] = {
    "principles": _principles,
    "offices": _competences,
    "relations": _relations,
    "events by year": _years,
    "recent events": _recent,
    "positions": _held,
    "positions of others": _received,
    "claims that differ": differing_claims,
}
PAIR_SECTIONS: dict[str, PairSection] = {
    "relations": _pair_relations,
    "events by year": _pair_years,
    "recent events": _pair_recent,
    "positions of {a} on {b}": _towards,
    "positions of {b} on {a}": lambda archive, a, b, limit: _towards(archive, b, a, limit),
    "agreements": lambda archive, a, b, limit: register(archive, "agreements", a, b, limit=limit),
    "visits": lambda archive, a, b, limit: register(archive, "visits", a, b, limit=limit),
}
