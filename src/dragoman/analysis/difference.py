"""What differs between two documents, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dragoman.analysis.shown import find_one
from dragoman.analysis.table import Row, Table
from dragoman.archive import Archive, document
from dragoman.archive.columns import INTEGER, TEXT, Column
from dragoman.errors import UsageError

SAME, TAKEN, ADDED = "same", "taken out", "put in"
COLUMNS = (Column("change", TEXT), Column("old", TEXT), Column("new", TEXT), Column("old_start", INTEGER),
           Column("old_end", INTEGER), Column("new_start", INTEGER), Column("new_end", INTEGER))  # fmt: skip
_WORD = re.compile(r"\w+|[^\w\s]")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_MANY = 20_000  # words of either text, above which common words are not matched by themselves


@dataclass(frozen=True)
class Piece:
    """A stretch of both texts, of one of them where the words are `taken out` or `put in`; offsets are code points."""

    change: str
    old: tuple[int, int]
    new: tuple[int, int]


@dataclass(frozen=True)
class Difference:
    """Two documents, and the pieces of which both are made, in order."""

    old: Row
    new: Row
    pieces: tuple[Piece, ...]

    @property
    def table(self) -> Table:
        """What changed, a row for each piece that is not the same; what was replaced is taken out, then put in."""
        made = [
            {
                "change": piece.change, "old": self.old["text"][slice(*piece.old)] or None,
                "new": self.new["text"][slice(*piece.new)] or None, "old_start": piece.old[0], "old_end": piece.old[1],
                "new_start": piece.new[0], "new_end": piece.new[1],
            }
            for piece in self.pieces
            if piece.change != SAME
        ]  # fmt: skip
        return Table("difference", COLUMNS, made)

    @property
    def words(self) -> dict[str, int]:
        """How many words are the same, taken out, and put in."""
        count = {SAME: 0, TAKEN: 0, ADDED: 0}
        for piece in self.pieces:
            side, text = (piece.new, self.new["text"]) if piece.change == ADDED else (piece.old, self.old["text"])
            count[piece.change] += len(_WORD.findall(text[slice(*side)]))
        return count


def difference(archive: Archive, one: str, other: str) -> Difference:
    """From one document to another; each an id, the beginning of one, or a path. Raises UsageError."""
    old, new = (_document(archive, key) for key in (one, other))
    if old["document_id"] == new["document_id"]:
        raise UsageError(f"{one!r} and {other!r} are the same document; give two")
    return Difference(old, new, tuple(pieces(old["text"], new["text"])))


def pieces(old: str, new: str) -> list[Piece]:
    """Both texts word by word; spaces, line breaks and the shape of quotation marks make no difference."""
    mine, its = (list(_WORD.finditer(text.translate(_QUOTES))) for text in (old, new))
    matcher = SequenceMatcher(None, [m[0] for m in mine], [m[0] for m in its], autojunk=max(len(mine), len(its)) > _MANY)
    made: list[Piece] = []
    for change, a, b, c, d in matcher.get_opcodes():
        before, after = _span(mine, a, b, old), _span(its, c, d, new)
        if change == "equal":
            made.append(Piece(SAME, before, after))
            continue
        if b > a:
            made.append(Piece(TAKEN, before, (after[0], after[0])))
        if d > c:
            made.append(Piece(ADDED, (before[1], before[1]), after))
    return made


def _span(words: Sequence[re.Match[str]], first: int, last: int, text: str) -> tuple[int, int]:
    """From the first of these words to the end of the last; a point between words where there are none."""
    if first == last:
        at = words[first].start() if first < len(words) else len(text)
        return at, at
    return words[first].start(), words[last - 1].end()


def _document(archive: Archive, key: str) -> Row:
    made = document(archive, find_one(archive, key))
    assert made is not None  # its id was found there
    return made
