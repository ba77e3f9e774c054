"""What belongs to a page and to no document: known by the lexicon's words, never by the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Boilerplate
from dragoman.reading.lines import Line, is_closed, plain
from dragoman.text import Traced

# Beyond this a line is prose, whatever it begins with.
LONGEST = 700
_NEVER = re.compile(r"(?!)")
_CELL_MARKS = "|·•»>"
_DASHED_CELLS = re.compile(r"\s[-–]\s")
_CELLS = re.compile(rf"\s*[{_CELL_MARKS}]\s*|\s{{2,}}")
# Where a mark begins, or a mark that touches the word before it. A word ends an item only on a line of its own ("End"), or
# where it is no other word ("Enditem").
_MARK_STARTS = re.compile(r"(?<!\S)(?:[^\w\s]|_|(?:endit(?:em)?\.?|nnnn)$)|(?<=[.!?\"')\]])[-=#/(\[*■◼▪●]", re.IGNORECASE)
_PROSE_ENDS = frozenset(".,:;?!\"'”’")
# What stands between the sections on the way to a page: "Example.org / Politics / Interviews", "Press room > Communiqués".
_STEP = re.compile(r"\s+[/>»›→]\s+")
_RAISED = re.compile("[¹²³⁴⁵⁶⁷⁸⁹⁰]")
# The name of a site with what it says of itself, over its menu in the first lines.
_LONGEST_NAME, _HEAD = 90, 5
# A row of a menu below the text is in so many last lines.
_FOOT = 10
# A closed line right under that row that is longer is the page's text.
_LONGEST_LEAD = 140
_NUMBER = re.compile(r"\+?[\d\s()-]{5,20}")
# What a site's menu begins with.
_FIRST = frozenset({"home", "home page", "homepage", "main page"})
# So near each other stand the way to a page and the title that it ends with; and of so few and short words are cells of a menu.
_BELOW, _CELL_WORDS, _LONGEST_CELL = 5, 5, 36
# What readers do with an article: "Read  Edit  View history".
_TOOLS = re.compile(r"\b(?:view history|talk\s+read|edit source|read\s+edit|edit\s+view)\b", re.IGNORECASE)
# The tabs of an article, under its title.
_TABS = re.compile(r"\d{1,3} languages|add languages|article", re.IGNORECASE)
_SPACES = re.compile(r"[ \t]{2,}|\t")


class Furniture:
    """The lexicon's boilerplate, one compiled pattern per part."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words: dict[str, frozenset[str]] = {}
        self._whole: dict[str, re.Pattern[str]] = {}
        self._longest: dict[str, int] = {}
        entries = lexicon.all(Boilerplate)
        for part in {e.part for e in entries}:
            mine = [e for e in entries if e.part == part]
            self._words[part] = frozenset(w for e in mine for w in e.words)
            patterns = [p for e in mine for p in e.patterns]
            self._whole[part] = re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE) if patterns else _NEVER
            self._longest[part] = max(e.longest for e in mine)
        # A line is looked at by several steps of reading.
        self._seen = {part: lru_cache(maxsize=1024)(partial(self._is_a, part)) for part in self._words}

    def is_a(self, part: str, words: str) -> bool:
        """Whether `words`, a whole line, is of this part."""
        return len(words) <= self._longest.get(part, 0) and self._seen[part](words)

    def _is_a(self, part: str, words: str) -> bool:
        folded = plain(words).strip()
        return folded.lower().strip(" \t»›>") in self._words[part] or self._whole[part].fullmatch(folded) is not None

    def begins(self, part: str, words: str) -> re.Match[str] | None:
        """How a line of this part begins `words`."""
        return self._whole[part].match(plain(words)) if len(words) <= self._longest.get(part, 0) else None

    def label(self, words: str) -> tuple[str, str, int] | None:
        """(part, label, where the value begins) for "Date: 1 May" and its like."""
        colon = words.find(":", 0, 40)
        if colon < 0:
            return None
        name = plain(words[:colon]).strip(" *_[(").lower()
        for part in LABELS:
            if name in self._words.get(part, ()):
                value = colon + 1
                while value < len(words) and words[value] in " \t*_":
                    value += 1
                return part, name, value
        return None

    def is_furniture(self, words: str) -> bool:
        """Whether a line belongs to the page alone, wherever it stands."""
        if len(words) > LONGEST:
            return False
        if self.is_a("line", words) or self.begins("opening", words) is not None:
            return True
        return self._is_menu_row(words) or self._is_path(words)

    def is_row(self, words: str) -> bool:
        """Whether a line is a row of a site's menu."""
        return len(words) <= LONGEST and (self._is_menu_row(words) or self._is_path(words))

    def _is_path(self, words: str) -> bool:
        """Whether a line is the way to a page, whose last step is a section that sites have."""
        steps = _STEP.split(words.strip()) if len(words) < 120 else []
        if not 2 <= len(steps) <= 6 or any(len(step) > 40 for step in steps):
            return False
        return any(self.is_a(part, steps[-1]) for part in ("menu", "line", "kicker"))

    def _is_menu_row(self, words: str) -> bool:
        dashed = len(words) < _LONGEST_NAME and (" - " in words or " – " in words)
        if dashed and all(self.is_a("line", c) for c in _DASHED_CELLS.split(words)):
            return True
        marks = sum(map(words.count, _CELL_MARKS)) + words.count("  ")
        if len(words) >= 300 or not marks:
            return False
        cells = _CELLS.split(words)
        if marks == 1:  # "Print this page | Share"
            return all(self.is_a("line", c) for c in cells)
        known = sum(
            len(c) == 1 or self.is_a("menu", c) or self.is_a("line", c) or _NUMBER.fullmatch(c) is not None for c in cells
        )
        return known * 2 >= len(cells) or (len(cells) > 3 and cells[0].strip().lower() in _FIRST)

    def unmarked(self, text: Traced) -> Traced:
        """`text` without marks that refer to notes, and without superfluous spaces."""
        if "[" in text.text or (not text.text.isascii() and _RAISED.search(text.text)):
            # Marks are known with straight quotes before them; `plain` keeps every offset.
            text = _without(text, self._whole["mark"].finditer(plain(text.text)))
        return (text.substitute(_SPACES, " ") if "  " in text.text or "\t" in text.text else text).strip()

    def ending(self, words: str) -> int | None:
        """Where the mark that ends an item begins in a line that it closes (0: the line is nothing else)."""
        if (
            len(words) > self._longest["end"]
            and words[-1] in _PROSE_ENDS
            and words[-2].isalnum()
            and words[-3:-1].lower() not in ("em", "it")
        ):
            return None
        tail = max(0, len(words) - self._longest["end"])
        folded = plain(words[tail:])
        if not tail and self._whole["end"].fullmatch(folded.strip()):
            return 0
        for match in _MARK_STARTS.finditer(folded):
            if match.start() and self._whole["end"].fullmatch(folded[match.start() :]):
                return tail + len(folded[: match.start()].rstrip())
        return None


LABELS = ("date", "captured", "updated", "title", "source", "author", "place", "speaker", "occasion", "addressee", "other")


def _without(text: Traced, matches: Iterable[re.Match[str]]) -> Traced:
    pieces, last = [], 0
    for match in matches:
        pieces.append(text.slice(last, match.start()))
        last = match.end()
    return Traced.join([*pieces, text.slice(last, len(text))]) if pieces else text


def titled_by_path(lines: Sequence[Line]) -> list[Line]:
    """`lines` with the one for a heading that the way to the page, in the first lines, ends with."""
    out = list(lines)
    for i, line in enumerate(lines[:_HEAD]):
        steps = _STEP.split(line.words) if len(line) < LONGEST else []
        for at in range(i + 1, min(i + 1 + _BELOW, len(lines))) if len(steps) > 1 else ():
            if lines[at].words.strip().lower() == steps[-1].strip().lower():
                out[at] = replace(lines[at], heading=True)
                return out
    return out


def without_furniture(lines: Sequence[Line], furniture: Furniture, keep: Callable[[str], bool]) -> list[Line]:
    """`lines` without furniture and without runs of short lines that are a menu; `keep` holds back what looks like it."""
    menu = _menus(lines, furniture) | _head_rows(lines) | _foot_rows(lines, furniture)
    return [line for i, line in enumerate(lines) if not (i in menu or furniture.is_furniture(line.words)) or keep(line.words)]


def without_masthead(lines: Sequence[Line], furniture: Furniture, known: Callable[[str], bool]) -> list[Line]:
    """`lines` without what a site says of itself over the first row of its menu; what is `known` to tell more stays."""
    row = next((i for i, line in enumerate(lines[:_HEAD]) if furniture.is_row(line.words)), None)
    if row is not None and _TOOLS.search(lines[row].words):
        return list(lines)  # under the title of an article in an encyclopedia
    if row is None or row + 2 >= len(lines):
        return list(lines)
    below = next((line for line in lines[row + 1 :] if not furniture.is_furniture(line.words)), None)
    if below is None or (len(below) > _LONGEST_LEAD and below.words[-1] in '.:"”'):
        return list(lines)  # the text stands right under the row: its title is over it
    over = [line for line in lines[:row] if not furniture.is_furniture(line.words) and not known(line.words)]
    if len(over) > 2 or any(len(line) > _LONGEST_NAME or line.words[-1] in '?!:"”' for line in over):
        return list(lines)
    return [line for line in lines if line not in over]


def _head_rows(lines: Sequence[Line]) -> set[int]:
    """Places of rows of short names without figures that bars part, over the page's text but not over all of it."""
    body = next((i for i, line in enumerate(lines) if len(line) > _LONGEST_NAME and is_closed(line.words)), 0)
    rows = {
        i
        for i, line in enumerate(lines[: min(body, _HEAD)])
        if sum(map(line.words.count, "|·•")) > 1 and _is_row_of_names(line.words)
    }
    return rows if len(rows) < min(body, _HEAD) else set()


def _foot_rows(lines: Sequence[Line], furniture: Furniture) -> set[int]:
    """Places of such rows below a page's text, of which one cell is of a menu."""
    out: set[int] = set()
    for i in range(len(lines) - 1, max(0, len(lines) - _FOOT), -1):
        words = lines[i].words
        if len(words) > _LONGEST_NAME and is_closed(words):
            break
        if "|" in words and _is_row_of_names(words):
            cells = [c.strip() for c in words.split("|")]
            if any(furniture.is_a("menu", c) or furniture.is_a("line", c) for c in cells):
                out.add(i)
    return out


def _is_row_of_names(words: str) -> bool:
    cells = [c.strip() for c in re.split(r"[|·•]", words)]
    return not any(c.isdigit() for c in words) and all(
        0 < len(c) <= _LONGEST_CELL and len(c.split()) <= _CELL_WORDS and c[0].isupper() for c in cells
    )


def _menus(lines: Sequence[Line], furniture: Furniture) -> set[int]:
    """Places of short lines that follow each other and of which several are words of menus."""
    out: set[int] = set()
    run: list[int] = []
    for i in range(len(lines) + 1):
        short = i < len(lines) and len(lines[i]) <= 32 and len(lines[i].words.split()) <= 4
        if short and lines[i].words[-1] not in ".,;:" and not _is_over_tabs(lines, i):
            run.append(i)
            continue
        known = [j for j in run if furniture.is_a("menu", lines[j].words) or furniture.is_a("line", lines[j].words)]
        if len(run) >= 3 and len(known) * 2 >= len(run):
            # Only from the first to the last known word: a title may stand right after a menu.
            out.update(range(known[0], known[-1] + 1))
        run = []
    return out


def _is_over_tabs(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the title over an article's tabs: "12 languages", "Article", "Talk"."""
    below = [line.words.strip().lower() for line in lines[at + 1 : at + 5]]
    return len(below) > 1 and _TABS.fullmatch(below[0]) is not None and "talk" in below
