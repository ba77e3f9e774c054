"""Plain text: one part, as written."""

from __future__ import annotations

from dragoman.errors import SkipDocument
from dragoman.reading.encodings import Decoded, decode
from dragoman.reading.parts import Form, RawPart, flaw
from dragoman.records.issue import Issue
from dragoman.settings import Settings
from dragoman.text import Traced


def read(data: bytes, path_name: str, _settings: Settings) -> Form:
    """The decoded text. Raises SkipDocument: not-text, no-text."""
    found = decoded(data, path_name)
    return Form("txt", [RawPart(Traced.of(found.text), wrapped=True)], damage(found, path_name), found.encoding)


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
