"""Where entries of the lexicon are written: file and line, for those who ask what made a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from dragoman.lexicon.entries import ENTRIES, Entry
from dragoman.lexicon.loader import HERE, line_of, read_entries


class Origin(NamedTuple):
    """`[[table]]` at `line` (from 1) of `file`: the name of a built-in file, the path of a user's own."""

    file: str
    line: int
    table: str

    def __str__(self) -> str:
        return f"[[{self.table}]] {self.file}:{self.line}"


def origins(entries: Iterable[Entry], files: Sequence[Path] = ()) -> list[Origin | None]:
    """Where each of `entries` is written, in order; None for one that no file holds.

    Reads all files anew, so ask once for all. Equal entries are taken for the first of them.
    """
    wanted = list(entries)
    names = {kind: name for name, kind in ENTRIES.items()}
    kinds = {type(entry) for entry in wanted}
    found: dict[int, Origin] = {}
    for path in (*sorted(HERE.glob("*.toml")), *files):
        data = path.read_bytes()
        numbers: Counter[type[Entry]] = Counter()
        for kind, entry in read_entries(data, str(path)):
            number, numbers[kind] = numbers[kind], numbers[kind] + 1
            for i, asked in enumerate(wanted if kind in kinds else ()):
                if i not in found and asked == entry:
                    shown = path.name if path.parent == HERE else str(path)
                    found[i] = Origin(shown, line_of(data.decode("utf-8"), names[kind], number), names[kind])
    return [found.get(i) for i in range(len(wanted))]
