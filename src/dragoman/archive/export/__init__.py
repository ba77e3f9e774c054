"""The archive as files: one of each table, or its events as other data sets have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from dragoman.archive.columns import TABLES, TEXT, Column
from dragoman.archive.export import csv, gdelt, jsonl, parquet, plover, polecat
from dragoman.archive.export.events import Left, Told, told
from dragoman.archive.export.form import Form
from dragoman.archive.filters import Filters
from dragoman.archive.query import iterate
from dragoman.archive.store import Archive
from dragoman.errors import ArchiveError, UsageError
from dragoman.records import RECORDS

# A format is a file here and a line in this table.
EXPORTERS: dict[str, Form] = {
    "jsonl": jsonl.FORM,
    "csv": csv.FORM,
    "parquet": parquet.FORM,
    "plover": plover.FORM,
    "polecat": polecat.FORM,
    "gdelt": gdelt.FORM,
}

_QUOTE = Column("quote", TEXT)
_LEFT = (Column("record_id", TEXT), Column("reason", TEXT))
Write = Callable[[Path], int]


def export(archive: Archive, format: str, out_dir: str | Path, run: str | None = None) -> dict[str, int]:
    """Write the files of a format into `out_dir` and tell how many rows each table has, or each file of events.

    A file `<table>.<format>` for every table, records with `quote`, the words they rest on; or the events alone, and
    beside them `events.<format>.left.csv` with those that the format cannot hold and why. The newest coding of each
    document, or that of `run`. The order depends on contents alone. All files stand for one moment, and old ones give
    way only when all new ones are whole. Raises UsageError for an unknown format or run, ArchiveError where the folder
    cannot be written.
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
            for name, file, write in _files(archive, form, format, run):
                target, part = folder / file, folder / f".{file}.part"
                written.append((part, target))
                counts[name] = write(part)
        for part, target in written:
            part.replace(target)
    except OSError as error:
        raise ArchiveError(f"cannot write to {folder}: {error.strerror or error}") from error
    finally:
        for part, _ in written:
            part.unlink(missing_ok=True)
    return counts


def _files(archive: Archive, form: Form, format: str, run: str | None) -> Iterator[tuple[str, str, Write]]:
    """The files of a format: what each is counted under, its name, and what writes it."""
    if not form.events:
        for name in TABLES:
            yield name, f"{name}.{format}", lambda part, name=name: _table(archive, form, name, part, run)  # type: ignore[misc]
        return
    for name, write in form.events.items():
        yield name, name, lambda part, write=write: write(part, _told(archive, form, run))  # type: ignore[misc]
    left = f"events.{format}.left.csv"
    yield left, left, lambda part: csv.write(part, _LEFT, _left(archive, form, run))


def _table(archive: Archive, form: Form, name: str, part: Path, run: str | None) -> int:
    also, columns = (("quote",), (*TABLES[name].columns, _QUOTE)) if name in RECORDS else ((), TABLES[name].columns)
    return form.write(part, columns, iterate(archive, name, Filters(run=run), also=also))


def _told(archive: Archive, form: Form, run: str | None) -> Iterator[Told]:
    return (one for one in _each(archive, form, run) if isinstance(one, Told))


def _left(archive: Archive, form: Form, run: str | None) -> Iterator[dict[str, str]]:
    return (one._asdict() for one in _each(archive, form, run) if isinstance(one, Left))


def _each(archive: Archive, form: Form, run: str | None) -> Iterator[Told | Left]:
    """Every event, as it is told in a format or with the reason why it is not."""
    for one in told(archive, run, dated=form.dated):
        reason = form.lacks(one) if isinstance(one, Told) else None
        yield one if reason is None or isinstance(one, Left) else Left(one.row["record_id"], reason)


__all__ = ["EXPORTERS", "Form", "export"]
