"""`dragoman read`: files and folders into an archive."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from dragoman.cli.terminal.options import ArchiveOption, LexiconOption, ModelOption, ParseAllOption, WorkersOption
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.cli.terminal.screen import Screen
    from dragoman.flow.local import Progress
    from dragoman.settings import Settings

_LISTED = 20  # skipped files that are named


def read(
    *paths: Annotated[str, Parameter(help="Files, folders, or - for standard input.", allow_leading_hyphen=True)],
    archive: ArchiveOption = None,
    workers: WorkersOption = None,
    lexicon: LexiconOption = None,
    model: ModelOption = None,
    parse_all: ParseAllOption = False,
) -> int:
    """Read files and folders into the archive; what was read before and has not changed is passed over."""
    from dragoman.cli.terminal.opening import check_stdin, check_workers, folder_of, settings_of

    if not paths:
        raise UsageError("nothing to read: give files, folders, or - for standard input")
    for path in paths:
        if path.startswith("-") and path != "-" and not Path(path).exists():
            raise UsageError(f"{path}: no such option, file or folder; see: dragoman read --help")
    check_workers(workers)
    if "-" in paths:
        check_stdin()
    progress = read_with_progress(paths, folder_of(archive), settings_of(model, lexicon, parse_all), workers)
    return status_of(progress)


def read_with_progress(paths: Sequence[str | Path], folder: Path, settings: Settings, workers: int | None) -> Progress:
    """Read, with progress on standard error and a summary on standard output; that comes after an interrupt too."""
    from dragoman.api import check_request
    from dragoman.archive import Archive
    from dragoman.cli.terminal.progress import watch
    from dragoman.cli.terminal.screen import Screen
    from dragoman.flow.local import Progress, read_into

    last = Progress()
    began = time.monotonic()
    check_request(paths, settings)
    with watch() as (report, say), Archive.open(folder, create=True, say=say) as opened:

        def keep(progress: Progress) -> None:
            nonlocal last
            last = progress
            report(progress)

        try:
            last = read_into(opened, paths, settings, workers=workers, report=keep, on_wait=say)
        except KeyboardInterrupt:
            show_summary(Screen(), last, folder, time.monotonic() - began)
            raise
    show_summary(Screen(), last, folder, time.monotonic() - began)
    return last


def status_of(progress: Progress) -> int:
    """1 where anything graver than a note was met: something was skipped, or is flawed."""
    return int(any(issue.severity != "note" for issue in progress.issues))


def show_summary(screen: Screen, progress: Progress, folder: Path, seconds: float) -> None:
    """What a reading brought, and what it left out and why."""
    from dragoman.cli.terminal.screen import number

    unchanged = f" ({progress.unchanged:,} unchanged)" if progress.unchanged else ""
    screen.line(
        f"{progress.files_done:,} of {progress.files:,} files{unchanged} read into {folder} in {seconds:.1f} s: "
        f"{number(progress.documents_new, 'new document')}, {progress.documents_known:,} known",
        "bold",
    )
    if progress.kinds:
        screen.line(f"documents: {_counts(progress.kinds)}")
    if progress.records:
        screen.line(f"records: {', '.join(f'{n:,} {table}' for table, n in progress.records.items() if n)}")
    if progress.sentences:
        share = 100 * (progress.sentences - progress.parsed) / progress.sentences
        screen.line(f"sentences: {progress.sentences:,}, of which {share:.0f} % were not parsed, as they hold nothing to code")
    if progress.uncoded:
        screen.line(f"not coded: {_counts(progress.uncoded)} (languages that are kept and searchable, but not coded yet)")
    _show_issues(screen, progress)


def _show_issues(screen: Screen, progress: Progress) -> None:
    grave = [issue for issue in progress.issues if issue.severity != "note"]
    notes = len(progress.issues) - len(grave)
    if grave:
        codes = _counts(Counter(issue.code for issue in grave))
        screen.line(f"skipped or flawed: {codes}", "yellow")
    for issue in grave[:_LISTED]:
        screen.line(issue.message, indent=2)
    if len(grave) > _LISTED:
        screen.line(f"{_LISTED} of {len(grave):,} shown; `dragoman info` and `dragoman table issues` have all", "dim", indent=2)
    if notes:
        screen.line(f"{notes:,} notes: `dragoman table issues severity=note`", "dim")


def _counts(counts: Counter[str]) -> str:
    return ", ".join(f"{n:,} {name}" for name, n in counts.most_common())
