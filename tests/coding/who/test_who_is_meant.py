"""Who is meant where a sentence does not say: bodies named in short, towns of the past, parties of sentences before."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

Told = list[tuple[str, set[str], set[str]]]

# The text, and of each event its kind and its two sides.
CASES: list[tuple[str, Told]] = [
    # A body that was named in full, or as a part of one that was.
    (
        "A Special Chamber of the International Court of Justice heard Chile and Peru. The Chamber rejected Peru's argument.",
        [("REJECT", {"ICJ"}, {"PER"})],
    ),
    (
        "The International Monetary Fund lent nothing. In May Chad reached an agreement with the staff of the Fund.",
        [("AGREE", {"IMF", "TCD"}, {"IMF", "TCD"})],
    ),
    (
        "The World Health Organization met in Geneva. An agreement between the organization and Chad was signed in May.",
        [("SUPPORT", {"WHO", "TCD"}, {"WHO", "TCD"})],
    ),
    # Who asked, in the sentence before.
    (
        "The International Atomic Energy Agency demanded an inspection. Libya refused, claiming that its sites were empty.",
        [("REQUEST", {"IAEA"}, set()), ("REJECT", {"LBY"}, {"IAEA"})],
    ),
    (
        "Norway argued that the ban should end soon. The Security Council did not accept the proposal.",
        [("REJECT", {"UN-SC"}, {"NOR"})],
    ),
    # Whose draft it was that is vetoed.
    ("China vetoed a draft by Norway that would have tightened the ban.", [("REJECT", {"CHN"}, {"NOR"})]),
    # A minister of the state that his name is followed by.
    (
        "Foreign Minister Juan Lopez of Peru came to the ceremony. He met with the envoy of Chile.",
        [("CONSULT", {"PER", "CHL"}, {"PER", "CHL"})],
    ),
    ("He mediated in Kenya in early 2008 on behalf of the African Union.", [("CONSULT", {"AU"}, {"KEN"})]),
    # They, and not the state that they broke away from.
    ("Syria recognized the two entities in the east of Georgia.", [("SUPPORT", {"SYR"}, set())]),
    # Towns were in the states of their time.
    ("Belgrade recognized Cuba in 1948.", [("SUPPORT", {"YUG"}, {"CUB"})]),
    # A shared name is the body of the state that the text speaks of.
    (
        "China was calm. The Central Committee condemned Peru.",
        [("ACCUSE", {"CHN"}, {"PER"})],
    ),
    # A government that nobody is known to speak for.
    ("The Security Council met. Our Government said that it had no choice but to apply for help.", []),
    # Ties are broken and restored by both; "they" are the relations of the sentence before.
    (
        "In October 1966 the relations between Chad and Libya were suspended. They were restored in 1972.",
        [("SANCTION", {"LBY", "TCD"}, {"LBY", "TCD"}), ("SUPPORT", {"LBY", "TCD"}, {"LBY", "TCD"})],
    ),
    (
        "Norway recognized Bhutan, and diplomatic relations with it were established.",
        [("SUPPORT", {"BTN", "NOR"}, {"BTN", "NOR"})],
    ),
    (
        "Libya is a member. Its safeguards agreement with the International Atomic Energy Agency was signed in 1980.",
        [("SUPPORT", {"LBY", "IAEA"}, {"LBY", "IAEA"})],
    ),
    # Ministers of the two that a text is between, and "the other side" of them.
    (
        "Peru and Chile met. The defence ministers, Juan Lopez and Ana Ruiz, signed an agreement.",
        [("CONSULT", {"CHL", "PER"}, {"CHL", "PER"}), ("SUPPORT", {"CHL", "PER"}, {"CHL", "PER"})],
    ),
    # Envoys turned out one after another.
    (
        "Finland expelled diplomats of Chad. Denmark was next. It ordered the ambassador and the embassy staff to leave.",
        [("SANCTION", {"FIN"}, {"TCD"}), ("SANCTION", {"DNK"}, {"TCD"})],
    ),
    # The organ of all the resolutions that a text is on.
    (
        "The Security Council adopted resolutions 82 and 83 on Chad. The government in Tripoli rejected the resolutions.",
        [("REJECT", {"LBY"}, {"UN-SC"})],
    ),
    # New rulers of the state that was told of.
    (
        "The army of Chad overthrew its president in May. The new authorities accused Libya of interference.",
        [("COERCE", {"TCD"}, {"TCD"}), ("ACCUSE", {"TCD"}, {"LBY"})],
    ),
    # Verbs and names that parsers hang on the wrong clause.
    (
        "The ministry of Peru said that the measures violate the treaty and demanded that Chile lift them.",
        [("REQUEST", {"PER"}, {"CHL"})],
    ),
    ("In the votes of 2006 Ghana, then a member, supported resolution 1718 on Iran.", [("SUPPORT", {"GHA"}, {"IRN"})]),
    ("The government of Peru maintained that Chile had attacked first.", [("ASSAULT", {"CHL"}, {"PER"})]),
    ("Finland recognized neither of the two German states.", [("SUPPORT", {"FIN"}, {"DDR", "DEU"})]),
    # A former state with a capital of its own stood beside the other: Bonn was never its capital, nor Sanaa.
    ("In 1957 Bonn broke with Yugoslavia.", [("SANCTION", {"DEU"}, {"YUG"})]),
    ("In 1975 Sanaa protested to Saudi Arabia.", [("ACCUSE", {"YEM"}, {"SAU"})]),
    ("Peru and Chile agreed to seek to host the festival.", [("AGREE", {"CHL", "PER"}, {"CHL", "PER"})]),
    # A surname that is a town's name as well; the town, where something is there.
    (
        "The president of Peru, Ana Santos, spoke in May. Santos condemned Chad. Firemen arrived from Santos.",
        [("ACCUSE", {"PER"}, {"TCD"})],
    ),
    # What is frozen in a bank belongs to whose it is.
    ("Some 20 million dollars of Libyan funds in a Swiss bank had been frozen since 2005.", [("COERCE", set(), {"LBY"})]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sides(coder: Coder, text: str, expected: Told) -> None:
    assert [(e.event, set(e.source), set(e.target)) for e in events(coder, text)] == expected


def test_official_of_no_state_named(coder: Coder) -> None:
    """Who tells what a state will do speaks for it."""
    (event,) = events(coder, "Foreign Minister Juan Lopez announced that Chile would send help to Chad.")
    assert (event.source, event.target, event.reported_by) == (["CHL"], ["TCD"], ["CHL"])
