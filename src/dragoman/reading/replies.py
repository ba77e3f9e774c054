"""To what a text replies: the letter, note or question that its title or first sentences name."""

from __future__ import annotations

import re

from dragoman.lexicon.words import alternatives
from dragoman.reading.lines import plain
from dragoman.reading.telling import Telling

# Kinds that answer somebody; a report of an answer is none.
_ANSWERING = frozenset({"letter", "message", "answer", "statement", "press-statement"})
_SENT = alternatives("sent-papers")
_ASKED = alternatives("asked-or-proposed")
# A full stop in "No. 7/2013" or "A.12" ends nothing.
_UNTIL = r"\b(?:[^,.;:\n\"]|(?<=\bNo)\.(?= ?[\w/])|(?<=\bNos)\.(?= ?\d)|(?<=\bRef)\.|(?<=\w)\.(?=\d)){0,120}"
_REPLY = re.compile(
    r"\b(?:(?:in (?:reply|response|answer)|repl(?:y|ies|ied|ying)|respon(?:ds?|ded|ding)|answer) to|answer(?:s|ed|ing)?) "
    r"(?!(?:my|our)\b)((?:(?:the|a|an|your|his|her|their|its|some) )?"
    rf"(?:[\w'.-]+ ){{0,5}}?(?:{_SENT}|{_ASKED}){_UNTIL})",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"\b(?:regarding|concerning|(?:with re(?:ference|gard)|refers?|referring) to|acknowledges?(?: receipt of)?|"
    r"ha(?:ve|s) received) "
    rf"((?:the|your|his|her|their|its) (?:[\w'.-]+ ){{0,5}}?(?:{_SENT}){_UNTIL})",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r" (?:(?:which|who|that|in which|to (?!the\b|his\b|her\b|your\b|our\b|a\b))\b.*|on (?:\w+day)\b.*)$", re.IGNORECASE
)


def reply_of(telling: Telling) -> str | None:
    """What a letter, message, answer or statement replies to, in the words of the text."""
    if telling.kind not in _ANSWERING:
        return None
    patterns = (_REPLY, _REFERS) if telling.kind in ("letter", "message") else (_REPLY,)
    for text in (plain(telling.title), telling.lead):
        found = min((m for p in patterns if (m := p.search(text))), key=lambda m: m.start(), default=None)
        if found:
            return " ".join(_TAIL.sub("", found.group(1)).split())
    return None
