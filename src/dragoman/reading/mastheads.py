"""Names of media over what they carry: agencies, newspapers, bulletins and sites, known or called after what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from dragoman.lexicon.words import alternatives
from dragoman.reading.agents import Agents
from dragoman.reading.boilerplate import Furniture
from dragoman.reading.days import days_in, whole_day
from dragoman.reading.heads import Head, Stamp
from dragoman.reading.letterheads import (
    EDGES,
    LANGUAGE,
    MISSION,
    REFERENCE,
    VERB,
    Letterheads,
)
from dragoman.reading.lines import has_letters, plain
from dragoman.reading.outlets import Medium, Outlets

# A ministry and who speaks for it: "Department of Trade and The Rt Hon Jane Roe".
_WITH_PERSON = re.compile(
    r",?\s(?:and|&)\s(?:the\s)?(?:rt\.? hon|right hon\w*|hon|sir|dame|lord|baroness|mr|mrs|ms|dr|h\.?\s?e)\b", re.IGNORECASE
)
_URL = re.compile(r"https?://\S+")
ISSUE = re.compile(r"(?:issue|vol(?:ume)?|number|no)\b\.?\s?\d", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:agence|agencia|agenzia|agência) .{4,60}|(?:[\w'’-]+ ){1,4}(?:news|press|information|telegraph) agency(?: of .{3,40})?",
    re.IGNORECASE,
)
# What a medium says of itself behind its name: "Example - Official organ of ...", "Example  RUSSIAN NEWS AGENCY".
_DESCRIBED = re.compile(r"\s+[-–—|:/]\s+|,\s|\s{2,}")
_DESCRIBES = re.compile(rf"(?:the )?(?:\w+ )?(?:{alternatives('outlets-described')}) .{{2,70}}", re.IGNORECASE)
_NAME_OF_MEDIUM = re.compile(r"(?:[A-Z][\w'&-]*\s){1,3}[A-Z][\w'-]*")


class Mastheads:
    """Reads the lines that name a medium. `media` are those of a page whose datelines name them, unknown to the lexicon."""

    def __init__(
        self, furniture: Furniture, outlets: Outlets, agents: Agents, letterheads: Letterheads, media: Iterable[Medium] = ()
    ) -> None:  # fmt: skip
        self._furniture = furniture
        self._outlets = outlets
        self._agents = agents
        self._letterheads = letterheads
        self._media = {plain(m.name).lower(): m for m in media}

    def over(self, words: str, following: str) -> Head | None:
        """The masthead of a medium that no lexicon knows: an agency by its name, a journal over the number of its issue."""
        if len(words) > 80 or not words[:1].isupper() or VERB.search(words):
            return None
        issued = self._furniture.is_a("medium", words.rsplit(" ", 1)[-1].lower()) and ISSUE.match(following) is not None
        if not issued and _AGENCY.fullmatch(words) is None:
            return None
        return Head(outlet=self._outlets.named(words) or Medium(0, len(words), words, known=False), soft=True)

    def source(self, value: str) -> Head | None:
        if len(value) > 120 or not value:
            return None
        url = _URL.search(value)
        if url:
            return Head(url=url.group())
        head = self.read(value)
        if head is not None:
            return head
        medium = self._outlets.named(value)
        if medium is not None:
            return Head(outlet=medium)
        name = LANGUAGE.sub(" ", _WITH_PERSON.split(value, maxsplit=1)[0]).strip(EDGES)
        codes = self._agents.codes(name, kinds=("name", "adjective", "demonym")) if not REFERENCE.search(name) else []
        codes = codes or self._agents.codes(name, kinds=("body",))
        return Head(publisher=name, publisher_state=codes[0] if len(codes) == 1 else None) if has_letters(name) else None

    def read(self, words: str) -> Head | None:
        """A line that names a medium, and at most a date or the body whose texts it carries there."""
        if len(words) > 90:
            return None
        parts = _DESCRIBED.split(words, maxsplit=1)
        if len(parts) == 2 and not VERB.search(words) and (named := self._outlets.called(parts[0])) is not None:
            if self._furniture.is_a("medium", parts[1].rsplit(" ", 1)[-1].lower()) or _DESCRIBES.fullmatch(parts[1]):
                return Head(outlet=named, soft=True)  # "KCNA - Korean Central News Agency"
        medium = next(self._outlets.find(words, marks=True), None)
        body = next(self._outlets.bodies(words), None) if medium is None else None
        found = medium or body
        if found is None:
            return None
        known = Head(outlet=medium) if medium else Head(publisher=found.name, publisher_state=found.state)
        rest = words[: found.start] + "  " + words[found.end :]
        if next(days_in(rest), None) is not None:
            day = whole_day(rest.strip(EDGES))
            return replace(known, stamps=(Stamp(day[0], weekday=day[1]),)) if day else None
        rest = " ".join(LANGUAGE.sub(" ", rest).split()).strip(EDGES)
        if not rest or self._furniture.is_a("menu", rest) or self._furniture.is_a("kicker", rest):
            return replace(known, soft=True)
        section = self._letterheads.read(rest) if medium else None  # "KCNA Ministry of Foreign Affairs"
        if medium is None or section is None:
            return None
        return replace(known, publisher=section.publisher, publisher_state=section.publisher_state or medium.state, soft=True)

    def unknown(self, words: str) -> Head | None:
        """The masthead of a medium that no lexicon knows, but the datelines of this page name, or which is called after
        what it is ("Example Review, June 10, 2006").
        """
        comma = re.split(r"[,|.]|\s-", plain(words), maxsplit=1)[0].strip()
        last = comma.rsplit(" ", 1)[-1].lower()
        called = self._furniture.is_a("medium", last) and 1 < len(comma.split()) < 6 and comma[0].isupper()
        day = next(days_in(words), None) if called else None
        if day is not None:
            between = words[len(comma) : day.start].strip(EDGES)
            if not words[day.end :].strip(EDGES) and (
                not between or between.lower().endswith(("desk", "bureau", "service", "section"))
            ):
                return Head(
                    stamps=(Stamp(day),), outlet=self._outlets.named(comma) or Medium(0, len(comma), comma, known=False)
                )
        folded = plain(words).lower()
        if folded == comma.lower() and self._furniture.is_a("newspaper", last) and _NAME_OF_MEDIUM.fullmatch(comma):
            return Head(outlet=Medium(0, len(comma), comma, known=False), soft=True)
        for name, medium in self._media.items():
            if not folded.startswith(name) or len(words) > len(name) + 60:
                continue
            rest = words[len(name) :]
            day = next(days_in(rest), None)
            if day is None and not rest.strip(EDGES):
                return Head(outlet=medium, bulletin=True, soft=True)
            if day is not None and len(rest[: day.start].split()) <= 3 and not rest[day.end :].strip(EDGES):
                return Head(stamps=(Stamp(day),), outlet=medium, bulletin=True, soft=True)
        return None

    def section(self, words: str) -> Head | None:
        """The masthead of a site that no lexicon knows, and of its section: "Example Archive Ministry of … (EN)"."""
        tagged = LANGUAGE.search(words)
        match = MISSION.search(words) if tagged and tagged.end() >= len(words.rstrip()) else None
        site = words[: match.start()].strip(EDGES) if match else ""
        section = self._letterheads.read(words[match.start() : tagged.start()]) if match and tagged and site else None
        if section is None or len(site.split()) > 4 or not site[0].isupper():
            return None
        return replace(section, outlet=Medium(0, len(site), site, kind="site", known=False))

    def bulletin(self, words: str) -> Head:
        media = list(self._outlets.find(words, marks=True))
        day = next(days_in(words), None)
        stamps = (Stamp(day),) if day else ()
        return Head(stamps=stamps, outlet=media[0] if media else None, bulletin=True, soft=True)
