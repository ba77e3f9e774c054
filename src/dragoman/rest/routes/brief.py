"""Briefs on a state, or between two."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from dragoman import analysis
from dragoman.analysis.brief import SHOWN
from dragoman.analysis.wording import line
from dragoman.rest import parameters
from dragoman.rest.answers import BriefAnswer, example
from dragoman.rest.asked import Asked, Route

_LIMIT = parameters.whole("limit", "How many rows a section.", least=1, most=parameters.MOST_PER_PAGE, default=SHOWN)


def answer(asked: Asked) -> dict[str, Any]:
    """The sections of a brief, each row of records with its words and, as `line`, what it says."""
    code, other = asked.code("state"), asked.code("other")
    assert code is not None
    found = analysis.brief(asked.store, code, other, limit=asked["limit"])
    names = asked.archive.names
    covered = [{"code": one, "name": names.of(one), **asdict(of)} for one, of in found.coverage.items()]
    return {"coverage": covered, "sections": [section(asked, name, table) for name, table in found.sections.items()]}


def section(asked: Asked, name: str, table: analysis.Table) -> dict[str, Any]:
    rows = table.rows()
    if table.of is not None:
        rows = [row | {"line": line(table.of, row)} for row in asked.hashed(rows)]
    return {"name": name, "of": table.of, "rows": rows, "total": table.total, "note": table.note}


_COVERED = {
    "code": "PRK", "name": "Democratic People's Republic of Korea", "documents": 191, "undated": 42, "first": "1948-10-13",
    "last": "2024-12-05", "spoken": 15, "naming": 118,
}  # fmt: skip
_SECTION = {
    "name": "recent events", "of": "events", "total": 22, "note": None,
    "rows": [example("events") | {"line": "2017-01-05 RUS → PRK CONSULT/visit"}],
}  # fmt: skip
_EXAMPLE = {"coverage": [_COVERED], "sections": [_SECTION]}

ROUTES = (
    Route(
        path="/brief/{state}", name="brief", help="What the record holds on a state.",
        parameters=(parameters.STATE, _LIMIT), answer=BriefAnswer, make=answer, example=_EXAMPLE,
    ),
    Route(
        path="/brief/{state}/{other}", name="brief_pair", help="What the record holds between two.",
        parameters=(parameters.STATE, parameters.OTHER, _LIMIT), answer=BriefAnswer, make=answer, example=_EXAMPLE,
    ),
)  # fmt: skip
