"""Shapes of news prose that hide an event from its rule: hyphens, irregular pasts, lost participles, stateless speakers."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder
from dragoman.lexicon import load
from dragoman.lexicon.entries import Irregular
from dragoman.lexicon.inflection import Inflection

FOUND = [
    ("Kenya's president had a face-to-face with his Somali counterpart.", "CONSULT", {"KEN"}, {"SOM"}),
    ("Kiribati re-established diplomatic relations with China in September.", "SUPPORT", {"KIR"}, {"CHN"}),
    ("Burma's opposition leader and a government minister met on Friday, officials said.", "CONSULT", {"MMR"}, {"MMR"}),
    ("Four French aid workers abducted in Niger in 2010 were set free after years in captivity.", "RETREAT", set(), {"FRA"}),
    ("Finland is set to donate armoured vehicles to Ukraine.", "AGREE", {"FIN"}, {"UKR"}),
    (
        "Hungary will help Ukraine export its grain, Foreign Minister Peter Szijjarto promised in Kyiv.",
        "AGREE",
        {"HUN"},
        {"UKR"},
    ),
    ("Mauritania is ready to resume contacts with Senegal, its president told Radio France.", "AGREE", {"MRT"}, {"SEN"}),
    ("Greece will not block Macedonia's entry into NATO, its foreign minister said.", "AGREE", {"GRC"}, {"MKD"}),
    ("Madrid agreed to start pulling its 1,300 troops out of Iraq within weeks.", "AGREE", {"ESP"}, {"IRQ"}),
    ("Mexico's president hosted his Guatemalan counterpart for dinner.", "CONSULT", {"GTM"}, {"MEX"}),
    ("Both Koreas agreed to hold reunions of separated families.", "AGREE", {"KOR"}, {"PRK"}),
]
NOTHING = [
    "The French foreign ministry declined to comment on the report from Rabat.",
    "Swiss voters will decide in June whether to support the initiative.",
    "Unilever and Nestle met analysts' expectations for the quarter.",
]


@pytest.mark.parametrize(("text", "event", "source", "target"), FOUND)
def test_event_is_found(coder: Coder, text: str, event: str, source: set[str], target: set[str]) -> None:
    found = [e for e in events(coder, text) if e.event == event]
    assert any(source <= set(e.source) and target <= set(e.target) for e in found), events(coder, text)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_told(coder: Coder, text: str) -> None:
    assert not events(coder, text)


def test_forms_of_nouns_and_verbs() -> None:
    inflection = Inflection(load().all(Irregular))
    assert inflection.noun("militiaman") == {"militiaman", "militiamen"}
    assert inflection.noun("german") == {"german", "germans"}
    assert "transferred" in inflection.verb("transfer")
    assert "sat" in inflection.verb("sit")
    assert "wound" in inflection.verb("wind")
