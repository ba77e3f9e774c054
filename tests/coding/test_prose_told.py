"""Whom diplomatic prose means in acts that go on with what it told before, and what its phrases tell: own cases, one and
more for each cause of faults that was found in yearbooks, chronologies, communiqués and answers.
"""

from __future__ import annotations

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, Event, ReadDocument

Case = tuple[str, list[tuple[str, str | None, str, str]]]

# A subject between a date and an aside; who commits to what; what is proposed to others, and what one offers.
SENTENCES: list[Case] = [
    ("In the votes of the Council in 1998 Kenya, then a member, supported Norway.", [("SUPPORT", None, "KEN", "NOR")]),
    ("Chad commits to work towards a lasting peace with Sudan.", [("AGREE", None, "TCD", "SDN")]),
    ("Laos and Viet Nam commit to clearing the mines along the river.", [("AGREE", None, "LAO VNM", "LAO VNM")]),
    ("Peru proposed that Chile withdraw its troops.", [("REQUEST", "yield", "PER", "CHL")]),
    ("Peru proposed to withdraw its troops from Chile.", [("CONCEDE", None, "PER", "CHL")]),
    ("The Bulgarian government proposed consultations with Turkey.", [("AGREE", None, "BGR", "TUR")]),
    ("The Security Council required all states to send back workers of Eritrea.", [("REQUEST", "yield", "UN-SC", "")]),
    ("Egypt photographed the freighter before it reached Sudan.", []),
    ("The Supreme Court of Kenya ruled that the lower court had been wrong.", []),
    ("A bomb exploded at a hotel in Beirut.", [("ASSAULT", "explosives", "", "LBN")]),
    # Drills show force to a third: who stops them yields; called off in anger, they are broken off with the partner.
    ("Australia suspended its naval exercises with Fiji.", [("RETREAT", None, "AUS", "")]),
    ("Australia cancelled naval exercises with Fiji in protest at the coup.", [("SANCTION", "discontinue", "AUS", "FJI")]),
    ("Serbia would be forced to take retaliatory steps against Croatia.", [("THREATEN", None, "SRB", "HRV")]),
    ("Libya gave notice that it was withdrawing from the covenant.", [("SANCTION", "withdraw", "LBY", "")]),
    ("The premier of Malta called the expulsion a harsh response.", []),
    ("A report published by Amnesty International accused Chad of torture.", [("ACCUSE", "allege", "AMNESTY", "TCD")]),
    ("Brazil sent a note to the governments of Europe, Japan and Canada.", [("CONSULT", "letter", "BRA", "X-EUROPE JPN CAN")]),
    (
        "A Commission of Inquiry on Human Rights in Eritrea was established by the United Nations.",
        [("ACCUSE", "investigate", "UN", "ERI")],
    ),
    # Several who agree, agree with each other; who is sent is not whom it is promised to; a note frees nobody.
    (
        "Benin and Niger agreed to refer the dispute to the International Court of Justice.",
        [("AGREE", None, "BEN NER", "BEN NER")],
    ),
    (
        "The minister of Uruguay handed the ambassador of Venezuela a note demanding reasons.",
        [("CONSULT", "letter", "URY", "VEN"), ("REQUEST", "change", "URY", "VEN")],
    ),
    (
        "Madrid agreed to limit its catch and withdrew the frigates from Iceland.",
        [("AGREE", None, "ESP", "ISL"), ("RETREAT", "withdraw", "ESP", "ISL")],
    ),
    ("Bolivia broke with Chile after Chile had begun to divert the waters.", [("SANCTION", "discontinue", "BOL", "CHL")]),
    ("Mexico recognised the Republican Government in exile.", [("SUPPORT", "recognition", "MEX", "")]),
    ("The Court ordered Thailand to withdraw its guards.", [("REQUEST", "yield", "", "THA")]),
    ("Austria called itself militarily non-aligned for decades.", []),
    ("Chile and Peru shared the view that the truce should last.", []),
    ("Cuba condemned the sinking of a ferry by Haitian gunboats.", [("ACCUSE", "disapprove", "CUB", "HTI")]),
    ("In Mali the president of Togo sought support for his plan.", [("REQUEST", "assist", "TGO", "MLI")]),
    ("Oman supports dialogue and a region without nuclear weapons.", []),
    ("Oman supports the proposal of Qatar.", [("SUPPORT", None, "OMN", "QAT")]),
    # Masts stand and plants have units; who is listed and delisted; who is called on to leave; whose the second deed is.
    ("A Deutsche Welle relay mast stands at Cyclops in Malta.", []),
    ("Turkish engineers built three units of 40 MW each.", []),
    ("Iraq built three units of guards along the border with Kuwait.", [("MOBILIZE", "troops", "IRQ", "KWT")]),
    ("The Security Council approved the listing of two vessels under its sanctions regime.", [("SANCTION", None, "UN-SC", "")]),
    ("The Security Council removed three names from its sanctions list.", [("CONCEDE", None, "UN-SC", "")]),
    ("The king of Tonga received a model of a canoe from Fiji's premier.", [("AID", "gift", "FJI", "TON")]),
    ("Norway called for the withdrawal of Serbian forces from Kosovo.", [("REQUEST", "yield", "NOR", "SRB")]),
    ("Spain condemned the raid of Chad on Niger and its threats to Mali.", [("ACCUSE", "disapprove", "ESP", "TCD")]),
    # Who alone does it; what nobody has done yet; what a letter brings to notice; what is asked of who owes it.
    ("No state other than Iran recognised Yemen.", [("SUPPORT", "recognition", "IRN", "YEM")]),
    ("No state of the union recognised Yemen.", []),
    ("Fiji would be the first state to recognise Kosovo.", []),
    ("Fiji was the first state to recognise Kosovo.", [("SUPPORT", "recognition", "FJI", "XKX")]),
    ("Nepal reminded Bhutan of its obligation to take the refugees back.", [("REQUEST", "change", "NPL", "BTN")]),
    ("Nepal reminded Bhutan of its old songs.", []),
    ("Malta drew the attention of the Council to the attacks by Tunisia on its boats.", [("ACCUSE", "allege", "MLT", "TUN")]),
    ("Malta drew the attention of the Council to the report of the board.", []),
    # Whose the land is that is taken; who it is that does it; three who were named in the same sentence.
    ("Peru invaded Ecuador and annexed its territory.", [("ASSAULT", None, "PER", "ECU"), ("COERCE", "seize", "PER", "ECU")]),
    ("It is the army of Niger that attacked Benin.", [("ASSAULT", None, "NER", "BEN")]),
    (
        "The ports of Oman, Yemen and Kuwait lay idle, and all three governments asked France for help.",
        [("REQUEST", "assist", "OMN YEM KWT", "FRA")],
    ),
    # A charge beside a denial; how a state holds its own soil.
    ("Laos denies that it jailed them and accuses Nepal of lying.", [("ACCUSE", "allege", "LAO", "NPL")]),
    ("Malta does not allow its territory to be used against Libya.", []),
    ("Malta did not allow its airspace to be used by Libya.", [("REJECT", "change", "MLT", "LBY")]),
]

# What goes on with the sentence before: who asked for help, who signed, whose report and communiqué it is, who "the group" is.
TEXTS: list[Case] = [
    (
        "The Security Council Committee on Sudan met in May. The Committee condemned Chad.",
        [("ACCUSE", "disapprove", "UN-SC", "TCD")],
    ),
    (
        "The Security Council Committee on Sudan met in May. The Committee removed one name from the list.",
        [("CONCEDE", None, "UN-SC", "")],
    ),
    ("The Committee on Fisheries met in May. The Committee condemned Chad.", [("ACCUSE", "disapprove", "", "TCD")]),
    (
        "Fiji: a chronology\n\nAustralia and Tonga suspend aid. Australia recalls its ambassador. The army takes power.",
        [
            ("SANCTION", "discontinue", "AUS TON", "FJI"),
            ("SANCTION", "withdraw", "AUS", "FJI"),
            ("COERCE", "seize", "FJI", "FJI"),
        ],
    ),
    (
        "Bolivia severed relations with Chile in 1962. Relations were restored in February 1975. They were broken off in 1978.",
        [
            ("SANCTION", "discontinue", "BOL", "CHL"),
            ("SUPPORT", "recognition", "BOL CHL", "BOL CHL"),
            ("SANCTION", "discontinue", "BOL CHL", "BOL CHL"),
        ],
    ),
    (
        "Armenia condemned Azerbaijan in May. Moscow called on both sides to stop the attacks.",
        [("ACCUSE", "disapprove", "ARM", "AZE"), ("REQUEST", "yield", "RUS", "ARM AZE")],
    ),
    (
        "Nepal asked the United Nations for help after the floods. India promised to send 500 tons of rice.",
        [("REQUEST", "assist", "NPL", "UN"), ("AGREE", None, "IND", "NPL")],
    ),
    (
        "Nepal asked the United Nations for help. A team of the World Bank that was let into the country saw great damage.",
        [("REQUEST", "assist", "NPL", "UN"), ("RETREAT", "access", "NPL", "WORLD-BANK")],
    ),
    (
        "The Government of Colombia and the rebels signed an agreement. The rebels undertook to hand over their weapons.",
        [("SUPPORT", "treaty", "COL", "COL"), ("AGREE", None, "COL", "COL")],
    ),
    (
        "Ghana, Guinea and Mali met in Accra. The group that was formed there supported Angola.",
        [("CONSULT", None, "GHA GIN MLI", "GHA GIN MLI"), ("SUPPORT", None, "GHA GIN MLI", "AGO")],
    ),
]


def told(coder: Coder, text: str) -> list[Event]:
    title = text.partition("\n")[0] if "\n" in text else None
    document = Document(
        document_id="d", source_path="x", title=title, text=text, text_sha256="", language="en", published="2020-06-15"
    )
    events = coder.code([ReadDocument(document=document)], "")[0].records["events"]
    return sorted((e for e in events if isinstance(e, Event)), key=lambda e: e.trigger_start)


@pytest.mark.parametrize(("text", "expected"), [*SENTENCES, *TEXTS], ids=[t[:50] for t, _ in [*SENTENCES, *TEXTS]])
def test_told(coder: Coder, text: str, expected: list[tuple[str, str | None, str, str]]) -> None:
    found = [(e.event, e.mode, set(e.source), set(e.target)) for e in told(coder, text)]
    assert found == [(event, mode, set(s.split()), set(t.split())) for event, mode, s, t in expected]


def test_words_of_a_communique_are_of_those_who_met(coder: Coder) -> None:
    events = told(coder, "The leaders of Chile and Peru met on May 4. According to the communiqué, Chile agreed to help Peru.")
    assert [list(e.reported_by) for e in events] == [[], ["CHL+PER"]]


def test_objections_in_the_answers_of_a_state_are_to_it(coder: Coder) -> None:
    text = "Our parliament voted in May. Hungary has objections."
    document = Document(
        document_id="d", source_path="x", text=text, text_sha256="", language="en", speaker_state="FIN", reported_by=["FIN"]
    )
    events = coder.code([ReadDocument(document=document)], "")[0].records["events"]
    found = [(e.event, list(e.source), list(e.target)) for e in events if isinstance(e, Event)]
    assert ("ACCUSE", ["HUN"], ["FIN"]) in found
