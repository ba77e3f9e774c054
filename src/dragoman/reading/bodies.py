"""Whose a government's own page is where its name leaves the state out: "Government Communications", "Press Service"."""

from __future__ import annotations

import re
from collections import Counter

from dragoman.lexicon.words import alternatives
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
# So much of a text names the officials of its own state.
_REACH = 6_000


def owner(words: str) -> str | None:
    """Whose page the line at its foot says that it is, if the line says so."""
    match = _OWNED.fullmatch(words) if len(words) < 160 and has_any(words.lower(), _OWNED_SIGNS) else None
    return match["owner"].strip() if match is not None else None


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
