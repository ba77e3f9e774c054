"""What a number is of: per cent, a currency, a measure of length or weight behind it."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.language.figures import Figure
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Unit

_WORDS = frozenset({"won"})


@lru_cache(maxsize=2)
def _units(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(((w, u.id) for u in lexicon.all(Unit) for w in u.words), key=lambda p: -len(p[0]))
    return re.compile(r"[ -](?:" + "|".join(f"(?P<u{i}>{_spelt(w)})" for i, (w, _) in enumerate(words)) + r")(?!\w)")


def _spelt(word: str) -> str:
    """How a unit is written, in titles too: "1.7 Billion Yen"."""
    titled = word[:1].islower() and word.isalpha() and len(word) > 2 and word not in _WORDS
    return f"[{word[0]}{word[0].upper()}]{re.escape(word[1:])}" if titled else re.escape(word)


@lru_cache(maxsize=2)
def _unit_ids(lexicon: Lexicon) -> list[str]:
    return [i for _, i in sorted(((w, u.id) for u in lexicon.all(Unit) for w in u.words), key=lambda p: -len(p[0]))]


def unit_behind(lexicon: Lexicon, text: str, figure: Figure, end: int) -> tuple[str | None, int]:
    """The unit after a number in text that ends at `end`, and where it ends."""
    if figure.unit is not None:
        return figure.unit, figure.end
    match = _units(lexicon).match(text, figure.end, end)
    if match is None:
        return None, figure.end
    index = next(i for i in range(len(_unit_ids(lexicon))) if match[f"u{i}"])
    return _unit_ids(lexicon)[index], match.end()
