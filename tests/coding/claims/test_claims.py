"""The `claims` table: the reading of numbers, and what holds of every row."""

from __future__ import annotations

import re

import pytest
from labelled import cases, code, coded, read_document

from dragoman.language.figures import find_figures
from dragoman.lexicon import load
from dragoman.lexicon.entries import Measure
from dragoman.records.claim import COMPARATORS, KINDS

TABLE = "claims"


def test_every_statement_is_in_the_words_of_the_text() -> None:
    texts = {c["id"]: c["text"] for c in cases(TABLE)}
    for name, rows in coded(TABLE).items():
        for row in rows:
            assert row["kind"] in KINDS
            assert row["comparator"] in (None, *COMPARATORS)
            words = re.sub(r"\[\w+\]|…", "", row["statement"]).split()
            if row["denied"]:  # without the words that deny it
                told = texts[name].replace("cannot", "can not").replace("nor ", "or ").split()
                assert all(any(word in one for one in told) for word in words)
            else:
                assert all(part in texts[name] for part in row["statement"].split(" … "))
            assert row["kind"] != "quantity" or row["measure"]
            assert row["value"] is not None or row["kind"] != "quantity" or row["value_text"]


def test_measures_are_plural_nouns_in_kebab_case() -> None:
    for measure in load().all(Measure):
        assert measure.id == measure.id.lower().replace(" ", "-")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("over 2 000 times", [(2000.0, None, ">", None)]),
        ("more than 160 countries", [(160.0, None, ">", None)]),
        ("at least twenty-five", [(25.0, None, ">=", None)]),
        ("up to 1.5 million", [(1500000.0, None, "<=", None)]),
        ("fewer than a hundred", [(100.0, None, "<", None)]),
        ("nearly six thousand", [(6000.0, None, "~", None)]),
        ("160+ states", [(160.0, None, ">=", None)]),
        ("10 or more", [(10.0, None, ">=", None)]),
        ("between 80,000 and 120,000 people", [(80000.0, 120000.0, "=", None)]),
        ("three to five million tons", [(3000000.0, 5000000.0, "=", None)]),
        ("300-400 troops", [(300.0, 400.0, "=", None)]),
        ("surged by 18%", [(18.0, None, "=", "percent")]),
        ("10 per cent", [(10.0, None, "=", "percent")]),
        ("US$50 million", [(50000000.0, None, "=", "USD")]),
        ("half a million", [(500000.0, None, "=", None)]),
        ("two dozen", [(24.0, None, "=", None)]),
        ("two thousand five hundred", [(2500.0, None, "=", None)]),
        ("hundreds of thousands of people", [(None, None, "=", None)]),
        ("116 votes to 20", [(116.0, None, "=", None), (20.0, None, "=", None)]),
        ("the F-35 and the 65th anniversary", []),
        ("lent 113.1 bln rubles ($1.9 bln)", [(1.131e11, None, "=", None), (1.9e9, None, "=", "dollar")]),
        ("£5m, €30k and 2.5tn yen", [(5e6, None, "=", "GBP"), (3e4, None, "=", "EUR"), (2.5e12, None, "=", None)]),
        ("about 1.5m people", [(1.5e6, None, "~", None)]),
        ("$2-3bn", [(2e9, 3e9, "=", "dollar")]),
        ("a 40m wall, 5 m high", [(5.0, None, "=", None)]),
        ("3 crore rupees", [(3e7, None, "=", None)]),
    ],
)
def test_figures(text: str, expected: list[tuple[float | None, float | None, str, str | None]]) -> None:
    assert [(f.value, f.high, f.comparator, f.unit) for f in find_figures(text, 0, len(text))] == expected


@pytest.mark.parametrize(
    "text", ["", "1 " * 400, "$" * 300, "no no no " * 100, "five thousand " * 200, "9" * 500, "1,2.3/4-5 " * 60]
)
def test_what_is_no_prose_does_no_harm(text: str) -> None:
    for row in code([read_document("noise", text, "PRK")])[0].records[TABLE]:
        assert text[row.start : row.end].strip()
