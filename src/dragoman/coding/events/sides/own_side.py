"""Whose a host of no state is, in the words of a state that speaks: its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.who.reference import codes_in

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader


def hosted(reader: ActReader, act: Act) -> Act:
    """ "Deputy Minister receives Ambassador of Chad", on a ministry's page: the minister is the ministry's."""
    guests = codes_in(act.source) if (act.event, act.mode) == ("CONSULT", "visit") else set()
    if not guests or not act.target or codes_in(act.target) or any(r.sector != "GOV" for r in act.target):
        return act
    speaker = reader.scene.speaker(act.head.start)
    if speaker is None or speaker in guests or speaker not in reader.scene.knowledge.states:
        return act
    return replace(act, target=tuple(replace(r, codes=(speaker,)) for r in act.target))
