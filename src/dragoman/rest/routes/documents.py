"""One document with its text, its passages and all its records."""

from __future__ import annotations

from typing import Any

from dragoman.analysis import find, shown
from dragoman.errors import UsageError
from dragoman.records import RECORDS
from dragoman.rest import parameters
from dragoman.rest.answers import WholeDocument, example
from dragoman.rest.asked import Asked, Route
from dragoman.rest.failures import NotThere

KEY = parameters.text(
    "document_id", "The id of a document, or its first eight signs or more.", "d5e4dff22774", place="path",
    pattern="^[0-9a-f]{8,64}$",
)  # fmt: skip


def answer(asked: Asked) -> dict[str, Any]:
    """The document and its records as `dragoman show --format json` has them, each with the hash of the text."""
    run = asked.run()
    try:
        found = find(asked.store, asked["document_id"])
    except UsageError as error:
        raise NotThere(f"no document {asked['document_id']}; give an id, or its first 8 signs or more") from error
    if len(found) > 1:
        raise UsageError(f"{asked['document_id']} is {len(found)} documents; give one of their ids: {', '.join(found)}")
    try:
        data = shown(asked.store, found[0], run=run).data()
    except UsageError as error:
        raise NotThere(f"no document {found[0]} in the run asked for") from error
    return {"document": data["document"], "records": {name: asked.hashed(rows) for name, rows in data["records"].items()}}


ROUTES = (
    Route(
        path="/documents/{document_id}", name="document", help="A document with its text, passages and records.",
        parameters=(KEY, parameters.RUN), answer=WholeDocument, make=answer,
        example={"document": example("documents") | {"text": "words"}, "records": {name: [example(name)] for name in RECORDS}},
    ),
)  # fmt: skip
