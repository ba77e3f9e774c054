"""Date expressions as the words have them, before it is known which days they mean."""

from __future__ import annotations

import re
from collections.abc import Callable

from dragoman.language import date_words as words
from dragoman.language.date_figures import STEPS, Form, Place, feast, figure, juche, month, number, stated_year
from dragoman.language.date_words import MONTH_NAMES, NUMBERS, WEEKDAY_NAMES, S, counts
from dragoman.lexicon.words import alternatives, word_class


def forms_in(text: str, start: int, end: int) -> list[Form]:
    """Every date expression in `text[start:end]`, in order; of those that overlap the one that begins first."""
    if _STARTS.keys().isdisjoint(_WORD.findall(text, start, end)) and _FIGURE.search(text, start, end) is None:
        return []  # most sentences name no date, which is soon seen
    out: list[Form] = []
    done = start
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        read = _STARTS.get(word) or (_number if word[0] <= "9" else None)
        if read is not None and match.start() >= done:
            found = read(Place(text, start, end, match.start(), out[-1] if out else None))
            if found:
                out += found
                done = found[-1].end
    return out


_WORD = re.compile(r"[0-9]+|[^\W\d_]+")
_FIGURE = re.compile("[0-9]")
_SEASON = "(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"


def _number(place: Place) -> list[Form]:
    return number(place) or _counted(place)


_COUNT = (
    r"(?P<count>[0-9]{1,3}|[Aa] couple of|(?i:(?:twenty|thirty|forty|fifty)-(?:one|two|three|four|five|six|seven|eight|nine)|"
    + "|".join(sorted((w for w in NUMBERS if " " not in w), key=len, reverse=True))
    + "))"
)
_COUNTED = re.compile(
    rf"{_COUNT}{S}(?P<unit>day|week|fortnight|month|year|decade)s?{S}"
    rf"(?P<way>ago(?P<exact>{S}(?:today|this{S}day)\b)?|earlier|previously|later|afterwards?|before|after|prior{S}to)\b(?!{S}than\b)"
    rf"(?P<alone>(?:{S}(?:that|this)(?=,))?{words.ALONE})?"
)
_ROUGHLY = frozenset("than over nearly almost about some least around roughly within every half only".split())


_LONGER = {"fortnight": (2, "week"), "decade": (10, "year")}


def _counted(place: Place) -> list[Form]:
    """ "three years ago", "two days later", "a week before 3 May"."""
    match = place.match(_COUNTED)
    if match is None or place.before() in _ROUGHLY:
        return []
    number = 0
    for word in match["count"].lower().split("-") if match["count"][0].isalpha() else ():
        number += NUMBERS[word]
    by, unit, way = number or int(match["count"]), match["unit"], match["way"]
    if unit in _LONGER:
        by, unit = _LONGER[unit][0] * by, _LONGER[unit][1]
    way = "ago" if match["exact"] else way
    unit = "same-day" if match["exact"] and unit == "year" else unit
    by = by if way in ("later", "after", "afterward", "afterwards") else -by
    beside = match["alone"] is None and (way in ("before", "after") or way.startswith("prior"))
    return [
        Form(place.at, match.end(), unit=unit, by=by, base="published" if way == "ago" else "beside" if beside else "context")
    ]


_TODAY = re.compile(
    r"(?i:(?P<word>today|tonight|yesterday|tomorrow))(?![\w-])(?!['’]s\s(?:world|generation|reality|situation|international))"
)
_TODAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _today(place: Place) -> list[Form]:
    match = place.match(_TODAY)
    if match is None or place.before() == "of":
        return []
    return [Form(place.at, match.end(), unit="day", by=_TODAYS[match["word"].lower()], base="published")]


_LEANING = re.compile(
    rf"(?P<which>[Tt]his|[Ll]ast|[Nn]ext){S}(?:(?P<unit>day|week|weekend|month|year)\b|(?P<time>morning|afternoon|evening|night)\b"
    rf"|{words.WEEKDAY}|{words.MONTH}|{_SEASON}\b(?!{S}(?:in|of|from)\b))"
)


def _leaning(place: Place) -> list[Form]:
    """ "last week", "this morning", "next Monday", "last August", "this summer"."""
    match = place.match(_LEANING)
    if match is None or (place.before() == "the" and not place.cued):
        return _part_of(place)
    lean, end = STEPS[match["which"].lower()], match.end()
    if match["unit"]:
        if lean == -1 and place.text.startswith(" of ", end):
            return []  # "his last year of office"
        if match["unit"] == "day":
            return [Form(place.at, end, unit="day", by=1, base="context")] if lean == 1 else []
        return [Form(place.at, end, unit=match["unit"], by=lean, base="published")]
    if match["time"]:
        return [Form(place.at, end, unit="day", by=lean, base="context" if lean == 1 else "published")]
    if match["weekday"]:
        return [Form(place.at, end, weekday=WEEKDAY_NAMES[match["weekday"]], lean=lean)]
    if match["season"]:
        return [Form(place.at, end, part=match["season"].lower(), lean=lean)]
    found = month(place._replace(at=match.start("month"), cued=True))
    if found and found[0].year is None and found[0].unit is None:
        return [found[0]._replace(start=place.at, lean=lean), *found[1:]]
    return found


_UNITS = "(?P<unit>day|week|weekend|month|year|night|evening|morning|afternoon)"
_TIMES_OF_DAY = frozenset({"night", "evening", "morning", "afternoon"})
_ANAPHOR = re.compile(
    rf"(?:[Tt]he{S}(?P<which>same|following|next|previous|preceding)|(?P<that>[Tt]hat)(?:{S}same)?){S}"
    rf"(?:{_UNITS}\b|{words.WEEKDAY}(?!['’-])|{words.MONTH}(?!['’-])|{_SEASON}\b)(?P<alone>{words.ALONE})?"
)
_NEIGHBOUR = re.compile(
    rf"[Tt]he{S}{_UNITS}{S}(?P<way>before|after)\b(?:{S}(?P<near>yesterday|tomorrow)\b|(?P<alone>{words.ALONE}))?"
)
_NTH = re.compile(
    rf"[Tt]he{S}(?P<day>(?:[12]?[0-9]|3[01])(?:st|nd|rd|th))(?:{S}(?:day{S})?of{S}(?P<which>this|last|next|that|the{S}same|the){S}month\b"
    rf"|(?!{S}(?:and|or|to){S}(?:the{S})?[0-9]{{1,2}}(?:st|nd|rd|th){S}(?:of{S})?[A-Z])(?=[.,;)]|$|{S}(?:{alternatives('after-a-day')})\b))"
)
_ON_THE = re.compile(
    rf"[Tt]he{S}{words.WEEKDAY}(?!['’-])(?:{S}(?P<way>before|after))?(?:{words.ALONE}|(?={S}(?:{alternatives('after-a-day')})\b))"
)
_OVER = re.compile(rf"[Tt]he{S}weekend\b")
_SECOND = re.compile(rf"[Tt]he{S}([0-9A-Za-z]{{1,10}})")


def _the(place: Place) -> list[Form]:
    """What begins with "the": told by the word after it."""
    second = place.match(_SECOND)
    kind = _AFTER_THE.get(second.group(1)) if second else None
    if kind is not None:
        return kind(place)
    match = place.match(_ON_THE)
    if match and (match["way"] or place.before() == "on"):  # "It lasted from 3 to 9 May; on the Friday he spoke"
        unit, by = ("weekday", STEPS[match["way"]]) if match["way"] else ("weekday", 0)
        return [Form(place.at, match.end(), weekday=WEEKDAY_NAMES[match["weekday"]], unit=unit, by=by, base="context")]
    return _nth(place) if second and second.group(1)[0] <= "9" else []


def _ordinal(place: Place) -> list[Form]:
    """ "the first of November", else "the first half of"."""
    match = place.match(words.ORDINAL_MONTH)
    if match is None:
        return _part_of(place)
    year, end = stated_year(place, match)
    return [Form(place.at, end, month=MONTH_NAMES[match["month"]], day=words.ORDINALS[match["ordinal"]], **year)]


def _anaphor(place: Place) -> list[Form]:
    match = place.match(_ANAPHOR)
    if match is None:
        return _leaning(place._replace(at=place.at + 4)) if place.cued else []
    if match["which"] == "next" and place.before() in ("over", "within", "for"):
        return []
    by = STEPS[match["which"] or "that"]
    if match["unit"]:
        return [Form(place.at, match.end("unit"), unit=_unit(match["unit"]), by=by, base="context")]
    if match["that"] and match["alone"] is None:
        return []  # "said that Friday would do", "that May was wrong"
    if match["weekday"]:
        unit = "weekday" if by else "week"
        return [Form(place.at, match.end("weekday"), weekday=WEEKDAY_NAMES[match["weekday"]], unit=unit, by=by, base="context")]
    if match["season"]:
        return [Form(place.at, match.end("season"), part=match["season"].lower(), unit="season", by=by, base="context")]
    return [Form(place.at, match.end("month"), month=MONTH_NAMES[match["month"]], unit="month", by=by, base="context")]


def _unit(word: str) -> str:
    """The unit of the calendar that a word stands for: an evening is of its day."""
    return "day" if word in _TIMES_OF_DAY else word


def _neighbour(place: Place) -> list[Form]:
    match = place.match(_NEIGHBOUR)
    if match is None:
        if place.before() in ("over", "during", "at") and (match := place.match(_OVER)):
            return [Form(place.at, match.end(), unit="weekend", by=-1, base="published")]
        return []
    by = 1 if match["way"] == "after" else -1
    if match["near"]:
        return [Form(place.at, match.end(), unit="day", by=2 * by, base="published")]
    base = "beside" if match["alone"] is None else "context"
    return [Form(place.at, match.end(), unit=_unit(match["unit"]), by=by, base=base)]


def _nth(place: Place) -> list[Form]:
    """ "on the 15th", "the 15th of this month"."""
    match = place.match(_NTH)
    if match is None:
        return []
    day = figure(match["day"])
    if match["which"]:
        which = match["which"].split()[-1]
        if which == "the":  # "the 3rd of the month", the one that is told of
            return [Form(place.at, match.end(), day=day, unit="month", base="nearest")]
        base = "context" if which in ("that", "same") else "published"
        return [Form(place.at, match.end(), day=day, unit="month", by=STEPS[which], base=base)]
    return [Form(place.at, match.end(), day=day, unit="month", base="nearest")] if place.before() == "on" else []


_PART = re.compile(
    rf"(?i:(?P<part>early|mid|late)(?:{words.DASH}|{S})(?:in{S})?"
    rf"|(?P<article>the{S})?(?P<of>end|beginning|start|middle|close|(?:first|second|third|fourth|last){S}(?:half|quarter|week)|last{S}day|(?:first|last){S}days){S}(?:of|in){S}"
    rf"|(?P<label>Q[1-4]|H[12])(?:{S}(?:of{S})?|/))(?P<the>the{S}(?=[1-9'’]))?['’]?"
)
_THE_PERIOD = re.compile(rf"the{S}(?P<unit>year|month|week)\b(?!{S}[12])")


def _part_of(place: Place) -> list[Form]:
    """A part of a period: "early 1992", "end of last year", "first half of 2005", "mid-May"."""
    match = None if place.cued else place.match(_PART)
    if match is None:
        return []
    name = " ".join((match["part"] or match["of"] or match["label"]).lower().split())
    start = match.end("article") if match["article"] else place.at
    inner = place._replace(at=match.end(), cued=True)
    whole = place.match(_THE_PERIOD, match.end())
    if whole:
        return [Form(start, whole.end(), unit=whole["unit"], base="published", part=name)]
    first = place.match(_WORD, match.end())
    read = first and (_STARTS.get(first.group()) or (_number if first.group()[0] <= "9" else None))
    found = read(inner) if read else []
    if not found or found[0].day or found[0].weekday is not None or found[0].part or found[0].unit in ("day", "weekend"):
        return []
    if match["the"] and found[0].unit != "decade":
        return []  # "the start of the 1994 talks"
    return [found[0]._replace(start=start, part=name, loose=False), *found[1:]]


_IN_SEASON = re.compile(
    rf"{_SEASON}{S}(?:of{S})?(?:{words.OF_YEAR}|(?P<year>[12][0-9]{{3}})(?![\w%]|,[0-9])(?:[-–/](?:[12][0-9])?[0-9]{{2}}\b)?)"
)


def _season(place: Place) -> list[Form]:
    match = place.match(_IN_SEASON)
    if match is None or place.before() in ("prague", "arab"):
        return []
    if match["year"] and not (1500 <= int(match["year"]) <= 2099 and counts(place.text, match.end("year")) is None):
        return []
    return [Form(place.at, match.end(), part=match["season"].lower(), **stated_year(place, match)[0])]


_NOT_A_DAY = re.compile(rf"{S}(?:{alternatives('no-day-of-the-week')})\b|[-–]\w")
_NOT_BEFORE_DAY = word_class("names-of-days")
_OF_WEEK = re.compile(rf"(?:{S}(?:of{S})?(?P<which>last|this|next){S}week\b)")
# "Tuesday last", "Monday next".
_TURNED = re.compile(rf"{S}(?P<which>last|next){words.ALONE}")
_COMMA = re.compile(rf",?{S}(?:the{S})?")


def _weekday(place: Place) -> list[Form]:
    """ "Thursday", "Friday last week"; with the date that follows it ("Thursday, January 5") it is one form."""
    match = place.match(words.A_WEEKDAY)
    if match is None or place.before() in _NOT_BEFORE_DAY or place.match(_NOT_A_DAY, match.end()):
        return []
    weekday = WEEKDAY_NAMES[match["weekday"]]
    comma = place.match(_COMMA, match.end())
    if comma:
        at = comma.end()
        inner = place._replace(at=at)
        found = (
            _number(inner) if place.text[at : at + 1].isdecimal() else month(inner) if place.text[at : at + 1].isupper() else []
        )
        if found and found[0].month and found[0].day:
            return [found[0]._replace(start=place.at, weekday=weekday), *found[1:]]
    week = place.match(_OF_WEEK, match.end())
    if week:
        return [Form(place.at, week.end(), weekday=weekday, unit="week", by=STEPS[week["which"]], base="published")]
    turned = place.match(_TURNED, match.end())
    if turned:
        return [Form(place.at, turned.end(), weekday=weekday, lean=STEPS[turned["which"]])]
    return [Form(place.at, match.end(), weekday=weekday)]


Read = Callable[[Place], list[Form]]


def _table(words: str, read: Read) -> dict[str, Read]:
    return dict.fromkeys(words.split(), read)


# What reads an expression that begins with "the" and this word.
_AFTER_THE = (
    _table("same following next previous preceding", _anaphor)
    | _table("day week month year weekend night evening morning afternoon", _neighbour)
    | _table("end beginning start middle close last", _part_of)
    | _table(" ".join(words.ORDINALS) + " twenty thirty", _ordinal)
)
_SMALL = (
    _table(" ".join(_TODAYS), _today)
    | _table("this last next", _leaning)
    | _table("early mid late end beginning start middle close first second third fourth", _part_of)
    | _table("spring summer autumn fall winter", _season)
    | _table(" ".join(w for w in NUMBERS if " " not in w), _counted)
    | _table("that", _anaphor)
    | _table("the", _the)
)
# What reads an expression that begins with this word; what begins with figures is for `_number`.
_STARTS = (
    _SMALL
    | {word.title(): read for word, read in _SMALL.items()}
    | dict.fromkeys(MONTH_NAMES, month)
    | dict.fromkeys(WEEKDAY_NAMES, _weekday)
    | _table("Q H", _part_of)
    | _table("New Christmas Boxing Day", feast)
    | _table("Juche JUCHE", juche)
)
