"""What a provision does, where parsers take its verb for a noun: "Article 33 empowers the President to ..."."""

from __future__ import annotations

from dragoman.language.parse import Sentence
from dragoman.lexicon.words import word_class

PROVISIONS = word_class("provisions-with-a-number")
# What is a provision's own, and nothing that it does.
_OWN = word_class("own-to-a-provision")


def provided(sentence: Sentence) -> Sentence:
    """`sentence` itself, or with the verb behind "Article 33" tagged as one."""
    for article in sentence.tokens[:-3]:
        if article.lower not in PROVISIONS or (article.i and sentence.tokens[article.i - 1].tag == "IN"):
            continue
        number, verb, after = sentence.tokens[article.i + 1 : article.i + 4]
        if number.tag != "CD" or verb.tag != "NNS" or verb.lower in _OWN or after.tag not in ("DT", "PRP$", "NNP"):
            continue
        if article.head != verb.i or any(c.i < article.i for c in verb.children if c.dep in ("det", "amod", "poss")):
            continue
        tokens = sentence.copied()
        tokens[verb.i].tag, tokens[article.i].dep = "VBZ", "nsubj"
        for child in verb.children:
            if child.i < verb.i:
                continue
            if child.tag == "VB" and child.dep in ("relcl", "acl"):
                tokens[child.i].dep = "xcomp"
            elif child.tag[0] == "N" and child.dep in ("appos", "nsubj", "nmod", "dep"):
                tokens[child.i].dep = "dobj"
        return sentence.grown(tokens)
    return sentence
