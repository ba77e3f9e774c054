"""Events by month or year, with the documents that could have told of them."""

from __future__ import annotations

from typing import Any

from dragoman.analysis.series import MONTH, YEAR, Span, series
from dragoman.errors import UsageError
from dragoman.records.event import MODALITIES
from dragoman.rest import parameters
from dragoman.rest.answers import Series
from dragoman.rest.asked import Asked, Route

_FILTERS = (
    parameters.choice("by", "By month or by year.", (MONTH, YEAR), default=MONTH),
    parameters.SINCE,
    parameters.UNTIL,
    parameters.text("event", "A type of event.", "SANCTION", many=20),
    parameters.choice("modality", "Whether it was done, planned, denied.", MODALITIES, many=len(MODALITIES)),
)


def answer(asked: Asked) -> dict[str, Any]:
    """Every period that has events or documents; all of them in one answer."""
    codes = [code for code in (asked.code("state"), asked.code("other")) if code is not None]
    if len(set(codes)) < len(codes):
        raise UsageError(f"a series of a pair needs two different states, not {codes[0]} twice")
    found = series(
        asked.store, codes, asked["by"], since=asked["since"], until=asked["until"], events=asked["event"],
        modalities=asked["modality"],
    )  # fmt: skip
    return {
        "codes": codes, "by": asked["by"], "rows": [_row(span, len(codes) == 2) for span in found],
        "total": sum(span.events for span in found), "documents": asked.documents(),
    }  # fmt: skip


def _row(span: Span, pair: bool) -> dict[str, Any]:
    return {
        "period": span.period or None, "documents": span.documents, "events": span.events,
        "forward": span.forward if pair else None, "back": span.back if pair else None,
        "types": dict(sorted(span.types.items())),
    }  # fmt: skip


_ROW = {"period": "2017-01", "documents": 12, "events": 3, "forward": None, "back": None, "types": {"CONSULT": 3}}
_EXAMPLE = {"codes": ["PRK"], "by": "month", "rows": [_ROW], "total": 3, "documents": 191}

ROUTES = (
    Route(
        path="/series/{state}", name="series", help="Events of a state by month or year and type, beside the documents.",
        parameters=(parameters.STATE, *_FILTERS), answer=Series, make=answer, example=_EXAMPLE,
    ),
    Route(
        path="/series/{state}/{other}", name="series_pair", help="Events between two by month or year and type.",
        parameters=(parameters.STATE, parameters.OTHER, *_FILTERS), answer=Series, make=answer, example=_EXAMPLE,
    ),
)  # fmt: skip
