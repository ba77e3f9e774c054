"""Who charges another by telling of harm, whose those are who name no state, and what leads say in rarer turns."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder
from dragoman.coding.events.needs.dealings import DEALINGS
from dragoman.coding.events.needs.provisos import PROVISOS
from dragoman.coding.events.needs.senses import SENSES

Case = tuple[str, tuple[str, str, str]]

CASES: list[Case] = [
    # Whoever suffers harm and tells of it charges who did it; so does who tells of help for those that fight a state.
    ("Thailand's army said Cambodian troops had crept two kilometres into its territory.", ("ACCUSE", "THA", "KHM")),
    ("A Syrian minister said Turkish drones had struck a power station near Qamishli.", ("ACCUSE", "SYR", "TUR")),
    ("Vietnam said Chinese vessels had rammed and sunk a trawler.", ("ACCUSE", "VNM", "CHN")),
    ("According to Baku, it was Armenian soldiers who had opened fire first.", ("ACCUSE", "AZE", "ARM")),
    ("Greek Prime Minister Costas Simitis said Libya was giving shelter and training to guerrillas.", ("ACCUSE", "GRC", "LBY")),
    ("Pakistan's army says Kabul is sheltering and paying militants.", ("ACCUSE", "PAK", "AFG")),
    # Where those live who are told of by whom they hold, or work for, or stand before.
    ("Syria appealed to the kidnappers of a French engineer in Beirut to let him go.", ("REQUEST", "SYR", "LBN")),
    ("Workers of the Nestle plant in Durban went on strike.", ("PROTEST", "ZAF", "ZAF")),
    ("Fishermen dumped their rotting catch at the gates of the EU delegation in Nouakchott.", ("PROTEST", "MRT", "EU")),
    # Names of two states or towns.
    ("Congo's army said it had retaken Rutshuru, a town near Goma.", ("COERCE", "COD", "COD")),
    ("Congo's President Denis Sassou Nguesso visited Hanoi.", ("CONSULT", "COG", "VNM")),
    # Who is told that something may be done to him.
    ("The Commonwealth told Fiji it would be expelled if it did not hold elections.", ("THREATEN", "COMMONWEALTH", "FJI")),
    ("Chile is ready to cut ties with Lima over the border, its president threatened.", ("THREATEN", "CHL", "PER")),
    # Passives without a doer: by whoever says so, or rules there.
    ("The grant will be paid to Bangui in March, an EU official said.", ("AGREE", "EU", "CAF")),
    ("Students camped outside the parliament in Dhaka heard that the quota would be scrapped.", ("CONCEDE", "BGD", "BGD")),
    # Headlines without a verb.
    ("SOMALI, ETHIOPIAN OFFICIALS IN SECRET TALKS IN ANKARA", ("CONSULT", "SOM", "ETH")),
    ("Peruvian premier in plea for calm", ("REQUEST", "PER", "PER")),
    ("EU in $3 bln pledge to Moldova", ("AGREE", "EU", "MDA")),
    # Rivals, manners of meeting, those who come out of talks and those who leave them.
    ("Moldova's president met his Transdniestrian rival in Odesa.", ("CONSULT", "MDA", "X-TRANSNISTRIA")),
    ("Kosovo's premier and the Serbian foreign minister met head to head.", ("CONSULT", "XKX", "SRB")),
    ("Union leaders emerged from eight hours of talks with the Chilean labour ministry.", ("CONSULT", "CHL", "CHL")),
    ("Tanzania's chief negotiator stormed out of talks with Malawi on the lake.", ("REJECT", "TZA", "MWI")),
    ("An aide to the Afghan warlord was received by Turkmenistan's president in Ashgabat.", ("CONSULT", "AFG", "TKM")),
    # Who is handed over, helped to trace, stripped of a vote.
    ("Spain handed over to Peru a former state governor wanted for money laundering.", ("COOPERATE", "ESP", "PER")),
    ("Estonian border guards handed over to Finland a former banker wanted for fraud.", ("COOPERATE", "EST", "FIN")),
    ("Portuguese police are helping Angola trace the former minister's accounts.", ("COOPERATE", "PRT", "AGO")),
    ("The African Union stripped Guinea of its right to vote.", ("SANCTION", "AU", "GIN")),
    # Rarer turns.
    ("Fiji stands by its promise to buy Samoan taro, a trade official said.", ("AGREE", "FJI", "WSM")),
    ("Kuwait stepped forward with an offer to pay for the evacuation of Jordanian students.", ("AGREE", "KWT", "JOR")),
    ("Kenyan and Somali officials set 3 June as the date for talks in Nairobi.", ("AGREE", "KEN", "SOM")),
    ("Police in Dakar used live rounds against protesters.", ("ASSAULT", "SEN", "SEN")),
    ("The Sudanese rebels scorned the government's amnesty.", ("REJECT", "SDN", "SDN")),
    ("The Georgian parliament gave its consent to the accord with Armenia.", ("SUPPORT", "GEO", "ARM")),
    ("The Danish leader pledged his country's support for Moldova's bid to join the Union.", ("SUPPORT", "DNK", "MDA")),
    ("Brazil stands shoulder to shoulder with Bolivia.", ("SUPPORT", "BRA", "BOL")),
    ("Madrid signed over two patrol boats to Nouakchott free of charge.", ("AID", "ESP", "MRT")),
    ("Bolivian farmers lifted their road blocks after the price was raised.", ("RETREAT", "BOL", "BOL")),
    ("Facing default, Zambia has turned to the IMF for a two-billion-dollar rescue.", ("REQUEST", "ZMB", "IMF")),
    ("Uganda cancelled all police leave ahead of the vote.", ("MOBILIZE", "UGA", "")),
    # Parties of one state, and those who drive in columns without arms.
    ("The ruling party and three opposition groups opened a national dialogue in Bamako on Monday.", ("CONSULT", "MLI", "")),
    ("Convoys of Belgian farmers circled parliament.", ("PROTEST", "BEL", "BEL")),
    ("A column of rebel lorries rolled towards Bangui.", ("MOBILIZE", "CAF", "CAF")),
]
ABSENT = [
    ("The French president said Russian troops had left the village.", "ACCUSE"),
    ("Saudi Arabia has sent money to the Afghan mujahideen, a Peshawar newspaper reported.", "ACCUSE"),
    ("Chile maintained that Peru had attacked first.", "ASSAULT/CHL"),
    ("Kidnappers released a Polish nun on Friday.", "RETREAT/POL"),
    ("The pirates let the Danish freighter sail on after a ransom was paid.", "RETREAT/DNK"),
    ("French president in hospital after fall", "CONSULT"),
    ("Man in court in Lima", "CONSULT"),
    ("Chile violated the treaty of 1929.", "ASSAULT"),
    ("The nurses cancelled their annual leave.", "MOBILIZE"),
    ("No Chadian soldier has set foot in Libya since May.", "CONSULT"),
    ("Uganda cancelled all police leave ahead of the vote.", "RETREAT"),
    ("Chile pledged support for Haiti.", "SUPPORT"),
    ("Convoys of Belgian farmers circled parliament.", "MOBILIZE"),
    ("The coach told the players to run.", "REQUEST"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_told(coder: Coder, text: str, expected: tuple[str, str, str]) -> None:
    kind, source, target = expected
    found = events(coder, text)
    assert any(e.event == kind and source in e.source and (target in e.target or not target) for e in found), found


@pytest.mark.parametrize(("text", "kind"), ABSENT)
def test_not_told(coder: Coder, text: str, kind: str) -> None:
    event, _, source = kind.partition("/")
    assert not any(e.event == event and (not source or source in e.source) for e in events(coder, text))


def test_no_need_has_two_meanings() -> None:
    assert not PROVISOS.keys() & DEALINGS.keys()
    assert not SENSES.keys() & (PROVISOS.keys() | DEALINGS.keys())


def test_what_two_known_by_role_did_not_do(coder: Coder) -> None:
    found = events(coder, "The bishops did not ask the militia to leave.")
    assert [(e.event, e.modality, e.source_sector, e.target_sector) for e in found] == [
        ("REQUEST", "negated", ["REL"], ["PRM"])
    ]
