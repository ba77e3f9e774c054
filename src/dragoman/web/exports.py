"""Rows as a file that a browser keeps."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
from fastapi import Response
from starlette.background import BackgroundTask
from starlette.responses import FileResponse

from dragoman.analysis import Table
from dragoman.archive.columns import Column
from dragoman.archive.export import EXPORTERS
from dragoman.errors import UsageError

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "svg": "image/svg+xml",
}


def forms() -> tuple[str, ...]:
    """The forms in which rows can be had here: Parquet needs pyarrow."""
    return ("csv", "json", "parquet") if find_spec("pyarrow") else ("csv", "json")


def exported(name: str, table: Table, form: str) -> Response:
    """All rows of `table` as a file `name.form`. Raises UsageError for a form that there is not."""
    if form not in ("csv", "json", "parquet"):
        raise UsageError(f"no form {form!r}; there are: {', '.join((*forms(), 'svg for charts'))}")
    with tempfile.NamedTemporaryFile(prefix="dragoman-", suffix=f".{form}", delete=False) as file:
        path = Path(file.name)
    try:
        if form == "json":
            _write_json(path, table.names, table)
        else:
            EXPORTERS[form].ready()
            EXPORTERS[form].write(path, table.columns, _whole(table.columns, table))
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return FileResponse(
        path, media_type=TYPES[form], filename=f"{name}.{form}", background=BackgroundTask(path.unlink, missing_ok=True)
    )


def _whole(columns: Sequence[Column], rows: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    for row in rows:
        yield {column.name: row.get(column.name) for column in columns}


def _write_json(path: Path, names: Sequence[str], rows: Iterable[dict[str, Any]]) -> None:
    encoder, first = msgspec.json.Encoder(), True
    with path.open("wb") as file:
        file.write(b"[")
        for row in rows:
            file.write(b"\n" if first else b",\n")
            file.write(encoder.encode({name: row.get(name) for name in names}))
            first = False
        file.write(b"\n]\n")


def attached(content: str, name: str, kind: str) -> Response:
    """Text as a file."""
    head = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=kind, headers=head)


__all__ = ["TYPES", "attached", "exported", "forms"]
