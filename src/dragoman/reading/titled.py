"""Whose words a document is, by its title."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from dragoman.lexicon.words import alternatives
from dragoman.reading.agents import Agent, Agents
from dragoman.reading.letters import TO

BY = re.compile(
    rf"\b(?:by|of|from|with)\s+(?:the\s+)?(?:(?:{alternatives('honorifics-before-speakers')})(?:\b|(?<=['’]))\.?\s*)*$",
    re.IGNORECASE,
)
VEHICLE_BY = re.compile(
    rf"\b(?:{alternatives('vehicles-by-somebody')})\s+(?:(?:issued|delivered|made|given|sent)\s+)?(?:"
    + BY.pattern
    + r"|(?:by|of|from) (?:the )?(?:press|information|media|communications?|public)(?: [\w-]+){1,4} of"
    r" (?:the )?$)",
    re.IGNORECASE,
)
_VEHICLE = re.compile(rf"\b(?:{alternatives('vehicles-by-somebody')})\b", re.IGNORECASE)
ON_BEHALF = re.compile(
    r"\b(?:on behalf of|in the name of) (?:my |our )?(?:the )?(?:(?:government|people|state|delegation) "
    r"(?:and (?:the )?people )?of (?:the )?)?",
    re.IGNORECASE,
)
# "Response to a query on the remarks of X": what stands behind it is what the text is about.
_ABOUT = re.compile(
    rf"\b(?:{alternatives('vehicles-about-something')})\s(?:on|regarding|concerning|about|following|over)\b",
    re.IGNORECASE,
)
_AFTER_BY = re.compile(
    rf"\b(?:by|from|(?:{alternatives('words-of-somebody')}) of)\s+(?:the\s+)?(?:(?:Government|Republic|Delegation|"
    r"People)\s+of\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_BODY_OF = re.compile(
    rf"(?:[\w'’-]+ ){{0,5}}(?:{alternatives('bodies-that-speak')})\b(?: (?:for|of) [\w'’ -]{{2,60}})? of (?:the )?"
    "[A-Z]"
)
_BY_NAME = re.compile(r"\bby (?:the )?(?=(?P<honoured>(?:Mr|Mrs|Ms|Mme|Dr|Lord|Sir)\b)?)")
_ASKED = re.compile(r"(?:written |oral |parliamentary )?questions? (?:from|by|of|to)\b", re.IGNORECASE)
# "Ghana rejects", "The Kingdom of Norway Welcomes": what stands before it may be a state, of so many words and one.
_VERB_OF_HEADLINE = re.compile(r"\s(?:[a-z]+ly\s)?[A-Za-z][a-z]+[^\Ws]s\s")
_NAME_WORDS = 6
# "Press release: Thailand protests": what a headline calls itself.
_DELIVERED = re.compile(r"[, ](?:delivered|made|read|read out|given|issued) by (?:the )?$")
_LABEL = re.compile(r"(?:joint )?(?:press|media|news) (?:release|statement|communiqu[eé]): ", re.IGNORECASE)
# What may stand before the office that a title opens with: "Federal Foreign Office spokesperson on the detention".
_OPENS = re.compile(r".{0,4}\s*|(?:the )?(?:federal|royal|national|state|union|deputy|acting) ", re.IGNORECASE)


class TitleSpeakers:
    """Finds who a title says speaks, with one lexicon."""

    def __init__(self, agents: Agents) -> None:
        self._agents = agents

    def find(self, title: str, *, home: str | None = None, house: str | None = None) -> Agent | None:
        """The agent that a title names as speaking, for the organisation on whose behalf it says that is done. `home`: the
        state that the paper is dated from; `house`: that of the body whose paper it is.
        """
        if _ASKED.match(title):
            return None
        found, match = self._in_title(title, home, house), ON_BEHALF.search(title)
        code = self._agents.first_code(title[match.end() :]) if match is not None else None
        own = found is not None and found.code is not None and code not in self._agents.organisations
        if match is None or own or (found is not None and code is None):
            return found
        if found is None or found.institution:
            by = _BY_NAME.search(title)
            name = self._agents.person(title[by.end() :]) if by is not None else None
            whole = name is not None and (" " in name or (by is not None and by["honoured"] is not None))
            found = Agent(0, 0, name=name if whole else None, institution=not whole)
        return replace(found, code=code)

    def _in_title(self, title: str, home: str | None, house: str | None) -> Agent | None:
        """The agent that a title names as speaking: "by X", "of X", "from X", or X at its head."""
        about = _ABOUT.search(title)
        named = self._agents.find(title)
        agents = [a for a in named if about is None or a.start < about.end()]
        delivered = next((a for a in named if _DELIVERED.search(title, 0, a.start)), None) if about is not None else None
        if delivered is not None:
            return delivered
        for agent in agents:
            if VEHICLE_BY.search(title[: agent.start]):
                return self._named_last(title, agent)
        if agents and not TO.search(title[: agents[0].start]) and _OPENS.fullmatch(title, 0, agents[0].start):
            return agents[0]
        subject = self._subject(title, home)
        if subject is not None:
            return subject
        found = self._behind_by(title, agents, about.start() if about else len(title))
        return found if house is None or found is None or found.code in (None, house) or not found.institution else None

    def _behind_by(self, title: str, agents: list[Agent], about: int) -> Agent | None:
        """Whoever stands behind "by" or "from" before `about`, or is the owner that a title opens with."""
        for agent in agents:
            if BY.search(title[: agent.start]):
                return agent
        for match in _AFTER_BY.finditer(title, 0, about):
            if any(a.start <= match.end() < a.end for a in agents):
                continue
            codes = self._agents.codes(title[match.end() : match.end() + 60])
            first = self._agents.first_code(title[match.end() :])
            if codes and first:
                return Agent(match.end(), match.end(), code=first, institution=True)
            if len(codes) == 1 and _BODY_OF.match(title, match.end()):  # "Communiqué of the National Council of Chad"
                return Agent(match.end(), match.end(), code=codes[0], institution=True)
            name = self._agents.person(title[match.end() :])
            if match[0].lower().startswith("from") and _VEHICLE.search(title, 0, match.start()) is None:
                continue  # "Committee Removes Three Entries from Travel Ban List"
            if name and " " in name and not codes:
                return Agent(match.end(), match.end() + len(name), name=name, code=self._agents.person_code(name))
        for agent in agents:  # "Statement on the elections, Ministry of Foreign Affairs of Chad"
            if agent.institution and agent.code and title[: agent.start].rstrip().endswith(","):
                return agent
        first = self._agents.first_code(title)
        owner = re.match(r"[\w. ]{2,40}'s\s", title) if first else None
        return Agent(0, 0, code=first, institution=True) if owner else None

    def _named_last(self, title: str, agent: Agent) -> Agent:
        """ "Address by the Permanent Representative of Jordan to the Assembly, Dina Kawar": the name behind the comma."""
        last = title[agent.end :].rpartition(", ")[2].strip()
        name = self._agents.person(last) if agent.name is None and not agent.institution and " " in last else None
        return replace(agent, name=name) if name == last else agent

    def _subject(self, title: str, home: str | None) -> Agent | None:
        """The state whose doing a headline tells: "Ghana rejects …", "The Kingdom of Norway Welcomes …"; under what the
        headline calls itself, it is the one that the paper is dated from.
        """
        label = _LABEL.match(title)
        first = label.end() if label is not None else 0
        for match in itertools.islice(_VERB_OF_HEADLINE.finditer(title, first), 2):
            name = title[first : match.start()]
            if name.count(" ") < _NAME_WORDS and self._agents.is_whole(name) and (code := self._agents.first_code(name)):
                return Agent(first, first + len(name), code=code, institution=True) if not first or code == home else None
        return None
