"""`dragoman code`: one row out for each row in, whatever comes in, and nothing else on standard output."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import api
from dragoman.api import CODED, Text, TextCoder
from dragoman.cli import code as module_name
from dragoman.cli import main
from dragoman.records import RECORDS
from dragoman.settings import Settings

code = sys.modules["dragoman.cli.code"]
Output = pytest.CaptureFixture[str]
Feed = Callable[[bytes], None]


class Echo:
    """A coder that tells what it was given, and cannot stand `poison`."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def code(self, texts: Sequence[Text]) -> list[dict[str, Any]]:
        if any("poison" in text.text for text in texts):
            raise RuntimeError("the parser\nfell over")
        return [{"echo": [msgspec.to_builtins(text)]} for text in texts]


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch) -> Feed:
    monkeypatch.setattr(api, "TextCoder", Echo)

    def put(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return put


def answers(feed: Feed, output: Output, data: bytes, status: int = 0) -> list[dict[str, Any]]:
    feed(data)
    assert main(["code"]) == status
    return [json.loads(line) for line in output.readouterr().out.splitlines()]


def test_a_row_out_for_each_row_in(feed: Feed, capsys: Output) -> None:
    rows = [{"id": f"r{n}", "text": f"Text {n}", "date": "2017-01", "speaker_state": "prk", "title": "T"} for n in range(100)]
    found = answers(feed, capsys, "\n".join(map(json.dumps, rows)).encode())
    assert [row["id"] for row in found] == [row["id"] for row in rows]
    assert found[7]["echo"] == [rows[7] | {"speaker_state": "PRK"}]


def test_ids_are_given_back_as_they_were(feed: Feed, capsys: Output) -> None:
    found = answers(feed, capsys, b'{"id": 7, "text": "a"}\n{"id": "7", "text": "b"}\n')
    assert [row["id"] for row in found] == [7, "7"]


@pytest.mark.parametrize(
    ("line", "row_id", "error"),
    [
        (b"nonsense", None, "not JSON in UTF-8"),
        (b'{"id": "a", "text": "x"', None, "not JSON in UTF-8"),
        (b"[1]", None, "not an object"),
        (b'"text"', None, "not an object"),
        (b'{"text": "x"}', None, '"id" is missing'),
        (b'{"id": null, "text": "x"}', None, '"id" is missing'),
        (b'{"id": true, "text": "x"}', None, '"id" is missing'),
        (b'{"id": "a"}', "a", '"text" is missing'),
        (b'{"id": "a", "text": 5}', "a", '"text" is missing or not text'),
        (b'{"id": "a", "text": null}', "a", '"text" is missing or not text'),
        (b'{"id": "a", "text": "\\ud800"}', None, "not JSON in UTF-8"),
        (b'{"id": "a", "text": "\xff"}', None, "not JSON in UTF-8"),
        (b'{"id": "a", "text": "x", "date": "yesterday"}', "a", "'yesterday' is not a date; allowed: 2017"),
        (b'{"id": "a", "text": "x", "date": 2017}', "a", '"date" is not text'),
        (b'{"id": "a", "text": "x", "speaker_state": "North Korea"}', "a", "is not a code; allowed: one such as PRK"),
        (b'{"id": "a", "text": "x", "title": ["y"]}', "a", '"title" is not text'),
        (b'{"id": "a", "text": "poison"}', "a", "cannot be coded: RuntimeError: the parser fell over"),
        (b"[" * 100_000, None, "not JSON in UTF-8"),
    ],
)  # fmt: skip
def test_a_bad_row_says_why_and_the_rest_goes_on(feed: Feed, capsys: Output, line: bytes, row_id: object, error: str) -> None:
    data = b'{"id": "before", "text": "x"}\n\n' + line + b'\n{"id": "after", "text": "y"}\n'
    before, bad, after = answers(feed, capsys, data, status=1)
    assert (before["id"], after["id"]) == ("before", "after")
    assert "echo" in before
    assert "echo" in after
    assert set(bad) == {"id", "line", "error"}
    assert (bad["id"], bad["line"]) == (row_id, 3)
    assert error in bad["error"]
    assert "\n" not in bad["error"]


def test_a_line_that_is_too_long(feed: Feed, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code, "LONGEST", 100)
    monkeypatch.setattr(code, "_CHUNK", 64)
    data = b'{"id": "a", "text": "x"}\n{"id": "b", "text": "' + b"y" * 500 + b'"}\n{"id": "c", "text": "z"}'
    found = answers(feed, capsys, data, status=1)
    assert [row["id"] for row in found] == ["a", None, "c"]
    assert found[1]["line"] == 2
    assert "a line of more than 100 bytes" in found[1]["error"]


def test_standard_output_has_rows_alone(feed: Feed, capsys: Output) -> None:
    feed(b'\xef\xbb\xbf{"id": "a", "text": "x", "source": "somewhere"}\r\nbad\r\n')
    assert main(["code"]) == 1
    said = capsys.readouterr()
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == ["a", None]
    assert "fields not used: source; used: id, text" in said.err
    assert "1 of 2 rows could not be coded" in said.err


def test_nothing_in_is_nothing_out(feed: Feed, capsys: Output) -> None:
    assert answers(feed, capsys, b"") == []
    assert answers(feed, capsys, b"\n \n\r\n") == []


@given(st.lists(st.binary(max_size=20).map(lambda b: b.replace(b"\n", b"")), max_size=20), st.integers(1, 30), st.booleans())
def test_lines_do_not_depend_on_how_they_arrive(lines: list[bytes], size: int, ends: bool) -> None:
    class Slow(io.BytesIO):
        def read1(self, _: int | None = -1, /) -> bytes:
            return self.read(size)

    data = b"\n".join(lines) + (b"\n" if ends else b"")
    found = [pair for group in code.arriving(Slow(data)) for pair in group]
    assert found == [(n, line) for n, line in enumerate(data.split(b"\n"), 1) if line.strip()]


def test_rows_are_given_out_as_they_come(feed: Feed, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second row is not waited for before the first is written."""
    order: list[str] = []

    class Pipe(io.BytesIO):
        def read1(self, _: int | None = -1, /) -> bytes:
            order.append("in")
            return self.readline()

    class Out(io.BytesIO):
        def write(self, data: Any, /) -> int:
            order.append("out")
            return super().write(data)

    stdin = io.TextIOWrapper(Pipe(b'{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}\n'))
    monkeypatch.setattr(sys, "stdin", stdin)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(Out()))
    assert main(["code"]) == 0
    assert order == ["in", "out", "in", "out", "in"]


def test_every_coded_table_is_in_every_row() -> None:
    assert list(CODED) == [name for name in RECORDS if name != "passages"]
    assert module_name is not None


def test_real_coding_of_rows() -> None:
    text = "The United States condemned Iran on 5 January 2017."
    (found, empty) = TextCoder(Settings()).code([Text(id="a", text=text, date="2017-01-06"), Text(id="b", text="")])
    assert list(found) == list(CODED)
    assert {row["code"] for row in found["actors"]} == {"USA", "IRN"}
    for rows in found.values():
        for row in rows:
            assert text[row["start"] : row["end"]] == row["quote"]
    assert all(rows == [] for rows in empty.values())
