"""PATH... -> the files to read, in an order that depends on their names alone, each to be loaded when its turn comes."""

from __future__ import annotations

import errno
import os
import stat
import sys
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import SkipDocument, UsageError
from dragoman.reading.forms import SUFFIXES
from dragoman.reading.parts import flaw
from dragoman.records.issue import Issue
from dragoman.settings import Settings

STDIN = "-"
Identity = tuple[int, int]


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
        try:
            return self._read(handle)
        finally:
            os.close(handle)

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
    return _walk_all(names, settings, frozenset(i for p in exclude if (i := _identity(p))))


def _walk_all(names: list[str], settings: Settings, exclude: frozenset[Identity]) -> Iterator[Source | Issue]:
    given: set[tuple[str, str]] = set()
    for name in names:
        if name == STDIN:
            yield _stdin(settings.max_bytes)
            continue
        path = Path(name).absolute()
        if path.is_dir():
            found = _Walk(path, settings.max_bytes, exclude).items()
        else:
            found = iter([_entry(clean_name(path.name), None, path, settings.max_bytes)])
        for item in found:
            # The same name from two roots is met only where two were given; one alone may hold millions of files.
            key = (item.path, str(item.absolute)) if isinstance(item, Source) else (item.issue_id, "")
            if len(names) == 1 or key not in given:
                given.update([key] if len(names) > 1 else [])
                yield item


class _Walk:
    """One folder given by the user. Each real folder in it is entered once, however many links lead there."""

    def __init__(self, root: Path, limit: int, exclude: frozenset[Identity]) -> None:
        self._root = root
        self._limit = limit
        self._exclude = exclude
        self._seen: set[Identity] = set()

    def items(self) -> Iterator[Source | Issue]:
        """Depth first by name, without recursion: folders may be nested deeper than Python's stack."""
        above: frozenset[Identity] = frozenset()
        waiting = [(self._root, above)]
        while waiting:
            path, above = waiting.pop()
            name = self._name(path)
            if path.name.startswith(".") and path != self._root:
                yield flaw(name, "hidden", f"{name}: hidden, not read; name it to have it read", severity="note")
            elif not path.is_dir():
                yield self._file(path)
            else:
                here = _identity(path)
                entries = self._enter(path, here, above)
                if isinstance(entries, Issue):
                    yield entries
                else:
                    inside = above | {here} if here else above
                    waiting += [(path / entry, inside) for entry in sorted(entries, reverse=True)]

    def _enter(self, folder: Path, here: Identity | None, above: frozenset[Identity]) -> list[str] | Issue:
        name = self._name(folder)
        if here in self._exclude:
            return []
        if here in above:
            return flaw(name, "symlink-loop", f"{name}: a link to a folder that it lies in; not followed")
        if here in self._seen:
            return flaw(name, "folder-again", f"{name}: a link to a folder read already", severity="note")
        if here is not None:
            self._seen.add(here)
        try:
            return [entry.name for entry in folder.iterdir()]
        except OSError as error:
            return flaw(name, "unreadable", f"{name}: cannot be listed ({error.strerror})", severity="error")

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
    return "".join(ascii(c)[1:-1] if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in name)


def _identity(path: Path) -> Identity | None:
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
    if error.errno == errno.ELOOP:
        return SkipDocument("symlink-loop", f"{name}: links lead in a circle")
    return SkipDocument("unreadable", f"{name}: cannot be read ({error.strerror})")
