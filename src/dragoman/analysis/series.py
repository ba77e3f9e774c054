"""Events over time, beside the documents that could have told of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.archive import Archive
from dragoman.dates import bounds
from dragoman.errors import UsageError

MONTH, YEAR = "month", "year"
_LENGTH = {MONTH: 7, YEAR: 4}
# Event and modality, month, number, and of a pair how many in each direction.
_Count = tuple[str, str, str, int, int, int]


@dataclass
class Span:
    """A month or year, "" for what has no such date: events by type, and the documents published in it.

    Of a pair, `forward` are those of the first upon the second, `back` those of the second upon the first.
    """

    period: str
    documents: int = 0
    events: int = 0
    forward: int = 0
    back: int = 0
    types: Counter[str] = field(default_factory=Counter)


def series(
    archive: Archive, codes: Sequence[str], by: str = MONTH, *, since: str | None = None, until: str | None = None,
    events: Sequence[str] = (), modalities: Sequence[str] = (),
) -> list[Span]:  # fmt: skip
    """Events of one code, or between two, in every period that has events or documents, oldest first, undated last.

    A date known to the year alone belongs to no month. `since` and `until` count themselves. Raises UsageError.
    """
    if by not in _LENGTH:
        raise UsageError(f"no series by {by!r}; there are: {', '.join(_LENGTH)}")
    with archive.snapshot():
        counts = _of_pair(archive, *codes) if len(codes) == 2 else _of_state(archive, codes[0])
        documents = archive.select("SELECT month, n FROM document_months")
    found: dict[str, Span] = {}
    for month, n in documents:
        period = _period(month, by)
        found.setdefault(period, Span(period)).documents += n
    for event, modality, month, n, forward, back in counts:
        if (not events or event in events) and (not modalities or modality in modalities):
            period = _period(month, by)
            span = found.setdefault(period, Span(period))
            span.events += n
            span.forward += forward
            span.back += back
            span.types[event] += n
    kept = (span for span in found.values() if _inside(span.period, since, until))
    return sorted(kept, key=lambda span: (span.period == "", span.period))


def _period(month: str, by: str) -> str:
    length = _LENGTH[by]
    return month[:length] if len(month) >= length else ""


def _inside(period: str, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    if not period:
        return False
    first, last = bounds(period)
    return (since is None or last >= bounds(since)[0]) and (until is None or first <= bounds(until)[1])


def _of_state(archive: Archive, code: str) -> list[_Count]:
    sql = "SELECT event, modality, month, n, 0, 0 FROM state_months WHERE code = ?"
    return archive.select(sql, (code,))


def _of_pair(archive: Archive, one: str, other: str) -> list[_Count]:
    if one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-"):
        raise UsageError(f"a series of a pair needs two states, neither a part of the other: not {one} and {other}")
    ways = "forward, back" if one < other else "back, forward"
    sql = f"SELECT event, modality, month, n, {ways} FROM pair_months WHERE a = ? AND b = ?"
    return archive.select(sql, sorted((one, other)))
