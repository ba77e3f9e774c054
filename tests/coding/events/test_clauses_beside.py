"""What stands beside an act and is not its: dates of other clauses, doers of other deeds, bodies and strangers."""

from __future__ import annotations

from typing import Any

import pytest
from labelled import assert_rows

from dragoman.coding import Coder

Row = dict[str, Any]

# A text, who speaks, the table, rows that must be there and rows that must not; texts are of 15 June 2020.
CASES: list[tuple[str, str | None, str, list[Row], list[Row]]] = [
    # Dates of what words are about, of deadlines, and of clauses beside.
    ("Mali accepted the invitation of Togo to visit Lomé in 2008.", None, "events", [{"event": "AGREE", "date": None}], []),
    ("Mali accepted the invitation of Togo in 2008.", None, "events", [{"event": "AGREE", "date": "2008"}], []),
    (
        "Kenya backs the bid of Oman for the Council for the term 2010-2012.",
        None,
        "events",
        [{"event": "SUPPORT", "date": None}],
        [],
    ),
    (
        "Chad and Mali told the ministers to conclude, before the end of the first half of 2018, a pact on water, and agreed "
        "to build a dam.",
        None,
        "events",
        [{"event": "AGREE", "date": None}],
        [{"date": "2018-01"}],
    ),
    ("By March 2014 Chad had withdrawn its troops from Mali.", None, "events", [{"event": "RETREAT", "date": "2014-03"}], []),
    ("Oman asked Iran to reopen the strait by the end of May 2020.", None, "events", [{"event": "REQUEST", "date": None}], []),
    (
        "The African Union repeats its condemnation of the coup of 5 May and demands the release of the premier of Mali.",
        None,
        "events",
        [{"event": "REQUEST", "date": None}],
        [{"date": "2020-05-05"}],
    ),
    (
        "Laos sued Nepal; in a ruling of 3 May 2012 the court found for Nepal.",
        None,
        "events",
        [],
        [{"date": "2012-05-03", "source": ["LAO"]}],
    ),
    (
        "In May 2012 Laos expelled the envoy of Nepal; Oman recalled its own.",
        None,
        "events",
        [{"source": ["LAO"], "date": "2012-05"}],
        [],
    ),
    (
        "Peru closed the border, it shot down a jet of Chile in April 2008, it built a road.",
        None,
        "events",
        [{"event": "ASSAULT", "date": "2008-04"}],
        [{"event": "COERCE", "date": "2008-04"}],
    ),
    (
        "Cuba sent aid to the victims of the quake that struck Lima on 15 May 2007, and recalled the gift of 60 tons of food "
        "that Chile had sent.",
        None,
        "claims",
        [],
        [{"value": 60.0, "as_of": "2007-05-15"}],
    ),
    # Who does something else in the same sentence is not whom it is done to.
    (
        "Under a truce brokered by France, Chad undertook to pull back its army.",
        None,
        "events",
        [{"source": ["TCD"]}],
        [{"target": ["FRA"]}],
    ),
    ("Norway and Peru opposed it at Lisbon.", None, "events", [{"event": "REJECT", "target": []}], [{"target": ["PRT"]}]),
    ("Norway and Peru opposed it at Lisbon.", None, "positions", [], [{"holder": "PER", "target": "NOR"}]),
    ("Peru hurled insults at Santiago.", None, "events", [{"event": "ACCUSE", "target": ["CHL"]}], []),
    (
        "Chad and Niger regretted the clashes in the zone between Chad and Sudan.",
        None,
        "positions",
        [{"holder": "NER", "target": "SDN"}],
        [{"target": "TCD"}],
    ),
    ("Kuwait and Norway are trying to mediate.", None, "events", [{"mode": "third-party", "target": []}], []),
    (
        "Chad freed its captives after talks led by the premier of Oman.",
        None,
        "events",
        [],
        [{"source": ["OMN"], "target": ["OMN"]}],
    ),
    (
        "Chad did not withdraw, and in May 2009 the Security Council imposed an embargo on it.",
        None,
        "events",
        [{"event": "SANCTION", "target": ["TCD"]}],
        [],
    ),
    # A body or a person nobody knows is no state named before.
    (
        "The Panel visited Chad, and it asked for further talks.",
        None,
        "events",
        [{"mode": "visit"}],
        [{"event": "REQUEST", "source": ["TCD"]}],
    ),
    (
        "The Panel saw that Togo had shelled Benin. It called on Benin to talk.",
        None,
        "events",
        [{"event": "REQUEST", "source": [], "target": ["BEN"]}],
        [],
    ),
    (
        "President Castro of Cuba visited Oslo. Dalgaard asked Oman for help. He accused Iran of spying.",
        None,
        "events",
        [{"event": "CONSULT"}],
        [{"event": "ACCUSE", "source": ["CUB"]}],
    ),
    (
        "President Castro of Cuba visited Oslo. He accused Iran of spying.",
        None,
        "events",
        [{"event": "ACCUSE", "source": ["CUB"]}],
        [],
    ),
    (
        "The acting Secretary told the Ambassador of Laos that it was grave. He urged Laos to withdraw its guns.",
        "NPL",
        "events",
        [{"event": "REQUEST", "source": ["NPL"], "target": ["LAO"]}],
        [],
    ),
    (
        "I regret the words of your envoy, who likened my people to those of Pol Pot.",
        "ZWE",
        "events",
        [{"event": "ACCUSE", "target": []}],
        [{"target": ["KHM"]}],
    ),
    ("We hold nothing against the Danish people, whose guests we welcome.", "ZWE", "events", [], [{"target": ["ZWE"]}]),
    ("The presidents of Chad, of Mali and of Niger met in Bamako.", None, "events", [{"source": ["MLI", "NER", "TCD"]}], []),
    # Names that run on, and who stands beside a pair.
    (
        "The border treaty between Chad and Niger was signed in Lomé in 1976.",
        None,
        "events",
        [{"object_text": "The border treaty between Chad and Niger"}],
        [],
    ),
    (
        "The raids violate the border agreement between Laos and Nepal.",
        None,
        "citations",
        [{"instrument_text": "border agreement between Laos and Nepal"}],
        [],
    ),
    ("Chad and Mali fought each other in the War of the Pacific.", None, "events", [{"event": "ASSAULT", "place": None}], []),
    (
        "Clashes broke out between Malian and Nigerien troops, in which nine Malian soldiers were killed.",
        None,
        "events",
        [{"rule": "kill-people", "source": ["NER"], "target": ["MLI"]}],
        [],
    ),
    ("The presidents of Peru and Chile gathered in Lima.", None, "events", [{"source": ["CHL", "PER"], "mode": None}], []),
    (
        "Peru and Chile have had no diplomatic relations since 1978, apart from a thaw in the years 1985 to 1987.",
        None,
        "relations",
        [{"since": "1978", "until": None}],
        [],
    ),
    (
        "Kenya pulled back, and nine Omani soldiers took up positions in the area.",
        None,
        "events",
        [{"source": ["OMN"]}],
        [{"source": ["OMN"], "target": ["OMN"]}],
    ),
    (
        "Oman supports the efforts of the African Union, cf. Security Council resolution 2654 (2022).",
        None,
        "events",
        [{"event": "SUPPORT", "target": ["AU"], "date": None}],
        [],
    ),
    ("London refuses to end its embargo on Cuba.", None, "events", [{"event": "REJECT", "target": ["CUB"]}], []),
    (
        "The government recalled our ambassador from Lima.",
        None,
        "events",
        [{"event": "SANCTION", "target": ["PER"]}],
        [{"source": ["PER"]}],
    ),
    ('The invader "helps" Haiti.', "CUB", "events", [], [{"event": "AID"}]),
    (
        "The Heads of State agreed to hold their next session on 18 December in Abuja.",
        "ECOWAS",
        "events",
        [{"event": "AGREE", "source": ["ECOWAS"], "target": []}],
        [],
    ),
    # Answers, and words that only look like deeds.
    (
        "No. Norway and Peru opposed it at Lisbon.",
        "BOL",
        "events",
        [{"event": "REJECT", "modality": "actual"}],
        [{"modality": "negated"}],
    ),
    ("They handed out passports to the people of Donetsk.", None, "events", [], [{"event": "RETREAT"}]),
    ("The Swedish authorities held an Extraordinary Summit in Umeå.", None, "events", [], [{"event": "COERCE"}]),
    (
        "The Lao-Thai Friendship Bridge, built with Japanese help, was opened in 2011.",
        None,
        "events",
        [],
        [{"mode": "recognition"}],
    ),
    (
        "Foreign Minister Larsson of Sweden called in the envoy of Peru to brief him on the talks.",
        None,
        "events",
        [{"event": "CONSULT"}],
        [{"event": "ACCUSE"}],
    ),
    ("It will take the issue to the United Nations.", "BGD", "events", [], [{"event": "ACCUSE", "target": ["UN"]}]),
    ("Malta does not accept that it must meet the costs of the rescue by Italy.", None, "events", [], [{"mode": "meet"}]),
    ("Malta refused to meet the envoy of Italy.", None, "events", [{"mode": "meet"}], []),
    ("Eritrea shot down an Ethiopian drone.", None, "events", [{"event": "ASSAULT"}], [{"mode": "drone"}]),
    (
        "A Libyan threat to cut off trade is not taken seriously.",
        None,
        "events",
        [{"event": "THREATEN", "modality": "actual"}],
        [],
    ),
    ("Moscow recognised two pieces of our territory as states.", "GEO", "events", [{"mode": "recognition", "target": []}], []),
    ("Mass protests shook Togo.", None, "events", [{"mode": "demo"}], [{"mode": "strike"}]),
    ("Libya lent Malta money.", None, "events", [{"event": "AID", "target": ["MLT"], "object_text": "money"}], []),
    ("Canada sent Chile information on 74 rifles.", None, "claims", [], [{"value": 74.0}]),
    (
        "Malta has no army bases of foreign powers.",
        None,
        "claims",
        [{"subject": "MLT", "value": 0.0}],
        [{"subject": "X-FOREIGN"}],
    ),
]


@pytest.mark.parametrize(("text", "speaker", "table", "expected", "absent"), CASES)
def test_clauses_beside(
    coder: Coder, text: str, speaker: str | None, table: str, expected: list[Row], absent: list[Row]
) -> None:
    assert_rows(coder, text, speaker, None, table, expected, absent)
