"""Whose words a sentence is by what sentences before it say: "according to the statement", "it has also"."""

from __future__ import annotations

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, Event, ReadDocument

JOINT = "President Banda of Zambia and President Phiri of Malawi met in Kenya and issued a joint statement. "
SINGLE = "The ministry of Zambia issued a statement on Friday. "
TOLD = "According to the State Department, Chad has agreed to a truce with Niger. "

CASES = [
    (JOINT + "According to the statement, Zambia agreed to open its port to Malawi.", ["MWI+ZMB"]),
    (JOINT + "It was short. According to the declaration, Zambia agreed to open its port to Malawi.", ["MWI+ZMB"]),
    (JOINT + SINGLE + "According to the statement, Zambia agreed to open its port to Malawi.", []),
    (JOINT + "According to a statement, Zambia agreed to open its port to Malawi.", []),
    (JOINT + "According to Malawi, Zambia agreed to open its port.", ["MWI"]),
    (TOLD + "It has also agreed to release prisoners of Niger.", ["USA"]),
    (TOLD + "It has agreed to release prisoners of Niger.", []),
    (TOLD + "Chad was praised by Togo. It has also agreed to release prisoners of Niger.", []),
    (TOLD + "\nIt has also agreed to release prisoners of Niger.", []),
    ("According to Chad, Chad has agreed to a truce with Niger. It has also agreed to release prisoners of Niger.", []),
]


@pytest.mark.parametrize(("text", "chain"), CASES)
def test_carried(coder: Coder, text: str, chain: list[str]) -> None:
    document = Document(document_id="d", source_path="x", text=text, text_sha256="", language="en", published="2020-06-15")
    found = coder.code([ReadDocument(document=document)], "")[0].records["events"]
    begin = text.rindex(". ", 0, -1) if "\n" not in text else text.index("\n")
    chains = [e.reported_by for e in found if isinstance(e, Event) and e.start > begin]
    assert chains, "the last sentence has an event"
    assert all(c == chain for c in chains), chains
