"""Which texts share most of their words, found as they are written.

A new text is looked up by its clauses, and compared with those that share most of them: that takes about as long with a
hundred thousand texts as with a hundred. What is kept follows from the texts and the order of their numbers.
"""

from __future__ import annotations

import functools
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.archive.shingles import Hashes

SHARED = 0.5  # of all shingles of two texts: they are alike
CONTAINED = 0.7  # of the shingles of the shorter: it stands in the other
_REACH = 24  # texts with a clause in common are met by so many of those that follow: a formula is everywhere
_COMPARED = 12  # texts that share most are compared with a new one
_LEAST = 16  # letters in common, below which none is
_SAID = 5000  # texts between two words of progress

_KEPT = 256  # texts whose shingles are kept at a time

# The last texts with each clause.
_MET = """
SELECT new.value, clauses.doc FROM json_each(?2) new JOIN clauses ON clauses.clause = new.value
WHERE clauses.doc >= coalesce((SELECT doc FROM clauses WHERE clause = new.value ORDER BY doc DESC LIMIT 1 OFFSET ?1), 0)
"""

Report = Callable[[str], None]
ShinglesOf = Callable[[int], "Hashes"]


def note(connection: sqlite3.Connection, doc: int, text: str, known: ShinglesOf) -> None:
    """Find what a new text is like, and note it and by what it is found. `known` has its shingles and those of the texts with
    smaller numbers.
    """
    from dragoman.archive.shingles import clauses, letters, shares  # they bring numpy, which readers do without

    keys = clauses(letters(text))
    met: Counter[int] = Counter()
    for key, other in connection.execute(_MET, (_REACH - 1, json.dumps(list(keys)))):
        met[other] += keys[key]
    connection.executemany("INSERT OR IGNORE INTO clauses VALUES (?, ?)", [(key, doc) for key in sorted(keys)])
    nearest = sorted(met, key=lambda other: (-met[other], -other))[:_COMPARED]
    found = [(other, doc, *shares(known(doc), known(other))) for other in nearest if met[other] >= _LEAST and other != doc]
    alike = [row for row in found if row[2] >= SHARED or row[3] >= CONTAINED]
    connection.executemany("INSERT OR REPLACE INTO alike VALUES (?, ?, ?, ?)", alike)


def shingles_of(connection: sqlite3.Connection) -> ShinglesOf:
    """The shingles of each text by its number; the last are kept, as what is alike mostly comes together."""

    @functools.lru_cache(maxsize=_KEPT)
    def found(doc: int) -> Hashes:
        from dragoman.archive.shingles import letters, shingles

        (text,) = connection.execute("SELECT text FROM texts WHERE doc = ?", (doc,)).fetchone()
        return shingles(letters(text))

    return found


def compare(
    connection: sqlite3.Connection,
    texts: Iterable[tuple[int, str]],
    known: ShinglesOf,
    report: Report = lambda _: None,
) -> None:
    """Note what each of `texts` is like, given by their numbers in order, in empty tables of `connection`."""
    for n, (doc, text) in enumerate(texts, 1):
        note(connection, doc, text, known)
        if n % _SAID == 0:
            report(f"{n:,} texts compared")
