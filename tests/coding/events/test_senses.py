"""Verbs whose other senses report no event: told in our own words, with what they do report beside it."""

from __future__ import annotations

import pytest
from labelled import code, read_document


def events(text: str) -> list[tuple[str, str | None]]:
    return [(e.event, e.mode) for e in code([read_document("d", text, None, "2020-06-15")])[0].records["events"]]


@pytest.mark.parametrize(
    "text",
    [
        # what is asked is an answer
        "A reporter asked Kenyan President Uhuru Kenyatta whether he was tired.",
        "When asked about the floods, the Kenyan minister shook his head.",
        'The Peruvian minister was asked: "How will you pay for it?"',
        # a thing wishes for nothing
        "Another failure would require the Kenyan government to hold new elections.",
        # what was not managed was not refused
        "The Kenyan government failed to win over the voters of Mombasa.",
        "Chilean police failed to find the yacht.",
        # what comes of something else threatens nobody
        "The Kenyan minister warned that the drought would make bread dearer.",
        # other senses
        "A Nigerian firm operating in Ghana paid its taxes.",
        "In Norway the bakery entered the market in 2003.",
        "Questions surrounding the deal with Chile were not answered.",
        "Voters in Spain had a low opinion of Italian cooks.",
        "Kenya is in a critical season of rain.",
        "Peruvian officials described a market for illegal orchids in Lima.",
        "Nigerian crude declined 2.2 percent in London.",
        "Kenyan astronomers and their colleagues registered a comet.",
        "Chilean jurors signed statements in Santiago.",
        "He was devastated by the news from Kenya.",
        "The Kenyan parliament passed a bill on school meals.",
    ],
)
def test_senses_that_report_nothing(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya asked Uganda to open its border.", ("REQUEST", "change")),
        ("The Kenyan government failed to comply with a UN demand to free the editors.", ("REJECT", "yield")),
        ("Serbia warned Slovenia that it would feel the weight of a boycott.", ("THREATEN", None)),
        ("Protesters surrounded the presidential palace in Nairobi.", ("PROTEST", "demo")),
        ("The Kenyan minister was highly critical of Uganda.", ("ACCUSE", "disapprove")),
        ("Kenyan President Uhuru Kenyatta described the Ugandan raid as a crime.", ("ACCUSE", None)),
        ("Kenya and Uganda signed a statement on fishing.", ("SUPPORT", "treaty")),
        ("The Kenyan president renewed his Twitter attacks on the judge.", ("ACCUSE", "disapprove")),
    ],
)
def test_senses_that_report_an_event(text: str, event: tuple[str, str | None]) -> None:
    assert event[0] in [e for e, _ in events(text)]
