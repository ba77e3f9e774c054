"""`dragoman people`: the persons of a state, and which names may be one person."""

from __future__ import annotations

from dragoman.cli.terminal.options import ArchiveOption, FormatOption, LexiconOption, LimitOption, StateArgument, rows_wanted

SHOWN = 50


def people(
    state: StateArgument,
    /,
    *,
    archive: ArchiveOption = None,
    lexicon: LexiconOption = None,
    format: FormatOption = "text",
    limit: LimitOption = None,
) -> int:
    """Persons named with an office of a state, with the dates texts give, and names that may be one person, with reasons."""
    from dragoman.analysis.wording import line
    from dragoman.cli.terminal.opening import open_archive
    from dragoman.cli.terminal.rows import cards, emit, footer
    from dragoman.cli.terminal.screen import Screen

    with open_archive(archive, lexicon) as opened:
        found = opened.people(state, limit=rows_wanted(limit, format, SHOWN))
        if format != "text":
            emit([found.persons, found.proposed], format, section="section")
            return 0
        screen = Screen()
        cards(screen, found.persons, lambda row: line("people", row))
        footer(screen, found.persons, opened.size)
        if len(found.proposed):
            screen.heading("May be one person", found.proposed.said)
            for row in found.proposed:
                screen.line(line("proposed", row))
    return 0
