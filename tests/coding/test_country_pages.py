"""Pages on states and pairs of states: articles in lists, chronologies by years, what a state wants, whom words mean."""

from __future__ import annotations

from typing import Any

import pytest
from labelled import assert_rows

from dragoman.coding import Coder

Row = dict[str, Any]
Case = tuple[str, str | None, str | None, str, list[Row], list[Row]]
KENYA, PAIR = "Foreign policy of Kenya", "Fiji–Tonga relations"
ARTICLES = (
    "Constitutional basis\n• Article 66: the Assembly participates in shaping foreign policy and approves treaties.\n"
    "• Article 84: the Cabinet is responsible for foreign relations."
)
YEARS = (
    "1972 The Trade Agreement with Norway is signed on 22 July.\n1974 Uganda recalls its ambassador.\n1980 Kenya joins the OAU."
)

LAW: list[Case] = [
    (
        ARTICLES,
        None,
        KENYA,
        "competences",
        [
            {
                "state": "KEN",
                "office": "Assembly",
                "power": "participates in shaping foreign policy",
                "provision": "Article 66",
            },
            {"state": "KEN", "office": "Assembly", "power": "approves treaties", "instrument": "KEN-CONSTITUTION"},
        ],
        [],
    ),
    (ARTICLES, None, KENYA, "citations", [{"instrument": "KEN-CONSTITUTION", "provision": "Article 84"}], []),
    (
        "According to the Constitution of Kenya treaties are signed, but it falls to the National Assembly to agree to them.",
        None,
        None,
        "competences",
        [{"office": "National Assembly", "power": "agree to them"}],
        [{"office": "National"}],
    ),
]

TOLD: list[Case] = [
    (YEARS, None, KENYA, "relations", [{"kind": "agreement", "a": "KEN", "b": "NOR", "since": "1972-07-22"}], []),
    (YEARS, None, KENYA, "events", [{"event": "SANCTION", "source": ["UGA"], "target": ["KEN"], "date": "1974"}], []),
    (
        "Formal relations since: 20 May 2002\nFiji and Tonga trade. Fiji and Tonga also fish.",
        None,
        PAIR,
        "relations",
        [{"kind": "diplomatic-relations", "a": "FJI", "b": "TON", "since": "2002-05-20"}],
        [],
    ),
    (
        "Fiji and Tonga trade.\nTreaties\n2002-02-26 Memorandum on trade\n2012-07-19 Investment agreement (under negotiation)",
        None,
        PAIR,
        "relations",
        [{"kind": "agreement", "a": "FJI", "b": "TON", "since": "2002-02-26"}],
        [{"kind": "agreement", "a": "FJI", "b": "TON", "since": "2012-07-19"}],
    ),
    (
        "The vote of 1970 opened the way to the United Nations. Fiji became its 127th member on 13 October 1970.",
        None,
        None,
        "relations",
        [{"kind": "membership", "a": "FJI", "b": "UN", "since": "1970-10-13"}],
        [],
    ),
    (
        "Fiji joined the Commonwealth on the same day and the United Nations on 13 October 1970.",
        None,
        None,
        "relations",
        [{"kind": "membership", "a": "FJI", "b": "COMMONWEALTH"}, {"kind": "membership", "a": "FJI", "b": "UN"}],
        [],
    ),
    (
        "On 28 November 1975 Fretilin declared the independence of East Timor.",
        None,
        None,
        "relations",
        [{"kind": "independence", "a": "TLS", "since": "1975-11-28"}],
        [],
    ),
    (
        "China\nDiplomatic ties were established on 22 March 1990.",
        None,
        KENYA,
        "relations",
        [{"kind": "diplomatic-relations", "a": "CHN", "b": "KEN", "since": "1990-03-22"}],
        [],
    ),
    (
        "When Spain intervened on Morocco's side at the International Court of Justice, President Ruto accused it of bias.",
        None,
        None,
        "events",
        [{"event": "ACCUSE", "target": ["ESP"]}],
        [{"event": "ACCUSE", "target": ["ICJ"]}],
    ),
]

MEANT: list[Case] = [
    (
        "President Kaunda attended the independence ceremony in Nairobi in 1963.",
        None,
        None,
        "events",
        [{"event": "CONSULT", "mode": "visit", "source": ["ZMB"], "target": ["KEN"]}],
        [],
    ),
    (
        "The International Court of Justice advised that South Africa was bound to leave; Pretoria rejected the opinion.",
        None,
        None,
        "events",
        [{"event": "REJECT", "source": ["ZAF"], "target": ["ICJ"]}],
        [],
    ),
    (
        "In 1971 the International Court of Justice advised that South Africa was bound to withdraw.",
        None,
        None,
        "principles",
        [],
        [{"holder": "ZAF"}],
    ),
    (
        "The war with Uganda\nUgandan aircraft bombed a town. Libya helped Uganda. The OAU criticized both sides.",
        None,
        KENYA,
        "events",
        [{"event": "ACCUSE", "source": ["OAU"], "target": ["KEN", "UGA"]}],
        [],
    ),
    ("Kenya accepted terms that its president had sworn not to do.", None, None, "principles", [], [{"holder": "KEN"}]),
]

DECLARED: list[Case] = [
    (
        "Kenya wants to strengthen multilateralism, to make its ports fit for the future and to offer its good offices.",
        "KEN",
        "Foreign Policy",
        "principles",
        [
            {"kind": "aim", "statement": "strengthen multilateralism"},
            {"kind": "aim", "statement": "offer its good offices"},
        ],
        [],
    ),
    ("I want to stress that the port is open.", "KEN", "Foreign Policy", "principles", [], [{"kind": "aim"}]),
    (
        "Our objective is a balanced relationship with the EU.",
        "KEN",
        "Foreign Policy",
        "principles",
        [{"holder": "KEN", "kind": "aim", "statement": "balanced relationship with the EU"}],
        [],
    ),
    (
        "Kenya is a republic. Its constitution commits the Republic to non-alignment.",
        None,
        KENYA,
        "principles",
        [{"holder": "KEN", "statement": "non-alignment"}],
        [],
    ),
    (
        "Facts and figures\nRepresentations abroad: about 70\nInternational cooperation: CHF 11.2 billion",
        "KEN",
        "Foreign Policy",
        "claims",
        [
            {"subject": "KEN", "measure": "representations-abroad", "value": 70.0, "comparator": "~"},
            {"subject": "KEN", "value": 11.2e9, "unit": "CHF"},
        ],
        [],
    ),
]


@pytest.mark.parametrize(("text", "speaker", "title", "table", "expected", "absent"), [*LAW, *TOLD, *MEANT, *DECLARED])
def test_rows(
    coder: Coder, text: str, speaker: str | None, title: str | None, table: str, expected: list[Row], absent: list[Row]
) -> None:
    assert_rows(coder, text, speaker, title, table, expected, absent)
