"""Full text search over titles and texts, with what was searched."""

from __future__ import annotations

import heapq
import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from dragoman.archive.columns import TABLES
from dragoman.archive.counting import kept_count
from dragoman.archive.filters import UNSPACED, Filters, where
from dragoman.archive.finders import HELP, Index, Substrings
from dragoman.archive.parties import is_code
from dragoman.archive.schema import chosen, sources
from dragoman.archive.store import Archive
from dragoman.errors import ArchiveError, UsageError

_DOCUMENTS = TABLES["documents"]


class Hit(NamedTuple):
    """A document that answers; `snippet` has the words found between the marks, [`start`, `end`) is the first of them."""

    document_id: str
    title: str | None
    kind: str
    outlet: str | None
    published: str | None
    source_path: str
    snippet: str
    start: int | None
    end: int | None


class SearchResult(NamedTuple):
    """`found` documents answer, of `searched` that pass the filters, of `total` in the archive.

    `hits` are the best of them; where so many answer that weighing them takes long, or in a script that is looked through,
    they are not `ranked`, and the newest come first.
    """

    hits: list[Hit]
    found: int
    searched: int
    total: int
    ranked: bool = True


def search(
    archive: Archive,
    query: str,
    *,
    kind: str | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    state: str | None = None,
    run: str | None = None,
    limit: int | None = 20,
    offset: int = 0,
    marks: tuple[str, str] = ("[", "]"),
) -> SearchResult:
    """The documents that answer `query`, best first, or newest first where more than RANKED of them do.

    `state` is whose words they are: the speaker's, or a medium's that speaks for a state. Raises UsageError for a
    query that cannot be understood.
    """
    archive.check_run(run)
    if not query.strip():
        raise UsageError(f"nothing to search for: {HELP}")
    finder = Substrings(query) if UNSPACED.search(query) else Index(query)
    filters = _conditions(kind, outlet, since, until, state, run)
    try:
        with archive.snapshot():
            total = _total(archive, run)
            ranked = isinstance(finder, Index)
            if isinstance(finder, Index):
                found, searched, ranked, docs = _indexed(archive, finder, filters, run, limit, offset, total)
                best = _documents(archive, docs, run)
            else:
                found, searched, best = _looked_through(archive, finder, filters, run, limit, offset)
            hits = [_hit(archive, finder, row, marks) for row in best]
    except ArchiveError as error:
        if (reason := _misread(error)) is not None:
            raise UsageError(f"the search {query!r} cannot be understood ({reason}): {HELP}") from error
        raise
    return SearchResult(hits, found, searched, total, ranked)


_SHOWN = "c.doc, c.document_id, r.title, r.kind, r.outlet, r.published, o.source_path"
_SOME = 400  # documents in one query
# So many that answer are weighed; more of them take longer than a reader waits, and differ little.
RANKED = 5_000
Conditions = tuple[str, list[Any]]


def _total(archive: Archive, run: str | None) -> int:
    known = kept_count(archive, "documents", Filters(run=run))
    if known is not None:
        return known
    (total,) = archive.one(f"SELECT count(*) FROM {sources(_DOCUMENTS)} WHERE {chosen(_DOCUMENTS, run)}")
    return int(total)


def _indexed(
    archive: Archive, finder: Index, filters: Conditions, run: str | None, limit: int | None, offset: int, total: int
) -> tuple[int, int, bool, list[int]]:
    """How many documents answer, of how many searched, whether they are ranked, and the first of them by number.

    Joining each text that answers with its document takes ten times as long as finding it: the two are found apart.
    """
    condition, values = filters
    (texts,) = archive.one("SELECT coalesce(max(doc), 0) FROM texts")  # none is ever taken out: counting them takes 10 ms
    (answering,) = archive.one("SELECT count(*) FROM search WHERE search MATCH ?", finder.values)
    everything = not condition and run is None and texts == total
    if answering > RANKED and limit is not None:
        searched, found = total, answering
        if not everything:
            searched, found = archive.one(
                "SELECT count(*), coalesce(sum(c.doc IN (SELECT rowid FROM search WHERE search MATCH ?)), 0) "
                "FROM all_documents r INDEXED BY all_documents_listed CROSS JOIN all_codings c ON c.coding = r.coding "
                f"WHERE {chosen(_DOCUMENTS, run)}{condition}",
                [*finder.values, *values],
            )
        return found, searched, False, _newest(archive, finder, filters, run, limit, offset)
    wanted = None
    if not everything:
        wanted = {
            doc for (doc,) in archive.iterate(
                f"SELECT c.doc FROM {sources(_DOCUMENTS)} WHERE {chosen(_DOCUMENTS, run)}{condition}", values
            )
        }  # fmt: skip
    found, docs = _best(archive, finder, wanted, limit, offset)
    return found, total if wanted is None else len(wanted), True, docs


def _newest(archive: Archive, finder: Index, filters: Conditions, run: str | None, limit: int, offset: int) -> list[int]:
    """The newest documents that answer: as many do, they are met soon by going back from the last date."""
    condition, values = filters
    # What stands in a subquery is asked of one row after the other; joined, SQLite would first go through all codings.
    sql = (
        "SELECT (SELECT doc FROM all_codings WHERE coding = r.coding) FROM all_documents r INDEXED BY all_documents_published "
        f"WHERE 1{condition} AND EXISTS (SELECT 1 FROM all_codings c WHERE c.coding = r.coding AND {chosen(_DOCUMENTS, run)} "
        "AND EXISTS (SELECT 1 FROM search WHERE search MATCH ? AND rowid = c.doc)) "
        "ORDER BY r.published DESC, r.row DESC LIMIT ? OFFSET ?"
    )
    return [doc for (doc,) in archive.select(sql, [*values, *finder.values, limit, offset])]


def _best(archive: Archive, finder: Index, wanted: set[int] | None, limit: int | None, offset: int) -> tuple[int, list[int]]:
    """How many of the documents `wanted`, all for None, answer, and the best of them."""
    rows = archive.iterate(f"SELECT {finder.order}, rowid FROM search WHERE search MATCH ?", finder.values)
    scored = [row for row in rows if wanted is None or row[1] in wanted]
    if not scored:
        return 0, []
    most = len(scored) if limit is None else min(len(scored), offset + limit)
    # Those that are as good as the last one wanted are there too: ids decide between equals.
    last = heapq.nsmallest(most, scored)[-1][0] if most else 0.0
    best = [row for row in scored if row[0] <= last] if most else []
    ids = _ids(archive, [doc for _, doc in best])
    best.sort(key=lambda row: (row[0], ids[row[1]]))
    return len(scored), [doc for _, doc in best[offset:most]]


def _ids(archive: Archive, docs: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for i in range(0, len(docs), _SOME):
        some = docs[i : i + _SOME]
        marks = ", ".join("?" * len(some))
        found |= dict(archive.select(f"SELECT doc, document_id FROM texts WHERE doc IN ({marks})", some))
    return found


def _documents(archive: Archive, docs: Sequence[int], run: str | None) -> list[tuple[Any, ...]]:
    """What is shown of these documents, in their order."""
    found: dict[int, tuple[Any, ...]] = {}
    for i in range(0, len(docs), _SOME):
        some = docs[i : i + _SOME]
        condition = f"{chosen(_DOCUMENTS, run)} AND c.doc IN ({', '.join('?' * len(some))})"
        found |= {row[0]: row for row in archive.select(f"SELECT {_SHOWN} FROM {sources(_DOCUMENTS)} WHERE {condition}", some)}
    return [found[doc] for doc in docs if doc in found]


def _looked_through(
    archive: Archive, finder: Substrings, filters: Conditions, run: str | None, limit: int | None, offset: int
) -> tuple[int, int, list[tuple[Any, ...]]]:
    condition, values = filters
    filtered = f"{sources(_DOCUMENTS)} WHERE {chosen(_DOCUMENTS, run)}{condition}"
    matching = f"{filtered} AND {finder.condition}"
    (searched,) = archive.one(f"SELECT count(*) FROM {filtered}", values)
    (found,) = archive.one(f"SELECT count(*) FROM {matching}", [*values, *finder.values])
    best = archive.select(
        f"SELECT {_SHOWN} FROM {matching} ORDER BY {finder.order}, c.document_id LIMIT ? OFFSET ?",
        [*values, *finder.values, -1 if limit is None else limit, offset],
    )
    return found, searched, best


def _hit(archive: Archive, finder: Index | Substrings, row: tuple[Any, ...], marks: tuple[str, str]) -> Hit:
    doc, document_id, title, kind, outlet, published, source_path = row
    snippet, start, end = finder.snippet(archive, doc, marks)
    return Hit(document_id, title, kind, outlet, published, source_path, snippet, start, end)


def _misread(error: ArchiveError) -> str | None:
    """What the index said of a query that it could not read."""
    cause = error.__cause__
    if isinstance(cause, sqlite3.Error) and getattr(cause, "sqlite_errorname", None) == "SQLITE_ERROR":
        return " ".join(str(cause).split())
    return None


def _conditions(
    kind: str | None, outlet: str | None, since: str | None, until: str | None, state: str | None, run: str | None
) -> tuple[str, list[Any]]:
    made = where(_DOCUMENTS, Filters(since=since, until=until, document_kind=kind, outlet=outlet, run=run))
    if state is not None:
        code = state.strip().upper()
        if not is_code(code):
            raise UsageError(f"{state!r} is not an actor code; codes look like PRK, UN or UN-SC")
        made.add("r.coding IN (SELECT coding FROM all_parties WHERE code = ? AND record_table = 'documents')", code)
    return "".join(f" AND {condition}" for condition in made.conditions), made.parameters
