"""Who deals with whom: the pairs with the most events, as a table, and as a drawing where scripts run."""

from __future__ import annotations

from typing import Any

from dragoman.analysis import Table
from dragoman.archive.columns import INTEGER, REAL, TEXT, Column
from dragoman.errors import UsageError
from dragoman.lexicon.ontology import event_types
from dragoman.records.event import MODALITIES
from dragoman.web import links
from dragoman.web.desk import Desk, Page
from dragoman.web.figures import Figure
from dragoman.web.remembered import remembered

_SHOWN, _MOST = 60, 400
_COLUMNS = (
    Column("a", TEXT), Column("b", TEXT), Column("name_a", TEXT), Column("name_b", TEXT), Column("events", INTEGER),
    Column("a_to_b", INTEGER), Column("b_to_a", INTEGER), Column("mean_score", REAL),
)  # fmt: skip


def network(desk: Desk) -> Page:
    state = desk.one("state")
    codes = (desk.code(state),) if state else ()
    shown_rows = desk.number("edges", _SHOWN, most=_MOST)
    figure, values = edges(desk, codes, shown_rows), _values(desk, codes)
    shown: dict[str, Any] = {
        "figure": figure, "edges": shown_rows, "most": _MOST, "types": list(event_types()), "modalities": MODALITIES,
        "values": values, "state": codes[0] if codes else "", "data": figure.file("json"),
        "pairs": [row | {"href": _events(values, row)} for row in figure.rows],
    }  # fmt: skip
    return Page("network.html", "Network", shown)


def _values(desk: Desk, codes: tuple[str, ...]) -> dict[str, Any]:
    """The conditions as the address has them."""
    return {
        "state": list(codes), "event": desk.many("event"), "modality": desk.many("modality"),
        "since": desk.one("since"), "until": desk.one("until"),
    }  # fmt: skip


def edges(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """Pairs with their events: of all actors, or those with one and among its partners. Years bound them, not days."""
    values = _values(desk, codes)
    condition, parameters = _condition(values)
    pairs = "pair_years"
    if codes:
        # Two halves, as the planner would scan all pairs for an OR over two columns.
        half = f"SELECT * FROM pair_years WHERE {condition} AND "
        pairs, condition = f"({half} a = ? UNION ALL {half} b = ?)", "1"
        parameters = [*parameters, codes[0], *parameters, codes[0]]
    sql = f"SELECT a, b, event, sum(n), sum(forward), sum(back) FROM {pairs} WHERE {condition} GROUP BY a, b, event"
    found = remembered(desk.store, ("edges", sql, tuple(parameters)), lambda: _pairs(desk, sql, parameters))
    most = desk.number("edges", _SHOWN, most=_MOST) if limit is None else limit
    rows = [row | {"name_a": desk.name(row["a"]), "name_b": desk.name(row["b"])} for row in found[:most]]
    table = Table("network", _COLUMNS, rows, total=len(found))
    return Figure("network", "Who deals with whom", table, values | {"edges": most})


def _pairs(desk: Desk, sql: str, parameters: list[Any]) -> list[dict[str, Any]]:
    made: dict[tuple[str, str], dict[str, Any]] = {}
    for a, b, event, n, forward, back in desk.store.select(sql, parameters):
        row = made.setdefault((a, b), {"a": a, "b": b, "events": 0, "a_to_b": 0, "b_to_a": 0, "mean_score": 0.0})
        row["events"] += n
        row["a_to_b"] += forward
        row["b_to_a"] += back
        row["mean_score"] += event_types()[event].score * n if event in event_types() else 0.0
    for row in made.values():
        row["mean_score"] = round(row["mean_score"] / row["events"], 2)
    return sorted(made.values(), key=lambda row: (-row["events"], row["a"], row["b"]))


def _condition(values: dict[str, Any]) -> tuple[str, list[Any]]:
    conditions, parameters = ["1"], list[Any]()
    for name in ("event", "modality"):
        if values[name]:
            conditions.append(f"{name} IN ({', '.join('?' * len(values[name]))})")
            parameters += values[name]
    for name, sign in (("since", ">="), ("until", "<=")):
        if values[name]:
            if not (values[name].isdigit() and len(values[name]) == 4):
                raise UsageError(f"{name}={values[name]!r}: the network is counted by year: write 2017")
            conditions.append(f"year {sign} ?")
            parameters.append(values[name])
            if name == "until":
                conditions.append("year != ''")
    return " AND ".join(conditions), parameters


def _events(values: dict[str, Any], row: dict[str, Any]) -> str:
    """Where the events of a pair stand."""
    return links.timeline(state=[row["a"], row["b"]], **{name: value for name, value in values.items() if name != "state"})
