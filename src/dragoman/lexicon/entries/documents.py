"""What documents are known by, who publishes them, and how their parts are told from furniture."""

from __future__ import annotations

from dragoman.lexicon.entries.base import Entry


class Outlet(Entry, frozen=True, kw_only=True):
    """A medium; `state` only where it speaks for one."""

    name: str
    names: list[str] = []
    state: str | None = None
    country: str | None = None
    kind: str = "agency"
    date_order: str | None = None


class Rung(Entry, frozen=True, kw_only=True):
    """A rung of a state's ladder of official vehicles; 1 is the highest."""

    state: str
    rank: int
    vehicle: str
    words: list[str]
    since: str | None = None
    until: str | None = None


class Boilerplate(Entry, frozen=True, kw_only=True):
    """Words by which the parts of a page are known that belong to no document.

    `part`: `line` (a line that is nothing else), `opening` (how a line of furniture begins), `menu` (a line that is
    furniture among other short lines), `tail` (from this line on nothing follows), `list` (heads a list of other
    stories), `aside` (begins a line that names one other story), `mark` (taken out wherever it stands), `end` (ends an
    item), `rule` (a line that parts items), `biography` (a closing line about its author).
    `words` are lower case with straight quotes; `patterns` are regular expressions, matched ignoring case; a line of
    more than `longest` characters is none.
    """

    part: str
    words: list[str] = []
    patterns: list[str] = []
    longest: int = 160


class Genre(Entry, frozen=True, kw_only=True):
    """How a kind of document is known: by a pattern in its `title`, its `lead` (the first sentences), or its `body`.

    Genres are tried in order. `unless` takes a match back; `needs` names what else must hold: `turns`, `articles`,
    `notes` (marks that refer to notes), `encyclopedic`, `voice` (somebody's official voice), `salutation`, `signature`,
    `addressed` (and no title), `letterhead` (addresses over a greeting),
    `dateline`, `agency` (a medium carries it), `plain` (none of the last two), `undated`.
    `signs`: pieces of words one of which is in all that its patterns match; where none is, they are not looked for.
    """

    kind: str
    where: str
    patterns: list[str]
    unless: list[str] = []
    needs: list[str] = []
    signs: list[str] = []


class Happening(Entry, frozen=True, kw_only=True):
    """A dated event that texts refer to without its date.

    A sentence refers to it where it has all `words`; alternatives in one word are parted by `|`, as in
    `["sochi", "olympic|winter games"]`. `states`: who must be in view as well. `until` is the last day.
    """

    name: str
    words: list[str]
    date: str
    until: str | None = None
    states: list[str] = []


class Series(Entry, frozen=True, kw_only=True):
    """Numbered gatherings, one a year: the n-th is in year `base` + n. `month` is the one in which a session opens that
    goes on into the next year.
    """

    name: str
    words: list[str]
    base: int
    month: int | None = None
