"""Courts that stop what governments do, deeds that somebody has done for him, clauses without a pronoun, ships that call."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

CASES: list[tuple[str, tuple[str, str, str]]] = [
    ("A judge in Seattle blocked Trump's order.", ("REJECT", "USA", "USA")),
    ("A court in Nairobi suspended the president's decree.", ("REJECT", "KEN", "KEN")),
    # Who has it done.
    ("Putin had him jailed.", ("COERCE", "RUS", "RUS")),
    ("Turkmenistan's president had two ministers jailed.", ("COERCE", "TKM", "TKM")),
    ("Ten women were reported wounded in a raid on a village in Yemen.", ("ASSAULT", "YEM", "YEM")),
    # Clauses without a pronoun, or with "that".
    ("The deal Chad signed with Mali is in force.", ("SUPPORT", "TCD", "MLI")),
    ("The sanctions that Brussels imposed on Russia were extended.", ("SANCTION", "EU", "RUS")),
    # Two nations of a headline, and a verb behind an aside.
    ("Japanese, Indian ministers hold talks in Delhi", ("CONSULT", "JPN", "IND")),
    ("Relieved European leaders, fearing the rise of the far right, congratulated Rutte.", ("SUPPORT", "X-EUROPE", "X-EUROPE")),
    # An office of one state alone, those struck by no state, meals.
    ("The Taoiseach met Trump in Washington.", ("CONSULT", "IRL", "USA")),
    ("The Islamic State attacked a town in Syria.", ("ASSAULT", "ISIS", "SYR")),
    ("Macron hosts a breakfast for the Irish premier.", ("CONSULT", "FRA", "IRL")),
    # Ships.
    ("Three Chinese navy vessels arrived in San Diego for a four-day visit.", ("CONSULT", "CHN", "USA")),
    ("An Indian frigate made a port call in Mombasa.", ("CONSULT", "IND", "KEN")),
    # Suspects of another state, wrongs that somebody presides over, what is called flawed.
    ("Malaysian police are looking for two North Koreans in connection with the killing.", ("ACCUSE", "MYS", "PRK")),
    ("Two Russian spies indicted over hack", ("ACCUSE", "RUS", "RUS")),
    ("Canada says Duterte is presiding over killings.", ("ACCUSE", "CAN", "PHL")),
    ("Merkel warned that the approach of Turkey was reckless.", ("ACCUSE", "DEU", "TUR")),
    ("Managua proposed joint border patrols to Honduras.", ("AGREE", "NIC", "HND")),
    ("Lavrov confirmed the invitation of Afghan ministers to talks in Moscow.", ("AGREE", "RUS", "AFG")),
    ("Russia handed over uranium to Iran.", ("COOPERATE", "RUS", "IRN")),
    ("Two suicide bombings hit the Syrian capital on Wednesday.", ("ASSAULT", "SYR", "SYR")),
    ("Muslim dress has been banned in a village in southern Hungary.", ("COERCE", "HUN", "HUN")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_courts_and_causes(coder: Coder, text: str, expected: tuple[str, str, str]) -> None:
    kind, source, target = expected
    found = events(coder, text)
    assert any(e.event == kind and (source in e.source or target in e.target) for e in found)


NOT_DONE: list[tuple[str, str]] = [
    ("A federal judge in Hawaii halted the travel ban of Trump.", "COERCE"),
    ("A federal judge in Hawaii halted the travel ban of Trump.", "CONCEDE"),
    ("Merkel warned that the approach of Turkey was reckless.", "THREATEN"),
    ("Two suicide bombings hit the Syrian capital on Wednesday.", "PROTEST"),
    ("Britain dispatched jets on Monday to escort Russian bombers.", "AID"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_DONE)
def test_what_courts_and_causes_are_not(coder: Coder, text: str, kind: str) -> None:
    assert not any(e.event == kind for e in events(coder, text))
