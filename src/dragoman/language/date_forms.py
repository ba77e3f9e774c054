"""Date expressions as the words have them, before it is known which days they mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from dragoman.language.date_words import (
    CALLED,
    DASH,
    DAY,
    DAY_FIRST,
    DAYS_MONTH,
    DECADE,
    FEAST,
    FEASTS,
    JUCHE_YEAR,
    MONTH,
    MONTH_ALONE,
    MONTH_DAYS,
    MONTH_NAMES,
    MONTH_YEAR,
    NUMBERS,
    OF_YEAR,
    SHORT_DECADE,
    WEEKDAY,
    WEEKDAY_NAMES,
    YEAR_FIRST,
    YEAR_MONTH,
    YEAR_MONTH_DAY,
    YEARS,
    S,
    counts,
    is_year,
)


class Form(NamedTuple):
    """A date expression at `[start, end)`.

    What it states is in `year`, `month`, `day`, `weekday`. Where `base` is not "text", it counts `by` units of `unit`
    from the document's date ("published"), the date named before ("context") or the one that follows ("beside").
    `part` cuts a period ("early", "spring", "h1"). `lean` is -1 for "last", 0 for "this", 1 for "next" before a month,
    season or weekday. `loose` forms are dates only beside others. A `scene` is one that later days are told in.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    by: int = 0
    base: str = "text"
    part: str | None = None
    lean: int | None = None
    loose: bool = False
    scene: bool = False


class Reader(NamedTuple):
    """Where forms are read: `text[start:end]`, after the form `last` that ends nearest before."""

    text: str
    start: int
    end: int
    last: Form | None = None

    def match(self, pattern: re.Pattern[str], at: int) -> re.Match[str] | None:
        return pattern.match(self.text, at, self.end)

    def words_before(self, at: int, number: int = 2) -> list[str]:
        """The words that end right before `at`, in small letters, the nearest last."""
        return self.text[max(self.start, at - 40) : at].lower().split()[-number:]


_UNIT = "(?P<unit>day|week|month|year|decade)"
_COUNT = (
    r"(?:(?P<count>[0-9]{1,3}|[Aa] couple of|(?i:twenty|thirty|forty|fifty|sixty)-(?i:one|two|three|four|five|six|seven|eight|nine)|(?i:"
    + "|".join(sorted((w for w in NUMBERS if " " not in w), key=len, reverse=True))
    + "))"
)
_COUNTED = re.compile(
    rf"{_COUNT}{S}(?P<unit>day|week|fortnight|month|year|decade)s?{S}"
    rf"(?:(?P<ago>ago|earlier|previously|later|afterwards?|before|after)\b|prior{S}to\b))"
)
_TODAY = re.compile(r"(?i:(?P<word>today|tonight|yesterday|tomorrow))(?![\w-])(?!['’]s\s(?:world|generation|reality|situation))")
_SEASON = "(?P<season>spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Fall|Winter)"
_LEANING = re.compile(
    rf"(?P<which>[Tt]his|[Ll]ast|[Nn]ext){S}(?:(?P<unit>day|week|weekend|month|year)\b(?!{S}of\b)|(?P<time>morning|afternoon|evening|night)\b"
    rf"|{WEEKDAY}|{MONTH}|{_SEASON}\b)"
)
_ANAPHOR = re.compile(
    rf"(?:[Tt]he{S})?(?P<which>[Tt]hat{S}same|[Tt]hat|[Ss]ame|[Ff]ollowing|[Nn]ext|[Pp]revious|[Pp]receding){S}{_UNIT}\b"
)
_BY_DAY = re.compile(
    rf"[Tt]he{S}(?P<unit>day|week|month|year){S}(?P<side>before|after)\b(?:{S}(?P<near>yesterday|tomorrow)\b|(?P<alone>(?=\s*(?:[.,;:)\"”]|$))))?"
)
_NTH = re.compile(
    rf"(?:the{S})?(?P<day>(?:[12]?[0-9]|3[01])(?:st|nd|rd|th))(?:{S}(?:day{S})?of{S}(?P<which>this|last|next|that|the{S}same){S}month\b|(?=[.,;)]|$))"
)
_PART = re.compile(
    rf"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Ll]ater)(?:{DASH}|{S})(?:in{S})?"
    rf"|(?:[Tt]he{S})?(?P<of>end|beginning|start|middle|close|(?:first|second|third|fourth|last){S}(?:half|quarter|week)){S}(?:of|in){S}"
    rf"|(?P<label>Q[1-4]|H[12])(?:{S}(?:of{S})?|/))(?:the{S}(?=[12'’5-9]))?",
    re.IGNORECASE,
)
_IN_SEASON = re.compile(rf"{_SEASON}{S}(?:of{S})?(?:{OF_YEAR}|(?P<year>[12][0-9]{{3}})(?![\w%]|,[0-9]))(?:[-–/](?:[12][0-9])?[0-9]{{2}}\b)?")
_THE_PERIOD = re.compile(rf"the{S}(?P<unit>year|month|week)\b(?!{S}[12])")
_STEPS = {"this": 0, "that": 0, "same": 0, "last": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1}
_NAMES_NOT_DAYS = re.compile(rf"{S}(?:Times|Telegraph|Mail|Express|Herald|School|school|prayers?|[Aa]greement|[Mm]assacre)\b|s\b")
_EVERY = frozenset({"bloody", "black", "good", "easter", "palm", "every", "each", "any", "super", "holy"})
_MONTH_CUES = frozenset("in since until till during early late mid last next this by from before after through throughout".split())
# These two are names and words too, and take surer cues.
_CAREFUL = frozenset({"May", "March", "MAY", "MARCH"})
_SCENES = frozenset({"in", "on", "during", "from", "between", "since", "at"})
_JOINS = frozenset({",", "and", "or", ", and", ", or", "&", "/", ", in", "and in"})
_RANGES = frozenset({"-", "–", "—", "to", "until", "till", "through", "up to", "to about"})


def forms_in(text: str, start: int, end: int) -> list[Form]:
    """Every date expression in `text[start:end]`, in order; of those that overlap the one that begins first."""
    out: list[Form] = []
    done = start
    for word in _WORDS.finditer(text, start, end):
        read = _STARTS.get(word.group()) if word.end() - word.start() < 10 else None
        if word.start() < done or (read is None and not word.group()[0].isdecimal()):
            continue
        found = (read or _number)(Reader(text, start, end, out[-1] if out else None), word.start())
        if found:
            out += found
            done = found[-1].end
    return out


_WORDS = re.compile(r"[0-9]+|[^\W\d_]+")


def _year_words(match: re.Match[str]) -> dict[str, object]:
    """The year that an expression ends with, as fields of a form."""
    part = match.groupdict()
    if part.get("which"):
        which = part["which"].split()
        near = which[0] in ("this", "last", "next")
        return {"unit": "year", "by": _STEPS[which[-1] if which[0] == "the" else which[0]], "base": "published" if near else "context"}
    if part.get("juche"):
        return {"year": int(part["juche_year"]) if part["juche_year"] else int(part["juche"]) + 1911}
    stated = part.get("year") or part.get("glued")
    return {"year": int(stated)} if stated else {}
