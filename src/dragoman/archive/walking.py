"""The first rows in an order, met by going along the index on it: where many fit, that takes as long as few are wanted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from dragoman.archive.columns import Table
from dragoman.archive.filters import UNSPACED, Filters, Where, words_query
from dragoman.archive.keyset import Term
from dragoman.archive.schema import chosen
from dragoman.archive.store import Archive

# The orders in which tables stand by the day, the last first.
DATED = {"documents": "-published", "events": "-date"}
_INDEXED = {("documents", 'r."published"'): "all_documents_published", ("events", 'r."date"'): "all_events_date"}
# A condition that speaks of anything but the rows themselves.
_ELSEWHERE = re.compile(r"\b[cdtow]\.")
_FEW = 50  # where fewer than one text in so many has the words, going along all rows takes longer than sorting those


def is_walked(archive: Archive, of: Table, terms: Sequence[Term], filters: Filters) -> bool:
    """Whether the first rows in this order are met soon by going along the index on it: left to itself SQLite sorts all
    that there are. Not where few fit, or where the links of a state give their order.
    """
    if (of.name, terms[0].sql) not in _INDEXED or filters.states or {"record_id", "document_id"} & filters.columns.keys():
        return False
    if filters.words is None or UNSPACED.search(filters.words):
        return True
    answering, texts = archive.one(
        "SELECT (SELECT count(*) FROM search WHERE search MATCH ?), (SELECT coalesce(max(doc), 0) FROM texts)",
        [words_query(filters.words)],
    )
    return bool(answering * _FEW > texts)


def walked(of: Table, filters: Filters, made: Where, terms: Sequence[Term]) -> str:
    """What gives the numbers of the rows that fit by going along an index; `made` then has its parameters in its order.

    What must be asked of other tables is asked of one row after the other; in a join SQLite would go through them first.
    """
    own: list[tuple[str, list[Any]]] = []
    other: list[tuple[str, list[Any]]] = []
    rest = list(made.parameters)
    for condition in made.conditions:
        n = condition.count("?")
        (other if _ELSEWHERE.search(condition) else own).append((condition, rest[:n]))
        del rest[:n]
    made.parameters[:] = [value for _, values in [*own, *other] for value in values]
    inside = " AND ".join(["c.coding = r.coding", chosen(of, filters.run), *(sql for sql, _ in other)])
    conditions = [*(sql for sql, _ in own), f"EXISTS (SELECT 1 FROM all_codings c {' '.join(made.joins)} WHERE {inside})"]
    order = ", ".join(
        str(term._replace(sql="(SELECT document_id FROM all_codings WHERE coding = r.coding)"))
        if term.sql == 'c."document_id"'
        else str(term)
        for term in terms
        if not term.sql.startswith("c.") or term.sql == 'c."document_id"'
    )
    index = _INDEXED[of.name, terms[0].sql]
    return f"SELECT r.row FROM all_{of.name} r INDEXED BY {index} WHERE {' AND '.join(conditions)} ORDER BY {order}"
