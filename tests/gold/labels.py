"""Our own labelled sentences as cases that `dragoman evaluate` scores.

Two forms are kept, each for what it is good at: `gold/events.jsonl` labels every event of a sentence whole; the files of
`coding/` say by some fields what a sentence must and must not give (see `coding/labelled.py`).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dragoman.scoring import Case

Row = dict[str, Any]
# When a text without a date of its own was published; days told in it are before that.
PUBLISHED = "2020-06-15"


def cases(path: Path, table: str, by: str) -> list[Case]:
    """The cases of one file for one table, compared `by` one of COMPARISONS."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [COMPARISONS[by](row, table) for row in rows]


def _case(row: Row, **labels: Any) -> Case:
    return Case(
        id=row["id"], text=row["text"], date=row.get("published", PUBLISHED), speaker_state=row["speaker"], **labels
    )  # fmt: skip


def _type(row: Row, table: str) -> Case:
    return _case(row, expect={table: [{"event": e["event"]} for e in row["events"]]}, complete=[table])


def _parties(row: Row, table: str) -> Case:
    """The type, and of each side that is labelled one party at least."""
    labels = [{"event": e["event"], **{side: {"overlaps": e[side]} for side in ("source", "target")}} for e in row["events"]]
    return _case(row, expect={table: labels}, complete=[table])


def _whole(row: Row, table: str) -> Case:
    return _case(row, expect={table: row["events"]}, complete=[table])


def _labels(row: Row, table: str) -> Case:
    """Whatever the labels name. Not every record of a sentence is labelled; `none` says that there must be no record."""
    absent = [_label(label) for label in row.get("absent", [])] + ([{}] if row.get("none") else [])
    return _case(row, expect={table: [_label(label) for label in row.get("expect", [])]}, absent={table: absent})


def _label(label: Row) -> Row:
    return {("polarity" if k == "sign" else k): ({"sign": v} if k == "sign" else v) for k, v in label.items()}


COMPARISONS: dict[str, Callable[[Row, str], Case]] = {
    "type": _type,
    "parties": _parties,
    "whole": _whole,
    "labels": _labels,
}
