"""`dragoman sql`: one SELECT over the tables."""

from __future__ import annotations

import sys
from typing import Annotated

from cyclopts import Parameter

from dragoman.cli.terminal.options import ArchiveOption, FormatOption, LimitOption, RunOption, rows_wanted

SHOWN = 200


def sql(
    select: Annotated[str, Parameter(help="One SELECT. Lists are JSON text: json_each(source) opens them.")],
    /,
    *,
    archive: ArchiveOption = None,
    run: RunOption = None,
    format: FormatOption = "text",
    limit: LimitOption = None,
) -> int:
    """Read-only SQL over the tables of the record, and `parties`: who takes part in which record."""
    from dragoman.archive.sql import ROWS
    from dragoman.cli.terminal.opening import open_archive
    from dragoman.cli.terminal.rows import columns, emit
    from dragoman.cli.terminal.screen import Screen

    with open_archive(archive) as opened:
        found = opened.sql(select, run=run, limit=rows_wanted(limit, format, SHOWN) or ROWS)
    if format == "text":
        columns(Screen(), found)
    else:
        emit([found], format)
    Screen(sys.stderr).line(f"{len(found):,} rows" + (f"; {found.note}; --limit 0 for {ROWS:,}" if found.note else ""), "dim")
    return 0
