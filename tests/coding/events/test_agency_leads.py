"""Leads and headlines as agencies write them: a case for each cause, who is meant first, then what is told."""

from __future__ import annotations

import pytest
from labelled import assert_told, events

from dragoman.coding import Coder

Case = tuple[str, tuple[str, str, str] | None]

PARTIES: list[Case] = [
    ("Officials said that Kenya is set to visit Chad in June.", ("AGREE", "KEN", "TCD")),
    ("Ms Merkel met the Peruvian president in Berlin.", ("CONSULT", "DEU PER", "DEU PER")),
    ("Theresa May met Angela Merkel in Berlin. Later May urged Chad to hold a vote.", ("REQUEST", "GBR", "TCD")),
    ("Theresa May met Angela Merkel in Berlin. Peru condemned Chad in May.", ("ACCUSE", "PER", "TCD")),
    (
        "Chad's presidential envoy for the Sahel, Deputy Foreign Minister Ali Roe, held talks with the ambassador of Peru.",
        ("CONSULT", "PER TCD", "PER TCD"),
    ),
    ("Attorney General Loretta Lynch met Peru's ambassador.", ("CONSULT", "PER USA", "PER USA")),
    ("Hundreds were executed in a prison in Chad, according to a report by Amnesty International.", ("ASSAULT", "TCD", "")),
    ("No headway was made during Merkel's visit to Lima.", ("CONSULT", "DEU", "PER")),
    ("Chad, Mali to cooperate in drilling wells", ("AGREE", "MLI TCD", "MLI TCD")),
    ("Peru, Chile urge Bolivia to free hostages", ("REQUEST", "CHL PER", "BOL")),
    ("Chad and Mali focused on grazing at a second round of talks in Lima.", ("CONSULT", "MLI TCD", "MLI TCD")),
]
# "We", where the sentence itself says who speaks.
QUOTED: list[Case] = [
    ('"We condemn the Chadian raids," the Kenyan foreign minister said.', ("ACCUSE", "KEN", "TCD")),
    ('"We urge Chad to open the road," the premier of Mali told reporters.', ("REQUEST", "MLI", "TCD")),
    ('"We expect Peru to keep its word," Merkel said after talks in Lima.', ("REQUEST", "DEU", "PER")),
    ('"Chad has done nothing to help," the president of Kenya said.', ("ACCUSE", "KEN", "TCD")),
]
FRAMES: list[Case] = [
    ("Kenya's premier excluded any possibility of talking with Chad.", ("REJECT", "KEN", "TCD")),
    ("An intervention against Chad remains an option, the Kenyan president said.", ("THREATEN", "KEN", "TCD")),
    ("Peru took legal action against Chile.", ("ACCUSE", "PER", "CHL")),
    ("Peru's president is due to hold talks with Chile's foreign minister on Friday.", ("CONSULT", "CHL PER", "CHL PER")),
    ("Kenya's opposition leader backs lifting the sanctions on Chad.", ("SUPPORT", "KEN", "TCD")),
    ("Police used water cannon against marchers in Kampala.", ("ASSAULT", "UGA", "UGA")),
    ("The actions of Chad on the river are unacceptable, Kenya's president said.", ("ACCUSE", "KEN", "TCD")),
    ("The premier of Kenya called Chad's test intolerable.", ("ACCUSE", "KEN", "TCD")),
    ("Rebels in Mali claimed the capture of Gao.", ("ASSAULT", "MLI", "MLI")),
    ("Kenya's foreign ministry finds the decision of Chad very worrisome.", ("ACCUSE", "KEN", "TCD")),
    ("Police in the Chilean city of Valparaiso carried out raids on Friday.", ("COERCE", "CHL", "CHL")),
    ("Israel approves 600 settler homes in the occupied West Bank", ("COERCE", "ISR", "PSE")),
    ("The president of Peru wrote to Bolivians wishing them a happy new year.", ("CONSULT", "PER", "BOL")),
    ("Kim Jong Un watched the launch of two rockets.", ("MOBILIZE", "PRK", "")),
    ("Danish sappers will carry out demining in Mali.", ("AGREE", "DNK", "MLI")),
    ("A Kenyan court upheld the opposition leader's seven-year sentence.", ("SANCTION", "KEN", "KEN")),
    ("UNICEF suspended some of its programmes in Chad.", ("SANCTION", "UNICEF", "TCD")),
    ("Border war: Chadian friendly fire kills Malian soldiers", ("ASSAULT", "TCD", "MLI")),
    ("Jailed Chadian rebel to be released", ("RETREAT", "TCD", "TCD")),
    ("Peru ready to restore cooperation on fisheries with Chile", ("AGREE", "CHL PER", "CHL PER")),
    ("A meeting between the Peruvian premier and the Chilean president lasted three hours.", ("CONSULT", "CHL PER", "CHL PER")),
    ("Kenya has closed three of its border crossings with Uganda.", ("COERCE", "KEN", "UGA")),
    (
        "Kenya's premier discussed the fate of the accord on grazing with the foreign minister of Chad.",
        ("CONSULT", "KEN TCD", "KEN TCD"),
    ),
    ("The scandal has rocked Chad and threatens to topple its president.", None),
    ("Deputies in Mali debated the deal struck with Chad.", ("AGREE", "", "TCD")),
    ("A new wave of attacks in Mali cannot be ruled out.", None),
    ("Kenya's premier launched a scathing attack on the media.", ("ACCUSE", "KEN", "KEN")),
    ("Chad is not observing the Lima accords, the Kenyan foreign minister said.", ("ACCUSE", "KEN", "TCD")),
    ("Kenya is ready for contacts with Chad on grazing.", ("AGREE", "KEN", "TCD")),
    ("Peru reaffirmed its commitment to an allied relationship with Chile.", ("AGREE", "PER", "CHL")),
    ("Kenyans boycott drinks from Chad over a ruling", ("PROTEST", "KEN", "TCD")),
    ("Two people die in fire at paper factory in Peru", None),
    ("Putin signed the law on ratification of the agreement with Peru on fisheries.", ("SUPPORT", "RUS", "PER")),
    ("Kenya remains firmly opposed to Chadian measures against herders.", ("REJECT", "KEN", "TCD")),
    ("The president of Kenya complained that Chad was behaving badly.", ("ACCUSE", "KEN", "TCD")),
    ("A Chadian herder will be freed on Friday, Kenyan officials said.", ("CONCEDE", "KEN", "TCD")),
    ("The Chadian army fired several missiles towards Libyan jets.", ("ASSAULT", "TCD", "LBY")),
    ("North Korea fired a missile towards the sea.", ("MOBILIZE", "PRK", "")),
    ("The dam may not be the best way of spending money, a minister of Chad said.", None),
    ("Chad cut thousands of herders off from the region.", None),
    ("A run of raids has shattered a period of calm in Chad.", None),
]


# What is only thought of.
def test_what_is_considered_is_not_done(coder: Coder) -> None:
    told = [(e.event, e.modality) for e in events(coder, "Chad is considering lifting its sanctions on Mali.")]
    assert told == [("CONCEDE", "hypothetical")]


@pytest.mark.parametrize(("text", "expected"), [*PARTIES, *QUOTED, *FRAMES])
def test_agency_lead(coder: Coder, text: str, expected: tuple[str, str, str] | None) -> None:
    assert_told(coder, text, expected)
