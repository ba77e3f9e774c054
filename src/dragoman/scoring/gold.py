"""A gold file: texts as for `dragoman code`, with the records that they must and must not give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from dragoman.dates import is_partial
from dragoman.errors import UsageError
from dragoman.records import RECORDS
from dragoman.scoring.matching import QUOTE, check_value

# Tables that a text can be labelled with: all but its layout, which is given.
LABELLED = tuple(name for name in RECORDS if name != "passages")
_STATE = re.compile(r"[A-Z0-9-]+", re.IGNORECASE)

Wanted = dict[str, Any]


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One labelled text. `expect` has by table the records it must give, `absent` those it must not, by some of their
    fields; `complete` names the tables of which `expect` has every record, so that what is coded besides is false.
    """

    id: str | int
    text: str
    date: str | None = None
    speaker_state: str | None = None
    title: str | None = None
    expect: dict[str, list[Wanted]] = {}
    absent: dict[str, list[Wanted]] = {}
    complete: list[str] = []

    @property
    def tables(self) -> set[str]:
        """The tables for which the text is labelled."""
        return {*self.expect, *self.absent, *self.complete}


def read_gold(path: str | Path) -> list[Case]:
    """The cases of a JSON lines file, in order. Raises UsageError with the line for what is no case."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); allowed: a file of JSON lines") from error
    cases: list[Case] = []
    seen: set[str | int] = set()
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        case = _case(line, f"{path}:{number}")
        if case.id in seen:
            raise UsageError(f"{path}:{number}: id {case.id!r} is there already; allowed: each once")
        seen.add(case.id)
        cases.append(case)
    if not cases:
        raise UsageError(f"{path}: no line has a labelled text; allowed: one JSON object a line, see docs/evaluate.md")
    return cases


def _case(line: bytes, where: str) -> Case:
    try:
        case = msgspec.json.decode(line, type=Case)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        allowed = ", ".join(Case.__struct_fields__)
        raise UsageError(f"{where}: {error or 'nested too deeply'}; allowed: an object with {allowed}") from error
    wrong = next(_wrong(case), None)
    if wrong is not None:
        raise UsageError(f"{where}: {wrong}")
    return case


def _wrong(case: Case) -> Iterator[str]:
    if case.date and not is_partial(case.date):
        yield f"date {case.date!r} is none; allowed: 2017, 2017-01 or 2017-01-06"
    if case.speaker_state and not _STATE.fullmatch(case.speaker_state):
        yield f"speaker_state {case.speaker_state!r} is no code; allowed: one such as PRK"
    for table in sorted(case.tables):
        if table not in LABELLED:
            yield f"no table {table!r}; allowed: {', '.join(LABELLED)}"
    for labels in (case.expect, case.absent):
        for table, rows in labels.items():
            for row in rows:
                yield from _wrong_row(table, row, case.text)


def _wrong_row(table: str, row: Mapping[str, Any], text: str) -> Iterator[str]:
    fields = RECORDS[table].__struct_fields__
    for name, value in row.items():
        if name != QUOTE and name not in fields:
            yield f"{table} has no field {name!r}; allowed: {', '.join((QUOTE, *fields))}"
        wrong = check_value(name, value, text)
        if wrong is not None:
            yield f"{table}: {wrong}"
