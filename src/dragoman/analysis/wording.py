"""A record in one line: what a reader sees first, before the sentence that says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dragoman.analysis.table import cell
from dragoman.records.relation import DIRECTED

Fields = Mapping[str, Any]

_STANCE = {-1: "condemns", -0.5: "criticises", 0: "has mixed words for", 0.5: "endorses", 1: "praises"}
_CITES = {"invoked": "invokes", "disputed": "disputes", "described": "describes"}


def wording(table: str, row: Fields) -> str:
    """`row` of `table` in one line. Codes are given as codes."""
    return " ".join(WORDING[table](row).split())


def line(of: str, row: Fields) -> str:
    """As `wording`, the date of an event first; for rows that are no records (`of` is a key of ENTRIES) too."""
    if of in ENTRIES:
        return " ".join(ENTRIES[of](row).split())
    return f"{row.get('date') or 'undated'} {wording(of, row)}" if of == "events" else wording(of, row)


def words_of(row: Fields) -> str:
    """Whose words a row rests on, outermost first."""
    return " › ".join(row.get("reported_by") or []) or "its author, for no state"


def source_line(row: Fields) -> str:
    """The document beside a row: title, outlet, date, path."""
    parts = (row.get("document_title") or row.get("title"), row.get("outlet"), row.get("published") or "undated")
    path = row.get("source_path")
    return ", ".join(str(part) for part in parts if part) + (f" ({path})" if path else "")


def _party(row: Fields, side: str) -> str:
    codes = row.get(side) or []
    if codes:
        return "+".join(codes)
    return row.get(f"{side}_text") or "+".join(row.get(f"{side}_sector") or []) or "?"


def _event(row: Fields) -> str:
    source, target = row.get("source") or [], row.get("target") or []
    alike = bool(source) and set(source) == set(target)
    who = " ↔ ".join(source) if alike else f"{_party(row, 'source')} → {_party(row, 'target')}"
    said = f"{who} {row['event']}{'/' + row['mode'] if row.get('mode') else ''}"
    if row.get("object_text"):
        said += f": {row['object_text']}"
    if row.get("place"):
        said += f", in {row['place']}"
    return said + _marked(row.get("modality") not in (None, "actual"), row.get("modality"))


def _entry(row: Fields) -> str:
    source, target = row.get("source") or [], row.get("target") or []
    alike = len(source) > 1 and set(source) == set(target)
    link = " – " if row.get("table") == "relations" and row["kind"] not in DIRECTED else " → "
    who = " ↔ ".join(source) if alike else link.join(filter(None, ("+".join(source) or "?", "+".join(target))))
    said = f"{row.get('date') or 'undated'} {row['kind']}: {who}"
    said += f": {row['object_text']}" if row.get("object_text") else ""
    said += f", in {row['place']}" if row.get("place") else ""
    return said + _marked(row.get("status") not in (None, "actual", "asserted"), row.get("status"))


def _position(row: Fields) -> str:
    stance = _STANCE.get(row["polarity"], f"({cell(row['polarity'])}) on")
    topic = row.get("topic")
    towards = row.get("target") or topic or "?"
    about = f" on {topic}" if topic and row.get("target") else ""
    return f"{row['holder']} {stance} {towards}{about}" + _marked(row.get("ironic"), "ironic")


def _principle(row: Fields) -> str:
    on_terms = f" — on terms: {row['condition']}" if row.get("condition") else ""
    told = f"{row.get('holder') or '?'} {row['kind']}: {row['statement']}{on_terms}"
    return told + _marked(row.get("topic"), row.get("topic"))


def _claim(row: Fields) -> str:
    said = row.get("statement") or ""
    if row.get("measure"):
        value = cell(row.get("value")) if row.get("value") is not None else row.get("value_text") or ""
        if row.get("value") is not None and abs(row["value"]) >= 10_000 and float(row["value"]).is_integer():
            value = f"{int(row['value']):,}"
        said = f"{row['measure']} {row.get('comparator') or ''} {value} {row.get('unit') or ''}"
    subject = f"{row['subject']}: " if row.get("subject") else ""
    when = f" as of {row['as_of']}" if row.get("as_of") else ""
    verb = "denies" if row.get("denied") else "says"
    return f"{row.get('claimed_by') or 'the author'} {verb} of {subject}{said or row['kind']}{when}"


def _citation(row: Fields) -> str:
    provision = f" {row['provision']}" if row.get("provision") else ""
    verb = _CITES.get(row["stance"], row["stance"])
    return f"{row.get('cited_by') or 'the author'} {verb} {row.get('instrument') or row['instrument_text']}{provision}"


def _relation(row: Fields) -> str:
    link = " → " if row["kind"] in DIRECTED else " – "
    since = f" since {row['since']}" if row.get("since") else ""
    until = f" until {row['until']}" if row.get("until") else ""
    between = f"{row['a']}{link}{row.get('b') or '?'}"
    return f"{row['kind']} {between}{since}{until}" + _marked(row.get("status") not in (None, "asserted"), row.get("status"))


def _conflict(row: Fields) -> str:
    return f"{row['difference']}: {row.get('subject') or '?'}, {row['about']}: {row['why']}"


def _bound(row: Fields) -> str:
    link = " → " if row["kind"] in DIRECTED else " – "
    return f"{row['kind']} {row['a']}{link}{row.get('b') or '?'}"


def _standing(row: Fields) -> str:
    """How a relation stood on a day."""
    level = f", level: {row['level']}" if row.get("level") else ""
    return f"{row['standing']}: {_bound(row)}{level}: {row['why']}"


def _change(row: Fields) -> str:
    """What became of a relation."""
    level = _marked(row["change"] == "level" or row.get("level"), f"level: {row.get('level') or 'given up'}")
    when = row.get("date") or f"undated{_marked(row.get('bounds'), row.get('bounds'))}"
    return f"{when} {row['change']}: {_bound(row)}{level}"


def _person(row: Fields) -> str:
    """An office of a person, and the dates of the texts that give it."""
    first, last = row.get("first"), row.get("last")
    dates = "without a date" if not first else f"of {first}" if first == last else f"of {first} to {last}"
    spelled = [name for name in row["spellings"] if name != row["name"]]
    also = f" (also {', '.join(spelled)})" if spelled else ""
    held = (
        f"; known to have held it {row['known_since'] or '?'} to {row['known_until'] or 'now'}"
        if row.get("known_since")
        else ""
    )
    status = _marked(row.get("status") not in (None, "current", "known"), row.get("status"))
    return f"{row['name']}{also}, {row.get('office') or 'no office'}{status}: named so in texts {dates}{held}"


def _proposed(row: Fields) -> str:
    """Two names that may be one person."""
    against = f"; against it: {'; '.join(row['against'])}" if row["against"] else ""
    return f"{row['name']} and {row['other']} may be one person ({cell(row['score'])}): {'; '.join(row['reasons'])}{against}"


def _designation(row: Fields) -> str:
    """What a state is called, by whom, how often."""
    words = f"“{row['designation']}”" if row["scare_quoted"] else row["designation"]
    how = [row["form"], *([row["tone"]] if row["tone"] != "plain" else []), *(["in quotes"] if row["scare_quoted"] else [])]
    by = " in ".join(part for part in (row.get("by") or "an author for no state", row.get("outlet")) if part)
    dates = "" if not row.get("first") else f", {row['first']}" + (f" to {row['last']}" if row["last"] != row["first"] else "")
    times = "once" if row["mentions"] == 1 else f"{row['mentions']:,} times"
    said = f"{row['documents']:,} of {row['of_documents']:,} documents"
    return f"{words} ({', '.join(how)}), by {by}: {times}, in {said}{dates}"


def _competence(row: Fields) -> str:
    basis = " ".join(part for part in (row.get("instrument"), row.get("provision")) if part)
    holder = row.get("office") or "the state itself"
    return f"{row.get('state') or '?'}, {holder}, {row['kind']}: {row['power']}" + _marked(basis, basis)


def _actor(row: Fields) -> str:
    parts = (row.get("code"), row.get("sector"), row.get("name"), row.get("office"))
    status = row.get("office_status")
    return f"“{row['text']}” is {', '.join(p for p in parts if p) or 'unknown'}" + _marked(
        status not in (None, "current"), status
    )


def _passage(row: Fields) -> str:
    speaker = ", ".join(p for p in (row.get("speaker_name"), row.get("speaker_office"), row.get("speaker_state")) if p)
    return f"{row['kind']}{': ' + speaker if speaker else ''}"


def _document(row: Fields) -> str:
    speaker = row.get("speaker_name") or row.get("speaker_state")
    parts = (row["kind"], row.get("title"), speaker, row.get("outlet"), row.get("published") or "undated")
    return ", ".join(str(part) for part in parts if part)


def _issue(row: Fields) -> str:
    return f"{row['severity']} {row['code']}: {row['message']}"


def _run(row: Fields) -> str:
    return f"{row['run_id']}: version {row['version']}, {row['model']}, since {row['started']}"


def _coding(row: Fields) -> str:
    return f"{row['document_id']} in {row['run_id']}: {row['parsed']} of {row['sentences']} sentences parsed"


def _reading(row: Fields) -> str:
    end = row.get("finished") or "not finished"
    counts = f"{row['documents_new']} new, {row['documents_known']} known, {row['skipped']} skipped"
    return f"{row['started']} to {end}: {', '.join(row['paths'])}: {counts}"


def _marked(condition: object, word: object) -> str:
    return f" [{word}]" if condition else ""


WORDING: dict[str, Callable[[Fields], str]] = {
    "passages": _passage,
    "actors": _actor,
    "events": _event,
    "positions": _position,
    "principles": _principle,
    "claims": _claim,
    "citations": _citation,
    "relations": _relation,
    "competences": _competence,
    "documents": _document,
    "issues": _issue,
    "runs": _run,
    "codings": _coding,
    "readings": _reading,
}

# Rows that analysis makes of several records, or of any table.
ENTRIES: dict[str, Callable[[Fields], str]] = {
    "register": _entry,
    "conflicts": _conflict,
    "designation": _designation,
    "people": _person,
    "proposed": _proposed,
    "relations_on": _standing,
    "relations_history": _change,
}
