"""Records with the words they rest on, and the same thing said in several documents taken together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from dragoman.analysis.table import Row, Table
from dragoman.archive import EXTRAS, Archive, Filters, rows
from dragoman.archive.columns import INTEGER, TABLES, TEXT, Column
from dragoman.archive.filters import where
from dragoman.archive.parties import involved
from dragoman.archive.schema import chosen, expression, sources
from dragoman.archive.told import GROUPED, values_of

# What stands beside every record that is shown: its words, and whose document they are from.
BESIDE: tuple[Column, ...] = tuple(Column(name, TEXT) for name in EXTRAS)
_SOME = 400  # ids in one query
_AROUND = 240  # characters of a sentence on each side of a name
_END = re.compile(r"[.!?…][\"'”’)]*\s|\n")


def evidence_columns(table: str) -> tuple[Column, ...]:
    """The columns of a table of records, then those of `BESIDE`."""
    return (*TABLES[table].columns, *BESIDE)


def fetch(archive: Archive, table: str, record_ids: Sequence[str]) -> list[Row]:
    """The current records with these ids, in this order, with their words and documents."""
    found: dict[str, Row] = {}
    for i in range(0, len(record_ids), _SOME):
        wanted = Filters(columns={"record_id": list(record_ids[i : i + _SOME])})
        found |= {row["record_id"]: row for row in rows(archive, table, wanted, also=list(EXTRAS))}
    return [found[record_id] for record_id in record_ids if record_id in found]


class Group(NamedTuple):
    """Records with the same `key`: how many, in how many documents, published when; `latest` is the id of the last one."""

    key: tuple[Any, ...]
    records: int
    documents: int
    first: str | None
    last: str | None
    latest: str


# The columns that a table of groups has beside those of its latest record.
COUNTED: tuple[Column, ...] = (
    Column("records", INTEGER), Column("documents", INTEGER), Column("first", TEXT), Column("last", TEXT),
)  # fmt: skip


def groups(archive: Archive, table: str, by: Sequence[str], codes: Sequence[str]) -> list[Group]:
    """Current records in which all `codes` (one or two) take part, one group for each combination of the columns `by`.

    Not of events, which have dates of their own. Those that most documents tell come first, then those told last; free
    text is compared without its case. Groups by the columns of GROUPED are kept by the archive, others are counted here.
    """
    found = _kept(archive, table, codes) if tuple(by) == GROUPED.get(table) else _counted(archive, table, by, codes)
    found.sort(key=lambda g: (g.documents, g.last or "", g.latest), reverse=True)
    return found


def _counted(archive: Archive, table: str, by: Sequence[str], codes: Sequence[str]) -> list[Group]:
    of = TABLES[table]
    keys = [f"lower({expression(of, name)})" if name in _FREE else expression(of, name) for name in by]
    made = where(of, Filters(states=list(codes)))
    joins = "".join(f"{join} " for join in made.joins if join.endswith("CROSS JOIN"))
    # The date of a link is that of the document, and a document has one current coding.
    sql = (
        f"SELECT {', '.join(keys)}, count(*), count(DISTINCT p.coding), min(nullif(p.date, '')), max(nullif(p.date, '')), "
        f"max(p.date || '|' || r.record_id) FROM {joins}{sources(of)} "
        f"WHERE {' AND '.join([*made.conditions, chosen(of, None)])} "
        f"GROUP BY {', '.join(str(n + 1) for n in range(len(keys)))}"
    )
    return [
        Group(tuple(row[:-5]), row[-5], row[-4], row[-3], row[-2], row[-1].rpartition("|")[2])
        for row in archive.iterate(sql, made.parameters)
    ]


def _kept(archive: Archive, table: str, codes: Sequence[str]) -> list[Group]:
    # Either of two codes has all that is between them: the rarer is gone through.
    some = "SELECT count(*) FROM told WHERE record_table = ? AND code = ?"
    rarest = min(codes, key=lambda code: archive.one(some, (table, code))) if len(codes) > 1 else codes[0]
    sql = "SELECT key, records, documents, first, last, latest FROM told WHERE record_table = ? AND code = ?"
    found = []
    for key, records, documents, first, last, latest in archive.iterate(sql, (table, rarest)):
        values = values_of(key)
        if len(codes) == 1 or _between(table, values, codes):
            found.append(Group(values, records, documents, first, last, latest.rpartition("|")[2]))
    return found


def _between(table: str, values: Sequence[Any], codes: Sequence[str]) -> bool:
    """Whether both codes take part, and not both only acting, or only acted upon."""
    roles = involved(table, dict(zip(GROUPED[table], values, strict=True)).__getitem__)
    one, other = (roles.get(code, []) for code in codes)
    return bool(one) and bool(other) and (one != other or len(one) > 1)


# Free text, in which a capital letter makes no difference.
_FREE = frozenset({"statement", "power", "condition", "office"})


def grouped_table(archive: Archive, table: str, found: Sequence[Group], limit: int | None, *, name: str | None = None) -> Table:
    """The first `limit` groups as rows: the latest record of each with its words, and the group's counts."""
    shown = found[:limit]
    by_id = {row["record_id"]: row for row in fetch(archive, table, [group.latest for group in shown])}
    made = [
        by_id[g.latest] | {"records": g.records, "documents": g.documents, "first": g.first, "last": g.last}
        for g in shown
        if g.latest in by_id
    ]
    return Table(name or table, (*evidence_columns(table), *COUNTED), made, total=len(found), of=table)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence in which a name stands, by its full stops; at most some hundred characters."""
    before = [match.end() for match in _END.finditer(text, max(0, start - _AROUND), start)]
    after = _END.search(text, end, end + _AROUND)
    first = before[-1] if before else max(0, start - _AROUND)
    last = after.end() if after else min(len(text), end + _AROUND)
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last
