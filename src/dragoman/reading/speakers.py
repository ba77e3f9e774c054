"""Whose words a document is, and to whom they are said."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.lexicon.words import alternatives
from dragoman.reading.agents import Agent, Agents, alone
from dragoman.reading.interviews import Interviews, as_name
from dragoman.reading.letters import TO, Letters
from dragoman.reading.lines import in_small, plain
from dragoman.reading.occasions import occasion_of
from dragoman.reading.outlets import Outlets
from dragoman.reading.telling import Speaker, Telling
from dragoman.reading.titled import BY, ON_BEHALF, VEHICLE_BY, TitleSpeakers
from dragoman.reading.together import speaking_together
from dragoman.reading.voice import Voices

_BRIEFING_BY = re.compile(r"(?:the |a )?(?:[\w'’]+ ){0,3}(?:briefing|conference) " + BY.pattern, re.IGNORECASE)
_FULL_STOP = re.compile(r"(?<=[a-z)\"'][.!?:])\s+(?=[A-Z\"'(])|\n")
_ISSUES = re.compile(rf"\b(?:{alternatives('issues-words')})\b")
# "In response to queries on the remarks of X, the spokesman said".
_REPLYING = re.compile(
    r"(?:in (?:response|reply|answer) to|responding to|replying to|asked about|commenting on|reacting to)\b", re.IGNORECASE
)
_HOLDS = re.compile(rf"(?:{_ISSUES.pattern}|\b(?:{alternatives('holds-a-meeting')})\b)")
_PLACED = re.compile(r"\b(?:of|at|in) (?:the )?$")
# What is said of a law behind its title: "(Translated at the Congress)".
_REMARK = re.compile(r"\s+[(\[].*$")
_OWN = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
_OFFICE = re.compile(
    r"\b(?:embassy|ministry|press (?:service|office|department)|government|spokes\w+|delegation)\b", re.IGNORECASE
)
_OF_HEADS = re.compile(rf"\b(?:for|to|of) the (?:{alternatives('heads-of-organisations')})$", re.IGNORECASE)
# "The European Court of Human Rights has today declared".
_ANNOUNCES = re.compile(
    r"(?: \([A-Z]+\))?,? (?:(?:has|have|today|yesterday|on \w+day|unanimously) ){0,3}"
    rf"(?:{alternatives('announced-by-a-house')})\b"
)
_TOGETHER = re.compile(r"\bjoint (?:news|press|media) ", re.IGNORECASE)
_EXCHANGED = re.compile(r"\bexchange[sd]?\b", re.IGNORECASE)
_TOPIC = re.compile(
    r"\b(?:on|regarding|concerning|about|following|after|in connection with|with regard to|relating to|at|"
    r"for)\s",
    re.IGNORECASE,
)
# Kinds that a line under a headline may present, and how long that is at most.
_GIVEN = frozenset({"speech", "statement", "press-statement", "briefing"})
_LONGEST_LINE = 240


class Speakers:
    """Finds speakers with one lexicon."""

    def __init__(self, agents: Agents, outlets: Outlets, voices: Voices) -> None:
        self._agents = agents
        self._voices = voices
        self._letters = Letters(agents)
        self._titles = TitleSpeakers(agents)
        self._interviews = Interviews(agents, outlets)

    def speaker(self, telling: Telling) -> Speaker:
        """The speaker, addressee and occasion of a text; what cannot be known is None."""
        found = Speaker()
        if telling.kind == "reference":
            return found
        together = speaking_together(telling, self._agents)
        if together or telling.kind in ("joint-statement", "treaty") or telling.is_joint:
            named = self.parties(telling) if not together or telling.kind == "joint-statement" else ()
            parties = named if len(named) > 1 or not together else together
            if len(parties) > 1:
                return Speaker(joint=parties, addressee=self._letters.addressee(telling), occasion=occasion_of(telling))
            if not parties and telling.kind == "joint-statement" and len(self._agents.codes(plain(telling.title))) == 1:
                return Speaker(occasion=occasion_of(telling))  # with somebody whom nobody names
            if parties:  # the statement of a summit of one organisation
                return Speaker(state=parties[0], occasion=occasion_of(telling))
        if telling.kind == "interview":
            found = self._interviews.interviewee(telling)
        elif telling.kind not in ("news", "overview", "treaty", "law", "teaser"):
            found = self._said_by(telling)
        elif telling.kind == "law":
            codes = self._agents.codes(_REMARK.sub("", telling.title), kinds=("name", "adjective"))
            found = Speaker(state=next(iter(codes or self._agents.codes(telling.title, kinds=("name", "adjective"))), None))
        return replace(
            found,
            state=found.state or self._state(telling, found),
            addressee=self._letters.addressee(telling),
            occasion=occasion_of(telling),
        )

    def parties(self, telling: Telling) -> tuple[str, ...]:
        """The codes of those whom a joint text speaks for, in alphabetical order."""
        named: list[str] = []  # in the title
        for text, most in ((_TOPIC.split(plain(telling.title), maxsplit=1)[0], 9), (telling.lead, 2)):
            codes = self._agents.codes(text, kinds=("name", "adjective", "demonym", "organisation"))
            if len(codes) < 2:
                codes = self._agents.codes(text, kinds=("name", "adjective", "demonym", "organisation", "capital"))
            if len(codes) < 2 and most == 2:  # "the chairman of the State Affairs Commission of A and the president of B"
                codes = self._agents.codes(text)
            states = [c for c in codes if "-" not in c]
            if most == 2 and not set(named) <= set(states[:2]):
                return ()
            named = states
            if most > 2 and len(codes) == 1 and codes[0] in self._agents.organisations:
                return (codes[0],)
            if len(states) > 1:
                return tuple(sorted(states[:most]))
        return ()

    def voices(self, telling: Telling) -> dict[str, Speaker]:
        """Where several answer in turn: who they are, by the labels of their turns; those of no state known are left out."""
        answers = dict.fromkeys(t.label for t in telling.turns if t is not None and t.kind == "answer" and t.label)
        named = {label: self._interviews.named_so(label, telling) for label in answers} if len(answers) > 1 else {}
        found = {label: agent for label, agent in named.items() if agent is not None and agent.code}
        if len({agent.code for agent in found.values()}) < 2:
            return {}
        return {label: Speaker(as_name(a.name), a.office, a.code) for label, a in found.items()}

    def _said_by(self, telling: Telling) -> Speaker:
        """The speaker by title, first sentence, label, signature or turns, in this order; names found later are added."""
        titled = (
            self._titles.find(in_small(plain(telling.title)), home=telling.home, house=telling.publisher_state)
            if telling.kind != "article"
            else None
        )
        found = [
            agent
            for agent in (
                titled,
                self._under_title(telling),
                self._at_home_in(telling, titled, self._in_lead(telling, known=titled is not None and not titled.institution)),
                self._on_behalf(telling),
                self._interviews.labelled(telling.labelled),
                self._letters.signer(telling.paragraphs)
                if telling.kind in ("letter", "message", "statement", "speech", "press-statement")
                else None,
                self._interviews.answering(telling),
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
        return Speaker(as_name(first.name), first.office, first.code)

    def _at_home_in(self, telling: Telling, titled: Agent | None, found: Agent | None) -> Agent | None:
        """Whoever a first sentence tells of, but nobody of another state than that whose body publishes the paper, or than that
        whose capital it is dated from, where its title has an officer of no state.
        """
        if found is None or found.code is None or found.code in self._agents.organisations:
            return found
        officer = titled is not None and titled.office is not None and titled.code is None and not telling.seated
        own = telling.publisher_state or (telling.home if officer else None)
        return found if own in (None, found.code) else None

    def _under_title(self, telling: Telling) -> Agent | None:
        """Whom a line under the title of a speech or statement presents: "Remarks by the Prime Minister at the ceremony"."""
        line = plain(telling.paragraphs[0]) if telling.paragraphs and telling.kind in _GIVEN else ""
        if not line or len(line) > _LONGEST_LINE or line[-1] in ".:!?,":
            return None
        return next((a for a in self._agents.find(line) if VEHICLE_BY.search(line[: a.start])), None)

    def _in_lead(self, telling: Telling, *, known: bool) -> Agent | None:
        """Who does what the first sentence tells: the first agent before its verb. `known`: the title says who speaks, who need
        not be of whom the sentence begins with.
        """
        official = telling.kind == "commentary" and _OFFICE.search(telling.title) is not None
        if (telling.kind in ("article", "speech", "editorial", "commentary") and not official) or not telling.lead:
            return None
        if telling.turns and telling.turns[0] is not None:  # a question tells of anybody
            return None
        sentence = _FULL_STOP.split(telling.lead, maxsplit=1)[0]
        agents = self._agents.find(sentence)
        presented = (a for a in agents if telling.kind == "briefing" and _BRIEFING_BY.fullmatch(sentence[: a.start]))
        if (by := next(presented, None)) is not None:  # "Briefing by the spokesperson of the ministry, X", under a headline
            return by
        verbs = _HOLDS if telling.kind == "briefing" else _ISSUES
        saying = next((a for a in agents if a.name and verbs.match(sentence[a.end :].lstrip(" ,"))), None)
        if saying is not None and _REPLYING.match(sentence):
            return saying
        for agent in agents if telling.kind != "briefing" or saying is not None else ():
            if TO.search(sentence[: agent.start]):
                continue
            if agent.institution and saying is not None and _PLACED.search(sentence[: agent.start]):
                return replace(saying, code=saying.code or agent.code)  # "at the briefing of the ministry, spokesman X said"
            verb = _ISSUES.search(sentence, agent.end)
            return agent if verb is not None or (agent.start < 8 and not (known and agent.institution)) else None
        name = self._agents.person(sentence) if telling.kind != "briefing" else None
        if name and " " in name and _ISSUES.match(sentence[len(name) :].lstrip(" ,")):
            return Agent(0, len(name), name=name, code=self._agents.person_code(name))
        return None

    def _on_behalf(self, telling: Telling) -> Agent | None:
        """Whom a speech or letter is given on behalf of."""
        match = ON_BEHALF.search(telling.lead) if telling.kind in ("speech", "statement", "letter", "message") else None
        if match is None:
            return None
        behind = telling.lead[match.end() : match.end() + 120]
        agent = next((a for a in self._agents.find(behind) if a.start < 25 and a.code), None)
        code = self._agents.first_code(behind) or (agent.code if agent else None)
        return Agent(match.start(), match.end(), code=code, institution=True) if code else None

    def _speaking(self, telling: Telling) -> str | None:
        """The state that acts in the text as its speaker's own does: "Japan will take …", "the United States stands with …"."""
        told = [p for p, t in zip(telling.paragraphs, telling.turns, strict=True) if t is None or t.kind == "answer"]
        return self._voices.acting(plain("\n".join(told)))

    def _house(self, telling: Telling) -> str | None:
        """The organisation that acts in the text as its speaker's own does, where no state does: "ASEAN calls for …"."""
        told = plain("\n".join(telling.paragraphs))
        if self._voices.acting(told) is not None:
            return None
        house = self._agents.house(telling.lead)
        announces = house is not None and _ANNOUNCES.match(telling.lead, house[1]) is not None
        return house[0] if house is not None and announces else self._voices.acting(told, "organisation")

    def _served(self, telling: Telling, office: str) -> str | None:
        """The organisation of whose head an office speaks, first named: "Spokesman for the Secretary-General"."""
        if _OF_HEADS.search(office) is None:
            return None
        named = self._agents.codes(f"{plain(telling.title)}\n{telling.lead}", kinds=("organisation",))
        return next((c for c in named if c in self._agents.organisations), None)

    def _asked_of(self, telling: Telling) -> str | None:
        """The state of whom reporters ask: the one that questions and answers speak of more than of all others."""
        if telling.kind not in ("briefing", "answer") or not any(telling.turns):
            return None
        named = self._voices.named(plain("\n".join(telling.paragraphs))[:20_000])
        most = max(named, key=lambda c: (named[c], c), default=None)
        return most if most and named[most] > 1 and 2 * named[most] >= sum(named.values()) else None

    def _most_told(self, telling: Telling) -> str | None:
        """The state that an interview with an official speaks of twice as much as of any other."""
        named = self._voices.named(plain("\n".join(telling.paragraphs))[:20_000])
        first, second = [*sorted(named, key=lambda c: (-named[c], c)), "", ""][:2]
        return first if named[first] > 2 and named[first] >= 2 * named[second] else None

    def _answering(self, telling: Telling) -> str | None:
        """The state of a press service, embassy or spokesman who answers without a name: the one whose position the answers
        give; else where "we" sit, if it is asked about; else the one most asked about, by those who say "we" or from there.
        """
        told = {kind: plain("\n".join(_of_turn(telling, kind))) for kind in ("question", "answer")}
        if not told["answer"]:
            return None
        asked = self._voices.named(told["question"])
        most = max(asked, key=lambda c: (asked[c], c), default=None)
        sure = most is not None and asked[most] > 1 and 2 * asked[most] > sum(asked.values())
        own = _OWN.search(told["answer"]) is not None
        home = telling.home if own and (not sure or telling.home in asked) else None
        return self._voices.holding(told["answer"]) or home or (most if sure and (own or telling.home == most) else None)

    def _state(self, telling: Telling, found: Speaker) -> str | None:
        """The state of a speaker whom the text leaves without one, or of a text that nobody signs."""
        known = self._agents.person_code(found.name) if found.name else None
        kind, outlet = telling.kind, telling.outlet
        private = outlet is not None and outlet.state is None
        signed = kind in ("article", "commentary", "editorial")
        official = kind in ("letter", "statement", "press-statement", "speech")
        if known or (kind == "briefing" and _TOGETHER.search(telling.title)):
            return known
        if signed and found.name and not found.office and (private or outlet is None):
            return None
        carried = outlet.state if outlet else None
        if found.office or kind in ("briefing", "answer"):
            where = telling.home if found.office else None
            served = self._served(telling, found.office) if found.office else None
            if where is not None and telling.seated:
                where = self._house(telling) or where
            shown = telling.publisher_state or served or telling.voice or carried or where
            spoken = shown or self._speaking(telling) or (self._answering(telling) if found.name is None else None)
            spoken = spoken or (self._house(telling) if kind == "answer" or (found.office and official) else None)
            if spoken or not found.office:
                return spoken
            return self._most_told(telling) if kind == "interview" else self._asked_of(telling)
        if telling.publisher_state or (carried and kind != "interview"):
            return telling.publisher_state or carried
        if kind == "interview" and found.name is None and _OFFICE.search(telling.introduction):
            return self._answering(telling)
        if private or (telling.author and signed) or kind in ("news", "teaser", "interview"):
            return None
        official = official or (kind == "commentary" and _OFFICE.search(telling.title) is not None)
        own = kind == "speech" and _OWN.search(plain("\n".join(telling.paragraphs))) is not None
        seat = self._voices.seated(telling.paragraphs[-1]) if own and telling.paragraphs else None
        said = self._voices.introduced("\n".join(telling.paragraphs)) if official else None
        spoken = said or telling.voice or (self._speaking(telling) or self._house(telling) or seat if official else None)
        return spoken or (self._at_home(telling) if official else None)

    def _at_home(self, telling: Telling) -> str | None:
        """The state from whose town a paper is dated that speaks as a government does: "Rome, 3 May. Our ambassador ..."."""
        if telling.home is None:
            return None
        told = "\n".join((telling.title, *telling.paragraphs))
        titled = self._titles.find(in_small(plain(telling.title)))
        own = (titled is not None and titled.institution and titled.code is None) or self._voices.is_own(told)
        sure = own and (not telling.seated or self._voices.named(told)[telling.home])
        return telling.home if sure else None


def _of_turn(telling: Telling, kind: str) -> list[str]:
    return [p for p, t in zip(telling.paragraphs, telling.turns, strict=True) if t is not None and t.kind == kind]
