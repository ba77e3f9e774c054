"""Parsing many sentences at once: the same trees as spaCy makes, and the same whatever is parsed beside."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from dragoman.language import embedding
from dragoman.language import parse as parsing
from dragoman.language.decoding import Decoder
from dragoman.language.embedding import Embedding
from dragoman.language.parse import Parser, Sentence
from dragoman.language.products import one_thread, rows_times
from dragoman.language.sentences import Splitter
from dragoman.lexicon import load
from dragoman.settings import DEFAULT_MODEL
from dragoman.text import Span

EXAMPLES = Path(__file__).parents[2] / "examples"
Group = list[tuple[str, Span]]


@pytest.fixture(scope="module")
def groups() -> list[Group]:
    """The sentences of some forty texts, and what is hard on a parser."""
    split = Splitter(load()).split
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(EXAMPLES.rglob("*.txt"))[::3]]
    hard = (
        "",
        "?",
        "no",
        "\u00a0 \t",
        "x" * 200,
        "go " * 700,
        "THE MINISTER SAID",
        "re-established it",
        '"("',
        "日本は",
        "one\n\ntwo",
    )
    return [[(t[s.start : s.end], s) for s in split(t, 0, len(t))] for t in texts] + [
        [(text, Span(5, 5 + len(text)))] for text in hard
    ]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(DEFAULT_MODEL)


def trees(parsed: list[list[Sentence | None]]) -> list[list[list[tuple[str, str, str, int, int]] | None]]:
    return [[s and [(t.text, t.tag, t.dep, t.head, t.start) for t in s] for s in group] for group in parsed]


def test_the_trees_are_those_of_spacys_own_loop(groups: list[Group], monkeypatch: pytest.MonkeyPatch, parser: Parser) -> None:
    assert Decoder.suits(parser._parser)
    ours = [tree for group in trees(parser.parse(groups)) for tree in group]
    monkeypatch.setattr(Decoder, "suits", staticmethod(lambda _: False))
    monkeypatch.setattr(Embedding, "suits", staticmethod(lambda _: False))
    theirs = [tree for group in trees(Parser(DEFAULT_MODEL).parse(groups)) for tree in group]
    # Sums are made in another order, which a processor may round otherwise where two trees are all but equal.
    assert sum(a == b for a, b in zip(ours, theirs, strict=True)) >= 0.995 * len(ours)


def test_no_group_changes_another(groups: list[Group], parser: Parser) -> None:
    together = trees(parser.parse(groups))
    alone = [trees(parser.parse([group]))[0] for group in groups]
    order = list(range(len(groups)))
    random.Random(3).shuffle(order)
    shuffled = trees(parser.parse([groups[i] for i in order]))
    assert together == alone
    assert [together[i] for i in order] == shuffled


def test_words_of_a_tree_stand_in_the_text(groups: list[Group], parser: Parser) -> None:
    for group, parsed in zip(groups, parser.parse(groups), strict=True):
        assert len(group) == len(parsed)
        for (text, span), sentence in zip(group, parsed, strict=True):
            for token in sentence or ():
                assert text[token.start - span.start : token.end - span.start] == token.text.replace("\u2011", "-")


def test_a_words_vector_does_not_depend_on_what_was_read_before(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = parser._nlp
    doc = nlp.make_doc("Envoys of Freedonia signed the Zubrowka accord quietly.")
    others = [nlp.make_doc(f"Unheard words {i} of quibblesome parley {i}-{i}.") for i in range(40)]

    def made(before: list[object]) -> np.ndarray:
        fresh = Embedding(nlp, nlp.get_pipe("tok2vec"))
        with one_thread():
            for other in before:
                fresh.predict([other])
            return np.asarray(fresh.predict([doc])[0])

    alone = made([])
    assert np.array_equal(alone, made(others))
    monkeypatch.setattr(embedding, "KEPT", 5)  # forgotten and learned anew
    assert np.array_equal(alone, made([doc, *others]))


def test_a_row_times_a_matrix_is_the_same_in_any_place() -> None:
    draw = np.random.default_rng(7)
    rows, matrix = draw.standard_normal((57, 64), dtype="f"), draw.standard_normal((64, 106), dtype="f")
    with one_thread():
        together = rows_times(rows, matrix)
        assert all(np.array_equal(rows_times(rows[i : i + 1], matrix)[0], together[i]) for i in range(len(rows)))
    assert np.allclose(together, rows @ matrix, atol=1e-4)


def test_much_text_is_taken_in_parts(groups: list[Group], parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = trees(parser.parse(groups))
    monkeypatch.setattr(parsing, "TOGETHER", 50)
    assert trees(parser.parse(groups)) == whole
    assert parser.parse([]) == []
    assert parser.parse([[], [("He left.", Span(0, 8))], []])[0::2] == [[], []]


def test_first_parts_of_words_stay_with_them(parser: Parser) -> None:
    told = "The ex-minister, now vice-president, re-opened the by-election row about a long-range missile."
    (sentence,) = parser.parse([[(told, Span(0, len(told)))]])[0]
    assert sentence is not None
    words = [t.text for t in sentence]
    assert {"ex-minister", "vice-president", "re-opened", "by-election"} <= set(words)
    assert "long-range" not in words
    assert all(told[t.start : t.end] == t.text for t in sentence)
