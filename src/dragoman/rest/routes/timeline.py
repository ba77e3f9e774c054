"""The dated events of a state, or between two, in the order of their dates."""

from __future__ import annotations

from typing import Any

from dragoman.archive import EXTRAS, Filters, page
from dragoman.archive.counting import EVER
from dragoman.errors import UsageError
from dragoman.records.event import MODALITIES
from dragoman.rest import cursors, parameters
from dragoman.rest.answers import TimelinePage, columns_of, example
from dragoman.rest.asked import Asked, Route

_MOST = 20
_FILTERS = (
    parameters.SINCE,
    parameters.UNTIL,
    parameters.text("event", "A type of event.", "SANCTION", many=_MOST),
    parameters.text("mode", "A mode of an event.", "visit", many=_MOST),
    parameters.choice("modality", "Whether it was done, planned, denied.", MODALITIES, many=len(MODALITIES)),
    parameters.REPORTED_BY,
    parameters.RUN,
    parameters.choice("order", "Oldest first, or `-date` for the latest first.", ("date", "-date"), default="date"),
    parameters.LIMIT,
    parameters.CURSOR,
)


def answer(asked: Asked) -> dict[str, Any]:
    """A page of the timeline; how many more events have no date is said beside it."""
    codes = [code for code in (asked.code("state"), asked.code("other")) if code is not None]
    if len(set(codes)) < len(codes):
        raise UsageError(f"a timeline of a pair needs two different states, not {codes[0]} twice")
    columns = {name: asked[name] for name in ("event", "mode", "modality") if asked[name]}
    common: dict[str, Any] = {"states": codes, "reported_by": asked.code("reported_by"), "run": asked.run()}
    wanted = Filters(columns=columns, since=asked["since"] or EVER, until=asked["until"], **common)
    question = ("timeline", repr(wanted), asked["order"])
    found = page(
        asked.store, "events", wanted, order=[asked["order"]], limit=asked["limit"],
        after=cursors.decode(asked["cursor"], question),
        columns=[name for name in columns_of("events") if name not in (*EXTRAS, "text_sha256")], also=list(EXTRAS),
    )  # fmt: skip
    return {
        "rows": asked.hashed(found.rows),
        "total": asked.total("events", wanted),
        "undated": asked.total("events", Filters(columns=columns | {"date": None}, **common)),
        "documents": asked.documents(),
        "next": cursors.encode(found.next, question),
    }


_EXAMPLE = {"rows": [example("events")], "total": 1, "undated": 0, "documents": 191, "next": None}

ROUTES = (
    Route(
        path="/timeline/{state}", name="timeline", help="The dated events in which a state takes part.",
        parameters=(parameters.STATE, *_FILTERS), answer=TimelinePage, make=answer, example=_EXAMPLE,
    ),
    Route(
        path="/timeline/{state}/{other}", name="timeline_pair", help="The dated events between two.",
        parameters=(parameters.STATE, parameters.OTHER, *_FILTERS), answer=TimelinePage, make=answer, example=_EXAMPLE,
    ),
)  # fmt: skip
