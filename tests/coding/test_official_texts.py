"""What readers expect of statements, interviews, overviews and letters: rows that must be there, and rows that must not."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, ReadDocument

# Whose words it is (medium and speaker), the kind of text, the text, the table, and fields of a row of it.
Case = tuple[str, str, str, str, dict[str, Any]]

TOLD: list[Case] = [
    # What was not done, told in an argument.
    (
        "ROU", "statement", "If any such test were a threat, the Security Council should have raised it and imposed sanctions "
        "on France.", "events", {"event": "SANCTION", "source": ["UN-SC"], "target": ["FRA"], "modality": "hypothetical"},
    ),
    (
        "", "article", "Had Chile asked, Peru would have withdrawn its ambassador from Bolivia.", "events",
        {"event": "SANCTION", "source": ["PER"], "target": ["BOL"], "modality": "hypothetical"},
    ),
    # What one will do one's best for is promised.
    (
        "TGO", "statement", "Togo will spare no effort to deepen its friendship with Mali.", "events",
        {"event": "AGREE", "source": ["MLI", "TGO"], "target": ["MLI", "TGO"], "modality": "actual"},
    ),
    (
        "CHL TGO", "interview", "The Togolese side will make every effort to further the growth of relations between our "
        "countries.", "events", {"event": "AGREE", "source": ["CHL", "TGO"], "target": ["CHL", "TGO"]},
    ),
    (
        "MLI", "statement", "Mali will do everything possible to withdraw its troops from Togo.", "events",
        {"event": "CONCEDE", "source": ["MLI"], "target": ["TGO"]},
    ),
    # Visits that a noun or a stay tells.
    (
        "", "overview", "There has been a lively exchange of visits between Togo and Mali.", "events",
        {"event": "CONSULT", "mode": "visit", "source": ["MLI", "TGO"], "target": ["MLI", "TGO"]},
    ),
    (
        "", "news", "The Hungarian prime minister was in Ankara on Friday.", "events",
        {"event": "CONSULT", "mode": "visit", "source": ["HUN"], "target": ["TUR"]},
    ),
    # A joint body of nobody by name is of the two whom the text is between.
    (
        "CHL TGO", "interview", "The ninth session of the intergovernmental commission was held in May.", "events",
        {"event": "CONSULT", "source": ["CHL", "TGO"], "target": ["CHL", "TGO"]},
    ),
    # Whatever sector "the country" was last spoken of in, its powers are those of the state itself.
    (
        "", "reference", "Foreign relations of Togo\nThe government of Togo signed treaties with its neighbours. Article 9 of "
        "the constitution says that the country will work for the unity of Africa.", "competences",
        {"state": "TGO", "office": None, "provision": "Article 9"},
    ),
]  # fmt: skip

NOT_TOLD: list[Case] = [
    ("", "news", "The troops of Chad were in London hospital.", "events", {"event": "CONSULT"}),
    ("", "overview", "A meeting of the joint committee of Togo and Mali took place in Lome.", "events", {"event": "COOPERATE"}),
    ("ROU", "statement", "Peru put sanctions on the United States in May.", "events", {"place": "States"}),
    ("TGO", "statement", "The police will do everything possible to find the girl.", "events", {"event": "AGREE"}),
]


def rows(coder: Coder, case: Case) -> list[Any]:
    voices, kind, text, table, _ = case
    said = voices.split()
    made = Document(
        document_id="d", source_path="d", text=text, text_sha256="", language="en", kind=kind, published="2014-10-15",
        speaker_state=said[-1] if said else None, reported_by=said,
    )  # fmt: skip
    return list(coder.code([ReadDocument(document=made, passages=[])], "")[0].records[table])


def matches(row: Any, fields: dict[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in fields.items())


@pytest.mark.parametrize("case", TOLD, ids=lambda c: c[2][:50])
def test_told(coder: Coder, case: Case) -> None:
    found = rows(coder, case)
    assert any(matches(row, case[4]) for row in found), found


@pytest.mark.parametrize("case", NOT_TOLD, ids=lambda c: c[2][:50])
def test_not_told(coder: Coder, case: Case) -> None:
    assert not [row for row in rows(coder, case) if matches(row, case[4])]
