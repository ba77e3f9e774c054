"""Fates foretold to others, what is not ruled out, orders that are deeds, who is in jail and who is free again."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

CASES: list[tuple[str, tuple[str, str, str]]] = [
    # What will befall others, told by whoever would bring it about.
    ("Eritrea declared that Ethiopia's airliners would not be safe.", ("THREATEN", "ERI", "ETH")),
    ("Turkish bases would become legitimate targets, Greece warned.", ("THREATEN", "GRC", "TUR")),
    ("Sudan's general said Ugandan soldiers would find their graves in the desert.", ("THREATEN", "SDN", "UGA")),
    ("Syria's president said blood would flow if the marches went on.", ("THREATEN", "SYR", "SYR")),
    ("Militiamen in Colombia have published a death list.", ("THREATEN", "COL", "COL")),
    ("Rwandan gunmen marked a judge for death.", ("THREATEN", "RWA", "RWA")),
    ("Malian nurses said they would stop work unless their pay was raised.", ("THREATEN", "MLI", "MLI")),
    # What is not ruled out.
    ("India would not shrink from using missiles against Pakistan, its army chief said.", ("THREATEN", "IND", "PAK")),
    ("Israel did not rule out attacking Syria.", ("THREATEN", "ISR", "SYR")),
    # What is set about, ordered or approved.
    ("Niger moved on Monday to close two newspapers.", ("COERCE", "NER", "NER")),
    ("Guinea acted at the weekend to arrest three union leaders.", ("COERCE", "GIN", "GIN")),
    ("Ecuador's president ordered police to evict squatters.", ("COERCE", "ECU", "ECU")),
    ("Gabon's president ordered his troops to leave Chad.", ("CONCEDE", "GAB", "TCD")),
    ("Norway's parliament endorsed a plan to send doctors to Peru.", ("AGREE", "NOR", "PER")),
    ("Peacekeepers should be sent at once, Burundi's president said.", ("REQUEST", "BDI", "")),
    ("Laos called the sect a danger and banned it.", ("COERCE", "LAO", "LAO")),
    # People put out of a country, kept in jail, made to serve.
    ("A French reporter was told to leave Togo by its authorities.", ("COERCE", "TGO", "FRA")),
    ("Two opposition leaders were in jail in Zambia on Friday.", ("COERCE", "ZMB", "ZMB")),
    ("Soldiers closed off the campus in Bamako.", ("COERCE", "MLI", "MLI")),
    ("Villagers in Laos are forced to carry arms for the army.", ("COERCE", "LAO", "LAO")),
    ("Uzbekistan slowed its internet service.", ("COERCE", "UZB", "UZB")),
    # Who is free again, and who goes home.
    ("The Danish hostages were flown out of Tripoli.", ("RETREAT", "LBY", "DNK")),
    ("A poet regained his freedom in Belarus.", ("RETREAT", "BLR", "BLR")),
    ("Russian gunners towed howitzers away from the Georgian border.", ("RETREAT", "RUS", "GEO")),
    ("Iraq handed over its centrifuges.", ("RETREAT", "IRQ", "")),
    # What is given up, let do, owned up to, and by whose word.
    ("Togo's president told the nation that the rise in fuel prices would be scrapped.", ("CONCEDE", "TGO", "TGO")),
    ("Bulgarian farmers will be allowed to own land, the government said.", ("CONCEDE", "BGR", "BGR")),
    ("Vietnam is to let small farmers sell rice abroad.", ("CONCEDE", "VNM", "VNM")),
    ("Guatemala's army admitted the killings.", ("CONCEDE", "GTM", "GTM")),
    ("Nepal's exiles will no longer have to carry papers, the premier announced.", ("CONCEDE", "NPL", "NPL")),
    # Done by others' hands, and to those named behind.
    ("Cameroon's president had two newspapers closed.", ("COERCE", "CMR", "CMR")),
    ("Among those picked up in Tunis were three lawyers.", ("COERCE", "TUN", "TUN")),
    ("Bolivian priests found themselves barred from politics.", ("COERCE", "BOL", "BOL")),
    # Who is to blame, and who sets out to meet whom.
    ("Two Serbian agents were named as the killers by Croatian prosecutors.", ("ACCUSE", "HRV", "SRB")),
    ("An Algerian commentary listed Moroccan violations.", ("ACCUSE", "DZA", "MAR")),
    ("Iranian warships sailed to intercept an Iraqi tanker.", ("MOBILIZE", "IRN", "IRQ")),
    ("Indian marines rehearsed the taking of an island.", ("MOBILIZE", "IND", "")),
    ("Greek students waved black flags in Athens.", ("PROTEST", "GRC", "GRC")),
    ("Any raid by Sudan would be answered, Uganda said.", ("THREATEN", "UGA", "SDN")),
    ("Sudan would pay for the attack, Uganda said.", ("THREATEN", "UGA", "SDN")),
    ("Spanish miners warned of a strike.", ("THREATEN", "ESP", "ESP")),
    ("Syria emptied its jails of dissidents.", ("RETREAT", "SYR", "SYR")),
    ("Bolivia said it would regard a blockade by Peru as an act of war.", ("THREATEN", "BOL", "PER")),
    ("A first batch of 50 Dutch marines has left Mali.", ("RETREAT", "NLD", "MLI")),
    ("Kenya said it had proof that Somali officers had a hand in the bombing.", ("ACCUSE", "KEN", "SOM")),
    # Two behind a clause that opens the sentence.
    ("Ending a month of strife, Peru's teachers and the miners' union have agreed to hold talks.", ("AGREE", "PER", "PER")),
]

NONE: list[tuple[str, str]] = [
    ("A minister who asked not to be named said Chad would win.", "REQUEST"),
    ("Denmark did not rule out talks with Norway.", "REJECT"),
    ("Britain said its citizens would not be safe in Yemen.", "THREATEN"),
    ("The band took a year off in Tallinn.", "COERCE"),
    ("Doctors in Oslo said the patient would find peace in death.", "THREATEN"),
    ("Kenya sent mortars away for repair.", "RETREAT"),
    ("Chile's president ordered police to shoot looters.", "COERCE"),
    ("The champion was in camp in Kenya.", "COERCE"),
    ("The opposition in Togo said the tax should be scrapped.", "CONCEDE"),
    ("The museum had two paintings restored in Lima.", "COERCE"),
    ("Fans waved black flags at a match in Athens.", "PROTEST"),
    ("Mali would pay for the wheat, Senegal said.", "THREATEN"),
    ("The mayor opened the doors of a new prison in Oslo.", "RETREAT"),
    ("Kenya said it had no proof that Somali officers had a hand in the bombing.", "ACCUSE"),
    ("Among those invited to Lima were three lawyers.", "COERCE"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_fates_and_orders(coder: Coder, text: str, expected: tuple[str, str, str]) -> None:
    event, source, target = expected
    found = events(coder, text)
    assert any(e.event == event and source in (*e.source, "") and (not target or target in e.target) for e in found), found


@pytest.mark.parametrize(("text", "event"), NONE)
def test_no_fates(coder: Coder, text: str, event: str) -> None:
    assert all(e.event != event for e in events(coder, text))
