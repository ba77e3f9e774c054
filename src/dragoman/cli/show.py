"""`dragoman show`: a document with its records marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from dragoman.cli.terminal.options import ArchiveOption, RunOption

if TYPE_CHECKING:
    from dragoman.analysis import Shown
    from dragoman.cli.terminal.screen import Screen

_HEAD = (
    "kind", "published", "published_candidates", "outlet", "publisher", "speaker_name", "speaker_office", "speaker_state",
    "addressee", "authority", "language", "reported_by", "source_path", "document_id",
)  # fmt: skip


def show(
    document: Annotated[str, Parameter(help="An id, its first 8 characters or more, or a path as it was read.")],
    /,
    *,
    archive: ArchiveOption = None,
    run: RunOption = None,
    format: Annotated[Literal["text", "html", "json"], Parameter(help="html is one page that needs nothing else.")] = "text",
) -> int:
    """The text of a document with its records marked; of a path that holds several documents, all of them."""
    from dragoman import analysis
    from dragoman.cli.terminal.opening import open_archive
    from dragoman.cli.terminal.screen import Screen
    from dragoman.errors import UsageError

    with open_archive(archive) as opened:
        ids = analysis.find(opened.store, document)
        if format == "html" and len(ids) > 1:
            raise UsageError(f"{document!r} is {len(ids)} documents, and a page shows one; give one of: {', '.join(ids)}")
        screen = Screen()
        for number, document_id in enumerate(ids):
            found = analysis.shown(opened.store, document_id, run=run)
            if format == "text":
                if number:
                    screen.line()
                _show(screen, found)
            else:
                _write(found, format)
    return 0


def _write(found: Shown, format: str) -> None:
    import msgspec

    from dragoman.cli.terminal.rows import binary

    out = binary()
    out.write(found.html().encode("utf-8", "replace") if format == "html" else msgspec.json.encode(found.data()) + b"\n")
    out.flush()


def _show(screen: Screen, found: Shown) -> None:
    from dragoman.analysis.table import cell
    from dragoman.cli.terminal.screen import number

    screen.line(str(found.document.get("title") or found.document["source_path"]), "bold")
    known = [(name, found.document[name]) for name in _HEAD if found.document[name] not in (None, "", [])]
    screen.line("; ".join(f"{name.replace('_', ' ')}: {cell(value)}" for name, value in known), "dim")
    screen.line()
    screen.pieces(*_marked(found))
    screen.line()
    records = sum(len(mark.records) for mark in found.marks)
    screen.line(f"{number(records, 'record')} on {number(len(found.marks), 'stretch', 'stretches')} of the text", "bold")
    for mark in found.marks:
        for line in mark.lines:
            screen.line(f"[{mark.number}] {line}", indent=2)


def _marked(found: Shown) -> list[tuple[str, str]]:
    """The text with the number of each mark where it begins and a bracket around it, underlined on a terminal."""
    pieces: list[tuple[str, str]] = []
    before: tuple[int, ...] = ()
    for segment in found.segments():
        pieces += [("⟧", "cyan") for number in before if number not in segment.marks]
        pieces += [(f"⟦{number} ", "cyan") for number in segment.marks if number not in before]
        pieces.append((segment.text, "underline" if segment.marks else ""))
        before = segment.marks
    return [*pieces, *(("⟧", "cyan") for _ in before)]
