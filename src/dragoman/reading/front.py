"""The front of an item: its title, its header lines, its dateline; and its body, without what closes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dragoman.dates import FEWEST_ENTRIES, is_chronicle
from dragoman.reading.boilerplate import Furniture
from dragoman.reading.dateline import Dateline, Datelines
from dragoman.reading.days import days_in, whole_day
from dragoman.reading.header import Headers
from dragoman.reading.heads import Head, Stamp
from dragoman.reading.letters import SALUTATION
from dragoman.reading.lines import Line, is_closed
from dragoman.reading.outlets import Medium, Outlets
from dragoman.reading.parts import Hints
from dragoman.reading.split import Item
from dragoman.reading.titles import Titles

# Title and header lines stand within so many lines; a line longer than PROSE ends them.
ZONE, PROSE = 14, 230
_TURN = re.compile(
    r"(?:Q|A|Question|Answer|Reporter|Journalist|Interviewer)\s?\d*\s?[:.]\s|(?:Questions?|Answers?)$", re.IGNORECASE
)
_STOPS = re.compile(r"(?:\b(?:U\.S|U\.N|D\.P\.R\.K|R\.O\.K|P\.R\.C|Jr|Inc|Ltd|Co|No)\.)$")
_TAG = re.compile(r"(?<=[.!?\"'”’])\s*(?:[(/\[]{1,2}[\w .-]{2,30}[)/\]]{1,2}|[—–-]{1,2}\s?[\w .-]{2,30})\.?$")
_PLACE_AND_DAY = re.compile(r"(?:done (?:at|in) )?([^\W\d_][\w' -]{2,30}), (?:(?:on |the )+)?(.{6,40})", re.IGNORECASE)
# "Done at Lusaka on 3 May 1995, in two originals ..."
_DONE = re.compile(
    r"(?i:done|signed|adopted|issued|given) (?:at|in) ((?:[^\W\d_a-z][\w'’.-]* ?){1,4}?),? (?=on |this |the |\d)"
)
# Where and when a paper was signed stands within so many lines of its end.
_SIGNATURE = 8
# Whom to ask stands in so many last lines.
_FOOT = 10
_POSTED = re.compile(r"(?:by|posted|published|updated|filed|last)\b", re.IGNORECASE)
# A title under which a town may stand alone.
_OF_OFFICE = re.compile(
    r"\b(?:spokes\w+|ministry|MFA|minister|press (?:conference|release|statement|briefing))\b", re.IGNORECASE
)
_HEADLINE = re.compile(r"[^\W\d_][\w'’-]*")
# An entry under a month: "14 The minister", "3: The envoy".
_DAY_OPENS = re.compile(r"[1-3]?\d(?:st|nd|rd|th)?(?:[:.)]|\s?[–—-])?\s+[A-Z]")


@dataclass(frozen=True, slots=True)
class Front:
    """An item taken apart. `body` has the dateline's line too, where the dateline begins it (`dateline.body` is where
    the text goes on); `dated` is the place of that line in `body`. `closing`: what lines after the text say.
    """

    title: Line | None
    head: Head
    body: tuple[Line, ...]
    dateline: Dateline | None = None
    dated: int | None = None
    closing: Head = field(default_factory=Head)
    tag: Medium | None = None


class Fronts:
    """Takes items apart with one lexicon."""

    def __init__(self, furniture: Furniture, datelines: Datelines, headers: Headers, outlets: Outlets) -> None:
        self._furniture = furniture
        self._datelines = datelines
        self._headers = headers
        self._outlets = outlets
        self._titles = Titles(furniture, datelines, headers)

    def front(self, item: Item, hints: Hints) -> Front:
        """The front of `item`; `hints.title` is its title where the text has it."""
        lines, stamped = self._unnumbered(list(item.lines))
        heads: dict[int, Head] = {}
        zone = self._zone(lines, heads)
        if (first := self._titles.addressed(lines, zone, heads)) is not None:  # "United Nations" under a name is no masthead
            heads = {i: head for i, head in heads.items() if i < first or not head.soft}
        at, title = self._titles.find(lines, zone, heads, hints)
        head = stamped or Head()
        for i, found in heads.items():
            if i != at:
                head = head.with_(found, above=at is not None and i < at)
            elif title is not None and self._says_whose(found, heads, lines[:zone]) and not _is_on(title.words, lines[i + 1 :]):
                head = head.with_(replace(found, kicker=None), above=False)  # it stands for the title
        skip = {i for i in heads if i != at} | ({at} if at is not None else set())
        if at is not None and title is not None:
            skip |= set(_rows(lines, at, len(title)))
        body = [line for i, line in enumerate(lines) if i not in skip]
        body, closing = self._closed(body, item.after)
        closing = closing.with_(self._signed_at(body), above=False)
        body, tag = self._untagged(body)
        body, head = self._answered(*self._dated_below(body, head))
        dated, dateline = self._dateline(body, zone)
        if dated is not None and dateline is not None and head.publisher_state is None:
            head = head.with_(self._headers.letterheads.read(body[dated].words[dateline.body :]) or Head(), above=False)
        return Front(title, head, tuple(body), dateline, dated, closing, tag)

    def _says_whose(self, found: Head, heads: dict[int, Head], lines: Sequence[Line]) -> bool:
        """Whether a header line that is the title as well says whose the text is: a state's body or medium, or a body
        over a town.
        """
        if found.publisher_state or found.outlet:
            return True
        placed = any(h.place for h in heads.values())
        return found.publisher is not None and (placed or any((d := self._datelines.read(x.words)) and d.place for x in lines))

    def _unnumbered(self, lines: list[Line]) -> tuple[list[Line], Head | None]:
        """The lines, the title without the number and date before it ("No: 7, 4 August 2022, ..."), and that date."""
        for i, line in enumerate(lines[:ZONE]):
            found = self._headers.numbered(line.words)
            if found is not None:
                return [
                    *lines[:i],
                    replace(line, text=line.text.slice(found[1], len(line.text)), heading=True),
                    *lines[i + 1 :],
                ], found[0]
        return lines, None

    def _zone(self, lines: Sequence[Line], heads: dict[int, Head]) -> int:
        """Where the zone of title and header lines ends; `heads` gets the header lines in it."""
        titles = 0
        entries = entry_lines(lines)
        for i, line in enumerate(lines[:ZONE]):
            if i in entries:
                return i
            found = self._headers.read(line.words)
            if found is not None and found.kicker and found.soft and line.heading:
                found = None  # "Foreign Relations", the page that the way to it ends with
            above = heads.get(i - 1)
            if found is None and above is not None and above.publisher and above.publisher_state is None:
                found = self._headers.letterheads.state_line(line.words)
            if found is None and not titles and i + 1 < len(lines):
                following = lines[i + 1].words
                found = self._headers.letterheads.state_over(line.words, following)
                found = found or self._headers.mastheads.over(line.words, following)
                found = found or self._headers.letterheads.house_over(line.words, [x.words for x in lines[i + 1 : i + 6]])
            if found is None and i:
                found = self._headers.issue_line(line.words)
            if found is None and (office := self._office_over(heads, i)) is not None:
                found = self._headers.letterheads.accredited(line.words, office)
            told = any(h.publisher or h.stamps for h in heads.values())
            if found is None and (told or (i and _OF_OFFICE.search(lines[i - 1].words))):
                found = self._headers.town_line(line.words)
            if found is not None:
                heads[i] = found
                continue
            dateline = self._datelines.read(line.words)
            if dateline is not None:
                if dateline.body < len(line):
                    return i
                continue
            closed = is_closed(line.words) and not line.words.endswith(("?", "!")) and not _STOPS.search(line.words)
            if len(line) > PROSE or SALUTATION.match(line.words) or _TURN.match(line.words) or self._is_asked(line.words):
                return i
            if closed and (titles or len(line) > 90 or not _is_headline(line.words)):
                return i
            titles += 1
            if titles > 6:
                return i
        return min(ZONE, len(lines))

    def _office_over(self, heads: dict[int, Head], i: int) -> str | None:
        """The mission whose name stands over line `i`, with at most the name of its state between."""
        over = heads.get(i - 1)
        over = heads.get(i - 2) if over is not None and over.publisher is None and over.publisher_state else over
        return over.publisher if over is not None else None

    def _is_asked(self, words: str) -> bool:
        """Whether a medium has the turn: "TASS: What …?"."""
        label = words[: words.find(":", 0, 40)] if ":" in words[:40] and words.endswith("?") else ""
        found = next(self._outlets.find(label), None) if label else None
        return found is not None and not label[: found.start].strip()

    def _dateline(self, body: Sequence[Line], zone: int) -> tuple[int | None, Dateline | None]:
        """The first dateline in the first lines of the body, and its place."""
        for i, line in enumerate(body[: max(3, zone)]):
            found = self._datelines.read(line.words)
            if found is not None:
                return i, found
        return None, None

    def _dated_below(self, body: list[Line], head: Head) -> tuple[list[Line], Head]:
        """The body without a line below its first paragraph that is a date and nothing else, which dates the page."""
        below = next((i for i, line in enumerate(body[1:3], 1) if whole_day(line.words) is not None), None)
        below = None if below is not None and below in entry_lines(body) else below
        found = whole_day(body[below].words) if below is not None and len(body) > below + 1 else None
        if below is None or found is None or head.stamps or not found[0].options:
            return body, head
        return [*body[:below], *body[below + 1 :]], head.with_(Head(stamps=(Stamp(found[0], weekday=found[1]),)), above=False)

    def _closed(self, body: list[Line], after: Sequence[Line]) -> tuple[list[Line], Head]:
        """The body without lines at its end that tell of its source, and what these say."""
        closing = Head()
        for line in after:
            found = self._headers.read(line.words)
            closing = closing.with_(found, above=False) if found is not None else closing
        body = body[: self._contact(body)]
        while len(body) > 1:
            words = body[-1].words.strip("()[] ")
            found = self._headers.closing(words) or self._stamped(body[-1].words)
            found = found or (self._only_medium(words) if _is_told(body[-2].words) else None)
            if found is None and not self._furniture.is_a("rule", words):
                break
            closing = closing.with_(found or Head(), above=False)
            body = body[:-1]
        while len(body) > 1 and self._is_biography(body):
            body = body[:-1]
        return body, closing

    def _answered(self, body: list[Line], head: Head) -> tuple[list[Line], Head]:
        """The body without the line that says when a question was answered, which dates the page."""
        told = {i: found for i, line in enumerate(body) if (found := self._headers.answered(line.words)) is not None}
        for found in told.values():
            head = head.with_(found, above=False)
        return [line for i, line in enumerate(body) if i not in told] if told else body, head

    def _contact(self, body: Sequence[Line]) -> int:
        """Where at the foot begins whom to ask, below the last of the text; the end where nothing says so."""
        first = max(1, len(body) - _FOOT)
        at = next((i for i in range(first, len(body)) if self._furniture.begins("contact", body[i].words)), len(body))
        return at if all(not _is_prose(line) for line in body[at + 1 :]) else len(body)

    def _signed_at(self, body: Sequence[Line]) -> Head:
        """Where and when a paper was signed, from a line of its own near its end: "Lima, 3 May 1995"."""
        told = len(body) > 2 or (len(body) == 2 and len(body[0]) > PROSE)
        last = whole_day(body[-1].words.strip(" .()")) if told and len(body[-1]) < 40 else None
        if last is not None and last[0].options:
            town = self._headers.town_line(body[-2].words)
            return Head(stamps=(Stamp(last[0], weekday=last[1]),), place=town.place if town is not None else None)
        for line in body[max(3, len(body) - _SIGNATURE) :]:
            match = _PLACE_AND_DAY.fullmatch(line.words.strip(" .")) if len(line) < 80 else None
            day = whole_day(match.group(2)) if match else None
            if match is not None and day is not None and self._headers.is_town(match.group(1)):
                return Head(stamps=(Stamp(day[0], weekday=day[1]),), place=match.group(1))
        done = (m for line in body[-_SIGNATURE:] if (m := _DONE.match(line.words)) is not None)
        place = next((m.group(1) for m in done if next(days_in(m.string[m.end() :][:60]), None) is not None), None)
        return Head(place=place)

    def _stamped(self, words: str) -> Head | None:
        """A row below a text with its day and who put it on the page: "By Mission Chad | 5 June 2023 | Topics: News"."""
        found = self._headers.read(words) if "|" in words and _POSTED.match(words) else None
        return found if found is not None and found.stamps else None

    def _only_medium(self, words: str) -> Head | None:
        if len(words) > 40:
            return None
        medium = self._outlets.mark_at(words, 0)
        return Head(outlet=medium) if medium is not None and medium.known and medium.end >= len(words.rstrip(" .-")) else None

    def _is_biography(self, body: Sequence[Line]) -> bool:
        """Whether the last line tells of its author: somebody whom the text has not named before."""
        match = self._furniture.begins("biography", body[-1].words)
        if match is None:
            return False
        name = re.match(r"\W{0,3}((?:[A-Z][\w.'’-]+ ){2,4})", body[-1].words)
        return name is None or not any(name.group(1).strip() in line.words for line in body[:-1])

    def _untagged(self, body: list[Line]) -> tuple[list[Line], Medium | None]:
        """The body without the medium's mark behind the last sentence: "… cooperation. (VNA)"."""
        match = _TAG.search(body[-1].words, max(0, len(body[-1]) - 44)) if body else None
        if match is None:
            return body, None
        words = match.group().strip(" .—–-")
        medium = self._outlets.mark_at(words, 0)
        if medium is None or not medium.known or medium.end < len(words):
            return body, None
        return [*body[:-1], replace(body[-1], text=body[-1].text.slice(0, match.start()))], medium


def entry_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Places of the dates over the entries of a chronology: three and more, in order, most of them over whole sentences; or two
    months, each over entries that open with a day.
    """
    at = [i for i, line in enumerate(lines[:-1]) if len(line) < 45 and (d := whole_day(line.words)) and d[0].options]
    at = [i for i in at if whole_day(lines[i + 1].words) is None]
    if len(at) == FEWEST_ENTRIES - 1 and all(_DAY_OPENS.match(lines[i + 1].words) for i in at):
        return frozenset(at)
    if len(at) < FEWEST_ENTRIES or 3 * sum(is_closed(lines[i + 1].words) for i in at) < 2 * len(at):
        return frozenset()
    days = [d[0].options[0] for i in at if (d := whole_day(lines[i].words))]
    for first in (0, 1):  # the first may be the page's own
        if is_chronicle(days[first:]):
            return frozenset(at[first:])
    return frozenset()


def _rows(lines: Sequence[Line], at: int, length: int) -> Iterator[int]:
    """Places of the lines below `at` that a title of this length goes on in."""
    reached = len(lines[at])
    while reached < length and at + 1 < len(lines):
        at += 1
        reached += len(lines[at]) + 1
        yield at


def _is_on(title: str, below: Sequence[Line]) -> bool:
    """Whether a text opens with what its title names, and so is on it."""
    return any(line.words.removeprefix("The ").startswith(title.removeprefix("The ")) for line in below[:3])


def _is_told(words: str) -> bool:
    """Whether a line is the end of a text, or a note in brackets, and none of an address."""
    return is_closed(words) or words.endswith(")")


def _is_prose(line: Line) -> bool:
    return len(line) > 90 and is_closed(line.words)


def _is_headline(words: str) -> bool:
    """Whether most longer words are large, so that a full stop behind them may still close a title."""
    longer = [w for w in _HEADLINE.findall(words) if len(w) > 3]
    return len(words) < 100 and bool(longer) and sum(w[0].isupper() for w in longer) >= 0.9 * len(longer)
