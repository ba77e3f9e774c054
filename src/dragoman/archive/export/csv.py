"""CSV in UTF-8: lists as JSON, unknown as nothing, truth values as true and false."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dragoman.archive.columns import BOOLEAN, LIST, Column, encode_list
from dragoman.archive.export.form import Form, Rows


def write(path: Path, columns: Sequence[Column], rows: Rows) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([column.name for column in columns])
        for row in rows:
            writer.writerow([_cell(row[column.name], column.type) for column in columns])
            count += 1
    return count


def _cell(value: Any, kind: str) -> Any:
    if value is None:
        return ""
    if kind == LIST:
        return encode_list(value)
    if kind == BOOLEAN:
        return "true" if value else "false"
    return value


FORM = Form(write)
