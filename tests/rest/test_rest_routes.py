"""Every address answers, and says no more and no less than the archive has."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.archive.columns import TABLES
from dragoman.records import RECORDS
from dragoman.rest.routes import ROUTES

PATHS = {"state": "PRK", "other": "Russia", "register": "visits"}


def document_id(room: TestClient) -> str:
    return str(
        room.get("/api/documents", params={"kind": "statement", "speaker_state": "PRK", "outlet": "KCNA"}).json()["rows"][0][
            "document_id"
        ]
    )


def address(room: TestClient, path: str) -> str:
    other_id = room.get("/api/documents", params={"language": "ko"}).json()["rows"][0]["document_id"]
    return "/api" + path.format(**PATHS, document_id=document_id(room), other_id=other_id)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_every_address_answers(room: TestClient, route: Any) -> None:
    asked = {"q": "drills"} if route.name == "search" else {}
    answer = room.get(address(room, route.path), params=asked)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    assert set(answer.json()) == set(route.answer.__struct_fields__)
    assert set(route.example) == set(route.answer.__struct_fields__)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_what_there_is_not_is_refused_in_one_line(room: TestClient, route: Any) -> None:
    answer = room.get(address(room, route.path), params={"nonsense": "1"})
    assert answer.status_code == 422
    assert list(answer.json()) == ["error"]
    assert "no parameter 'nonsense'" in answer.json()["error"]
    assert "\n" not in answer.json()["error"]


def test_all_tables_are_there(room: TestClient) -> None:
    assert {route.name for route in ROUTES} >= set(TABLES)
    assert [table["name"] for table in room.get("/api/tables").json()["tables"]] == list(TABLES)


@pytest.mark.parametrize("table", RECORDS)
def test_each_record_has_its_words_and_the_hash_of_their_text(room: TestClient, table: str) -> None:
    rows = room.get(f"/api/{table}").json()["rows"]
    assert rows
    for row in rows:
        document = room.get(f"/api/documents/{row['document_id']}").json()["document"]
        assert row["quote"] == document["text"][row["start"] : row["end"]]
        assert row["text_sha256"] == document["text_sha256"]


def test_a_document_has_its_passages_and_records(room: TestClient) -> None:
    found = room.get(f"/api/documents/{document_id(room)[:8]}").json()
    assert set(found["records"]) == set(RECORDS)
    assert found["records"]["passages"][0]["quote"] == "Statement on Drills"
    assert found["records"]["positions"][0]["text_sha256"] == found["document"]["text_sha256"]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("events?event=AID", 3), ("events?event=AID&event=ACCUSE", 4), ("events?date=null", 2), ("events?state=Russia", 5),
        ("events?state=PRK&state=RUS", 5), ("events?state=RUS&role=target", 2), ("events?since=2018", 2),
        ("events?until=2016", 1), ("events?performed=true", 1), ("events?score=null", 9), ("events?outlet=kcna", 2),
        ("events?reported_by=North%20Korea", 2), ("events?document_kind=news", 7), ("events?modality=planned", 1),
        ("claims?value=160", 1), ("claims?measure=diplomatic-relations", 2), ("relations?since=1948", 2),
        ("actors?state=PRK", 3),
        ("documents?language=ko", 1), ("documents?published=null", 1), ("issues?severity=error", 1),
        ("competences?state=PRK", 1), ("positions?polarity=-1", 1),
    ],
)  # fmt: skip
def test_filters_are_those_of_the_command_line(room: TestClient, asked: str, count: int) -> None:
    found = room.get(f"/api/{asked}").json()
    assert found["total"] == len(found["rows"]) == count
    assert found["documents"] == 6


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ("brief/Rusia", 404, "near: Russian Federation (RUS)"), ("brief/PRK/PRK", 400, "two different states"),
        ("events?run=no", 404, "no run 'no'"), ("documents/aaaaaaaa", 404, "no document"), ("documents/zz", 422, "allowed"),
        ("registers/wars/PRK", 422, "visits, gifts"), ("search?q=%22", 400, "cannot be understood"),
        ("search", 422, "q is missing"),
        ("events?limit=0", 422, "1 to 1,000"), ("events?limit=1001", 422, "1 to 1,000"),
        ("events?since=2017-02-30", 422, "2017-01"),
        ("events?cursor=AAAA", 400, "none of ours"), ("events?order=nothing", 422, "allowed"),
        ("events?event=", 422, "a value"),
        ("events?state=PRK&state=RUS&state=USA", 422, "given 3 times"), ("events?limit=1&limit=2", 422, "given 2 times"),
        ("nothing", 404, "openapi.json"), ("events?performed=maybe", 422, "true, false or null"),
        ("events?score=nan", 422, "a number"),
        ("events?state=PRK&state=North%20Korea", 422, "given twice"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_says_why(room: TestClient, asked: str, status: int, said: str) -> None:
    answer = room.get(f"/api/{asked}")
    assert answer.status_code == status, answer.text
    assert said in answer.json()["error"]


def test_a_series_has_its_denominator(room: TestClient) -> None:
    months = room.get("/api/series/PRK").json()
    assert months["total"] == 7
    assert {row["period"]: (row["events"], row["documents"]) for row in months["rows"]} == {
        "2017-01": (3, 1), "2017-03": (0, 1), "2018-05": (0, 1), "2018-06": (0, 1), None: (4, 2),
    }  # fmt: skip
    years = room.get("/api/series/PRK/Russia", params={"by": "year"}).json()
    found = {row["period"]: (row["events"], row["forward"], row["back"]) for row in years["rows"] if row["events"]}
    assert found == {"2016": (1, 1, 0), "2017": (3, 1, 3), None: (1, 0, 1)}
    assert room.get("/api/series/PRK", params={"event": "ACCUSE", "since": "2017", "until": "2017"}).json()["total"] == 1


def test_a_brief_says_what_it_leaves_out(room: TestClient) -> None:
    found = room.get("/api/brief/PRK", params={"limit": 1}).json()
    section = next(section for section in found["sections"] if section["name"] == "recent events")
    assert (len(section["rows"]), section["total"]) == (1, 7)
    assert section["rows"][0]["line"].startswith("2017-01-06 PRK → USA ACCUSE")
    assert found["coverage"][0]["naming"] == 4
