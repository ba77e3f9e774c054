"""Sentences read anew in two parts: one tree over the same words, the same whatever is read beside it."""

from __future__ import annotations

import pytest

from dragoman.language.parse import Parser, Sentence
from dragoman.language.rereading import reread
from dragoman.settings import DEFAULT_MODEL
from dragoman.text import Span

# Each with its verb and the subject that this has once it is read anew.
MISREAD = [
    (
        "Kenya's ruling council, its treasury drained by drought, has secretly asked Peru for wheat, Chilean envoys said.",
        "asked",
        "council",
    ),
    ("At a session in Geneva Mali accused Niger of theft.", "accused", "Mali"),
    ("Chadian rebels poised to take Faya condemned a Libyan plan to send troops.", "condemned", "rebels"),
]
BESIDE = ["The council met.", "Its treasury, which was empty, has not been filled since.", "", "x" * 200]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(DEFAULT_MODEL)


def _read(parser: Parser, *groups: list[str]) -> list[list[Sentence | None]]:
    spans = [[(text, Span(7, 7 + len(text))) for text in group] for group in groups]
    found = parser.parse(spans)
    reread(parser, spans, found)
    return found


def _shape(sentence: Sentence | None) -> list[tuple[str, int, int, str, str, int]]:
    return [(t.text, t.start, t.end, t.tag, t.dep, t.head) for t in sentence.tokens] if sentence is not None else []


@pytest.mark.parametrize(("text", "verb", "subject"), MISREAD)
def test_a_lost_subject_is_found(parser: Parser, text: str, verb: str, subject: str) -> None:
    plain = parser.parse([[(text, Span(7, 7 + len(text)))]])[0][0]
    sentence = _read(parser, [text])[0][0]
    assert plain is not None
    assert sentence is not None
    told = next(t for t in sentence if t.text == verb)
    assert [c.text for c in told.children if c.dep == "nsubj"] == [subject]
    assert _shape(sentence) != _shape(plain)
    assert [(t.text, t.start, t.end) for t in sentence] == [(t.text, t.start, t.end) for t in plain]
    assert [t.i for t in sentence.subtree(sentence.tokens[sentence.root])] == [t.i for t in sentence]


def test_what_is_read_beside_changes_nothing(parser: Parser) -> None:
    texts = [text for text, _, _ in MISREAD]
    alone = [_shape(_read(parser, [text])[0][0]) for text in texts]
    together = _read(parser, *([text] for text in texts), BESIDE)
    assert [_shape(group[0]) for group in together[: len(texts)]] == alone


def test_what_is_not_misread_stays(parser: Parser) -> None:
    spans = [[(text, Span(0, len(text))) for text in BESIDE]]
    found = parser.parse(spans)
    before = list(found[0])
    reread(parser, spans, found)
    assert all(a is b for a, b in zip(found[0], before, strict=True))
