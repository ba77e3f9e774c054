"""Views, findings, questions and outlooks that give no word and ask for nothing, and papers that are no captives."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

NOTHING: list[tuple[str, str]] = [
    ("The judge agreed with the state of Chad that the order was harmful.", "AGREE"),
    ("Coordination with the Eurasian Economic Union is promising and historic.", "AGREE"),
    ("A review by the Canadian army has determined that civilians were killed.", "THREATEN"),
    ("Asked whether London would allow a vote, the minister said no.", "REQUEST"),
    ("A report warned that Venezuela was helping rebels in Colombia.", "THREATEN"),
    ("A joint statement by the North Korean government released on Monday said talks went well.", "RETREAT"),
    ("Kenya's court released a ruling of ten pages.", "RETREAT"),
    ("The raids in Germany yielded weapons and flags of the Islamic State.", "CONCEDE"),
    ("China left Davos as a champion of free trade.", "RETREAT"),
    ("I left my home and office in Aleppo.", "RETREAT"),
    ("The growth is demonstrated by partnerships with the Czech Republic.", "PROTEST"),
    ("Ten Afghan asylum seekers had been sent to Greece.", "AID"),
    ("The man was put on the wanted list in Crimea.", "COOPERATE"),
    ("Polls have opened in the Netherlands with all eyes on the far right.", "COOPERATE"),
    ("The campaign woes have handed Le Pen of France a higher chance.", "AID"),
    ("A dam held by the Islamic State was forced out of service.", "SANCTION"),
]


@pytest.mark.parametrize(("text", "kind"), NOTHING)
def test_no_word_is_given(coder: Coder, text: str, kind: str) -> None:
    assert not any(e.event == kind for e in events(coder, text))


STILL: list[tuple[str, tuple[str, str, str]]] = [
    ("Poland agreed that troops should be sent to Latvia.", ("AGREE", "POL", "LVA")),
    ("The ministers agreed that Peru and Chile would open the border.", ("AGREE", "PER", "CHL")),
    ("Greece warned that it would block the talks with Turkey.", ("THREATEN", "GRC", "TUR")),
    ("A Cairo court released the editor on bail.", ("RETREAT", "EGY", "EGY")),
]


@pytest.mark.parametrize(("text", "expected"), STILL)
def test_word_is_given(coder: Coder, text: str, expected: tuple[str, str, str]) -> None:
    kind, source, target = expected
    assert any(e.event == kind and source in e.source and target in e.target for e in events(coder, text))
