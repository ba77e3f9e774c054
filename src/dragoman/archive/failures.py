"""What SQLite says when something is wrong, in words that help."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from dragoman.errors import ArchiveError

_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_MISMATCH", "SQLITE_FORMAT")
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_REFUSED = ("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN", "SQLITE_AUTH")


@contextmanager
def guard(file: Path) -> Iterator[None]:
    """Turn what goes wrong with `file` inside into an ArchiveError of one line."""
    try:
        yield
    except sqlite3.Error as error:
        raise failure(error, file) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise damaged(file, str(error)) from error
    except OSError as error:
        raise ArchiveError(f"the archive {file} cannot be used: {error.strerror or error}") from error


def failure(error: sqlite3.Error, file: Path) -> ArchiveError:
    name = getattr(error, "sqlite_errorname", None) or ""
    said = " ".join(str(error).split())
    if name.startswith("SQLITE_NOTADB"):
        return ArchiveError(f"{file} is not an archive, or is damaged at its start: {said}")
    if name.startswith(_DAMAGED) or "decode to UTF-8" in said:
        return damaged(file, said)
    if name.startswith("SQLITE_FULL") or name == "SQLITE_IOERR_WRITE":
        return ArchiveError(f"the disk is full: {file} cannot grow ({said}); what was committed before stays")
    if name.startswith(_BUSY):
        return ArchiveError(f"{file} is locked by another program; try again when it has finished ({said})")
    if name.startswith(_REFUSED):
        return ArchiveError(f"{file} cannot be opened or written here ({said}); check the rights to its folder")
    return ArchiveError(f"the archive {file} cannot be used: {said}")


def damaged(file: Path, what: str) -> ArchiveError:
    return ArchiveError(f"the archive {file} is damaged: {what}; `dragoman verify` tells what is left")
