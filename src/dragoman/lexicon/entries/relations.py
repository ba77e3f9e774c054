"""Bonds and quarrels between states, and what becomes of them."""

from __future__ import annotations

from dragoman.lexicon.entries.base import Entry


class Bond(Entry, frozen=True, kw_only=True):
    """Words that tell a bond or quarrel of one `kind`; `form`: noun, role, verb, act; `change`: begin, hold, end, pause.

    `to`: prepositions (or "object") that lead to the other party; `needs`: words of which one must stand by a noun.
    """

    kind: str
    form: str
    words: list[str]
    change: str = "hold"
    to: list[str] = []
    needs: list[str] = []


class Turn(Entry, frozen=True, kw_only=True):
    """Verbs and nouns that govern the noun of a bond: what becomes of it. `change`: begin, resume, hold, end, pause."""

    change: str
    verbs: list[str] = []
    nouns: list[str] = []


class Blur(Entry, frozen=True, kw_only=True):
    """Words under which the noun of a bond names none that is there."""

    words: list[str]


class War(Entry, frozen=True, kw_only=True):
    """A war that texts name without its parties ("the Chaco War"), and the codes of these, two sides of one each."""

    names: list[str]
    parties: list[str]


class Level(Entry, frozen=True, kw_only=True):
    """A level of diplomatic representation, and the words that tell it; under `lowered` it is given up."""

    id: str
    words: list[str]
    lowered: list[str] = []


class Change(Entry, frozen=True, kw_only=True):
    """Words that tell what becomes of a bond: restored, suspended, begun, upgraded."""

    change: str
    words: list[str]
