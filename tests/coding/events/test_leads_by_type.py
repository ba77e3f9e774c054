"""Leads that tell blame, threats, demands, yielding and days of meetings, each beside one that does not."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

# A text, and every act of it.
CASES: list[tuple[str, list[str]]] = [
    # blame
    ("Ghana laid the bombing to Togolese agents.", ["ACCUSE"]),
    ("Ghana laid the carpet to the Togolese embassy.", []),
    ("Nepal's army stands accused of torture.", ["ACCUSE"]),
    ("Nepal's army stands as one.", []),
    ("Malta let Tunisia know of its displeasure at the delay.", ["ACCUSE"]),
    ("Malta let Tunisia know of its plans for a railway.", []),
    ("Opposition deputies in Peru said the vote had been rigged.", ["ACCUSE"]),
    ("Opposition deputies in Peru said the vote had been counted.", []),
    # threats
    ("Canada said Malta faced punitive measures if it kept out inspectors.", ["THREATEN"]),
    ("Canada said Malta faced rising prices if it kept out tourists.", []),
    ("Kenyan miners set June 17 for an indefinite strike.", ["THREATEN"]),
    ("Kenyan miners set June 17 for a party.", []),
    ("Laos told Thailand that any embargo would be taken as a declaration of war.", ["THREATEN"]),
    ("Laos told Thailand that any gift would be taken as a token of affection.", []),
    ("Iran put Iraq on warning that bases would be wiped out.", ["THREATEN"]),
    # days, demands
    ("Kenya and Chad fixed May 4 for the first meeting between their premiers.", ["AGREE"]),
    ("Kenya and Chad fixed a bridge near the town.", []),
    ("Estonia wants Dutch soldiers on its border.", ["REQUEST"]),
    ("Estonia wants a Dutch coach for its side.", []),
    ("An Ethiopian call for grain went out to Canada on Friday.", ["REQUEST"]),
    ("Ethiopian guests went out to dinner.", []),
    # yielding
    ("Chile slashed the jail term of a rebel chief from life to twenty years.", ["CONCEDE"]),
    ("Chile slashed the price of bread from ten pesos to eight.", []),
    ("Poland stopped jamming British radio stations.", ["CONCEDE"]),
    ("Poland stopped printing British books.", []),
    ("Guns fell silent over most of Chad on Friday.", ["RETREAT"]),
]


@pytest.mark.parametrize(("text", "told"), CASES, ids=[text[:60] for text, _ in CASES])
def test_leads_tell_their_type(text: str, told: list[str], coder: Coder) -> None:
    """Each act of the text is told, and no other."""
    found = [("-" if e.modality == "negated" else "") + e.event for e in events(coder, text)]
    assert sorted(found) == sorted(told), text
