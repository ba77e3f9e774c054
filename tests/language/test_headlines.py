"""Headlines are written small for the parser, letter for letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.headlines import as_prose, is_capitals, is_title_case
from dragoman.text import Span

KNOWN = {"expresses", "concern", "over", "signs", "treaty", "with", "the"}


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        ("EU Expresses Concern Over Chip Exports", [(0, 2)], "EU expresses concern over Chip Exports"),
        ("FRANCE SIGNS TREATY WITH PERU", [(0, 6), (25, 29)], "France signs treaty with PERU"),
        ("France signs a treaty with Peru.", [(0, 6)], "France signs a treaty with Peru."),
    ],
)
def test_cases(text: str, names: list[tuple[int, int]], wanted: str) -> None:
    assert as_prose(text, 0, [Span(*n) for n in names], KNOWN) == wanted


def test_kinds_of_headline() -> None:
    assert is_capitals("UK SLAMS RUSSIA OVER ATTACK")
    assert not is_capitals("The UN met.")
    assert is_title_case("Russia Slams Western Hypocrisy")
    assert not is_title_case("Russia slams western hypocrisy again today")


@given(st.text(max_size=120))
def test_as_long_as_before(text: str) -> None:
    assert len(as_prose(text, 0, [], KNOWN)) == len(text)
