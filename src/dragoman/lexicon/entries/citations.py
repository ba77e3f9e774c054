"""Charters, treaties, resolutions and laws, and what they are cited for."""

from __future__ import annotations

from dragoman.lexicon.entries.base import Entry


class Instrument(Entry, frozen=True, kw_only=True):
    """A charter, treaty, resolution, law or the like that texts cite.

    `short`: names that mean it only in texts that have one of the words `beside` ("Final Act" where Helsinki is named).
    `founds`: the organisation whose founding instrument it is, which a text about that means by "the treaty".
    """

    id: str
    name: str
    names: list[str] = []
    short: list[str] = []
    beside: list[str] = []
    date: str | None = None
    parties: list[str] = []
    founds: str | None = None
    kind: str = "treaty"


class Numbering(Entry, frozen=True, kw_only=True):
    """The years of a body's numbered resolutions: `ranges` of (year, first, last); `prefix` begins their ids."""

    body: str
    prefix: str
    ranges: list[tuple[int, int, int]]


class Bearing(Entry, frozen=True, kw_only=True):
    """A provision so well known that texts leave out its instrument where one of `within` is named."""

    provisions: list[str]
    within: list[str]
    instrument: str


class Citing(Entry, frozen=True, kw_only=True):
    """Words that tell what an instrument is cited for; `form` says how they stand to it.

    `form`: `before` (a phrase that the instrument follows), `weak` (the same, for another's instruments only), `noun` (what
    is done "of" it), `verb` (it is the object), `cite` (the subject is who cites), `marked` (adjectives before it),
    `predicate` (said of it), `lacking` (said of it, negated), `freed` (a phrase before it: who is free of it), `lost` (what
    it has lost), `rules` (what it does to who speaks), `accuse` (verbs whose subject cites what is said to be broken),
    `ground` (verbs whose subject acts by it), `ask` (verbs whose subject asks for it to be kept).
    """

    stance: str
    form: str
    words: list[str]
