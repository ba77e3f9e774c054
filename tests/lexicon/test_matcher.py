"""Names are found as written, longest first, and never inside a word."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dragoman.lexicon import load
from dragoman.lexicon.entries import Holder

NAMES = load().names


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("North Korea and South Korea met", ["PRK", "KOR"]),
        ("the U.S.-led alliance with south Korea", ["USA", "KOR"]),
        ("the People’s Republic of China", ["CHN"]),
        ("the Democratic People's Republic of Korea", ["PRK"]),
        ("Guinea-Bissau and Equatorial Guinea", ["GNB", "GNQ"]),
        ("Nigerian traders in Niger", ["NGA", "NER"]),
        ("usage and musings of thus", []),
        ("the UN Security Council", ["UN-SC"]),
        ("Rhodesia, the Soviet Union and East Germany", ["RHO", "SUN", "DDR"]),
    ],
)
def test_names(text: str, codes: list[str]) -> None:
    assert [found.senses[0].code for found in NAMES.find(text)] == codes


def test_capitals() -> None:
    found = [f.senses[0].code for f in NAMES.find("FRANCE AND ZIMBABWE SIGN", capitals=True)]
    assert found == ["FRA", "ZWE"]


def test_an_office_holder_has_dates() -> None:
    senses = NAMES.senses("Attlee")
    assert {(s.code, s.since, s.until) for s in senses} == {("GBR", "1945", "1951")}


@pytest.mark.parametrize(
    ("name", "terms"),
    [
        ("Wilson", ()),
        ("Harold Wilson", (("GBR", "1964", "1970"), ("GBR", "1974", "1976"))),
        ("Milosevic", (("SRB", "1989", "1997"), ("YUG", "1997", "2000"))),
        ("Moon Jae-in", (("KOR", "2017", "2022"),)),
    ],
)
def test_each_term_of_an_office_holder_has_its_dates_and_state(name: str, terms: tuple[tuple[str, str, str], ...]) -> None:
    assert tuple((s.code, s.since, s.until) for s in NAMES.senses(name)) == terms


def test_terms_of_one_office_come_in_the_order_of_years_and_none_twice() -> None:
    terms: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for holder in load().all(Holder):
        since, until = holder.since or "", holder.until or "9999"
        assert since <= until, holder
        terms.setdefault((holder.name, holder.code, holder.office), []).append((since, until))
    for key, years in terms.items():
        assert all(one[1] <= other[0] for one, other in pairwise(years)), key


def test_a_longer_name_that_is_cut_off_hides_no_shorter_one() -> None:
    """ "Chinese State Council" is no name in "Chinese State Councillor", but "Chinese" is."""
    found = next(NAMES.find("Chinese State Councillor Wang"))
    assert (found.end, found.senses[0].code) == (7, "CHN")
