"""The first screen: what is in the archive, what came last, the world in the tone of one state, what was skipped."""

from __future__ import annotations

from dragoman.analysis import Overview, Table, overview
from dragoman.analysis.coverage import documents_by_month
from dragoman.archive.columns import INTEGER, REAL, TEXT, Column
from dragoman.errors import UsageError
from dragoman.web import links
from dragoman.web.charts import bars, world
from dragoman.web.desk import Desk, Page
from dragoman.web.figures import Figure
from dragoman.web.tones import FROM, WAYS, states, tones

_LATEST = 8
_SHOWN = 14  # rows beside the map


def home(desk: Desk) -> Page:
    found = desk.store.keep("overview", lambda: overview(desk.store, limit=10))
    if not found.documents:
        return Page("empty.html", "An empty archive", {"folder": str(desk.store.folder), "overview": found})
    codes = _chosen(desk)
    shown = {
        "overview": found,
        "months": by_month(desk, (), None),
        "lists": _lists(found),
        "latest": latest(desk, found),
        "map": tone_map(desk, codes, _SHOWN) if codes else None,
        "way": _way(desk),
        "chosen": codes[0] if codes else None,
        "choices": [code for code in states(desk.store) if not code.startswith("X-")][:400],
    }
    return Page("home.html", "The archive", shown)


def by_month(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """Documents by month; by year where there are too many months to tell apart."""
    months = desk.store.keep("months", lambda: documents_by_month(desk.store))
    found = desk.store.keep("overview", lambda: overview(desk.store, limit=10))
    by_year = {year: n for year, n in found.by["year"].items() if year}
    unit, counts = bars.shown(months, by_year)
    chart = bars.documents(unit, counts, lambda period: links.table("documents", since=period, until=period))
    notes = [(found.by["year"].get("", 0), "without a date")]
    if unit == "month":
        notes.append((sum(by_year.values()) - sum(months.values()), "dated to the year alone"))
    note = "; ".join(f"{n:,} {words}" for n, words in notes if n) or None
    rows = [{unit: period, "documents": n} for period, n in counts.items()]
    table = Table(f"documents by {unit}", (Column(unit, TEXT), Column("documents", INTEGER)), rows, note=note)
    return Figure("documents-by-month", f"Documents by {unit}", table, {}, chart or None, note=note)


def _lists(found: Overview) -> dict[str, list[tuple[str, int, float, str | None]]]:
    """Kinds, outlets and languages, each value with its count and where it leads."""
    columns = {"kind": "Kinds", "outlet": "Outlets", "language": "Languages"}
    return {
        title: bars.ranked(found.by[name], lambda value, name=name: links.table("documents", **{name: value or "null"}), 10)  # type: ignore[misc]
        for name, title in columns.items()
    }


def latest(desk: Desk, found: Overview) -> dict[str, object] | None:
    """The last reading and the first of the documents that came with it."""
    reading = next(iter(found.readings), None)
    if reading is None:
        return None
    sql = (
        "SELECT c.document_id, d.title, d.kind, d.outlet, d.published, o.source_path FROM all_codings c "
        "JOIN all_documents d ON d.coding = c.coding LEFT JOIN origins o ON o.doc = c.doc "
        "WHERE c.current AND c.coding > (SELECT max(coding) FROM all_codings) - ?2 AND c.coded_at >= ?1 "
        "ORDER BY c.coding DESC LIMIT ?3"
    )
    names = ("document_id", "title", "kind", "outlet", "published", "source_path")
    rows = desk.store.select(sql, (reading["started"], max(reading["documents_new"], _LATEST) * 2, _LATEST))
    return {"reading": reading, "documents": [dict(zip(names, row, strict=True)) for row in rows]}


def _way(desk: Desk) -> str:
    way = desk.one("way") or FROM
    if way not in WAYS:
        raise UsageError(f"way={way!r}: allowed: {', '.join(WAYS)}")
    return way


def _chosen(desk: Desk) -> tuple[str, ...]:
    """The state whose map is shown: the one asked for, else the one with the most events."""
    given = desk.one("state")
    if given is not None:
        return (desk.code(given),)
    first = next((code for code in states(desk.store) if len(code) == 3 and code.isalpha()), None)
    return (first,) if first else ()


def tone_map(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """The world in the tone between one state and every other; beside it the same in numbers."""
    if len(codes) != 1:
        raise UsageError("the map needs one state: state=PRK")
    code, way = codes[0], _way(desk)
    found = tones(desk.store, code, way)
    direction = {"from": {"source": code}, "towards": {"target": code}, "both": {}}[way]

    def href(other: str) -> str:
        back = {"source": {"target": other}, "target": {"source": other}}
        ends = direction | back[next(iter(direction))] if direction else {"state": [code, other]}
        return links.timeline(**ends, modality="actual")

    ranked = sorted(found.items(), key=lambda item: (-item[1].events, item[0]))
    rows = [
        {"code": other, "name": desk.name(other), "mean_score": round(tone.mean, 2), "events": tone.events, "href": href(other)}
        for other, tone in ranked[:limit]
    ]
    columns = (Column("code", TEXT), Column("name", TEXT), Column("mean_score", REAL), Column("events", INTEGER))
    chart = world.world(found, code, desk.name, href)
    title = {
        "from": f"From {desk.name(code)}",
        "towards": f"Towards {desk.name(code)}",
        "both": f"Between {desk.name(code)} and others",
    }
    table = Table("tone", columns, rows, total=len(found))
    note = "mean of the scores of event types, −10 conflict to +10 cooperation; only what is told as actual"
    return Figure("tone-map", title[way], table, {"state": code, "way": way}, chart, note=note)
