"""Long openings: who acts beside the subject ("Chad, along with Mali, signed"), a subject hung on the place before it, and asides
between a subject and its verb that parsers take for the sentence.
"""

from __future__ import annotations

from dragoman.coding.mending.asking import of_labels, of_words
from dragoman.language.parse import FINITE, Sentence, Token
from dragoman.lexicon.words import word_class

_BESIDE = word_class("acting-beside")
_WITH = frozenset({"with", "by"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OF_ITS_OWN = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "mark", "aux", "auxpass"})
_ASIDES = frozenset({"after", "when", "while", "although", "though", "because", "before", "whose"})
_LOOSE = frozenset({"npadvmod", "dep", "advmod", "nmod", "nsubj"})


def opened(sentence: Sentence) -> Sentence:
    """`sentence` itself, unless one of these stands in its opening."""
    sentence = _parted(_around_aside(sentence))
    return _with_companions(_after_place(sentence))


@of_words(_BESIDE)
def _with_companions(sentence: Sentence) -> Sentence:
    """ "Chad, together with Mali and Niger, signed", "Chad, joined by Mali, signed": those named there act with the subject."""
    for word in sentence.among(_BESIDE):
        near = sentence.tokens[word.i + 1 : word.i + 2]
        phrase = near[0] if near and near[0].lower in _WITH else word
        if (phrase.lower == "by") != (word.tag == "VBN") or (phrase is word and word.lower != "alongside"):
            continue
        other = next((c for c in phrase.children if c.dep == "pobj" and c.i > phrase.i), None)
        before = sentence.tokens[word.i - 1]
        if other is None or word.i < 1 or before.text != ",":
            continue
        last = sentence.subtree(other)[-1].i
        subject = next((a for a in sentence.ancestors(word) if a.dep in _SUBJECTS), None) or _subject_of(sentence, word)
        if subject is None or subject.i > word.i or last >= sentence.tokens[subject.head].i or not _is_named(other):
            continue
        if sentence.tokens[last + 1].text != ",":
            continue
        return sentence.moved(other, subject, "conj")
    return sentence


def _subject_of(sentence: Sentence, word: Token) -> Token | None:
    """The subject of the verb that a word hangs on, where it stands between the two."""
    verb = sentence.verb_above(word)
    if verb is None or verb.i < word.i:
        return None
    return next((c for c in verb.children if c.dep in _SUBJECTS and c.i < word.i), None)


def _is_named(noun: Token) -> bool:
    """Whether a name stands in a phrase: "Mali", "Malian troops", "the president of Mali"; not "its own proposal"."""
    if any(c.tag == "PRP$" for c in noun.children):
        return False
    near = [noun, *(t for c in noun.children if c.dep != "prep" or c.lower == "of" for t in (c, *c.children))]
    return any(t.text[0].isupper() for t in near)


@of_labels("appos")
def _after_place(sentence: Sentence) -> Sentence:
    """ "Under accords signed in Geneva, the Union, which had invaded Chad, withdrew": of a verb that has no subject, what stands
    between commas before it is the subject, and no other name of the place.
    """
    verb = sentence.tokens[sentence.root]
    if verb.tag not in FINITE or verb.i < 5 or any(c.dep in _OF_ITS_OWN for c in verb.children):
        return sentence
    last = sentence.tokens[verb.i - 1]
    if sentence.tokens[1].lower == "the" and sentence.tokens[2].lower == "invitation":
        return sentence  # whose guest it is, `subjects` tells
    for name in sentence.tokens[3 : verb.i]:
        if name.dep != "appos" or name.tag[0] != "N" or sentence.tokens[name.head].dep != "pobj":
            continue
        words = sentence.subtree(name)
        end = last.i if last.text != "," else last.i - 1
        if words[-1].i < end or sentence.tokens[words[0].i - 1].text != "," or words[0].i < 3:
            continue
        return sentence.moved(name, verb, "nsubj")
    return sentence


@of_words(_ASIDES)
def _around_aside(sentence: Sentence) -> Sentence:
    """ "Chad, after a ship had run aground, protested": the clause between commas is no sentence, and what goes on after it is."""
    told = sentence.tokens[sentence.root]
    mark = next((c for c in told.children if c.dep in ("mark", "advmod") and c.lower in _ASIDES), None)
    if mark is None or not 2 <= mark.i < told.i or sentence.tokens[mark.i - 1].text != ",":
        return sentence
    name = next((c for c in told.children if c.i < mark.i - 1 and c.dep in _LOOSE and c.tag[0] == "N"), None)
    own = any(c.dep in _SUBJECTS and c.i > mark.i for c in told.children)
    if name is None or not own or sentence.subtree(name)[0].i != 0 or sentence.subtree(name)[-1].i > mark.i - 1:
        return sentence
    for verb in told.children:
        if verb.i < told.i or verb.tag not in ("VBD", "VBN", "VBZ") or sentence.tokens[verb.i - 1].text != ",":
            continue
        if any(c.dep in _OF_ITS_OWN or (c.dep == "agent" and verb.tag == "VBN") for c in verb.children):
            continue
        tokens = sentence.copied()
        tokens[verb.i].head, tokens[verb.i].dep = verb.i, "ROOT"
        tokens[verb.i].tag = "VBD" if verb.tag == "VBN" else verb.tag
        tokens[told.i].head, tokens[told.i].dep = verb.i, "advcl"
        tokens[name.i].head, tokens[name.i].dep = verb.i, "nsubj"
        return sentence.grown(tokens, verb.i)
    return sentence


@of_words(frozenset({"but"}))
def _parted(sentence: Sentence) -> Sentence:
    """ "Chad, short of men, handed in a request, but Mali, which fears it, blocked it": two sentences, each with its subject."""
    last = sentence.tokens[sentence.root]
    first = next((c for c in last.children if c.dep in _SUBJECTS and c.i < last.i), None)
    but = next((c for c in first.children if c.lower == "but" and c.dep == "cc"), None) if first is not None else None
    if first is None or but is None or last.tag not in FINITE or sentence.tokens[but.i - 1].text != ",":
        return sentence
    second = next((c for c in first.children if c.dep == "conj" and c.i > but.i and c.tag[0] == "N"), None)
    verb = next(
        (c for c in first.children if c.dep == "acl" and c.tag == "VBN" and c.i < but.i and _is_told(sentence, c)), None
    )
    if second is None or verb is None:
        return sentence
    tokens = sentence.copied()
    tokens[verb.i].head, tokens[verb.i].dep, tokens[verb.i].tag = verb.i, "ROOT", "VBD"
    tokens[first.i].head, tokens[first.i].dep = verb.i, "nsubj"
    tokens[last.i].head, tokens[last.i].dep = verb.i, "conj"
    tokens[second.i].head, tokens[second.i].dep = last.i, "nsubj"
    tokens[but.i].head = verb.i
    return sentence.grown(tokens, verb.i)


def _is_told(sentence: Sentence, verb: Token) -> bool:
    """Whether a participle behind a comma has an object of its own, and is a verb in the past: "Chad, ..., handed in a request"."""
    has = any(c.dep == "dobj" for c in verb.children)
    return has and sentence.tokens[verb.i - 1].text == "," and not any(c.dep in ("agent", "auxpass") for c in verb.children)
