"""Who did it to whom, where a sentence leaves a party's state unsaid."""

from __future__ import annotations

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, Event, ReadDocument

CASES = [
    ("Kenya's teachers' union threatened to strike in January.", "THREATEN", {"KEN"}, {"KEN"}),
    ("An angry crowd stormed the Danish embassy in Jakarta.", "PROTEST", {"IDN"}, {"DNK"}),
    ("Norway's senate condemned the killing of an activist.", "ACCUSE", {"NOR"}, {"NOR"}),
    ("Zambia was lent 40 million dollars by the World Bank.", "AID", {"WORLD-BANK"}, {"ZMB"}),
    ("President Kennedy accused the Kremlin of lying to Khrushchev's own envoy.", "ACCUSE", {"USA"}, {"SUN"}),
    ("Drones launched by Sudanese rebels killed four soldiers near Nyala.", "ASSAULT", {"SDN"}, {"SDN"}),
    ("Brussels condemned Hungary.", "ACCUSE", {"EU"}, {"HUN"}),
    ("Two Polish tourists were beaten by hooligans in Naples.", "ASSAULT", {"ITA"}, {"POL"}),
]


def _read(text: str, *, dateline: str | None = None) -> ReadDocument:
    document = Document(
        document_id="x",
        source_path="x",
        text=text,
        text_sha256="",
        language="en",
        published="2020-06-15",
        dateline_place=dateline,
    )
    return ReadDocument(document=document)


def _events(coder: Coder, document: ReadDocument) -> list[Event]:
    return [e for e in coder.code([document], "")[0].records["events"] if isinstance(e, Event)]


@pytest.mark.parametrize(("text", "kind", "source", "target"), CASES)
def test_parties(coder: Coder, text: str, kind: str, source: set[str], target: set[str]) -> None:
    found = [(set(e.source), set(e.target)) for e in _events(coder, _read(text)) if e.event == kind]
    assert (source, target) in found, found


def test_dateline_says_whose_police_they_are(coder: Coder) -> None:
    found = _events(coder, _read("Police fired tear gas at students on Tuesday.", dateline="NAIROBI"))
    assert {c for e in found for c in e.source} == {"KEN"}
