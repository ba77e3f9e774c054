"""Coded documents made by hand, for the tests of the archive."""

from __future__ import annotations

import random
from typing import Any

from dragoman.archive import Archive, FileMark
from dragoman.ids import content_id, sha256_hex
from dragoman.records import (
    Actor,
    Citation,
    Claim,
    CodedDocument,
    Document,
    Event,
    Issue,
    Passage,
    Position,
    Principle,
    ReadingLog,
    Record,
    Relation,
    Run,
    document_id,
    seal,
    seal_document,
)

RUN = Run(run_id="run-1", version="0.1", model="none", lexicon="none", settings="{}", started="2026-01-01T00:00:00+00:00")
NEWER = Run(run_id="run-2", version="0.2", model="none", lexicon="none", settings="{}", started="2026-02-01T00:00:00+00:00")

VISIT = (
    "Tenet of Policy\nPyongyang, January 6 (KCNA) -- A delegation of Russia visited the DPRK. We condemn the drills of the US."
)


def reading(name: str = "r1", run: Run = RUN, **fields: Any) -> ReadingLog:
    return ReadingLog(reading_id=name, run_id=run.run_id, started="2026-01-01T00:00:00+00:00", **fields)


def issue(name: str, path: str = "bad.pdf", run: Run = RUN) -> Issue:
    return Issue(
        issue_id=name, source_path=path, stage="read", severity="error", code="encrypted-pdf", message="no", run_id=run.run_id
    )


def event(found_in: str, start: int, end: int, **fields: Any) -> Event:
    given: dict[str, Any] = {"event": "CONSULT", "rule": "test", "source": ["RUS"], "target": ["PRK"], "date": "2017-01-05"}
    given |= {"trigger_start": start, "trigger_end": end} | fields
    return Event(document_id=found_in, start=start, end=end, reported_by=["PRK"], **given)


def coded(
    text: str = VISIT,
    path: str = "a.txt",
    *,
    run: Run = RUN,
    part: int = 0,
    source: bytes | None = None,
    events: list[dict[str, Any]] | None = None,
    records: dict[str, list[Record]] | None = None,
    **fields: Any,
) -> CodedDocument:
    """A document with the events given, or one event over all of its text, and the other records given."""
    key = document_id(text.encode("utf-8", "replace") if source is None else source, part, text)
    given: dict[str, Any] = {
        "title": text.split("\n")[0], "kind": "news", "outlet": "KCNA", "published": "2017-01-06", "speaker_state": "PRK",
        "reported_by": ["PRK"], "sources": [path], "language": "en",
    } | fields  # fmt: skip
    made = Document(
        document_id=key,
        source_path=path,
        part=part,
        text=text,
        text_sha256=sha256_hex(text.encode("utf-8", "replace")),
        **given,
    )
    found: dict[str, list[Record]] = {"events": [event(key, 0, len(text), **e) for e in ([{}] if events is None else events)]}
    found |= records or {}
    return CodedDocument(
        document=seal_document(made, run.run_id),
        offsets=[(0, 10, 5), (5, 20, len(text) - 5)] if len(text) > 5 else [],
        records={name: [seal(r, run.run_id) for r in rows] for name, rows in found.items()},
        sentences=3,
        parsed=2,
    )


def full(text: str = VISIT, path: str = "a.txt", run: Run = RUN, **fields: Any) -> CodedDocument:
    """A document with a record in nearly every table, with every type of column, lists and unknowns among them."""
    key = document_id(text.encode(), int(fields.get("part", 0)), text)
    at: dict[str, Any] = {"document_id": key, "start": 0, "end": 15, "reported_by": ["PRK", "CHL+HRV"]}
    records: dict[str, list[Record]] = {
        "passages": [Passage(**at, kind="title")],
        "actors": [Actor(**at, text="Russia", code="RUS", scare_quoted=True), Actor(**at, text="UN", code="UN-SC")],
        "events": [
            event(key, 16, 40, score=7, contexts=["diplomatic", "military"], performed=True),
            event(key, 16, 50, source=["UN-SC"], target=["PRK"], date=None, event="SANCTION", score=-5.5),
        ],
        "positions": [Position(**at, holder="PRK", target="USA", polarity=-1), Position(**at, holder="UN-SC", polarity=0.5)],
        "principles": [Principle(**at, holder="PRK", kind="principle", statement="peace — independence")],
        "claims": [Claim(**at, claimed_by="PRK", kind="quantity", subject="PRK", measure="nuclear-tests", value=2000)],
        "citations": [
            Citation(**at, instrument="UN-CHARTER", instrument_text="the UN Charter", stance="invoked", cited_by="PRK")
        ],
        "relations": [Relation(**at, kind="diplomatic-relations", a="PRK", b="RUS", since="1948")],
    }
    return coded(text, path, run=run, records=records, **fields)


def mark(
    path: str, documents: list[CodedDocument], content: str, *, run: Run = RUN, root: str = "/in", mtime: int = 1
) -> FileMark:
    data = content.encode()
    return FileMark(
        root=root, path=path, sha256=sha256_hex(data), size=len(data), mtime_ns=mtime, run_id=run.run_id,
        document_ids=[d.document.document_id for d in documents],
    )  # fmt: skip


def fill(archive: Archive, *documents: CodedDocument, run: Run = RUN, name: str = "r1") -> None:
    """One reading that brings `documents` in one batch."""
    archive.begin_reading(reading(name, run))
    archive.commit(documents, [], run)
    archive.finish_reading(reading(name, run, finished="2026-01-01T00:01:00+00:00", documents_new=len(documents)))


def many(count: int, seed: int = 1, run: Run = RUN) -> list[CodedDocument]:
    """`count` short documents with up to four events each between a few states; the same for the same seed."""
    rng = random.Random(seed)
    codes = ["PRK", "USA", "RUS", "CHN", "UN-SC", "UN", "NATO", "CHL+HRV", "X-WEST"]
    made = []
    for i in range(count):
        text = f"Item {i}\n" + " ".join(rng.choice(["talks", "sanctions", "peace", "visit", "nuclear"]) for _ in range(40))
        events = [
            {
                "event": rng.choice(["CONSULT", "SANCTION", "AID"]),
                "source": rng.sample(codes, rng.randint(0, 2)),
                "target": rng.sample(codes, rng.randint(0, 2)),
                "date": rng.choice([None, "1999", "2004-05", "2017-01-05"]),
                "modality": rng.choice(["actual", "planned"]),
                "place": content_id(i, n),
            }
            for n in range(rng.randint(0, 4))
        ]
        made.append(coded(text, f"{i}.txt", run=run, events=events))
    return made
