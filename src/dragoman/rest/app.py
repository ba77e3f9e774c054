"""The application: the guard in front, the routes under /api, and whatever pages are added."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dragoman.api import Archive
from dragoman.rest import openapi
from dragoman.rest.asked import Asked, Route
from dragoman.rest.failures import failed, problem
from dragoman.rest.guard import Guard
from dragoman.rest.openapi import PREFIX
from dragoman.rest.parameters import read
from dragoman.rest.readers import SECONDS, Readers
from dragoman.rest.routes import ROUTES
from dragoman.version import VERSION

AddPages = Callable[[FastAPI, Readers], Any]


def create_app(
    folder: Path, *, lexicons: Sequence[Path] = (), host: str = "127.0.0.1", token: str | None = None,
    seconds: float = SECONDS, add_pages: AddPages | None = None,
) -> FastAPI:  # fmt: skip
    """The API over the archive in `folder`, and the pages that `add_pages` adds.

    `host` is the address that it will be served on, `seconds` the time that a question may take. The archive is opened
    with the first request; nothing is ever written to it.
    """
    readers = Readers(folder, lexicons=lexicons, seconds=seconds)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        readers.close()

    # Their pages of documentation load scripts from elsewhere.
    app = FastAPI(title="Dragoman", version=VERSION, openapi_url=None, docs_url=None, redoc_url=None, lifespan=lifespan)
    for route in ROUTES:
        app.add_api_route(
            PREFIX + route.path, _endpoint(route, readers), methods=["GET"], name=f"api_{route.name}", response_model=None
        )
    described = msgspec.json.encode(openapi.document(ROUTES, token=token is not None))
    app.add_api_route(
        f"{PREFIX}/openapi.json", lambda: Response(described, media_type="application/json"), methods=["GET"],
        name="api_openapi", response_model=None,
    )  # fmt: skip
    app.add_exception_handler(HTTPException, _refused)
    if add_pages is not None:
        add_pages(app, readers)
    app.add_middleware(Guard, host=host, token=token)
    return app


def _endpoint(route: Route, readers: Readers) -> Callable[[Request], Response]:
    """What answers a route; in a thread of its own, as SQLite waits for the disk."""

    def answer(request: Request) -> Response:
        try:
            values = read(route.parameters, request.query_params.multi_items(), request.path_params)

            def make(archive: Archive) -> bytes:
                return msgspec.json.encode(route.make(Asked(archive, values)))

            return Response(readers.answer((route.name, repr(values)), make), media_type="application/json")
        except Exception as error:  # whatever it is, it is answered in one line
            return failed(error)

    return answer


async def _refused(request: Request, error: Exception) -> Response:
    """What the router itself refuses: no such address, or no such method."""
    assert isinstance(error, HTTPException)
    if error.status_code == 404 and request.url.path.startswith(PREFIX):
        return problem(404, f"nothing is at {request.url.path[:200]}; {PREFIX}/openapi.json lists what there is")
    made = problem(error.status_code, str(error.detail))
    made.headers.update(error.headers or {})
    return made
