"""Who is meant by what a text has said before: "the Council", "they", "the two sides", and whom an act is towards."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

Expected = tuple[str, set[str], set[str]]
CASES: list[tuple[str, Expected]] = [
    # A body in short is the one named in full.
    (
        "The Security Council met on Monday over Mali. The Council condemned the coup in Bamako.",
        ("ACCUSE", {"UN-SC"}, {"MLI"}),
    ),
    # What a resolution says, the organ says that adopted it.
    ("Security Council resolution 1054 urged Sudan to hand over the suspects.", ("REQUEST", {"UN-SC"}, {"SDN"})),
    # Several before are several in "they", and "the two sides" are those that the text is between.
    (
        "Chile and Peru opened talks in Lima on Monday. They agreed to exchange naval attachés.",
        ("AGREE", {"CHL", "PER"}, {"CHL", "PER"}),
    ),
    (
        "Chad and Libya: A Chronology\nLibya kept an air base in Chad, which France was watching. The two "
        "sides agreed to open the border again.",
        ("AGREE", {"LBY", "TCD"}, {"LBY", "TCD"}),
    ),
    # A list, the list without one, and whom the rest give to.
    (
        "Four states -- Brazil, Chile, Peru and Bolivia -- met in Lima. Bolivia asked for help. The three other states "
        "promised to provide food aid.",
        ("AGREE", {"BRA", "CHL", "PER"}, {"BOL"}),
    ),
    # A state after a comma is one more.
    ("Chile, Ghana, Nepal and Togo voted against.", ("REJECT", {"CHL", "GHA", "NPL", "TGO"}, set())),
    # Whoever "was one of" several did what the several did.
    ("Benin abstained. Togo was one of nine states that voted against.", ("REJECT", {"TGO"}, set())),
    # "Who" after a name that stands beside an office.
    (
        "It summoned the ambassador of Chad, Idris Nour, who had accused the Libyan side of lying.",
        ("ACCUSE", {"TCD"}, {"LBY"}),
    ),
    # An office without a state is of whom the text named with it.
    (
        "The foreign minister of Chile spoke in Quito. The minister condemned the arrest of three priests in Bolivia.",
        ("ACCUSE", {"CHL"}, {"BOL"}),
    ),
    # Whom an act is towards stands in the sentence before, or in the title.
    ("Chad fired on the river post. Libya condemned the attack.", ("ACCUSE", {"LBY"}, {"TCD"})),
    ("Norway and Iceland: The Cod Dispute\nIn May Norway withdrew its ambassador.", ("SANCTION", {"NOR"}, {"ISL"})),
    # The staff of an embassy is of the state that sent it.
    (
        "Peru and Ecuador: A Quarrel\nPeru closed the border. It expelled the diplomats.",
        ("SANCTION", {"PER"}, {"ECU"}),
    ),
    # Who is party to an agreement "with Chad", in a text about another.
    (
        "Niger: Its Treaties\nNiger is Niger's own keeper. Niger wrote to Niamey's friends. Niger waited. Niger hoped. "
        "An agreement with Chad was signed in 1972.",
        ("SUPPORT", {"NER", "TCD"}, {"NER", "TCD"}),
    ),
    # What is vetoed is a text, and no state.
    ("Ghana tabled a draft. China and Russia vetoed it.", ("REJECT", {"CHN", "RUS"}, set())),
    # Somebody unknown is what he is said to be.
    (
        "Amos Brown became the first president of Liberia to visit Ghana.",
        ("CONSULT", {"LBR"}, {"GHA"}),
    ),
    # Each gives the other; who is shot comes from where the text says.
    (
        "Chad and Libya: A Pact\nEach side will give the other military aid if it is attacked.",
        ("AGREE", {"LBY", "TCD"}, {"LBY", "TCD"}),
    ),
    ("Soldiers from Chad shot a fisherman from Niger.", ("ASSAULT", {"TCD"}, {"NER"})),
    # A place of signature is no party.
    ("The treaty was signed in Madrid by the presidents of Peru and Chile.", ("SUPPORT", {"CHL", "PER"}, {"CHL", "PER"})),
    (
        "Peruvian police caught two sailors of the Chilean navy. A court in Lima sentenced the two to death.",
        ("SANCTION", {"PER"}, {"CHL"}),
    ),
]
ABSENT: list[tuple[str, str]] = [
    ("The Convention on Wetlands was signed in Ramsar in 1971.", "IRN"),
    ("Ecuador ratified the Rome Statute of the International Criminal Court in 2002.", "ITA"),
    ("Mongolia recalled the annexation of Crimea and did not recognize the annexation.", "UKR"),
    ("We call for an end to the fighting in Mali, said Gabon.", "MLI"),
    ("Gabon objects to any such test on African soil.", "X-AFRICA"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_is_meant(coder: Coder, text: str, expected: Expected) -> None:
    found = [(e.event, set(e.source), set(e.target)) for e in events(coder, text, titled=True)]
    assert expected in found, found


@pytest.mark.parametrize(("text", "code"), ABSENT)
def test_who_is_not_meant(coder: Coder, text: str, code: str) -> None:
    assert code not in {c for e in events(coder, text, titled=True) for c in (*e.source, *e.target)}
