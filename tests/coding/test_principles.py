"""The `principles` table: labelled sentences, and what holds of every row."""

from __future__ import annotations

import pytest
from labelled import Case, cases, code, coded, faults, parameters, read_document

TABLE = "principles"


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


def test_statements_and_conditions_are_words_of_the_text() -> None:
    texts = {c["id"]: c["text"].replace('"', "") for c in cases(TABLE)}
    for name, rows in coded(TABLE).items():
        for row in rows:
            assert row["statement"].replace('"', "") in texts[name]
            assert row["condition"] is None or row["condition"] in texts[name]
            assert 0 <= row["start"] < row["end"] <= len(texts[name]) + 2


@pytest.mark.parametrize("text", ["", "will " * 400, "The State shall " * 200, "if if if if unless", "principle: , , ,"])
def test_what_is_no_prose_gives_nothing(text: str) -> None:
    assert not code([read_document("noise", text, "PRK")])[0].records[TABLE]
