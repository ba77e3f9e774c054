"""`dragoman relations`: relations as they stood on a day, or their whole history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

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
    from dragoman.analysis import Row
    from dragoman.cli.terminal.screen import Screen

SHOWN = 50
SENTENCES = 3  # of one relation


def relations(
    state: StateArgument,
    other: OtherArgument = None,
    /,
    *,
    on: Annotated[str | None, Parameter(name="--on", help="A day, such as 1992-01-01. Default: the whole history.")] = None,
    archive: ArchiveOption = None,
    lexicon: LexiconOption = None,
    format: FormatOption = "text",
    limit: LimitOption = None,
) -> int:
    """Relations of a state, or between two, as they stood on a day, or all that became of them, with the sentences."""
    from dragoman.analysis.wording import line
    from dragoman.cli.terminal.opening import open_archive
    from dragoman.cli.terminal.rows import card, emit, footer
    from dragoman.cli.terminal.screen import Screen

    with open_archive(archive, lexicon) as opened:
        found = opened.standing(state, other, on=on, limit=rows_wanted(limit, format, SHOWN))
        if format != "text":
            emit([found], format)
            return 0
        screen = Screen()
        for row in found:
            if on is None:
                card(screen, row, line("relations_history", row))
            else:
                _stood(screen, row, line("relations_on", row))
        footer(screen, found, opened.size)
    return 0


def _stood(screen: Screen, row: Row, head: str) -> None:
    """A relation with the sentences that it rests on."""
    from dragoman.cli.terminal.screen import number

    screen.line(head, "cyan")
    shown = list(zip(row["quotes"], row["sources"], strict=True))
    for quote, source in shown[:SENTENCES]:
        screen.quote(quote)
        screen.line(source, "dim", indent=4)
    if len(shown) > SENTENCES:
        more = number(len(shown) - SENTENCES, "more sentence")
        screen.line(f"and {more} of {number(row['documents'], 'document')}; see --format jsonl", "dim", indent=4)
