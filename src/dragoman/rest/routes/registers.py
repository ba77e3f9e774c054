"""Registers: every visit, gift, letter ... of a state, or between two, page by page."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from dragoman.analysis import REGISTERS
from dragoman.analysis.registers import COLUMNS, Entry, entries, entry_rows, place, register
from dragoman.analysis.wording import line
from dragoman.errors import UsageError
from dragoman.rest import cursors, parameters
from dragoman.rest.answers import RegisterPage
from dragoman.rest.asked import Asked, Route
from dragoman.rest.routes.listed import paged

_NAME = parameters.choice("register", "What to list.", tuple(REGISTERS), place="path")
_FILTERS = (parameters.SINCE, parameters.UNTIL, parameters.LIMIT, parameters.CURSOR)


def answer(asked: Asked) -> dict[str, Any]:
    """A page of a register; of statements with a second state, those of the first that name it."""
    name, code, other = asked["register"], asked.code("state"), asked.code("other")
    assert code is not None
    if code == other:
        raise UsageError(f"a register of a pair needs two different states, not {code} twice")
    since, until = asked["since"], asked["until"]
    if name == "designations":  # names and how often, not records: no date to go on from
        made = paged(
            asked, (name, code, other, since, until),
            lambda: register(asked.store, name, code, other, since=since, until=until),
        )  # fmt: skip
        return {key: value for key, value in made.items() if key != "note"} | {"undated": 0}
    question = ("register", name, code, other, since, until)
    after = cursors.decode(asked["cursor"], question)
    found: list[Entry] = asked.store.keep(question, lambda: entries(asked.store, name, code, other, since=since, until=until))
    first = 0 if after is None else bisect_right(found, place(_entry(after)), key=place)
    shown = found[first : first + asked["limit"]]
    more = first + len(shown) < len(found)
    rows = [row | {"line": line("register", row)} for row in entry_rows(asked.store, code, shown)]
    return {
        "rows": asked.hashed(rows), "total": len(found), "undated": sum(not entry.date for entry in found),
        "documents": asked.documents(), "next": cursors.encode(tuple(shown[-1]) if more else None, question),
    }  # fmt: skip


def _entry(after: tuple[Any, ...]) -> Entry:
    if len(after) != len(Entry._fields) or not all(isinstance(value, str) for value in after):
        raise UsageError("this cursor is none of ours; take `next` of an answer as it is")
    return Entry(*after)


_ROW = {column.name: None for column in COLUMNS} | {
    "date": "2017-01-05", "kind": "CONSULT/visit", "source": ["RUS"], "target": ["PRK"], "status": "actual",
    "quote": "A delegation of Russia visited the DPRK on January 5.", "line": "2017-01-05 CONSULT/visit: RUS → PRK",
}  # fmt: skip
_EXAMPLE = {"rows": [_ROW], "total": 1, "undated": 0, "documents": 191, "next": None}

ROUTES = (
    Route(
        path="/registers/{register}/{state}", name="register", help="A register of a state.",
        parameters=(_NAME, parameters.STATE, *_FILTERS), answer=RegisterPage, make=answer, example=_EXAMPLE,
    ),
    Route(
        path="/registers/{register}/{state}/{other}", name="register_pair", help="A register of what is between two.",
        parameters=(_NAME, parameters.STATE, parameters.OTHER, *_FILTERS), answer=RegisterPage, make=answer, example=_EXAMPLE,
    ),
)  # fmt: skip
