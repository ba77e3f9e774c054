"""What is claimed, counted and measured, and what cannot be so together."""

from __future__ import annotations

from dragoman.lexicon.entries.base import Entry


class Measure(Entry, frozen=True, kw_only=True):
    """What is counted or measured: a plural noun in kebab case as `id`, and the phrases that name it, singular.

    `needs`: one of these words must stand in the sentence too. `zero`: whether "no ..." is a claim of none; `absent`:
    whether "the lack of ..." is. `held`: whether having any is worth a claim of its own. `moves`: whether where they are
    does not say whose they are. `home`: whether a state that tells of them without saying whose they are means its own.
    `deeds`: whether they are counted anew with each deed. `loose`: whether a number may be of any of them, so that two numbers
    compare only where their sentences say the same of them. `bare`: whether only a number
    that says its size is of it ("an army of 30,000"). `ballot`: whether they are cast, so that they are whose who votes.
    """

    id: str
    words: list[str]
    needs: list[str] = []
    zero: bool = True
    absent: bool = False
    held: bool = False
    moves: bool = False
    home: bool = False
    deeds: bool = False
    loose: bool = False
    ballot: bool = False
    bare: bool = False


class Unit(Entry, frozen=True, kw_only=True):
    """A unit that stands after a number; one of it is `factor` of `base`, where it can be converted; `measure` is what is
    measured in it where a text names nothing else.
    """

    id: str
    words: list[str]
    measure: str | None = None
    base: str | None = None
    factor: float = 1.0


class Contrary(Entry, frozen=True, kw_only=True):
    """What cannot be said of a state, or aimed at by it, together; phrases of one list mean the same."""

    one: list[str]
    other: list[str]


class Exclusive(Entry, frozen=True, kw_only=True):
    """Words that leave room for one alone."""

    words: list[str]


class Assertion(Entry, frozen=True, kw_only=True):
    """Words by which something is claimed; `form` says what they do.

    `change` (rose), `falling` (a change too: fell), `asserts` (held that), `level` (reached, totals), `standing` (a
    nuclear power), `holds` (achieved the status), `claims` (claims to be), `verdict` (illegal), `breach` (a violation
    of), `lacks` (has no right), `basis` (legal ground), `abstract` (what "there is no ..." says nothing of), `unreal`
    (imaginary), `report` (the report that), `denies`, `deniable` (what is denied), `own` (possesses), `doing` (verbs
    whose object may be counted), `exists`, `claiming`, `breaks` (violates), `calls` (terms it illegal), `of-law` (what
    is broken), `self` (calls itself), `hosting` (hosts), `share` (per cent), `false` (what a report is called),
    `number`, `nought` (words for numbers, and for none), `ceiling` (limits to), `doing-on` (continues to), `made-to` (is
    designed to), `prestige` (the standing that rises), `tier` (what bonds reach), `mere` (is just), `so-called`,
    `mentions` (refers to), `misdoing` (what states deny of themselves).
    """

    form: str
    words: list[str]
