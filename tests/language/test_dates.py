"""Dates in text: a table of hard expressions, and what must hold of any text."""

from __future__ import annotations

import calendar
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dates import MONTHS, bounds, is_partial, precision
from dragoman.language.dates import DateMention, find_dates

ROWS = [json.loads(line) for line in (Path(__file__).parent / "dates.jsonl").read_text("utf-8").splitlines()]
# What dates are made of, so that random texts hold many of them.
PIECES = [m.title() for m in MONTHS] + (
    "Jan. Thursday Monday the of and to from between in on last next this that same year month week day early late mid- end-of "
    "first-half-of Q3 spring winter two days later ago before after yesterday Juche today will said 0 3 31 30th 1994 "
    "2017-02-30 31-April 1950–53 1990s 06.01.2017 29 2000 9999 1000 , . – - / ( ) ’s people 28 twenty-one twentieth"
).split()
PIECES += [" ", "  ", "\n", "end of", "first half of", "the first of"]
DATELIKE = st.tuples(st.sampled_from([" ", ""]), st.lists(st.sampled_from(PIECES), max_size=25)).map(lambda t: t[0].join(t[1]))
TEXTS = DATELIKE | st.text(max_size=80)
ANCHORS = st.none() | st.dates().map(lambda d: d.isoformat()) | st.sampled_from(["2017", "2017-01", "0001-01-01", "9999-12-31"])


def found(text: str, anchor: str | None, named: list[str] | None = None) -> list[DateMention]:
    return find_dates(text, 0, len(text), anchor, named or [])


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:48] for row in ROWS])
def test_table(row: dict) -> None:
    got = [
        {
            "words": row["text"][m.start : m.end],
            "date": m.date,
            "date_end": m.date_end,
            "precision": m.precision,
            "basis": m.basis,
        }
        for m in found(row["text"], row["anchor"], row.get("anchors"))
    ]
    assert got == row["expected"]


def test_the_table_is_wide_enough() -> None:
    assert len(ROWS) >= 60
    assert sum(not row["expected"] for row in ROWS) >= len(ROWS) / 3


@given(TEXTS, ANCHORS, st.lists(ANCHORS.filter(bool), max_size=2))
def test_mentions_are_dates_in_order(text: str, anchor: str | None, named: list[str]) -> None:
    end = 0
    for mention in found(text, anchor, named):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        assert is_partial(mention.date)
        assert mention.precision == precision(mention.date)
        assert mention.basis in ("text", "published", "context")
        assert anchor or mention.basis != "published"
        assert mention.date_end is None or is_partial(mention.date_end)
        assert bounds(mention.date)[0] <= bounds(mention.date_end or mention.date)[1]
        end = mention.end


@given(DATELIKE, DATELIKE, ANCHORS)
def test_only_the_stretch_is_read(before: str, text: str, anchor: str | None) -> None:
    """What stands outside the stretch changes nothing but where it begins."""
    start = len(before) + 1
    inside = find_dates(f"{before}\n{text}\n{before}", start, start + len(text), anchor)
    assert [m._replace(start=m.start - start, end=m.end - start) for m in inside] == found(text, anchor)


@given(
    st.integers(1000, 2199), st.integers(1, 12), st.integers(1, 28), st.sampled_from(["D M Y", "M D, Y", "D of M, Y", "D m Y"])
)
def test_every_day_is_read(year: int, month: int, day: int, form: str) -> None:
    parts = {"D": str(day), "M": calendar.month_name[month], "m": calendar.month_abbr[month], "Y": str(year)}
    name = "".join(parts.get(c, c) for c in form.replace("of", "\0")).replace("\0", "of")
    mentions = found(f"It was signed on {name} and kept.", None)
    assert [(m.date, m.basis) for m in mentions] == [(f"{year}-{month:02d}-{day:02d}", "text")]


IMPOSSIBLE = [
    "February 30",
    "31 April",
    "June 31",
    "29 February 2023",
    "00 May 1994",
    "1994-13-01",
    "32.01.1994",
    "45 May 1994",
]


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_days_that_there_are_not(name: str) -> None:
    assert found(f"It was signed on {name} and kept.", "2017-01-06") == []


@pytest.mark.parametrize("anchor", ["2017", "2017-01"])
def test_a_cut_anchor_decides_what_it_can(anchor: str) -> None:
    dates = [m.date for m in found("Last year it fell; last month and on Thursday it rose; yesterday it stood.", anchor)]
    assert dates == (["2016"] if anchor == "2017" else ["2016", "2016-12"])


HOSTILE = {
    "digits": "7" * 20_000_000,
    "letters": "x" * 5_000_000,
    "commas": "," * 100_000,
    "numbers": "1, " * 30_000,
    "years": "1994 and " * 15_000,
    "months": "May " * 30_000,
    "early": "early " * 30_000,
    "weekdays": "Thursday, " * 4_000,
    "blanks": "May" + " " * 1_000_000 + "3",
    "dashes": "3-3-1994-" * 15_000,
    "count": "two days after " * 15_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_linear_time(name: str) -> None:
    """A second or so on a slow machine; anything quadratic would take minutes."""
    begun = time.process_time()
    found(HOSTILE[name], "2017-01-06")
    assert time.process_time() - begun < 10
