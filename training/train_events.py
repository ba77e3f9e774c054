"""Trains the model of event types: `python training/train_events.py [--least 0.6]`; needs the `train` extra.

Reads training/events/*.jsonl and tests/gold/events.jsonl, leaves out the quarter that `held` sets aside, writes
src/dragoman/coding/events.npz and prints what the held-out quarter says of it, alone and beside the patterns.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import wordllama
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from dragoman.coding.learned import EMPTY, NONE, features, words_of
from dragoman.coding.scene import Knowledge, Scene
from dragoman.language.sentences import Splitter
from dragoman.lexicon import load
from dragoman.records import Document
from dragoman.settings import Settings

HOME = Path(__file__).resolve().parents[1]
OUT = HOME / "src" / "dragoman" / "coding" / "events.npz"
# What words resemble counts this much beside what they are.
RESEMBLANCE = 16.0
STRENGTH = 1.0


def held(row: dict[str, Any]) -> bool:
    """Whether a sentence belongs to the quarter that is never trained on."""
    return int(hashlib.sha1(row["id"].encode()).hexdigest(), 16) % 4 == 0


def sentences() -> list[dict[str, Any]]:
    paths = [*sorted((HOME / "training" / "events").glob("*.jsonl")), HOME / "tests" / "gold" / "events.jsonl"]
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def labels(row: dict[str, Any]) -> list[str]:
    """The types that a sentence reports; what is told as not done is none."""
    return list(dict.fromkeys(e["event"] for e in row["events"] if e.get("modality") != "negated")) or [NONE]


class Reader:
    """Sentences as the coder sees them before any parse."""

    def __init__(self) -> None:
        lexicon = load()
        self._knowledge, self._splitter = Knowledge.of(lexicon), Splitter(lexicon)

    def words(self, row: dict[str, Any]) -> list[str]:
        text = row["text"]
        document = Document(document_id=row["id"], source_path="", text=text, text_sha256="", language="en")
        spans = list(self._splitter.split(text, 0, len(text)))
        scene = Scene.of(document, [], spans, self._knowledge)
        return [w for start, end in spans for w in words_of(scene, start, end)]


class Resemblance:
    """Vectors of words, of unit length, from wordllama's own file."""

    def __init__(self) -> None:
        home = Path(wordllama.__file__).parent
        self._model = wordllama.WordLlama.load(disable_download=True, cache_dir=home)
        self._known: dict[str, np.ndarray] = {}

    def of(self, words: list[str]) -> np.ndarray:
        new = sorted({w for w in words if w not in self._known})
        if new:
            self._known.update(zip(new, self._model.embed(new, norm=True), strict=True))
        return np.array([self._known[w] for w in words])

    def mean(self, words: list[str]) -> np.ndarray:
        known = [w for w in words if w.isalpha() and w not in EMPTY]
        return self.of(known).mean(axis=0) * RESEMBLANCE if known else np.zeros(256)


def vocabulary(seen: set[str]) -> list[str]:
    """Words that the model shall know besides those it was trained on: those that the parser's own data spell small."""
    import importlib

    strings = importlib.import_module(Settings().model).load().vocab.strings
    return sorted(seen | {w for w in strings if w.isascii() and w.isalpha() and w.islower() and 3 <= len(w) <= 16})


def rows_of(items: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str]]:
    for item in items:
        for label in labels(item):
            yield item, label


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--least", type=float, default=0.6, help="the probability below which the model says nothing")
    given = arguments.parse_args()
    reader, resemblance = Reader(), Resemblance()
    every = sentences()
    words = {row["id"]: reader.words(row) for row in every}
    train = list(rows_of([row for row in every if not held(row)]))
    counter = CountVectorizer(analyzer=lambda row: features(words[row["id"]]), binary=True, min_df=2)
    counts = counter.fit_transform([row for row, _ in train])
    means = np.array([resemblance.mean(words[row["id"]]) for row, _ in train])
    model = LogisticRegression(C=STRENGTH, max_iter=300)
    model.fit(hstack([counts, csr_matrix(means)]).tocsr(), [label for _, label in train])
    plain = counts.shape[1]
    known = vocabulary({w for ws in words.values() for w in ws if w.isalpha() and w not in EMPTY})
    np.savez_compressed(
        OUT,
        classes=np.frombuffer("\n".join(model.classes_).encode(), np.uint8),
        bias=model.intercept_.astype("float32"),
        features=np.frombuffer("\n".join(counter.get_feature_names_out()).encode(), np.uint8),
        features_weights=model.coef_[:, :plain].T.astype("float16"),
        words=np.frombuffer("\n".join(known).encode(), np.uint8),
        words_weights=(resemblance.of(known) @ model.coef_[:, plain:].T * RESEMBLANCE).astype("float16"),
        least=np.float32(given.least),
    )
    report([row for row in every if held(row)], words)


def report(rows: list[dict[str, Any]], words: dict[str, list[str]]) -> None:
    """How often the model speaks on sentences it never saw, and how often it is right."""
    from dragoman.coding.learned import Learned

    model = Learned(OUT.read_bytes())
    spoken = right = on_nothing = 0
    for row in rows:
        guess = model.guess(words[row["id"]])
        if guess is not None:
            spoken += 1
            right += guess.event in labels(row)
            on_nothing += labels(row) == [NONE]
    print(f"{OUT.name}: {OUT.stat().st_size / 1e6:.1f} MB; of {len(rows)} sentences held out it speaks on {spoken},", end=" ")
    print(f"right on {right}; {on_nothing} of those report nothing")


if __name__ == "__main__":
    main()
