"""Rarer verbs and turns of phrase for plain deeds, each with a near sense that tells none."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

Case = tuple[str, tuple[str, str, str] | None]

# Blame, demands, refusals and threats.
WORDS: list[Case] = [
    ("Malawi hurled insults at Zambia over the lake.", ("ACCUSE", "MWI", "ZMB")),
    ("Fiji launched a blistering attack on Tonga over the catch.", ("ACCUSE", "FJI", "TON")),
    ("Fiji was harsh on Tonga over the arrests.", ("ACCUSE", "FJI", "TON")),
    ("Estonia was displeased with Latvia's decision to tax transit.", ("ACCUSE", "EST", "LVA")),
    ("Estonia was pleased with Latvia's new road.", None),
    ("Oman called into question Yemen's good faith.", ("ACCUSE", "OMN", "YEM")),
    ("The opposition in Ghana disputed the results of the election.", ("ACCUSE", "GHA", "GHA")),
    ("A tribunal in Ghana opened the trial of a former minister.", ("ACCUSE", "GHA", "GHA")),
    ("Doctors in Ghana opened the trial of a vaccine.", None),
    ("Peru came under pressure from Chile to open its ports.", ("REQUEST", "CHL", "PER")),
    ("Peru faces calls from Chile to open its ports.", ("REQUEST", "CHL", "PER")),
    ("Peru faces calls on its savings.", None),
    ("Chile suggested that Peru open its ports.", ("REQUEST", "CHL", "PER")),
    ("Norway suggested that monitors be posted along its border with Finland.", ("REQUEST", "NOR", "FIN")),
    ("Chile stipulated that Peru withdraw its gunboats.", ("REQUEST", "CHL", "PER")),
    ("Chile tried to persuade Peru to withdraw its gunboats.", ("REQUEST", "CHL", "PER")),
    ("Chile tried to meet Peruvian envoys.", None),
    ("Nepal received an ultimatum from India.", ("THREATEN", "IND", "NPL")),
    ("Iraq and Kuwait traded threats.", ("THREATEN", "IRQ", "KWT")),
    ("Iraq and Kuwait traded oil.", ("COOPERATE", "IRQ", "KWT")),
    ("Jordan left open the possibility of strikes on Syria.", ("THREATEN", "JOR", "SYR")),
    ("Jordan left open the possibility of a football match in Syria.", None),
    ("Togo poured cold water on a Ghanaian offer of talks.", ("REJECT", "TGO", "GHA")),
    ("Togo pooh-poohed a Ghanaian proposal.", ("REJECT", "TGO", "GHA")),
    ("Togo paid no heed to Ghana's appeal.", ("REJECT", "TGO", "GHA")),
    ("Togo remained deaf to Ghana's appeals.", ("REJECT", "TGO", "GHA")),
    ("Bulgaria killed a Romanian resolution at the council.", ("REJECT", "BGR", "ROU")),
    ("Bulgaria backed away from a deal with Romania.", ("REJECT", "BGR", "ROU")),
    ("Mexico defaulted on a loan from Spain.", ("REJECT", "MEX", "ESP")),
]
# Sanctions and constraint.
CURBS: list[Case] = [
    ("Kenya put tariffs on Ugandan steel.", ("SANCTION", "KEN", "UGA")),
    ("Kenya restored sanctions on Uganda.", ("SANCTION", "KEN", "UGA")),
    ("Kenya restored press freedoms.", ("CONCEDE", "KEN", "KEN")),
    ("Kenya revoked the visas of Ugandan diplomats.", ("SANCTION", "KEN", "UGA")),
    ("Kenya waived visas for Ugandans.", ("CONCEDE", "KEN", "UGA")),
    ("Kenya bans Ugandan maize and Ugandan milk.", ("SANCTION", "KEN", "UGA")),
    ("Kenya evacuated its embassy in Uganda.", ("SANCTION", "KEN", "UGA")),
    ("The African Union threw out Niger's delegate and suspended Niger.", ("SANCTION", "AU", "NER")),
    ("Police in Lesotho held three opposition leaders.", ("COERCE", "LSO", "LSO")),
    ("Police in Lesotho held a door open.", None),
    ("Egypt conquered Sudan.", ("COERCE", "EGY", "SDN")),
    ("Egypt took possession of a Sudanese island.", ("COERCE", "EGY", "SDN")),
    ("Soldiers in Gabon tried to overthrow the government.", ("COERCE", "GAB", "GAB")),
    ("Soldiers in Gabon brought down the president.", ("COERCE", "GAB", "GAB")),
    ("Turkmen agents meddled in the elections of Georgia.", ("COERCE", "TKM", "GEO")),
    ("The army in Laos snuffed out a revolt.", ("COERCE", "LAO", "LAO")),
    ("Laos expelled a reporter from Vietnam.", ("COERCE", "LAO", "VNM")),
    ("A judge in Uruguay revoked the bail of a union leader.", ("COERCE", "URY", "URY")),
    ("Customs officers in Togo recovered a cache of weapons.", ("COERCE", "TGO", "TGO")),
]
# Force, shows of force and unrest.
FORCE: list[Case] = [
    ("Chad went to war with Libya.", ("ASSAULT", "TCD", "LBY")),
    ("Chad went to school with Libya's books.", None),
    ("Hostilities broke out between Chad and Libya.", ("ASSAULT", "TCD", "LBY")),
    ("Rebels in Chad laid an ambush for soldiers.", ("ASSAULT", "TCD", "TCD")),
    ("Militants took three Chadian teachers captive.", ("ASSAULT", "TCD", "TCD")),
    ("Chadian troops withstood an attack by Libyan forces.", ("ASSAULT", "LBY", "TCD")),
    ("Chad withstood an attack of locusts.", None),
    ("A man drove a lorry packed with explosives into a barracks in Niger.", ("ASSAULT", "", "NER")),
    ("A shell landed on a camp in Yemen.", ("ASSAULT", "", "YEM")),
    ("Libya trained its guns on Tunisia.", ("MOBILIZE", "LBY", "TUN")),
    ("Libya trained its guns on a target in a drill.", None),
    ("Pakistan stockpiled nuclear weapons.", ("MOBILIZE", "PAK", "")),
    ("Pakistan stockpiled wheat.", None),
    ("The government of Malawi tightened security in the capital.", ("MOBILIZE", "MWI", "")),
    ("The government of Malawi tightened food security.", None),
    ("Peasants in Bolivia revolted over the price of fuel.", ("PROTEST", "BOL", "")),
    ("Strikes by dockers crippled Chile.", ("PROTEST", "CHL", "")),
    ("A walkout by teachers went ahead in Peru.", ("PROTEST", "PER", "")),
]
# Talks, backing, help and yielding.
COOPERATION: list[Case] = [
    ("Malta authorised the sale of patrol boats to Tunisia.", ("AGREE", "MLT", "TUN")),
    ("Malta offered incentives to Tunisia.", ("AGREE", "MLT", "TUN")),
    ("The Maltese premier left for Tunisia to discuss fishing.", ("CONSULT", "MLT", "TUN")),
    ("The Maltese premier took up the matter with the president of Tunisia.", ("CONSULT", "MLT", "TUN")),
    ("The Maltese premier shook hands with the president of Tunisia.", ("CONSULT", "MLT", "TUN")),
    ("Malta made common cause with Tunisia.", ("SUPPORT", "MLT", "TUN")),
    ("Malta was full of praise for Tunisia.", ("SUPPORT", "MLT", "TUN")),
    ("Malta entered into a treaty with Tunisia.", ("SUPPORT", "MLT", "TUN")),
    ("Malta took back its accusations against Tunisia.", ("CONCEDE", "MLT", "TUN")),
    ("Malta ended the house arrest of an opposition leader.", ("RETREAT", "MLT", "MLT")),
    ("Malta exchanged students with Tunisia.", ("COOPERATE", "MLT", "TUN")),
    ("Laos ordered four aircraft from Airbus.", ("COOPERATE", "LAO", "AIRBUS")),
    ("Laos sent military advisers to Cambodia.", ("AID", "LAO", "KHM")),
    ("Laos repaired a bridge in Cambodia.", ("AID", "LAO", "KHM")),
    ("Laos ended hostilities with Cambodia.", ("RETREAT", "LAO", "KHM")),
    ("Laos fell back from the border with Cambodia.", ("RETREAT", "LAO", "KHM")),
    ("Laos fell back on its reserves of rice.", None),
    ("The government of Laos allowed observers in.", ("RETREAT", "LAO", "")),
]
# Deeds told by a noun under a light verb, and figures of speech.
FIGURES: list[Case] = [
    ("The government of Togo launched a wave of arrests of opposition activists.", ("COERCE", "TGO", "TGO")),
    ("The government of Togo launched a wave of new stamps.", None),
    ("Togo ordered an air strike on Benin.", ("ASSAULT", "TGO", "BEN")),
    ("The European Union adopted punitive measures against Togo.", ("SANCTION", "EU", "TGO")),
    ("Benin began air patrols near Togo.", ("MOBILIZE", "BEN", "TGO")),
    ("Drivers in Benin called a protest.", ("PROTEST", "BEN", "")),
    ("Benin carried out a prisoner release.", ("RETREAT", "BEN", "")),
    ("Benin and Togo traded barbs over the border.", ("ACCUSE", "BEN", "TGO")),
    ("Benin has no quarrel with Togo.", None),
    ("Benin had harsh words for Togo.", ("ACCUSE", "BEN", "TGO")),
    ("Benin drew a red line for Togo.", ("THREATEN", "BEN", "TGO")),
    ("Benin drew a red line on the map of Togo.", None),
    ("Benin vowed to settle accounts with Togo.", ("THREATEN", "BEN", "TGO")),
    ("Benin formed a customs union with Togo.", ("COOPERATE", "BEN", "TGO")),
    ("Benin ran a ferry to Togo.", ("COOPERATE", "BEN", "TGO")),
    ("Benin reached common ground with Togo.", ("AGREE", "BEN", "TGO")),
    ("Benin drilled wells in Togo.", ("AID", "BEN", "TGO")),
    ("Benin educated students from Togo.", ("AID", "BEN", "TGO")),
    ("The junta in Niger rode roughshod over its critics.", ("COERCE", "NER", "NER")),
    ("The junta's general rode a horse over the hills.", None),
]


@pytest.mark.parametrize(("text", "wanted"), [*WORDS, *CURBS, *FORCE, *COOPERATION, *FIGURES])
def test_rarer_words(coder: Coder, text: str, wanted: tuple[str, str, str] | None) -> None:
    told = [(e.event, ",".join(e.source), ",".join(e.target)) for e in events(coder, text)]
    if wanted is None:
        assert told == []
        return
    event, source, target = wanted
    assert any(e == event and source in (*s.split(","), "") and target in (*t.split(","), "") for e, s, t in told), told
