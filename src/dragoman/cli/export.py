"""`dragoman export`: every table as a file, or the events as other data sets have them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from dragoman.cli.terminal.options import ArchiveOption, RunOption

# Those of `dragoman.archive.export.EXPORTERS`, which `--help` must not load; a test holds the two together.
ExportFormat = Literal["jsonl", "csv", "parquet", "plover", "polecat", "gdelt"]


def export(
    *,
    out: Annotated[Path, Parameter(help="Folder to write the files into; made if there is none.")],
    format: Annotated[
        ExportFormat, Parameter(help="What to write; docs/exports.md. Parquet needs the extra `arrow`.")
    ] = "jsonl",
    archive: ArchiveOption = None,
    run: RunOption = None,
) -> int:
    """Write every table to a file, each record with the words it rests on; or the events alone in a format of events."""
    from dragoman.cli.terminal.opening import open_archive
    from dragoman.cli.terminal.screen import Screen

    with open_archive(archive) as opened:
        counts = opened.export(out, format, run=run)
    screen = Screen()
    for name, rows in counts.items():
        screen.pieces((f"{rows:>12,}  {out / (name if '.' in name else f'{name}.{format}')}", ""))
    return 0
