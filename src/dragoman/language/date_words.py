"""The words and patterns that dates are written with, and when a plain number is a year."""

from __future__ import annotations

import re

from dragoman.dates import MONTHS, WEEKDAYS
from dragoman.lexicon.words import alternatives, word_class

# White space inside a date never runs over a line, and is short: a pattern may not walk through a page of blanks.
S = r"[^\S\n]{1,3}"
DASH = "[-–—]"
_NUMBER_ENDS = r"(?![\w%]|,[0-9]{3}(?![0-9])|[.:][0-9])"
YEAR = rf"[12][0-9]{{3}}{_NUMBER_ENDS}"
JUCHE = rf"(?:Juche|JUCHE){S}(?P<juche>[0-9]{{1,3}})(?:\s?\(\s?(?P<juche_year>{YEAR})\s?\))?"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])(?:st|nd|rd|th)?"
_AMONG = rf"(?:\s?[-–—/]\s?|,?{S}(?:and|or|to|&){S}|,{S})"
DAYS = rf"(?P<days>{DAY}(?:{_AMONG}{DAY}(?![\w%]|,[0-9]|[.:][0-9])){{0,4}}){_NUMBER_ENDS}"
MONTH_NAMES = {form: number for name, number in MONTHS.items() for form in (name.title(), name.upper())}
# Abbreviations, which a full stop may follow.
SHORT = frozenset(name for name in MONTH_NAMES if len(name.removesuffix("t")) == 3 and name.title() != "May")
_SHORT = "(?:" + "|".join(sorted(name for name in SHORT if len(name) == 3)) + ")"
MONTH = "(?P<month>" + "|".join(sorted(MONTH_NAMES, key=len, reverse=True)) + rf")(?![^\W_])(?:(?<={_SHORT})\.|(?<=Sept)\.)?"
WEEKDAY_NAMES = {form: number for name, number in WEEKDAYS.items() for form in (name.title(), name.upper())}
WEEKDAY = "(?P<weekday>" + "|".join(WEEKDAY_NAMES) + r")\b"
# After "the day before", "two weeks after": no event and no date that it counts from.
ALONE = rf"(?=\s*(?:[.,;:)\"”]|$)|{S}(?:and|but|when|while|where|who|which|whereupon|in|at|by|to|on|with|for|from|about|over|against|as)\b)"
_WHICH = "this|last|next|that(?: same)?|the same|the following|the next|the previous|the preceding"
OF_YEAR = rf"(?:of{S}|in{S})?(?:(?P<which>{_WHICH}){S}year\b|the{S}year{S}(?P<beside>before|after){ALONE})"
# What may follow a month or day: its year in figures or in words.
_IN_YEAR = rf"(?:(?:,?{S}(?:of{S}|in{S})?|,)(?:(?P<year>{YEAR})|{JUCHE})|,?{S}{OF_YEAR})"

MONTH_DAYS = re.compile(rf"{MONTH}[^\S\n]{{0,3}}{DAYS}{_IN_YEAR}?")
DAYS_MONTH = re.compile(rf"{DAYS}(?:{S}day)?(?:{S}(?:of{S})?(?:the{S})?|-){MONTH}(?:{_IN_YEAR}|-(?P<glued>{YEAR}))?")
MONTH_YEAR = re.compile(rf"{MONTH}{_IN_YEAR}")
MONTH_ALONE = re.compile(MONTH)
YEAR_FIRST = re.compile(
    r"(?P<year>[12][0-9]{3})(?P<by>[-./])(?P<month>[0-9]{1,2})(?P=by)(?P<day>[0-9]{1,2})(?![\w-]|[./][0-9])"
)
DAY_FIRST = re.compile(r"(?P<a>[0-9]{1,2})(?P<by>[./])(?P<b>[0-9]{1,2})(?P=by)(?P<year>[12][0-9]{3})(?![\w-]|[./][0-9])")
YEAR_MONTH = re.compile(r"(?P<year>(?:19|20)[0-9]{2})-(?P<month>0[1-9]|1[0-2])(?![\w-]|[./][0-9])")
YEAR_MONTH_DAY = re.compile(rf"(?P<year>{YEAR}),?{S}{MONTH}{S}(?P<day>{DAY}){_NUMBER_ENDS}(?!,?{S}[12][0-9]{{3}}\b)")
# "1982, 2 April.", "1976, January:", where an entry begins.
YEAR_OVER_DAY = re.compile(
    rf"(?P<year>{YEAR})(?:[,:]|{S}{DASH}){S}(?:(?P<day>{DAY}){S}{MONTH}(?!,?{S}[12][0-9]{{3}}\b)|(?P<alone>{MONTH.replace('<month>', '<only>')})"
    rf"(?=[.:]|{S}{DASH}))"
)
YEARS = re.compile(
    rf"(?P<year>[12][0-9]{{3}})(?P<dash>\s?–\s?|{S}[-—]{S}|[-/])(?P<until>[12][0-9]{{3}}|[0-9]{{2}})(?![\w%–-]|,[0-9]|[.:][0-9])"
)
DECADE = re.compile(r"(?P<year>[12][0-9]{2}0)['’]?s\b")
SHORT_DECADE = re.compile(r"(?P<tens>[5-9]0)['’]?s\b")
ONE_YEAR = re.compile(YEAR)
A_DAY = re.compile("[0-9]{1,2}(?![0-9])")
ONE_DAY = re.compile(DAY)
A_WEEKDAY = re.compile(WEEKDAY)
JUCHE_YEAR = re.compile(rf"{JUCHE}(?:[.,]?{S}{MONTH}{S}(?P<day>{DAY}){_NUMBER_ENDS})?")

# Feasts that fall on the same day wherever they are kept.
FEASTS = {
    "New Year's Day": (1, 1), "New Year's Eve": (12, 31), "Christmas Day": (12, 25), "Christmas Eve": (12, 24),
    "Boxing Day": (12, 26), "May Day": (5, 1), "Day of the Sun": (4, 15), "Day of the Shining Star": (2, 16),
}  # fmt: skip
_FEASTS = "|".join(FEASTS).replace("'", "['’]")
FEAST = re.compile(rf"(?P<feast>{_FEASTS})\b{_IN_YEAR}?(?!{S}(?:[Ss]peech|[Aa]ddress|[Ss]tadium))")

# Events that are called by their day: no date of what is told.
CALLED = re.compile(
    rf"{S}(?:(?:[A-Z][\w-]*|inter-Korean){S}){{0,3}}(?:{alternatives('called-by-a-date')})\b|{S}(?:uprisings?|"
    rf"movement|revolution|massacre)\b|(?<=[Ss]eptember 11){S}(?:terror(?:ist)?{S})?attacks\b"
)

_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_ONES = "one two three four five six seven eight nine ten"
NUMBERS = {word: number for number, word in enumerate(f"{_ONES} {_TEENS} twenty".split(), 1)}
NUMBERS |= {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "a couple of": 2}
_FIRST = "first second third fourth fifth sixth seventh eighth ninth"
_TENTH = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
ORDINALS = {word: number for number, word in enumerate(f"{_FIRST} {_TENTH}".split(), 1)}
ORDINALS |= {f"twenty-{word}": 20 + number for word, number in [*ORDINALS.items()][:9]} | {"thirtieth": 30, "thirty-first": 31}
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
ORDINAL_MONTH = re.compile(rf"[Tt]he{S}(?P<ordinal>{_ORDINAL})(?:{S}day)?{S}of{S}{MONTH}{_IN_YEAR}?")

_MEASURES = word_class("measures")
# ... and those who may as well do something in that year.
PEOPLE = word_class("people-counted-beside-dates")
_CUES = frozenset(
    "in between since by until till before after from during through throughout year years of for late early mid circa".split()
)
_SURE = frozenset({"in", "since", "during", "year", "years"})
_VAGUE = frozenset({"about", "around"})
_DETERMINERS = frozenset("the its his her their our this that a an".split())
_QUANTITIES = word_class("quantities")
_CHANGES = word_class("changes-of-quantity")
# A number before these is more likely one of a resolution, or after these of anything.
_COMMITTEES = frozenset({"committee", "panel"})
_NUMBERED = frozenset({"sanctions", "regime", "resolution", "agenda"})
_NUMBERING = word_class("numbering")
_PREDICATES = frozenset({"was", "is", "will", "marks", "marked", "saw"})
_NAMED = word_class("named-by-year")
_NEXT = re.compile(rf"{S}([^\W\d_]+)")


def counts(text: str, end: int) -> str | None:
    """The word after `end`, where a number before it counts people or measures something."""
    word = _NEXT.match(text, end, end + 30)
    found = word.group(1).lower() if word else ""
    return found if found in _MEASURES or found in PEOPLE else None


def is_span(text: str, start: int, end: int, floor: int) -> bool:
    """Whether two ascending numbers with a dash between them are years, not pages, paragraphs or sizes."""
    before = text[max(floor, start - 24) : start].lower().split()
    return (not before or before[-1].strip("(") not in _NUMBERING) and counts(text, end) is None


def is_year(text: str, start: int, end: int, floor: int, ceiling: int) -> bool:
    """Whether the four figures at `[start, end)` are a year, by the words around them in `text[floor:ceiling]`."""
    year = int(text[start:end])
    if not 1000 <= year <= 2099 or (text[end : end + 1] in "-–" and text[end + 1 : end + 2].isalnum()):
        return False
    before = text[max(floor, start - 48) : start]
    after = _NEXT.match(text, end, min(ceiling, end + 30))
    word = after.group(1) if after else ""
    then = word.lower()
    words = [w.strip("(\"“‘'").lower() for w in before.split()[-3:]]
    if len(words) > 1 and words[-1] in _VAGUE and words[-2] in _CUES:
        words.pop()
    last = words[-1] if words and before[-1:].isspace() else ""
    if then in _MEASURES or (then in PEOPLE and not (last in _SURE and 1900 <= year <= 2030 and year % 100)):
        return False
    if then in _COMMITTEES and year < 2020:
        return False
    closing = text[end : min(ceiling, end + 3)].lstrip()[:1]
    if last in _VAGUE and year % 100 and 1900 <= year <= 2030 and closing in tuple(".,;:)]["):
        return True
    if last in _CUES:
        other = words[-2] if len(words) > 1 else ""
        if last == "year" and other in ("fiscal", "financial"):
            return False
        if (last == "of" and other in _QUANTITIES) or (last in ("by", "from") and other in _CHANGES):
            return False
        if re.match(r"\s?\([12][0-9]{3}\)", text[end : end + 8]):
            return False
        return year >= 1500 or (last not in ("of", "for", "by") and not then)
    if year < 1500:
        return False
    if last in _DETERMINERS or last.endswith(("'s", "’s", "s'", "s’")):
        return bool(then) and not (then in _NUMBERED and year < 1945)
    if before.endswith(("(", "( ")):
        return closing in tuple("),;:–-/") and not before.lower().endswith(("resolution (", "resolutions ("))
    if last.endswith(",") and before.split()[-1][:1].isupper():
        return closing in ("", ".", "(", ")", ";", ":")
    if not before.strip('\n\t |*-•#"“'):
        return closing in ("", *":.,–—-|)*") or then in _PREDICATES
    return (then in _NAMED and last not in _NUMBERING) or text.startswith((" the year of", " as the"), end)
