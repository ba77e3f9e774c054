"""Members of lists that parsers part from what they are listed with: "the U.S. and south Korea", "the unity, the sovereignty and
the integrity of Chad", "the king of A, the president of B and the premier of C".
"""

from __future__ import annotations

from dragoman.coding.mending.asking import of_labels, of_words
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.words import word_class

_GOODS = word_class("goods-of-states")
_HALVES = frozenset({"south", "north", "east", "west"})


def with_members(sentence: Sentence) -> Sentence:
    """`sentence` itself, unless one of these faults is in it."""
    return _with_offices(_with_goods(_with_halves(_with_epithets(_with_second_list(sentence)))))


@of_labels("conj")
def _with_second_list(sentence: Sentence) -> Sentence:
    """ "A paid a visit, and the speaker of the House, the judge, and the minister were in Lima": the nouns before the last subject
    are no objects of the first verb.
    """
    for verb in sentence.tokens[5:]:
        if verb.dep != "conj" or verb.tag not in ("VBD", "VBP"):
            continue
        over = sentence.tokens[verb.head]
        last = next((c for c in verb.children if c.dep == "nsubj" and c.i < verb.i), None)
        first = next((c for c in over.children if c.dep == "conj" and c.tag[0] == "N" and over.i < c.i < verb.i), None)
        if last is None or first is None or over.tag[0] != "V" or not _ends_list(sentence, first, last):
            continue
        nouns = [t for t in sentence.subtree(first) if t.dep == "conj" and t.i > first.i and _is_defined(t)]
        tokens = sentence.copied()
        tokens[first.i].head, tokens[first.i].dep = verb.i, "nsubj"
        for noun in (*nouns, last):
            tokens[noun.i].head, tokens[noun.i].dep = first.i, "conj"
        return sentence.grown(tokens)
    return sentence


def _ends_list(sentence: Sentence, first: Token, last: Token) -> bool:
    """Whether "and the LAST" follows right behind all that hangs on the first."""
    own = sentence.subtree(last)
    opening = next((t for t in reversed(sentence.tokens[: own[0].i]) if t.text != ","), None)
    before = [t for t in sentence.tokens[sentence.subtree(first)[-1].i + 1 : own[0].i] if t.text != "," and t is not opening]
    return opening is not None and opening.lower == "and" and not before and _is_defined(last) and _is_defined(first)


def _is_defined(noun: Token) -> bool:
    return noun.tag[0] == "N" and any(c.lower == "the" for c in noun.children)


@of_labels("appos")
def _with_epithets(sentence: Sentence) -> Sentence:
    """ "The anti-Chad, anti-Mali remarks": the first of two such words is no noun that the second explains."""
    for first in sentence.tokens[:-3]:
        if not first.lower.startswith("anti-") or first.tag[0] != "N" or sentence.tokens[first.i + 1].text != ",":
            continue
        noun = next((c for c in first.children if c.dep == "appos" and c.i > first.i), None)
        second = sentence.tokens[first.i + 2]
        if noun is None or second.dep != "amod" or second.head != noun.i:
            continue
        tokens = sentence.copied()
        tokens[noun.i].head, tokens[noun.i].dep = first.head, first.dep
        tokens[first.i].head, tokens[first.i].dep, tokens[first.i].tag = noun.i, "amod", "JJ"
        for child in (c for c in first.children if c.i != noun.i):
            tokens[child.i].head = noun.i
        return sentence.grown(tokens, noun.i if first.head == first.i else None)
    return sentence


@of_words(_HALVES)
def _with_halves(sentence: Sentence) -> Sentence:
    """ "The U.S. and south Korea held drills": half of a land that is written small is part of its name, and the land is listed."""
    for land in sentence.tokens[3:]:
        half = sentence.tokens[land.i - 1]
        first = sentence.tokens[half.head]
        if half.text not in _HALVES or half.dep != "conj" or first.head != land.i or land.head == land.i:
            continue
        if first.dep in ("nmod", "compound") and land.tag == "NNP":
            tokens = sentence.copied()
            tokens[first.i].head, tokens[first.i].dep = land.head, land.dep
            tokens[land.i].head, tokens[land.i].dep = first.i, "conj"
            tokens[half.i].head, tokens[half.i].dep = land.i, "compound"
            return sentence.grown(tokens)
    return sentence


@of_labels("appos")
@of_words(_GOODS)
def _with_goods(sentence: Sentence) -> Sentence:
    """ "Supports the sovereignty, the unity and the territorial integrity of Chad": goods that are listed, none the same as
    another; what the last is of, all are.
    """
    for second in sentence.tokens[3:]:
        first = sentence.tokens[second.head]
        if second.lower not in _GOODS or second.dep != "appos" or first.lower not in _GOODS or first.i > second.i:
            continue
        third = next((c for c in second.children if c.dep == "conj" and c.lower in _GOODS), None)
        whose = next((c for c in third.children if c.lower == "of"), None) if third is not None else None
        moved = sentence.moved(second, first, "conj")
        return moved.moved(moved.tokens[whose.i], moved.tokens[first.i], "prep") if whose is not None else moved
    return sentence


@of_labels("appos")
def _with_offices(sentence: Sentence) -> Sentence:
    """ "The king of Jordan, the president of Egypt and the premier of Iraq": the second of three offices, each of another
    state, is none of the first's.
    """
    for second in sentence.tokens[4:]:
        first = sentence.tokens[second.head]
        if second.dep != "appos" or first.i > second.i or sentence.tokens[second.i - 1].text == ",":
            continue
        of = sentence.tokens[first.head]
        if first.dep == "pobj" and of.lower == "of":  # hung on the state of the first
            first = sentence.tokens[of.head]
        thirds = [c for c in second.children if c.dep == "conj" and c.i > second.i]
        listed = [_owner(sentence, t) for t in (first, second, *thirds[:1])]
        if thirds and None not in listed and len(set(listed)) == len(listed) and _is_listed(second):
            return sentence.moved(second, first, "conj")
    return sentence


def _is_listed(second: Token) -> bool:
    return any(c.dep == "cc" and c.lower in ("and", "or") for c in second.children)


def _owner(sentence: Sentence, noun: Token) -> str | None:
    """What "of" says behind "the president": a name."""
    if noun.tag[0] != "N" or not any(c.lower == "the" for c in noun.children):
        return None
    ofs = [p for p in sentence.children(noun, "prep") if p.lower == "of"]
    return next((o.lower for p in ofs for o in sentence.children(p, "pobj") if o.tag in ("NNP", "NNPS")), None)
