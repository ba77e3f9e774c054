"""`dragoman explain`: what made a record, as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import dragoman
from dragoman.archive import rows
from dragoman.cli import main

Output = pytest.CaptureFixture[str]


def test_a_record_is_explained(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "a.txt").write_text("Norway condemned Chad.", encoding="utf-8")
    with dragoman.read(tmp_path / "a.txt", archive=tmp_path / "archive", workers=1) as archive:
        (event,) = rows(archive.store, "events")
    asked = ["explain", event["record_id"], "--archive", str(tmp_path / "archive")]
    assert main(asked) == 0
    said = capsys.readouterr().out
    assert said.startswith("events: undated NOR → TCD ACCUSE/disapprove")
    assert "rule  condemn" in said
    assert "[[event]] events.toml:" in said
    assert "      trigger      “condemned” [7, 16)\n" in said
    assert "      ├─ Norway (nsubj, NNP)  ← source" in said
    assert main([*asked, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["record"]["record_id"] == event["record_id"]
    assert {"role": "source", "text": "Norway", "start": 0, "end": 6, "means": "NOR"}.items() <= found["parts"][1].items()
    assert found["tree"][1]["dep"] == "ROOT"


def test_an_unknown_record_is_one_line(folder: Path, capsys: Output) -> None:
    assert main(["explain", "0000"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("dragoman: no record '0000' in ")
    assert said.err.count("\n") == 1


def test_a_record_of_another_version_says_so(folder: Path, capsys: Output) -> None:
    assert main(["table", "events", "--limit", "1", "--columns", "record_id", "--format", "csv"]) == 0
    record_id = capsys.readouterr().out.splitlines()[1]
    assert main(["explain", record_id]) == 0
    assert "made by version 0.1 and another lexicon (give yours with --lexicon)" in capsys.readouterr().out
