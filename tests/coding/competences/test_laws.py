"""Laws in their own layout: lists under a lead, articles and what is no article, who answers to whom, whose duties are aims."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from labelled import code, read_document

from dragoman.records import ReadDocument

LAW = """THE CONSTITUTION OF SLOVENIA

CHAPTER IV. POWERS

Article 12. It is the function of the President of the Republic:
1. To direct diplomacy; to appoint envoys.
2. To make peace, with the consent of the National Assembly.
The Assembly shall be informed. Under Article 40 the Government imposes martial law.

Article 13 Powers of the Assembly
(1) The National Assembly may, after a debate-
(a) with the consent of the Council, declare war;
(b) permit foreign troops to cross the country;
(2) The President shall head the Council of Defence.

Article 14
§ 1. The King has the right to: (a) grant pardons; (b) receive foreign envoys.
§ 2. The President may be impeached only for treason. Ministers may be dismissed by the President.
§ 3. The presidential term is six years. The Government is responsible for the economy.

Article 15
It is also the duty of the State to protect its frontiers and to foster friendship with its neighbours.
The foreign policy is based on the following principles:
a) equality;
b) peace.
The Assembly ratifies the following treaties:
a) those on frontiers.
"""


def _law(text: str = LAW) -> ReadDocument:
    read = read_document("law", text, "SVN")
    return msgspec.structs.replace(read, document=msgspec.structs.replace(read.document, kind="law"))


def _rows(table: str, text: str = LAW) -> list[Any]:
    return list(code([_law(text)])[0].records[table])


@pytest.mark.parametrize(
    ("office", "kind", "power", "provision"),
    [
        ("President of the Republic", "duty", "direct diplomacy", "Article 12"),
        ("President of the Republic", "duty", "appoint envoys", "Article 12"),
        ("President of the Republic", "duty", "make peace, with the consent of the National Assembly", "Article 12"),
        ("Government", "power", "imposes martial law", "Article 12"),
        ("National Assembly", "power", "with the consent of the Council, declare war", "Article 13"),
        ("National Assembly", "power", "permit foreign troops to cross the country", "Article 13"),
        ("President", "duty", "head the Council of Defence", "Article 13"),
        ("King", "power", "grant pardons", "Article 14"),
        ("King", "power", "receive foreign envoys", "Article 14"),
        ("President", "accountability", "impeached only for treason", "Article 14"),
        ("President", "term", "presidential term is six years", "Article 14"),
        (None, "duty", "protect its frontiers", "Article 15"),
        (None, "duty", "foster friendship with its neighbours", "Article 15"),
        ("Assembly", "power", "ratifies the following treaties", "Article 15"),
    ],
)
def test_a_law_gives(office: str | None, kind: str, power: str, provision: str) -> None:
    found = {(r.state, r.office, r.kind, r.power, r.provision) for r in _rows("competences")}
    assert ("SVN", office, kind, power, provision) in found, sorted(map(str, found))


def test_what_a_law_does_not_give() -> None:
    rows = _rows("competences")
    assert not {"It", "equality", "peace", "right"} & {r.power for r in rows}
    assert "accountability" not in {r.kind for r in rows if "economy" in r.power or r.office == "Ministers"}
    assert not any("Article 40" in (r.provision or "") for r in rows)


def test_a_law_does_nothing() -> None:
    assert _rows("events") == []


def test_the_duties_of_the_state_are_aims_and_those_of_offices_are_none() -> None:
    found = {(r.holder, r.statement) for r in _rows("principles")}
    assert ("SVN", "protect its frontiers") in found
    assert not any("Council of Defence" in statement for _, statement in found)
