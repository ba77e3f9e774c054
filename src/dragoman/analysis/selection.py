"""Any table of an archive, with any filter, as a table that is read when it is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from dragoman.analysis.evidence import BESIDE
from dragoman.analysis.table import Row, Table
from dragoman.archive import EXTRAS, Archive, Filters, count, iterate
from dragoman.archive.columns import BOOLEAN, INTEGER, REAL, Column
from dragoman.archive.filters import EVERYTHING
from dragoman.archive.query import table_of
from dragoman.errors import UsageError
from dragoman.records import RECORDS

UNKNOWN = ("", "null")  # how a value that is not known is written where all values are text
_TRUE, _FALSE = ("true", "yes", "1"), ("false", "no", "0")


class Selection(Table):
    """Rows of one table of an archive that pass `filters`, in `order`, at most `limit` of them from `offset` on.

    Records come with their words and what is known of their document, unless `columns` says what is wanted.
    Raises UsageError for a table or column that there is not.
    """

    def __init__(
        self,
        archive: Archive,
        table: str,
        filters: Filters = EVERYTHING,
        *,
        order: Sequence[str] = (),
        limit: int | None = None,
        offset: int = 0,
        columns: Sequence[str] | None = None,
    ) -> None:
        of = table_of(table)
        self._archive = archive
        self._filters = filters
        self._order = tuple(order)
        self._limit = limit
        self._offset = offset
        self._chosen = None if columns is None else tuple(columns)
        wanted, self._also = _columns(table, columns)
        self._own = [column.name for column in wanted if column.name not in self._also]
        super().__init__(of.name, wanted, self._iterate, of=of.name)

    def _iterate(self) -> Iterator[Row]:
        yield from iterate(
            self._archive, self.name, self._filters, order=self._order, limit=self._limit, offset=self._offset,
            columns=self._own, also=self._also,
        )  # fmt: skip

    def __len__(self) -> int:
        here = max(0, self.total - self._offset)
        return here if self._limit is None else min(here, self._limit)

    @property
    def total(self) -> int:
        if self._total is None:
            self._total = count(self._archive, self.name, self._filters)
        return self._total

    def where(self, **conditions: Any) -> Selection:
        """The rows of these that also pass `conditions`: fields of Filters (`state`, `since`, `outlet` ...) or columns."""
        return self._with(filters=narrowed(self.name, self._filters, conditions))

    def order(self, *columns: str) -> Selection:
        """These rows by `columns`; `-date` for the latest first."""
        return self._with(order=columns)

    def head(self, limit: int = 10) -> Selection:
        """The first `limit` of these rows."""
        return self._with(limit=limit if self._limit is None else min(limit, self._limit))

    def select(self, *columns: str) -> Selection:
        """These rows with these columns alone."""
        return self._with(columns=columns)

    def _with(self, **changed: Any) -> Selection:
        given: dict[str, Any] = {
            "filters": self._filters, "order": self._order, "limit": self._limit, "offset": self._offset,
            "columns": self._chosen,
        }  # fmt: skip
        return Selection(self._archive, self.name, **(given | changed))


def _columns(table: str, names: Sequence[str] | None) -> tuple[list[Column], list[str]]:
    """The columns of a selection, and which of them stand beside the table's own."""
    of = table_of(table)
    beside = list(BESIDE) if table in RECORDS else []
    if names is None:
        return [*of.columns, *beside], [column.name for column in beside]
    found: list[Column] = []
    for name in names:
        column = of.column(name) or next((c for c in beside if c.name == name), None)
        if column is None:
            allowed = ", ".join((*of.names, *(c.name for c in beside)))
            raise UsageError(f"{table} have no column {name!r}; there are: {allowed}")
        found.append(column)
    return found, [column.name for column in found if column.name in EXTRAS and of.column(column.name) is None]


def narrowed(table: str, filters: Filters, conditions: dict[str, Any]) -> Filters:
    """`filters` with `conditions` added: `state` or `states`, any other field of Filters, or a column of the table.

    A name that is both is the column. Raises UsageError for what is neither.
    """
    of = table_of(table)
    fields: dict[str, Any] = {}
    columns: dict[str, Any] = dict(filters.columns)
    for name, value in conditions.items():
        if name in ("state", "states") and of.column(name) is None:
            fields["states"] = [value] if isinstance(value, str) else list(value)
        elif name == "columns":
            columns |= value
        elif of.column(name) is not None and name != "reported_by":
            columns[name] = value
        elif name in Filters.__struct_fields__:
            fields[name] = value
        else:
            allowed = sorted({"state", *Filters.__struct_fields__} - {"columns", "states"})
            raise UsageError(f"{table} have no column {name!r}; there are: {', '.join(of.names)}; and {', '.join(allowed)}")
    return msgspec.structs.replace(filters, columns=columns, **fields)


def typed(table: str, name: str, text: str) -> Any:
    """A value that was given as text, as the column has it: `true`, a number, nothing for "" and `null`."""
    column = table_of(table).column(name)
    if text in UNKNOWN:
        return None
    if column is None:
        return text
    try:
        if column.type == BOOLEAN:
            return _truth(text)
        if column.type == INTEGER:
            return int(text)
        if column.type == REAL:
            return float(text)
    except ValueError as error:
        allowed = {BOOLEAN: "true or false", INTEGER: "a whole number", REAL: "a number"}[column.type]
        raise UsageError(f"{table}.{name}: {text!r} is not {allowed}") from error
    return text


def _truth(text: str) -> bool:
    if text.lower() in _TRUE:
        return True
    if text.lower() in _FALSE:
        return False
    raise ValueError(text)
