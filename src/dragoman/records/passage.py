"""A stretch of a document with one role and one speaker."""

from __future__ import annotations

from typing import ClassVar

from dragoman.records.base import Record

KINDS = ("title", "dateline", "question", "answer", "quotation", "body")


class Passage(Record, frozen=True, kw_only=True):
    """`kind` is one of KINDS; speaker fields say whose words the passage is, where they differ from the document's too."""

    table: ClassVar[str] = "passages"

    kind: str = "body"
    speaker_name: str | None = None
    speaker_office: str | None = None
    speaker_state: str | None = None
