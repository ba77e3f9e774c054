"""How English words are abbreviated, inflected, misspelt, and written in Latin letters."""

from __future__ import annotations

from dragoman.lexicon.entries.base import Entry


class Abbreviation(Entry, frozen=True, kw_only=True):
    """Words before a full stop that does not end a sentence; `before`: name, number, any. `starter`: words that open one."""

    before: str
    words: list[str]


class Irregular(Entry, frozen=True, kw_only=True):
    """A verb or noun whose forms no rule makes."""

    lemma: str
    pos: str
    forms: list[str]


class Misspelling(Entry, frozen=True, kw_only=True):
    """Forms in which a name is often misspelt; they mean all that it means."""

    right: str
    wrong: list[str]


class Romanisation(Entry, frozen=True, kw_only=True):
    """What makes spellings of names alike that one name of a language may be written with; "*" is any other state.

    `folds` are (pattern, replacement), applied in order to each word; `drop` are patterns of words that may be left out.
    """

    language: str
    states: list[str]
    family: str
    split: bool = False
    drop: list[str] = []
    folds: list[tuple[str, str]]
