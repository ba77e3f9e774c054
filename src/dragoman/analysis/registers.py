"""Registers: every visit, gift, credential, letter, agreement, membership and statement of a state, each with its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from dragoman.analysis.copies import COPIES, Copies, counted, event_copies, said
from dragoman.analysis.designations import designations
from dragoman.analysis.evidence import BESIDE, fetch
from dragoman.analysis.ladders import rung_of
from dragoman.analysis.statements import statement_ids, statement_rows, statements
from dragoman.analysis.table import Row, Table
from dragoman.archive import Archive, Filters, rows
from dragoman.archive.columns import INTEGER, LIST, TEXT, Column
from dragoman.errors import UsageError
from dragoman.lexicon.entries import Entry as Named

# What every row of a register has, whichever table it comes from. `date` is that of the event, or since when a relation
# holds, or when a statement was published; `kind` says what it is, `status` whether it was done, planned or denied.
COLUMNS: tuple[Column, ...] = (
    Column("date", TEXT), Column("kind", TEXT), Column("source", LIST), Column("target", LIST), Column("object_text", TEXT),
    Column("place", TEXT), Column("status", TEXT), *BESIDE, Column("reported_by", LIST), Column("table", TEXT),
    Column("record_id", TEXT), Column("document_id", TEXT), Column("start", INTEGER), Column("end", INTEGER), COPIES,
)  # fmt: skip


@dataclass(frozen=True)
class Register:
    """Which records belong to a register: for each table the values that its columns must have."""

    help: str
    of: Mapping[str, Mapping[str, Any]]


class Entry(NamedTuple):
    """Where a row of a register stands; `date` is "" where it is unknown."""

    date: str
    table: str
    record_id: str


REGISTERS: dict[str, Register] = {
    "visits": Register("who went to whom", {"events": {"event": "CONSULT", "mode": "visit"}}),
    "gifts": Register("what was given", {"events": {"event": "AID", "mode": "gift"}}),
    "credentials": Register("ambassadors who presented theirs", {"events": {"mode": "credentials"}}),
    "letters": Register("letters and messages", {"events": {"mode": ["letter", "message"]}}),
    "agreements": Register(
        "treaties signed, and agreements, alliances and truces in force",
        {"events": {"mode": "treaty"}, "relations": {"kind": ["agreement", "alliance", "truce"]}},
    ),
    "memberships": Register(
        "what was joined, and what one belongs to", {"events": {"mode": "accession"}, "relations": {"kind": "membership"}}
    ),
    "statements": Register("what was said officially, with its first sentence", {"documents": {}}),
    "designations": Register("what texts call it, by whom, in scare quotes or not", {"actors": {}}),
}


def register(
    archive: Archive, name: str, code: str, other: str | None = None, *, since: str | None = None, until: str | None = None,
    min_authority: str | int | None = None, limit: int | None = None, users: Sequence[Named] = (),
) -> Table:  # fmt: skip
    """The register `name` of an actor, or between two, oldest first and undated last; the latest `limit` of it.

    Of statements with `other`: those of `code` that name it; with `min_authority`, a number or a vehicle of its ladder,
    those of that rung and higher ones. Of designations: what `code` is called, by `other` alone, the most frequent first.
    Raises UsageError for a register or a rung that there is not.
    """
    if min_authority is not None and name != "statements":
        raise UsageError(f"--min-authority is for statements; {name} have no rung")
    if name == "designations":
        return designations(archive, code, other, since=since, until=until, limit=limit, users=users)
    if name == "statements":
        rung = None if min_authority is None else rung_of(code, min_authority, users)
        found_here = statements(archive, code, other, since=since, until=until, rung=rung, limit=limit)
        return Table(name, COLUMNS, found_here.rows, total=found_here.total, note=found_here.note, of="register")
    with archive.snapshot():
        found, copies, left_out = _gathered(archive, name, code, other, since, until)
        made = entry_rows(archive, code, _latest(found, limit), copies)
    note = "; ".join(filter(None, (_undated(found), said(left_out)))) or None
    return Table(name, COLUMNS, made, total=len(found), note=note, of="register")


def entries(
    archive: Archive, name: str, code: str, other: str | None = None, *, since: str | None = None, until: str | None = None
) -> list[Entry]:
    """Where all rows of the register `name` are to be found, in its order. Raises UsageError for one that there is not."""
    return _gathered(archive, name, code, other, since, until)[0]


def _gathered(
    archive: Archive, name: str, code: str, other: str | None, since: str | None, until: str | None
) -> tuple[list[Entry], Copies, int]:
    """The entries of a register, the copies among them, and how many entries were left out as such."""
    if name not in REGISTERS:
        raise UsageError(f"no register {name!r}; there are: {', '.join(REGISTERS)}")
    states = [code] if other is None else [code, other]
    found: list[Entry] = []
    copies, left_out = Copies(), 0
    for table, values in REGISTERS[name].of.items():
        if table == "documents":
            spoken = statement_ids(archive, code, other, since=since, until=until)
            found += [Entry(date or "", table, record_id) for date, record_id in spoken]
            continue
        date = _DATES[table]
        # Relations have dates of their own, which are not those that filters look at.
        bounds = {"since": since, "until": until} if table == "events" else {}
        wanted = Filters(states=states, columns=dict(values), **bounds)
        dropped: frozenset[str] = frozenset()
        if table == "events":
            among = {row["document_id"] for row in rows(archive, table, wanted, columns=["document_id"])}
            copies = event_copies(archive, states, among)
            dropped = copies.dropped(archive, wanted)
            left_out = len(dropped)
        for row in rows(archive, table, wanted, columns=[date, "record_id"]):
            if row["record_id"] not in dropped and (table == "events" or _within(row[date], since, until)):
                found.append(Entry(row[date] or "", table, row["record_id"]))
    return sorted(found, key=place), copies, left_out


def place(entry: Entry) -> tuple[bool, str, str, str]:
    """What the rows of a register are sorted by: what has no date comes last."""
    return (entry.date == "", *entry)


def entry_rows(archive: Archive, code: str, found: Sequence[Entry], copies: Copies | None = None) -> list[Row]:
    """The rows of these entries, each with its words; events with how many `copies` tell them again, where given."""
    told = Copies() if copies is None else copies
    full: dict[tuple[str, str], Row] = {}
    for table in sorted({entry.table for entry in found}):
        ids = [entry.record_id for entry in found if entry.table == table]
        if table == "documents":
            full |= {(table, key): row for key, row in statement_rows(archive, code, ids).items()}
        else:
            full |= {(table, row["record_id"]): _row(table, counted(told, row)) for row in fetch(archive, table, ids)}
    return [full[entry.table, entry.record_id] for entry in found if (entry.table, entry.record_id) in full]


def _latest(found: list[Entry], limit: int | None) -> list[Entry]:
    """The last `limit` that have a date, filled up with those that have none."""
    if limit is None or len(found) <= limit:
        return found
    dated = [item for item in found if item.date]
    undated = [item for item in found if not item.date]
    kept = dated[max(0, len(dated) - limit) :]
    return kept + undated[: limit - len(kept)]


def _undated(found: list[Entry]) -> str | None:
    undated = sum(not entry.date for entry in found)
    return f"{undated:,} of them without a date" if undated else None


def _within(date: str | None, since: str | None, until: str | None) -> bool:
    """Whether a partial date may fall inside; an unknown one does where nothing is asked."""
    if since is None and until is None:
        return True
    if date is None:
        return False
    return (since is None or date[: len(since)] >= since[: len(date)]) and (
        until is None or date[: len(until)] <= until[: len(date)]
    )


def _row(table: str, row: Row) -> Row:
    if table == "events":
        own = {
            "date": row["date"], "kind": "/".join(filter(None, (row["event"], row["mode"]))), "source": row["source"],
            "target": row["target"], "object_text": row["object_text"], "place": row["place"], "status": row["modality"],
        }  # fmt: skip
    else:
        own = {
            "date": row["since"], "kind": row["kind"], "source": [row["a"]], "target": [row["b"]] if row["b"] else [],
            "object_text": None, "place": None, "status": row["status"],
        }  # fmt: skip
    own["table"] = table
    return {column.name: own[column.name] if column.name in own else row[column.name] for column in COLUMNS}


_DATES = {"events": "date", "relations": "since"}
