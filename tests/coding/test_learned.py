"""The learned part: what it is given, that it is the same every time, and that it speaks only where patterns are silent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.coding import Coder
from dragoman.coding.learned import features, learned, stem
from dragoman.coding.proposals import RULE
from dragoman.language.parse import Parser
from dragoman.lexicon import load
from dragoman.records import Document, Event, ReadDocument
from dragoman.settings import DEFAULT_MODEL

HOME = Path(__file__).resolve().parents[2]
SENTENCES = sorted((HOME / "training" / "events").glob("*.jsonl"))


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_features_are_words_stems_and_neighbours_once_each() -> None:
    found = features(["<name>", "bombed", "the", "depot", ",", "bombed"])
    assert {"1 bombed", "0 bomb", "2 <name> bombed", "1 depot"} <= set(found)
    assert "1 the" not in found
    assert "1 ," not in found
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("word", "cut"), [("bombing", "bomb"), ("bombs", "bomb"), ("ties", "ties"), ("sing", "sing"), ("", "")]
)
def test_stems_keep_four_letters(word: str, cut: str) -> None:
    assert stem(word) == cut


@pytest.mark.parametrize("words", [[], ["the", "of"], ["<name>"], ["zzzzqqq"] * 5, [",", ".", ";"]])
def test_nothing_to_go_by_says_nothing(words: list[str]) -> None:
    assert learned().guess(words) is None


def test_a_guess_is_the_same_every_time_and_sure() -> None:
    words = "<demo> warplanes bombed a hospital in the besieged town killing dozens of patients".split()
    first = learned().guess(words)
    assert first is not None
    assert first == learned().guess(words)
    assert first.event == "ASSAULT"
    assert 0.6 <= first.probability <= 1
    assert max(first.shares, key=lambda w: first.shares[w]) in {"bombed", "killing", "warplanes", "hospital"}


def test_it_is_silent_where_patterns_speak() -> None:
    text = "France condemned the shelling of the town."
    document = Document(document_id="d", source_path="d", text=text, text_sha256="", language="en")
    coded = Coder(load(), Parser(DEFAULT_MODEL)).code([ReadDocument(document=document)], "")[0]
    rules = [e.rule for e in coded.records["events"] if isinstance(e, Event)]
    assert rules
    assert RULE not in rules


@pytest.mark.parametrize("path", SENTENCES, ids=lambda p: p.stem)
def test_training_sentences_are_well_formed(path: Path) -> None:
    seen = rows(path)
    assert len({r["id"] for r in seen}) == len({r["text"] for r in seen}) == len(seen)
    known = learned()._classes
    assert all(e["event"] in known for r in seen for e in r["events"])
    assert any(not r["events"] for r in seen)
