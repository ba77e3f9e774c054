"""A state: what it stands for, who acts for it, whom it deals with and how, what it claims, cites, and is said to be."""

from __future__ import annotations

from typing import Any

from dragoman.analysis import Table
from dragoman.analysis.coverage import Coverage, coverage, documents_by_year
from dragoman.analysis.evidence import Groups, evidence_columns, fetch, is_of, value
from dragoman.analysis.sections import STATE_SECTIONS, Question
from dragoman.archive import Filters, rows
from dragoman.archive.keyset import Condition
from dragoman.archive.parties import wholes
from dragoman.web import links
from dragoman.web.charts import spans, stances
from dragoman.web.charts.spans import Span
from dragoman.web.charts.stances import Mark
from dragoman.web.desk import Desk, NotThere, Page
from dragoman.web.entries import conflict, entry
from dragoman.web.figures import Figure, Maker
from dragoman.web.ontology import of_quad
from dragoman.web.rendering import plain
from dragoman.web.tones import states as all_states
from dragoman.web.tones import tones
from dragoman.web.views_people import called, calls, people, stood
from dragoman.web.views_timeline import year_figure

SHOWN, STOOD, ALONE = 8, 30, 200  # rows of a section, of relations on a day, of a section by itself
_SPANS = 30
_STANCES, _TARGETS = 300, 12
_PARTNERS = 12


def _asked(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Question:
    return Question(desk.store, codes, limit)


def section(name: str, title: str, of: str, path: str) -> Maker:
    """A section of a brief as a figure; `path` is the table where all of its records stand."""

    def make(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
        table = STATE_SECTIONS[of](_asked(desk, codes, limit))
        return Figure(name, title, table, {"state": list(codes)}, more=links.table(path, state=codes[0]), note=table.note)

    return make


def relations(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """Relations as they are told, the dated ones on an axis of time."""
    since, until = value("relations", "since"), value("relations", "until")
    dated = Groups(desk.store, "relations", codes, Condition(f"({since} IS NOT NULL OR {until} IS NOT NULL)", []))
    # The best told first; those that are drawn then in the order of their dates.
    drawn = fetch(desk.store, "relations", [group.latest for group in dated.head(_SPANS)])
    drawn.sort(key=lambda row: (row["since"] or row["until"], row["kind"]))
    made, total = [_span(desk, codes, row) for row in drawn], dated.total
    chart = spans.spans(made, f"{len(drawn):,} of {total:,} relations with a date, on an axis of years")
    shown = Groups(desk.store, "relations", codes).rows(limit)
    note = f"{len(drawn):,} of {total:,} dated ones drawn; {shown.total - total:,} have no date"
    more = links.table("relations", state=list(codes))
    return Figure("relations", "Relations", shown, {"state": list(codes)}, chart or None, note=note, more=more)


def _span(desk: Desk, codes: tuple[str, ...], row: dict[str, Any]) -> Span:
    other = row["b"] if row["a"] in codes or codes[0] in wholes(row["a"]) else row["a"]
    kind = row["kind"].replace("-", " ")
    label = f"{kind}: {desk.name(other)}" if len(codes) == 1 else kind
    status = "" if row["status"] == "asserted" else f" ({row['status']})"
    dates = f"{row['since'] or '…'} to {row['until'] or 'open'}"
    style = "conf" if row["kind"] in ("war", "dispute") else "denied" if row["status"] != "asserted" else "coop"
    return Span(
        plain(label + status), row["since"], row["until"], style, plain(f"{label}{status}, {dates}"), links.sentence(row)
    )


def positions(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """What a state says of others, over time."""
    name = "positions"
    table = STATE_SECTIONS[name](_asked(desk, codes, limit))
    chart, note = _drawn(desk, codes[0])
    more = links.table("positions", holder=codes[0])
    return Figure(name, "Positions towards others", table, {"state": list(codes)}, chart, note=note, more=more)


def _drawn(desk: Desk, code: str) -> tuple[Any, str | None]:
    # The links of a code come in the order of dates by themselves.
    sql = (
        'SELECT r.target, r.polarity, p.date, c.document_id, r.start, r."end" FROM all_parties p '
        "CROSS JOIN all_positions r JOIN all_codings c ON c.coding = r.coding WHERE p.code = ? "
        "AND p.record_table = 'positions' AND instr(p.roles, '\"holder\"') AND r.row = p.row AND c.current "
        "ORDER BY p.date DESC LIMIT ?"
    )
    names_of = ("target", "polarity", "published", "document_id", "start", "end")
    found = [dict(zip(names_of, row, strict=True)) for row in desk.store.select(sql, (code, _STANCES))]
    total = Groups(desk.store, "positions", (code,), is_of("positions", "holder", code)).records
    dated = [row for row in found if row["target"] and row["published"]]
    often: dict[str, int] = {}
    for row in dated:
        often[row["target"]] = often.get(row["target"], 0) + 1
    first = sorted(often, key=lambda target: (-often[target], target))[:_TARGETS]
    names = {target: plain(desk.name(target))[:32] for target in first}
    marks = [
        Mark(names[row["target"]], row["published"], row["polarity"],
             f"{row['published']}: {stances.WORDS.get(row['polarity'], '')} {names[row['target']]}", links.sentence(row))
        for row in dated if row["target"] in names
    ]  # fmt: skip
    note = (
        f"{len(marks):,} of {total:,} positions drawn: those with a date, on the {len(first)} of {len(often)} most often named"
    )
    return stances.stances(list(names.values()), marks, f"Positions of {desk.name(code)}: {note}") or None, note


def years(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """Events of one state, or between two, by year and type."""
    ordered = sorted(codes)
    if len(codes) == 1:
        sql = "SELECT year, event, sum(n) FROM state_years WHERE code = ? GROUP BY 1, 2"
    else:
        sql = "SELECT year, event, sum(n) FROM pair_years WHERE a = ? AND b = ? GROUP BY 1, 2"
    found = desk.store.select(sql, ordered)
    counts = {(year, event): n for year, event, n in found}
    documents = desk.store.keep("documents by year", lambda: documents_by_year(desk.store))

    def href(year: str, quad: str) -> str:
        return links.timeline(state=list(codes), event=of_quad(quad), since=year, until=year)

    return year_figure("years", "Events by type and year", counts, documents, href, {"state": list(codes)})


def citations(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """Charters, treaties, resolutions and laws that a state invokes, disputes or describes."""
    table = Groups(desk.store, "citations", codes).rows(limit)
    more = links.table("citations", state=codes[0])
    return Figure("citations", "Legal references", table, {"state": list(codes)}, more=more)


def recent(desk: Desk, codes: tuple[str, ...], limit: int | None) -> Figure:
    """The latest events with their words."""
    wanted = Filters(states=list(codes))
    found = rows(desk.store, "events", wanted, order=["-date"], limit=limit, columns=["record_id"])
    events = fetch(desk.store, "events", [row["record_id"] for row in found])
    sql = "SELECT coalesce(sum(n), 0) FROM pair_years WHERE a = ? AND b = ?"
    if len(codes) == 1:
        sql = "SELECT coalesce(sum(events), 0) FROM state_documents WHERE code = ?"
    (total,) = desk.store.one(sql, sorted(codes))
    table = Table("events", evidence_columns("events"), events, total=max(total, len(events)), of="events")
    return Figure("recent", "Latest events", table, {"state": list(codes)}, more=links.timeline(state=list(codes)))


# In the order in which the page has them: its name, and what makes it.
SECTIONS: dict[str, Maker] = {
    "principles": section("principles", "Principles and commitments", "principles", "principles"),
    "offices": section("offices", "Offices and powers", "offices", "competences"),
    "people": people,
    "relations": relations,
    "years": years,
    "recent": recent,
    "positions": positions,
    "received": section("received", "What others say of it", "positions of others", "positions"),
    "claims": section("claims", "Claims that differ", "claims that differ", "claims"),
    "citations": citations,
    "calls": calls,
    "called": called,
}
# These look at every mention or claim of a state: where there are very many, the page has them when it is asked for them.
SLOW = frozenset({"people", "claims", "calls", "called"})
TITLES = {
    "people": "People",
    "claims": "Claims that differ",
    "calls": "What it calls others",
    "called": "What it is called",
}
_MANY = 3000  # documents that speak of a state


def told(desk: Desk, figure: Figure) -> list[Any]:
    """The rows of a figure as readers see them."""
    of = figure.rows.of
    if of == "conflicts":
        return [conflict(desk, row) for row in figure.rows]
    return [entry(desk, of or "", row) for row in figure.rows]


def one_section(desk: Desk, given: str, name: str) -> Page:
    """A section of a state's page by itself, with more of its rows."""
    code = desk.code(given)
    if name not in SECTIONS:
        raise NotThere(f"no section {name!r}; there are: {', '.join(SECTIONS)}")
    few = desk.one("few") is not None
    figure = SECTIONS[name](desk, (code,), SHOWN if few else ALONE)
    shown = {
        "back": links.state(code), "name": desk.name(code), "id": name, "figure": figure, "drawn": name == "years",
        "entries": [] if name == "years" else told(desk, figure),
    }  # fmt: skip
    return Page("section.html", f"{desk.name(code)}: {figure.title}", shown)


def covered_by(desk: Desk, code: str) -> Coverage:
    return desk.store.keep(("coverage", code), lambda: coverage(desk.store, code))


def state(desk: Desk, given: str) -> Page:
    code = desk.code(given)
    covered = covered_by(desk, code)
    if not covered.naming and not covered.spoken and not all_states(desk.store).get(code):
        raise NotThere(f"{desk.name(code)} ({code}) is in none of the {covered.documents:,} documents of this archive")
    later = SLOW if covered.naming > _MANY else frozenset()
    figures = {name: make(desk, (code,), SHOWN) for name, make in SECTIONS.items() if name not in later}
    on = stood(desk, (code,), STOOD) if desk.one("on") else None
    partners = sorted(tones(desk.store, code, "both").items(), key=lambda item: (-item[1].events, item[0]))
    shown: dict[str, Any] = {
        "code": code, "name": desk.name(code), "covered": covered, "figures": figures,
        "entries": {name: told(desk, figure) for name, figure in figures.items() if name != "years"},
        "order": list(SECTIONS), "titles": TITLES, "on": on, "on_entries": told(desk, on) if on else [],
        "day": desk.one("on") or "",
        "partners": [(other, desk.name(other), tone) for other, tone in partners[:_PARTNERS]], "partners_total": len(partners),
    }  # fmt: skip
    return Page("state.html", desk.name(code), shown)
