"""Pronouns that stand for what the verb before was done to: "opened an embassy in 1979, but closed it in 1991"."""

from __future__ import annotations

from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.words import word_class

STANDING = frozenset({"it", "them"})
_THINGS = word_class("things-that-act-on-paper")


def stood_for(sentence: Sentence) -> Sentence:
    """The sentence with the noun for a pronoun that the verb listed behind its own verb is done to."""
    for pronoun in sentence.tokens[3:]:
        if pronoun.lower not in STANDING or pronoun.dep != "dobj":
            continue
        verb = sentence.tokens[pronoun.head]
        noun = _object_before(sentence, verb, plural=pronoun.lower == "them")
        if noun is not None:
            tokens = sentence.copied()
            tokens[pronoun.i].lower, tokens[pronoun.i].tag = noun.lower, noun.tag
            return sentence.grown(tokens)
    return sentence


def _object_before(sentence: Sentence, verb: Token, *, plural: bool) -> Token | None:
    """What the verb before was done to, where two verbs of one subject follow each other; a thing that is dealt with."""
    first = sentence.head(verb) if verb.dep == "conj" else None
    if first is None or first.tag[0] != "V" or sentence.children(verb, "nsubj", "nsubjpass"):
        return None
    called = [s for c in sentence.children(first, "ccomp", "oprd") if c.tag[0] == "N" for s in sentence.children(c, "nsubj")]
    things = [t for t in (*sentence.children(first, "dobj"), *called) if t.lower in _THINGS and (t.tag == "NNS") == plural]
    return things[0] if len(things) == 1 else None
