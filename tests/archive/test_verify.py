"""Every kind of damage that leaves the file readable is found, and named."""

from __future__ import annotations

import sqlite3

import pytest
from archive_samples import RUN, full, issue, many, mark, reading

from dragoman.archive import Archive, verify


@pytest.fixture
def filled(archive: Archive) -> Archive:
    made = [full(), *many(5)]
    archive.begin_reading(reading())
    archive.commit(made, [issue("i1")], RUN, marks=[mark(d.document.source_path, [d], d.document.text) for d in made])
    archive.finish_reading(reading())
    return archive


def test_a_sound_archive(filled: Archive) -> None:
    found = verify(filled)
    assert found.sound
    assert found.findings == []
    assert found.found == 0
    assert found.checked["texts"] == found.checked["documents"] == found.checked["indexed texts"] == 6
    assert found.checked["positions"] == 2
    assert found.checked["issues"] == 1
    assert found.checked["parties"] > 10


def test_an_empty_archive_is_sound(archive: Archive) -> None:
    assert verify(archive).sound


@pytest.mark.parametrize(
    ("damage", "table", "what"),
    [
        ("UPDATE texts SET text = replace(text, 'Russia', 'Prussia')", "documents", "the text is not the one that was read"),
        ("UPDATE texts SET text = replace(text, 'Russia', 'Prussia')", "search", "does not agree with the texts"),
        ("UPDATE texts SET text = CAST(X'C328' AS TEXT) WHERE doc = 1", "documents", "the text is not the one that was read"),
        ("UPDATE texts SET text = 'short'", "events", "is not inside the text of 5 characters"),
        ("UPDATE texts SET offsets = X'00' WHERE doc = 1", "documents", "the map to the source cannot be read"),
        ("DELETE FROM texts WHERE doc = 1", "codings", "its document has no text"),
        ("DELETE FROM texts WHERE doc = 1", "events", "is not there"),
        ("UPDATE all_events SET start = -1", "events", "its span -1:"),
        ('UPDATE all_events SET trigger_end = 100000', "events", "its trigger"),
        ("UPDATE all_positions SET polarity = 1", "positions", "the id differs"),
        ("UPDATE all_claims SET value = 2000.0", "claims", "the id differs"),
        ("UPDATE all_relations SET reported_by = '[\"USA\"]'", "relations", "the id differs"),
        ("UPDATE all_events SET source = 'PRK' WHERE row = 1", "records", "cannot be read"),
        ("UPDATE all_documents SET title = 'x' WHERE row = 1", "documents", "the id differs"),
        ("DELETE FROM all_documents WHERE row = 1", "codings", "the document's own row is not there"),
        ("DELETE FROM all_codings WHERE coding = 1", "events", "belongs to no coding"),
        ("DELETE FROM all_codings WHERE coding = 1", "documents", "a text that no run has coded"),
        ("DELETE FROM all_runs", "codings", "its run is not there"),
        ("DELETE FROM all_parties WHERE code = 'PRK'", "parties", "rebuild them"),
        ("UPDATE all_parties SET roles = '[]'", "parties", "rebuild them"),
        ("UPDATE state_years SET n = n + 1", "state_years", "rebuild it"),
        ("DELETE FROM pair_years", "pair_years", "rebuild it"),
        ("UPDATE pair_months SET score = score + 1", "pair_months", "rebuild it"),
        ("DELETE FROM partners", "partners", "rebuild it"),
        ("UPDATE document_counts SET n = n + 1", "document_counts", "rebuild it"),
        ("UPDATE state_documents SET events = 0", "state_documents", "rebuild it"),
        ("DELETE FROM clauses", "likeness", "rebuild them"),
        ("INSERT INTO alike VALUES (1, 2, 0.5, 0.5)", "likeness", "rebuild them"),
        ("UPDATE all_codings SET current = 0 WHERE coding = 1", "state_years", "rebuild it"),
        ("INSERT INTO search (search) VALUES ('delete-all')", "search", "does not agree with the texts"),
        ("UPDATE origins SET source_path = 'zzz'", "documents", "source_path is not the smallest"),
        ("UPDATE files SET document_ids = '[\"x\"]'", "files", "a document that it gave is not there"),
        ("INSERT INTO sightings VALUES ('x', 'p', '', 'y')", "documents", "what it supersedes is not there"),
    ],
)  # fmt: skip
def test_damage_is_found(filled: Archive, damage: str, table: str, what: str) -> None:
    raw = sqlite3.connect(filled.file)
    raw.execute(damage)
    raw.commit()
    raw.close()
    found = verify(filled)
    assert not found.sound
    assert found.found >= len(found.findings) > 0
    assert any(f.table == table and what in f.what for f in found.findings), found.findings[:5]


def test_what_follows_from_records_can_be_mended(filled: Archive) -> None:
    raw = sqlite3.connect(filled.file)
    for damage in (
        "DELETE FROM all_parties", "DELETE FROM state_years", "DELETE FROM told", "DELETE FROM clauses",
        "INSERT INTO search (search) VALUES ('delete-all')",
    ):  # fmt: skip
        raw.execute(damage)
    raw.execute("UPDATE origins SET source_path = 'zzz'")
    raw.commit()
    raw.close()
    assert not verify(filled).sound
    filled.rebuild()
    assert verify(filled).findings == []
