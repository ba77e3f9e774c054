"""The `principles` table: what holds of every row."""

from __future__ import annotations

import pytest
from labelled import cases, code, coded, read_document

TABLE = "principles"


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
