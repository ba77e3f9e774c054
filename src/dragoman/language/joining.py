"""A sentence put together again from trees of its parts, each parsed by itself."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.language.parse import Sentence

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Part:
    """The tree of some words of a sentence, and their places there."""

    tree: Sentence
    places: tuple[int, ...]

    def stands_in(self, sentence: Sentence) -> bool:
        """Whether the words of the tree are those of the sentence at its places."""
        return [sentence.tokens[i].text for i in self.places] == [t.text for t in self.tree.tokens]


def joined_with(
    sentence: Sentence, main: Part, beside: Part, hung: tuple[int, str], *, commas: tuple[int, ...] = ()
) -> Sentence:
    """`sentence` with the tree of `main` and that of `beside` hung on the word at `hung`, with that label; `commas` are between.

    The sentence itself where that is no tree.
    """
    tokens = sentence.copied()
    for part in (main, beside):
        for token in part.tree.tokens:
            own = tokens[part.places[token.i]]
            own.tag, own.dep, own.head = token.tag, token.dep, part.places[token.head]
    root = tokens[beside.places[beside.tree.root]]
    root.head, root.dep = hung
    for comma in commas:
        tokens[comma].head, tokens[comma].dep = main.places[main.tree.root], "punct"
    return sentence.grown(tokens, main.places[main.tree.root])
