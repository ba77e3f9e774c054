"""`dragoman brief`: what the record holds on a state, or between two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.cli.terminal.options import (
    ArchiveOption,
    FormatOption,
    LexiconOption,
    LimitOption,
    OtherArgument,
    StateArgument,
    rows_wanted,
)

if TYPE_CHECKING:
    from dragoman.analysis import Brief, Names, Table
    from dragoman.cli.terminal.screen import Screen

SHOWN = 10  # rows a section


def brief(
    state: StateArgument,
    other: OtherArgument = None,
    /,
    *,
    archive: ArchiveOption = None,
    lexicon: LexiconOption = None,
    format: FormatOption = "text",
    limit: LimitOption = None,
) -> int:
    """A brief on a state, or on a pair, each line with its sentence."""
    from dragoman.cli.terminal.opening import open_archive
    from dragoman.cli.terminal.rows import emit
    from dragoman.cli.terminal.screen import Screen

    with open_archive(archive, lexicon) as opened:
        found = opened.brief(state, other, limit=rows_wanted(limit, format, SHOWN))
        if format == "text":
            show_brief(Screen(), found, opened.names)
        else:
            emit([_named(section, table) for section, table in found.sections.items()], format, section="section")
    return 0


def _named(section: str, table: Table) -> Table:
    from dragoman.analysis import Table as Made

    return Made(section, table.columns, table.rows())


def show_brief(screen: Screen, found: Brief, names: Names) -> None:
    """The whole brief; sections without rows are named at the end, as nothing found is not nothing there."""
    from dragoman.cli.terminal.screen import number

    screen.line(" and ".join(names.titled(code) for code in found.codes), "bold")
    covered = found.coverage[found.codes[0]]
    span = f", published {covered.first} to {covered.last}" if covered.first else ""
    undated = f", {covered.undated:,} undated" if covered.undated else ""
    of_each = (f"{one.spoken:,} are words of {code}, {one.naming:,} speak of it" for code, one in found.coverage.items())
    screen.line(f"{number(covered.documents, 'document')} in the archive{span}{undated}; {'; '.join(of_each)}", "dim")
    for section, table in found.sections.items():
        if len(table):
            _show_section(screen, section, table)
    if empty := [section for section, table in found.sections.items() if not len(table)]:
        screen.line()
        screen.line(f"Nothing in these documents for: {', '.join(empty)}.", "dim")


def _show_section(screen: Screen, section: str, table: Table) -> None:
    from dragoman.analysis.wording import line
    from dragoman.cli.terminal.rows import card, columns, conflict

    screen.heading(section[0].upper() + section[1:], table.said + (f"; {table.note}" if table.note else ""))
    if table.of is None:
        columns(screen, table)
        return
    for place, row in enumerate(table, 1):
        if table.of == "conflicts":
            conflict(screen, place, row)
        else:
            card(screen, row, line(table.of, row))
