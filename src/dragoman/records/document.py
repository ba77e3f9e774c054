"""One text: a statement, a letter, an article, a teaser."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from dragoman.ids import content_id

KINDS = (
    "statement", "press-statement", "letter", "message", "commentary", "editorial", "article", "news", "interview",
    "briefing", "answer", "speech", "joint-statement", "treaty", "law", "overview", "reference", "teaser",
)  # fmt: skip


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A document and what is known of it. Unknown is None.

    `speaker_*` is whose words it is; `outlet` the medium that carried it; `publisher` the body that issued it.
    `published` is a date cut to its precision and `published_basis` says what it rests on; where several dates are
    possible and nothing decides, `published` is None and `published_candidates` has them. `captured` is the date on
    which an archive page was taken. `text` never changes; `text_sha256` is the hex digest of its UTF-8.
    `sources` lists every path at which the same bytes were found, `source_path` is the smallest of them.
    `reported_by` is whose words the whole text is, outermost first: medium, publisher, speaker.
    """

    table: ClassVar[str] = "documents"

    record_id: str = ""
    document_id: str
    source_path: str
    part: int = 0
    kind: str = "article"
    title: str | None = None
    outlet: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    published_basis: str | None = None
    published_candidates: list[str] = []
    captured: str | None = None
    dateline_place: str | None = None
    speaker_name: str | None = None
    speaker_office: str | None = None
    speaker_state: str | None = None
    addressee: str | None = None
    occasion: str | None = None
    audience: str | None = None
    authority: int | None = None
    in_reply_to: str | None = None
    supersedes: str | None = None
    text: str
    text_sha256: str
    sources: list[str] = []
    reported_by: list[str] = []
    run_id: str = ""


# Where the bytes were found says nothing about what they are.
_OUTSIDE = frozenset({"record_id", "run_id", "source_path", "sources", "supersedes"})


def seal_document(document: Document, run_id: str) -> Document:
    """`document` with its run and the id that follows from its contents, wherever it was found."""
    packed = msgspec.json.encode([getattr(document, n) for n in document.__struct_fields__ if n not in _OUTSIDE])
    return msgspec.structs.replace(document, record_id=content_id("documents", packed), run_id=run_id)


def document_id(source: bytes, part: int, text: str) -> str:
    """The id of a document: a hash of the bytes it came from, its place in them, and its text. Not the path."""
    return content_id(source, part, text)
