"""The routes of the reading room."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles

from dragoman.api import Archive
from dragoman.errors import DragomanError, UsageError
from dragoman.web import (
    exports,
    links,
    views_home,
    views_network,
    views_pair,
    views_people,
    views_search,
    views_state,
    views_table,
    views_timeline,
)
from dragoman.web.charts.svg import standalone
from dragoman.web.desk import Archives, Desk, NotThere, Page
from dragoman.web.figures import Maker
from dragoman.web.rendering import STATIC, VENDOR, render
from dragoman.web.views_document import citation, document

# What can be had as a file, by the name in its address.
FIGURES: dict[str, Maker] = {
    "documents-by-month": views_home.by_month,
    "tone-map": views_home.tone_map,
    "timeline-years": views_timeline.years_file,
    "network": views_network.edges,
    "stood": views_people.stood,
    **views_state.SECTIONS,
    **views_pair.SECTIONS,
}
# Pages by address; what stands in braces is given to the view after the desk.
PAGES: dict[str, Callable[..., Page]] = {
    "/": views_home.home,
    "/search": views_search.results,
    "/states": views_search.index,
    "/state/{code}": views_state.state,
    "/state/{code}/{section}": views_state.one_section,
    "/pair/{a}/{b}": views_pair.pair,
    "/pair/{a}/{b}/{section}": views_pair.one_section,
    "/document/{key}": document,
    "/timeline": views_timeline.timeline,
    "/network": views_network.network,
    "/tables": views_table.tables,
    "/table/{name}": views_table.table,
}
# Files, which give themselves away.
FILES: dict[str, Callable[..., Response]] = {
    "/table/{name}.{form}": views_table.table_file,
    "/document/{key}/cite.{form}": citation,
}


def add_pages(app: FastAPI, archives: Archives) -> None:
    """Add every page to `app`.

    `archives` lends an archive (`dragoman.api.Archive`) to each request; what it raises is shown as a page. Headers and
    limits are the application's.
    """
    router = APIRouter(include_in_schema=False)
    for path, make in FILES.items():
        router.add_api_route(path, _file(archives, make), methods=["GET"], response_class=Response)
    router.add_api_route("/figure/{name}.{form}", _file(archives, figure), methods=["GET"], response_class=Response)
    router.add_api_route("/go", _file(archives, go), methods=["GET"], response_class=Response)
    for path, view in PAGES.items():
        router.add_api_route(path, _page(archives, view), methods=["GET"], response_class=HTMLResponse)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.mount("/vendor", StaticFiles(directory=VENDOR, check_dir=False), name="vendor")
    app.include_router(router)


def figure(desk: Desk, name: str, form: str) -> Response:
    """A figure as a file. Raises NotThere, UsageError."""
    if name not in FIGURES:
        raise NotThere(f"no figure {name!r}; there are: {', '.join(FIGURES)}")
    codes = tuple(dict.fromkeys(desk.code(one) for one in desk.many("state")))
    if name in views_state.SECTIONS and name not in views_pair.SECTIONS and len(codes) != 1:
        raise UsageError(f"{name} needs one state: state=PRK")
    needs_two = name in views_pair.SECTIONS and name not in views_state.SECTIONS
    if (needs_two and len(codes) != 2) or (name in views_pair.SECTIONS and len(codes) not in (1, 2)):
        raise UsageError(f"{name} needs {'two states' if needs_two else 'one state or two'}: state=PRK&state=USA")
    made = FIGURES[name](desk, codes, None)
    file = "-".join((*codes, name))
    if form == "svg":
        if made.chart is None:
            raise UsageError(f"{name} is no chart, or has nothing to draw; there are: {', '.join(exports.forms())}")
        return exports.attached(standalone(made.chart), f"{file}.svg", exports.TYPES["svg"])
    return exports.exported(file, made.rows, form)


def go(desk: Desk) -> Response:
    """Where a form that names one state or two leads, by code or name."""
    names = [name for name in (desk.one("a"), desk.one("b")) if name]
    codes = list(dict.fromkeys(desk.code(name) for name in names))
    if not codes:
        return RedirectResponse("/states", 303)
    return RedirectResponse(links.pair(*codes) if len(codes) == 2 else links.state(codes[0]), 303)


def _page(archives: Archives, view: Callable[..., Page]) -> Callable[[Request], Response]:
    """A page, rendered once for each state of the archive."""

    def answer(request: Request) -> Response:
        def make(archive: Archive) -> tuple[bytes, int]:
            desk = Desk(archive, request.query_params, request.url.path)
            page = view(desk, *request.path_params.values())
            return _html(page, request, archive.folder.name), page.status

        asked = request.url.path, request.url.query
        return _answered(request, lambda: _sent(*archives.answer(("page", *asked), make)))

    return answer


def _file(archives: Archives, make: Callable[..., Response]) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        def made() -> Response:
            with archives.reading() as archive:
                return make(Desk(archive, request.query_params, request.url.path), *request.path_params.values())

        return _answered(request, made)

    return answer


def _answered(request: Request, make: Callable[[], Response]) -> Response:
    """What `make` gives, or a page that says what went wrong."""
    try:
        return make()
    except NotThere as error:
        return _wrong(request, HTTPStatus.NOT_FOUND, "Not in this archive", error)
    except UsageError as error:
        return _wrong(request, HTTPStatus.BAD_REQUEST, "That cannot be asked", error)
    except DragomanError as error:
        return _wrong(request, HTTPStatus.SERVICE_UNAVAILABLE, "No answer now", error)


def _wrong(request: Request, status: HTTPStatus, title: str, error: Exception) -> Response:
    return _sent(_html(Page("wrong.html", title, {"message": str(error)}, status), request, ""), status)


def _html(page: Page, request: Request, folder: str) -> bytes:
    shown: dict[str, Any] = {"title": page.title, "here": request.url.path, "folder": folder, **page.shown}
    return render(page.template, **shown).encode("utf-8", "replace")


def _sent(html: bytes, status: int) -> Response:
    return HTMLResponse(html, status, {"Cache-Control": "no-cache", "Vary": "HX-Request"})
