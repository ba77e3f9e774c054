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
    # Who talked with a host whom alone the sentence names: the visitor, or who tells it.
    (
        "CHL TGO", "interview", "As part of the visit by Foreign Minister Elliott Ohin of Togo, talks were held with the "
        "deputy prime minister.", "events", {"event": "CONSULT", "source": ["CHL", "TGO"], "target": ["CHL", "TGO"]},
    ),
    (
        "TGO", "statement", "Talks were held with the finance minister of Peru.", "events",
        {"event": "CONSULT", "source": ["PER", "TGO"], "target": ["PER", "TGO"]},
    ),
    # Gifts, by who receives them, and on the day of the gift that they return.
    (
        "TGO", "news", "The leader of Togo received a carpet from a foreign guest.", "events",
        {"event": "AID", "mode": "gift", "source": [], "target": ["TGO"]},
    ),
    (
        "", "overview", "In 1998 the President of Togo gave the King of Mali a statue. In return, the King of Mali gave a "
        "carpet to the President of Togo.", "events", {"event": "AID", "source": ["MLI"], "target": ["TGO"], "date": "1998"},
    ),
    ("", "overview", "Togo joined the Non-Aligned Movement in 1975.", "events", {"event": "SUPPORT", "mode": "accession"}),
    # Blame: headlines without a blamer, displeasure as regards something, hostile deeds, those whom "they" are.
    ("", "teaser", "Arms Policy of Chile Criticized", "events", {"event": "ACCUSE", "source": [], "target": ["CHL"]}),
    (
        "", "news", "The Foreign Ministry of Peru expressed strong discontent as regards Chile's pressure on firms.", "events",
        {"event": "ACCUSE", "source": ["PER"], "target": ["CHL"]},
    ),
    (
        "TGO", "statement", "Chile has committed a number of hostile actions against Togo.", "events",
        {"event": "ACCUSE", "source": ["TGO"], "target": ["CHL"]},
    ),
    (
        "TGO", "statement", "Chile and its allies do not want peace. They are trying to strangle our country.", "positions",
        {"holder": "TGO", "target": "CHL", "polarity": -1.0},
    ),
    # What a state stands for by verbs of keeping alone, by what it furthers, by its policies, in a clause of contrast.
    (
        "TGO", "statement", "Togo upholds neutrality.", "principles",
        {"holder": "TGO", "kind": "principle", "statement": "neutrality"},
    ),
    (
        "TGO", "overview", "Togo promotes friendship and cooperation with its neighbours.", "principles",
        {"holder": "TGO", "kind": "aim", "statement": "promotes friendship and cooperation with its neighbours"},
    ),
    (
        "TGO", "overview", "Togo contributes to peace through its policy of military restraint.", "principles",
        {"holder": "TGO", "kind": "principle", "statement": "military restraint"},
    ),
    (
        "", "reference", "Article 12 of the constitution of Togo says that customs will be low, while the country will develop "
        "foreign trade.", "principles", {"holder": "TGO", "statement": "develop foreign trade", "topic": "trade"},
    ),
    # Recognition that one has, claims of what has no relation to what, years of schooling, drafts that are a product of bias.
    (
        "", "overview", "At first Togo only had diplomatic recognition by communist countries.", "relations",
        {"kind": "recognition", "a": "X-SOCIALIST", "b": "TGO"},
    ),
    (
        "TGO", "letter", "Article 39 of the UN Charter has no relation to space flights.", "claims",
        {"kind": "legal", "denied": True, "claimed_by": "TGO"},
    ),
    (
        "TGO", "interview", "Nine years of compulsory schooling are the pride of our people.", "claims",
        {"subject": "TGO", "measure": "compulsory-education", "value": 9.0, "unit": "year"},
    ),
    (
        "TGO", "statement", "Chile submitted a \"Draft Resolution on Freedom in Togo\", which is an example of hypocrisy.",
        "citations", {"instrument_text": "Draft Resolution on Freedom", "stance": "disputed"},
    ),
    # Whatever sector "the country" was last spoken of in, its powers are those of the state itself.
    (
        "", "reference", "Foreign relations of Togo\nThe government of Togo signed treaties with its neighbours. Article 9 of "
        "the constitution says that the country will work for the unity of Africa.", "competences",
        {"state": "TGO", "office": None, "provision": "Article 9"},
    ),
]  # fmt: skip

NOT_TOLD: list[Case] = [
    # What opens a sentence, a region and a headline's verb are no persons.
    ("", "news", "However, the UN Secretariat answered Chad.", "actors", {"name": "However"}),
    ("", "teaser", "Chadian Embassy in Lima Hosts Reception", "actors", {"name": "Hosts Reception"}),
    (
        "", "news", "The envoy of Chad to the Western District, the first deputy chairman of the council, left.", "actors",
        {"name": "Western District"},
    ),
    ("TGO", "statement", "Chile promotes peace.", "principles", {}),
    ("TGO", "statement", "Togo promotes its exports.", "principles", {}),
    ("", "news", "The troops of Chad were in London hospital.", "events", {"event": "CONSULT"}),
    ("", "overview", "A meeting of the joint committee of Togo and Mali took place in Lome.", "events", {"event": "COOPERATE"}),
    ("TGO", "statement", "Togo has advanced despite the practices of hegemonic powers.", "events", {"event": "AID"}),
    ("ROU", "statement", "Peru put sanctions on the United States in May.", "events", {"place": "States"}),
    ("TGO", "statement", "The police will do everything possible to find the girl.", "events", {"event": "AGREE"}),
]  # fmt: skip


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
