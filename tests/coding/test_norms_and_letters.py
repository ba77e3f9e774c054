"""What every state ought to do, what policies are for, and letters that a text tells of in passing."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from labelled import code, read_document

Row = dict[str, Any]


def _rows(table: str, speaker: str | None, text: str) -> list[Row]:
    return [msgspec.to_builtins(row) for row in code([read_document("norm", text, speaker)])[0].records[table]]


@pytest.mark.parametrize(
    ("speaker", "text", "statements"),
    [
        (
            "LAO",
            "Every nation, large or small, is equal and should enjoy the same dignity.",
            {"Every nation, large or small, is equal and should enjoy the same dignity"},
        ),
        ("KEN", "No state must interfere in the affairs of others.", {"No state must interfere in the affairs of others"}),
        (
            "CUB",
            "All peoples have the right to choose their own path of development.",
            {"All peoples have the right to choose their own path of development"},
        ),
        ("CUB", "Not all states should be blamed for the delay.", set()),
        ("CUB", "All states that signed the note should pay by May.", set()),
        (None, "All states should lift their sanctions, the paper wrote.", set()),
        ("CUB", "In Cuba the leading ideology is the doctrine of self-help.", {"doctrine of self-help"}),
        ("LAO", "The ruling ideology of the Lao state is socialism.", {"socialism"}),
        ("CUB", "The leading ideology of the United States is greed.", set()),
        (
            "VNM",
            "The Government contributes to stability through its policies for national reconciliation and scientific "
            "research for peaceful ends.",
            {"national reconciliation", "scientific research for peaceful ends"},
        ),
        (
            "OMN",
            "Oman keeps the region calm through its policy of dialogue, restraint and good neighbourliness.",
            {"dialogue", "restraint", "good neighbourliness"},
        ),
    ],
)
def test_what_ought_to_be_is_a_principle(speaker: str | None, text: str, statements: set[str]) -> None:
    rows = _rows("principles", speaker, text)
    assert {r["statement"] for r in rows} == statements
    assert all(r["kind"] == "principle" and r["holder"] == speaker for r in rows)


def test_what_ought_to_be_may_hang_on_a_term() -> None:
    text = "If the wish of the peoples to live freely and decently is to come true, every state should disarm."
    (row,) = _rows("principles", "GHA", text)
    assert row["statement"] == "every state should disarm"
    assert row["condition"] == "If the wish of the peoples to live freely and decently is to come true"


@pytest.mark.parametrize(
    ("speaker", "text", "source", "target"),
    [
        ("LAO", "The letter addressed by Vietnam is no answer to our question.", ["VNM"], ["LAO"]),
        ("LAO", "The note sent by the Vietnamese ministry is welcome.", ["VNM"], []),
        (
            "GHA",
            "The letter addressed by the under secretary-general for legal affairs is not the answer to my question.",
            ["UN-SECRETARIAT"],
            ["GHA"],
        ),
    ],
)
def test_a_letter_told_of_is_of_who_sent_it(speaker: str, text: str, source: list[str], target: list[str]) -> None:
    rows = [r for r in _rows("events", speaker, text) if r["mode"] == "letter"]
    assert [(r["source"], r["target"]) for r in rows] == [(source, target)]


def test_a_letter_about_a_letter_goes_to_its_sender() -> None:
    text = "On Monday Cuba sent a note to the Peruvian foreign ministry about the letter addressed by the Peruvian ambassador."
    rows = {tuple(r["source"]): r for r in _rows("events", None, text)}
    assert rows["CUB",]["target"] == ["PER"]
    assert rows["CUB",]["date"] == "2020-05-04"
    assert rows["PER",]["target"] == ["CUB"]
    assert rows["PER",]["date"] is None  # Monday is the day of the answer


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The under-secretary-general visited Khartoum on Monday.", "UN-SECRETARIAT"),
        ("The Canadian under secretary of state visited Khartoum on Monday.", "CAN"),
    ],
)
def test_an_under_secretary_is_no_place_below(text: str, code: str) -> None:
    (row,) = _rows("events", None, text)
    assert row["source"] == [code]


def test_curbs_that_stand_are_told_by_descriptions() -> None:
    read = read_document("curbs", "Eritrea guards its borders, and restricts the movement of foreign journalists.", None)
    read = msgspec.structs.replace(read, document=msgspec.structs.replace(read.document, kind="reference"))
    (row,) = code([read])[0].records["events"]
    assert (row.event, row.mode, row.source) == ("COERCE", "restrict", ["ERI"])


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Peru condemned the invasion of Iraq.", []),
        ("Peru denounced the bombing of Belgrade as a crime.", []),
        ("Egypt condemned the Israeli occupation of Gaza.", ["ISR"]),
        ("Peru condemned the shelling of Chadian villages by Libyan troops.", ["LBY"]),
        ("Iraq invaded Kuwait. Peru condemned the invasion of Kuwait.", ["IRQ"]),
        (
            "Peru has suspended the treaty on the lake. Bolivia called the suspension of the treaty an act of aggression.",
            ["PER"],
        ),
        ("The African Union labeled the adoption of the text by the Security Council an abuse of power.", ["UN-SC"]),
    ],
)
def test_who_suffers_a_deed_is_not_blamed_for_it(text: str, target: list[str]) -> None:
    accused = [r["target"] for r in _rows("events", None, text) if r["event"] == "ACCUSE"]
    assert accused == [target]


def test_circles_of_the_international_community_speak_as_it_does() -> None:
    text = "The international legal community labeled the seizure of the ships as an act of abuse of power."
    (row,) = [r for r in _rows("events", "CUB", text) if r["event"] == "ACCUSE"]
    assert row["source"] == ["X-INTL-COMMUNITY"]


def test_a_second_verb_of_saying_has_the_asserter_of_the_first() -> None:
    text = "The African Union asserted that the vote is no threat and labeled the adoption of the text as an abuse of power."
    rows = [r for r in _rows("claims", "CUB", text) if "abuse" in (r["statement"] or "")]
    assert [r["claimed_by"] for r in rows] == ["AU"]


def test_a_deed_named_by_its_verb_is_of_whom_by_names() -> None:
    rows = _rows("events", "CUB", "Imposing sanctions on Cuba by the United States is illegal.")
    assert [(r["source"], r["target"]) for r in rows if r["event"] == "SANCTION"] == [(["USA"], ["CUB"])]
