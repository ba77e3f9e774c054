"""The OpenAPI document, made of the routes alone: what is written here is what they read and answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from dragoman.rest.asked import Route
from dragoman.rest.failures import MEANINGS, Problem
from dragoman.version import VERSION

PREFIX = "/api"
_ALWAYS = (422, 503)  # statuses that every route may have
_DESCRIPTION = (
    "What the archive holds, each record with the words it rests on. Answers show the newest committed state of the archive, "
    "each of them one state from beginning to end. Lists come page by page: `total` says how many rows there are, `next` is "
    "the cursor of those that follow. Every count stands beside the number of documents that could have shown it. Whatever "
    'goes wrong is answered as `{"error": "one line"}`.'
)
_UNGUARDED = "The request itself cannot be: control characters, an address too long, or a host that is not this server's."


def document(routes: Sequence[Route], *, token: bool) -> dict[str, Any]:
    """The document; with `token`, every request needs one."""
    template = "#/components/schemas/{name}"
    types: list[type[msgspec.Struct]] = list(dict.fromkeys([Problem, *(route.answer for route in routes)]))
    schemas, components = msgspec.json.schema_components(types, ref_template=template)
    shapes = dict(zip(types, schemas, strict=True))
    made: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Dragoman", "version": VERSION, "description": _DESCRIPTION},
        "paths": {PREFIX + route.path: {"get": _operation(route, shapes, token)} for route in routes},
        "components": {"schemas": components},
    }
    if token:
        made["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        made["security"] = [{"token": []}]
    return made


def _operation(route: Route, shapes: dict[type[msgspec.Struct], Any], token: bool) -> dict[str, Any]:
    statuses = sorted({400, *route.refuses, *_ALWAYS, *([401] if token else [])})
    refused = {str(status): _refused(status, shapes[Problem]) for status in statuses}
    answered = {"schema": shapes[route.answer], "example": route.example}
    return {
        "operationId": route.name,
        "summary": route.help,
        "description": " ".join((route.answer.__doc__ or "").split()),
        "parameters": [parameter.described() for parameter in route.parameters],
        "responses": {"200": {"description": "The answer.", "content": {"application/json": answered}}, **refused},
    }


def _refused(status: int, shape: Any) -> dict[str, Any]:
    meaning = "A token is needed." if status == 401 else MEANINGS[status]
    if status == 400:
        meaning += f" {_UNGUARDED}"
    example = {"error": _EXAMPLES[status]}
    return {"description": meaning, "content": {"application/json": {"schema": shape, "example": example}}}


_EXAMPLES = {
    400: "this cursor belongs to another question; ask with the same filters and order as before",
    401: "a token is needed: send `Authorization: Bearer TOKEN`",
    404: "no state or organisation 'Rusia'; near: Russian Federation (RUS)",
    422: "limit='0': allowed: a whole number from 1 to 1,000",
    503: "this took longer than 5 s and was given up: ask for less",
}
