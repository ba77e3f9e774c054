"""Who is a party to an act and who only stands beside it; and parties that stand earlier in the text."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

# The text, the kind of event, and its two sides.
CASES = [
    # A mission's seat is no guest; a mission is closed by whoever keeps it.
    ("The embassy of the Republic of Chad (RC) in Lima hosted a reception on May 4.", "CONSULT", {"TCD"}, set()),
    (
        "Peru and Chad have dealt with each other since 1970. In 1990 an embassy was opened in Lima.",
        "SUPPORT",
        {"TCD"},
        {"PER"},
    ),
    ("An embassy was opened in Lima by Chad.", "SUPPORT", {"TCD"}, {"PER"}),
    (
        "Norway opened an embassy in Dakar in 2001. In 2020 the embassy in Dakar was closed for lack of staff.",
        "SANCTION",
        {"NOR"},
        {"SEN"},
    ),
    # A vote is for what the resolution is about.
    (
        "Peru voted for resolution 2758 of the General Assembly, which restored the seat of China.",
        "SUPPORT",
        {"PER"},
        {"CHN"},
    ),
    # Tests are blamed on who made them.
    ("After the Security Council had condemned the launch, Iran announced another one.", "ACCUSE", {"UN-SC"}, {"IRN"}),
    ("Iran fired a missile on Monday, and Iran announced more. Norway condemned the launch.", "ACCUSE", {"NOR"}, {"IRN"}),
    # Posts, talks and treaties that were named before.
    ("Ann Dow was ambassador of Canada to Peru. She presented her credentials in May 1957.", "CONSULT", {"CAN"}, {"PER"}),
    (
        "Mali and Chad signed a truce in May. The talks had been facilitated by the foreign minister of Norway.",
        "CONSULT",
        {"NOR"},
        {"MLI", "TCD"},
    ),
    ("Japan and Peru sign a treaty on fishing. Chile declares the treaty void.", "REJECT", {"CHL"}, {"JPN", "PER"}),
    ("Ghana broke off relations with Portugal. \n\nMali broke off relations on May 5.", "SANCTION", {"MLI"}, {"PRT"}),
    # Phrases that point at several, or at one.
    (
        "The ambassadors of Chad in Peru and Chile had paid farewell calls on the presidents of those countries.",
        "CONSULT",
        {"TCD"},
        {"PER", "CHL"},
    ),
    (
        "The minister of Peru met his Chilean colleague. The two ministers signed a protocol.",
        "SUPPORT",
        {"CHL", "PER"},
        {"CHL", "PER"},
    ),
    ("Cuba trained a brigade of the Angolan army. The brigade was sent into Cabinda.", "MOBILIZE", {"AGO"}, set()),
    # Arms are fired by who fired them, wherever they were made.
    ("The tanker was sunk by a torpedo made in Sweden and fired by an Iranian submarine.", "ASSAULT", {"IRN"}, set()),
    # An agency of a state signs for that state.
    ("The Millennium Challenge Corporation signed a compact with Ghana in 2006.", "SUPPORT", {"GHA", "USA"}, {"GHA", "USA"}),
    # One of "the other parties" does it towards the one left out.
    (
        "Peru, Chile, Brazil and Bolivia met. Bolivia asked for help. The three other parties stated that they would help. "
        "Chile reaffirmed its offer of two million tonnes of fuel.",
        "AGREE",
        {"CHL"},
        {"BOL"},
    ),
    # A text demands what its author demands.
    (
        "The ambassador of Chad informs the Security Council that Mali has attacked a village. The letter demands that "
        "inspectors of Mali be allowed to leave.",
        "REQUEST",
        {"TCD"},
        {"UN-SC"},
    ),
]


@pytest.mark.parametrize(("text", "kind", "source", "target"), CASES)
def test_sides(coder: Coder, text: str, kind: str, source: set[str], target: set[str]) -> None:
    found = [(set(e.source), set(e.target)) for e in events(coder, text) if e.event == kind]
    assert (source, target) in found, found


def test_messenger_is_not_meant(coder: Coder) -> None:
    text = (
        "Chile seized a ship. Chile kept the crew. We have asked Peru to convey our demand. We demand the return of the ship."
    )
    found = [e for e in events(coder, text, "USA") if e.rule == "claim-back"]
    assert found
    assert not any("PER" in e.target for e in found), found


def test_soldiers_of_others_are_remembered(coder: Coder) -> None:
    found = events(coder, "The president of France recalled the soldiers of the American army and praised their courage.")
    assert not [e for e in found if e.event == "RETREAT"], found


def test_letters_to_a_council_are_not_its_own(coder: Coder) -> None:
    assert not events(coder, "Two Letters to the President of the Security Council")


def test_contract_with_a_firm_is_not_with_a_state(coder: Coder) -> None:
    text = "The United States gave aid to Ghana. It took it back after Ghana had ended a contract with a private distributor."
    found = [e for e in events(coder, text) if e.event == "SANCTION" and e.source == ["GHA"]]
    assert not [e for e in found if e.target], found


def test_government_is_that_of_its_envoy(coder: Coder) -> None:
    text = (
        "The Permanent Representative of Chad writes to the Council. The Government states that Mali attacked a village in May."
    )
    found = [e for e in events(coder, text) if e.event == "ASSAULT"]
    assert found
    assert all(e.reported_by == ["TCD"] for e in found), found
