"""What holds for every text: spans in the text, words from the source, the same again."""

from __future__ import annotations

import json
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import SkipDocument
from dragoman.lexicon import load
from dragoman.reading import plain, read
from dragoman.records import ReadDocument, document_id
from dragoman.settings import Settings
from dragoman.text import source_offset

LEXICON = load()
TEXTS: list[str] = [
    c["text"] for c in tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]
]
# Pieces out of which pages are made, in any order.
PIECES = st.sampled_from(
    """Pyongyang, January 6 (KCNA) -- |ACCRA, May 3. /GNA/. |Geneva, 14 March 1995|-0-|###|(END)|* * *|More From the Ministry|
Related articles|3 May 2020|Date: 01/10/2023 ; Source: Ministry|By John Smith|Q: |A: |The letter said:|[1]|[citation needed]|
issued the following statement on Sunday:|Statement by the Minister of Foreign Affairs of Ghana|Leave a Reply|Excellency,|
Joint Statement of Peru and Chile|About the author|(Signed) Jo Chol Su|What do you say?|Our country will not yield.|Home|News|
This year we celebrate the 65th anniversary of the founding of the DPRK.|Article 1|Skip to content|Dear Mr. President,|2019|
\u201csouth Korea\u201d|\t|  |\n|\n\n| |. """.replace("|\n", "|").split("|")
)


def documents(text: str) -> list[ReadDocument]:
    try:
        return read("a.txt", text.encode("utf-8"), source_path="a.txt", lexicon=LEXICON, settings=Settings()).documents
    except SkipDocument:
        return []


def check_all(source: str, found: list[ReadDocument]) -> None:
    assert [d.document.part for d in found] == list(range(len(found)))
    for each in found:
        document, text = each.document, each.document.text
        assert document.document_id == document_id(source.encode("utf-8"), document.part, text)
        assert text.strip() == text
        assert text
        covered = [False] * len(text)
        for passage in each.passages:
            assert 0 <= passage.start < passage.end <= len(text)
            assert passage.document_id == document.document_id
            covered[passage.start : passage.end] = [True] * (passage.end - passage.start)
        assert all(c or text[i].isspace() for i, c in enumerate(covered))
        starts = [p.start for p in each.passages]
        assert starts == sorted(starts)
        assert sum(length for _, _, length in each.offsets) == len(text)
        for place, letter in enumerate(text):
            origin = source_offset(each.offsets, place)
            assert origin is not None
            if not letter.isspace():
                parts_cells = letter == "|" and source[origin].isspace()  # set between cells that wide space parts
                assert source[origin] == letter or parts_cells
        assert all(a != b for a, b in zip(document.reported_by, document.reported_by[1:], strict=False))


@pytest.mark.parametrize("text", TEXTS)
def test_spans_and_origins_of_the_cases(text: str) -> None:
    check_all(text, documents(text))


@pytest.mark.parametrize("text", TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert documents(text) == documents(text)


@pytest.mark.parametrize("text", TEXTS)
def test_no_end_marks_and_no_reference_marks_are_left(text: str) -> None:
    for each in documents(text):
        assert "[citation needed]" not in each.document.text
        assert not each.document.text.rstrip().endswith(("-0-", "-0", "###", "(END)", "-ENDS-"))


@given(st.lists(PIECES | st.text(max_size=30), max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_page_made_of_pieces(pieces: list[str]) -> None:
    # Surrogates and controls are the business of decoding; they are tested with the forms.
    text = "".join(pieces).encode("utf-8", "ignore").decode("utf-8")
    for each in documents(text):
        assert each.document.text.strip()
        for passage in each.passages:
            assert 0 <= passage.start < passage.end <= len(each.document.text)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy spoke of peace and of trade. " * 60_000,
        "word " * 400_000,
        "[" * 500_000,
        "Title of it\n" * 40_000,
        "Q: a? A: b.\n" * 20_000,
    ],
    ids=["one line", "words", "brackets", "titles", "turns"],
)  # fmt: skip
def test_long_texts_take_time_in_proportion(text: str) -> None:
    started = time.process_time()
    documents(text)
    assert time.process_time() - started < 30


def test_a_row_is_taken_as_it_is() -> None:
    text = "Talks -0-\n\nMore From us [1]\nQ: what?  A: that."
    each = plain("row-7", text, "2020-05", "GHA", "Talks", lexicon=load())
    document = each.document
    assert document.text == text
    assert (document.published, document.speaker_state, document.title) == ("2020-05", "GHA", "Talks")
    assert document.reported_by == ["GHA"]
    assert each.offsets == [(0, 0, len(text))]
    assert {p.kind for p in each.passages} <= {"title", "body"}
    assert all(p.reported_by == ["GHA"] for p in each.passages)


@pytest.mark.parametrize("text", ["", " ", "\n", "a"])
def test_a_row_of_next_to_nothing(text: str) -> None:
    assert plain("r", text, lexicon=load()).document.text == text


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_row_keeps_its_text(text: str) -> None:
    each = plain("r", text, None, None, text[:5], lexicon=load())
    assert each.document.text == text
    assert all(0 <= p.start < p.end <= len(text) for p in each.passages)


def test_parts_go_on_after_the_last_row() -> None:
    rows = [
        '{"text": "Ministers met\\n\\nThe ministers met in Accra and spoke of the river and its fish for a long time.\\n\\n'
        'Related articles\\n\\nBridge opened\\n\\n3 May 2020", "date": "2020-05-04"}',
        '{"text": "Second row\\n\\nThe second row is a document of its own and tells of a meeting.", "date": "2020-05-05"}',
    ]
    found = read("a.jsonl", "\n".join(rows).encode(), source_path="a.jsonl", lexicon=LEXICON, settings=Settings()).documents
    assert [(d.document.part, d.document.kind, d.document.title) for d in found] == [
        (0, "article", "Ministers met"),
        (1, "article", "Second row"),
        (2, "teaser", "Bridge opened"),
    ]
    assert found[2].document.published == "2020-05-03"


def test_what_metadata_says_wins() -> None:
    row: dict[str, Any] = {
        "text": "Words on trade\n\nTrade between the two states has grown, the embassy said on Monday.",
        "kind": "statement", "speaker": "Awa Sow", "speaker_state": "SEN", "date": "2011-02-03", "outlet": "KCNA",
        "url": "https://example.org/a",
    }  # fmt: skip
    (found,) = read("a.jsonl", json.dumps(row).encode(), source_path="a.jsonl", lexicon=LEXICON, settings=Settings()).documents
    document = found.document
    assert (document.kind, document.speaker_name, document.speaker_state) == ("statement", "Awa Sow", "SEN")
    assert (document.published, document.published_basis) == ("2011-02-03", "metadata")
    assert (document.outlet, document.url) == ("KCNA", "https://example.org/a")
    assert document.reported_by == ["PRK", "SEN"]
