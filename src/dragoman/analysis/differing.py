"""Claims that differ: about the same thing, with another value, or denied by one and asserted by another.

Whether two that differ can both hold is said beside them: values of different dates may both be right, `over 150` and
`160` do not exclude each other, and `about 160` stands for a tenth more or less.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from dragoman.analysis.evidence import COUNTED, evidence_columns, fetch
from dragoman.analysis.table import Row, Table
from dragoman.archive import Archive
from dragoman.archive.columns import INTEGER, TEXT, Column
from dragoman.dates import bounds, is_partial

DENIED = "asserted and denied"
SAME_TIME = "differ"
UNDATED = "differ; undated"
OTHER_DATES = "differ; of different dates"
COMPATIBLE = "differ; both may hold"
# The gravest first: of a group, the gravest that any two of its claims show.
DIFFERENCES = (DENIED, SAME_TIME, UNDATED, OTHER_DATES, COMPATIBLE)

COLUMNS = (Column("group", INTEGER), Column("difference", TEXT), *evidence_columns("claims"), *COUNTED)
_ABOUT = 0.1  # what "~" leaves open, as a share
_COMPARED = 40  # claims of a group that are compared two by two

Subject = tuple[str | None, str | None, str | None, str | None]  # subject, measure, unit, or what is stated


Said = tuple[str, float | None, str | None, bool]  # comparator, value, value in words, denied


class Told(NamedTuple):
    """One claim; `published` is "" where that is unknown."""

    said: Said
    as_of: str | None
    published: str
    claimed_by: str | None
    coding: int
    start: int
    record_id: str


class Variant(NamedTuple):
    """Claims that say the same of one subject, by one claimant: a value, or a statement; `when` is as of when, if known.

    `places` are where they stand, by coding and offset.
    """

    comparator: str
    value: float | None
    value_text: str | None
    denied: bool
    when: str | None
    claimed_by: str | None
    records: int
    documents: int
    first: str | None
    last: str | None
    latest: str
    places: frozenset[tuple[int, int]] = frozenset()

    @property
    def said(self) -> Said:
        return self.comparator, self.value, self.value_text, self.denied


def differing_claims(archive: Archive, code: str, limit: int | None = 10) -> Table:
    """Claims by or about an actor that differ, group by group, the gravest difference first; at most `limit` groups.

    Each row is the latest record that says so, with how many say it. `total` counts the rows of all groups.
    """
    found = [
        (difference, subject, variants)
        for subject, variants in _variants(archive, code).items()
        if (difference := difference_of(variants)) is not None
    ]
    found.sort(key=lambda item: (DIFFERENCES.index(item[0]), -sum(v.documents for v in item[2]), str(item[1])))
    shown = found[:limit]
    by_id = {row["record_id"]: row for row in fetch(archive, "claims", [v.latest for _, _, vs in shown for v in vs])}
    made: list[Row] = []
    for number, (difference, _, variants) in enumerate(shown, 1):
        made += [
            {"group": number, "difference": difference} | by_id[v.latest]
            | {"records": v.records, "documents": v.documents, "first": v.first, "last": v.last}
            for v in variants
            if v.latest in by_id
        ]  # fmt: skip
    note = f"{len(shown):,} of {len(found):,} subjects" if len(found) > len(shown) else None
    return Table("claims that differ", COLUMNS, made, total=sum(len(vs) for _, _, vs in found), note=note, of="claims")


def difference_of(variants: Sequence[Variant]) -> str | None:
    """The gravest difference between any two, None where all say the same."""
    told = {_between(a, b) for a, b in combinations(variants[:_COMPARED], 2)} - {None}
    return next((difference for difference in DIFFERENCES if difference in told), None)


def _between(one: Variant, other: Variant) -> str | None:
    if one.said == other.said:
        return None
    if one.denied != other.denied:
        return DENIED if _overlap(one, other) else None
    if one.denied or _silent(one) or _silent(other):
        return None
    if _overlap(one, other):
        # `Between 80 and 120` is one claim in two records.
        return None if one.places & other.places else COMPATIBLE
    if one.when is None or other.when is None:
        return UNDATED
    (a, b), (c, d) = bounds(one.when), bounds(other.when)
    return SAME_TIME if a <= d and c <= b else OTHER_DATES


def _silent(variant: Variant) -> bool:
    return variant.value is None and variant.value_text is None


def _overlap(one: Variant, other: Variant) -> bool:
    """Whether some value satisfies both. Where a value could not be read, its words must be the same."""
    if _silent(one) or _silent(other):
        return True
    if one.value is None or other.value is None:
        return one.value_text is not None and one.value_text == other.value_text
    (a, b), (c, d) = _interval(one), _interval(other)
    return max(a, c) <= min(b, d)


def _interval(variant: Variant) -> tuple[float, float]:
    assert variant.value is not None
    value, slack = variant.value, abs(variant.value) * _ABOUT
    match variant.comparator:
        case ">":
            return math.nextafter(value, math.inf), math.inf
        case ">=":
            return value, math.inf
        case "<":
            return -math.inf, math.nextafter(value, -math.inf)
        case "<=":
            return -math.inf, value
        case "~":
            return value - slack, value + slack
    return value, value


def _variants(archive: Archive, code: str) -> dict[Subject, list[Variant]]:
    """What is claimed of each subject, where more than one thing is; one variant for each value and claimant."""
    sql = (
        "SELECT r.subject, r.measure, r.unit, r.statement, r.comparator, r.value, r.value_text, r.denied, r.as_of, p.date, "
        "r.claimed_by, p.coding, r.start, r.record_id FROM all_parties p CROSS JOIN all_claims r "
        "JOIN all_codings c ON c.coding = r.coding WHERE p.code = ? AND p.record_table = 'claims' AND r.row = p.row "
        "AND c.current AND (r.measure IS NOT NULL OR r.statement IS NOT NULL)"
    )
    found: dict[Subject, list[Told]] = {}
    for subject, measure, unit, statement, comparator, value, value_text, denied, *rest in archive.iterate(sql, (code,)):
        stated = statement.lower() if measure is None else None
        said = (comparator or "=", value, value_text.lower() if value_text else None, bool(denied))
        found.setdefault((subject, measure, unit, stated), []).append(Told(said, *rest))
    return {key: _merged(told) for key, told in found.items() if len({one.said for one in told}) > 1}


def _merged(told: Sequence[Told]) -> list[Variant]:
    same: dict[tuple[Said, str | None], list[Told]] = {}
    for one in told:
        same.setdefault((one.said, one.claimed_by), []).append(one)
    made = [_variant(said, claimed_by, claims) for (said, claimed_by), claims in same.items()]
    return sorted(made, key=lambda v: (v.value is None, v.value or 0, str(v.said), v.claimed_by or ""))


def _variant(said: Said, claimed_by: str | None, claims: Sequence[Told]) -> Variant:
    """What one claimant said once or more: as of when it last did so."""
    last = max(claims, key=lambda one: (one.published, one.record_id))
    when = last.as_of or last.published
    dates = [one.published for one in claims if one.published]
    places = frozenset((one.coding, one.start) for one in claims)
    return Variant(
        *said, when if is_partial(when) else None, claimed_by, len(claims), len({one.coding for one in claims}),
        min(dates, default=None), max(dates, default=None), last.record_id, places,
    )  # fmt: skip
