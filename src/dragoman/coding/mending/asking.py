"""What a mend is asked of: most sentences have none of the labels or words that it looks for."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import wraps
from typing import Concatenate, ParamSpec

from dragoman.language.parse import Sentence

Rest = ParamSpec("Rest")
Mend = Callable[Concatenate[Sentence, Rest], Sentence]


def of_labels(*labels: str) -> Callable[[Mend[Rest]], Mend[Rest]]:
    """A mend that leaves a sentence as it is in which no word hangs by one of `labels`."""
    wanted = frozenset(labels)

    def asked(mend: Mend[Rest]) -> Mend[Rest]:
        @wraps(mend)
        def asking(sentence: Sentence, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Sentence:
            return sentence if wanted.isdisjoint(sentence.labels) else mend(sentence, *args, **kwargs)

        return asking

    return asked


def of_words(words: Set[str]) -> Callable[[Mend[Rest]], Mend[Rest]]:
    """A mend that leaves a sentence as it is that has none of `words`, in small letters."""
    wanted = frozenset(words)

    def asked(mend: Mend[Rest]) -> Mend[Rest]:
        @wraps(mend)
        def asking(sentence: Sentence, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Sentence:
            return sentence if wanted.isdisjoint(sentence.said) else mend(sentence, *args, **kwargs)

        return asking

    return asked
