"""Which texts share most of their words, found as they are written.

A new text is looked up by its clauses, and compared with those that share most of them: that takes about as long with a
hundred thousand texts as with a hundred. What is kept follows from the texts and the order of their numbers.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable

SHARED = 0.5  # of all shingles of two texts: they are alike
CONTAINED = 0.7  # of the shingles of the shorter: it stands in the other
_REACH = 24  # texts with a clause in common are met by so many of those that follow: a formula is everywhere
_COMPARED = 12  # texts that share most are compared with a new one
_LEAST = 16  # letters in common, below which none is
_SAID = 5000  # texts between two words of progress

Report = Callable[[str], None]


def note(connection: sqlite3.Connection, doc: int, text: str, text_of: Callable[[int], str]) -> None:
    """Find what a new text is like, and note it and by what it is found. `text_of` gives the texts with smaller numbers."""
    from dragoman.archive.shingles import clauses, letters, shares, shingles  # they bring numpy, which readers do without

    found = letters(text)
    keys = clauses(found)
    met: Counter[int] = Counter()
    for key, length in keys.items():
        for (other,) in connection.execute("SELECT doc FROM clauses WHERE clause = ? ORDER BY doc DESC LIMIT ?", (key, _REACH)):
            met[other] += length
    connection.executemany("INSERT OR IGNORE INTO clauses VALUES (?, ?)", [(key, doc) for key in sorted(keys)])
    nearest = sorted(met, key=lambda other: (-met[other], -other))[:_COMPARED]
    nearest = [other for other in nearest if met[other] >= _LEAST and other != doc]
    if not nearest:
        return
    own = shingles(found)
    for other in nearest:
        of_both, of_shorter = shares(own, shingles(letters(text_of(other))))
        if of_both >= SHARED or of_shorter >= CONTAINED:
            connection.execute("INSERT OR REPLACE INTO alike VALUES (?, ?, ?, ?)", (other, doc, of_both, of_shorter))


def text_of(connection: sqlite3.Connection) -> Callable[[int], str]:
    """The text of each document by its number."""
    return lambda doc: str(connection.execute("SELECT text FROM texts WHERE doc = ?", (doc,)).fetchone()[0])


def compare(
    connection: sqlite3.Connection,
    texts: Iterable[tuple[int, str]],
    known: Callable[[int], str],
    report: Report = lambda _: None,
) -> None:
    """Note what each of `texts` is like, given by their numbers in order, in empty tables of `connection`."""
    for n, (doc, text) in enumerate(texts, 1):
        note(connection, doc, text, known)
        if n % _SAID == 0:
            report(f"{n:,} texts compared")
