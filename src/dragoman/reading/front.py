"""The front of an item: its title, its header lines, its dateline; and its body, without what closes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.lexicon.words import alternatives
from dragoman.reading.boilerplate import Furniture
from dragoman.reading.dateline import Dateline, Datelines
from dragoman.reading.days import days_in, whole_day
from dragoman.reading.header import Headers
from dragoman.reading.heads import Head, Stamp
from dragoman.reading.lines import Line, is_closed, plain
from dragoman.reading.outlets import Medium, Outlets
from dragoman.reading.parts import Hints
from dragoman.reading.split import Item
from dragoman.reading.wraps import joined

# Title and header lines stand within so many lines; a line longer than PROSE ends them.
ZONE, PROSE, LONGEST_TITLE = 14, 230, 300
SALUTATION = re.compile(
    rf"(?:dear|your (?:{alternatives('honours')})|excellency|excellencies|mr\.? (?:president|chairman|chair|"
    r"secretary[- ]general|speaker)|madam (?:president|chair\w*|secretary[- ]general|speaker)|sir|dear sirs?|"
    "comrades|ladies and gentlemen|distinguished (?:delegates|guests|colleagues|president)|respected (?:comrade|"
    r"mr|president)|esteemed|fellow citizens|my fellow \w+|compatriots|dear compatriots|dear (?:friends|"
    rf"colleagues|comrades))\b[^.!?]{{0,120}}[,:!]?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:to:?\s+the\b|(?:to:?\s+)?(?:H\.?\s?E\.?|His|Her|Hon|Mr|Mrs|Ms|Dr|The Honou?rable|The Right|"
    r"Excellency|Attention|Comrade)\b)",
    re.IGNORECASE,
)
_TURN = re.compile(r"(?:Q|A|Question|Answer|Reporter|Journalist|Interviewer)\s?\d*\s?[:.]\s", re.IGNORECASE)
_HANGS = re.compile(r"(?:\b(?:of|on|the|and|for|by|to|in|at|with|from|between|a|an|its|into|as|or)|[,–—-])$", re.IGNORECASE)
_TAKES_UP = re.compile(r"(?:of|on|and|for|by|to|in|at|with|from|between)\b|[a-z(]")
_FEWEST_ENTRIES = 3
_STOPS = re.compile(r"(?:\b(?:U\.S|U\.N|D\.P\.R\.K|R\.O\.K|P\.R\.C|Jr|Inc|Ltd|Co|No)\.)$")
_TAG = re.compile(r"(?<=[.!?\"'”’])\s*(?:[(/\[]{1,2}[\w .-]{2,30}[)/\]]{1,2}|[—–-]{1,2}\s?[\w .-]{2,30})\.?$")
# What official papers call themselves, under the name of their state.
_VEHICLE = re.compile(
    rf"(?:joint |official |press |government )*(?:{alternatives('vehicles-as-titles')})\b",
    re.IGNORECASE,
)
# Of what a page on a state tells.
_OF_STATE = re.compile(
    rf"^(?!.*\b(?:says?|said|will|has|have|is|are|was|were)\b).*\b(?:{alternatives('titles-of-overviews')})\b",
    re.IGNORECASE,
)
_PLACE_AND_DAY = re.compile(r"(?:done (?:at|in) )?([^\W\d_][\w' -]{2,30}), (?:(?:on |the )+)?(.{6,40})", re.IGNORECASE)
# "Done at Lusaka on 3 May 1995, in two originals ..."
_DONE = re.compile(
    r"(?i:done|signed|adopted|issued|given) (?:at|in) ((?:[^\W\d_a-z][\w'’.-]* ?){1,4}?),? (?=on |this |the |\d)"
)
# Where and when a paper was signed stands within so many lines of its end.
_SIGNATURE = 8
_HEADLINE = re.compile(r"[^\W\d_][\w'’-]*")


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

    def front(self, item: Item, hints: Hints) -> Front:
        """The front of `item`; `hints.title` is its title where the text has it."""
        lines, stamped = self._unnumbered(list(item.lines))
        heads: dict[int, Head] = {}
        zone = self._zone(lines, heads)
        if self._is_addressed(lines, zone, heads):  # "United Nations" under a name is no masthead
            free = next(i for i in range(zone) if i not in heads and self._datelines.read(lines[i].words) is None)
            heads = {i: head for i, head in heads.items() if i < free or not head.soft}
        at, title = self._title(lines, zone, heads, hints)
        if title is None and not self._is_addressed(lines, zone, heads):  # a soft line is the title where there is no other
            at, title = self._soft_title(lines, zone, heads)
        head = stamped or Head()
        for i, found in heads.items():
            if i != at:
                head = head.with_(found, above=at is not None and i < at)
        skip = {i for i in heads if i != at} | ({at} if at is not None else set())
        if at is not None and title is not None and len(title) > len(lines[at]):
            skip.add(at + 1)
        body = [line for i, line in enumerate(lines) if i not in skip]
        if head.title and title is None:
            title = self._labelled_title(lines, heads)
        body, closing = self._closed(body, item.after)
        closing = closing.with_(self._signed_at(body), above=False)
        body, tag = self._untagged(body)
        body, head = self._dated_below(body, head)
        dated, dateline = self._dateline(body, zone)
        return Front(title, head, tuple(body), dateline, dated, closing, tag)

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
                found = self._headers.state_line(line.words)
            if found is None and not titles and i + 1 < len(lines):
                following = lines[i + 1].words
                found = self._headers.state_over(line.words, following) or self._headers.medium_over(line.words, following)
            if found is None and i:
                found = self._headers.issue_line(line.words)
            if found is None and any(h.publisher or h.stamps for h in heads.values()):
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

    def _is_asked(self, words: str) -> bool:
        """Whether a medium has the turn: "TASS: What …?"."""
        label = words[: words.find(":", 0, 40)] if ":" in words[:40] and words.endswith("?") else ""
        found = next(self._outlets.find(label), None) if label else None
        return found is not None and not label[: found.start].strip()

    def _title(
        self, lines: Sequence[Line], zone: int, heads: dict[int, Head], hints: Hints
    ) -> tuple[int | None, Line | None]:  # fmt: skip
        wanted = _folded(hints.title) if hints.title else ""
        for i, line in enumerate(lines[: max(zone, 3)]) if wanted else ():
            if _folded(line.words) == wanted or (len(wanted) > 20 and _folded(line.words).startswith(wanted)):
                self._drop_above(lines, i, heads)
                return i, line
        if any(h.title for h in heads.values()):
            return None, None
        free = [i for i in range(zone) if i not in heads and self._datelines.read(lines[i].words) is None]
        if not free or (len(free) == len(lines) == 1):
            return None, None
        if self._is_addressed(lines, zone, heads):
            return None, None
        at = next((i for i in free if lines[i].heading), free[0])
        at = self._past_sections(lines, free, at, heads)
        at = self._past_letterhead(lines, free, at, heads)
        at = self._past_window(lines, free, at, heads)
        at = self._past_issue(lines, zone, free, at, heads)
        line = lines[at]
        if len(line) > LONGEST_TITLE or (zone == len(lines) and len(lines) > 1 and len(line) > 200):
            return None, None
        if at + 1 in free and self._names_state(line, lines[at + 1]):  # "Fiji" over "Foreign Relations: A History"
            return at, joined([line, lines[at + 1]])
        if at + 1 in free and not lines[at + 1].gap and self._runs_on(line, lines[at + 1]):
            line = joined([line, lines[at + 1]])
        return at, line

    def _names_state(self, line: Line, following: Line) -> bool:
        """Whether a line is a state's name alone, over a title that says what of it is told."""
        return self._headers.state_line(line.words) is not None and _OF_STATE.search(following.words) is not None

    def _past_sections(self, lines: Sequence[Line], free: list[int], at: int, heads: dict[int, Head]) -> int:
        """The title below the names of a page's sections ("Kremlin", "Events") that stand over it."""
        last = next((i for i in reversed(free[:3]) if self._furniture.is_a("menu", lines[i].words)), None)
        below = [i for i in free if last is not None and i > last and len(lines[i].words.split()) > 3]
        if last is None or not below or any(len(lines[i].words.split()) > 2 for i in free if i <= last):
            return at
        for i in free:
            if i <= last:
                heads[i] = Head()
        return below[0]

    def _past_letterhead(self, lines: Sequence[Line], free: list[int], at: int, heads: dict[int, Head]) -> int:
        """The title below the name of a state, its motto and its government, as official papers are headed."""
        state = self._headers.state_line(lines[at].words)
        below = next((i for i in free if at < i and _VEHICLE.match(lines[i].words)), None) if state is not None else None
        if below is None:
            return at
        for i in free:
            if i < below:
                heads[i] = state if i == at and state is not None else Head()
        return below

    def _past_window(self, lines: Sequence[Line], free: list[int], at: int, heads: dict[int, Head]) -> int:
        """The title where the line over it is that of the window: "Treaties of Peru - An Atlas" over "Treaties of Peru"."""
        window = _folded(lines[at].words)
        for below in (i for i in free if i > at):
            title = _folded(lines[below].words)
            if len(title) > 8 and re.match(re.escape(title) + r" [-|·•:] ", window):
                heads[at] = Head()
                return below
        return at

    def _past_issue(self, lines: Sequence[Line], zone: int, free: list[int], at: int, heads: dict[int, Head]) -> int:
        """The headline in capitals right over a dateline, where what stands over it is the name of the medium or its issue."""
        over = zone - 1
        if zone >= len(lines) or over not in free or over <= at or self._datelines.read(lines[zone].words) is None:
            return at
        if not lines[over].words.isupper() or lines[at].words.isupper():
            return at
        for i in free:
            if i < over:
                heads[i] = self._headers.read(lines[i].words) or Head()
        return over

    def _is_addressed(self, lines: Sequence[Line], zone: int, heads: dict[int, Head]) -> bool:
        """Whether the lines before a salutation are an address: a letter without a title."""
        if zone >= len(lines) or not SALUTATION.match(lines[zone].words):
            return False
        free = (i for i in range(zone) if i not in heads and self._datelines.read(lines[i].words) is None)
        first = next(free, None)
        return first is not None and _ADDRESS.match(lines[first].words) is not None

    def _drop_above(self, lines: Sequence[Line], title: int, heads: dict[int, Head]) -> None:
        """What stands over a title that is known is the page's: its sections and menus."""
        for i in range(title):
            if i not in heads and len(lines[i]) <= 60 and self._datelines.read(lines[i].words) is None:
                heads[i] = Head()

    def _soft_title(self, lines: Sequence[Line], zone: int, heads: dict[int, Head]) -> tuple[int | None, Line | None]:
        if any(h.title for h in heads.values()) or len(lines) < 2:
            return None, None
        soft = [i for i in range(zone) if i in heads and heads[i].soft]
        return (soft[-1], lines[soft[-1]]) if soft and len(soft) < len(lines) else (None, None)

    def _runs_on(self, line: Line, following: Line) -> bool:
        """Whether a title is broken over two lines."""
        if line.heading != following.heading or len(following) > 160:
            return False
        capitals = line.words.isupper() and following.words.isupper()
        return capitals or _HANGS.search(line.words) is not None or _TAKES_UP.match(following.words) is not None

    def _labelled_title(self, lines: Sequence[Line], heads: dict[int, Head]) -> Line | None:
        """The value of a "Title: …" line."""
        for i, head in heads.items():
            label = self._furniture.label(lines[i].words) if head.title else None
            if label is not None:
                text = lines[i].text
                return Line(text.slice(label[2], len(text)).strip())
        return None

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
        while len(body) > 1:
            words = body[-1].words.strip("()[] ")
            found = self._headers.closing(words) or self._only_medium(words)
            if found is None and not self._furniture.is_a("rule", words):
                break
            closing = closing.with_(found or Head(), above=False)
            body = body[:-1]
        while len(body) > 2 and self._is_biography(body):
            body = body[:-1]
        return body, closing

    def _signed_at(self, body: Sequence[Line]) -> Head:
        """Where and when a paper was signed, from a line of its own near its end: "Lima, 3 May 1995"."""
        last = whole_day(body[-1].words.strip(" .")) if len(body) > 2 and len(body[-1]) < 40 else None
        if last is not None and last[0].options:
            town = self._headers.town_line(body[-2].words)
            return Head(stamps=(Stamp(last[0], weekday=last[1]),), place=town.place if town is not None else None)
        for line in body[max(3, len(body) - _SIGNATURE) :]:
            match = _PLACE_AND_DAY.fullmatch(line.words.strip(" .")) if len(line) < 80 else None
            day = whole_day(match.group(2)) if match else None
            if match is not None and day is not None and self._headers.town_line(match.group(1)) is not None:
                return Head(stamps=(Stamp(day[0], weekday=day[1]),), place=match.group(1))
        done = (m for line in body[-_SIGNATURE:] if (m := _DONE.match(line.words)) is not None)
        place = next((m.group(1) for m in done if next(days_in(m.string[m.end() :][:60]), None) is not None), None)
        return Head(place=place)

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
    """Places of the dates over the entries of a chronology: three and more, in order, most of them over whole sentences."""
    at = [i for i, line in enumerate(lines[:-1]) if len(line) < 45 and (d := whole_day(line.words)) and d[0].options]
    at = [i for i in at if whole_day(lines[i + 1].words) is None]
    if len(at) < _FEWEST_ENTRIES or 3 * sum(is_closed(lines[i + 1].words) for i in at) < 2 * len(at):
        return frozenset()
    days = [d[0].options[0] for i in at if (d := whole_day(lines[i].words))]
    for first in (0, 1):  # the first may be the page's own
        if len(at) - first >= _FEWEST_ENTRIES and days[first:] in (sorted(days[first:]), sorted(days[first:], reverse=True)):
            return frozenset(at[first:])
    return frozenset()


def _folded(words: str) -> str:
    return " ".join(plain(words).lower().split()).rstrip(" .")


def _is_headline(words: str) -> bool:
    """Whether most longer words are large, so that a full stop behind them may still close a title."""
    longer = [w for w in _HEADLINE.findall(words) if len(w) > 3]
    return len(words) < 100 and bool(longer) and sum(w[0].isupper() for w in longer) >= 0.9 * len(longer)
