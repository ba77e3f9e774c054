"""Sentences -> syntax: words with tags and the tree over them, free of the parser that made them."""

from __future__ import annotations

import importlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from typing import Any

from dragoman.errors import UsageError
from dragoman.language.decoding import Decoder
from dragoman.language.embedding import Embedding
from dragoman.language.products import one_thread, use_numpy
from dragoman.lexicon.words import word_class
from dragoman.text import Span

# Sentences of one document that are read in context together, and words whose trees are made together.
BATCH = 32
TOGETHER = 8_000
# Characters that no word of any language reaches; a longer run is not prose and is not parsed.
LONGEST_WORD = 100
_PLACE = attrgetter("i")
_START = attrgetter("start")


# Tags of verbs that are finite by themselves, and of all that are with their auxiliaries.
FINITE = frozenset({"VBD", "VBP", "VBZ"})
TENSED = FINITE | {"MD"}


@dataclass(slots=True, eq=False)
class Token:
    """One word. `start` and `end` are offsets in the document; `head` the place of its governor (itself at the root).

    `tag` is the Penn Treebank tag, `dep` the ClearNLP label, `lower` the form in lower case; `children` are its
    dependents, from left to right.
    """

    i: int
    text: str
    lower: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    children: list[Token] = field(default_factory=list, repr=False, compare=False)


@dataclass(slots=True)
class Sentence:
    """A parsed sentence: `[start, end)` in the document, its tokens, and where the tree is rooted."""

    start: int
    end: int
    tokens: list[Token]
    root: int
    _said: frozenset[str] | None = field(default=None, init=False, repr=False, compare=False)
    _labels: frozenset[str] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def said(self) -> frozenset[str]:
        """Its words in small letters."""
        if self._said is None:
            self._said = frozenset([t.lower for t in self.tokens])
        return self._said

    @property
    def labels(self) -> frozenset[str]:
        """The labels by which its words hang."""
        if self._labels is None:
            self._labels = frozenset([t.dep for t in self.tokens])
        return self._labels

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def head(self, token: Token) -> Token | None:
        return None if token.head == token.i else self.tokens[token.head]

    def children(self, token: Token, dep: str, *others: str) -> list[Token]:
        """The dependents of `token` with one of these labels, from left to right; `token.children` are all of them."""
        below = token.children
        if not below:
            return []
        deps = (dep, *others)
        out = []
        for child in below:  # a comprehension takes longer where most words have one dependent or none
            if child.dep in deps:
                out.append(child)
        return out

    def among(self, words: Set[str]) -> list[Token]:
        """The tokens that are one of `words`, in small letters, from left to right."""
        if words.isdisjoint(self.said):
            return []
        return [t for t in self.tokens if t.lower in words]

    def subtree(self, token: Token, *, without: frozenset[str] = frozenset()) -> list[Token]:
        """`token` and all below it in text order, not going below dependents with a label in `without`."""
        out = [token]
        for here in out:  # grows while it is gone through
            if without:
                for child in here.children:
                    if child.dep not in without:
                        out.append(child)
            else:
                out += here.children
        if len(out) > 1:
            out.sort(key=_PLACE)
        return out

    def ancestors(self, token: Token) -> Iterator[Token]:
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def verb_above(self, token: Token) -> Token | None:
        """The nearest verb that `token` hangs on, however far below."""
        return next((above for above in self.ancestors(token) if above.tag[0] == "V"), None)

    def agents(self, verb: Token) -> list[Token]:
        """The heads of what "by" names as doing a passive verb."""
        return [head for by in self.children(verb, "agent") for head in self.children(by, "pobj")]

    def copied(self) -> list[Token]:
        """Its words without what hangs on them, for a tree to be made anew: see `grown`."""
        return [Token(t.i, t.text, t.lower, t.tag, t.dep, t.head, t.start, t.end) for t in self.tokens]

    def grown(self, tokens: list[Token], root: int | None = None) -> Sentence:
        """The sentence with the tree of `tokens`, its `copied` words with heads and labels as they should be.

        The sentence itself where that is no tree: words that hang on each other in a ring would be gone through for ever.
        """
        for t in tokens:
            if t.head != t.i:
                tokens[t.head].children.append(t)
        reached = [t for t in tokens if t.head == t.i]
        for t in reached:  # grows while it is gone through
            reached += t.children
        if len(reached) < len(tokens):
            return self
        return Sentence(self.start, self.end, tokens, self.root if root is None else root)

    def moved(self, token: Token, head: Token, dep: str) -> Sentence:
        """The sentence with `token` hung on `head` with label `dep`."""
        tokens = self.copied()
        tokens[token.i].head, tokens[token.i].dep = head.i, dep
        return self.grown(tokens)

    def rerooted(self, token: Token, dep: str) -> Sentence:
        """The sentence with `token` as its root and what was the root hung on it with label `dep`."""
        tokens = self.copied()
        tokens[self.root].head, tokens[self.root].dep = token.i, dep
        tokens[token.i].head, tokens[token.i].dep = token.i, "ROOT"
        return self.grown(tokens, token.i)

    def span(self, tokens: Sequence[Token]) -> Span:
        return Span(min(t.start for t in tokens), max(t.end for t in tokens))

    def at(self, start: int, end: int) -> list[Token]:
        """The tokens that [start, end) of the document touches."""
        tokens = self.tokens
        out = []
        for place in range(max(0, bisect_right(tokens, start, key=_START) - 1), len(tokens)):
            token = tokens[place]
            if token.start >= end:
                break
            if start < token.end:
                out.append(token)
        return out


class Parser:
    """A spaCy pipeline with all parts dropped that are not used: tokens, tags and tree remain."""

    def __init__(self, model: str) -> None:
        self.model = model
        self._nlp = _load(model)
        self._doc = importlib.import_module("spacy.tokens").Doc
        self._parser = self._nlp.get_pipe("parser")
        self._decoder = Decoder(self._parser) if Decoder.suits(self._parser) else None
        pipes = [pipe for _, pipe in self._nlp.pipeline if hasattr(pipe, "predict")]
        # Each with what makes its predictions; without the parser where the decoder stands in for it.
        self._pipes = [
            (pipe, Embedding(self._nlp, pipe).predict if Embedding.suits(pipe) else pipe.predict)
            for pipe in pipes
            if pipe is not self._parser or self._decoder is None
        ]
        symbols = importlib.import_module("spacy.attrs")
        self._words = [symbols.ORTH, symbols.SPACY]
        self._syntax = [symbols.ORTH, symbols.LOWER, symbols.TAG, symbols.DEP, symbols.HEAD, symbols.LENGTH, symbols.SPACY]
        self._strings = _Strings(self._nlp.vocab.strings)

    @property
    def version(self) -> str:
        """Name and version of the model, as part of a run's identity."""
        return f"{self._nlp.meta['lang']}_{self._nlp.meta['name']}-{self._nlp.meta['version']}"

    def parse(self, groups: Sequence[Sequence[tuple[str, Span]]]) -> list[list[Sentence | None]]:
        """For each group one Sentence per (words to parse, span in the document), in order; None for what is not prose.

        The words stand at the span's place in the document letter for letter, though their case may differ.
        Sentences of one group share matrix products, in which the last bit may differ with what stands beside: a group
        should hold what belongs together. What other groups are given along with it changes nothing.
        """
        docs = [[self._tokens(text) for text, _ in group] for group in groups]
        with one_thread():
            for batches in _together(batch for group in docs for batch in _batches([doc for doc in group if doc is not None])):
                self._annotate(batches)
        return [
            [None if doc is None else self._sentence(doc, span) for doc, (_, span) in zip(made, group, strict=True)]
            for made, group in zip(docs, groups, strict=True)
        ]

    def _annotate(self, batches: Sequence[Sequence[Any]]) -> None:
        """Tags and trees for documents of one sentence each, in the batches that share matrix products."""
        words = []
        for batch in batches:
            for pipe, predict in self._pipes:
                pipe.set_annotations(batch, predict(batch))
            if self._decoder is not None:
                words.append(self._decoder.words(batch))
        if self._decoder is not None:
            docs = [doc for batch in batches for doc in batch]
            self._parser.set_annotations(docs, self._decoder.states(docs, words))

    def _tokens(self, text: str) -> Any | None:
        """A sentence's words as the parser wants them, all of one sentence; None where there are none that could be prose."""
        if any(len(word) > LONGEST_WORD for word in text.split()):
            return None
        raw = self._nlp.tokenizer(text).to_array(self._words).tolist()
        if not raw:
            return None
        words = _prefixed([(self._strings[word], bool(space)) for word, space in raw])
        return self._doc(
            self._nlp.vocab,
            words=[word for word, _ in words],
            spaces=[space for _, space in words],
            sent_starts=[True] + [False] * (len(words) - 1),
        )

    def _sentence(self, doc: Any, span: Span) -> Sentence:
        strings = self._strings
        tokens: list[Token] = []
        at = span.start
        for i, (word, lower, tag, dep, head, length, space) in enumerate(doc.to_array(self._syntax).tolist()):
            place = i + (head if head < _HALF else head - 2 * _HALF)  # heads are relative, signed numbers kept as unsigned
            tokens.append(Token(i, strings[word], strings[lower], strings[tag], strings[dep], place, at, at + length))
            at += length + space
        root = 0
        for token in tokens:
            if token.head == token.i:
                root = token.i if tokens[root].head != root or token.dep == "ROOT" else root
            else:
                tokens[token.head].children.append(token)
        return Sentence(span.start, span.end, tokens, root)


def _batches(docs: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for i in range(0, len(docs), BATCH):
        yield docs[i : i + BATCH]


def _together(batches: Iterable[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
    """Batches in order, so many at a time that they have some TOGETHER words."""
    out: list[Sequence[Any]] = []
    words = 0
    for batch in batches:
        out.append(batch)
        words += sum(map(len, batch))
        if words >= TOGETHER:
            yield out
            out, words = [], 0
    if out:
        yield out


_HALF = 1 << 63
_PREFIXES = word_class("first-parts-of-words")


def _prefixed(words: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Words, each with whether a space follows, in which "re", "-", "established" is one."""
    if not any(word == "-" for word, _ in words):
        return words
    out: list[tuple[str, bool]] = []
    for word, space in words:
        if len(out) > 1 and out[-1] == ("-", False) and not out[-2][1] and out[-2][0].lower() in _PREFIXES and word.isalpha():
            out[-2:] = [(f"{out[-2][0]}-{word}", space)]
        else:
            out.append((word, space))
    return out


class _Strings(dict[int, str]):
    """spaCy's strings by their hashes, each looked up in its store once."""

    def __init__(self, store: Any) -> None:
        self._store = store

    def __missing__(self, key: int) -> str:
        found = self[key] = str(self._store[key])
        return found


@lru_cache(maxsize=2)
def _load(model: str) -> Any:
    spacy = importlib.import_module("spacy")
    drop = ["ner", "lemmatizer", "attribute_ruler", "senter", "textcat"]
    try:
        nlp = importlib.import_module(model).load(exclude=drop) if model.isidentifier() else spacy.load(model, exclude=drop)
    except (ImportError, OSError, AttributeError) as error:
        raise UsageError(f"--model {model}: cannot be loaded ({error}); allowed: an installed spaCy pipeline") from error
    missing = {"tagger", "parser"} - set(nlp.pipe_names)
    if missing:
        raise UsageError(f"--model {model}: has no {' and '.join(sorted(missing))}; allowed: a pipeline with tagger and parser")
    use_numpy(nlp)
    return nlp
