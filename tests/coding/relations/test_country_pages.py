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

LAOS, ISLES = "Laos–Thailand relations", "Fiji-Tonga Relations (Basic Data)"
VISITS = (
    "Fiji and Tonga trade.\nVisits\nTo Tonga\nYear | Name\n2001 | Prime Minister Ana Dow\n2006 | Minister Karl Berg "
    "(Pacific Forum)\nFrom Tonga\n2004 | King Taufa Moe\nFiji trades with Tonga."
)
AGREED = (
    "Fiji and Tonga trade.\nTreaties\n1975 Agreement on Fisheries\n2016 Agreement on Air Services (in force since July 2017)"
)

LISTED: list[Case] = [
    (
        VISITS,
        "FJI",
        ISLES,
        "events",
        [
            {"event": "CONSULT", "mode": "visit", "source": ["FJI"], "target": ["TON"], "date": "2001"},
            {"event": "CONSULT", "mode": "visit", "source": ["FJI"], "target": ["TON"], "date": "2006"},
            {"event": "CONSULT", "mode": "visit", "source": ["TON"], "target": ["FJI"], "date": "2004"},
        ],
        [],
    ),
    (
        "Fiji and Tonga trade.\nMinisters\n2001 | Prime Minister Ana Dow\n2006 | Minister Karl Berg",
        "FJI",
        ISLES,
        "events",
        [],
        [{"mode": "visit"}],
    ),
    (
        AGREED,
        "FJI",
        ISLES,
        "relations",
        [{"kind": "agreement", "a": "FJI", "b": "TON", "since": "1975"}, {"kind": "agreement", "a": "FJI", "b": "TON"}],
        [{"kind": "agreement", "since": "2017"}],
    ),
    (
        "Establishment of diplomatic relations: May 1972\nFiji and Tonga trade. Fiji and Tonga also fish.",
        None,
        PAIR,
        "relations",
        [{"kind": "diplomatic-relations", "a": "FJI", "b": "TON", "since": "1972-05"}],
        [],
    ),
    (
        "Basic data\nNumber of Fijians residing in Tonga: 749 (as of June 2018)",
        "FJI",
        ISLES,
        "claims",
        [{"value": 749.0, "as_of": "2018-06"}],
        [],
    ),
    ("In 2004 over 300 Fijian soldiers served in Iraq.", None, None, "claims", [{"subject": "FJI", "value": 300.0}], []),
    ("Eight of thirteen Fijian prisoners died.", None, None, "claims", [], [{"value": 13.0}]),
    ("In Fiji turnout was only 64 percent.", None, None, "claims", [{"measure": "turnout", "value": 64.0}], []),
    (
        "Togo severs diplomatic relations with Benin.",
        None,
        None,
        "relations",
        [{"kind": "diplomatic-relations", "status": "ended", "a": "BEN", "b": "TGO"}],
        [{"status": "asserted"}],
    ),
    (
        "Togo breaks off diplomatic relations with Benin, the second such step in a year.",
        None,
        None,
        "relations",
        [{"kind": "diplomatic-relations", "status": "ended", "a": "BEN", "b": "TGO"}],
        [{"status": "asserted"}],
    ),
    (
        "Togo holds on to its diplomatic relations with Benin.",
        None,
        None,
        "relations",
        [{"kind": "diplomatic-relations", "status": "asserted", "a": "BEN", "b": "TGO"}],
        [{"status": "ended"}],
    ),
    (
        "Peru claims some 300 square miles of Chilean territory.",
        None,
        None,
        "relations",
        [{"kind": "sovereignty-claim", "a": "PER", "b": None}],
        [],
    ),
    ("Peru claims 300 Chilean soldiers crossed the border.", None, None, "relations", [], [{"kind": "sovereignty-claim"}]),
    (
        "Latvia applied to NATO in 1994 and joined the alliance in 2004.",
        None,
        None,
        "relations",
        [{"kind": "membership", "a": "LVA", "b": "NATO", "since": "2004"}],
        [],
    ),
    (
        "Latvia applied to the European Union in 1995 and joined the bloc in 2004.",
        None,
        None,
        "events",
        [{"mode": "accession", "source": ["LVA"], "target": ["EU"], "date": "2004"}],
        [],
    ),
    ("Latvia spoke with NATO and joined the alliance of small states.", None, None, "relations", [], [{"b": "NATO"}]),
    (
        "Thailand delayed the vote, and the country joined ASEAN only in 1997.",
        None,
        LAOS,
        "relations",
        [{"kind": "membership", "a": "LAO", "b": "ASEAN", "since": "1997"}],
        [{"kind": "membership", "a": "THA"}],
    ),
    (
        "Foreign ministers Ana Dow and Karl Berg sign a border treaty in Oslo.",
        None,
        LAOS,
        "events",
        [{"mode": "treaty", "source": ["LAO", "THA"]}],
        [{"source": ["NOR"]}],
    ),
    ("Foreign ministers Ana Dow and Karl Berg signed a pact in Oslo.", None, None, "events", [], [{"source": ["NOR"]}]),
    (
        "Foreign ministers Ana Dow and Karl Berg signed a pact in Oslo.",
        None,
        None,
        "actors",
        [{"name": "Ana Dow", "office": "foreign-minister"}, {"name": "Karl Berg", "office": "foreign-minister"}],
        [],
    ),
    (
        "Prime Minister Ana Dow threatens to break off diplomatic relations unless Laos withdraws its troops.",
        None,
        LAOS,
        "events",
        [{"event": "THREATEN", "source": ["THA"], "target": ["LAO"]}],
        [{"event": "THREATEN", "source": ["LAO"]}],
    ),
    (
        "President Macron paid the first official visit of a French president to Suva in 2018.",
        None,
        None,
        "events",
        [{"mode": "visit", "source": ["FRA"], "target": ["FJI"], "date": "2018"}],
        [],
    ),
    (
        "Serbia and Oman opened liaison offices in 2001.",
        None,
        None,
        "events",
        [{"event": "SUPPORT", "mode": "recognition", "source": ["SRB", "OMN"]}],
        [{"event": "COOPERATE"}],
    ),
    (
        "Serbia and Oman opened a trade office in 2001.",
        None,
        None,
        "events",
        [{"event": "COOPERATE", "source": ["OMN", "SRB"]}],
        [{"mode": "recognition"}],
    ),
    (
        "The aims of our foreign policy are to keep the peace, to further trade and to protect our citizens.",
        "FJI",
        None,
        "principles",
        [{"statement": "keep the peace"}, {"statement": "further trade"}, {"statement": "protect our citizens"}],
        [],
    ),
    (
        "The priority of our foreign policy is close ties with our neighbours.",
        "FJI",
        None,
        "principles",
        [{"kind": "aim", "holder": "FJI", "statement": "close ties with our neighbours"}],
        [],
    ),
    ("The priority of the talks is the release of the crew.", "FJI", None, "principles", [], [{"kind": "aim"}]),
    (
        "Under Article 20 of the constitution Parliament may not cede land, and Article 28 forbids war.",
        None,
        KENYA,
        "competences",
        [{"office": "Parliament", "power": "not cede land", "provision": "Article 20"}],
        [],
    ),
    (
        "The constitution is of 2010. Under Article 10 Parliament ratifies treaties.",
        None,
        KENYA,
        "competences",
        [{"office": "Parliament", "power": "ratifies treaties", "provision": "Article 10"}],
        [],
    ),
    (
        "War between Peru and Chile broke out in May 1879.",
        None,
        None,
        "relations",
        [{"kind": "war", "status": "asserted", "a": "CHL", "b": "PER", "since": "1879-05"}],
        [{"status": "ended"}],
    ),
    (
        "A border war broke out in 1987. Laos and Thailand talked.",
        None,
        LAOS,
        "relations",
        [{"kind": "war", "a": "LAO", "b": "THA", "since": "1987"}],
        [],
    ),
    ("A civil war broke out in 1987. Laos and Thailand talked.", None, LAOS, "relations", [], [{"kind": "war"}]),
    (
        "We support the sovereignty, the political unity and the territorial integrity of Togo.",
        "FJI",
        None,
        "positions",
        [{"holder": "FJI", "target": "TGO", "polarity": 0.5}],
        [],
    ),
    (
        "Following the visit of the premier to Lima on 19 August 2011, Peru recalled its envoy in Chad on 1 November 2011.",
        None,
        None,
        "events",
        [{"event": "SANCTION", "source": ["PER"], "target": ["TCD"], "date": "2011-11-01"}],
        [{"event": "SANCTION", "date": "2011-08-19"}],
    ),
    (
        "In June 2018 the government of Abiy Ahmed accepted the pact. Abiy visited Asmara on 8 July 2018.",
        None,
        None,
        "events",
        [{"mode": "visit", "source": ["ETH"], "target": ["ERI"], "date": "2018-07-08"}],
        [],
    ),
    (
        "Peru opened a legation in Togo in 1979 and closed it in 1991.",
        None,
        None,
        "events",
        [{"event": "SANCTION", "source": ["PER"], "date": "1991"}],
        [],
    ),
    (
        "Peru praised the embassy of Togo and painted it in 1991.",
        None,
        None,
        "events",
        [],
        [{"event": "SANCTION"}],
    ),
    (
        "Prime Minister Dow met King Taufa in 2019. The two leaders confirmed that they would cooperate in fighting crime.",
        "FJI",
        ISLES,
        "events",
        [{"event": "AGREE", "source": ["FJI", "TON"], "target": ["FJI", "TON"]}],
        [{"event": "AGREE", "source": ["TON"]}],
    ),
    (
        "Following the trip of Ann Dow, then premier, to Lima on 19 August 2011, during the drought, Peru recalled its envoy "
        "in Chad on 1 November 2011.",
        None,
        None,
        "events",
        [{"event": "SANCTION", "source": ["PER"], "target": ["TCD"], "date": "2011-11-01"}],
        [{"event": "SANCTION", "date": "2011-08-19"}],
    ),
    (
        "The U.S. and south Sudan held joint drills.",
        "PRK",
        None,
        "events",
        [],
        [{"event": "COOPERATE", "source": ["SDN"]}],
    ),
    (
        "The U.K. and south Korea staged joint drills.",
        "PRK",
        None,
        "events",
        [{"event": "COOPERATE", "source": ["GBR", "KOR"]}],
        [],
    ),
    (
        "Article 4 of the treaty obliged Fiji to consult Tonga, and Tonga returned the outer islands to Fiji.",
        None,
        None,
        "events",
        [{"event": "RETREAT", "source": ["TON"], "target": ["FJI"]}],
        [],
    ),
    (
        "Article 4 of the treaty says that Tonga returns the outer islands to Fiji.",
        None,
        None,
        "events",
        [],
        [{"event": "RETREAT"}],
    ),
    (
        "The constitution says that the President negotiates and ratifies pacts (Article 14) and accredits envoys (Article 6).",
        None,
        KENYA,
        "competences",
        [{"power": "negotiates and ratifies pacts", "provision": "Article 14"}, {"power": "accredits envoys"}],
        [{"power": ""}, {"power": "ratifies pacts (Article 14)"}],
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


@pytest.mark.parametrize(("text", "speaker", "title", "table", "expected", "absent"), [*LAW, *TOLD, *LISTED, *MEANT, *DECLARED])
def test_rows(
    coder: Coder, text: str, speaker: str | None, title: str | None, table: str, expected: list[Row], absent: list[Row]
) -> None:
    assert_rows(coder, text, speaker, title, table, expected, absent)
