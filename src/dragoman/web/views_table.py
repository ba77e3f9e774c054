"""Any table of the record with any filter, in pages, and as a file."""

from __future__ import annotations

from typing import Any

from fastapi import Response

from dragoman.analysis.selection import UNKNOWN
from dragoman.archive import count, rows
from dragoman.archive.columns import TABLES
from dragoman.archive.schema import ROLES
from dragoman.records import RECORDS
from dragoman.web import links
from dragoman.web.asked import PAGE, asked, counted, paging, selection
from dragoman.web.desk import Desk, NotThere, Page
from dragoman.web.entries import entry
from dragoman.web.exports import exported

# Columns that say what a row is of; the others stand behind "all columns".
SHOWN: dict[str, tuple[str, ...]] = {
    "documents": ("published", "kind", "title", "speaker_state", "outlet", "language", "reported_by"),
    "passages": ("kind", "speaker_name", "speaker_office", "speaker_state"),
    "actors": ("text", "code", "sector", "name", "office", "office_status"),
    "issues": ("severity", "code", "source_path", "message"),
    "runs": ("run_id", "version", "model", "started"),
    "codings": ("document_id", "run_id", "sentences", "parsed", "coded_at"),
    "readings": ("started", "finished", "paths", "files", "documents_new", "documents_known", "skipped"),
}
# Tables whose rows are told as entries.
TOLD = ("events", "positions", "principles", "claims", "citations", "relations", "competences")
# Columns by which a table may be narrowed on its page, where a reader would want to.
NARROWED: dict[str, tuple[str, ...]] = {
    "documents": ("kind", "language", "speaker_state", "authority"),
    "events": ("event", "mode", "modality", "performed"),
    "positions": ("holder", "target", "topic", "polarity"),
    "principles": ("kind", "topic"),
    "claims": ("claimed_by", "subject", "measure", "kind", "topic"),
    "citations": ("cited_by", "instrument", "provision", "stance"),
    "relations": ("kind", "status"),
    "competences": ("state", "office", "kind"),
    "actors": ("code", "sector", "office", "office_status", "resolved_from"),
    "passages": ("kind", "speaker_state"),
    "issues": ("severity", "code", "stage"),
}
_ORDER = {"documents": ("-published",), "issues": ("severity",), "readings": ("-started",)}


def tables(desk: Desk) -> Page:
    """All tables and how many rows each has."""
    counts = desk.store.keep("counts", lambda: {name: count(desk.store, name) for name in TABLES})
    helps = {name: " ".join((table.struct.__doc__ or "").split(".")[0].split()) for name, table in TABLES.items()}
    return Page("tables.html", "Tables", {"counts": counts, "helps": helps, "records": RECORDS})


def _known(name: str) -> str:
    if name not in TABLES:
        raise NotThere(f"no table {name!r}; there are: {', '.join(TABLES)}")
    return name


def table(desk: Desk, name: str) -> Page:
    given = asked(desk, _known(name), links.table(name), order=_ORDER.get(name, ()))
    total = counted(desk, name, given.filters)
    if name == "documents":  # texts are long, and no page of a list shows them
        own = [column for column in TABLES[name].names if column not in ("text", "text_sha256")]
        found = rows(desk.store, name, given.filters, order=given.order, limit=PAGE, offset=given.offset, columns=own)
    else:
        found = selection(desk, given).rows()
    told = name in TOLD
    shown: dict[str, Any] = {
        "name": name, "asked": given, "paging": paging(given, len(found), total), "told": told,
        "entries": [entry(desk, name, row) for row in found] if told else [],
        "rows": found, "columns": SHOWN.get(name, TABLES[name].names), "narrowed": NARROWED.get(name, ()),
        "dated": name in RECORDS or name == "documents", "partied": name in ROLES and TABLES[name].column("state") is None,
        "unknown": UNKNOWN[1],
    }  # fmt: skip
    return Page("table.html", name.capitalize(), shown)


def table_file(desk: Desk, name: str, form: str) -> Response:
    """All rows that fit, in every column."""
    given = asked(desk, _known(name), links.table(name), order=_ORDER.get(name, ()))
    return exported(name, selection(desk, given, paged=False), form)
