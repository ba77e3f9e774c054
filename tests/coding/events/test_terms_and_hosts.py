"""Threats on terms that name a case, whom a state speaks to where nobody is named, and journeys to continents."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from labelled import code, read_document

Row = dict[str, Any]


def _events(speaker: str | None, text: str) -> list[Row]:
    return [msgspec.to_builtins(row) for row in code([read_document("term", text, speaker)])[0].records["events"]]


@pytest.mark.parametrize(
    ("speaker", "text", "event", "source", "target", "modality"),
    [
        (
            "IRN",
            "Our missiles form a shield which can wipe out the source of the threat in case of an attack on our soil by the "
            "hostile forces.",
            "THREATEN",
            ["IRN"],
            ["X-HOSTILE"],
            "conditional",
        ),
        ("IRN", "Our army can annihilate the aggressors in case of war.", "THREATEN", ["IRN"], [], "conditional"),
        (None, "Japan will send rice to Chad in the event of a famine.", "AGREE", ["JPN"], ["TCD"], "conditional"),
        (None, "In the case of Chad, Japan sent rice.", "AID", ["JPN"], ["TCD"], "actual"),
        (None, "Niger told Benin to open the bridge or face a blockade.", "THREATEN", ["NER"], ["BEN"], "conditional"),
        (None, "Lima handed the Chilean envoy an ultimatum.", "THREATEN", ["PER"], ["CHL"], "conditional"),
        (None, "Japan agreed to send rice to Chad once the port was clear.", "AGREE", ["JPN"], ["TCD"], "conditional"),
        (None, "Japan agreed to send rice to Chad for as long as it takes.", "AGREE", ["JPN"], ["TCD"], "actual"),
        (None, "Mali warned that Chad would feel the full weight of the law.", "THREATEN", ["MLI"], ["TCD"], "actual"),
        (None, "Mali renewed its threat against Chad.", "THREATEN", ["MLI"], ["TCD"], "actual"),
        ("IRN", "Iran rejects these demands.", "REJECT", ["IRN"], [], "actual"),
        ("CUB", "We reject these demands.", "REJECT", ["CUB"], [], "actual"),
        (None, "Cuban workers demanded higher pay.", "REQUEST", ["CUB"], ["CUB"], "actual"),
        (None, "Laotian officials completed a number of trips to Africa.", "CONSULT", ["LAO"], ["X-AFRICA"], "actual"),
        (None, "The Japanese premier toured Latin America in May.", "CONSULT", ["JPN"], ["X-LATIN-AMERICA"], "actual"),
        (
            None,
            "We know the number of Kenyan envoys engaged in quiet diplomacy that have made a number of visits to Chad.",
            "CONSULT",
            ["KEN"],
            ["TCD"],
            "actual",
        ),
    ],
)
def test_sides_and_terms(
    speaker: str | None, text: str, event: str, source: list[str], target: list[str], modality: str
) -> None:
    rows = [(r["event"], r["source"], r["target"], r["modality"]) for r in _events(speaker, text)]
    assert rows == [(event, source, target, modality)]


@pytest.mark.parametrize(
    ("speaker", "text"),
    [("KEN", "The locusts can destroy the harvest in case of drought."), (None, "Japan exports cars to Africa.")],
)
def test_nothing_is_told(speaker: str | None, text: str) -> None:
    assert _events(speaker, text) == []


@pytest.mark.parametrize(
    ("speaker", "text", "expected"),
    [
        ("IRN", "The United States is trying to interfere in our affairs.", [("ACCUSE", ["IRN"], ["USA"])]),
        ("IRN", "The United States seeks to interfere in our affairs.", [("ACCUSE", ["IRN"], ["USA"])]),
        ("CUB", "The United States wants to meddle in our affairs.", [("ACCUSE", ["CUB"], ["USA"])]),
        ("VEN", "Colombia attempts to tarnish our image.", [("ACCUSE", ["VEN"], ["COL"])]),
        ("VEN", "Colombia does not want to meddle in our affairs.", []),
        ("VEN", "Colombia promised not to interfere in our affairs.", [("AGREE", ["COL"], ["VEN"])]),
        (None, "Chad tried to meddle in the election.", []),
    ],
)
def test_what_another_is_out_to_do_is_laid_to_him(
    speaker: str | None, text: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert [(r["event"], r["source"], r["target"]) for r in _events(speaker, text)] == expected
