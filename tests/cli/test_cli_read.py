"""`read` and `demo`, end to end on small texts; progress, summaries and exit statuses."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from rich.console import Console

from dragoman.cli import main
from dragoman.cli.demo import BESIDE, example_paths, examples_folder
from dragoman.cli.read import show_summary
from dragoman.cli.terminal.progress import Lines, watch
from dragoman.cli.terminal.screen import Screen
from dragoman.flow.local import Progress
from dragoman.records import Issue

Output = pytest.CaptureFixture[str]


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAGOMAN_ARCHIVE", str(tmp_path / "archive"))
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text("Visit\n\nThe President of Ghana visited Togo on 3 March 1994.\n")
    (folder / "two.txt").write_text("Talks\n\nFinland and Norway held talks in Oslo on 5 May 2011.\n")
    return folder


def test_a_folder_becomes_a_record(texts: Path, capsys: Output) -> None:
    assert main(["read", str(texts)]) == 0
    said = capsys.readouterr()
    assert re.search(r"2 of 2 files read into .*archive in [\d.]+ s: 2 new documents, 0 known", said.out)
    assert "documents: 2 " in said.out
    assert re.search(r"sentences: \d+, of which \d+ % were not parsed", said.out)
    assert main(["timeline", "Ghana"]) == 0
    assert "visited Togo" in capsys.readouterr().out
    assert main(["read", str(texts)]) == 0
    assert "(2 unchanged)" in capsys.readouterr().out


def test_what_is_skipped_is_named_and_makes_status_1(texts: Path, capsys: Output) -> None:
    (texts / "empty.txt").write_bytes(b"")
    (texts / "rows.jsonl").write_text('{"id": "a", "text": "Japan and Tonga signed a treaty."}\n{broken\n')
    assert main(["read", str(texts)]) == 1
    said = capsys.readouterr().out
    assert "3 new documents" in said
    assert "skipped or flawed: " in said
    assert "empty.txt: empty" in said
    assert "rows.jsonl:2: " in said
    assert main(["info"]) == 0
    assert "empty.txt: empty" in capsys.readouterr().out


def test_standard_input(texts: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Chile and Peru signed a treaty in 1999.")))
    assert main(["read", "-"]) == 0
    assert "1 new document, 0 known" in capsys.readouterr().out


def test_a_users_lexicon_is_used(texts: Path, capsys: Output, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[state]]\ncode = "ALP"\nname = "Alphaland"\nadjectives = ["Alphalandic"]\n')
    (texts / "three.txt").write_text("Talks\n\nAlphaland and Norway held talks on 5 May 2011.\n")
    assert main(["read", str(texts), "--lexicon", str(own), "--parse-all"]) == 0
    capsys.readouterr()
    assert main(["timeline", "Alphaland", "--lexicon", str(own)]) == 0
    assert "Alphaland and Norway held talks" in capsys.readouterr().out


def test_the_examples_are_texts_and_nothing_beside() -> None:
    found = example_paths(examples_folder())
    assert found
    assert not {path.name for path in found} & BESIDE
    assert all(path.is_dir() for path in found)


def test_the_demo_reads_the_examples_and_shows_a_brief(tmp_path: Path, capsys: Output) -> None:
    assert main(["demo", "--archive", str(tmp_path / "demo")]) == 0
    said = capsys.readouterr().out
    assert said.startswith("These texts were written for Dragoman")
    assert "124 of 124 files read" in said
    assert "Democratic People's Republic of Korea (PRK)" in said
    assert "Recent events  5 of " in said
    assert f"dragoman brief PRK USA --archive {tmp_path / 'demo'}" in said


def issues(count: int, severity: str) -> list[Issue]:
    return [
        Issue(
            issue_id=f"{severity}{n}", source_path=f"{n}.pdf", stage="read", severity=severity, code="broken-file",
            message=f"{n}.pdf: broken",
        )
        for n in range(count)
    ]  # fmt: skip


def test_a_long_list_of_what_was_skipped_is_cut_and_says_so(capsys: Output) -> None:
    progress = Progress(files=30, files_done=30, issues=[*issues(25, "error"), *issues(3, "note")])
    show_summary(Screen(), progress, Path("a"), 1.0)
    said = capsys.readouterr().out
    assert "skipped or flawed: 25 broken-file" in said
    assert said.count(".pdf: broken") == 20
    assert "20 of 25 shown" in said
    assert "3 notes" in said


def test_progress_without_a_terminal_is_a_line_now_and_then() -> None:
    out = io.StringIO()
    ticks = iter([0.0, 1.0, 6.0, 6.0, 6.0, 7.0, 12.0, 12.0, 12.0])
    lines = Lines(Console(file=out), clock=lambda: next(ticks))
    progress = Progress(files=10, files_done=5, size=2_000_000, size_done=1_000_000, documents_new=7, skipped=1)
    for _ in range(4):
        lines.report(progress)
    assert out.getvalue().splitlines() == [
        "reading: 1.0 of 2.0 MB, 0.17 MB/s, 0:06 left, 5 of 10 files, 7 documents, 1 skipped",
        "reading: 1.0 of 2.0 MB, 0.08 MB/s, 0:12 left, 5 of 10 files, 7 documents, 1 skipped",
    ]


def test_progress_on_a_terminal_is_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = Terminal()
    monkeypatch.setattr("sys.stderr", out)
    monkeypatch.setenv("TERM", "xterm")
    with watch() as (report, say):
        say("another reading is \x1b[31mwriting")
        report(Progress(files=10, files_done=5, size=2_000_000, size_done=1_000_000, documents_new=7, skipped=1))
    said = out.getvalue()
    assert "50 %" in said
    assert "5 of 10 files, 7 documents, 1 skipped" in said
    assert "another reading is \ufffd[31mwriting" in said
