"""Which date of a sentence is an act's own, and whose words it is."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

# A sentence, the type of one of its events, its date, and whose words it is.
TOLD = [
    ("Chad's friends\n\n1952. Chad recognizes Peru.", "SUPPORT", "1952", []),
    ("Chad's friends\n\nJuly 1954. Chad recognizes Peru. France expels the envoy of Togo.", "SANCTION", "1954-07", []),
    (
        "Chad's friends\n\n3 May 1954\nChad recognizes Peru.\n\nJuly 1955\nFrance meets Togo.\n\n1957\nMali opens a dam. "
        "It expels the envoy of Togo.",
        "SANCTION",
        "1957",
        [],
    ),
    (
        "Chad's friends\n\n3 May 1954\nFrance meets Togo.\n\nJuly 1955\nFrance meets Togo.\n\n7 June 1957\nMali holds a vote. "
        "It recognizes Chad the following day.",
        "SUPPORT",
        "1957-06-08",
        [],
    ),
    (
        "Chad's friends\n\n3 May 1954\nFrance meets Togo.\n\n1955\nFrance meets Togo.\n\n1957\nMali, which had recognised "
        "Chad, holds a vote.",
        "SUPPORT",
        None,
        [],
    ),
    ("Chad's friends\n\n3 May 1954\nFrance writes to Togo. Mali recognises Chad.", "SUPPORT", None, []),
    ("Chad has 1954 villages. Chad recognizes Peru.", "SUPPORT", None, []),
    ("Chad rejected the terms proposed by the guarantors of the Rio Protocol of 1942.", "REJECT", None, []),
    ("The Security Council, in resolution 825 of May 11, called upon Chad to reconsider.", "REQUEST", "2020-05-11", []),
    ("The fifth round was held in Lima in January, and Peru has invited Chile to talks.", "AGREE", None, []),
    ("On Monday Iran met Oman, and Qatar expelled the Saudi envoy.", "SANCTION", "2020-06-15", []),
    ("Mali recognised Chad, and in 2008 it expelled the envoy of Togo.", "SANCTION", "2008", []),
    ("Chile and Peru called for talks in accordance with the 1982 Convention on the Law of the Sea.", "REQUEST", None, []),
    ("Egypt and Israel signed the 1979 peace treaty.", "SUPPORT", "1979", []),
    ("Botswana severed ties with Chad, citing the findings of the United Nations.", "SANCTION", None, []),
    (
        "Chad expelled the envoy of Mali, the Malian embassy reported, quoting Sudanese officials.",
        "SANCTION",
        None,
        ["SDN", "MLI"],
    ),
]


@pytest.mark.parametrize(("text", "event", "date", "reported_by"), TOLD, ids=[t[0][:60] for t in TOLD])
def test_an_act_has_its_own_date_and_source(
    coder: Coder, text: str, event: str, date: str | None, reported_by: list[str]
) -> None:
    found = [e for e in events(coder, text) if e.event == event]
    assert [(e.date, sorted(e.reported_by)) for e in found] == [(date, sorted(reported_by))]
