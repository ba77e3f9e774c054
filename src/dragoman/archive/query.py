"""Rows of the tables, filtered, in order, as plain dictionaries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from dragoman.archive.columns import TABLES, Column, Table, decode, unpack_offsets
from dragoman.archive.counting import kept_count
from dragoman.archive.failures import damaged
from dragoman.archive.filters import EVERYTHING, Filters, Where, where
from dragoman.archive.keyset import Condition, Position, Term, beyond
from dragoman.archive.schema import chosen, expression, sources
from dragoman.archive.store import Archive
from dragoman.archive.walking import DATED, is_walked, walked
from dragoman.errors import UsageError
from dragoman.records import RECORDS

# What can be had with each row of a coded table beside its own columns: the words it rests on, and its document.
EXTRAS: dict[str, str] = {
    "quote": "the words of the text, start to end",
    "source_path": "where the document was found",
    "document_title": "its title",
    "document_kind": "its kind",
    "outlet": "the medium that carried it",
    "published": "its date",
}
_EXTRA_SQL = {
    "source_path": "o.source_path", "document_title": "d.title", "document_kind": "d.kind", "outlet": "d.outlet",
    "published": "d.published",
}  # fmt: skip

# The order that depends on nothing but contents, in which exports are written and which breaks all ties.
_ORDER: dict[str, tuple[str, ...]] = {
    "documents": ("document_id", "record_id", "run_id"),
    "issues": ("source_path", "part", "issue_id"),
    "runs": ("run_id",),
    "codings": ("document_id", "run_id"),
    "readings": ("started", "reading_id"),
}
_SHORTEST = 8  # characters of an id that mean it
_RECORD_ORDER = ("document_id", "start", "end", "record_id")


def table_of(name: str) -> Table:
    """The table called `name`. Raises UsageError for one that there is not."""
    if name not in TABLES:
        raise UsageError(f"no table {name!r}; there are: {', '.join(TABLES)}")
    return TABLES[name]


def rows(
    archive: Archive,
    table: str,
    filters: Filters = EVERYTHING,
    *,
    order: Sequence[str] = (),
    limit: int | None = None,
    offset: int = 0,
    columns: Sequence[str] | None = None,
    also: Sequence[str] = (),
) -> list[dict[str, Any]]:
    """Rows of `table` with typed values: lists are lists, truth values bool.

    `order` names columns, `-date` for descending; what is equal then comes in the order of `document_id`, `start`,
    `end`, `record_id`. `columns` leaves the others out (texts are long). `also` names EXTRAS. Raises UsageError.
    """
    return list(iterate(archive, table, filters, order=order, limit=limit, offset=offset, columns=columns, also=also))


def iterate(
    archive: Archive,
    table: str,
    filters: Filters = EVERYTHING,
    *,
    order: Sequence[str] = (),
    limit: int | None = None,
    offset: int = 0,
    columns: Sequence[str] | None = None,
    also: Sequence[str] = (),
) -> Iterator[dict[str, Any]]:
    """As `rows`, one at a time."""
    for found, _ in _found(archive, table, filters, order, limit, offset, columns, also):
        yield found


class Page(NamedTuple):
    """Some rows in order, and the place of the last of them where more come after it."""

    rows: list[dict[str, Any]]
    next: Position | None


def page(
    archive: Archive,
    table: str,
    filters: Filters = EVERYTHING,
    *,
    limit: int,
    order: Sequence[str] = (),
    after: Position | None = None,
    columns: Sequence[str] | None = None,
    also: Sequence[str] = (),
) -> Page:
    """The first `limit` rows of `rows`, or of those that come behind the place `after`; it costs the same wherever that is.

    Raises UsageError for a place that another order has given.
    """
    filters = _rarest_first(archive, filters)
    terms = _order(table_of(table), order, where(table_of(table), filters))
    parts: list[list[Condition]] = [[]] if after is None else beyond(terms, after)
    found: list[tuple[dict[str, Any], Position]] = []
    for part in parts:
        if len(found) <= limit:
            found += _found(archive, table, filters, order, limit + 1 - len(found), 0, columns, also, part)
    return Page([row for row, _ in found[:limit]], found[limit - 1][1] if len(found) > limit else None)


def _found(
    archive: Archive, table: str, filters: Filters, order: Sequence[str], limit: int | None, offset: int,
    columns: Sequence[str] | None, also: Sequence[str], part: Sequence[Condition] = (),
) -> Iterator[tuple[dict[str, Any], Position]]:  # fmt: skip
    """Each row, and its place in the order."""
    of = table_of(table)
    archive.check_run(filters.run)
    wanted = _columns(of, columns)
    made = where(of, _rarest_first(archive, filters))
    terms = _order(of, order, made)
    for condition in part:
        made.add(condition.sql, *condition.parameters)
    source, numbers = _from(of, filters, made), None
    if limit is not None and is_walked(archive, of, terms, filters):
        numbers = walked(of, filters, made, terms)
    elif of.name == "documents" and limit is not None and order:
        # Sorting whole texts takes long: those that are wanted are found by their numbers first.
        numbers = f"SELECT r.row {source} ORDER BY {', '.join(map(str, terms))}"
    select = [expression(of, column.name) for column in wanted]
    if numbers is not None:
        numbers, offset = f"{numbers} LIMIT {int(limit or 0)} OFFSET {int(offset)}", 0
        beside = Where([], [], [])
        select += _extras(of, also, beside)
        source = f"FROM {sources(of)} {' '.join(beside.joins)} WHERE r.row IN ({numbers})"
    else:
        select += _extras(of, also, made)
        source = _from(of, filters, made)
    select += [term.sql for term in terms]
    sql = f"SELECT {', '.join(select)} {source} ORDER BY {', '.join(map(str, terms))}"
    if limit is not None or offset:
        sql += f" LIMIT {int(-1 if limit is None else limit)} OFFSET {int(offset)}"
    extras = [name for name in also if name != "quote"]
    text = _Texts(archive) if "quote" in also else None
    for row in archive.iterate(sql, made.parameters):
        values, place = row[: -len(terms)], row[-len(terms) :]
        try:
            found = {column.name: decode(value, column.type) for column, value in zip(wanted, values, strict=False)}
            found.update(zip(extras, values[len(wanted) :], strict=False))
            if text is not None:
                doc, start, end = values[-3:]
                found["quote"] = text(doc)[start:end]
        except (TypeError, msgspec.DecodeError) as error:
            raise damaged(archive.file, f"a row of {table} cannot be read ({error})") from error
        yield found, place


def count(archive: Archive, table: str, filters: Filters = EVERYTHING, *, most: int | None = None) -> int:
    """How many rows `rows` would give; with `most`, counted no further than one more than that, unless it is known."""
    of = table_of(table)
    archive.check_run(filters.run)
    known = kept_count(archive, table, filters)
    if known is not None:
        return known
    made = where(of, _rarest_first(archive, filters))
    if most is not None:
        fitting = f"SELECT 1 {_from(of, filters, made)}"
        if (filters.since or filters.until) and (date := DATED.get(table)):
            terms = _order(of, [date], made)
            if is_walked(archive, of, terms, filters):  # from the last day back: what is asked for stands together
                fitting = walked(of, filters, made, terms)
        return int(archive.one(f"SELECT count(*) FROM ({fitting} LIMIT {int(most) + 1})", made.parameters)[0])
    return int(archive.one(f"SELECT count(*) {_from(of, filters, made)}", made.parameters)[0])


class _Texts:
    """The text of a document by its number; the last one is kept, as rows come in the order of documents."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._doc: int | None = None
        self._text = ""

    def __call__(self, doc: int) -> str:
        if doc != self._doc:
            (self._text,) = self._archive.one("SELECT text FROM texts WHERE doc = ?", (doc,))
            self._doc = doc
        return self._text


def _rarest_first(archive: Archive, filters: Filters) -> Filters:
    """`filters` with the rarer of two states first: all that is between the two is found among what it takes part in."""
    if len(filters.states) != 2:
        return filters
    sql = "SELECT naming FROM state_documents WHERE code = ?"
    known = {code: next(iter(archive.select(sql, (code.strip().upper(),))), (0,))[0] for code in filters.states}
    return msgspec.structs.replace(filters, states=sorted(filters.states, key=lambda code: known[code]))


def _columns(of: Table, names: Sequence[str] | None) -> list[Column]:
    if names is None:
        return list(of.columns)
    chosen_columns = [(name, of.column(name)) for name in names]
    if missing := [name for name, column in chosen_columns if column is None]:
        raise UsageError(f"{of.name} have no column {missing[0]!r}; there are: {', '.join(of.names)}")
    return [column for _, column in chosen_columns if column is not None]


def _extras(of: Table, also: Sequence[str], made: Where) -> list[str]:
    if not also:
        return []
    if unknown := [name for name in also if name not in EXTRAS]:
        raise UsageError(f"{unknown[0]!r} cannot be added; there are: {', '.join(EXTRAS)}")
    if of.name not in RECORDS:
        raise UsageError(f"nothing can be added to {of.name}; only to {', '.join(RECORDS)}")
    if clash := [name for name in also if of.column(name)]:
        raise UsageError(f"{of.name} have a column {clash[0]!r} of their own")
    for join in ("JOIN all_documents d ON d.coding = c.coding", "LEFT JOIN origins o ON o.doc = c.doc"):
        if join not in made.joins:
            made.joins.append(join)
    select = [_EXTRA_SQL[name] for name in also if name != "quote"]
    return [*select, "c.doc", "r.start", 'r."end"'] if "quote" in also else select


def _from(of: Table, filters: Filters, made: Where) -> str:
    before = "".join(f"{join} " for join in made.joins if join.endswith("CROSS JOIN"))
    after = "".join(f" {join}" for join in made.joins if not join.endswith("CROSS JOIN"))
    conditions = " AND ".join([chosen(of, filters.run), *made.conditions])
    return f"FROM {before}{sources(of)}{after} WHERE {conditions}"


def _order(of: Table, order: Sequence[str], made: Where) -> list[Term]:
    linked = any(join.startswith("all_parties") for join in made.joins)
    # The links come in the order of these dates by themselves.
    linked_date = {"events": "date", "documents": "published"}.get(of.name) if linked else None
    terms = []
    for name in [*order, *_ORDER.get(of.name, _RECORD_ORDER)]:
        bare = name.removeprefix("-")
        if of.column(bare) is None:
            raise UsageError(f"{of.name} have no column {bare!r} to order by; there are: {', '.join(of.names)}")
        sql = "p.date" if bare == linked_date else expression(of, bare)
        terms.append(Term(sql, name.startswith("-")))
    return terms


def document(archive: Archive, document_id: str, run: str | None = None) -> dict[str, Any] | None:
    """One document with its text; None where there is none."""
    found = rows(archive, "documents", Filters(columns={"document_id": document_id}, run=run))
    return found[0] if found else None


def document_ids(archive: Archive, key: str) -> list[str]:
    """The documents meant by `key`: an id, the beginning of one (8 characters or more), or a path at which it was found."""
    begin = key.lower()
    condition, values = "document_id = ?", [begin]
    if len(begin) >= _SHORTEST:
        # Ids are hexadecimal: "g" comes after all that begin so.
        condition, values = "document_id >= ? AND document_id < ?", [begin, f"{begin}g"]
    ids = archive.select(f"SELECT document_id FROM texts WHERE {condition} ORDER BY document_id", values)
    if not ids:
        ids = archive.select(
            "SELECT DISTINCT s.document_id FROM sightings s JOIN all_codings c ON c.document_id = s.document_id AND c.current "
            "JOIN all_documents d ON d.coding = c.coding WHERE s.path = ? ORDER BY d.part, s.document_id",
            (key,),
        )
    return [row[0] for row in ids]


def offsets(archive: Archive, document_id: str) -> list[tuple[int, int, int]]:
    """The map from a document's text to its source: (start in the text, offset in the source, length) per unbroken run."""
    found = archive.select("SELECT offsets FROM texts WHERE document_id = ?", (document_id,))
    return unpack_offsets(found[0][0]) if found else []


def latest_run(archive: Archive) -> str | None:
    """The run that coded last."""
    found = archive.select("SELECT run_id FROM all_codings ORDER BY coding DESC LIMIT 1")
    return found[0][0] if found else None
