"""Which form a file is in: its first bytes decide, its name only where they leave it open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import splitext

import msgspec

from dragoman.errors import SkipDocument

PROBE = 4096
# First bytes of files that are no text, and what they are.
BINARY: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF file"),
)
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def form_of(path_name: str, data: bytes, suffixes: Mapping[str, str]) -> str:
    """The name of the reader for `data`. Raises SkipDocument: empty-file, unknown-form, encrypted-docx."""
    if not data:
        raise SkipDocument("empty-file", f"{path_name}: empty")
    named = suffixes.get(splitext(path_name)[1].lower())
    head = data[:PROBE]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        if b"word/document.xml" in data or named == "docx":
            return "docx"
        raise _unknown(path_name, "a zip archive")
    if head.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise SkipDocument("encrypted-docx", f"{path_name}: encrypted; allowed: files without a password")
        raise _unknown(path_name, "an old Office file; save it as .docx")
    for magic, what in BINARY:
        if head.startswith(magic):
            raise _unknown(path_name, what)
    # Of UTF-16 and UTF-32 the zeros and the mark are dropped: enough to see a tag.
    text = head.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")
    if _PAGE.match(text):
        return "html"
    if named in ("txt", "md", "jsonl"):
        return named
    if named == "html" and b"<" in text:
        return "html"
    return "jsonl" if _is_row(text) else "txt"


def _is_row(text: bytes) -> bool:
    """Whether the first line is a JSON object with a text; one that is too long to see the end of counts by its start."""
    line, end, _ = text.lstrip().partition(b"\n")
    if not end and len(text) >= PROBE - 8:
        return re.match(rb'\{\s*"\w+"\s*:', line) is not None
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return False
    return isinstance(row, dict) and "text" in row


def _unknown(path_name: str, what: str) -> SkipDocument:
    return SkipDocument("unknown-form", f"{path_name}: {what}; allowed: txt, md, html, pdf, docx, jsonl")
