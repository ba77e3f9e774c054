"""Opening an archive that a user named, and finding out which states are meant."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.api import Archive
    from dragoman.settings import Settings


def folder_of(archive: Path | None) -> Path:
    from dragoman.api import default_folder

    return archive if archive is not None else default_folder()


def open_archive(archive: Path | None, lexicons: Sequence[Path] | None = None) -> Archive:
    """The archive to ask. Raises UsageError where there is none, ArchiveError where it cannot be used."""
    from dragoman import api
    from dragoman.archive.connection import FILE

    folder = folder_of(archive)
    if not (folder / FILE).exists():
        raise UsageError(
            f"no archive in {folder}: `dragoman read PATH --archive {folder}` makes one, or name another with --archive "
            f"or {api.VARIABLE}"
        )
    return api.open_archive(folder, lexicons=lexicons or [], say=_say)


def _say(message: str) -> None:
    """A line beside what is asked for."""
    from dragoman.cli.terminal.screen import Screen

    Screen(sys.stderr).line(message, "dim")


def settings_of(model: str | None, lexicons: Sequence[Path] | None, parse_all: bool = False) -> Settings:
    from dragoman.settings import DEFAULT_MODEL, Settings

    return Settings(model=model or DEFAULT_MODEL, lexicons=list(lexicons or []), parse_all=parse_all)


def check_stdin() -> None:
    """Raises UsageError where there is no standard input."""
    if sys.stdin is None:
        raise UsageError("standard input is closed; give it a file or a pipe")


def check_workers(workers: int | None) -> None:
    """Raises UsageError for a number that cannot be."""
    if workers is not None and workers < 1:
        raise UsageError(f"--workers {workers}: allowed: 1 or more")
