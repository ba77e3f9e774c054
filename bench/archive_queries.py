"""How fast the archive answers: `python bench/archive_queries.py [EVENTS] [FOLDER]`.

Builds a synthetic archive (100,000 events, half of them of one state, in documents of ten), once, and times what
`brief`, `timeline`, `search` and `export` ask of it. Prints the best of five in milliseconds.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dragoman.archive import Archive, Filters, count, rows, search, sql, verify
from dragoman.archive.export import export
from dragoman.ids import sha256_hex
from dragoman.records import (
    Actor,
    Claim,
    CodedDocument,
    Document,
    Event,
    Position,
    ReadingLog,
    Record,
    Relation,
    Run,
    document_id,
    seal,
    seal_document,
)

RUN = Run(run_id="bench", version="0", model="none", lexicon="none", settings="{}", started="2026-01-01T00:00:00+00:00")
LOG = ReadingLog(reading_id="bench", run_id="bench", started="2026-01-01T00:00:00+00:00")
STATES = [f"S{i:02d}" for i in range(90)] + ["UN", "UN-SC", "UN-GA", "NATO", "X-WEST", "EU", "IAEA", "ICRC", "NAM", "ASEAN"]
KINDS = ["CONSULT", "SANCTION", "AID", "SUPPORT", "ACCUSE", "REJECT", "THREATEN", "AGREE", "COOPERATE", "CONCEDE"]
WORDS = """
    the state ministry talks delegation peace nuclear sanctions visit treaty letter embassy statement congress border
    relations friendly condemn welcome exercise programme security council member independent policy foreign trade
""".split()
BATCH, EVENTS_EACH = 200, 10


def parties(rng: random.Random) -> tuple[list[str], list[str]]:
    """Half of all events have PRK on one side."""
    one, other = rng.sample(STATES, 2)
    if rng.random() < 0.5:
        one = "PRK"
    return ([one], [other]) if rng.random() < 0.5 else ([other], [one])


def make(rng: random.Random, number: int) -> CodedDocument:
    text = f"Item {number}\n" + " ".join(rng.choices(WORDS, k=300))
    key = document_id(text.encode(), 0, text)
    day = f"{rng.randint(1990, 2024)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
    records: dict[str, list[Record]] = {"events": [], "positions": [], "actors": [], "claims": [], "relations": []}
    for n in range(EVENTS_EACH):
        start = 10 + n * 100
        source, target = parties(rng)
        at: dict[str, Any] = {"document_id": key, "start": start, "end": start + 90, "reported_by": ["PRK"]}
        records["events"].append(
            Event(
                **at,
                event=rng.choice(KINDS),
                source=source,
                target=target,
                date=day,
                date_precision="day",
                rule="bench",
                score=rng.randint(-10, 10),
                trigger_start=start,
                trigger_end=start + 5,
            )
        )
        records["actors"] += [Actor(**at, text=code, code=code) for code in source + target]
        if n % 3 == 0:
            holder, towards = source[0], target[0]
            records["positions"].append(Position(**at, holder=holder, target=towards, polarity=rng.choice([-1, -0.5, 0.5, 1])))
        if n == 5:
            claim = Claim(**at, claimed_by=source[0], kind="quantity", subject=target[0], measure="nuclear-tests", value=n)
            records["claims"].append(claim)
            a, b = sorted([source[0], target[0]])
            records["relations"].append(Relation(**at, kind="diplomatic-relations", a=a, b=b))
    document = Document(
        document_id=key, source_path=f"{number}.txt", sources=[f"{number}.txt"], title=f"Item {number}", kind="news",
        outlet="KCNA", published=day, speaker_state="PRK", reported_by=["PRK"], text=text,
        text_sha256=sha256_hex(text.encode()),
    )  # fmt: skip
    sealed = {name: [seal(record, RUN.run_id) for record in found] for name, found in records.items()}
    return CodedDocument(document=seal_document(document, RUN.run_id), records=sealed, sentences=20, parsed=10)


def build(folder: Path, events: int) -> None:
    rng, seconds = random.Random(1), 0.0
    with Archive.open(folder, create=True) as archive:
        archive.begin_reading(LOG)
        for first in range(0, events // EVENTS_EACH, BATCH):
            batch = [make(rng, number) for number in range(first, min(first + BATCH, events // EVENTS_EACH))]
            began = time.perf_counter()
            archive.commit(batch, [], RUN)
            seconds += time.perf_counter() - began
        archive.finish_reading(LOG)
    size = (folder / "archive.sqlite").stat().st_size / 1e6
    print(f"written: {events:,} events in {seconds:.1f} s, {events / seconds:,.0f} events/s with all else, {size:.0f} MB")


def questions(archive: Archive) -> dict[str, Callable[[], Any]]:
    state, pair = Filters(states=["PRK"]), Filters(states=["PRK", "S07"])
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
        "pair, the rarer first": lambda: count(archive, "events", Filters(states=["S07", "PRK"])),
        "whole and parts (UN): latest 50": lambda: rows(archive, "events", Filters(states=["UN"]), order=["-date"], limit=50),
        "search: common word": lambda: search(archive, "nuclear"),
        "search: phrase with filters": lambda: search(archive, '"nuclear sanctions"', state="PRK", since="2010"),
        "sql: events by kind": lambda: sql(archive, "SELECT event, count(*) FROM events GROUP BY 1"),
        "sql: a state through parties": lambda: sql(
            archive,
            "SELECT event, count(*) FROM events JOIN parties USING (record_id) "
            "WHERE code = 'S07' AND record_table = 'events' GROUP BY 1",
        ),
    }


def main() -> None:
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as made:
        folder = Path(sys.argv[2] if len(sys.argv) > 2 else made)
        if not (folder / "archive.sqlite").exists():
            build(folder, events)
        with Archive.open(folder, read_only=True) as archive:
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
