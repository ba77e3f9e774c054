"""Timelines: dated events in order, the undated counted."""

from __future__ import annotations

from typing import Any

import pytest
from analysis_samples import STATEMENT

from dragoman.analysis import timeline
from dragoman.archive import Archive
from dragoman.errors import UsageError


def dates(archive: Archive, *codes: str, **asked: Any) -> list[str]:
    return [row["date"] for row in timeline(archive, codes, **asked).events]


def test_dated_events_oldest_first(told: Archive) -> None:
    assert dates(told, "PRK") == ["2016", "2017", "2017-01", "2017-01-05", "2017-01-06"]
    assert dates(told, "PRK", "RUS") == ["2016", "2017", "2017-01", "2017-01-05"]
    assert dates(told, "ZWE") == []


def test_undated_ones_are_counted_and_said(told: Archive) -> None:
    found = timeline(told, ["PRK"])
    assert found.undated == 2
    assert found.events.note == "2 more have no date"
    assert timeline(told, ["PRK"], event="ACCUSE").undated == 0
    assert timeline(told, ["PRK"], event="ACCUSE").events.note is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"since": "2017"}, ["2017", "2017-01", "2017-01-05", "2017-01-06"]),
        ({"until": "2016"}, ["2016"]),
        ({"since": "2017-01-06"}, ["2017", "2017-01", "2017-01-06"]),
        ({"event": "CONSULT"}, ["2016", "2017", "2017-01-05"]),
        ({"event": ["ACCUSE", "SUPPORT"]}, ["2017-01", "2017-01-06"]),
        ({"mode": "visit"}, ["2017-01-05"]),
        ({"modality": "planned"}, []),
        ({"reported_by": "RUS"}, ["2016", "2017", "2017-01", "2017-01-05"]),
        ({"run": "run-1"}, ["2016", "2017", "2017-01", "2017-01-05", "2017-01-06"]),
        ({"limit": 2}, ["2017-01-05", "2017-01-06"]),
        ({"limit": 2, "until": "2017-01-05"}, ["2017-01", "2017-01-05"]),
    ],
)
def test_filters(told: Archive, asked: dict[str, Any], found: list[str]) -> None:
    assert dates(told, "PRK", **asked) == found


def test_a_limit_is_said(told: Archive) -> None:
    assert timeline(told, ["PRK"], limit=2).events.said == "2 of 5 shown"
    assert timeline(told, ["PRK"]).events.said == "5 of 5 shown"


def test_each_event_has_its_sentence(told: Archive) -> None:
    last = timeline(told, ["PRK"]).events.rows()[-1]
    assert last["quote"] == "We condemn the drills of the US." == STATEMENT[last["start"] : last["end"]]
    assert last["document_title"] == "Statement on Drills"


@pytest.mark.parametrize("asked", [{"since": "last year"}, {"run": "none"}])
def test_what_cannot_be_asked(told: Archive, asked: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        timeline(told, ["PRK"], **asked)
