"""`dragoman conflicts`: pairs of claims that differ or cannot both hold."""

from __future__ import annotations

from dragoman.cli.terminal.options import ArchiveOption, FormatOption, LexiconOption, LimitOption, StateArgument, rows_wanted

SHOWN = 20


def conflicts(
    state: StateArgument,
    /,
    *,
    archive: ArchiveOption = None,
    lexicon: LexiconOption = None,
    format: FormatOption = "text",
    limit: LimitOption = None,
) -> int:
    """Pairs of claims by or about a state that differ or cannot both hold, or that its aims exclude, with both sentences."""
    from dragoman.cli.terminal.opening import open_archive
    from dragoman.cli.terminal.rows import conflict, emit, footer
    from dragoman.cli.terminal.screen import Screen

    with open_archive(archive, lexicon) as opened:
        found = opened.conflicts(state, limit=rows_wanted(limit, format, SHOWN))
        if format != "text":
            emit([found], format)
            return 0
        screen = Screen()
        for number, row in enumerate(found, 1):
            conflict(screen, number, row)
        footer(screen, found, opened.size)
    return 0
