"""Whether two assertions can both hold: values as intervals, statements by their words and by the lexicon of contraries."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from dragoman.analysis.assertions import Assertion, Told
from dragoman.analysis.names import load_names
from dragoman.analysis.table import cell
from dragoman.lexicon.entries import Contrary, Entry, Exclusive, Measure, Unit
from dragoman.lexicon.loader import entries_of

DENIED = "asserted and denied"
EXCLUDE = "cannot both hold"
DIFFER = "differ"
AGAINST = "said and aimed at"
COMPATIBLE = "differ; both may hold"

Interval = tuple[float, float]
Finding = tuple[str, str]  # what it is, and why

_ABOUT = 0.1  # what "~" leaves open, as a share
_ROUNDED = 0.02  # what turning one unit into another leaves open, as a share
_ALIKE = 0.6  # of the words of two statements
_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    "a an the of in on at to for and or by with from as is are was were be been being it its his her their our this that such "
    "any some there exist exists existed has have had do does did not no so called own status position any part whole".split()
)
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion trillion dozen mln bln mn bn more less least most than about over under up to "
    "nearly almost some around total only".split()
)
# "Three more towns", "another 200": what comes on top of a number that is not told.
_ADDED = re.compile(
    r"\b(?:another|additional|further|extra)\b|(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|"
    r"thousands?|millions?|billions?|several|many|few)) (?:more|other|new)\b(?! than)",
    re.IGNORECASE,
)
_WORDS = {">": "more than ", ">=": "at least ", "<": "less than ", "<=": "at most ", "~": "about ", "=": ""}


class Contraries:
    """What excludes what, from the lexicon and a user's entries."""

    def __init__(self, users: Sequence[Entry] = ()) -> None:
        self._entries = [*entries_of("contraries.toml"), *entries_of("assertions.toml"), *users]

    @cached_property
    def of_deeds(self) -> frozenset[str]:
        """Measures that are counted anew with each deed: two numbers of them do not exclude each other."""
        return frozenset(entry.id for entry in entries_of("measures.toml") if isinstance(entry, Measure) and entry.deeds)

    @cached_property
    def units(self) -> dict[str, Unit]:
        return {entry.id: entry for entry in self._entries if isinstance(entry, Unit)}

    @cached_property
    def loose(self) -> frozenset[str]:
        """Measures of which a number may be of any of them, or that a unit alone tells, as "money" by dollars: of what, only
        the words around it say.
        """
        measures = [entry for entry in entries_of("measures.toml") if isinstance(entry, Measure)]
        units = {unit.measure for unit in self.units.values() if unit.measure} - {m.id for m in measures}
        return frozenset(units | {m.id for m in measures if m.loose})

    @cached_property
    def plain(self) -> frozenset[str]:
        """Words that say how many and in which unit, and not what is measured."""
        return _NUMBERS | {word for unit in self.units.values() for form in unit.words for word in content(form)}

    @cached_property
    def _measured(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for entry in entries_of("measures.toml"):
            if isinstance(entry, Measure):
                found.setdefault(entry.id, set()).update(
                    word for phrase in (entry.id, *entry.words) for word in content(phrase)
                )
        return {measure: frozenset(words) for measure, words in found.items()}

    def naming(self, measure: str) -> frozenset[str]:
        """The words that name a measure, and people in general, which most of what is counted are."""
        return self._measured.get(measure, content(measure)) | self._measured["people"]

    @cached_property
    def exclusive(self) -> frozenset[str]:
        return frozenset(word for entry in self._entries if isinstance(entry, Exclusive) for word in entry.words)

    @cached_property
    def _pairs(self) -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
        found = (entry for entry in self._entries if isinstance(entry, Contrary))
        return [(_pattern(entry.one), _pattern(entry.other)) for entry in found]

    def sides(self, text: str) -> frozenset[tuple[int, int]]:
        """Which lists a text has phrases of: number of the pair, and 0 or 1. A phrase of both lists counts for the other."""
        said = normal(text)
        found = set()
        for number, (one, other) in enumerate(self._pairs):
            if other.search(said):
                found.add((number, 1))
            elif one.search(said):
                found.add((number, 0))
        return frozenset(found)


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(normal(phrase))}\b" for phrase in sorted(phrases, key=len, reverse=True)))


@lru_cache(maxsize=65_536)
def normal(text: str) -> str:
    """Words in lower case and singular, one space between them."""
    return " ".join(_singular(word) for word in _WORD.findall(text.lower()))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=65_536)
def content(text: str) -> frozenset[str]:
    """The words of a statement that say something."""
    return frozenset(word for word in normal(text).split() if word not in _EMPTY)


def alike(one: str, other: str) -> bool:
    """Whether two statements say the same in similar words, or one of them says it shorter."""
    mine, its = content(one), content(other)
    if not mine or not its:
        return False
    both = len(mine & its)
    return both / len(mine | its) >= _ALIKE or (both == min(len(mine), len(its)) and both > 1)


def of_one_thing(one: Assertion, other: Assertion, contraries: Contraries) -> bool:
    """Whether two numbers of one measure may be of the same thing: neither is told to be added to others, and where their
    subject is not named, or the measure is a loose one, their words share one that says what is measured.
    """
    if _ADDED.search(one.words) or _ADDED.search(other.words):
        return False
    measure, subjects = one.last.measure or "", {one.last.subject, other.last.subject}
    if (None not in subjects and measure not in contraries.loose) or not one.words or not other.words:
        return True
    plain = contraries.naming(measure) | contraries.plain | {word for code in subjects if code for word in _own_words(code)}
    return any(not word.isdigit() and word not in plain for word in content(one.words) & content(other.words))


@lru_cache(maxsize=1024)
def _own_words(code: str) -> frozenset[str]:
    """The words of what an actor is called, which say whose something is and not what."""
    return frozenset(word for name in load_names().called(code) for word in content(name))


def quantities(one: Told, other: Told, units: dict[str, Unit]) -> Finding | None:
    """How two claims about one measure stand to each other; None where they say the same or cannot be compared."""
    scale = _scales(one.unit, other.unit, units)
    if scale is None or _same(one, other):
        return None
    existence = "existence" in (one.kind, other.kind)
    a, b = interval(one, scale[0]), interval(other, scale[1])
    if a is not None and b is not None and one.unit != other.unit and scale != (1.0, 1.0):
        a, b = _rounded(a), _rounded(b)
        if one.comparator == other.comparator and max(a[0], b[0]) <= min(a[1], b[1]):
            return None  # "7,400 kilometres (4,600 miles)"
    if one.denied != other.denied and not existence:
        holds = a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])
        return (DENIED, f"{said(one)} is asserted by one and denied by the other") if holds and _read(one, other) else None
    if a is None or b is None:
        if existence or one.denied or one.value_text is None or other.value_text is None:
            return None
        both_unread = one.value is None and other.value is None
        return (DIFFER, f"{said(one)} is not {said(other)}") if both_unread else None
    if max(a[0], b[0]) > min(a[1], b[1]):
        kind = DENIED if existence else DIFFER
        return kind, f"{said(one)} excludes {said(other)}"
    return None if existence or one.denied else (COMPATIBLE, f"{said(one)} and {said(other)} do not exclude each other")


def _same(one: Told, other: Told) -> bool:
    value = (one.value_text or "").casefold() == (other.value_text or "").casefold() if one.value is None else True
    return (one.comparator, one.value, one.denied, one.kind) == (
        other.comparator, other.value, other.denied, other.kind
    ) and one.unit == other.unit and value  # fmt: skip


def _read(one: Told, other: Told) -> bool:
    """Whether both values are numbers, or both are not and have the same words."""
    if (one.value is None) != (other.value is None):
        return False
    return one.value is not None or (one.value_text or "").casefold() == (other.value_text or "").casefold()


def _scales(one: str | None, other: str | None, units: dict[str, Unit]) -> tuple[float, float] | None:
    """What to multiply with, so that both are of one unit; None where they cannot be.

    A noun that no list of units has (`state`) tells what is counted, and may be left out.
    """
    if one == other:
        return 1.0, 1.0
    mine, its = units.get(one or ""), units.get(other or "")
    if mine and its and mine.base and mine.base == its.base:
        return mine.factor, its.factor
    counted = all(unit is None or (unit not in units and unit != "percent" and not unit.isupper()) for unit in (one, other))
    return (1.0, 1.0) if counted and (one is None or other is None) else None


def interval(told: Told, scale: float = 1.0) -> Interval | None:
    """The values under which a claim is right, None where they were not read. "There are none" is nought, "there are" more."""
    if told.kind == "existence" and told.value is None:
        return (0.0, 0.0) if told.denied else (math.nextafter(0, 1), math.inf)
    if told.value is None:
        return None
    value = told.value * scale
    slack = abs(value) * _ABOUT
    return {
        ">": (math.nextafter(value, math.inf), math.inf), ">=": (value, math.inf), "<=": (-math.inf, value),
        "<": (-math.inf, math.nextafter(value, -math.inf)), "~": (value - slack, value + slack),
    }.get(told.comparator, (value, value))  # fmt: skip


def _rounded(values: Interval) -> Interval:
    """Values that were turned from one unit into another leave open what was rounded."""
    low, high = values
    return (
        low - abs(low) * _ROUNDED if math.isfinite(low) else low,
        high + abs(high) * _ROUNDED if math.isfinite(high) else high,
    )


def said(told: Told) -> str:
    """A value in words, as `more than 160 states`."""
    if told.kind == "existence" and told.value is None:
        return "that there are none" if told.denied else "that there are some"
    if told.value is None:
        return f"“{told.value_text}”"
    number = f"{int(told.value):,}" if float(told.value).is_integer() else cell(told.value)
    unit = told.unit if not told.unit or told.unit.isupper() or told.unit == "percent" else f"{told.unit}s"
    return " ".join(part for part in (_WORDS.get(told.comparator, "").strip(), number, unit) if part)


def statements(one: Assertion, other: Assertion, contraries: Contraries) -> Finding | None:
    """How two claims in words stand to each other, or a status and an aim; None where nothing tells that they conflict."""
    a, b = one.last, other.last
    mine, its = contraries.sides(one.words), contraries.sides(other.words)
    principle = "principles" in (a.table, b.table)
    if a.denied != b.denied:
        if principle or a.kind != b.kind or not (alike(one.words, other.words) or mine & its):
            return None
        return DENIED, "one asserts what the other denies"
    if a.denied or (principle and a.table == b.table) or not {a.kind, b.kind} & {"status"}:
        return None
    against = sorted(number for number, side in mine if (number, 1 - side) in its)
    if not against:
        return None
    return (AGAINST, "a declared aim excludes this status") if principle else (EXCLUDE, "one status excludes the other")


def both_alone(one: Assertion, other: Assertion, exclusive: frozenset[str]) -> Finding | None:
    """Where each of two subjects is said to be the only one of a kind."""
    mine, its = content(one.words), content(other.words)
    if one.last.denied or other.last.denied or one.last.subject == other.last.subject:
        return None
    if not mine & exclusive or not its & exclusive:
        return None
    mine, its = mine - exclusive, its - exclusive
    both = mine & its
    if both and len(both) / min(len(mine), len(its)) >= _ALIKE:
        return EXCLUDE, "each is said to be the only one"
    return None
