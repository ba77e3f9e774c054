"""Texts as they come, and the documents that they are: `cases.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dragoman.lexicon import load
from dragoman.reading import read
from dragoman.records import ReadDocument
from dragoman.settings import Settings

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]
LEXICON = load()


def documents(text: str) -> list[ReadDocument]:
    return read("case.txt", text.encode(), source_path="case.txt", lexicon=LEXICON, settings=Settings()).documents


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    found = documents(case["text"])
    assert len(found) == len(case["expect"]), [d.document.title for d in found]
    for wanted, got in zip(case["expect"], found, strict=True):
        for name, value in wanted.items():
            check(name, value, got)


def check(name: str, value: Any, got: ReadDocument) -> None:
    text = got.document.text
    if name == "passages":
        assert [p.kind for p in got.passages] == value
    elif name == "holds":
        assert all(words in text for words in value), text
    elif name == "lacks":
        assert not [words for words in value if words in text], text
    elif name in ("asked", "answered", "titled"):
        kind = {"asked": "question", "answered": "answer", "titled": "title"}[name]
        turns = [p for p in got.passages if p.kind == kind]
        assert turns
        assert all(p.reported_by == value for p in turns)
    elif name == "addressee":
        assert value in (got.document.addressee or "")
    else:
        assert getattr(got.document, name) == (None if value == "" else value), name


def test_there_are_cases_of_every_kind_that_titles_show() -> None:
    kinds = {e["kind"] for c in CASES for e in c["expect"] if "kind" in e}
    assert kinds >= {
        "statement", "press-statement", "letter", "message", "commentary", "editorial", "news", "interview", "briefing",
        "answer", "speech", "joint-statement", "treaty", "law", "overview", "reference", "teaser",
    }  # fmt: skip


SPOKEN = """Statement of the Ministry of Foreign Affairs of the Republic of Malta

Valletta, 3 March 1998 -- Malta has never closed its ports to ships of Cyprus.

We shall not do so now."""
REPORT = """Malta Opens Ports

VALLETTA, March 3 (Dragoman Wire) -- Malta opened its ports on Tuesday."""


def test_a_body_that_is_its_speakers_words_says_whose_it_is() -> None:
    (spoken,), (told,) = documents(SPOKEN), documents(REPORT)
    assert [(p.kind, p.speaker_state) for p in spoken.passages if p.kind == "body"] == [("body", "MLT")]
    assert {p.speaker_state for p in told.passages} == {None}


@pytest.mark.parametrize(
    ("title", "whose"),
    [
        ("Malta Will Never Close Its Ports to Fishermen of Cyprus", "MLT"),
        ("Ports, Fishermen and the Long Quarrel between Two Islands", None),
    ],
)
def test_an_interviews_title_in_the_words_of_an_answer_is_the_interviewees(title: str, whose: str | None) -> None:
    text = f"""{title}

In an interview with the Dragoman Wire, Foreign Minister Ann Dow of Malta spoke of Cyprus.

What will you do about the ports?

Malta has ports enough. We will never close our ports to the fishermen of Cyprus, whatever is said.

And the quarrel?

There is none."""
    (found,) = documents(text)
    assert found.document.kind == "interview"
    assert [p.speaker_state for p in found.passages if p.kind == "title"] == [whose]
