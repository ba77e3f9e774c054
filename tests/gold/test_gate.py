"""The gate holds, and it fails where it must: a gold file that is another, a figure under its floor, a program that fails."""

from __future__ import annotations

from pathlib import Path

import gate
import outside
import pytest
from gate import HERE, ROOT, Floor, Gold
from labels import COMPARISONS, cases

from dragoman.api import TextCoder
from dragoman.ids import sha256_hex
from dragoman.records import RECORDS
from dragoman.scoring import TableScore
from dragoman.settings import Settings

FLOORS = gate.read_floors(HERE / "floors.toml")
GOLD = (
    '{"id": "a", "text": "Norway condemned Chad.", "speaker": null, "events": [{"event": "ACCUSE", "mode": "disapprove", '
    '"source": ["NOR"], "target": ["TCD"], "modality": "actual"}]}\n'
    '{"id": "b", "text": "The song struck a chord in Paris.", "speaker": null, "events": [{"event": "AID", "mode": null, '
    '"source": ["FRA"], "target": [], "modality": "actual"}]}\n'
)


@pytest.fixture(scope="module")
def coder() -> TextCoder:
    return TextCoder(Settings())


def checked(golds: list[Gold], root: Path, coder: TextCoder) -> tuple[list[str], list[str]]:
    """What is wrong, and what was said."""
    said: list[str] = []
    return list(gate.check(golds, root, coder, said.append)), said


def pinned(folder: Path, **least: float) -> Gold:
    (folder / "gold.jsonl").write_text(GOLD, encoding="utf-8")
    floors = [Floor("events", by, **least) for by in ("type", "parties", "whole")]
    return Gold("gold.jsonl", sha256_hex(GOLD.encode()), floors)


def test_our_floors_hold(coder: TextCoder) -> None:
    faults, said = checked(FLOORS, ROOT, coder)
    assert not faults
    assert len(said) == sum(len(gold.floor) for gold in FLOORS)


def test_every_labelled_table_has_a_floor_and_every_floor_a_figure() -> None:
    assert {floor.table for gold in FLOORS for floor in gold.floor} == set(RECORDS) - {"passages", "actors"}
    for gold in FLOORS:
        for floor in gold.floor:
            assert floor.by in COMPARISONS
            assert [name for name in gate.FIGURES if (getattr(floor, name) or 0) > 0]
    pages = {ROOT / gold.file for gold in FLOORS}
    assert pages >= set((ROOT / "tests" / "coding").glob("*.jsonl"))


def test_a_gold_that_has_changed_is_one_line(tmp_path: Path, coder: TextCoder) -> None:
    gold = pinned(tmp_path, recall=0.1)
    (tmp_path / "gold.jsonl").write_text(GOLD + "\n", encoding="utf-8")
    faults, said = checked([gold], tmp_path, coder)
    assert not said
    (fault,) = faults
    assert fault.startswith("gold.jsonl has changed: sha256 ")
    assert fault.count("\n") == 0
    assert gold.sha256 in fault


def test_a_figure_under_its_floor_is_one_line(tmp_path: Path, coder: TextCoder) -> None:
    assert checked([pinned(tmp_path, recall=0.5, precision=1.0)], tmp_path, coder)[0] == []
    faults, said = checked([pinned(tmp_path, recall=0.51)], tmp_path, coder)
    assert faults == [
        f"events by {by} on gold.jsonl: recall 0.500 (1 of 2) is under its floor 0.510" for by in ("type", "parties", "whole")
    ]
    assert said[0] == "events       by type     recall 0.500 (1 of 2)  precision 1.000 (1 of 1)"


def test_a_floor_over_nothing_is_not_reached() -> None:
    assert list(gate.under(Floor("claims", "labels", absent=0.1), TableScore(table="claims"))) == [
        "absent of nothing (0 of 0) is under its floor 0.100"
    ]


def test_the_program_says_what_it_did_not_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.toml"
    name = "tests/gold/events.jsonl"
    floors.write_text(f'[[gold]]\nfile = "{name}"\nsha256 = "0"\n[[gold.floor]]\ntable = "events"\nby = "type"\n', "utf-8")
    monkeypatch.delenv("GOLD", raising=False)
    assert gate.main(["--floors", str(floors)]) == 1
    said = capsys.readouterr()
    assert said.out == "expectations from outside: not checked (GOLD=DIR make gate)\n"
    assert said.err.startswith(f"gate: {name} has changed: ")
    assert said.err.count("\n") == 1


def test_cases_of_both_forms() -> None:
    for gold in FLOORS:
        for floor in gold.floor:
            assert len(cases(ROOT / gold.file, floor.table, floor.by)) >= 60


PROGRAM = """
import json, pathlib, sys
if sys.argv[1] == "--dump":
    pathlib.Path(sys.argv[2]).write_text(json.dumps({"id": "x", "text": "Norway condemned Chad."}) + "\\n")
else:
    print(pathlib.Path(sys.argv[1]).read_text().strip())
"""
SEEDS = """
import json, pathlib, sys
rows = pathlib.Path(sys.argv[1], "events.jsonl").read_text().splitlines()
print(len(rows), json.loads(rows[0])["quote"], pathlib.Path(sys.argv[2]).name)
"""


def run(folder: Path, coder: TextCoder) -> tuple[list[str], list[str]]:
    said: list[str] = []
    return list(outside.check(folder, coder, said.append)), said


def test_programs_from_outside_are_run(tmp_path: Path, coder: TextCoder) -> None:
    folder = tmp_path / "gold"
    folder.mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Peru praised Chile.", encoding="utf-8")
    (folder / "seeds_public.jsonl").write_text("{}", encoding="utf-8")
    (folder / "score_events.py").write_text(PROGRAM, encoding="utf-8")
    (folder / "score_seeds.py").write_text(SEEDS, encoding="utf-8")
    faults, said = run(folder, coder)
    assert not faults
    assert said == [
        "seeds_public.jsonl: 1 Peru praised Chile seeds_public.jsonl",
        'score_events.py: {"id":"x","events":[{"event":"ACCUSE","source":["NOR"],"target":["TCD"]}]}',
    ]


def test_what_is_not_there_or_fails_is_said(tmp_path: Path, coder: TextCoder) -> None:
    assert run(tmp_path / "none", coder)[0] == [f"GOLD={tmp_path / 'none'}: no such folder"]
    faults, said = run(tmp_path, coder)
    assert faults[0].startswith(f"GOLD={tmp_path}: nothing to run there")
    assert [line.split(":")[1] for line in said] == [" not checked, not in " + str(tmp_path)] * 2
    (tmp_path / "score_events.py").write_text("import sys; sys.exit('no gold')", encoding="utf-8")
    (tmp_path / "score_seeds.py").write_text("", encoding="utf-8")
    faults, said = run(tmp_path, coder)
    assert faults == ["score_events.py ended with 1: no gold"]
    assert said == ["score_seeds.py: not checked, no seeds*.jsonl beside it"]
