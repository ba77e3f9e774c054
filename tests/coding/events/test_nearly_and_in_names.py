"""What nearly happened, what is only condemned, who acts upon itself, several by their titles, whose part is praised."""

from __future__ import annotations

import pytest
from labelled import assert_told, events

from dragoman.coding import Coder


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malawi condemned the raid on the market, in which 12 traders were killed.", ("ACCUSE", "MWI", "")),
        ("Bhutan put two banks of Laos on its sanctions list.", ("SANCTION", "BTN", "LAO")),
        ("The parliament of Malta rejected the treaty on fishing.", ("REJECT", "MLT", "")),
        ("H.E. Mr. Banda of Zambia and H.E. Mrs. Phiri of Malawi met in Lusaka.", ("CONSULT", "MWI ZMB", "MWI ZMB")),
        (
            "President Joe Biden, British Prime Minister Rishi Sunak and French President Emmanuel Macron accused Belarus.",
            ("ACCUSE", "FRA GBR USA", "BLR"),
        ),
        ("Iceland withdrew from the NPT.", ("SANCTION", "ISL", "")),
        ("A carpet was conveyed to the king of Nepal by the ambassador of Iran as a gift.", ("AID", "IRN", "NPL")),
        ("Oman voiced concern over the tension between Benin and Togo.", None),
        ("Senegal recognised Wolof as a national language.", None),
    ],
)
def test_told(coder: Coder, text: str, expected: tuple[str, str, str] | None) -> None:
    assert_told(coder, text, expected)


@pytest.mark.parametrize(
    ("text", "event", "modality"),
    [
        ("Chile and Peru almost went to war in 1978.", "ASSAULT", "negated"),
        ("Chile and Peru went to war in 1879.", "ASSAULT", "actual"),
    ],
)
def test_what_nearly_happened_did_not(coder: Coder, text: str, event: str, modality: str) -> None:
    assert [e.modality for e in events(coder, text) if e.event == event] == [modality]


def test_who_condemns_a_blow_did_not_strike_it(coder: Coder) -> None:
    told = events(coder, "Malawi condemned the raid on the market, in which 12 traders were killed.")
    assert not any(e.event == "ASSAULT" and e.source for e in told)
    told = events(coder, "Malawi carried out a raid on Zambia, in which 12 traders were killed.")
    assert any(e.event == "ASSAULT" and e.source == ["MWI"] for e in told)


def test_a_complaint_is_not_about_the_body_that_hears_it(coder: Coder) -> None:
    told = events(coder, "Gabon accused Benin of theft and lodged a complaint with the African Union.")
    assert not any("AU" in e.target for e in told)


def test_the_day_of_the_part_that_is_praised_is_not_that_of_the_praise(coder: Coder) -> None:
    told = events(coder, "Norway praised the role of Kenya in ending the war of 3 May 1994.")
    assert [e.date for e in told if e.event == "SUPPORT"] == [None]
    told = events(coder, "On 3 May 1994 Norway praised the role of Kenya in ending the war.")
    assert [e.date for e in told if e.event == "SUPPORT"] == ["1994-05-03"]


def test_a_pact_that_is_in_line_with_laws_is_ratified_by_whoever_ratifies_it(coder: Coder) -> None:
    told = events(coder, "The agreement is in line with our laws and was ratified by our parliament in May.", "TUN")
    assert [(e.mode, e.source) for e in told if e.event == "SUPPORT"] == [("treaty", ["TUN"])]
