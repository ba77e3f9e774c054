"""Rows by any column, party, date, document and run; in any order; with their words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from archive_samples import RUN, VISIT, coded, fill, full

from dragoman.archive import EXTRAS, Archive, Filters, count, latest_run, rows
from dragoman.errors import UsageError


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Five events in three documents, places a to e."""
    first: list[dict[str, Any]] = [
        {"place": "a", "source": ["PRK"], "target": ["USA"], "date": "2017-01-05", "modality": "actual", "score": -2.5},
        {"place": "b", "source": ["USA", "KOR"], "target": ["PRK"], "date": "2017-03", "event": "ASSAULT", "performed": True},
    ]
    second: list[dict[str, Any]] = [
        {"place": "c", "source": ["UN-SC"], "target": ["PRK", "USA"], "date": "2016", "event": "SANCTION"},
        {"place": "d", "source": ["RUS", "PRK"], "target": ["PRK", "RUS"], "date": None},
    ]
    third = [{"place": "e", "source": ["X-WEST"], "target": [], "date": "2015-12-30", "date_end": "2017-01-02"}]
    with Archive.open(tmp_path_factory.mktemp("query") / "archive", create=True) as archive:
        fill(
            archive,
            coded("First\n" + VISIT, "1.txt", events=first, published="2017-04-01"),
            coded(
                "Second\n" + VISIT,
                "2.txt",
                events=second,
                outlet="TASS",
                kind="interview",
                published="2018",
                reported_by=["RUS"],
            ),
            coded("Third\n" + VISIT, "3.txt", events=third, published=None, reported_by=["CHL+HRV"], speaker_state=None),
        )
        yield archive


def places(archive: Archive, **filters: Any) -> str:
    found = rows(archive, "events", Filters(**filters), order=["place"])
    assert count(archive, "events", Filters(**filters)) == len(found)
    # The same going along the index of dates, and asking each row; and counted no further than asked.
    wanted = Filters(**filters)
    by_date = rows(archive, "events", wanted, order=["-date"], limit=99)
    assert [row["date"] or "" for row in by_date] == sorted((row["date"] or "" for row in found), reverse=True)
    assert sorted(row["place"] for row in by_date) == [row["place"] for row in found]
    ids = [row["record_id"] for row in rows(archive, "events", columns=["record_id"])]
    each = msgspec.structs.replace(wanted, columns={"record_id": ids} | wanted.columns)
    assert rows(archive, "events", each, order=["place"]) == found
    assert min(count(archive, "events", wanted, most=1), 2) == min(len(found), 2)
    return "".join(row["place"] for row in found)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, "abcde"),
        ({"columns": {"event": "SANCTION"}}, "c"),
        ({"columns": {"event": ["SANCTION", "ASSAULT"]}}, "bc"),
        ({"columns": {"event": []}}, ""),
        ({"columns": {"source": "PRK"}}, "ad"),
        ({"columns": {"source": ["PRK", "KOR"]}}, "abd"),
        ({"columns": {"source": "UN"}}, "c"),
        ({"columns": {"source": "U"}}, ""),
        ({"columns": {"source": "SC"}}, ""),
        ({"columns": {"source": "X"}}, "e"),
        ({"columns": {"target": None}}, "e"),
        ({"columns": {"date": None}}, "d"),
        ({"columns": {"performed": True}}, "b"),
        ({"columns": {"score": -2.5}}, "a"),
        ({"columns": {"source": "RUS", "target": "RUS"}}, "d"),
        ({"states": ["PRK"]}, "abcd"),
        ({"states": ["prk"]}, "abcd"),
        ({"states": ["UN"]}, "c"),
        ({"states": ["UN-SC"]}, "c"),
        ({"states": ["X-WEST"]}, "e"),
        ({"states": ["ZWE"]}, ""),
        ({"states": ["PRK"], "role": "source"}, "ad"),
        ({"states": ["PRK"], "role": "target"}, "bcd"),
        ({"states": ["PRK", "USA"]}, "ab"),
        ({"states": ["USA", "PRK"]}, "ab"),
        ({"states": ["USA", "PRK"], "role": "source"}, "b"),
        ({"states": ["PRK", "RUS"]}, "d"),
        ({"states": ["UN", "USA"]}, "c"),
        ({"since": "2017"}, "abe"),
        ({"since": "2017-01-03"}, "ab"),
        ({"since": "2017-03-15"}, "b"),
        ({"since": "2016-06"}, "abce"),
        ({"until": "2016"}, "ce"),
        ({"until": "2017-01-05"}, "ace"),
        ({"since": "2017-01-05", "until": "2017-02-28"}, "a"),
        ({"states": ["PRK"], "since": "2017", "until": "2017"}, "ab"),
        ({"states": ["PRK"], "until": "2016"}, "c"),
        ({"outlet": "tass"}, "cd"),
        ({"document_kind": "news"}, "abe"),
        ({"document_kind": "news", "states": ["PRK"]}, "ab"),
        ({"reported_by": "PRK"}, "abcde"),
        ({"reported_by": "RUS"}, ""),
        ({"run": RUN.run_id}, "abcde"),
    ],
)  # fmt: skip
def test_filters(filled: Archive, filters: dict[str, Any], found: str) -> None:
    assert places(filled, **filters) == found


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"states": ["PRK"]}, ["1.txt", "2.txt"]),
        ({"states": ["RUS"]}, ["2.txt"]),
        ({"states": ["HRV"]}, ["3.txt"]),
        ({"reported_by": "CHL"}, ["3.txt"]),
        ({"columns": {"speaker_state": None}}, ["3.txt"]),
        ({"columns": {"sources": "2.txt"}}, ["2.txt"]),
        ({"columns": {"text": "no such text"}}, []),
        ({"since": "2017-05"}, ["2.txt"]),
        ({"until": "2017-12"}, ["1.txt"]),
        ({"document_kind": "interview", "outlet": "TASS"}, ["2.txt"]),
    ],
)
def test_documents_are_filtered_too(filled: Archive, filters: dict[str, Any], found: list[str]) -> None:
    assert [row["source_path"] for row in rows(filled, "documents", Filters(**filters), order=["source_path"])] == found


def test_other_tables_by_state_and_document(archive: Archive) -> None:
    fill(archive, full(published="2017-01-06"))
    assert [r["code"] for r in rows(archive, "actors", Filters(states=["UN"]))] == ["UN-SC"]
    assert [r["holder"] for r in rows(archive, "positions", Filters(states=["UN"]))] == ["UN-SC"]
    assert [r["holder"] for r in rows(archive, "positions", Filters(states=["PRK", "USA"]))] == ["PRK"]
    assert len(rows(archive, "relations", Filters(states=["RUS"], role="b"))) == 1
    assert len(rows(archive, "claims", Filters(since="2017", columns={"subject": "PRK", "value": 2000}))) == 1
    assert rows(archive, "claims", Filters(until="2016")) == []
    assert len(rows(archive, "codings", Filters(since="2017", outlet="KCNA"))) == 1
    assert len(rows(archive, "passages", Filters(columns={"kind": "title"}, document_kind="news"))) == 1


def test_order_limit_and_columns(filled: Archive) -> None:
    dated = rows(filled, "events", order=["-date"], columns=["place", "date"])
    assert [r["place"] for r in dated] == ["b", "a", "c", "e", "d"]
    assert dated[0] == {"place": "b", "date": "2017-03"}
    by_state = rows(filled, "events", Filters(states=["PRK"]), order=["-date"], limit=2, offset=1)
    assert [r["place"] for r in by_state] == ["a", "c"]
    plain = rows(filled, "events", columns=["document_id", "start", "end", "record_id"])
    assert plain == sorted(plain, key=lambda r: tuple(r.values()))


def test_values_have_their_types(filled: Archive) -> None:
    (found,) = rows(filled, "events", Filters(columns={"place": "b"}))
    assert found["source"] == ["USA", "KOR"]
    assert found["performed"] is True
    assert found["contexts"] == []


def test_quotes_and_the_document_beside_a_row(archive: Archive) -> None:
    made = full()
    fill(archive, made, coded("Other\n\U0001f600 text", "b.txt"))
    for row in rows(archive, "events", also=list(EXTRAS)):
        text = {made.document.document_id: made.document.text}.get(row["document_id"], "Other\n\U0001f600 text")
        assert row["quote"] == text[row["start"] : row["end"]]
        assert row["document_kind"] == "news"
        assert row["outlet"] == "KCNA"
        assert row["published"] == "2017-01-06"
        assert row["source_path"] in ("a.txt", "b.txt")
        assert row["document_title"] == text.split("\n")[0]
    only = rows(archive, "positions", columns=["holder"], also=["quote"])
    assert only[0] == {"holder": only[0]["holder"], "quote": VISIT[:15]}


@pytest.mark.parametrize(
    ("table", "options", "message"),
    [
        ("gossip", {}, "no table 'gossip'; there are: passages,"),
        ("events", {"filters": Filters(columns={"colour": 1})}, "events have no column 'colour'; there are: record_id,"),
        ("events", {"filters": Filters(columns={"event": 3})}, "events.event is text; 3 is not"),
        ("events", {"filters": Filters(columns={"score": "high"})}, "events.score is a number; 'high' is not"),
        ("events", {"filters": Filters(since="last year")}, "'last year' is not a date"),
        ("events", {"filters": Filters(until="2017-02-30")}, "'2017-02-30' is not a date"),
        ("events", {"filters": Filters(states=["North Korea"])}, "'NORTH KOREA' is not an actor code"),
        ("events", {"filters": Filters(states=["A", "B", "C"])}, "one state or two, not 3"),
        ("events", {"filters": Filters(states=["PRK"], role="holder")}, "no role 'holder'; there are: source, target"),
        ("actors", {"filters": Filters(states=["PRK", "USA"])}, "one state, not 2"),
        ("issues", {"filters": Filters(states=["PRK"])}, "no states"),
        ("issues", {"filters": Filters(since="2017")}, "issues belong to no document"),
        ("runs", {"filters": Filters(outlet="KCNA")}, "runs belong to no document"),
        ("runs", {"filters": Filters(reported_by="PRK")}, "runs have no column 'reported_by'"),
        ("events", {"filters": Filters(run="nope")}, "no run 'nope' in .*; there are: run-1"),
        ("events", {"order": ["colour"]}, "no column 'colour' to order by"),
        ("events", {"columns": ["colour"]}, "no column 'colour'"),
        ("events", {"also": ["colour"]}, "'colour' cannot be added; there are: quote"),
        ("documents", {"also": ["quote"]}, "nothing can be added to documents"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said(filled: Archive, table: str, options: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        rows(filled, table, **options)
    assert "\n" not in str(caught.value)


def test_sql_in_a_value_is_a_value(filled: Archive) -> None:
    for evil in ("x' OR 1 --", '"]; DROP TABLE texts; --', "%", "*"):
        assert places(filled, columns={"event": evil}) == places(filled, columns={"source": evil}) == ""
        assert places(filled, outlet=evil) == ""
        with pytest.raises(UsageError):
            places(filled, run=evil)


def test_latest_run(archive: Archive) -> None:
    assert latest_run(archive) is None
    fill(archive, coded())
    assert latest_run(archive) == RUN.run_id
