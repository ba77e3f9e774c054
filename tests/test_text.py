"""Spans and traced text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dragoman.dates import bounds, is_partial, iso
from dragoman.ids import content_id
from dragoman.text import Span, Traced, source_offset


@given(st.text(max_size=60), st.text(alphabet="ab", min_size=1, max_size=2))
def test_traced_text_knows_where_each_character_was(text: str, cut: str) -> None:
    traced = Traced.of(text).substitute(re.compile(re.escape(cut))).strip()
    assert [text[o] for o in traced.origins] == list(traced.text)
    for i, character in enumerate(traced.text):
        origin = source_offset(traced.runs(), i)
        assert origin is not None
        assert text[origin] == character


def test_joined_lines_keep_their_origins() -> None:
    lines = Traced.of("one\ntwo").lines()
    joined = Traced.join(lines, " ")
    assert joined.text == "one two"
    assert list(joined.origins) == [0, 1, 2, 4, 4, 5, 6]


def test_spans() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 9).covers(Span(3, 9))


@given(st.integers(-5, 12000), st.integers(-1, 14), st.integers(-1, 40))
def test_partial_dates_can_exist(year: int, month: int, day: int) -> None:
    value = iso(year, month, day)
    assert value is None or is_partial(value)


def test_bounds() -> None:
    assert bounds("2016-02") == ("2016-02-01", "2016-02-29")
    assert bounds("1966") == ("1966-01-01", "1966-12-31")
    assert not is_partial("2017-02-30")


def test_ids_tell_parts_apart() -> None:
    assert content_id("ab", "c") != content_id("a", "bc")
    assert content_id("a", 1) == content_id("a", "1")
