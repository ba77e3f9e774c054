"""A small folder of texts in our own words, and the means to compare what archives hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.archive import Archive, rows
from dragoman.records import RECORDS

TEXTS = {
    "statement.txt": (
        "Statement of the Ministry of Foreign Affairs of Finland\n\nHelsinki, 4 May 2011\n\n"
        "Finland condemns the attack on the embassy of Norway in Tripoli. The government of Finland will send "
        "ten doctors to Libya. Finland supports the United Nations and respects the Charter of the United Nations.\n"
    ),
    "news.txt": (
        "Ghana and Togo reopen border\n\nACCRA, March 3, 1994 (Example Wire) -- Ghana and Togo signed an agreement on their "
        "common border on Thursday. President Jerry Rawlings visited Lomé in February. Togo released twelve Ghanaian "
        "fishermen. The two countries established diplomatic relations in 1960.\n"
    ),
    "reference.txt": (
        "Foreign relations of Chile\n\nChile has diplomatic relations with 173 states.[1] It joined the United Nations in "
        "1945.[2] In 1978 Argentina rejected the ruling on the Beagle Channel. Argentina and Chile signed a treaty in 1984.\n"
    ),
    "rows.jsonl": (
        '{"id": "a", "text": "Poland expelled two Russian diplomats on Monday.", "date": "2021-04-19"}\n'
        '{"id": "b", "text": "Japan gave Tonga a water plant.", "date": "2022-02-01"}\n'
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve small files, each statement in three copies that differ."""
    where = tmp_path / "texts"
    where.mkdir()
    for name, text in TEXTS.items():
        for copy in range(3):
            body = text if name.endswith("jsonl") else f"{text}\nThis is copy number {copy} of the text.\n"
            if name.endswith("jsonl") and copy:
                body = body.replace('"a"', f'"a{copy}"')
            (where / f"{copy}-{name}").write_text(body)
    return where


def contents(folder: Path) -> dict[str, list[object]]:
    """All that an archive holds but for run ids and clock times."""
    out: dict[str, list[object]] = {}
    with Archive.open(folder, read_only=True) as archive:
        for table in ("documents", *RECORDS):
            found = [{k: v for k, v in row.items() if k != "run_id"} for row in rows(archive, table)]
            out[table] = sorted(found, key=repr)
    return out
