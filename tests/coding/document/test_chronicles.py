"""The dates over and before the entries of chronicles."""

from __future__ import annotations

import pytest

from dragoman.coding.document.chronicles import entries_of

BY_MONTH = """January
4 - The premier of Malta visits Tunis.
19 - Malta and Tunisia sign a treaty.

MARCH
2-5: Talks in Valletta.
"""
UNDER_YEARS = """1971
Dec.
9th. Ghana recalls its envoy.
1972
January
13: Officers take power in Accra.
"""
NAMING_MONTHS = """Apr. 3 - Laos protests.
   11 - Laos protests again.
2 May: The envoys meet.
"""
BARE = """MAY 1988
5 The King visits Rabat.
JULY 1988
6 Ties are restored.
"""


@pytest.mark.parametrize(
    ("text", "title", "dates"),
    [
        (BY_MONTH, "Malta in 1984", ["1984-01", "1984-01-04", "1984-01-19", "1984-03", "1984-03-02"]),
        (BY_MONTH, "Malta", []),  # nothing gives the year
        (BY_MONTH, "Malta, 1984-85", []),
        (BY_MONTH, "Malta in 1984 and 1991", []),
        (UNDER_YEARS, "", ["1971", "1971-12", "1971-12-09", "1972", "1972-01", "1972-01-13"]),
        (NAMING_MONTHS, "Diary of 1969", ["1969-04-03", "1969-04-11", "1969-05-02"]),
        (BARE, "", ["1988-05", "1988-05-05", "1988-07", "1988-07-06"]),
        ("March\n12 - One.\n3 - Another.\n25 - A third.\n", "Events of 1990", []),  # in no order
        ("March\n12 - One.\n31 - Another.\n", "Events of 1990", ["1990-03", "1990-03-12", "1990-03-31"]),
        ("April\n12 - One.\n31 - No such day.\n", "Events of 1990", []),
        ("1. Peru objects.\n2. Chile answers.\n3. Talks.\n", "Events of 1990", []),  # numbers of points
        ("1990\nMarch: One.\n2 April: Two.\nMay: Three.\n", "", ["1990", "1990-03", "1990-04-02", "1990-05"]),
        ("June 1990\n1. Peru objects.\n2. Chile answers.\n3. Talks.\n", "", []),
        ("May we add\n1. this\n2. that\n3. a third\n", "Events of 1990", []),
    ],
)
def test_entries(text: str, title: str, dates: list[str]) -> None:
    found = entries_of(text, None, title)
    assert [date.date for _, date in found] == dates
    assert all(text[date.start : date.end] for _, date in found)


def test_ranges_end() -> None:
    assert entries_of(BY_MONTH, None, "Malta in 1984")[-1][1].date_end == "1984-03-05"
