"""A document with its records: cut, marked, and as a page that nothing in it can break out of."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from analysis_samples import HOSTILE, STATEMENT, hostile, statement
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis import find, shown
from dragoman.analysis.shown import Mark, marks_of, segments
from dragoman.archive import Archive
from dragoman.errors import UsageError


def test_every_record_is_on_its_words(told: Archive) -> None:
    found = shown(told, statement().document.document_id)
    assert found.text == STATEMENT
    assert [STATEMENT[m.start : m.end] for m in found.marks] == [
        "Seoul will answer.", "We stand for independence.", "We condemn the drills of the US.",
        "Article 39 cannot be a ground.", "As long as there are drills, there will be no talks.",
    ]  # fmt: skip
    assert [m.number for m in found.marks] == [1, 2, 3, 4, 5]
    assert sorted(table for table, _ in found.marks[2].records) == ["events", "positions"]
    assert "position: PRK condemns USA on drills" in found.marks[2].lines
    assert "".join(s.text for s in found.segments()) == STATEMENT
    assert found.data()["records"]["events"][0]["quote"] == "Seoul will answer."


def test_documents_are_found_by_id_beginning_and_path(told: Archive) -> None:
    key = statement().document.document_id
    assert find(told, key) == find(told, key[:8]) == find(told, "in/statement.txt") == [key]
    with pytest.raises(UsageError, match=r"no document 'xyz' in .*; give an id"):
        find(told, "xyz")
    with pytest.raises(UsageError, match="no document"):
        shown(told, "0" * 20)


class Tags(HTMLParser):
    """Collects tags and text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_a_page_escapes_all_that_comes_from_a_text(told: Archive) -> None:
    made = shown(told, hostile().document.document_id).html()
    page = Tags()
    page.feed(made)
    names = {tag for tag, _ in page.tags}
    assert names <= {
        "html", "head", "meta", "title", "style", "body", "h1", "dl", "dt", "dd", "main", "article", "aside", "h2", "ol", "li",
        "mark", "sup", "a", "br", "q",
    }  # fmt: skip
    assert not [attrs for _, attrs in page.tags for name in attrs if name in ("src", "onerror", "onclick")]
    assert all((attrs.get("href") or "#").startswith("#") for _, attrs in page.tags)
    assert "<script" not in made
    assert "http" not in made.replace("http-equiv", "")
    text = "".join(page.words)
    assert "<img src=x>" in text
    for word in re.findall(r"\w+", HOSTILE):
        assert word in text


def test_a_page_numbers_its_marks_once(told: Archive) -> None:
    page = Tags()
    page.feed(shown(told, statement().document.document_id).html())
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids)) == 10
    targets = {str(attrs["href"])[1:] for _, attrs in page.tags if "href" in attrs}
    assert targets == set(ids)


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8))
def test_segments_give_the_text_back(text: str, spans: list[tuple[int, int]]) -> None:
    rows = [{"start": min(a, b, len(text)), "end": min(max(a, b), len(text))} for a, b in spans]
    marks = marks_of({"events": [row for row in rows if row["start"] < row["end"]]})
    pieces = list(segments(text, marks))
    assert "".join(piece.text for piece in pieces) == text
    for piece in pieces:
        covering = {m.number for m in marks if m.start <= piece.start and piece.start + len(piece.text) <= m.end}
        assert set(piece.marks) == covering


def test_records_on_the_same_words_share_a_mark() -> None:
    found = marks_of({"events": [{"start": 0, "end": 5}], "claims": [{"start": 0, "end": 5}, {"start": 0, "end": 9}]})
    assert [(m.number, m.start, m.end, len(m.records)) for m in found] == [(1, 0, 9, 1), (2, 0, 5, 2)]
    assert isinstance(found[0], Mark)
