"""What a sentence does not tell: numbers that count nothing, deeds of others, years that describe, words that are asked."""

from __future__ import annotations

from typing import Any

import pytest
from labelled import assert_rows

from dragoman.coding import Coder

Row = dict[str, Any]
# A text, in whose words, a table, rows that must be there, rows that must not.
Case = tuple[str, str | None, str, list[Row], list[Row]]

CASES: list[Case] = [
    (
        "On 9 June the Board of Trade recognised Serbia as a market economy.",
        "USA",
        "claims",
        [{"kind": "status", "subject": "SRB", "statement": "market economy"}],
        [{"kind": "quantity"}],
    ),
    (
        "Russia has diplomatic relations with 60 countries.",
        "RUS",
        "claims",
        [{"measure": "diplomatic-relations", "value": 60, "subject": "RUS"}],
        [],
    ),
    (
        "India claims about 900 square kilometres of Nepalese land.",
        None,
        "claims",
        [
            {
                "kind": "quantity",
                "subject": "IND",
                "measure": "territory",
                "value": 900,
                "statement": "claims about 900 square kilometres of Nepalese land",
            }
        ],
        [],
    ),
    (
        "Peru shut its border and took some 4,000 Bolivian refugees.",
        None,
        "claims",
        [{"subject": "PER", "measure": "refugees"}],
        [],
    ),
    ("4,000 Bolivian refugees were accepted by Peru.", None, "claims", [{"subject": "PER", "measure": "refugees"}], []),
    (
        "Norway has trained over 6,000 Iraqi soldiers.",
        None,
        "claims",
        [{"subject": "NOR", "measure": "troops", "comparator": ">", "value": 6000}],
        [],
    ),
    (
        "Chad says that Libya killed 300 Chadian soldiers.",
        None,
        "claims",
        [{"subject": "TCD", "measure": "troops", "value": 300}],
        [],
    ),
    (
        "Frontiers between Chad and Libya exist on paper, and political prisoners exist in Libya.",
        "TCD",
        "claims",
        [{"kind": "existence", "subject": "LBY", "measure": "political-prisoners"}],
        [],
    ),
    (
        "From 1965 to 1971 Portugal dropped more than one million tons of napalm on Angola.",
        None,
        "claims",
        [{"subject": "PRT", "measure": "napalm", "value": 1000000, "unit": "ton"}],
        [{"measure": "napalm-decreases"}],
    ),
    (
        "Exports of Chad dropped 20 percent.",
        None,
        "claims",
        [{"subject": "TCD", "measure": "exports-decreases", "value": 20}],
        [],
    ),
    (
        "China dismissed as baseless a report by the Wall Street Journal that Beijing had sent arms.",
        "CHN",
        "claims",
        [{"kind": "existence", "claimed_by": "CHN", "denied": True}],
        [{"claimed_by": "USA"}],
    ),
    (
        "According to CNN, Iran has 3,000 centrifuges.",
        None,
        "claims",
        [{"measure": "centrifuges", "claimed_by": None}],
        [{"claimed_by": "USA"}],
    ),
    ("According to Xinhua, Iran has 3,000 centrifuges.", None, "claims", [{"measure": "centrifuges", "claimed_by": "CHN"}], []),
    (
        "In May Nepal complained to India about the building of a dam, arguing that it contravened the 1996 treaty.",
        None,
        "claims",
        [{"kind": "legal", "claimed_by": "NPL", "subject": "IND"}],
        [{"subject": "NPL"}],
    ),
    (
        "Chile protested against the arrest of its consul by Peru and said that it was a violation of the Vienna Convention.",
        None,
        "claims",
        [{"kind": "legal", "claimed_by": "CHL", "subject": "PER"}],
        [{"subject": "CHL"}],
    ),
    (
        "Chile admitted that it had breached the treaty.",
        None,
        "claims",
        [{"kind": "legal", "claimed_by": "CHL", "subject": "CHL"}],
        [],
    ),
    (
        "Peru denied that it has 300 tanks.",
        None,
        "claims",
        [{"kind": "existence", "claimed_by": "PER", "denied": True}],
        [{"kind": "quantity"}],
    ),
    (
        "Libya breaks off diplomatic relations with the United Arab Emirates, the third such break in a month.",
        None,
        "relations",
        [{"kind": "diplomatic-relations", "status": "ended", "a": "ARE", "b": "LBY"}],
        [{"status": "asserted"}],
    ),
    (
        "Mali establishes diplomatic relations with Nauru, the smallest republic in the world.",
        None,
        "relations",
        [{"kind": "diplomatic-relations", "status": "asserted", "a": "MLI", "b": "NRU"}],
        [],
    ),
    (
        "Poland recognises the sovereignty of Georgia within its 1991 borders.",
        "POL",
        "relations",
        [{"kind": "recognition", "a": "POL", "b": "GEO", "since": None}],
        [],
    ),
    (
        "Peru recognises the independence of Kosovo under Resolution 1244 (1999).",
        None,
        "relations",
        [{"kind": "recognition", "a": "PER", "b": "XKX", "since": None}],
        [],
    ),
    (
        "Peru recognised Palestine in 2011.",
        None,
        "relations",
        [{"kind": "recognition", "a": "PER", "b": "PSE", "since": "2011"}],
        [],
    ),
    (
        "Mali has had diplomatic relations with Peru since its 1960 independence.",
        None,
        "relations",
        [{"kind": "diplomatic-relations", "a": "MLI", "b": "PER", "since": "1960"}],
        [],
    ),
    (
        "After a 1988 break Mali and Peru restored diplomatic relations in 1994.",
        None,
        "relations",
        [{"kind": "diplomatic-relations", "since": "1994"}],
        [],
    ),
    (
        "Recalling that diplomatic relations between the two countries were established on 3 May 1949,",
        "CHL+PER",
        "relations",
        [{"kind": "diplomatic-relations", "a": "CHL", "b": "PER", "since": "1949-05-03"}],
        [],
    ),
    (
        "The Parties, recalling that diplomatic relations between the two states were restored on 3 May 1949, have agreed:",
        "CHL+PER",
        "relations",
        [{"kind": "diplomatic-relations", "a": "CHL", "b": "PER", "since": "1949-05-03"}],
        [],
    ),
    (
        "The constitution of Nepal is new. Under Article 20 the cabinet must not move the frontiers, and Article 28 bars war.",
        None,
        "competences",
        [
            {
                "office": "cabinet",
                "kind": "duty",
                "power": "not move the frontiers",
                "provision": "Article 20",
            },
            {"office": None, "kind": "duty", "power": "bars war", "provision": "Article 28", "state": "NPL"},
        ],
        [],
    ),
    (
        "The constitution of Mali dates from 1992. Article 9 forbids the government to send troops abroad.",
        None,
        "competences",
        [{"office": "government", "kind": "duty", "power": "forbids the government to send troops abroad"}],
        [{"power": "send troops abroad"}],
    ),
    ("Article 2 of the UN Charter prohibits the use of force.", "NPL", "competences", [], [{"kind": "duty"}]),
    (
        'Under Article 12 of the Constitution Nepal promotes trade. "We win friends and lose foes," the minister said.',
        "NPL",
        "competences",
        [{"office": None, "power": "promotes trade"}],
        [{"power": "win friends"}],
    ),
    ("Chile helped us in the flood. We will never forget that.", "PER", "principles", [], [{"kind": "commitment"}]),
    ("President Rosa Vargas will lead our delegation to the talks.", "PER", "principles", [], [{"kind": "commitment"}]),
    ("Peru values this help and hopes that it will go on.", "PER", "principles", [], [{"kind": "commitment"}]),
    (
        "If Chad were to recognise Nauru, it would drive Mali into the arms of Peru.",
        None,
        "principles",
        [],
        [{"kind": "commitment"}],
    ),
    ("Peru promised that it would go on helping Chile.", "PER", "principles", [{"kind": "commitment", "holder": "PER"}], []),
    ("Nepal demands that India respect Nepal's sovereignty over Kalapani.", "NPL", "positions", [], [{"holder": "IND"}]),
    ("Nepal insists that India support Nepal's bid.", "NPL", "positions", [], [{"holder": "IND"}]),
    ("Nepal respects the sovereignty of India.", "NPL", "positions", [{"holder": "NPL", "target": "IND", "polarity": 0.5}], []),
    (
        "In 2016 Peru and Norway were guarantors of the accord between Bogotá and the rebels.",
        "PER",
        "positions",
        [],
        [{"target": "NOR"}],
    ),
    ("Peru and Norway are friends.", "PER", "positions", [{"holder": "PER", "target": "NOR", "polarity": 0.5}], []),
    (
        "The rivers rise with us, and yet half of our 20 million children have no school.",
        "ETH",
        "claims",
        [{"subject": "ETH", "value": 20000000.0, "statement": "half of our 20 million children have no school"}],
        [{"measure": "schools"}],
    ),
    (
        "With some 40 million people Peru is the largest country of the coast.",
        "CHL",
        "claims",
        [{"subject": "PER", "value": 40000000.0, "statement": "some 40 million people"}],
        [],
    ),
    (
        "The International Court of Justice ruled by ten votes to four that Mali had violated the treaty.",
        None,
        "claims",
        [{"kind": "legal", "claimed_by": "ICJ", "subject": "MLI"}],
        [],
    ),
    (
        "The Chad-Mali bridge, opened on May 3, 2011, has carried over 4 million passengers.",
        None,
        "claims",
        [{"measure": "passengers", "value": 4000000.0, "as_of": None}],
        [],
    ),
    (
        "In a vote held on May 9, 1996, 58 percent of the voters of Chad were in favour of union.",
        None,
        "claims",
        [{"value": 58.0, "as_of": "1996-05-09"}],
        [],
    ),
    ("Chile Grants 2.5 Billion Yen for Schools in Peru.", None, "claims", [{"value": 2500000000.0, "unit": "JPY"}], []),
    (
        "More than 30 foreign embassies are resident in Lima.",
        "PER",
        "claims",
        [{"measure": "foreign-embassies", "statement": "More than 30 foreign embassies are resident in Lima"}],
        [{"measure": "embassies"}],
    ),
    (
        "The death of 300 Chadian soldiers was confirmed.",
        None,
        "claims",
        [{"value": 300.0, "statement": "death of 300 Chadian soldiers was confirmed"}],
        [],
    ),
    (
        "Norway was guarantor of the truce between the Colombian government and the rebels.",
        None,
        "claims",
        [{"subject": "NOR", "statement": "guarantor of the truce between the Colombian government and the rebels"}],
        [],
    ),
    (
        "Peru withdrew from the trade agreement with Chile in 2010.",
        None,
        "relations",
        [{"kind": "agreement", "status": "ended", "a": "CHL", "b": "PER", "until": "2010"}],
        [{"status": "asserted"}],
    ),
    (
        "Peru is no longer bound by the treaty with Chile.",
        None,
        "relations",
        [{"kind": "agreement", "status": "ended"}],
        [{"status": "asserted"}],
    ),
    (
        "Peru did not withdraw from the trade agreement with Chile.",
        None,
        "relations",
        [{"kind": "agreement", "status": "asserted"}],
        [{"status": "ended"}],
    ),
    (
        "Our policy is one of strict neutrality and non-alignment.",
        "GHA",
        "principles",
        [{"kind": "principle", "statement": "non-alignment"}],
        [{"statement": "one of strict neutrality and non-alignment"}],
    ),
    (
        "The Board of Trade opened a hearing on 9 June on whether to recognise Serbia as a market economy.",
        "USA",
        "claims",
        [],
        [{}],
    ),
    ("This year our countries mark 60 years of diplomatic relations.", "RUS", "claims", [], [{}]),
    ("The commission demands respect for the frontiers existing at the time of independence.", None, "claims", [], [{}]),
    ("Peru and Chile agreed that they would cooperate.", "PER", "principles", [{"holder": "PER"}, {"holder": "CHL"}], []),
]


@pytest.mark.parametrize(("text", "speaker", "table", "expected", "absent"), CASES)
def test_only_what_is_told(
    coder: Coder, text: str, speaker: str | None, table: str, expected: list[Row], absent: list[Row]
) -> None:
    assert_rows(coder, text, speaker, None, table, expected, absent)


def test_the_country_is_whom_the_paragraph_opens_with(coder: Coder) -> None:
    text = "Bolivia declared independence in 1825. Chile blocked its trade. In 1945 the country was admitted to the UN."
    row = {"kind": "membership", "a": "BOL", "b": "UN", "since": "1945"}
    assert_rows(coder, text, None, "Chile–Bolivia relations", "relations", [row], [{"a": "CHL", "b": "UN"}])
    unknown = "In 1825 much changed. Trade grew. In 1945 the country was admitted to the United Nations."
    assert_rows(coder, unknown, None, "Chile–Bolivia relations", "relations", [], [{"b": "UN"}])
