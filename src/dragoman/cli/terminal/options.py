"""Options that several commands have, so that they are called the same and mean the same everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from dragoman.errors import UsageError

RowFormat = Literal["text", "csv", "jsonl"]

ArchiveOption = Annotated[
    Path | None,
    Parameter(name="--archive", help="Folder of the archive. Default: DRAGOMAN_ARCHIVE, else ./dragoman-archive."),
]
LexiconOption = Annotated[
    list[Path] | None,
    Parameter(name="--lexicon", negative=(), help="A TOML file with names, verbs, treaties of your own. May be repeated."),
]
WorkersOption = Annotated[
    int | None, Parameter(name="--workers", help="Processes that read and code. Default: all cores, for little one.")
]
ModelOption = Annotated[
    str | None, Parameter(name="--model", help="An installed spaCy pipeline. Default: the one that comes with Dragoman.")
]
ParseAllOption = Annotated[
    bool, Parameter(name="--parse-all", negative=(), help="Parse every sentence; the records are the same, it takes longer.")
]
FormatOption = Annotated[RowFormat, Parameter(name="--format", help="How rows are written.")]
LimitOption = Annotated[
    int | None, Parameter(name="--limit", help="How many rows; 0 for all. Default: some as text, all as csv and jsonl.")
]
SinceOption = Annotated[str | None, Parameter(name="--since", help="From this date on: 2017, 2017-01 or 2017-01-06.")]
UntilOption = Annotated[str | None, Parameter(name="--until", help="Up to and with this date.")]
RunOption = Annotated[
    str | None, Parameter(name="--run", help="The coding of this run instead of each document's newest; see `dragoman info`.")
]
OutletOption = Annotated[str | None, Parameter(name="--outlet", help="The medium that carried the document.")]
ReportedByOption = Annotated[str | None, Parameter(name="--reported-by", help="Whose words it is: a code or name.")]
StateArgument = Annotated[str, Parameter(help="A state or organisation: a code such as PRK, or a name such as Russia.")]
OtherArgument = Annotated[str | None, Parameter(help="A second one, for what is between the two.")]


def rows_wanted(limit: int | None, format: str, shown: int) -> int | None:
    """How many rows to fetch, None for all. Raises UsageError for a number below 0."""
    if limit is None:
        return shown if format == "text" else None
    if limit < 0:
        raise UsageError(f"--limit {limit}: allowed: 0 for all, or a number above")
    return limit or None


def checked(option: str, values: Sequence[str], allowed: Sequence[str]) -> None:
    """Raises UsageError for a value that is not allowed."""
    for value in values:
        if value not in allowed:
            near = get_close_matches(value, allowed, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise UsageError(f"--{option} {value}: allowed: {', '.join(allowed)}{hint}")
