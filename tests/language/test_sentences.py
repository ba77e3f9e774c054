"""Where sentences end, and where they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.sentences import LONGEST, Splitter
from dragoman.lexicon import load

SPLITTER = Splitter(load())

CASES = [
    ("Peru signed. Chile did not.", ["Peru signed.", "Chile did not."]),
    ("The U.S. President left. He spoke.", ["The U.S. President left.", "He spoke."]),
    ("It was made in the U.S. The plant closed.", ["It was made in the U.S.", "The plant closed."]),
    ("Gen. Smith met Dr. Lee on Jan. 5 in Bonn.", ["Gen. Smith met Dr. Lee on Jan. 5 in Bonn."]),
    ("No. Peru opposed it.", ["No.", "Peru opposed it."]),
    ("They cited No. KP-5 and list No. Four.", ["They cited No. KP-5 and list No. Four."]),
    ("J. Nyerere spoke. K. Kaunda listened.", ["J. Nyerere spoke.", "K. Kaunda listened."]),
    ("They cited Art. 5 and No. 12 of the list.", ["They cited Art. 5 and No. 12 of the list."]),
    ('"We refuse." That was all.', ['"We refuse."', "That was all."]),
    ("Will Kenya pay? It will not!", ["Will Kenya pay?", "It will not!"]),
    ("Trade fell by 3.5 per cent. Aid rose.", ["Trade fell by 3.5 per cent.", "Aid rose."]),
    ("A title without end\nA first sentence.", ["A title without end", "A first sentence."]),
    ("The envoy arrived in\nparis and left. He was\n\ntired", ["The envoy arrived in\nparis and left.", "He was", "tired"]),
    (
        "The Sides,\nrecalling their treaty,\nhave agreed on\nfish.",
        ["The Sides,", "recalling their treaty,", "have agreed on\nfish."],
    ),
    ("Talks went on ... until dawn.", ["Talks went on ... until dawn."]),
    ("", []),
    ("   \n \n", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_cases(text: str, wanted: list[str]) -> None:
    assert [text[s.start : s.end] for s in SPLITTER.split(text, 0, len(text))] == wanted


@given(st.text(max_size=400))
def test_sentences_are_in_order_and_lose_only_white_space(text: str) -> None:
    spans = list(SPLITTER.split(text, 0, len(text)))
    last = 0
    for span in spans:
        assert span.start >= last
        assert not text[last : span.start].strip()
        assert text[span.start : span.end].strip() == text[span.start : span.end] != ""
        last = span.end
    assert not text[last:].strip()


def test_no_sentence_is_endless() -> None:
    text = "and the minister said that he agreed, " * 2000
    assert max(s.end - s.start for s in SPLITTER.split(text, 0, len(text))) <= LONGEST
