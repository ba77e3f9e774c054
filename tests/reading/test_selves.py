"""Texts that say in the first person which state they speak for."""

from __future__ import annotations

import pytest

from dragoman.lexicon import load
from dragoman.reading.selves import introduced


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("I bring greetings. My country, the Republic of Zambia, thanks Norway.", "ZMB"),
        ("Mr. President. The delegation of Chad wishes to congratulate Moldova.", "TCD"),
        ("I have the honour to represent Peru in this hall. Chile is our friend.", "PER"),
        ("We, the people of Ghana, greet the people of Togo.", "GHA"),
        ("The delegation of Chad was met by ours.", None),
        ("Our country is small. Norway is not.", None),
        ("My country, Peru, and, as he said, my country, Chile, agree.", None),
    ],
)
def test_introduced(text: str, state: str | None) -> None:
    assert introduced(load().names, text) == state
