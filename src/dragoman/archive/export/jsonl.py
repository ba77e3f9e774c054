"""JSON lines: an object a row, lists as lists, unknown as null."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from dragoman.archive.columns import Column
from dragoman.archive.export.form import Form, Rows


def write(path: Path, columns: Sequence[Column], rows: Rows) -> int:
    count = 0
    encoder = msgspec.json.Encoder()
    with path.open("wb") as file:
        for row in rows:
            file.write(encoder.encode({column.name: row[column.name] for column in columns}) + b"\n")
            count += 1
    return count


FORM = Form(write)
