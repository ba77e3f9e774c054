"""How the title of an item is found. The steps are in this order, over all of reading:

1. A form gives it (`forms/`: metadata, the head of a file), or it is the first heading of its markup: `blocks.lay_out` puts it
   at the head of the lines where it is not there, and takes it out where it is there twice.
2. The way to a page ends with it: `boilerplate.titled_by_path` makes that line a heading.
3. It stands behind its number and date: `Fronts` takes these off it and makes the rest a heading.
4. `Titles.find` looks for it in the zone of title and header lines, by the first of its `FINDERS` that answers.
5. `sheet` leaves it out where the text says it again right under itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dragoman.lexicon.words import alternatives
from dragoman.reading.boilerplate import Furniture
from dragoman.reading.dateline import Datelines
from dragoman.reading.header import Headers
from dragoman.reading.heads import Head
from dragoman.reading.letterheads import ORGANS
from dragoman.reading.letters import SALUTATION
from dragoman.reading.lines import Line, plain
from dragoman.reading.parts import Hints
from dragoman.reading.wraps import joined

# The header lines of an item by their places.
Heads = dict[int, Head]
# The place of a title and the title, which may go on in the line below; (None, None) where there is none, without a place where
# a header line holds it.
Found = tuple[int | None, Line | None]
NONE: Found = (None, None)
# A title is no longer than this, in characters.
LONGEST = 300
_ADDRESS = re.compile(
    r"(?:to:?\s+the\b|(?:to:?\s+)?(?:H\.?\s?E\.?|His|Her|Hon|Mr|Mrs|Ms|Dr|The Honou?rable|The Right|"
    r"Excellency|Attention|Comrade)\b)",
    re.IGNORECASE,
)
_HANGS = re.compile(r"(?:\b(?:of|on|the|and|for|by|to|in|at|with|from|between|a|an|its|into|as|or)|[,–—-])$", re.IGNORECASE)
# What is said of a text under its title in capitals: "(Unofficial translation)", "[Excerpts]".
_REMARK = re.compile(r"[(\[].*[)\]]")
_TAKES_UP = re.compile(r"(?:of|on|and|for|by|to|in|at|with|from|between)\b|[a-z(]")
# What official papers call themselves, under the name of their state.
_VEHICLE = re.compile(
    rf"(?:joint |official |press |government )*(?:{alternatives('vehicles-as-titles')})\b",
    re.IGNORECASE,
)
# A title in capitals is of so many lines at most; one that says who speaks has most.
_ROWS = 6
_SPOKEN_BY = re.compile(
    r"(?:statement|address|speech|remarks|message|intervention|lecture)(?: (?:delivered|made))? (?:by|of)\b", re.IGNORECASE
)
# A work of reference over an entry, and the part of it that the entry is in.
_WORK = re.compile(
    rf"[^.!?:]{{3,70}}\b(?:{alternatives('works-of-reference')})(?:,? (?:of )?[12]\d{{3}}(?:[-/]\d{{2,4}})?)?(?:,? edition)?",
    re.IGNORECASE,
)
_CHAPTER = re.compile(r"(?:chapter|part|section|volume|vol\.?|book) [\dIVXLC]+\b.{0,60}", re.IGNORECASE)
# What parts the name of a site from its section, and how such sections are called.
_SITE = re.compile(r"\s+[-|:·»>]+\s+")
_HOUSE = re.compile(r"\b(?:parliament|assembly|senate|congress|house|council|chamber|diet|bundestag)\b", re.IGNORECASE)
_SECTION = re.compile(alternatives("sections-of-sites"), re.IGNORECASE)
# Of what a page on a state tells.
_OF_STATE = re.compile(
    rf"^(?!.*\b(?:says?|said|will|has|have|is|are|was|were)\b).*\b(?:{alternatives('titles-of-overviews')})\b",
    re.IGNORECASE,
)


class Titles:
    """Finds titles with one lexicon."""

    def __init__(self, furniture: Furniture, datelines: Datelines, headers: Headers) -> None:
        self._furniture = furniture
        self._datelines = datelines
        self._headers = headers

    def find(self, lines: Sequence[Line], zone: int, heads: Heads, hints: Hints) -> Found:
        """The title among `lines`, whose first `zone` are title and header lines. What stands over it joins `heads`."""
        for finder in FINDERS:
            found = finder(self, lines, zone, heads, hints)
            if found is not None:
                return found
        return NONE

    def _known(self, lines: Sequence[Line], zone: int, heads: Heads, hints: Hints) -> Found | None:
        """The line that is, or begins with, the title that the form gave."""
        wanted = _folded(hints.title) if hints.title else ""
        for i, line in enumerate(lines[: max(zone, 3)]) if wanted else ():
            if _folded(line.words) == wanted or (len(wanted) > 20 and _folded(line.words).startswith(wanted)):
                self._drop_above(lines, i, heads)
                return i, line
        return None

    def _labelled(self, lines: Sequence[Line], _: int, heads: Heads, __: Hints) -> Found | None:
        """The value of a "Title: …" line."""
        if not any(h.title for h in heads.values()):
            return None
        for i, head in heads.items():
            label = self._furniture.label(lines[i].words) if head.title else None
            if label is not None:
                text = lines[i].text
                return None, Line(text.slice(label[2], len(text)).strip())
        return NONE

    def _letters(self, lines: Sequence[Line], zone: int, heads: Heads, _: Hints) -> Found | None:
        """None at all: what stands over the salutation of a letter is its address."""
        return NONE if self.addressed(lines, zone, heads) is not None else None

    def _free(self, lines: Sequence[Line], zone: int, heads: Heads, _: Hints) -> Found | None:
        """The first heading among lines that say nothing else, or the first of these; below what only stands over titles."""
        free = self._unread(lines, zone, heads)
        if not free or (len(free) == len(lines) == 1):
            return None
        at = next((i for i in free if lines[i].heading), free[0])
        for past in PAST:
            at = past(self, lines, zone, free, at, heads)
        line = lines[at]
        if len(line) > LONGEST or (zone == len(lines) and len(lines) > 1 and len(line) > 200):
            return None
        if at + 1 in free and self._names_state(line, lines[at + 1]):  # "Fiji" over "Foreign Relations: A History"
            return at, joined([line, lines[at + 1]])
        if at + 1 in free and not lines[at + 1].gap and self._runs_on(line, lines[at + 1]):
            line = joined([line, lines[at + 1]])
            for i in range(at + 2, at + _ROWS):
                if i not in free or lines[i].gap or len(line) + len(lines[i]) > LONGEST or not self._goes_on(line, lines[i]):
                    break
                line = joined([line, lines[i]])
        return at, line

    def _soft(self, lines: Sequence[Line], zone: int, heads: Heads, _: Hints) -> Found | None:
        """The last header line that would be a title were there no other, where there is none."""
        if len(lines) < 2:
            return None
        soft = [i for i in range(zone) if i in heads and heads[i].soft and not heads[i].place]
        return (soft[-1], lines[soft[-1]]) if soft and len(soft) < len(lines) else None

    def _unread(self, lines: Sequence[Line], zone: int, heads: Heads) -> list[int]:
        """Places in the zone of lines that are no header lines and no datelines."""
        return [i for i in range(zone) if i not in heads and self._datelines.read(lines[i].words) is None]

    def _past_sections(self, lines: Sequence[Line], _: int, free: list[int], at: int, heads: Heads) -> int:
        """The title below the names of a page's sections ("Kremlin", "Events") that stand over it."""
        last = next((i for i in reversed(free[:3]) if self._furniture.is_a("menu", lines[i].words)), None)
        below = [i for i in free if last is not None and i > last and len(lines[i].words.split()) > 3]
        if last is None or not below or any(len(lines[i].words.split()) > 2 for i in free if i <= last):
            return at
        for i in free:
            if i <= last:
                heads[i] = Head()
        return below[0]

    def _past_site(self, lines: Sequence[Line], _: int, free: list[int], at: int, heads: Heads) -> int:
        """The title below the line of a site and its section: "Hansard - Written Answers", "Archive of X | Speeches"."""
        name, *sections = _SITE.split(plain(lines[at].words))
        below = next((i for i in free if i > at), None)
        if below is None:
            below = next((i for i in sorted(heads) if i > at and heads[i].soft and heads[i].kicker), None)
        if below is None or not sections or not all(_SECTION.fullmatch(s.strip()) for s in sections):
            return at
        house = name.strip().lower() in ORGANS or _HOUSE.search(name) is not None
        own = not house and self._headers.letterheads.state_line(name.strip())
        if own:  # "Chad - Speeches"
            return at
        heads[at] = Head()
        return below

    def _past_work(self, lines: Sequence[Line], _: int, free: list[int], at: int, heads: Heads) -> int:
        """The title of an entry below its work and its chapter: "World Treaties Yearbook", "Chapter 4 | Asia"."""
        below = [i for i in free if i > at and not _CHAPTER.fullmatch(lines[i].words)]
        if not _WORK.fullmatch(lines[at].words) or not below:
            return at
        for i in free:
            if i < below[0]:
                heads[i] = Head()
        return below[0]

    def _past_letterhead(self, lines: Sequence[Line], _: int, free: list[int], at: int, heads: Heads) -> int:
        """The title below the name of a state, its motto and its government, as official papers are headed."""
        state = self._headers.letterheads.state_line(lines[at].words)
        below = next((i for i in free if at < i and _VEHICLE.match(lines[i].words)), None) if state is not None else None
        if below is None:
            return at
        for i in free:
            if i < below:
                heads[i] = state if i == at and state is not None else Head()
        return below

    def _past_window(self, lines: Sequence[Line], _: int, free: list[int], at: int, heads: Heads) -> int:
        """The title where the line over it is that of the window: "Treaties of Peru - An Atlas" over "Treaties of Peru"."""
        window = _folded(lines[at].words)
        for below in (i for i in free if i > at):
            title = _folded(lines[below].words)
            if len(title) > 8 and re.match(re.escape(title) + r" [-|·•:] ", window):
                heads[at] = Head()
                return below
        return at

    def _past_issue(self, lines: Sequence[Line], zone: int, free: list[int], at: int, heads: Heads) -> int:
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

    def addressed(self, lines: Sequence[Line], zone: int, heads: Heads) -> int | None:
        """Where the address begins that the lines before a salutation are, in a letter without a title."""
        if zone >= len(lines) or not SALUTATION.match(lines[zone].words):
            return None
        first = next(iter(self._unread(lines, zone, heads)), None)
        return first if first is not None and _ADDRESS.match(lines[first].words) is not None else None

    def _drop_above(self, lines: Sequence[Line], title: int, heads: Heads) -> None:
        """What stands over a title that is known is the page's: its sections and menus."""
        for i in range(title):
            if i not in heads and len(lines[i]) <= 60 and self._datelines.read(lines[i].words) is None:
                heads[i] = Head()

    def _names_state(self, line: Line, following: Line) -> bool:
        """Whether a line is a state's name alone, over a title that says what of it is told."""
        return self._headers.letterheads.state_line(line.words) is not None and _OF_STATE.search(following.words) is not None

    def _goes_on(self, line: Line, following: Line) -> bool:
        """Whether a title in capitals of several lines goes on: "STATEMENT BY", "H.E. MR. X", "MINISTER OF", "AT THE"."""
        if not (line.words.isupper() and following.words.isupper()):
            return False
        hangs = _HANGS.search(line.words) is not None or _TAKES_UP.match(following.words.lower()[:12]) is None
        return _SPOKEN_BY.match(line.words) is not None or not hangs

    def _runs_on(self, line: Line, following: Line) -> bool:
        """Whether a title is broken over two lines."""
        if line.heading != following.heading or len(following) > 160:
            return False
        if line.words.isupper() and _REMARK.fullmatch(following.words) and not following.words.isupper():
            return False
        capitals = line.words.isupper() and following.words.isupper()
        return capitals or _HANGS.search(line.words) is not None or _TAKES_UP.match(following.words) is not None


# In this order: what is known, what is labelled, letters that have none, what stands free, what may stand for one.
FINDERS: tuple[Callable[[Titles, Sequence[Line], int, Heads, Hints], Found | None], ...] = (
    Titles._known,
    Titles._labelled,
    Titles._letters,
    Titles._free,
    Titles._soft,
)
# What a title stands below, where it does.
PAST: tuple[Callable[[Titles, Sequence[Line], int, list[int], int, Heads], int], ...] = (
    Titles._past_sections,
    Titles._past_site,
    Titles._past_work,
    Titles._past_letterhead,
    Titles._past_window,
    Titles._past_issue,
)


def _folded(words: str) -> str:
    return " ".join(plain(words).lower().split()).rstrip(" .")
