"""What to select, and the SQL conditions that say so."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import msgspec

from dragoman.archive.columns import BOOLEAN, LIST, REAL, TEXT, Table, encode
from dragoman.archive.parties import is_code
from dragoman.archive.schema import CODED, ROLES, expression
from dragoman.dates import bounds, is_partial
from dragoman.errors import UsageError

# Scripts that put several words between two spaces, or tie particles to them: looked for as they stand.
UNSPACED = re.compile("[\u0e00-\u0eff\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
# Columns that hold one actor code: a code matches itself and its parts in them, as in all lists of codes.
_CODES = frozenset({"code", "holder", "target", "claimed_by", "subject", "cited_by", "a", "b", "state", "speaker_state"})
_CODE_LISTS = frozenset({"source", "target", "reported_by"})


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Which rows are wanted; all conditions hold at once, and what is not given does not matter.

    `columns`: a value that the column equals (or, in a list column, contains), a list of values of which one does,
    or None for what is unknown; actor codes match their parts too (`UN` finds `UN-SC`).
    `states`: one code that takes part, in the `role` given or any; or two, with the record between them.
    `since`, `until`: partial dates, both inclusive, against the date of an event and else the date on which the
    document was published; a date known less precisely matches where it may fall inside.
    `document_kind`, `outlet`: of the document. `reported_by`: a code among those whose words it is.
    `words`: all of them stand in the words that a record rests on, in any order and as beginnings of words; for documents,
    in the text. `run`: a run's id; None for each document's newest coding.
    """

    columns: dict[str, Any] = {}
    states: list[str] = []
    role: str | None = None
    since: str | None = None
    until: str | None = None
    document_kind: str | None = None
    outlet: str | None = None
    reported_by: str | None = None
    words: str | None = None
    run: str | None = None


EVERYTHING = Filters()


class Where(NamedTuple):
    """SQL conditions, to be joined by AND, and their parameters; `joins` are further tables that they speak of."""

    joins: list[str]
    conditions: list[str]
    parameters: list[Any]

    def add(self, condition: str, *parameters: Any) -> None:
        self.conditions.append(condition)
        self.parameters.extend(parameters)


def where(table: Table, filters: Filters, *, along: bool = True) -> Where:
    """The conditions of `filters` on rows of `table`. Raises UsageError for what the table does not have.

    What the first of `states` takes part in is found by going along its links, in the order of their dates; where not
    `along`, each row is asked whether it does, which is better where the rows come from elsewhere.
    """
    made = Where([], [], [])
    _parties(made, table, filters, along and "record_id" not in filters.columns)
    for name, value in filters.columns.items():
        _column(made, table, name, value)
    if filters.reported_by is not None:
        _column(made, table, "reported_by", filters.reported_by)
    if filters.since is not None or filters.until is not None:
        _dates(made, table, filters.since, filters.until)
    for name, value in (("kind", filters.document_kind), ("outlet", filters.outlet)):
        if value is not None:
            made.add(f"{_document(made, table)}.{name} = ? COLLATE NOCASE", value)
    if filters.words is not None:
        _words(made, table, filters.words)
    return made


def _parties(made: Where, table: Table, filters: Filters, along: bool) -> None:
    codes = [code.strip().upper() for code in filters.states]
    if filters.role is not None and filters.role not in ROLES.get(table.name, ()):
        raise UsageError(
            f"{table.name} have no role {filters.role!r}; there are: {', '.join(ROLES.get(table.name, ())) or 'none'}"
        )
    if not codes:
        return
    for code in codes:
        if not is_code(code):
            raise UsageError(f"{code!r} is not an actor code; codes look like PRK, UN or UN-SC")
    if table.name == "actors" and len(codes) == 1:
        made.add("(r.code = ? OR r.code >= ? AND r.code < ?)", codes[0], f"{codes[0]}-", f"{codes[0]}.")
        return
    if table.name not in ROLES or len(codes) > 2:
        raise UsageError(f"{table.name} can be asked for {_allowed(table)}, not {len(codes)}")
    roles, given = ("", []) if filters.role is None else (" AND instr(p.roles, ?)", [f'"{filters.role}"'])
    date, also = "p.date", f"(p.code, p.record_table) = (?, '{table.name}') AND r.row = p.row{roles}"
    if along:
        # The order of the joins is ours: the links of the first code, in the order of their dates.
        made.joins.append("all_parties p CROSS JOIN")
        made.add(also, codes[0], *given)
    else:
        date = f"coalesce({'r.date' if table.name == 'events' else f'{_document(made, table)}.published'}, '')"
        one = f"(p.code, p.record_table, p.date, p.row) = (?, '{table.name}', {date}, r.row){roles}"
        if len(codes) == 1:
            made.add(f"EXISTS (SELECT 1 FROM all_parties p WHERE {one})", codes[0], *given)
            return
        made.joins.append("JOIN all_parties p")
        made.add(one, codes[0], *given)
    if len(codes) == 2:
        # Between two: not both only acting, or only acted upon.
        made.add(
            f"EXISTS (SELECT 1 FROM all_parties q WHERE (q.code, q.record_table, q.date, q.row) = (?, ?, {date}, p.row)"
            " AND (p.roles != q.roles OR p.roles LIKE '%,%'))",
            codes[1], table.name,
        )  # fmt: skip


def _allowed(table: Table) -> str:
    if table.name == "actors":
        return "one state"
    return "one state or two" if table.name in ROLES else "no states"


def _column(made: Where, table: Table, name: str, value: Any) -> None:
    column = table.column(name)
    if column is None:
        raise UsageError(f"{table.name} have no column {name!r}; there are: {', '.join(table.names)}")
    sql = expression(table, name)
    values = list(value) if isinstance(value, (list, tuple, set, frozenset)) else [value]
    options: list[str] = []
    for one in values:
        if one is None:
            options.append(f"{sql} = '[]'" if column.type == LIST else f"{sql} IS NULL")
            continue
        if column.type in (LIST, TEXT) and not isinstance(one, str):
            raise UsageError(f"{table.name}.{name} is text; {one!r} is not")
        if column.type not in (LIST, TEXT) and not isinstance(one, (int, float)):
            raise UsageError(f"{table.name}.{name} is a {_word(column.type)}; {one!r} is not")
        condition, parameter = _equals(sql, column.type, name, one)
        options.append(condition)
        made.parameters.append(parameter)
    made.conditions.append(f"({' OR '.join(options)})" if options else "0")


def _word(kind: str) -> str:
    return {REAL: "number", BOOLEAN: "true or false"}.get(kind, "whole number")


def _equals(sql: str, kind: str, name: str, value: Any) -> tuple[str, Any]:
    if kind == LIST:
        if name in _CODE_LISTS and is_code(value):
            return f"{sql} GLOB ?", f'*["+]{value}[-"+]*'
        return f"EXISTS (SELECT 1 FROM json_each({sql}) item WHERE item.value = ?)", value
    if kind == TEXT and name in _CODES and is_code(value):
        return f"'+' || {sql} || '+' GLOB ?", f"*+{value}[-+]*"
    return f"{sql} = ?", encode(value, kind)


def _document(made: Where, table: Table) -> str:
    """The alias under which the row's document can be asked; joined if need be."""
    if table.name == "documents":
        return "r"
    if table.name not in CODED and table.name != "codings":
        raise UsageError(f"{table.name} belong to no document; they cannot be filtered by date, kind or outlet of one")
    join = "JOIN all_documents d ON d.coding = c.coding"
    if join not in made.joins:
        made.joins.append(join)
    return "d"


def words_query(given: str) -> str:
    """What the full text index is asked for the documents that have all these words. Raises UsageError where there are none."""
    words = re.findall(r"\w+", given)
    if not words:
        raise UsageError(f"{given!r} has no word to look for")
    return " AND ".join(f'"{word}"*' for word in words)


def _words(made: Where, table: Table, given: str) -> None:
    """The full text index finds the documents, of which the words of each record are looked at."""
    if table.name not in CODED:
        raise UsageError(f"{table.name} have no words of a text to look for {given!r} in")
    query = words_query(given)
    words = re.findall(r"\w+", given)
    if not UNSPACED.search(given):
        made.add("c.doc IN (SELECT rowid FROM search WHERE search MATCH ?)", query)
    said = "t.text"
    if table.name != "documents":
        made.joins.append("JOIN texts w ON w.doc = c.doc")
        said = 'substr(w.text, r.start + 1, r."end" - r.start)'
    elif not UNSPACED.search(given):
        return
    for word in words:
        made.add(f"{said} LIKE ? ESCAPE '\\'", f"%{word.replace('_', chr(92) + '_')}%")


def _dates(made: Where, table: Table, since: str | None, until: str | None) -> None:
    for given in (since, until):
        if given is not None and not is_partial(given):
            raise UsageError(f"{given!r} is not a date; write 2017, 2017-01 or 2017-01-06")
    if table.name == "events":
        first, last = "r.date", "coalesce(r.date_end, r.date)"
    else:
        first = last = f"{_document(made, table)}.published"
    linked = any(join.startswith("all_parties") for join in made.joins)
    if since is not None:
        day = bounds(since)[0]
        made.add(f"({last} >= ? OR {last} IN (?, ?))", day, day[:4], day[:7])
    if until is not None:
        made.add(f"{first} <= ?", bounds(until)[1])
        if linked:
            made.add("p.date <= ?", bounds(until)[1])
