"""`dragoman explain`: what made a record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from dragoman.cli.terminal.options import ArchiveOption, LexiconOption

if TYPE_CHECKING:
    from dragoman.cli.terminal.screen import Screen
    from dragoman.flow.explaining import Explanation


def explain(
    record_id: Annotated[str, Parameter(help="Id of a record, as in the column record_id of any table.")],
    /,
    *,
    archive: ArchiveOption = None,
    lexicon: LexiconOption = None,
    format: Annotated[Literal["text", "json"], Parameter(name="--format", help="How it is written.")] = "text",
) -> int:
    """What made a record: its rule, the words that matched, the part that each plays, and the parse of its sentence."""
    import msgspec

    from dragoman.cli.terminal.opening import open_archive
    from dragoman.cli.terminal.rows import binary
    from dragoman.cli.terminal.screen import Screen

    with open_archive(archive) as opened:
        found = opened.explain(record_id, lexicons=list[Path](lexicon or []))
    if format == "json":
        out = binary()
        out.write(msgspec.json.encode(msgspec.to_builtins(found)) + b"\n")
        out.flush()
    else:
        _show(Screen(), found)
    return 0


def _show(screen: Screen, found: Explanation) -> None:
    from dragoman.analysis.wording import line
    from dragoman.cli.terminal.rows import card
    from dragoman.flow.explaining import drawn

    card(screen, found.record, f"{found.table}: {line(found.table, found.record)}")
    if found.rule:
        screen.pieces(("rule  ", "bold"), (found.rule, ""))
    for change in found.changes:
        screen.line(change, indent=6)
    for source in found.sources:
        words = f": {', '.join(f'“{word}”' for word in source.words)}" if source.words else ""
        screen.line(f"{source.where or 'in no file'}  {source.entry}{words}", indent=6)
    if found.parts:
        screen.line("words", "bold")
    width = max((len(part.role) for part in found.parts), default=0)
    for part in found.parts:
        place = f" [{part.start}, {part.end})" if part.start is not None else ""
        said = f"“{part.text}”{place}{' = ' if part.means else ''}" if part.text else ""
        screen.pieces((f"      {part.role.ljust(width)}  {said}{part.means}", ""))
    if found.sentence is not None:
        screen.line("sentence", "bold")
        screen.quote(found.sentence, indent=6)
        screen.line("parse", "bold")
    for drawn_line in drawn(found.tree):
        screen.pieces((f"      {drawn_line}", ""))
    if found.note:
        screen.line(found.note, "dim")
