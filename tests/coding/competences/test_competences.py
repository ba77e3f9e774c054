"""The `competences` table: what holds of every row."""

from __future__ import annotations

import pytest
from labelled import cases, code, coded, read_document

from dragoman.records.competence import KINDS

TABLE = "competences"


def test_every_power_is_in_the_words_of_the_text() -> None:
    texts = {c["id"]: c["text"] for c in cases(TABLE)}
    for name, rows in coded(TABLE).items():
        for row in rows:
            assert row["kind"] in KINDS
            assert row["power"]
            assert row["power"] in texts[name][row["start"] : row["end"]]
            assert row["office"] is None or row["office"] in texts[name]


def test_what_a_constitution_says_is_in_the_words_of_its_state() -> None:
    text = "Article 80 of the Constitution of Togo says that the country shall grant asylum."
    (row,) = code([read_document("t", text, None)])[0].records[TABLE]
    assert row.reported_by == ["TGO"]
    (row,) = code([read_document("t", text, "GHA")])[0].records[TABLE]
    assert row.reported_by == ["GHA", "TGO"]


def test_a_pronoun_means_the_office_spoken_of() -> None:
    text = "Constitution of Chad\nThe President appoints ambassadors under Article 85. He ratifies treaties."
    rows = code([read_document("t", text, None)])[0].records[TABLE]
    assert ("President", "ratifies treaties") in [(r.office, r.power) for r in rows]  # type: ignore[attr-defined]


def test_an_office_in_a_law_is_of_the_state_whose_law_it_is() -> None:
    text = (
        "Foreign relations of Malawi\nIn 1994 the President of Mozambique came to Lilongwe and met the cabinet. The President "
        "stayed for a week.\nUnder Article 89 of the Constitution of Malawi the President may conclude treaties."
    )
    rows = code([read_document("t", text, None)])[0].records[TABLE]
    assert ("President", "MWI") in [(r.office, r.state) for r in rows]  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["", "power " * 300, "The president shall " * 100, "Article 5 says that " * 60, "|" * 400])
def test_what_is_no_prose_does_no_harm(text: str) -> None:
    for row in code([read_document("noise", text, "PRK")])[0].records[TABLE]:
        assert text[row.start : row.end].strip()
