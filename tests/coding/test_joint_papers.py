"""What two say together, and whom "the leaders" and "the ministers" of a text are: cases of each, and of what is neither."""

from __future__ import annotations

import pytest
from labelled import assert_rows, events, read_document

from dragoman.coding import Coder
from dragoman.records import Relation

Told = tuple[str, str, str, str]

JOINT: list[tuple[str, Told | None]] = [
    ("The Heads of State held talks in Lomé.", ("CONSULT", "GHA TGO", "GHA TGO", "actual")),
    ("The Sides will hold consultations on fishing twice a year.", ("AGREE", "GHA TGO", "GHA TGO", "actual")),
    (
        "At the invitation of the President of Ghana, John Mensah, the President of Togo, Kofi Adjei, paid a visit to Ghana.",
        ("CONSULT", "TGO", "GHA", "actual"),
    ),
    (
        "The Sides,\nrecalling that diplomatic relations between the two countries were established in 1961,\nhave met.",
        ("SUPPORT", "GHA TGO", "GHA TGO", "actual"),
    ),
]
TOLD: list[tuple[str, Told | None]] = [
    (
        "The premier of Peru met the king of Tonga in Fiji. The leaders signed a treaty.",
        ("SUPPORT", "PER TON", "PER TON", "actual"),
    ),
    (
        "Kenya hosted the African Union summit. The leaders condemned the coup in Guinea.",
        ("ACCUSE", "AU", "GIN", "actual"),
    ),
    ("Bandits robbed a shop in Chad. The leaders fled to Mali.", None),
    (
        "On 5 May Prime Minister Abiy Ahmed and President Ruto agreed to share water.",
        ("AGREE", "ETH KEN", "ETH KEN", "actual"),
    ),
    ("President Ruto is going to visit Ethiopia.", ("CONSULT", "KEN", "ETH", "planned")),
    ("President Ruto presented President Kagame with a drum.", ("AID", "KEN", "RWA", "actual")),
    ("Chad and Mali set up a strategic partnership in 2011.", ("SUPPORT", "MLI TCD", "MLI TCD", "actual")),
]
THREATS: list[tuple[str, Told | None]] = [
    ("Should Togo attack our ports, our response will be decisive.", ("THREATEN", "GHA", "TGO", "conditional")),
    ("Our response to the invitation of Togo will be swift.", None),
]


def _told(coder: Coder, text: str, speaker: str | None) -> list[Told]:
    found = events(coder, text, speaker)
    return [(e.event, " ".join(sorted(e.source)), " ".join(sorted(e.target)), e.modality) for e in found]


@pytest.mark.parametrize(("text", "expected"), JOINT)
def test_joint(coder: Coder, text: str, expected: Told) -> None:
    assert expected in _told(coder, text, "GHA+TGO")


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_leaders(coder: Coder, text: str, expected: Told | None) -> None:
    told = _told(coder, text, None)
    assert expected in told if expected else not told


@pytest.mark.parametrize(("text", "expected"), THREATS)
def test_responses(coder: Coder, text: str, expected: Told | None) -> None:
    told = _told(coder, text, "GHA")
    assert expected in told if expected else all(t[0] != "THREATEN" for t in told)


def test_gift_is_what_is_given_and_papers_are_none(coder: Coder) -> None:
    assert not any(e.mode == "gift" for e in events(coder, "The Kenyan premier presented President Kagame with a report."))


def test_parties_to_a_conflict_are_named_behind(coder: Coder) -> None:
    rows = events(coder, "The leaders urged the parties to the conflict in Sudan to lay down their arms.", "GHA+TGO")
    assert all(set(e.target) != {"GHA", "TGO"} for e in rows)


BONDS: list[tuple[str, str, tuple[str, str, str, str | None]]] = [
    ("GHA+TGO", "guided by the Treaty on Friendship signed on 2 June 1975,", ("agreement", "GHA", "TGO", "1975-06-02")),
    ("GHA+TGO", "The Sides raised their relations to the level of a strategic partnership.", ("ties", "GHA", "TGO", None)),
    ("GHA", "It is in line with the partnership which Ghana and Togo set up in 1999.", ("ties", "GHA", "TGO", "1999")),
]


@pytest.mark.parametrize(("speaker", "text", "row"), BONDS)
def test_bonds(coder: Coder, speaker: str, text: str, row: tuple[str, str, str, str | None]) -> None:
    found = coder.code([read_document("text", text, speaker)], "")[0].records["relations"]
    assert row in [(r.kind, r.a, r.b, r.since) for r in found if isinstance(r, Relation)]


def test_what_is_to_be_set_up_is_no_bond(coder: Coder) -> None:
    text = "It is in line with the partnership which Ghana and Togo will set up in 2031."
    assert_rows(coder, text, "GHA", None, "relations", [], [{"kind": "ties"}])
