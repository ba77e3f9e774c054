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


# (text, published, rows as (kind, a, b, since)): all of them.
TOLD = [
    (
        "In May 1996 Mali and Chad submitted the dispute over the wells to the International Court of Justice.",
        None,
        [("dispute", "MLI", "TCD", None)],
    ),
    ("Mali and Togo submitted the report to Chad.", None, []),
    ("In May 1969 Norway sent a memorandum to the governments of Canada and the United States.", None, []),
    ("Norway and Canada signed a memorandum in 1969.", None, [("agreement", "CAN", "NOR", "1969")]),
    (
        "Chad is a founding member of the African Union, established on July 9, 2002.",
        None,
        [("membership", "TCD", "AU", "2002-07-09")],
    ),
    ("Chad is a member of the African Union, established on July 9, 2002.", None, [("membership", "TCD", "AU", None)]),
    (
        "Peru and Chad agreed on Thursday to cooperate. "
        "An agreement was signed in Lima by the foreign ministers of the two countries.",
        "2007-04-26",
        [("agreement", "PER", "TCD", "2007-04-26")],
    ),
    ("The prime minister of Peru is in a war of words with the president of Chile.", None, []),
    (
        "Peru and Chad met on Thursday. An agreement was signed in Lima by the foreign ministers of the two countries.",
        "2007-04-26",
        [("agreement", "PER", "TCD", None)],
    ),
]


@pytest.mark.parametrize(("text", "on", "expected"), TOLD, ids=[t[0][:60] for t in TOLD])
def test_bonds_and_their_dates(text: str, on: str | None, expected: list[tuple[str, str, str, str | None]]) -> None:
    rows = code([read_document("told", text, None, on)])[0].records[TABLE]
    assert [(r.kind, r.a, r.b, r.since) for r in rows] == expected
