"""The sentences of a document that may name an instrument or a provision: found by one pass, so that patterns see no others."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.lexicon.matcher import whole

if TYPE_CHECKING:
    from dragoman.coding.document.scene import Scene

Windows = Sequence[tuple[int, int]]
# Head words of the patterns for instruments and for provisions; a sentence without any has none.
_INSTRUMENTS = (
    "treaty treaties agreement agreements accord accords pact pacts convention conventions protocol protocols charter charters "
    "declaration declarations communique communiques communiqué communiqués statement statements memorandum memoranda law laws "
    "armistice covenant covenants decree decrees act constitution constitutions statute statutes resolution resolutions unscr "
    "unscrs letter letters note notes telegram telegrams ruling rulings judgment judgments judgement judgements award awards "
    "opinion opinions verdict verdicts concordat framework norms res report directive directives regulation regulations "
    "decision decisions order orders ordinance proclamation edict"
)
_PROVISIONS = (
    "article articles art arts section sections sec secs § §§ paragraph paragraphs para paras chapter chapters clause clauses "
    "annex annexes part parts principle principles rule rules point points item items preamble "
    "title titles schedule schedules recital recitals appendix"
)


class WordFinder:
    """Finds words in any case in one pass over a text; each word carries tags."""

    def __init__(self, tagged: dict[str, frozenset[str]]) -> None:
        self._tags = list(tagged.values())
        self._automaton = AhoCorasick(list(tagged), matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> Iterator[tuple[int, frozenset[str]]]:
        """Where each word stands, with its tags, in order; never inside a word."""
        lowered = text.lower()
        if len(lowered) != len(text):  # a few capitals lower to two code points
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        for index, start, end in self._automaton.find_matches_as_indexes(lowered):
            if whole(lowered, start, end):
                yield start, self._tags[index]


_HEADS = WordFinder(
    {w: frozenset({"instrument"}) for w in _INSTRUMENTS.split()} | {w: frozenset({"provision"}) for w in _PROVISIONS.split()}
)


def windows_of(scene: Scene) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The sentences with a word for an instrument, and those with one for a provision, each in order."""
    text, spans = scene.document.text, sorted((a, b) for a, b in scene.spans)
    instruments: list[tuple[int, int]] = []
    provisions: list[tuple[int, int]] = []
    for start, tags in _HEADS.find(text):
        out = instruments if "instrument" in tags else provisions
        if not out or start >= out[-1][1]:
            out.append(_sentence(text, spans, start))
    return instruments, provisions


def each(pattern: re.Pattern[str], text: str, windows: Windows) -> Iterator[re.Match[str]]:
    """The matches of `pattern` inside the windows, in order."""
    for start, end in windows:
        yield from pattern.finditer(text, start, end)


def _sentence(text: str, spans: Sequence[tuple[int, Any]], offset: int) -> tuple[int, int]:
    """The sentence that `offset` stands in, or its line where none is known."""
    at = bisect.bisect_right(spans, (offset, 1 << 60)) - 1
    if at >= 0 and spans[at][1] > offset:
        return spans[at]
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text)
