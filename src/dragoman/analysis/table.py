"""What analysis gives: rows with the same columns, and how many there would be in all."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from dragoman.archive.columns import BOOLEAN, INTEGER, LIST, REAL, TEXT, Column
from dragoman.errors import UsageError

Row = dict[str, Any]

_PREVIEW = 20  # rows in a notebook
_LONGEST = 300  # characters of a cell in a notebook


class Table:
    """Rows as dictionaries, as often as they are asked for; where `rows` is a function, read anew each time.

    `len` is how many rows there are here, `total` how many there would be without a limit; `note` says what a reader
    must know beside them (how many have no date, say). A function gives all of `total`. `of` is the table of records that
    the rows are, if they are records; `register` for entries of a register.
    """

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        rows: Sequence[Row] | Callable[[], Iterable[Row]],
        *,
        total: int | None = None,
        note: str | None = None,
        of: str | None = None,
    ) -> None:
        self.name = name
        self.of = of
        self.columns = tuple(columns)
        self.note = note
        self._rows = rows
        self._total = total

    def __iter__(self) -> Iterator[Row]:
        yield from self._rows() if callable(self._rows) else self._rows

    def __len__(self) -> int:
        if not callable(self._rows):
            return len(self._rows)
        if self._total is None:
            self._total = sum(1 for _ in self)
        return self._total

    @property
    def total(self) -> int:
        return len(self) if self._total is None else self._total

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    @property
    def said(self) -> str:
        """`10 of 12 shown`."""
        return f"{len(self):,} of {self.total:,} shown"

    def rows(self) -> list[Row]:
        return list(iter(self))  # of the table itself `list` would first ask how long it is, which may have to be counted

    def arrow(self) -> Any:
        """A `pyarrow.Table`. Raises UsageError where pyarrow is not installed."""
        pyarrow = extra("pyarrow")
        return pyarrow.Table.from_pylist(self.rows(), schema=pyarrow.schema(self._fields(pyarrow)))

    def pandas(self) -> Any:
        """A `pandas.DataFrame`; lists stay lists. Raises UsageError where pandas is not installed."""
        return extra("pandas").DataFrame(self.rows(), columns=list(self.names))

    def polars(self) -> Any:
        """A `polars.DataFrame`. Raises UsageError where polars is not installed."""
        polars = extra("polars")
        kinds = {
            TEXT: polars.String, INTEGER: polars.Int64, REAL: polars.Float64, BOOLEAN: polars.Boolean,
            LIST: polars.List(polars.String),
        }  # fmt: skip
        return polars.DataFrame(self.rows(), schema={c.name: kinds[c.type] for c in self.columns}, strict=False)

    def _fields(self, pyarrow: Any) -> list[Any]:
        kinds = {
            TEXT: pyarrow.string(), INTEGER: pyarrow.int64(), REAL: pyarrow.float64(), BOOLEAN: pyarrow.bool_(),
            LIST: pyarrow.list_(pyarrow.string()),
        }  # fmt: skip
        return [pyarrow.field(column.name, kinds[column.type]) for column in self.columns]

    def __repr__(self) -> str:
        note = f"; {self.note}" if self.note else ""
        return f"<{self.name}: {self.said}{note}; columns {', '.join(self.names)}>"

    def _repr_html_(self) -> str:
        """The first rows as an HTML table; everything that comes from a text is escaped."""
        shown = [row for row, _ in zip(self, range(_PREVIEW), strict=False)]
        head = "".join(f"<th>{escape(name)}</th>" for name in self.names)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(cell(row.get(name), _LONGEST))}</td>" for name in self.names) + "</tr>"
            for row in shown
        )
        caption = f"{self.name}: {len(shown):,} of {self.total:,} shown" + (f"; {self.note}" if self.note else "")
        return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def cell(value: Any, longest: int | None = None) -> str:
    """A value in words: lists with commas, nothing for what is unknown, cut to `longest` characters."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    said = ", ".join(cell(item) for item in value) if isinstance(value, (list, tuple)) else str(value)
    return said if longest is None or len(said) <= longest else said[: longest - 1] + "…"


def extra(module: str) -> Any:
    """A module of the extra `arrow`. Raises UsageError that names the extra."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise UsageError(f"this needs {module}: pip install dragoman[arrow]") from error


def infer(rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> tuple[Column, ...]:
    """Columns for rows of unknown types, from the values: what is mixed is text."""
    found = []
    for name in names:
        kinds = {type(row[name]) for row in rows if row.get(name) is not None}
        found.append(Column(name, _KINDS.get(frozenset(kinds), TEXT)))
    return tuple(found)


_KINDS: dict[frozenset[type], str] = {
    frozenset({int}): INTEGER,
    frozenset({float}): REAL,
    frozenset({int, float}): REAL,
    frozenset({bool}): BOOLEAN,
    frozenset({list}): LIST,
}
