"""Patterns that are looked for only where a word is that they cannot do without.

Most texts have none of these words, and to look for a word is some fifty times as fast as to look for a pattern.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signed:
    """A pattern, and words in small letters one of which is in all that it matches, whatever the case there."""

    pattern: re.Pattern[str]
    signs: tuple[str, ...]

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in `text`."""
        return self.pattern.search(text) if has_any(text.lower(), self.signs) else None


def has_any(text: str, signs: tuple[str, ...]) -> bool:
    """Whether one of `signs` is in `text`."""
    return any(map(text.__contains__, signs))
