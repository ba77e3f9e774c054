"""What a sentence does not name and the words before it do: whose treaty was signed, which body was joined; and what a state
declares by what it does not do: (who speaks, text, table, rows that must be there, rows that must not).
"""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from labelled import code, read_document

Row = dict[str, Any]
Case = tuple[str | None, str, str, list[Row], list[Row]]

BONDS: list[Case] = [
    (
        "MLT",
        "Ghana helped us with the railway. The agreement was signed in Accra on 5 September 1967.",
        "relations",
        [{"kind": "agreement", "a": "GHA", "b": "MLT", "since": "1967-09-05"}],
        [],
    ),
    (
        "MLT",
        "Ghana helped us with the railway. The agreement was signed in Accra on 5 September 1967.",
        "events",
        [{"event": "SUPPORT", "mode": "treaty", "source": ["GHA", "MLT"]}],
        [],
    ),
    (
        "MLT",
        "Our relations with Ghana were broken off in 1976. Relations were restored in 1988 through the good offices of Mali.",
        "relations",
        [{"a": "GHA", "b": "MLT", "until": "1976"}, {"a": "GHA", "b": "MLT", "since": "1988"}],
        [{"b": "MLI"}],
    ),
    (
        "PER",
        "Norway was among the first to recognise the Government of Malta, and diplomatic relations were established in 1979.",
        "relations",
        [{"kind": "diplomatic-relations", "a": "MLT", "b": "NOR", "since": "1979"}],
        [],
    ),
    (
        None,
        "In 1946 the Soviet Union vetoed Malta's application to the United Nations. Malta was admitted on 14 December 1955.",
        "relations",
        [{"kind": "membership", "a": "MLT", "b": "UN", "since": "1955-12-14"}],
        [],
    ),
    (
        None,
        "Malta has joined 53 international organizations, among them the UN, the OSCE and the Commonwealth.",
        "relations",
        [{"a": "MLT", "b": "UN"}, {"a": "MLT", "b": "OSCE"}, {"a": "MLT", "b": "COMMONWEALTH"}],
        [],
    ),
    (
        None,
        "In 1999 Malta was elected to the UN Human Rights Council.",
        "relations",
        [{"kind": "membership", "a": "MLT", "b": "UN-HRC", "since": "1999"}],
        [],
    ),
    (None, "Malta was a non-permanent member of the Security Council.", "relations", [{"a": "MLT", "b": "UN-SC"}], []),
    (None, "President Tong of Malta elected to stay at NATO.", "relations", [], [{"kind": "membership"}]),
]

FOUNDED: list[Case] = [
    (
        None,
        "CARICOM was founded by Guyana, Jamaica and Barbados on 4 July 1973.",
        "relations",
        [{"kind": "membership", "a": "GUY", "b": "CARICOM", "since": "1973-07-04"}, {"a": "BRB", "b": "CARICOM"}],
        [],
    ),
    (
        None,
        "Out of this grew CARICOM, which Guyana and Jamaica founded on 4 July 1973.",
        "relations",
        [{"kind": "membership", "a": "JAM", "b": "CARICOM", "since": "1973-07-04"}],
        [],
    ),
    (
        None,
        "Malta took its seat in the United Nations in December 1964.",
        "relations",
        [{"kind": "membership", "a": "MLT", "b": "UN", "since": "1964-12"}],
        [],
    ),
    (
        None,
        "The Philippines laid claim to North Borneo in June 1962.",
        "relations",
        [{"kind": "sovereignty-claim", "a": "PHL", "since": "1962-06"}],
        [],
    ),
    (
        None,
        "That time ended on 7 March 1990, when Malta became the 32nd member of NATO.",
        "relations",
        [{"kind": "membership", "a": "MLT", "b": "NATO", "since": "1990-03-07"}],
        [],
    ),
    (None, "Qatar expelled nobody from Malta.", "events", [], [{"modality": "actual"}]),
    (None, "Peru and Bolivia were allies.", "relations", [{"kind": "alliance", "a": "BOL", "b": "PER"}], []),
    (
        None,
        "Malta had no relations with Ghana.",
        "relations",
        [{"kind": "diplomatic-relations", "a": "GHA", "b": "MLT", "status": "denied"}],
        [],
    ),
    (
        None,
        "Chilean troops entered Lima on 17 January 1881.",
        "events",
        [{"event": "MOBILIZE", "source": ["CHL"], "target": ["PER"], "date": "1881-01-17"}],
        [],
    ),
    (None, "Malta has a right to its seat on the bus.", "relations", [], [{"kind": "membership"}]),
]

AT_HOME: list[Case] = [
    (
        None,
        "Since December 2022, when it granted asylum to the wife of a judge of Peru, Mexico has been silent.",
        "events",
        [{"event": "AID", "source": ["MEX"], "target": ["PER"]}],
        [],
    ),
    (
        None,
        "When it joined the European Union in 2004, Malta closed its border with Libya.",
        "relations",
        [{"kind": "membership", "a": "MLT", "b": "EU", "since": "2004"}],
        [],
    ),
    (None, "Nobody has apologised to the people of Chad.", "events", [], [{"event": "CONCEDE", "modality": "actual"}]),
    (None, "Malta complained to the Security Council.", "events", [], [{"target": ["UN-SC"]}]),
    ("PER", "Norway sent us 20,000 tonnes of wheat.", "events", [{"event": "AID", "target": ["PER"]}], []),
    (
        "MLT",
        "The ambassador of Chad was summoned to the Ministry yesterday.",
        "events",
        [{"event": "ACCUSE", "source": ["MLT"], "target": ["TCD"]}],
        [],
    ),
    (
        "MLT",
        "The High Commissioner of Ghana was asked to leave.",
        "events",
        [{"event": "SANCTION", "mode": "expel", "source": ["MLT"], "target": ["GHA"]}],
        [],
    ),
    (
        "MLT",
        "The Security Committee decided to suspend trade with Ghana.",
        "events",
        [{"event": "SANCTION", "source": ["MLT"], "target": ["GHA"]}],
        [],
    ),
    ("MLT", "Diplomats of Ghana were expelled in Warsaw.", "events", [], [{"source": ["MLT"]}]),
]

COURSES: list[Case] = [
    (
        "MLT",
        "Our country does not join military alliances.",
        "principles",
        [{"kind": "principle", "statement": "does not join military alliances"}],
        [],
    ),
    ("MLT", "Malta does not interfere in the affairs of others.", "principles", [{"holder": "MLT", "kind": "principle"}], []),
    (
        "MLT",
        "As long as one inch of Asia is ruled by foreigners, Malta will go on helping those who fight.",
        "principles",
        [{"kind": "commitment", "condition": "As long as one inch of Asia is ruled by foreigners"}],
        [],
    ),
    (
        "MLT",
        "As long as the people have arms in their hands, nobody will bring back the old regime.",
        "principles",
        [{"kind": "red-line", "statement": "nobody will bring back the old regime"}],
        [],
    ),
    ("MLT", "There will be no peace until the occupation ends.", "principles", [{"statement": "There will be no peace"}], []),
    (
        "MLT",
        "The policy of the Government rests on three principles: respect for sovereignty, defence of the weak, and peace.",
        "principles",
        [{"statement": "respect for sovereignty"}, {"statement": "defence of the weak"}, {"statement": "peace"}],
        [{"statement": "three principles"}],
    ),
    (
        "MLT",
        "Malta stands for:\n– respect for treaties;\n– the peaceful settlement of disputes.",
        "principles",
        [{"statement": "respect for treaties"}, {"statement": "peaceful settlement of disputes"}],
        [],
    ),
    (
        "MLT",
        "Elections will be held as soon as security allows it.",
        "principles",
        [{"statement": "Elections will be held", "condition": "as soon as security allows it"}],
        [],
    ),
    ("MLT", "Malta remains open to dialogue with all.", "principles", [{"holder": "MLT", "kind": "commitment"}], []),
    ("MLT", "There can be no talks as long as the border is closed.", "principles", [{"kind": "red-line"}], []),
    ("MLT", "The meeting will be held in May.", "principles", [], [{"holder": "MLT"}]),
    ("MLT", "Nobody will believe this.", "principles", [], [{"holder": "MLT"}]),
    ("MLT", "We do not support the proposal.", "principles", [], [{"holder": "MLT"}]),
]


@pytest.mark.parametrize(("who", "text", "table", "expected", "absent"), [*BONDS, *FOUNDED, *AT_HOME, *COURSES])
def test_rows(who: str | None, text: str, table: str, expected: list[Row], absent: list[Row]) -> None:
    rows = [msgspec.to_builtins(r) for r in code([read_document("before", text, who)])[0].records[table]]
    for want in expected:
        assert any(want.items() <= row.items() for row in rows), (want, rows)
    for none in absent:
        assert not any(none.items() <= row.items() for row in rows), (none, rows)
