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
        self._known: dict[tuple[int, int], Any] = {}
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
        keys = [[(word, space) for word, space in doc.to_array(self._keys).tolist()] for doc in docs]
        self._learn(docs, keys)
        known, numpy = self._known, self._numpy
        return self._encode.predict([numpy.array([known[key] for key in of_doc]) for of_doc in keys])

    def _learn(self, docs: Sequence[Any], keys: Sequence[Sequence[tuple[int, int]]]) -> None:
        if len(self._known) > KEPT:
            self._known.clear()
        new: dict[tuple[int, int], str] = {}
        for doc, of_doc in zip(docs, keys, strict=True):
            for i, key in enumerate(of_doc):
                if key not in self._known and key not in new:
                    new[key] = doc[i].text
        if new:
            words = self._doc(self._vocab, words=list(new.values()), spaces=[bool(space) for _, space in new])
            self._known.update(zip(new, self._embed.predict([words])[0], strict=True))
