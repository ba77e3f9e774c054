"""Whose a paper is that has its house at an edge of its title: "Visa rules - Embassy of Chad", "Fiji: Statement in reply"."""

from __future__ import annotations

import re

from dragoman.lexicon.words import alternatives
from dragoman.reading.agents import Agents
from dragoman.reading.heads import Head
from dragoman.reading.letterheads import EDGES, VERB, Letterheads
from dragoman.reading.lines import plain

_PARTS = re.compile(r"\s+[-–—|]\s+")
# What a state says under its name: "Botswana: Explanation of vote".
_SAID = re.compile(
    rf"(?:joint |press |official |written )?(?:{alternatives('words-under-a-state')})\b"
    r"(?=\s*$|\s*[:–—-]|\s(?:by|of|at|to|on|in)\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"([^:\n]{3,60}): (?=\S)")
_LONGEST = 90


def house_at_edge(title: str, letterheads: Letterheads, agents: Agents) -> Head | None:
    """The body of a state that stands behind or before a title, or the state over what it says; None where none does."""
    words = plain(title)
    parts = [p.strip(EDGES) for p in _PARTS.split(words)] if len(words) < 3 * _LONGEST else []
    for part in (parts[-1], parts[0]) if len(parts) > 1 else ():
        found = _body(part, letterheads, agents)
        if found is not None:
            return found
    label = _LABEL.match(words)
    if label is None:
        return None
    state = letterheads.state_line(label.group(1)) if label.group(1)[:1].isupper() else None
    if state is not None:
        return state if _SAID.match(words, label.end()) else None
    return _body(label.group(1), letterheads, agents)


def _body(part: str, letterheads: Letterheads, agents: Agents) -> Head | None:
    """The body of a state whose name, or short name, `part` is."""
    if len(part) > _LONGEST or not part[:1].isupper() or VERB.search(part):
        return None
    found = letterheads.abroad(part) or letterheads.read(part)
    if found is not None:
        return found
    house = next(iter(agents.find(part)), None)
    if house is not None:
        whole = house.institution and house.code and house.end - house.start == len(part)
        over = house.institution and house.code is None and house.start == 0
        beside = letterheads.state_line(part[house.end :].strip()) if over else None  # "MFA Bulgaria"
        code = house.code if whole else beside.publisher_state if beside is not None else None
        return Head(publisher=part, publisher_state=code) if code else None
    codes = agents.codes(part, kinds=("body",)) if agents.is_whole(part) else []
    return Head(publisher=part, publisher_state=codes[0]) if codes else None
