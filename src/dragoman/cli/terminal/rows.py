"""Rows on standard output: as text for people, as CSV or JSON lines for programs."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import IO, TYPE_CHECKING, Any

from dragoman.cli.terminal.screen import Screen, number

if TYPE_CHECKING:
    from dragoman.analysis import Row, Table

_WIDEST = 60  # characters of a cell in columns


def emit(tables: Sequence[Table], format: str, *, section: str | None = None) -> None:
    """Write every row of `tables` as `csv` or `jsonl`; with several, `section` is the column that has the table's name.

    Columns of CSV are those of all tables, in the order in which they are met.
    """
    if format == "jsonl":
        _jsonl(tables, section)
    else:
        _csv(tables, section)


def _jsonl(tables: Sequence[Table], section: str | None) -> None:
    import msgspec

    encoder = msgspec.json.Encoder()
    out = binary()
    for table in tables:
        for row in table:
            out.write(encoder.encode({section: table.name, **row} if section else row) + b"\n")
    out.flush()


def _csv(tables: Sequence[Table], section: str | None) -> None:
    names = list(dict.fromkeys(name for table in tables for name in table.names))
    columns = [section, *(n for n in names if n != section)] if section else names
    out = binary()
    writer = csv.writer(_Encoded(out), lineterminator="\n")
    writer.writerow(columns)
    for table in tables:
        for row in table:
            values = {section: table.name, **row} if section else row
            writer.writerow([_cell(values.get(name)) for name in columns])
    out.flush()


class _Encoded:
    """A file for `csv`, over one for bytes."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out

    def write(self, text: str) -> int:
        return self._out.write(text.encode("utf-8", "backslashreplace"))


def _cell(value: Any) -> Any:
    """As `dragoman export` writes it: lists as JSON, unknown as nothing, truth values as true and false."""
    from dragoman.archive.columns import encode_list

    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return encode_list(value) if isinstance(value, list) else value


def binary() -> IO[bytes]:
    """Standard output for bytes: programs get UTF-8 whatever the terminal speaks."""
    sys.stdout.flush()
    return sys.stdout.buffer


def columns(screen: Screen, table: Table) -> None:
    """Rows as aligned columns; on a terminal long cells are cut."""
    from dragoman.analysis.table import cell

    rows = [[" ".join(cell(row.get(name)).split()) for name in table.names] for row in table]
    widest = _WIDEST if screen.is_terminal else None
    cut = [[text if widest is None or len(text) <= widest else text[: widest - 1] + "…" for text in row] for row in rows]
    widths = [max(len(text) for text in column) for column in zip(table.names, *cut, strict=True)] if table.names else []
    screen.pieces((_aligned(table.names, widths), "bold"))
    for row in cut:
        screen.pieces((_aligned(row, widths), ""))


def _aligned(texts: Iterable[str], widths: Sequence[int]) -> str:
    return "  ".join(text.ljust(width) for text, width in zip(texts, widths, strict=True)).rstrip()


def cards(screen: Screen, table: Table, head: Callable[[Row], str]) -> None:
    """Each row with its sentence and where that stands; `head` says the row in a line."""
    for row in table:
        card(screen, row, head(row))


def card(screen: Screen, row: Row, head: str) -> None:
    from dragoman.analysis.wording import source_line, words_of

    screen.line(head, "cyan")
    if row.get("quote"):
        screen.quote(row["quote"])
    screen.line(f"words of {words_of(row)}; {source_line(row)}{_told(row)}", "dim", indent=4)


def conflict(screen: Screen, number: int, row: Row) -> None:
    """A pair of claims: how they stand to each other, then each with who says it and when."""
    from dragoman.analysis.conflicts import sides
    from dragoman.analysis.wording import line

    screen.line(f"{number}. {line('conflicts', row)}", "bold")
    for side in sides(row):
        when = f"{side['when_is']} {side['when']}" if side["when"] else "undated"
        rung = f", rung {side['authority']}" if side["authority"] is not None else ""
        card(screen, side, f"{side['by'] or 'the author'}, {when}{rung}: {side['said']}")


def _told(row: Row) -> str:
    """How many documents tell the same, where the row stands for several."""
    documents, copies = row.get("documents"), row.get("copies")
    if copies:
        return f"; and in {number(copies, 'copy', 'copies')} of the item"
    if not isinstance(documents, int) or documents < 2 or "of_documents" in row:
        return ""
    span = f", {row['first']} to {row['last']}" if row.get("first") and row.get("first") != row.get("last") else ""
    return f"; told by {documents:,} documents{span}"


def footer(screen: Screen, table: Table, documents: int) -> None:
    """`10 of 12 shown`, in how many `documents` was looked, and what else is to be said of the table."""
    more = "; --limit 0 shows all" if len(table) < table.total else ""
    note = f"; {table.note}" if table.note else ""
    screen.line(f"{table.said}, of {number(documents, 'document')} in the archive{more}{note}", "dim")
