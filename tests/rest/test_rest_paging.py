"""Going through pages meets every row exactly once, in one order."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from dragoman.archive import Archive, Filters, page, rows
from dragoman.archive.columns import TABLES
from dragoman.rest.cursors import decode, encode

TABLES_WALKED = [*TABLES]


def walk(room: TestClient, address: str, **asked: Any) -> list[Any]:
    found, total, cursor = [], None, None
    for _ in range(100):
        answer = room.get(address, params=asked | ({"cursor": cursor} if cursor else {}))
        assert answer.status_code == 200, answer.text
        body = answer.json()
        assert total in (None, body["total"])
        assert 0 < len(body["rows"]) <= asked["limit"] or not found
        total, cursor = body["total"], body["next"]
        found += body["rows"]
        if cursor is None:
            assert len(found) == total
            return found
    raise AssertionError("it goes on and on")


@pytest.mark.parametrize("table", TABLES_WALKED)
@pytest.mark.parametrize("limit", [1, 3])
def test_tables(room: TestClient, table: str, limit: int) -> None:
    assert walk(room, f"/api/{table}", limit=limit) == room.get(f"/api/{table}", params={"limit": 1000}).json()["rows"]


@pytest.mark.parametrize("order", [["-date"], ["date"], ["-mode", "date"], ["mode", "-date"], ["score"], ["-object_text"]])
@pytest.mark.parametrize("states", [[], ["PRK"], ["PRK", "RUS"]])
def test_orders(room: TestClient, order: list[str], states: list[str]) -> None:
    whole = room.get("/api/events", params={"limit": 1000, "order": order, "state": states}).json()["rows"]
    assert walk(room, "/api/events", limit=2, order=order, state=states) == whole
    assert len({row["record_id"] for row in whole}) == len(whole)


@pytest.mark.parametrize(
    "address",
    ["timeline/PRK", "timeline/PRK/RUS", "registers/agreements/PRK", "registers/visits/PRK/RUS", "registers/statements/PRK",
     "states"],
)  # fmt: skip
def test_answers(room: TestClient, address: str) -> None:
    assert walk(room, f"/api/{address}", limit=1) == room.get(f"/api/{address}").json()["rows"]


def test_search(room: TestClient) -> None:
    whole = room.get("/api/search", params={"q": "relations OR drills OR bold"}).json()
    assert whole["total"] == len(whole["rows"]) == 4
    assert walk(room, "/api/search", q="relations OR drills OR bold", limit=1) == whole["rows"]


def test_a_cursor_belongs_to_its_question(room: TestClient) -> None:
    cursor = room.get("/api/events", params={"limit": 1}).json()["next"]
    for asked in ({"event": "AID"}, {"order": "-date"}, {"state": "PRK"}):
        answer = room.get("/api/events", params={**asked, "cursor": cursor})
        assert (answer.status_code, "another question" in answer.json()["error"]) == (400, True)


@given(
    st.tuples(st.none() | st.text() | st.integers(-(2**63) + 1, 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False))
)
@settings(max_examples=50, deadline=None)
def test_cursors_come_back_as_they_went(place: tuple[Any, ...]) -> None:
    assert decode(encode(place, "question"), "question") == place


def test_places_hold_in_any_order_of_a_larger_archive(tmp_path: Path) -> None:
    from archive_samples import fill, many

    rng = random.Random(7)
    with Archive.open(tmp_path / "a", create=True) as archive:
        fill(archive, *many(120))
        names = TABLES["events"].names
        for _ in range(30):
            order = [rng.choice(["", "-"]) + name for name in rng.sample(names, rng.randint(0, 3))]
            wanted = Filters(states=rng.choice([[], ["PRK"], ["PRK", "UN"]]))
            found, after = [], None
            while True:
                some = page(archive, "events", wanted, order=order, limit=17, after=after)
                found += some.rows
                after = some.next
                if after is None:
                    break
            assert found == rows(archive, "events", wanted, order=order), order
