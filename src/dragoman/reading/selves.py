"""Where a text says in the first person which state it speaks for: "my country, Peru", "the delegation of Chad wishes"."""

from __future__ import annotations

import re

from dragoman.lexicon.matcher import NameMatcher
from dragoman.lexicon.words import alternatives
from dragoman.reading.agents import code_of

_NAMED_AFTER = re.compile(
    # "my country, the Republic of ...", "our Government, that of ..."
    r"\b(?:my|our)(?: own)? (?:country|nation|homeland|government|delegation|state|republic)"
    r"(?:,| ?[-–—]| \()\s?(?:that of |the (?:government|delegation|people) of )?(?:the )?"
    # "I speak for", "we, the people of", "I represent"
    r"|\b(?:I|we) (?:speak|address you|take the floor|have the honou?r to (?:speak|address \w+)) "
    r"(?:for|on behalf of|in the name of) (?:the (?:government|delegation|people) of )?(?:the )?"
    r"|\bI (?:represent|have the honou?r to represent) (?:the )?"
    r"|\bwe,? the (?:people|government|delegation) of (?:the )?",
    re.IGNORECASE,
)
_OWN_DELEGATION = re.compile(r"(?:^|[.!?\n]\s*)The delegation of (?:the )?$")
_WISHES = re.compile(rf"\s+(?:{alternatives('speaking-for-a-state')})\b")


def introduced(names: NameMatcher, text: str) -> str | None:
    """The only state that `text` says it speaks for; None where it says so of none, or of several."""
    ends = {m.end() for m in _NAMED_AFTER.finditer(text)}
    found: set[str] = set()
    for name in names.find(text):
        code = code_of(name, ("name", "adjective"))
        if code is None or "-" in code or len(code) != 3:
            continue
        opens = _OWN_DELEGATION.search(text[max(0, name.start - 30) : name.start]) and _WISHES.match(text, name.end)
        if name.start in ends or opens:
            found.add(code)
    return found.pop() if len(found) == 1 else None
