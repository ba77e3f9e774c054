"""`dragoman info`: what is in the archive, and what is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from dragoman.cli.terminal.options import ArchiveOption

if TYPE_CHECKING:
    from dragoman.analysis import Overview
    from dragoman.cli.terminal.screen import Screen

_VALUES = 12  # of a breakdown
_GAPS = 12


def info(
    *,
    archive: ArchiveOption = None,
    format: Annotated[Literal["text", "json"], Parameter(help="How it is written.")] = "text",
) -> int:
    """Documents by kind, outlet, year and language, months without any, records, runs, and what was skipped and why."""
    from dragoman.cli.terminal.opening import open_archive
    from dragoman.cli.terminal.screen import Screen

    with open_archive(archive) as opened:
        found = opened.overview()
        if format == "json":
            _json(found)
        else:
            _show(Screen(), found)
    return 0


def _json(found: Overview) -> None:
    import msgspec

    from dragoman.cli.terminal.rows import binary

    data = {
        "folder": str(found.folder), "bytes": found.size, "documents": found.documents, "by": found.by,
        "first_month": found.first_month, "last_month": found.last_month, "months_with_documents": found.months,
        "months_without": [list(gap) for gap in found.empty_months], "records": found.records,
        "sentences": found.sentences, "sentences_parsed": found.parsed, "uncoded": found.uncoded,
        "issues": [{"severity": severity, "code": code, "count": n} for (severity, code), n in found.issues.items()],
        "skipped": {"shown": len(found.skipped), "total": found.skipped.total, "rows": found.skipped.rows()},
        "runs": found.runs.rows(), "readings": found.readings.rows(),
    }  # fmt: skip
    out = binary()
    out.write(msgspec.json.format(msgspec.json.encode(data), indent=2) + b"\n")
    out.flush()


def _show(screen: Screen, found: Overview) -> None:
    screen.line(f"{found.folder}: {found.documents:,} documents, {found.size / 1e6:,.1f} MB", "bold")
    for name, counts in found.by.items():
        if name != "year" and counts:
            screen.line(f"by {name}: {_counts(counts)}")
    _show_years(screen, found)
    screen.line(f"records: {', '.join(f'{n:,} {table}' for table, n in found.records.items() if n) or 'none'}")
    screen.line(
        f"sentences: {found.sentences:,}, {_share(found.sentences - found.parsed, found.sentences)} held nothing to code"
    )
    if found.uncoded:
        screen.line(
            f"not coded: {_counts(found.uncoded)} documents in languages that are kept and searchable, but not coded yet"
        )
    _show_skipped(screen, found)
    screen.heading("Runs")
    for row in found.runs:
        screen.line(f"{row['run_id']}: version {row['version']}, {row['model']}, since {row['started']}")
    screen.heading("Readings", found.readings.said)
    from dragoman.analysis.wording import wording

    for row in found.readings:
        screen.line(wording("readings", row))


def _show_years(screen: Screen, found: Overview) -> None:
    years = {year: n for year, n in found.by["year"].items() if year}
    undated = found.by["year"].get("", 0)
    if years:
        screen.line(f"by year: {', '.join(f'{year} {n:,}' for year, n in years.items())}")
    if undated:
        screen.line(f"undated: {undated:,} documents")
    if found.first_month is None:
        return
    gaps = [first if first == last else f"{first} to {last}" for first, last in found.empty_months]
    more = f" and {len(gaps) - _GAPS} gaps more" if len(gaps) > _GAPS else ""
    without = f"none in {', '.join(gaps[:_GAPS])}{more}" if gaps else "no month between is without"
    screen.line(f"months: {found.months:,} with documents, {found.first_month} to {found.last_month}; {without}")


def _show_skipped(screen: Screen, found: Overview) -> None:
    if not found.issues:
        return
    counts = ", ".join(f"{n:,} {severity} {code}" for (severity, code), n in found.issues.items())
    screen.heading("Skipped or flawed", f"{counts}; {found.skipped.said}")
    for row in found.skipped:
        screen.line(row["message"], indent=2)


def _counts(counts: Mapping[str, int]) -> str:
    named = [f"{value or 'unknown'} {n:,}" for value, n in counts.items()]
    more = f" and {len(named) - _VALUES} more" if len(named) > _VALUES else ""
    return ", ".join(named[:_VALUES]) + more


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "0 %"
