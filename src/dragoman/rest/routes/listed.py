"""What is found all at once and answered page by page: relations as they stood, conflicts, persons, designations, changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from typing import Any

from dragoman import analysis
from dragoman.analysis import Table
from dragoman.errors import UsageError
from dragoman.rest import cursors, parameters
from dragoman.rest.answers import ListPage
from dragoman.rest.asked import Asked, Route
from dragoman.rest.failures import NotThere

_LIMIT = (parameters.LIMIT, parameters.CURSOR)
_ON = parameters.date("on", "A day; left out, the whole history.", "1992-01-01")


def paged(asked: Asked, question: Hashable, make: Callable[[], Table]) -> dict[str, Any]:
    """A page of the rows that `make` finds; a cursor counts them, and is good as long as the archive does not change."""
    after = cursors.decode(asked["cursor"], question)
    if after is not None and (len(after) != 1 or type(after[0]) is not int or after[0] < 0):
        raise UsageError("this cursor is none of ours; take `next` of an answer as it is")
    rows, note = asked.store.keep(question, lambda: (lambda table: (table.rows(), table.note))(make()))
    first = 0 if after is None else after[0]
    shown = rows[first : first + asked["limit"]]
    last = first + len(shown)
    return {
        "rows": shown, "total": len(rows), "note": note, "documents": asked.documents(),
        "next": cursors.encode((last,) if shown and last < len(rows) else None, question),
    }  # fmt: skip


def _codes(asked: Asked) -> list[str]:
    codes = [code for code in (asked.code("state"), asked.code("other")) if code is not None]
    if len(set(codes)) < len(codes):
        raise UsageError(f"a pair needs two different states, not {codes[0]} twice")
    return codes


def relations(asked: Asked) -> dict[str, Any]:
    """As `dragoman relations`."""
    codes, on = _codes(asked), asked["on"]
    if on is None:
        return paged(asked, ("history", *codes), lambda: analysis.relations_history(asked.store, codes))
    return paged(asked, ("standing", on, *codes), lambda: analysis.relations_on(asked.store, codes, on))


def conflicts(asked: Asked) -> dict[str, Any]:
    """As `dragoman conflicts`."""
    (code,) = _codes(asked)
    return paged(asked, ("conflicts", code), lambda: analysis.conflicts(asked.store, code))


def people(asked: Asked, *, proposed: bool) -> dict[str, Any]:
    """As `dragoman people`: the persons, or which of their names may be one person's."""
    (code,) = _codes(asked)

    def found() -> Table:
        made = analysis.people(asked.store, code)
        return made.proposed if proposed else made.persons

    return paged(asked, ("people", proposed, code), found)


def diff(asked: Asked) -> dict[str, Any]:
    """As `dragoman diff`: what became of the words of one document in another."""
    one, other = asked["document_id"], asked["other_id"]
    if one == other:
        raise UsageError(f"a difference needs two documents, not {one} twice")

    def found() -> Table:
        try:
            return analysis.difference(asked.store, one, other).table
        except UsageError as error:
            raise NotThere(str(error)) from error

    return paged(asked, ("diff", one, other), found)


_EXAMPLE = {"rows": [{"kind": "diplomatic-relations", "a": "PRK", "b": "RUS"}], "total": 1, "note": None, "documents": 191,
            "next": None}  # fmt: skip


def _document(name: str) -> parameters.Parameter:
    return parameters.text(
        name,
        "The id of a document, or its first eight signs or more.",
        "d5e4dff22774",
        place="path",
        pattern="^[0-9a-f]{8,64}$",
    )


def _route(path: str, name: str, help: str, *given: parameters.Parameter, make: Callable[[Asked], Any]) -> Route:
    return Route(
        path=path, name=name, help=help, parameters=(*given, *_LIMIT), answer=ListPage, make=make, example=_EXAMPLE
    )  # fmt: skip


_STATE, _OTHER = parameters.STATE, parameters.OTHER
ROUTES = (
    _route("/standing/{state}", "standing", "Relations of a state as they stood on a day, or all that became of them.",
           _STATE, _ON, make=relations),
    _route("/standing/{state}/{other}", "standing_pair", "Relations between two as they stood on a day.",
           _STATE, _OTHER, _ON, make=relations),
    _route("/conflicts/{state}", "conflicts", "Pairs of claims by or about a state that differ or cannot both hold.",
           _STATE, make=conflicts),
    _route("/people/{state}", "people", "Persons named with an office of a state, with the dates that texts give.",
           _STATE, make=partial(people, proposed=False)),
    _route("/people/{state}/proposed", "people_proposed", "Names of persons of a state that may be one person's.",
           _STATE, make=partial(people, proposed=True)),
    _route("/diff/{document_id}/{other_id}", "diff", "The words that differ between two documents.",
           _document("document_id"), _document("other_id"), make=diff),
)  # fmt: skip
