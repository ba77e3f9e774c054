"""The flow on one machine: files into an archive, one transaction per chunk, everything else in workers."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from dragoman.archive import Archive
from dragoman.flow.stages import FileResult, Stages, chunks
from dragoman.flow.workers import results
from dragoman.ids import content_id
from dragoman.reading.gather import Source, gather
from dragoman.records import Issue, ReadingLog
from dragoman.settings import Settings

# Below this many bytes, starting workers takes longer than they save.
WORTH_WORKERS = 2 * 1024 * 1024


@dataclass
class Progress:
    """How far a reading is. Sizes are in bytes; `skipped` counts files and parts that gave an error."""

    files: int = 0
    files_done: int = 0
    size: int = 0
    size_done: int = 0
    documents_new: int = 0
    documents_known: int = 0
    unchanged: int = 0
    skipped: int = 0
    sentences: int = 0
    parsed: int = 0
    records: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    uncoded: Counter[str] = field(default_factory=Counter)
    issues: list[Issue] = field(default_factory=list)


Report = Callable[[Progress], None]


def read_into(
    archive: Archive,
    paths: Sequence[str | Path],
    settings: Settings,
    *,
    workers: int | None = None,
    report: Report = lambda _: None,
    on_wait: Callable[[str], None] | None = None,
) -> Progress:
    """Read `paths` into `archive`. Files that this run has read and that have not changed are passed over.

    What was committed before an error or an interrupt stays, and the next reading goes on from there. Raises
    UsageError for a path that does not exist, ArchiveError where the archive cannot be written.
    """
    sources, issues = _listed(gather(paths, settings, exclude=[archive.folder]))
    stages = Stages(settings)
    started = _now()
    run = stages.run(started)
    progress = Progress(files=len(sources), size=sum(s.size for s in sources))
    count = workers if workers is not None else _workers(progress.size)
    log = ReadingLog(
        reading_id=content_id("reading", started, os.getpid(), *map(str, paths)),
        run_id=run.run_id,
        started=started,
        paths=[str(p) for p in paths],
        workers=count,
    )
    archive.begin_reading(log, on_wait=on_wait)
    issues = [msgspec.structs.replace(issue, run_id=run.run_id) for issue in issues]
    archive.commit([], issues, run)
    _count_issues(progress, issues)
    wanted = [s for s in sources if not _unchanged(archive, s, run.run_id, progress)]
    report(progress)
    try:
        for batch in results(chunks(wanted), settings, count, stages):
            documents = [d for r in batch for d in r.documents]
            found = [msgspec.structs.replace(i, run_id=run.run_id) for r in batch for i in r.issues]
            done = archive.commit(documents, found, run, marks=[r.mark for r in batch if r.mark is not None])
            progress.documents_new += done.new
            progress.documents_known += done.known
            _count(progress, batch)
            _count_issues(progress, found)
            report(progress)
    finally:
        archive.finish_reading(_closed(log, progress))
    return progress


def _listed(items: object) -> tuple[list[Source], list[Issue]]:
    sources: list[Source] = []
    issues: list[Issue] = []
    for item in items:  # type: ignore[attr-defined]
        if isinstance(item, Source):
            sources.append(item)
        else:
            issues.append(item)
    return sources, issues


def _workers(size: int) -> int:
    return 1 if size < WORTH_WORKERS else (os.cpu_count() or 1)


def _unchanged(archive: Archive, source: Source, run_id: str, progress: Progress) -> bool:
    """Whether this run has read the file as it is now: same place, size and time."""
    if source.held is not None:
        return False
    mark = archive.mark_of(str(source.root or source.absolute.parent), source.path, run_id)
    same = mark is not None and (mark.size, mark.mtime_ns) == (source.size, source.mtime_ns)
    if same and mark is not None:
        progress.unchanged += 1
        progress.files_done += 1
        progress.size_done += source.size
        progress.documents_known += len(mark.document_ids)
    return same


def _count(progress: Progress, batch: Sequence[FileResult]) -> None:
    for result in batch:
        progress.files_done += 1
        progress.size_done += result.size
        for coded in result.documents:
            progress.kinds[coded.document.kind] += 1
            progress.sentences += coded.sentences
            progress.parsed += coded.parsed
            if coded.document.language not in (None, "en"):
                progress.uncoded[coded.document.language or ""] += 1
            for table, rows in coded.records.items():
                progress.records[table] += len(rows)


def _count_issues(progress: Progress, issues: Sequence[Issue]) -> None:
    progress.issues.extend(issues)
    progress.skipped += sum(issue.severity == "error" for issue in issues)


def _closed(log: ReadingLog, progress: Progress) -> ReadingLog:
    return msgspec.structs.replace(
        log,
        finished=_now(),
        files=progress.files,
        documents_new=progress.documents_new,
        documents_known=progress.documents_known,
        skipped=progress.skipped,
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
