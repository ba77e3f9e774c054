"""A document as one page of HTML: nothing is fetched, nothing runs, and all that comes from a text is escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.analysis.shown import Mark, Segment

# What stands above the text, in this order, where it is known.
_HEAD = (
    "kind", "published", "published_basis", "published_candidates", "outlet", "publisher", "speaker_name", "speaker_office",
    "speaker_state", "addressee", "occasion", "dateline_place", "authority", "language", "reported_by", "source_path",
    "document_id", "run_id",
)  # fmt: skip
_STYLE = """
:root { color-scheme: light dark }
body { font: 16px/1.55 Georgia, serif; max-width: 76rem; margin: 2rem auto; padding: 0 1rem }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2.5rem }
@media (max-width: 60rem) { main { grid-template-columns: minmax(0, 1fr) } }
h1 { font-size: 1.5rem } h2 { font-size: 1rem }
.head { font: 13px/1.5 system-ui, sans-serif; display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem }
.head dt { opacity: .65 } .head dd { margin: 0 }
.text { white-space: pre-wrap; overflow-wrap: anywhere }
mark { background: #ffe9a8; color: inherit } mark.deep { background: #ffd36b }
@media (prefers-color-scheme: dark) { mark { background: #5a4a14 } mark.deep { background: #7a6115 } }
mark:target, li:target { outline: 2px solid #c60 }
sup a { font: 11px system-ui, sans-serif; text-decoration: none }
.records { font: 13px/1.45 system-ui, sans-serif } .records li { margin-bottom: .6rem; overflow-wrap: anywhere }
.records q { opacity: .75 }
"""


def page(document: Mapping[str, Any], pieces: Sequence[Segment], marks: Sequence[Mark]) -> str:
    """The text with its marks numbered, and beside it what each mark holds."""
    title = str(document.get("title") or document.get("source_path") or document["document_id"])
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>"
        f'<h1>{escape(title)}</h1><dl class="head">{_head(document)}</dl><main>'
        f'<article class="text" lang="{escape(str(document.get("language") or "und"))}">{_text(pieces)}</article>'
        f'<aside class="records"><h2>{_counted(marks)}</h2><ol>{"".join(map(_item, marks))}</ol></aside>'
        "</main></body></html>\n"
    )


def _head(document: Mapping[str, Any]) -> str:
    items = []
    for name in _HEAD:
        value = document.get(name)
        if value not in (None, "", []):
            said = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            items.append(f"<dt>{escape(name.replace('_', ' '))}</dt><dd>{escape(said)}</dd>")
    return "".join(items)


def _counted(marks: Sequence[Mark]) -> str:
    records = sum(len(mark.records) for mark in marks)
    return f"{records:,} records on {len(marks):,} stretches of the text"


def _text(pieces: Sequence[Segment]) -> str:
    out = []
    begun: set[int] = set()
    for piece in pieces:
        numbers = "".join(f'<sup id="t{n}"><a href="#r{n}">{n}</a></sup>' for n in piece.marks if n not in begun)
        begun.update(piece.marks)
        words = escape(piece.text)
        if piece.marks:
            deep = ' class="deep"' if len(piece.marks) > 1 else ""
            words = f"<mark{deep}>{words}</mark>"
        out.append(numbers + words)
    return "".join(out)


def _item(mark: Mark) -> str:
    lines = "<br>".join(escape(line) for line in mark.lines)
    quote = str(mark.records[0][1].get("quote") or "")
    return (
        f'<li id="r{mark.number}" value="{mark.number}"><a href="#t{mark.number}">↩</a> {lines}<br><q>{escape(quote)}</q></li>'
    )
