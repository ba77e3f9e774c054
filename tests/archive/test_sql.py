"""Whatever a user writes, it can only read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from archive_samples import NEWER, RUN, VISIT, coded, fill, full

from dragoman.archive import Archive, sql, verify
from dragoman.errors import UsageError


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("sql") / "archive", create=True) as archive:
        fill(archive, full())
        yield archive


def test_the_tables_can_be_asked_by_their_names(filled: Archive) -> None:
    found = sql(filled, "SELECT event, start, end, source, performed FROM events ORDER BY score DESC")
    assert found.columns == ["event", "start", "end", "source", "performed"]
    assert found.rows[0] == ("CONSULT", 16, 40, '["RUS"]', 1)
    assert sql(filled, "SELECT title, text FROM documents").rows == [("Tenet of Policy", VISIT)]
    assert sql(filled, "WITH x AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM x WHERE n < 5) SELECT sum(n) FROM x").rows == [
        (15,)
    ]
    assert sql(filled, "SELECT value FROM events, json_each(source) WHERE score > 0").rows == [("RUS",)]
    assert sql(filled, "SELECT rowid FROM search WHERE search MATCH 'delegation'").rows == [(1,)]
    assert not sql(filled, "SELECT 1").truncated


def test_parties_join_by_record(filled: Archive) -> None:
    query = "SELECT event, role FROM events JOIN parties USING (record_id) WHERE code = 'UN' AND record_table = 'events'"
    assert sql(filled, query).rows == [("SANCTION", "source")]
    assert sql(filled, "SELECT count(*) FROM parties WHERE code = 'PRK' AND record_table = 'documents'").rows == [(2,)]


def test_one_run_or_the_newest(archive: Archive) -> None:
    fill(archive, coded(title="Old"), run=RUN)
    fill(archive, coded(title="New", run=NEWER), run=NEWER, name="r2")
    query = "SELECT (SELECT title FROM documents), (SELECT title FROM current_documents), (SELECT count(*) FROM all_events)"
    assert sql(archive, query).rows == [("New", "New", 2)]
    assert sql(archive, query, run=RUN.run_id).rows == [("Old", "New", 2)]
    assert sql(archive, "SELECT DISTINCT run_id FROM parties", run=RUN.run_id).rows == [(RUN.run_id,)]
    with pytest.raises(UsageError, match="no run 'x'"):
        sql(archive, query, run="x")


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM texts", "DROP TABLE texts", "INSERT INTO meta VALUES ('a', 'b')", "UPDATE texts SET text = ''",
        "CREATE TABLE x (y)", "CREATE TEMP TABLE x (y)", "CREATE VIEW v AS SELECT 1",
        "ATTACH DATABASE '/tmp/x.sqlite' AS x", "UPDATE sqlite_master SET sql = ''", "SELECT * FROM pragma_compile_options",
        "ATTACH DATABASE ':memory:' AS x", "DETACH main", "PRAGMA query_only = 0", "PRAGMA journal_mode = DELETE",
        "PRAGMA user_version",
        "VACUUM", "VACUUM INTO '/tmp/copy.sqlite'", "BEGIN", "COMMIT", "SAVEPOINT x", "REINDEX", "ANALYZE",
        "SELECT load_extension('x')", "WITH x AS (SELECT 1) DELETE FROM texts", "REPLACE INTO meta VALUES ('schema', '')",
        "DELETE FROM texts RETURNING text", "INSERT INTO search (search) VALUES ('rebuild')",
        "SELECT * FROM pragma_database_list",
        "SELECT 1; DELETE FROM texts", "SELECT 1; SELECT 2", "", "-- nothing", "SELECT", "SELEKT 1", "SELECT * FROM nowhere",
        "SELECT nothing FROM events", "SELECT 1 FROM search WHERE search MATCH '\"'", "SELECT ?", "SELECT :x", "\x00",
        "SELECT 1\x00",
        "SELECT zeroblob(1000000000)", "SELECT '\udcff'",
    ],
)  # fmt: skip
def test_everything_but_one_select_is_refused_in_one_line(filled: Archive, statement: str) -> None:
    with pytest.raises(UsageError) as caught:
        sql(filled, statement)
    assert "\n" not in str(caught.value)
    assert str(caught.value)
    assert not Path("/tmp/copy.sqlite").exists()
    assert not Path("/tmp/x.sqlite").exists()
    assert verify(filled).sound
    assert sql(filled, "SELECT count(*) FROM documents").rows == [(1,)]


def test_a_query_without_end_is_stopped(filled: Archive) -> None:
    endless = "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x) SELECT {} FROM x"
    with pytest.raises(UsageError, match=r"took longer than 0\.2 s"):
        sql(filled, endless.format("count(*)"), seconds=0.2)
    found = sql(filled, endless.format("n"), limit=10)
    assert len(found.rows) == 10
    assert found.truncated
