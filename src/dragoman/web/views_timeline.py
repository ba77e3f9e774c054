"""Events in the order of their dates, with every filter; the years of what fits above them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from dragoman.analysis import Table
from dragoman.analysis.coverage import documents_by_year
from dragoman.archive.columns import INTEGER, TABLES, TEXT, Column
from dragoman.archive.filters import where
from dragoman.archive.schema import chosen, sources
from dragoman.records.event import MODALITIES
from dragoman.web import links
from dragoman.web.asked import Asked, Paging, asked, counted, selection
from dragoman.web.charts import balance
from dragoman.web.desk import Desk, Page
from dragoman.web.entries import entry
from dragoman.web.figures import Figure
from dragoman.web.ontology import QUADS, modes, of_quad, quad, types
from dragoman.web.remembered import remembered

_PATH = "/timeline"
EVENTS = TABLES["events"]


def timeline(desk: Desk) -> Page:
    given = asked(desk, "events", _PATH, order=("-date",))
    total = counted(desk, "events", given.filters)
    found = selection(desk, given).rows()
    shown: dict[str, Any] = {
        "asked": given, "paging": Paging(given.page, len(found), total),
        "entries": [entry(desk, "events", row) for row in found],
        "years": by_year(desk, given),
        "types": list(types()), "modes": modes(), "modalities": MODALITIES, "quads": {name: of_quad(name) for name in QUADS},
        "codes": given.values.get("state", []),
    }  # fmt: skip
    return Page("timeline.html", "Timeline", shown)


def years_file(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """The chart of a timeline again, for its file."""
    return by_year(desk, asked(desk, "events", _PATH))


def by_year(desk: Desk, given: Asked) -> Figure:
    """How many of the events that fit are of each year and type."""
    filters = given.filters
    counts: dict[tuple[str, str], int] = remembered(desk.store, ("years", repr(filters)), lambda: _counts(desk, given))
    documents = remembered(desk.store, "documents by year", lambda: documents_by_year(desk.store))
    kept = {name: list(value) for name, value in given.values.items() if name not in ("since", "until", "event")}

    def href(year: str, name: str) -> str:
        events = [event for event in given.values.get("event", []) if quad(event) == name] or of_quad(name)
        return links.address(_PATH, kept, event=events, since=year, until=year)

    return year_figure("timeline-years", "Events by year", counts, documents, href, dict(given.values))


def year_figure(
    name: str, title: str, counts: dict[tuple[str, str], int], documents: dict[str, int], href: Any, values: dict[str, Any]
) -> Figure:
    """Counts by (year, type) as a chart of quads and a table of types; `href` of a year and a quad leads to the events."""
    quads: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for (year, event), n in counts.items():
        quads[year][quad(event)] += n
    chart = balance.by_year(quads, documents, href)
    used = [event for event in types() if any(event == one for _, one in counts)]
    years = sorted({year for year, _ in counts if year})
    made = [
        {"year": year, **{event: counts.get((year, event), 0) for event in used}, "documents": documents.get(year, 0)}
        for year in years
    ]
    undated = sum(n for (year, _), n in counts.items() if not year)
    note = f"{undated:,} events without a date are not in the chart" if undated else None
    columns = (Column("year", TEXT), *(Column(event, INTEGER) for event in used), Column("documents", INTEGER))
    table = Table("events by year", columns, made, note=note)
    return Figure(name, title, table, values, chart or None, note=note)


def _counts(desk: Desk, given: Asked) -> dict[tuple[str, str], int]:
    """From the counts that the archive keeps where they can say it, else from the events."""
    values = {name: value for name, value in given.values.items() if value}
    if set(values) <= {"state", "event", "modality"} and len(values.get("state", [])) in (1, 2):
        return _kept(desk, values)
    made = where(EVENTS, given.filters)
    before = "".join(f"{join} " for join in made.joins if join.endswith("CROSS JOIN"))
    after = "".join(f" {join}" for join in made.joins if not join.endswith("CROSS JOIN"))
    conditions = " AND ".join([chosen(EVENTS, given.filters.run), *made.conditions])
    sql = (
        f"SELECT coalesce(substr(r.date, 1, 4), ''), r.event, count(*) FROM {before}{sources(EVENTS)}{after} "
        f"WHERE {conditions} GROUP BY 1, 2"
    )
    return {(year, event): n for year, event, n in desk.store.select(sql, made.parameters)}


def _kept(desk: Desk, values: dict[str, Any]) -> dict[tuple[str, str], int]:
    codes = sorted(values["state"])
    table, condition = ("state_years", "code = ?") if len(codes) == 1 else ("pair_years", "a = ? AND b = ?")
    parameters = list(codes)
    for name in ("event", "modality"):
        if values.get(name):
            condition += f" AND {name} IN ({', '.join('?' * len(values[name]))})"
            parameters += values[name]
    sql = f"SELECT year, event, sum(n) FROM {table} WHERE {condition} GROUP BY 1, 2"
    return {(year, event): n for year, event, n in desk.store.select(sql, parameters)}
