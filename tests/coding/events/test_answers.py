"""Whom an act is towards that follows on a deed between two: answers, demands, captives let go, what both then agree."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

# A text, one of its events and its two sides.
ANSWERS = [
    # What one of two says to nobody named, right behind the other's deed, is said to that one.
    ("Crowds in Accra stoned the embassy of Peru. Windows were broken. Lima asked for guards.", "REQUEST", ["PER"], ["GHA"]),
    ("Crowds in Accra stoned the embassy of Peru. Chad sent tents to Mali. Lima asked for guards.", "REQUEST", ["PER"], []),
    ("Norway asked Ghana to lift the ban. Accra refused.", "REJECT", ["GHA"], ["NOR"]),
    ("Norway expelled two diplomats of Ghana and asked that the rest be recalled.", "REQUEST", ["NOR"], ["GHA"]),
    ("Artillery of Mali shelled Nigerien positions near Ayorou. A Nigerien colonel said the army had returned fire.",
     "ASSAULT", ["NER"], ["MLI"]),
    # A third that asks for a withdrawal asks who came; what it asks of itself is of nobody.
    ("Malian troops seized Ayorou in Niger. The Security Council demanded an immediate withdrawal.",
     "REQUEST", ["UN-SC"], ["MLI"]),
    ("Ghana condemned Togo. The Security Council demanded an immediate withdrawal.", "REQUEST", ["UN-SC"], []),
    # Offices whose state nobody names, of the other of two; envoys are turned out by where they are.
    ("The Peruvian ambassador in Bamako was given two days to leave. President Dembele charged Lima with spying.",
     "ACCUSE", ["MLI"], ["PER"]),
    ("The Peruvian ambassador in Bamako was given two days to leave.", "SANCTION", ["MLI"], ["PER"]),
    # Captives of no state by any word.
    ("Togo closed its border to Ghanaian lorries. Accra freed the gendarmes on Monday.", "RETREAT", ["GHA"], ["TGO"]),
    ("Peruvian sailors boarded two Chilean trawlers off Ilo. The crews were set free on Friday.", "RETREAT", ["PER"], ["CHL"]),
    ("Gunmen in Lagos boarded two Chilean trawlers. The airmen of Peru left. The crews were set free on Friday.",
     "RETREAT", [], ["CHL"]),
    ("Two Chilean trawlers had been seized in May.", "COERCE", [], ["CHL"]),
    ("Hijackers forced a Chadian airliner to land at Kano. They shot two passengers.", "ASSAULT", [], ["TCD"]),
    ("A Chadian airliner and a Malian plane landed at Kano. A gunman shot two passengers.", "ASSAULT", [], []),
    ("Indian sailors fired warning shots at a Burmese fishing boat. The fishermen were arrested.", "COERCE", ["IND"], ["MMR"]),
    ("The rebels released the two Danes on Friday.", "RETREAT", [], ["DNK"]),
    # A town that nobody knows is the other's, where an army of one of two strikes it; rebels strike anywhere.
    ("Chad demanded that Sudan pull out of the wadi. In May Sudanese troops attacked Ouloulou.", "ASSAULT", ["SDN"], ["TCD"]),
    # Who breaks ties over something breaks them with who did it; a third, "too", with whom another did.
    ("Two Ghanaian officers were expelled from Togo. Accra called the step hostile and recalled its ambassador.",
     "SANCTION", ["GHA"], ["TGO"]),
    ("Belgium suspended a loan to Chad. Canada, too, stopped its aid.", "SANCTION", ["CAN"], ["TCD"]),
    ("Belgium suspended a loan to Chad. Canada stopped its aid.", "SANCTION", ["CAN"], []),
    # What a note says it says to who was given it; a firm told of again is of the state told before.
    ("Chad's minister handed a note to the Libyan chargé. In it his government threatened to close the road.",
     "THREATEN", ["TCD"], ["LBY"]),
    ("A Canadian firm sold Peru forty buses. The firm had offered Chile the same buses in May.", "AGREE", ["CAN"], ["CHL"]),
    # A neighbour that is named only further on, where one alone touches.
    ("Kenya accused its neighbour of theft. A man died. Kenya closed the border with Ethiopia.", "ACCUSE", ["KEN"], ["ETH"]),
    # Both of the two told of before.
    ("The premier of Chad met the king of Jordan. They agreed to meet again in May.", "AGREE", ["JOR", "TCD"], ["JOR", "TCD"]),
    ("The premier of Chad accused Niger of theft. Both later agreed to go to court.", "AGREE", ["NER", "TCD"], ["NER", "TCD"]),
    ("Boats from Niger fired on Chadian fishermen. The neighbours agreed to submit the dispute to a court.",
     "AGREE", ["NER", "TCD"], ["NER", "TCD"]),
    # What somebody complains of is done to him.
    ("Chad complained that a Libyan plane had fired on its post at Faya.", "ASSAULT", ["LBY"], ["TCD"]),
    # Soldiers called by their state are hardly killed by it.
    ("Six Danish soldiers were killed by the presidential guard.", "ASSAULT", [], ["DNK"]),
    # A countryman denounces a decision: not whoever that was taken against.
    ("Chad's health minister withdrew an offer to Turkey. The governor of Lac in Chad denounced the decision.",
     "ACCUSE", ["TCD"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event", "source", "target"), ANSWERS)
def test_answers(coder: Coder, text: str, event: str, source: list[str], target: list[str]) -> None:
    found = [(e.source, e.target) for e in events(coder, text) if e.event == event]
    assert (source, target) in found, found


def test_the_eve_of_a_withdrawal_is_nobody(coder: Coder) -> None:
    assert not any(e.target == ["GBR"] for e in events(coder, "Iran occupied the islet on the eve of the British withdrawal."))


def test_half_a_name_is_no_place(coder: Coder) -> None:
    found = events(coder, "Kyrgyz guards opened fire on a lorry at Kara-Balta.")
    assert all("TGO" not in e.target for e in found)
