"""Words of news that tell no act, or one of somebody else: carriers of news, things, bare names, other senses of a verb."""

from __future__ import annotations

import pytest
from labelled import assert_told

from dragoman.coding import Coder

Case = tuple[str, tuple[str, str, str] | None]

# Whose act it is, and at whom.
PARTIES: list[Case] = [
    ("Angola's ally Cuba summoned the Chilean envoy over the remarks.", ("ACCUSE", "CUB", "CHL")),
    ("Kenya rejects the old colonial border.", ("REJECT", "KEN", "")),
    ("Iran fired 20 missiles at a base.", ("ASSAULT", "IRN", "")),
    ("Canada strongly condemns the jailing of protesters throughout Belarus.", ("ACCUSE", "CAN", "BLR")),
    ("North Korea warns of merciless response amid drills", ("THREATEN", "PRK", "")),
    ("Mali's president said the raids by Chad were illegal and demanded an end to them.", ("REQUEST", "MLI", "TCD")),
    ("The International Skating Committee barred the Russian team from the games.", ("SANCTION", "", "RUS")),
]
NONE: list[Case] = [
    ("When the police saw her on the BBC, they were annoyed.", None),
    ("A spokeswoman told the news agency AFP that the charges made against the staff were serious.", None),
    ("Analysts say that should South Korea go on with the tests, trade will suffer.", None),
    ("None of the rockets struck the Israeli jets.", None),
    ("People in Norway had fought hard for the right to vote.", None),
    ("The villagers have been fighting Israeli demolition orders for years.", None),
    ("Ghana has traded its reliance on Russia for dependence on China.", None),
    ("Kenya's governor maintained a state email account.", None),
    ("Russia's opposition leader won the vote.", None),
    ("Google did not agree with the ruling.", None),
    ("Bolivia's president defended his order.", None),
    ("Japan hosts thousands of American troops.", None),
    ("The fallout from the vote is raising concerns about Ireland's prospects.", None),
    ("He expects the Kenyan judge to be fair.", None),
    ("The projectile was intercepted by Israel's missile defence system.", None),
    ("Kenya's officer has been placed on administrative leave.", None),
    ("Norway's premier made the case for open markets to the American president.", None),
    ("The minister weighs issues that Washington believes are critical.", None),
    ("A Chinese helicopter removed crew members from the burning boat.", None),
    ("The Kenyan premier agreed that progress had been made.", None),
    ("Before Russia moved there with its air force, few were safe.", None),
    ("A Chadian who is on trial has protested his innocence.", None),
    ("The new law will throw millions of Americans off health insurance.", None),
    ("The former Polish deputy said she was relieved.", None),
    ("A list examined by the BBC showed the names of Kenyans.", None),
    ("Sales in China rose, demonstrating the customers' strong demand.", None),
    ("She was seen standing directly behind the Kenyan president.", None),
    ("The Kenyan minister agreed that autumn might be better.", None),
    ("The ministry in Nairobi pushed back a deadline for the plans.", None),
    ("Residents in Namibia were warned to take precautions against floods.", None),
    ("Three women are standing at the bank of a fast-flowing river in Zimbabwe.", None),
    ("The senator said Peru's premier has no evidence he was wiretapped.", None),
]


@pytest.mark.parametrize(("text", "expected"), [*PARTIES, *NONE])
def test_sense(coder: Coder, text: str, expected: tuple[str, str, str] | None) -> None:
    assert_told(coder, text, expected)
