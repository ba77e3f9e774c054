"""Objects that wires put last: "returned to Poland church bells", "turned over what it said were the remains of soldiers"."""

from __future__ import annotations

from collections.abc import Set

from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import Sentence
from dragoman.lexicon.closed import IS
from dragoman.lexicon.words import word_class

_SAYS = word_class("said-to")
_GIVES = word_class("passing-on")

_BACK = frozenset({"back", "over", "on", "up"})


def settled(sentence: Sentence, words: Set[str], vocabulary: Vocabulary) -> Sentence:
    """`sentence`, which has `words`, with such objects on their verb; itself where there are none."""
    if "what" in words and not _SAYS.isdisjoint(words):
        sentence = _said_to_be(sentence)
    if "hand" in words and "out" in words:
        sentence = _out_of_hand(sentence)
    return _wanted(_giving(_given_to(sentence, vocabulary), vocabulary), vocabulary) if "to" in words else sentence


def _out_of_hand(sentence: Sentence) -> Sentence:
    """ "Rejected out of hand Somalia's offer": what is rejected is no part of the phrase."""
    for hand in sentence.tokens[3:]:
        out, of = sentence.tokens[hand.i - 2 : hand.i]
        verb = sentence.tokens[out.head]
        if hand.lower != "hand" or out.lower != "out" or hand.dep == "pobj" or verb.tag[0] != "V":
            continue
        noun = next((a for a in sentence.ancestors(hand) if a.head == of.i), None)
        if noun is None:
            continue
        return sentence.moved(noun, verb, "dobj").moved(hand, of, "pobj")
    return sentence


def _giving(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Chad handed over to Italy a banker wanted for fraud": who gives wants nothing, and whom he gives is no part of the name."""
    told = sentence.tokens[sentence.root]
    if told.tag != "VBD" or told.i < 5 or any(c.dep in ("dobj", "aux", "ccomp", "xcomp") for c in told.children):
        return sentence
    noun = sentence.tokens[told.i - 1]
    giver = next((c for c in told.children if c.dep == "nsubj" and c.i < noun.i), None)
    verb = next((c for c in giver.children if c.dep == "acl" and c.tag == "VBN"), None) if giver is not None else None
    if noun.dep != "appos" or giver is None or verb is None or any(c.dep in ("dobj", "agent") for c in verb.children):
        return sentence
    to = any(c.lower == "to" for p in (verb, *verb.children) for c in p.children)
    if not to or _GIVES.isdisjoint(vocabulary.verb_lemmas.get(verb.lower, ())):
        return sentence
    tokens = sentence.copied()
    tokens[verb.i].head, tokens[verb.i].dep, tokens[verb.i].tag = verb.i, "ROOT", "VBD"
    tokens[giver.i].head, tokens[giver.i].dep = verb.i, "nsubj"
    tokens[noun.i].head, tokens[noun.i].dep = verb.i, "dobj"
    tokens[told.i].head, tokens[told.i].dep, tokens[told.i].tag = noun.i, "acl", "VBN"
    for child in told.children:
        if child.dep == "punct":
            tokens[child.i].head = verb.i
    return sentence.grown(tokens, verb.i)


def _wanted(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Handed over to Italy a banker wanted for fraud": what is given is no subject of what is told of it."""
    for noun in sentence.tokens[4:]:
        told, verb = sentence.tokens[noun.head], sentence.tokens[sentence.tokens[noun.head].head]
        if noun.dep != "nsubj" or told.i != noun.i + 1 or told.tag not in ("VBD", "VBN") or verb.i > noun.i:
            continue
        if _GIVES.isdisjoint(vocabulary.verb_lemmas.get(verb.lower, ())) or verb.tag[0] != "V":
            continue
        if any(c.dep in ("dobj", "auxpass") for c in verb.children) or any(
            c.dep in ("dobj", "aux", "ccomp", "xcomp") for c in told.children
        ):
            continue
        first = sentence.subtree(noun)[0].i
        between = sentence.tokens[verb.i + 1 : first]
        if not any(t.lower == "to" and t.dep in ("prep", "dative") for t in between) or any(t.text == "," for t in between):
            continue
        tokens = sentence.copied()
        tokens[noun.i].head, tokens[noun.i].dep = verb.i, "dobj"
        tokens[told.i].head, tokens[told.i].dep, tokens[told.i].tag = noun.i, "acl", "VBN"
        return sentence.grown(tokens)
    return sentence


def _given_to(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Passed on to Washington details of a plot": the name is whom it goes to, and the noun that it was put before goes there."""
    for to in sentence:
        verb = sentence.head(to)
        if verb is not None and verb.lower in _BACK:
            verb = sentence.head(verb)
        if to.lower != "to" or to.dep != "prep" or verb is None or verb.tag not in ("VBD", "VBN", "VBZ", "VBP", "VB"):
            continue
        if _GIVES.isdisjoint(vocabulary.verb_lemmas.get(verb.lower, ())):
            continue
        thing = next((c for c in to.children if c.dep == "pobj" and c.tag == "NNS"), None)
        if thing is None or any(c.dep in ("dobj", "auxpass") for c in verb.children):
            continue
        names = [c for c in thing.children if c.dep == "compound" and c.tag == "NNP" and to.i < c.i < thing.i]
        between = sentence.tokens[to.i + 1 : thing.i]
        if not names or names[0].i != to.i + 1 or any(t.dep in ("det", "poss", "case") for t in between):
            continue
        tokens = sentence.copied()
        last = tokens[names[-1].i]
        tokens[thing.i].head, tokens[thing.i].dep = verb.i, "dobj"
        last.head, last.dep = to.i, "pobj"
        tokens[to.i].head = verb.i
        for name in names[:-1]:
            tokens[name.i].head = last.i
        return sentence.grown(tokens)
    return sentence


def _said_to_be(sentence: Sentence) -> Sentence:
    """ "Turned over what it said were the remains of six soldiers": the remains are turned over."""
    for what in sentence:
        being = sentence.tokens[what.head]
        says = sentence.tokens[being.head]
        verb = sentence.tokens[says.head]
        if what.lower != "what" or being.lower not in IS or says.lower not in _SAYS or verb.tag[0] != "V" or verb.i > what.i:
            continue
        thing = next((n for n in sentence.children(being, "attr") if n.tag[0] == "N"), None)
        if thing is None or sentence.children(verb, "dobj"):
            continue
        return sentence.moved(thing, verb, "dobj").moved(says, thing, "relcl")
    return sentence
