"""From paths to bytes: every file once, in order, and a reason for each that is not read."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.errors import SkipDocument, UsageError
from dragoman.reading import gather as module
from dragoman.reading.gather import Source, gather
from dragoman.records.issue import Issue
from dragoman.settings import Settings

SETTINGS = Settings()


def sources(*paths: object, settings: Settings = SETTINGS, **options: object) -> list[Source]:
    return [s for s in gather([str(p) for p in paths], settings, **options) if isinstance(s, Source)]  # type: ignore[arg-type]


def issues(*paths: object) -> dict[str, str]:
    return {i.source_path: i.code for i in gather([str(p) for p in paths], SETTINGS) if isinstance(i, Issue)}


def test_order_and_names_depend_on_names_alone(tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/a.md", "a.html", "c", "Ü/x.PDF"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"x")
    found = sources(tmp_path)
    assert [s.path for s in found] == ["a.html", "b/a.md", "b/z.txt", "c", "Ü/x.PDF"]
    assert {s.root for s in found} == {tmp_path}
    assert [s.path for s in sources(tmp_path / "b" / "z.txt")] == ["z.txt"]
    both = [s.path for s in sources(tmp_path / "b", tmp_path, tmp_path / "b")]
    assert both == [s.path for s in sources(tmp_path, tmp_path / "b")]
    assert sorted(both) == sorted(["a.html", "b/a.md", "b/z.txt", "c", "Ü/x.PDF", "a.md", "z.txt"])


def test_a_path_that_does_not_exist_stops_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(UsageError, match=r"nowhere.*no such file"):
        gather([tmp_path / "a.txt", tmp_path / "nowhere"], SETTINGS)


def test_nothing_is_dropped_silently(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "inside.txt").write_text("x")
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / "photo.jpg").write_bytes(b"x")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert sources(tmp_path) == []
    assert issues(tmp_path) == {
        ".git": "hidden",
        ".hidden.txt": "hidden",
        "photo.jpg": "unknown-form",
        "gone.txt": "missing",
        "pipe.txt": "not-a-file",
    }
    assert [s.path for s in sources(tmp_path / "photo.jpg", tmp_path / ".hidden.txt")] == [".hidden.txt", "photo.jpg"]
    assert [s.path for s in sources(tmp_path / ".git")] == ["inside.txt"]


def test_links_that_lead_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text("x")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert [s.path for s in sources(tmp_path)] == ["a/one.txt"]
    assert issues(tmp_path) == {"a/up": "symlink-loop", "b": "folder-again", "self.txt": "symlink-loop"}


def test_folders_deeper_than_the_stack(tmp_path: Path) -> None:
    here = Path.cwd()
    os.chdir(tmp_path)
    try:
        for _ in range(1200):
            Path("d").mkdir()
            os.chdir("d")
        os.chdir(here)
        assert sources(tmp_path) == []
    finally:
        os.chdir(here)
        # shutil, and so pytest, cannot remove what is nested so deeply.
        subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)


def test_the_archive_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "a.txt").write_text("x")
    (tmp_path / "b.txt").write_text("x")
    assert [s.path for s in sources(tmp_path, exclude=[tmp_path / "store", tmp_path / "none"])] == ["b.txt"]


def test_names_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9\n.txt")).write_bytes(b"hello")
    [source] = sources(tmp_path)
    assert source.path == "caf\\xe9\\n.txt"
    assert source.load() == b"hello"


def test_a_source_can_be_sent_and_loaded_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"hello")
    [source] = sources(tmp_path)
    assert pickle.loads(pickle.dumps(source)).load() == b"hello"
    assert source.size == 5


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"piped text")))
    [source] = sources("-")
    assert (source.path, source.load()) == ("-", b"piped text")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"piped text")))
    [source] = sources("-", settings=Settings(max_bytes=5))
    assert reason(source) == "too-large"


def reason(source: Source) -> str:
    with pytest.raises(SkipDocument) as caught:
        source.load()
    assert source.path in caught.value.message
    return caught.value.code


def test_why_a_file_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("gone.txt", "denied.txt", "empty.txt", "pipe.txt"):
        (tmp_path / name).write_bytes(b"" if name == "empty.txt" else b"text")
    found = {s.path: s for s in sources(tmp_path)}
    (tmp_path / "gone.txt").unlink()
    assert reason(found["gone.txt"]) == "vanished"
    assert reason(found["empty.txt"]) == "empty-file"
    (tmp_path / "pipe.txt").unlink()
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(found["pipe.txt"]) == "not-a-file"

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(module.os, "open", refuse)
    assert reason(found["denied.txt"]) == "unreadable"


@pytest.mark.parametrize("change", ["grows", "shrinks", "is rewritten"])
def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * 3_000_000)
    [source] = sources(tmp_path)
    read = os.read

    def meddling(handle: int, size: int) -> bytes:
        data = read(handle, size)
        if change == "grows":
            with file.open("ab") as out:
                out.write(b"more")
        elif change == "shrinks":
            os.truncate(file, 100)
        else:
            os.utime(file, ns=(1, 1))
        return data

    monkeypatch.setattr(module.os, "read", meddling)
    assert reason(source) == "changed-while-reading"


def test_200_megabytes_are_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    [source] = sources(tmp_path)

    def never(*_: object) -> bytes:
        raise AssertionError("was read")

    monkeypatch.setattr(module.os, "read", never)
    with pytest.raises(SkipDocument, match=r"209,715,200 bytes.*at most 67,108,864") as caught:
        source.load()
    assert caught.value.code == "too-large"
