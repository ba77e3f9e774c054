"""What is exported is what was coded, in an order that depends on nothing else."""

from __future__ import annotations

import csv
import importlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from archive_samples import NEWER, RUN, VISIT, coded, fill, full, issue, many, reading

from dragoman.archive import Archive, rows
from dragoman.archive.columns import BOOLEAN, LIST, TABLES
from dragoman.archive.export import EXPORTERS, export
from dragoman.archive.export import parquet as parquet_form
from dragoman.errors import ArchiveError, UsageError
from dragoman.records import LEDGERS, RECORDS

FORMS = Path(parquet_form.__file__).parent


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.begin_reading(reading())
    archive.commit([full(), coded('Comma, "quote"\nnew\nline — ü', "b.txt"), *many(5)], [issue("i1")], RUN)
    archive.finish_reading(reading())
    return archive


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def read_csv(path: Path) -> list[dict[str, Any]]:
    table = TABLES[path.stem]
    with path.open(encoding="utf-8", newline="") as file:
        found = []
        for row in csv.DictReader(file):
            typed: dict[str, Any] = {}
            for name, cell in row.items():
                column = table.column(name)
                kind = column.type if column else "text"
                values: dict[str, Callable[[str], Any]] = {
                    LIST: lambda c: json.loads(c),
                    BOOLEAN: lambda c: c == "true",
                    "integer": int,
                    "real": float,
                }
                typed[name] = None if cell == "" else values.get(kind, str)(cell)
            found.append(typed)
        return found


def read_parquet(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = importlib.import_module("pyarrow.parquet").read_table(path).to_pylist()
    return found


# Formats of events alone have tests of their own.
TABLE_FORMS = [name for name, form in EXPORTERS.items() if not form.events]
READ = {"jsonl": read_jsonl, "csv": read_csv, "parquet": read_parquet}


@pytest.mark.parametrize("form", TABLE_FORMS)
def test_every_table_comes_back_as_it_was(filled: Archive, tmp_path: Path, form: str) -> None:
    counts = export(filled, form, tmp_path / "out")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted(f"{name}.{form}" for name in RECORDS | LEDGERS)
    for name in TABLES:
        expected = rows(filled, name, also=["quote"] if name in RECORDS else [])
        assert READ[form](tmp_path / "out" / f"{name}.{form}") == expected
        assert counts[name] == len(expected)


def test_records_carry_their_words_and_documents_their_text(filled: Archive, tmp_path: Path) -> None:
    export(filled, "jsonl", tmp_path)
    texts = {row["document_id"]: row["text"] for row in read_jsonl(tmp_path / "documents.jsonl")}
    assert VISIT in texts.values()
    for name in RECORDS:
        for row in read_jsonl(tmp_path / f"{name}.jsonl"):
            assert row["quote"] == texts[row["document_id"]][row["start"] : row["end"]]
            assert list(row) == [*TABLES[name].names, "quote"]


@pytest.mark.parametrize("form", EXPORTERS)
def test_the_order_of_reading_does_not_show(tmp_path: Path, form: str) -> None:
    made = [full(), *many(12)]
    for name, documents in (("there", made), ("back", made[::-1])):
        with Archive.open(tmp_path / name, create=True) as archive:
            archive.begin_reading(reading())
            for one in documents:
                archive.commit([one], [], RUN)
            export(archive, form, tmp_path / f"{name}.out")
    for path in (tmp_path / "there.out").iterdir():
        if path.stem != "codings":
            assert path.read_bytes() == (tmp_path / "back.out" / path.name).read_bytes()


def test_the_newest_coding_or_a_run(archive: Archive, tmp_path: Path) -> None:
    fill(archive, coded(title="Old"), run=RUN)
    fill(archive, coded(title="New", run=NEWER), run=NEWER, name="r2")
    export(archive, "jsonl", tmp_path / "new")
    export(archive, "jsonl", tmp_path / "old", run=RUN.run_id)
    for folder, title, run in (("new", "New", "run-2"), ("old", "Old", "run-1")):
        assert [row["title"] for row in read_jsonl(tmp_path / folder / "documents.jsonl")] == [title]
        assert [row["run_id"] for row in read_jsonl(tmp_path / folder / "events.jsonl")] == [run]
        assert [row["run_id"] for row in read_jsonl(tmp_path / folder / "codings.jsonl")] == [run]


def test_an_export_that_fails_leaves_the_old_one(filled: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export(filled, "jsonl", tmp_path)
    before = {p.name: p.read_bytes() for p in tmp_path.glob("*.jsonl")}
    written: list[str] = []

    def full_disk(path: Path, *rest: Any) -> int:
        written.append(path.name)
        if len(written) == 4:
            raise OSError(28, "No space left on device")
        path.write_text("half")
        return 1

    monkeypatch.setitem(EXPORTERS, "jsonl", EXPORTERS["jsonl"]._replace(write=full_disk))
    with pytest.raises(ArchiveError, match=r"cannot write to .*: No space left on device"):
        export(filled, "jsonl", tmp_path)
    assert {p.name: p.read_bytes() for p in tmp_path.glob("*.jsonl")} == before
    assert not list(tmp_path.glob(".*"))


def test_what_cannot_be_exported_is_said(filled: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="no export format 'xls'; there are: jsonl, csv, parquet, plover, polecat, gdelt"):
        export(filled, "xls", tmp_path)
    with pytest.raises(UsageError, match="no run 'x'"):
        export(filled, "csv", tmp_path, run="x")
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match="cannot write to"):
        export(filled, "csv", tmp_path / "file")

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(UsageError, match=r"pip install dragoman\[arrow\]"):
        export(filled, "parquet", tmp_path / "p")
    assert not (tmp_path / "p").exists()


def test_every_format_is_registered() -> None:
    assert {p.stem for p in FORMS.glob("*.py")} - {"__init__", "form"} == set(EXPORTERS)
