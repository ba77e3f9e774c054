"""Whose a government's own page is where its name leaves the state out: "Government Communications", "Press Service"."""

from __future__ import annotations

import re
from collections import Counter

from dragoman.lexicon.words import alternatives, word_class
from dragoman.reading.agents import Agents
from dragoman.reading.lines import plain
from dragoman.reading.signs import has_any
from dragoman.reading.voice import Voices

# What the press office of a body calls itself besides the body; any other word ("Gazette", "Watch") makes it another's.
_PRESS = re.compile(
    rf"\s*(?:,?\s*(?:{alternatives('press-offices')}))*\s*",
    re.IGNORECASE,
)
# "© 2019 Government of Georgia. All rights reserved", at the foot of its page.
_OWNED = re.compile(
    r"(?:copyright|©|\(c\))(?:[\s,.:©-]|\(c\)|\d{4}|by\b)*(?P<owner>[^\W\d][^.|©;]{7,90}?)"
    r"(?:\s*[.|;].*|,?\s+all rights reserved.*)?",
    re.IGNORECASE,
)
_OWNED_SIGNS = ("©", "copyright", "(c)")
# A body of a state that sits in its capital, by its name.
_OF_CAPITAL = re.compile(
    r"(?:press (?:service|office|department) of )?(?:the )?(?:[A-Z][\w'’-]+ ){0,3}?"
    rf"(?:{alternatives('bodies-in-capitals')})\b",
    re.IGNORECASE,
)
# So much of a text names the officials of its own state.
_REACH = 6_000
_OF_PAIRS = word_class("titles-of-pairs")
_SEATS = word_class("seats-of-organisations")
_NAMING = ("name", "adjective", "demonym", "organisation")


def owner(words: str) -> str | None:
    """Whose page the line at its foot says that it is, if the line says so."""
    match = _OWNED.fullmatch(words) if len(words) < 160 and has_any(words.lower(), _OWNED_SIGNS) else None
    return match["owner"].strip() if match is not None else None


def seat_of(publisher: str, place: str | None, text: str, agents: Agents, voices: Voices) -> str | None:
    """The state from whose capital a ministry that names no state issues a paper: "Foreign Ministry" over "Accra, 3 May"; where
    organisations sit as well, it names its state in the text.
    """
    if place is None or _OF_CAPITAL.match(plain(publisher)) is None or agents.codes(publisher, kinds=_NAMING):
        return None
    codes = agents.codes(place, kinds=("capital",))
    sure = len(codes) == 1 and (place.lower() not in _SEATS or voices.named(text[:_REACH])[codes[0]])
    return codes[0] if sure else None


def partner_of(publisher: str, title: str, agents: Agents) -> str | None:
    """The state of a ministry that names none, over a page on its relations with another: its own stands first in the title."""
    if _OF_CAPITAL.match(plain(publisher)) is None or agents.codes(publisher, kinds=_NAMING):
        return None
    named = agents.spans(title, ("name", "adjective"))
    rest = "".join(" " if any(a <= i < b for a, b, _ in named) else c for i, c in enumerate(plain(title)))
    told = set(re.findall(r"[a-z]+", rest.lower()))
    paired = len(named) == 2 and named[0][2] != named[1][2] and told <= _OF_PAIRS
    return named[0][2] if paired else None


def home_of(publisher: str, text: str, agents: Agents, voices: Voices) -> str | None:
    """The state of a publisher that is a body of some state and names none.

    A government names its own officials without a state ("President X"), those of others mostly with one: the state of all
    whom it so names, two at least, where it is also the one that the text names most. One whom the lexicon does not know
    may be another state's: then none.
    """
    folded = plain(publisher)
    found = agents.find(folded)
    if len(found) != 1 or not found[0].institution or found[0].code or found[0].start > 4:
        return None
    if not _PRESS.fullmatch(folded, found[0].end):
        return None
    told = text[:_REACH]
    bare = {a.name for a in agents.find(told) if a.office and a.name and a.code is None and not a.institution}
    codes = Counter(agents.person_code(name) for name in bare)
    home = max((c for c in codes if c and c not in agents.organisations), key=lambda c: (codes[c], c), default=None)
    rest = sum(n for c, n in codes.items() if c != home and c not in agents.organisations)
    named = voices.named(told)
    return home if home and codes[home] > 1 and not rest and named[home] == max(named.values(), default=0) else None
