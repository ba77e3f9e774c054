"""Nobody but who may asks; nothing but what is in the archive is answered; nothing is ever written."""

from __future__ import annotations

import hashlib
import itertools
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from dragoman.archive import Archive
from dragoman.archive.columns import TABLES
from dragoman.rest import create_app
from dragoman.rest.guard import COOKIE, CSP, HEADERS
from dragoman.rest.parameters import Parameter
from dragoman.rest.readers import Readers
from dragoman.rest.routes import ROUTES

TOKEN = "a-token-of-the-tests"
BASE = "http://127.0.0.1:8000"
ATTACKS = (
    "' OR '1'='1", "'; DROP TABLE texts; --", '" OR 1=1 --', "x') UNION SELECT sql FROM sqlite_master --", "1; ATTACH 'x' AS y",
    "../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "load_extension('x')", "{{7*7}}", "%s%n", "\\x00", "title:'",
    "a" * 199,
    "NEAR(" * 30, "*", "^", "\u202eabc", "😀",
)  # fmt: skip


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "", "169.254.169.254", "127.0.0.1.evil.example", "[::2]"]
)
def test_other_hosts_are_not_answered(room: TestClient, host: str) -> None:
    answer = room.get("/api/info", headers={"Host": host})
    assert answer.status_code == 400
    assert "host" in answer.json()["error"]


@pytest.mark.parametrize("host", ["localhost", "localhost:9", "127.0.0.1", "[::1]:8000", "LOCALHOST"])
def test_this_machine_is_answered(room: TestClient, host: str) -> None:
    assert room.get("/api/tables", headers={"Host": host}).status_code == 200


def test_bound_to_all_addresses_names_of_others_are_still_not_answered(told: Path) -> None:
    with TestClient(create_app(told, host="0.0.0.0", token=TOKEN), base_url="http://192.168.1.5:8000") as room:
        sent = {"Authorization": f"Bearer {TOKEN}"}
        assert room.get("/api/tables", headers=sent).status_code == 200
        assert room.get("/api/tables", headers={**sent, "Host": "evil.example"}).status_code == 400


def test_without_the_token_nothing_is_answered(told: Path) -> None:
    with TestClient(create_app(told, token=TOKEN), base_url=BASE, follow_redirects=False) as room:
        for address in ("/api/info", "/api/openapi.json", "/nothing", "/"):
            for headers in ({}, {"Authorization": "Bearer wrong"}, {"Cookie": f"{COOKIE}=wrong"}, {"Authorization": TOKEN}):
                answer = room.get(address, headers=headers)
                assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
        assert room.get("/api/info", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
        assert room.get("/api/info?token=wrong").status_code == 401


def test_a_browser_gives_the_token_once(told: Path) -> None:
    with TestClient(create_app(told, token=TOKEN), base_url=BASE, follow_redirects=False) as room:
        let_in = room.get(f"{BASE}//evil.example/api/tables?a=1&token={TOKEN}")
        assert (let_in.status_code, let_in.headers["location"]) == (303, "/evil.example/api/tables?a=1")
        cookie = let_in.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert room.get("/api/tables").status_code == 200


@pytest.mark.parametrize("address", ["/api/info", "/api/nothing", "/nothing", "/api/events?limit=0", "/api/info?a=%00"])
def test_browsers_are_told_what_may_be_done(room: TestClient, address: str) -> None:
    headers = room.get(address).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in CSP
    assert "access-control-allow-origin" not in headers
    assert "default-src 'none'" in CSP


@pytest.mark.parametrize(
    "address",
    ["/api/documents/..%2f..%2fetc%2fpasswd", "/api/../../etc/passwd", "/api/%2e%2e/%2e%2e/etc/passwd", "/..%5c..%5cetc",
     "/api/documents/%2Fetc%2Fpasswd", "/api/registers/..%2f/PRK", "//etc/passwd", "/api/brief/..%2f..%2fetc"],
)  # fmt: skip
def test_no_address_leads_out_of_the_archive(room: TestClient, address: str) -> None:
    answer = room.get(address)
    assert answer.status_code in (404, 422)
    assert "root:" not in answer.text


@pytest.mark.parametrize("sent", ["%00", "%0a", "%1b[31m", "%7f", "%c2%85", "%ff", "%ed%a0%80", "%c0%af"])
def test_what_is_no_text_is_refused(room: TestClient, sent: str) -> None:
    for address in (f"/api/search?q={sent}", f"/api/brief/{sent}", f"/api/events?{sent}=1"):
        answer = room.get(address)
        assert 400 <= answer.status_code < 500
        assert list(answer.json()) == ["error"]


def test_what_is_too_long_is_refused(room: TestClient) -> None:
    assert room.get("/api/search", params={"q": "a" * 201}).status_code == 422
    assert room.get("/api/brief/" + "a" * 201).status_code == 422
    assert room.get("/api/search", params={"q": "a" * 20_000}).status_code == 414


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"])
def test_nothing_can_be_done_but_asking(room: TestClient, method: str) -> None:
    answer = room.request(method, "/api/info")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")


def test_every_parameter_is_taken_as_words(room: TestClient, told: Path) -> None:
    """SQL, paths and patterns in each parameter of each address: answered as words, or refused, and nothing changes."""
    before = hashlib.sha256((told / "archive.sqlite").read_bytes()).hexdigest()
    attacks = itertools.cycle(ATTACKS)
    for route in ROUTES:
        for parameter in route.parameters:
            # Each is given some, in turns; columns of tables are alike.
            for attack in itertools.islice(attacks, 2 if route.name in TABLES else 7):
                answer = attacked(room, route.path, route.parameters, parameter, attack)
                assert answer.status_code in (200, 400, 404, 422), (route.name, parameter.name, attack, answer.text)
                assert "CREATE TABLE" not in answer.text
                if (
                    answer.status_code == 200
                    and parameter.name not in ("q", "state", "other")
                    and not route.name.startswith(("series", "standing"))
                ):
                    assert not answer.json().get("rows"), (route.name, parameter.name, attack)
    assert hashlib.sha256((told / "archive.sqlite").read_bytes()).hexdigest() == before


def attacked(room: TestClient, path: str, parameters: tuple[Parameter, ...], parameter: Parameter, attack: str) -> Any:
    values = {"state": "PRK", "other": "RUS", "register": "visits", "document_id": "aaaaaaaa", "other_id": "bbbbbbbb"}
    if parameter.place == "path":
        values[parameter.name] = quote(attack, safe="")
        return room.get("/api" + path.format(**values))
    asked = {"q": "drills"} if any(p.name == "q" for p in parameters) else {}
    return room.get("/api" + path.format(**values), params={**asked, parameter.name: attack})


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_search_is_answered_or_refused(room: TestClient, query: str) -> None:
    try:
        query.encode()
    except UnicodeEncodeError:
        return
    assert room.get("/api/search", params={"q": query}).status_code in (200, 400, 422)


def test_the_archive_cannot_be_written(told: Path) -> None:
    readers = Readers(told)
    with readers.reading() as archive, pytest.raises(sqlite3.OperationalError, match="readonly"):
        archive.store._connection.execute("DELETE FROM texts")
    readers.close()


def test_what_takes_too_long_is_given_up(told: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(asked: Any) -> Any:
        return asked.store.select("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n")

    from dragoman.rest import app as module

    monkeypatch.setattr(module, "ROUTES", [replace(ROUTES[0], make=slow)])
    with TestClient(create_app(told, seconds=0.2), base_url=BASE) as room:
        for _ in range(6):  # more than there are readers: each is given back
            answer = room.get("/api/info")
            assert answer.status_code == 503
            assert "took longer than 0.2 s" in answer.json()["error"]
            assert answer.headers["retry-after"]


def test_an_archive_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with TestClient(create_app(tmp_path / "none"), base_url=BASE) as room:
        answer = room.get("/api/info")
    assert answer.status_code == 500
    assert "there is no archive in" in answer.json()["error"]


def test_what_was_not_foreseen_is_not_told(told: Path, caplog: pytest.LogCaptureFixture) -> None:
    def pages(app: FastAPI, archives: Any) -> None:
        def broken() -> None:
            raise RuntimeError("a secret")

        app.add_api_route("/broken", broken)

    with TestClient(create_app(told, add_pages=pages), base_url=BASE, raise_server_exceptions=False) as room:
        answer = room.get("/broken")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.headers["content-security-policy"] == CSP
    assert "a secret" in caplog.text


def test_a_damaged_archive_is_one_line(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True):
        pass
    data = bytearray((tmp_path / "archive.sqlite").read_bytes())
    data[100:2000] = b"\xff" * 1900
    (tmp_path / "archive.sqlite").write_bytes(data)
    with TestClient(create_app(tmp_path), base_url=BASE) as room:
        answer = room.get("/api/info")
    assert answer.status_code == 500
    assert "\n" not in answer.json()["error"]
