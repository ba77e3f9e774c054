"""What the archive holds, and which tables and registers there are."""

from __future__ import annotations

from typing import Any

from dragoman import analysis
from dragoman.analysis import REGISTERS
from dragoman.archive import Filters
from dragoman.archive.columns import TABLES
from dragoman.rest.answers import Info, Listing, columns_of
from dragoman.rest.asked import Asked, Route
from dragoman.version import VERSION


def answer(asked: Asked) -> dict[str, Any]:
    """As `dragoman info --format json`; of the archive's place on the disk the last name alone."""
    found = analysis.overview(asked.store)
    return {
        "version": VERSION, "archive": found.folder.absolute().name, "bytes": found.size, "documents": found.documents,
        "by": found.by, "first_month": found.first_month, "last_month": found.last_month, "months_with_documents": found.months,
        "months_without": [list(gap) for gap in found.empty_months], "records": found.records, "sentences": found.sentences,
        "sentences_parsed": found.parsed, "uncoded": found.uncoded,
        "issues": [{"severity": severity, "code": code, "count": n} for (severity, code), n in found.issues.items()],
        **{name: _part(name, getattr(found, name)) for name in ("skipped", "runs", "readings")},
    }  # fmt: skip


def _part(name: str, table: analysis.Table) -> dict[str, Any]:
    """A table of the overview; who read from where stays on this machine."""
    rows = [{key: value for key, value in row.items() if key != "paths"} for row in table]
    return {"name": name, "of": name if name in TABLES else "issues", "rows": rows, "total": table.total, "note": table.note}


def listing(asked: Asked) -> dict[str, Any]:
    tables = [{"name": name, "columns": columns_of(name), "rows": asked.total(name, Filters())} for name in TABLES]
    registers = [{"name": name, "help": register.help} for name, register in REGISTERS.items()]
    return {"tables": tables, "registers": registers, "documents": asked.documents()}


def _section(name: str) -> dict[str, Any]:
    return {"name": name, "of": name, "rows": [], "total": 0, "note": None}


_EXAMPLE = {
    "version": VERSION, "archive": "dragoman-archive", "bytes": 1_000_000, "documents": 191,
    "by": {"kind": {"news": 69}, "outlet": {"": 4}, "language": {"en": 188}, "year": {"2024": 25}}, "first_month": "1948-10",
    "last_month": "2024-12", "months_with_documents": 60, "months_without": [["1949-01", "1955-02"]],
    "records": {"events": 614}, "sentences": 1830, "sentences_parsed": 1555, "uncoded": {"ko": 1}, "issues": [],
    "skipped": _section("skipped"), "runs": _section("runs"), "readings": _section("readings"),
}  # fmt: skip
_TABLES = {
    "tables": [{"name": "events", "columns": ["record_id", "event"], "rows": 614}],
    "registers": [{"name": "visits", "help": "who went to whom"}], "documents": 191,
}  # fmt: skip

ROUTES = (
    Route(
        path="/info", name="info", help="What is in the archive and what is not.", parameters=(), answer=Info, make=answer,
        example=_EXAMPLE, refuses=(),
    ),
    Route(
        path="/tables", name="tables", help="The tables and registers that there are.", parameters=(), answer=Listing,
        make=listing, example=_TABLES, refuses=(),
    ),
)  # fmt: skip
