"""Trees that are mended stay trees, whatever the words: what hangs on itself in a ring would be gone through for ever."""

from __future__ import annotations

import random

import labelled
import pytest

from dragoman.coding import Coder
from dragoman.coding.mending import mended, righted
from dragoman.coding.mending.subjects import NON_BREAKING
from dragoman.coding.sentence.vocabulary import vocabulary_of
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon import load
from dragoman.text import Span

# Words that the mends look at, and some between them.
WORDS = (
    "Chad Mali Niger Moscow President Moon Jae‑in el‑Sisi Abdel government ministry of the a by that which who to in on amid "
    "after says said told denies accuses protests thanks talks attacks opposes gives gave the council power troops helicopters "
    "killed shot dead detained for 12 May 1999 , ; : and or not have been was is may vows hits names ambassador invitation at "
    "with from is crushing claims demands withdraw visit visited envoy letter handed it they group rebels police"
).split()


def rooted(sentence: Sentence) -> bool:
    """Whether every word is reached from a root, and hangs where its head says."""
    reached = [t for t in sentence if t.head == t.i]
    for token in reached:
        reached += token.children
    hung = all(t.head == t.i or any(c is t for c in sentence.tokens[t.head].children) for t in sentence)
    return len(reached) == len(sentence.tokens) and hung


def test_a_ring_is_no_tree() -> None:
    words = [Token(0, "a", "a", "NN", "dep", 1, 0, 1), Token(1, "b", "b", "VB", "ROOT", 1, 2, 3)]
    words[1].children.append(words[0])
    sentence = Sentence(0, 3, words, 1)
    assert sentence.moved(words[1], words[0], "dep") is sentence
    assert rooted(sentence)


def test_what_is_mended_is_a_tree() -> None:
    draw = random.Random(7)
    texts = [" ".join(draw.choices(WORDS, k=draw.randint(4, 24))) for _ in range(600)]
    groups = [[(text[0].upper() + text[1:] + draw.choice((".", "", "?")), Span(0, len(text) + 1))] for text in texts]
    vocabulary = vocabulary_of(load())
    for (sentence,) in labelled.parser().parse(groups):
        if sentence is not None:
            first = righted(sentence, vocabulary)
            assert rooted(first), [t.text for t in first]
            assert rooted(mended(first, vocabulary)), [t.text for t in first]


@pytest.mark.parametrize(
    "text",
    [
        "Police sealed the clinic amid claims that the government of President Abdel Fattah el-Sisi is crushing us.",
        "Niger said that the party of Prime Minister Kim Boo-kyum is cutting aid, and that the army of Moon Jae-in may leave.",
    ],
)
def test_the_end_of_a_name_taken_for_a_verb(coder: Coder, text: str) -> None:
    """The name's owner stands where the verb was thought to stand: nothing hangs below itself."""
    assert NON_BREAKING not in text
    coded = coder.code([labelled.read_document("name", text, None)], "")[0]
    assert coded.sentences == 1
