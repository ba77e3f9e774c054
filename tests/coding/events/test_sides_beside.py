"""Sides, places and dates that stand beside an act: in the sentences around it, in another clause, or in words alone."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

# A text, one of its events and its two sides.
SIDES = [
    (
        "The Government of Indonesia and the Free Aceh Movement signed a Memorandum of Understanding in Geneva in 2005.",
        "SUPPORT", ["IDN"], ["IDN"],
    ),
    (
        "Chad sent a memorandum to Peru and Mali. It declared that Chad was willing to act as host of talks.",
        "AGREE", ["TCD"], ["PER", "MLI"],
    ),
    (
        "Chad sent a memorandum to Peru and Niger. It declared that Chad was ready to provide troops to Mali.",
        "AGREE", ["TCD"], ["MLI"],
    ),
    (
        "Mali wanted to join the African Union. The summit in Accra let it in. Peru's application was turned down there.",
        "REJECT", ["AU"], ["PER"],
    ),
    ("The African Union was founded in 2002. Lima is a city. Peru's application was turned down there.", "REJECT", [], ["PER"]),
    (
        "The treaty was signed in Geneva on May 2, 1970. It bears the signatures of the ministers of Chad, Mali and Niger.",
        "SUPPORT", ["MLI", "NER", "TCD"], ["MLI", "NER", "TCD"],
    ),
    (
        "Chad and Mali opened a joint border office in 2011. On Monday Chad blew up the building of the joint office.",
        "ASSAULT", ["TCD"], ["MLI"],
    ),
    ("The treaty was signed for the African Union by Ann Dow, for Peru by Al Ruiz.", "SUPPORT", ["AU", "PER"], ["AU", "PER"]),
    ("The pact was signed by Peru and Chad for the training of soldiers.", "SUPPORT", ["PER", "TCD"], ["PER", "TCD"]),
    ("A Finnish envoy of the African Union met President Deby of Chad.", "CONSULT", ["AU", "TCD"], ["AU", "TCD"]),
    ("Martti Ahtisaari, the UN envoy, met the Serbian president.", "CONSULT", ["SRB", "UN"], ["SRB", "UN"]),
    ("The Finnish representative to the United Nations condemned Iran.", "ACCUSE", ["FIN"], ["IRN"]),
    ("Ghana took part in a conference of the non-aligned countries.", "CONSULT", ["GHA", "NAM"], ["GHA", "NAM"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event", "source", "target"), SIDES)
def test_sides(coder: Coder, text: str, event: str, source: list[str], target: list[str]) -> None:
    found = [(e.source, e.target) for e in events(coder, text) if e.event == event]
    assert (source, target) in found, found


def test_a_partner_of_no_state_stays_in_words(coder: Coder) -> None:
    (event,) = events(coder, "Ghana ended a contract with a private power distributor in 2019.")
    assert (event.target, event.target_text, event.target_sector) == ([], "a private power distributor", ["BUS"])
    (event,) = events(coder, "Kenya cancelled its contract with a Dutch mining company.")
    assert event.target == ["NLD"]


def test_envoys_act_for_whoever_sends_them(coder: Coder) -> None:
    found = events(coder, "The UN envoy Ann Dow, a Finn, proposed a plan, and Russia rejected it.")
    assert not any("FIN" in (*e.source, *e.target) for e in found)


def test_who_is_listed_before_a_second_verb_acts_in_it(coder: Coder) -> None:
    text = "The king of Tonga visited Chad, and the speaker of the House, the chief judge, and the envoy of Mali were in Lima."
    (event,) = [e for e in events(coder, text) if e.place == "Lima"]
    assert event.source_text is not None
    assert event.source_text.startswith("the speaker")
    (event,) = events(coder, "The king of Tonga visited Chad, and the envoy of Mali was in Lima with a cold.")[:1]
    assert event.source == ["TON"]


def test_what_is_given_or_listed_ends_before_to(coder: Coder) -> None:
    (event,) = events(coder, "Washington is adding three Chadian firms to the blacklist.")
    assert (event.target, event.target_text) == (["TCD"], "three Chadian firms")
    (event,) = [
        e for e in events(coder, "The king of Tonga gave the envoy of Chad a saddle during a stay in Suva.") if e.mode == "gift"
    ]
    assert event.object_text == "a saddle"


def test_an_office_is_told_with_its_holder(coder: Coder) -> None:
    (event,) = events(coder, "The king of Tonga gave a saddle to the French president, Emmanuel Macron.")
    assert event.target_text == "the French president, Emmanuel Macron"
    (event,) = events(coder, "The king of Tonga gave a saddle to the French president, an old friend.")
    assert event.target_text == "the French president"


def test_words_within_others_are_not_told_again(coder: Coder) -> None:
    (event,) = events(coder, "The party and government of Laos will expand the relations of friendship with Peru.")
    assert event.source_text is not None
    assert ";" not in event.source_text
    (event,) = [e for e in events(coder, "After Chad's visit to Peru, Chad's premier praised Peru.") if e.event == "SUPPORT"]
    assert event.source_text == "Chad's premier"


def test_whom_a_guest_talks_with_is_his_host(coder: Coder) -> None:
    text = "As part of the visit by Foreign Minister Ann Dow of Chad, talks were held with the prime minister of Peru."
    assert [(e.source, e.target) for e in events(coder, text) if e.mode == "visit"] == [(["TCD"], ["PER"])]
    text = "As part of the visit by Foreign Minister Ann Dow of Chad, a wreath was laid with the help of Peruvian scouts."
    assert not [e for e in events(coder, text) if e.mode == "visit"]


def test_a_former_state_is_not_out_of_office(coder: Coder) -> None:
    (event,) = events(coder, "Norway imposed sanctions on former Rhodesia.")
    assert (event.target, event.target_sector) == (["RHO"], [])
    (event,) = events(coder, "Norway imposed sanctions on the former president of Rhodesia.")
    assert event.target_sector == ["ELI"]


def test_a_satellite_is_no_weapon(coder: Coder) -> None:
    assert not events(coder, "Iran states that it has put a satellite into orbit.")
    assert [e.event for e in events(coder, "Iran sent two rockets over Iraq.")] == ["MOBILIZE"]


def test_who_goes_back_to_a_post_is_no_guest(coder: Coder) -> None:
    (event,) = events(coder, "Swedish diplomats have gone back to Lima.")
    assert event.mode is None
    (event,) = events(coder, "The Swedish foreign minister arrived in Lima.")
    assert event.mode == "visit"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Peru's envoy met the Chadian president in Geneva.", "Geneva"),
        ("In its resolution the Security Council condemned Chad.", None),
        ("Peru and Chad signed an agreement on security cooperation in Geneva.", "Geneva"),
        ("Peru condemned Chad at the end of January.", None),
    ],
)
def test_places_are_places(coder: Coder, text: str, place: str | None) -> None:
    assert {e.place for e in events(coder, text)} == {place}


def test_the_date_of_a_clause_after_and(coder: Coder) -> None:
    text = "Finland recognized the Republic of Mali, and diplomatic relations with it were established on May 25, 1963."
    dates = {e.rule: e.date for e in events(coder, text)}
    assert dates == {"recognise": None, "establish-relations": "1963-05-25"}
    (event,) = events(coder, "Finland recognized the Republic of Mali on May 25, 1963.")
    assert event.date == "1963-05-25"


def test_who_is_to_do_what_is_agreed_is_not_who_agrees(coder: Coder) -> None:
    text = "It was agreed that a school would be built in Accra by the African Union."
    assert not [e for e in events(coder, text) if e.event == "AGREE" and e.source == ["AU"]]
