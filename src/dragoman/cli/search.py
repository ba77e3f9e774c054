"""`dragoman search`: full text, with the denominator."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dragoman.cli.terminal.options import (
    ArchiveOption,
    FormatOption,
    LexiconOption,
    LimitOption,
    OutletOption,
    RunOption,
    SinceOption,
    UntilOption,
    rows_wanted,
)

SHOWN = 20


def search(
    *words: Annotated[
        str, Parameter(help='Words, "a phrase", AND OR NOT, NEAR(one two, 5), begin*, title:word.', required=True)
    ],
    archive: ArchiveOption = None,
    lexicon: LexiconOption = None,
    kind: Annotated[str | None, Parameter(help="The kind of document: statement, letter, interview ...")] = None,
    outlet: OutletOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    state: Annotated[str | None, Parameter(help="Whose words the document is: a code or name.")] = None,
    run: RunOption = None,
    format: FormatOption = "text",
    limit: LimitOption = None,
) -> int:
    """Documents that hold the words, best first, with the place where they stand."""
    from dragoman.cli.terminal.opening import open_archive
    from dragoman.cli.terminal.rows import emit
    from dragoman.cli.terminal.screen import Screen

    with open_archive(archive, lexicon) as opened:
        found = opened.search(
            " ".join(words), kind=kind, outlet=outlet, since=since, until=until, state=state, run=run,
            limit=rows_wanted(limit, format, SHOWN),
        )  # fmt: skip
    if format != "text":
        emit([found], format)
        return 0
    screen = Screen()
    for hit in found:
        parts = (hit["title"] or hit["source_path"], hit["kind"], hit["outlet"], hit["published"] or "undated")
        screen.line(", ".join(part for part in parts if part), "cyan")
        screen.line(hit["snippet"], indent=4)
        screen.line(f"{hit['document_id']} ({hit['source_path']})", "dim", indent=4)
    more = "; --limit 0 shows all" if len(found) < found.total else ""
    screen.line(f"{found.total:,} found {found.note}; {found.said}{more}", "dim")
    return 0
