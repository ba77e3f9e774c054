"""Worker processes: chunks of files in, results out, in any number; one that dies takes no other file with it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from dragoman.errors import SkipDocument
from dragoman.flow.stages import FileResult, Stages, skipped
from dragoman.reading.gather import Source
from dragoman.settings import Settings

# So many chunks per worker are on their way at once: enough that none waits, few enough to stay small.
AHEAD = 2
_stages: Stages | None = None


def results(
    chunked: Sequence[Sequence[Source]], settings: Settings, workers: int, stages: Stages
) -> Iterator[list[FileResult]]:
    """The results of every chunk, as they come. With one worker the work is done here, with `stages`."""
    if workers <= 1:
        for chunk in chunked:
            yield stages.process(chunk)
        return
    todo = [list(chunk) for chunk in chunked]
    while todo:
        died: list[list[Source]] = []
        yield from _pooled(todo, settings, workers, died)
        todo = []
        for chunk in died:
            if len(chunk) > 1:
                todo += [[source] for source in chunk]
            else:
                yield [_poisonous(chunk[0])]


def _pooled(
    chunked: Sequence[list[Source]], settings: Settings, workers: int, died: list[list[Source]]
) -> Iterator[list[FileResult]]:
    """Run chunks in a fresh pool; those that were under way when a worker died are put into `died`."""
    alone = all(len(chunk) == 1 for chunk in chunked)
    pool = ProcessPoolExecutor(
        1 if alone else workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(settings,)
    )
    pending: dict[Future[list[FileResult]], list[Source]] = {}
    queue = iter(chunked)
    ahead = 1 if alone else AHEAD * workers
    try:
        exhausted = False
        while True:
            while not exhausted and len(pending) < ahead:
                chunk = next(queue, None)
                if chunk is None:
                    exhausted = True
                else:
                    pending[pool.submit(_process, chunk)] = chunk
            if not pending:
                return
            for future in wait(pending, return_when=FIRST_COMPLETED).done:
                chunk = pending.pop(future)
                try:
                    found = future.result()
                except BrokenProcessPool:
                    died.append(chunk)
                    died.extend(pending.values())
                    # The suspects come first; what had not begun follows as it was.
                    yield from _pooled(list(queue), settings, workers, died)
                    return
                yield found
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _poisonous(source: Source) -> FileResult:
    skip = SkipDocument(
        "worker-crash", f"{source.path}: a worker died while it was read or coded; it was left out", stage="code"
    )
    return FileResult(path=source.path, size=source.size, issues=[skipped(source.path, skip)])


def _begin(settings: Settings) -> None:
    """Prepare a worker. Ctrl-C is for the parent, which ends its workers itself."""
    global _stages
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["OMP_NUM_THREADS"] = "1"
    _stages = Stages(settings)


def _process(chunk: list[Source]) -> list[FileResult]:
    assert _stages is not None, "a worker is begun before it is given work"
    return _stages.process(chunk)
