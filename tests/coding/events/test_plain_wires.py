"""Plain ways of telling agreements, help, concessions and shows of force, and what parsers lose at either end of a wire."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

FOUND = [
    # Who reports it stands last, and was taken for a part of the clause before.
    ("Peru has stopped bombing Ecuador, a newspaper reported on Friday.", "RETREAT", {"PER"}, set()),
    ("Chad relaxed curbs on Sudanese imports on Monday, officials said.", "CONCEDE", {"TCD"}, {"SDN"}),
    # A day is no target.
    ("India test-fired a short-range ballistic missile off the Orissa coast on Thursday.", "MOBILIZE", {"IND"}, set()),
    # What two promise each other is an agreement, even if one of them yields.
    ("Laos agreed with Thailand to reopen the border, a spokesman said.", "AGREE", {"LAO"}, {"THA"}),
    ("Laos and Thailand reopened their common border.", "RETREAT", {"LAO", "THA"}, {"LAO", "THA"}),
    ("Laos reopened its border with Thailand.", "RETREAT", {"LAO"}, {"THA"}),
    # With whom somebody meets stands behind how they meet.
    ("Ghanaian ministers met behind closed doors with Togolese rebels on Sunday.", "CONSULT", {"GHA"}, {"TGO"}),
    ("Tunisia let 20 Algerian prisoners go on Monday, officials said.", "RETREAT", {"TUN"}, {"DZA"}),
    # Words that somebody telephoned, rose or flew to say are said.
    ("Nigeria's president telephoned his rival to concede the election.", "CONCEDE", {"NGA"}, {"NGA"}),
    ("Oman's foreign minister tried to mediate between Iran and Iraq.", "CONSULT", {"OMN"}, {"IRN", "IRQ"}),
    # Headlines.
    ("Cuba sides with Angola", "SUPPORT", {"CUB"}, {"AGO"}),
    ("Fiji stands ready to send 300 soldiers to the observer force in Egypt.", "AGREE", {"FJI"}, {"EGY"}),
    ("Uganda settled its differences with Rwanda.", "AGREE", {"UGA"}, {"RWA"}),
    ("Malawi presented Zambia with two helicopters.", "AID", {"MWI"}, {"ZMB"}),
    ("Egypt resumed aid to Sudan.", "AID", {"EGY"}, {"SDN"}),
    ("Vietnam pulled out of Cambodia.", "RETREAT", {"VNM"}, {"KHM"}),
    ("Spain lowered duties on Moroccan oranges.", "CONCEDE", {"ESP"}, {"MAR"}),
    ("Tamil Tiger rebels pulled back from the town on Wednesday, the military said.", "RETREAT", {"LKA"}, set()),
    ("Italy sent a naval ship to Durres with 2,000 tonnes of flour for Albania.", "AID", {"ITA"}, {"ALB"}),
    ("Kenyan prisoners ended a hunger strike on Monday.", "CONCEDE", {"KEN"}, set()),
    ("Tunisia's rice farmers dropped plans to march on parliament.", "CONCEDE", {"TUN"}, set()),
    ("Bolivia stepped up security along its border with Paraguay.", "MOBILIZE", {"BOL"}, {"PRY"}),
]
NOTHING = [
    "Kenya pulled out of the talks with Zambia.",
    "The two ministers of Chile discussed stepping up security cooperation.",
]
FALSE = [("Japan launched a missile on Monday.", "ASSAULT"), ("Iran freed a Kuwaiti ship.", "AID")]


@pytest.mark.parametrize(("text", "event", "source", "target"), FOUND)
def test_event_is_found(coder: Coder, text: str, event: str, source: set[str], target: set[str]) -> None:
    found = [e for e in events(coder, text) if e.event == event]
    assert any(source <= set(e.source) and target <= set(e.target) for e in found), events(coder, text)


@pytest.mark.parametrize("text", NOTHING)
def test_no_retreat_or_show_of_force(coder: Coder, text: str) -> None:
    assert not {e.event for e in events(coder, text)} & {"RETREAT", "MOBILIZE"}


@pytest.mark.parametrize(("text", "event"), FALSE)
def test_is_no_other_event(coder: Coder, text: str, event: str) -> None:
    assert event not in {e.event for e in events(coder, text)}
