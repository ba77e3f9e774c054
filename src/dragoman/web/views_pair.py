"""Two states: what passes between them, by month, rhetoric apart from what is told, and what binds or divides them."""

from __future__ import annotations

from typing import Any

from dragoman.analysis import Selection, Table, register
from dragoman.analysis.coverage import documents_by_month, documents_by_year
from dragoman.analysis.sections import PAIR_SECTIONS, Question
from dragoman.archive import Filters
from dragoman.archive.columns import INTEGER, REAL, TEXT, Column
from dragoman.errors import UsageError
from dragoman.web import links
from dragoman.web.charts import tone
from dragoman.web.charts.periods import months, years
from dragoman.web.charts.tone import Tone
from dragoman.web.desk import Desk, NotThere, Page
from dragoman.web.figures import Figure, Maker
from dragoman.web.ontology import of_quad
from dragoman.web.views_people import calls, calls_back, stood
from dragoman.web.views_state import ALONE, STOOD, covered_by, recent, relations, told
from dragoman.web.views_state import years as years_of

SHOWN = 6
_MOST_MONTHS = 240
_Counted = dict[tuple[str, bool], Tone]


def tones(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """The mean score of each month's (or year's) events between two, told and performed, with the documents of the period."""
    counted = _months(desk, codes)
    known = sorted({month for month, _ in counted if len(month) == 7})
    monthly = bool(known) and len(months(known[0], known[-1])) <= _MOST_MONTHS
    if monthly:
        labels = months(known[0], known[-1])
        documents = desk.store.keep("months", lambda: documents_by_month(desk.store))
        found = {key: value for key, value in counted.items() if len(key[0]) == 7}
    else:
        labels = years(month[:4] for month, _ in counted)
        documents = desk.store.keep("documents by year", lambda: documents_by_year(desk.store))
        found = _yearly(counted)
    told = {period: value for (period, performed), value in found.items() if not performed}
    said = {period: value for (period, performed), value in found.items() if performed}

    def href(period: str, performed: bool) -> str:
        flag = "true" if performed else "false"
        return links.timeline(state=list(codes), modality="actual", since=period, until=period, performed=flag)

    chart = tone.by_period(labels, told, said, documents, href)
    used = [period for period in labels if period in told or period in said]
    made = [_row(period, told.get(period), said.get(period), documents.get(period, 0)) for period in used]
    columns = (
        Column("period", TEXT), Column("told_mean", REAL), Column("told_events", INTEGER), Column("performed_mean", REAL),
        Column("performed_events", INTEGER), Column("documents", INTEGER),
    )  # fmt: skip
    left_out = sum(value.events for key, value in counted.items()) - sum(
        value.events for value in [*told.values(), *said.values()]
    )
    note = "only what is told as actual" + (
        f"; {left_out:,} events known less precisely or undated are left out" if left_out else ""
    )
    title = f"Conflict and cooperation by {'month' if monthly else 'year'}"
    return Figure("pair-tone", title, Table("tone", columns, made, note=note), {"state": list(codes)}, chart or None, note=note)


def _row(period: str, told: Tone | None, said: Tone | None, documents: int) -> dict[str, Any]:
    return {
        "period": period, "told_mean": round(told.mean, 2) if told else None, "told_events": told.events if told else 0,
        "performed_mean": round(said.mean, 2) if said else None, "performed_events": said.events if said else 0,
        "documents": documents,
    }  # fmt: skip


def _months(desk: Desk, codes: tuple[str, ...]) -> _Counted:
    """Mean and number of the actual events of each period (month, or less where no more is known), told or performed."""
    sql = (
        "SELECT month, performed, sum(score) / 1000.0 / sum(scored), sum(scored) FROM pair_months "
        "WHERE a = ? AND b = ? AND modality = 'actual' AND scored > 0 GROUP BY month, performed"
    )
    return {(month, bool(performed)): Tone(mean, n) for month, performed, mean, n in desk.store.select(sql, sorted(codes))}


def _yearly(counted: _Counted) -> _Counted:
    sums: dict[tuple[str, bool], tuple[float, int]] = {}
    for (period, performed), found in counted.items():
        if period:
            total, n = sums.get((period[:4], performed), (0.0, 0))
            sums[period[:4], performed] = (total + found.mean * found.events, n + found.events)
    return {key: Tone(total / n, n) for key, (total, n) in sums.items()}


def _section(name: str, title: str, key: str) -> Maker:
    def make(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
        table = PAIR_SECTIONS[key](Question(desk.store, codes, limit))
        a, b = (codes if name == "stances-to" else codes[::-1]) if len(codes) == 2 else (codes[0], None)
        heading = title.format(a=desk.name(a), b=desk.name(b))
        return Figure(name, heading, table, {"state": list(codes)}, more=links.table("positions", state=list(codes)))

    return make


def _register(name: str, title: str) -> Maker:
    def make(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
        table = register(desk.store, name, *codes, limit=limit)
        return Figure(name, title, table, {"state": list(codes)}, note=table.note)

    return make


def quarrels(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """The latest acts of conflict between two, deeds and words."""
    events = [*of_quad("material conflict"), *of_quad("verbal conflict")]
    filters = {"state": list(codes), "event": events}
    wanted = Filters(states=list(codes), columns={"event": events})
    found = Selection(desk.store, "events", wanted, order=["-date"], limit=limit)
    return Figure("quarrels", "Quarrels", found, {"state": list(codes)}, more=links.timeline(**filters))


SECTIONS: dict[str, Maker] = {
    "pair-tone": tones,
    "years": years_of,
    "recent": recent,
    "agreements": _register("agreements", "Agreements"),
    "visits": _register("visits", "Visits"),
    "quarrels": quarrels,
    "relations": relations,
    "calls": calls,
    "calls-back": calls_back,
    "stances-to": _section("stances-to", "What {a} says of {b}", "positions of {a} on {b}"),
    "stances-from": _section("stances-from", "What {a} says of {b}", "positions of {b} on {a}"),
}
# These look at every mention of a state.
SLOW = frozenset({"agreements", "visits", "calls", "calls-back"})
TITLES = {
    "agreements": "Agreements",
    "visits": "Visits",
    "calls": "What they call each other: one way",
    "calls-back": "And the other way",
}
_MANY = 3000  # documents that speak of one of the two


def one_section(desk: Desk, first: str, second: str, name: str) -> Page:
    """A section of a pair's page by itself, with more of its rows."""
    a, b = desk.code(first), desk.code(second)
    if name not in SECTIONS or a == b:
        raise NotThere(f"no section {name!r} of {a} and {b}; there are: {', '.join(SECTIONS)}")
    figure = SECTIONS[name](desk, (a, b), SHOWN if desk.one("few") else ALONE)
    drawn = name in ("pair-tone", "years")
    shown = {
        "back": links.pair(a, b), "name": f"{desk.name(a)} and {desk.name(b)}", "id": name, "figure": figure, "drawn": drawn,
        "entries": [] if drawn else told(desk, figure),
    }  # fmt: skip
    return Page("section.html", f"{desk.name(a)} and {desk.name(b)}: {figure.title}", shown)


def pair(desk: Desk, first: str, second: str) -> Page:
    a, b = desk.code(first), desk.code(second)
    if a == b:
        raise UsageError(f"a pair needs two different states, not {a} twice")
    covered = {one: covered_by(desk, one) for one in (a, b)}
    later = SLOW if max(one.naming for one in covered.values()) > _MANY else frozenset()
    figures = {name: make(desk, (a, b), SHOWN) for name, make in SECTIONS.items() if name not in later}
    on = stood(desk, (a, b), STOOD) if desk.one("on") else None
    drawn = ("pair-tone", "years")
    entries = {name: told(desk, figure) for name, figure in figures.items() if name not in drawn}
    lo, hi = sorted((a, b))
    sql = "SELECT coalesce(sum(forward), 0), coalesce(sum(back), 0), coalesce(sum(n), 0) FROM pair_years WHERE a = ? AND b = ?"
    forward, back, total = desk.store.one(sql, (lo, hi))
    shown: dict[str, Any] = {
        "a": a, "b": b, "name_a": desk.name(a), "name_b": desk.name(b), "figures": figures, "entries": entries,
        "on": on, "on_entries": told(desk, on) if on else [], "day": desk.one("on") or "",
        "order": list(SECTIONS), "titles": TITLES,
        "covered": covered, "total": total, "a_to_b": forward if a == lo else back, "b_to_a": back if a == lo else forward,
    }  # fmt: skip
    return Page("pair.html", f"{desk.name(a)} and {desk.name(b)}", shown)
