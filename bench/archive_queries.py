"""How fast the archive answers: `python bench/archive_queries.py [EVENTS] [FOLDER]`.

Times what `brief`, `timeline`, `search` and `export` ask of the archive that `synthetic.py` builds (100,000 events, half of
them of one state, in documents of ten), once. Prints the best of five in milliseconds.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from synthetic import given_archive

from dragoman.archive import Archive, Filters, count, rows, search, sql, verify
from dragoman.archive.export import export


def questions(archive: Archive) -> dict[str, Callable[[], Any]]:
    state, pair = Filters(states=["PRK"]), Filters(states=["PRK", "KEN"])
    also = ("quote", "source_path", "document_title")
    year = Filters(states=["PRK"], since="2017", until="2017")
    by_year = "SELECT year, event, modality, n FROM state_years WHERE code = 'PRK'"
    partners = (
        "SELECT CASE a WHEN 'PRK' THEN b ELSE a END AS other, sum(n) FROM pair_years "
        "WHERE a = 'PRK' OR b = 'PRK' GROUP BY other ORDER BY 2 DESC"
    )
    return {
        "state: events by year and kind (counts)": lambda: archive.select(by_year),
        "state: partners by number (counts)": lambda: archive.select(partners),
        "state: number of events (records)": lambda: count(archive, "events", state),
        "state: latest 50 events with words": lambda: rows(archive, "events", state, order=["-date"], limit=50, also=also),
        "state: 1,000 events with words": lambda: rows(archive, "events", state, order=["-date"], limit=1000, also=also),
        "state: one kind, latest 50": lambda: rows(
            archive, "events", Filters(states=["PRK"], columns={"event": "AID"}), order=["-date"], limit=50, also=also
        ),
        "state: one year": lambda: rows(archive, "events", year, order=["-date"]),
        "state: latest 50 positions": lambda: rows(archive, "positions", state, limit=50, also=also),
        "state: all relations": lambda: rows(archive, "relations", state),
        "state: all claims": lambda: rows(archive, "claims", state),
        "state: mentions": lambda: count(archive, "actors", state),
        "pair: latest 50 events with words": lambda: rows(archive, "events", pair, order=["-date"], limit=50, also=also),
        "pair: all events": lambda: rows(archive, "events", pair, order=["date"]),
        "pair, the rarer first": lambda: count(archive, "events", Filters(states=["KEN", "PRK"])),
        "whole and parts (UN): latest 50": lambda: rows(archive, "events", Filters(states=["UN"]), order=["-date"], limit=50),
        "search: common word": lambda: search(archive, "nuclear"),
        "search: phrase with filters": lambda: search(archive, '"nuclear sanctions"', state="PRK", since="2010"),
        "sql: events by kind": lambda: sql(archive, "SELECT event, count(*) FROM events GROUP BY 1"),
        "sql: a state through parties": lambda: sql(
            archive,
            "SELECT event, count(*) FROM events JOIN parties USING (record_id) "
            "WHERE code = 'KEN' AND record_table = 'events' GROUP BY 1",
        ),
    }


def main() -> None:
    with given_archive() as archive, tempfile.TemporaryDirectory() as made:
        for name, ask in questions(archive).items():
            times = []
            for _ in range(5):
                began = time.perf_counter()
                ask()
                times.append(time.perf_counter() - began)
            print(f"{name:45} {min(times) * 1000:8.1f} ms")
        slow: dict[str, Callable[[], object]] = {
            "export jsonl": lambda: export(archive, "jsonl", Path(made) / "out"),
            "verify": lambda: verify(archive),
        }
        for name, ask_once in slow.items():
            began = time.perf_counter()
            ask_once()
            print(f"{name:45} {time.perf_counter() - began:8.1f} s")


if __name__ == "__main__":
    main()
