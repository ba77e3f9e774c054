"""Passives whose "was" is left out, as entries of chronologies and lists have them: "Treaty with Chad signed in Paris."."""

from __future__ import annotations

from dragoman.language.parse import TENSED, Sentence, Token
from dragoman.lexicon.words import word_class

# What is done to what: each word of the first opens such a sentence without an article.
THINGS = word_class("entered-without-a-verb")
DONE = word_class("entered-as-done")
_LONGEST = 30


def elided(sentence: Sentence) -> Sentence:
    """`sentence` itself, or with its only participle as the passive that it is."""
    if len(sentence.tokens) > _LONGEST or sentence.tokens[-1].text not in (".", ";"):
        return sentence
    thing, verb = _bare(sentence)
    if thing is None or verb is None:
        return sentence
    tokens = sentence.copied()
    tokens[verb.i].tag, tokens[thing.i].dep, tokens[thing.i].head = "VBN", "nsubjpass", verb.i
    tokens[verb.i].dep, tokens[verb.i].head = "ROOT", verb.i
    for child in thing.children:
        if child.i > verb.i:
            tokens[child.i].head = verb.i
    return sentence.grown(tokens, verb.i)


def _bare(sentence: Sentence) -> tuple[Token | None, Token | None]:
    """The thing that opens the sentence without an article, and the participle that says what was done to it."""
    root = sentence.tokens[sentence.root]
    if root.lower in THINGS:
        verb = next((c for c in root.children if c.dep == "acl" and c.lower in DONE), None)
        thing: Token | None = root
    else:
        verb = root if root.lower in DONE else None
        thing = next((c for c in root.children if c.dep in ("nsubj", "nsubjpass")), None)
    if thing is None or verb is None or thing.lower not in THINGS or verb.i < thing.i:
        return None, None
    if any(c.dep in ("det", "poss", "nummod") for c in thing.children) or sentence.subtree(thing)[0].i:
        return None, None
    if any(c.dep in ("dobj", "aux", "auxpass", "agent", "ccomp", "xcomp") for c in verb.children):
        return None, None
    finite = [t for t in sentence.tokens if t.tag in TENSED and t.i != verb.i]
    return (None, None) if any(t.dep not in ("relcl", "advcl", "ccomp") for t in finite) else (thing, verb)
