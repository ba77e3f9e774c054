"""Owners that parsers part from what they own: "the Netherlands’ “clean water” campaign", "the rulers' evermore brazen demands"."""

from __future__ import annotations

from dragoman.language.parse import Sentence, Token

_MARKS = frozenset({"'", "’"})
_OPENING = frozenset({"‘", "`"})
# How far behind its owner a thing is looked for, in words.
_REACH = 8


def owned(sentence: Sentence) -> Sentence:
    """`sentence` itself, or with what is owned in its owner's place, and the owner on it."""
    if _MARKS.isdisjoint(sentence.said):
        return sentence
    return _before_manner(_before_quotation(sentence))


def _before_quotation(sentence: Sentence) -> Sentence:
    """ "Of the Netherlands’ “clean water” campaign": a mark behind a plural name, before what it owns, closes no quotation."""
    for mark in sentence.tokens[1:-2]:
        owner, after = sentence.tokens[mark.i - 1], sentence.tokens[mark.i + 1]
        if mark.text not in _MARKS or mark.tag == "POS" or owner.end != mark.start or owner.tag[:3] != "NNP":
            continue
        opened = any(t.text in _OPENING for t in sentence.tokens[: mark.i])
        if not owner.lower.endswith("s") or after.start == mark.end or owner.dep == "poss" or opened:
            continue
        behind = sentence.tokens[mark.i + 1 : mark.i + _REACH]
        thing = next((t for t in behind if t.tag[0] not in "JHC`'" and t.text not in '"“”'), None)
        while thing is not None and thing.dep in ("compound", "nmod", "amod") and thing.head > thing.i:
            thing = sentence.tokens[thing.head]
        if thing is None or thing.tag[0] != "N":
            continue
        below = any(a is thing for a in sentence.ancestors(owner))
        tokens = (sentence.moved(owner, thing, "poss") if below else _in_place_of(sentence, thing, owner)).copied()
        tokens[mark.i].tag, tokens[mark.i].dep, tokens[mark.i].head = "POS", "case", owner.i
        return sentence.grown(tokens)
    return sentence


def _before_manner(sentence: Sentence) -> Sentence:
    """ "The rulers' evermore brazen demands": behind an owner's mark stands no preposition."""
    for word in sentence.tokens[2:-1]:
        mark, owner = sentence.tokens[word.i - 1], sentence.tokens[word.i - 2]
        if mark.tag != "POS" or word.tag != "IN" or owner.dep == "poss":
            continue
        above = sentence.tokens[word.head]
        thing = above if word.dep == "amod" and above.i > word.i else None
        thing = thing or next((c for c in word.children if c.dep == "pobj" and c.i > word.i), None)
        if thing is not None and not any(a is thing for a in sentence.ancestors(owner)):
            tokens = _in_place_of(sentence, thing, owner).copied()
            tokens[word.i].tag, tokens[word.i].dep, tokens[word.i].head = "RB", "advmod", word.i + 1
            return sentence.grown(tokens)
    return sentence


def _in_place_of(sentence: Sentence, thing: Token, owner: Token) -> Sentence:
    """The sentence with `thing` where its owner was hung, and the owner on it."""
    return sentence.moved(thing, sentence.tokens[owner.head], owner.dep).moved(owner, thing, "poss")
