"""Labelled cases per table, in our own words: what must be found, and what must not be."""

from __future__ import annotations

import pytest
from table_cases import cases, coded, coder, meets

from dragoman.coding import Coder

__all__ = ["coder"]

# Floors, a little under what was measured; they go up, never down.
FLOORS = {"citations": 0.9, "claims": 0.9, "competences": 0.9, "positions": 0.9, "principles": 0.9, "relations": 0.9}


@pytest.mark.parametrize("table", sorted(FLOORS))
def test_labelled_cases(coder: Coder, table: str) -> None:
    rows = cases(f"{table}.jsonl")
    assert len(rows) >= 60
    assert sum(not r.get("expect") for r in rows) >= 12
    wrong = []
    for row, records in zip(rows, coded(coder, rows), strict=True):
        found = records[table]
        missing = [w for w in row.get("expect", ()) if not any(meets(f, w) for f in found)]
        extra = [a for a in row.get("absent", ()) if any(meets(f, a) for f in found)]
        if not row.get("expect") and "absent" not in row and found:
            extra = [str(f) for f in found]
        if missing or extra:
            wrong.append(f"{row['id']} {row['text']}\n    missing {missing}\n    extra {extra}")
    right = 1 - len(wrong) / len(rows)
    assert right >= FLOORS[table], f"{table}: {right:.0%} of {len(rows)} right\n" + "\n".join(wrong)


@pytest.mark.parametrize("table", sorted(FLOORS))
def test_every_record_points_into_its_text(coder: Coder, table: str) -> None:
    rows = cases(f"{table}.jsonl")
    for row, records in zip(rows, coded(coder, rows), strict=True):
        for kind in records.values():
            for record in kind:
                assert 0 <= record.start < record.end <= len(row["text"])
                assert row["text"][record.start : record.end].strip()
