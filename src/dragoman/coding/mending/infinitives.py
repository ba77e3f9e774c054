"""Infinitives in a row that the parser hung on the verb over them: "urged Chad to stay out, revoke the ban and free them"."""

from __future__ import annotations

from dragoman.language.parse import Sentence, Token

_HUNG = frozenset({"conj", "dep"})


def rowed(sentence: Sentence) -> Sentence:
    """`sentence` itself, or with every bare infinitive of such a row beside the first, which alone has its "to"."""
    moves = [(token, first) for token in sentence.tokens if (first := _first(sentence, token)) is not None]
    if not moves:
        return sentence
    tokens = sentence.copied()
    for token, first in moves:
        tokens[token.i].dep, tokens[token.i].head = "conj", first.i
    return sentence.grown(tokens, sentence.root)


def _first(sentence: Sentence, token: Token) -> Token | None:
    """The infinitive with "to" that a bare one goes on from: asked of somebody named between it and the verb over both."""
    if token.tag != "VB" or token.dep not in _HUNG or sentence.children(token, "aux", "nsubj", "nsubjpass", "auxpass"):
        return None
    over = sentence.tokens[token.head]
    if over.tag[0] != "V" or over.i > token.i:
        return None
    if over.tag == "VB":  # "to stay out, revoke the ban": hung on the first, but as nothing in particular
        return over if token.dep == "dep" and any(c.lower == "to" for c in sentence.children(over, "aux")) else None
    asked = [c for c in over.children if c.dep in ("dobj", "prep", "nsubj") and over.i < c.i]
    first = next((c for c in over.children if c.dep in ("xcomp", "ccomp", "advcl") and over.i < c.i < token.i), None)
    if first is None or not any(c.i < first.i for c in asked) or first.tag != "VB":
        return None
    return first if any(c.lower == "to" for c in sentence.children(first, "aux")) else None
