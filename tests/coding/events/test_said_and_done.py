"""To whom a word is given, who eases what nobody is named to ease, whom it is up to, and clauses that parsers swallow."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

Case = tuple[str, tuple[str, str, str]]

CASES: list[Case] = [
    # Whom a word is given to, and from whom it comes.
    ("The chancellor of Austria promised Slovenia that he would plead for its entry into NATO.", ("AGREE", "AUT", "SVN")),
    ("A pledge of more teachers for Tonga came from Japan on Monday.", ("AGREE", "JPN", "TON")),
    ("A warning of reprisals came from Turkey after the Greek move.", ("THREATEN", "TUR", "GRC")),
    ("Bangladesh protested to Nepal and asked for the withdrawal of guards.", ("REQUEST", "BGD", "NPL")),
    # Agreed with terms for another.
    (
        "Caribbean Community ministers agreed that credits would be withdrawn from Haiti unless the army stepped aside.",
        ("THREATEN", "CARICOM", "HTI"),
    ),
    ("The Chadian army agreed to rebel demands for the dismissal of two colonels.", ("CONCEDE", "TCD", "TCD")),
    ("Colombia agreed to demands by the rebels for an inquiry.", ("CONCEDE", "COL", "COL")),
    # Who does what nobody is named to do.
    ("Poland's rulers declared that martial law would be lifted before June.", ("CONCEDE", "POL", "POL")),
    ("A Dutch engineer was allowed to leave Tehran, Iran's judiciary announced.", ("RETREAT", "IRN", "NLD")),
    ("Indonesian troops will cross into Papua New Guinea if raids go on, the army chief warned.", ("THREATEN", "IDN", "PNG")),
    # Whom it is up to.
    ("It is up to Togo to pull back its guards, Ghana's premier said.", ("REQUEST", "GHA", "TGO")),
    ("Georgian deputies passed a motion calling for Russian bases to be dismantled.", ("REQUEST", "GEO", "RUS")),
    # Clauses that parsers swallow.
    ("Press censorship in force since the bread riots was relaxed by Egypt's Interior Ministry.", ("CONCEDE", "EGY", "EGY")),
    ("Chadian field commanders declared a unilateral ceasefire to begin at midnight on Thursday.", ("CONCEDE", "TCD", "TCD")),
    # What others do, in the words of whom it hurts; polls and food refused.
    ("India released 40 Sri Lankan fishermen detained for poaching.", ("RETREAT", "IND", "LKA")),
    ("Ghana was appalled by Togo's hanging of two of its nationals.", ("ACCUSE", "GHA", "TGO")),
    ("Spain said Morocco had breached a fisheries accord by seizing its boats.", ("ACCUSE", "ESP", "MAR")),
    ("China said that cooperation with Norway would be harmed by the prize.", ("THREATEN", "CHN", "NOR")),
    ("Opposition parties in Togo refused to take part in Sunday's election.", ("PROTEST", "TGO", "TGO")),
    ("A jailed Cuban dissident has not eaten for 50 days in protest at his sentence.", ("PROTEST", "CUB", "CUB")),
    # What is not borne, and what will suffer.
    ("Israel will not sit idly by if Syria moves missiles into the valley.", ("THREATEN", "ISR", "SYR")),
    ("China has told Belgium that relations will suffer if it sells submarines to Taiwan.", ("THREATEN", "CHN", "BEL")),
    ("Canberra will double the number of police it has in Vanuatu at the request of the government.", ("AGREE", "AUS", "VUT")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_said_and_done(coder: Coder, text: str, expected: tuple[str, str, str]) -> None:
    kind, source, target = expected
    found = events(coder, text)
    assert any(e.event == kind and source in e.source and target in e.target for e in found)


def test_what_is_demanded_is_not_done(coder: Coder) -> None:
    found = events(coder, "The United States dropped its demand that India sign the treaty before buying reactors.")
    assert not any(e.mode == "treaty" for e in found)


PASSING: list[tuple[str, str]] = [
    ("Iraq freed a Turkish truck driver held since October on charges of spying.", "COERCE"),
    ("Rwandan troops began to leave eastern Congo under an accord signed in Pretoria.", "SUPPORT"),
    ("Cuba allowed an American senator to visit jailed dissidents on Tuesday.", "CONSULT"),
    ("Canada plans to send 500 policemen to Haiti in January.", "THREATEN"),
]


@pytest.mark.parametrize(("text", "kind"), PASSING)
def test_what_is_told_in_passing_is_no_act(coder: Coder, text: str, kind: str) -> None:
    found = events(coder, text)
    assert found
    assert not any(e.event == kind for e in found)
