"""Statements, letters and answers of states: who is meant in them, what is done to whom, and what is done to nobody named."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

Told = tuple[str, str, str]

TOLD: list[tuple[str, str | None, Told]] = [
    # a verb that looks like a plural behind the name of a ministry
    ("The Ministry of Foreign Affairs denounces in the harshest terms the raid by Chad.", "NER", ("ACCUSE", "NER", "TCD")),
    ("The Embassy of Chile in Lima denounces before the public the acts of Peru.", "CHL", ("ACCUSE", "CHL", "PER")),
    ("The Ministry of Defence of Georgia protests against the flights of Russian drones.", "GEO", ("ACCUSE", "GEO", "RUS")),
    # who made what is blamed
    (
        "Togo condemns the listing of its port as a haven of pirates, announced by the government of France.",
        "TGO",
        ("ACCUSE", "TGO", "FRA"),
    ),
    # "he" goes on with "he"
    (
        "President Ruto is in Lima. There he met the premier of Peru, and this evening he will meet the president of Chile.",
        None,
        ("CONSULT", "CHL KEN", "CHL KEN"),
    ),
    # what a state did to the one whose statement it is
    ("Washington has suspended remittances.", "CUB", ("SANCTION", "USA", "CUB")),
    ("Kenya has imposed forty measures against our people.", "SOM", ("SANCTION", "KEN", "SOM")),
    ("The economic blockade imposed by Chad in 1990 goes on.", "NER", ("SANCTION", "TCD", "NER")),
    ("The siege that Chad laid to Bol is a crime.", "NER", ("COERCE", "TCD", "TCD")),
    # arms of one state that drill
    ("Peru's army, navy and air force held a joint exercise.", None, ("MOBILIZE", "PER", "")),
    ("Peru's army held a joint exercise with Chile.", None, ("COOPERATE", "CHL PER", "CHL PER")),
    # on whose maps something rests
    (
        "Togo refuses to withdraw its guards and says that it goes by German maps.",
        "BEN",
        ("REJECT", "TGO", ""),
    ),
    # a promise and where it is given
    ("In Brussels we pledged a further 2 million dollars.", "IRL", ("AGREE", "IRL", "")),
    ("In Brussels we pledged 2 million dollars to Mali.", "IRL", ("AGREE", "IRL", "MLI")),
    # doctors for nobody named
    ("Mali asked for help. Our country has sent doctors to forty countries.", "CUB", ("AID", "CUB", "")),
    ("We welcome the generosity of Kenya, which is hosting thousands of refugees.", "NOR", ("SUPPORT", "NOR", "KEN")),
    # "our two countries" are who speaks and whom the sentence before is about
    (
        "Kenya and Uganda share a lake. President Kagame came to Nairobi in May. Our two countries agreed to build a road.",
        "KEN",
        ("AGREE", "KEN RWA", "KEN RWA"),
    ),
]


def told(coder: Coder, text: str, speaker: str | None) -> list[Told]:
    found = events(coder, text, speaker)
    return [(e.event, " ".join(sorted(e.source)), " ".join(sorted(e.target))) for e in found]


@pytest.mark.parametrize(("text", "speaker", "expected"), TOLD)
def test_told(coder: Coder, text: str, speaker: str | None, expected: Told) -> None:
    assert expected in told(coder, text, speaker)


NOT_TOLD: list[tuple[str, str | None, str]] = [
    ("We welcome the generosity of Kenya, which is hosting thousands of refugees.", "NOR", "AID NOR"),
    ("Statements by the Ministry of Trade of Chad about the raids.", None, "ACCUSE"),
    ("Togo was removed from that same list.", "BEN", "SANCTION"),
    ("Kenya adopted new measures restricting the sale of chips to other countries.", "SOM", "SANCTION KEN SOM"),
]


@pytest.mark.parametrize(("text", "speaker", "unwanted"), NOT_TOLD)
def test_not_told(coder: Coder, text: str, speaker: str | None, unwanted: str) -> None:
    assert not any(f"{kind} {source} {target}".startswith(unwanted) for kind, source, target in told(coder, text, speaker))


@pytest.mark.parametrize(
    "text",
    [
        "We urge the Chadian side to act in accordance with the Water Agreements of 1993 and 1996.",
        "We urge Chad to keep the treaty on the lake signed in Bol in 1968.",
    ],
)
def test_what_is_asked_now_is_not_of_the_year_of_a_treaty(coder: Coder, text: str) -> None:
    asked = [e for e in events(coder, text, "NER") if e.event == "REQUEST"]
    assert asked
    assert not any(e.date for e in asked)


SET: list[tuple[str, tuple[str, str]]] = [
    ("A meeting of the presidents of Peru and Chile is scheduled for May.", ("CHL PER", "CHL PER")),
    ("A visit of the president of Peru to Bolivia is foreseen for June.", ("PER", "BOL")),
    ("Talks with Paraguay are planned for next week.", ("BOL PRY", "BOL PRY")),
    ("We spoke of Chile. A summit between our two presidents is planned for later this month.", ("BOL CHL", "BOL CHL")),
]


@pytest.mark.parametrize(("text", "sides"), SET)
def test_what_is_set_for_a_day_is_planned(coder: Coder, text: str, sides: tuple[str, str]) -> None:
    found = [e for e in events(coder, text, "BOL") if e.event == "CONSULT"]
    assert [(" ".join(sorted(e.source)), " ".join(sorted(e.target)), e.modality) for e in found] == [(*sides, "planned")]


def test_what_is_not_set_is_no_talk(coder: Coder) -> None:
    assert not [e for e in events(coder, "Talks with Paraguay are not scheduled.", "BOL") if e.event == "CONSULT"]


def test_three_offices_of_three_states_act_together(coder: Coder) -> None:
    text = "The king of Jordan, the president of Egypt and the premier of Iraq met in Amman."
    assert ("CONSULT", "EGY IRQ JOR", "EGY IRQ JOR") in told(coder, text, None)
    text = "The president of Egypt, the host of the talks, met the king of Jordan."
    assert ("CONSULT", "EGY JOR", "EGY JOR") in told(coder, text, None)


def test_a_style_says_nothing_of_whose_a_prince_is(coder: Coder) -> None:
    text = "Iran seized a ship in May. His Majesty King Abdullah II met President Kagame in Amman on Monday."
    assert ("CONSULT", "JOR RWA", "JOR RWA") in told(coder, text, "JOR")
