"""The `relations` table: labelled sentences, and what holds of every row."""

from __future__ import annotations

import pytest
from labelled import Case, cases, code, coded, faults, parameters, read_document

from dragoman.dates import is_partial
from dragoman.records.relation import DIRECTED, KINDS, STATUSES

TABLE = "relations"


@pytest.mark.parametrize("case", parameters(TABLE))
def test_labelled(case: Case) -> None:
    assert not faults(case, coded(TABLE)[case["id"]])


def test_cases_are_many_and_a_third_is_without_a_row() -> None:
    found = cases(TABLE)
    negative = [c for c in found if not c.get("expect")]
    assert len(found) >= 60
    assert len(negative) >= len(found) // 3


def test_parsing_all_sentences_changes_nothing() -> None:
    documents = [read_document(c["id"], c["text"], c["speaker"]) for c in cases(TABLE)]
    plain, whole = code(documents), code(documents, parse_all=True)
    assert [d.records[TABLE] for d in plain] == [d.records[TABLE] for d in whole]


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
