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
    ("We demand that Niger free the sailors.", ("REQUEST", "GHA TGO", "NER", "actual")),
    ("We, the Presidents of Ghana and Togo, condemn the coup in Niger.", ("ACCUSE", "GHA TGO", "NER", "actual")),
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


def test_a_list_of_what_was_signed(coder: Coder) -> None:
    text = (
        "The premiers met in Accra.\nDuring the visit the following documents were signed:\n"
        "- Agreement between the Government of Ghana and the Government of Togo on Fisheries\n- Memorandum on Mines\n"
        "The premiers left on Friday."
    )
    signed = [e for e in events(coder, text, "GHA+TGO") if e.rule == "listed-as-signed"]
    assert [(e.source, e.object_text) for e in signed] == [
        (["GHA", "TGO"], "Agreement between the Government of Ghana and the Government of Togo on Fisheries"),
        (["GHA", "TGO"], "Memorandum on Mines"),
    ]


def test_a_list_of_what_will_be_signed_is_none(coder: Coder) -> None:
    text = "The following documents will be signed:\n- Agreement between Ghana and Togo on Fisheries"
    assert not [e for e in events(coder, text, "GHA+TGO") if e.rule == "listed-as-signed"]


def test_the_two_countries_are_who_speaks_and_whom_the_sentence_names(coder: Coder) -> None:
    text = "Benin, Niger and Mali took part. We call on Ghana to honour the partnership which the two countries set up in 1999."
    found = coder.code([read_document("text", text, "TGO")], "")[0].records["relations"]
    assert [(r.a, r.b) for r in found if isinstance(r, Relation) and r.kind == "ties"] == [("GHA", "TGO")]


DATED = [
    ("In 2014 Ghana hosted the ECOWAS summit in Accra from May 3 to 5.", "2014-05-03"),
    ("The pact was signed in March 2015. On May 20 President Ruto and President Kagame agreed to renew it.", "2020-05-20"),
    ("The pact was signed in March 2015. On July 2 President Ruto and President Kagame agreed to renew it.", "2015-07-02"),
]


@pytest.mark.parametrize(("text", "date"), DATED)
def test_dates(coder: Coder, text: str, date: str) -> None:
    assert date in [e.date for e in events(coder, text, "GHA", published="2020-06-15")]


SAID: list[tuple[str, Told | None]] = [
    ("It was Togo that armed the rebels of Benin, paid them and sheltered them.", ("AID", "TGO", "BEN", "actual")),
    ("It was Togo that attacked our ferries.", ("ASSAULT", "TGO", "GHA", "actual")),
    ("Ghana expelled two envoys of Togo; Togo expelled two Ghanaian envoys.", ("SANCTION", "GHA", "TGO", "actual")),
    ("We thank Togo, which extended credits of nine million dollars.", ("AID", "TGO", "GHA", "actual")),
    ("We ratified the Test-Ban Treaty in 2013 and acceded to another in 2014.", ("SUPPORT", "GHA", "", "actual")),
    ("Ghana, which has asked for it, is ready to help Togo, provided that Lomé pays.", ("AGREE", "GHA", "TGO", "conditional")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_statements(coder: Coder, text: str, expected: Told) -> None:
    assert expected in _told(coder, text, "GHA")


def test_money_is_of_no_party(coder: Coder) -> None:
    assert all("USA" not in e.target for e in events(coder, "The Bank gave a grant of nine million US dollars.", "GHA"))


def test_who_denies_meddling_charges_nobody(coder: Coder) -> None:
    assert not events(coder, "Ghana has never interfered in the internal affairs of Togo.", "GHA")


def test_whose_credentials_and_who_calls(coder: Coder) -> None:
    calls = {
        "The king received the credentials of Ann Dow as Ambassador of Togo to Ghana.": ("credentials", ["TGO"], ["GHA"]),
        "The premier of Ghana received a telephone call from the premier of Togo.": ("phone", ["TGO"], ["GHA"]),
    }
    for text, told in calls.items():
        assert told in [(e.mode, e.source, e.target) for e in events(coder, text, "GHA")]
    assert not any(e.mode == "phone" for e in events(coder, "The premier received a call to order from Togo.", "GHA"))


def test_sanctions_on_firms_are_on_none_of_ones_own(coder: Coder) -> None:
    found = [e for e in events(coder, "Togo imposed sanctions on four companies.", "GHA") if e.event == "SANCTION"]
    assert found
    assert all("TGO" not in e.target for e in found)


MEANT: list[tuple[str, Told | None]] = [
    ("The Togolese regime broke its word. Benin has supplied the regime with rifles.", ("AID", "BEN", "TGO", "actual")),
    ("It is a lie. Benin attacked the regime.", None),
    (
        "I quote the remarks made by the Togolese premier and his minister, in which they threatened to attack us.",
        ("THREATEN", "TGO", "GHA", "actual"),
    ),
    ("Togo fired rockets at army barracks.", ("ASSAULT", "TGO", "", "actual")),
]


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_who_is_meant(coder: Coder, text: str, expected: Told | None) -> None:
    told = _told(coder, text, "GHA")
    assert expected in told if expected else all("GHA" not in t[2] for t in told)
