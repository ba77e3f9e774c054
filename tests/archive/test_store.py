"""Reading into the archive: once is enough, order does not matter, and what is changed is kept beside what was."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from archive_samples import NEWER, RUN, VISIT, coded, event, fill, full, issue, many, mark, reading
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.archive import Archive, Filters, count, document, document_ids, offsets, rows, verify
from dragoman.errors import ArchiveError
from dragoman.records import CodedDocument, Run


def everything(archive: Archive) -> dict[str, list[dict[str, Any]]]:
    """All that must not depend on how the archive was filled: every table but clock times."""
    tables = ("documents", "events", "positions", "claims", "relations", "actors", "citations", "principles", "passages")
    found = {name: rows(archive, name) for name in tables}
    found["counts"] = [
        {"x": r} for r in archive.select("SELECT * FROM pair_years") + archive.select("SELECT * FROM state_years")
    ]
    return found


def test_what_is_committed_can_be_read_back(archive: Archive) -> None:
    given_document = full()
    fill(archive, given_document)
    (found,) = rows(archive, "documents")
    wanted = given_document.document
    assert found == {name: getattr(wanted, name) for name in wanted.__struct_fields__}
    for name, records in given_document.records.items():
        back = {row["record_id"]: row for row in rows(archive, name)}
        assert back == {r.record_id: {n: getattr(r, n) for n in r.__struct_fields__} for r in records}
    assert offsets(archive, wanted.document_id) == given_document.offsets
    assert verify(archive).findings == []


def test_the_same_again_changes_nothing(archive: Archive) -> None:
    fill(archive, full())
    before = everything(archive)
    archive.begin_reading(reading("r2"))
    result = archive.commit([full()], [], RUN)
    archive.finish_reading(reading("r2"))
    assert (result.new, result.known) == (0, 1)
    assert everything(archive) == before
    assert count(archive, "readings") == 2
    assert count(archive, "runs") == 1


def test_a_document_twice_in_a_batch_is_one(archive: Archive) -> None:
    archive.begin_reading(reading())
    assert tuple(archive.commit([coded(path="b.txt"), coded(path="a.txt")], [], RUN)) == (1, 1)
    (found,) = rows(archive, "documents")
    assert found["source_path"] == "a.txt"
    assert found["sources"] == ["a.txt", "b.txt"]


def test_two_records_that_say_the_same_are_one(archive: Archive) -> None:
    twin = coded(events=[{}, {}])
    fill(archive, twin)
    assert count(archive, "events") == 1
    assert verify(archive).sound


def test_known_tells_what_this_run_has_coded(archive: Archive) -> None:
    fill(archive, coded())
    key = coded().document.document_id
    assert archive.known([key, "other", *map(str, range(2000))], RUN.run_id) == {key}
    assert archive.known([key], NEWER.run_id) == set()


def test_issues_are_kept_once_by_their_id(archive: Archive) -> None:
    archive.begin_reading(reading())
    archive.commit([], [issue("i1"), issue("i1"), issue("i2")], RUN)
    archive.commit([], [issue("i1")], RUN)
    archive.commit([], [issue("i1", run=NEWER)], NEWER)
    assert [row["issue_id"] for row in rows(archive, "issues")] == ["i1", "i2"]
    assert [row["issue_id"] for row in rows(archive, "issues", Filters(run=RUN.run_id))] == ["i1", "i2"]
    assert [row["issue_id"] for row in rows(archive, "issues", Filters(run=NEWER.run_id))] == ["i1"]


def test_a_reading_is_noted_before_it_ends(archive: Archive) -> None:
    archive.begin_reading(reading("r1", paths=["/in"], workers=4))
    assert rows(archive, "readings")[0]["finished"] is None
    archive.finish_reading(reading("r1", finished="later", files=3))
    (found,) = rows(archive, "readings")
    assert (found["finished"], found["files"]) == ("later", 3)


def test_a_newer_run_stands_beside_the_old_one(archive: Archive) -> None:
    fill(archive, coded(title="Old"), run=RUN)
    fill(
        archive,
        coded(title="New", run=NEWER, events=[{"event": "AID"}, {"event": "AID", "date": "2018"}]),
        run=NEWER,
        name="r2",
    )
    assert [row["event"] for row in rows(archive, "events")] == ["AID", "AID"]
    assert [row["event"] for row in rows(archive, "events", Filters(run=RUN.run_id))] == ["CONSULT"]
    old = document(archive, coded().document.document_id, RUN.run_id)
    new = document(archive, coded().document.document_id)
    assert old
    assert new
    assert (old["title"], new["title"]) == ("Old", "New")
    assert archive.select("SELECT event, n FROM state_years WHERE code = 'PRK' ORDER BY year") == [("AID", 1), ("AID", 1)]
    assert verify(archive).findings == []


def test_changed_bytes_make_a_new_document_that_supersedes_the_old(archive: Archive) -> None:
    old, new = coded("Title\nOne thing."), coded("Title\nAnother thing.")
    archive.begin_reading(reading())
    archive.commit([old], [], RUN, marks=[mark("a.txt", [old], "one")])
    archive.commit([new], [], RUN, marks=[mark("a.txt", [new], "two")])
    by_id = {row["document_id"]: row for row in rows(archive, "documents")}
    assert by_id[new.document.document_id]["supersedes"] == old.document.document_id
    assert by_id[old.document.document_id]["supersedes"] is None
    # Set back to what it was, it replaces nothing: it was there first.
    archive.commit([old], [], RUN, marks=[mark("a.txt", [old], "one")])
    assert {r["document_id"]: r["supersedes"] for r in rows(archive, "documents")} == {
        i: r["supersedes"] for i, r in by_id.items()
    }
    assert verify(archive).findings == []


def test_only_the_changed_part_is_superseded_and_only_at_the_same_place(archive: Archive) -> None:
    first = [coded("A\n1", part=0), coded("B\n1", part=1)]
    second = [coded("A\n1", part=0, source=b"A\n1"), coded("B\n2", part=1)]
    other = coded("C\n3")
    archive.begin_reading(reading())
    archive.commit(first, [], RUN, marks=[mark("a.txt", first, "one")])
    archive.commit(second, [], RUN, marks=[mark("a.txt", second, "two")])
    archive.commit([other], [], RUN, marks=[mark("a.txt", [other], "three", root="/elsewhere")])
    found = {row["text"]: row["supersedes"] for row in rows(archive, "documents")}
    assert found == {"A\n1": None, "B\n1": None, "B\n2": first[1].document.document_id, "C\n3": None}


def test_what_another_version_made_of_the_same_bytes_is_current_no_more(archive: Archive) -> None:
    old = coded("Menu\nTitle\nText.", source=b"page")
    new = coded("Title\nText.", source=b"page", run=NEWER)
    archive.begin_reading(reading())
    archive.commit([old], [], RUN, marks=[mark("a.html", [old], "page"), mark("b.html", [old], "page")])
    archive.commit([new], [], NEWER, marks=[mark("a.html", [new], "page", run=NEWER)])
    assert [row["text"] for row in rows(archive, "documents")] == ["Title\nText."]
    assert [row["text"] for row in rows(archive, "documents", Filters(run=RUN.run_id))] == ["Menu\nTitle\nText."]
    assert archive.select("SELECT sum(n) FROM state_years WHERE code = 'PRK'") == [(1,)]
    assert verify(archive).findings == []


def test_marks_tell_which_files_need_not_be_read(archive: Archive) -> None:
    made = coded()
    archive.begin_reading(reading())
    archive.commit([made], [], RUN, marks=[mark("a.txt", [made], "one", mtime=5)])
    found = archive.mark_of("/in", "a.txt", RUN.run_id)
    assert found == mark("a.txt", [made], "one", mtime=5)
    assert archive.mark_of_bytes(found.sha256, RUN.run_id) == found
    assert archive.mark_of("/in", "b.txt", RUN.run_id) is None
    assert archive.mark_of("/in", "a.txt", NEWER.run_id) is None
    # The same bytes elsewhere: no document to send, only the mark.
    archive.commit([], [], RUN, marks=[mark("0.txt", [made], "one")])
    assert rows(archive, "documents")[0]["sources"] == ["0.txt", "a.txt"]
    assert rows(archive, "documents")[0]["source_path"] == "0.txt"


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_the_order_of_commits_does_not_matter(tmp_path: Path, order: tuple[int, ...]) -> None:
    old = [coded("A\n1"), coded("B\n1", "b.txt"), coded("C\n1", "c.txt"), coded("C\n1", "d.txt")]
    new = [coded("A\n2"), coded("B\n2", "b.txt"), coded("C\n2", "c.txt"), coded("C\n2", "d.txt")]
    reference: list[Any] = []
    for sequence in (range(4), order):
        with Archive.open(tmp_path / str(len(reference)), create=True) as archive:
            archive.begin_reading(reading())
            for generation, content in ((old, "1"), (new, "2")):
                for i in sequence:
                    made = generation[i]
                    bytes_ = made.document.text[0] + content
                    archive.commit([made], [], RUN, marks=[mark(made.document.source_path, [made], bytes_)])
            reference.append(everything(archive))
    assert reference[0] == reference[1]
    assert sum(row["supersedes"] is not None for row in reference[0]["documents"]) == 3


def test_links_and_counts_can_be_made_anew(archive: Archive) -> None:
    fill(archive, full(), *many(20))
    before = everything(archive), archive.select("SELECT * FROM all_parties")
    archive.rebuild()
    assert (everything(archive), archive.select("SELECT * FROM all_parties")) == before
    assert verify(archive).findings == []


def test_strange_paths_and_texts_do_not_stop_a_reading(archive: Archive) -> None:
    made = coded("Title\x00\nA NUL and — dashes \U0001f600.", "dir/\udcff\udcfe.txt", title="n\x00l")
    archive.begin_reading(reading(paths=["/in/\udcff"]))
    archive.commit([made], [issue("i\x001", "\udc80.txt")], RUN, marks=[mark("dir/\udcff\udcfe.txt", [made], "x")])
    (found,) = rows(archive, "documents")
    assert found["source_path"] == "dir/\\udcff\\udcfe.txt"
    assert found["text"] == made.document.text
    assert rows(archive, "events", also=["quote"])[0]["quote"] == made.document.text
    assert archive.mark_of("/in", "dir/\udcff\udcfe.txt", RUN.run_id) is not None
    assert document_ids(archive, "dir/\\udcff\\udcfe.txt") == [made.document.document_id]


def test_unsealed_records_and_unknown_tables_are_refused_and_nothing_is_kept(archive: Archive) -> None:
    archive.begin_reading(reading())
    good = coded()
    unsealed = CodedDocument(document=good.document, records={"events": [event(good.document.document_id, 0, 1)]})
    with pytest.raises(ValueError, match="not sealed"):
        archive.commit([coded("Other\ntext"), unsealed], [], RUN)
    with pytest.raises(ValueError, match="no such tables: gossip"):
        archive.commit([CodedDocument(document=good.document, records={"gossip": []})], [], RUN)
    with pytest.raises(ValueError, match="not sealed"):
        archive.commit([good], [], NEWER)
    assert count(archive, "documents") == 0
    assert verify(archive).sound
    assert archive.commit([good], [], RUN).new == 1


def test_nothing_is_written_outside_a_reading(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="before a reading has begun"):
        archive.commit([coded()], [], RUN)
    archive.begin_reading(reading())
    archive.finish_reading(reading())
    with pytest.raises(ArchiveError, match="before a reading has begun"):
        archive.commit([coded()], [], RUN)


def test_a_document_is_found_by_id_beginning_or_path(archive: Archive) -> None:
    parts = [coded("B\n1", "x/a.txt", part=1), coded("A\n1", "x/a.txt", part=0)]
    fill(archive, *parts)
    key = parts[0].document.document_id
    assert document_ids(archive, key) == document_ids(archive, key[:8]) == document_ids(archive, key.upper()) == [key]
    assert document_ids(archive, "x/a.txt") == [parts[1].document.document_id, key]
    assert document_ids(archive, key[:7]) == document_ids(archive, "") == []
    assert document(archive, "none") is None


codes = st.lists(st.sampled_from(["PRK", "USA", "UN", "UN-SC", "UN-GA", "CHL+HRV", "X-WEST"]), max_size=3)
an_event = st.fixed_dictionaries(
    {
        "event": st.sampled_from(["AID", "CONSULT"]),
        "source": codes,
        "target": codes,
        "date": st.sampled_from([None, "2017", "2018-02"]),
    }
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from([RUN, NEWER]), st.integers(0, 2), st.lists(an_event, max_size=4)), min_size=1, max_size=8
    )
)
def test_counts_and_links_stay_right_whatever_is_read(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[Run, int, list[dict[str, Any]]]]
) -> None:
    with Archive.open(tmp_path_factory.mktemp("any") / "archive", create=True) as archive:
        archive.begin_reading(reading())
        for run, which, events in steps:
            archive.commit([coded(f"Text {which}\n{VISIT}", f"{which}.txt", run=run, events=events)], [], run)
        assert verify(archive).findings == []
        for code in ("PRK", "UN", "CHL"):
            (counted,) = archive.select("SELECT coalesce(sum(n), 0) FROM state_years WHERE code = ?", (code,))[0]
            assert counted == count(archive, "events", Filters(states=[code]))
        (between,) = archive.select("SELECT coalesce(sum(n), 0) FROM pair_years WHERE (a, b) = ('PRK', 'UN')")[0]
        assert between == count(archive, "events", Filters(states=["UN", "PRK"]))
