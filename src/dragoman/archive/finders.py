"""What finds the texts that a search asks for, and the words to show of each: an index, or looking through all of them."""

from __future__ import annotations

import re

from dragoman.archive.store import Archive
from dragoman.errors import UsageError

HELP = 'write words, "phrases", AND OR NOT, NEAR(one two, 5), begin*, title:word'
_WORDS, _CHARACTERS = 24, 60  # of a snippet; the second to either side
_ON, _OFF, _CUT = "\x02", "\x03", "…"
_PIECE = re.compile(r'"(?:[^"]|"")*"?|[()]|[^\s()"]+')
_WORD = re.compile(r"(?P<head>\^|(?:title|text):)?(?P<core>.*?)(?P<tail>\*?,?)")


class Index:
    """Words in scripts that part them by spaces: the full text index, best match first."""

    # Titles weigh four times as much as texts.
    order = "bm25(search, 4.0, 1.0)"

    def __init__(self, query: str) -> None:
        self.values = [fts_query(query)]

    def snippet(self, archive: Archive, doc: int, marks: tuple[str, str]) -> tuple[str, int | None, int | None]:
        marked, text = archive.one(
            f"SELECT snippet(search, 1, '{_ON}', '{_OFF}', '{_CUT}', {_WORDS}), text FROM search "
            "WHERE search MATCH ? AND rowid = ?",
            [*self.values, doc],
        )
        shown = marked.replace(_ON, marks[0]).replace(_OFF, marks[1])
        return shown, *_place(marked, text)


def _place(marked: str, text: str) -> tuple[int | None, int | None]:
    """Where in `text` the first marked words of a snippet stand."""
    on, off = marked.find(_ON), marked.find(_OFF)
    if on < 0:
        return None, None
    plain = marked.replace(_ON, "").replace(_OFF, "")
    for lead in (0, len(_CUT) if plain.startswith(_CUT) else 0):
        at = text.find(plain[lead:].removesuffix(_CUT))
        if at >= 0:
            return at + on - lead, at + off - 1 - lead
    return None, None


class Substrings:
    """Words in scripts that do not part them so: every text is looked through, newest first."""

    order = "r.published DESC"

    def __init__(self, query: str) -> None:
        pieces = [piece.strip('"') for piece in _PIECE.findall(query)]
        self.words = [piece for piece in pieces if piece not in ("", "AND")]
        if odd := [piece for piece in self.words if piece in ("OR", "NOT", "NEAR", "(", ")")]:
            raise UsageError(f"{odd[0]} cannot be used in a search in this script; all words given must occur")
        self.condition = " AND ".join(["instr(t.text, ?)"] * len(self.words)) or "0"
        self.values = self.words

    def snippet(self, archive: Archive, doc: int, marks: tuple[str, str]) -> tuple[str, int | None, int | None]:
        (text,) = archive.one("SELECT text FROM texts WHERE doc = ?", (doc,))
        start = text.find(self.words[0])
        end = start + len(self.words[0])
        before, after = text[max(0, start - _CHARACTERS) : start], text[end : end + _CHARACTERS]
        lead = _CUT if start > _CHARACTERS else ""
        tail = _CUT if end + _CHARACTERS < len(text) else ""
        return f"{lead}{before}{marks[0]}{text[start:end]}{marks[1]}{after}{tail}", start, end


def fts_query(query: str) -> str:
    """`query` in the language of the index: words that it would stumble over (`DPRK's`, `non-aligned`) are put in quotes.

    Raises UsageError for `-word`, which elsewhere means NOT and here would mean the word.
    """
    return " ".join(_piece(piece) for piece in _PIECE.findall(query))


def _piece(piece: str) -> str:
    if piece.startswith('"') or piece in "()":
        return piece
    if piece.startswith("-") and len(piece) > 1:
        raise UsageError(f"{piece!r} in a search: to leave something out write NOT {piece[1:]}")
    match = _WORD.fullmatch(piece)
    assert match is not None
    head, core, tail = match["head"] or "", match["core"], match["tail"]
    if not core or re.fullmatch(r"\w+", core) or not re.search(r"\w", core):
        return piece
    return f'{head}"{core}"{tail}'
