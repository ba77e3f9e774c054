"""Names over official papers: of ministries, missions and the sites of both, of states in their own tongue, of houses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.lexicon.words import alternatives, stems, word_class
from dragoman.reading.agents import Agents
from dragoman.reading.boilerplate import Furniture
from dragoman.reading.heads import Head
from dragoman.reading.lines import is_closed, plain

OFFICIAL_SITE = re.compile(
    r"(?:the )?official (?:web ?site|web ?page|site|portal|internet resource) of (?:the )?", re.IGNORECASE
)
BODY = rf"(?:{alternatives('bodies-on-letterheads')})\b.{{0,110}}"
MISSION = re.compile(r"(?:the )?" + BODY, re.IGNORECASE)
# "People's Power Ministry for …", "Peru's Embassy in …", "Republic of Chad Ministry of …".
OWN_MISSION = re.compile(
    r"(?:the )?(?:(?:[^\W\d_][\w'’-]+ ){0,3}(?:republic|kingdom|state|sultanate|emirate|principality|federation) of (?:the )?"
    r"(?:[^\W\d_][\w'’-]+ ){1,3}(?:\([^\W\d_][\w'’-]+\) )?(?=ministry (?:of|for) |embassy |permanent mission |department of ))?"
    r"(?:(?:Federal|Royal|National|State|Union) (?=ministry |department ))?"
    r"(?:(?:(?!(?:by|of|from|to|the) )[^\W\d_][\w'-]+ ){1,3}(?=ministry (?:of|for) ))?(?:[^\W\d_][\w-]+['’]s )?" + BODY,
    re.IGNORECASE,
)
SMALL = re.compile(r"(?<= )(?:Of|On|For|In|And)(?= )")
# Houses that write about states and speak for none.
INSTITUTE = re.compile(
    rf"(?:the )?(?:[A-Z][\w'’-]+ ){{0,4}}(?:{alternatives('institutes')})(?: (?:for|of|on|"
    rf"in) [A-Z][\w'’&, -]{{2,60}})?|(?:The )?(?:[A-Z][\w'’-]+ ){{0,3}}(?:Review|Journal|Quarterly|Bulletin|Annals|"
    rf"Yearbook) (?:of|on|for) [A-Z][\w'’& -]{{2,50}}"
)
# Names of states and of their ministries in their own tongues, over what they publish in English.
NATIVE = re.compile(
    rf"(?:{alternatives('states-in-their-own-tongue')}) (?:{alternatives('names-in-their-own-tongue')})(?: [\w'’-]+"
    f"){{0,10}}",
)
# Organs of the United Nations over their papers.
ORGANS = word_class("organs-on-letterheads")
BARE_MISSION = re.compile(r"\bministry (?:of|for) ", re.IGNORECASE)
# What an office gives, and is no office: "Department Press Briefing".
PAPER = re.compile(r"\b(?:briefing|press conference|press release|transcript)\b", re.IGNORECASE)
# Works that describe a state and do not speak for it, though its name stands in theirs.
REFERENCE = re.compile(r"encyclop|wikipedia|\b(?:dictionary|atlas|almanac|yearbook|handbook)\b", re.IGNORECASE)
# What is in capitals and no longer is an abbreviation.
_ACRONYM = 4
LANGUAGE = re.compile(r"\s*\((?:[A-Z]{2}|english|korean|russian|chinese)\)\s*", re.IGNORECASE)
_ACCREDITED = re.compile(
    r"(?:and )?(?:to|in|at|with) (?:the )?(?-i:[A-Z])[\w'’.,() -]{3,80}|and (?:the )?other international organi[sz]ations.*",
    re.IGNORECASE,
)
_ABROAD = re.compile(
    r"(?:the )?(?:royal )?(?P<whose>[A-Z][\w.'’ -]{1,30}?)(?:['’]s)? "
    r"(?:embassy|consulate(?: general)?|high commission|(?:permanent )?mission) "
    r"(?:(?:in|to) (?:the )?)?(?P<host>[A-Z][\w' -]{2,50})",
    re.IGNORECASE,
)
_OF = re.compile(r"^of (?=the )", re.IGNORECASE)
_SENT_OUT = re.compile(
    r"\b(?:mission|embassy|delegation|consulate|high commission|representation|representative)\b", re.IGNORECASE
)
# What an organisation puts over its papers, and what of it does so.
_PAPER_OF = re.compile(r"(?:official )?(?:press|media|news|communiqu|statement|declaration)", re.IGNORECASE)
_ORGAN = re.compile(r"(?:general |executive )?(?:commission|secretariat|council|registry|headquarters)", re.IGNORECASE)
_LONGEST_HOUSE = 90
_STATED = re.compile(r"\s[-–—|:/]\s|:\s|(?<=[a-z]{3})\.\s|,\s")
EDGES = " \t,;:|-()[]/.*_"
VERB = re.compile(
    r"\b(?:said|says|issue[sd]?|condemn\w*|urge[sd]?|reject\w*|hold[s]?|held|meets?|met|will|has|have|is|are|"
    r"was|were|on|slam\w*)\b"
)
_BEGINNINGS_OF_MINISTRIES = stems("beginnings-of-ministries")


class Letterheads:
    """Reads the names of states and of their bodies over their papers."""

    def __init__(self, furniture: Furniture, agents: Agents) -> None:
        self._furniture = furniture
        self._agents = agents

    def abroad(self, words: str) -> Head | None:
        """The embassy of one state in another: "Peruvian Embassy in Ghana", "U.S. Mission to the United Nations"."""
        match = _ABROAD.fullmatch(words)
        if match is None or not self._agents.is_whole(match["host"]):
            return None
        code = self._agents.first_code(match["whose"]) if self._agents.is_whole(match["whose"]) else None
        return Head(publisher=words, publisher_state=code, soft=True) if code else None

    def read(self, words: str) -> Head | None:
        """The body whose name a line is: "Permanent Mission of Cuba to the United Nations"."""
        if (
            len(words) > 120
            or "\t" in words
            or not (words[:1].isupper() and self._is_body(plain(words).strip(EDGES)))
            or VERB.search(words)
            or self._is_sites(words)
            or PAPER.search(words)
        ):
            return None
        words = LANGUAGE.sub(" ", words).strip(EDGES)
        words = words[site.end() :] if (site := OFFICIAL_SITE.match(words)) is not None else words
        codes = self._agents.codes(words, kinds=("name", "adjective", "demonym")) or self._agents.codes(words, kinds=("body",))
        codes = codes or self._seated(words)
        return Head(publisher=words, publisher_state=codes[0] if codes else None, soft=True)

    def _seated(self, words: str) -> list[str]:
        """The state in whose capital a body says that it sits: "Ministry of Foreign Affairs, Dhaka"; missions sit abroad."""
        body, _, town = words.rpartition(", ")
        short = len(town.split()) < _ACRONYM and _SENT_OUT.search(body) is None
        return self._agents.codes(town, kinds=("capital",)) if body and short else []

    def _is_body(self, words: str) -> bool:
        """Whether a line is the name of a body of a state, or that of the site of one or of a head of state."""
        site = OFFICIAL_SITE.match(words)
        if site is None:
            return OWN_MISSION.fullmatch(words) is not None
        named = words[site.end() :]
        return OWN_MISSION.fullmatch(named) is not None or len(self._agents.codes(named, kinds=("name", "adjective"))) == 1

    def _is_sites(self, words: str) -> bool:
        """Whether a site's name stands before that of the body: "Example Archive Ministry of Foreign Affairs (EN)"."""
        at = BARE_MISSION.search(words)
        before = words[: at.start()].split() if at is not None else []
        return (
            bool(before)
            and before[-1].lower() not in ("of", "the")
            and (LANGUAGE.search(words) is not None or any(self._furniture.is_a("medium", w.lower()) for w in before))
        )

    def native(self, words: str) -> Head | None:
        """ "República del Perú", "Ministerio de Relaciones Exteriores": a letterhead in the state's own tongue."""
        if NATIVE.fullmatch(words) is None:
            return None
        codes = self._agents.codes(words, kinds=("name",))
        ministry = words.startswith(_BEGINNINGS_OF_MINISTRIES)
        return Head(publisher=words if ministry else None, publisher_state=codes[0] if len(codes) == 1 else None)

    def stated(self, words: str) -> Head | None:
        """A state and its ministry on one line: "Republic of Türkiye - Ministry of Foreign Affairs"."""
        parts = [p.strip() for p in _STATED.split(words)] if len(words) < 140 else []
        if len(parts) > 2:  # "Spain. Ministry of Foreign Affairs, European Union and Cooperation"
            parts = [parts[0], words[words.find(parts[1]) :]]
        for first, second in (parts, parts[::-1]) if len(parts) == 2 else ():
            state = self.state_line(first) if first[:1].isupper() else None
            body = self.read(second) if state is not None else None
            if state is not None and body is not None:
                return replace(body, publisher_state=state.publisher_state, soft=False)
        return None

    def state_line(self, words: str) -> Head | None:
        """A line that is a state's name: under the name of a ministry it says whose that is."""
        words = _OF.sub("", words)
        words = words.title() if words.isupper() and _ACRONYM < len(words) < 9 else words  # "CHILE", but not "DPRK"
        code = self._agents.first_code(words) if len(words) < 60 else None
        return Head(publisher_state=code) if code and self._agents.is_whole(words) else None

    def accredited(self, words: str, above: str) -> Head | None:
        """Where a mission is accredited, below its name on a letterhead: "to the United Nations Office at Geneva"."""
        told = _SENT_OUT.search(above) and len(words) < _LONGEST_HOUSE and _ACCREDITED.fullmatch(words)
        return Head() if told and not is_closed(words) else None

    def house_over(self, words: str, below: Sequence[str]) -> Head | None:
        """The name of an organisation over what it calls its paper, or beside that: "SADC Secretariat" over "Press release"."""
        house = self._agents.house(words) if len(words) < _LONGEST_HOUSE and words[:1].isupper() else None
        if house is None:
            return None
        code, end = house
        rest = words[end:].strip(EDGES)
        if rest and self._is_paper(rest):
            return Head(publisher=words[:end], publisher_state=code, kicker=rest)
        if rest and not _ORGAN.fullmatch(rest):
            return None
        over = any(self._is_paper(line) for line in below)
        return Head(publisher=words.strip(EDGES), publisher_state=code, soft=True) if over else None

    def _is_paper(self, words: str) -> bool:
        return _PAPER_OF.match(words) is not None and self._furniture.is_a("kicker", words.strip(EDGES))

    def state_over(self, words: str, following: str) -> Head | None:
        """A line that is a state's name, over the name of its ministry or over the head of its government."""
        found = self.state_line(words) if words[:1].isupper() else None
        return found if found is not None and self.read(following) is not None else None
