"""Full text search, best first, or newest first where very many answer."""

from __future__ import annotations

from typing import Any

from dragoman.archive import search
from dragoman.archive.finders import HELP
from dragoman.errors import UsageError
from dragoman.rest import cursors, parameters
from dragoman.rest.answers import HASH, SearchPage
from dragoman.rest.asked import Asked, Route

_QUERY = parameters.text("q", f"What to look for: {HELP}.", '"diplomatic relations" AND severed', required=True)
_PARAMETERS = (
    _QUERY,
    parameters.text("kind", "The kind of document.", "statement"),
    parameters.OUTLET,
    parameters.SINCE,
    parameters.UNTIL,
    parameters.state(help="Whose words the document is: a code or name."),
    parameters.RUN,
    parameters.LIMIT,
    parameters.CURSOR,
)


def answer(asked: Asked) -> dict[str, Any]:
    """A page of hits. A cursor counts hits: their order holds as long as the archive does not change."""
    given = {name: asked[name] for name in ("kind", "outlet", "since", "until")}
    given |= {"state": asked.code("state"), "run": asked.run()}
    question = ("search", asked["q"], tuple(given.items()))
    first = _first(cursors.decode(asked["cursor"], question))
    found = search(asked.store, asked["q"], **given, limit=asked["limit"], offset=first)
    last = first + len(found.hits)
    return {
        "rows": asked.hashed([hit._asdict() for hit in found.hits]),
        "total": found.found,
        "ranked": found.ranked,
        "searched": found.searched,
        "documents": found.total,
        "next": cursors.encode((last,) if found.hits and last < found.found else None, question),
    }


def _first(after: tuple[Any, ...] | None) -> int:
    if after is None:
        return 0
    if len(after) != 1 or type(after[0]) is not int or after[0] < 0:
        raise UsageError("this cursor is none of ours; take `next` of an answer as it is")
    return after[0]


_HIT = {
    "document_id": "d5e4dff22774806c3066", "title": "From the files", "kind": "news", "outlet": "Example Wire",
    "published": "1965-12-16", "source_path": "rhodesia-1965.txt", "snippet": "Ghana [severed] [diplomatic relations] with…",
    "start": 120, "end": 127, HASH: "9f86d081884c7d65",
}  # fmt: skip

ROUTES = (
    Route(
        path="/search", name="search", help="Documents that hold the words, with the place where they stand.",
        parameters=_PARAMETERS, answer=SearchPage, make=answer,
        example={"rows": [_HIT], "total": 3, "ranked": True, "searched": 191, "documents": 191, "next": None},
    ),
)  # fmt: skip
