"""Statements, letters, briefings and polemics of governments: a case and more for each cause of faults found in such texts."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, ReadDocument

# (speaker, text, table, fields of a row)
Case = tuple[str, str, str, dict[str, Any]]

TOLD: list[Case] = [
    # blame heaped on blame condemns; those who share it are named with it
    (
        "PER",
        "Chile pursues a reckless policy and goes on with its provocative and arrogant moves.",
        "events",
        {"event": "ACCUSE", "source": ["PER"], "target": ["CHL"], "performed": True},
    ),
    (
        "PER",
        "Chile abuses human rights as an instrument to isolate our country and to rob our people.",
        "events",
        {"event": "ACCUSE", "target": ["CHL"], "contexts": ["human_rights"]},
    ),
    ("PER", "Chile has committed terrible crimes in our land.", "events", {"rule": "commit-crimes", "target": ["CHL"]}),
    # what is done in line with somebody's plan is not said by him
    (
        "PER",
        "The friendly relations between Peru and Chile grow deeper, according to the decision of the president of Chile.",
        "relations",
        {"kind": "ties", "reported_by": ["PER"]},
    ),
    # what stands in lists, and behind something else
    ("", "Niger has recruited, paid and armed the rebels of Chad.", "events", {"event": "AID", "source": ["NER"]}),
    ("PER", "Peru thanks the OAS, and in particular Chile, for its help.", "positions", {"target": "CHL", "polarity": 0.5}),
    (
        "PER",
        "Peru calls on Chile to withdraw and on its partners abroad, above all Spain and Italy, to stay neutral.",
        "events",
        {"event": "REQUEST", "target": ["ESP", "ITA"]},
    ),
    (
        "GHA",
        "The minister received in Accra on Monday the Togolese foreign minister.",
        "events",
        {"event": "CONSULT", "source": ["TGO"], "target": ["GHA"]},
    ),
    (
        "GHA",
        "The ministry dismissed as invented a report in which Togo accused Ghanaian troops of murder.",
        "events",
        {"event": "ACCUSE", "source": ["TGO"], "target": ["GHA"]},
    ),
    (
        "GHA",
        "Our policy rests on the principles of fair trade, of leaving no one behind and of good faith.",
        "principles",
        {"statement": "good faith"},
    ),
    (
        "PER",
        "Two helicopters of the Chilean Air Force flew into our territory, fired upon a hamlet and left two farmers dead.",
        "events",
        {"event": "ASSAULT", "source": ["CHL"]},
    ),
    (
        "PER",
        "Peru has written to the Chilean side several times and demands that Chile withdraw the vessel.",
        "events",
        {"event": "REQUEST", "source": ["PER"], "target": ["CHL"]},
    ),
    # who is meant
    ("PER", "Deputy Minister receives Ambassador of Chad", "events", {"source": ["TCD"], "target": ["PER"]}),
    (
        "GHA",
        "The conduct of Togo is no less deplorable. While its envoys smile at us, its soldiers have burned farms in Ghana.",
        "events",
        {"event": "ASSAULT", "source": ["TGO"], "target": ["GHA"]},
    ),
    (
        "GHA",
        "The fact is that Togo seized ten of our fishermen. Ghana demands their immediate release.",
        "events",
        {"event": "REQUEST", "source": ["GHA"], "target": ["TGO"]},
    ),
    (
        "",
        "Ann Dow praised the stand of Peru in the Security Council, where it has twice refused to support a draft.",
        "events",
        {"event": "REJECT", "source": ["PER"]},
    ),
    ("PER", "In its note of 3 May 2013, Chile claims the islands.", "events", {"event": "CONSULT", "source": ["CHL"]}),
    (
        "PER",
        "We turned to the OAS. The organization confined itself to voicing concern. That was disappointing.",
        "positions",
        {"target": "OAS"},
    ),
    (
        "PER",
        "The European Union pledged help. We welcome that. But it still renews the embargo on Chad every year.",
        "events",
        {"event": "SANCTION", "source": ["EU"]},
    ),
    (
        "PER",
        "Peru backs the initiative of Brazil in the Security Council, which was vetoed on 3 May by France.",
        "events",
        {"event": "REJECT", "source": ["FRA"], "target": ["BRA"]},
    ),
    (
        "PER",
        "The Chilean occupation forces steal our oil. Peru calls on these forces to leave.",
        "events",
        {"event": "REQUEST", "source": ["PER"], "target": ["CHL"]},
    ),
    (
        "PER",
        "Chad and Mali are at war. Under Article 10 of its Constitution, Peru rejects war.",
        "citations",
        {"instrument": "PER-CONSTITUTION", "provision": "Article 10"},
    ),
    (
        "PER",
        "Peru considers that the blockade is an act of war and reiterates its solidarity with the Cuban people.",
        "positions",
        {"holder": "PER", "target": "CUB"},
    ),
    # verdicts
    ("PER", "Chile is burning libraries in the north. That is vandalism.", "positions", {"holder": "PER", "target": "CHL"}),
    (
        "PER",
        "Peru finds it regrettable that the OAS should side with Chile.",
        "events",
        {"event": "ACCUSE", "source": ["PER"], "target": ["OAS"]},
    ),
    # refusals, terms and threats
    (
        "PER",
        "My Government will take part in no talks until Chile leaves the town.",
        "events",
        {"event": "REJECT", "source": ["PER"]},
    ),
    (
        "PER",
        "My Government will take part in no talks until Chile leaves the town.",
        "principles",
        {"kind": "red-line", "condition": "until Chile leaves the town"},
    ),
    ("PER", "None of our soldiers attacked Chile.", "events", {"event": "ASSAULT", "modality": "negated"}),
    (
        "PER",
        "Peru remains ready to settle the question with Chile, provided that Chile first withdraws.",
        "events",
        {"event": "AGREE", "target": ["CHL"], "modality": "conditional"},
    ),
    (
        "PER",
        "If the Council keeps silent, we shall have no choice but to defend our people by all means at our disposal.",
        "events",
        {"event": "THREATEN", "source": ["PER"], "modality": "conditional"},
    ),
    (
        "PER",
        "When Chilean troops crossed our border, we turned to the OAS under Article 3 of the treaty.",
        "events",
        {"event": "REQUEST", "mode": "assist", "target": ["OAS"]},
    ),
    ("PER", "In May the envoys of the OAS found fault with the vote.", "events", {"event": "ACCUSE", "source": ["OAS"]}),
    ("PER", "China built our new parliament as a gift.", "events", {"event": "AID", "source": ["CHN"], "target": ["PER"]}),
    # numbers
    ("PER", "Chile continues to hold at least 40 Peruvian prisoners.", "claims", {"value": 40.0, "comparator": ">="}),
    ("PER", "Peru's dam is designed to generate 900 megawatts of electricity.", "claims", {"value": 900.0}),
]

NOT_TOLD: list[Case] = [
    ("PER", "Chile paid for the tales of refugees, who committed terrible crimes.", "events", {"event": "ACCUSE"}),
    ("PER", "Chile goes on with its provocative moves.", "events", {"event": "ACCUSE"}),
    ("PER", "No one will bargain with us over an inch of our land.", "events", {"source": ["PER"]}),
    ("PER", "Peru finds it regrettable that the OAS should side with Chile.", "events", {"event": "REQUEST"}),
    ("PER", "Not one Peruvian official was permitted to visit the camp.", "events", {"modality": "actual"}),
    ("PER", "The organization confined itself to expressing concern about Chile.", "events", {"event": "COERCE"}),
    ("PER", "The school, built with the savings of the Peruvian people, opens in May.", "events", {"event": "COOPERATE"}),
    ("PER", "Peru has honoured its commitments to Chile.", "events", {"event": "SUPPORT"}),
    (
        "PER",
        "Should any party attack the dam, it alone will bear the consequences.",
        "principles",
        {"holder": "PER"},
    ),
]


def rows(coder: Coder, case: Case) -> list[Any]:
    speaker, text, table, _ = case
    made = Document(
        document_id="d", source_path="d", text=text, text_sha256="", language="en", kind="statement", published="2014-10-15",
        speaker_state=speaker or None, reported_by=[speaker] if speaker else [],
    )  # fmt: skip
    return list(coder.code([ReadDocument(document=made, passages=[])], "")[0].records[table])


def matches(row: Any, fields: dict[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in fields.items())


@pytest.mark.parametrize("case", TOLD, ids=lambda c: c[1][:50])
def test_told(coder: Coder, case: Case) -> None:
    found = rows(coder, case)
    assert any(matches(row, case[3]) for row in found), found


@pytest.mark.parametrize("case", NOT_TOLD, ids=lambda c: c[1][:50])
def test_not_told(coder: Coder, case: Case) -> None:
    assert not [row for row in rows(coder, case) if matches(row, case[3])]
