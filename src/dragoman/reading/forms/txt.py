"""Plain text: one part, as written."""

from __future__ import annotations

from dragoman.errors import SkipDocument
from dragoman.reading.encodings import Decoded, decode
from dragoman.reading.hints import hints_from
from dragoman.reading.matter import bare, front_matter
from dragoman.reading.parts import Form, RawPart, flaw
from dragoman.records.issue import Issue
from dragoman.settings import Settings
from dragoman.text import Traced


def read(data: bytes, path_name: str, _settings: Settings) -> Form:
    """The decoded text. Raises SkipDocument: not-text, no-text."""
    found = decoded(data, path_name)
    return Form("txt", [_part(found.text)], damage(found, path_name), found.encoding)


def _part(text: str) -> RawPart:
    """The text, below its title where front matter opens it."""
    whole, front = Traced.of(text), bare(text)
    if front is None:
        return RawPart(whole, wrapped=True)
    hints = hints_from(front_matter(front[0]))
    at = text.find(hints.title or "")
    title = whole.slice(at, at + len(hints.title or ""))
    return RawPart(Traced.join([title, whole.slice(front[1], len(text))], "\n\n"), hints, wrapped=True)


def decoded(data: bytes, path_name: str) -> Decoded:
    """`data` as text, with the name of the file in what goes wrong."""
    try:
        found = decode(data)
    except SkipDocument as error:
        raise SkipDocument(error.code, f"{path_name}: {error.message}") from error
    if not found.text.strip():
        raise SkipDocument("no-text", f"{path_name}: holds nothing but white space")
    return found


def damage(found: Decoded, path_name: str) -> list[Issue]:
    """The issue of bytes that fitted no character, if there were any."""
    if not found.bad:
        return []
    message = f"{path_name}: {found.bad:,} places are not {found.encoding}, as the rest is; each stands as U+FFFD"
    return [flaw(path_name, "mixed-encoding", message)]
