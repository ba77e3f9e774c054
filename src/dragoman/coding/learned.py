"""What a sentence tells, by a small model of our own: for sentences that no pattern knows.

A linear model over the words of a sentence, names masked: each word, its stem and each pair of neighbours adds to the
types, and so does each word of a wider vocabulary through what it resembles. `training/` makes the weights.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise
from typing import Any, NamedTuple

from dragoman.coding.scene import Scene
from dragoman.text import Span

# The type of a sentence that reports nothing.
NONE = "NONE"
_WORD = re.compile(r"[^\W\d_]+|[.,;:]")
_ENDINGS = ("ing", "ed", "es", "s", "ions", "ion")
EMPTY = frozenset(
    "the a an of in on at to for by with and or from its his their as that this it was were is are be been has have had will "
    "would s".split()
)


class Guess(NamedTuple):
    """`event` with its `probability` (0 to 1), and how much each word of the sentence (in small letters) speaks for it."""

    event: str
    probability: float
    shares: dict[str, float]


def words_of(scene: Scene, start: int, end: int) -> list[str]:
    """The words of a sentence in small letters, each name as one word that says what kind of name it is."""
    text, out, at = scene.document.text, [], start
    for mention in scene.within(start, end):
        out += [w.lower() for w in _WORD.findall(text, at, max(at, mention.start))]
        mask = f"<{mention.kind[:4]}>"
        if not out or out[-1] != mask:
            out.append(mask)
        at = mention.end
    out += [w.lower() for w in _WORD.findall(text, at, end)]
    return [*out, *(f"<{r.sector}>" for r in scene.roles_within(start, end) if r.sector)]


def features(words: Sequence[str]) -> list[str]:
    """What the model looks up of a sentence, each once."""
    out = [f"2 {a} {b}" for a, b in pairwise(words)]
    for word in words:
        if word not in EMPTY and word not in ".,;:":
            out += [f"1 {word}", f"0 {stem(word)}"]
    return list(dict.fromkeys(out))


def stem(word: str) -> str:
    """A word without its ending, cut without knowing the language."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


class Learned:
    """The model, ready to ask. `data` is an .npz that `training/train_events.py` wrote."""

    def __init__(self, data: bytes) -> None:
        import io

        import numpy

        self.fingerprint = sha256(data).hexdigest()
        loaded = numpy.load(io.BytesIO(data), allow_pickle=False)
        self._classes: list[str] = bytes(loaded["classes"]).decode().split("\n")
        self._none = self._classes.index(NONE)
        self._bias = loaded["bias"].astype("float64")
        self._features = self._table(loaded, "features")
        self._words = self._table(loaded, "words")
        self._least = float(loaded["least"])

    @staticmethod
    def _table(loaded: Any, name: str) -> dict[str, Any]:
        rows = loaded[f"{name}_weights"].astype("float64")
        return dict(zip(bytes(loaded[name]).decode().split("\n"), rows, strict=True))

    def guess(self, words: Sequence[str]) -> Guess | None:
        """The type of a sentence, where the model is sure enough of one."""
        total = self._bias.copy()
        known = [self._words[w] for w in words if w not in EMPTY and w in self._words]
        for row in known:
            total += row / len(known)
        for feature in features(words):
            row = self._features.get(feature)
            if row is not None:
                total += row
        best = int(total.argmax())
        probability = 1 / sum(math.exp(x - total[best]) for x in total)
        if best == self._none or probability < self._least:
            return None
        return Guess(self._classes[best], probability, {w: self._share(w, best, len(known)) for w in words})

    def _share(self, word: str, best: int, known: int) -> float:
        tables = ((self._features, f"1 {word}", 1), (self._features, f"0 {stem(word)}", 1), (self._words, word, known))
        found = [(table.get(key), by) for table, key, by in tables if word not in EMPTY]
        return sum(float(row[best]) / by for row, by in found if row is not None)


def guess_at(scene: Scene, span: Span) -> Guess | None:
    """What the model of the package says of a sentence that names somebody."""
    return learned().guess(words_of(scene, *span)) if scene.within(*span) or scene.roles_within(*span) else None


@lru_cache(maxsize=1)
def learned() -> Learned:
    """The model of the package."""
    return Learned(files("dragoman.coding").joinpath("events.npz").read_bytes())
