"""Going on behind a row: its place in an order, and the SQL condition for all that comes after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from dragoman.errors import UsageError

Position = tuple[Any, ...]  # the values of the terms of an order, as stored


class Term(NamedTuple):
    """An expression to order by. What is unknown comes first upwards and last downwards, as SQLite has it."""

    sql: str
    descending: bool

    def __str__(self) -> str:
        return f"{self.sql} DESC" if self.descending else self.sql


class Condition(NamedTuple):
    """A condition in SQL, and its parameters."""

    sql: str
    parameters: list[Any]


def beyond(terms: Sequence[Term], place: Position) -> list[list[Condition]]:
    """The rows behind `place` in the order of `terms`, in one part or two that follow each other; of each the conditions.

    Raises UsageError for a place that does not fit the terms.
    """
    if len(place) != len(terms):
        raise UsageError(f"a place of {len(place)} values does not fit an order of {len(terms)}")
    condition, values = "0", list[Any]()
    for term, value in reversed(list(zip(terms, place, strict=True))):
        behind, given = _behind(term, value)
        condition = f"({behind} OR {term.sql} IS ? AND {condition})"
        values = [*given, value, *values]
    # What also follows for the first term alone: SQLite finds with it where in an index to begin, and not with an OR.
    first, value = terms[0], place[0]
    if value is None:
        return [[Condition(condition, values)]]
    bound = f"{first.sql} {'<=' if first.descending else '>='} ?"
    known = [Condition(bound, [value]), Condition(condition, values)]
    return [known, [Condition(f"{first.sql} IS NULL", [])]] if first.descending else [known]


def _behind(term: Term, value: Any) -> tuple[str, list[Any]]:
    if value is None:
        return ("0" if term.descending else f"{term.sql} IS NOT NULL"), []
    if term.descending:
        return f"({term.sql} < ? OR {term.sql} IS NULL)", [value]
    return f"{term.sql} > ?", [value]
