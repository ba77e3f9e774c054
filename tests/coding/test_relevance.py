"""Which sentences are looked at: those that tell of states' doings, and each of a text or of a speaker that mostly does."""

from __future__ import annotations

from pathlib import Path

import pytest
from labelled import code, parser, read_document

from dragoman.coding import Coder
from dragoman.coding.relevance import Relevance, hints
from dragoman.lexicon import load
from dragoman.lexicon.entries import Weights

# With names of states and verbs of acts, and nothing that a state does.
EVERYDAY = [
    "The bakers' guild in Ghent has agreed on a standard size for the city's gingerbread.",
    "The striker from Ghana signed for a club in the second division and scored on his first afternoon.",
    "A singer from Cape Verde opened the festival with songs that her grandmother had taught her.",
    "Rain hit the harvest of raspberries in Serbia, and the price of jam is up by a tenth.",
    "Tickets for the tour of the old brewery in Plzen cost nine euros for adults.",
    "The start-up from Tallinn makes a sensor that warns bakers when their dough has risen.",
    "Her second novel, set on a ferry between Sweden and Finland, sold well in paperback.",
    "The keeper was pleased with the new penguins, which arrived from a zoo in Chile.",
]
TELLING = [
    "Uganda recalled its ambassador from Kigali.",
    "The two ministers will meet in Lusaka next week.",
    "Police fired tear gas at demonstrators in Dhaka.",
    "Brazil has offered Haiti a further 40 doctors.",
    "Rebels shelled a village near the border.",
    "The parliament in Skopje ratified the protocol.",
    "Colombia threatened to close the crossing unless the raids stop.",
    "Norway cut its aid to the ministry by half.",
]


def parsed(text: str, speaker: str | None = None) -> int:
    return code([read_document("d", text, speaker)])[0].parsed


def test_most_everyday_sentences_are_not_parsed() -> None:
    left = [text for text in EVERYDAY if parsed(text)]
    assert len(left) <= 2, left


@pytest.mark.parametrize("text", TELLING)
def test_what_states_do_is_parsed(text: str) -> None:
    assert parsed(text) == 1


def test_a_plain_sentence_is_looked_at_in_a_text_about_states() -> None:
    plain = "The legation in Oslo was opened in 1951."
    history = f"Chile recognised Norway's new government in 1905. {plain} Both states signed a treaty on trade in 1953."
    assert parsed(history) == 3


def test_whoever_speaks_is_always_heard() -> None:
    assert all(parsed(text, "SWE") >= parsed(text) for text in EVERYDAY)


def test_weights_of_a_users_file_hold(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text("[[relevance]]\nbase = 0.0\nfloor = -1000.0\nweights = {}\n", encoding="utf-8")
    every = Coder(load([mine]), parser()).code([read_document(text[:9], text, None) for text in EVERYDAY], "run")
    assert sum(coded.parsed for coded in every) > sum(map(parsed, EVERYDAY))


def test_a_hint_has_one_weight() -> None:
    (weights,) = load().all(Weights)
    every = [hint for some in weights.weights.values() for hint in some.split()]
    assert len(every) == len({*every}) > 5000


def test_what_is_weighed_is_what_was_learned() -> None:
    weighs = Relevance([Weights(base=-1.0, floor=0.0, weights={"0.75": "treaty treat-", "-0.55": "<CVL>"})])
    assert hints({"treaty", "old"}, {"<CVL>"})[-2:] == ["treat-", "<CVL>"]
    assert weighs.tells({"treaty", "old"}, set())
    assert not weighs.tells({"treaty", "old"}, {"<CVL>"})
    assert not weighs.tells({"old"}, set())
    assert Relevance([]).tells(set(), set())
