"""Rows of `actors` besides plain names: whose a role is, who "I" is, and whom "the two countries" means."""

from __future__ import annotations

import pytest
from labelled import code, read_document

from dragoman.records import Actor

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
        (None, "The party and government of Laos left.", {("party", "LAO"), ("party and government", "LAO")}),
        (None, "The party left the government of Laos.", {("party", None), ("government", "LAO")}),
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


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Foreign Minister Ann Dow of Chile met Premier Sam Roe of Malta.", "Foreign Minister", "CHL"),
        ("The cabinet of Chad resigned.", "cabinet", "TCD"),
        ("Ann Dow, once the premier of Chad, recently became ambassador in Lima.", "ambassador", "TCD"),
        ("The president of Chad, the chief justice, and the transport minister were in Lima.", "chief justice", "TCD"),
        ("The Chadian ambassador met the chief justice in Lima.", "chief justice", None),
        ("The president left. The ambassador of Chad and the chief justice stayed in Lima.", "chief justice", None),
    ],
)
def test_whose_an_office_is(text: str, word: str, code: str | None) -> None:
    rows = _rows(text)
    assert [r.code for r in rows if r.text == word] == [code], rows


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The European Union and the Democratic People's Republic of Korea held six-party talks.", set()),
        ("Chad paid an official visit and keeps a firm stand on national unity and military power.", set()),
        ("Chad made public its strong opposition to anti-personnel mines.", set()),
        (
            "The military seized power, an official said, and the opposition in Chad fled.",
            {"The military", "official", "the opposition"},
        ),
        ("A Malian national and Chadian officials went home.", {"national", "officials"}),
    ],
)
def test_words_that_only_describe_are_nobody(text: str, words: set[str]) -> None:
    assert {r.text for r in _rows(text) if r.resolved_from == "office"} == words


def test_a_name_ends_before_its_mark_of_whose_it_is() -> None:
    rows = _rows("Chile's Foreign Minister Ann Dow’s trip was short. Ambassador to Chile Expelled")
    assert [r.name for r in rows if r.office and r.name] == ["Ann Dow"]


def test_who_holds_an_office_when_the_text_is_published() -> None:
    told = {
        r.text: (r.office, r.office_status) for r in _rows("Ban Ki-moon met Angela Merkel and the former UN Secretary-General.")
    }
    assert told["Angela Merkel"][1] == "current"
    assert told["Ban Ki-moon"][1] == "former"
    assert told["UN Secretary-General"] == ("secretary-general", "former")


def _rows(text: str) -> list[Actor]:
    return [r for r in code([read_document("rows", text, None)])[0].records["actors"] if isinstance(r, Actor)]


@pytest.mark.parametrize(
    ("text", "pronouns"),
    [
        ("Chad left the talks. It severed its ties with Mali.", {("It", "TCD")}),
        ("President Boric of Chile flew to Lima. The premier of Peru received him.", {("him", "CHL")}),
        ("The presidents of Chile and Peru met. They signed a treaty with Bolivia.", {("They", "CHL"), ("They", "PER")}),
        ("It is raining in Chad.", set()),
        ("Chad is large. It maintains diplomatic relations with 90 states.", {("It", "TCD")}),
        ("It is Chad that maintains diplomatic relations with 90 states.", set()),
    ],
)
def test_a_pronoun_that_takes_part_in_an_act_is_somebody(text: str, pronouns: set[tuple[str, str]]) -> None:
    assert {(r.text, r.code) for r in _rows(text) if r.resolved_from == "pronoun"} == pronouns


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Former Prime Minister Lena Dahl of Norway spoke.", "Lena Dahl", ("NOR", "former")),
        ("Lena Dahl, a former ambassador of Norway, spoke.", "Lena Dahl", ("NOR", "former")),
        ("Lena Dahl, who was foreign minister of Norway from 1990 to 1994, spoke.", "Lena Dahl", ("NOR", "former")),
        ("Lena Dahl (President of Malta 1990-1994) spoke.", "Lena Dahl", ("MLT", "former")),
        ("Lena Dahl, a former judge of the Supreme Court of Norway, spoke.", "Lena Dahl", ("NOR", "former")),
        ("Lena Dahl was appointed ambassador of Norway to Chad in 2004.", "Lena Dahl", ("NOR", "current")),
        ("The foreign minister of Norway is Lena Dahl.", "Lena Dahl", ("NOR", "current")),
        ("The ambassador of Norway to Chad, Lena Dahl, spoke.", "Lena Dahl", ("NOR", "current")),
        ("The President-elect of Malta, Lena Dahl, spoke.", "Lena Dahl", ("MLT", "designate")),
        ("The ambassador-designate of Malta to Chad, Lena Dahl, spoke.", "Lena Dahl", ("MLT", "designate")),
        ("Foreign Minister Lena Dahl (Norway) spoke.", "Lena Dahl", ("NOR", "current")),
        ("Sheikh Omar Saleh, Foreign Minister of Kuwait, spoke.", "Omar Saleh", ("KWT", "current")),
        ("General Omar Saleh, commander of the army of Oman, spoke.", "Omar Saleh", ("OMN", "current")),
        ("Prime Minister Lena Dahl and Defence Minister Jon Vik of Norway spoke.", "Lena Dahl", ("NOR", "current")),
        ("The ambassador of Norway to Chad, Lake Fitri and the rain were painted.", "Lake Fitri", None),
        ("Lena Dahl was in Oslo when the ambassador of Norway spoke.", "Lena Dahl", None),
    ],
)
def test_who_holds_or_held_an_office(text: str, name: str, expected: tuple[str, str] | None) -> None:
    rows = [r for r in code([read_document("who", text, None)])[0].records["actors"] if r.name == name]
    assert [(r.code, r.office_status) for r in rows] == ([expected] if expected else [])
