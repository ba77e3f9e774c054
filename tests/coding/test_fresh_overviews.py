"""Overviews, histories and letters of states: what each cause of faults in such texts must give and must not, in any table.

A case is a text, who speaks in it, its title where it is an overview, the table, and rows by some of their fields; rows after
a bar must not be there.
"""

from __future__ import annotations

from typing import Any

import pytest
from labelled import assert_rows

from dragoman.coding import Coder

Row = dict[str, Any]
Case = tuple[str, str | None, str | None, str, list[Row], list[Row]]


def _p(statement: str, kind: str = "principle", **more: Any) -> Row:
    return {"kind": kind, "statement": statement, **more}


ICELAND = "Foreign relations of Iceland"

PRINCIPLES: list[Case] = [
    (
        "The policy of our country is founded on the sovereign equality of states, non-intervention and mutual respect.",
        "PER", None, "principles",
        [_p("sovereign equality of states"), _p("non-intervention"), _p("mutual respect")], [],
    ),
    (
        "The Concept of Foreign Policy rests on pragmatism and openness.", "PER", None, "principles",
        [_p("pragmatism"), _p("openness")], [],
    ),
    (
        "It is the firm position of Peru that rivers should be shared fairly.", "PER", None, "principles",
        [_p("rivers should be shared fairly", holder="PER")], [],
    ),
    (
        "Settling disputes by peaceful means is the policy of Peru.", "PER", None, "principles",
        [_p("Settling disputes by peaceful means")], [],
    ),
    ("Our policy is friendship with all nations.", "PER", None, "principles", [_p("friendship with all nations")], []),
    ("Our position is known.", "PER", None, "principles", [], [{"holder": "PER"}]),
    (
        "Peru remains attached to the principles of good-neighbourliness, non-interference and respect for borders.",
        "PER", None, "principles",
        [_p("good-neighbourliness"), _p("non-interference"), _p("respect for borders")], [],
    ),
    (
        "On the principle of non-alignment our country does not join military blocs.", "PER", None, "principles",
        [_p("non-alignment")], [],
    ),
    ("Peru will never be a colony.", "PER", None, "principles", [_p("never be a colony", "red-line")], []),
    (
        "As long as the ports remain closed, Peru will not return to the full agreement.", "PER", None, "principles",
        [_p("not return to the full agreement", "red-line", condition="As long as the ports remain closed")], [],
    ),
    (
        "So long as Chile keeps up the blockade, relations cannot be normal.", "PER", None, "principles",
        [_p("relations cannot be normal", "red-line")], [],
    ),
    ("Relations cannot be normal.", "PER", None, "principles", [], [{"kind": "red-line"}]),
]  # fmt: skip

RELATIONS: list[Case] = [
    (
        "On 17 December 1949 Burma became the first state of the region to recognise China.", None, None, "relations",
        [{"kind": "recognition", "a": "MMR", "b": "CHN", "since": "1949-12-17"}], [],
    ),
    (
        "In May 2011 Iceland recognised Palestine as a state within the borders of 1967.", None, None, "relations",
        [{"kind": "recognition", "a": "ISL", "b": "PSE", "since": "2011-05"}], [{"since": "1967"}],
    ),
    (
        "Namibia became the 160th member of the United Nations in April 1990 and the fiftieth member of the Commonwealth.",
        None, None, "relations",
        [{"kind": "membership", "a": "NAM", "b": "COMMONWEALTH", "since": "1990-04"}], [],
    ),
    (
        "Iceland was one of the twelve founders of NATO in 1949.", None, None, "relations",
        [{"kind": "membership", "a": "ISL", "b": "NATO", "since": "1949"}], [],
    ),
    (
        "Malta is a member of the UN, NATO (since 12 March 1999) and the OECD (1996).", None, None, "relations",
        [{"b": "UN", "since": None}, {"b": "NATO", "since": "1999-03-12"}, {"b": "OECD", "since": "1996"}], [],
    ),
    (
        "Iceland has belonged to the EEA since 1 January 1994 and to EFTA since 1970.", None, None, "relations",
        [{"b": "EEA", "since": "1994-01-01"}, {"b": "EFTA", "since": "1970"}], [],
    ),
    (
        "Russia is the main partner and ally of Kazakhstan.", None, None, "relations",
        [{"kind": "alliance", "a": "KAZ", "b": "RUS"}], [],
    ),
    (
        "Iceland severed diplomatic relations with the United Kingdom in February 1976. It also held its fleet back. "
        "Relations were resumed on 2 June 1976.", None, None, "relations",
        [{"kind": "diplomatic-relations", "a": "GBR", "b": "ISL", "status": "asserted", "since": "1976-06-02"}], [],
    ),
    (
        "Country Relations began Notes\nCanada 1964\nIsrael 1948 Broken off on 12 June 1967; restored in 1989", None, ICELAND,
        "relations",
        [
            {"a": "CAN", "since": "1964"}, {"b": "ISR", "since": "1948", "status": "asserted"},
            {"b": "ISR", "until": "1967-06-12", "status": "ended"}, {"b": "ISR", "since": "1989", "status": "asserted"},
        ], [],
    ),
]  # fmt: skip

EVENTS: list[Case] = [
    (
        "British forces occupied the island in May 1940.", None, ICELAND, "events",
        [{"event": "COERCE", "source": ["GBR"], "target": ["ISL"]}], [{"target": ["GBR"]}],
    ),
    (
        "The last American soldier left on 30 September 2006.", None, ICELAND, "events",
        [{"event": "RETREAT", "source": ["USA"], "target": ["ISL"]}], [],
    ),
    ("India sent rifles and rice.", None, ICELAND, "events", [{"event": "AID", "source": ["IND"], "target": ["ISL"]}], []),
    (
        "Russia is our main partner. A treaty was signed by the presidents of the two countries in 2013.",
        "KAZ", None, "events",
        [{"event": "SUPPORT", "mode": "treaty", "source": ["KAZ", "RUS"]}], [],
    ),
    (
        "France and Britain closed their embassies.", "SYR", None, "events",
        [{"event": "SANCTION", "source": ["FRA", "GBR"]}], [{"target": ["FRA", "GBR"]}],
    ),
    ("Lima, 2 March 1964", "PER", None, "events", [], [{"event": "PROTEST"}]),
    ("Colombia lends itself to these plans.", "VEN", None, "events", [], [{"event": "AID"}]),
]  # fmt: skip

OTHERS: list[Case] = [
    (
        "Peru thanks the peoples and Governments of Chile and Mexico for their solidarity.", "PER", None, "positions",
        [{"target": "CHL", "polarity": 0.5}, {"target": "MEX", "polarity": 0.5}], [],
    ),
    (
        "Chile sent us rice after the flood, for which our people are thankful.", "PER", None, "positions",
        [{"target": "CHL", "polarity": 0.5}], [],
    ),
    (
        "Chile cut off its aid. That was an unfriendly act.", "PER", None, "positions",
        [{"target": "CHL", "polarity": -0.5}], [],
    ),
    (
        "The so-called sanctions have cost many lives.", "PER", None, "positions",
        [{"target": None, "topic": "sanctions", "ironic": True}], [],
    ),
    (
        "The Government allowed the league to open an office in May.", "PER", None, "competences", [], [{"state": "PER"}],
    ),
    (
        "Article 2 of the Fundamental Law says that the state shall strive for peace.", None, "Foreign relations of Hungary",
        "citations", [{"instrument": "HUN-CONSTITUTION", "provision": "Article 2"}], [],
    ),
]  # fmt: skip

LATER: list[Case] = [
    ("Some 200,000 people fled to Austria.", None, ICELAND, "claims", [{"measure": "people", "value": 200000.0}], []),
    (
        "More than 65 million Ethiopians have no electricity.", None, ICELAND, "claims",
        [{"measure": "people", "subject": "ETH", "value": 65000000.0, "denied": False}], [],
    ),
    ("More than 400 Chileans were murdered.", None, ICELAND, "claims", [{"measure": "deaths", "subject": "CHL"}], []),
    ("Two men were arrested in Paris.", None, ICELAND, "claims", [], [{"measure": "people"}]),
    (
        "Belarus has spent 300 million rubles on guarding the borders.", None, None, "claims",
        [{"measure": "expenditures", "subject": "BLR", "value": 300000000.0}], [],
    ),
    (
        "In February 1975 the presidents of Bolivia and Chile met, signed a declaration and restored diplomatic relations, "
        "which La Paz had broken off in 1962.", None, None, "relations",
        [{"kind": "diplomatic-relations", "a": "BOL", "b": "CHL", "since": "1975-02"}], [],
    ),
    (
        "In February 1975 the presidents of Bolivia and Chile met, signed a declaration and restored diplomatic relations, "
        "which La Paz had broken off in 1962.", None, None, "events",
        [{"event": "SUPPORT", "mode": "treaty", "date": "1975-02"}, {"event": "SANCTION", "date": "1962"}], [],
    ),
    (
        "The minister spoke of NATO. Finland became the 31st member of the Alliance on 4 April 2023.", None, None, "relations",
        [{"kind": "membership", "a": "FIN", "b": "NATO", "since": "2023-04-04"}], [],
    ),
    (
        "Russia rejected this.\nIt belongs to the OSCE.", None, ICELAND, "relations",
        [{"kind": "membership", "a": "ISL", "b": "OSCE"}], [{"a": "RUS"}],
    ),
    (
        "In March 2010 Libya imposed a total trade embargo on Malta.", None, None, "events",
        [{"event": "SANCTION", "source": ["LBY"], "target": ["MLT"], "date": "2010-03"}], [],
    ),
    (
        "In August 1998 Namibia, Angola and Zimbabwe sent troops to Chad at the request of its Government; they left in 2001.",
        None, None, "events", [{"event": "MOBILIZE", "source": ["NAM", "AGO", "ZWE"], "target": ["TCD"]}], [],
    ),
    (
        "At the invitation of the Prime Minister of Malta, Ann Dow, the Minister for Foreign Affairs of the Republic of Peru, "
        "Juan Lopez, paid an official visit to Valletta on 25 August 2006.", None, None, "events",
        [{"event": "CONSULT", "mode": "visit", "source": ["PER"], "target": ["MLT"]}], [],
    ),
    (
        "Article 10 of the Political Constitution of the State forbids it.", "BOL", None, "citations",
        [{"instrument": "BOL-CONSTITUTION", "provision": "Article 10"}], [],
    ),
    (
        "The Constitution states that Peru bases its relations with other countries on equality and mutual respect.",
        "PER", None, "principles", [_p("equality"), _p("mutual respect")], [],
    ),
    (
        "Positive neutrality, good faith and openness are the pillars of the policy of Peru.", "PER", None, "principles",
        [_p("Positive neutrality"), _p("openness")], [],
    ),
    (
        "Chile objected to the jurisdiction of the Court. This objection is groundless.", "PER", None, "positions",
        [{"target": "CHL", "polarity": -0.5}], [],
    ),
    (
        "Peru was one of the first Western states to recognise China (17 January 1950).", None, None, "events",
        [{"event": "SUPPORT", "mode": "recognition", "source": ["PER"], "target": ["CHN"], "date": "1950-01-17"}], [],
    ),
    ("Chile vetoed our admission to the UN.", "PER", None, "relations", [], [{"kind": "membership"}]),
    (
        "250,000 Serbs and other non-Albanians have been expelled from Kosovo.", "SRB", None, "events",
        [{"event": "COERCE", "target": ["SRB"]}], [{"target": ["SRB", "ALB"]}],
    ),
    (
        "With Angola the Republic of Namibia signed a defence pact in 1999.", None, None, "relations",
        [{"kind": "agreement", "a": "AGO", "b": "NAM", "since": "1999"}], [],
    ),
    ("Turkmenistan holds the fourth largest reserves of natural gas.", "TKM", None, "events", [], [{"event": "SANCTION"}]),
]  # fmt: skip

LISTS: list[Case] = [
    (
        "Priorities\n- to strengthen the independence of the state;\n- to protect the rights of citizens abroad.", "KAZ", None,
        "principles",
        [_p("strengthen the independence of the state", "aim"), _p("protect the rights of citizens abroad", "aim")], [],
    ),
    ("We meet today:\n- to strengthen the state;\n- to go home.", "KAZ", None, "principles", [], [{"kind": "aim"}]),
    (
        "Therefore we ask the Government of Chile:\n- to take back the decision of 19 February;\n- to reject the resolution.",
        "PER", None, "events", [{"event": "REQUEST", "target": ["CHL"], "rule": "listed-demand"}], [{"event": "REJECT"}],
    ),
    (
        "Article 100 gives the Council of Ministers the power to set the direction of policy.", "ALB", None, "competences",
        [{"office": "Council of Ministers", "power": "set the direction of policy"}], [],
    ),
    (
        "It is not true that Greek troops guard our ministries.", "ALB", None, "claims",
        [{"kind": "existence", "subject": "GRC", "denied": True}], [],
    ),
    (
        "Albania is not a satellite of Moscow.", "ALB", None, "claims",
        [{"kind": "status", "subject": "ALB", "denied": True}], [],
    ),
    (
        "Peru calls on the European parties to the deal, namely Germany, France and the UK, to honour their promises.", "PER",
        None, "events", [{"event": "REQUEST", "target": ["DEU", "FRA", "GBR"]}], [],
    ),
    (
        "In January 1959 Peru was among the first states to recognise Chad, and in May of the same year it opened an embassy.",
        None, None, "events", [{"event": "SUPPORT", "target": ["TCD"], "date": "1959-01"}], [],
    ),
    (
        "Chile and Brazil are the chief sources of instability in the region.", "PER", None, "positions",
        [{"target": "CHL", "polarity": -0.5}, {"target": "BRA", "polarity": -0.5}], [],
    ),
]  # fmt: skip

NOT_SO: list[Case] = [
    (
        "He had been dead for three days; on 11 April Hungarian troops invaded Yugoslavia.", None, ICELAND, "claims", [],
        [{"kind": "quantity"}],
    ),
    (
        "In February Angola signed the Lusaka Accord with South Africa.", None, None, "relations",
        [{"kind": "agreement", "a": "AGO", "b": "ZAF"}], [{"b": "ZMB"}],
    ),
    (
        "The troops will be withdrawn when the resolution is carried out and Namibia becomes independent.", None, None,
        "relations", [], [{"kind": "independence"}],
    ),
    (
        "The Minister for Foreign Affairs of the Republic of Peru, Ann Dow, came to Lima. Minister Dow invited Prime Minister "
        "Juan Lopez of Chad to visit Peru.",
        None, None, "events", [{"event": "AGREE", "source": ["PER"], "target": ["TCD"]}], [],
    ),
    (
        "Malta belongs to the Council of Europe (1963), EFTA (1960) and the OSCE.", None, None, "relations",
        [{"b": "COUNCIL-OF-EUROPE", "since": "1963"}, {"b": "EFTA", "since": "1960"}, {"b": "OSCE", "since": None}], [],
    ),
    (
        "The Soviet Union refused to take up relations with Berne. Relations were established on 18 March 1946.", None, None,
        "relations", [{"kind": "diplomatic-relations", "a": "CHE", "b": "SUN", "since": "1946-03-18"}], [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "speaker", "title", "table", "expected", "absent"),
    [*PRINCIPLES, *RELATIONS, *EVENTS, *OTHERS, *LATER, *LISTS, *NOT_SO],
)
def test_rows(
    coder: Coder, text: str, speaker: str | None, title: str | None, table: str, expected: list[Row], absent: list[Row]
) -> None:
    assert_rows(coder, text, speaker, title, table, expected, absent)
