"""What there is to answer from: how many documents, of which years, and the months of which there are none.

Nothing found is not the same as nothing there: every count of records is shown beside these.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dragoman.archive import Archive


@dataclass(frozen=True)
class Coverage:
    """Of the `documents` of an archive, `spoken` are the state's own words and `naming` mention it or speak for it.

    `first` and `last` bound the dates on which documents were published; `undated` have none.
    """

    documents: int
    undated: int
    first: str | None
    last: str | None
    spoken: int
    naming: int


def coverage(archive: Archive, code: str) -> Coverage:
    """What the archive has on one actor; its parts count for it."""
    documents, undated = archive.one(
        "SELECT coalesce(sum(n), 0), coalesce(sum(n) FILTER (WHERE month = ''), 0) FROM document_months"
    )
    # A join would make SQLite go through all codings first.
    current = "EXISTS (SELECT 1 FROM all_codings c WHERE c.coding = d.coding AND c.current)"
    dated = f"all_documents d INDEXED BY all_documents_published WHERE d.published IS NOT NULL AND {current}"
    bound = f"SELECT d.published FROM {dated} ORDER BY d.published"
    first, last = (archive.select(f"{bound} {way} LIMIT 1") for way in ("", "DESC"))
    spoken, naming = next(iter(archive.select("SELECT spoken, naming FROM state_documents WHERE code = ?", (code,))), (0, 0))
    return Coverage(documents, undated, first[0][0] if first else None, last[0][0] if last else None, spoken, naming)


def documents_by_year(archive: Archive) -> dict[str, int]:
    """How many documents were published in each year; those of unknown date are under ""."""
    return dict(archive.select("SELECT substr(month, 1, 4), sum(n) FROM document_months GROUP BY 1 ORDER BY 1"))


def documents_by_month(archive: Archive) -> dict[str, int]:
    """How many documents were published in each month that has any; those dated to the year alone are left out."""
    return dict(archive.select("SELECT month, n FROM document_months WHERE length(month) = 7 ORDER BY 1"))


def empty_months(months: dict[str, int]) -> list[tuple[str, str]]:
    """The gaps between the first and the last month that have documents: (first, last month without any), in order."""
    gaps: list[tuple[str, str]] = []
    numbers = sorted(int(month[:4]) * 12 + int(month[5:7]) - 1 for month in months)
    for before, after in pairwise(numbers):
        if after > before + 1:
            gaps.append((_month(before + 1), _month(after - 1)))
    return gaps


def _month(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
