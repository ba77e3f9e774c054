"""What can go wrong, in one tree.

    DragomanError
    ├── UsageError          the caller asked for something that cannot be: exit status 2
    │   └── LexiconError    a fault in a lexicon file, with file and line
    ├── SkipDocument        this file or part cannot be read: recorded as an issue, the run goes on
    └── StopRun             the run cannot go on: what was committed stays
        └── ArchiveError    the archive is damaged, locked, full, or of a newer version
            └── TooLong     a question took longer than it was given

Messages say what, where, and what is allowed, in one line.
"""

from __future__ import annotations


class DragomanError(Exception):
    """Root of all errors that Dragoman raises on purpose."""


class UsageError(DragomanError):
    """The request itself is wrong; nothing was done."""


class LexiconError(UsageError):
    """A lexicon file does not hold what it should."""


class SkipDocument(DragomanError):
    """One file or part cannot be read.

    `code` is a stable kebab-case word (`encrypted-pdf`), `stage` the stage of the flow that gave up,
    `part` the item inside the file where one is known (a line of a JSONL file, counted from 1).
    """

    def __init__(self, code: str, message: str, *, stage: str = "read", part: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.stage = stage
        self.part = part

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions cross process borders by their positional arguments; ours are keywords.
        return (_skip, (self.code, self.message, self.stage, self.part))


def _skip(code: str, message: str, stage: str, part: int | None) -> SkipDocument:
    return SkipDocument(code, message, stage=stage, part=part)


class StopRun(DragomanError):
    """The run cannot go on; whatever was committed before stays."""


class ArchiveError(StopRun):
    """The archive cannot be used as asked."""


class TooLong(ArchiveError):
    """A question took longer than it was given; nothing is wrong with the archive."""
