"""A document: its text with the records that rest on it, what is known of it and how, and how to cite it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from fastapi import Response

from dragoman.analysis import find, shown
from dragoman.analysis.shown import MARKED, Mark, Shown, marks_of
from dragoman.archive.columns import decode_list
from dragoman.errors import UsageError
from dragoman.web import cite, links
from dragoman.web.desk import Desk, NotThere, Page
from dragoman.web.entries import Entry, entry
from dragoman.web.exports import attached
from dragoman.web.highlight import WINDOW, Window, highlighted, window

# All tables that can be marked, and those that are unless others are asked for.
TABLES = (*MARKED, "actors")
_MOST = 400  # records in the margin at once
_BASIS = {
    "meta": "metadata of the page", "dateline": "the dateline", "url": "the address", "header": "a line above the text",
    "filename": "the name of the file", "text": "the text itself", "bulletin": "the bulletin it stands in",
}  # fmt: skip


@dataclass(frozen=True)
class Noted:
    """A stretch of the text and its records in the margin."""

    number: int
    start: int
    end: int
    entries: list[tuple[str, Entry]]


def document(desk: Desk, key: str) -> Page:
    found, at = _found(desk, key), _at(desk)
    tables = _tables(desk)
    marks = marks_of({name: found.records[name].rows() for name in tables})
    start = at[0] if at else desk.number("from", 0, least=0)
    part = window(len(found.text), start)
    inside = [mark for mark in marks if mark.start < part.end and mark.end > part.start]
    told = [_noted(desk, mark) for mark in _kept(inside)]
    of = found.document
    view: dict[str, Any] = {
        "document": of, "own_words": of.get("reported_by") or [], "window": part, "at": at, "windowed": part.length > WINDOW,
        "text": highlighted(found.text, marks, part, at, tables),
        "noted": told, "marks_shown": len(told), "marks_total": len(inside),
        "records_total": sum(len(m.records) for m in inside),
        "tables": [(name, len(found.records[name]), name in tables) for name in TABLES],
        "shown_tables": tables, "facts": _facts(desk, found), "files": _files(desk, of["document_id"]), "forms": cite.FORMS,
        "others": _others(desk, of), "href": links.document(of["document_id"]), "url": _safe(of.get("url")),
        "citation": cite.plain(of, at), "basis": _BASIS.get(of.get("published_basis") or "", of.get("published_basis")),
        "part": _part(desk, part, tables), "toggle": _toggles(of["document_id"], tables, part, at),
    }  # fmt: skip
    return Page("document.html", str(of.get("title") or of["source_path"]), view)


def citation(desk: Desk, key: str, form: str) -> Response:
    """The document, or the passage `at`, as a file for a reference manager."""
    if form not in cite.FORMS:
        raise NotThere(f"no citation as {form!r}; there are: {', '.join(cite.FORMS)}")
    make, kind, _ = cite.FORMS[form]
    of = _found(desk, key).document
    return attached(make(of, _at(desk)), f"{of['document_id'][:12]}.{form}", kind)


def _found(desk: Desk, key: str) -> Shown:
    try:
        ids = find(desk.store, key)
    except UsageError as error:
        raise NotThere(str(error)) from error
    if len(ids) > 1:
        raise UsageError(f"{key!r} is {len(ids)} documents; give one of their ids: {', '.join(ids)}")
    return shown(desk.store, ids[0])


def _at(desk: Desk) -> tuple[int, int] | None:
    given = desk.one("at")
    if given is None:
        return None
    start, _, end = given.partition("-")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) < 10**12):
        raise UsageError(f"at={given!r} is no passage; write its first and last character, as 120-190")
    return int(start), int(end)


def _tables(desk: Desk) -> tuple[str, ...]:
    given = desk.one("show")
    if given is None:
        return MARKED
    wanted = [] if given == "none" else given.split(",")
    if unknown := [name for name in wanted if name not in TABLES]:
        raise UsageError(f"show={unknown[0]!r}: there are: {', '.join(TABLES)}, none")
    return tuple(name for name in TABLES if name in wanted)


def _kept(marks: list[Mark]) -> list[Mark]:
    return marks[:_MOST]


def _noted(desk: Desk, mark: Mark) -> Noted:
    return Noted(mark.number, mark.start, mark.end, [(table, entry(desk, table, row)) for table, row in mark.records])


def _toggles(document_id: str, tables: tuple[str, ...], part: Window, at: tuple[int, int] | None) -> dict[str, str]:
    """For each table the address of this page with it marked or not."""
    made = {}
    for name in TABLES:
        wanted = [one for one in TABLES if (one in tables) != (one == name)]
        where = {"at": f"{at[0]}-{at[1]}"} if at else {"from": part.start or None}
        made[name] = links.address(links.document(document_id), where, show=",".join(wanted) or "none")
    return made


def _part(desk: Desk, part: Window, tables: tuple[str, ...]) -> dict[str, str | None]:
    show = ",".join(tables) or "none"
    return {
        name: links.address(desk.path, {"from": start, "show": show if tables != MARKED else None})
        if start is not None
        else None
        for name, start in (("before", part.before), ("after", part.after))
    }


# What stands above the text, in this order, where it is known.
_SAID = (
    "speaker_name", "speaker_office", "addressee", "occasion", "dateline_place", "publisher", "audience", "authority",
    "language",
)  # fmt: skip


def _facts(desk: Desk, found: Shown) -> list[tuple[str, str, str | None]]:
    """Name, value and where it leads, of what is known of a document."""
    of = found.document
    facts: list[tuple[str, str, str | None]] = []
    if of.get("speaker_state"):
        facts.append(("speaks for", desk.name(of["speaker_state"]), links.state(of["speaker_state"])))
    facts += [(name.replace("_", " "), str(of[name]), None) for name in _SAID if of.get(name) not in (None, "")]
    whose = desk.names(of.get("reported_by") or [])
    facts.append(("whose words", whose or "its author's, for no state", None))
    if of.get("captured"):
        facts.append(("captured", str(of["captured"]), None))
    return facts


def _safe(url: str | None) -> str | None:
    """An address that may be followed: of the web, and nothing that a browser would run."""
    if not url:
        return None
    try:
        return url if urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _files(desk: Desk, document_id: str) -> list[tuple[str, str]]:
    """The files that gave the document, and the hash of their bytes."""
    sql = (
        "SELECT path, sha256, document_ids FROM files WHERE path IN "
        "(SELECT path FROM sightings WHERE document_id = ?) ORDER BY path"
    )
    return [(path, sha) for path, sha, ids in desk.store.select(sql, (document_id,)) if document_id in decode_list(ids)]


def _others(desk: Desk, of: Any) -> list[tuple[str, str]]:
    """Other documents of the same file, in its order."""
    sql = (
        "SELECT DISTINCT c.document_id, coalesce(d.title, d.kind) FROM origins o "
        "JOIN all_codings c ON c.doc = o.doc AND c.current "
        "JOIN all_documents d ON d.coding = c.coding WHERE o.source_path = ? AND c.document_id != ? ORDER BY d.part LIMIT 30"
    )
    return [(key, said) for key, said in desk.store.select(sql, (of["source_path"], of["document_id"]))]
