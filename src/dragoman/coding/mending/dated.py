"""A date without a comma behind it that parsers hang on the subject: "On 14 June 1985 Chadian troops crossed ..."."""

from __future__ import annotations

from dragoman.language.parse import Sentence
from dragoman.lexicon.words import word_class

MONTHS = word_class("months")
_OPENING = frozenset({"on", "in", "by", "since", "from", "until", "before", "after"})
_HUNG = frozenset({"nmod", "compound", "npadvmod", "amod", "nummod", "appos", "dep"})
_REACH = 4


def dated_apart(sentence: Sentence) -> Sentence:
    """`sentence` itself, or with the date that opens it under its preposition."""
    opening = sentence.tokens[0]
    if opening.lower not in _OPENING or any(c.dep == "pobj" for c in opening.children):
        return sentence
    month = next((t for t in sentence.tokens[1:_REACH] if t.lower in MONTHS), None)
    if month is None or month.dep not in _HUNG or month.head <= month.i:
        return sentence
    if any(t.tag != "CD" for t in sentence.tokens[1 : month.i]):
        return sentence
    tokens = sentence.copied()
    tokens[month.i].dep, tokens[month.i].head, tokens[month.i].tag = "pobj", 0, "NNP"
    for number in sentence.tokens[1 : month.i + 2]:
        if number.tag == "CD" and number.head in (month.head, month.i, 0):
            tokens[number.i].dep, tokens[number.i].head = "nummod", month.i
    return sentence.grown(tokens)
