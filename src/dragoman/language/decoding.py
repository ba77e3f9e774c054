"""Words in context -> trees: spaCy's transition parser, many sentences at once.

spaCy's own loop takes its steps without Python's lock and asks for it again at every step, which costs a third of its
time, and it takes few sentences at once. Here each step's scores are made for all sentences together by numpy, and
spaCy's transition system takes the step. The trees are the same.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from dragoman.language.products import rows_times


class Decoder:
    """The greedy steps of spaCy's pipe `parser`, whose model is a layer over each word and one over each state."""

    def __init__(self, pipe: Any) -> None:
        self._pipe = pipe
        self._words = pipe.model.get_ref("tok2vec")
        self._lower = pipe.model.get_ref("lower")
        upper = pipe.model.get_ref("upper")
        self._numpy = importlib.import_module("numpy")
        self._weights = self._numpy.ascontiguousarray(upper.get_param("W").T)
        self._bias = upper.get_param("b")
        self._state_bias = self._lower.get_param("b").reshape(-1)
        self._features, self._hidden, self._pieces = (self._lower.get_dim(d) for d in ("nF", "nO", "nP"))
        # Which words a state looks at is asked of spaCy's step model, of which only the number of them matters here.
        self._looked_at = importlib.import_module("spacy.ml.parser_model").ParserStepModel.get_token_ids
        self._step_model = SimpleNamespace(state2vec=SimpleNamespace(nF=self._features))

    @staticmethod
    def suits(pipe: Any) -> bool:
        """Whether `pipe` is a parser of this kind, on a processor, that keeps one tree at a time."""
        model = getattr(pipe, "model", None)
        if model is None or model.name != "parser_model" or pipe.cfg.get("beam_width", 1) > 1:
            return False
        lower = model.get_ref("lower")
        return bool(
            model.attrs["has_upper"]
            and not model.attrs["unseen_classes"]
            and lower.name == "precomputable_affine"
            and lower.get_dim("nP") > 1
            and model.ops.name == "numpy"
        )

    def words(self, docs: Sequence[Any]) -> Any:
        """What each word of `docs` adds to a state, by the place in which the state has it: (words + 1, places, hidden,
        pieces), of which the first row stands for no word.
        """
        return self._lower.predict(self._words.predict(docs))

    def states(self, docs: Sequence[Any], words: Sequence[Any]) -> list[Any]:
        """A finished state for each of `docs`. `words` are made of them, in order, in parts of any size.

        A state's steps do not depend on the other states.
        """
        numpy = self._numpy
        adds = numpy.concatenate([words[0][:1], *(part[1:] for part in words)])
        adds = adds.reshape(len(adds) * self._features, -1)
        places = numpy.arange(self._features) + self._features  # no word is -1, and its row the first
        states = self._pipe.moves.init_batch(docs)
        open_ = [state for state in states if not state.is_final()]
        while open_:
            looked_at = self._looked_at(self._step_model, open_)
            sums = adds.take(looked_at * self._features + places, axis=0).sum(axis=1)
            sums += self._state_bias
            pieces = sums.reshape(len(open_), self._hidden, self._pieces)
            hidden = pieces[:, :, 0]
            for piece in range(1, self._pieces):  # much faster than the largest along an axis of two
                hidden = numpy.maximum(hidden, pieces[:, :, piece])
            open_ = self._pipe.transition_states(open_, rows_times(hidden, self._weights) + self._bias)
        return list(states)
