"""Who takes part in events, the most frequent first."""

from __future__ import annotations

from typing import Any

from dragoman.errors import UsageError
from dragoman.rest import cursors, parameters
from dragoman.rest.answers import StatePage
from dragoman.rest.asked import Asked, Route

_QUESTION = "states"


def answer(asked: Asked) -> dict[str, Any]:
    """A page of codes with their names, and in how many events each takes part."""
    sql = "SELECT code, events FROM state_documents WHERE events > 0 ORDER BY events DESC, code"
    found: list[tuple[str, int]] = asked.store.keep(_QUESTION, lambda: asked.store.select(sql))
    after = cursors.decode(asked["cursor"], _QUESTION)
    if after is not None:
        if [type(value) for value in after] != [str, int]:
            raise UsageError("this cursor is none of ours; take `next` of an answer as it is")
        code, events = after
        rest = [row for row in found if (-row[1], row[0]) > (-events, code)]
    else:
        rest = found
    shown = rest[: asked["limit"]]
    names = asked.archive.names
    return {
        "rows": [{"code": code, "name": names.of(code), "events": events} for code, events in shown],
        "total": len(found),
        "documents": asked.documents(),
        "next": cursors.encode(shown[-1] if len(rest) > len(shown) else None, _QUESTION),
    }


ROUTES = (
    Route(
        path="/states", name="states", help="Every state and organisation that takes part in events, by code and name.",
        parameters=(parameters.LIMIT, parameters.CURSOR), answer=StatePage, make=answer, refuses=(400,),
        example={
            "rows": [{"code": "PRK", "name": "Democratic People's Republic of Korea", "events": 310}], "total": 41,
            "documents": 191, "next": None,
        },
    ),
)  # fmt: skip
