"""What an archive holds and what it does not."""

from __future__ import annotations

import pytest

from dragoman.analysis import overview
from dragoman.analysis.coverage import empty_months
from dragoman.archive import Archive


def test_everything_is_counted(told: Archive) -> None:
    found = overview(told)
    assert found.documents == 6
    assert found.by["kind"] == {"news": 2, "reference": 2, "statement": 2}
    assert found.by["outlet"] == {"": 3, "<i>X</i>": 1, "KCNA": 1, "TASS": 1}
    assert found.by["language"] == {"en": 5, "ko": 1}
    assert found.by["year"] == {"": 1, "2017": 2, "2018": 2, "2019": 1}
    assert (found.first_month, found.last_month, found.months) == ("2017-01", "2018-06", 4)
    assert found.empty_months == [("2017-02", "2017-02"), ("2017-04", "2018-04")]
    assert found.records["events"] == 9
    assert (found.sentences, found.parsed) == (24, 18)
    assert found.uncoded == {"ko": 1}


def test_what_was_skipped_is_listed_with_its_reason(told: Archive) -> None:
    found = overview(told)
    assert found.issues == {("error", "encrypted-pdf"): 1, ("note", "hidden"): 1}
    assert [row["message"] for row in found.skipped] == ["in/locked.pdf: encrypted; allowed: files without a password"]
    assert found.skipped.said == "1 of 1 shown"
    assert [row["run_id"] for row in found.runs] == ["run-1"]
    assert [row["paths"] for row in found.readings] == [["in"]]


@pytest.mark.parametrize(
    ("months", "gaps"),
    [
        ([], []),
        (["2017-01"], []),
        (["2017-01", "2017-02"], []),
        (["2017-01", "2017-03"], [("2017-02", "2017-02")]),
        (["2016-11", "2017-02", "2017-03", "2018-01"], [("2016-12", "2017-01"), ("2017-04", "2017-12")]),
    ],
)
def test_months_without_documents(months: list[str], gaps: list[tuple[str, str]]) -> None:
    assert empty_months(dict.fromkeys(months, 1)) == gaps
