"""Praise, blame and sides, and what they are about."""

from __future__ import annotations

from dragoman.lexicon.entries.base import Entry


class Topic(Entry, frozen=True, kw_only=True):
    id: str
    words: list[str]


class Evaluation(Entry, frozen=True, kw_only=True):
    """Words that praise or blame."""

    polarity: float
    pos: str
    words: list[str]


class Negator(Entry, frozen=True, kw_only=True):
    words: list[str]


class Irony(Entry, frozen=True, kw_only=True):
    words: list[str]


class Siding(Entry, frozen=True, kw_only=True):
    """Verbs and nouns of taking sides: who holds a position is their subject, towards whom their object or `to` says.

    What each `form` is stands at the head of `positions.toml`. `only`: nouns that the object must be; `complement`: words one
    of which the verb must have beside its object ("holds X responsible").
    """

    form: str
    words: list[str]
    polarity: float = 0.0
    to: list[str] = []
    only: list[str] = []
    complement: list[str] = []


class Leaning(Entry, frozen=True, kw_only=True):
    """Phrases that lead to whom somebody stands so towards: `of` subject ("has faith in X") or speaker ("shame on X")."""

    of: str
    polarity: float
    words: list[str]


class Conduct(Entry, frozen=True, kw_only=True):
    """Words that decide whom an evaluation falls on; what each `form` means stands at the head of `positions.toml`."""

    form: str
    words: list[str]
