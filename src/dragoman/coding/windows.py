"""The sentences of a document that may name an instrument or a provision: found by one pass, so that patterns see no others."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.lexicon import PhraseMatcher

if TYPE_CHECKING:
    from dragoman.coding.scene import Scene

Windows = Sequence[tuple[int, int]]
# Head words of the patterns for instruments and for provisions; a sentence without any has none.
_INSTRUMENTS = (
    "treaty treaties agreement agreements accord accords pact pacts convention conventions protocol protocols charter charters "
    "declaration declarations communique communiques communiqué communiqués statement statements memorandum memoranda law laws "
    "armistice covenant covenants decree decrees act constitution constitutions statute statutes resolution resolutions unscr "
    "unscrs letter letters note notes telegram telegrams ruling rulings judgment judgments judgement judgements award awards "
    "opinion opinions verdict verdicts concordat framework norms res"
)
_PROVISIONS = (
    "article articles art arts section sections sec secs § §§ paragraph paragraphs para paras chapter chapters clause clauses "
    "annex annexes part parts principle principles rule rules point points item items preamble"
)
_INSTRUMENT_WORDS = PhraseMatcher({word: [None] for word in _INSTRUMENTS.split()})
_PROVISION_WORDS = PhraseMatcher({word: [None] for word in _PROVISIONS.split()})


def instrument_windows(scene: Scene) -> list[tuple[int, int]]:
    """The sentences with a word for an instrument, in order."""
    return _windows(scene, _INSTRUMENT_WORDS)


def provision_windows(scene: Scene) -> list[tuple[int, int]]:
    """The sentences with a word for a provision, in order."""
    return _windows(scene, _PROVISION_WORDS)


def each(pattern: re.Pattern[str], text: str, windows: Windows) -> Iterator[re.Match[str]]:
    """The matches of `pattern` inside the windows, in order."""
    for start, end in windows:
        yield from pattern.finditer(text, start, end)


def _windows(scene: Scene, words: PhraseMatcher) -> list[tuple[int, int]]:
    text, spans = scene.document.text, sorted((a, b) for a, b in scene.spans)
    out: list[tuple[int, int]] = []
    for start, _, _ in words.find(text):
        if out and start < out[-1][1]:
            continue
        out.append(_sentence(text, spans, start))
    return out


def _sentence(text: str, spans: Sequence[tuple[int, Any]], offset: int) -> tuple[int, int]:
    """The sentence that `offset` stands in, or its line where none is known."""
    at = bisect.bisect_right(spans, (offset, 1 << 60)) - 1
    if at >= 0 and spans[at][1] > offset:
        return spans[at]
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text)
