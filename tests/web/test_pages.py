"""Pages, figures and files over a small archive made by hand, without a browser."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.rest import create_app
from dragoman.web import add_pages
from dragoman.web.pages import FIGURES, PAGES

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))

from analysis_samples import fill


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = fill(tmp_path_factory.mktemp("pages") / "told")
    with TestClient(create_app(folder, add_pages=add_pages), base_url="http://127.0.0.1") as client:
        yield client


def document_of(room: TestClient, words: str) -> str:
    found = re.search(r"/document/([0-9a-f]+)", room.get("/search", params={"q": words}).text)
    assert found
    return found[1]


@pytest.mark.parametrize("path", sorted(PAGES))
def test_every_page_answers(room: TestClient, path: str) -> None:
    given = {
        "code": "PRK", "a": "PRK", "b": "RUS", "name": "events", "section": "relations", "key": document_of(room, "horses")
    }  # fmt: skip
    answer = room.get(path.format(**given))
    assert answer.status_code == 200
    assert "<h1>" in answer.text
    # The policy forbids both.
    assert not re.search(r"<script(?![^>]*src=)|\sstyle=|\son\w+=", answer.text)


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_every_figure_is_a_file(room: TestClient, name: str) -> None:
    pairs = ("pair-tone", "agreements", "visits", "quarrels", "calls-back", "stances-to", "stances-from")
    states = ["PRK", "RUS"] if name in pairs else ["PRK"]
    asked = {"state": states} | ({"on": "2017-01-06"} if name == "stood" else {})
    rows = list(csv.reader(io.StringIO(room.get(f"/figure/{name}.csv", params=asked).text)))
    told = room.get(f"/figure/{name}.json", params=asked).json()
    assert len(rows) == len(told) + 1
    chart = room.get(f"/figure/{name}.svg", params=asked)
    assert chart.status_code in (200, 400)
    if chart.status_code == 200:
        assert "<style>" in chart.text
        assert "href" not in chart.text


def test_a_table_gives_what_it_shows(room: TestClient) -> None:
    page = room.get("/table/events?state=RUS&event=CONSULT").text
    said = re.search(r"rows 1–(\d+) of (\d+)", page)
    assert said
    rows = room.get("/table/events.json?state=RUS&event=CONSULT").json()
    assert len(rows) == int(said[2])
    assert {row["event"] for row in rows} == {"CONSULT"}


def test_words_of_a_sentence(room: TestClient) -> None:
    rows = room.get("/table/events.json?words=horses+gave").json()
    assert [row["quote"] for row in rows] == ["Russia gave two horses."]
    assert room.get("/table/events.json?words=horses+treaty").json() == []
    assert room.get("/table/runs?words=horses").status_code == 400


def test_counts_that_are_kept_are_those_of_the_events(room: TestClient) -> None:
    for asked in ("state=PRK", "state=PRK&state=RUS", "source=RUS&target=PRK", "state=PRK&modality=actual", "source=PRK"):
        page = room.get(f"/timeline?{asked}").text
        said = re.search(r"rows 1–\d+ of (\d+)", page)
        assert said, asked
        assert int(said[1]) == len(room.get(f"/table/events.json?{asked}").json()), asked


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/state/Nowhere", 404, "no state"), ("/document/none", 404, "no document"), ("/figure/none.csv", 404, "no figure"),
        ("/figure/pair-tone.csv?state=PRK", 400, "two states"), ("/table/events?colour=red", 400, "have no"),
        ("/timeline?page=two", 400, "whole number"), ("/network?since=soon", 400, "by year"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_says_why(room: TestClient, path: str, status: int, words: str) -> None:
    answer = room.get(path)
    assert answer.status_code == status
    assert words in answer.text


def test_a_document_names_the_source_of_its_date_and_hash(room: TestClient) -> None:
    page = room.get(f"/document/{document_of(room, 'horses')}").text
    assert "SHA-256 of the text" in page
    assert "2017-03" in page


def test_citations(room: TestClient) -> None:
    key = document_of(room, "horses")
    assert room.get(f"/document/{key}/cite.bib?at=0-20").text.startswith("@misc{dragoman:")
    (item,) = json.loads(room.get(f"/document/{key}/cite.csl.json").text)
    assert item["issued"] == {"date-parts": [[2017, 3]]}
    assert room.get(f"/document/{key}/cite.ris").text.endswith("ER  - \r\n")
    assert room.get(f"/document/{key}/cite.doc").status_code == 404


def test_the_passage_asked_for_is_marked(room: TestClient) -> None:
    page = room.get(f"/document/{document_of(room, 'horses')}?at=2-10").text
    marked = "".join(re.findall(r'<mark data-s="\d+"[^>]*class="[^"]*\bat\b[^"]*">([^<]*)</mark>', page))
    assert len(marked) == 8


def test_an_empty_archive_says_how_to_fill_it(tmp_path: Path) -> None:
    folder = fill(tmp_path / "empty", [], [])
    with TestClient(create_app(folder, add_pages=add_pages), base_url="http://127.0.0.1") as client:
        assert "dragoman read" in client.get("/").text
