"""`dragoman evaluate`: the labels of the page that documents it, scored."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from dragoman.cli import main

Output = pytest.CaptureFixture[str]
PAGE = (Path(__file__).parents[2] / "docs" / "evaluate.md").read_text("utf-8")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """The example of the page, and a text whose label is wrong."""
    match = re.search(r"^```json\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert match is not None
    path = tmp_path / "gold.jsonl"
    wrong = {"id": "g5", "text": "Peru praised Chile.", "expect": {"events": [{"event": "AID"}]}, "complete": ["events"]}
    path.write_text(match[1] + json.dumps(wrong), encoding="utf-8")
    return path


def test_labels_are_scored(gold: Path, capsys: Output) -> None:
    assert main(["evaluate", str(gold)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("5 texts, 4 tables labelled\n")
    assert "events     3      0.500 (1 of 2)  0.500 (1 of 2)  0.500  -" in said
    assert "positions  1      1.000 (1 of 1)  -" in said
    assert "relations  1      -               -               -      1.000 (1 of 1)" in said
    assert "precision is over the texts labelled completely; not all are for: positions, claims, relations" in said
    assert "     1  AID coded as SUPPORT" in said
    assert "Missed  1 of 1 shown" in said
    assert "g5 events: event=AID\n    “Peru praised Chile.”" in said
    assert "False  1 of 1 shown" in said
    assert "Forbidden" not in said


def test_what_is_not_shown_is_counted(gold: Path, capsys: Output) -> None:
    assert main(["evaluate", str(gold), "--limit", "0"]) == 0
    assert "Missed  1 of 1 shown" in capsys.readouterr().out
    assert main(["evaluate", str(gold), "--format", "json", "--limit", "1"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (len(found["faults"]), found["faults_in_all"]) == (1, 2)
    assert found["tables"][0]["recall"] == 0.5


def test_a_fault_is_one_line(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "gold.jsonl").write_text('{"id": 1}', encoding="utf-8")
    assert main(["evaluate", str(tmp_path / "gold.jsonl")]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
