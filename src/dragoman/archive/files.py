"""Which files were read, what came of them, and what took the place of what."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec

from dragoman.archive.columns import clean, decode_list, encode_list
from dragoman.archive.rollups import Tally


class FileMark(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was read to its end in a run, and the documents it gave, in order.

    `path` is relative to `root`, the folder or file that was asked for; `sha256` is of the bytes.
    """

    root: str
    path: str
    sha256: str
    size: int
    mtime_ns: int
    run_id: str
    document_ids: list[str] = []


_COLUMNS = "root, path, sha256, size, mtime_ns, run_id, document_ids"


def find_mark(connection: sqlite3.Connection, root: str, path: str, run_id: str | None) -> FileMark | None:
    """The mark of a file in a run, or its latest one where `run_id` is None."""
    condition, values = "root = ? AND path = ?", [clean(root), clean(path)]
    if run_id is not None:
        condition, values = f"{condition} AND run_id = ?", [*values, run_id]
    sql = f"SELECT {_COLUMNS} FROM files WHERE {condition} ORDER BY mark DESC LIMIT 1"
    return _mark(connection.execute(sql, values).fetchone())


def find_bytes(connection: sqlite3.Connection, sha256: str, run_id: str) -> FileMark | None:
    """The mark of any file with these bytes in a run: what they gave once they give again."""
    sql = f"SELECT {_COLUMNS} FROM files WHERE sha256 = ? AND run_id = ? ORDER BY mark LIMIT 1"
    return _mark(connection.execute(sql, (sha256, run_id)).fetchone())


def _mark(row: tuple[str, str, str, int, int, str, str] | None) -> FileMark | None:
    if row is None:
        return None
    root, path, sha256, size, mtime_ns, run_id, document_ids = row
    return FileMark(
        root=root, path=path, sha256=sha256, size=size, mtime_ns=mtime_ns, run_id=run_id,
        document_ids=decode_list(document_ids),
    )  # fmt: skip


def write_mark(connection: sqlite3.Connection, mark: FileMark, tally: Tally, sights: Sights) -> None:
    """Keep `mark`; where the file's bytes changed, its new documents supersede the old of the same parts.

    What is written depends on what the same file gave before, never on other files read in between.
    """
    before = find_mark(connection, mark.root, mark.path, None)
    replaced: dict[str, str] = {}
    if before is not None and before.sha256 != mark.sha256 and before.document_ids != mark.document_ids:
        replaced = _replaced(connection, before, mark)
    if find_bytes(connection, mark.sha256, mark.run_id) is None:
        _retire(connection, mark, tally)
    for document_id in mark.document_ids:
        sights.see(document_id, mark.path, mark.root, replaced.get(document_id))
    connection.execute(
        "DELETE FROM files WHERE (root, path, run_id) = (?, ?, ?)", (clean(mark.root), clean(mark.path), mark.run_id)
    )
    values = (clean(mark.root), clean(mark.path), mark.sha256, mark.size, mark.mtime_ns, mark.run_id)
    connection.execute(
        f"INSERT INTO files ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", (*values, encode_list(mark.document_ids))
    )


def _replaced(connection: sqlite3.Connection, before: FileMark, mark: FileMark) -> dict[str, str]:
    """The old document for each new one of the same part. A file set back to what it once was replaces nothing."""
    old = {part: document_id for document_id in before.document_ids if (part := _part(connection, document_id)) is not None}
    found = {}
    for document_id in mark.document_ids:
        part = _part(connection, document_id)
        if part in old and old[part] != document_id and not _seen(connection, document_id, mark):
            found[document_id] = old[part]
    return found


def _part(connection: sqlite3.Connection, document_id: str) -> int | None:
    row = connection.execute(
        "SELECT d.part FROM all_codings c JOIN all_documents d ON d.coding = c.coding WHERE c.document_id = ? LIMIT 1",
        (document_id,),
    ).fetchone()
    return row[0] if row else None


def _seen(connection: sqlite3.Connection, document_id: str, mark: FileMark) -> bool:
    key = (document_id, clean(mark.path), clean(mark.root))
    sql = "SELECT 1 FROM sightings WHERE (document_id, path, root) = (?, ?, ?)"
    return connection.execute(sql, key).fetchone() is not None


def _retire(connection: sqlite3.Connection, mark: FileMark, tally: Tally) -> None:
    """Where another version made other documents of the same bytes, its documents are current no more.

    Otherwise everything in them would be there twice as soon as a newer version cleans a page better.
    """
    kept = set(mark.document_ids)
    rows = connection.execute("SELECT document_ids FROM files WHERE sha256 = ? AND run_id != ?", (mark.sha256, mark.run_id))
    for document_id in sorted({d for (ids,) in rows.fetchall() for d in decode_list(ids)} - kept):
        retire(connection, document_id, tally)


def retire(connection: sqlite3.Connection, document_id: str, tally: Tally) -> None:
    """The document's newest coding is current no more, and what is in it is counted no more."""
    sql = "SELECT coding FROM all_codings WHERE document_id = ? AND current"
    for (coding,) in connection.execute(sql, (document_id,)).fetchall():
        tally.retire(connection, coding)
        connection.execute("UPDATE all_codings SET current = 0 WHERE coding = ?", (coding,))


class Sights:
    """Where the documents of one commit were found. A document's origin follows from all such notes, whatever their order."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._seen: set[str] = set()

    def see(self, document_id: str, path: str, root: str = "", replaces: str | None = None) -> None:
        """Note that `document_id` was found at `path`."""
        values = (document_id, clean(path), clean(root), replaces)
        sql = "INSERT INTO sightings VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
        if self._connection.execute(sql, values).rowcount:
            self._seen.add(document_id)

    def settle(self) -> None:
        """Bring the origins of the documents found in line."""
        settle(self._connection, self._seen)


def settle(connection: sqlite3.Connection, document_ids: Iterable[str]) -> None:
    """Bring the origins of documents in line with where they were seen. Does nothing for one that is not there."""
    connection.executemany(
        "INSERT INTO origins (doc, source_path, sources, supersedes) SELECT doc, ?, ?, ? FROM texts WHERE document_id = ? "
        "ON CONFLICT (doc) DO UPDATE SET source_path = excluded.source_path, sources = excluded.sources, "
        "supersedes = excluded.supersedes",
        [_origin(connection, document_id) for document_id in sorted(document_ids)],
    )


def _origin(connection: sqlite3.Connection, document_id: str) -> tuple[str, str, str | None, str]:
    """The smallest path at which a document was seen, all of them, what it supersedes, and itself."""
    seen = connection.execute(
        "SELECT path, supersedes FROM sightings WHERE document_id = ? ORDER BY path, root", (document_id,)
    ).fetchall()
    paths = sorted({path for path, _ in seen})
    supersedes = next((old for _, old in seen if old is not None), None)
    return paths[0], encode_list(paths), supersedes, document_id
