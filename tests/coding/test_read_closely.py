"""What close readers of statements and overviews find in a sentence beside its plain act: whose stand it shows, what is cited,
what is claimed in passing.
"""

from __future__ import annotations

from typing import Any

import pytest
from labelled import assert_rows

from dragoman.coding import Coder

Row = dict[str, Any]
# A text, in whose words, a table, rows that must be there, rows that must not.
Case = tuple[str, str | None, str, list[Row], list[Row]]

STANDS: list[Case] = [
    ("Kenya protested, and Uganda apologised.", None, "positions", [{"holder": "KEN", "target": "UGA", "polarity": -0.5}], []),
    (
        "Kenya labelled the decision of Uganda an abuse of power.",
        None,
        "positions",
        [{"holder": "KEN", "target": "UGA", "polarity": -0.5}],
        [],
    ),
    (
        "The “Report of the Expert on Human Rights in Chad” leans on Peru alone, and as such is groundless.",
        "TCD",
        "positions",
        [{"holder": "TCD", "topic": "human-rights", "polarity": -0.5}],
        [],
    ),
    (
        "France intends to use the question of migration to topple our government.",
        "TCD",
        "positions",
        [{"holder": "TCD", "target": "FRA", "polarity": -1.0}],
        [],
    ),
    (
        "France uses sanctions as a means to isolate Chad.",
        "TCD",
        "positions",
        [{"holder": "TCD", "target": "FRA", "polarity": -0.5, "topic": "sanctions"}],
        [],
    ),
    ("If France wants to destroy our country, it will fail.", "TCD", "positions", [], [{"holder": "TCD"}]),
    ("Critics say that our government wants to isolate Chad.", "TCD", "positions", [], [{"holder": "TCD"}]),
    (
        "Canada shuns all talks, and at every opportunity attempts to tarnish Chad’s image.",
        "TCD",
        "events",
        [{"event": "ACCUSE", "source": ["TCD"], "target": ["CAN"]}],
        [],
    ),
    (
        "Canada and its allies shun all talks, and at every turn attempt to tarnish Chad’s image.",
        "TCD",
        "events",
        [{"event": "ACCUSE", "source": ["TCD"], "target": ["CAN"]}],
        [],
    ),
    (
        "The Report of the Secretary-General on Cyprus was published in May.",
        "CYP",
        "citations",
        [{"instrument_text": "Report of the Secretary-General on Cyprus", "stance": "described"}],
        [],
    ),
]


# What is told beside: questions put, deeds in a list, how high somebody stands, what a thing only is, rights by law.
BESIDE: list[Case] = [
    (
        "We asked the Security Council whether it has any legal ground for the inspections.",
        "TCD",
        "events",
        [{"event": "REQUEST", "source": ["TCD"], "target": ["UN-SC"], "modality": "actual"}],
        [],
    ),
    (
        "In the letter to the UN Secretary-General we demanded an explanation.",
        "TCD",
        "events",
        [{"event": "REQUEST", "source": ["TCD"], "target": ["UN-SG"]}],
        [],
    ),
    ("They asked us whether we had signed.", "TCD", "events", [], [{"event": "REQUEST"}]),
    (
        "The acts of imposing sanctions on our people and seizing our ships by the European Union are nothing but piracy.",
        "TCD",
        "events",
        [
            {"event": "SANCTION", "source": ["EU"], "target": ["TCD"]},
            {"event": "COERCE", "mode": "seize", "source": ["EU"], "target": ["TCD"]},
        ],
        [],
    ),
    (
        "The acts of imposing sanctions on our people by the European Union are nothing but a crime against humanity.",
        "TCD",
        "positions",
        [{"holder": "TCD", "target": "EU", "topic": "sanctions", "polarity": -1.0}],
        [],
    ),
    (
        "Chad achieved the status of a regional power, a military giant in Africa that nobody dares to provoke.",
        "TCD",
        "claims",
        [{"kind": "status", "subject": "TCD", "statement": "military giant in Africa"}],
        [],
    ),
    (
        "The international prestige of Chad has risen to a new height.",
        "TCD",
        "claims",
        [{"kind": "status", "subject": "TCD", "claimed_by": "TCD"}],
        [],
    ),
    ("Chad's international prestige will rise.", "TCD", "claims", [], [{"kind": "status"}]),
    (
        "The “labour camps” that they paint so darkly are just penal institutions.",
        "TCD",
        "claims",
        [{"kind": "status", "statement": "“labour camps” … penal institutions", "claimed_by": "TCD"}],
        [],
    ),
    ("The labour camps are just penal institutions.", "TCD", "claims", [], [{"kind": "status"}]),
    (
        "In our country, all citizens have the right to vote, which is guaranteed by the constitution.",
        "TCD",
        "claims",
        [{"kind": "legal", "subject": "TCD", "topic": "human-rights"}],
        [],
    ),
    ("Every citizen has the right to a pension.", "TCD", "claims", [], [{"kind": "legal"}]),
    (
        "France termed our trade a crime so as to give the local public a false impression that Chad poses a threat.",
        "TCD",
        "claims",
        [
            {"claimed_by": "FRA", "statement": "Chad poses a threat", "denied": False},
            {"claimed_by": "TCD", "statement": "Chad poses a threat", "denied": True},
        ],
        [],
    ),
    (
        "There will be no talks unless France stops its hostile policy.",
        "TCD",
        "positions",
        [{"holder": "TCD", "target": "FRA", "polarity": -0.5}],
        [],
    ),
    ("We will answer if France pursues a hostile policy.", "TCD", "positions", [], [{"target": "FRA"}]),
    (
        "Chad frustrates the aggression, meddling and interference of France.",
        "TCD",
        "positions",
        [{"holder": "TCD", "target": "FRA", "polarity": -1.0}],
        [],
    ),
    (
        "France expelled our envoys without a word of explanation.",
        "TCD",
        "positions",
        [{"holder": "TCD", "target": "FRA", "polarity": -0.5}],
        [],
    ),
    (
        "With regard to the propaganda spread by France and Mali about camps, there are no such prisoners here.",
        "TCD",
        "positions",
        [{"holder": "TCD", "target": "FRA"}, {"holder": "TCD", "target": "MLI"}],
        [],
    ),
]


# Bonds with groups and in wars by name, what a law has the forces do, where a reception is, and who holds a prisoner.
BONDS_AND_DEEDS: list[Case] = [
    (
        "An inter-Korean summit was held in Pyongyang in 2000.",
        None,
        "events",
        [{"event": "CONSULT", "source": ["KOR", "PRK"], "date": "2000"}],
        [],
    ),
    (
        "At their Lima summit in 2018, President Deby of Chad gave two horses to President Vizcarra of Peru.",
        None,
        "events",
        [{"event": "CONSULT", "source": ["PER", "TCD"], "date": "2018"}],
        [],
    ),
    (
        "Chad established diplomatic relations with Arab countries in 1975.",
        None,
        "relations",
        [{"kind": "diplomatic-relations", "a": "TCD", "b": "X-ARAB", "since": "1975"}],
        [],
    ),
    ("Chad has good relations with Arab countries.", None, "relations", [], [{"b": "X-ARAB"}]),
    (
        "The end of the Chaco War left Bolivia in a confrontation with Paraguay.",
        None,
        "relations",
        [{"kind": "war", "a": "BOL", "b": "PRY", "status": "ended"}],
        [],
    ),
    ("During the Chaco War, Peru sent grain to Bolivia.", None, "relations", [], [{"kind": "war"}]),
    (
        "Article 12 of the Constitution of Chad says that the army will carry out the policy of national defence.",
        None,
        "principles",
        [{"holder": "TCD", "statement": "carry out the policy of national defence"}],
        [],
    ),
    (
        "The Constitution of Chad says that Chad will cut tariffs while Article 9 says the army will carry out the line.",
        None,
        "principles",
        [{"holder": "TCD", "statement": "carry out the line"}],
        [],
    ),
    (
        "The embassy of Chad in Lima hosted a reception on May 3.",
        None,
        "events",
        [{"mode": "reception", "source": ["TCD"], "place": "Lima"}],
        [],
    ),
    (
        "Chad's leader received a floral basket from a foreign leader.",
        None,
        "events",
        [{"event": "AID", "mode": "gift", "target": ["TCD"]}],
        [],
    ),
    (
        "In one of these camps in our country the convicted American Ann Dow is serving her sentence.",
        "TCD",
        "events",
        [{"event": "SANCTION", "mode": "convict", "source": ["TCD"], "target": ["USA"]}],
        [],
    ),
    ("The former minister is serving a five-year sentence.", "TCD", "events", [], [{"event": "SANCTION"}]),
    (
        "Chad would expand its relations of friendship with those countries championing independence.",
        "TCD",
        "events",
        [{"event": "AGREE", "target": ["TCD", "X-INDEPENDENT"]}],
        [],
    ),
]


# Offices and numbers told in passing, and whose ties are meant.
OFFICES_AND_NUMBERS: list[Case] = [
    (
        "We will act in accordance with the joint Korean-Laotian declarations.",
        "KOR",
        "relations",
        [{"kind": "agreement", "a": "KOR", "b": "LAO"}],
        [],
    ),
    ("The North-South divide between rich and poor states has grown.", "KOR", "relations", [], [{"a": "PRK"}, {"b": "PRK"}]),
    (
        "Article 90 of the Constitution of Chad says that the President is the head of state. Rather, the President works to "
        "protect the Republic.",
        None,
        "competences",
        [{"kind": "duty", "power": "works to protect the Republic"}],
        [],
    ),
    (
        "116 states have recognised Kosovo.",
        "SRB",
        "claims",
        [{"subject": "XKX", "measure": "states", "value": 116.0}],
        [],
    ),
    (
        "The former Chadian prime minister met the ambassador-designate of Mali and the former UN Secretary-General.",
        None,
        "actors",
        [
            {"text": "prime minister", "code": "TCD", "office_status": "former"},
            {"code": "MLI", "office_status": "designate"},
            {"code": "UN-SG", "office_status": "former"},
        ],
        [],
    ),
    ("The Chadian prime minister met his former teacher.", None, "actors", [], [{"code": "TCD", "office_status": "former"}]),
]


@pytest.mark.parametrize(
    ("text", "speaker", "table", "expected", "absent"), [*STANDS, *BESIDE, *BONDS_AND_DEEDS, *OFFICES_AND_NUMBERS]
)
def test_rows(coder: Coder, text: str, speaker: str | None, table: str, expected: list[Row], absent: list[Row]) -> None:
    assert_rows(coder, text, speaker, None, table, expected, absent)
