"""Names are found as written, longest first, and never inside a word."""

from __future__ import annotations

import pytest

from dragoman.lexicon import load

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
    senses = NAMES.senses("Thatcher")
    assert {(s.code, s.since, s.until) for s in senses} == {("GBR", "1979", "1990")}
