"""For what and for whom a text is: its occasion and its audience."""

from __future__ import annotations

import re

from dragoman.lexicon.words import alternatives
from dragoman.reading.signs import Signed
from dragoman.reading.telling import Speaker, Telling

_FOREIGN_STAGE = re.compile(
    rf"\b(?:{alternatives('stages-abroad')})\b",
    re.IGNORECASE,
)
_AT_HOME = Signed(
    re.compile(
        rf"^(?:{alternatives('addressed-at-home')})\b|address to the nation|televised address|nationwide address",
        re.IGNORECASE,
    ),
    ("fellow", "compatriots", "citizens", "comrades", "address"),
)
_OCCASION_OF = re.compile(
    rf"\b(?:{alternatives('occasions-of')})\s*(?:the\s+)?(.{{4,160}}?)(?=[.;:\n]|,(?! \d)|$| (?:on|at|"
    "in) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|"
    r"august|september|october|november|december|the capital)| (?:was|were|is|has|said|sent|held|here|took)\b)",
    re.IGNORECASE,
)
_OCCASION = Signed(_OCCASION_OF, ("occasion", "mark", "celebration", "commemorat", "observance", "anniversary"))
_AT_MEETING = re.compile(
    rf"\b(?:at|to|before|in|during) (?:the )?((?:[\w'.,-]+ ){{0,8}}(?:{alternatives('meetings-spoken-at')})"
    rf"\b(?: (?:of|on|for|in) (?:the )?[^.;:\n]{{2,90}})?)",
    re.IGNORECASE,
)


def occasion_of(telling: Telling) -> str | None:
    """The anniversary, feast or meeting that a text is for, in its words."""
    for text in (telling.title, telling.lead):
        match = _OCCASION.search(text)
        if match:
            return _trimmed(match.group(1))
    if telling.kind in ("speech", "statement", "briefing"):
        match = _AT_MEETING.search(telling.title)
        if match:
            return _trimmed(match.group(1))
    return None


def audience_of(telling: Telling, speaker: Speaker) -> str | None:
    """`domestic` or `external` where addressee, stage or medium show it."""
    if telling.kind == "law" or _AT_HOME.search(telling.title) or _AT_HOME.search(telling.lead):
        return "domestic"
    if telling.kind in ("letter", "message") and speaker.addressee:
        return "external"
    if telling.kind in ("speech", "statement") and speaker.occasion and _FOREIGN_STAGE.search(speaker.occasion):
        return "external"
    asking = speaker.medium or telling.outlet
    if telling.kind == "interview" and asking and asking.state and speaker.state and asking.state != speaker.state:
        return "external"
    return None


def _trimmed(words: str) -> str:
    return " ".join(words.split()).strip(" ,.;:\"'")
