"""Bytes -> documents and their passages.

    open_form → lines → lists of other stories → items → front, kind, speaker, date → documents and passages
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.errors import SkipDocument
from dragoman.lexicon import Lexicon
from dragoman.reading.documents import documents_of, drafts_of, plain_document
from dragoman.reading.forms import open_form
from dragoman.records import Issue, ReadDocument
from dragoman.settings import Settings

__all__ = ["Reading", "plain", "read"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave: its documents by part, and what was wrong with it."""

    documents: list[ReadDocument]
    issues: list[Issue] = field(default_factory=list)


def read(name: str, data: bytes, *, source_path: str, lexicon: Lexicon, settings: Settings) -> Reading:
    """The documents of a file. `name` may tell its form, `source_path` is what records call it.

    Raises SkipDocument for a file of which nothing can be read. Passages are sealed without a run.
    """
    form = open_form(name, data, settings)
    drafts = [drafts_of(part, lexicon) for part in form.parts]
    documents = documents_of(drafts, lexicon, source=data, source_path=source_path)
    if not documents and not form.issues:
        raise SkipDocument("no-text", f"{source_path}: holds nothing but what belongs to a page")
    return Reading(documents, form.issues)


def plain(
    row_id: str, text: str, date: str | None = None, speaker_state: str | None = None, title: str | None = None
) -> ReadDocument:  # fmt: skip
    """A row of `dragoman code` as a document, taken as it is: one document, nothing split or cleaned."""
    return plain_document(row_id, text, date, speaker_state, title)
