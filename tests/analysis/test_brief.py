"""Briefs: what the record holds, each line with its sentence, and how much of it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from analysis_samples import NEWS, RUN, STATEMENT, Made, fill

from dragoman.analysis import brief
from dragoman.analysis.conflicts import sides
from dragoman.analysis.sections import PAIR_SECTIONS, STATE_SECTIONS
from dragoman.archive import Archive
from dragoman.errors import UsageError
from dragoman.records import Event


def test_a_brief_on_a_state_has_every_section(told: Archive) -> None:
    found = brief(told, "PRK")
    assert list(found) == list(STATE_SECTIONS)
    assert [row["statement"] for row in found["principles"]] == ["independence", "no talks"]
    assert [row["power"] for row in found["offices"]] == ["receives ambassadors"]
    assert {(row["kind"], row["b"]) for row in found["relations"]} == {("diplomatic-relations", "RUS"), ("membership", "UN")}
    assert [row["target"] for row in found["positions"]] == ["USA"]
    assert [row["holder"] for row in found["positions of others"]] == ["RUS"]
    (differing,) = found["claims that differ"]
    assert differing["why"] == "160 states excludes 164 states"
    for section in found:
        told_there = [side for row in found[section] for side in (sides(row) if section == "claims that differ" else [row])]
        for row in told_there if section != "events by year" else ():
            assert row["quote"], section
            assert {"document_title", "published", "outlet", "reported_by"} <= row.keys()


def test_a_row_has_its_sentence_and_its_document(told: Archive) -> None:
    (row,) = brief(told, "PRK")["positions"]
    assert row["quote"] == "We condemn the drills of the US."
    assert STATEMENT[row["start"] : row["end"]] == row["quote"]
    assert (row["document_title"], row["outlet"], row["published"]) == ("Statement on Drills", "KCNA", "2017-01-06")
    assert row["reported_by"] == ["PRK"]


def test_the_same_told_twice_is_one_line_with_a_count(told: Archive) -> None:
    relations = {row["kind"]: row for row in brief(told, "PRK")["relations"]}
    assert relations["diplomatic-relations"]["documents"] == 2
    assert relations["membership"]["documents"] == 1


def test_recent_events_come_latest_first(told: Archive) -> None:
    events = brief(told, "PRK")["recent events"]
    assert [row["date"] for row in events] == ["2017-01-06", "2017-01-05", "2017-01", "2017", "2016", None, None]
    assert events.said == "7 of 7 shown"


def test_a_limit_is_said(told: Archive) -> None:
    events = brief(told, "PRK", limit=2)["recent events"]
    assert events.said == "2 of 7 shown"
    assert len(brief(told, "PRK", limit=None)["recent events"]) == 7


def test_years_stand_beside_the_documents_of_the_year(told: Archive) -> None:
    years = brief(told, "PRK")["events by year"]
    assert years.rows() == [
        {"year": "2017", "events": 4, "documents": 2},
        {"year": "2016", "events": 1, "documents": 0},
    ]
    assert years.note == "2 events without a date; none in 2 years with 3 documents"


def test_coverage_says_what_there_is(told: Archive) -> None:
    covered = brief(told, "PRK").coverage["PRK"]
    assert (covered.documents, covered.undated, covered.spoken, covered.naming) == (6, 1, 2, 4)
    assert (covered.first, covered.last) == ("2017-01-06", "2019")


def test_a_pair_has_both_ways(told: Archive) -> None:
    found = brief(told, "PRK", "RUS")
    assert list(found) == [name.format(a="PRK", b="RUS") for name in PAIR_SECTIONS]
    assert len(found["positions of PRK on RUS"]) == 0
    assert [row["polarity"] for row in found["positions of RUS on PRK"]] == [1]
    assert [row["quote"] for row in found["visits"]] == ["A delegation of Russia visited the DPRK on January 5."]
    assert [row["kind"] for row in found["agreements"]] == ["SUPPORT/treaty"]
    year = found["events by year"].rows()[0]
    assert year == {"year": "2017", "events": 3, "PRK to RUS": 1, "RUS to PRK": 3, "documents": 2}
    assert brief(told, "RUS", "PRK")["events by year"].rows()[0]["RUS to PRK"] == 3


def test_a_pair_needs_two(told: Archive) -> None:
    with pytest.raises(UsageError, match="two different states"):
        brief(told, "PRK", "PRK")


def test_a_section_that_there_is_not(told: Archive) -> None:
    with pytest.raises(UsageError, match="no section 'gossip' in this brief; there are: principles,"):
        brief(told, "PRK")["gossip"]


def test_nothing_on_a_state_is_an_empty_brief(told: Archive) -> None:
    found = brief(told, "ZWE")
    assert all(len(found[section]) == 0 for section in found if section != "events by year")
    assert found.coverage["ZWE"].naming == 0
    assert found.coverage["ZWE"].documents == 6


def test_an_empty_archive_has_empty_briefs(tmp_path: Path) -> None:
    with Archive.open(fill(tmp_path / "empty", [], []), read_only=True) as archive:
        assert brief(archive, "PRK").coverage["PRK"].documents == 0
        assert all(len(brief(archive, "PRK", "RUS")[s]) == 0 for s in brief(archive, "PRK", "RUS"))


def test_parts_count_for_their_whole(tmp_path: Path) -> None:
    made = Made(NEWS, "a.txt", reported_by=["RUS"], published="2017-01-01")
    made.add(Event, "Russia gave two horses.", event="SANCTION", source=["UN-SC"], target=["PRK"], date="2017")
    with Archive.open(fill(tmp_path / "un", [made.coded()], []), read_only=True) as archive:
        assert len(brief(archive, "UN")["recent events"]) == 1
        assert len(brief(archive, "UN", "PRK")["recent events"]) == 1
        assert RUN.run_id in brief(archive, "UN")["recent events"].rows()[0]["run_id"]
