"""Briefings: each question and its answer are on a matter of their own, and what is asked is not told."""

from __future__ import annotations

from dragoman.coding import Coder
from dragoman.lexicon import load
from dragoman.reading import read
from dragoman.records import Event
from dragoman.settings import Settings

BRIEFING = """Press briefing by the Spokesperson of the Ministry of Foreign Affairs of Portugal
Lisbon, 9 May 2012

Q: The officers in Guinea-Bissau say that they will appoint a president. What is your answer?
A: We demand the return of the elected government.

Q: Angola has withdrawn its soldiers?
A: The embassy of Angola will tell you. The press of Angola has written of it, and so has the radio of Angola.

Q: The list of the European Union is out.
A: Yes. We asked for it.
"""


def test_each_answer_has_its_own_other_side(coder: Coder) -> None:
    found = read("briefing.txt", BRIEFING.encode(), source_path="briefing.txt", lexicon=load(), settings=Settings()).documents
    records = coder.code(found, "")[0].records["events"]
    told = {(e.event, *e.source, ">", *e.target) for e in records if isinstance(e, Event)}
    assert ("REQUEST", "PRT", ">", "GNB") in told
    assert not any("AGO" in row for row in told), told
