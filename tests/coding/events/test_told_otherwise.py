"""Plain deeds in other constructions: passives, nouns, participles, orders, and who says so at the end."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

Case = tuple[str, tuple[str, str, str]]

CASES: list[Case] = [
    ("Accusing Togo of arming rebels, Ghana on Monday reinforced its frontier posts.", ("ACCUSE", "GHA", "TGO")),
    ("Togo is arming rebels along the border, Ghanaian Foreign Minister Kofi Dow charged on Monday.", ("ACCUSE", "GHA", "TGO")),
    ("Two Chilean diplomats were expelled from Peru on Friday for spying.", ("SANCTION", "PER", "CHL")),
    ("Peru on Friday ordered the expulsion of two Chilean diplomats.", ("SANCTION", "PER", "CHL")),
    ("The Malian government ordered the arrest of two union leaders.", ("COERCE", "MLI", "MLI")),
    ("Twelve Egyptian fishermen returned home on Sunday after their release by Iraq.", ("RETREAT", "IRQ", "EGY")),
    ("Egypt said on Sunday that Iraq had released twelve of its fishermen.", ("RETREAT", "IRQ", "EGY")),
    ("Iraq said on Sunday it had set free twelve fishermen from Egypt.", ("RETREAT", "IRQ", "EGY")),
    ("Sudan's rejection of an Ethiopian offer to mediate was announced on Sunday.", ("REJECT", "SDN", "ETH")),
    ("Libyan troops have been withdrawn from northern Chad, the French ministry said.", ("RETREAT", "LBY", "TCD")),
    ("The withdrawal of Libyan troops from northern Chad began on Friday.", ("RETREAT", "LBY", "TCD")),
    ("The arrest of three opposition leaders was reported in Zambia on Monday.", ("COERCE", "ZMB", "ZMB")),
    ("The killing of ten policemen by rebels was reported from Burundi on Tuesday.", ("ASSAULT", "BDI", "")),
    ("A halt to U.S. aid to Panama was ordered by President Reagan.", ("SANCTION", "USA", "PAN")),
    ("The dispatch of 300 soldiers to the Colombian border was announced by Ecuador.", ("MOBILIZE", "ECU", "COL")),
    ("The signing of a friendship treaty between Brazil and Portugal took place on Thursday.", ("SUPPORT", "BRA", "PRT")),
    ("Cameroon's acceptance of a Nigerian proposal for patrols was announced on Monday.", ("AGREE", "CMR", "NGA")),
    ("Entry to Thailand was refused on Sunday to 300 Burmese refugees.", ("REJECT", "THA", "MMR")),
    ("Thailand on Sunday turned away 300 refugees from Burma.", ("REJECT", "THA", "MMR")),
    ("Charges that Venezuela shelters guerrillas were leveled on Monday by Colombia.", ("ACCUSE", "COL", "VEN")),
    ("Turkish proposals for a federation are unacceptable, the Cypriot president said.", ("REJECT", "CYP", "TUR")),
    ("Moldova will be supplied with electricity by Romania, it was agreed on Wednesday.", ("AGREE", "ROU", "MDA")),
    ("Iranian threats of reprisals against Saudi Arabia were repeated by President Ali Khamenei.", ("THREATEN", "IRN", "SAU")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_told_otherwise(coder: Coder, text: str, expected: tuple[str, str, str]) -> None:
    kind, source, target = expected
    assert any(e.event == kind and source in e.source and (target in e.target or not target) for e in events(coder, text))


def test_what_is_blamed_is_told_once(coder: Coder) -> None:
    found = events(coder, "The execution of three writers by Iran drew condemnation from Sweden.")
    assert [e.event for e in found] == ["ACCUSE"]


def test_what_is_demanded_is_not_told(coder: Coder) -> None:
    found = events(coder, "Bolivia put forward a demand on Monday that Chile withdraw its police from a river.")
    assert [e.event for e in found] == ["REQUEST"]


def test_a_wish_beside_a_strike_is_no_second_act(coder: Coder) -> None:
    found = events(coder, "French air traffic controllers, demanding higher pay, went on strike on Thursday.")
    assert [e.event for e in found] == ["PROTEST"]
