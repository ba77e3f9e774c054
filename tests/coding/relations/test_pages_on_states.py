"""Pages about one state: lists of bodies, competences in other words, what was not done until a day, whom words stand for."""

from __future__ import annotations

from typing import Any

import pytest
from labelled import assert_rows

from dragoman.coding import Coder

Row = dict[str, Any]
Case = tuple[str, str | None, str | None, str, list[Row], list[Row]]
NEPAL = "Foreign relations of Nepal"


def _member(body: str, since: str | None = None) -> Row:
    return {"kind": "membership", "a": "NPL", "b": body, "since": since}


LISTS: list[Case] = [
    (
        "Nepal is a member of, among others:\nAsian Development Bank\nNon-Aligned Movement\nWTO (since 2004)",
        None,
        NEPAL,
        "relations",
        [_member("ADB"), _member("NAM"), _member("WTO", "2004")],
        [],
    ),
    (
        "Member of: UN (founding member, 1955), SAARC, WTO (since 2004), G77",
        None,
        NEPAL,
        "relations",
        [_member("UN", "1955"), _member("SAARC"), _member("WTO", "2004"), _member("G77")],
        [],
    ),
    ("Applied to join: WTO (2003)", None, NEPAL, "relations", [], [{"kind": "membership"}]),
    (
        "Nepal deals with many.\nOrganization | Date of accession\nUnited Nations | 14 December 1955",
        None,
        NEPAL,
        "relations",
        [_member("UN", "1955-12-14")],
        [],
    ),
]

IT: list[Case] = [
    (
        "Relations with China were established in 1955. It does not recognise Kosovo.",
        None,
        NEPAL,
        "relations",
        [{"kind": "recognition", "a": "NPL", "b": "XKX", "status": "denied"}],
        [{"a": "CHN", "b": "XKX"}],
    ),
    (
        "China is a partner of Nepal. It does not recognise Kosovo.",
        None,
        NEPAL,
        "relations",
        [{"kind": "recognition", "a": "CHN", "b": "XKX", "status": "denied"}],
        [{"a": "NPL", "b": "XKX"}],
    ),
    (
        "With Bhutan, India and Fiji it founded the Commonwealth in 1965.",
        None,
        NEPAL,
        "relations",
        [_member("COMMONWEALTH", "1965")],
        [],
    ),
    ("It maintains relations with 160 states.", None, NEPAL, "claims", [{"subject": "NPL", "value": 160}], []),
]

POWERS: list[Case] = [
    (
        "Under Article 61 of the Constitution of Kenya it is for the President to sign treaties and to receive envoys.",
        None,
        None,
        "competences",
        [
            {"state": "KEN", "office": "President", "power": "sign treaties", "provision": "Article 61"},
            {"state": "KEN", "office": "President", "power": "receive envoys", "provision": "Article 61"},
        ],
        [],
    ),
    (
        "According to the Constitution of Ghana the ratification of treaties is reserved to Parliament under Article 75.",
        None,
        None,
        "competences",
        [{"state": "GHA", "office": "Parliament", "power": "ratification of treaties", "provision": "Article 75"}],
        [],
    ),
    (
        "The Constitution of Fiji is new. The president is empowered by Article 81 to conclude international treaties.",
        None,
        None,
        "competences",
        [{"office": "president", "power": "conclude international treaties", "provision": "Article 81"}],
        [],
    ),
    (
        "Under the Constitution of 1993 the President of Peru directs foreign policy and concludes treaties (Article 118).",
        None,
        None,
        "competences",
        [
            {"power": "directs foreign policy", "provision": "Article 118"},
            {"power": "concludes treaties", "provision": "Article 118"},
        ],
        [],
    ),
    (
        "Under the Constitution of Chile the power to declare war is vested in the President.",
        None,
        None,
        "competences",
        [{"power": "declare war"}],
        [{"power": "declare war is"}],
    ),
]

UNTIL: list[Case] = [
    (
        "Palau did not establish relations with Fiji until January 1995.",
        None,
        None,
        "relations",
        [{"kind": "diplomatic-relations", "a": "FJI", "b": "PLW", "status": "asserted", "since": "1995-01"}],
        [{"status": "denied"}],
    ),
    (
        "Spain did not recognise Israel until January 1986.",
        None,
        None,
        "events",
        [{"event": "SUPPORT", "source": ["ESP"], "target": ["ISR"], "modality": "actual", "date": "1986-01"}],
        [],
    ),
    (
        "Spain does not recognise Kosovo.",
        None,
        None,
        "events",
        [{"event": "SUPPORT", "source": ["ESP"], "modality": "negated"}],
        [{"modality": "actual"}],
    ),
    (
        "It was not until 1998 that Palau opened an embassy in Tokyo.",
        None,
        None,
        "events",
        [{"event": "SUPPORT", "source": ["PLW"], "target": ["JPN"], "date": "1998"}],
        [],
    ),
]

MEANT: list[Case] = [
    (
        "Fiji is a member of the Forum. We did not join our partners when three of them severed relations with Chad.",
        "FJI",
        "Foreign Policy",
        "events",
        [{"event": "SANCTION", "target": ["TCD"]}],
        [{"source": ["FJI"]}],
    ),
    (
        "Nepal turned to Turkey, Spain and Iran for drones.\nIndia and China regard the dam as a threat. The three countries "
        "signed a declaration in Delhi on 23 March 2015.",
        None,
        NEPAL,
        "events",
        [{"event": "SUPPORT", "mode": "treaty", "source": ["CHN", "IND", "NPL"]}],
        [{"source": ["ESP", "IRN", "TUR"]}],
    ),
    (
        "Peru ignored a warrant of the International Criminal Court; Ukraine accused it of complicity.",
        None,
        None,
        "events",
        [{"event": "ACCUSE", "source": ["UKR"], "target": ["PER"]}],
        [{"event": "ACCUSE", "target": ["ICC"]}],
    ),
    (
        "President Xi Jinping and his counterpart signed a treaty in September 2019.",
        None,
        NEPAL,
        "events",
        [{"event": "SUPPORT", "mode": "treaty", "source": ["CHN", "NPL"]}],
        [{"source": ["CHN"]}],
    ),
    (
        "India suspended talks in 2016. The government expressed regret over the visit.",
        None,
        NEPAL,
        "events",
        [{"event": "ACCUSE", "source": ["NPL"]}],
        [{"event": "ACCUSE", "source": ["IND"]}],
    ),
    ("Brazil's rivals accused Chile of dumping.", None, None, "events", [], [{"event": "ACCUSE", "source": ["BRA"]}]),
    ("Muscat hosts more than 60 resident embassies.", "OMN", None, "events", [], [{"event": "CONSULT"}]),
    (
        "In 1911 neither Paris nor London was willing to treat it as a state.",
        None,
        None,
        "events",
        [],
        [{"event": "AGREE", "modality": "actual"}],
    ),
    (
        "Cuba came to Nepal's aid.",
        None,
        None,
        "events",
        [{"event": "AID", "source": ["CUB"], "target": ["NPL"]}],
        [{"event": "REQUEST"}],
    ),
    (
        "In 2005 Moscow wrote off 90 percent of the debt that Nepal had run up.",
        None,
        None,
        "events",
        [{"event": "AID", "source": ["RUS"], "target": ["NPL"]}],
        [],
    ),
    ("Oman has kept its border open to those in need.", "OMN", None, "principles", [], [{"holder": "OMN"}]),
    (
        "The aims of Gabon are known. Its guiding principles are good neighbourliness, non-interference and respect for law.",
        None,
        None,
        "principles",
        [{"statement": "good neighbourliness"}, {"statement": "respect for law"}],
        [],
    ),
]


@pytest.mark.parametrize(("text", "speaker", "title", "table", "expected", "absent"), [*LISTS, *IT, *POWERS, *UNTIL, *MEANT])
def test_rows(
    coder: Coder, text: str, speaker: str | None, title: str | None, table: str, expected: list[Row], absent: list[Row]
) -> None:
    assert_rows(coder, text, speaker, title, table, expected, absent)
