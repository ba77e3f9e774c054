"""The Python door: the same questions as on the command line, and tables that turn into others."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "analysis"))

from analysis_samples import NEWS, fill, hostile, statement

import dragoman
from dragoman.api import distinct
from dragoman.archive.columns import TABLES
from dragoman.errors import ArchiveError, UsageError


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[dragoman.Archive]:
    with dragoman.open_archive(fill(tmp_path / "told")) as opened:
        yield opened


def test_public_names() -> None:
    assert dragoman.__all__ == ["Archive", "__version__", "code", "open_archive", "read"]
    for name in dragoman.__all__:
        assert getattr(dragoman, name)
    with pytest.raises(AttributeError):
        _ = dragoman.nothing


def test_every_table_is_an_attribute(archive: dragoman.Archive) -> None:
    for name in TABLES:
        table = getattr(archive, name)
        assert len(table) == len(table.rows())
        assert table.names[: len(TABLES[name].names)] == TABLES[name].names
        assert name in dir(archive)
    with pytest.raises(AttributeError, match="an archive has no 'gossip'; its tables are: passages,"):
        _ = archive.gossip
    assert repr(archive).endswith("told: 6 documents>")


def test_filters_as_keywords_and_methods(archive: dragoman.Archive) -> None:
    by_keyword = archive.table("events", state="North Korea", since="2017", event="CONSULT")
    by_method = archive.events.where(state="PRK", since="2017").where(event="CONSULT")
    assert by_keyword.rows() == by_method.rows()
    assert [row["mode"] for row in by_keyword] == ["credentials", "visit"] or len(by_keyword) == 2
    assert len(archive.table("events", state=["PRK", "Russia"])) == 5
    assert len(archive.table("events", limit=3)) == 3
    assert archive.table("events", order=["-date"]).rows()[0]["date"] == "2018-05"


def test_briefs_timelines_registers(archive: dragoman.Archive) -> None:
    brief = archive.brief("PRK", "Russia")
    assert brief.codes == ("PRK", "RUS")
    assert brief["visits"].rows() == archive.register("visits", "RUS", "North Korea").rows()
    assert len(archive.timeline("PRK", reported_by="Russia")) == 4
    assert archive.timeline("PRK", limit=1).said == "1 of 5 shown"
    with pytest.raises(UsageError, match="near: "):
        archive.brief("Rusia")


def test_tables_turn_into_others(archive: dragoman.Archive) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        frame = archive.timeline("PRK").pandas()
        assert list(frame["date"]) == ["2016", "2017", "2017-01", "2017-01-05", "2017-01-06"]
        assert archive.events.arrow().num_rows == 9
        assert archive.claims.polars()["value"].sum() == 324
        assert archive.brief("PRK")["events by year"].polars().columns == ["year", "events", "documents"]
        assert archive.search("relations").pandas()["start"].notna().all()


def test_a_notebook_shows_everything_escaped(archive: dragoman.Archive) -> None:
    shown = archive.events._repr_html_()
    assert "9 of 9 shown" in shown
    assert "<b>bold" not in shown
    assert "&lt;img src=x&gt;" in shown
    brief = archive.brief("JPN")._repr_html_()
    assert "<img" not in brief
    assert "&lt;img src=x&gt;" in brief
    page = archive.show(hostile().document.document_id)._repr_html_()
    assert page.startswith("<iframe ")
    assert "<script" not in page


def test_search_and_sql(archive: dragoman.Archive) -> None:
    found = archive.search("relations", kind="reference", limit=1)
    assert found.said == "1 of 2 shown"
    assert found.note == "of 2 documents searched, 6 in the archive"
    counted = archive.sql("SELECT event, count(*) AS n FROM events GROUP BY event ORDER BY event", limit=2)
    assert counted.rows() == [{"event": "ACCUSE", "n": 1}, {"event": "AID", "n": 3}]
    assert counted.note == "cut at 2 rows"
    assert distinct(["a", "a", "a_2", "a"]) == ["a", "a_2", "a_2_2", "a_3"]


def test_show(archive: dragoman.Archive) -> None:
    found = archive.show("in/news.txt")
    assert found.text == NEWS
    assert len(found.records["events"]) == 5
    assert archive.show(statement().document.document_id[:10]).document["speaker_state"] == "PRK"


def test_the_rest(archive: dragoman.Archive, tmp_path: Path) -> None:
    assert archive.overview().documents == archive.size == 6
    assert archive.verify().sound
    assert archive.export(tmp_path / "out", "csv")["events"] == 9
    with pytest.raises(UsageError, match="no export format 'xml'; there are: jsonl, csv, parquet"):
        archive.export(tmp_path / "out", "xml")


def test_the_default_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_ARCHIVE", str(fill(tmp_path / "told")))
    with dragoman.open_archive() as opened:
        assert opened.size == 6
    monkeypatch.setenv("DRAGOMAN_ARCHIVE", "")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ArchiveError, match="there is no archive in dragoman-archive"):
        dragoman.open_archive()


def test_reading_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("Visit\n\nThe President of Ghana visited Togo on 3 March 1994.\n")
    seen = []
    with dragoman.read(folder, archive=tmp_path / "new", workers=1, report=lambda p: seen.append(p.files)) as archive:
        assert (archive.reading.files, archive.reading.documents_new) == (1, 1)
        assert seen
        (event,) = archive.timeline("Ghana", event="CONSULT")
        assert (event["source"], event["target"], event["date"]) == (["GHA"], ["TGO"], "1994-03-03")
    with dragoman.read([folder, folder / "a.txt"], archive=tmp_path / "new") as again:
        assert again.size == 1
    with pytest.raises(UsageError, match="no such file or folder"):
        dragoman.read(tmp_path / "none", archive=tmp_path / "other")
    assert not (tmp_path / "other").exists()


def test_coding_one_text() -> None:
    text = "The United States condemned Iran on Thursday."
    found = dragoman.code(text, date="2017-01-06", title="Note")
    (event,) = found["events"]
    assert (event["source"], event["target"], event["date"]) == (["USA"], ["IRN"], "2017-01-05")
    assert text[event["start"] : event["end"]] == event["quote"]
    assert found["actors"].pandas()["code"].tolist() == ["USA", "IRN"]
