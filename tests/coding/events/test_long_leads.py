"""First sentences of long reports: asides between subject and verb, objects behind what is said of them, terms and threats."""

from __future__ import annotations

import pytest
from labelled import assert_told

from dragoman.coding import Coder

Case = tuple[str, tuple[str, str, str] | None]

ASIDES: list[Case] = [
    (
        "Kenya's ruling council, its treasury drained by drought, has secretly asked Peru for wheat, Chilean envoys said.",
        ("REQUEST", "KEN", "PER"),
    ),
    (
        "Chad's Idriss Deby, on a trip south since Sudanese jets hit his palace, promised to sell cattle to Gabon.",
        ("AGREE", "TCD", "GAB"),
    ),
    (
        "Mali's assembly, after quarrels that wearied the region, ratified on Monday a treaty with Niger.",
        ("SUPPORT", "MLI", "NER"),
    ),
    (
        "Norway, citing the loss of boats in Russian waters and raids on trawlers, severed relations with Moscow on Friday.",
        ("SANCTION", "NOR", "RUS"),
    ),
    ("Peru, Chile and Bolivia, neighbours all, condemned Colombia.", ("ACCUSE", "BOL CHL PER", "COL")),
    ("The pact, it was said, is not consistent with the needs of Chad.", None),
]
OBJECTS: list[Case] = [
    ("Kenya dismissed as absurd Uganda's demand that it close the camps.", ("REJECT", "KEN", "UGA")),
    ("Oslo denounced as reckless Denmark's decision to drill.", ("ACCUSE", "NOR", "DNK")),
    ("Peru rejected as groundless charges that it was arming Bolivian rebels.", None),
    ("He was dismissed as deputy head of the school.", None),
    ("The Chadian army gave the Libyan gunners around Faya two weeks to pull out or face attack.", ("THREATEN", "TCD", "LBY")),
    ("Kenyan rebels let go a further nine Danish engineers.", ("RETREAT", "KEN", "DNK")),
    ("The Security Council voted by 12 to none to cut off all trade with Haiti.", ("SANCTION", "UN-SC", "HTI")),
    ("Sweden sent Kenya a dozen helicopters.", ("AID", "SWE", "KEN")),
    ("Sweden sent a dozen helicopters to the Finnish border.", ("MOBILIZE", "SWE", "FIN")),
]
TERMS: list[Case] = [
    ("Libya warned that half of Malta would burn if it let bombers land.", ("THREATEN", "LBY", "MLT")),
    ("The Bank of Peru warned that prices would rise if the rains failed.", None),
    (
        "Lima and Quito made it clear that Chile would be hit by tariffs if it closed the strait.",
        ("THREATEN", "ECU PER", "CHL"),
    ),
    ("Madrid let it be known that deliveries of arms to Rabat would cease if the raids went on.", ("THREATEN", "ESP", "MAR")),
]
FRAMES: list[Case] = [
    ("Kenya denounced the African Union for its silence.", ("ACCUSE", "KEN", "AU")),
    ("Kenya announced that it would stay away from the summit in Kampala.", ("REJECT", "KEN", "UGA")),
    ("Visitors were told to stay away from the games.", None),
    ("Quito said the Peruvian consulate had run a ring of spies.", ("ACCUSE", "ECU", "PER")),
    ("Chad came under fire in the Security Council over its camps.", ("ACCUSE", "UN-SC", "TCD")),
    ("A Kenyan patrol came under fire from Somali gunmen.", ("ASSAULT", "SOM", "KEN")),
    ("Students hurled petrol bombs in four Kenyan towns to vent their anger.", ("PROTEST", "KEN", "KEN")),
    ("Chad and Libya traded air raids on Monday.", ("ASSAULT", "LBY TCD", "LBY TCD")),
    ("A lorry packed with explosives crashed through the gates of the Danish embassy in Mali.", ("ASSAULT", "MLI", "DNK")),
    ("Danish and Polish firms went into business together to make ploughs.", ("COOPERATE", "DNK POL", "DNK POL")),
    ("A bomb planted in a hall in Lima killed four Danish deputies.", ("ASSAULT", "", "DNK")),
    ("Blankets and tents reached Gao on Friday.", ("AID", "", "MLI")),
]
# Phrases that open a sentence without a comma behind them.
OPENINGS: list[Case] = [
    ("After a two-day stand-off Chad has given in to Libyan demands.", ("CONCEDE", "TCD", "LBY")),
    ("By 91 votes to seven the General Assembly on Friday strongly deplored the Kenyan raid.", ("ACCUSE", "UN-GA", "KEN")),
    ("At a session in Geneva Mali accused Niger of theft.", ("ACCUSE", "MLI", "NER")),
    (
        "Peru on Friday turned over to Danish agents the man suspected of having robbed a bank in Aarhus.",
        ("COOPERATE", "PER", "DNK"),
    ),
    ("Kenya and Uganda gave Rwanda written pledges to respect its borders.", ("AGREE", "KEN UGA", "RWA")),
    ("Chad closed its roads and ordered home its ambassador from Libya.", ("SANCTION", "TCD", "LBY")),
    ("Danish firms have been forbidden to trade with Haiti.", ("SANCTION", "DNK", "HTI")),
    ("Danish firms have been forbidden to trade in ivory.", ("COERCE", "DNK", "DNK")),
    ("Two divisions of Chadian armour have drawn up on the border with Libya.", ("MOBILIZE", "TCD", "LBY")),
    ("Some 900 Kenyan soldiers have been drawn up along the frontier with Uganda.", ("MOBILIZE", "KEN", "UGA")),
    ("Kenya served notice on Uganda that it would cross the river again.", ("THREATEN", "KEN", "UGA")),
    ("Peru stopped all imports from Chile in solidarity with Bolivia.", ("SANCTION", "PER", "CHL")),
]
# Sides by description, and whose a decision, a breach or a part of a body is.
SIDES: list[Case] = [
    ("Peace talks between the government of Mali and Tuareg rebels opened in Algiers.", ("CONSULT", "MLI", "MLI")),
    ("The states of Europe and the Middle East condemned Chad.", ("ACCUSE", "X-EUROPE X-MIDDLE-EAST", "TCD")),
    ("The governments of Africa and Asia condemned Chad.", ("ACCUSE", "X-AFRICA X-ASIA", "TCD")),
    ("Most member states of the African Union condemned Chad.", ("ACCUSE", "", "TCD")),
    ("The ten members of ASEAN condemned Chad.", ("ACCUSE", "ASEAN", "TCD")),
    ("Peru rejects the decision of Chile to recognise Arica as the capital of Bolivia.", ("REJECT", "PER", "CHL")),
    ("Peru said that Chile violated Security Council resolutions.", ("ACCUSE", "PER", "CHL")),
    ("Kenya's foreign ministry found that Uganda had gone on jailing priests.", ("ACCUSE", "KEN", "UGA")),
    ("A court in Kenya found that Uganda had jailed traders.", ("COERCE", "UGA", "")),
    ("Peru said there could be no negotiations with Chile until the ships had left.", ("REJECT", "PER", "CHL")),
    ("Defence ministers of Peru and Chile opened a week of bargaining on Monday.", ("CONSULT", "CHL PER", "CHL PER")),
    ("A heart attack killed the Kenyan premier.", None),
    ("A bomb attack killed the Kenyan premier.", ("ASSAULT", "", "KEN")),
    ("Russia tested a missile near Finland.", ("MOBILIZE", "RUS", "")),
    ("Pakistan tested a missile near the border with Iran.", ("MOBILIZE", "PAK", "IRN")),
    ("SPLA rebels shelled an army post.", ("ASSAULT", "SDN", "SDN")),
    ("Togo dismissed as baseless claims by a paper that it had shelled Benin.", None),
]
# Participles behind a subject, which are not what is told of it.
PARTICIPLES: list[Case] = [
    ("Chadian rebels poised to take Faya condemned a Libyan plan to send troops.", ("ACCUSE", "TCD", "LBY")),
    ("Mediators gathered in Lima condemned the raid by Chile.", ("ACCUSE", "", "CHL")),
    ("Peru refused its signature to the pact drafted in Lima.", ("REJECT", "PER", "")),
]


@pytest.mark.parametrize(("text", "expected"), [*ASIDES, *OBJECTS, *TERMS, *FRAMES, *OPENINGS, *SIDES, *PARTICIPLES])
def test_long_lead(coder: Coder, text: str, expected: tuple[str, str, str] | None) -> None:
    assert_told(coder, text, expected)
