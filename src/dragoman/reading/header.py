"""Header lines of a page or item: dates, sources, bylines, letterheads, mastheads. They are no part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from dragoman.lexicon.words import alternatives
from dragoman.reading.agents import Agents
from dragoman.reading.boilerplate import Furniture
from dragoman.reading.days import WEEKDAY, clock_at, days_in, whole_day
from dragoman.reading.heads import Head, Stamp
from dragoman.reading.letterheads import (
    BARE_MISSION,
    INSTITUTE,
    MISSION,
    NATIVE,
    OFFICIAL_SITE,
    ORGANS,
    OWN_MISSION,
    PAPER,
    REFERENCE,
    SMALL,
)
from dragoman.reading.lines import has_letters, plain
from dragoman.reading.outlets import Medium, Outlets
from dragoman.reading.signs import has_any

# What is in capitals and no longer is an abbreviation.
_ACRONYM = 4
# A ministry and who speaks for it: "Department of Trade and The Rt Hon Jane Roe".
_WITH_PERSON = re.compile(
    r",?\s(?:and|&)\s(?:the\s)?(?:rt\.? hon|right hon\w*|hon|sir|dame|lord|baroness|mr|mrs|ms|dr|h\.?\s?e)\b", re.IGNORECASE
)
# Who works on a text without being its author.
_EDITS = frozenset({"editor", "edited by", "compiled by", "posted by"})
# A header line is no longer than this.
LONGEST = 240
_FIELD_MARKS = ("|", "•", "·", "\t", "   ")
_FIELDS = re.compile(r"\s*[|•·]\s*|\t+|\s{3,}")
_BYLINE = re.compile(
    r"(?:\W{0,2}(?:(?:interview(?:ed)?|text|story|report(?:ed|ing)?|analysis|written) )?by|author:)\s+(.{3,80})", re.IGNORECASE
)
_BY_SIGNS = ("by", "author:")
_BY_NAME = re.compile(r"our (?:own )?[\w ]{3,30}|(?:[A-ZÀ-Þ][\w.'’-]+\s*){1,5}(?:,.{0,50}|\sand\s.{0,50})?")
_LANGUAGE = re.compile(r"\s*\((?:[A-Z]{2}|english|korean|russian|chinese)\)\s*", re.IGNORECASE)
_URL = re.compile(r"https?://\S+")
_POSTED = re.compile(
    rf"\W{{0,2}}(?:last |first )?({alternatives('posted')})\b[\s:]*(?:by [\w.@-]{{2,30}}(?: [\w.@-]{{2,30}})"
    f"{{0,2}} )?(?:on |at )?",
    re.IGNORECASE,
)
_EDITION = re.compile(r"(?:[A-Z][\w ]{2,30}, )?(revised|updated|new|latest) (?:edition|version) (?:of |dated )?", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:press release |statement )?(?:no|nr|number|n°|№)\.?\s?:?\s?\d[\w/-]*\s?[,;-]\s?", re.IGNORECASE)
_ISSUE = re.compile(r"(?:issue|vol(?:ume)?|number|no)\b\.?\s?\d", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:agence|agencia|agenzia|agência) .{4,60}|(?:[\w'’-]+ ){1,4}(?:news|press|information|telegraph) agency(?: of .{3,40})?",
    re.IGNORECASE,
)
_STATED = re.compile(r"\s[-–—|:/]\s|(?<=[a-z]{3})\.\s|,\s")
# What a medium says of itself behind its name: "Example - Official organ of ...", "Example  RUSSIAN NEWS AGENCY".
_DESCRIBED = re.compile(r"\s+[-–—|:/]\s+|,\s|\s{2,}")
_DESCRIBES = re.compile(rf"(?:the )?(?:\w+ )?(?:{alternatives('outlets-described')}) .{{2,70}}", re.IGNORECASE)
_EDGES = " \t,;:|-()[]/.*_"
_NAME_OF_MEDIUM = re.compile(r"(?:[A-Z][\w'&-]*\s){1,3}[A-Z][\w'-]*")
_VERB = re.compile(
    r"\b(?:said|says|issue[sd]?|condemn\w*|urge[sd]?|reject\w*|hold[s]?|held|meets?|met|will|has|have|is|are|"
    r"was|were|on|slam\w*)\b"
)


class Headers:
    """Reads header lines with one lexicon."""

    def __init__(
        self, furniture: Furniture, outlets: Outlets, agents: Agents, media: Iterable[Medium] = ()
    ) -> None:  # fmt: skip
        self._furniture = furniture
        self._outlets = outlets
        self._agents = agents
        # A line is looked at by several steps of reading.
        self._seen = lru_cache(maxsize=1024)(self._read)
        self._media = {plain(m.name).lower(): m for m in media}

    def on_page(self, media: Iterable[Medium]) -> Headers:
        """The same for a page whose datelines name these media, unknown to the lexicon."""
        return Headers(self._furniture, self._outlets, self._agents, media)

    def read(self, words: str) -> Head | None:
        """What a line says if it is a header line, else None."""
        return None if len(words) > LONGEST else self._seen(words)

    def _read(self, words: str) -> Head | None:
        whole = self._field(words) or self._dashed(words)
        if whole is not None:
            return whole
        fields = [f for f in _fields(words) if f.strip()]
        if len(fields) < 2:
            return None
        head, informative, lost = Head(), False, 0
        for each in fields:
            found = self._field(each)
            if found is None and not self._furniture.is_furniture(each):
                lost += 1  # a language or a section beside the name of a ministry
                if len(each.split()) > 2 or lost > 2:
                    return None
            if found is not None and found.publisher_state and head.publisher_state not in (None, found.publisher_state):
                return None  # "Embassy of Mali, Rome | Embassy of Italy, Bamako": a row on two states
            informative = informative or found is not None
            head = head.with_(found or Head(), above=False)
        if lost and head.publisher_state is None:
            return None
        return head if informative else None

    def _dashed(self, words: str) -> Head | None:
        """A date line with more on it: "16 January 2016 - Ottawa - Global Affairs Canada", "27 May 2024 14:30 Tashkent"."""
        day = next(days_in(words), None) if len(words) < 100 else None
        if day is None or not day.options or WEEKDAY.sub("", words[: day.start]).strip(_EDGES):
            return None
        end = clock_at(words, day.end + len(words[day.end :]) - len(words[day.end :].lstrip(" ,|-")))
        head = Head(stamps=(Stamp(day),))
        timed = end > day.end + 2 and words[-1] not in ".?!:" and not _VERB.search(words, end)
        for piece in re.split(r"\s[-–—|]\s", words[max(day.end, end) :]):
            piece = piece.strip(_EDGES)
            kicker = self._furniture.begins("kicker", piece)
            if not piece or (kicker and not re.search(r"[^\W\d_]", piece[kicker.end() :])):
                continue
            found = self._field(piece)
            if found is not None:
                head = head.with_(found, above=False)
            elif self._agents.codes(piece, kinds=("capital", "place")) and len(piece.split()) < 5:
                head = head.with_(Head(place=piece.split(",")[0]), above=False)
            elif not timed:  # but "Friday, February 10, 2023, 3:32 p.m. Front Hall, Ministry of Foreign Affairs"
                return None
        return replace(head, soft=False)

    def numbered(self, words: str) -> tuple[Head, int] | None:
        """A title behind its number and date, and where it begins: "No: 7, 4 August 2022, Press Release Regarding …"."""
        match = _NUMBERED.match(words)
        day = next(days_in(words, match.end(), min(len(words), match.end() + 40)), None) if match is not None else None
        if match is None or day is None or not day.options or words[match.end() : day.start].strip(_EDGES):
            return None
        at = day.end + len(words[day.end :]) - len(words[day.end :].lstrip(_EDGES))
        return (Head(stamps=(Stamp(day, "date"),)), at) if len(words) - at > 15 else None

    def labelled(self, words: str) -> Head | None:
        """A line with a label that can close a text too: "Source: KCNA"."""
        label = self._furniture.label(words)
        if label is None or label[0] not in ("source", "date", "captured", "updated", "other") or len(words) > 120:
            return None
        return self._labelled(words)

    def closing(self, words: str) -> Head | None:
        """A line that can close a text too: one with a label, or "Published 12 April 2017"."""
        return self.labelled(words) or (self._dated(words) if len(words) < 60 else None)

    def letterhead(self, words: str) -> Head | None:
        """The body whose name a line is: "Permanent Mission of Cuba to the United Nations"."""
        if (
            len(words) > 120
            or "\t" in words
            or not (words[:1].isupper() and self._is_body(plain(words).strip(_EDGES)))
            or _VERB.search(words)
            or self._is_sites(words)
            or PAPER.search(words)
        ):
            return None
        words = _LANGUAGE.sub(" ", words).strip(_EDGES)
        words = words[site.end() :] if (site := OFFICIAL_SITE.match(words)) is not None else words
        codes = self._agents.codes(words, kinds=("name", "adjective", "demonym")) or self._agents.codes(words, kinds=("body",))
        return Head(publisher=words, publisher_state=codes[0] if codes else None, soft=True)

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
        return bool(before) and (
            _LANGUAGE.search(words) is not None or any(self._furniture.is_a("medium", w.lower()) for w in before)
        )

    def _field(self, words: str) -> Head | None:
        words = words.strip()
        found = whole_day(words)
        if found is not None:
            return Head(stamps=(Stamp(found[0], weekday=found[1], clock=":" in words),))
        labelled = self._labelled(words) or self._dated(words)
        if labelled is not None:
            return labelled
        if self._furniture.is_a("bulletin", words):
            return self._bulletin(words)
        byline = _BYLINE.fullmatch(words) if has_any(words.lower(), _BY_SIGNS) else None
        told_as = "interview" if byline and words.lower().lstrip().startswith("interview") else None
        dated = next(days_in(byline.group(1)), None) if byline and any(c.isdigit() for c in words) else None
        if byline and dated is not None and dated.options and _BY_NAME.fullmatch(byline.group(1)[: dated.start].strip(_EDGES)):
            if byline.group(1)[dated.end :].strip(_EDGES):
                return None
            name = byline.group(1)[: dated.start].strip(_EDGES)  # "By Ann Dow, 25 October 2023"
            return Head(author=name, stamps=(Stamp(dated),), kicker=told_as)
        if byline and _BY_NAME.fullmatch(byline.group(1)):
            return Head(author=byline.group(1).split(",")[0].strip(), kicker=told_as)
        if self._furniture.is_a("kicker", kicker := words.strip("[]()")):
            return Head(kicker=kicker, soft=True)
        if len(words) < 80 and INSTITUTE.fullmatch(SMALL.sub(_lowered, words.title()) if words.isupper() else words):
            return Head(publisher=words, soft=True)
        native = self._native(words) if len(words) < LONGEST // 2 else None
        if native is not None or words.lower() in ORGANS:
            return native or Head(soft=True)
        named = self.letterhead(words) or self._stated(words) or self._masthead(words) or self._unknown(words)
        return named or self._section(words) or self._presented(words)

    def _native(self, words: str) -> Head | None:
        """ "República del Perú", "Ministerio de Relaciones Exteriores": a letterhead in the state's own tongue."""
        if NATIVE.fullmatch(words) is None:
            return None
        codes = self._agents.codes(words, kinds=("name",))
        ministry = words.startswith(("Minist", "Cancill", "Kement", "Bundes", "Auswärt"))
        return Head(publisher=words if ministry else None, publisher_state=codes[0] if len(codes) == 1 else None)

    def _stated(self, words: str) -> Head | None:
        """A state and its ministry on one line: "Republic of Türkiye - Ministry of Foreign Affairs"."""
        parts = [p.strip() for p in _STATED.split(words)] if len(words) < 140 else []
        if len(parts) > 2:  # "Spain. Ministry of Foreign Affairs, European Union and Cooperation"
            parts = [parts[0], words[words.find(parts[1]) :]]
        for first, second in (parts, parts[::-1]) if len(parts) == 2 else ():
            state = self.state_line(first) if first[:1].isupper() else None
            body = self.letterhead(second) if state is not None else None
            if state is not None and body is not None:
                return replace(body, publisher_state=state.publisher_state, soft=False)
        return None

    def _presented(self, words: str) -> Head | None:
        """A line that presents who speaks: "Susan Blake, Secretary of State"."""
        agents = self._agents.find(words) if "," in words and len(words) < 110 and words[0].isupper() else []
        if len(agents) != 1 or not agents[0].name or not agents[0].office:
            return None
        whole = (
            agents[0].start < 12 and agents[0].end >= len(words.rstrip(" .,")) and words.find(agents[0].name) < words.find(",")
        )
        return Head(speaker=words, soft=True) if whole else None

    def state_line(self, words: str) -> Head | None:
        """A line that is a state's name: under the name of a ministry it says whose that is."""
        words = words.title() if words.isupper() and _ACRONYM < len(words) < 9 else words  # "CHILE", but not "DPRK"
        code = self._agents.first_code(words) if len(words) < 60 else None
        return Head(publisher_state=code) if code and self._agents.is_whole(words) else None

    def state_over(self, words: str, following: str) -> Head | None:
        """A line that is a state's name, over the name of its ministry or over the head of its government."""
        found = self.state_line(words) if words[:1].isupper() else None
        return found if found is not None and self.letterhead(following) is not None else None

    def medium_over(self, words: str, following: str) -> Head | None:
        """The masthead of a medium that no lexicon knows: an agency by its name, a journal over the number of its issue."""
        if len(words) > 80 or not words[:1].isupper() or _VERB.search(words):
            return None
        issued = self._furniture.is_a("medium", words.rsplit(" ", 1)[-1].lower()) and _ISSUE.match(following) is not None
        if not issued and _AGENCY.fullmatch(words) is None:
            return None
        return Head(outlet=self._outlets.named(words) or Medium(0, len(words), words, known=False), soft=True)

    def issue_line(self, words: str) -> Head | None:
        """ "Issue 4, April 2017", "Vol. 3, No. 7 (May 1998)": the date of an issue."""
        day = next(days_in(words), None) if len(words) < 60 and _ISSUE.match(words) else None
        return Head(stamps=(Stamp(day),)) if day is not None and day.options else None

    def town_line(self, words: str) -> Head | None:
        """A line that is a capital's name: where a paper with a letterhead was issued."""
        words = words.strip(" .,")
        known = len(words) < 40 and ":" not in words and self._agents.codes(words, kinds=("capital",))
        return Head(place=words.title() if words.isupper() else words, soft=True) if known and len(words.split()) < 4 else None

    def _labelled(self, words: str) -> Head | None:
        label = self._furniture.label(words)
        if label is None:
            return None
        part, name, at = label
        value = words[at:].strip()
        parts = [p for p in _fields(value) if p]
        if len(parts) > 1:
            return None  # several fields: each is read for itself
        match part:
            case "date" | "captured" | "updated":
                day = next(days_in(value), None)
                return Head(stamps=(Stamp(day, part),)) if day and day.start < 25 and len(value) < 80 else None
            case "source":
                return self._source(value)
            case "title":
                return Head(title=value) if has_letters(value) else None
            case "author":
                if _BY_NAME.fullmatch(value) and len(value) < 60:
                    return Head(author=value.split(",")[0])
                edits = name in _EDITS and len(value) < 40 and not value.endswith((".", "?", "!"))
                return self.letterhead(value) or (Head() if edits else None)
            case "place":
                return Head(place=value) if len(value) < 60 else None
            case "speaker":
                return Head(speaker=value) if len(value) < 160 else None
            case "addressee":
                named = name != "to" or re.match(r"H\.?E|Mr|Ms|Mrs|The |His|Her", value)
                return Head(addressee=value) if named and len(value) < 160 else None
            case "occasion":
                return Head(occasion=value) if len(value) < 160 else None
            case _:
                return Head() if len(value) < 90 and not re.search(r"[.!?]$", value) else None

    def _dated(self, words: str) -> Head | None:
        """ "Posted on 3 May 2010": a label without its colon."""
        match = _EDITION.match(words) or _POSTED.match(words)
        found = whole_day(words[match.end() :]) if match else None
        if match is None or found is None:
            return None
        label = "updated" if match.group(1).lower() in ("updated", "modified", "revised") else "date"
        return Head(stamps=(Stamp(found[0], label, weekday=found[1]),))

    def _source(self, value: str) -> Head | None:
        if len(value) > 120 or not value:
            return None
        url = _URL.search(value)
        if url:
            return Head(url=url.group())
        head = self._masthead(value)
        if head is not None:
            return head
        medium = self._outlets.named(value)
        if medium is not None:
            return Head(outlet=medium)
        name = _LANGUAGE.sub(" ", _WITH_PERSON.split(value, maxsplit=1)[0]).strip(_EDGES)
        codes = self._agents.codes(name, kinds=("name", "adjective", "demonym")) if not REFERENCE.search(name) else []
        codes = codes or self._agents.codes(name, kinds=("body",))
        return Head(publisher=name, publisher_state=codes[0] if len(codes) == 1 else None) if has_letters(name) else None

    def _masthead(self, words: str) -> Head | None:
        """A line that names a medium, and at most a date or the body whose texts it carries there."""
        if len(words) > 90:
            return None
        parts = _DESCRIBED.split(words, maxsplit=1)
        if len(parts) == 2 and not _VERB.search(words) and (named := self._outlets.called(parts[0])) is not None:
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
            day = whole_day(rest.strip(_EDGES))
            return replace(known, stamps=(Stamp(day[0], weekday=day[1]),)) if day else None
        rest = " ".join(_LANGUAGE.sub(" ", rest).split()).strip(_EDGES)
        if not rest or self._furniture.is_a("menu", rest) or self._furniture.is_a("kicker", rest):
            return replace(known, soft=True)
        section = self.letterhead(rest) if medium else None  # "KCNA Ministry of Foreign Affairs"
        if medium is None or section is None:
            return None
        return replace(known, publisher=section.publisher, publisher_state=section.publisher_state or medium.state, soft=True)

    def _unknown(self, words: str) -> Head | None:
        """The masthead of a medium that no lexicon knows, but the datelines of this page name, or which is called after
        what it is ("Example Review, June 10, 2006").
        """
        comma = re.split(r"[,|.]|\s-", plain(words), maxsplit=1)[0].strip()
        last = comma.rsplit(" ", 1)[-1].lower()
        called = self._furniture.is_a("medium", last) and 1 < len(comma.split()) < 6 and comma[0].isupper()
        day = next(days_in(words), None) if called else None
        if day is not None:
            between = words[len(comma) : day.start].strip(_EDGES)
            if not words[day.end :].strip(_EDGES) and (
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
            if day is None and not rest.strip(_EDGES):
                return Head(outlet=medium, bulletin=True, soft=True)
            if day is not None and len(rest[: day.start].split()) <= 3 and not rest[day.end :].strip(_EDGES):
                return Head(stamps=(Stamp(day),), outlet=medium, bulletin=True, soft=True)
        return None

    def _section(self, words: str) -> Head | None:
        """The masthead of a site that no lexicon knows, and of its section: "Example Archive Ministry of … (EN)"."""
        tagged = _LANGUAGE.search(words)
        match = MISSION.search(words) if tagged and tagged.end() >= len(words.rstrip()) else None
        site = words[: match.start()].strip(_EDGES) if match else ""
        section = self.letterhead(words[match.start() : tagged.start()]) if match and tagged and site else None
        if section is None or len(site.split()) > 4 or not site[0].isupper():
            return None
        return replace(section, outlet=Medium(0, len(site), site, kind="site", known=False))

    def _bulletin(self, words: str) -> Head:
        media = list(self._outlets.find(words, marks=True))
        day = next(days_in(words), None)
        stamps = (Stamp(day),) if day else ()
        return Head(stamps=stamps, outlet=media[0] if media else None, bulletin=True, soft=True)


def _lowered(match: re.Match[str]) -> str:
    return match.group().lower()


def _fields(words: str) -> list[str]:
    """The fields of a line that has several, or the line."""
    return _FIELDS.split(words) if has_any(words, _FIELD_MARKS) else [words]
