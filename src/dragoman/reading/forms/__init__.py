"""Bytes -> parts of text: a file for each form of input."""

from __future__ import annotations

from dragoman.reading import sandbox
from dragoman.reading.forms import docx, html, jsonl, md, pdf, txt
from dragoman.reading.forms.base import Reader
from dragoman.reading.parts import Form, Hints, RawPart, unpack
from dragoman.reading.sniff import form_of
from dragoman.settings import Settings

READERS: dict[str, Reader] = {
    "txt": Reader(txt.read, (".txt", ".text")),
    "md": Reader(md.read, (".md", ".markdown")),
    "jsonl": Reader(jsonl.read, (".jsonl", ".ndjson")),
    "html": Reader(html.read, (".html", ".htm", ".xhtml"), apart=True),
    "pdf": Reader(pdf.read, (".pdf",), apart=True),
    "docx": Reader(docx.read, (".docx",), apart=True),
}
SUFFIXES = {suffix: name for name, reader in READERS.items() for suffix in reader.suffixes}


def open_form(path_name: str, data: bytes, settings: Settings) -> Form:
    """What the file holds, by what its bytes are rather than by what its name says.

    HTML, PDF and DOCX are parsed in a child process under `settings.parse_seconds` and `settings.parse_memory`.
    Raises SkipDocument for a file of which nothing can be read; what is wrong with a part of it is among the issues.
    """
    name = form_of(path_name, data, SUFFIXES)
    reader = READERS[name]
    if reader.apart:
        return unpack(sandbox.parse(name, path_name, data, settings))
    return reader.read(data, path_name, settings)


__all__ = ["READERS", "SUFFIXES", "Form", "Hints", "RawPart", "Reader", "open_form"]
