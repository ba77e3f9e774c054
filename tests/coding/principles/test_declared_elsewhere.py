"""Principles, positions and competences in shapes that texts of many states share: what neither shall do, what is agreed that
should be, aims confirmed together, whom a condemnation of a deed told before falls on.
"""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from labelled import code, faults, read_document

Row = dict[str, Any]


def _rows(table: str, speaker: str | None, text: str) -> list[Row]:
    return [msgspec.to_builtins(row) for row in code([read_document("shape", text, speaker)])[0].records[table]]


@pytest.mark.parametrize(
    ("speaker", "text", "kind", "holders", "statement"),
    [
        (
            None,
            "Under Article 3 of the treaty between China and Laos neither party shall join an alliance against the other.",
            "commitment",
            {"CHN", "LAO"},
            "neither party shall join an alliance against the other",
        ),
        (
            None,
            "Under Article 2 of the treaty between Finland and the Soviet Union the parties shall confer with each other.",
            "commitment",
            {"FIN", "SUN"},
            "confer with each other",
        ),
        (
            "KEN",
            "No refugee will be returned against his will.",
            "commitment",
            {"KEN"},
            "No refugee will be returned against his will",
        ),
        (
            "EST",
            "If Chad leaves Niger, we will be the first to end the ban.",
            "commitment",
            {"EST"},
            "be the first to end the ban",
        ),
        (
            None,
            "Russia and Serbia signed a treaty, which provides that each side will give the other military aid.",
            "commitment",
            {"RUS", "SRB"},
            "give the other military aid",
        ),
        (
            None,
            "China and Mongolia stated that neither government would have hostile intent towards the other.",
            "commitment",
            {"CHN", "MNG"},
            "neither government would have hostile intent towards the other",
        ),
        (
            None,
            "Kenya and Uganda agreed that the crossing should not be closed again.",
            "commitment",
            {"KEN", "UGA"},
            "crossing should not be closed again",
        ),
        (
            None,
            "Kenya and Uganda agreed that border disputes should be settled by peaceful means.",
            "principle",
            {"KEN", "UGA"},
            "border disputes should be settled by peaceful means",
        ),
        (
            None,
            "In the treaty of Chad and Niger neither party shall lease a base or take part in a bloc against the other.",
            "commitment",
            {"TCD", "NER"},
            "neither party shall lease a base or take part in a bloc against the other",
        ),
        (
            None,
            "Peru and Chile agreed that the defence ministers would meet in May.",
            "commitment",
            {"PER", "CHL"},
            "defence ministers would meet in May",
        ),
        (
            None,
            "Iran has agreed to a moratorium on launches of long-range missiles.",
            "commitment",
            {"IRN"},
            "moratorium on launches of long-range missiles",
        ),
        (
            None,
            "Chad and Niger commit to establish a joint patrol.",
            "commitment",
            {"TCD", "NER"},
            "establish a joint patrol",
        ),
        (
            None,
            "Laos and Vietnam agreed that Vietnam would send 20,000 tons of rice.",
            "commitment",
            {"VNM"},
            "send 20,000 tons of rice",
        ),
        (
            None,
            "China and India reaffirmed that the goal is a fair settlement of the border question.",
            "aim",
            {"CHN", "IND"},
            "fair settlement of the border question",
        ),
        (
            None,
            "Chile and Peru confirmed the common goal of building a region free of nuclear weapons.",
            "aim",
            {"CHL", "PER"},
            "building a region free of nuclear weapons",
        ),
        (
            None,
            "Ghana holds that the dispute should be settled by dialogue.",
            "principle",
            {"GHA"},
            "dispute should be settled by dialogue",
        ),
        (
            "FIN",
            "We consider that no state should let its territory become a stage for others.",
            "principle",
            {"FIN"},
            "no state should let its territory become a stage for others",
        ),
        (
            None,
            "The foreign minister of Iran said that his country does not intend to build nuclear weapons.",
            "commitment",
            {"IRN"},
            "not intend to build nuclear weapons",
        ),
        (
            None,
            "The United Kingdom calls its policy one of critical engagement.",
            "principle",
            {"GBR"},
            "critical engagement",
        ),
        (
            None,
            "The position of Cuba would not change, the Cuban minister said.",
            "commitment",
            {"CUB"},
            "position of Cuba would not change",
        ),
    ],
)
def test_principles(speaker: str | None, text: str, kind: str, holders: set[str], statement: str) -> None:
    rows = _rows("principles", speaker, text)
    assert {(r["holder"], r["kind"], r["statement"]) for r in rows} == {(h, kind, statement) for h in holders}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya agreed to the proposal of Uganda.",
        "The minister said that Japan should apologize.",
        "Neither government replied to the letter.",
        "Peru believes that Chile should withdraw its troops.",
    ],
)
def test_no_principle(text: str) -> None:
    assert not _rows("principles", None, text)


def test_a_condemned_deed_is_whose_it_was() -> None:
    text = "France tested an atomic bomb in the Sahara. The Government of Ghana condemns the test."
    assert not faults({"expect": [{"holder": "GHA", "target": "FRA", "polarity": -1}]}, _rows("positions", None, text))


def test_neither_is_hostile_to_the_other() -> None:
    text = "China and Mongolia stated that neither government would have hostile intent towards the other."
    assert not _rows("positions", None, text)


def test_a_quotation_in_a_power_is_closed() -> None:
    text = 'Article 9 of the Constitution of Ghana says that the President may grant "mercy and pardon" to offenders.'
    assert all(row["power"].count('"') % 2 == 0 for row in _rows("competences", None, text))
