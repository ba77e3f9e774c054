"""Verbs in -s that parsers take for plurals behind the name of a ministry: "The Ministry of Foreign Affairs denounces in the
strongest terms the raid", "The Government of Chad demands that ...".
"""

from __future__ import annotations

from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import TENSED, Sentence, Token

_SUBJECTS = frozenset({"nsubj", "nmod", "compound"})
_LOST = frozenset({"appos", "conj", "dep", "pobj"})
_OPENS = frozenset("in the a an that its his their any all this these those as before with once".split())
_ASIDE = frozenset({"relcl", "advcl", "acl", "ccomp"})


def announced(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """`sentence` itself, unless its only verb was taken for a plural behind a subject with an "of" of its own."""
    root = sentence.tokens[sentence.root]
    if (
        root.tag[:2] not in ("NN", "VB")
        or root.tag[0] == "V"
        or not any(t.lower == "of" for t in sentence.tokens[: root.i + 4])
    ):
        return sentence
    if root.tag == "NNS" and root.lower in vocabulary.verb_lemmas:
        return _at_root(sentence, root)
    lost = next((t for t in sentence.tokens[root.i + 2 :] if _is_lost(sentence, root, t, vocabulary)), None)
    return _rooted(sentence, root, lost) if lost is not None else sentence


def _at_root(sentence: Sentence, root: Token) -> Sentence:
    """ "The Ministry of Trade protests against": the plural is the root already."""
    before = [c for c in root.children if c.i < root.i and c.dep in _SUBJECTS]
    if not before or any(c.dep in ("det", "poss") for c in root.children) or not _is_phrase(sentence, before[-1], root):
        return sentence
    if _is_told(sentence):
        return sentence
    tokens = sentence.copied()
    tokens[root.i].tag, tokens[before[-1].i].dep = "VBZ", "nsubj"
    for child in root.children:
        if child.i < before[-1].i and child.dep in ("amod", "det", "compound", "nmod"):
            tokens[child.i].head = before[-1].i
    _give_object(tokens, [c for c in root.children if c.i > root.i])
    return sentence.grown(tokens)


def _is_phrase(sentence: Sentence, subject: Token, verb: Token) -> bool:
    """Whether a subject with "of" in its phrase ends right before the verb."""
    words = sentence.subtree(subject)
    return any(t.lower == "of" for t in words) and words[-1].i == verb.i - 1


def _is_lost(sentence: Sentence, root: Token, token: Token, vocabulary: Vocabulary) -> bool:
    """Whether a plural right behind the first noun's phrase stands where the verb of a whole sentence would."""
    if token.tag != "NNS" or token.dep not in _LOST or token.lower not in vocabulary.verb_lemmas:
        return False
    if any(c.dep in ("det", "amod", "poss", "nummod") for c in token.children) or sentence.tokens[-1].text != ".":
        return False
    if sentence.tokens[token.i + 1].lower not in _OPENS:
        return False
    near = [t for t in sentence.tokens[root.i : token.i] if t.tag[0] != "N" and t.tag not in ("IN", "DT", "CC")]
    return not near and sentence.tokens[token.i - 1].tag[0] == "N" and not _is_told(sentence)


def _is_told(sentence: Sentence) -> bool:
    """Whether the sentence has a finite verb outside its side clauses."""
    return any(
        t.tag in TENSED and t.dep not in _ASIDE and not any(a.dep in _ASIDE for a in sentence.ancestors(t))
        for t in sentence.tokens
        if t.dep != "aux"
    )


def _rooted(sentence: Sentence, subject: Token, verb: Token) -> Sentence:
    """The sentence with `verb` as its root over `subject`, which was."""
    tokens = sentence.copied()
    if verb.dep == "pobj":  # "the embassy in Quito denounces": the town is where it is
        name = next((c for c in verb.children if c.i == verb.i - 1), None)
        if name is None:
            return sentence
        tokens[name.i].dep, tokens[name.i].head = "pobj", verb.head
    tokens[verb.i].tag, tokens[verb.i].dep, tokens[verb.i].head = "VBZ", "ROOT", verb.i
    tokens[subject.i].dep, tokens[subject.i].head = "nsubj", verb.i
    after = [c for c in subject.children if c.i > verb.i]
    for child in after:
        tokens[child.i].head = verb.i
    _give_object(tokens, [*after, *(c for c in verb.children if c.i > verb.i)])
    return sentence.grown(tokens, verb.i)


def _give_object(tokens: list[Token], after: list[Token]) -> None:
    """Make the first noun behind the verb that stands under no preposition its object."""
    for child in sorted(after, key=lambda t: t.i):
        if child.dep == "dobj":
            return
        if child.tag[0] in "NJ" and child.dep in ("appos", "npadvmod", "dep", "attr", "conj"):
            tokens[child.i].dep = "dobj"
            return
