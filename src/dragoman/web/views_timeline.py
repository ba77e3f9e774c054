"""Events in the order of their dates, with every filter; the years of what fits above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.analysis import Table
from dragoman.analysis.coverage import documents_by_year
from dragoman.archive.columns import INTEGER, TABLES, TEXT, Column
from dragoman.archive.filters import where
from dragoman.archive.schema import chosen, sources
from dragoman.lexicon.ontology import event_types
from dragoman.records.event import MODALITIES
from dragoman.web import links
from dragoman.web.asked import Asked, asked, counted, most_counted, paging, selection
from dragoman.web.charts import balance
from dragoman.web.desk import Desk, Page
from dragoman.web.entries import entry
from dragoman.web.figures import Figure
from dragoman.web.ontology import QUADS, modes, of_quad, quad

_PATH = "/timeline"
EVENTS = TABLES["events"]


def timeline(desk: Desk) -> Page:
    given = asked(desk, "events", _PATH, order=("-date",))
    total = total_of(desk, given)
    found = selection(desk, given).rows()
    shown: dict[str, Any] = {
        "asked": given, "paging": paging(given, len(found), total),
        "entries": [entry(desk, "events", row) for row in found],
        "years": by_year(desk, given),
        "types": list(event_types()), "modes": modes(), "modalities": MODALITIES,
        "quads": {name: of_quad(name) for name in QUADS},
        "codes": given.values.get("state", []),
    }  # fmt: skip
    return Page("timeline.html", "Timeline", shown)


def years_file(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """The chart of a timeline again, for its file."""
    return by_year(desk, asked(desk, "events", _PATH))


def by_year(desk: Desk, given: Asked) -> Figure:
    """How many of the events that fit are of each year and type."""
    filters = given.filters
    counts: dict[tuple[str, str], int] | None = desk.store.keep(("years", repr(filters)), lambda: _counts(desk, given))
    documents = desk.store.keep("documents by year", lambda: documents_by_year(desk.store))
    if counts is None:
        said = f"more than {most_counted(filters):,} events fit: narrow them to see their years, or ask for one state or two"
        return Figure("timeline-years", "Events by year", Table("events by year", (Column("year", TEXT),), []), note=said)
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
    used = [event for event in event_types() if any(event == one for _, one in counts)]
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


def _counts(desk: Desk, given: Asked) -> dict[tuple[str, str], int] | None:
    """From the counts that the archive keeps where they can say it, else from the events; None where those are too many."""
    kept = kept_counts(desk, given.values)
    if kept is not None:
        return kept
    if counted(desk, "events", given.filters) > most_counted(given.filters):
        return None
    made = where(EVENTS, given.filters)
    before = "".join(f"{join} " for join in made.joins if join.endswith("CROSS JOIN"))
    after = "".join(f" {join}" for join in made.joins if not join.endswith("CROSS JOIN"))
    conditions = " AND ".join([chosen(EVENTS, given.filters.run), *made.conditions])
    sql = (
        f"SELECT coalesce(substr(r.date, 1, 4), ''), r.event, count(*) FROM {before}{sources(EVENTS)}{after} "
        f"WHERE {conditions} GROUP BY 1, 2"
    )
    return {(year, event): n for year, event, n in desk.store.select(sql, made.parameters)}


def kept_counts(desk: Desk, values: Mapping[str, Sequence[str]]) -> dict[tuple[str, str], int] | None:
    """Events by (year, type) from the archive's own counts; None where they do not know of what is asked."""
    given = {name: list(value) for name, value in values.items() if value}
    ends = [given.pop(name, []) for name in ("source", "target")]
    codes = given.pop("state", [])
    if set(given) - {"event", "modality"} or any(len(end) > 1 for end in ends):
        return None
    if len(codes) == 1 and not any(ends):
        table, condition, parameters, number = "state_years", "code = ?", list(codes), "n"
    elif len(codes) == 2 and not any(ends):
        table, condition, parameters, number = "pair_years", "a = ? AND b = ?", sorted(codes), "n"
    elif not codes and all(ends) and ends[0] != ends[1]:
        (source,), (target,) = ends
        table, condition, parameters = "pair_years", "a = ? AND b = ?", sorted((source, target))
        number = "forward" if source < target else "back"
    else:
        return None
    for name, wanted in given.items():
        condition += f" AND {name} IN ({', '.join('?' * len(wanted))})"
        parameters += wanted
    sql = f"SELECT year, event, sum({number}) FROM {table} WHERE {condition} GROUP BY 1, 2 HAVING sum({number}) > 0"
    return {(year, event): n for year, event, n in desk.store.select(sql, parameters)}


def total_of(desk: Desk, given: Asked) -> int:
    """How many events fit, from the kept counts where they know it."""
    kept = kept_counts(desk, given.values)
    return counted(desk, "events", given.filters) if kept is None else sum(kept.values())
