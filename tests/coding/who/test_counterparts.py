"""The other party by words that name nobody, and who "it" is beside "we"."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

# Who speaks, the text, and of its last event the kind and the two sides.
CASES: list[tuple[str, str, tuple[str, set[str], set[str]]]] = [
    # Who attacked, and whom the sentence before named.
    (
        "LBN",
        "Syrian gunboats shelled our harbour on Monday. The aggressor rejects the inquiry of the United Nations.",
        ("REJECT", {"SYR"}, {"UN"}),
    ),
    (
        "ERI",
        "Ethiopian troops attacked our posts. The enemy refuses to receive the envoys of the African Union.",
        ("REJECT", {"ETH"}, {"AU"}),
    ),
    (
        "TCD",
        "Sudanese units fired on our villages. The said units also burned a clinic in the east.",
        ("ASSAULT", {"SDN"}, {"TCD"}),
    ),
    # The partner.
    ("FJI", "Tonga has closed its port. We ask the neighbouring country to open it again.", ("REQUEST", {"FJI"}, {"TON"})),
    (
        "PER",
        "Quito withdrew its delegation on Friday. We had asked our former partner to stay.",
        ("REQUEST", {"PER"}, {"ECU"}),
    ),
    # Nobody is "it" who says "we" beside it.
    ("KEN", "We have heard from Uganda. I urge its government to answer.", ("REQUEST", {"KEN"}, {"UGA"})),
]


@pytest.mark.parametrize(("speaker", "text", "expected"), CASES, ids=[c[1][-40:] for c in CASES])
def test_counterpart(coder: Coder, speaker: str, text: str, expected: tuple[str, set[str], set[str]]) -> None:
    told = [(e.event, set(e.source), set(e.target)) for e in events(coder, text, speaker=speaker)]
    assert expected in told


@pytest.mark.parametrize(
    ("speaker", "text"),
    [
        # Two fit equally.
        ("FJI", "Tonga and Samoa have closed their ports. We ask the neighbouring country to open it again."),
        # Of somebody that is told.
        ("FJI", "Tonga has closed its port. We ask the neighbour of Vanuatu to open it again."),
    ],
)
def test_nobody_for_certain(coder: Coder, speaker: str, text: str) -> None:
    assert not [e for e in events(coder, text, speaker=speaker) if e.event == "REQUEST" and "TON" in e.target]


def test_it_is_not_who_says_we(coder: Coder) -> None:
    told = events(coder, "We have expelled the consul of that state. I urge its government to answer.", speaker="KEN")
    assert not [e for e in told if e.event == "REQUEST" and e.target == ["KEN"]]


def test_guests_are_those_who_came(coder: Coder) -> None:
    text = "The Prime Minister of Nepal visited Sri Lanka on Monday. The guest invited his host to Kathmandu."
    told = [(e.event, e.source, e.target) for e in events(coder, text)]
    assert ("AGREE", ["NPL"], ["LKA"]) in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I should like to inform you that Sudanese aircraft bombed a clinic near our border on Friday.",
            ("ASSAULT", ["SDN"], ["TCD"]),
        ),
        ("The Embassy in Lima was opened in 1971.", ("SUPPORT", ["TCD"], ["PER"])),
        ("The Peruvian Embassy in N'Djamena was opened in 1971.", ("SUPPORT", ["PER"], ["TCD"])),
        ("We would like to tell Sudan to bomb no clinics.", None),
    ],
)
def test_told_by_wishing_and_missions(coder: Coder, text: str, expected: tuple[str, list[str], list[str]] | None) -> None:
    told = [(e.event, e.source, e.target) for e in events(coder, text, speaker="TCD")]
    if expected is None:
        assert not [t for t in told if t[0] == "ASSAULT" or t[1:] == (["TCD"], ["PER"])]
    else:
        assert expected in told
