"""What an archive holds: documents by kind, outlet, year and language, records, runs, readings, and what was skipped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.analysis.coverage import documents_by_month, documents_by_year, empty_months
from dragoman.analysis.table import Table
from dragoman.archive import Archive, Filters, count, rows
from dragoman.archive.columns import TABLES
from dragoman.archive.rollups import COUNTED_BY
from dragoman.records import RECORDS

SKIPPED_SHOWN = 20
READINGS_SHOWN = 5
CODED_LANGUAGES = ("en",)


@dataclass(frozen=True)
class Overview:
    """`by` counts documents: for `kind`, `outlet`, `language`, `year`, from a value ("" where unknown) to a number.

    `empty_months` are the gaps between the first month with documents and the last. `sentences` of current codings
    were found, `parsed` of them parsed. `uncoded` documents are in languages that are kept but not coded.
    `issues` counts by severity and code; `skipped` has those that kept something from being read.
    """

    folder: Path
    size: int
    documents: int
    by: Mapping[str, Mapping[str, int]]
    first_month: str | None
    last_month: str | None
    months: int
    empty_months: list[tuple[str, str]]
    records: Mapping[str, int]
    sentences: int
    parsed: int
    uncoded: Mapping[str, int]
    issues: Mapping[tuple[str, str], int]
    skipped: Table
    runs: Table
    readings: Table


def overview(archive: Archive, *, limit: int | None = SKIPPED_SHOWN) -> Overview:
    """Everything about the archive as it is now; at most `limit` skipped files are listed."""
    with archive.snapshot():
        months = documents_by_month(archive)
        by = {name: _counted(archive, name) for name in COUNTED_BY} | {"year": documents_by_year(archive)}
        documents = sum(by["kind"].values())
        sentences, parsed = (sum(_counted(archive, name).values()) for name in ("sentences", "parsed"))
        found = archive.select(
            "SELECT severity, code, count(*) FROM issues GROUP BY 1, 2 ORDER BY severity = 'note', severity, 3 DESC, 2"
        )
        return Overview(
            folder=archive.folder,
            size=archive.file.stat().st_size,
            documents=documents,
            by=by,
            first_month=min(months, default=None),
            last_month=max(months, default=None),
            months=len(months),
            empty_months=empty_months(months),
            records={name: count(archive, name) for name in RECORDS},
            sentences=sentences,
            parsed=parsed,
            uncoded={language: n for language, n in by["language"].items() if language and language not in CODED_LANGUAGES},
            issues={(severity, code): n for severity, code, n in found},
            skipped=_skipped(archive, limit),
            runs=_ledger(archive, "runs", ["started"], None),
            readings=_ledger(archive, "readings", ["-started"], READINGS_SHOWN),
        )


def _counted(archive: Archive, field: str) -> dict[str, int]:
    sql = "SELECT value, n FROM document_counts WHERE field = ? ORDER BY n DESC, value"
    return dict(archive.select(sql, (field,)))


def _skipped(archive: Archive, limit: int | None) -> Table:
    """What was not read, or not wholly: issues graver than a note, errors first."""
    wanted = Filters(columns={"severity": ["error", "warning"]})
    found = rows(archive, "issues", wanted, order=["severity", "source_path"], limit=limit)
    return Table("skipped", TABLES["issues"].columns, found, total=count(archive, "issues", wanted))


def _ledger(archive: Archive, name: str, order: list[str], limit: int | None) -> Table:
    found = rows(archive, name, order=order, limit=limit)
    return Table(name, TABLES[name].columns, found, total=count(archive, name))
