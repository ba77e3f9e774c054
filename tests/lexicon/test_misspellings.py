"""Names as they are often misspelt: each means what the right name means, and none is the right name of something else."""

from __future__ import annotations

import pytest

from dragoman.lexicon import load
from dragoman.lexicon.entries import Misspelling

SLIPS = [(slip.right, wrong) for slip in load().all(Misspelling) for wrong in slip.wrong]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ethopia reopened its border.", "ETH"),
        ("An Afganistan radio station", "AFG"),
        ("talks with the Isreali envoy", "ISR"),
        ("The Untied States asked for a meeting.", "USA"),
    ],
)
def test_a_slip_means_what_was_meant(text: str, code: str) -> None:
    assert code in {s.code for found in load().names.find(text) for s in found.senses}


def test_no_slip_hides_another_name() -> None:
    names = load().names
    for right, wrong in SLIPS:
        assert names.senses(right), f"{right} is no name"
        assert names.senses(wrong) == names.senses(right), f"{wrong} is the name of something else"
    assert len({wrong for _, wrong in SLIPS}) == len(SLIPS)
