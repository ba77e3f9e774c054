"""Words, phrases, NEAR; snippets that point into the text; and how many documents were searched."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from archive_samples import NEWER, RUN, coded, fill
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.archive import Archive, search, verify
from dragoman.archive.finders import fts_query
from dragoman.errors import UsageError

TEXTS = {
    "a.txt": "Nuclear test\nThe DPRK's nuclear programme is a matter of self-determination, the Foreign Ministry said.",
    "b.txt": "Talks\nThe two sides held talks on the peaceful nuclear energy of the Non-Aligned states.",
    "c.txt": "Visit\nA delegation arrived in São Tomé. Nothing else was said.",
    "d.txt": "会談\n朝鮮の核実験について中国外交部の報道官が述べた。",
    "e.txt": "담화\n우리는 핵무기를 절대로 포기하지 않을것이다.",
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    other: dict[str, Any] = {"kind": "statement", "outlet": "TASS", "published": "2018-05", "reported_by": ["RUS"]}
    kinds = {"b.txt": other | {"speaker_state": None}}
    with Archive.open(tmp_path_factory.mktemp("search") / "archive", create=True) as archive:
        fill(archive, *(coded(text, path, **kinds.get(path, {})) for path, text in TEXTS.items()))
        yield archive


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("nuclear", "a b"), ("NUCLEAR", "a b"), ('"nuclear energy"', "b"), ('"energy nuclear"', ""), ("nuclear energy", "b"),
        ("NEAR(peaceful states, 6)", "b"), ("NEAR(peaceful states, 1)", ""), ('NEAR("two sides" nuclear, 10)', "b"),
        ("nuclear AND talks", "b"), ("talks OR visit", "b c"), ("nuclear NOT talks", "a"), ("nucl*", "a b"),
        ("(talks OR visit) AND delegation", "c"), ("title:nuclear", "a"), ("text:nuclear", "a b"), ("sao tome", "c"),
        ("self-determination", "a"), ("DPRK's", "a"), ("Non-Aligned", "b"), ("non-ali*", "b"), ("^Talks", "b"),
        ("核実験", "d"), ("中国 核", "d"), ("中国 AND 핵", ""), ("핵무기", "e"), ("핵무기를 포기", "e"),
        ("nothing-at-all", ""),
    ],
)  # fmt: skip
def test_queries(filled: Archive, query: str, found: str) -> None:
    result = search(filled, query)
    assert sorted(hit.source_path.removesuffix(".txt") for hit in result.hits) == found.split()
    assert (result.found, result.searched, result.total) == (len(found.split()), 5, 5)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("", "nothing to search for"), ("  ", "nothing to search for"), ('"nuclear', "unterminated string"),
        ("nuclear AND", "syntax error"),
        ("(nuclear", "syntax error"), ("NEAR(a b, x)", "expected integer"), ("colour:red", None),
        ("*", "unknown special query"), ("-nuclear", "write NOT nuclear"), ("核 OR 中国", "cannot be used"),
        ("nuclear )", "syntax error"), ("OR", "syntax error"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_said_in_one_line(filled: Archive, query: str, reason: str | None) -> None:
    if reason is None:  # a word with a colon in it, not a column that there is not
        assert search(filled, query).found == 0
        return
    with pytest.raises(UsageError, match=reason) as caught:
        search(filled, query)
    assert "\n" not in str(caught.value)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30) | st.text("ab \"()*^:-+,ANDORNTE0'\x00核", max_size=20))
def test_any_query_is_answered_or_refused(filled: Archive, query: str) -> None:
    try:
        search(filled, query)
    except UsageError as error:
        assert "\n" not in str(error)  # noqa: PT017 -- an answer is as good


def test_filters_give_their_denominator(filled: Archive) -> None:
    def numbers(**filters: str) -> tuple[int, int, int]:
        result = search(filled, "nuclear", **filters)  # type: ignore[arg-type]
        return result.found, result.searched, result.total

    assert numbers(kind="statement") == (1, 1, 5)
    assert numbers(outlet="KCNA") == (1, 4, 5)
    assert numbers(since="2018") == (1, 1, 5)
    assert numbers(until="2017-12") == (1, 4, 5)
    assert numbers(state="RUS") == (1, 1, 5)
    assert numbers(state="prk", kind="news") == (1, 4, 5)
    assert numbers(state="ZWE") == (0, 0, 5)
    assert search(filled, "核", state="PRK").searched == 4
    for wrong in ({"state": "North Korea"}, {"since": "soon"}, {"run": "none"}):
        with pytest.raises(UsageError):
            numbers(**wrong)


def test_snippets_point_into_the_text(filled: Archive) -> None:
    for query in ("energy", "delegation", "核実験", "tome", "self-determination"):
        for hit in search(filled, query, marks=("<", ">")).hits:
            assert hit.start is not None
            assert hit.end is not None
            text = TEXTS[hit.source_path]
            marked = hit.snippet[hit.snippet.index("<") + 1 : hit.snippet.index(">")]
            assert text[hit.start : hit.end] == marked


def test_a_snippet_of_a_long_text_is_short(archive: Archive) -> None:
    filler = "word " * 5000
    fill(
        archive,
        coded(f"Long\n{filler}the needle lies here {filler}", "long.txt"),
        coded(f"长\n{'字' * 9000}针{'字' * 9000}", "zh.txt"),
    )
    for query in ("needle", "针"):
        (hit,) = search(archive, query).hits
        assert len(hit.snippet) < 300
        assert hit.snippet.startswith("…")
        assert hit.snippet.endswith("…")
        assert hit.start is not None
        assert hit.start > 5000


def test_pages_of_hits(archive: Archive) -> None:
    fill(archive, *(coded(f"Item {i}\npeace", f"{i}.txt") for i in range(7)))
    paged = [hit.source_path for offset in (0, 3, 6) for hit in search(archive, "peace", limit=3, offset=offset).hits]
    assert sorted(paged) == [f"{i}.txt" for i in range(7)]
    assert search(archive, "peace", limit=3).found == 7
    assert len(search(archive, "peace", limit=None).hits) == 7


def test_each_document_once_whatever_the_runs(archive: Archive) -> None:
    fill(archive, coded(title="Old title"), run=RUN)
    fill(archive, coded(title="New heading", run=NEWER), run=NEWER, name="r2")
    assert search(archive, "delegation").found == 1
    assert search(archive, "title:heading").found == 1
    assert search(archive, "title:old").found == 0
    assert search(archive, "delegation", run=RUN.run_id).hits[0].title == "Old title"
    assert verify(archive).sound


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("north-korea", '"north-korea"'), ("title:DPRK's*", 'title:"DPRK\'s"*'), ("NEAR(a-b c, 5)", 'NEAR ( "a-b" c, 5 )'),
        ('"as it is-" + x', '"as it is-" + x'), ("U.S.", '"U.S."'), ("a,", "a,"),
    ],
)  # fmt: skip
def test_words_that_the_index_would_stumble_over_are_quoted(written: str, asked: str) -> None:
    assert fts_query(written) == asked


def test_where_too_many_answer_the_newest_come_first(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(archive, *(coded(f"Talks of the envoys, number {n}", f"{n}.txt", published=f"20{n:02d}-01-01") for n in range(1, 9)))
    ranked = search(archive, "talks", limit=3)
    monkeypatch.setattr(sys.modules["dragoman.archive.search"], "RANKED", 5)  # the name in the package is the function's
    newest = search(archive, "talks", limit=3)
    assert (ranked.ranked, newest.ranked) == (True, False)
    assert (newest.found, newest.searched, newest.total) == (8, 8, 8)
    assert [hit.published for hit in newest.hits] == ["2008-01-01", "2007-01-01", "2006-01-01"]
    assert "[Talks]" in newest.hits[0].snippet
    since = search(archive, "talks", since="2003", until="2007", limit=3, offset=3)
    assert (since.found, since.searched, since.total) == (5, 5, 8)
    assert [hit.published for hit in since.hits] == ["2004-01-01", "2003-01-01"]
    assert search(archive, "talks", limit=None).ranked, "who wants all of them has them weighed"
