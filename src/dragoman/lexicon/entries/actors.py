"""Who texts name and how: states, places, organisations, bodies, offices and their holders, words that mean whoever speaks."""

from __future__ import annotations

from dragoman.lexicon.entries.base import Entry


class State(Entry, frozen=True, kw_only=True):
    """A state, former state, disputed state or territory, with what it is called."""

    code: str
    name: str
    names: list[str] = []
    adjectives: list[str] = []
    demonyms: list[str] = []
    capitals: list[str] = []
    seats: list[str] = []
    status: str = "member"
    since: str | None = None
    until: str | None = None
    region: str | None = None
    careful: list[str] = []
    successors: list[str] = []


class Land(Entry, frozen=True, kw_only=True):
    """What a state is called by where it lies and what it is, and whose it was."""

    code: str
    north: float
    east: float
    kinds: list[str] = []
    borders: list[str] = []
    ruled_from: str | None = None
    army_of: str | None = None


class Place(Entry, frozen=True, kw_only=True):
    """Somewhere that is not a state or capital; `code` is the state it lies in, None where that is contested."""

    name: str
    names: list[str] = []
    code: str | None = None
    kind: str = "city"
    careful: bool = False


class Organisation(Entry, frozen=True, kw_only=True):
    """An international organisation, company or movement that acts in its own name.

    `organs`: what acts for it, named so in many others too ("the Executive Board"): meant where a text has named it before.
    """

    code: str
    name: str
    names: list[str] = []
    adjectives: list[str] = []
    sector: str = "IGO"
    parent: str | None = None
    since: str | None = None
    until: str | None = None
    careful: list[str] = []
    members: list[str] = []
    organs: list[str] = []


class Collective(Entry, frozen=True, kw_only=True):
    """A group that texts name without its members."""

    code: str
    names: list[str]
    adjectives: list[str] = []
    careful: list[str] = []


class Body(Entry, frozen=True, kw_only=True):
    """A parliament, agency, army, party or armed group that belongs to one state."""

    code: str
    sector: str
    names: list[str]
    since: str | None = None
    until: str | None = None
    careful: list[str] = []


class Office(Entry, frozen=True, kw_only=True):
    """An office in lower case without its state."""

    id: str
    names: list[str]
    sector: str
    rank: int | None = None
    careful: bool = False


class Role(Entry, frozen=True, kw_only=True):
    """Words for people or groups, and the sector they belong to."""

    words: list[str]
    sector: str


class Modifier(Entry, frozen=True, kw_only=True):
    """A word before a role or office that changes its sector or status."""

    words: list[str]
    sector: str | None = None
    status: str | None = None


class Holder(Entry, frozen=True, kw_only=True):
    """Who held which office when; dates cut to their precision."""

    name: str
    code: str
    office: str
    names: list[str] = []
    since: str | None = None
    until: str | None = None


class Deixis(Entry, frozen=True, kw_only=True):
    """Words whose actor depends on who speaks.

    `means`: speaker, pair, hostile, or the code of a state; `state` limits an entry to texts where that state speaks.
    """

    means: str
    words: list[str]
    state: str | None = None


class NoName(Entry, frozen=True, kw_only=True):
    """Words that no person is called."""

    words: list[str]


class Designator(Entry, frozen=True, kw_only=True):
    """Words right before or behind the name of a state that are a part of what it is called."""

    tone: str
    before: list[str] = []
    after: list[str] = []
