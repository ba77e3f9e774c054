"""The `citations` table: forms of provisions and resolutions, and what holds of every row."""

from __future__ import annotations

from itertools import pairwise

import pytest
from labelled import cases, code, coded, read_document

from dragoman.coding.instruments.provisions import find_provisions
from dragoman.lexicon import load
from dragoman.lexicon.entries import Instrument, Numbering
from dragoman.records.citation import STANCES

TABLE = "citations"


def test_every_row_has_its_words_in_the_text() -> None:
    texts = {c["id"]: c["text"] for c in cases(TABLE)}
    for name, rows in coded(TABLE).items():
        for row in rows:
            assert texts[name][row["start"] : row["end"]].strip()
            assert row["stance"] in STANCES
            assert row["instrument_text"] in texts[name]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Articles 100–103 and 109, taken together", ["Articles 100-103", "Article 109"]),
        ("in Article 2 (4) of it", ["Article 2(4)"]),
        ("as Article 2.4 says", ["Article 2(4)"]),
        ("under paragraph 4 of Article 2 of it", ["Article 2(4)"]),
        ("under Article 2, paragraph 4, of it", ["Article 2(4)"]),
        ("the first paragraph of Article 5 of it", ["Article 5(1)"]),
        ("under Chapter VII of it", ["Chapter VII"]),
        ("see section 93 there", ["Section 93"]),
        ("in Articles 39 to 42 of it", ["Articles 39-42"]),
        ("under Article X of the Treaty", ["Article X"]),
        ("Article 5 and 10 states", ["Article 5"]),
        ("a part of 3 states", []),
        ("an article on Peru", []),
    ],
)
def test_provisions(text: str, labels: list[str]) -> None:
    assert [label for p in find_provisions(text, [(0, len(text))]) for _, _, label in p.labels] == labels


def test_headings_of_a_treaty_cite_nothing() -> None:
    text = (
        "Treaty of Friendship between Mali and Togo\nArticle 1\nThe parties shall live in peace.\nArticle 2\nThey shall trade."
    )
    assert not [r for r in code([read_document("t", text, None)])[0].records[TABLE] if r.provision]  # type: ignore[attr-defined]


def test_a_document_remembers_its_instrument() -> None:
    text = (
        "The Constitution of Nepal dates from 2015. Nepal is a member of the UN. Article 51 sets out the policies of the state."
    )
    rows = code([read_document("t", text, None)])[0].records[TABLE]
    assert ("NPL-CONSTITUTION", "Article 51") in [(r.instrument, r.provision) for r in rows]  # type: ignore[attr-defined]


def test_the_lexicon_is_consistent() -> None:
    entries = load().all(Instrument)
    assert len(entries) >= 200
    assert len({e.id for e in entries}) == len(entries)
    for numbering in load().all(Numbering):
        ends = [(first, last) for _, first, last in numbering.ranges]
        assert all(a <= b for a, b in ends)
        assert all(before[1] < after[0] for before, after in pairwise(ends))


@pytest.mark.parametrize(
    "text", ["", " \n ", "Article " * 400, "resolution 1 " * 300, "§" * 500, "the treaty " * 300, "|" * 400]
)
def test_what_is_no_prose_does_no_harm(text: str) -> None:
    for row in code([read_document("noise", text, "PRK")])[0].records[TABLE]:
        assert text[row.start : row.end].strip()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "As laid down in Executive Order 11246 and Law No. 7/1988, trade is free.",
            ["Executive Order 11246", "Law No. 7/1988"],
        ),
        (
            "Under Decree No. 9 of the President and Royal Decree 14/1999 trade is free.",
            ["Decree No. 9", "Royal Decree 14/1999"],
        ),
        (
            "Council Decision 2009/55/CFSP and Regulation (EU) No 77/2010 apply.",
            ["Council Decision 2009/55/CFSP", "Regulation (EU) No 77/2010"],
        ),
        ("Chad breaches Federal Law 44-FZ and Act 12 of 1986.", ["Federal Law 44-FZ", "Act 12 of 1986"]),
        ("Chad will not join the Trade in Timber Agreement.", ["Trade in Timber Agreement"]),
        ("Order 66 of the film and Decision 2000 of the jury were read out.", []),
        ("Chad signed Law 5, and in order 12 ships left.", []),
    ],
)
def test_acts_that_are_known_by_their_numbers(text: str, named: list[str]) -> None:
    rows = code([read_document("t", text, "TCD")])[0].records[TABLE]
    assert [r.instrument_text for r in rows] == named  # type: ignore[attr-defined]
