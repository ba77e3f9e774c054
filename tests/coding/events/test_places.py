"""Where acts were done: at the town of the dateline, before "where", and at the end of what was signed."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder


@pytest.mark.parametrize(
    ("text", "event", "place"),
    [
        ("The leaders of Peru and Chile signed a declaration of friendship in Quito.", "SUPPORT", "Quito"),
        ("The envoy of Peru flew to Quito, where he met the president of Ecuador.", "CONSULT", "Quito"),
        ("The king of Tonga travelled to Suva on Friday.", "CONSULT", "Suva"),
        ("The king of Tonga returned to Nukualofa on Friday from a visit to Fiji.", "CONSULT", None),
        ("The king of Tonga wrote to Suva on Friday.", "CONSULT", None),
        ("The president of Chad gave the king of Tonga a saddle during a visit to Suva.", "AID", "Suva"),
        ("There was an official visit from the king of Tonga to Cusco.", "CONSULT", "Cusco"),
        ("The king of Tonga paid a visit to Africa.", "CONSULT", None),
        ("There was a visit from the king of Tonga, who attended a ceremony in Cusco.", "CONSULT", "Cusco"),
    ],
)
def test_places(coder: Coder, text: str, event: str, place: str | None) -> None:
    assert {e.place for e in events(coder, text) if e.event == event} == {place}
