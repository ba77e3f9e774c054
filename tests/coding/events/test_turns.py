"""Turns of phrase for deeds and words: a case and more for each class of verbs that carry the same frame."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

Case = tuple[str, tuple[str, str, str] | None]

# Force told by guns, bombs, bare hands and poison.
FORCE: list[Case] = [
    ("Moroccan gunners opened up on the Algerian outpost.", ("ASSAULT", "MAR", "DZA")),
    ("Zealots pulled down the dome of a Coptic church in Cairo with crowbars.", ("PROTEST", "EGY", "EGY")),
    ("Bulldozers guarded by Kenyan policemen levelled two hundred shacks in Nairobi.", ("ASSAULT", "KEN", "KEN")),
    ("Malian soldiers laced a well of the herders with arsenic.", ("ASSAULT", "MLI", "MLI")),
    ("Chilean guards broke the arm of a Peruvian driver.", ("ASSAULT", "CHL", "PER")),
    ("Policemen burst into the Peruvian embassy in Quito.", ("ASSAULT", "ECU", "PER")),
    ("Four workers broke their arms in a fall in Lima.", None),
]
# What is taken, shut, forged and broken into.
CONTROL: list[Case] = [
    ("Mutinous soldiers took the radio station and the airport in Niamey.", ("COERCE", "NER", "NER")),
    ("The Togolese army commandeered every lorry of the cooperative.", ("COERCE", "TGO", "TGO")),
    ("The Zambian authorities have revoked the licence of a private television station.", ("COERCE", "ZMB", "ZMB")),
    ("Russian trolls peddled fake stories about Swedish nurses.", ("COERCE", "RUS", "SWE")),
    ("Iranian hackers crippled Albanian servers.", ("COERCE", "IRN", "ALB")),
]
# Dealings and ties that end, people who are sent away or who walk out.
BREAKS: list[Case] = [
    ("Peru put its ties with Chile on ice.", ("SANCTION", "PER", "CHL")),
    ("Norway suspended its fisheries programme in Ghana.", ("SANCTION", "NOR", "GHA")),
    ("Nauru walked out of the Commonwealth.", ("SANCTION", "NRU", "COMMONWEALTH")),
]
# Unrest, strikes and fasts.
UNREST: list[Case] = [
    ("Supporters of the jailed preacher paralysed a motorway junction in Lahore.", ("PROTEST", "PAK", "PAK")),
    ("Farmers felled trees across the road to the mine in Zambia.", ("PROTEST", "ZMB", "ZMB")),
    ("Heavy fog paralysed the airport of Lima.", None),
]
# Arms laid down, posts left, prisoners let go.
YIELDING: list[Case] = [
    ("Indian troops backed off from a Chinese post.", ("RETREAT", "IND", "CHN")),
    ("The Serbian army has quit its barracks in Slovenia.", ("RETREAT", "SRB", "SVN")),
    ("Colombian guerrillas locked their rifles in containers.", ("RETREAT", "COL", "COL")),
    ("Ethiopia handed the disputed village back to Eritrea.", ("RETREAT", "ETH", "ERI")),
]
# Help and backing.
GIVING: list[Case] = [
    ("The Hungarian government sheltered Romanian families.", ("AID", "HUN", "ROU")),
    ("Norway released forty million kroner for Ghanaian schools.", ("AID", "NOR", "GHA")),
    ("Chile extended recognition to South Sudan.", ("SUPPORT", "CHL", "SSD")),
    ("A protocol between Peru and Chile was initialled in Lima.", ("SUPPORT", "CHL PER", "CHL PER")),
    ("The company released forty million shares for its investors.", None),
]


@pytest.mark.parametrize(("text", "told"), [*FORCE, *CONTROL, *BREAKS, *UNREST, *YIELDING, *GIVING])
def test_turn(coder: Coder, text: str, told: tuple[str, str, str] | None) -> None:
    found = [(e.event, " ".join(e.source), " ".join(e.target)) for e in events(coder, text)]
    assert told in found if told else not found


# Two that stand together: side by side, each other, two dignitaries, two owners, two kinds of one people.
PAIRS: list[Case] = [
    (
        "Canadian, French and American coastguards searched side by side for a ship.",
        ("COOPERATE", "CAN FRA USA", "CAN FRA USA"),
    ),
    ("Iranian and Iraqi officials visited each other.", ("CONSULT", "IRN IRQ", "IRN IRQ")),
    ("The foreign ministers of Peru and Chile congratulated each other.", ("SUPPORT", "CHL PER", "CHL PER")),
    ("Prime Minister Albanese and President Marcos agreed on a pact.", ("AGREE", "AUS PHL", "AUS PHL")),
    ("Chile's and Peru's navies held a joint drill.", ("COOPERATE", "CHL PER", "CHL PER")),
    ("Frigates of the Chilean navy trained with Peruvian submarines off Callao.", ("COOPERATE", "CHL PER", "CHL PER")),
    ("Ghanaian and Togolese guards are expected to begin joint patrols.", ("COOPERATE", "GHA TGO", "GHA TGO")),
]


@pytest.mark.parametrize(("text", "told"), PAIRS)
def test_pair(coder: Coder, text: str, told: tuple[str, str, str]) -> None:
    found = [(e.event, " ".join(sorted(e.source)), " ".join(sorted(e.target))) for e in events(coder, text)]
    assert told in found


# A participle that opens the sentence; errands; what may be done; what the other side gives for an account.
SHAPES: list[Case] = [
    ("Granted refuge in Quito, the Peruvian president thanked his hosts.", ("AID", "ECU", "PER")),
    ("The Ghanaian minister flew to Lagos to plead for fuel.", ("REQUEST", "GHA", "NGA")),
    ("Kenya may lift its ban on Ugandan milk.", ("CONCEDE", "KEN", "UGA")),
    ("Togolese guards had fired on a Ghanaian post, according to Accra.", ("ACCUSE", "GHA", "TGO")),
]


@pytest.mark.parametrize(("text", "told"), SHAPES)
def test_shape(coder: Coder, text: str, told: tuple[str, str, str]) -> None:
    found = [(e.event, " ".join(sorted(e.source)), " ".join(sorted(e.target))) for e in events(coder, text)]
    assert told in found, found


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The General Assembly adopted two rival resolutions on Korea on the same day.", "AID"),
        ("Chad and Mali agreed to install a telephone line, and to establish a coordinating committee.", "ACCUSE"),
        ("Chad withdrew its workers at a time of tension over joint exercises of Mali and Niger.", "CONCEDE"),
        ("The vice-minister of Chad gave an answer to a question about reports from Mali.", "CONCEDE"),
    ],
)
def test_verbs_of_many_senses(coder: Coder, text: str, event: str) -> None:
    assert event not in {e.event for e in events(coder, text)}
