"""The `relations` table: what holds of every row."""

from __future__ import annotations

import pytest
from labelled import code, coded, read_document

from dragoman.dates import is_partial
from dragoman.records.relation import DIRECTED, KINDS, STATUSES

TABLE = "relations"


def test_codes_stand_in_order_and_dates_are_dates() -> None:
    rows = [row for found in coded(TABLE).values() for row in found]
    assert rows
    for row in rows:
        assert row["a"] != row["b"]
        assert row["kind"] in DIRECTED or row["b"] is None or row["a"] < row["b"]
        assert all(row[f] is None or is_partial(row[f]) for f in ("since", "until"))
        assert row["status"] in STATUSES
        assert row["kind"] in KINDS


@pytest.mark.parametrize(
    "text", ["", "member of " * 300, "Treaty Treaty Treaty", "1945 1946 1947 alliance between and", "-" * 500]
)
def test_what_is_no_prose_gives_nothing(text: str) -> None:
    assert not code([read_document("noise", text, "PRK")])[0].records[TABLE]
