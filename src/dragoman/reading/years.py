"""In which year a text was written, as shown by what it tells: events of "this year", anniversaries, numbered sessions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Happening, Series
from dragoman.lexicon.words import alternatives
from dragoman.reading.lines import plain
from dragoman.reading.signs import Signed, has_any
from dragoman.reading.voice import Voices
from dragoman.text import Span

REACH = 40_000
_STOP = re.compile(r"(?<=[a-z0-9)\"'])[.!?][\"')\]]*\s+(?=[\"'(]?[A-Z])")
_WORTH = re.compile(r"(?:this|last|next|current|previous|coming) year|a year ago|present year|anniversary|birthday")
_WORTH_SIGNS = (
    *(f"{which} year" for which in ("this", "last", "next", "current", "previous", "coming", "present")),
    "a year ago",
    "anniversary",
    "birthday",
)
_WHEN = re.compile(
    r"\b(?P<this>this year|the current year)\b|\b(?P<last>last year|the previous year|a year ago)\b|"
    r"\b(?P<next>next year|the coming year)\b",
    re.IGNORECASE,
)
_SAYS_YEAR = re.compile(
    r"\b(?:this year,? (?:of )?\(?|in )(?P<a>(?:19|20)\d\d)\)?(?:,? this year)?|(?P<b>(?:19|20)\d\d), (?:the )?(?:current|"
    r"present) year|last year,? \(?(?P<c>(?:19|20)\d\d)\)?|"
    r"next year,? \(?(?P<d>(?:19|20)\d\d)\)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SINCE = re.compile(r"\b(?:since|ago|after the|years (?:later|after|before)|like in|unlike)\b", re.IGNORECASE)
_ANNIVERSARY = re.compile(
    r"\b(?P<n>\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:[ -][a-z]+)?)[ -](?:birth )?(?P<what>anniversary|"
    r"birthday)\b",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    rf"\b(?:{alternatives('keeps-a-day')})\b",
    re.IGNORECASE,
)
_ORDINAL_SESSION = re.compile(
    r"(?<![\w-])(?P<n>\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?(?<=st|nd|rd|th))"
    r"(?=\s+(?:regular |ordinary |annual )?(?P<what>[a-z][a-z .]{3,60}))",
    re.IGNORECASE,
)
_GATHERING = Signed(
    re.compile(r"session|assembly|conference|forum|arf\b", re.IGNORECASE), ("session", "assembly", "conference", "forum", "arf")
)
_DEBATE = re.compile(r"\bgeneral debate\b", re.IGNORECASE)
_PAIR = re.compile(r"\b(?:our|the two|both|two) (?:countries|nations|states|peoples|sides)\b", re.IGNORECASE)

_UNITS = """
    zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth
    """.split()
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}


@dataclass(frozen=True, slots=True)
class YearClue:
    """A year and the words that show it. `month`: the text itself must be read with the month of its date (see Series)."""

    year: int
    why: str
    span: Span
    month: int | None = None


class Years:
    """Finds the year of a text with the lexicon's dated events."""

    def __init__(self, lexicon: Lexicon, voices: Voices) -> None:
        self._happenings = [(h, [tuple(w.split("|")) for w in h.words]) for h in lexicon.all(Happening)]
        self._by_word: dict[str, list[int]] = {}
        for i, (_, needed) in enumerate(self._happenings):
            for word in needed[-1]:
                self._by_word.setdefault(word, []).append(i)
        self._words = sorted({a for _, needed in self._happenings for alternatives in needed for a in alternatives})
        self._automaton = AhoCorasick(self._words, matchkind=MatchKind.Standard)
        self._series = [
            (s, re.compile("|".join(re.escape(w) for w in sorted(s.words, key=len, reverse=True)))) for s in lexicon.all(Series)
        ]
        self._voices = voices

    def clues(self, text: str, lead: int) -> list[YearClue]:
        """What shows the year in which `text` was written; `lead` is where its first sentences end."""
        text = plain(text[:REACH])
        pair: frozenset[str] | None = None
        out: list[YearClue] = list(self._sessions(text[:lead]))
        for span in _telling(text):
            words = span.of(text)
            when = _WHEN.search(words)
            anniversary = _ANNIVERSARY.search(words)
            if when is None and anniversary is None:
                continue
            if pair is None:
                pair = self._pair(text)
            out += self._said(words, span)
            out += self._told(words, span, when, anniversary, pair)
        return out

    def _said(self, words: str, span: Span) -> Iterator[YearClue]:
        """ "This year, 2014"."""
        for match in _SAYS_YEAR.finditer(words):
            if match.group("a") and "this year" not in match.group().lower():
                continue
            for name, shift in (("a", 0), ("b", 0), ("c", 1), ("d", -1)):
                if match.group(name):
                    yield YearClue(
                        int(match.group(name)) + shift, "year named", Span(span.start + match.start(), span.start + match.end())
                    )

    def _told(
        self, words: str, span: Span, when: re.Match[str] | None, anniversary: re.Match[str] | None, pair: Collection[str]
    ) -> Iterator[YearClue]:  # fmt: skip
        shift = 0 if when is None or when.group("this") else (1 if when.group("last") else -1)
        states = set(self._voices.named(words)) | (set(pair) if _PAIR.search(words) else set())
        if anniversary is not None:
            number = ordinal(anniversary.group("n"))
            behind = words[anniversary.start() :]
            if number and _KEEPS.search(words) and (when is None or shift == 0):
                for year in self._years_of(behind, states):
                    if not any(int(y) == year + number for y in _YEAR.findall(words)):
                        yield YearClue(year + number, "anniversary", span)
                for said in self._founding_year(behind):
                    yield YearClue(said + number, "anniversary", span)
            return
        if when is not None and not _YEAR.search(words) and not _SINCE.search(words):
            for year in self._years_of(words, states):
                yield YearClue(year + shift, "event of the year", span)

    def _founding_year(self, behind: str) -> list[int]:
        """The year that an anniversary counts from, where the text names it: "the 50th anniversary of … in 1949"."""
        found = [int(y) for y in _YEAR.findall(behind[:220])]
        return found if len(found) == 1 else []

    def _years_of(self, words: str, states: Collection[str]) -> set[int]:
        """The years of the dated events that `words` refer to."""
        found = self._found(words.lower())
        out = set()
        for i in {i for word in found for i in self._by_word.get(word, ())}:
            happening, needed = self._happenings[i]
            if all(any(a in found for a in alternatives) for alternatives in needed) and self._in_view(happening, states):
                out.add(int(happening.date[:4]))
        return out

    def _found(self, lowered: str) -> set[str]:
        """The words of dated events that begin a word of the text; short ones must be whole, or "nam" is found in "named"."""
        out = set()
        for i, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            begins = start == 0 or not lowered[start - 1].isalnum()
            if begins and (end - start > 4 or end == len(lowered) or not lowered[end].isalnum()):
                out.add(self._words[i])
        return out

    def _in_view(self, happening: Happening, states: Collection[str]) -> bool:
        wanted = set(happening.states)
        # What a text says of Moscow before 1991 and after counts for both states.
        seen = set(states) | ({"RUS", "SUN"} if {"RUS", "SUN"} & set(states) else set())
        return len(happening.states) < 2 or wanted <= seen

    def _pair(self, text: str) -> frozenset[str]:
        return frozenset(code for code, _ in self._voices.named(text).most_common(4))

    def _sessions(self, text: str) -> Iterator[YearClue]:
        if not _GATHERING.search(text):
            return
        for match in _ORDINAL_SESSION.finditer(text):
            number = ordinal(match.group("n"))
            if not number:
                continue
            for series, pattern in self._series:
                found = pattern.match(match.group("what").lower())
                if found:
                    debate = _DEBATE.search(text) is not None
                    month = None if debate else series.month
                    yield YearClue(
                        series.base + number, "session", Span(match.start(), match.start("what") + found.end()), month
                    )
                    break


def _telling(text: str) -> list[Span]:
    """The sentences of `text` that speak of a year or an anniversary."""
    lowered = text.lower()
    out: list[Span] = []
    if not has_any(lowered, _WORTH_SIGNS):
        return out
    for match in _WORTH.finditer(lowered if len(lowered) == len(text) else text):
        if out and match.start() < out[-1].end:
            continue
        start = max(
            [
                text.rfind("\n", 0, match.start()) + 1,
                *(s.end() for s in _STOP.finditer(text, max(0, match.start() - 700), match.start())),
            ]
        )
        stop = _STOP.search(text, match.end(), match.end() + 900)
        line = text.find("\n", match.end())
        ends = [e for e in (stop.start() + 1 if stop else -1, line) if e >= 0]
        out.append(Span(start, min(ends, default=len(text))))
    return out


def in_month(clue: YearClue, month: int | None) -> int | None:
    """The year of a clue for a text of this month; None where a session may be in either of two years."""
    if clue.month is None:
        return clue.year
    if month is None:
        return None
    return clue.year if month >= clue.month else clue.year + 1


def ordinal(words: str) -> int | None:
    """The number of "65th", "sixty-fifth"; None for any other word."""
    words = words.lower().replace(" ", "-")
    digits = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", words)
    if digits:
        return int(digits.group(1))
    if words in _UNITS:
        return _UNITS.index(words) or None
    tens, _, unit = words.partition("-")
    value = next((v for k, v in _TENS.items() if tens in (k + "y", k + "ieth")), None)
    if value is None:
        return None
    if not unit:
        return value if tens.endswith("ieth") else None
    return value + _UNITS.index(unit) if unit in _UNITS[1:10] else None
