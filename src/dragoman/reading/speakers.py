"""Whose words a document is, and to whom they are said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.reading.agents import Agent, Agents, alone
from dragoman.reading.front import SALUTATION
from dragoman.reading.lines import plain
from dragoman.reading.outlets import Medium, Outlets
from dragoman.reading.turns import Turn
from dragoman.reading.voice import Voices

_ASIDE = re.compile(r"[(\[][^()\[\]]{3,240}[)\]]\.?")
_BY = re.compile(r"\b(?:by|of|from|with)\s+(?:the\s+)?(?:(?:H\.?\s?E|Mr|Mrs|Ms|Dr|Comrade|His Excellency|Her Excellency)\b\.?\s*)*$", re.IGNORECASE)
_VEHICLE_BY = re.compile(
    r"\b(?:statements?|declaration|communiqu[eé]|memorandum|remarks|speech|address|letter|message|answers?|reply|response|commentary|article|interview|conference|"
    r"briefing|lecture|toast|note|release|greetings|telegram|appeal|position|\d{4})\s+(?:(?:issued|delivered|made|given|sent)\s+)?" + _BY.pattern,
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:to|addressed to|and to)\s+(?:the\s+|his\s+|an?\s+)?(?:(?:H\.?\s?E|Mr|Mrs|Ms|Dr|Comrade)\b\.?\s*)*$", re.IGNORECASE)
_AFTER_BY = re.compile(r"\b(?:by|from|(?:statement|declaration|communiqu\w+|letter|message|address|remarks|speech|memorandum|position|response|reply|note|greetings) of)\s+(?:the\s+)?(?:(?:Government|Republic|Delegation|People)\s+of\s+(?:the\s+)?)?", re.IGNORECASE)
_ON_BEHALF = re.compile(r"\b(?:on behalf of|in the name of) (?:my |our )?(?:the )?(?:(?:government|people|state|delegation) (?:and (?:the )?people )?of (?:the )?)?", re.IGNORECASE)
_FULL_STOP = re.compile(r"(?<=[a-z)\"'][.!?:])\s+(?=[A-Z\"'(])|\n")
_ISSUES = re.compile(
    r"\b(?:issued?|issues|released?|releases|published|made|makes|gave|gives|sent|sends|addressed|wrote|delivered|delivers|said|says|stated|"
    r"declared|told|answered|replied|announced|adopted|conveyed|exchanged|presents?|has|have|was|is)\b"
)
_TOGETHER = re.compile(r"\bjoint (?:news|press|media) ", re.IGNORECASE)
_EXCHANGED = re.compile(r"\bexchange[sd]?\b", re.IGNORECASE)
_INTERVIEW = re.compile(r"\binterview(?:ed)?\b\s*(?:(?:given |granted )?(?:with|to|for|by|in|on)\s+)?(?:the\s+)?", re.IGNORECASE)
_SPOKE = re.compile(r",?\s+(?:\w+ly\s+)?(?:said|told|answered|spoke|evaluated|assessed|explained|discussed|talks?|talked|shared|described|commented|noted|gave|outlined|"
                    r"gives|speaks|reflects|tells|explains|discusses|answers|considers|believes|has|was|is|replied|responded)\b")  # fmt: skip
_BECAME = re.compile(r"\b(?:became|is now|now serves|now serving|appointed|took office|has been|serves as|currently|took up)\b")
_CLOSING = re.compile(
    r"(?:yours (?:sincerely|truly|faithfully|respectfully)|sincerely(?: yours)?|respectfully(?: yours)?|\(?signed\)?:?|/s/|with (?:best|kind|warm) (?:regards|wishes)|"
    r"(?:please )?accept,? (?:your )?excellenc\w+.*|for the (?:government|ministry|delegation) of .*|on behalf of .*|faithfully yours|best regards)[\s,.:]*",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\W{0,2}(?:signed|/s/)\W{0,3}\s*(?:by\s+)?", re.IGNORECASE)
_TOPIC = re.compile(r"\b(?:on|regarding|concerning|about|following|after|in connection with|with regard to|relating to|at|for)\s", re.IGNORECASE)
_FOREIGN_STAGE = re.compile(r"\b(?:united nations|general assembly|security council|\bun\b|human rights council|conference|summit|iaea|session of)\b", re.IGNORECASE)
_AT_HOME = re.compile(r"^(?:fellow|my fellow|compatriots|dear compatriots|fellow citizens|dear citizens|citizens|comrades)\b|address to the nation|televised address|nationwide address", re.IGNORECASE)
_OCCASION = re.compile(
    r"\b(?:on the occasion of|to mark|marking|in celebration of|in commemoration of|commemorating|in observance of|on the (?=\d+(?:st|nd|rd|th) anniversary))\s*"
    r"(?:the\s+)?(.{4,160}?)(?=[.;:\n]|,(?! \d)|$| (?:on|at|in) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|"
    r"july|august|september|october|november|december|the capital)| (?:was|were|is|has|said|sent|held|here|took)\b)",
    re.IGNORECASE,
)
_AT_MEETING = re.compile(
    r"\b(?:at|to|before|in|during) (?:the )?((?:[\w'.,-]+ ){0,8}(?:session|general debate|conference|summit|ceremony|meeting|forum|plenary|reception|banquet|"
    r"anniversary|congress|debate)\b(?: (?:of|on|for|in) (?:the )?[^.;:\n]{2,90})?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words a document is. `joint`: the codes of all who speak in a joint text; then the other fields are None."""

    name: str | None = None
    office: str | None = None
    state: str | None = None
    joint: tuple[str, ...] = ()
    addressee: str | None = None
    occasion: str | None = None
    medium: Medium | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What a text tells of its speaker: its kind, title and paragraphs, turns, and who carried it."""

    kind: str
    title: str
    paragraphs: Sequence[str]
    turns: Sequence[Turn | None]
    outlet: Medium | None = None
    publisher_state: str | None = None
    author: str | None = None
    labelled: str | None = None
    home: str | None = None
    voice: str | None = None

    @property
    def lead(self) -> str:
        """The first paragraphs, notes in brackets apart."""
        told = [p for p in self.paragraphs[:4] if not _ASIDE.fullmatch(p)]
        return plain("\n".join(told)[:700])


class Speakers:
    """Finds speakers with one lexicon."""

    def __init__(self, agents: Agents, outlets: Outlets, voices: Voices) -> None:
        self._agents = agents
        self._outlets = outlets
        self._voices = voices

    def speaker(self, telling: Telling) -> Speaker:
        """The speaker, addressee and occasion of a text; what cannot be known is None."""
        found = Speaker()
        if telling.kind == "reference":
            return found
        if telling.kind in ("joint-statement", "treaty"):
            parties = self.parties(telling)
            if len(parties) > 1:
                return Speaker(joint=parties, occasion=occasion_of(telling))
            if parties:  # the statement of a summit of one organisation
                return Speaker(state=parties[0], occasion=occasion_of(telling))
        if telling.kind == "interview":
            found = self._interviewee(telling)
        elif telling.kind not in ("news", "overview", "treaty", "law", "teaser"):
            found = self._said_by(telling)
        elif telling.kind == "law":
            found = Speaker(state=next(iter(self._agents.codes(telling.title, kinds=("name", "adjective"))), None))
        found = replace(found, state=found.state or self._state(telling, found))
        return replace(found, addressee=self.addressee(telling), occasion=occasion_of(telling))

    def parties(self, telling: Telling) -> tuple[str, ...]:
        """The codes of those whom a joint text speaks for, in alphabetical order."""
        for text, most in ((_TOPIC.split(plain(telling.title), maxsplit=1)[0], 9), (telling.lead, 2)):
            codes = self._agents.codes(text, kinds=("name", "adjective", "demonym", "organisation"))
            if len(codes) < 2:
                codes = self._agents.codes(text, kinds=("name", "adjective", "demonym", "organisation", "capital"))
            states = [c for c in codes if "-" not in c]
            if most > 2 and len(codes) == 1 and codes[0] in self._agents.organisations:
                return (codes[0],)
            if len(states) > 1:
                return tuple(sorted(states[:most]))
        return ()

    def addressee(self, telling: Telling) -> str | None:
        """Whom a letter, message or answer is addressed to, in the words of the text."""
        if telling.kind not in ("letter", "message", "speech", "statement"):
            return None
        if telling.kind in ("letter", "message"):
            for text in (plain(telling.title), telling.lead):
                found = self._after_to(text)
                if found:
                    return found
        for i, paragraph in enumerate(telling.paragraphs[:6]):
            if telling.kind != "letter" or not SALUTATION.match(paragraph):
                continue
            block = [p for p in telling.paragraphs[:i] if len(p) < 90]
            joined = ", ".join(block)
            named = [a for a in self._agents.find(joined) if a.name or a.office]
            if named:
                return joined[named[-1].start : named[-1].end]
            words = re.sub(r"^dear\s+", "", paragraph, flags=re.IGNORECASE).strip(" ,:!")
            return words if len(words) < 60 and not re.match(r"(?:ladies|sirs?$|friends|excellenc)", words, re.IGNORECASE) else None
        return None

    def _after_to(self, text: str) -> str | None:
        for agent in self._agents.find(text):
            before = _TO.search(text[max(0, agent.start - 40) : agent.start])
            if before and (agent.start < 260):
                return text[agent.start : agent.end].strip(" ,")
        match = re.search(r"\b(?:message|letter|greetings?|congratulations|telegram|note|condolences) to (?:the )?", text, re.IGNORECASE)
        if match:
            name = self._agents.person(text[match.end() :])
            codes = self._agents.codes(text[match.end() : match.end() + 60])
            return name or (re.split(r"\s(?:on|by|from|about|for|in)\s|[,.:;]", text[match.end() :], maxsplit=1)[0] if codes else None)
        return None

    def _said_by(self, telling: Telling) -> Speaker:
        """The speaker by title, first sentence, label, signature or turns, in this order; names found later are added."""
        found = [
            agent
            for agent in (
                self._in_title(plain(telling.title)) if telling.kind != "article" else None,
                self._in_lead(telling),
                self._on_behalf(telling),
                self._labelled(telling.labelled),
                self._signer(telling.paragraphs) if telling.kind in ("letter", "message", "statement", "speech", "press-statement") else None,
                self._answering(telling),
            )
            if agent is not None
        ]
        if telling.kind == "briefing" and _TOGETHER.search(telling.title):
            return Speaker()
        if telling.kind == "message" and _EXCHANGED.search(f"{telling.title} {telling.lead[:300]}"):
            return Speaker()
        if not found:
            signs = telling.author is not None and telling.kind in ("commentary", "editorial", "article")
            name = self._agents.person(telling.author or "") if signs else None
            return Speaker(name=name if name and " " in name else None)
        first = found[0]
        for other in found[1:]:
            if first.code and other.code and other.code != first.code:
                continue
            if first.institution or (first.name is None and (first.office is None or other.name)):
                same = first.institution and other.office_id is not None and not other.institution
                first = replace(other, code=other.code or first.code) if same or not first.institution else first
            first = replace(first, code=first.code or other.code, office=first.office or other.office)
        first = alone(first)
        return Speaker(_as_name(first.name), first.office, first.code)

    def _in_title(self, title: str) -> Agent | None:
        """The agent that a title names as speaking: "by X", "of X", "from X", or X at its head."""
        agents = self._agents.find(title)
        for agent in agents:
            if _VEHICLE_BY.search(title[: agent.start]):
                return agent
        if agents and not _TO.search(title[: agents[0].start]) and len(title[: agents[0].start].strip()) < 5:
            return agents[0]
        for agent in agents:
            if _BY.search(title[: agent.start]):
                return agent
        for match in _AFTER_BY.finditer(title):
            if any(a.start <= match.end() < a.end for a in agents):
                continue
            codes = self._agents.codes(title[match.end() : match.end() + 60])
            first = self._agents.first_code(title[match.end() :])
            if codes and first:
                return Agent(match.end(), match.end(), code=first, institution=True)
            name = self._agents.person(title[match.end() :])
            if name and " " in name and not codes:
                return Agent(match.end(), match.end() + len(name), name=name, code=self._agents.person_code(name))
        first = self._agents.first_code(title)
        owner = re.match(r"[\w. ]{2,40}'s\s", title) if first else None
        return Agent(0, 0, code=first, institution=True) if owner else None

    def _in_lead(self, telling: Telling) -> Agent | None:
        """Who does what the first sentence tells: the first agent before its verb."""
        if telling.kind in ("article", "speech", "briefing", "editorial", "commentary") or not telling.lead:
            return None
        if telling.turns and telling.turns[0] is not None:  # a question tells of anybody
            return None
        sentence = _FULL_STOP.split(telling.lead, maxsplit=1)[0]
        for agent in self._agents.find(sentence):
            if _TO.search(sentence[: agent.start]):
                continue
            verb = _ISSUES.search(sentence, agent.end)
            return agent if verb is not None or agent.start < 8 else None
        name = self._agents.person(sentence)
        if name and " " in name and _ISSUES.match(sentence[len(name) :].lstrip(" ,")):
            return Agent(0, len(name), name=name, code=self._agents.person_code(name))
        return None

    def _on_behalf(self, telling: Telling) -> Agent | None:
        """Whom a speech or letter is given on behalf of."""
        match = _ON_BEHALF.search(telling.lead) if telling.kind in ("speech", "statement", "letter", "message") else None
        if match is None:
            return None
        behind = telling.lead[match.end() : match.end() + 120]
        agent = next((a for a in self._agents.find(behind) if a.start < 25 and a.code), None)
        code = self._agents.first_code(behind) or (agent.code if agent else None)
        return Agent(match.start(), match.end(), code=code, institution=True) if code else None

    def _labelled(self, words: str | None) -> Agent | None:
        if not words:
            return None
        agents = self._agents.find(words)
        if agents:
            return agents[0]
        name = self._agents.person(words)
        return Agent(0, len(words), name=name, code=self._agents.person_code(name)) if name else None

    def _signer(self, paragraphs: Sequence[str]) -> Agent | None:
        """Who signs: short lines at the end, behind a closing phrase or with an office among them."""
        block: list[str] = []
        closing = False
        for paragraph in reversed(paragraphs[-8:]):
            words = plain(paragraph).strip()
            if len(words) > 100 or (words.endswith((".", "?", "!")) and not _CLOSING.fullmatch(words) and not re.search(r"\b[A-Z]\.$", words)):
                break
            if _CLOSING.fullmatch(words):
                closing = True
                break
            signed = _SIGNED.match(words)
            closing = closing or signed is not None
            block.insert(0, words[signed.end() :] if signed else words)
        joined = ", ".join(b.strip(" ,") for b in block if b.strip(" ,"))
        if not joined or (not closing and len(block) == len(paragraphs)):
            return None
        agents = self._agents.find(joined)
        named = next((a for a in agents if a.name), None)
        if named:
            return named
        names = [n for b in block if (n := self._agents.person(b)) and len(n.split()) > 1 and len(b) <= len(n) + 12]
        if names and (closing or agents):
            office = agents[0] if agents else None
            return Agent(0, 0, names[0], office.office if office else None, office.office_id if office else None, office.code if office else None)
        return agents[0] if agents and closing else None

    def _answering(self, telling: Telling) -> Agent | None:
        """Who answers in labelled turns."""
        label = next((t.label for t in telling.turns if t and t.kind == "answer" and t.label and len(t.label) > 2), None)
        if label is None or re.fullmatch(r"answers?|a\d*|reply|response", label, re.IGNORECASE):
            return None
        name = self._agents.person(label.title() if label.isupper() else label)
        agents = self._agents.find(label)
        if agents:
            return agents[0]
        full = self._introduced(name, telling) if name else None
        return full or (Agent(0, 0, name=name) if name else None)

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
                    return replace(agent, office=other.office, office_id=other.office_id, former=False)
        return agent

    def _interviewee(self, telling: Telling) -> Speaker:
        """Who is interviewed, and the medium that asks where the text names it."""
        intro = plain(telling.title + "\n" + "\n".join(p for p, t in zip(telling.paragraphs, telling.turns, strict=True) if t is None)[:2500])
        medium: Medium | None = None
        name: str | None = None
        for match in _INTERVIEW.finditer(intro):
            found = next((m for m in self._outlets.find(intro[match.end() : match.end() + 70], marks=True) if m.start < 30), None)
            if found and medium is None:
                medium = found
                after = re.match(r"[^,.\n]{0,40},\s*", intro[match.end() + found.end :])
                behind = intro[match.end() + found.end + (after.end() if after else 0) :]
                person = self._agents.person(behind)
                name = name or (person if person and " " in person and _SPOKE.match(behind[len(person) :]) else None)
            elif name is None and found is None:
                agent = next((a for a in self._agents.find(intro[match.end() : match.end() + 160]) if a.start < 25 and a.name), None)
                person = agent.name if agent else self._agents.person(intro[match.end() :])
                name = person if person and " " in person else name
        medium = medium or next((t.medium for t in telling.turns if t and t.kind == "question" and t.medium), None)
        answering = self._answering(telling)
        labelled = self._labelled(telling.labelled)
        name = name or (answering.name if answering else None) or (labelled.name if labelled else None)
        agent = self._introduced(name, telling) if name else None
        if agent is None:
            named = [a for a in self._agents.find(intro) if not a.institution]
            agent = answering or labelled or next((a for a in named if a.name), None) or (named[0] if named and not name else None)
            agent = self._with_new_office(agent, intro) if agent else None
        body = next((a for a in self._agents.find(intro) if a.institution and a.code), None)
        if agent is None and name is None and body is not None:
            return Speaker(state=body.code, medium=medium)
        if agent is None:
            return Speaker(name=name, state=self._agents.person_code(name) if name else None, medium=medium)
        full = agent.name or name
        return Speaker(_as_name(full), agent.office, agent.code or (self._agents.person_code(full) if full else None), medium=medium)

    def _speaking(self, telling: Telling) -> str | None:
        """The state that acts in the text as its speaker's own does: "Japan will take …", "the United States stands with …"."""
        told = [p for p, t in zip(telling.paragraphs, telling.turns, strict=True) if t is None or t.kind == "answer"]
        return self._voices.acting(plain("\n".join(told)))

    def _asked_of(self, telling: Telling) -> str | None:
        """The state of whom reporters ask: the one that questions and answers speak of more than of all others."""
        if telling.kind not in ("briefing", "answer") or not any(telling.turns):
            return None
        named = self._voices.named(plain("\n".join(telling.paragraphs))[:20_000])
        most = max(named, key=lambda c: (named[c], c), default=None)
        return most if most and named[most] > 1 and 2 * named[most] >= sum(named.values()) else None

    def _state(self, telling: Telling, found: Speaker) -> str | None:
        """The state of a speaker whom the text leaves without one, or of a text that nobody signs."""
        known = self._agents.person_code(found.name) if found.name else None
        if known:
            return known
        private = telling.outlet is not None and telling.outlet.state is None
        if found.name and not found.office and telling.kind in ("article", "commentary", "editorial") and (private or not telling.outlet):
            return None
        if telling.kind == "briefing" and _TOGETHER.search(telling.title):
            return None
        if found.office or telling.kind in ("briefing", "answer"):
            carried = telling.outlet.state if telling.outlet else None
            return telling.publisher_state or telling.voice or carried or telling.home or self._speaking(telling) or self._asked_of(telling)
        if telling.publisher_state:
            return telling.publisher_state
        if telling.outlet is not None and telling.outlet.state and telling.kind != "interview":
            return telling.outlet.state
        if private or (telling.author and telling.kind in ("article", "commentary", "editorial")):
            return None
        return telling.voice if telling.kind not in ("news", "teaser", "interview") else None


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


def _as_name(name: str | None) -> str | None:
    return name.title() if name and name.isupper() and len(name) > 4 else name


def _trimmed(words: str) -> str:
    return " ".join(words.split()).strip(" ,.;:\"'")
