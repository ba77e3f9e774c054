"""How far a reading is, on standard error: a bar on a terminal, else a line every few seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console

from dragoman.cli.terminal.screen import safe

if TYPE_CHECKING:
    from dragoman.flow.local import Progress

EVERY = 5.0  # seconds between two lines
Report = Callable[["Progress"], None]
Say = Callable[[str], None]


@contextmanager
def watch() -> Iterator[tuple[Report, Say]]:
    """Two functions: one to be told the progress, one to say a line meanwhile."""
    console = Console(file=sys.stderr, highlight=False, markup=False, emoji=False)
    if console.is_terminal:
        with _bar(console) as report:
            yield report, lambda message: console.print(safe(message))
    else:
        yield Lines(console).report, lambda message: console.print(safe(message), soft_wrap=True)


@contextmanager
def _bar(console: Console) -> Iterator[Report]:
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn, TransferSpeedColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TransferSpeedColumn(),
        TimeRemainingColumn(compact=True), TextColumn("{task.fields[said]}"),
    )  # fmt: skip
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("getting ready", total=None, said="")

        def report(progress: Progress) -> None:
            size, done, said = _figures(progress)
            bar.update(task, description="reading", total=max(size, 1), completed=done, said=said)

        yield report


class Lines:
    """Progress as plain lines, the first at once, the others `EVERY` seconds."""

    def __init__(self, console: Console, clock: Callable[[], float] = time.monotonic) -> None:
        self._console = console
        self._clock = clock
        self._began = clock()
        self._due = self._began + EVERY

    def report(self, progress: Progress) -> None:
        if self._clock() < self._due:
            return
        self._due = self._clock() + EVERY
        size, done, said = _figures(progress)
        spent = self._clock() - self._began
        rate = done / spent if spent else 0.0
        left = f"{_clock((size - done) / rate)} left" if rate else "time left unknown"
        self._console.print(
            f"reading: {done / 1e6:,.1f} of {size / 1e6:,.1f} MB, {rate / 1e6:.2f} MB/s, {left}, {said}", soft_wrap=True
        )


def _figures(progress: Progress) -> tuple[int, int, str]:
    """Bytes in all, bytes done, and the counts in words."""
    files, files_done = progress.files, progress.files_done
    documents = progress.documents_new + progress.documents_known
    said = f"{files_done:,} of {files:,} files, {documents:,} documents, {progress.skipped:,} skipped"
    return progress.size, progress.size_done, said


def _clock(seconds: float) -> str:
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"
