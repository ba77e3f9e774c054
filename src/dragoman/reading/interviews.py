"""Who answers in an interview or a briefing, and who asks."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.lexicon.words import alternatives
from dragoman.reading.agents import Agent, Agents
from dragoman.reading.lines import in_small, plain
from dragoman.reading.outlets import Medium, Outlets
from dragoman.reading.telling import Speaker, Telling

_INTERVIEW = re.compile(
    r"\b(?:interview(?:ed)?|(?:conversation|talk|chat)(?= with\b))\b\s*"
    r"(?:(?:given |granted )?(?:with|to|for|by|in|on)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_SPOKE = re.compile(rf",?\s+(?:\w+ly\s+)?(?:{alternatives('spoke-in-interviews')})\b")
_SPOKEN_TO = re.compile(
    r"\b(?:(?:spoke|talked|talks|speaks|sat down)\s+(?:exclusively\s+)?(?:to|with)"
    r"|(?:answered|answers) (?:the )?questions (?:of|from|by)|told|tells)"
    r"\s+(?:the\s+)?",
    re.IGNORECASE,
)
# "We met X in Lima", "our correspondent sat down with X": whoever is named then answers.
_MET = re.compile(
    r"\b(?:we|I|our (?:own )?(?:correspondent|reporter|editor))\s+(?:also\s+)?(?:spoke|talked|sat down|met|talk|speak)\b"
    r"\s+(?:exclusively\s+|briefly\s+)?(?:(?:up\s+)?(?:to|with)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_SERVED = re.compile(r",? who (?:has |had )?(?:served|serves|worked|was|is|acted|been|represents|represented)\b", re.IGNORECASE)
# So near behind those words stands the office, in characters.
_NEAR = 40
# "Mr. Hakobyan, what does ...?": the name under which somebody is asked.
_VOCATIVE = re.compile(rf"(?:{alternatives('vocatives')})\.? ([A-ZÀ-Þ][\w'’-]+), ")
_BECAME = re.compile(rf"\b(?:{alternatives('served-as')})\b")


class Interviews:
    """Finds who answers with one lexicon."""

    def __init__(self, agents: Agents, outlets: Outlets) -> None:
        self._agents = agents
        self._outlets = outlets

    def answering(self, telling: Telling) -> Agent | None:
        """Who answers in labelled turns."""
        label = next((t.label for t in telling.turns if t and t.kind == "answer" and t.label and len(t.label) > 2), None)
        return self.named_so(label, telling)

    def named_so(self, label: str | None, telling: Telling) -> Agent | None:
        """Whom a label of turns names; office and state are looked up in title and introduction."""
        if label is None or re.fullmatch(r"answers?|a\d*|reply|response", label, re.IGNORECASE):
            return None
        name = self._agents.person(label.title() if label.isupper() else label)
        agents = self._agents.find(in_small(label))
        if agents:
            return agents[0]
        full = self._introduced(name, telling) if name else None
        return full or (Agent(0, 0, name=name) if name else None)

    def labelled(self, words: str | None) -> Agent | None:
        """Whom a header line presents as the speaker."""
        if not words:
            return None
        agents = self._agents.find(words)
        if agents:
            return agents[0]
        name = self._agents.person(words)
        return Agent(0, len(words), name=name, code=self._agents.person_code(name)) if name else None

    def interviewee(self, telling: Telling) -> Speaker:
        """Who is interviewed, and the medium that asks where the text names it."""
        untold = (p for p, t in zip(telling.paragraphs, telling.turns, strict=True) if t is None)
        intro = plain(telling.title + "\n" + "\n".join(untold)[:2500])
        name, medium = self._announced(intro)
        if name is None:
            name = self._met(intro, telling)
        medium = medium or self._spoken_to(intro) or _asking(telling)
        answering, labelled = self.answering(telling), self.labelled(telling.labelled)
        name = name or (answering.name if answering else None) or (labelled.name if labelled else None)
        agent = self._introduced(name, telling) if name else None
        if agent is None:
            agent = answering or labelled or self._first(intro, named=name is not None)
            agent = self._with_new_office(agent, intro) if agent else None
        if agent is None:
            return self._unknown(name, intro, medium)
        if agent.code is None and (whose := self._whose(agent.name or name, intro)) is not None:
            agent = replace(agent, code=whose.code, office=agent.office or whose.office)
        full = agent.name or name
        return Speaker(
            as_name(full), agent.office, agent.code or (self._agents.person_code(full) if full else None), medium=medium
        )

    def _announced(self, intro: str) -> tuple[str | None, Medium | None]:
        """Who is told to have given an interview, and to which medium."""
        name, medium = None, None
        for match in _INTERVIEW.finditer(intro):
            near = self._outlets.find(intro[match.end() : match.end() + 70], marks=True)
            found = next((m for m in near if m.start < 30), None)
            if found and medium is None:
                medium = found
                after = re.match(r"[^,.\n]{0,40},\s*", intro[match.end() + found.end :])
                behind = intro[match.end() + found.end + (after.end() if after else 0) :]
                person = self._agents.person(behind)
                name = name or (person if person and " " in person and _SPOKE.match(behind[len(person) :]) else None)
            elif name is None and found is None:
                person = self._person_at(intro, match.end())
                name = person if person and " " in person else name
        return name, medium

    def _person_at(self, intro: str, start: int) -> str | None:
        """Whom the words that begin at `start` name first, with an office or without."""
        behind = intro[start : start + 160]
        agent = next((a for a in self._agents.find(behind) if a.start < 25 and a.name), None)
        return agent.name if agent else self._agents.person(intro[start:])

    def _first(self, intro: str, *, named: bool) -> Agent | None:
        """Whom the introduction presents first; where somebody is `named`, no office without a name."""
        found = [a for a in self._agents.find(intro) if not a.institution]
        return next((a for a in found if a.name), None) or (found[0] if found and not named else None)

    def _unknown(self, name: str | None, intro: str, medium: Medium | None) -> Speaker:
        """A speaker of whom no office is told: known by name, or the ministry that answers."""
        if name:
            whose = self._whose(name, intro)
            code = self._agents.person_code(name) or (whose.code if whose else None)
            return Speaker(name=name, office=whose.office if whose else None, state=code, medium=medium)
        body = next((a for a in self._agents.find(intro) if a.institution and a.code), None)
        return Speaker(state=body.code, medium=medium) if body is not None else Speaker(medium=medium)

    def _met(self, intro: str, telling: Telling) -> str | None:
        """Whom the introduction says was met for the talk, or who is called by name in a question."""
        for match in _MET.finditer(intro):
            person = self._person_at(intro, match.end())
            if person and " " in person:
                return person
        for paragraph, turn in zip(telling.paragraphs, telling.turns, strict=True):
            called = _VOCATIVE.match(plain(paragraph), turn.start) if turn is not None and turn.kind == "question" else None
            full = re.search(rf"\b((?:[A-ZÀ-Þ][\w.'’-]+ ){{1,3}}{re.escape(called.group(1))})\b", intro) if called else None
            if full is not None:
                return self._agents.person(full.group(1)) or full.group(1)
        return None

    def _whose(self, name: str | None, intro: str) -> Agent | None:
        """The office told of somebody ("X, who served as Chad's envoy"), else one that opens a sentence of the introduction."""
        at = intro.find(name) if name else -1
        behind = intro[at + len(name or "") :] if at >= 0 else ""
        served = _SERVED.match(behind)
        if served is not None:
            found = next((a for a in self._agents.find(behind[served.end() : served.end() + 120]) if a.code), None)
            if found is not None and found.start < _NEAR:
                return found
        first = (a for a in self._agents.find(intro) if a.start == 0 or intro[: a.start].endswith(("\n", ". ")))
        offices = [a for a in first if a.code and a.office and not a.name and not a.institution]
        return offices[0] if len({a.code for a in offices}) == 1 else None

    def _spoken_to(self, intro: str) -> Medium | None:
        """The medium that the introduction says somebody spoke to: "before he left, the minister spoke to Xinhua about ..."."""
        for match in _SPOKEN_TO.finditer(intro):
            found = next(self._outlets.find(intro[match.end() : match.end() + 40], marks=True), None)
            if found is not None and found.start == 0:
                return found
        return None

    def _introduced(self, name: str, telling: Telling) -> Agent | None:
        """The agent of this name in title and introduction; a last name may stand for it."""
        text = plain(telling.title + ".\n" + "\n".join(telling.paragraphs[:5]))[:2500]
        last = name.split()[-1].lower()
        for agent in self._agents.find(text):
            if agent.name and last in (w.lower() for w in agent.name.split()):
                return self._with_new_office(agent, text)
        return None

    def _with_new_office(self, agent: Agent, text: str) -> Agent:
        """The agent with the office held now, where the text says of a former one what came after."""
        if not agent.former:
            return agent
        sentence = text[agent.end : agent.end + 220].split(". ")[0]
        if _BECAME.search(sentence):
            for other in self._agents.find(sentence):
                if not other.institution and other.office:
                    code = agent.code or other.code
                    return replace(agent, office=other.office, office_id=other.office_id, code=code, former=False)
        return agent


def _asking(telling: Telling) -> Medium | None:
    """The medium of those who ask, by their labels; where several ask, the text is none of theirs."""
    asked = {t.label: t.medium for t in telling.turns if t and t.kind == "question" and t.label}
    return next(iter(asked.values())) if len(asked) == 1 else None


def as_name(name: str | None) -> str | None:
    return name.title() if name and name.isupper() and len(name) > 4 else name
