"""Headlines whose verb the parser took for a noun ("Thai Premier Lauds Phnom Penh"): the same words with the verb as root."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.vocabulary import Vocabulary
from dragoman.language.parse import Sentence, Token

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_OPENS_OBJECT = frozenset("NJDPC")
_LONGEST = 25


def mended(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """`sentence` itself, unless it is a short text without a finite verb in which a known verb stands after a noun."""
    tokens = sentence.tokens
    if len(tokens) > _LONGEST or tokens[-1].text in (".", "!", "?") or any(t.tag in _FINITE for t in tokens):
        return sentence
    for token in sorted(tokens[1:-1], key=lambda t: (t.head != t.i, t.i)):
        if _is_verb(token, tokens, vocabulary):
            return _rooted(sentence, token)
    return sentence


def _is_verb(token: Token, tokens: list[Token], vocabulary: Vocabulary) -> bool:
    if token.tag[0] not in "NVJ" or token.tag in ("VBG", "VBN"):
        return False
    lemmas = vocabulary.verb_lemmas.get(token.lower, ())
    if not any(lemma in vocabulary.verb_rules or lemma in vocabulary.verb_operators for lemma in lemmas):
        return False
    before, after = tokens[token.i - 1], tokens[token.i + 1]
    if before.tag[0] not in "NC" or before.lower in ("and", "or"):
        return False
    inflected = token.lower not in lemmas
    if inflected and not token.lower.endswith("s"):
        return False
    if inflected == (before.tag in ("NNS", "NNPS", "CD") or before.lower == "police"):
        return False
    if after.tag[0] in _OPENS_OBJECT or after.tag == "VBG":
        return True
    return after.tag in ("IN", "TO", "RB", "RP") and not vocabulary.noun_lemmas.get(token.lower)


def _rooted(sentence: Sentence, verb: Token) -> Sentence:
    """The sentence with `verb` as its root: the noun before it the subject, the first noun after it the object."""
    tokens = [replace(t, children=[]) for t in sentence.tokens]
    root = tokens[verb.i]
    root.tag = "VBZ" if root.lower.endswith("s") else "VBP"
    left = [t for t in tokens[: verb.i] if not 0 <= t.head < verb.i or t.head == t.i]
    right = [t for t in tokens[verb.i + 1 :] if t.head <= verb.i or t.head == t.i]
    subject = next((t for t in reversed(left) if t.tag[0] in "NC" and not _under_preposition(t, tokens)), None)
    for t in left:
        t.head, t.dep = (verb.i, "nsubj") if t is subject else (subject.i if subject else verb.i, _left(t))
    object_ = next((t for t in right if t.tag[0] in "NP" and t.dep not in ("pobj",)), None)
    for t in right:
        t.head = verb.i
        t.dep = "dobj" if t is object_ else (t.dep if t.dep not in ("ROOT", "compound", "appos", "dobj") else "dep")
    for t in left:  # "the embassy in Beijing hosts ...": what the parser hung on the lost noun belongs to its preposition
        if t is not subject and _under_preposition(t, tokens):
            t.head, t.dep = t.i - 1, "pobj"
    root.head, root.dep = root.i, "ROOT"
    for t in tokens:
        if t.head != t.i:
            tokens[t.head].children.append(t)
    return Sentence(sentence.start, sentence.end, tokens, root.i)


def _left(token: Token) -> str:
    return token.dep if token.dep in ("punct", "det", "cc", "prep", "amod") else "compound"


def _under_preposition(token: Token, tokens: list[Token]) -> bool:
    return token.i > 0 and tokens[token.i - 1].tag == "IN"
