"""Lists of other stories on a page -> entries with title, date and first sentence; the page goes on without them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.reading.boilerplate import Furniture
from dragoman.reading.days import Day, day_at, whole_day
from dragoman.reading.lines import Line, is_closed, plain
from dragoman.reading.signs import Signed
from dragoman.text import Traced

# A paragraph longer than this is no part of a list.
LONGEST = 480
_BULLET = re.compile(r"(?:[-*•·▪●○»>→]|\d{1,2}[.)])\s+")
_MORE = Signed(
    re.compile(
        r"[\s.…]*(?:\[?(?:…|\.\.\.)\]?\s*)?(?:read more|continue reading|more|full story)\s*(?:…|\.\.\.|»|→|"
        r">)*\s*$",
        re.IGNORECASE,
    ),
    ("more", "continue reading", "full story"),
)
# What a page of news is headed with.
_NEWEST = re.compile(r"(?:latest|top|recent|breaking|all|main) ", re.IGNORECASE)
# So many lines, and no longer, stand over a text at most.
_HEAD_LINES, _SHORT = 14, 90
# So many titles make a list.
_FEW = 2
_DATED = re.compile(r"\s*[-|·•,–—(\[]\s*([^|·•()\[\]]{6,40}?)\s*[)\]]?$")
# "Whose river? A treaty and its critics"
_ASKS = re.compile(r"[^.!?]{4,40}\?\s+[A-Z][^.!?]*$")
_NUMBERED = re.compile(r"(?:no|nr|number)\.?\s?:?\s?\d[\w/-]*\s?,\s?([^,|]{6,30}),\s(?=\S)", re.IGNORECASE)
# "28.10.2024 The President arrived in Riga"
_FIGURES_FIRST = re.compile(
    r"((?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?:,? \d{1,2}:\d\d)?)\s+(?=[^\W\d_])"
)
_DATE_FIRST = re.compile(r"([^|·•]{6,40}?)\s*(?:[|·•:–—]|\s-)\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A story that a page lists: its title, its sentence where the page shows one, and the date beside it."""

    title: Traced
    sentence: Traced | None = None
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line of a list by what it is: `title`, `sentence` or `date`."""

    what: str
    line: Line
    day: Day | None = None


def without_lists(lines: Sequence[Line], furniture: Furniture, *, encyclopedic: bool = False) -> tuple[list[Line], list[Entry]]:
    """The lines of the page itself, and the stories that its lists name.

    A list begins at its heading, or where dated titles follow each other, and ends at prose or with the page. A page's
    own "see also" section in an encyclopedia goes with its notes.
    """
    main: list[Line] = []
    entries: list[Entry] = []
    dated = sum(whole_day(line.words) is not None for line in lines)
    at = told = 0
    while at < len(lines):
        words = lines[at].words
        if words.endswith("]"):  # "References[edit]"
            words = furniture.unmarked(lines[at].text).text
        notes = encyclopedic and plain(words).lower().strip(": ") == "see also"
        if notes or (furniture.is_a("tail", words) and _may_close(lines, at, main)):
            entries += _below(lines[at + 1 :], furniture)
            break
        if furniture.is_a("tags", words) and at + 1 < len(lines) and _is_short(lines[at + 1]):
            at += 2
            continue
        headed = furniture.is_a("list", words)
        end = None
        if headed:
            end = _end_of_list(lines, at + 1, furniture, begun=told > LONGEST)
        elif dated > 1:
            end = _end_of_unheaded(lines, at)
        if end is not None and end > at:
            entries += _entries(lines[at + headed : end], furniture)
            at = end
            continue
        if len(words) > 30 and _is_to_begin(main) and _MORE.search(words) and at + 1 < len(lines):
            entries += _entries([lines[at]], furniture)  # "Statement on the Anniversary ... Read more", over the title
            at += 1
            continue
        aside = furniture.begins("aside", words)
        if aside and len(words) - aside.end() > 12 and main:
            # "Related: ...", and the titles right under it.
            end = at + 1
            while end < len(lines) and not lines[end].gap and is_title(lines[end].words):
                if furniture.begins("aside", lines[end].words):
                    break
                end += 1
            entries += _entries([_cut(lines[at], aside.end()), *lines[at + 1 : end]], furniture)
            at = end
            continue
        if not (headed and (furniture.is_furniture(words) or (_NEWEST.match(words) and _is_to_begin(main)))):
            main.append(lines[at])
            told += len(lines[at])
        at += 1
    return main, entries


def _is_short(line: Line) -> bool:
    """Whether a line is no longer than a few words, without a sentence's end."""
    return len(line) < _SHORT and not is_closed(line.words)


def _below(lines: Sequence[Line], furniture: Furniture) -> list[Entry]:
    """The dated stories that a list names below what closes the page's own text."""
    at = next((i for i, line in enumerate(lines) if furniture.is_a("list", line.words)), len(lines))
    end = _end_of_list(lines, at + 1, furniture, begun=True)
    return [e for e in _entries(lines[at + 1 : end], furniture) if e.day is not None] if end is not None else []


def _is_to_begin(main: Sequence[Line]) -> bool:
    """Whether a page's own text has not begun yet."""
    return len(main) <= _HEAD_LINES and all(len(line) < _SHORT for line in main)


def _cut(line: Line, start: int) -> Line:
    return Line(line.text.slice(start, len(line.text)).strip(), line.gap, line.indent)


def _may_close(lines: Sequence[Line], at: int, main: Sequence[Line]) -> bool:
    """Whether what went before is the page's text: a note on the author may also stand before it."""
    before = sum(len(line) for line in main)
    after = sum(len(line) for line in lines[at + 1 :])
    return bool(main) and (before >= 400 or before >= after)


def _end_of_list(lines: Sequence[Line], start: int, furniture: Furniture, *, begun: bool) -> int | None:
    """Where the list that a heading opened ends; None where the heading heads nothing.

    Prose ends a list. It goes on with the page's text where that has `begun`; else it takes back its own title and the
    head lines under that.
    """
    end = start
    while end < len(lines):
        words = lines[end].words
        if furniture.is_a("tail", words) or len(words) > LONGEST:
            break
        if end > start and furniture.is_a("list", words) and not furniture.is_furniture(words):
            break
        if not begun and _is_told_in_full(lines, end):
            break
        end += 1
    if end < len(lines) and (len(lines[end]) > LONGEST or _is_told_in_full(lines, end)) and not begun:
        while end > start and _is_no_title(lines[end - 1].words, furniture):
            end -= 1
        end -= end > start
    body = [line for line in lines[start:end] if not furniture.is_furniture(line.words)]
    return end if body and any(len(line.words.split()) > 2 for line in body) else None


def _is_no_title(words: str, furniture: Furniture) -> bool:
    """Whether a line over a page's text is a date, a head line or furniture, or too long for its title."""
    return (
        not is_title(words)
        or whole_day(words) is not None
        or furniture.is_furniture(words)
        or furniture.label(words) is not None
    )


def _is_told_in_full(lines: Sequence[Line], at: int) -> bool:
    """Whether two paragraphs follow each other there, as under no title of a list."""
    both = [line.words for line in lines[at : at + 2]]
    return len(both) == 2 and both[0] != both[1] and all(len(w) > _SHORT and is_closed(w) and not is_title(w) for w in both)


def _end_of_unheaded(lines: Sequence[Line], at: int) -> int | None:
    """Where a list without a heading ends that begins at `at`: titles written twice, or three and more dated titles."""
    if len(lines) - at < 4 or len(lines[at]) > LONGEST or not is_title(lines[at].words):
        return None
    end, dates, doubles, last = at, list[int](), 0, at
    doubled = lines[at].words == lines[at + 1].words
    while end < len(lines) and len(lines[end]) <= LONGEST and end - last <= 5:
        if whole_day(lines[end].words):
            dates.append(end)
            last = end
            if not doubled and _is_uneven(at, dates):
                return None
        elif end + 1 < len(lines) and lines[end].words == lines[end + 1].words and is_title(lines[end].words):
            doubles += 1
        end += 1
    first_date = next((i for i in range(at, min(end, at + 5)) if whole_day(lines[i].words)), None)
    if first_date is None or not (len(dates) >= 3 or (len(dates) >= 2 and doubles >= 2)):
        return None
    under = False
    if doubles >= 2:
        if not doubled:
            return None
    elif not _is_even(lines, at, last):
        return None
    else:
        step = _step(lines, at, last)
        under = step == 3 and _stands_under_titles(lines, first_date, last)
        if first_date - at != (1 if under else step - 1):
            return None
    stop = last + 1
    if under and stop < len(lines) and not is_title(lines[stop].words):
        stop += 1
    while stop < len(lines) and stop < last + 3 and lines[stop].words in {line.words for line in lines[at:last]}:
        stop += 1
    return stop


def _is_uneven(at: int, dates: Sequence[int]) -> bool:
    """Whether the dates so far already belong to no list that begins at `at` and was written by a machine."""
    if len(dates) < 2:
        return False
    step = dates[1] - dates[0]
    return step not in (2, 3) or dates[-1] - dates[-2] != step or not 0 < dates[0] - at < step


def _stands_under_titles(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether the dates of a list of three lines each stand between a title and its sentence."""
    dates = [i for i in range(first, last + 1) if whole_day(lines[i].words)]
    told = [lines[i + 1].words for i in dates if i + 1 < len(lines)]
    return bool(told) and all(is_title(lines[i - 1].words) for i in dates) and not any(map(is_title, told))


def _step(lines: Sequence[Line], at: int, last: int) -> int:
    """How far the first two dates are apart."""
    first, second = [i for i in range(at, last + 1) if whole_day(lines[i].words)][:2]
    return second - first


def _is_even(lines: Sequence[Line], at: int, last: int) -> bool:
    """Whether dates stand at the same distance throughout, as in a list that a machine wrote, and are near each other,
    as in no chronology.
    """
    dates = [(i, found[0].year) for i in range(at, last + 1) if (found := whole_day(lines[i].words))]
    steps = {b - a for (a, _), (b, _) in itertools.pairwise(dates)}
    years = [year for _, year in dates if year is not None]
    return len(steps) == 1 and steps <= {2, 3} and (not years or max(years) - min(years) <= 1)


def is_title(words: str) -> bool:
    """Whether a line of a list is a title: short, and without the end of a sentence in or after it."""
    if not 3 <= len(words) <= 200 or len(words.split()) > 26:
        return False
    if re.search(r"[a-z]{3}[.!?]\s+[A-Z]", words) and not (len(words) < 90 and _ASKS.match(words)):
        return False
    return (
        not is_closed(words) or words.endswith(("?", "!", "U.S.", "U.N.", "?”", '?"')) or (len(words) < 70 and _is_large(words))
    )


def _is_large(words: str) -> bool:
    """Whether most longer words are written large, as in headlines."""
    longer = [w for w in re.findall(r"[^\W\d_][\w'’-]*", words) if len(w) > 3]
    return bool(longer) and sum(w[0].isupper() for w in longer) >= 0.7 * len(longer)


def _entries(lines: Sequence[Line], furniture: Furniture) -> list[Entry]:
    pieces: list[_Piece] = []
    seen: set[str] = set()
    for line in _without_foot(lines, furniture):
        line = _bare(line)
        if not line.words or furniture.is_furniture(line.words):
            continue
        day = whole_day(line.words)
        if day is not None:
            pieces.append(_Piece("date", line, day[0]))
        elif pieces and line.words in seen and _repeats(pieces, line.words):
            continue
        else:
            pieces.append(_Piece("title", line))
            seen.add(line.words)
    doubled = {a.words for a, b in itertools.pairwise(lines) if a.words == b.words}
    return _grouped(_told_apart(pieces, {_bare(line).words for line in lines if line.words in doubled}))


def _without_foot(lines: Sequence[Line], furniture: Furniture) -> Sequence[Line]:
    """A list each of whose titles has a date on its line, without what follows the furniture below it."""
    foot = next((i for i, line in enumerate(lines) if furniture.is_furniture(line.words)), None)
    if foot is None or foot < _FEW:
        return lines
    dated = all(_entry(_bare(line), None, None).day is not None for line in lines[:foot])
    return lines[:foot] if dated and all(_entry(_bare(line), None, None).day is None for line in lines[foot:]) else lines


def _bare(line: Line) -> Line:
    bullet = _BULLET.match(line.words)
    start = bullet.end() if bullet else 0
    more = _MORE.search(line.words) if len(line) > 30 else None
    text = line.text.slice(start, more.start() if more else len(line.text)).strip()
    return Line(text, line.gap, line.indent, line.heading)


def _repeats(pieces: Sequence[_Piece], words: str) -> bool:
    """Whether a line says again what the entry it stands in has said."""
    return any(piece.line.words == words for piece in pieces[-4:])


def _told_apart(pieces: list[_Piece], doubled: set[str]) -> list[_Piece]:
    """Titles and sentences told apart: by titles written twice, else by the step between dates, else by their looks."""
    dates = [i for i, p in enumerate(pieces) if p.what == "date"]
    steps = {b - a for a, b in itertools.pairwise(dates)}
    if doubled:
        return [p if p.what == "date" or p.line.words in doubled else _Piece("sentence", p.line) for p in pieces]
    first = next((i for i, p in enumerate(pieces) if p.what != "date"), 0)
    if len(dates) >= 2 and steps == {3} and dates[0] - first < 3:
        offset = (first - dates[0]) % 3
        return [
            p if p.what == "date" or (i - dates[0]) % 3 == offset else _Piece("sentence", p.line) for i, p in enumerate(pieces)
        ]
    if len(dates) >= 2 and steps == {2}:
        return pieces
    after = [False, *(p.what == "date" for p in pieces)]
    return [
        p
        if p.what == "date" or (is_title(p.line.words) and not (dated and len(p.line) > _SHORT))
        else _Piece("sentence", p.line)
        for p, dated in zip(pieces, after, strict=False)
    ]


def _grouped(pieces: list[_Piece]) -> list[Entry]:
    """Entries from pieces in order: each begins with its title, or with its date where the list begins so.

    Titles that follow one date without dates of their own share it.
    """
    opener = "date" if pieces and pieces[0].what == "date" else "title"
    groups: list[list[_Piece]] = []
    for piece in pieces:
        if piece.what == opener or not groups:
            groups.append([])
        groups[-1].append(piece)
    out: list[Entry] = []
    for group in groups:
        day = next((p.day for p in group if p.what == "date"), None)
        titles = [i for i, p in enumerate(group) if p.what == "title"]
        for at, after in zip(titles, [*titles[1:], len(group)], strict=False):
            sentence = next((p.line for p in group[at + 1 : after] if p.what == "sentence"), None)
            out.append(_entry(group[at].line, sentence, day))
    return out


def _entry(title: Line, sentence: Line | None, day: Day | None) -> Entry:
    """An entry; a date inside the title's line is taken out of it."""
    text = title.text
    if day is None:
        for pattern, before in ((_NUMBERED, True), (_DATED, False), (_DATE_FIRST, True), (_FIGURES_FIRST, True)):
            match = pattern.match(text.text) if before else pattern.search(text.text)
            found = whole_day(match.group(1)) if match else None
            if match and found:
                day = found[0]
                text = text.slice(match.end(), len(text)).strip() if before else text.slice(0, match.start()).strip()
                break
        first = day_at(text.text, 0)
        if (
            day is None
            and first is not None
            and first.day
            and first.options
            and text.text[first.end : first.end + 2].strip().isalpha()
        ):
            day, text = first, text.slice(first.end, len(text)).strip()  # "Nov 14, 2024 Transcript of the Briefing"
    return Entry(text, sentence.text if sentence is not None and sentence.words != title.words else None, day)
