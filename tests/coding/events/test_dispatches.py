"""Dispatches whose parse or parties are put right first, and frames with other things and doers: a case for each cause."""

from __future__ import annotations

import pytest
from labelled import assert_told

from dragoman.coding import Coder

Case = tuple[str, tuple[str, str, str] | None]

# The tree that the parser makes is mended.
MISPARSED: list[Case] = [
    ("The Togolese premier bowed to demands by striking nurses.", ("CONCEDE", "TGO", "TGO")),
    ("Zambia has taken in some 4,000 Angolans since fighting flared in May.", ("AID", "ZMB", "AGO")),
    ("British intelligence passed on to Uganda details of a plot to bomb buses.", ("COOPERATE", "GBR UGA", "GBR UGA")),
    ("Chile turned over to Peru what it said were the remains of two sailors.", ("RETREAT", "CHL", "PER")),
    ("Malawi recognised the government installed in Maputo after the coup.", ("SUPPORT", "MWI", "MOZ")),
    ("Laos kept two thousand Thais confined to their homes for a week.", ("COERCE", "LAO", "THA")),
]
# Whose it is, and who is meant.
PARTIES: list[Case] = [
    ("Norway gave Malawi $60 million on Friday.", ("AID", "NOR", "MWI")),
    ("A Chilean coastguard ship seized a Spanish trawler on Sunday.", ("COERCE", "CHL", "ESP")),
    ("The Christian minority in Mali demanded protection from the government.", ("REQUEST", "MLI", "MLI")),
    ("Kenya may break off ties with Chad, its foreign minister said.", ("THREATEN", "KEN", "TCD")),
    ("Thousands took to the streets of Bamako to denounce Chad.", ("PROTEST", "MLI", "TCD")),
    ("The Ugandan army says Chad is arming rebels in northern Uganda.", ("ACCUSE", "UGA", "TCD")),
    ("Lebanese kidnappers freed a Danish hostage on Sunday.", ("RETREAT", "LBN", "DNK")),
]
# What the words around a verb make of it.
FRAMES: list[Case] = [
    ("Norway said it would make no new loans to Chad.", ("REJECT", "NOR", "TCD")),
    ("Bolivia proposed that Peru join the moratorium on tests.", ("REQUEST", "BOL", "PER")),
    ("Norway plans to step up its contacts with Chad.", ("AGREE", "NOR", "TCD")),
    ("Ghana backed Togo's stand on the border.", ("SUPPORT", "GHA", "TGO")),
    ("Belgium flew 90 Malian orphans to safety in Brussels.", ("AID", "BEL", "MLI")),
    ("Hundreds of Cuban doctors are working in rural clinics across Mali.", ("AID", "CUB", "MLI")),
    ("Kenya helped Uganda track down a wanted banker.", ("COOPERATE", "KEN", "UGA")),
    ("Danish and Polish marines took part in landing exercises off Gdansk.", ("COOPERATE", "DNK POL", "DNK POL")),
    ("Chad has massed 9,000 men on its border with Sudan.", ("MOBILIZE", "TCD", "SDN")),
    ("Peru struck Chile off a list of countries that enjoy trade preferences.", ("SANCTION", "PER", "CHL")),
    ("The last French soldiers sailed out of Djibouti on Monday.", ("RETREAT", "FRA", "DJI")),
    ("Students barricaded themselves into a university in Sofia over fees.", ("PROTEST", "BGR", "BGR")),
    ("Norway sent Mali trucks to help it hunt down rebels.", None),
    ("Sudan opened its border to Malians fleeing fighting.", ("AID", "SDN", "MLI")),
    ("Jordanian spies gave Chad a warning of plots against hotels.", ("COOPERATE", "JOR", "TCD")),
    ("The Danish coast guard shipped 30 Malians back to Bamako.", ("COERCE", "DNK", "MLI")),
    ("Peru suspended Chile's landing rights.", ("SANCTION", "PER", "CHL")),
    ("Detectives in Kenya are looking into claims that officers beat a suspect.", ("ACCUSE", "KEN", "KEN")),
    ("A Kenyan commission found fault with the decision of Chad to shut the zone.", ("ACCUSE", "KEN", "TCD")),
    ("Any state that helps Chad is at fault, an editor wrote.", None),
]


@pytest.mark.parametrize(("text", "expected"), [*MISPARSED, *PARTIES, *FRAMES])
def test_dispatch(coder: Coder, text: str, expected: tuple[str, str, str] | None) -> None:
    assert_told(coder, text, expected)
