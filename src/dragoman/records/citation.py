"""A reference to a charter, treaty, resolution, law, communiqué or letter."""

from __future__ import annotations

from typing import ClassVar

from dragoman.records.base import Record

STANCES = ("invoked", "disputed", "described")


class Citation(Record, frozen=True, kw_only=True):
    """`instrument` is a canonical id of the lexicon, or None for one it does not know; `instrument_text` as written.

    `provision` is one article or range ("Article 39", "Articles 100-103"); None if none is named.
    """

    table: ClassVar[str] = "citations"

    instrument: str | None = None
    instrument_text: str
    provision: str | None = None
    stance: str
    cited_by: str | None = None
