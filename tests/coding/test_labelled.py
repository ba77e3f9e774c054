"""What holds of every table: its labelled sentences, that there are enough of them, and that parsing all changes nothing."""

from __future__ import annotations

import pytest
from labelled import Case, cases, code, coded, faults, parameters, read_document

TABLES = ("citations", "claims", "competences", "positions", "principles", "relations")


@pytest.mark.parametrize(
    ("table", "case"),
    [pytest.param(t, *p.values, id=f"{t}-{p.id}", marks=p.marks) for t in TABLES for p in parameters(t)],
)
def test_labelled(table: str, case: Case) -> None:
    assert not faults(case, coded(table)[case["id"]])


@pytest.mark.parametrize("table", TABLES)
def test_cases_are_many_and_a_third_is_without_a_row(table: str) -> None:
    found = cases(table)
    assert len(found) >= 60
    assert len([c for c in found if not c.get("expect")]) >= len(found) // 3


@pytest.mark.parametrize("table", TABLES)
def test_parsing_all_sentences_changes_nothing(table: str) -> None:
    documents = [read_document(c["id"], c["text"], c["speaker"]) for c in cases(table)]
    plain, whole = code(documents), code(documents, parse_all=True)
    assert [d.records[table] for d in plain] == [d.records[table] for d in whole]
