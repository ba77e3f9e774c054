"""Registers: everything of a kind, in order, each with its sentence."""

from __future__ import annotations

import pytest
from analysis_samples import NEWS, Made, fill

from dragoman.analysis import REGISTERS, register
from dragoman.analysis.registers import COLUMNS
from dragoman.analysis.statements import first_sentence
from dragoman.archive import Archive
from dragoman.errors import UsageError
from dragoman.records import Event


@pytest.mark.parametrize(
    ("name", "state", "quotes"),
    [
        ("visits", "PRK", ["A delegation of Russia visited the DPRK on January 5."]),
        ("visits", "RUS", ["A delegation of Russia visited the DPRK on January 5."]),
        ("visits", "USA", []),
        ("gifts", "PRK", ["Russia gave two horses."]),
        ("credentials", "PRK", ["The ambassador of Russia presented his credentials."]),
        ("letters", "PRK", ["A letter was sent to Moscow."]),
        ("agreements", "PRK", ["The DPRK and Russia signed a treaty."]),
        ("memberships", "PRK", ["It joined the United Nations in 1991."]),
        ("statements", "PRK", ["Seoul will answer.", "조선민주주의인민공화국은 반대한다."]),
    ],
)
def test_each_register(told: Archive, name: str, state: str, quotes: list[str]) -> None:
    found = register(told, name, state)
    assert [row["quote"] for row in found] == quotes
    assert found.total == len(quotes)
    for row in found:
        assert list(row) == [column.name for column in COLUMNS]


def test_between_two(told: Archive) -> None:
    assert len(register(told, "visits", "PRK", "RUS")) == 1
    assert len(register(told, "visits", "PRK", "USA")) == 0
    assert [row["document_title"] for row in register(told, "statements", "PRK", "USA")] == ["Statement on Drills"]
    assert len(register(told, "statements", "PRK", "JPN")) == 0


def test_dates_bound_events_relations_and_statements(told: Archive) -> None:
    assert len(register(told, "visits", "PRK", since="2017-01-05", until="2017-01-05")) == 1
    assert len(register(told, "visits", "PRK", since="2017-01-06")) == 0
    assert len(register(told, "memberships", "PRK", since="1991", until="1991-09")) == 1
    assert len(register(told, "memberships", "PRK", since="1992")) == 0
    assert len(register(told, "statements", "PRK", until="2017")) == 1


def test_a_row_says_what_it_is(told: Archive) -> None:
    (gift,) = register(told, "gifts", "PRK")
    assert (gift["date"], gift["kind"], gift["source"], gift["target"]) == (None, "AID/gift", ["RUS"], ["PRK"])
    assert (gift["object_text"], gift["status"], gift["table"]) == ("two horses", "actual", "events")
    (said, _) = register(told, "statements", "PRK")
    assert (said["kind"], said["source"], said["status"], said["table"]) == ("statement", ["PRK"], "rung 3", "documents")


def test_the_latest_are_kept_and_the_undated_said(tmp_path: object) -> None:
    from pathlib import Path

    made = Made(NEWS, "a.txt", reported_by=["RUS"])
    for date in ("2001", "2003", "2002", None):
        made.add(
            Event, "A delegation of Russia visited the DPRK on January 5.", event="CONSULT", mode="visit", source=["RUS"],
            target=["PRK"], date=date, place=date,
        )  # fmt: skip
    with Archive.open(fill(Path(str(tmp_path)) / "v", [made.coded()], []), read_only=True) as archive:
        found = register(archive, "visits", "PRK", limit=2)
        assert [row["date"] for row in found] == ["2002", "2003"]
        assert found.said == "2 of 4 shown"
        assert found.note == "1 of them without a date"
        assert [row["date"] for row in register(archive, "visits", "PRK")] == ["2001", "2002", "2003", None]


def test_a_register_that_there_is_not(told: Archive) -> None:
    with pytest.raises(UsageError, match="no register 'wars'; there are: visits, gifts,"):
        register(told, "wars", "PRK")
    assert all(one.help for one in REGISTERS.values())


@pytest.mark.parametrize(
    ("text", "title", "said"),
    [
        ("Title\nOne. Two.", "Title", "One."),
        ("Title\n\n“One!” he said. Two.", "Title", "“One!”"),
        ("Titles are long. Two.", "Title", "Titles are long."),
        ("No end", None, "No end"),
        ("Title", "Title", "Title"),
        ("One line\n\nAnother. Three", None, "One line"),
        ("", None, ""),
    ],
)
def test_first_sentences(text: str, title: str | None, said: str) -> None:
    start, end = first_sentence(text, title)
    assert text[start:end] == said
