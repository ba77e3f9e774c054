"""Newswire sentences whose parse is put right first, and set phrases: one case and more for each cause of faults."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

Case = tuple[str, tuple[str, str, str] | None]

# The parser loses the verb, or hangs a noun where it does not belong.
MISPARSED: list[Case] = [
    ("Ghana condemned as cruel Togo's eviction of traders.", ("ACCUSE", "GHA", "TGO")),
    ("Ghana denounced what it called Togolese meddling.", ("ACCUSE", "GHA", "TGO")),
    ("Peru's rulers dismissed as interference a proposal by Chilean deputies to visit the jail.", ("REJECT", "PER", "CHL")),
    ("Two men on a motorbike shot dead the mayor of a Kenyan town.", ("ASSAULT", "KEN", "KEN")),
    ("Ethiopian troops have overrun part of an Eritrean line.", ("ASSAULT", "ETH", "ERI")),
    ("Kenyan police stopped a march by opposition activists on Friday, officials said.", ("COERCE", "KEN", "KEN")),
    ("Hungary repeated allegations of torture by Romania on Friday, officials said.", ("ACCUSE", "HUN", "ROU")),
    (
        "Peru's special court, a bench of nine judges, unsealed charges of murder against four officers.",
        ("ACCUSE", "PER", "PER"),
    ),
]
# What has to be done, in the words of who says so; what only had to be done is told.
DUTIES: list[Case] = [
    ("Togo made it clear on Friday that Ghana must open its port to its ships.", ("REQUEST", "TGO", "GHA")),
    ("Togo declared that Ghana had to share out the catch.", ("REQUEST", "TGO", "GHA")),
    ("Togo said Ghana must pull back its guards or lose its share of the dam.", ("REQUEST", "TGO", "GHA")),
    ("Ghana encouraged Togo to come along.", ("REQUEST", "GHA", "TGO")),
    ("Ghana expects Togo to respect the line.", ("REQUEST", "GHA", "TGO")),
    ("Chad has warned Niger that it would dam the river should Niamey go on arming rebels.", ("THREATEN", "TCD", "NER")),
    ("In the end Ghana had to pay.", None),
]
# Words given and broken, doors shut, aid stopped, people sent away.
PHRASES: list[Case] = [
    ("Ghana has gone back on its pledge to Togo.", ("REJECT", "GHA", "TGO")),
    ("Ghana broke its word to Togo.", ("REJECT", "GHA", "TGO")),
    ("Ghana vowed never to surrender to Togo.", ("REJECT", "GHA", "TGO")),
    ("Ghana voiced opposition to the sending of Togolese troops.", ("REJECT", "GHA", "TGO")),
    ("Ghana could not accept Togo's terms, its minister said.", ("REJECT", "GHA", "TGO")),
    ("Norway halted aid to Malawi.", ("SANCTION", "NOR", "MWI")),
    ("The World Food Programme suspended its work in Somalia.", ("SANCTION", "WFP", "SOM")),
    ("Uganda sent packing a mission of the International Monetary Fund.", ("SANCTION", "UGA", "IMF")),
    ("Ghana reacted angrily to Togo's announcement.", ("ACCUSE", "GHA", "TGO")),
    ("Ghana presented Togo with a list of demands.", ("REQUEST", "GHA", "TGO")),
    ("A plot to kill the governor of a Kenyan province was foiled in Nairobi.", ("ASSAULT", "KEN", "KEN")),
    ("Thousands of Togolese teachers joined in a protest against the president.", ("PROTEST", "TGO", "TGO")),
    ("Mothers of Togolese soldiers broke up a session of parliament.", ("PROTEST", "TGO", "TGO")),
    ("The Kenyan ship called at Lagos on Monday.", None),
    ("Kenyan raiders armed with spears were seen.", None),
]
# Parties that no word names.
UNSAID: list[Case] = [
    ("Gunmen shot two Kenyan policemen.", ("ASSAULT", "KEN", "KEN")),
    ("Auditors accused the Kenyan customs service of fraud.", ("ACCUSE", "KEN", "KEN")),
    ("Bolivian miners' leader Pablo Quispe rejected an offer of the government.", ("REJECT", "BOL", "BOL")),
]


@pytest.mark.parametrize(("text", "expected"), [*MISPARSED, *DUTIES, *PHRASES, *UNSAID])
def test_wire(coder: Coder, text: str, expected: tuple[str, str, str] | None) -> None:
    told = [(e.event, " ".join(e.source), " ".join(e.target)) for e in events(coder, text)]
    assert expected in told if expected else not told
