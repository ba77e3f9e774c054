"""What there is to answer from: how many documents, of which years, and the months of which there are none.

Nothing found is not the same as nothing there: every count of records is shown beside these.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dragoman.archive import Archive

_DOCUMENTS = "all_documents d JOIN all_codings c ON c.coding = d.coding AND c.current"


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
    documents, dated, first, last = archive.one(
        f"SELECT count(*), count(d.published), min(d.published), max(d.published) FROM {_DOCUMENTS}"
    )
    speaking = "SELECT p.coding FROM all_parties p WHERE p.code = ?1 AND p.record_table = 'documents'"
    # The index on codes of mentions has whole codes: a part begins with the whole and a hyphen, and "." follows "-".
    mentioned = "SELECT a.coding FROM all_actors a WHERE a.code = ?1 OR (a.code >= ?1 || '-' AND a.code < ?1 || '.')"
    (spoken,) = archive.one(
        f"SELECT count(*) FROM all_codings c WHERE c.current AND c.coding IN ({speaking} AND instr(p.roles, 'speaker_state'))",
        (code,),
    )
    (naming,) = archive.one(
        f"SELECT count(*) FROM all_codings c WHERE c.current AND c.coding IN ({speaking} UNION {mentioned})", (code,)
    )
    return Coverage(documents, documents - dated, first, last, spoken, naming)


def documents_by_year(archive: Archive) -> dict[str, int]:
    """How many documents were published in each year; those of unknown date are under ""."""
    return dict(
        archive.select(f"SELECT coalesce(substr(d.published, 1, 4), ''), count(*) FROM {_DOCUMENTS} GROUP BY 1 ORDER BY 1")
    )


def documents_by_month(archive: Archive) -> dict[str, int]:
    """How many documents were published in each month that has any; those dated to the year alone are left out."""
    return dict(
        archive.select(
            f"SELECT substr(d.published, 1, 7), count(*) FROM {_DOCUMENTS} WHERE length(d.published) >= 7 GROUP BY 1 ORDER BY 1"
        )
    )


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
