"""Lexicon files -> entries, checked; a fault names file and line.

A lexicon is every `.toml` file of this folder, then the user's own files. Theirs win: a name that a user's file
gives to an actor means that actor alone. The word classes of `words/` are no entries, but part of its fingerprint.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec
import tomli

from dragoman.errors import LexiconError
from dragoman.ids import content_id
from dragoman.lexicon import words
from dragoman.lexicon.entries import ENTRIES, Entry
from dragoman.lexicon.matcher import NameMatcher, PhraseMatcher, build_instruments, build_names

HERE = Path(__file__).parent
E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Entries by kind, built-in ones first, and the matchers that are made of them.

    `fingerprint` is a hash of all files in the order read; it is part of every `run_id`.
    """

    entries: dict[type[Entry], list[Entry]]
    users: frozenset[int] = field(default_factory=frozenset)
    fingerprint: str = ""

    def all(self, kind: type[E]) -> list[E]:
        """Every entry of `kind`, the user's last."""
        return self.entries.get(kind, [])  # type: ignore[return-value]

    def is_users(self, entry: Entry) -> bool:
        return id(entry) in self.users

    @cached_property
    def names(self) -> NameMatcher:
        """Finds actors by name: states, organisations, collectives, bodies, office-holders, places."""
        return build_names(self)

    @cached_property
    def instruments(self) -> NameMatcher:
        """Finds charters, treaties, resolutions and laws by name."""
        return build_instruments(self)

    def phrases(self, kind: type[Entry]) -> PhraseMatcher:
        """Finds the `words` (or `names`) of one kind of entry, ignoring case."""
        cache: dict[type[Entry], PhraseMatcher] = self.__dict__.setdefault("_phrases", {})
        if kind not in cache:
            cache[kind] = PhraseMatcher.of(self.all(kind))
        return cache[kind]


def load(files: Sequence[Path] = ()) -> Lexicon:
    """The built-in lexicon with the user's `files` after it. Raises LexiconError."""
    return _load(tuple(Path(f).resolve() for f in files))


@lru_cache(maxsize=4)
def _load(files: tuple[Path, ...]) -> Lexicon:
    entries: dict[type[Entry], list[Entry]] = {}
    users: set[int] = set()
    hashes: list[str | bytes] = []
    for path in (*sorted(HERE.glob("*.toml")), *files):
        try:
            data = path.read_bytes()
        except OSError as error:
            raise LexiconError(f"{path}: cannot be read ({error.strerror}); allowed: a TOML file") from error
        hashes += [path.name, data]
        for kind, entry in read_entries(data, str(path)):
            entries.setdefault(kind, []).append(entry)
            if path in files:
                users.add(id(entry))
    for path in words.files():
        hashes += [path.name, path.read_bytes()]
    return Lexicon(entries, frozenset(users), content_id(*hashes))


@lru_cache(maxsize=16)
def entries_of(name: str) -> tuple[Entry, ...]:
    """The entries of one file of the built-in lexicon, for who needs no more of it."""
    path = HERE / name
    return tuple(entry for _, entry in read_entries(path.read_bytes(), str(path)))


def read_entries(data: bytes, where: str) -> list[tuple[type[Entry], Entry]]:
    """The entries of one file, each with its type. Raises LexiconError with file and line."""
    try:
        text = data.decode("utf-8")
        tables = tomli.loads(text)
    except (UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise LexiconError(f"{where}: not TOML in UTF-8: {error}") from error
    out: list[tuple[type[Entry], Entry]] = []
    for name, rows in tables.items():
        kind = ENTRIES.get(name)
        if kind is None or not isinstance(rows, list):
            line = line_of(text, name, 0)
            raise LexiconError(f"{where}:{line}: unknown table {name!r}; allowed: [[{']], [['.join(sorted(ENTRIES))}]]")
        for number, row in enumerate(rows):
            try:
                out.append((kind, msgspec.convert(row, kind)))
            except msgspec.ValidationError as error:
                at = f"{where}:{line_of(text, name, number)}"
                raise LexiconError(f"{at}: {error}; allowed: {', '.join(kind.__struct_fields__)}") from error
    return out


def line_of(text: str, name: str, number: int) -> int:
    """The line of the table's header, from 1; finding it is for faults alone, so it may be slow."""
    headers = [m.start() for m in re.finditer(rf"^[ \t]*\[\[?{re.escape(name)}\]?\]", text, re.MULTILINE)]
    at = headers[number] if number < len(headers) else 0
    return text.count("\n", 0, at) + 1
