"""`dragoman timeline`: events in the order of their dates."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dragoman.cli.terminal.options import (
    ArchiveOption,
    FormatOption,
    LexiconOption,
    LimitOption,
    OtherArgument,
    ReportedByOption,
    RunOption,
    SinceOption,
    StateArgument,
    UntilOption,
    rows_wanted,
)

SHOWN = 50


def timeline(
    state: StateArgument,
    other: OtherArgument = None,
    /,
    *,
    archive: ArchiveOption = None,
    lexicon: LexiconOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    event: Annotated[list[str] | None, Parameter(negative=(), help="A type of event (SANCTION). May be repeated.")] = None,
    mode: Annotated[list[str] | None, Parameter(negative=(), help="A mode (visit). May be repeated.")] = None,
    modality: Annotated[
        list[str] | None,
        Parameter(negative=(), help="actual, planned, conditional, hypothetical, negated. May be repeated."),
    ] = None,
    reported_by: ReportedByOption = None,
    run: RunOption = None,
    format: FormatOption = "text",
    limit: LimitOption = None,
) -> int:
    """The dated events of a state, or between two, oldest first; a limit keeps the latest."""
    from dragoman.analysis.wording import line
    from dragoman.cli.terminal.opening import open_archive
    from dragoman.cli.terminal.options import checked
    from dragoman.cli.terminal.rows import cards, emit, footer
    from dragoman.cli.terminal.screen import Screen

    kinds = [kind.upper() for kind in event or []]
    checked("event", kinds, _events())
    checked("modality", modality or [], _modalities())
    with open_archive(archive, lexicon) as opened:
        found = opened.timeline(
            state, other, since=since, until=until, event=kinds, mode=mode or [], modality=modality or [],
            reported_by=reported_by, run=run, limit=rows_wanted(limit, format, SHOWN),
        )  # fmt: skip
        if format != "text":
            emit([found], format)
            return 0
        screen = Screen()
        cards(screen, found, lambda row: line("events", row))
        footer(screen, found, opened.size)
    return 0


def _events() -> list[str]:
    from dragoman.lexicon.ontology import event_types

    return list(event_types())


def _modalities() -> tuple[str, ...]:
    from dragoman.records.event import MODALITIES

    return MODALITIES
