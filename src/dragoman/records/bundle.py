"""What the stages hand to each other: a document with everything known of it so far."""

from __future__ import annotations

import msgspec

from dragoman.records.base import Record
from dragoman.records.document import Document
from dragoman.records.passage import Passage


class ReadDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document as read: its passages in order, and the map back to its source.

    `offsets` has (start in `document.text`, offset in the decoded source, length) per unbroken run.
    """

    document: Document
    passages: list[Passage] = []
    offsets: list[tuple[int, int, int]] = []


class CodedDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A read document with its records by table; `parsed` of its `sentences` were parsed."""

    document: Document
    offsets: list[tuple[int, int, int]] = []
    records: dict[str, list[Record]] = {}
    sentences: int = 0
    parsed: int = 0
