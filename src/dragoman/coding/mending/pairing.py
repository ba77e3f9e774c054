"""Two that stand together and that parsers part: "side by side", "Prime Minister A and President B", "Chile's and Peru's
navies"; and the verb of a short sentence that they take for a participle on its subject.
"""

from __future__ import annotations

from collections.abc import Set

from dragoman.coding.mending.asking import of_labels
from dragoman.language.parse import TENSED, Sentence
from dragoman.lexicon.words import word_class

# Words that "by" repeats, with which nobody does anything: "side by side", "house by house", "one by one".
_REPEATED = "by"
_OFFICES = word_class("offices-before-names")


def paired(sentence: Sentence, words: Set[str]) -> Sentence:
    """`sentence`, which has `words`, with those that stand together put together; itself where there are none."""
    if _REPEATED in words:
        sentence = _side_by_side(sentence)
    if "and" in words:
        sentence = _possessors(_dignitaries(sentence))
        if "between" in words:
            sentence = _sides(sentence)
    return _told(_nations(sentence))


def _sides(sentence: Sentence) -> Sentence:
    """ "Between the government of Chad and southern rebels": "between" asks for two, so that the last is no part of the first."""
    for between in sentence.tokens[:-4]:
        if between.lower != "between":
            continue
        side = next((c for c in between.children if c.dep == "pobj"), None)
        if side is None or side.tag in ("NNS", "NNPS") or any(c.dep == "conj" for c in side.children):
            continue
        of = next((c for c in side.children if c.lower == "of"), None)
        whole = next((c for c in of.children if c.dep == "pobj"), None) if of is not None else None
        others = [c for c in whole.children if c.dep == "conj"] if whole is not None else []
        if whole is None or len(others) != 1 or any(c.dep == "conj" for c in others[0].children):
            continue
        tokens = sentence.copied()
        for child in whole.children:
            if child.dep in ("cc", "conj"):
                tokens[child.i].head = side.i
        return sentence.grown(tokens)
    return sentence


def _side_by_side(sentence: Sentence) -> Sentence:
    """ "Searched side by side": how it is done, and neither by whom nor what."""
    for by in sentence.tokens[1:-1]:
        first, second = sentence.tokens[by.i - 1], sentence.tokens[by.i + 1]
        if by.lower != _REPEATED or first.lower != second.lower or first.tag[0] not in "NC":
            continue
        verb = sentence.verb_above(first)
        if verb is None or (first.dep == "npadvmod" and by.dep == "prep" and by.head == first.i):
            return sentence
        tokens = sentence.copied()
        for t in tokens:
            if t.head in (first.i, by.i, second.i):  # "of Bangui side by side": what was hung there is the verb's
                t.head = verb.i if t.i > second.i else t.head
        whose = sentence.tokens[first.head]
        names = [c for c in sentence.children(first, "compound") if c.i == first.i - 1]
        if names and first.dep in ("pobj", "dobj", "conj"):
            tokens[names[0].i].dep, tokens[names[0].i].head = first.dep, whose.i
            for child in first.children:
                if child.i < names[0].i:
                    tokens[child.i].head = names[0].i
        tokens[first.i].dep, tokens[first.i].head = "npadvmod", verb.i
        tokens[by.i].dep, tokens[by.i].head = "prep", first.i
        tokens[second.i].dep, tokens[second.i].head = "pobj", by.i
        return sentence.grown(tokens)
    return sentence


@of_labels("nmod")
def _dignitaries(sentence: Sentence) -> Sentence:
    """ "Prime Minister Mori and President Kim went": two people, of whom the parser made one name."""
    for name in sentence.tokens[1:-3]:
        head = sentence.tokens[name.head]
        if name.dep != "nmod" or name.tag != "NNP" or head.tag != "NNP" or head.i < name.i + 3:
            continue
        link, title = sentence.tokens[name.i + 1], sentence.tokens[name.i + 2]
        before = sentence.tokens[name.i - 1]
        if link.lower != "and" or title.lower not in _OFFICES or before.lower not in _OFFICES or title.dep != "conj":
            continue
        tokens = sentence.copied()
        tokens[name.i].dep = head.dep
        tokens[name.i].head = head.head if head.head != head.i else name.i
        tokens[head.i].dep, tokens[head.i].head = "conj", name.i
        tokens[title.i].dep, tokens[title.i].head = "compound", head.i
        for child in head.children:
            if child.i < name.i:
                tokens[child.i].dep, tokens[child.i].head = "compound", name.i
        return sentence.grown(tokens)
    return sentence


def _possessors(sentence: Sentence) -> Sentence:
    """ "Chile's and Peru's navies": both own them; the first is no subject."""
    for first in sentence.tokens[:-5]:
        if first.dep not in ("nsubj", "nsubjpass", "dobj", "pobj") or first.tag[:3] != "NNP":
            continue
        own, link = sentence.tokens[first.i + 1], sentence.tokens[first.i + 2]
        if own.tag != "POS" or own.head != first.i or link.lower != "and" or link.head != first.i:
            continue
        second = next((t for t in sentence.tokens[first.i + 3 : first.i + 6] if t.dep == "poss" and t.tag[:3] == "NNP"), None)
        if second is None or sentence.tokens[second.head].head != first.head:
            continue
        return sentence.moved(first, sentence.tokens[second.head], "poss")
    return sentence


def _nations(sentence: Sentence) -> Sentence:
    """ "Peruvian, Chilean ministers meet": a headline's first of two, which stands for "and" with its comma."""
    if len(sentence.tokens) < 5 or sentence.tokens[1].text != ",":
        return sentence
    first, second = sentence.tokens[0], sentence.tokens[2]
    if first.tag not in ("JJ", "NNP") or not second.text[:1].isupper() or second.dep not in ("amod", "compound", "nmod"):
        return sentence
    whose = sentence.tokens[second.head]
    if whose.tag != "NNS" or not second.i < whose.i < second.i + 4 or first.head == whose.i:
        return sentence
    return sentence.moved(first, whose, "amod")


def _told(sentence: Sentence) -> Sentence:
    """ "Frigates of the navy trained with submarines.": in a sentence without a verb of its own, what the parser took for a
    participle on the last noun of its subject tells what that did.
    """
    root = sentence.tokens[sentence.root]
    if (
        root.tag != "NNS"
        or root.dep != "ROOT"
        or sentence.tokens[-1].text != "."
        or any(t.tag in TENSED for t in sentence.tokens)
    ):
        return sentence
    below = [t for t in sentence.tokens if t.tag == "VBN" and t.dep == "acl" and t.i > root.i]
    verb = next((t for t in below if sentence.tokens[t.head].i == t.i - 1), None)
    if verb is None or any(c.dep in ("agent", "auxpass") or c.lower == "by" for c in verb.children):
        return sentence
    tokens = sentence.copied()
    tokens[verb.i].tag, tokens[verb.i].dep, tokens[verb.i].head = "VBD", "ROOT", verb.i
    tokens[root.i].dep, tokens[root.i].head = "nsubj", verb.i
    for child in root.children:
        if child.i > verb.i:
            tokens[child.i].head = verb.i
    return sentence.grown(tokens, verb.i)


def coupled(sentence: Sentence) -> Sentence:
    """ "Premier Ann Dow and President Ben Roe will discuss": as `_dignitaries`, where the parser made the second office one of
    two, whatever it is called. What is fronted and stray has to be mended before.
    """
    for subject in sentence.tokens:
        if subject.dep not in ("nsubj", "nsubjpass", "pobj", "dobj") or subject.tag != "NNP":
            continue
        for first in sentence.children(subject, "nmod", "compound"):
            office = next((c for c in sentence.children(first, "conj") if first.i < c.i < subject.i), None)
            full = bool(sentence.children(first, "compound"))  # "North and South Korea" are no two persons
            if (
                first.tag != "NNP"
                or office is None
                or not full
                or not any(c.lower == "and" for c in sentence.children(first, "cc"))
            ):
                continue
            if sentence.tokens[first.i + 1].lower != "and":
                continue  # "British and French President ..."
            copied = sentence.copied()
            copied[first.i].head, copied[first.i].dep = subject.head, subject.dep
            copied[subject.i].head, copied[subject.i].dep = first.i, "conj"
            copied[office.i].head, copied[office.i].dep = subject.i, "compound"
            for token in copied:  # what stood beside the office stands beside the name
                if token.head == subject.i and token.i < first.i:
                    token.head = first.i
            return sentence.grown(copied)
    return sentence
