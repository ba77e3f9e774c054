"""Whose an office, an organ or a text is that a document names without its state, and whom its acts are towards."""

from __future__ import annotations

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, Event, ReadDocument

Expected = tuple[str, set[str], set[str]]
CASES: list[tuple[str, Expected]] = [
    # What an overview calls the Republic, and whose Parliament and embassy it is.
    ("Overview: Mauritius\nThe Republic joined the Commonwealth in 1968.", ("SUPPORT", {"MUS"}, {"COMMONWEALTH"})),
    ("Overview: Mauritius\nParliament approved the convention in 1992.", ("SUPPORT", {"MUS"}, set())),
    (
        "Bulletin of the Embassy of Nepal in Rome\nThe ambassador presented her credentials to the President of Italy.",
        ("CONSULT", {"NPL"}, {"ITA"}),
    ),
    # "He" is the one person whom the sentence before names, and "the President" the one named last.
    (
        "The court published an indictment of President Idris Nour of Chad. Ghana did not arrest him.",
        ("COERCE", {"GHA"}, {"TCD"}),
    ),
    ("Minister Ivo Sartori of Malta also came. He urged Libya to release the crew.", ("REQUEST", {"MLT"}, {"LBY"})),
    # A body sits where it is said to sit.
    (
        "Boris Anders, director of the Central Intelligence Agency in Bangkok, visited Hanoi in May.",
        ("CONSULT", {"THA"}, {"VNM"}),
    ),
    # What a resolution says, those say who adopted it.
    (
        "The Organization of American States passed a resolution which condemned the coup in Honduras.",
        ("ACCUSE", {"OAS"}, {"HND"}),
    ),
    # An organ judges the state that did what went before, or the only one that is spoken of.
    ("When Chad declared war, the Security Council imposed sanctions.", ("SANCTION", {"UN-SC"}, {"TCD"})),
    (
        "The Council of the Union met. Chad launched a rocket. Libya warned of it. The Security Council condemned the launch.",
        ("ACCUSE", {"UN-SC"}, {"TCD"}),
    ),
    # "The two ministers" are not of the town where they met, and "it" goes on with the other party.
    (
        "The foreign ministers of Peru and Chile met in Quito. The two ministers agreed to continue the talks.",
        ("AGREE", {"CHL", "PER"}, {"CHL", "PER"}),
    ),
    (
        "Peru recognized Kosovo in 2008. It established diplomatic relations in 2009.",
        ("SUPPORT", {"PER", "XKX"}, {"PER", "XKX"}),
    ),
    # "The parties" are those of the agreement told of last.
    (
        "The Government of Chad and the rebels signed a peace accord in Doha. The parties ask the African Union for monitors.",
        ("REQUEST", {"TCD"}, {"AU"}),
    ),
    # What is said of all states is towards none of those named before.
    (
        "Chad accused Libya of espionage. Chad stated that it has no intention to attack countries that keep the peace.",
        ("AGREE", {"TCD"}, set()),
    ),
    ("Norway met Iceland. In 1969 Norway offered to host a conference on fisheries.", ("AGREE", {"NOR"}, set())),
]


def events(coder: Coder, text: str, speaker: str | None = None) -> list[Event]:
    title = text.partition("\n")[0] if "\n" in text else None
    document = Document(
        document_id="d", source_path="x", text=text, text_sha256="", language="en", title=title, published="2020-06-15",
        speaker_state=speaker, reported_by=[speaker] if speaker else [],
    )  # fmt: skip
    out = coder.code([ReadDocument(document=document)], "")[0]
    return [e for e in out.records["events"] if isinstance(e, Event)]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][-50:] for c in CASES])
def test_whose(coder: Coder, text: str, expected: Expected) -> None:
    found = [(e.event, set(e.source), set(e.target)) for e in events(coder, text)]
    assert expected in found


def test_a_statement_about_one_state_is_between_it_and_the_speaker(coder: Coder) -> None:
    text = "Statement on Relations with Chad\nThe Chadian government stated on Friday that it regrets the decision."
    (told,) = events(coder, text, speaker="LBY")
    assert (told.event, told.source, told.target) == ("ACCUSE", ["TCD"], ["LBY"])
