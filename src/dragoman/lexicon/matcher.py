"""Finding the lexicon's names and phrases in text: one pass of an automaton per text."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.lexicon.entries import (
    Body,
    Collective,
    Entry,
    Holder,
    Instrument,
    Misspelling,
    Organisation,
    Place,
    State,
)

if TYPE_CHECKING:
    from dragoman.lexicon.loader import Lexicon


class Sense(NamedTuple):
    """One thing that a name can mean.

    `kind`: name, adjective, demonym, capital, seat, body, organisation, collective, holder, place, instrument.
    `since` and `until` bound the time in which it can (dates cut to precision); `careful` marks names that are
    also ordinary words, given names or places, and need more than the bare word.
    """

    code: str | None
    kind: str
    sector: str | None = None
    name: str | None = None
    office: str | None = None
    since: str | None = None
    until: str | None = None
    careful: bool = False


class Found(NamedTuple):
    """A name in a text, and all that it can mean."""

    start: int
    end: int
    senses: tuple[Sense, ...]


# A compass word may be written small, which is itself telling ("south Korea").
_COMPASS = ("North ", "South ", "East ", "West ")
# How far beyond a phrase that ends inside a word another may reach that begins in it, in characters.
_REACH = 60
# Entries are written with straight apostrophes and hyphens; texts have many.
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-"})


class NameMatcher:
    """Finds names as written; in text that is all capitals, also names written in capitals."""

    def __init__(self, senses: dict[str, list[Sense]]) -> None:
        self._senses = dict(senses)
        for name in list(senses):
            if name.startswith(_COMPASS):
                self._senses.setdefault(name[0].lower() + name[1:], senses[name])
        self._names = list(self._senses)
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)
        self._written = senses

    @cached_property
    def _shouted(self) -> tuple[AhoCorasick, list[str], dict[str, list[Sense]]]:
        """The names in capitals, made for the first text that is written so."""
        shouted: dict[str, list[Sense]] = {}
        for name, found in self._written.items():
            if len(name) > 3 or name.isupper():
                sure = [s for s in found if not s.careful]
                if sure:
                    shouted.setdefault(name.upper(), []).extend(sure)
        names = list(shouted)
        return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names, shouted

    def find(self, text: str, *, capitals: bool = False) -> Iterator[Found]:
        """Names in `text`, longest first from the left, never inside a word."""
        automaton, names, senses = self._shouted if capitals else (self._automaton, self._names, self._senses)
        for index, start, end in automaton.find_matches_as_indexes(_straight(text)):
            if whole(text, start, end):
                yield Found(start, end, tuple(senses[names[index]]))
            elif (name := _shorter(text, start, names[index], senses)) is not None:
                yield Found(start, start + len(name), tuple(senses[name]))

    def senses(self, name: str) -> tuple[Sense, ...]:
        """All that exactly this name can mean; empty where it is unknown."""
        return tuple(self._senses.get(name, ()))


class PhraseMatcher:
    """Finds phrases in any case; each brings the entries that list it."""

    def __init__(self, phrases: dict[str, list[Any]]) -> None:
        self._phrases = list(phrases)
        self._entries = [tuple(phrases[p]) for p in self._phrases]
        self._automaton = AhoCorasick(self._phrases, matchkind=MatchKind.LeftmostLongest)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {phrase: place for place, phrase in enumerate(self._phrases)}

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> PhraseMatcher:
        phrases: dict[str, list[Any]] = {}
        for entry in entries:
            for words in getattr(entry, "words", None) or getattr(entry, "names", None) or ():
                phrases.setdefault(words.lower(), []).append(entry)
        return cls(phrases)

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[Any, ...]]]:
        """(start, end, entries) per phrase, longest first from the left, never inside a word."""
        lowered = _lowered(text)
        last = 0
        for index, start, end in self._automaton.find_matches_as_indexes(lowered):
            if start < last:
                continue
            if whole(lowered, start, end):
                yield start, end, self._entries[index]
            elif " " in self._phrases[index] and whole(lowered, start, start + 1 + lowered[start:end].find(" ")):
                for found in self._beneath(lowered, start, end, self._phrases[index]):
                    yield found
                    last = found[1]

    def _beneath(self, lowered: str, start: int, end: int, phrase: str) -> Iterator[tuple[int, int, tuple[Any, ...]]]:
        """What stands where a longer phrase ends inside a word: "friendly" in what begins like "traditional friend"."""
        begin = lowered.index(" ", start) + 1
        if (shorter := _shorter(lowered, start, phrase, self._places)) is not None:
            yield start, start + len(shorter), self._entries[self._places[shorter]]
            begin = start + len(shorter)
        for index, first, past in self._automaton.find_matches_as_indexes(lowered[begin : end + _REACH]):
            if begin + first >= end:
                return
            if whole(lowered, begin + first, begin + past):
                yield begin + first, begin + past, self._entries[index]


def _shorter(text: str, start: int, name: str, known: Container[str]) -> str | None:
    """The longest known name of whole words that a name begins with of which the text only has the first letters: "Chinese" in
    "Chinese State Councillor", which opens like "Chinese State Council".
    """
    while " " in name:
        name = name.rpartition(" ")[0]
        if name in known and whole(text, start, start + len(name)):
            return name
    return None


# Every matcher goes through the same few texts: a document, then its sentences.
@lru_cache(maxsize=8)
def _straight(text: str) -> str:
    return text.translate(_STRAIGHT)


@lru_cache(maxsize=8)
def _lowered(text: str) -> str:
    lowered = _straight(text).lower()
    if len(lowered) != len(text):  # a few capitals lower to two code points; offsets would slip
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in _straight(text))
    return lowered


def whole(text: str, start: int, end: int) -> bool:
    """Whether [start, end) neither begins nor ends inside a word."""
    before = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    after = end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum())
    return before and after


def build_names(lexicon: Lexicon) -> NameMatcher:
    """All actor names of a lexicon; a name that a user's file gives means what that file says alone."""
    theirs: dict[str, list[Sense]] = {}
    ours: dict[str, list[Sense]] = {}
    for kind in (State, Organisation, Collective, Body, Holder, Place):
        for entry in lexicon.all(kind):
            into = theirs if lexicon.is_users(entry) else ours
            for name, sense in _senses(entry):
                if name and sense not in into.setdefault(name, []):
                    into[name].append(sense)
    known = ours | theirs
    for slip in lexicon.all(Misspelling):
        for wrong in slip.wrong if slip.right in known else ():
            known.setdefault(wrong, known[slip.right])
    return NameMatcher(known)


def build_instruments(lexicon: Lexicon) -> NameMatcher:
    senses: dict[str, list[Sense]] = {}
    for entry in lexicon.all(Instrument):
        for name in (entry.name, *entry.names):
            if lexicon.is_users(entry):
                senses[name] = []
            senses.setdefault(name, []).append(Sense(entry.id, "instrument", name=entry.name))
    return NameMatcher(senses)


def _senses(entry: Entry) -> Iterator[tuple[str, Sense]]:
    match entry:
        case State():
            for kind, names in (
                ("name", [entry.name, *entry.names]),
                ("adjective", entry.adjectives),
                ("demonym", entry.demonyms),
                ("capital", entry.capitals),
                ("seat", entry.seats),
            ):
                for name in names:
                    # A state's own dates do not bound its name: texts speak of the past and of plans.
                    sector = "GOV" if kind in ("capital", "seat") else None
                    yield name, Sense(entry.code, kind, sector, entry.name, careful=name in entry.careful)
        case Organisation():
            for name in (entry.name, *entry.names):
                yield name, Sense(entry.code, "organisation", entry.sector, entry.name, careful=name in entry.careful)
            for name in entry.adjectives:
                yield name, Sense(entry.code, "adjective", entry.sector, entry.name, careful=name in entry.careful)
        case Collective():
            for name in entry.names:
                yield name, Sense(entry.code, "collective", None, name, careful=name in entry.careful)
                # Texts write these small, and large at the start of a sentence.
                yield name[0].upper() + name[1:], Sense(entry.code, "collective", None, name, careful=name in entry.careful)
            for name in entry.adjectives:
                yield name, Sense(entry.code, "adjective", None, name, careful=name in entry.careful)
        case Body():
            for name in entry.names:
                yield (
                    name,
                    Sense(
                        entry.code, "body", entry.sector, entry.names[0], None, entry.since, entry.until, name in entry.careful
                    ),
                )
        case Holder():
            for name in (entry.name, *entry.names):
                yield name, Sense(entry.code, "holder", None, entry.name, entry.office, entry.since, entry.until)
        case Place():
            for name in (entry.name, *entry.names):
                yield name, Sense(entry.code, "place", None, entry.name, careful=entry.careful)
