"""What every form of input is turned into: parts of text with what the markup said about them.

A `Form` is what one file gave: its `parts` in order and the `issues` met on the way. A part is text that may still
hold several documents; cutting it up is not the business of the readers.

Layout. A form with markup (md, html, docx, pdf) puts an empty line between blocks (paragraph, heading, item of a list,
row of a table with its cells joined by ` | `) and breaks a line inside a block only where the author did. Text without
markup (txt, jsonl) is as written, its lines may be hard-wrapped, and `wrapped` says so. Where markup gives a title, it
is among the first lines, once: in its own place, or put before the rest.

Origins. `text.origins` are code points in the decoded source: the file's text for txt, md, html and jsonl; for pdf the
text layer, page after page with a line end between; for docx the paragraphs in order, each followed by a line end.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

import msgspec

from dragoman.ids import content_id
from dragoman.records.issue import Issue
from dragoman.text import Span, Traced


class Hints(msgspec.Struct, frozen=True, kw_only=True):
    """What markup, front matter or a row said about a part, unchecked; unknown is None.

    `date` and `captured` are ISO where the source was (a time of day is cut off), else as written. `kind` is one of
    the kinds of document. `is_example` marks texts written for Dragoman itself. `extra` keeps what has no field.
    """

    id: str | None = None
    title: str | None = None
    date: str | None = None
    captured: str | None = None
    outlet: str | None = None
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    kind: str | None = None
    language: str | None = None
    speaker_name: str | None = None
    speaker_office: str | None = None
    speaker_state: str | None = None
    addressee: str | None = None
    occasion: str | None = None
    is_example: bool = False
    extra: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class RawPart:
    """Text of one part, `part_base` its number in the file (a row of a JSONL file: its line, from 0).

    `headings` are the spans of `text` that were marked up as headings; `wrapped`: line ends may be hard wraps.
    """

    text: Traced
    hints: Hints = field(default_factory=Hints)
    part_base: int = 0
    headings: tuple[Span, ...] = ()
    wrapped: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What one file gave. `name` is the form it was read as, `encoding` that of its bytes where they are text."""

    name: str
    parts: list[RawPart]
    issues: list[Issue] = field(default_factory=list)
    encoding: str | None = None


def flaw(path: str, code: str, message: str, *, severity: str = "warning", part: int | None = None) -> Issue:
    """An issue of the reading stage; the same flaw has the same id."""
    issue_id = content_id("issues", path, "" if part is None else part, "read", code, message)
    return Issue(issue_id=issue_id, source_path=path, part=part, stage="read", severity=severity, code=code, message=message)


class _WirePart(msgspec.Struct, array_like=True):
    text: str
    runs: list[tuple[int, int, int]]
    hints: Hints
    part_base: int
    headings: list[tuple[int, int]]
    wrapped: bool


class _WireForm(msgspec.Struct, array_like=True):
    name: str
    parts: list[_WirePart]
    issues: list[Issue]
    encoding: str | None


def pack(form: Form) -> bytes:
    """A form as bytes, for the way between processes."""
    parts = [
        _WirePart(p.text.text, p.text.runs(), p.hints, p.part_base, [(s.start, s.end) for s in p.headings], p.wrapped)
        for p in form.parts
    ]
    return msgspec.msgpack.encode(_WireForm(form.name, parts, form.issues, form.encoding))


def unpack(data: bytes) -> Form:
    """The form that `pack` was given."""
    wire = msgspec.msgpack.decode(data, type=_WireForm)
    parts = []
    for part in wire.parts:
        origins = array("l")
        for _, origin, length in part.runs:
            origins.extend(range(origin, origin + length))
        headings = tuple(Span(*h) for h in part.headings)
        parts.append(RawPart(Traced(part.text, origins), part.hints, part.part_base, headings, part.wrapped))
    return Form(wire.name, parts, wire.issues, wire.encoding)
