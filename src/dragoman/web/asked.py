"""What a reader asks of a table: conditions that stand in the address, and the selection that they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.analysis import Selection
from dragoman.analysis.selection import UNKNOWN, typed
from dragoman.archive import Filters, count
from dragoman.archive.columns import TABLES
from dragoman.errors import UsageError
from dragoman.web import links
from dragoman.web.desk import Desk

PAGE = 50
# Parameters that are no conditions.
_BESIDE = frozenset({"page", "order", "v"})
# Conditions that every coded table knows, and those whose values are codes of actors.
_COMMON = ("since", "until", "outlet", "document_kind", "reported_by", "words")
_CODES = frozenset({"state", "source", "target", "reported_by", "code", "holder", "claimed_by", "subject", "cited_by", "a", "b",
                    "speaker_state"})  # fmt: skip
_ROLES = ("source", "target")


@dataclass(frozen=True)
class Asked:
    """`values` are the conditions as given, by parameter, codes resolved; `filters` what they mean."""

    table: str
    path: str
    values: Mapping[str, Sequence[str]]
    filters: Filters
    order: tuple[str, ...] = ()
    page: int = 1

    def url(self, **changed: Any) -> str:
        """This address with other conditions; None takes one away."""
        kept = {name: list(value) for name, value in self.values.items()} | {"order": list(self.order)}
        return links.address(self.path, kept | changed)

    def page_url(self, number: int) -> str:
        """Another page of the same rows."""
        return self.url(page=number)

    def file(self, form: str) -> str:
        """All rows that fit, as a file."""
        return links.address(f"/table/{self.table}.{form}", dict(self.values) | {"order": list(self.order)})

    def value(self, name: str) -> str:
        """The value of a condition as a form shows it."""
        return ", ".join(self.values.get(name, ()))

    def has(self, name: str, value: str) -> bool:
        return value in self.values.get(name, ())

    @property
    def offset(self) -> int:
        return (self.page - 1) * PAGE


def asked(desk: Desk, table: str, path: str, *, order: Sequence[str] = ()) -> Asked:
    """The conditions in the address of a page on `table`. Raises UsageError for what the table does not have."""
    values: dict[str, list[str]] = {}
    for name in desk.query:
        if name not in _BESIDE and (given := desk.many(name)):
            values[name] = [desk.code(one) if name in _CODES and one not in UNKNOWN else one for one in given]
    if "state" in values:
        values["state"] = list(dict.fromkeys(values["state"]))
    chosen = tuple(desk.many("order")) or tuple(order)
    page = desk.number("page", 1)
    return Asked(table, path, values, _filters(table, values), chosen, page)


def _filters(table: str, values: Mapping[str, Sequence[str]]) -> Filters:
    of = TABLES[table]
    given: dict[str, Any] = {}
    columns: dict[str, Any] = {}
    for name, wanted in values.items():
        if name == "state" and of.column("state") is None:
            given["states"] = list(wanted)
        elif name in _COMMON and not (name == "outlet" and of.column("outlet")):
            if len(wanted) > 1:
                raise UsageError(f"{name} may be given once")
            given[name] = wanted[0]
        elif of.column(name) is not None:
            columns[name] = [typed(table, name, one) for one in wanted]
        else:
            allowed = ", ".join(("state", *_COMMON, *of.names))
            raise UsageError(f"{table} have no {name!r}; there are: {allowed}")
    _ends(table, given, columns)
    return Filters(columns=columns, **given)


def _ends(table: str, given: dict[str, Any], columns: dict[str, Any]) -> None:
    """Who acts and who is acted upon is looked up among the parties, which is quick."""
    ends = [name for name in _ROLES if table == "events" and len(columns.get(name, ())) == 1]
    if not ends or given.get("states"):
        return
    given["states"] = list(dict.fromkeys(columns[name][0] for name in ends))
    if len(ends) == 1:
        given["role"] = ends[0]
        del columns[ends[0]]


def selection(desk: Desk, given: Asked, *, paged: bool = True) -> Selection:
    """The rows of the page asked for, or all of them."""
    limit, offset = (PAGE, given.offset) if paged else (None, 0)
    return Selection(desk.store, given.table, given.filters, order=given.order, limit=limit, offset=offset)


def counted(desk: Desk, table: str, filters: Filters) -> int:
    """How many rows fit; where that must be counted row by row, no further than one more than `most_counted`."""
    most = most_counted(filters)
    return desk.store.keep(("count", table, repr(filters)), lambda: count(desk.store, table, filters, most=most))


def most_counted(filters: Filters) -> int:
    """How many rows are counted one by one while a reader waits: of each that is asked for words the text is looked at."""
    return 1_000 if filters.words else 10_000


@dataclass(frozen=True)
class Paging:
    """`rows 1–50 of 1,234`, and where the others are."""

    page: int
    shown: int
    total: int
    more: bool = False  # there are more than `total`

    @property
    def first(self) -> int:
        return (self.page - 1) * PAGE + 1 if self.shown else 0

    @property
    def last(self) -> int:
        return (self.page - 1) * PAGE + self.shown

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE)) + self.more

    @property
    def number(self) -> str:
        """How many there are."""
        return f"more than {self.total:,}" if self.more else f"{self.total:,}"

    @property
    def said(self) -> str:
        if not self.total:
            return "no rows"
        of = self.number
        return f"rows {self.first:,}–{self.last:,} of {of}" if self.shown else f"no rows here, of {of}"


def paging(given: Asked, shown: int, total: int) -> Paging:
    """The page of `given` that shows so many of its rows, of `total` as `counted` has it."""
    most = most_counted(given.filters)
    if total != most + 1:
        return Paging(given.page, shown, total)
    return Paging(given.page, shown, max(most, given.offset + shown), more=shown == PAGE)
