"""Sides of what states do to each other, where their own clause leaves them open or names others beside."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

# A text, one of its events and its two sides.
SIDES = [
    # A war of two is fought by each with the other.
    ("Mali and Niger, which fought a war in 1985, are friends.", "ASSAULT", ["MLI", "NER"], ["MLI", "NER"]),
    ("Peru and Chile opened embassies in 1990.", "SUPPORT", ["CHL", "PER"], ["CHL", "PER"]),
    # Who is told to leave is of another state.
    ("Ghana shut the Finnish legation and gave its staff a week to leave.", "SANCTION", ["GHA"], ["FIN"]),
    ("Ottawa has cancelled the visas of Herrera and two judges.", "SANCTION", ["CAN"], []),
    # What governments do with each other is blamed on none of their own people.
    ("The president of Ghana condemned the annexation.", "ACCUSE", ["GHA"], []),
    ("The president of Ghana condemned the strike.", "ACCUSE", ["GHA"], ["GHA"]),
    # Who acts in a clause beside gets nothing in this one.
    ("Norway took in 300 refugees, and Canada flew others to Ottawa.", "AID", ["NOR"], []),
    ("Peru received no apology from Chile.", "CONCEDE", ["CHL"], ["PER"]),
    ("Chile apologised to Peru.", "CONCEDE", ["CHL"], ["PER"]),
    # An offer of whatever it is.
    ("Finland offered to represent the interests of Ghana in Lima.", "AGREE", ["FIN"], ["GHA"]),
    ("Norway offered two ferries to Peru.", "AGREE", ["NOR"], ["PER"]),
    ("The ministry of Peru promised Chile an answer in kind.", "THREATEN", ["PER"], ["CHL"]),
    ("Ghana has capped the number of diplomats at the Peruvian embassy.", "SANCTION", ["GHA"], ["PER"]),
    ("Hundreds of students assembled in front of the Peruvian consulate in Accra.", "PROTEST", ["GHA"], ["PER"]),
    ("Chilean agents carried off a reporter in Lima.", "ASSAULT", ["CHL"], ["PER"]),
    ("Libya trained insurgents in Chad.", "AID", ["LBY"], ["TCD"]),
    # What is done next to those who were caught.
    ("Peru arrested a Ghanaian trader. He was put on a flight to Accra.", "COERCE", ["PER"], ["GHA"]),
    # A king told again by his style.
    (
        "Her Majesty Queen Margrethe II of Denmark came to Accra. Her Majesty invited President Mahama of Ghana to Copenhagen.",
        "AGREE", ["DNK"], ["GHA"],
    ),
]  # fmt: skip

# A text, and an event that it does not tell.
UNTOLD = [
    ("The clashes, in which Peruvian soldiers fell, are treated in file 9.", "AID"),
    ("The telegram records a conversation with the Peruvian embassy.", "COERCE"),
    ("Ghana is wrecking its friendship with Peru.", "ASSAULT"),
    ("Peruvian troops reached Arica on Friday.", "CONSULT"),
    ("A shop in Peru offered chairs to its visitors.", "AGREE"),
    ("Peru praised a Ghanaian trader. He was put on a flight on Friday.", "COERCE"),
    ("She carried off the prize in Lima.", "ASSAULT"),
    ("Tourists from Peru gathered in front of the palace in Accra.", "PROTEST"),
]


@pytest.mark.parametrize(("text", "kind", "source", "target"), SIDES)
def test_sides_of_states(coder: Coder, text: str, kind: str, source: list[str], target: list[str]) -> None:
    found = [(sorted(e.source), sorted(e.target)) for e in events(coder, text) if e.event == kind]
    assert (source, target) in found, found


@pytest.mark.parametrize(("text", "kind"), UNTOLD)
def test_untold(coder: Coder, text: str, kind: str) -> None:
    assert not [e for e in events(coder, text) if e.event == kind]


def test_steps_of_others_free_nobody(coder: Coder) -> None:
    text = "The Peruvian reporter was freed after protests by Western envoys."
    assert not [e for e in events(coder, text) if e.event == "RETREAT" and e.source == ["X-WEST"]]
