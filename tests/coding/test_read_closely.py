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
        "The “Report of the Expert on Human Rights in Chad” now relies wholly on Peru, and as such is devoid of impartiality.",
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
        "Canada does not want to face the truth, and at every opportunity attempts to tarnish Chad’s image.",
        "TCD",
        "events",
        [{"event": "ACCUSE", "source": ["TCD"], "target": ["CAN"]}],
        [],
    ),
    (
        "Canada and its allies do not want to face the truth, and at every turn attempt to tarnish Chad’s image.",
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


@pytest.mark.parametrize(("text", "speaker", "table", "expected", "absent"), STANDS)
def test_stands(coder: Coder, text: str, speaker: str | None, table: str, expected: list[Row], absent: list[Row]) -> None:
    assert_rows(coder, text, speaker, None, table, expected, absent)
