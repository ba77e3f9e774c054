"""What coded what, and when somebody asked for it."""

from __future__ import annotations

from typing import ClassVar

import msgspec


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """A way of coding: `run_id` hashes version, model, lexicons and the settings that change records."""

    table: ClassVar[str] = "runs"

    run_id: str
    version: str
    model: str
    lexicon: str
    settings: str
    started: str


class Coding(msgspec.Struct, frozen=True, kw_only=True):
    """This document was coded in this run. `parsed` of its `sentences` were parsed; the rest held nothing to code."""

    table: ClassVar[str] = "codings"

    document_id: str
    run_id: str
    sentences: int
    parsed: int
    coded_at: str


class ReadingLog(msgspec.Struct, frozen=True, kw_only=True):
    """One invocation of `read`. Times are ISO 8601 in UTC; `finished` is None for a reading that did not end."""

    table: ClassVar[str] = "readings"

    reading_id: str
    run_id: str
    started: str
    finished: str | None = None
    paths: list[str] = []
    workers: int = 1
    files: int = 0
    documents_new: int = 0
    documents_known: int = 0
    skipped: int = 0
