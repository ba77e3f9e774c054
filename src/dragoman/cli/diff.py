"""`dragoman diff`: what differs between two documents, and which documents are one item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from dragoman.cli.terminal.options import ArchiveOption, FormatOption, LimitOption, rows_wanted

if TYPE_CHECKING:
    from dragoman.analysis.difference import Difference, Piece
    from dragoman.cli.terminal.screen import Screen

SHOWN = 20  # items
_AROUND = 60  # characters of what is the same that are shown on each side of a change


def diff(
    document: Annotated[str | None, Parameter(help="An id, its first 8 characters or more, or a path.")] = None,
    other: Annotated[str | None, Parameter(help="The document to compare it with.")] = None,
    /,
    *,
    archive: ArchiveOption = None,
    format: FormatOption = "text",
    limit: LimitOption = None,
) -> int:
    """The words that differ between two documents; of one document its copies; of none every item with several copies."""
    from dragoman.cli.terminal.opening import open_archive
    from dragoman.cli.terminal.rows import columns, emit, footer
    from dragoman.cli.terminal.screen import Screen

    with open_archive(archive) as opened:
        if document is not None and other is not None:
            found = opened.diff(document, other)
            if format == "text":
                _show(Screen(), found)
            else:
                emit([found.table], format)
            return 0
        table = opened.variants(document, limit=rows_wanted(limit, format, SHOWN))
        if format != "text":
            emit([table], format)
            return 0
        screen = Screen()
        if len(table):
            columns(screen, table)
        footer(screen, table, opened.size)
    return 0


def _show(screen: Screen, found: Difference) -> None:
    from dragoman.analysis.difference import ADDED, SAME, TAKEN
    from dragoman.analysis.wording import source_line
    from dragoman.cli.terminal.screen import number

    for mark, document in (("-", found.old), ("+", found.new)):
        screen.line(f"{mark} {document['document_id']} {source_line(document)}", "bold")
    words = found.words
    screen.line(
        f"{number(words[SAME], 'word')} the same, {words[TAKEN]:,} {TAKEN} [-so-], {words[ADDED]:,} {ADDED} {{+so+}}", "dim"
    )
    last = len(found.pieces) - 1
    said: list[tuple[str, str]] = []
    for place, piece in enumerate(found.pieces):
        if piece.change == SAME:
            said.append((_same(found, piece, place == 0, place == last), ""))
        elif piece.change == TAKEN:
            said.append((f" [-{found.old['text'][slice(*piece.old)]}-] ", "red"))
        else:
            said.append((f" {{+{found.new['text'][slice(*piece.new)]}+}} ", "green"))
    screen.line()
    screen.pieces(*((" ".join(text.split(" ")), style) for text, style in said))


def _same(found: Difference, piece: Piece, first: bool, last: bool) -> str:
    """The words beside the changes; those in between are left out, and how many they are is said."""
    text: str = found.new["text"][slice(*piece.new)]
    before, after = (0 if first else _AROUND), (0 if last else _AROUND)
    if len(text) <= before + after + _AROUND:
        return text
    left_out = len(text[before : len(text) - after].split())
    return f"{text[:before]} […{left_out:,} words…] {text[len(text) - after :]}"
