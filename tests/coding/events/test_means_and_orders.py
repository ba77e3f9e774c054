"""Deeds told by what was used for them, by orders signed, by thanks, by their place alone, and beside a conference."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

CASES: list[tuple[str, tuple[str, str, str]]] = [
    # What somebody used something, or took a chance, to do.
    ("Turkey used drones to strike targets in Iraq.", ("ASSAULT", "TUR", "IRQ")),
    ("Iran is using militias to attack American bases.", ("ASSAULT", "IRN", "USA")),
    ("Hungary used the summit to demand concessions from Brussels.", ("REQUEST", "HUN", "EU")),
    ("The Chadian president took the opportunity to condemn Sudan.", ("ACCUSE", "TCD", "SDN")),
    ("Russia will use missiles to strike Georgia, the general said.", ("THREATEN", "RUS", "GEO")),
    # Who is thanked for it did it.
    (
        "The Moldovan premier thanked Russia's leadership for granting amnesty to Moldovans.",
        ("CONCEDE", "RUS", "MDA"),
    ),
    ("Seoul thanked Hanoi for releasing two South Korean sailors.", ("RETREAT", "VNM", "KOR")),
    # What is done by signing it.
    ("Lukashenko signed a decree expelling ten Polish diplomats.", ("SANCTION", "BLR", "POL")),
    ("Putin signed a decree to suspend a plutonium treaty with the United States.", ("SANCTION", "RUS", "USA")),
    ("Obama signed an executive order to impose sanctions on North Korea.", ("SANCTION", "USA", "PRK")),
    # Whoever the victim is.
    ("He was shot by Burmese soldiers while trying to flee.", ("ASSAULT", "MMR", "MMR")),
    ("She was killed by Turkish troops in Syria.", ("ASSAULT", "TUR", "SYR")),
    ("Turkey attacked villages in Iraq.", ("ASSAULT", "TUR", "IRQ")),
    # Told by its noun and its place.
    ("There were riots in the suburbs of Lyon.", ("PROTEST", "FRA", "FRA")),
    ("There was an explosion in Kabul.", ("ASSAULT", "AFG", "AFG")),
    ("Clashes were reported in Homs.", ("ASSAULT", "SYR", "SYR")),
    ("There were clashes between Chadian and Libyan troops.", ("ASSAULT", "TCD", "LBY")),
    ("Several mosques have been vandalised in towns across Canada.", ("PROTEST", "CAN", "CAN")),
    ("Ethiopia reports deadly raid by gunmen from Eritrea", ("ASSAULT", "ERI", "ETH")),
    ("Kenya suffered an attack by Somali militants.", ("ASSAULT", "SOM", "KEN")),
    ("Hundreds rally against dam in northern Chile", ("PROTEST", "CHL", "CHL")),
    # Two in one word, and what they signed, held or drilled together.
    ("Sino-Japanese talks were held in Kyoto.", ("CONSULT", "CHN", "JPN")),
    ("The Greek-Turkish treaty was signed in Ankara in 1930.", ("SUPPORT", "GRC", "TUR")),
    ("Russian-Chinese drills began on Monday.", ("COOPERATE", "RUS", "CHN")),
    # Beside a conference.
    ("Mr Macron told a joint news conference with the Polish premier that the talks had gone well.", ("CONSULT", "FRA", "POL")),
    ("Speaking at a joint news conference with the Turkish president, Putin said trade would grow.", ("CONSULT", "RUS", "TUR")),
    # Standings, angry answers, who is behind an attack.
    ("Congress granted Vietnam normal trade relations in 2006.", ("SUPPORT", "USA", "VNM")),
    ("The vote in Taiwan prompted an angry response from Beijing.", ("ACCUSE", "CHN", "TWN")),
    ("Al-Shabaab said it was behind the attack on a hotel in Nairobi.", ("ASSAULT", "SOM", "KEN")),
    ("The Islamic State has taken responsibility for an attack on a shrine in Pakistan.", ("ASSAULT", "ISIS", "PAK")),
    ("The Polish premier slammed the trade deal with Ukraine.", ("ACCUSE", "POL", "UKR")),
    ("Le Pen promised a ban on migrants.", ("THREATEN", "FRA", "FRA")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_means_and_orders(coder: Coder, text: str, expected: tuple[str, str, str]) -> None:
    kind, source, target = expected
    found = events(coder, text)
    assert any(e.event == kind and source in e.source and target in e.target for e in found)


NOT_DONE: list[tuple[str, str]] = [
    ("Iran could use militias to attack American bases.", "ASSAULT"),
    ("Iran denied using militias to attack American bases.", "ASSAULT"),
    ("The pipe is used to supply gas to Serbia.", "AID"),
    ("There was no violence in Nairobi.", "ASSAULT"),
    ("There may be protests in Rome.", "PROTEST"),
    ("The two countries signed the Algiers Agreement.", "SUPPORT"),
    ("Clinics affiliated with the Chinese government opened.", "COOPERATE"),
    ("Trump signed an order to build a wall on the Mexican border.", "COOPERATE"),
    ("The rapper lashed out at the Polish president, slamming his tariffs.", "ASSAULT"),
    ("He was killed by a falling tree in Peru.", "ASSAULT"),
    ("Le Pen promised a ban on migrants.", "AGREE"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_DONE)
def test_what_is_not_done_by_such_means(coder: Coder, text: str, kind: str) -> None:
    assert not any(e.event == kind and e.modality == "actual" for e in events(coder, text))
