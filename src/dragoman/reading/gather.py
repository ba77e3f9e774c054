"""PATH... -> the files to read, in an order that depends on their names alone, each to be loaded when its turn comes."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import SkipDocument, UsageError
from dragoman.reading.forms import SUFFIXES
from dragoman.reading.forms.base import flaw
from dragoman.records.issue import Issue
from dragoman.settings import Settings

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A file that has not been read yet; can be sent to another process.

    `path` is relative to the folder it was found in, or the name of a file that was given itself, with `/`; bytes of
    a name that are not UTF-8 are written `\\xff`. `root` is that folder. Of standard input, which is read when it is
    met because nobody else can read it, `path` and `absolute` are `-` and `held` are its bytes.
    """

    path: str
    root: Path | None
    absolute: Path
    size: int
    mtime_ns: int
    limit: int
    held: bytes | None = None

    def load(self) -> bytes:
        """The bytes. Raises SkipDocument: vanished, unreadable, not-a-file, too-large, empty-file, changed-while-reading."""
        if self.held is not None:
            _check_size(self.path, len(self.held), self.limit)
            return self.held
        try:
            # Without O_NONBLOCK, opening a named pipe would wait for ever.
            handle = os.open(self.absolute, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        except FileNotFoundError as error:
            raise SkipDocument("vanished", f"{self.path}: was there when the folder was listed, now is not") from error
        except OSError as error:
            raise _unreadable(self.path, error) from error
        with os.fdopen(handle, "rb") as file:
            return self._read(file.fileno())

    def _read(self, handle: int) -> bytes:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise SkipDocument("not-a-file", f"{self.path}: not a regular file; allowed: files and folders")
        _check_size(self.path, before.st_size, self.limit)
        chunks: list[bytes] = []
        left = before.st_size + 1
        try:
            while left > 0 and (chunk := os.read(handle, min(left, 1 << 20))):
                chunks.append(chunk)
                left -= len(chunk)
            after = os.fstat(handle)
        except OSError as error:
            raise _unreadable(self.path, error) from error
        data = b"".join(chunks)
        if len(data) != before.st_size or (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
            raise SkipDocument("changed-while-reading", f"{self.path}: changed while it was read; read it again")
        return data


def gather(paths: Sequence[str | Path], settings: Settings, *, exclude: Collection[Path] = ()) -> Iterator[Source | Issue]:
    """Every file under `paths` (files, folders, `-`), and an issue for each thing that is not read.

    Folders that are in `exclude` (the archive's own) are passed over. Raises UsageError, before anything is read, for
    a path that does not exist.
    """
    names = sorted({str(p) for p in paths})
    for name in names:
        if name != STDIN and not os.path.lexists(name):
            raise UsageError(f"{name}: no such file or folder; allowed: files, folders, or - for standard input")
    return _walk_all(names, settings, frozenset(_identity(p) for p in exclude))


def _walk_all(names: list[str], settings: Settings, exclude: frozenset[tuple[int, int] | None]) -> Iterator[Source | Issue]:
    given: set[tuple[str, str]] = set()
    for name in names:
        if name == STDIN:
            yield _stdin(settings.max_bytes)
            continue
        path = Path(os.path.abspath(name))
        if path.is_dir():
            found = _Walk(path, settings.max_bytes, exclude).folder(path, frozenset())
        else:
            found = iter([_entry(clean_name(path.name), None, path, settings.max_bytes)])
        for item in found:
            key = (item.path, str(item.absolute)) if isinstance(item, Source) else (item.issue_id, "")
            if key not in given:
                given.add(key)
                yield item


class _Walk:
    """One folder given by the user. Each real folder in it is entered once, however many links lead there."""

    def __init__(self, root: Path, limit: int, exclude: frozenset[tuple[int, int] | None]) -> None:
        self._root = root
        self._limit = limit
        self._exclude = exclude
        self._seen: set[tuple[int, int] | None] = set()

    def folder(self, folder: Path, above: frozenset[tuple[int, int] | None]) -> Iterator[Source | Issue]:
        here = _identity(folder)
        name = self._name(folder)
        if here in self._exclude:
            return
        if here in above:
            yield flaw(name, "symlink-loop", f"{name}: a link to a folder that it lies in; not followed")
            return
        if here in self._seen:
            yield flaw(name, "folder-again", f"{name}: a link to a folder read already", severity="note")
            return
        self._seen.add(here)
        try:
            entries = sorted(os.listdir(folder))
        except OSError as error:
            yield flaw(name, "unreadable", f"{name}: cannot be listed ({error.strerror})", severity="error")
            return
        for entry in entries:
            path = folder / entry
            if entry.startswith("."):
                label = self._name(path)
                yield flaw(label, "hidden", f"{label}: hidden, not read; name it to have it read", severity="note")
            elif path.is_dir():
                yield from self.folder(path, above | {here})
            else:
                yield self._file(path)

    def _file(self, path: Path) -> Source | Issue:
        name = self._name(path)
        if path.suffix.lower() not in SUFFIXES and path.suffix:
            message = f"{name}: {path.suffix} is no form that is read; allowed: {' '.join(sorted(SUFFIXES))}, or name the file"
            return flaw(name, "unknown-form", message)
        return _entry(name, self._root, path, self._limit)

    def _name(self, path: Path) -> str:
        relative = path.relative_to(self._root).as_posix()
        return clean_name(self._root.name if relative == "." else relative)


def _entry(name: str, root: Path | None, path: Path, limit: int) -> Source | Issue:
    try:
        status = path.stat()
    except FileNotFoundError:
        return flaw(name, "missing", f"{name}: a link to nothing", severity="error")
    except OSError as error:
        problem = _unreadable(name, error)
        return flaw(name, problem.code, problem.message, severity="error")
    if not stat.S_ISREG(status.st_mode):
        return flaw(name, "not-a-file", f"{name}: not a regular file; allowed: files and folders")
    return Source(name, root, path, status.st_size, status.st_mtime_ns, limit)


def _stdin(limit: int) -> Source:
    data = sys.stdin.buffer.read(limit + 1)
    return Source(STDIN, None, Path(STDIN), len(data), 0, limit, data)


def clean_name(name: str) -> str:
    """A file name as it can be stored and printed: bytes that are not UTF-8 and line ends are escaped."""
    name = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in name)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _check_size(name: str, size: int, limit: int) -> None:
    if size == 0:
        raise SkipDocument("empty-file", f"{name}: empty")
    if size > limit:
        raise SkipDocument("too-large", f"{name}: {size:,} bytes or more; allowed: at most {limit:,} (max_bytes)")


def _unreadable(name: str, error: OSError) -> SkipDocument:
    if getattr(error, "errno", None) == 40 or "ymbolic link" in (error.strerror or ""):
        return SkipDocument("symlink-loop", f"{name}: links lead in a circle")
    return SkipDocument("unreadable", f"{name}: cannot be read ({error.strerror})")
