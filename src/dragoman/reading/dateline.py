"""Datelines: "Pyongyang, January 6 (KCNA) --", "MOSCOW, May 3. /TASS/.", "ACCRA (Reuters) -", "Geneva, 14 March 1995"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.lexicon import Lexicon
from dragoman.reading.days import WEEKDAY, Day, clock_at, day_at
from dragoman.reading.lines import plain
from dragoman.reading.outlets import Medium, Outlets
from dragoman.reading.signs import has_any

# A dateline ends within so many characters.
REACH = 140
_BEFORE = re.compile(r"[\s*•]*(?:[(\[](?=[^()\[\]]{4,60}\d[^()\[\]]{0,30}[)\]]))?")
_WORD = r"(?:(?:St|Ft|Mt|Sta)\.|[A-ZÀ-Þ][\w.'’`-]*[\w'’]|[A-ZÀ-Þ]\.?(?:[A-Z]\.)+)"
_PLACE = re.compile(rf"{_WORD}(?:(?:[ /-]|, )?(?:(?:de|do|da|of|la|las|el|al|le|the|and|sur|am)\s)?{_WORD}){{0,5}}")
_JOINT = re.compile(r"[\s,.;:|·•)\]]*")
_DASHED_JOINT = re.compile(r"[\s,.;:|·•)\]]*(?:-+\s*|\((?=[^()]{4,30}\)))?")
_DASH = re.compile(r"[\s.)\]]*(?:-{1,4}|\.-|:|/|\||>>)\s*")
# One of these, in plain form, is in or behind a dateline that text follows.
_MARKS = ("-", ":", "/", "|", ")", "]", ">>")
_YEAR = re.compile(r"((?:19|20)\d\d)(?=\s*(?:\(|/|--|$))")
_SIGNATURE = re.compile(r"[.,;|]?\s+((?:[A-Z][\w.&'-]*\s?){1,5})\.?")
_STOP = re.compile(r"[.:)\]\s]*$")
_EDITION = re.compile(r"\(?(?:updated?|special|exclusive|urgent|by our (?:own )?correspondent)\)?", re.IGNORECASE)
_DASHED = re.compile(r"-\s*$")
_STOPPED = re.compile(r",\s(?=[^.]{0,12}\d)[^.]{3,24}\.\s")
_STOP_REACH = 60
# "Minsk, 21 June 2023. The Ministry": a full stop alone parts place and day from a sentence.
_AFTER_STOP = re.compile(r"(?:\.|(?<=\.))\s+(?=[\"'A-Z])")
_AFTER_MARK = re.compile(r"[.:,]?\s+(?=[\"'A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """`[start, end)` of the line; the text goes on at `body`, at the end of the line where nothing follows.

    `stopped`: a full stop alone parts it from the text ("Lima, 3 May 1995. The"), as it does in papers and not in bulletins.
    """

    start: int
    end: int
    body: int
    place: str | None = None
    home: str | None = None
    day: Day | None = None
    medium: Medium | None = None
    weekday: str | None = None
    stopped: bool = False


class Datelines:
    """Reads datelines with what the lexicon knows of places and media."""

    def __init__(self, lexicon: Lexicon, outlets: Outlets) -> None:
        self._names = lexicon.names
        self._outlets = outlets
        # A line is looked at by several steps of reading.
        self._seen = lru_cache(maxsize=4096)(self._read)

    def read(self, line: str) -> Dateline | None:
        """The dateline that `line` begins with, or None."""
        found = self._seen(line[:REACH], len(line) > REACH)
        # Where nothing follows on the line, the text goes on at its end.
        return found if found is None or found.body >= 0 else replace(found, end=len(line.rstrip()), body=len(line))

    def _read(self, line: str, longer: bool) -> Dateline | None:
        """The same from the first REACH characters; `body` is -1 where the dateline is all there is."""
        head = plain(line)
        if longer and not has_any(head, _MARKS) and not (line[:1].isupper() and _STOPPED.search(head, 0, _STOP_REACH)):
            return None
        begin = _BEFORE.match(head)
        start = at = begin.end() if begin else 0
        place, home, at = self._place(head, at)
        day, medium, weekday, at = self._parts(head, at, home)
        if place is not None and home is None and day is not None and not longer:
            place, home, medium = self._behind_medium(place, medium)
        if place is None and day is None and medium is None:
            return None
        dash = _DASH.match(head, at) or self._after_stop(head, at, place, day, len(line) + longer)
        if medium is None and not longer and (signed := self._signed(head, at, place, day)):
            medium, at = signed, len(head)
            dash = None
        ends = _STOP.match(head, at) is not None and not longer
        body = -1 if ends else (dash.end() if dash else self._after_mark(head, at, medium))
        if body is None or not self._holds(head, at, place, day, medium, dash, ends, len(line) + longer):
            return None
        end = at if ends else len(line[:body].rstrip())
        stopped = dash is not None and not ends and dash.group().strip() in ("", ".")
        return Dateline(start, end, body, _cased(place), home, day, medium, weekday, stopped)

    def home(self, place: str) -> str | None:
        """The state in which a place lies, where the lexicon knows it."""
        for name in (place, place.title(), place.split(",")[0], place.split(",")[0].title(), place.split("/")[0].title()):
            senses = self._names.senses(name.strip())
            code = next((s.code for s in senses if s.kind in ("capital", "place", "name") and s.code), None)
            if code:
                return code
        return None

    def is_place(self, place: str, kinds: tuple[str, ...] = ("capital", "place", "name")) -> bool:
        """Whether the lexicon knows a place of this name."""
        first = place.split(",")[0].split("/")[0].strip()
        return any(
            s.kind in kinds for name in (place, first, first.title()) for s in self._names.senses(name)
        ) or first.title() in ("United Nations",)

    def _place(self, head: str, at: int) -> tuple[str | None, str | None, int]:
        if self._outlets.mark_at(head, at) is not None or day_at(head, at) is not None or WEEKDAY.match(head, at):
            return None, None, at
        match = _PLACE.match(head, at)
        if match is None:
            return None, None, at
        words = match.group()
        # The pattern runs on into months, weekdays and media; cut it at the first of these.
        for cut in re.finditer(r"[ ,/]+", words):
            here = at + cut.end()
            if day_at(head, here) or WEEKDAY.match(head, here) or self._outlets.mark_at(head, here):
                words = words[: cut.start()]
                break
        words = words.strip(" ,./-")
        if words.endswith(" the"):  # "Joined the United Nations: 3 May 1995"
            return None, None, at
        return (words, self.home(words), at + len(words)) if words else (None, None, at)

    def _behind_medium(self, place: str, medium: Medium | None) -> tuple[str, str | None, Medium | None]:
        """ "La Jornada, Mexico City, 3 May 1995": the town, its state, and the medium that stands before it."""
        name, _, town = place.rpartition(", ")
        if not name or medium is not None or " of " in name or not self.is_place(town, ("capital", "place")):
            return place, None, medium
        return town, self.home(town), self._outlets.named(name) or Medium(0, len(name), name, known=False)

    def _parts(self, head: str, at: int, home: str | None) -> tuple[Day | None, Medium | None, str | None, int]:
        """Date, medium and weekday in any order, with where the last of them ends."""
        day: Day | None = None
        medium: Medium | None = None
        weekday: str | None = None
        while True:
            joint = (_JOINT if medium else _DASHED_JOINT).match(head, at)
            here = joint.end() if joint else at
            found = day_at(head, here) if day is None else None
            if found is not None:
                day, at = found, found.end
                continue
            year = _YEAR.match(head, here) if day is None else None
            if year is not None:
                day = Day(year.start(), year.end(1), year.group(1), (year.group(1),), int(year.group(1)))
                at = day.end
                continue
            named = WEEKDAY.match(head, here)
            if named and weekday is None and (medium is None or day is None):
                weekday, at = named.group("weekday"), named.end()
                continue
            mark = self._mark(head, at, here, home) if medium is None else None
            if mark is not None:
                medium, at = mark, mark.end
                continue
            clock = clock_at(head, here)
            edition = _EDITION.match(head, here)
            if day is not None and clock > here:
                at = clock
            elif edition:
                at = edition.end()
            else:
                return day, medium, weekday, at

    def _mark(self, head: str, at: int, here: int, home: str | None) -> Medium | None:
        """The medium's mark at `here`, or at the bracket or slash that the joint has already passed."""
        for place in dict.fromkeys(
            (here, head.find("(", at, here + 1), head.find("/", at, here + 1), head.find("[", at, here + 1))
        ):
            mark = self._outlets.mark_at(head, place, home) if place >= 0 else None
            if mark is not None:
                return mark
        return None

    def _signed(self, head: str, at: int, place: str | None, day: Day | None) -> Medium | None:
        """The medium behind a place and a date: "Beijing, September 19, 2005. Example Wire"."""
        tail = _SIGNATURE.fullmatch(head, at)
        if tail is None or place is None or day is None or not day.options or not self.is_place(place):
            return None
        return self._outlets.named(tail.group(1)) or Medium(at, len(head), tail.group(1), known=False)

    def _after_mark(self, head: str, at: int, medium: Medium | None) -> int | None:
        """Where the text begins after a closing mark without a dash: "/TASS/. The", "(KCNA) The"."""
        if medium is None or medium.end != at:
            return None
        if head[at - 1] not in ")]/" and not (head[at : at + 1] == "." and _DASHED.search(head, 0, medium.start)):
            return None
        match = _AFTER_MARK.match(head, at)
        return match.end() if match else None

    def _after_stop(self, head: str, at: int, place: str | None, day: Day | None, length: int) -> re.Match[str] | None:
        """The full stop behind a town and a day that text follows: "Minsk, 21 June 2023. The"."""
        if place is None or day is None or day.day is None or day.end != at or length <= REACH // 2:
            return None
        known = self.is_place(place, ("capital", "place")) or place.isupper()
        return _AFTER_STOP.match(head, at) if known and head[day.start - 2 : day.start] == ", " else None

    def _holds(
        self, head: str, at: int, place: str | None, day: Day | None, medium: Medium | None, dash: re.Match[str] | None,
        ends: bool, length: int,
    ) -> bool:  # fmt: skip
        """Whether what was found together makes a dateline, and no title, sentence or signature."""
        known = place is not None and self.is_place(place)
        marked = medium is not None and head[at - 1 : at] in (")", "]", "/")
        spaced = dash is not None and re.search(r"\s-|-\s|:|/|^\.?\s+$", head[at : dash.end()]) is not None
        goes_on = ends or (
            dash is not None and spaced and re.match(r"[\"'A-Z0-9]", head[dash.end() : dash.end() + 1]) is not None
        )
        if medium is not None and not medium.known and not (place and (day or known)):
            return False
        if medium is not None:
            if place is not None or day is not None:
                return marked or goes_on or (dash is None and not ends)
            turn = dash is not None and ":" in head[at : dash.end()] and not marked  # "AFP: What …" is a question
            return goes_on and not ends and not turn and length > REACH // 3
        if place is not None and day is not None:
            if day.month is None:
                return known and ends and len(day.options) > 1
            set_off = head[head.find(place) + len(place) :][:1] == ","
            if self.is_place(place, ("capital", "place")) or (place.isupper() and not known):
                return goes_on
            return goes_on and set_off and ends and len(place.split()) <= 3 and day.day is not None
        if place is None:
            return False
        # A place alone: a city, or capitals that are no state's name, before a dash and a good deal of text.
        city = self.is_place(place, ("capital", "place")) or (place.isupper() and len(place) > 3 and not known)
        return goes_on and not ends and city and ":" not in head[at : dash.end() if dash else at] and length > REACH // 2


def _cased(place: str | None) -> str | None:
    """The place without its region, written as names are."""
    if place is None:
        return None
    first = place.split(", ")[0]
    return first.title() if first.isupper() and len(first) > 3 else first
