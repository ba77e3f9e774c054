"""The `positions` table: what holds of every row."""

from __future__ import annotations

import pytest
from labelled import code, coded, read_document

TABLE = "positions"


def test_nobody_blames_himself() -> None:
    rows = [row for found in coded(TABLE).values() for row in found]
    assert rows
    assert all(row["holder"] != row["target"] for row in rows)
    assert {row["polarity"] for row in rows} <= {-1.0, -0.5, 0.0, 0.5, 1.0}


@pytest.mark.parametrize("text", ["", " \n ", "|" * 400, "!!! ??? ...", "Ruritania " * 300, "hostile " * 300])
def test_what_is_no_prose_gives_nothing(text: str) -> None:
    assert not code([read_document("noise", text, "PRK")])[0].records[TABLE]


@pytest.mark.parametrize(
    "text",
    [
        "Iran supports Yemeni rebels.",
        "Turkey is backing Syrian opposition fighters.",
        "Turkey condemned the attack by Syrian rebels on the town.",
        "The United States supports the Syrian opposition.",
    ],
)
def test_who_sides_with_rebels_does_not_side_with_their_state(text: str) -> None:
    assert not code([read_document("rebels", text, None)])[0].records[TABLE]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (
            "This is a clear sign of the hostile policy of Chile based on old maps.",
            "This is a clear sign of the hostile policy of Chile",
        ),
        ("Peru is calm, and Chile pursues a hostile policy towards us.", "Chile pursues a hostile policy towards us"),
    ],
)
def test_the_clause_that_takes_a_side_is_its_evidence(text: str, evidence: str) -> None:
    (row,) = code([read_document("clause", text, "PER")])[0].records[TABLE]
    assert text[row.start : row.end].startswith(evidence)
