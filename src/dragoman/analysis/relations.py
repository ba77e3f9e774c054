"""Relations as they stood on a day, or their whole history, each with the sentences it rests on.

A day that lies inside what is not known of a date is uncertain, and is said to be. Nothing is carried over from a
former state to its successor, and nothing is taken to have ended because nobody speaks of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from dragoman.analysis.steps import (
    BEGUN,
    DENIED,
    ENDED,
    KINDS,
    LEVEL,
    RESTORED,
    SUSPENDED,
    TOLD,
    Bond,
    Step,
    steps,
)
from dragoman.analysis.table import Row, Table
from dragoman.analysis.variants import items
from dragoman.analysis.wording import source_line, words_of
from dragoman.archive import Archive
from dragoman.archive.columns import INTEGER, LIST, TEXT, Column
from dragoman.dates import bounds, is_partial, precision
from dragoman.errors import UsageError
from dragoman.lexicon.entries import Entry
from dragoman.lexicon.loader import HERE

STANDING, PAUSED, UNCERTAIN, UNKNOWN, NOT_YET, OVER, NOT_THERE = (
    "standing", "suspended", "uncertain", "unknown", "not yet", "ended", "told not to be",
)  # fmt: skip
ORDER = (STANDING, PAUSED, UNCERTAIN, UNKNOWN, NOT_YET, OVER, NOT_THERE)
ON_COLUMNS = (
    Column("standing", TEXT), Column("why", TEXT), Column("kind", TEXT), Column("a", TEXT), Column("b", TEXT),
    Column("since", TEXT), Column("since_precision", TEXT), Column("until", TEXT), Column("until_precision", TEXT),
    Column("level", TEXT), Column("last_told", TEXT), Column("documents", INTEGER), Column("quotes", LIST),
    Column("sources", LIST), Column("record_ids", LIST),
)  # fmt: skip
HISTORY_COLUMNS = (
    Column("date", TEXT), Column("precision", TEXT), Column("change", TEXT), Column("kind", TEXT), Column("a", TEXT),
    Column("b", TEXT), Column("level", TEXT), Column("bounds", TEXT), Column("documents", INTEGER), Column("first", TEXT),
    Column("last", TEXT), Column("quote", TEXT), Column("reported_by", LIST), Column("document_title", TEXT),
    Column("outlet", TEXT), Column("published", TEXT), Column("source_path", TEXT), Column("table", TEXT),
    Column("record_id", TEXT), Column("document_id", TEXT), Column("start", INTEGER), Column("end", INTEGER),
)  # fmt: skip
_AFTER = {BEGUN: STANDING, RESTORED: STANDING, TOLD: STANDING, ENDED: OVER, SUSPENDED: PAUSED, DENIED: NOT_THERE}


class Verdict(NamedTuple):
    """How a bond stood on a day, and why; `begun` and `ended` are the steps that bound it."""

    standing: str
    why: str
    begun: Step | None = None
    ended: Step | None = None


def relations_on(
    archive: Archive, codes: Sequence[str], day: str, limit: int | None = None, users: Sequence[Entry] = ()
) -> Table:
    """Every bond of an actor, or between two, as it stood on `day`. Raises UsageError for what is no day."""
    if not is_partial(day) or len(day) != 10:
        raise UsageError(f"--on {day}: allowed: a day, such as 1992-01-01")
    with archive.snapshot():
        bonds = _bonds(steps(archive, codes, users))
        item = _items(archive, [step for found in bonds.values() for step in found])
    made = [_on(bond, found, day, item) for (bond, _), found in bonds.items()]
    made.sort(key=lambda row: (ORDER.index(row["standing"]), KINDS.index(row["kind"]), row["a"], row["b"] or ""))
    counts = Counter(row["standing"] for row in made)
    note = ", ".join(f"{counts[standing]:,} {standing}" for standing in ORDER if counts[standing])
    return Table(f"relations on {day}", ON_COLUMNS, made[:limit], total=len(made), note=note or None, of="relations_on")


def relations_history(archive: Archive, codes: Sequence[str], limit: int | None = None, users: Sequence[Entry] = ()) -> Table:
    """Everything that became of the bonds of an actor, or between two, oldest first; what has no date comes last."""
    with archive.snapshot():
        found = steps(archive, codes, users)
        item = _items(archive, found)
    groups: dict[tuple[Any, ...], list[Step]] = {}
    for step in found:
        groups.setdefault((step.bond, step.change, step.date, step.level if step.change == LEVEL else None), []).append(step)
    made = [_told(same, item) for same in groups.values()]
    made.sort(key=lambda row: (row["date"] is None, row["date"] or row["first"] or "9999", KINDS.index(row["kind"])))
    undated = sum(row["date"] is None for row in made)
    note = f"{undated:,} without a date of their own" if undated else None
    return Table("relations", HISTORY_COLUMNS, made[:limit], total=len(made), note=note, of="relations_history")


def stood(found: Sequence[Step], day: str) -> Verdict:
    """How a bond with these steps stood on a day (ISO)."""
    changes = [step for step in found if step.change != LEVEL]
    open_ = [s for s in changes if s.low <= day < s.high and s.change not in (TOLD, DENIED) and s.high != "9999"]
    past = [step for step in changes if step.high <= day]
    future = sorted((step for step in changes if step.low > day), key=lambda step: (step.low, step.high))
    last = max(past, key=lambda step: (step.high, step.change in (ENDED, SUSPENDED), step.low), default=None)
    over = max((s.high for s in past if s.change in (ENDED, SUSPENDED)), default="")
    begun = max((s for s in past if s.change in (BEGUN, RESTORED) and s.high >= over), key=lambda s: s.high, default=None)
    ended = next((step for step in future if step.change in (ENDED, SUSPENDED)), None)
    if last is not None:
        standing = _AFTER[last.change]
        disturbing = [step for step in open_ if _AFTER[step.change] != standing]
        if disturbing:
            step = disturbing[0]
            return Verdict(UNCERTAIN, f"{_said(step)}: the day may lie before or after it", begun, step)
        if last.change in (ENDED, SUSPENDED):
            return Verdict(standing, _said(last), None, last)
        if last.change == DENIED:
            return Verdict(standing, _said(last), None, ended)
        why = f"{_said(begun)}, no end of it told before this day" if begun else _said(last)
        return Verdict(standing, why, begun, ended)
    if open_:
        first = next((step for step in open_ if step.change in (BEGUN, RESTORED)), open_[0])
        return Verdict(UNCERTAIN, f"{_said(first)}: the day may lie before or after it", first, ended)
    return _before_all(changes, future, ended)


def _before_all(changes: Sequence[Step], future: Sequence[Step], ended: Step | None) -> Verdict:
    """Where nothing is told of the time up to the day."""
    if future:
        first = future[0]
        if first.change == BEGUN:
            return Verdict(NOT_YET, f"{_said(first)}, after this day", first, ended)
        if first.change in (ENDED, SUSPENDED):
            return Verdict(STANDING, f"{_said(first)}, after this day; since when is not told", None, first)
        return Verdict(UNKNOWN, f"{_said(first)}, after this day; since when is not told", None, ended)
    step = changes[0] if changes else None
    return Verdict(UNKNOWN, f"{_said(step)}, without any date" if step else "its level alone is told")


def _said(step: Step) -> str:
    if step.date:
        return f"{step.change} {step.date}"
    if step.high == "9999":
        return step.change
    if step.change in (TOLD, DENIED):
        return f"{step.change} in a text of {step.row['published']}"
    return f"{step.change} on an unknown day up to {step.high}"


def _bonds(found: Sequence[Step]) -> dict[tuple[Bond, str], list[Step]]:
    """Steps by bond; two states may have several agreements, which the dates of their beginning tell apart."""
    made: dict[tuple[Bond, str], list[Step]] = {}
    dates: dict[Bond, list[str]] = {}
    for step in found:
        if step.bond[0] == "agreement" and step.change == BEGUN and step.date:
            dates.setdefault(step.bond, []).append(step.date)
    for known in dates.values():
        known.sort(key=len, reverse=True)
    for step in found:
        began = step.date if step.change == BEGUN else None
        # A date told less precisely (1961) is that of the one told best (1961-07-11).
        which = next((date for date in dates.get(step.bond, []) if began and date.startswith(began)), "")
        made.setdefault((step.bond, which), []).append(step)
    return made


def _items(archive: Archive, found: Sequence[Step]) -> Mapping[str, str]:
    """For each document that is a copy the lead of its item."""
    among = {step.row["document_id"] for step in found}
    return {
        copy.paper.document_id: item.copies[0].paper.document_id for item in items(archive, among=among) for copy in item.copies
    }


def _on(bond: Bond, found: Sequence[Step], day: str, item: Mapping[str, str]) -> Row:
    kind, a, b = bond
    verdict = _outlived(stood(found, day), bond, day)
    since = verdict.begun.date if verdict.begun else None
    until = verdict.ended.date if verdict.ended else None
    levels = [step for step in found if step.level is not None or step.change == LEVEL]
    known = [step for step in levels if step.high <= day]
    latest = max(known, key=lambda step: step.high, default=None)
    published = [step.row["published"] for step in found if step.row["published"]]
    # A relation and the act that makes it rest on the same sentence.
    once = list({(step.row["document_id"], step.row["quote"].rstrip(".")): step for step in reversed(found)}.values())[::-1]
    return {
        "standing": verdict.standing, "why": verdict.why, "kind": kind, "a": a, "b": b,
        "since": since, "since_precision": precision(since) if since else None,
        "until": until, "until_precision": precision(until) if until else None,
        "level": latest.level if latest and verdict.standing in (STANDING, UNCERTAIN) else None,
        "last_told": max(published, default=None),
        "documents": len({item.get(step.row["document_id"], step.row["document_id"]) for step in found}),
        "quotes": [step.row["quote"] for step in once], "sources": [_source(step.row) for step in once],
        "record_ids": [step.row["record_id"] for step in once],
    }  # fmt: skip


def _outlived(verdict: Verdict, bond: Bond, day: str) -> Verdict:
    """What a state that is no more was bound to has ended with it."""
    if verdict.standing not in (STANDING, PAUSED, UNCERTAIN):
        return verdict
    for code in bond[1:]:
        until = last_days().get(code or "")
        if until and bounds(until)[1] < day:
            return verdict._replace(standing=OVER, why=f"{code} was no more after {until}; {verdict.why}")
    return verdict


@lru_cache(maxsize=1)
def last_days() -> Mapping[str, str]:
    """Former states, and until when they were."""
    found = {}
    for block in (HERE / "states.toml").read_text("utf-8").split("[[state]]"):
        code, until = (re.search(rf'^{name} = "([^"]+)"', block, re.MULTILINE) for name in ("code", "until"))
        if code and until:
            found[code[1]] = until[1]
    return found


def _source(row: Row) -> str:
    return f"words of {words_of(row)}; {source_line(row)}"


def _told(same: Sequence[Step], item: Mapping[str, str]) -> Row:
    """Steps that tell the same, as one: the latest of them with its words."""
    step = max(same, key=lambda one: (one.row["published"] or "", one.row["record_id"]))
    kind, a, b = step.bond
    dates = [one.row["published"] for one in same if one.row["published"]]
    own = {
        "date": step.date, "precision": precision(step.date) if step.date else None, "change": step.change, "kind": kind,
        "a": a, "b": b, "level": next((one.level for one in same if one.level), None),
        "bounds": None if step.date or step.high == "9999" or step.change in (TOLD, DENIED) else f"up to {step.high}",
        "documents": len({item.get(one.row["document_id"], one.row["document_id"]) for one in same}),
        "first": min(dates, default=None), "last": max(dates, default=None), "table": step.table,
    }  # fmt: skip
    return {column.name: own[column.name] if column.name in own else step.row[column.name] for column in HISTORY_COLUMNS}
