"""What is said by wishing to say it, aid in other words, and who has to go; what such words do not tell."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

Case = tuple[str, tuple[str, str, str]]

CASES: list[Case] = [
    # What somebody says by wishing to.
    ("The delegation of Nepal wishes to congratulate Tonga on its election to the chair.", ("SUPPORT", "NPL", "TON")),
    ("Uruguay would like to condemn the raids of Serbia on the town.", ("ACCUSE", "URY", "SRB")),
    ("Iceland wishes to denounce and to reject the threats of Syria.", ("ACCUSE", "ISL", "SYR")),
    ("Peru takes this opportunity to commend Jordan for its patience.", ("SUPPORT", "PER", "JOR")),
    # Aid in other words.
    ("Finnish aid to Zambia totals some ninety million euros a year.", ("AID", "FIN", "ZMB")),
    ("Austria granted Benin remission of all its debts.", ("AID", "AUT", "BEN")),
    ("Japan presented Samoa with a consignment of desks.", ("AID", "JPN", "WSM")),
    ("Mongolia contributed 120 soldiers to the mission in Chad.", ("AID", "MNG", "TCD")),
    # Who has to go, who is held, what is suspected and threatened.
    ("Estonia told the Iranian ambassador to leave the country within 72 hours.", ("SANCTION", "EST", "IRN")),
    ("Sudan still holds hundreds of Ethiopian prisoners.", ("COERCE", "SDN", "ETH")),
    ("Croatia has well-founded suspicions that officers of Belarus were involved in the sabotage.", ("ACCUSE", "HRV", "BLR")),
    ("Tunisia will draw all the consequences from the Maltese decision.", ("THREATEN", "TUN", "MLT")),
    ("Cyprus applied to Kuwait with a request for help.", ("REQUEST", "CYP", "KWT")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_said_by_wishing(coder: Coder, text: str, expected: tuple[str, str, str]) -> None:
    kind, source, target = expected
    found = events(coder, text)
    assert any(e.event == kind and source in e.source and target in e.target for e in found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The premier of Nepal wishes to visit Tonga.", "CONSULT"),
        ("Uruguay does not wish to condemn Serbia.", "ACCUSE"),
        ("The chancellor had wanted to congratulate Tonga.", "SUPPORT"),
        ("Finnish trade with Zambia totals some ninety million euros a year.", "AID"),
        ("Austria asked Benin for remission of its debts.", "AID"),
        ("Sudan still holds hundreds of talks with Ethiopian traders.", "COERCE"),
        ("Croatia has no suspicion that Belarus was involved in the sabotage.", "ACCUSE"),
        ("Guinean soldiers showed their flag on the river.", "RETREAT"),
        ("Estonia told the Iranian ambassador to come back within 72 hours.", "SANCTION"),
    ],
)
def test_what_is_not_said(coder: Coder, text: str, kind: str) -> None:
    assert not any(e.event == kind and e.modality == "actual" for e in events(coder, text))
