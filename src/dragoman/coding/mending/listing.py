"""What stands in lists and beside them that parsers part: verbs under one "has", a member named "in particular" or "above all"; an object
behind where and when, and behind what it is dismissed as.
"""

from __future__ import annotations

from collections.abc import Set

from dragoman.coding.mending.asking import of_labels
from dragoman.coding.mending.swallowed import TIMES
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.closed import HAVING

_PAST = frozenset({"VBN", "VBD"})
_ABOVE_ALL = frozenset({("in", "particular"), ("above", "all")})
_LAST = frozenset({"particular", "above"})
_OPENS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our"})


def listed(sentence: Sentence) -> Sentence:
    """`sentence` with what is listed put together; itself where there is nothing of the kind."""
    words = sentence.said
    if "and" in words:
        sentence = _after_bare(_in_turn(sentence))
        if "that" in words:
            sentence = _told_next(sentence)
        if not HAVING.isdisjoint(words):
            sentence = _under_have(sentence)
    if "of" in words:
        sentence = _of_each(sentence)
    return _above_all(sentence) if not _LAST.isdisjoint(words) else sentence


@of_labels("conj")
def _after_bare(sentence: Sentence) -> Sentence:
    """ "Demands that Chad supply rice and threatens to leave", "asked Chad to go and warned that": a finite verb is not listed
    with a bare one, but with the finite one over it.
    """
    for verb in sentence.tokens[3:]:
        bare = sentence.tokens[verb.head]
        if verb.tag not in ("VBZ", "VBD") or verb.dep != "conj" or bare.tag != "VB" or bare.i > verb.i:
            continue
        if any(c.dep in ("nsubj", "nsubjpass", "mark", "aux", "auxpass") for c in verb.children):
            continue
        above = sentence.tokens[bare.head]
        while above.tag == "VB" and above.head != above.i and above.i < bare.i:
            above = sentence.tokens[above.head]
        if above.tag == verb.tag and above.i < bare.i and any(c.dep == "nsubj" for c in above.children):
            return sentence.moved(verb, above, "conj")
    return sentence


@of_labels("conj")
def _told_next(sentence: Sentence) -> Sentence:
    """ "Protested that the tax was unlawful, and in May 1879 troops landed": what is told next with a date of its own is no part
    of what was protested.
    """
    for verb in sentence.tokens[6:]:
        clause = sentence.tokens[verb.head]
        main = sentence.tokens[clause.head]
        if verb.tag != "VBD" or verb.dep != "conj" or clause.dep != "ccomp" or main.tag != "VBD" or main.i > clause.i:
            continue
        if not any(c.lower == "that" and c.dep == "mark" for c in clause.children):
            continue
        subject = next((c for c in verb.children if c.dep in ("nsubj", "nsubjpass")), None)
        link = next((c for c in reversed(clause.children) if c.dep == "cc" and c.i < verb.i), None)
        if subject is None or link is None or link.lower != "and" or sentence.tokens[link.i - 1].text != ",":
            continue
        opening = sentence.tokens[link.i + 1]
        dated = opening.tag == "IN" and any(t.tag == "CD" for t in sentence.tokens[opening.i + 1 : subject.i])
        if dated and not any(c.dep in ("mark", "aux") for c in verb.children):
            return sentence.moved(verb, main, "conj")
    return sentence


def placed(sentence: Sentence, words: Set[str]) -> Sentence:
    """`sentence`, which has `words`, with an object that stands behind something else given back to its verb."""
    if "as" in words:
        sentence = _dismissed_as(sentence)
    return _behind(sentence)


def _under_have(sentence: Sentence) -> Sentence:
    """ "Has planned, financed and armed the rebellion": the second of three, taken for a clause of its own."""
    for verb in sentence.tokens[1:-3]:
        if verb.tag not in _PAST or not any(c.lower in HAVING for c in sentence.children(verb, "aux")):
            continue
        second = sentence.tokens[verb.i + 2]
        if sentence.tokens[verb.i + 1].text != "," or second.tag not in _PAST or second.dep != "advcl" or second.head != verb.i:
            continue
        last = next((c for c in sentence.children(second, "conj") if c.tag in _PAST), None)
        if last is None or any(
            c.dep in ("mark", "aux", "auxpass", "nsubj", "agent") for c in (*second.children, *last.children)
        ):
            continue
        tokens = sentence.copied()
        tokens[second.i].dep, tokens[second.i].tag, tokens[last.i].tag = "conj", "VBN", "VBN"
        return sentence.grown(tokens)
    return sentence


@of_labels("advcl")
def _in_turn(sentence: Sentence) -> Sentence:
    """ "Flew into the valley, fired upon a hamlet and left two dead": the second of three deeds, taken for a participle."""
    for verb in sentence.tokens[3:-2]:
        above = sentence.tokens[verb.head]
        if verb.tag != "VBN" or verb.dep != "advcl" or above.tag != "VBD" or sentence.tokens[verb.i - 1].text != ",":
            continue
        if above.i > verb.i or any(c.dep in ("mark", "aux", "auxpass", "nsubj", "agent") for c in verb.children):
            continue
        active = any(c.dep == "dobj" for c in verb.children) or sentence.tokens[verb.i + 1].lower in ("on", "upon")
        last = next((c for c in sentence.children(verb, "conj") if c.tag in _PAST), None)
        if not active or last is None or any(c.dep in ("nsubj", "auxpass", "agent") for c in last.children):
            continue
        tokens = sentence.copied()
        tokens[verb.i].tag, tokens[verb.i].dep, tokens[last.i].tag = "VBD", "conj", "VBD"
        return sentence.grown(tokens)
    return sentence


def _of_each(sentence: Sentence) -> Sentence:
    """ "The principles of A, of causing no harm and of B": each "of" behind a comma or "and" is the first noun's."""
    first: Token | None = None
    for of in sentence.tokens[1:]:
        if of.lower != "of":
            continue
        before = sentence.tokens[of.i - 1]
        if before.text != "," and before.lower != "and":
            noun = sentence.head(of)
            first = noun if of.dep == "prep" and noun is not None and noun.tag[0] == "N" else None
        elif first is not None and first.tag == "NNS" and of.dep == "prep" and of.head != first.i:
            last = sentence.subtree(sentence.tokens[of.head])[0]
            if sentence.tokens[of.head].tag[0] != "N" or last.i > first.i:
                sentence = sentence.moved(of, first, "prep")
    return sentence


def _above_all(sentence: Sentence) -> Sentence:
    """ "Thanks the Union, and in particular Chad", "its partners, above all Chad": who is named last is one of those before."""
    for word in sentence.tokens[3:-1]:
        before = sentence.tokens[word.i - 1]
        if (before.lower, word.lower) not in _ABOVE_ALL:
            continue
        name = next((o for o in sentence.children(before, "pobj") if o.i > word.i and o.tag[0] == "N"), None)
        if name is None:
            continue
        first = next(
            (t for t in reversed(sentence.tokens[: before.i]) if t.text != "," and t.lower != "and" and t.tag != "RB"), None
        )
        while first is not None and first.dep == "pobj" and (of := sentence.head(first)) is not None:
            above = sentence.head(of)
            if above is None or above.tag[0] != "N":
                break
            first = above
        if first is None or first.tag[0] != "N":
            continue
        tokens = sentence.copied()
        tokens[name.i].head, tokens[name.i].dep = first.i, "conj"
        tokens[before.i].head, tokens[before.i].dep = name.i, "advmod"
        tokens[word.i].head, tokens[word.i].dep = before.i, "amod"
        return sentence.grown(tokens)
    return sentence


def _dismissed_as(sentence: Sentence) -> Sentence:
    """ "Dismissed as fabricated a report": what is dismissed is the report, and nobody fabricates it there."""
    for word in sentence.tokens[2:-2]:
        verb, before = sentence.tokens[word.head], sentence.tokens[word.i - 1]
        if word.tag != "VBN" or word.dep != "advcl" or before.lower != "as" or before.head != word.i or verb.i != before.i - 1:
            continue
        thing = next((c for c in sentence.children(word, "dobj") if c.i > word.i), None)
        if thing is None or verb.tag[0] != "V" or sentence.children(verb, "dobj"):
            continue
        tokens = sentence.copied()
        tokens[thing.i].head = verb.i
        tokens[before.i].head, tokens[before.i].dep = verb.i, "prep"
        tokens[word.i].head, tokens[word.i].dep, tokens[word.i].tag = before.i, "amod", "JJ"
        return sentence.grown(tokens)
    return sentence


def _behind(sentence: Sentence) -> Sentence:
    """ "Met in his office on Friday the Russian minister": an object behind where and when, taken for an adverb."""
    for noun in sentence.tokens[3:]:
        if noun.dep != "npadvmod" or noun.tag not in ("NN", "NNP") or noun.lower in TIMES:
            continue
        verb = sentence.tokens[noun.head]
        first = sentence.subtree(noun)[0]
        if verb.tag not in ("VBD", "VBZ") or noun.i < verb.i or first.lower not in _OPENS:
            continue
        if any(c.dep in ("dobj", "auxpass", "xcomp", "ccomp", "nsubjpass") for c in verb.children):
            continue
        if first.i > verb.i + 1 and _is_where_and_when(sentence, verb, first.i):
            tokens = sentence.copied()
            tokens[noun.i].dep = "dobj"
            return sentence.grown(tokens)
    return sentence


def _is_where_and_when(sentence: Sentence, verb: Token, end: int) -> bool:
    """Whether all from a verb to a place hangs on it by prepositions."""
    inside = {t.i for p in sentence.children(verb, "prep", "advmod") for t in sentence.subtree(p)}
    return all(t.i in inside for t in sentence.tokens[verb.i + 1 : end])
