"""Overviews by sections: what a policy stresses, aims in lists, boxes of facts, treaties, partners by headings."""

from __future__ import annotations

from typing import Any

import pytest
from labelled import assert_rows

from dragoman.coding import Coder

Row = dict[str, Any]
Case = tuple[str, str | None, str | None, str, list[Row], list[Row]]
NEPAL = "Foreign relations of Nepal"


def _aim(statement: str, kind: str = "aim") -> Row:
    return {"holder": "NPL", "kind": kind, "statement": statement}


DECLARED: list[Case] = [
    (
        "Nepal's foreign policy stresses regional integration, free trade and the defence of democracy.",
        None,
        NEPAL,
        "principles",
        [_aim("regional integration", "principle"), _aim("free trade", "principle"), _aim("defence of democracy", "principle")],
        [],
    ),
    (
        "The priorities of Nepal's foreign policy are regional integration, trade and the fight against poverty.",
        None,
        NEPAL,
        "principles",
        [_aim("regional integration"), _aim("trade"), _aim("fight against poverty")],
        [],
    ),
    (
        "Nepal is guided by the conviction that no country can be secure at the expense of its neighbours.",
        None,
        NEPAL,
        "principles",
        [_aim("no country can be secure at the expense of its neighbours", "principle")],
        [],
    ),
    (
        "Our priorities\n1. To normalize relations with China;\n2. To protect the rights of Nepalis abroad.",
        "NPL",
        "Foreign Policy",
        "principles",
        [_aim("normalize relations with China"), _aim("protect the rights of Nepalis abroad")],
        [],
    ),
    (
        "Our priorities\n1. To normalize relations with China;\n2. To protect the rights of Nepalis abroad.",
        "NPL",
        "Foreign Policy",
        "events",
        [],
        [{"source": ["NPL"]}, {"target": ["NPL"]}],
    ),
    ("The targets of Nepal were a bridge and a road.", None, None, "principles", [], [{"statement": "bridge and a road"}]),
]

FACTS: list[Case] = [
    (
        "Missions abroad: 44 embassies and 15 consulates\nPopulation: 30 million (2023)\nArea: 147,181 sq km",
        None,
        NEPAL,
        "claims",
        [
            {"subject": "NPL", "measure": "embassies", "value": 44.0},
            {"subject": "NPL", "measure": "consulates", "value": 15.0},
            {"subject": "NPL", "measure": "population", "value": 30e6, "as_of": "2023"},
            {"subject": "NPL", "measure": "area", "value": 147181.0, "unit": "square-kilometre"},
        ],
        [],
    ),
    ("Independence: 9 December 1961\nApplied to join: WTO (2003)", None, NEPAL, "claims", [], [{"subject": "NPL"}]),
    (
        "Since 2011 Australia has provided Nepal with A$32 million in aid.",
        None,
        None,
        "claims",
        [{"value": 32e6, "unit": "AUD"}],
        [],
    ),
]

LISTED: list[Case] = [
    (
        "Principal agreements\nDate | Partner | Subject\n20 February 1965 | China | Friendship\n5 May 1972 | Fiji | Fisheries",
        None,
        NEPAL,
        "relations",
        [
            {"kind": "agreement", "a": "CHN", "b": "NPL", "since": "1965-02-20"},
            {"kind": "agreement", "a": "FJI", "b": "NPL", "since": "1972-05-05"},
        ],
        [],
    ),
    (
        "Agreements in force with Peru:\n• Treaty on Extradition (2006)\n• Trade Agreement (signed 12 May 2018)",
        None,
        NEPAL,
        "relations",
        [
            {"kind": "agreement", "a": "NPL", "b": "PER", "since": "2006"},
            {"kind": "agreement", "a": "NPL", "b": "PER", "since": "2018-05-12"},
        ],
        [],
    ),
    (
        "Nepal trades with many.\nEuropean Union\nThe Partnership Agreement was signed on 24 November 2017.",
        None,
        NEPAL,
        "relations",
        [{"kind": "agreement", "a": "EU", "b": "NPL", "since": "2017-11-24"}],
        [],
    ),
    (
        "The treaty reviving the East African Community was signed in 1999. Burundi and Rwanda joined in 2007.",
        None,
        None,
        "relations",
        [{"kind": "membership", "a": "BDI", "b": "EAC", "since": "2007"}, {"kind": "membership", "a": "RWA", "b": "EAC"}],
        [],
    ),
    (
        "In December 1965 Nepal broke off relations with Britain. Relations were not resumed until July 1968.",
        None,
        NEPAL,
        "relations",
        [{"kind": "diplomatic-relations", "a": "GBR", "b": "NPL", "status": "asserted", "since": "1968-07"}],
        [],
    ),
]

TOLD: list[Case] = [
    ("Denmark recalled its ambassador in 2018.", None, NEPAL, "events", [{"source": ["DNK"], "target": ["NPL"]}], []),
    (
        "In December 1996 the army drove half a million Indians back across the border.",
        None,
        NEPAL,
        "events",
        [{"event": "COERCE", "source": ["NPL"]}],
        [{"source": ["IND"]}],
    ),
    (
        "Bolivia and Honduras and Cuba refused to attend. Fiji called its ambassadors in those countries home.",
        None,
        None,
        "events",
        [{"event": "SANCTION", "source": ["FJI"]}],
        [],
    ),
    (
        "Armenia froze its participation in the CSTO in February 2014.",
        None,
        None,
        "events",
        [{"event": "SANCTION", "mode": "discontinue", "source": ["ARM"], "target": ["CSTO"], "date": "2014-02"}],
        [{"event": "COERCE"}],
    ),
    (
        "On 19 September 2013 Chad invaded Niger, in violation of the statement of 9 November 2010. The Court on 17 November "
        "ordered Chad to withdraw.",
        None,
        None,
        "events",
        [{"event": "REQUEST", "target": ["TCD"], "date": "2013-11-17"}],
        [],
    ),
    (
        "The Protocols, signed on 10 October 2009, were declared null and void by Fiji on 1 March 2018.",
        None,
        None,
        "events",
        [{"event": "REJECT", "source": ["FJI"], "date": "2018-03-01"}],
        [],
    ),
]


# A paragraph that opens with the partner's name alone is a section on it.
RUN_IN: list[Case] = [
    (
        "India. Ties have long been close.\n\nChina. Trade grows. Nepal broke off diplomatic relations in 1984.",
        None,
        NEPAL,
        "relations",
        [{"kind": "diplomatic-relations", "status": "ended", "a": "CHN", "b": "NPL", "until": "1984"}],
        [{"status": "ended", "b": "IND"}],
    ),
    (
        "India. Ties have long been close.\n\nChina. Trade grows. Nepal broke off diplomatic relations in 1984.",
        None,
        NEPAL,
        "events",
        [{"event": "SANCTION", "source": ["NPL"], "target": ["CHN"], "date": "1984"}],
        [],
    ),
    (
        "China. Trade grows.\n\nThe European Union. Nepal applied for membership on 3 March 2011.",
        None,
        NEPAL,
        "events",
        [{"event": "REQUEST", "source": ["NPL"], "target": ["EU"]}],
        [{"target": ["CHN"]}],
    ),
]


@pytest.mark.parametrize(
    ("text", "speaker", "title", "table", "expected", "absent"), [*DECLARED, *FACTS, *LISTED, *TOLD, *RUN_IN]
)
def test_rows(
    coder: Coder, text: str, speaker: str | None, title: str | None, table: str, expected: list[Row], absent: list[Row]
) -> None:
    assert_rows(coder, text, speaker, title, table, expected, absent)
