"""Classes of English words by name, which rules in code ask for: TOML files of this folder, by their themes.

A class is a string of words parted by spaces, or a list where some have spaces themselves. `@name` among them stands for the
words of another class. Names are unique over all files; they change no actor and no user's file adds to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import tomli

from dragoman.errors import LexiconError

HERE = Path(__file__).parent


def files() -> list[Path]:
    """The files, in the order in which they are read; what they hold is part of a run's identity."""
    return sorted(HERE.glob("*.toml"))


@lru_cache(maxsize=1)
def classes() -> dict[str, tuple[str, ...]]:
    """Every class by its name, in the order of the files. Raises LexiconError."""
    told: dict[str, list[str]] = {}
    for path in files():
        for name, words in tomli.loads(path.read_text(encoding="utf-8")).items():
            if name in told:
                raise LexiconError(f"{path}: {name!r} stands twice; allowed: one class of a name")
            told[name] = words.split() if isinstance(words, str) else words
    return {name: tuple(_expanded(name, told)) for name in told}


def _expanded(name: str, told: dict[str, list[str]]) -> Iterator[str]:
    for word in told[name]:
        if word.startswith("@"):
            yield from _expanded(word[1:], told)
        else:
            yield word


def word_class(name: str) -> frozenset[str]:
    """The words of a class."""
    return frozenset(classes()[name])


def stems(name: str) -> tuple[str, ...]:
    """The beginnings or ends of words that a class holds, as `str.startswith` and `str.endswith` take them."""
    return classes()[name]


def alternatives(name: str) -> str:
    """A class of `patterns.toml` as alternatives of a regular expression, in its order; who asks puts the group around them."""
    return "|".join(classes()[name])
