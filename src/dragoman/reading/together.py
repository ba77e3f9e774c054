"""Papers of several states: named together over the text or at its start, or signing below it one by one."""

from __future__ import annotations

import re

from dragoman.lexicon.words import alternatives
from dragoman.reading.agents import Agents
from dragoman.reading.lines import is_closed, plain
from dragoman.reading.telling import Telling

# Kinds of papers that several may sign; a message or a speech has one voice.
_SIGNED_BY_SEVERAL = frozenset({"statement", "press-statement", "letter", "joint-statement"})
# "Lusaka Declaration", of which nothing but its signatures says that it is one.
_VEHICLE = re.compile(r"[\w' -]{2,50} (?:declaration|communiqu[eé]|appeal|statement|accord)", re.IGNORECASE)
_GROUP = rf"(?:{alternatives('who-speak-together')}) of (?:the )?"
# "Declaration of the Presidents of A, B and C", "Letter dated 3 May 1995 from the representatives of A and B".
_TITLED = re.compile(
    rf"\b(?:{alternatives('vehicles-by-somebody')})\b(?: dated [\w ,]{{6,24}})? (?:of|by|from) (?:the )?{_GROUP}", re.IGNORECASE
)
# "We, the Presidents of A and B, gathered in ...": it opens the first paragraph.
_OPENING = re.compile(rf"(?P<we>we, )?(?:the )?{_GROUP}", re.IGNORECASE)
_GATHERED = re.compile(rf",? (?:{alternatives('gathered-together')})\b")
_SIGNED_FOR = re.compile(r"for (?:and on behalf of )?(?:the )?(?:(?:government|people) of (?:the )?)?(?=[A-Z])", re.IGNORECASE)
_SIGNED = re.compile(r"\W{0,2}(?:signed|/s/)\W", re.IGNORECASE)
# What stands behind the office of who signs.
_ACCREDITED = re.compile(r"(?: to (?:the )?[A-Z][\w' ]{2,60})?[\s.,)]*")
# Signatures stand on lines no longer than this, so many at most.
_LINE, _LINES = 140, 40


def speaking_together(telling: Telling, agents: Agents) -> tuple[str, ...]:
    """The codes of the states, two or more, whose heads or ministers speak together in a paper, in alphabetical order."""
    title = plain(telling.title)
    if telling.kind == "article" and _VEHICLE.fullmatch(title):
        return tuple(sorted(_signing(telling, agents)))
    if telling.kind not in _SIGNED_BY_SEVERAL:
        return ()
    named = next((agents.series(title, m.end()) for m in _TITLED.finditer(title)), ())
    named = named if len(named) > 1 else _opening(telling, agents)
    return tuple(sorted(named if len(named) > 1 else _signing(telling, agents)))


def _opening(telling: Telling, agents: Agents) -> tuple[str, ...]:
    """Who are named together as the subject of the first paragraph."""
    for paragraph in telling.paragraphs[:3]:
        words = plain(paragraph)
        match = _OPENING.match(words)
        if match is not None:
            named, end = agents.series_to(words, match.end())
            return named if match["we"] or _GATHERED.match(words, end) else ()
    return ()


def _signing(telling: Telling, agents: Agents) -> tuple[str, ...]:
    """The states of those who sign, each for its own: "For the Republic of Chad", "(Signed) X, Ambassador of Chad"."""
    letter = telling.kind == "letter"
    if letter and sum(_SIGNED.match(p) is not None for p in telling.paragraphs[-_LINES:]) < 2:
        return ()  # to whom a letter is stands below it as well
    found: list[str] = []
    for paragraph in reversed(telling.paragraphs[-_LINES:]):
        words = plain(paragraph)
        if len(words) > _LINE or (is_closed(words) and len(words) > _LINE // 2):
            break
        if (told := _SIGNED_FOR.match(words)) is not None:
            code = agents.first_code(words[told.end() :].partition(":")[0])
        else:
            signers = (a for a in agents.find(words) if a.office and not a.institution)
            code = next((a.code for a in signers if _ACCREDITED.fullmatch(words, a.end)), None)
        found += [code] if code else []
    return tuple(dict.fromkeys(c for c in found if c and c not in agents.organisations))
