"""Events that must not take a state which no word gives them: outlaws, ministers of two, bodies of several states, victims."""

from __future__ import annotations

import pytest

from dragoman.coding import Coder
from dragoman.lexicon import load
from dragoman.reading import plain
from dragoman.records import Event

# Text, the state it speaks for, type, sources, targets; the type alone where no such event is told.
CASES = [
    ("Pirates seized a Greek tanker off Benin.", None, "COERCE", "", "GRC"),
    ("Hijackers took over a Thai airliner on Sunday.", None, "ASSAULT", "", "THA"),
    ("The foreign ministers Ivo Larsson and Wang Yi met in Lima.", None, "CONSULT", "CHN", ""),
    ("The Danish army and opposition leaders met in Aarhus.", None, "CONSULT", "DNK", "DNK"),
    ("The ministers have barred Chadian airlines from their skies.", None, "SANCTION", "", "TCD"),
    ("A Turkish frigate sank the gunboat and killed nine sailors.", None, "ASSAULT", "TUR", ""),
    ("Police displaced thousands of people in a Kenyan slum.", None, "SANCTION", "KEN", "KEN"),
    ("The charities that send us flour were thanked.", "CUB", "AID", "", "CUB"),
    ("Ghana insisted that the sides must stop shooting.", None, "REQUEST", "GHA", ""),
    # An offer to do harm to a third is a favour or a bargain, and threatens nobody.
    ("Norway offered to send warships to Malta.", None, "AGREE", "NOR", "MLT"),
    # What somebody is put through is not held against them.
    ("Peru rejected the exclusion of Chile from the talks.", None, "REJECT", "PER", ""),
    ("Peru condemned the blacklisting of Chile by Spain.", None, "ACCUSE", "PER", "ESP"),
    ("Peru rejects the annexation of Malta by Libya.", None, "REJECT", "PER", "LBY"),
    ("Peru rejected the accession of Chile to the pact.", None, "REJECT", "PER", "CHL"),
    # A speaker's own word under an article is no provision.
    (
        "Pursuant to Article 99 of the Charter, Guyana calls on the Security Council to meet.",
        "GUY",
        "REQUEST",
        "GUY",
        "UN-SC",
    ),
    ("Pursuant to Article 99 of the Charter the Assembly calls on members to meet.", None, "REQUEST", None, None),
    ("Norway regretted the deaths of Afghan villagers.", None, "CONCEDE", "NOR", "AFG"),
    ("Norway regrets that the truce has broken down.", "NOR", "CONCEDE", None, None),
    ("Denmark responded by cutting its aid.", None, "SANCTION", "DNK", ""),
    ("Libya acceded to the convention in 1975; Chad built a reactor.", None, "SUPPORT", "LBY", ""),
    ("We welcome the meeting of the Boundary Commission.", "KHM", "SUPPORT", "KHM", ""),
    ("I assure you of our full cooperation.", "GUY", "AGREE", "GUY", ""),
    ("Mobutu went into exile in Morocco.", None, "CONSULT", None, None),
    ("Only nine states kept an embassy in Tirana.", None, "PROTEST", None, None),
    ("Spain demands that Peru break off relations with Chile.", None, "REQUEST", "ESP", "PER"),
]


def _events(coder: Coder, text: str, speaker: str | None) -> list[Event]:
    found = coder.code([plain("row", text, None, speaker, None, lexicon=load())], "")[0].records["events"]
    return [e for e in found if isinstance(e, Event)]


@pytest.mark.parametrize(("text", "speaker", "kind", "source", "target"), CASES)
def test_nobodys_state(coder: Coder, text: str, speaker: str | None, kind: str, source: str | None, target: str | None) -> None:
    found = [(" ".join(e.source), " ".join(e.target)) for e in _events(coder, text, speaker) if e.event == kind]
    assert found == ([] if source is None else [(source, target)])


def test_the_council_of_the_union(coder: Coder) -> None:
    text = "The European Union met. The Council decided to put nine Chadian firms on its list of sanctions."
    assert [e.source for e in _events(coder, text, None) if e.event == "SANCTION"] == [["EU"]]


def test_the_council_of_others(coder: Coder) -> None:
    text = "The European Union met. The National Council of Chad sat too. The Council decided to suspend aid to Mali."
    assert [e.source for e in _events(coder, text, None) if e.event == "SANCTION"] != [["EU"]]


def test_no_bond_is_ended_by_a_demand(coder: Coder) -> None:
    text = "Spain demands that Peru break off relations with Chile."
    assert not coder.code([plain("row", text, None, None, None, lexicon=load())], "")[0].records["relations"]


@pytest.mark.parametrize(
    "text", ["1982, 2 April. Peru recalled its ambassador from Chile.", "1976, May: Peru recognised Angola."]
)
def test_a_year_over_its_day(coder: Coder, text: str) -> None:
    assert [e.date for e in _events(coder, text, None)] in (["1982-04-02"], ["1976-05"])


@pytest.mark.parametrize("text", ["Peru let them see the consul in line with the Convention on Consular Relations of 1963."])
def test_no_date_of_a_convention(coder: Coder, text: str) -> None:
    assert all(e.date is None for e in _events(coder, text, None))


@pytest.mark.parametrize(
    ("text", "performed"),
    [
        ("On the coup, we strongly condemn the use of force by Chad.", True),
        ("We condemned the use of force by Chad.", False),
        ("The ministry summoned the ambassador of Chad on 3 May 2021.", False),
        ("Chad has committed crimes against the people of Mali.", True),
    ],
)
def test_what_is_done_by_saying_so(coder: Coder, text: str, performed: bool) -> None:
    assert {e.performed for e in _events(coder, text, "GHA") if e.event == "ACCUSE"} == {performed}


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("Egypt lent financial support to Chad.", "AID", "EGY", "TCD"),
        ("Egypt lent moral support to Chad.", "SUPPORT", "EGY", "TCD"),
        ("Two Peruvian citizens signed up for jobs with the Russian army.", "AGREE", None, None),
        ("Peru opposed the Chilean bid to join the council.", "REJECT", "PER", "CHL"),
    ],
)
def test_whose_deed_it_is(coder: Coder, text: str, kind: str, source: str | None, target: str | None) -> None:
    found = [(" ".join(e.source), " ".join(e.target)) for e in _events(coder, text, None) if e.event == kind]
    assert found == ([] if source is None else [(source, target)])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("NAIROBI, Kenya (AP) -- The Foreign Ministry expelled the Rwandan ambassador on Tuesday.", ["KEN"]),
        ("LIMA, May 4 (AFP) - Police arrested two Chilean spies on Friday.", ["PER"]),
    ],
)
def test_a_row_with_an_agencys_dateline_tells_whose_offices_act(coder: Coder, text: str, source: list[str]) -> None:
    (found,) = coder.code([plain("row", text, "2014-06-15", None, None, lexicon=load())], "")
    (event,) = found.records["events"]
    assert event.source == source


@pytest.mark.parametrize(
    "text", ["Nairobi - the talks failed.", "Lima: police arrested two spies.", "Talks in Lima (AFP) failed."]
)
def test_a_row_without_an_agencys_dateline_has_no_place(text: str) -> None:
    assert plain("row", text, lexicon=load()).document.dateline_place is None
