"""Tables: iterated, counted, narrowed, turned into others, shown in a notebook."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.analysis import Selection, Table, wording
from dragoman.analysis import table as table_module
from dragoman.analysis.selection import typed
from dragoman.analysis.table import cell, infer
from dragoman.analysis.wording import WORDING, line
from dragoman.archive import Archive
from dragoman.archive.columns import BOOLEAN, INTEGER, LIST, REAL, TABLES, TEXT, Column
from dragoman.errors import UsageError

COLUMNS = (Column("a", TEXT), Column("n", INTEGER), Column("x", REAL), Column("b", BOOLEAN), Column("l", LIST))
ROWS: list[dict[str, Any]] = [
    {"a": "<b>", "n": 1, "x": 1.5, "b": True, "l": ["p", "q"]},
    {"a": None, "n": None, "x": None, "b": None, "l": []},
]


def test_a_table_is_its_rows() -> None:
    made = Table("t", COLUMNS, ROWS, total=5, note="so")
    assert list(made) == made.rows() == ROWS
    assert len(made) == 2
    assert made.said == "2 of 5 shown"
    assert made.names == ("a", "n", "x", "b", "l")
    assert "2 of 5 shown; so" in repr(made)


def test_a_table_can_be_read_again() -> None:
    calls = []

    def rows() -> list[dict[str, Any]]:
        calls.append(1)
        return ROWS

    made = Table("t", COLUMNS, rows)
    assert len(made) == made.total == 2
    assert list(made) == list(made)
    assert len(calls) == 3


def test_others() -> None:
    made = Table("t", COLUMNS, ROWS)
    assert made.arrow().to_pylist() == ROWS
    assert made.polars().to_dicts() == ROWS
    assert list(made.pandas().columns) == list(made.names)
    empty = Table("t", COLUMNS, [])
    assert empty.arrow().num_rows == empty.polars().height == len(empty.pandas()) == 0
    assert empty.arrow().schema.names == list(made.names)


@pytest.mark.parametrize("method", ["arrow", "pandas", "polars"])
def test_what_is_not_installed_is_named(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(table_module.importlib, "import_module", refuse)
    with pytest.raises(UsageError, match=r"this needs .*: pip install dragoman\[arrow\]"):
        getattr(Table("t", COLUMNS, ROWS), method)()


def test_a_notebook_shows_it_escaped_and_says_how_much() -> None:
    made = Table("<t>", COLUMNS, ROWS * 30, total=100)._repr_html_()
    assert "&lt;t&gt;: 20 of 100 shown" in made
    assert "<td>&lt;b&gt;</td>" in made
    assert made.count("<tr>") == 21


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, ""), (True, "true"), (False, "false"), (5.0, "5"), (5.5, "5.5"), (["a", "b"], "a, b"), ("x" * 9, "xxxx…"),
        (1e300, "1e+3…"),
    ],
)  # fmt: skip
def test_cells(value: Any, said: str) -> None:
    assert cell(value, 5) == said


def test_columns_are_inferred() -> None:
    rows = [{"a": 1, "b": 1, "c": "x", "d": None}, {"a": 2, "b": 1.5, "c": 3, "d": None}]
    assert [column.type for column in infer(rows, ["a", "b", "c", "d"])] == [INTEGER, REAL, TEXT, TEXT]


def test_a_selection_is_narrowed(told: Archive) -> None:
    events = Selection(told, "events")
    assert events.said == "9 of 9 shown"
    assert len(events.where(state="PRK")) == 7
    assert len(events.where(state="PRK").where(event="CONSULT")) == 3
    assert len(events.where(state=["PRK", "RUS"], mode="visit")) == 1
    assert len(events.where(date=None)) == 2
    assert len(events.where(outlet="TASS")) == 5
    assert len(events.where(document_kind="statement", since="2017")) == 1
    assert len(events.where(reported_by="JPN")) == 2
    assert len(Selection(told, "relations").where(kind="membership")) == 1
    assert len(Selection(told, "documents").where(kind="reference", published=None)) == 1


def test_a_selection_is_ordered_and_cut(told: Archive) -> None:
    events = Selection(told, "events").where(state="PRK").order("-date")
    assert [row["date"] for row in events.head(2)] == ["2017-01-06", "2017-01-05"]
    assert events.head(2).said == "2 of 7 shown"
    assert len(events.head(20)) == 7
    assert len(events.head(5).head(3)) == 3
    assert list(events.select("date", "quote").head(1).rows()[0]) == ["date", "quote"]
    assert events.select("date").names == ("date",)
    assert Selection(told, "events", limit=5, offset=7).rows() == Selection(told, "events").rows()[7:]
    assert len(Selection(told, "events", limit=5, offset=7)) == 2


def test_records_come_with_their_words_and_ledgers_without(told: Archive) -> None:
    assert {"quote", "document_title", "source_path"} <= Selection(told, "claims").rows()[0].keys()
    assert "quote" not in Selection(told, "issues").rows()[0]
    assert Selection(told, "documents").names == TABLES["documents"].names


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda a: Selection(a, "gossip"), "no table 'gossip'"),
        (lambda a: Selection(a, "events").where(colour=1), "events have no column 'colour'; there are: .*; and document_kind"),
        (lambda a: Selection(a, "events").select("colour"), "events have no column 'colour'; there are: record_id, .* quote"),
        (lambda a: Selection(a, "issues").select("quote"), "issues have no column 'quote'"),
        (lambda a: Selection(a, "events").order("colour").rows(), "no column 'colour' to order by"),
    ],
)
def test_what_there_is_not(told: Archive, make: Any, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        make(told)


@pytest.mark.parametrize(
    ("table", "name", "text", "value"),
    [
        ("events", "performed", "true", True), ("events", "performed", "no", False), ("events", "score", "-2.5", -2.5),
        ("documents", "part", "2", 2), ("events", "event", "AID", "AID"), ("events", "date", "null", None),
        ("events", "date", "", None), ("events", "colour", "red", "red"),
    ],
)  # fmt: skip
def test_values_given_as_text(table: str, name: str, text: str, value: Any) -> None:
    assert typed(table, name, text) == value


@pytest.mark.parametrize(("name", "text"), [("performed", "maybe"), ("score", "high"), ("start", "1.5")])
def test_values_that_do_not_fit(name: str, text: str) -> None:
    with pytest.raises(UsageError, match=f"events.{name}: '{text}' is not "):
        typed("events", name, text)


def test_every_row_of_every_table_can_be_said(told: Archive) -> None:
    assert set(WORDING) == set(TABLES)
    for name in TABLES:
        for row in Selection(told, name):
            said = wording(name, row)
            assert said
            assert "\n" not in said
            assert line(name, row).endswith(said)


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        ("events", {"event": "CONSULT", "mode": "visit", "source": ["RUS"], "target": ["PRK"], "place": "Pyongyang"},
         "RUS → PRK CONSULT/visit, in Pyongyang"),
        ("events", {"event": "CONSULT", "source": ["CHN", "RUS"], "target": ["RUS", "CHN"], "modality": "planned"},
         "CHN ↔ RUS CONSULT [planned]"),
        ("events", {"event": "AID", "source_text": "two doctors", "target_sector": ["CVL"]}, "two doctors → CVL AID"),
        ("positions", {"holder": "PRK", "topic": "drills", "polarity": -0.5, "ironic": True}, "PRK criticises drills [ironic]"),
        ("claims", {"claimed_by": "USA", "subject": "PRK", "kind": "quantity", "measure": "political-prisoners",
                    "comparator": ">=", "value": 80000.0, "unit": "person", "as_of": "2014"},
         "USA says of PRK: political-prisoners >= 80,000 person as of 2014"),
        ("claims", {"kind": "status", "subject": "PRK", "statement": "a nuclear power", "denied": True},
         "the author denies of PRK: a nuclear power"),
        ("relations", {"kind": "membership", "a": "PRK", "b": "UN", "since": "1991"}, "membership PRK → UN since 1991"),
        ("relations", {"kind": "diplomatic-relations", "status": "ended", "a": "MYS", "b": "PRK", "until": "2021"},
         "diplomatic-relations MYS – PRK until 2021 [ended]"),
        ("citations", {"instrument_text": "the Charter", "stance": "disputed", "provision": "Article 39"},
         "the author disputes the Charter Article 39"),
    ],
)  # fmt: skip
def test_wordings(table: str, row: dict[str, Any], said: str) -> None:
    assert wording(table, row) == said
