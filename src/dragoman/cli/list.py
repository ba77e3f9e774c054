"""`dragoman list`: registers, each row with its sentence."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import Parameter

from dragoman.cli.terminal.options import (
    ArchiveOption,
    FormatOption,
    LexiconOption,
    LimitOption,
    OtherArgument,
    SinceOption,
    StateArgument,
    UntilOption,
    rows_wanted,
)

SHOWN = 50
# Those of `dragoman.analysis.REGISTERS`, which `--help` must not load; a test holds the two together.
RegisterName = Literal["visits", "gifts", "credentials", "letters", "agreements", "memberships", "statements", "designations"]


def list_(
    register: Annotated[RegisterName, Parameter(help="What to list.")],
    state: StateArgument,
    other: OtherArgument = None,
    /,
    *,
    archive: ArchiveOption = None,
    lexicon: LexiconOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    min_authority: Annotated[
        str | None,
        Parameter(name="--min-authority", help="Of statements: this rung and higher ones, as 3 or ministry-statement."),
    ] = None,
    format: FormatOption = "text",
    limit: LimitOption = None,
) -> int:
    """Every visit, gift, credential, letter, agreement, membership or statement of a state, or what it is called."""
    from dragoman.analysis.wording import line
    from dragoman.cli.terminal.opening import open_archive
    from dragoman.cli.terminal.rows import cards, emit, footer
    from dragoman.cli.terminal.screen import Screen

    with open_archive(archive, lexicon) as opened:
        found = opened.register(
            register, state, other, since=since, until=until, min_authority=min_authority,
            limit=rows_wanted(limit, format, SHOWN),
        )  # fmt: skip
        if format != "text":
            emit([found], format)
            return 0
        screen = Screen()
        cards(screen, found, lambda row: line(found.of or "register", row))
        footer(screen, found, opened.size)
    return 0
