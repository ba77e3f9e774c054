"""An archive of an earlier version is brought up to date when it is opened, and says how that goes on."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from archive_samples import RUN, full, many, reading

from dragoman.archive import Archive, verify
from dragoman.archive.connection import FILE


def older(folder: Path) -> Path:
    """An archive as version 1 left it, with the links that it made of every hyphen."""
    with Archive.open(folder, create=True) as archive:
        archive.begin_reading(reading())
        archive.commit([full(), *many(6)], [], RUN)
        archive.finish_reading(reading())
    raw = sqlite3.connect(folder / FILE)
    for table in (
        "state_months", "pair_months", "partners", "document_months", "document_counts", "state_documents", "record_counts",
        "told", "clauses", "alike",
    ):  # fmt: skip
        raw.execute(f"DROP TABLE {table}")
    raw.execute("DROP INDEX all_documents_listed")
    raw.execute("DELETE FROM meta WHERE key = 'commits'")
    raw.execute(
        "INSERT INTO all_parties SELECT 'COUNCIL', record_table, date, row, coding, record_id, roles FROM all_parties LIMIT 1"
    )
    raw.execute("PRAGMA user_version = 1")
    raw.commit()
    raw.close()
    return folder


def test_an_earlier_archive_is_brought_up_to_date(tmp_path: Path) -> None:
    said: list[str] = []
    with Archive.open(older(tmp_path), read_only=True, say=said.append) as archive:
        assert verify(archive).findings == []
        before = archive.state
    assert said
    assert all("is of an earlier version and is brought up to date, once: " in line for line in said)
    with Archive.open(tmp_path, say=said.append) as archive:
        told = len(said)
        archive.begin_reading(reading("r2"))
        assert archive.state.version > before.version
    assert len(said) == told
