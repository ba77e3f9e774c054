"""Whose an office, an organ or a text is that a document names without its state, and whom its acts are towards."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

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
    # Whose ship is held is foreign; the past goes on with the past.
    (
        "Kenya and Burundi: A Quarrel\nThe High Court in Nairobi ordered that the ship be held.",
        ("COERCE", {"KEN"}, {"BDI"}),
    ),
    (
        "Kenya seized a plane. Burundi protested. It held that state aircraft enjoy immunity and demanded that it be released.",
        ("REQUEST", {"BDI"}, {"KEN"}),
    ),
    # Who is sent home, and where an embassy is to be closed.
    (
        "Belgrade announced that the ambassador of Montenegro must leave the country.",
        ("SANCTION", {"SRB"}, {"MNE"}),
    ),
    ("Serbia stated that it would close its embassy in Podgorica.", ("THREATEN", {"SRB"}, {"MNE"})),
    # A third state that somebody is handed to; a practice that is turned down; hostile acts that two will stop.
    ("Thailand handed over a citizen of Laos to the United States in March.", ("COOPERATE", {"THA"}, {"USA"})),
    ("Tunisia rejects racial discrimination in all its forms.", ("ACCUSE", {"TUN"}, set())),
    ("From June 1 Kenya and Somalia will stop loudspeaker broadcasts.", ("CONCEDE", {"KEN", "SOM"}, {"KEN", "SOM"})),
    # Each party of a pair that is told with its offices; with whom an agreement is on something; who joins together.
    (
        "Idris Nour, president of Chad, and Ali Zeidan, president of Libya, exchanged messages of greetings in May.",
        ("SUPPORT", {"TCD", "LBY"}, {"TCD", "LBY"}),
    ),
    ("Peru concluded an agreement on trade with Chile.", ("SUPPORT", {"CHL", "PER"}, {"CHL", "PER"})),
    ("Malta applied for membership in the European Union.", ("REQUEST", {"MLT"}, {"EU"})),
    (
        "Malta wrote to the European Union. Malta became a member in 2004, together with Cyprus and Poland.",
        ("SUPPORT", {"MLT", "CYP", "POL"}, {"EU"}),
    ),
    ("In 2014 a Moldovan body declared the agreements on free movement with Ukraine to be void.", ("REJECT", {"MDA"}, {"UKR"})),
    # A joint text speaks for all who made it; a decision told before is whose it was; an alone-standing passive is of both.
    (
        "The presidents of Bolivia and Paraguay signed a joint declaration. It calls on Chile to reopen the port.",
        ("REQUEST", {"BOL", "PRY"}, {"CHL"}),
    ),
    (
        "On May 3 Malawi recalled its high commissioner from Dar es Salaam. The Tanzanian government regrets the decision.",
        ("ACCUSE", {"TZA"}, {"MWI"}),
    ),
    (
        "Ghana and Israel: A Chronology\n1994 -- Diplomatic relations are restored.",
        ("SUPPORT", {"GHA", "ISR"}, {"GHA", "ISR"}),
    ),
    ("The Red Cross societies of Greece and Albania signed an agreement.", ("SUPPORT", {"ALB", "GRC"}, {"ALB", "GRC"})),
    (
        "A treaty of friendship with Laos, signed on July 18, 1977, is the basis of Vietnam's policy.",
        ("SUPPORT", {"LAO", "VNM"}, {"LAO", "VNM"}),
    ),
    ("Uruguay sent a note to the governments of Europe, Peru and Chile.", ("CONSULT", {"URY"}, {"X-EUROPE", "PER", "CHL"})),
    ("The Security Council prohibited all exports by Liberia of timber.", ("SANCTION", {"UN-SC"}, {"LBR"})),
    ("Peru and Chile announced that they would form a union.", ("AGREE", {"PER", "CHL"}, {"PER", "CHL"})),
    ("Japan announced 100 million dollars for Benin and Togo.", ("AGREE", {"JPN"}, {"BEN", "TGO"})),
    ("The DPRK tests intercontinental ballistic missiles.", ("MOBILIZE", {"PRK"}, set())),
    # Both Governments are a pair; a letter goes on to whom it was sent; rights are taken from a member.
    (
        "Declaration of Chad and Libya\nBoth Governments reaffirmed their support for the cause of Mali.",
        ("SUPPORT", {"TCD", "LBY"}, {"MLI"}),
    ),
    (
        "The President of Peru sent a letter to the President of Iran. In the letter he expressed deep sympathy.",
        ("SUPPORT", {"PER"}, {"IRN"}),
    ),
    (
        "The Council of Europe suspended the voting rights of the Russian delegation.",
        ("SANCTION", {"COUNCIL-OF-EUROPE"}, {"RUS"}),
    ),
    ("Peru and Ecuador: A War\nEcuador asked the guarantors for help.", ("REQUEST", {"ECU"}, set())),
    (
        "Relations of Nepal\nNepal expelled the embassy of Chad. Portugal announced that it had cut its ties.",
        ("SANCTION", {"PRT"}, {"NPL"}),
    ),
    ("Norway met Iceland. In 1969 Norway offered to host a conference on fisheries.", ("AGREE", {"NOR"}, set())),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][-50:] for c in CASES])
def test_whose(coder: Coder, text: str, expected: Expected) -> None:
    found = [(e.event, set(e.source), set(e.target)) for e in events(coder, text, titled=True)]
    assert expected in found


@pytest.mark.parametrize(
    "text",
    [
        "The Government of Nepal promotes friendship and cooperation with all countries of the world.",
        "Committees supporting the cause of Cuba are active in many towns.",
        "The Ukrainian side handed over a list of prisoners to the Russian side.",
        "Critics held that Brazil poses a threat to its neighbours.",
        "Bhutan says that the letter from China is not the answer to its question.",
    ],
)
def test_no_event(coder: Coder, text: str) -> None:
    assert not events(coder, text, titled=True)


def test_a_denial_is_no_rejection(coder: Coder) -> None:
    told = events(coder, "Peru accused Chile of espionage. Chile denied it.", titled=True)
    assert [(e.event, e.source) for e in told] == [("ACCUSE", ["PER"])]


def test_a_statement_about_one_state_is_between_it_and_the_speaker(coder: Coder) -> None:
    text = "Statement on Relations with Chad\nThe Chadian government stated on Friday that it regrets the decision."
    (told,) = events(coder, text, speaker="LBY", titled=True)
    assert (told.event, told.source, told.target) == ("ACCUSE", ["TCD"], ["LBY"])
