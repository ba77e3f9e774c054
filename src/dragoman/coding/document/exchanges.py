"""Questions and their answers: of whom one exchange of a briefing tells, where the next is on something else."""

from __future__ import annotations

import bisect
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.coding.document.themes import Theme

# A page with so many questions goes from one matter to the next.
_SEVERAL = 2


class Exchanges:
    """The questions of one document, in order."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    @cached_property
    def _questions(self) -> list[tuple[int, int]]:
        return [(p.start, p.end) for p in self._theme.scene.passages if p.kind == "question"]

    def _before(self, offset: int) -> tuple[int, int] | None:
        """The question that `offset` stands in or that was asked last before it."""
        at = bisect.bisect_right(self._questions, (offset, len(self._theme.text))) - 1
        return self._questions[at] if at >= 0 else None

    def is_asked(self, offset: int) -> bool:
        """Whether somebody asks there, and does not answer."""
        question = self._before(offset)
        return question is not None and offset < question[1]

    def others(self, codes: tuple[str, ...], offset: int) -> tuple[str, ...] | None:
        """In a briefing: the one state besides `codes` that the question before `offset` and the answer so far name, empty where
        they name several or none; None in another text.
        """
        question = self._before(offset)
        if question is None or self._theme.scene.document.kind != "briefing" or len(self._questions) < _SEVERAL:
            return None
        named = self._theme.named_within(question[0], offset) - set(codes)
        return tuple(named) if len(named) == 1 else ()
