"""Rows of `actors` besides plain names: whose a role is, who "I" is, and whom "the two countries" means."""

from __future__ import annotations

import pytest
from labelled import code, read_document

Told = set[tuple[str, str | None]]


def _told(speaker: str | None, text: str, *, resolved: str) -> Told:
    rows = code([read_document("who", text, speaker)])[0].records["actors"]
    return {(r.text, r.code) for r in rows if r.resolved_from == resolved}


@pytest.mark.parametrize(
    ("speaker", "text", "expected"),
    [
        (None, "The spokesperson for the Vietnamese Ministry of Commerce left.", {("Ministry of Commerce", "VNM")}),
        (
            None,
            "China's former ambassador wrote to the parliament of Chad.",
            {("former ambassador", "CHN"), ("parliament", "TCD")},
        ),
        (None, "Peru fears rebels.", {("rebels", None)}),
        (None, "The mayor of Lima thanked Chad.", {("mayor", "PER")}),
        (None, "The under secretary-general left Chad.", {("under secretary-general", "UN-SECRETARIAT")}),
        ("LAO", "We thank my government.", {("government", "LAO")}),
    ],
)
def test_whose_a_role_is(speaker: str | None, text: str, expected: Told) -> None:
    assert expected <= _told(speaker, text, resolved="office")


@pytest.mark.parametrize(
    ("speaker", "text", "expected"),
    [
        ("LAO", "I asked in my letter for an answer.", {("I", "LAO"), ("my", "LAO")}),
        ("LAO", "Chapter I of the note names King Umberto I of Italy.", set()),
        ("LAO", 'He answered: "I will not come, and my brother neither."', set()),
        (None, "I asked Chad for an answer.", set()),
    ],
)
def test_who_speaks_of_himself(speaker: str | None, text: str, expected: Told) -> None:
    assert _told(speaker, text, resolved="pronoun") == expected


@pytest.mark.parametrize(
    ("speaker", "text", "expected"),
    [
        (
            "PRK",
            "The DPRK-Mongolia relations are old. The leaders of the two countries met.",
            {("the two countries", "MNG"), ("the two countries", "PRK")},
        ),
        (
            None,
            "Chad and Mali signed a treaty. Both countries praised it.",
            {("Both countries", "MLI"), ("Both countries", "TCD")},
        ),
        (None, "Both countries praised it.", set()),
        ("LAO", "Our government will write.", {("Our government", "LAO")}),
    ],
)
def test_whom_the_two_are(speaker: str | None, text: str, expected: Told) -> None:
    assert _told(speaker, text, resolved="deixis") == expected


def test_a_government_that_is_ours_is_a_government() -> None:
    rows = code([read_document("ours", "Our government will write.", "LAO")])[0].records["actors"]
    assert [(r.text, r.sector) for r in rows] == [("Our government", "GOV")]


def test_a_former_office_is_marked() -> None:
    rows = code([read_document("former", "China's former ambassador left.", None)])[0].records["actors"]
    assert [(r.text, r.office_status) for r in rows if r.resolved_from == "office"] == [("former ambassador", "former")]
