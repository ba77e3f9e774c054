"""Long sentences: those who act beside the subject, subjects behind a place, acts that answer another of the sentence."""

from __future__ import annotations

import pytest
from labelled import assert_told

from dragoman.coding import Coder

Case = tuple[str, tuple[str, str, str] | None]

COMPANIONS: list[Case] = [
    ("Kenya, along with Uganda and Rwanda, condemned Sudan on Friday.", ("ACCUSE", "KEN RWA UGA", "SDN")),
    ("Norway, joined by Denmark, expelled four Russian diplomats.", ("SANCTION", "DNK NOR", "RUS")),
    ("Chile, followed by Peru, broke off relations with Haiti on Tuesday.", ("SANCTION", "CHL PER", "HTI")),
    ("Chad, joined by a treaty to France, accused Libya of sending rebels.", ("ACCUSE", "TCD", "LBY")),
    ("Kenya, along with its own bandages, sent a doctor to Uganda.", ("AID", "KEN", "UGA")),
]
SUBJECTS: list[Case] = [
    (
        "Under accords signed in Geneva, the Soviet Union, which had invaded Chad in May, began withdrawing its troops.",
        ("RETREAT", "SUN", "TCD"),
    ),
    (
        "Norway, after a Russian trawler had struck a pier at Vardo, protested to Moscow and asked for damages.",
        ("ACCUSE", "NOR", "RUS"),
    ),
    (
        "Peru and Chile, giving up their doubts, handed in their requests to join NATO, but Mali, which fears it, blamed Peru.",
        ("ACCUSE", "MLI", "PER"),
    ),
]
TOLD_BEFORE: list[Case] = [
    ("Kenya closed its border with Somalia, a move that Ethiopia condemned.", ("ACCUSE", "ETH", "KEN")),
    ("Thailand expelled three Burmese diplomats, a decision denounced by Rangoon.", ("ACCUSE", "MMR", "THA")),
    ("Kenya closed its border, and Ethiopia condemned a move by Chad.", ("ACCUSE", "ETH", "TCD")),
    ("Nepal's king fled to London after Chinese troops had invaded the country.", ("ASSAULT", "CHN", "NPL")),
    ("Malta's premier resigned after Libyan jets bombed Tunisia and hit the country.", ("ASSAULT", "LBY", "TUN")),
]
ANSWERED: list[Case] = [
    ("Zambia, accusing Malawi of sheltering smugglers, closed its border on Tuesday.", ("COERCE", "ZMB", "MWI")),
    ("Police in Kenya, accusing the opposition of plotting, arrested three deputies.", ("COERCE", "KEN", "KEN")),
    ("Turkey freed the pilots after Greece had threatened reprisals.", ("THREATEN", "GRC", "TUR")),
    ("Ethiopia, which had invaded Somalia in May, withdrew its troops two years later.", ("RETREAT", "ETH", "SOM")),
    ("France, which bombed Libya in March, withdrew its troops from Mali on Monday.", ("RETREAT", "FRA", "MLI")),
    ("Norway boarded a Polish trawler, prompting Warsaw to send a gunboat to the Barents Sea.", ("MOBILIZE", "POL", "NOR")),
    ("Chile's hot summer led Peru to send troops to fight fires.", ("MOBILIZE", "PER", "")),
]


@pytest.mark.parametrize(("text", "expected"), [*COMPANIONS, *SUBJECTS, *TOLD_BEFORE, *ANSWERED])
def test_long_opening(coder: Coder, text: str, expected: tuple[str, str, str] | None) -> None:
    assert_told(coder, text, expected)
