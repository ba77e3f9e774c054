"""Words -> their vectors before any context, each word's worked out once.

A model's first layers see of a word only how it is written and whether a space follows. Most words of a text were read
before, so that a third of the work of reading them in context is looked up.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any

from dragoman.language.products import use_rows

# What a model may look at that belongs to the word alone.
_OF_THE_WORD = frozenset({"ORTH", "NORM", "LOWER", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"})
# So many words are kept: some 40 MB with vectors of 96 numbers.
KEPT = 100_000


class Embedding:
    """The first part of spaCy's pipe `tok2vec`, in front of its second part."""

    def __init__(self, nlp: Any, pipe: Any) -> None:
        self._vocab = nlp.vocab
        self._embed = pipe.model.get_ref("embed")
        self._encode = pipe.model.get_ref("encode")
        self._numpy = importlib.import_module("numpy")
        self._doc = importlib.import_module("spacy.tokens").Doc
        symbols = importlib.import_module("spacy.attrs")
        self._keys = [symbols.ORTH, symbols.SPACY]
        # Words by their hash and whether a space follows -> the row of `_vectors` that is theirs.
        self._known: dict[tuple[int, int], int] = {}
        self._vectors: Any = None
        use_rows(self._embed)  # a word's vector must not depend on those that were new with it

    @staticmethod
    def suits(pipe: Any) -> bool:
        """Whether `pipe` has first layers that look at each word alone."""
        model = getattr(pipe, "model", None)
        if model is None or not {"embed", "encode"} <= set(model.ref_names):
            return False
        layers = list(model.get_ref("embed").walk())
        looked_at = [set(layer.attrs["columns"]) for layer in layers if layer.name == "extract_features"]
        alone = not any(layer.name == "expand_window" for layer in layers)
        return bool(looked_at) and alone and all(columns <= _OF_THE_WORD for columns in looked_at)

    def predict(self, docs: Sequence[Any]) -> Any:
        """As the pipe's own: for each of `docs`, words by width, in context."""
        if len(self._known) > KEPT:
            self._known.clear()
        known = self._known
        keys = [[(word, space) for word, space in doc.to_array(self._keys).tolist()] for doc in docs]
        self._learn({key for of_doc in keys for key in of_doc if key not in known})
        return self._encode.predict([self._vectors[[known[key] for key in of_doc]] for of_doc in keys])

    def _learn(self, new: set[tuple[int, int]]) -> None:
        if not new:
            return
        ordered = sorted(new)
        texts = [self._vocab.strings[word] for word, _ in ordered]
        words = self._doc(self._vocab, words=texts, spaces=[bool(space) for _, space in ordered])
        vectors = self._embed.predict([words])[0]
        first = len(self._known)
        if self._vectors is None or first + len(new) > len(self._vectors):
            room = self._numpy.empty((2 * (first + len(new)), vectors.shape[1]), dtype=vectors.dtype)
            if first:
                room[:first] = self._vectors[:first]
            self._vectors = room
        self._vectors[first : first + len(new)] = vectors
        self._known.update((key, first + i) for i, key in enumerate(ordered))
