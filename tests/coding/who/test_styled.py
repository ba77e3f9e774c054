"""States and others told by what they are or were to somebody: "the kingdom", "its northern neighbour", "the former colonial
power", "the latter", "his guest": (text, events that must be there, events that must not).
"""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from labelled import code, read_document

from dragoman.records import ReadDocument

Row = dict[str, Any]
Case = tuple[str, list[Row], list[Row]]

KINDS: list[Case] = [
    (
        "AMMAN, May 3 - Jordan expelled two diplomats of Iraq on Friday. The kingdom accused its eastern "
        "neighbour of plotting.",
        [{"event": "ACCUSE", "source": ["JOR"], "target": ["IRQ"]}],
        [],
    ),
    (
        "APIA, May 3 - Australia cut its aid to Samoa on Friday. Chile suspended its aid to the islands.",
        [{"event": "SANCTION", "source": ["CHL"], "target": ["WSM"]}],
        [],
    ),
    (
        "Foreign relations of Malawi\n\nMalawi became independent in 1964. The young republic signed a treaty "
        "of defence with the "
        "former colonial power.",
        [{"event": "SUPPORT", "mode": "treaty", "source": ["GBR", "MWI"], "target": ["GBR", "MWI"]}],
        [],
    ),
    (  # of two islands neither
        "PARIS, May 3 - Envoys of Malta and Cuba met France's minister. Norway cut its aid to the island.",
        [{"event": "SANCTION", "source": ["NOR"], "target": []}],
        [{"event": "SANCTION", "target": ["CUB"]}, {"event": "SANCTION", "target": ["MLT"]}],
    ),
]

NEIGHBOURS: list[Case] = [
    (
        "Foreign relations of Uruguay\n\nUruguay broke off relations with its northern neighbour in 1870.",
        [{"event": "SANCTION", "source": ["URY"], "target": ["BRA"]}],
        [],
    ),
    (
        "Foreign relations of Niger\n\nIn 1990 Togo, Libya and Benin signed a treaty. Niger accused its northern neighbour of "
        "arming rebels.",
        [{"event": "ACCUSE", "source": ["NER"], "target": ["LBY"]}],
        [],
    ),
    (
        "LUSAKA, May 3 - Angolan and Zimbabwean troops shelled a village. Zambia accused its neighbours of murder.",
        [{"event": "ACCUSE", "source": ["ZMB"], "target": ["AGO", "ZWE"]}],
        [],
    ),
    (  # which of them, nobody says
        "VIENNA, May 3 - Ministers of Italy, Hungary and Slovakia came on Friday. Austria accused its "
        "neighbour of dumping steel.",
        [],
        [
            {"event": "ACCUSE", "target": ["ITA"]},
            {"event": "ACCUSE", "target": ["HUN"]},
            {"event": "ACCUSE", "target": ["SVK"]},
        ],
    ),
]

TOLD_BEFORE: list[Case] = [
    (
        "OSLO, May 3 - Iceland recalled its ambassador to NATO on Friday. Norway asked the alliance for talks.",
        [{"event": "REQUEST", "source": ["NOR"], "target": ["NATO"]}],
        [],
    ),
    (
        "BERN, May 3 - Latvia closed its border with Denmark, Malta and Ghana on Friday. Spain condemned the three "
        "countries for hiding the outbreak.",
        [{"event": "ACCUSE", "source": ["ESP"], "target": ["DNK", "MLT", "GHA"]}],
        [],
    ),
    (
        "SUVA, May 3 - New Zealand suspended its aid to Fiji on Friday. The fisheries minister condemned the decision.",
        [{"event": "ACCUSE", "source": ["FJI"], "target": ["NZL"]}],
        [],
    ),
]

UNKNOWN: list[Case] = [
    (  # soldiers who fall on another's ground are not at home there
        "BANGUI, May 3 - Gunmen killed three Moroccan peacekeepers on Friday. The Security Council condemned the attack.",
        [{"event": "ASSAULT", "source": [], "target": ["MAR"]}, {"event": "ACCUSE", "source": ["UN-SC"], "target": []}],
        [],
    ),
    (  # a third that comes in may turn to any of those told of
        "OTTAWA, May 3 - The envoys of Peru and Ghana met on Friday. Kenya cut its aid. Norway called for calm.",
        [],
        [{"event": "REQUEST", "source": ["NOR"], "target": ["KEN"]}],
    ),
    (  # "pro-Chadian rebels" are not of Chad
        "KHARTOUM, May 3 - Sudan and pro-Chadian rebels signed a truce on Friday. The rebels freed forty prisoners.",
        [],
        [{"event": "RETREAT", "source": ["TCD"]}],
    ),
]


GOING_ON: list[Case] = [
    (
        "CAIRO, May 3 - Egypt expelled a Maltese consul on Friday. Valletta summoned the Egyptian ambassador and demanded an "
        "apology. The envoy rejected the demand.",
        [{"event": "REJECT", "source": ["EGY"], "target": ["MLT"]}],
        [],
    ),
    (
        "BANJUL, May 3 - Senegalese troops invaded the Gambia on Friday. Gunmen killed two Greek nuns. The Gambian president "
        "condemned the operation.",
        [{"event": "ACCUSE", "source": ["GMB"], "target": ["SEN"]}],
        [{"event": "ACCUSE", "target": ["GRC"]}],
    ),
    (
        "MALE, May 3 - Peru and Chile cut their aid on Friday. The Maldivian minister accused both countries of arrogance.",
        [{"event": "ACCUSE", "source": ["MDV"], "target": ["CHL", "PER"]}],
        [],
    ),
    (
        "VIENNA, May 3 - Iceland asked NATO and the IAEA for help on Friday. Norway recalled its envoy to the alliance.",
        [{"event": "SANCTION", "source": ["NOR"], "target": ["NATO"]}],
        [{"event": "SANCTION", "target": ["IAEA"]}],
    ),
    (  # whose government, in news from Lome
        "LOME, May 3 - Togo closed its border with Ghana on Friday. In Accra the government accused Togolese troops.",
        [{"event": "ACCUSE", "source": ["GHA"], "target": ["TGO"]}],
        [{"event": "ACCUSE", "source": ["TGO"]}],
    ),
    (  # whose junta, in news from Copenhagen
        "COPENHAGEN, May 3 - Denmark closed its embassy in Mali on Friday after the junta had ordered Danish doctors to leave.",
        [],
        [{"event": "REQUEST", "source": ["DNK"]}, {"event": "CONCEDE", "source": ["DNK"]}],
    ),
    (  # an official of no state that anybody names, in news from his capital; not after another state
        "LIMA, May 3 - Peru cut its aid to Togo on Friday. Foreign Minister Ana Riquel condemned Chad.",
        [{"event": "ACCUSE", "source": ["PER"], "target": ["TCD"]}],
        [],
    ),
    (
        "LIMA, May 3 - Peru received envoys of Togo on Friday. In Niger on Monday Foreign Minister Ana Riquel condemned Chad.",
        [],
        [{"event": "ACCUSE", "source": ["PER"]}],
    ),
    (
        "Foreign relations of Guinea\n\nGuinea signed a treaty with the Soviet Union in 1959. Two years later the president "
        "expelled the envoy of Moscow. In 1978 he received a minister of Mali.",
        [],
        [{"event": "SANCTION", "target": ["RUS"]}],
    ),
    (
        "Chronology of Malta\n\n1961: Moscow recalls its ambassador.",
        [{"event": "SANCTION", "source": ["SUN"]}],
        [],
    ),
]


def _read(text: str) -> ReadDocument:
    """A wire item by its dateline, else an encyclopedia's article by its title."""
    title, parted, _ = text.partition("\n\n")
    read = read_document("styled", text, None, title=title if parted else None)
    city = None if parted else text.partition(",")[0].capitalize()
    document = msgspec.structs.replace(read.document, kind="reference" if parted else "news", dateline_place=city)
    return ReadDocument(document=document)


def _agrees(row: dict[str, Any], wanted: Row) -> bool:
    return all(sorted(row[k]) == sorted(v) if isinstance(v, list) else row[k] == v for k, v in wanted.items())


@pytest.mark.parametrize("case", [*KINDS, *NEIGHBOURS, *TOLD_BEFORE, *UNKNOWN, *GOING_ON], ids=lambda case: case[0][:60])
def test_who_is_told_by_what_they_are(case: Case) -> None:
    text, there, absent = case
    rows = [msgspec.to_builtins(r) for r in code([_read(text)])[0].records["events"]]
    assert [w for w in there if not any(_agrees(r, w) for r in rows)] == [], rows
    assert [w for w in absent if any(_agrees(r, w) for r in rows)] == [], rows
