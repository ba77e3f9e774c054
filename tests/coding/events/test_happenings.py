"""Deeds told by the subject of a sentence, bills that tell harm to come, phrasal verbs, and what is decided against."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

Case = tuple[str, tuple[str, str, str] | None]

# The deed is the subject, and the verb says what came of it or from whom it came.
HAPPENINGS: list[Case] = [
    ("Condemnation of the Angolan raid came from Zambia on Monday.", ("ACCUSE", "ZMB", "AGO")),
    (
        "The resignation of President Siaka Dow on Friday cleared the way for elections in Sierra Leone.",
        ("RETREAT", "SLE", "SLE"),
    ),
    ("The expulsion of four Cuban teachers by Honduras followed a speech by the president.", ("COERCE", "HND", "CUB")),
    ("The suspension of credits to Burma by Japan was announced on Friday.", ("SANCTION", "JPN", "MMR")),
    ("The capture of the town of Barentu by Eritrean rebels was reported on Sunday.", ("ASSAULT", "ERI", "ERI")),
    ("A bid by the Sultan of Oman to bring Iran and Iraq together got under way.", ("CONSULT", "OMN", "IRN")),
    ("A camp of the guerrillas near Cabinda fell to Angolan troops on Tuesday.", ("ASSAULT", "AGO", "AGO")),
    ("Chad took its dispute with Libya over the strip to the Security Council.", ("ACCUSE", "TCD", "LBY")),
    ("The expulsion of four Cuban teachers by Honduras would follow.", None),
]
# Bills and plans that tell what will be done to somebody.
BILLS: list[Case] = [
    ("Austria's cabinet endorsed a bill that would bar Serbian parties from the ballot.", ("THREATEN", "AUT", "SRB")),
    ("The Fijian cabinet backed a law to exclude Indians from the premiership.", ("THREATEN", "FJI", "IND")),
]
# What somebody decides not to do.
DECIDED: list[Case] = [
    ("The Danish government decided not to expel the Iranian envoy.", ("AGREE", "DNK", "IRN")),
    ("Norway decided not to send troops to Lebanon.", ("REJECT", "NOR", "LBN")),
    ("Norway would not give aid to Lebanon, the cabinet decided on Monday.", ("REJECT", "NOR", "LBN")),
]
# Verbs that a particle gives the meaning of another, and objects behind whom they go to.
PHRASALS: list[Case] = [
    ("Zambian students went ahead with a march on the presidential palace on Friday.", ("PROTEST", "ZMB", "ZMB")),
    ("Iraq pressed on with the withdrawal of its troops from Kuwait.", ("RETREAT", "IRQ", "KWT")),
    ("Portugal turned over to Spain on Tuesday a Basque gunman sought for murder.", ("COOPERATE", "PRT", "ESP")),
    ("Bolivian miners pressed on with their hunger strike for the removal of the president.", ("PROTEST", "BOL", "BOL")),
    ("The Omani cabinet was against the dispatch of more Kuwaiti police.", ("REJECT", "OMN", "KWT")),
    ("Zambia rejected out of hand a Rhodesian demand for the return of the fugitives.", ("REJECT", "ZMB", "RHO")),
]
# What somebody is bound to do, in the words of another; who stands accused; who came when others were detained.
BOUND: list[Case] = [
    ("India is obliged to scrap curbs on foreign insurers, U.S. trade officials said.", ("REQUEST", "USA", "IND")),
    ("Britain said on Friday that Iraq was bound to pay compensation to Kuwait.", ("REQUEST", "GBR", "IRQ")),
    ("Tanzania would have to withdraw its troops, Ugandan President Idi Amin said.", ("REQUEST", "UGA", "TZA")),
    ("Britain stands accused by Malaysia of breaches of the treaty.", ("ACCUSE", "MYS", "GBR")),
    ("Twelve students were arrested when Kenyan police stormed the campus on Tuesday.", ("COERCE", "KEN", "KEN")),
    ("An assassination attempt against the governor of a Colombian province failed.", ("ASSAULT", "", "COL")),
    ("Thai posts came under howitzer and mortar fire from Vietnamese troops.", ("ASSAULT", "VNM", "THA")),
    ("The quelling of unrest by Indian troops drew a sharp condemnation from Pakistan.", ("ACCUSE", "PAK", "IND")),
    ("The Sudanese government made the World Food Program leave the country.", ("SANCTION", "SDN", "WFP")),
    ("The premier of Nepal gave no reply to the Indian president's request.", ("REJECT", "NPL", "IND")),
]


@pytest.mark.parametrize(("text", "expected"), [*HAPPENINGS, *BILLS, *DECIDED, *PHRASALS, *BOUND])
def test_what_is_told(coder: Coder, text: str, expected: tuple[str, str, str] | None) -> None:
    found = events(coder, text)
    if expected is None:
        assert not any(e.event == "COERCE" and e.modality == "actual" for e in found)
        return
    kind, source, target = expected
    assert any(e.event == kind and (source in e.source or not source) and target in e.target for e in found)
