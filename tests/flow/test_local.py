"""Properties of reading a folder: once is twice, one worker is many, and nothing that is skipped is lost in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest_flow import contents

from dragoman.archive import Archive, rows, verify
from dragoman.errors import UsageError
from dragoman.flow.local import read_into
from dragoman.settings import Settings


def read(folder: Path, where: Path, **options: object) -> None:
    settings = Settings(parse_all=bool(options.pop("parse_all", False)))
    with Archive.open(where, create=True) as archive:
        read_into(archive, [folder], settings, **options)  # type: ignore[arg-type]


def test_every_offset_gives_its_quote(folder: Path, tmp_path: Path) -> None:
    read(folder, tmp_path / "a", workers=1)
    with Archive.open(tmp_path / "a", read_only=True) as archive:
        texts = {d["document_id"]: d["text"] for d in rows(archive, "documents")}
        seen = 0
        for table in ("events", "actors", "passages"):
            for row in rows(archive, table, also=("quote",)):
                assert texts[row["document_id"]][row["start"] : row["end"]] == row["quote"] != ""
                seen += 1
        assert seen > 30
        assert verify(archive).sound


def test_twice_is_once(folder: Path, tmp_path: Path) -> None:
    read(folder, tmp_path / "a", workers=1)
    before = contents(tmp_path / "a")
    read(folder, tmp_path / "a", workers=1)
    assert contents(tmp_path / "a") == before
    assert before["events"]


def test_one_worker_is_two(folder: Path, tmp_path: Path) -> None:
    read(folder, tmp_path / "one", workers=1)
    read(folder, tmp_path / "two", workers=2)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_parsing_all_changes_nothing(folder: Path, tmp_path: Path) -> None:
    read(folder, tmp_path / "some", workers=1)
    read(folder, tmp_path / "all", workers=1, parse_all=True)
    assert contents(tmp_path / "some") == contents(tmp_path / "all")


def test_same_bytes_at_two_paths_are_one_document(folder: Path, tmp_path: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "copy.txt").write_bytes((folder / "0-news.txt").read_bytes())
    read(folder, tmp_path / "a", workers=1)
    with Archive.open(tmp_path / "a", read_only=True) as archive:
        both = [d for d in rows(archive, "documents") if "sub/copy.txt" in d["sources"]]
    assert [d["source_path"] for d in both] == ["0-news.txt"]
    assert both[0]["sources"] == ["0-news.txt", "sub/copy.txt"]


def test_changed_bytes_are_a_new_document_that_supersedes_the_old(folder: Path, tmp_path: Path) -> None:
    read(folder, tmp_path / "a", workers=1)
    news = folder / "0-news.txt"
    news.write_text(news.read_text().replace("twelve", "fourteen"))
    read(folder, tmp_path / "a", workers=1)
    with Archive.open(tmp_path / "a", read_only=True) as archive:
        found = [d for d in rows(archive, "documents") if "0-news.txt" in d["sources"] and d["part"] == 0]
    new = [d for d in found if "fourteen" in d["text"]]
    assert len(new) == 1
    assert new[0]["supersedes"] is not None
    assert any("twelve" in d["text"] for d in found)


def test_what_is_skipped_is_an_issue_and_the_rest_is_read(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "picture.xyz").write_bytes(b"?")
    read(folder, tmp_path / "a", workers=1)
    with Archive.open(tmp_path / "a", read_only=True) as archive:
        issues = {i["source_path"]: i for i in rows(archive, "issues")}
        assert {"empty.txt", "noise.txt", "picture.xyz"} <= set(issues)
        assert all("\n" not in i["message"] and i["message"] for i in issues.values())
        assert len(rows(archive, "events")) > 10


def test_a_missing_path_is_a_usage_error_before_anything_is_read(folder: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a", create=True) as archive, pytest.raises(UsageError, match="no such file"):
        read_into(archive, [folder, folder / "nowhere"], Settings())


def test_uncoded_languages_are_kept_and_found(tmp_path: Path) -> None:
    where = tmp_path / "texts"
    where.mkdir()
    korean = 4 * (
        "조선민주주의인민공화국은 모든 나라들과 친선협조관계를 발전시키고 있다. 두 나라 사이의 관계는 새로운 높이에 올라섰다. "
    )
    (where / "ko.txt").write_text(korean, encoding="euc-kr")
    read(where, tmp_path / "a", workers=1)
    with Archive.open(tmp_path / "a", read_only=True) as archive:
        (document,) = rows(archive, "documents")
        assert document["language"] == "ko"
        assert "친선협조관계" in document["text"]
        assert rows(archive, "events") == []
