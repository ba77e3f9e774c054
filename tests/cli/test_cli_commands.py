"""Every command over an archive made by hand: what it shows, what it says of what it does not show, and its exit status."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from analysis_samples import HOSTILE, ISSUE, KOREAN, hostile, statement

from dragoman.analysis import REGISTERS
from dragoman.archive.connection import FILE
from dragoman.archive.export import EXPORTERS
from dragoman.cli import COMMANDS, main
from dragoman.cli.export import ExportFormat
from dragoman.cli.list import RegisterName

Output = pytest.CaptureFixture[str]


def run(output: Output, *arguments: str, status: int = 0) -> str:
    """Standard output of a command that must end with `status`."""
    found = main(list(arguments))
    said = output.readouterr()
    assert found == status, said.err
    return said.out


def fail(output: Output, *arguments: str, status: int = 2) -> str:
    """The one line on standard error of a command that must fail."""
    found = main(list(arguments))
    said = output.readouterr()
    assert found == status, said.err
    assert said.out == ""
    assert said.err.startswith("dragoman: ")
    assert said.err.count("\n") == 1
    return said.err


def rows(output: Output, *arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(output, *arguments, "--format", "jsonl").splitlines()]


def test_a_brief_shows_sentences_and_says_how_many(folder: Path, capsys: Output) -> None:
    said = run(capsys, "brief", "prk")
    assert said.startswith("Democratic People's Republic of Korea (PRK)\n")
    assert "6 documents in the archive, published 2017-01-06 to 2019, 1 undated; 2 are words of PRK, 4 speak of it" in said
    assert "“We condemn the drills of the US.”" in said
    assert "words of PRK; Statement on Drills, KCNA, 2017-01-06 (in/statement.txt)" in said
    assert "words of its author, for no state" in said
    assert "Recent events  7 of 7 shown" in said
    assert "1. differ; undated" in said
    assert "Recent events  2 of 7 shown" in run(capsys, "brief", "North Korea", "--limit", "2")
    assert "Recent events  7 of 7 shown" in run(capsys, "brief", "PRK", "--limit", "0")


def test_a_brief_on_a_pair(folder: Path, capsys: Output) -> None:
    said = run(capsys, "brief", "PRK", "Russia")
    assert said.startswith("Democratic People's Republic of Korea (PRK) and Russian Federation (RUS)\n")
    assert "PRK to RUS  RUS to PRK  documents" in said
    assert "Nothing in these documents for: positions of PRK on RUS." in said


def test_a_brief_as_rows(folder: Path, capsys: Output) -> None:
    found = rows(capsys, "brief", "PRK")
    assert {row["section"] for row in found} >= {"principles", "offices", "relations", "events by year", "recent events"}
    table = list(csv.DictReader(io.StringIO(run(capsys, "brief", "PRK", "--format", "csv"))))
    assert [row["section"] for row in table] == [row["section"] for row in found]


def test_a_timeline(folder: Path, capsys: Output) -> None:
    said = run(capsys, "timeline", "PRK", "RUS")
    dates = [line[:10].strip() for line in said.splitlines() if line.startswith("20")]
    assert dates == ["2016 PRK →", "2017 RUS →", "2017-01 PR", "2017-01-05"]
    assert "4 of 4 shown, of 6 documents in the archive; 1 more have no date" in said
    asked = ("--event", "consult", "--since", "2017", "--until", "2017", "--mode", "visit", "--modality", "actual")
    (row,) = rows(capsys, "timeline", "PRK", "Russia", *asked, "--reported-by", "Russia")
    assert row["quote"] == "A delegation of Russia visited the DPRK on January 5."


@pytest.mark.parametrize("register", REGISTERS)
def test_each_register(folder: Path, capsys: Output, register: str) -> None:
    said = run(capsys, "list", register, "PRK")
    shown = 2 if register in ("statements", "designations") else 1
    assert f"{shown} of {shown} shown, of 6 documents in the archive" in said
    assert "“" in said
    found = rows(capsys, "list", register, "PRK")
    assert len(found) == shown
    assert all(row["quote"] for row in found)


def test_what_nothing_is_known_of_is_said(folder: Path, capsys: Output) -> None:
    assert run(capsys, "list", "visits", "ZWE") == "0 of 0 shown, of 6 documents in the archive\n"
    assert run(capsys, "list", "visits", "ZWE", "--format", "jsonl") == ""


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["events"], 9),
        (["events", "event=CONSULT"], 3),
        (["events", "--event", "CONSULT", "--event", "AID"], 6),
        (["events", "event=CONSULT", "mode=visit"], 1),
        (["events", "--state", "prk", "--role", "source"], 3),
        (["events", "--state", "PRK", "--state", "Russia"], 5),
        (["events", "date=null"], 2),
        (["events", "performed=true"], 1),
        (["events", "--since", "2018"], 2),
        (["events", "--outlet", "tass"], 5),
        (["events", "--document-kind", "statement"], 2),
        (["events", "--reported-by", "Japan"], 2),
        (["events", "--run", "run-1", "--limit", "4"], 4),
        (["claims", "--claimed-by", "null"], 2),
        (["claims", "value=160"], 1),
        (["relations", "kind=membership"], 1),
        (["documents", "kind=reference"], 2),
        (["positions"], 2), (["principles"], 2), (["citations"], 1), (["competences"], 1), (["actors"], 6), (["passages"], 1),
        (["issues"], 2), (["runs"], 1), (["codings"], 6), (["readings"], 1),
    ],
)  # fmt: skip
def test_any_table_any_filter(folder: Path, capsys: Output, arguments: list[str], found: int) -> None:
    assert len(rows(capsys, "table", *arguments)) == found
    total = 9 if "--limit" in arguments else found
    assert f"{found} of {total} shown, of 6 documents" in run(capsys, "table", *arguments)


def test_columns_and_order(folder: Path, capsys: Output) -> None:
    found = rows(capsys, "table", "events", "--columns", "date, event", "--order", "-date", "--limit", "2")
    assert found == [{"date": "2018-05", "event": "AID"}, {"date": "2018", "event": "AID"}]
    said = run(capsys, "table", "events", "--columns", "date,event", "--order=-date", "--limit", "2")
    assert said.splitlines() == [
        "date     event", "2018-05  AID", "2018     AID", "2 of 9 shown, of 6 documents in the archive; --limit 0 shows all",
    ]  # fmt: skip


def test_csv_has_lists_as_json_and_truth_values(folder: Path, capsys: Output) -> None:
    said = run(capsys, "table", "events", "performed=true", "--columns", "source,performed,place", "--format", "csv")
    assert said == 'source,performed,place\n"[""PRK""]",true,\n'


def test_search_says_of_how_many(folder: Path, capsys: Output) -> None:
    said = run(capsys, "search", "relations")
    assert "2 found of 6 documents searched, 6 in the archive; 2 of 2 shown" in said
    assert "[relations] with 160" in said
    said = run(capsys, "search", "DPRK", "--kind", "reference", "--limit", "1")
    assert "2 found of 2 documents searched, 6 in the archive; 1 of 2 shown; --limit 0 shows all" in said
    assert "0 found of 2 documents searched" in run(capsys, "search", "horses", "--state", "North Korea")
    assert [hit["title"] for hit in rows(capsys, "search", '"two horses"', "--outlet", "TASS", "--since", "2017")] == [
        "Delegation Visits"
    ]
    assert rows(capsys, "search", "반대한다")[0]["start"] == KOREAN.index("반대한다")


def test_show_marks_records_in_the_text(folder: Path, capsys: Output) -> None:
    said = run(capsys, "show", "in/statement.txt")
    assert "⟦3 We condemn the drills of the US.⟧" in said
    assert "[3] position: PRK condemns USA on drills" in said
    assert "6 records on 5 stretches of the text" in said
    key = statement().document.document_id
    assert run(capsys, "show", key) == said == run(capsys, "show", key[:9])


def test_show_as_a_page_and_as_json(folder: Path, capsys: Output) -> None:
    page = run(capsys, "show", hostile().document.document_id, "--format", "html")
    assert page.startswith("<!doctype html>")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    data = json.loads(run(capsys, "show", hostile().document.document_id, "--format", "json"))
    assert data["document"]["text"] == HOSTILE
    assert [row["quote"] for row in data["records"]["events"]] == ["<b>bold</b> words", "words of \u202eturned"]


def test_a_text_cannot_command_the_terminal(folder: Path, capsys: Output) -> None:
    key = hostile().document.document_id
    for arguments in (("show", key), ("table", "events"), ("table", "documents"), ("search", "Japan"), ("brief", "JPN")):
        said = run(capsys, *arguments)
        assert "\x1b" not in said
        assert "\u202e" not in said
    assert "[bold]Title[/bold]" in run(capsys, "show", key)
    assert HOSTILE in rows(capsys, "table", "documents", f"document_id={key}")[0]["text"]


@pytest.mark.parametrize("format", EXPORTERS)
def test_export(folder: Path, capsys: Output, tmp_path: Path, format: str) -> None:
    said = run(capsys, "export", "--format", format, "--out", str(tmp_path / "out"))
    for name in EXPORTERS[format].events:
        assert f"  {tmp_path / 'out' / name}" in said
        assert (tmp_path / "out" / name).stat().st_size
        assert f"  {tmp_path / 'out' / f'events.{format}.left.csv'}" in said
    if EXPORTERS[format].events:
        return
    assert f"9  {tmp_path / 'out' / 'events'}.{format}" in said
    assert (tmp_path / "out" / f"events.{format}").stat().st_size
    if format == "jsonl":
        first = json.loads((tmp_path / "out" / "claims.jsonl").read_text().splitlines()[0])
        assert first["quote"].startswith("The DPRK has relations with")


def test_what_can_be_chosen_is_what_there_is() -> None:
    assert list(ExportFormat.__args__) == list(EXPORTERS)  # type: ignore[attr-defined]
    assert list(RegisterName.__args__) == list(REGISTERS)  # type: ignore[attr-defined]


def test_sql(folder: Path, capsys: Output) -> None:
    select = "SELECT event, count(*) AS n FROM events GROUP BY event ORDER BY n DESC, event"
    assert rows(capsys, "sql", select)[0] == {"event": "AID", "n": 3}
    assert run(capsys, "sql", select).splitlines()[:2] == ["event     n", "AID       3"]
    assert rows(capsys, "sql", "SELECT 1, 1, 2 AS a") == [{"1": 1, "1_2": 1, "a": 2}]
    assert run(capsys, "sql", "SELECT 1 WHERE 0", "--format", "csv") == "1\n"
    assert main(["sql", "SELECT event FROM events", "--limit", "2"]) == 0
    assert "2 rows; cut at 2 rows" in capsys.readouterr().err


def test_verify(folder: Path, capsys: Output) -> None:
    said = run(capsys, "verify")
    assert "is sound" in said
    assert "9 events" in said


def test_verify_finds_damage(folder: Path, capsys: Output) -> None:
    import sqlite3

    with sqlite3.connect(folder / FILE) as connection:
        connection.execute("UPDATE texts SET text = replace(text, 'horses', 'houses')")
    connection.close()
    said = run(capsys, "verify", status=1)
    assert "the text is not the one that was read" in said


def test_info(folder: Path, capsys: Output) -> None:
    said = run(capsys, "info")
    for line in (
        "6 documents", "by kind: news 2, reference 2, statement 2", "undated: 1 documents", "by year: 2017 2, 2018 2, 2019 1",
        "none in 2017-02, 2017-04 to 2018-04", "not coded: ko 1", ISSUE.message, "1 error encrypted-pdf", "run-1: version 0.1",
    ):  # fmt: skip
        assert line in said, line
    data = json.loads(run(capsys, "info", "--format", "json"))
    assert data["documents"] == 6
    assert data["months_without"] == [["2017-02", "2017-02"], ["2017-04", "2018-04"]]
    assert data["skipped"]["total"] == 1


def test_version(capsys: Output) -> None:
    from dragoman import __version__

    assert run(capsys, "version").startswith(f"dragoman {__version__}\n")
    assert run(capsys, "--version").strip() == __version__


def test_help_lists_every_command(capsys: Output) -> None:
    said = run(capsys, "--help")
    for name in COMMANDS:
        assert f" {name} " in said
    assert "Exit status: 0 done" in said


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help(capsys: Output, name: str) -> None:
    said = run(capsys, name, "--help")
    assert said.startswith(f"Usage: dragoman {name}")
    assert len(said.splitlines()) > 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nope"], 'Unknown command "nope"'),
        (["brief"], "requires an argument. See: dragoman brief --help"),
        (["brief", "Narnia"], "no state or organisation 'Narnia'"),
        (["brief", "Rusia"], "near: Russian Federation (RUS)"),
        (["brief", "PRK", "prk"], "two different states"),
        (["brief", "PRK", "--limit", "-1"], "--limit -1: allowed: 0 for all"),
        (["brief", "PRK", "--limit", "few"], "Invalid value"),
        (["brief", "PRK", "--format", "yaml"], 'Choose from: "text", "csv", "jsonl"'),
        (["timeline", "PRK", "--since", "last year"], "'last year' is not a date"),
        (["timeline", "PRK", "--event", "VISIT"], "--event VISIT: allowed: AGREE, CONSULT,"),
        (["timeline", "PRK", "--modality", "actuall"], "did you mean actual?"),
        (["timeline", "PRK", "RUS", "USA"], "Unused"),
        (["list", "wars", "PRK"], 'Choose from: "visits"'),
        (["list", "visits"], "requires an argument"),
        (["table", "gossip"], "no table 'gossip'; there are:"),
        (["table", "events", "colour=red"], "events have no column 'colour'"),
        (["table", "events", "--colour", "red"], "events have no column 'colour'"),
        (["table", "events", "SANCTION"], "'SANCTION' is not COLUMN=VALUE"),
        (["table", "events", "score=high"], "'high' is not a number"),
        (["table", "events", "--state", "Narnia"], "no state or organisation"),
        (["table", "events", "--role", "holder", "--state", "PRK"], "no role 'holder'"),
        (["table", "events", "--columns", "colour"], "no column 'colour'"),
        (["search"], "requires an argument"),
        (["search", "NEAR("], "cannot be understood"),
        (["search", "x", "--since", "soon"], "is not a date"),
        (["show", "nothing.txt"], "no document 'nothing.txt'"),
        (["sql", "DELETE FROM texts"], "only SELECT is allowed"),
        (["sql", "SELEC"], "SQL: near"),
        (["export", "--out", "x", "--format", "xml"], "Choose from"),
        (["export"], "requires an argument"),
        (["read"], "nothing to read"),
        (["read", "/no/such/path"], "/no/such/path: no such file or folder"),
        (["read", "--no-such-option"], "--no-such-option: no such option, file or folder"),
        (["read", ".", "--workers", "0"], "--workers 0: allowed: 1 or more"),
        (["read", ".", "--lexicon", "none.toml"], "none.toml: cannot be read"),
        (["brief", "PRK", "--lexicon", "none.toml", "--archive", "."], "no archive in ."),
        (["info", "--archive", "nowhere"], "no archive in nowhere: `dragoman read PATH --archive nowhere` makes one"),
        (["code", "extra"], "Unused"),
        (["code", "--model", "no_such_model"], "--model no_such_model: cannot be loaded"),
        (["table", "events", "--run", "run-9"], "no run 'run-9' in"),
    ],
)
def test_usage_errors_are_one_line_and_status_2(folder: Path, capsys: Output, arguments: list[str], message: str) -> None:
    assert message in fail(capsys, *arguments)


def test_a_refused_reading_makes_no_archive(folder: Path, capsys: Output, tmp_path: Path) -> None:
    fail(capsys, "read", "/no/such/path", "--archive", str(tmp_path / "new"))
    assert not (tmp_path / "new").exists()


def test_a_damaged_archive_is_one_line_and_status_1(folder: Path, capsys: Output) -> None:
    (folder / FILE).write_bytes(b"no database at all" * 100)
    assert "is not an archive" in fail(capsys, "brief", "PRK", status=1)


def test_the_archive_can_be_named_in_three_ways(
    folder: Path, capsys: Output, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "6 documents" in run(capsys, "info")
    monkeypatch.setenv("DRAGOMAN_ARCHIVE", "/nowhere")
    assert "6 documents" in run(capsys, "info", "--archive", str(folder))
    monkeypatch.delenv("DRAGOMAN_ARCHIVE")
    folder.rename(tmp_path / "dragoman-archive")
    assert "6 documents" in run(capsys, "info")


def test_a_users_lexicon_names_states(folder: Path, capsys: Output, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[state]]\ncode = "ALP"\nname = "Alphaland"\n')
    assert "Alphaland (ALP)" in run(capsys, "brief", "alphaland", "--lexicon", str(own))
    assert run(capsys, "brief", "ALP").startswith("ALP\n")


def test_conflicts_relations_people_and_differences(folder: Path, capsys: Output) -> None:
    said = run(capsys, "conflicts", "PRK")
    assert "1. differ; undated: PRK, diplomatic-relations: 160 states excludes 164 states" in said
    assert said.count("“The DPRK has relations with 16") == 2
    assert "1 of 1 shown, of 6 documents in the archive" in said
    stood = run(capsys, "relations", "PRK", "--on", "2000-01-01")
    assert "standing: membership PRK → UN: begun 1991, no end of it told before this day" in stood
    assert "“It joined the United Nations in 1991.”" in stood
    assert [row["standing"] for row in rows(capsys, "relations", "PRK", "UN", "--on", "1991-05-05")] == ["uncertain"]
    assert "1948 begun: diplomatic-relations PRK – RUS" in run(capsys, "relations", "PRK", "Russia")
    assert "allowed: a day" in fail(capsys, "relations", "PRK", "--on", "2000")
    assert "0 of 0 shown" in run(capsys, "people", "PRK")
    changed = run(capsys, "diff", "in/reference.txt", "in/other.txt")
    assert "[-160-]" in changed
    assert "{+164+}" in changed
    assert rows(capsys, "diff", "in/reference.txt", "in/other.txt")[0]["new"] == "again"
    assert "0 of 0 items" in run(capsys, "diff")
    assert "0 of 0 shown" in run(capsys, "diff", "in/news.txt")
    assert "are the same document" in fail(capsys, "diff", "in/news.txt", "in/news.txt")


def test_statements_of_a_rung(folder: Path, capsys: Output) -> None:
    assert "1 of 1 shown" in run(capsys, "list", "statements", "PRK", "--min-authority", "ministry-statement")
    assert "0 of 0 shown" in run(capsys, "list", "statements", "PRK", "--min-authority", "2")
    assert "allowed: 1 head-of-state-address" in fail(capsys, "list", "statements", "PRK", "--min-authority", "high")
