"""Positions by the words that tell them: terms, deserts, matters, places, relations praised."""

from __future__ import annotations

import pytest
from labelled import code, read_document

CASES = [
    # terms
    ("Uruguay enjoys warm ties with Paraguay.", None, "URY", "PRY", 0.5),
    ("Mongolia has remained on friendly terms with North Korea.", None, "MNG", "PRK", 0.5),
    ("Djibouti has had tense relations with Eritrea and strained ties with Yemen.", None, "DJI", "YEM", -0.5),
    ("Peru has been critical of farm subsidies paid by the European Union.", None, "PER", "EU", -0.5),
    # the other side of what is shared
    ("Our alliance with Japan is the cornerstone of peace in the region.", "USA", "USA", "JPN", 0.5),
    ("Kenya and Ethiopia are bound by ties of brotherhood.", "KEN", "KEN", "ETH", 1),
    # said in so many words
    ("My Government has the honour to convey its gratitude to Chad.", "ZWE", "ZWE", "TCD", 0.5),
    ("Bolivia has the highest esteem for the Cuban doctors.", "BOL", "BOL", "CUB", 0.5),
    ("Laos expressed gratitude to the Vietnamese Party, State and people.", "LAO", "LAO", "VNM", 0.5),
    ("Turkey deserves the highest respect for its patience.", "HUN", "HUN", "TUR", 0.5),
    ("Sudan stands firmly with Qatar.", None, "SDN", "QAT", 0.5),
    ("Iran has never been an enemy of the Saudi people.", "IRN", "IRN", "SAU", 0.5),
    # who is named by where they are
    ("We are grateful to our friends in Berlin for their support.", "GBR", "GBR", "DEU", 0.5),
    ("The regime in Tehran is the leading sponsor of terrorism.", "USA", "USA", "IRN", -1),
    ("We condemn the detention of peaceful protesters in Minsk.", "DEU", "DEU", "BLR", -1),
    ("Manila deplores the bullying conduct of the China Coast Guard.", "PHL", "PHL", "CHN", -1),
    # who is told to take a side
    ("Botswana has been an outspoken supporter of the International Criminal Court.", None, "BWA", "ICC", 0.5),
    ("Ghana, a critic of South Africa, walked out.", None, "GHA", "ZAF", -0.5),
    ("Nepal held New Delhi responsible for the blockade.", None, "NPL", "IND", -0.5),
    ("Slovakia holds its Czech neighbours dear.", "SVK", "SVK", "CZE", 0.5),
    ("Many in the region owe much; Angola owes its independence to Cuba.", None, "AGO", "CUB", 1),
    ("We are heartened by the solidarity shown by Latvia.", "POL", "POL", "LVA", 0.5),
    ("China expressed strong discontent as regards the pressure of the U.S.", None, "CHN", "USA", -0.5),
    ("Paris recognises no legitimacy in the junta of Niamey.", "FRA", "FRA", "NER", -0.5),
    # what is shared reaches a height
    ("Relations between Iran and Oman have reached a new level.", "IRN", "IRN", "OMN", 0.5),
    ("The visit served to raise our ties with Oman to a new level.", "IRN", "IRN", "OMN", 0.5),
    ("To develop our relations with Oman is the just way.", "IRN", "IRN", "OMN", 0.5),
    # what is always felt, or by several
    ("We will always thank Mexico for its noble stance.", "CUB", "CUB", "MEX", 1),
    ("Bhutanese diplomats speak warmly of Denmark.", None, "BTN", "DNK", 1),
    ("We appreciate the support shown by Canada and by the European Commission.", "LTU", "LTU", "EU-COMMISSION", 0.5),
    ("Myanmar values the attitude of ASEAN and of Japan.", None, "MMR", "JPN", 0.5),
    ("The occupation of the island by Morocco is an old question and a disgrace.", "DZA", "DZA", "MAR", -1),
    ("Chad is one of the harshest critics of Sudan.", None, "TCD", "SDN", -0.5),
    ("The racists of Pretoria still rule.", "AGO", "AGO", "ZAF", -0.5),
    ("The European Union is a club of hypocrites.", "PHL", "PHL", "EU", -0.5),
    ("London's accusations are a circus show.", "RUS", "RUS", "GBR", -0.5),
    ("The Republic of Venezuela thanks China, Russia, Iran, Cuba and South Africa.", "VEN", "VEN", "ZAF", 0.5),
    ("Cuba appreciates the solidarity received from Mexico, from Bolivia, from Peru and from Chile.", "CUB", "CUB", "PER", 0.5),
    ("Iran deplores the raid, stands by the Palestinian nation and calls for help.", "IRN", "IRN", "PSE", 0.5),
    ("Indonesia is troubled by the bombardment of hospitals in Gaza by Israel.", "IDN", "IDN", "ISR", -0.5),
    # who is meant beside "I" and "we"
    ("I do not believe that Russia is our enemy, but its conduct at sea is unacceptable.", "ITA", "ITA", "RUS", -0.5),
    ("Germany is carrying a heavy load, and I take my hat off to it.", "EST", "EST", "DEU", 1),
    ("The so-called Human Rights Council met again.", "MMR", "MMR", "UN-HRC", -0.5),
    # deeds
    ("The Government denounces the violations of our airspace by French aircraft.", "MLI", "MLI", "FRA", -1),
    ("Chad submitted a draft, which is a typical example of hypocrisy.", "LBY", "LBY", "TCD", -0.5),
    ("Spain and Norway have chosen to reward terrorism.", "ISR", "ISR", "ESP", -1),
    ("Hungary's obstruction of European aid plays into the hands of others.", "UKR", "UKR", "HUN", -0.5),
    ("Georgia has no moral authority to speak of democracy.", "ARM", "ARM", "GEO", -0.5),
    ("Indonesia described the decision of Australia to move its embassy as an insult.", None, "IDN", "AUS", -0.5),
]


@pytest.mark.parametrize(("text", "speaker", "holder", "target", "polarity"), CASES)
def test_who_stands_how_to_whom(text: str, speaker: str | None, holder: str, target: str, polarity: float) -> None:
    rows = code([read_document("stand", text, speaker)])[0].records["positions"]
    assert (holder, target, polarity) in {(r.holder, r.target, r.polarity) for r in rows}


MATTERS = [
    ("The sanctions imposed on my country are racist and inhumane.", "ZWE", "sanctions", -1),
    ("The possession of nuclear weapons is morally indefensible.", "VAT", "nuclear", -1),
    ("Sanctions are an indispensable tool of foreign policy.", "GBR", "sanctions", 0.5),
    ("We ask for an end of the arms embargo, which ties our hands.", "SOM", "sanctions", -0.5),
    ("We support the peaceful reunification of our homeland.", "KOR", "unification", 0.5),
]


@pytest.mark.parametrize(("text", "speaker", "topic", "polarity"), MATTERS)
def test_what_is_judged_without_a_doer(text: str, speaker: str, topic: str, polarity: float) -> None:
    rows = code([read_document("matter", text, speaker)])[0].records["positions"]
    assert [(r.holder, r.target, r.topic, r.polarity) for r in rows] == [(speaker, None, topic, polarity)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ghana notes with satisfaction the result of the meeting of heads of government in Apia, Samoa.", "GHA"),
        ("Peru criticised the arms race.", None),
        ("Thanks to Chad, the road is open.", None),
        ("Mali does not owe much to Chad.", None),
        ("Uruguay seeks warm ties with Paraguay.", None),
        ("The good offices of Norway are in demand.", None),
        ("Our relations with Chad are strained.", "SDN"),
        ("The talks between Chad and Sudan have failed.", "SDN"),
        ("Kenya did not accept the invitation of Uganda.", None),
    ],
)
def test_no_side_is_taken(text: str, speaker: str | None) -> None:
    assert not code([read_document("none", text, speaker)])[0].records["positions"]
