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

_SHOWN, _MOST = 60, 400
_COLUMNS = (
    Column("a", TEXT), Column("b", TEXT), Column("name_a", TEXT), Column("name_b", TEXT), Column("events", INTEGER),
    Column("a_to_b", INTEGER), Column("b_to_a", INTEGER), Column("mean_score", REAL),
)  # fmt: skip
# What goes from the smaller of two codes to the larger, and back, in a table that has each pair from both sides.
_WAYS = ("CASE WHEN code < other THEN sent ELSE received END", "CASE WHEN code < other THEN received ELSE sent END")


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
    score = " ".join(f"WHEN '{name}' THEN {one.score}" for name, one in event_types().items())
    counts = f"sum(n), sum({{}}), sum({{}}), round(sum(n * CASE event {score} ELSE 0 END) / sum(n), 2)"
    if values["since"] or values["until"]:
        # Two halves, as the planner would scan all pairs for an OR over two columns.
        half = f"SELECT * FROM pair_years WHERE {condition}"
        halves = f"{half} AND a = ? UNION ALL {half} AND b = ?" if codes else half
        parameters = [*parameters, codes[0], *parameters, codes[0]] if codes else parameters
        sql = f"SELECT a, b, {counts.format('forward', 'back')} FROM ({halves}) GROUP BY a, b"
    elif codes:
        sql = (
            f"SELECT min(code, other), max(code, other), {counts.format(*_WAYS)} FROM partners "
            f"WHERE {condition} AND code = ? GROUP BY 1, 2"
        )
        parameters.append(codes[0])
    else:
        counts = counts.format("sent", "received")
        sql = f"SELECT code, other, {counts} FROM partners WHERE {condition} AND code < other GROUP BY 1, 2"
    found = desk.store.keep(("edges", sql, tuple(parameters)), lambda: _pairs(desk, sql, parameters))
    most = desk.number("edges", _SHOWN, most=_MOST) if limit is None else limit
    rows = [row | {"name_a": desk.name(row["a"]), "name_b": desk.name(row["b"])} for row in found[:most]]
    table = Table("network", _COLUMNS, rows, total=len(found))
    return Figure("network", "Who deals with whom", table, values | {"edges": most})


def _pairs(desk: Desk, sql: str, parameters: list[Any]) -> list[dict[str, Any]]:
    names = ("a", "b", "events", "a_to_b", "b_to_a", "mean_score")
    return [dict(zip(names, row, strict=True)) for row in desk.store.select(f"{sql} ORDER BY 3 DESC, 1, 2", parameters)]


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
