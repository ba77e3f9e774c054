"""Acts told by words that mean another act elsewhere, acts that are told twice, and wishes and charges that are none."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

# A sentence and all its events: type, source, target; None leaves a side open.
ONLY = [
    ("The Republic of Chad denounces before the world the grave and shameful raid of Mali.", [("ACCUSE", "TCD", "MLI")]),
    ("The Swedish government has treated Chad with respect.", []),
    ("Swedish doctors treated the wounded in Chad.", [("AID", "SWE", "TCD")]),
    ("Chad will not take sides in the quarrel.", []),
    ("Chile will not be the first to open fire on Peru.", [("AGREE", "CHL", "PER")]),
    ("Chad was not the first to attack Libya.", []),
    ("Mali was the first to recognise Chad.", [("SUPPORT", "MLI", "TCD")]),
    ("Somalia protests in Rome.", [("ACCUSE", "SOM", "ITA")]),
    ("Protests in Rome.", []),
    ("Norway will not hesitate to respond if Chad moves.", [("THREATEN", "NOR", "TCD")]),
    ("Norway did not hesitate to respond.", []),
    ("Norway said it would not hesitate to retaliate.", [("THREATEN", "NOR", None)]),
    ("Chile does not recognise the award of the British Crown.", [("REJECT", "CHL", "GBR")]),
    ("Georgia has not recognised the annexation of Gagra by Abkhazia.", [("REJECT", "GEO", "X-ABKHAZIA")]),
    ("The recognised border between Peru and Chile is long.", []),
    ("The Netherlands voiced alarm over the arrest of its journalists.", [("ACCUSE", "NLD", None)]),
    ("Peru condemned the arrest of journalists by Chile.", [("ACCUSE", "PER", "CHL")]),
    # Who lets peacekeepers, observers and inspectors in gives access; who sends them helps.
    ("Chadian peacekeepers landed in Bangui on Friday as the vanguard of an African force.", [("RETREAT", "CAF", "TCD")]),
    ("IAEA inspectors arrived in Pyongyang on Tuesday to look at the reactor.", [("RETREAT", "PRK", "IAEA")]),
    ("The president of Niger received a mission of election observers from the African Union.", [("RETREAT", "NER", "AU")]),
    ("Chad sent 300 peacekeepers to Bangui on Friday.", [("AID", "TCD", "CAF")]),
    ("A plot to kill the mayor of Kandahar was thwarted.", [("ASSAULT", None, "AFG")]),
    ("Basque separatists detonated two bombs in Madrid on Monday.", [("ASSAULT", "ESP", "ESP")]),
    ("India exploded a hydrogen bomb in the Rajasthan desert.", [("MOBILIZE", "IND", None)]),
    ("Eritrea is preparing an offensive against Ethiopian positions, diplomats said.", [("MOBILIZE", "ERI", "ETH")]),
    ("Thousands of Ghanaians were ordered out of Nigeria.", [("COERCE", "NGA", "GHA")]),
    ("Congolese traders were expelled from Angola.", [("COERCE", "AGO", "COD")]),
    ("Two Cuban diplomats were ordered out of Canada.", [("SANCTION", None, "CUB")]),
    ("Students marched through Nairobi demanding that President Moi resign.", [("PROTEST", "KEN", "KEN")]),
    ("Tamil villagers demonstrated in Jaffna, joining thousands in demanding autonomy.", [("PROTEST", "LKA", "LKA")]),
    (
        "Two Palestinian suicide bombers killed 11 people when they blew themselves up in Haifa, police said.",
        [("ASSAULT", "PSE", "ISR")],
    ),
    (
        "The rights group Amnesty International accused Sudan of bombing villages, ignoring a truce and sending in militias.",
        [("ACCUSE", "AMNESTY", "SDN")],
    ),
    (
        "Former president Charles Taylor has been accused of taking diamonds, much of it believed to have been sold, by "
        "current Liberian government officials.",
        [("ACCUSE", "LBR", "LBR")],
    ),
    ("A Tunisian detainee died of torture in Libyan custody, doctors said.", [("ASSAULT", "LBY", "TUN")]),
    ("The Kyrgyz prime minister received a mission of monitors from the OSCE.", [("RETREAT", "KGZ", "OSCE")]),
    ("France is supplying satellite images and other intelligence to Chad.", [("AID", "FRA", "TCD")]),
    (
        "Vietnamese forces launched artillery, mortar, and rocket fire against Cambodian guerrilla camps.",
        [("ASSAULT", "VNM", "KHM")],
    ),
    ("Workers in Seoul marched to protest the decision of sending soldiers to Vietnam.", [("PROTEST", "KOR", "KOR")]),
    (
        "Congolese rebels declared that President Kabila must accept a new charter before they disarm.",
        [("REQUEST", "COD", "COD")],
    ),
    ("China said it would maintain its moratorium on missile tests.", [("AGREE", "CHN", None)]),
    ("Russia imposed a moratorium on beef imports from Brazil.", [("SANCTION", "RUS", "BRA")]),
    ("Ethiopia recalled three brigades from Somalia.", [("RETREAT", "ETH", "SOM")]),
    ("Iran undertook to freeze its reactors.", [("AGREE", "IRN", None)]),
    ("Iran decided to freeze its reactors.", [("CONCEDE", "IRN", None)]),
    ("Kenya has agreed to Ugandan mediation in the quarrel with Somalia.", [("AGREE", "KEN", "UGA")]),
    ("Bolivia welcomed Argentine mediation in the border row with Paraguay.", [("AGREE", "BOL", "ARG")]),
    ("Angola agreed to mediation in its dispute with Zaire.", [("AGREE", "AGO", "COD")]),
    ("Ghana rushed troops to Chad for fire-fighting.", [("AID", "GHA", "TCD")]),
    ("I wish to condemn the raid by Israel.", [("ACCUSE", None, "ISR")]),
    ("Turkey arrested ten Greek sailors. They agreed to stay.", [("COERCE", "TUR", "GRC")]),
]
NOTHING = [
    "States that wish to condemn Peru must do so now.",
    "Kenya holds hundreds of Somali fishermen in high regard.",
    "He recalled the soldiers of the Soviet army who had fallen in the war.",
    "Sanctions imposed under resolutions of the Security Council remained in place.",
    "Agreement on Inquiries Opened by Chile and Peru",
    "Two Notes to the Secretary-General of the United Nations",
]
NEVER = [
    ("Kenya set up the Special Inquiry Committee on May 3, and Uganda eased its sanctions the same day.", "ACCUSE"),
    ("France, Italy and Spain announced a Multilateral Sanctions Monitoring Team on Thursday.", "SANCTION"),
    ("Iran's envoy said that his country does not intend to use chemical weapons against its neighbours.", "REJECT"),
]


@pytest.mark.parametrize(("text", "wanted"), ONLY)
def test_events_of_a_sentence(coder: Coder, text: str, wanted: list[tuple[str, str | None, str | None]]) -> None:
    found = events(coder, text)
    assert [e.event for e in found] == [event for event, _, _ in wanted], found
    for event, (_, source, target) in zip(found, wanted, strict=True):
        assert source is None or source in event.source, event
        assert target is None or target in event.target, event


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_told(coder: Coder, text: str) -> None:
    assert not events(coder, text)


@pytest.mark.parametrize(("text", "event"), NEVER)
def test_no_such_event(coder: Coder, text: str, event: str) -> None:
    assert event not in [e.event for e in events(coder, text)]
