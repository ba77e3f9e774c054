"""Who stands how to whom by what is told of deeds, trust, blame and thanks, without a word of praise or blame: (speaker,
text, the stands that must be there and none beside them, as holder, target and sign).
"""

from __future__ import annotations

import pytest
from labelled import code, read_document

from dragoman.records import Position

Stand = tuple[str, str | None, bool]
Case = tuple[str | None, str, list[Stand]]

CASES: list[Case] = [
    # What somebody is put through is held against whoever does it.
    ("MLI", "We reject the inclusion of Cuba in that list.", []),
    ("MLI", "We reject the listing of Cuba by Spain.", [("MLI", "ESP", False)]),
    ("MLI", "We reject the interference of Cuba in that matter.", [("MLI", "CUB", False)]),
    ("MLI", "We condemned the Iraqi invasion of Kuwait.", [("MLI", "IRQ", False)]),
    # What the subject does, as the speaker tells it.
    ("MLI", "The regime in Chad has played the worst part of all.", [("MLI", "TCD", False)]),
    ("MLI", "Norway has kept its word.", [("MLI", "NOR", True)]),
    ("MLI", "Peru did not keep its word.", [("MLI", "PER", False)]),
    ("MLI", "Brazil stood by us in the darkest hour.", [("MLI", "BRA", True)]),
    ("MLI", "Sweden did not abandon us.", [("MLI", "SWE", True)]),
    ("MLI", "Ghana has treated us with respect.", [("MLI", "GHA", True)]),
    ("MLI", "Chile cannot be trusted.", [("MLI", "CHL", False)]),
    ("MLI", "The complaint of Nepal is without any ground.", [("MLI", "NPL", False)]),
    ("MLI", "Qatar and Oman have kept a position worthy of respect.", [("MLI", "QAT", True), ("MLI", "OMN", True)]),
    ("MLI", "The decision of Spain does not serve the cause of peace.", [("MLI", "ESP", False)]),
    ("MLI", "Chad is no friend of our people.", [("MLI", "TCD", False)]),
    ("MLI", "The United States fired 12 rockets at our base. It was a flagrant act of aggression.", [("MLI", "USA", False)]),
    (None, "Canada says that Iran bears the blame.", [("CAN", "IRN", False)]),
    ("MLI", "Chad and Niger have also stood by us.", [("MLI", "TCD", True), ("MLI", "NER", True)]),
    ("MLI", "Oman has once again proved to be an iron brother.", [("MLI", "OMN", True)]),
    ("MLI", "Chad's trade minister has said that it may change. The statement was irresponsible.", [("MLI", "TCD", False)]),
    ("MLI", "We condemn the illegal steps by which Peru revoked the treaty.", [("MLI", "PER", False)]),
    ("MLI", "Norway sent us wheat. Mali highly values this support.", [("MLI", "NOR", True)]),
    # Whom a phrase leads to.
    ("MLI", "We have nothing but respect for the people of Italy.", [("MLI", "ITA", True)]),
    ("MLI", "The blame lies with France alone.", [("MLI", "FRA", False)]),
    ("MLI", "Zambia owes a great debt to Cuba and Brazil.", [("ZMB", "CUB", True), ("ZMB", "BRA", True)]),
    ("MLI", "Our country will never bow to Egypt.", [("MLI", "EGY", False)]),
    ("MLI", "Our thanks also go to Finland, which gave shelter to our refugees.", [("MLI", "FIN", True)]),
    ("MLI", "Ghana has no confidence in the government of Togo.", [("GHA", "TGO", False)]),
    ("MLI", "We take no lessons from London.", [("MLI", "GBR", False)]),
    # What is no stand.
    ("MLI", "We have never turned our back on Cuba.", []),
    ("MLI", "If Israel breaks its word, we shall answer.", []),
    ("MLI", "China will keep its word.", []),
    ("MLI", "Our government has kept its word to Zambia.", []),
    ("MLI", "Togo does not owe much to Chad.", []),
    ("MLI", "Relations were established with Peru, and the President met his Dutch counterpart.", []),
    (None, "Portugal has kept its word.", []),
]


@pytest.mark.parametrize(("who", "text", "stands"), CASES, ids=[c[1][:40] for c in CASES])
def test_stands(who: str | None, text: str, stands: list[Stand]) -> None:
    rows = [r for r in code([read_document("conduct", text, who)])[0].records["positions"] if isinstance(r, Position)]
    assert sorted((r.holder, str(r.target), r.polarity > 0) for r in rows) == sorted((h, str(t), p) for h, t, p in stands)
