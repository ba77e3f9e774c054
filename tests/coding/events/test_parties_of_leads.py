"""Parties of leads as agencies wrote them from 1979 to 2005: peoples across borders, missions, shared names, those who flee."""

from __future__ import annotations

import pytest
from labelled import assert_told

from dragoman.coding import Coder

Case = tuple[str, tuple[str, str, str] | None]

# Named by a people, they are of the state where they rise; others stay of their own.
PEOPLES: list[Case] = [
    ("Uzbek separatists in Kyrgyzstan blew up a bridge.", ("ASSAULT", "KGZ", "KGZ")),
    ("Serbian rebels in Croatia shelled a village.", ("ASSAULT", "HRV", "HRV")),
    ("Chadian rebels in Sudan killed two teachers.", ("ASSAULT", "TCD", "SDN")),
    ("Hutu gunmen killed a bishop in Burundi.", ("ASSAULT", "BDI", "BDI")),
    ("Rwandan soldiers killed nine Hutus.", ("ASSAULT", "RWA", "RWA")),
    ("Maoist rebels and Indian volunteers killed five Nepalese policemen.", ("ASSAULT", "IND", "NPL")),
    ("Suspected rebels fired on a United Nations barge.", ("ASSAULT", "", "UN")),
    ("Soldiers shot dead a Palestinian shepherd near Jenin.", ("ASSAULT", "ISR", "PSE")),
    ("Palestinian policemen shot dead a shepherd near Jenin.", ("ASSAULT", "PSE", "PSE")),
    ("A Libyan fighter shot down a Swissair jet.", ("ASSAULT", "LBY", "CHE")),
]
# Where somebody sits or serves: not whose he is, but whose those are whom he strikes there.
SEATS: list[Case] = [
    ("Niger-based Malian rebels killed two teachers.", ("ASSAULT", "MLI", "MLI")),
    ("Niger-based rebels attacked a bridge in Chad.", ("ASSAULT", "NER", "TCD")),
    ("Ghanaian peacekeepers in Togo shot two burglars.", ("ASSAULT", "GHA", "TGO")),
    ("Ghanaian soldiers shot two burglars.", ("ASSAULT", "GHA", "GHA")),
    ("The Vienna-based agency criticised Chad.", ("ACCUSE", "IAEA", "TCD")),
    ("Settlers burned Palestinian vineyards near Hebron.", ("ASSAULT", "ISR", "PSE")),
    ("Carla del Ponte, the chief prosecutor at the Hague tribunal, criticised Croatia.", ("ACCUSE", "ICTY", "HRV")),
    ("Separatists fighting for a Tamil homeland killed two teachers.", ("ASSAULT", "LKA", "LKA")),
    ("Palestinian gunmen wounded two settlers near Jenin.", ("ASSAULT", "PSE", "ISR")),
    ("Muslim hackers attacked the web site of the Kenyan treasury.", ("COERCE", "", "KEN")),
    ("Chadian hackers attacked the web site of the Kenyan treasury.", ("COERCE", "TCD", "KEN")),
    ("Osama bin Laden threatened Norway.", ("THREATEN", "AL-QAEDA", "NOR")),
    ("Nine Ghanaian troops were captured by rebels in Togo.", ("ASSAULT", "TGO", "GHA")),
]
# Names that two share are told by who stands beside them, and offices by their body.
SHARED: list[Case] = [
    ("Burundi accused Congo of arming its exiles.", ("ACCUSE", "BDI", "COD")),
    ("Gabon accused Congo of stealing its timber.", ("ACCUSE", "GAB", "COG")),
    ("NATO Secretary-General Javier Solana criticised Moldova.", ("ACCUSE", "NATO", "MDA")),
    ("The EU foreign policy chief Javier Solana criticised Moldova.", ("ACCUSE", "EU", "MDA")),
    ("Moscow condemned Turkey, Soviet Foreign Minister Andrei Gromyko said.", ("ACCUSE", "SUN", "TUR")),
    ("Moscow condemned Georgia, Vladimir Putin said.", ("ACCUSE", "RUS", "GEO")),
]
# Those who flee are driven out where they come from, and not from a flood.
FLIGHT: list[Case] = [
    ("Some 900 Zambians crossed into Malawi to escape raids by soldiers.", ("SANCTION", "ZMB", "ZMB")),
    ("Some 900 Zambians crossed into Malawi to escape a flood.", None),
    ("Thousands of Laotians took refuge in Thailand after attacks on their camps.", ("SANCTION", "LAO", "LAO")),
    ("Thousands of Laotians took refuge in churches during the storm.", None),
]
DEEDS: list[Case] = [
    ("French police captured Ann Dow, the former president of Chad, near Lima.", ("COERCE", "FRA", "TCD")),
    ("Ghana congratulated Belize on its independence.", ("SUPPORT", "GHA", "BLZ")),
    ("Ghana's premier hinted that Togo had a hand in the hijacking.", ("ACCUSE", "GHA", "TGO")),
    ("Kenya had a hand in the reform of the bank.", None),
    ("Chad said it would pursue the rebels into Niger.", ("THREATEN", "TCD", "NER")),
    ("Norway will seek sanctions against Fiji if it bans the party.", ("THREATEN", "NOR", "FJI")),
    ("Brazil loaded maize for Angola on a freighter.", ("AID", "BRA", "AGO")),
    ("Brazil loaded coffee on a freighter for Angola.", None),
    ("Spain put thirty Malians on a plane to Bamako.", ("COERCE", "ESP", "MLI")),
    (
        "Chad has moved dozens of tanks and some 900 soldiers to within a mile of the Libyan border.",
        ("MOBILIZE", "TCD", "TCD"),
    ),
    ("Danish sailors pulled nine Latvian refugees out of two lifeboats.", ("AID", "DNK", "LVA")),
    ("Libyan shells crashed into a Tunisian camp.", ("ASSAULT", "LBY", "TUN")),
    ("Militiamen in Chad dismantled checkpoints around the capital.", ("RETREAT", "TCD", "TCD")),
    ("Lord's Resistance Army rebels killed nine Sudanese farmers.", ("ASSAULT", "LRA", "SDN")),
]


@pytest.mark.parametrize(("text", "expected"), [*PEOPLES, *SEATS, *SHARED, *FLIGHT, *DEEDS])
def test_party_of_lead(coder: Coder, text: str, expected: tuple[str, str, str] | None) -> None:
    assert_told(coder, text, expected)
