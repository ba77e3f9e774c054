"""Numbers in text: in digits and words, with what bounds them ("more than", "up to"), ranges, and units of money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.lexicon.words import alternatives

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "mln": 1e6, "mn": 1e6, "bln": 1e9, "bn": 1e9, "trln": 1e12, "trn": 1e12, "tn": 1e12, "lakh": 1e5, "crore": 1e7, "dozen": 12.0,
    "k": 1e3, "m": 1e6, "b": 1e9,
}  # fmt: skip
_SCALE = r"(?:hundred|thousand|million|billion|trillion|mln|mn|bln|bn|trln|trn|tn|lakh|crore)"
# "$5m", "1.5m people": a letter that stands for a scale behind a sign of money, or before what is counted in millions.
_LETTER = rf"[kmb]\b(?(sign)|(?=\s(?:{alternatives('counted-after-k-and-m')})\b))"
_DIGITS = r"\d{1,3}(?:[,.   '’]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?"
_SMALL = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen)"
)
_TEN = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_BELOW = rf"(?:{_TEN}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|{_SMALL})"
_WORDS = (
    rf"(?:half a (?:{_SCALE}|dozen)|{_SMALL} and a half {_SCALE}|(?:a|{_BELOW}) {_SCALE}(?:(?: and|,)? {_BELOW}(?: {_SCALE})?)*(?: {_SCALE})?|(?:a|{_SMALL}) "
    rf"dozen|{_BELOW})"
)
_CODES = alternatives("currency-codes")
_NUMBER = (
    rf"(?:(?P<sign>US ?\$|U\.S\. ?\$|(?:AU?|CA?|NZ|S|HK|NT|R)\$|[$€£¥]|\b(?:{_CODES})\b)\s?)?"
    rf"(?:(?P<digits>{_DIGITS})(?:[ -]?(?P<scale>{_SCALE}\b|{_LETTER}))?|"
    rf"\b(?P<words>{_WORDS})\b)"
)
_PATTERN = re.compile(
    rf"(?:(?<![\w.,/$€£¥-])|(?<=\d-)){_NUMBER}(?![\w/]|[.,]\d)(?P<plus>\+)?(?P<percent>\s?(?:%|per ?cent\b|percentage "
    rf"points?\b))?",
    re.IGNORECASE,
)
_SCALED = re.compile(rf"({_SCALE}|(?<=\d)[kmb])$", re.IGNORECASE)
_BOUNDS = (
    (">=", r"at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum"),
    ("<=", r"up to|at most|no more than|not more than|as many as|as much as|a maximum of|maximum|not exceeding|not over"),
    (
        ">",
        r"more than|(?:well |just |far )?over|above|exceeding|in excess of|upwards? of|greater than|surpassing|exceeds|"
        r"exceeded|topped|tops",
    ),
    ("<", r"(?:far |much )?(?:less|fewer) than|(?:just )?under|below"),
    (
        "~",
        r"about|around|approximately|approx\.?|some|roughly|perhaps|nearly|almost|close to|circa|(?:an )?estimated|an average of|on "
        r"the order of|or so",
    ),
)
_BEFORE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(f'(?P<b{i}>{words})' for i, (_, words) in enumerate(_BOUNDS))})(?:\s+(?:a|the|some|about|half))?"
    rf"\s*$",
    re.IGNORECASE,
)
# "Two thirds of its exports", "one in four of them": shares, as per cent of a hundred.
_PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<of>{_SMALL}|a)[ -](?P<part>third|quarter|fourth|fifth|sixth|eighth|tenth)s?(?=\s+of\s)"
    rf"|(?<!the )(?<!first )(?<!second )(?<!other )(?<!last )(?<!ern )(?P<half>half)(?=\s+(?:of|the|its|their|our|all)\s)|(?P<one>{_SMALL})\s+(?:in|out of(?: every)?)\s+(?P<every>{_BELOW})(?=\s+(?:of\s|[a-z]+s\b)))",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s+or\s+(more|less|fewer|so)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[-–—]|to|and)\s*$")
_OPENS = re.compile(r"\b(between|from)\s+(?:about\s+|some\s+)?$", re.IGNORECASE)
_YEAR_IN = re.compile(r"(?:^|\W)in (?:19|20)\d\d$")
_BY = re.compile(r"\bby\s+$")
_VAGUE = re.compile(
    r"(?<![\w-])(?:(?:tens|hundreds|dozens|scores|thousands|millions) of (?:thousands|millions) of|(?:tens|dozens|scores|"
    r"hundreds|thousands|millions|billions) of|"
    r"several (?:hundred|thousand|million|dozen)|a few (?:hundred|thousand|million|dozen))(?![\w-])", re.IGNORECASE,
)  # fmt: skip
_MONEY = {code.lower(): code for code in _CODES.split("|")} | {"$": "dollar", "us$": "USD", "us $": "USD", "u.s. $": "USD", "u.s.$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY",
          "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "s$": "SGD", "hk$": "HKD", "nt$": "TWD",
          "r$": "BRL"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at [start, end) with its bounds and unit; [number_start, number_end) is the number alone.

    `worded`: a share in words, as per cent. `value` is None for vague ones ("hundreds of"); a range has `high` too. `unit` is percent, the currency of a sign, or None.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: float | None
    high: float | None = None
    comparator: str = "="
    unit: str | None = None
    worded: bool = False


def find_figures(text: str, start: int, end: int) -> Iterator[Figure]:
    """The numbers in `text[start:end]`, in order; the two ends of a range are one."""
    found = list(_numbers(text, start, end))
    i = 0
    while i < len(found):
        figure = found[i]
        following = found[i + 1] if i + 1 < len(found) else None
        joined = _ranged(text, start, figure, following) if following is not None else None
        yield joined or figure
        i += 2 if joined is not None else 1


def _numbers(text: str, start: int, end: int) -> Iterator[Figure]:
    found: list[Figure] = []
    for match in _PATTERN.finditer(text, start, end):
        value = _value(match)
        if value is None:
            continue
        comparator, begin = _bound(text, start, match.start())
        stop, unit = match.end(), "percent" if match["percent"] else _MONEY.get((match["sign"] or "").lower())
        after = _AFTER.match(text, stop, end)
        if match["plus"] or after is not None:
            word = after.group(1).lower() if after is not None else "more"
            comparator = {"more": ">=", "less": "<=", "fewer": "<=", "so": "~"}[word]
            stop = after.end() if after is not None else stop
        found.append(Figure(begin, stop, match.start(), match.end(), value, None, comparator, unit))
    if shares := list(_FRACTION.finditer(text, start, end)):
        found = [f for f in found if not any(_overlap(f, m) for m in shares)] + [_share(text, start, m) for m in shares]
    for match in _VAGUE.finditer(text, start, end):
        if not any(f.number_start < match.end() and match.start() < f.number_end for f in found):
            found.append(Figure(match.start(), match.end(), match.start(), match.end(), None))
    yield from sorted(found, key=lambda f: f.start)


def _overlap(figure: Figure, match: re.Match[str]) -> bool:
    return figure.number_start < match.end() and match.start() < figure.number_end


def _share(text: str, start: int, match: re.Match[str]) -> Figure:
    """A share told by its parts, in per cent."""
    if match["half"]:
        value = 50.0
    elif match["one"]:
        value = 100 * (_worded(match["one"].lower()) or 0) / (_worded(match["every"].lower()) or 1)
    else:
        value = 100 * (_worded(match["of"].lower()) or 0) / _PARTS[match["part"].lower()]
    comparator, begin = _bound(text, start, match.start())
    return Figure(begin, match.end(), match.start(), match.end(), round(value, 1), None, comparator, "percent", worded=True)


def _bound(text: str, start: int, at: int) -> tuple[str, int]:
    """(comparator, where its words begin) of a number that begins at `at`."""
    before = _BEFORE.search(text, max(start, at - 32), at)
    if before is None:
        return "=", at
    return next(sign for i, (sign, _) in enumerate(_BOUNDS) if before[f"b{i}"]), before.start()


def _ranged(text: str, start: int, low: Figure, high: Figure) -> Figure | None:
    """ "between 80,000 and 120,000", "300-400", "from 3 to 5 million"; None where the two are no range."""
    between = text[low.end : high.number_start]
    if low.value is None or high.value is None or len(between) > 6 or not _BETWEEN.fullmatch(between):
        return None
    opens = _OPENS.search(text, max(start, low.start - 16), low.start)
    if between.strip() == "and" and (opens is None or opens.group(1).lower() != "between"):
        return None
    if low.unit is None and _YEAR_IN.search(text[max(start, low.number_start - 4) : low.number_end]):
        return None  # "fell in 2020 to 640 million"
    if low.unit == "percent" and high.unit != "percent":
        return None  # "rose by 12 per cent to 900 million"
    by = _BY.search(text, max(start, low.start - 4), low.start)
    if by is not None and _SCALED.search(text[low.number_start : low.number_end]):
        return None  # "rose by 3 million to 12 million"
    first = low.value
    scale = _SCALED.search(text[high.number_start : high.number_end])
    if scale is not None and first < high.value and first < 1000:
        first *= _SCALES[scale.group(1).lower()]
    if first >= high.value:
        return None
    begin = opens.start() if opens is not None else low.start
    return replace(
        low, start=begin, end=high.end, number_end=high.number_end, value=first, high=high.value, unit=high.unit or low.unit
    )


def _value(match: re.Match[str]) -> float | None:
    if match["digits"]:
        digits = re.sub(r"[,   '’](?=\d{3})", "", match["digits"])
        if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", digits):
            digits = digits.replace(".", "")
        value = float(digits) if digits.count(".") <= 1 else None
        if value is None:
            return None
        return round(value * _SCALES[match["scale"].lower()], 6) if match["scale"] else value
    return _worded(match["words"].lower())


def _worded(words: str) -> float | None:
    if words.startswith("half a "):
        return _SCALES[words.rsplit(" ", 1)[-1]] / 2
    if " and a half " in words:
        return (_ONES[words.split()[0]] + 0.5) * _SCALES[words.rsplit(" ", 1)[-1]]
    total, current = 0.0, 0.0
    for word in re.split(r"[ ,-]+", words):
        if word in ("a", "and", ""):
            current = current or (1.0 if word == "a" else 0.0)
        elif word in _ONES or word in _TENS:
            current += _ONES.get(word, 0) + _TENS.get(word, 0)
        elif word in ("hundred", "dozen"):
            current = (current or 1) * _SCALES[word]
        elif word in _SCALES:
            total += (current or 1) * _SCALES[word]
            current = 0.0
    return total + current or None
