"""A record as readers see it: when, who and what with names that lead to their pages, the words, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from markupsafe import Markup, escape

from dragoman.analysis.conflicts import sides
from dragoman.analysis.wording import line, words_of
from dragoman.records.relation import DIRECTED
from dragoman.web import links
from dragoman.web.desk import Desk
from dragoman.web.rendering import code_link, plain

Row = Mapping[str, Any]
_STANCE = {-1: "condemns", -0.5: "criticises", 0: "has mixed words for", 0.5: "endorses", 1: "praises"}
_CITES = {"invoked": "invokes", "disputed": "disputes", "described": "describes"}


@dataclass(frozen=True)
class Entry:
    """`what` is markup of ours around escaped values; `tags` are the words of the ontology that say what kind it is."""

    when: str | None
    what: Markup
    tags: list[str]
    quote: str
    href: str
    whose: str
    source: str
    told: str | None = None
    row: Row = field(default_factory=dict)


def entry(desk: Desk, of: str, row: Row) -> Entry:
    """`row` of table `of`, or of a register."""
    make = _MAKERS.get(of)
    if make is not None:
        when, what, tags = make(desk, row)
    else:
        when, what, tags = None, escape("" if of == "side" else plain(line(of, row))), []
    return Entry(
        when, what, [tag for tag in tags if tag], plain(row.get("quote") or ""),
        links.sentence(row) if row.get("document_id") else "",
        desk.names(row.get("reported_by") or []) or words_of(row), _source(row), _told(row), row,
    )  # fmt: skip


@dataclass(frozen=True)
class Conflict:
    """Two claims and how they stand to each other; each side is an entry of its own."""

    difference: str
    what: Markup
    same_speaker: bool
    sides: list[Entry]
    when: str = ""


def conflict(desk: Desk, row: Row) -> Conflict:
    subject = (row.get("subject") or "").split("+")
    who = Markup(" and ").join(code_link(plain(desk.name(code)), code) for code in subject if code) or escape(
        "no subject named"
    )
    what = Markup("{}, {}: {}").format(who, plain(str(row["about"]).replace("-", " ")), plain(row["why"]))
    return Conflict(row["difference"], what, bool(row["same_speaker"]), [_side(desk, side) for side in sides(dict(row))])


def _side(desk: Desk, row: Row) -> Entry:
    what = Markup("{}: {}").format(_link(desk, row.get("by"), "the author"), plain(row["said"]))
    when = f"{row['when_is']} {row['when']}" if row.get("when") else "undated"
    rung = [] if row.get("authority") is None else [f"rung {row['authority']} of its ladder"]
    made = entry(desk, "side", row)
    return replace(made, when=when, what=what, tags=rung)


def _source(row: Row) -> str:
    title = row.get("document_title") or row.get("title") or row.get("source_path") or row.get("document_id") or "no document"
    return plain(", ".join(str(part) for part in (title, row.get("outlet"), row.get("published") or "undated") if part))


def _told(row: Row) -> str | None:
    if row.get("copies"):
        return f"and in {row['copies']:,} {'copy' if row['copies'] == 1 else 'copies'} of the item"
    documents = row.get("documents") or 1
    if documents < 2 or "mentions" in row:
        return None
    first, last = row.get("first"), row.get("last")
    return f"told by {documents:,} documents" + (f", {first} to {last}" if first and first != last else "")


def _who(desk: Desk, codes: list[str] | None, words: str | None = None, sector: list[str] | None = None) -> Markup:
    if codes:
        return Markup(", ").join(code_link(plain(desk.name(code)), code) for code in codes)
    return escape(plain(words or ", ".join(sector or []) or "?"))


def _link(desk: Desk, code: str | None, unknown: str = "?") -> Markup:
    return code_link(plain(desk.name(code)), code) if code else escape(unknown)


def _event(desk: Desk, row: Row) -> tuple[str | None, Markup, list[str]]:
    source, target = row.get("source") or [], row.get("target") or []
    if len(source) > 1 and set(source) == set(target):
        who = Markup(" ↔ ").join(code_link(plain(desk.name(code)), code) for code in source)
    else:
        who = _who(desk, source, row.get("source_text"), row.get("source_sector"))
        whom = _who(desk, target, row.get("target_text"), row.get("target_sector"))
        who += Markup(" → ") + whom if target or row.get("target_text") else Markup("")
    about = row.get("object_text")
    what = who + (Markup(": {}").format(plain(about)) if about else Markup(""))
    what += Markup(", {}").format(plain(row["place"])) if row.get("place") else Markup("")
    kind = row["event"] + (f"/{row['mode']}" if row.get("mode") else "")
    modality = row.get("modality")
    return row.get("date"), what, [kind, modality if modality != "actual" else "", "performed" if row.get("performed") else ""]


def _register(desk: Desk, row: Row) -> tuple[str | None, Markup, list[str]]:
    source, target = row.get("source") or [], row.get("target") or []
    if len(source) > 1 and set(source) == set(target):
        what = Markup(" ↔ ").join(code_link(plain(desk.name(code)), code) for code in source)
    else:
        arrow = Markup(" – ") if row.get("table") == "relations" and row["kind"] not in DIRECTED else Markup(" → ")
        what = arrow.join(_who(desk, codes) for codes in (source, target) if codes)
    what += Markup(": {}").format(plain(row["object_text"])) if row.get("object_text") else Markup("")
    status = row.get("status")
    return row.get("date"), what, [row["kind"], status if status not in ("actual", "asserted") else ""]


def _position(desk: Desk, row: Row) -> tuple[str | None, Markup, list[str]]:
    verb = _STANCE.get(row["polarity"], "stands towards")
    towards = _link(desk, row.get("target")) if row.get("target") else escape(plain(row.get("topic") or "?"))
    topic = row.get("topic") if row.get("target") else None
    what = Markup("{} {} {}").format(_link(desk, row["holder"]), verb, towards)
    return row.get("published"), what, [f"on {topic}" if topic else "", "ironic" if row.get("ironic") else ""]


def _principle(desk: Desk, row: Row) -> tuple[str | None, Markup, list[str]]:
    what = escape(plain(row["statement"]))
    if row.get("condition"):
        what += Markup(' <span class="terms">on terms: {}</span>').format(plain(row["condition"]))
    return row.get("published"), what, [row["kind"], row.get("topic") or ""]


def _competence(desk: Desk, row: Row) -> tuple[str | None, Markup, list[str]]:
    basis = " ".join(part for part in (row.get("instrument"), row.get("provision")) if part)
    holder = row.get("office") or "the state itself"
    what = Markup("<b>{}</b>: {}").format(plain(holder), plain(row["power"]))
    return None, what, [row["kind"], basis]


def _relation(desk: Desk, row: Row) -> tuple[str | None, Markup, list[str]]:
    arrow = " → " if row["kind"] in DIRECTED else " – "
    what = Markup("{}{}{}").format(_link(desk, row["a"]), arrow, _link(desk, row.get("b")))
    when = row.get("since") or row.get("until")
    if row.get("until"):
        when = f"{row.get('since') or '…'} to {row['until']}"
    status = row.get("status")
    return when, what, [row["kind"].replace("-", " "), status if status != "asserted" else ""]


def _claim(desk: Desk, row: Row) -> tuple[str | None, Markup, list[str]]:
    said = row.get("statement") or ""
    if row.get("measure"):
        value = row.get("value")
        amount = (
            row.get("value_text") or "" if value is None else f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"
        )
        comparator = row.get("comparator") if row.get("comparator") != "=" else ""
        said = " ".join(filter(None, (comparator, amount, row.get("unit"), row["measure"].replace("-", " "))))
    who = _link(desk, row.get("claimed_by"), "the author")
    verb = "denies" if row.get("denied") else "says"
    of = Markup(" of {}").format(_link(desk, row["subject"])) if row.get("subject") else Markup("")
    return row.get("as_of") or row.get("published"), Markup("{} {}{}: {}").format(who, verb, of, plain(said)), [row["kind"]]


def _citation(desk: Desk, row: Row) -> tuple[str | None, Markup, list[str]]:
    verb = _CITES.get(row["stance"], row["stance"])
    text = " ".join(part for part in (row.get("instrument_text"), row.get("provision")) if part)
    what = Markup("{} {} {}").format(_link(desk, row.get("cited_by"), "the author"), verb, plain(text))
    return row.get("published"), what, [row.get("instrument") or "not in the lexicon"]


def _person(desk: Desk, row: Row) -> tuple[str | None, Markup, list[str]]:
    what = Markup("<b>{}</b>{}").format(plain(row["name"]), plain(f", {row['office']}" if row.get("office") else ""))
    others = [name for name in row.get("spellings") or [] if name != row["name"]]
    what += Markup(' <span class="terms">also written {}</span>').format(plain(", ".join(others))) if others else Markup("")
    first, last = row.get("first"), row.get("last")
    said = f"{row['mentions']:,} mentions in {row['documents']:,} documents"
    return first, what, [row.get("status") or "", said, f"last {last}" if last and last != first else ""]


def _designation(desk: Desk, row: Row) -> tuple[str | None, Markup, list[str]]:
    marks = Markup("“{}”") if row.get("scare_quoted") else Markup("{}")
    by = _link(desk, row.get("by"), "authors who speak for no state")
    outlet = f", {row['outlet']}" if row.get("outlet") else ""
    what = Markup("<b>{}</b> in the words of {}{}").format(marks.format(plain(row["designation"])), by, plain(outlet))
    said = f"{row['mentions']:,} times in {row['documents']:,} of {row['of_documents']:,} documents"
    return (
        row.get("first"),
        what,
        [
            row.get("form") or "",
            row["tone"] if row.get("tone") not in (None, "plain") else "",
            "scare quotes" if row.get("scare_quoted") else "",
            said,
        ],
    )


def _standing(desk: Desk, row: Row) -> tuple[str | None, Markup, list[str]]:
    arrow = " → " if row["kind"] in DIRECTED else " – "
    what = Markup("{}{}{}").format(_link(desk, row["a"]), arrow, _link(desk, row.get("b")))
    what += Markup(' <span class="terms">{}</span>').format(plain(row["why"])) if row.get("why") else Markup("")
    return row.get("since"), what, [row["kind"].replace("-", " "), row["standing"]]


_MAKERS: dict[str, Callable[[Desk, Row], tuple[str | None, Markup, list[str]]]] = {
    "events": _event,
    "register": _register,
    "positions": _position,
    "principles": _principle,
    "competences": _competence,
    "relations": _relation,
    "claims": _claim,
    "citations": _citation,
    "people": _person,
    "designation": _designation,
    "relations_on": _standing,
}
