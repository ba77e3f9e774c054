"""Header lines of a page or item: dates, sources, bylines, letterheads, mastheads. They are no part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from dragoman.lexicon.words import alternatives, word_class
from dragoman.reading.agents import Agents
from dragoman.reading.boilerplate import Furniture
from dragoman.reading.days import WEEKDAY, clock_at, days_in, whole_day
from dragoman.reading.heads import Head, Stamp
from dragoman.reading.letterheads import (
    EDGES,
    INSTITUTE,
    ORGANS,
    SMALL,
    VERB,
    Letterheads,
)
from dragoman.reading.lines import has_letters
from dragoman.reading.mastheads import ISSUE, Mastheads
from dragoman.reading.outlets import Medium, Outlets
from dragoman.reading.signs import has_any

# Who works on a text without being its author.
_EDITS = frozenset({"editor", "edited by", "compiled by", "posted by"})
_SEATS = word_class("seats-of-missions")
# A header line is no longer than this.
LONGEST = 240
_LABELS = {"updated": "updated", "modified": "updated", "revised": "updated", "submitted": "asked", "tabled": "asked"}
_ANSWERED = re.compile(
    r"[(\[]?(?:to be |date (?:of )?(?:the )?|due for )?(?:answer(?:ed|s)?|repl(?:y|ied))"
    r"(?: (?:given|received|provided|published|date))?\b\s*(?:on|:|-)?\s*",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:[^\W\d_a-z][\w.'’-]+,? ?){1,3}")
# Two figures of a year: before this they are of the new century.
_CENTURY = 50
_FIELD_MARKS = ("|", "•", "·", "\t", "   ")
_FIELDS = re.compile(r"\s*[|•·]\s*|\t+|\s{3,}")
_BYLINE = re.compile(
    r"(?:\W{0,2}(?:(?:interview(?:ed)?|text|story|report(?:ed|ing)?|analysis|written) )?by|author:)\s+(.{3,80})", re.IGNORECASE
)
_BY_SIGNS = ("by", "author:")
_BY_NAME = re.compile(r"our (?:own )?[\w ]{3,30}|(?:[A-ZÀ-Þ][\w.'’-]+\s*){1,5}(?:,.{0,50}|\sand\s.{0,50})?")
_POSTED = re.compile(
    rf"\W{{0,2}}(?:last |first )?({alternatives('posted')})\b[\s:]*(?:by [\w.@-]{{2,30}}(?: [\w.@-]{{2,30}})"
    f"{{0,2}} )?(?:on |at |in )?",
    re.IGNORECASE,
)
_EDITION = re.compile(r"(?:[A-Z][\w ]{2,30}, )?(revised|updated|new|latest) (?:edition|version) (?:of |dated )?", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:press release |statement )?(?:no|nr|number|n°|№)\.?\s?:?\s?\d[\w/-]*\s?[,;-]\s?", re.IGNORECASE)


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
        self.letterheads = Letterheads(furniture, agents)
        self.mastheads = Mastheads(furniture, outlets, agents, self.letterheads, media)

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
            return self._dated_there(fields, head)
        return head if informative else None

    def _dated_there(self, fields: list[str], head: Head) -> Head | None:
        """ "Almaty | May 22, 2023": where and when, of a place that need not be known."""
        where = fields[0].strip()
        if len(fields) != 2 or not head.stamps or head.outlet or head.publisher or not _PLACE.fullmatch(where):
            return None
        return head if self._furniture.is_a("menu", where) else replace(head, place=where)

    def _dashed(self, words: str) -> Head | None:
        """A date line with more on it: "16 January 2016 - Ottawa - Global Affairs Canada", "27 May 2024 14:30 Tashkent"."""
        day = next(days_in(words), None) if len(words) < 100 else None
        if day is None or not day.options or WEEKDAY.sub("", words[: day.start]).strip(EDGES):
            return None
        end = clock_at(words, day.end + len(words[day.end :]) - len(words[day.end :].lstrip(" ,|-")))
        head = Head(stamps=(Stamp(day),))
        timed = end > day.end + 2 and words[-1] not in ".?!:" and not VERB.search(words, end)
        for piece in re.split(r"\s[-–—|]\s", words[max(day.end, end) :]):
            piece = piece.strip(EDGES)
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
        if match is None or day is None or not day.options or words[match.end() : day.start].strip(EDGES):
            return None
        at = day.end + len(words[day.end :]) - len(words[day.end :].lstrip(EDGES))
        return (Head(stamps=(Stamp(day, "date"),)), at) if len(words) - at > 15 else None

    def labelled(self, words: str) -> Head | None:
        """A line with a label that can close a text too: "Source: KCNA"."""
        label = self._furniture.label(words)
        if label is None or label[0] not in ("source", "date", "captured", "updated", "other") or len(words) > 120:
            return None
        return self._labelled(words)

    def closing(self, words: str) -> Head | None:
        """A line that can close a text too: one with a label, or "Published 12 April 2017"."""
        found = self.labelled(words) or (self._dated(words) if len(words) < 60 else None)
        return found if found is not None or len(words) > 70 else self._slug(words)

    def _field(self, words: str) -> Head | None:
        words = words.strip()
        found = whole_day(words)
        if found is not None:
            return Head(stamps=(Stamp(found[0], weekday=found[1], clock=":" in words),))
        labelled = self._labelled(words) or self._dated(words)
        if labelled is not None:
            return labelled
        if (told := self._slug(words) or self.answered(words)) is not None:
            return told
        if self._furniture.is_a("bulletin", words):
            return self.mastheads.bulletin(words)
        byline = _BYLINE.fullmatch(words) if has_any(words.lower(), _BY_SIGNS) else None
        told_as = "interview" if byline and words.lower().lstrip().startswith("interview") else None
        dated = next(days_in(byline.group(1)), None) if byline and any(c.isdigit() for c in words) else None
        if byline and dated is not None and dated.options and _BY_NAME.fullmatch(byline.group(1)[: dated.start].strip(EDGES)):
            if byline.group(1)[dated.end :].strip(EDGES):
                return None
            name = byline.group(1)[: dated.start].strip(EDGES)  # "By Ann Dow, 25 October 2023"
            return Head(author=name, stamps=(Stamp(dated),), kicker=told_as)
        if byline and _BY_NAME.fullmatch(byline.group(1)):
            return Head(author=byline.group(1).split(",")[0].strip(), kicker=told_as)
        if self._furniture.is_a("kicker", kicker := words.strip("[]()")):
            return Head(kicker=kicker, soft=True)
        if len(words) < 80 and INSTITUTE.fullmatch(SMALL.sub(_lowered, words.title()) if words.isupper() else words):
            return Head(publisher=words, soft=True)
        native = self.letterheads.native(words) if len(words) < LONGEST // 2 else None
        if native is not None or words.lower() in ORGANS:
            return native or Head(soft=True)
        if "," in words and (listed := self._listed(words)) is not None:
            return listed
        named = self.letterheads.read(words) or self.letterheads.abroad(words) or self.letterheads.stated(words)
        named = named or self.mastheads.read(words) or self.mastheads.unknown(words)
        return named or self.mastheads.section(words) or self._presented(words)

    def _listed(self, words: str) -> Head | None:
        """What a paper calls itself or whose it is, then town and day: "Press statement, Lima, 3 May 1995"."""
        day = next(days_in(words), None) if len(words) < 110 and words[-1].isdigit() else None
        if day is not None and (not day.options or day.end < len(words)):
            return None
        name, _, last = (words[: day.start] if day is not None else words).rstrip(" ,").partition(", ")
        stamps = (Stamp(day, "date"),) if day is not None else ()
        named = self._furniture.is_a("kicker", name)
        towns = last.split(", ") if last else []
        towns = [t for t in towns if self.is_town(t)] if len(towns) < 3 else []
        if named and (day is not None or towns) and len(towns) == len(last.split(", ") if last else []):
            return Head(stamps=stamps, kicker=name, place=towns[0] if towns else None, soft=True)
        if day is None or not towns:
            return None
        body = self.letterheads.read(words[: day.start].rstrip(" ,"))
        holder = next(iter(self._agents.find(name)), None) if body is None else None
        if holder is not None and holder.office and (holder.start, holder.end) == (0, len(name)):
            body = Head(speaker=name)  # "Minister of Foreign Affairs, Lima, 3 May 1995"
        return replace(body, stamps=stamps, place=towns[-1]) if body is not None else None

    def _presented(self, words: str) -> Head | None:
        """A line that presents who speaks: "Susan Blake, Secretary of State"."""
        agents = self._agents.find(words) if "," in words and len(words) < 110 and words[0].isupper() else []
        if len(agents) != 1 or not agents[0].name or not agents[0].office:
            return None
        whole = (
            agents[0].start < 12 and agents[0].end >= len(words.rstrip(" .,")) and words.find(agents[0].name) < words.find(",")
        )
        return Head(speaker=words, soft=True) if whole else None

    def issue_line(self, words: str) -> Head | None:
        """ "Issue 4, April 2017", "Vol. 3, No. 7 (May 1998)": the date of an issue."""
        day = next(days_in(words), None) if len(words) < 60 and ISSUE.match(words) else None
        return Head(stamps=(Stamp(day),)) if day is not None and day.options else None

    def town_line(self, words: str) -> Head | None:
        """A line that is a capital's name: where a paper with a letterhead was issued."""
        words = words.strip(" .,")
        short = len(words) < 40 and ":" not in words
        known = short and (words.lower() in _SEATS or bool(self._agents.codes(words.title(), kinds=("capital",))))
        return Head(place=words.title() if words.isupper() else words, soft=True) if known and len(words.split()) < 4 else None

    def is_town(self, words: str) -> bool:
        """Whether words are the name of a capital, or of a town where organisations sit."""
        return self.town_line(words) is not None

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
                return self.mastheads.source(value)
            case "title":
                return Head(title=value) if has_letters(value) else None
            case "author":
                if _BY_NAME.fullmatch(value) and len(value) < 60:
                    return Head(author=value.split(",")[0])
                edits = name in _EDITS and len(value) < 40 and not value.endswith((".", "?", "!"))
                return self.letterheads.read(value) or (Head() if edits else None)
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

    def answered(self, words: str) -> Head | None:
        """When a question was answered and by whom: "Answered on 20 March 2019", "Answered: 3 May 2010 by Minister X"."""
        match = _ANSWERED.match(words) if len(words) < LONGEST // 2 and has_any(words.lower(), ("nswer", "repl")) else None
        day = next(days_in(words, match.end()), None) if match is not None else None
        if match is None or day is None or not day.options or words[match.end() : day.start].strip(EDGES):
            return None
        by = re.fullmatch(r"[\s,.)\]]*(?:by (?:the )?(.{4,90}?))?[.)\]]*", words[day.end :])
        return Head(stamps=(Stamp(day, "answered"),), speaker=by.group(1)) if by is not None else None

    def _slug(self, words: str) -> Head | None:
        """What an agency puts under a story, with its day: "AP-NY-04-14-88 0915EDT" (the month first), "... 2 Sep 83"."""
        if not any(c.isdigit() for c in words) or not self._furniture.is_a("slug", words):
            return None
        match = self._furniture.begins("slug", words)
        told = next((g for g in match.groups() if g), "") if match is not None else ""
        month, day, year = [*re.split(r"[- ]", told), "", "", ""][:3]
        if not year:
            return Head()
        year = year if len(year) > 2 else f"{19 if int(year) >= _CENTURY else 20}{year}"
        found = next(days_in(f"{year}-{month}-{day}" if day.isdigit() else f"{month} {day} {year}"), None)
        return Head(stamps=(Stamp(found),)) if found is not None else Head()

    def _dated(self, words: str) -> Head | None:
        """ "Posted on 3 May 2010": a label without its colon."""
        match = _EDITION.match(words) or _POSTED.match(words)
        found = whole_day(words[match.end() :]) if match else None
        if match is None or found is None:
            return None
        label = _LABELS.get(match.group(1).lower(), "date")
        return Head(stamps=(Stamp(found[0], label, weekday=found[1]),))


def _lowered(match: re.Match[str]) -> str:
    return match.group().lower()


def _fields(words: str) -> list[str]:
    """The fields of a line that has several, or the line."""
    return _FIELDS.split(words) if has_any(words, _FIELD_MARKS) else [words]
