"""What news tells in its own turns: who is taken for whom, what is asked on, what is only allowed, arms, meetings, hunts."""

from __future__ import annotations

import pytest
from labelled import assert_told

from dragoman.coding import Coder

Case = tuple[str, tuple[str, str, str] | None]

# Parses put right, and who does it.
PARSED: list[Case] = [
    ("Two women believed to be Malian agents killed a priest.", ("ASSAULT", "MLI", "MLI")),
    ("Gunmen suspected of being Chadian rebels attacked a market in Cameroon.", ("ASSAULT", "TCD", "CMR")),
    ("Two soldiers said to be Russians were captured in Ukraine.", ("ASSAULT", "UKR", "RUS")),
    ("A Kenyan minister said the raids by Somalia were illegal and urged Mogadishu to end them.", ("REQUEST", "KEN", "SOM")),
    ("Oslo said the remarks were crude and demanded an apology from Moscow.", ("REQUEST", "NOR", "RUS")),
    ("Putin, Merkel call for calm in Ukraine", ("REQUEST", "DEU RUS", "UKR")),
    ("Kenyan and Somali leaders urge calm in Burundi", ("REQUEST", "KEN SOM", "BDI")),
    ("Chilean Foreign Minister Ana Cruz welcomed in Quito", ("CONSULT", "CHL", "ECU")),
    ("Malawi's president seeks UN help to ease maize shortages", ("REQUEST", "MWI", "UN")),
    ("Trump, Trudeau to discuss women in trade", ("CONSULT", "CAN USA", "CAN USA")),
    ("The American minister dismissed suggestions by Beijing that Seoul should halt its drills.", ("REJECT", "USA", "CHN")),
    ("A Kenyan post came under mortar shelling by Somali troops.", ("ASSAULT", "SOM", "KEN")),
    ("Rockets were fired from Syria at Israel overnight.", ("ASSAULT", "SYR", "ISR")),
    ("The Chadian ambassador to Niger was recalled for consultations.", ("SANCTION", "TCD", "NER")),
]
# Words and what is meant by them.
SAID: list[Case] = [
    ("Kenya is ready to demand damages from Ethiopia.", ("REQUEST", "KEN", "ETH")),
    ("The Dutch premier demanded an apology.", ("REQUEST", "NLD", "")),
    ("Rome rejected accusations by Tunis that it had turned away migrants.", ("ACCUSE", "TUN", "ITA")),
    ("The Kenyan minister slammed the ruling of Uganda's court.", ("ACCUSE", "KEN", "UGA")),
    ("The envoy of Chad was in Lima to denounce Peru's tariffs.", ("CONSULT", "TCD", "PER")),
    ("The Danish king was at the Polish embassy to sign the book of condolence.", ("SUPPORT", "DNK", "POL")),
    ("Lima said it would be open to hosting the Colombian president.", ("AGREE", "PER", "COL")),
    ("Dakar received assurances from Paris that the loan would be paid.", ("AGREE", "FRA", "SEN")),
    ("Mali and Niger are working on a meeting of their presidents.", ("AGREE", "MLI NER", "MLI NER")),
    ("A meeting between the presidents of Chad and Niger is not ruled out.", ("AGREE", "NER TCD", "NER TCD")),
    ("Brussels said it would speed up accession talks with Albania.", ("AGREE", "EU", "ALB")),
    ("Venezuela's oil company offered Russia's Rosneft a stake in the field.", ("AGREE", "VEN", "RUS")),
    ("Kenyan police are hunting for Somali suspects over the bombing.", ("ACCUSE", "KEN", "SOM")),
]
DEEDS: list[Case] = [
    ("Gambia thanked Senegal for the gift of ten ambulances.", ("AID", "SEN", "GMB")),
    ("Hanoi complains that Beijing is punishing Vietnam economically.", ("SANCTION", "CHN", "VNM")),
    ("Norway plans to cut millions from its UN funding.", ("THREATEN", "NOR", "UN")),
    ("Russia was stripped of its voting rights by the Council of Europe.", ("SANCTION", "COUNCIL-OF-EUROPE", "RUS")),
    ("Turkish batteries arrived in Qatar.", ("MOBILIZE", "TUR", "QAT")),
    ("Police in Kampala used live bullets to disperse the crowd.", ("ASSAULT", "UGA", "UGA")),
    ("Iraqi troops are facing stiff resistance from ISIL fighters.", ("ASSAULT", "ISIS", "IRQ")),
    ("The group has been at the forefront of the protests against French police.", ("PROTEST", "FRA", "FRA")),
]
NONE: list[Case] = [
    ("Malawi has no indication that Zambian soldiers crossed the river and shot farmers.", None),
    ("Baghdad did not have any evidence proving that the rebels had shelled Mosul.", None),
    ("The rules allow the police of Chad to arrest Malian traders.", None),
    ("Kenya must not let anybody hold the talks hostage.", None),
    ("Japan could tell the American president how to reduce the trade deficit.", None),
]


@pytest.mark.parametrize(("text", "expected"), [*PARSED, *SAID, *DEEDS, *NONE])
def test_told(coder: Coder, text: str, expected: tuple[str, str, str] | None) -> None:
    assert_told(coder, text, expected)
