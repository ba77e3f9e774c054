"""Whether the words of a sentence can set off an event at all: asked before the parse, so it may say yes too often, never no."""

from __future__ import annotations

from collections.abc import Iterable, Set

from dragoman.coding.predicates import DUTY
from dragoman.coding.vocabulary import Vocabulary
from dragoman.lexicon.entries import Operator

# Operators that only pass on what stands below them; that has triggers of its own.
_TRANSPARENT = frozenset({"say", "deny", "start", "try"})


class Triggers:
    """The forms that set off an event by themselves, and those that do so beside other words only."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        operators = (*vocabulary.verb_operators.values(), *vocabulary.noun_operators.values())
        alone = {*DUTY, *(phrase.split()[0] for each in operators for o in each for phrase in o.phrases)}
        beside: dict[str, set[tuple[frozenset[str], ...]]] = {}
        for form, lemmas in vocabulary.noun_lemmas.items():
            if any(n in vocabulary.noun_rules or _acts(vocabulary.noun_operators.get(n, ())) for n in lemmas):
                alone.add(form)
        for form, lemmas in vocabulary.verb_lemmas.items():
            for lemma in lemmas:
                if _acts(vocabulary.verb_operators.get(lemma, ())):
                    alone.add(form)
                for rule in vocabulary.verb_rules.get(lemma, ()):
                    beside.setdefault(form, set()).add(vocabulary.asked[id(rule)])
        self._alone = frozenset(alone | {form for form, asked in beside.items() if () in asked})
        self._beside = {form: sorted(asked, key=len) for form, asked in beside.items() if form not in self._alone}

    def any_in(self, words: Set[str]) -> bool:
        """Whether `words`, a sentence's in small letters, hold a trigger with all that its rule asks to stand with it."""
        if not words.isdisjoint(self._alone):
            return True
        return any(
            not any(words.isdisjoint(group) for group in asked)
            for word in words & self._beside.keys()
            for asked in self._beside[word]
        )


def _acts(operators: Iterable[Operator]) -> bool:
    return any(o.kind not in _TRANSPARENT for o in operators)
