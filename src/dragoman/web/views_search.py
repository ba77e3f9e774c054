"""Full text search, and the actors that a reader may have meant."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape

from dragoman.archive import Hit, search
from dragoman.archive.finders import HELP
from dragoman.errors import UsageError
from dragoman.records.document import KINDS
from dragoman.web import links
from dragoman.web.asked import PAGE, Paging
from dragoman.web.desk import Desk, Page
from dragoman.web.rendering import plain
from dragoman.web.tones import states as all_states

_ON, _OFF = "\ue000", "\ue001"  # stand for nothing in any text that is meant to be read


def results(desk: Desk) -> Page:
    query = desk.one("q")
    conditions = {name: desk.one(name) for name in ("kind", "outlet", "since", "until")}
    state = desk.one("state")
    page = desk.number("page", 1)
    shown: dict[str, Any] = {
        "query": query or "", "conditions": conditions, "state": state or "", "help": HELP, "kinds": KINDS,
        "actor": None, "found": None, "paging": None, "fault": None, "hits": [],
    }  # fmt: skip
    status = 200
    if query is not None:
        code = desk.code(state) if state else None
        shown["actor"] = _actor(desk, query)
        try:
            found = search(desk.store, query, **conditions, state=code, limit=PAGE, offset=(page - 1) * PAGE, marks=(_ON, _OFF))
        except UsageError as error:
            shown["fault"], status = str(error), 400
        else:
            shown |= {
                "found": found,
                "paging": Paging(page, len(found.hits), found.found),
                "hits": [_hit(hit) for hit in found.hits],
            }
    shown["page_url"] = lambda number: links.address("/search", {"q": query, "state": state, "page": number, **conditions})
    return Page("search.html", f"Search: {query}" if query else "Search", shown, status)


def _hit(hit: Hit) -> dict[str, Any]:
    href = (
        links.document(hit.document_id)
        if hit.start is None or hit.end is None
        else links.passage(hit.document_id, hit.start, hit.end)
    )
    marked = escape(plain(hit.snippet)).replace(_ON, Markup("<mark>")).replace(_OFF, Markup("</mark>"))
    return {"href": href, "title": hit.title or hit.source_path, "snippet": marked, "hit": hit}


def _actor(desk: Desk, query: str) -> tuple[str, str] | None:
    """The state or organisation that a query names, where it is nothing but a name."""
    code = desk.archive.names.named(query.strip('"'))
    return None if code is None else (code, desk.name(code))


def index(desk: Desk) -> Page:
    """Every actor that takes part in an event, the most frequent first."""
    counts = all_states(desk.store)
    page = desk.number("page", 1)
    first = (page - 1) * PAGE * 4
    listed = list(counts.items())[first : first + PAGE * 4]
    highest = max(counts.values(), default=1)
    shown = {
        "listed": [(code, desk.name(code), n, 100 * n / highest) for code, n in listed],
        "total": len(counts), "first": first + 1, "last": first + len(listed),
        "next": links.address("/states", page=page + 1) if first + len(listed) < len(counts) else None,
        "before": links.address("/states", page=page - 1) if page > 1 else None,
    }  # fmt: skip
    return Page("states.html", "States and organisations", shown)
