"""Whether a sentence tells of states at all, by its words: learned from sentences that do and from everyday ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import lru_cache

from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Weights

# Letters of the beginning by which long words are known as well: words of one family share it.
_STEM = 5
# Weights are counted in hundredths: a sum of whole numbers is the same in whatever order a set gives its words.
_UNIT = 100
# Words whose weight is kept, with that of their beginning.
_KNOWN = 65_536


def hints(words: Iterable[str], marks: Iterable[str]) -> list[str]:
    """What a sentence is weighed by: its words in small letters, the beginning of each long one, the marks of what it names."""
    every = [*words]
    return [*every, *(stem for word in every if (stem := _stem(word))), *marks]


def _stem(word: str) -> str:
    return f"{word[:_STEM]}-" if len(word) > _STEM else ""


class Relevance:
    """Weighs sentences. Of several entries the last holds; with none every sentence may tell something."""

    def __init__(self, found: Sequence[Weights]) -> None:
        last = found[-1] if found else Weights(base=0.0, floor=0.0, weights={})
        self._least = round(_UNIT * last.floor) - round(_UNIT * last.base)
        self._weights = {hint: round(_UNIT * float(w)) for w, some in last.weights.items() for hint in some.split()}
        self._of_word = lru_cache(maxsize=_KNOWN)(self._weigh)

    def _weigh(self, word: str) -> int:
        return self._weights.get(word, 0) + self._weights.get(_stem(word), 0)

    def tells(self, words: Set[str], marks: Set[str]) -> bool:
        """Whether a sentence with these words and marks is worth a closer look."""
        weight = self._weights.get
        return sum(map(self._of_word, words)) + sum(weight(mark, 0) for mark in marks) >= self._least


@lru_cache(maxsize=2)
def relevance_of(lexicon: Lexicon) -> Relevance:
    """What weighs the sentences read with a lexicon, made once."""
    return Relevance(lexicon.all(Weights))
