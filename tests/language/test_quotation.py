"""Quotation marks in pairs, lost ones, and words held at arm's length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.quotation import quotes

CASES = [
    ("He said “we will sign” and left.", ["we will sign"]),
    ('The "sanctions resolution" and the "aid" came.', ["sanctions resolution", "aid"]),
    ("They wrote ``no conditions'' twice.", ["no conditions"]),
    ("U.S.-Japan-”south Korea” alliance", ["south Korea"]),
    ("«Мир» and «труд»", ["Мир", "труд"]),
    ('A mark that "never closes', []),
    ("No marks at all", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_cases(text: str, wanted: list[str]) -> None:
    assert [text[q.inner_start : q.inner_end] for q in quotes(text, 0, len(text))] == wanted


def test_scare_quotes_are_short_and_no_sentences() -> None:
    text = '"Human rights" they say. "We have never agreed to any of these terms and shall not do so."'
    assert [q.scare for q in quotes(text, 0, len(text))] == [True, False]


@given(st.text(alphabet='ab "“”«»\n', max_size=80))
def test_spans_are_ordered_and_inside(text: str) -> None:
    last = 0
    for quote in quotes(text, 0, len(text)):
        assert last <= quote.start < quote.inner_start <= quote.inner_end < quote.end <= len(text)
        last = quote.end
