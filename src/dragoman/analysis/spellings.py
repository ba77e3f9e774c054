"""Whether two spellings may be one name: by the systems in which names of a language are written in Latin letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dragoman.lexicon.entries import Entry, NoName, Romanisation
from dragoman.lexicon.loader import entries_of

# How alike two names are, the more the higher.
SAME, REORDERED, SHORTER, NEAR, PARTLY, OTHER = 5, 4, 3, 2, 1, 0
_MARKS = re.compile(r"['’‘`ʼʹ.]")


class Likeness(NamedTuple):
    """How alike two names are, and why; `apart` says what in them differs, None where nothing does."""

    degree: int
    why: str
    apart: str | None = None


class Spellings:
    """The rules of the lexicon, and of a user's entries before them."""

    def __init__(self, users: Sequence[Entry] = ()) -> None:
        entries = [*users, *entries_of("romanisation.toml")]
        self._rules = [Rules(entry) for entry in entries if isinstance(entry, Romanisation)]

        self._never = frozenset(word for entry in entries if isinstance(entry, NoName) for word in entry.words)

    def is_name(self, name: str) -> bool:
        """Whether it may be the whole name of a person: two words or more, none of which nobody is called."""
        words = name.lower().replace("’", "'").split()
        return len(words) > 1 and not self._never & set(words)

    def of(self, code: str | None) -> Rules:
        """The rules for the persons of a state."""
        return next((rules for rules in self._rules if code in rules.entry.states), self._rules[-1])


class Rules:
    """One language's rules, compiled."""

    def __init__(self, entry: Romanisation) -> None:
        self.entry = entry
        self._folds = [(re.compile(pattern), new) for pattern, new in entry.folds]
        self._drop = re.compile("|".join(f"(?:{pattern})" for pattern in entry.drop) or r"(?!)")
        self.words = cache(self._words)

    def _words(self, name: str) -> tuple[str, ...]:
        """A name as folded words, the family's name first, without what may be left out."""
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
        plain = _MARKS.sub("", plain)
        found = (plain.replace("-", " ") if self.entry.split else plain).split()
        kept = [word for word in found if not self._drop.fullmatch(word)] or found
        if self.entry.family == "last":
            kept = kept[-1:] + kept[:-1]
        elif not self.entry.split and len(kept) > 2:
            kept = [kept[0], "".join(kept[1:])]  # Ze Dong, Zedong
        return tuple(self._fold(word) for word in kept)

    def _fold(self, word: str) -> str:
        for pattern, new in self._folds:
            word = pattern.sub(new, word)
        return word.replace("-", "").strip()

    def likeness(self, one: str, other: str) -> Likeness:
        """How alike two names are under these rules."""
        mine, its = self.words(one), self.words(other)
        written = f"as {self.entry.language} names are written in Latin letters"
        if mine == its:
            return Likeness(SAME, f"{one} and {other} are one name {written}")
        if sorted(mine) == sorted(its):
            return Likeness(REORDERED, f"{one} and {other} are the same words in another order")
        if not mine or not its or mine[0] != its[0]:
            return Likeness(OTHER, "", "the family names differ")
        short, long = sorted((mine, its), key=len)
        if len(short) < len(long) and set(short) <= set(long):
            return Likeness(SHORTER, f"{one} and {other} have one family name, and one of them leaves a name out")
        if len(mine) == len(its) and _near("".join(mine), "".join(its)):
            return Likeness(NEAR, f"{one} and {other} differ by one letter", None)
        both = [word for word in mine[1:] if word in its[1:]]
        if both and len(mine) == len(its):
            differ = " and ".join(f"{a} is not {b}" for a, b in _given(self, one, other))
            return Likeness(PARTLY, f"{one} and {other} share the family name and a part of the given name", differ)
        return Likeness(OTHER, "", "the given names differ")


def _given(rules: Rules, one: str, other: str) -> list[tuple[str, str]]:
    """The parts of two names, as written, that are not alike."""
    mine, its = (name.replace("-", " ").split() for name in (one, other))
    return [(a, b) for a, b in zip(mine, its, strict=False) if rules.words(f"{a}") != rules.words(f"{b}")] or [(one, other)]


def _near(one: str, other: str) -> bool:
    """Whether one letter more, less, or another makes them the same; of short names none."""
    if min(len(one), len(other)) < 6 or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[start + 1 :] == other[start + 1 :] or one[start + 1 :] == other[start:] or one[start:] == other[start + 1 :]
