"""Whom the bare name of an office-holder means depends on when the text was written."""

from __future__ import annotations

import pytest

from dragoman.coding import Coder
from dragoman.coding.names.mentions import Names
from dragoman.lexicon import load
from dragoman.records import Document, Event, ReadDocument

NAMES = Names(load())


@pytest.mark.parametrize(
    ("text", "year", "meant"),
    [
        ("Nixon landed in Caracas.", "1958", ("USA", "GOV", "vice-president", "current")),
        ("Nixon landed in Bucharest.", "1969", ("USA", "GOV", "head-of-state", None)),
        ("Trump wrote a book.", "2023", ("USA", "GOV", "head-of-state", "former")),
        ("Trump wrote a letter.", "2025", ("USA", "GOV", "head-of-state", None)),
        ("Milosevic spoke in Belgrade.", "1995", ("SRB", "GOV", "head-of-state", "current")),
        ("Milosevic spoke in Belgrade.", "1999", ("YUG", "GOV", "head-of-state", "current")),
        ("Nelson Mandela left prison.", "1990", ("ZAF", "OPP", "opposition-leader", None)),
        ("Nelson Mandela opened the games.", "1995", ("ZAF", "GOV", "head-of-state", "current")),
        ("Nelson Mandela rested.", "2005", ("ZAF", "GOV", "head-of-state", "former")),
        ("Stoltenberg spoke in Bergen.", "2010", ("NOR", "GOV", "head-of-government", "current")),
        ("Stoltenberg spoke in Vilnius.", "2023", ("NATO", "IGO", "head", "current")),
        ("Berri opened the sitting.", "2020", ("LBN", "LEG", "speaker", "current")),
        ("Landsbergis spoke in Kaunas.", "1991", ("LTU", "GOV", "head-of-state", "current")),
        ("Landsbergis spoke in Kaunas.", "2022", ("LTU", "GOV", "foreign-minister", "current")),
    ],
)
def test_a_bare_name_means_who_bears_it_then(text: str, year: str, meant: tuple[str, str, str, str | None]) -> None:
    found = next(m for m in NAMES.mentions(text, year, [(0, len(text))]) if m.kind == "holder")
    assert (found.code, found.sector, found.office, found.status) == meant


def test_who_comes_to_office_later_is_not_meant() -> None:
    text = "Macron and Scholz wrote."
    assert not [m for m in NAMES.mentions(text, "1985", [(0, len(text))]) if m.kind == "holder"]


def test_the_head_of_an_organisation_travels_as_he(coder: Coder) -> None:
    text = "Kofi Annan led the United Nations. In 2000 he travelled to Lusaka."
    document = Document(document_id="x", source_path="x", text=text, text_sha256="", language="en", published="2005")
    records = coder.code([ReadDocument(document=document)], "")[0].records["events"]
    assert [(e.event, *map(tuple, (e.source, e.target))) for e in records if isinstance(e, Event)] == [
        ("CONSULT", ("UN-SG",), ("ZMB",))
    ]
