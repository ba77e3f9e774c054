"""Fates foretold to others, what is not ruled out, orders that are deeds, who is in jail and who is free again."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

CASES: list[tuple[str, tuple[str, str, str]]] = [
    # What will befall others, told by whoever would bring it about.
    ("Eritrea declared that Ethiopia's airliners would not be safe.", ("THREATEN", "ERI", "ETH")),
    ("Turkish bases would become legitimate targets, Greece warned.", ("THREATEN", "GRC", "TUR")),
    ("Sudan's general said Ugandan soldiers would find their graves in the desert.", ("THREATEN", "SDN", "UGA")),
    ("Syria's president said blood would flow if the marches went on.", ("THREATEN", "SYR", "SYR")),
    ("Militiamen in Colombia have published a death list.", ("THREATEN", "COL", "COL")),
    ("Rwandan gunmen marked a judge for death.", ("THREATEN", "RWA", "RWA")),
    ("Malian nurses said they would stop work unless their pay was raised.", ("THREATEN", "MLI", "MLI")),
    # What is not ruled out.
    ("India would not shrink from using missiles against Pakistan, its army chief said.", ("THREATEN", "IND", "PAK")),
    ("Israel did not rule out attacking Syria.", ("THREATEN", "ISR", "SYR")),
    # What is set about, ordered or approved.
    ("Niger moved on Monday to close two newspapers.", ("COERCE", "NER", "NER")),
    ("Guinea acted at the weekend to arrest three union leaders.", ("COERCE", "GIN", "GIN")),
    ("Ecuador's president ordered police to evict squatters.", ("COERCE", "ECU", "ECU")),
    ("Gabon's president ordered his troops to leave Chad.", ("CONCEDE", "GAB", "TCD")),
    ("Norway's parliament endorsed a plan to send doctors to Peru.", ("AGREE", "NOR", "PER")),
    ("Peacekeepers should be sent at once, Burundi's president said.", ("REQUEST", "BDI", "")),
    ("Laos called the sect a danger and banned it.", ("COERCE", "LAO", "LAO")),
    # People put out of a country, kept in jail, made to serve.
    ("A French reporter was told to leave Togo by its authorities.", ("COERCE", "TGO", "FRA")),
    ("Two opposition leaders were in jail in Zambia on Friday.", ("COERCE", "ZMB", "ZMB")),
    ("Soldiers closed off the campus in Bamako.", ("COERCE", "MLI", "MLI")),
    ("Villagers in Laos are forced to carry arms for the army.", ("COERCE", "LAO", "LAO")),
    ("Uzbekistan slowed its internet service.", ("COERCE", "UZB", "UZB")),
    # Who is free again, and who goes home.
    ("The Danish hostages were flown out of Tripoli.", ("RETREAT", "LBY", "DNK")),
    ("A poet regained his freedom in Belarus.", ("RETREAT", "BLR", "BLR")),
    ("Russian gunners towed howitzers away from the Georgian border.", ("RETREAT", "RUS", "GEO")),
    ("Iraq handed over its centrifuges.", ("RETREAT", "IRQ", "")),
    # Two behind a clause that opens the sentence.
    ("Ending a month of strife, Peru's teachers and the miners' union have agreed to hold talks.", ("AGREE", "PER", "PER")),
]

NONE: list[tuple[str, str]] = [
    ("A minister who asked not to be named said Chad would win.", "REQUEST"),
    ("Denmark did not rule out talks with Norway.", "REJECT"),
    ("Britain said its citizens would not be safe in Yemen.", "THREATEN"),
    ("The band took a year off in Tallinn.", "COERCE"),
    ("Doctors in Oslo said the patient would find peace in death.", "THREATEN"),
    ("Kenya sent mortars away for repair.", "RETREAT"),
    ("Chile's president ordered police to shoot looters.", "COERCE"),
    ("The champion was in camp in Kenya.", "COERCE"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_fates_and_orders(coder: Coder, text: str, expected: tuple[str, str, str]) -> None:
    event, source, target = expected
    found = events(coder, text)
    assert any(e.event == event and source in (*e.source, "") and (not target or target in e.target) for e in found), found


@pytest.mark.parametrize(("text", "event"), NONE)
def test_no_fates(coder: Coder, text: str, event: str) -> None:
    assert all(e.event != event for e in events(coder, text))
