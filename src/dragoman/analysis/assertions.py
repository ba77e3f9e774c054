"""What is claimed and declared, the same thing said again taken together: what conflicts are looked for in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from dragoman.archive import Archive, Filters, count
from dragoman.dates import bounds, is_partial

_CLAIMS = (
    "SELECT 'claims', r.kind, r.claimed_by, r.subject, r.measure, r.unit, coalesce(r.comparator, '='), r.value, r.value_text, "
    "r.statement, r.denied, r.as_of, d.published, r.coding, c.document_id, r.start, r.record_id"
)
_PRINCIPLES = (
    "SELECT 'principles', r.kind, r.holder, r.holder, NULL, NULL, '=', NULL, NULL, r.statement, 0, NULL, d.published, "
    "r.coding, c.document_id, r.start, r.record_id"
)
_JOINED = "JOIN all_codings c ON c.coding = r.coding JOIN all_documents d ON d.coding = r.coding"


class Told(NamedTuple):
    """One record: a claim, or a principle, whose holder stands for the subject too."""

    table: str
    kind: str
    by: str | None
    subject: str | None
    measure: str | None
    unit: str | None
    comparator: str
    value: float | None
    value_text: str | None
    statement: str | None
    denied: bool
    as_of: str | None
    published: str | None
    coding: int
    document_id: str
    start: int
    record_id: str


class Assertion(NamedTuple):
    """The same thing said once or more by one speaker; `last` is the latest record that does.

    `when` is as of when it was last said, None where unknown; `dates` are all of these, `dated` whether every one is known.
    `places` are where it stands: document (its coding) and offset.
    """

    last: Told
    when: str | None
    dates: frozenset[str]
    dated: bool
    places: frozenset[tuple[int, int]]

    @property
    def words(self) -> str:
        return self.last.statement or self.last.value_text or ""


def of(archive: Archive, code: str, most: int | None = None) -> tuple[list[Assertion], int]:
    """All claims by or about an actor, and its principles, or the latest `most` of each; and how many are left out."""
    linked = (
        "FROM all_parties p CROSS JOIN all_{0} r {1} WHERE p.code = ?1 AND p.record_table = '{0}' AND r.row = p.row "
        "AND c.current ORDER BY p.date DESC, p.row DESC LIMIT ?2"
    )
    told, earlier = list[tuple[object, ...]](), 0
    for table, columns in (("claims", _CLAIMS), ("principles", _PRINCIPLES)):
        found = archive.select(f"{columns} {linked.format(table, _JOINED)}", (code, -1 if most is None else most))
        told += found
        if len(found) == most:
            earlier += count(archive, table, Filters(states=[code])) - most
    return _merged([_told(row) for row in told]), earlier


def statuses(archive: Archive, words: Iterable[str]) -> list[Assertion]:
    """Claims of a status in any of these words, by and about anybody."""
    sought = list(words)
    like = " OR ".join("instr(lower(r.statement), ?)" for _ in sought)
    found = archive.select(
        f"{_CLAIMS} FROM all_claims r {_JOINED} WHERE c.current AND r.kind = 'status' AND ({like or '0'})", sought
    )
    return _merged([_told(row) for row in found])


def _told(row: Sequence[object]) -> Told:
    made = Told(*row)  # type: ignore[arg-type]
    return made._replace(denied=bool(made.denied))


def _merged(told: Sequence[Told]) -> list[Assertion]:
    """The same said by the same of the same."""
    same: dict[tuple[object, ...], list[Told]] = {}
    for one in told:
        words = (one.statement or "").casefold() if one.measure is None else None
        text = one.value_text.casefold() if one.value_text and one.value is None else None
        key = (
            one.table, one.kind, one.by, one.subject, one.measure, one.unit, one.comparator, one.value, text, words,
            one.denied, one.as_of,
        )  # fmt: skip
        same.setdefault(key, []).append(one)
    made = [_assertion(found) for found in same.values()]
    return sorted(made, key=lambda a: (a.when or "", a.last.record_id))


def _assertion(told: Sequence[Told]) -> Assertion:
    last = max(told, key=lambda one: (one.published or "", one.record_id))
    when = last.as_of or last.published
    dates = [one.as_of or one.published for one in told]
    known = frozenset(date for date in dates if date and is_partial(date))
    places = frozenset((one.coding, one.start) for one in told)
    return Assertion(last, when if when in known else None, known, len(known) > 0 and all(dates), places)


def document_ids(archive: Archive, codings: Collection[int]) -> list[str]:
    """The documents of these codings."""
    found = archive.select(
        "SELECT document_id FROM all_codings WHERE coding IN (SELECT value FROM json_each(?))", (str(sorted(codings)),)
    )
    return [document_id for (document_id,) in found]


def apart(one: Assertion, other: Assertion, item: Mapping[int, int]) -> bool:
    """Whether they are said in two places: editions of one item (its number by coding) are one place, and so is a sentence."""
    return any(
        item.get(a, a) != item.get(b, b) or (a == b and a_start != b_start)
        for a, a_start in one.places
        for b, b_start in other.places
    )


def told_in(one: Assertion, item: Mapping[int, int]) -> int:
    """How many documents say so, editions of one item counted once."""
    return len({item.get(coding, coding) for coding, _ in one.places})


def same_time(one: Assertion, other: Assertion) -> bool | None:
    """Whether both are said of times that may be the same; None where that cannot be known.

    What one document says without a date of its own, it says of one time.
    """
    told = one.last.as_of or other.last.as_of
    if not told and {coding for coding, _ in one.places} & {coding for coding, _ in other.places}:
        return True
    spans = [[bounds(date) for date in side.dates] for side in (one, other)]
    if any(a <= d and c <= b for a, b in spans[0] for c, d in spans[1]):
        return True
    return False if one.dated and other.dated else None
