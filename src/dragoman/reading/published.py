"""When a text was published: from its dateline, its head, its page, and what it says itself. Never guessed."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.dates import WEEKDAYS, bounds, day_of, is_partial
from dragoman.lexicon.words import alternatives
from dragoman.reading.days import Day, days_in, weekday_number
from dragoman.reading.heads import Stamp
from dragoman.reading.years import YearClue, in_month
from dragoman.text import Span

# A dateline is of the day of what it tells or of the day after; a page is captured later than that.
LAG, CAPTURE = 1, 3
# An item is so many days older than the bulletin that has it, or than the page.
AGE, WEEK = 60, 7
# A date cited in a text shows its year if the dateline follows within so many days: with a weekday that fits, and without.
NEAR, NEARER = 120, 45
_WEEKDAY = re.compile(r"\b(?:" + "|".join(WEEKDAYS) + r")\b", re.IGNORECASE)
_FUTURE = re.compile(
    r"\b(?:by|until|till|before|through|will|to be|scheduled|due|planned|next|upcoming|expires?|valid|from|"
    r"starting|beginning)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_WILL = re.compile(r",?\s[^.;\n]{0,60}?\b(?:will|shall|is to|are to)\b")
_BARE_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/]|[.,]\d)")
_CLOSING = re.compile(r"(?:^|[.;\n])\s*(?:done|signed|adopted|issued|given|concluded)\b[^.\n]{0,120}$", re.IGNORECASE)
_YEAR_OF_TITLE = re.compile(
    rf"\b(?:{alternatives('titles-of-a-year')}),? ((?:19|20)\d\d)$",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    rf"\b(?:{alternatives('issued-on')})\b[^.\n]{{0,120}}$",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:interview|conversation|talk|discussion)\b[^.\n]{0,50}\b(?:took place|held|conducted|recorded|given|on)\b"
    r"[^.\n]{0,20}$",
    re.IGNORECASE,
)
_DATED_KINDS = frozenset(
    {"briefing", "statement", "press-statement", "speech", "joint-statement", "letter", "message", "answer", "treaty", "law"}
)
_SPOKEN_KINDS = frozenset({"briefing", "speech", "answer"})
_WEEKDAY_REACH = 900
# A closing date stands in one of so many lines.
_LAST_LINES = 6
# So many dates in a row show by their order how they are written.
_LISTED = 3


@dataclass(frozen=True, slots=True)
class Dating:
    """`published` cut to its precision, what it rests on, what else is possible where nothing decides, and `captured`."""

    published: str | None = None
    basis: str | None = None
    candidates: tuple[str, ...] = ()
    captured: str | None = None


@dataclass(frozen=True, slots=True)
class Clues:
    """What there is to date a text by. Spans of `dateline` are in `text`; `body` is where its paragraphs begin.

    `order`: how the medium writes dates in figures; `listed`: the page lists other stories; `years`: what shows the year.
    """

    text: str
    body: int = 0
    kind: str = "article"
    title: str = ""
    dateline: Day | None = None
    stamps: Sequence[Stamp] = ()
    hinted: str | None = None
    hinted_captured: str | None = None
    order: str | None = None
    listed: bool = False
    bulletin: bool = False
    years: Sequence[YearClue] = ()


def dating(clues: Clues) -> Dating:
    """The date of a text, from the surest clue there is."""
    captured = _iso(clues.hinted_captured) or _captured(clues)
    for found in (
        _hinted(clues),
        _spoken(clues),
        _stamped(clues, captured),
        _datelined(clues, captured),
        _own(clues),
        _yeared(clues),
    ):
        if found is not None:
            return Dating(found.published, found.basis, found.candidates, captured)
    return Dating(captured=captured)


def in_bulletin(own: Dating, clues: Clues, others: Sequence[Dating]) -> Dating:
    """The date of an item whose own text leaves its year open, by the year of the other items of its bulletin."""
    known = sorted({o.published for o in others if o.published})
    if own.published is not None or not known:
        return own
    day = clues.dateline
    if day is not None and day.month and not day.options:
        first = datetime.date.fromisoformat(bounds(known[0])[0])
        options = [o for y in (first.year - 1, first.year, first.year + 1) if (o := day.in_year(y))]
        near = min(options, key=lambda o: abs((datetime.date.fromisoformat(bounds(o)[0]) - first).days), default=None)
        if near is not None and len(known[0]) == 10:
            return Dating(near, f"dateline [{day.start}:{day.end}]; year of the bulletin", (), own.captured)
    years = {k[:4] for k in known}
    if len(years) == 1:
        return Dating(years.pop(), "year of the bulletin", (), own.captured)
    return own


def _hinted(clues: Clues) -> Dating | None:
    if not clues.hinted:
        return None
    date = _iso(clues.hinted)
    if date is not None:
        return Dating(date, "metadata")
    day = next(days_in(clues.hinted), None)
    return _of_day(day, clues, f'metadata "{clues.hinted}"') if day else None


def _spoken(clues: Clues) -> Dating | None:
    """The day in the title of what was spoken, where a page put it up a few days later."""
    day = (
        next((d for d in days_in(clues.title) if d.day and len(d.options) == 1), None) if clues.kind in _SPOKEN_KINDS else None
    )
    later = (s.day.options[0] for s in clues.stamps if s.label == "bare" and len(s.day.options) == 1)
    away = next((a for date in later if day and (a := _days_between(day.options[0], date)) is not None), None)
    if day is None or away is None or not 0 < away <= CAPTURE:
        return None
    return _of_day(day, clues, f"title [{day.start}:{day.end}]")


def _captured(clues: Clues) -> str | None:
    """The date on which a page was taken: labelled so, or over the masthead of a page that dates the text elsewhere."""
    labelled = next((s for s in clues.stamps if s.label == "captured" and len(s.day.options) == 1), None)
    if labelled:
        return labelled.day.options[0]
    if clues.bulletin:
        return None
    over = next((s for s in clues.stamps if s.above and s.label == "bare" and len(s.day.options) == 1), None)
    if over is None:
        return None
    date = over.day.options[0]
    elsewhere = [s for s in clues.stamps if s is not over and s.label != "captured"]
    if elsewhere:
        return date if all(date not in s.day.options for s in elsewhere) or clues.listed else None
    if clues.dateline is not None and clues.dateline.options:
        away = _days_between(clues.dateline.options[0], date)
        return date if away is None or away > CAPTURE or clues.listed else None
    # Beside its hour stands when a text was put on the page.
    return date if clues.listed and not over.clock else None


def _stamped(clues: Clues, captured: str | None) -> Dating | None:
    """A date line: that of an answer and other labelled ones first, then bare ones under the title, over it, and at last
    "updated" and when a question was put.
    """
    if (
        clues.dateline is not None
        and (clues.dateline.options or clues.dateline.month)
        and not any(s.label in ("date", "answered") for s in clues.stamps)
    ):
        return None
    order = {"answered": -1, "date": 0, "bare": 1, "updated": 3, "asked": 4}
    ranked = sorted(
        (s for s in clues.stamps if s.label in order), key=lambda s: order[s.label] + (s.label == "bare" and s.above)
    )
    for stamp in ranked:
        if stamp.above and stamp.label == "bare" and captured in stamp.day.options:
            continue
        name = {"bare": "page date", "updated": "updated line"}.get(stamp.label, "date line")
        found = _of_day(stamp.day, clues, f'{name} "{stamp.day.text}"', captured)
        if found is not None:
            return found
    return None


def _datelined(clues: Clues, captured: str | None) -> Dating | None:
    day = clues.dateline
    if day is None:
        return None
    where = f"dateline [{day.start}:{day.end}]"
    if day.options:
        return _of_day(day, clues, where, captured)
    if day.month is None:
        return None
    for stamp in clues.stamps:  # a page or bulletin of that day or a few days later
        for date in stamp.day.options if len(stamp.day.options) == 1 else ():
            for year in (int(date[:4]), int(date[:4]) - 1):
                mine = day.in_year(year)
                away = _days_between(mine, date) if mine else None
                if mine and away is not None and 0 <= away <= (AGE if clues.bulletin else WEEK):
                    return Dating(mine, f'{where}; year of page date "{stamp.day.text}"')
    return _yearless(day, where, clues)


def _yearless(day: Day, where: str, clues: Clues) -> Dating | None:
    """A dateline without a year, against what the text shows of its year."""
    shown = {y for c in clues.years if (y := in_month(c, day.month)) is not None}
    if len(shown) == 1:
        clue = next(c for c in clues.years if in_month(c, day.month) in shown)
        date = day.in_year(next(iter(shown)))
        return Dating(date, f"{where}; {clue.why} [{clue.span.start}:{clue.span.end}]") if date else None
    cited = _cited(clues, day)
    if not cited:
        return None
    last = max(cited, key=lambda d: d.options[0])
    years = [
        y
        for y in range(int(last.options[0][:4]), int(last.options[0][:4]) + 2)
        if (d := day.in_year(y)) and d >= bounds(last.options[0])[0]
    ]
    options = [o for y in years if (o := day.in_year(y))]
    if len(last.options[0]) == 4 or not options:
        return Dating(None, None, tuple(options))
    ahead = [d.options[0] for d in _days(clues) if len(d.options) == 1 and d.day and _is_to_come(clues.text, d)]
    before = [o for o in options if ahead and o <= min(ahead)]  # a day that is still to come shows the year as well
    near = {day.in_year(int(min(ahead)[:4])), day.in_year(int(min(ahead)[:4]) - 1)} if ahead else set()
    if len(before) == 1 and before[0] in near and _fits(clues, before[0]):
        return Dating(before[0], f"{where}; dates cited, the last [{last.start}:{last.end}]")
    away = _days_between(bounds(last.options[0])[0], options[0])
    weekday = _lead_weekday(clues)
    fits = weekday is not None and _follows(options[0], weekday) <= LAG
    if away is not None and ((fits and away <= NEAR) or (weekday is None and away <= NEARER)):
        basis = f"{where}; date cited [{last.start}:{last.end}]"
        if weekday is not None:
            basis += f"; weekday [{weekday[1].start}:{weekday[1].end}]"
        return Dating(options[0], basis)
    return Dating(None, None, tuple(options))


def _days(clues: Clues) -> list[Day]:
    return list(days_in(clues.text, clues.body, min(len(clues.text), clues.body + 40_000)))


def _is_to_come(text: str, day: Day) -> bool:
    """ "By 2 November 2023", "On 2 November 2023 the Assembly will vote"."""
    return _FUTURE.search(text[max(0, day.start - 60) : day.start]) is not None or _WILL.match(text, day.end) is not None


def _fits(clues: Clues, date: str) -> bool:
    """Whether the weekday that the text opens with, if any, is that of a date or of the day before."""
    weekday = _lead_weekday(clues)
    return weekday is None or _follows(date, weekday) <= LAG


def _cited(clues: Clues, dateline: Day) -> list[Day]:
    """Dates with a year that the text tells as past, the dateline apart; a year alone counts as itself."""
    text = clues.text
    out = []
    for day in _days(clues):
        # The day of the dateline in another year is an anniversary, which says nothing of this one.
        another = (day.month, day.day) != (dateline.month, dateline.day)
        if len(day.options) == 1 and another and not _is_to_come(text, day):
            out.append(day)
    taken = [(d.start, d.end) for d in out]
    for match in _BARE_YEAR.finditer(text, clues.body, clues.body + 40_000):
        inside = any(s <= match.start() < e for s, e in taken)
        if not inside and not _FUTURE.search(text[max(0, match.start() - 60) : match.start()]):
            out.append(Day(match.start(), match.end(), match.group(), (match.group(),), int(match.group())))
    return out


def _own(clues: Clues) -> Dating | None:
    """A date that the text gives itself: in its title, in its last lines, in the sentence that says who issued it, or when
    an interview took place.
    """
    if clues.kind == "interview":
        for held in days_in(clues.text, clues.body, clues.body + 1500):
            if held.options and held.day and _SPOKEN.search(clues.text[max(clues.body, held.start - 100) : held.start]):
                return _of_day(held, clues, f"lead [{held.start}:{held.end}]")
    if clues.kind not in _DATED_KINDS:
        return None
    day = next((d for d in days_in(clues.title) if d.options), None)
    if day is not None and (day.day is not None or len(day.options) > 1):
        return _of_day(day, clues, f"title [{day.start}:{day.end}]")
    feast = _YEAR_OF_TITLE.search(clues.title)
    if feast is not None:
        return Dating(feast.group(1), f"title [{feast.start(1)}:{feast.end(1)}]")
    start = max(clues.body, len(clues.text) - 600)
    for day in reversed(list(days_in(clues.text, start))):
        line = clues.text.rfind("\n", 0, day.start) + 1
        stop = clues.text.find("\n", day.end)
        rest = clues.text[line : len(clues.text) if stop < 0 else stop]
        done = _CLOSING.search(clues.text[max(0, day.start - 140) : day.start]) is not None
        last = clues.text.count("\n", day.end) < _LAST_LINES * (1 + 3 * done)  # several may sign below
        if last and day.options and (len(rest) < 60 or done):
            return _of_day(day, clues, f"closing line [{day.start}:{day.end}]")
    for day in days_in(clues.text, clues.body, clues.body + 400):
        if day.options and day.day and _ISSUED.search(clues.text[max(clues.body, day.start - 140) : day.start]):
            return _of_day(day, clues, f"lead [{day.start}:{day.end}]")
    return None


def _yeared(clues: Clues) -> Dating | None:
    """The year alone, where all that shows it agrees."""
    shown = {y for c in clues.years if (y := in_month(c, None)) is not None}
    if len(shown) != 1:
        return None
    basis = dict.fromkeys(f"{c.why} [{c.span.start}:{c.span.end}]" for c in clues.years if in_month(c, None) in shown)
    return Dating(str(shown.pop()), "; ".join(basis))


def _of_day(day: Day, clues: Clues, where: str, captured: str | None = None) -> Dating | None:
    """A date as written; where day and month in figures can be exchanged, the text or the medium's habit decides."""
    options = [o for o in day.options if captured is None or o <= captured]
    if not day.options:
        return None
    if len(day.options) == 1:
        return Dating(day.options[0], where)
    if len(options) == 1:
        return Dating(options[0], f"{where}; not after {captured}")
    weekday = _lead_weekday(clues)
    if weekday is not None:
        for lag in range(LAG + 1):
            fitting = [o for o in day.options if _follows(o, weekday) == lag]
            if len(fitting) == 1:
                return Dating(fitting[0], f"{where}; weekday [{weekday[1].start}:{weekday[1].end}]")
    named = [d for d in days_in(clues.text, clues.body, clues.body + _WEEKDAY_REACH) if d.month and d.day]
    fitting = [o for o in day.options if any(d.in_year(int(o[:4])) == o for d in named)]
    if len(fitting) == 1:
        found = next(d for d in named if d.in_year(int(fitting[0][:4])) == fitting[0])
        return Dating(fitting[0], f"{where}; date named [{found.start}:{found.end}]")
    beside = _just_before(options, clues)
    if beside is not None:
        return Dating(beside[0], f"{where}; date named [{beside[1].start}:{beside[1].end}]")
    if clues.order in ("dmy", "mdy"):
        return Dating(day.options[0 if clues.order == "dmy" else 1], f"{where}; site convention {clues.order}")
    return Dating(None, None, tuple(sorted(day.options)))


def _just_before(options: Sequence[str], clues: Clues) -> tuple[str, Day] | None:
    """The option that follows a day named in the title or the lead within a week, where no other does, and that day."""
    named = [d for d in days_in(clues.text, 0, clues.body + _WEEKDAY_REACH) if d.day and len(d.options) == 1]
    near = {
        option: day
        for day in reversed(named)
        for option in options
        if (away := _days_between(day.options[0], option)) is not None and 0 <= away <= WEEK
    }
    return next(iter(near.items())) if len(near) == 1 else None


def order_shown(stamps: Sequence[Stamp], published: str | None) -> str | None:
    """How a page writes dates in figures, as its own date shows once it is decided."""
    options = next((s.day.options for s in stamps if len(s.day.options) == 2 and published in s.day.options), None)
    return None if options is None else "dmy" if options[0] == published else "mdy"


def order_of(stamps: Sequence[Stamp], others: Sequence[Day]) -> str | None:
    """How a page writes dates in figures, where one of them leaves no choice."""
    orders = set()
    for day in [*(s.day for s in stamps), *others]:
        match = re.fullmatch(r"(\d{1,2})\s?[-./]\s?(\d{1,2})\s?[-./]\s?\d{2,4}", day.text)
        if match and (int(match.group(1)) > 12) != (int(match.group(2)) > 12):
            orders.add("dmy" if int(match.group(1)) > 12 else "mdy")
    return orders.pop() if len(orders) == 1 else None


def listed_order(days: Sequence[Day]) -> str | None:
    """How a list writes dates in figures, where read one way alone they run down from the newest, as such lists do."""
    both = [d.options for d in days if len(d.options) == 2]
    falling = [
        order for i, order in enumerate(("dmy", "mdy")) if all(a[i] >= b[i] for a, b in itertools.pairwise(both))
    ]  # fmt: skip
    return falling[0] if len(both) >= _LISTED and len(both) == len(days) and len(falling) == 1 else None


def _lead_weekday(clues: Clues) -> tuple[int, Span] | None:
    """The first weekday that the text names near its beginning."""
    match = _WEEKDAY.search(clues.text, clues.body, clues.body + _WEEKDAY_REACH)
    return (weekday_number(match.group()), Span(*match.span())) if match else None


def _follows(date: str, weekday: tuple[int, Span]) -> int:
    """By how many days `date` follows the last such weekday."""
    day = day_of(date)
    return (day.weekday() - weekday[0]) % 7 if day else 99


def _days_between(first: str, second: str) -> int | None:
    a, b = day_of(bounds(first)[0]), day_of(bounds(second)[0])
    return (b - a).days if a and b else None


def _iso(value: str | None) -> str | None:
    return value if value and is_partial(value) else None
