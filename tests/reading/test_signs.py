"""What is looked for only where a word is has that word in all that it matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.lexicon import load
from dragoman.lexicon.entries import Genre
from dragoman.reading import days, genres, items, occasions, teasers, years
from dragoman.reading.signs import Signed, has_any

SIGNED = [one for module in (items, occasions, teasers, years) for one in vars(module).values() if isinstance(one, Signed)]
PATTERNS = [
    *((one.pattern, one.signs) for one in SIGNED),
    (genres._AGREED, genres._AGREED_SIGNS),
    (genres._ARTICLE, genres._ARTICLE_SIGNS),
    (years._WORTH, years._WORTH_SIGNS),
    *((re.compile(pattern), tuple(g.signs)) for g in load().all(Genre) if g.signs for pattern in g.patterns),
]


@pytest.mark.parametrize(("pattern", "signs"), PATTERNS, ids=lambda given: getattr(given, "pattern", "")[:40])
@given(data=st.data())
@settings(max_examples=20, suppress_health_check=list(HealthCheck), deadline=None)
def test_all_that_a_pattern_matches_has_one_of_its_signs(
    pattern: re.Pattern[str], signs: tuple[str, ...], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(pattern, alphabet=st.characters(codec="ascii")))
    found = pattern.search(text)
    assert found is None or has_any(found.group().lower(), signs)


WRITTEN = st.sampled_from(
    ["3", "05", "2014", "1999", "12/5/2013", "May", "march", "Sept.", "September", "Juche", "of", "th", "st", "day", "(", ")",
     ",", ".", "-", "/", ":", " ", " ", " ", "\n", "x", "_", "年"]
)  # fmt: skip


@given(st.lists(WRITTEN, max_size=14).map("".join), st.integers(0, 6))
@settings(max_examples=300, deadline=None)
def test_dates_are_found_where_a_look_at_every_letter_finds_them(text: str, start: int) -> None:
    every = [day for match in days._ANY.finditer(text, start) if (day := days._day(match)) is not None]
    assert list(days.days_in(text, start)) == every
