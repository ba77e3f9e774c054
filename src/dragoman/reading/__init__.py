"""Bytes -> documents and their passages.

open_form → lines → lists of other stories → items → front, kind, speaker, date → documents and passages
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.errors import SkipDocument
from dragoman.records import Issue, ReadDocument
from dragoman.settings import Settings
from dragoman.text import Traced

if TYPE_CHECKING:
    from dragoman.lexicon import Lexicon
    from dragoman.reading.parts import Hints

# The child process that parses hostile files imports this package under a limit of memory, so that what turns text into
# documents is imported where it is used.

__all__ = ["Reading", "documents_of", "plain", "read"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave: its documents by part, and what was wrong with it."""

    documents: list[ReadDocument]
    issues: list[Issue] = field(default_factory=list)


def read(name: str, data: bytes, *, source_path: str, lexicon: Lexicon, settings: Settings) -> Reading:
    """The documents of a file. `name` may tell its form, `source_path` is what records call it.

    Raises SkipDocument for a file of which nothing can be read. Passages are sealed without a run.
    """
    from dragoman.reading.documents import drafts_of, numbered
    from dragoman.reading.forms import open_form

    form = open_form(name, data, settings)
    drafts = [drafts_of(part, lexicon) for part in form.parts]
    documents = numbered(drafts, lexicon, source=data, source_path=source_path)
    if not documents and not form.issues:
        raise SkipDocument("no-text", f"{source_path}: holds nothing but what belongs to a page")
    return Reading(documents, form.issues)


def documents_of(text: Traced, hints: Hints, *, source: bytes, source_path: str, lexicon: Lexicon) -> list[ReadDocument]:
    """The documents of text that is decoded already; `source` are the bytes that their ids are made of."""
    from dragoman.reading.documents import drafts_of, numbered
    from dragoman.reading.parts import RawPart

    drafts = drafts_of(RawPart(text, hints, wrapped=True), lexicon)
    return numbered([drafts], lexicon, source=source, source_path=source_path)


def plain(
    row_id: str, text: str, date: str | None = None, speaker_state: str | None = None, title: str | None = None,
    *, lexicon: Lexicon,
) -> ReadDocument:  # fmt: skip
    """A row of `dragoman code` as a document, taken as it is: one document, nothing split or cleaned."""
    from dragoman.reading.documents import plain_document

    return plain_document(row_id, text, date, speaker_state, title, lexicon)
