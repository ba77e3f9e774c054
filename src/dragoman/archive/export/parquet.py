"""Parquet, for pandas, polars, DuckDB, Spark. Needs pyarrow."""

from __future__ import annotations

import importlib
import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dragoman.archive.columns import BOOLEAN, INTEGER, LIST, REAL, TEXT, Column
from dragoman.archive.export.form import Form, Rows
from dragoman.errors import UsageError

_BATCH = 5_000  # rows held in memory at once


def _pyarrow(module: str = "pyarrow") -> Any:
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow: pip install dragoman[arrow]") from error


def schema(columns: Sequence[Column]) -> Any:
    """The Arrow schema of a table; every column may be null."""
    arrow = _pyarrow()
    kinds = {
        TEXT: arrow.string(), INTEGER: arrow.int64(), REAL: arrow.float64(), BOOLEAN: arrow.bool_(),
        LIST: arrow.list_(arrow.string()),
    }  # fmt: skip
    return arrow.schema([arrow.field(column.name, kinds[column.type]) for column in columns])


def write(path: Path, columns: Sequence[Column], rows: Rows) -> int:
    arrow, parquet = _pyarrow(), _pyarrow("pyarrow.parquet")
    made, source, count = schema(columns), iter(rows), 0
    with parquet.ParquetWriter(path, made) as writer:
        while batch := list(itertools.islice(source, _BATCH)):
            writer.write_table(arrow.Table.from_pylist(batch, schema=made))
            count += len(batch)
    return count


def ready() -> None:
    _pyarrow("pyarrow.parquet")


FORM = Form(write, ready)
