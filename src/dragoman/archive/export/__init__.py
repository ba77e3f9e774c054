"""The archive as files: one of each table."""

from __future__ import annotations

from pathlib import Path

from dragoman.archive.columns import TABLES, TEXT, Column
from dragoman.archive.export import csv, jsonl, parquet
from dragoman.archive.export.form import Form
from dragoman.archive.filters import Filters
from dragoman.archive.query import iterate
from dragoman.archive.store import Archive
from dragoman.errors import ArchiveError, UsageError
from dragoman.records import RECORDS

# A format is a file here and a line in this table.
EXPORTERS: dict[str, Form] = {"jsonl": jsonl.FORM, "csv": csv.FORM, "parquet": parquet.FORM}

_QUOTE = Column("quote", TEXT)


def export(archive: Archive, format: str, out_dir: str | Path, run: str | None = None) -> dict[str, int]:
    """Write `<table>.<format>` for every table into `out_dir` and tell how many rows each has.

    The newest coding of each document, or that of `run`; records with `quote`, the words they rest on. The order
    depends on contents alone. All files stand for one moment, and old ones give way only when all new ones are
    whole. Raises UsageError for an unknown format or run, ArchiveError where the folder cannot be written.
    """
    if format not in EXPORTERS:
        raise UsageError(f"no export format {format!r}; there are: {', '.join(EXPORTERS)}")
    form, folder = EXPORTERS[format], Path(out_dir)
    form.ready()
    archive.check_run(run)
    counts: dict[str, int] = {}
    written: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with archive.snapshot():
            for name, table in TABLES.items():
                target = folder / f"{name}.{format}"
                part = folder / f".{name}.{format}.part"
                written.append((part, target))
                also, columns = (("quote",), (*table.columns, _QUOTE)) if name in RECORDS else ((), table.columns)
                counts[name] = form.write(part, columns, iterate(archive, name, Filters(run=run), also=also))
        for part, target in written:
            part.replace(target)
    except OSError as error:
        raise ArchiveError(f"cannot write to {folder}: {error.strerror or error}") from error
    finally:
        for part, _ in written:
            part.unlink(missing_ok=True)
    return counts


__all__ = ["EXPORTERS", "Form", "export"]
