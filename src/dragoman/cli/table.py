"""`dragoman table`: any table, any filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from dragoman.cli.terminal.options import (
    ArchiveOption,
    FormatOption,
    LexiconOption,
    LimitOption,
    OutletOption,
    ReportedByOption,
    RunOption,
    SinceOption,
    UntilOption,
    rows_wanted,
)
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.analysis import Table
    from dragoman.cli.terminal.screen import Screen

SHOWN = 50


def table(
    name: Annotated[
        str, Parameter(help="events, positions, principles, claims, citations, relations, competences, documents ...")
    ],
    /,
    *where: Annotated[str, Parameter(help="COLUMN=VALUE: event=SANCTION, target=USA, denied=true, topic=null.")],
    archive: ArchiveOption = None,
    lexicon: LexiconOption = None,
    state: Annotated[
        list[str] | None,
        Parameter(negative=(), help="Who takes part: a code or name. Twice: records between the two."),
    ] = None,
    role: Annotated[str | None, Parameter(help="In which column --state takes part: source, target, holder ...")] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    document_kind: Annotated[str | None, Parameter(help="The kind of the document: statement, interview ...")] = None,
    outlet: OutletOption = None,
    reported_by: ReportedByOption = None,
    run: RunOption = None,
    order: Annotated[
        list[str] | None, Parameter(negative=(), help="A column to sort by; -date: latest first.", allow_leading_hyphen=True)
    ] = None,
    columns: Annotated[str | None, Parameter(help="The columns to show, with commas between them.")] = None,
    format: FormatOption = "text",
    limit: LimitOption = None,
    **column: Annotated[list[str], Parameter(negative=(), help="Any column of the table and the value it must have.")],
) -> int:
    """Rows of a table, filtered by any column, party, date, document or run."""
    from dragoman.analysis.selection import typed
    from dragoman.cli.terminal.opening import open_archive
    from dragoman.cli.terminal.rows import emit

    wanted = [tuple(pair) for key, values in column.items() for pair in ((key.replace("-", "_"), v) for v in values)]
    wanted += [_pair(given) for given in where]
    values: dict[str, Any] = {}
    for key, text in wanted:
        values.setdefault(key, []).append(typed(name, key, text))
    given = {
        "role": role, "since": since, "until": until, "document_kind": document_kind, "outlet": outlet, "run": run,
    }  # fmt: skip
    values |= {key: value for key, value in given.items() if value is not None}
    with open_archive(archive, lexicon) as opened:
        if reported_by is not None:
            values["reported_by"] = opened.resolve(reported_by)
        found = opened.table(name, state=state, order=order or [], limit=rows_wanted(limit, format, SHOWN), **values)
        if columns is not None:
            found = found.select(*(one.strip() for one in columns.split(",")))
        if format != "text":
            emit([found], format)
        else:
            _show(found, columns is not None, opened.size)
    return 0


def _pair(given: str) -> tuple[str, str]:
    key, equals, value = given.partition("=")
    if not equals or not key:
        raise UsageError(f"{given!r} is not COLUMN=VALUE; write event=SANCTION, or target=null for what is unknown")
    return key.strip().replace("-", "_"), value


def _show(found: Table, chosen: bool, documents: int) -> None:
    from dragoman.analysis.wording import line
    from dragoman.cli.terminal.rows import card, columns, footer
    from dragoman.cli.terminal.screen import Screen
    from dragoman.records import RECORDS

    screen = Screen()
    if chosen:
        columns(screen, found)
    else:
        for row in found:
            if found.name in RECORDS:
                card(screen, row, line(found.name, row))
            else:
                _plain(screen, found.name, row)
    footer(screen, found, documents)


def _plain(screen: Screen, name: str, row: dict[str, Any]) -> None:
    from dragoman.analysis.wording import line

    screen.line(line(name, row), "cyan")
    if name == "documents":
        screen.line(f"{row['document_id']} {row['source_path']}", "dim", indent=4)
