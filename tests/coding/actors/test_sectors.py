"""Which sector people and bodies have whom a text names by what they do alone."""

from __future__ import annotations

import pytest
from labelled import code, read_document

TEXTS = (
    "Peruvian {who} denounced the decree on Monday.",
    "The Bolivian army killed Peruvian {who} near the border.",
)


@pytest.mark.parametrize(
    ("who", "sector"),
    [
        ("tax inspectors", "GOV"),
        ("district commissioners", "GOV"),
        ("harbour masters", "GOV"),
        ("backbenchers", "LEG"),
        ("bailiffs", "JUD"),
        ("coroners", "JUD"),
        ("helicopter crews", "MIL"),
        ("tank crews", "MIL"),
        ("parachutists", "MIL"),
        ("forest rangers", "COP"),
        ("prison warders", "COP"),
        ("codebreakers", "SPY"),
        ("anti-government activists", "OPP"),
        ("exiled dissidents", "OPP"),
        ("urban guerrillas", "REB"),
        ("mutinous soldiers", "REB"),
        ("hooded gunmen", "UAF"),
        ("soldiers of fortune", "UAF"),
        ("village guards", "PRM"),
        ("cattle thieves", "CRM"),
        ("pickpockets", "CRM"),
        ("grain merchants", "BUS"),
        ("shipowners", "BUS"),
        ("market women", "BUS"),
        ("cattle drovers", "AGR"),
        ("vintners", "AGR"),
        ("camel herders", "AGR"),
        ("train drivers", "LAB"),
        ("mineworkers", "LAB"),
        ("cabin crews", "LAB"),
        ("newsreaders", "JRN"),
        ("press photographers", "JRN"),
        ("deans", "EDU"),
        ("student teachers", "EDU"),
        ("junior doctors", "MED"),
        ("cardiologists", "MED"),
        ("archdeacons", "REL"),
        ("army chaplains", "REL"),
        ("war widows", "CVL"),
        ("slum dwellers", "CVL"),
        ("peace marchers", "SOC"),
        ("disarmament campaigners", "SOC"),
    ],
)
def test_sectors(who: str, sector: str) -> None:
    told = [
        (event.source_sector if "PER" in event.source else event.target_sector)
        for n, text in enumerate(TEXTS)
        for event in code([read_document(f"{who}-{n}", text.format(who=who), None)])[0].records["events"]
        if "PER" in [*event.source, *event.target]
    ]
    assert told == [[sector], [sector]]


@pytest.mark.parametrize(
    "text",
    [
        "The revolutionary calendar of France had ten-day weeks.",
        "An orderly queue had formed in Lima.",
        "A whaler of 1840 lies off Peru.",
        "They broker houses in Lima.",
    ],
)
def test_words_that_name_nobody(text: str) -> None:
    rows = code([read_document("nobody", text, None)])[0].records["actors"]
    assert {row.text.lower() for row in rows} <= {"france", "lima", "peru"}
