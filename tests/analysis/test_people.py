"""Persons and their offices; which spellings are proposed as one person, and which are not. Labelled cases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from analysis_samples import Made, fill

from dragoman.analysis import people
from dragoman.analysis.people import ENOUGH, Holding, Person, weighed
from dragoman.analysis.spellings import NEAR, OTHER, PARTLY, REORDERED, SAME, SHORTER, Spellings
from dragoman.archive import Archive
from dragoman.records import Actor, Passage

RULES = Spellings()


@pytest.mark.parametrize(
    ("code", "one", "other", "degree"),
    [
        ("PRK", "Kim Hyong Jun", "Kim Hyung Joon", SAME),
        ("PRK", "Kim Jong Un", "Kim Jong-un", SAME),
        ("PRK", "Im Chon Il", "Rim Chon Il", SAME),
        ("KOR", "Lee Myung-bak", "Ri Myong Bak", SAME),
        ("KOR", "Moon Jae-in", "Mun Jae In", SAME),
        ("KOR", "Roh Moo-hyun", "No Mu Hyon", SAME),
        ("KOR", "Park Chung-hee", "Pak Jong Hui", SAME),
        ("PRK", "Choe Son Hui", "Choi Sun Hee", SAME),
        ("KOR", "Ban Ki-moon", "Ki-moon Ban", REORDERED),
        ("PRK", "Ri Su Yong", "Li Su Han", PARTLY),
        ("PRK", "Kim Jong Un", "Kim Jong Il", PARTLY),
        ("PRK", "Ri Su Yong", "Kim Su Yong", OTHER),
        ("PRK", "Kim Yong Nam", "Kim Jong Gyu", OTHER),
        ("CHN", "Mao Zedong", "Mao Tse-tung", SAME),
        ("CHN", "Zhou Enlai", "Chou En-lai", SAME),
        ("CHN", "Deng Xiaoping", "Teng Hsiao-p'ing", SAME),
        ("CHN", "Wang Yi", "Wang Yajun", OTHER),
        ("CHN", "Hu Jintao", "Hu Yaobang", OTHER),
        ("LBY", "Muammar Gaddafi", "Moammar al-Qadhafi", SAME),
        ("EGY", "Hosni Mubarak", "Husni Mubarak", SAME),
        ("EGY", "Gamal Abdel Nasser", "Jamal Abd al-Nasir", SAME),
        ("SYR", "Bashar al-Assad", "Bashar Al Asad", SAME),
        ("SYR", "Bashar al-Assad", "Hafez al-Assad", OTHER),
        ("RUS", "Sergei Lavrov", "Sergey Lawrow", SAME),
        ("RUS", "Sergei Viktorovich Lavrov", "Sergey Lavrov", SAME),
        ("SUN", "Nikita Khrushchev", "Nikita Chruschtschow", SAME),
        ("RUS", "Boris Yeltsin", "Boris Jelzin", SAME),
        ("RUS", "Alexander Matsegora", "Aleksandr Matsegora", SAME),
        ("RUS", "Sergei Lavrov", "Sergei Shoigu", OTHER),
        ("USA", "John Kennedy", "John F. Kennedy", SAME),
        ("FIN", "Sauli Niinistö", "Sauli Niinisto", SAME),
        ("FIN", "Kekkonen Urho", "Urho Kekkonen", REORDERED),
        ("GBR", "Alec Douglas Home", "Alec Home", SHORTER),
        ("GBR", "Margaret Thatcher", "Margareth Thatcher", NEAR),
    ],
)
def test_how_alike_two_names_are(code: str, one: str, other: str, degree: int) -> None:
    rules = RULES.of(code)
    assert rules.likeness(one, other).degree == rules.likeness(other, one).degree == degree
    assert rules.likeness(one, one).degree == SAME


def holding(office: str, low: str | None = "2014-01-01", high: str | None = "2014-12-31") -> Holding:
    return Holding(office, True, low, high)


@pytest.mark.parametrize(
    ("one", "other", "first", "second", "proposed"),
    [
        ("Kim Hyong Jun", "Kim Hyung Joon", [], [], True),
        # The same office in overlapping time is evidence; another time, or another office, is not.
        ("Ri Su Yong", "Li Su Han", [holding("minister")], [holding("minister")], True),
        ("Ri Su Yong", "Li Su Han", [holding("minister")], [holding("minister", "2019-01-01", "2019-12-31")], False),
        ("Ri Su Yong", "Li Su Han", [holding("minister")], [holding("minister", None, None)], False),
        ("Ri Su Yong", "Li Su Han", [holding("minister")], [holding("ambassador")], False),
        ("Ri Su Yong", "Li Su Han", [], [], False),
        # Different offices at one time speak against it, and weigh less than one name.
        ("Kim Hyong Jun", "Kim Hyung Joon", [holding("minister")], [holding("ambassador")], True),
        ("Alec Douglas Home", "Alec Home", [holding("minister")], [holding("ambassador")], False),
    ],
)  # fmt: skip
def test_what_is_proposed(one: str, other: str, first: list[Holding], second: list[Holding], proposed: bool) -> None:
    code = "GBR" if "Alec" in one else "PRK"
    sides = [Person(name, tuple(held), frozenset(), known=False) for name, held in ((one, first), (other, second))]
    score, reasons, _ = weighed(sides[0], sides[1], RULES.of(code).likeness(one, other))
    assert (score >= ENOUGH) is proposed
    assert reasons


def test_names_side_by_side_are_two(tmp_path: Path) -> None:
    alike = RULES.of("PRK").likeness("Ri Su Yong", "Li Su Han")
    one, other = (
        Person(name, (holding("minister"),), frozenset({(1, at)}), known=False)
        for name, at in (("Ri Su Yong", 10), ("Li Su Han", 40))
    )
    assert weighed(one, other, alike)[0] < ENOUGH
    assert "one text names them side by side" in weighed(one, other, alike)[2]


def named(number: int, *names: tuple[str, str], published: str | None = "2014", code: str = "PRK", **fields: Any) -> Made:
    text = "Talks Held\n" + " ".join(f"Here spoke {name}, {office}, at length." for name, office in names)
    made = Made(text, f"{number}.txt", published=published, reported_by=["RUS"], **fields)
    made.add(Passage, "Talks Held", kind="title")
    made.add(Actor, "Talks Held", code="PRK", name="Talks Held", office="president", office_status="current")
    for name, office in names:
        made.add(Actor, name, code=code, name=name, office=office, office_status="current")
    return made


def test_persons_have_their_offices_dates_and_sentences(tmp_path: Path) -> None:
    made = [
        named(1, ("Pak Un A", "envoy")),
        named(2, ("Pak Un A", "envoy"), ("Pak Un A", "rector"), published="2016-05"),
        named(3, ("Park Eun Ah", "envoy"), published=None),
    ]
    with Archive.open(fill(tmp_path, [one.coded() for one in made], []), read_only=True) as archive:
        found = people(archive, "PRK")
    assert [(row["name"], row["office"], row["first"], row["last"], row["documents"]) for row in found.persons] == [
        ("Pak Un A", "envoy", "2014", "2016-05", 2), ("Pak Un A", "rector", "2016-05", "2016-05", 1),
        ("Park Eun Ah", "envoy", None, None, 1),
    ]  # fmt: skip
    assert next(iter(found.persons))["quote"] == "Here spoke Pak Un A, envoy, at length."
    assert found.persons.note == "2 names; 1 left out, as headlines or no names"
    (pair,) = found.proposed
    assert (pair["name"], pair["other"], pair["against"]) == ("Pak Un A", "Park Eun Ah", [])
    assert pair["reasons"][1] == "both are envoy; whether at one time is not known"


def test_office_holders_that_the_lexicon_tells_apart_are_two_and_others_may_be_one_of_them(tmp_path: Path) -> None:
    made = named(1, ("Kim Jong Un", "leader"), ("Kim Jong Il", "leader"), ("Kim Young Nam", "head-of-state"))
    with Archive.open(fill(tmp_path, [made.coded()], []), read_only=True) as archive:
        found = list(people(archive, "PRK").proposed)
    assert [{row["name"], row["other"]} for row in found] == [{"Kim Yong Nam", "Kim Young Nam"}]
    assert "Kim Yong Nam is known to the lexicon, and named in no text here" in found[0]["reasons"]


@pytest.mark.parametrize(
    ("published", "since", "until"), [("2005-03", "2000", "2008"), ("2017-02-07", "2012", None), ("1990", "2000", None)]
)
def test_of_several_terms_those_count_of_which_texts_tell(
    tmp_path: Path, published: str, since: str, until: str | None
) -> None:
    made = named(1, ("Vladimir Putin", "head-of-state"), code="RUS", published=published)
    with Archive.open(fill(tmp_path, [made.coded()], []), read_only=True) as archive:
        (row,) = people(archive, "RUS").persons
    assert (row["known_since"], row["known_until"]) == (since, until)
