"""Objects that parsers miss in long sentences of news: the time that somebody is given to do something, what is dismissed as so and
so, what something is added to, whom somebody lets go, and what a body votes to do behind its count of votes."""

from __future__ import annotations

from collections.abc import Set

from dragoman.coding.mending.asking import of_labels
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.words import word_class

GIVING = frozenset({"give", "gives", "gave", "given", "giving"})
JUDGING = word_class("judging-as")
_ADDS = frozenset({"add", "adds", "added", "adding"})
VOTING = frozenset({"vote", "votes", "voted", "voting"})
_SPANS = word_class("spells")
_THOUGHT = word_class("thought-of-somebody")
_GIVES = word_class("passing-on")
_BEHIND = frozenset({"to", "of", "by", "in", "for"})
_OPENS = frozenset({"DT", "PRP$", "NNP", "NNPS"})


def dealt(sentence: Sentence, words: Set[str], vocabulary: Vocabulary) -> Sentence:
    """`sentence`, which has `words`, with such objects on their verb; itself where there are none."""
    if not GIVING.isdisjoint(words):
        sentence = _qualified(sentence if _SPANS.isdisjoint(words) else _given_time(sentence))
    if "as" in words and not JUDGING.isdisjoint(words):
        sentence = _judged(sentence)
    if "to" in words and not _ADDS.isdisjoint(words):
        sentence = _added(sentence)
    if "let" in words and "go" in words:
        sentence = _let_go(sentence)
    if not VOTING.isdisjoint(words) and "to" in words:
        sentence = _voted(sentence)
    if "to" in words and not _THOUGHT.isdisjoint(words):
        sentence = _passed_on(sentence, vocabulary)
    return sentence


def _qualified(sentence: Sentence) -> Sentence:
    """ "Gave Chad written pledges": a participle between two objects, taken for a second verb, tells what the second is like."""
    for sort in sentence.tokens[2:-1]:
        verb, thing = sentence.tokens[sort.head], sentence.tokens[sort.i + 1]
        if sort.tag != "VBN" or sort.dep != "conj" or thing.head != sort.i or thing.dep != "dobj" or verb.i > sort.i:
            continue
        if verb.lower not in GIVING or any(t.dep in ("cc", "punct") for t in sentence.tokens[verb.i : sort.i]):
            continue
        tokens = sentence.copied()
        tokens[thing.i].head, tokens[thing.i].dep = verb.i, "dobj"
        tokens[sort.i].head, tokens[sort.i].dep = thing.i, "amod"
        for child in sort.children:
            if child is not thing:
                tokens[child.i].head = thing.i
                tokens[child.i].dep = "acl" if child.dep == "advcl" else child.dep
        return sentence.grown(tokens)
    return sentence


def _passed_on(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Turned over to Danish agents the man believed to have planned it": who is passed on is no subject of what is thought of
    him, and no part of those who get him.
    """
    for noun in sentence.tokens[4:-2]:
        told = sentence.tokens[noun.head]
        told_of = noun.dep == "nsubj" and noun.tag[0] == "N" and told.i == noun.i + 1 and told.lower in _THOUGHT
        if not told_of or told.dep not in ("relcl", "acl", "ccomp") or sentence.tokens[told.i + 1].lower not in _BEHIND:
            continue
        verb = sentence.verb_above(told)
        if verb is None or verb.i > noun.i or _GIVES.isdisjoint(vocabulary.verb_lemmas.get(verb.lower, ())):
            continue
        between = sentence.tokens[verb.i + 1 : sentence.subtree(noun)[0].i]
        if any(c.dep in ("dobj", "auxpass") for c in verb.children) or not any(t.lower == "to" for t in between):
            continue
        if any(t.text == "," for t in between):
            continue
        tokens = sentence.copied()
        tokens[noun.i].head, tokens[noun.i].dep = verb.i, "dobj"
        tokens[told.i].head, tokens[told.i].dep, tokens[told.i].tag = noun.i, "acl", "VBN"
        return sentence.grown(tokens)
    return sentence


@of_labels("npadvmod")
def _given_time(sentence: Sentence) -> Sentence:
    """ "Gave the gunners around the town ten days to leave": the days are given, and the gunners get them."""
    for days in sentence.tokens[2:]:
        verb = sentence.tokens[days.head]
        if days.lower not in _SPANS or days.dep != "npadvmod" or verb.lower not in GIVING or verb.i > days.i:
            continue
        people = [c for c in verb.children if c.dep == "dobj" and verb.i < c.i < days.i]
        if len(people) == 1 and any(c.dep == "nummod" or c.tag == "DT" for c in days.children):
            return sentence.moved(people[0], verb, "dative").moved(days, verb, "dobj")
    return sentence


def _judged(sentence: Sentence) -> Sentence:
    """ "Dismissed as insulting an offer of talks", "rejected as baseless charges that": what is judged so is the object."""
    for sort in sentence.tokens[2:-1]:
        as_ = sentence.tokens[sort.i - 1]
        verb = sentence.tokens[as_.head]
        if as_.lower != "as" or as_.dep != "prep" or sort.tag not in ("JJ", "VBG", "VBN") or verb.lower not in JUDGING:
            continue
        if any(c.dep in ("dobj", "auxpass") for c in verb.children):
            continue
        if sort.dep == "pcomp":
            thing = next((c for c in sort.children if c.dep in ("dobj", "ccomp", "xcomp") and c.tag[0] == "N"), None)
        else:
            above = sentence.tokens[sort.head]
            thing = above if sort.dep == "amod" and above.head == as_.i and above.i > sort.i else None
        if thing is None or not _is_apart(sentence, sort, thing):
            continue
        tokens = sentence.copied()
        tokens[thing.i].head, tokens[thing.i].dep = verb.i, "dobj"
        tokens[sort.i].head, tokens[sort.i].dep, tokens[sort.i].tag = as_.i, "amod", "JJ"
        for child in sort.children:
            if child is not thing and child.i > thing.i:
                tokens[child.i].head = thing.i
        for clause in verb.children:  # "baseless claims that it had": told by the claims
            if clause.dep == "ccomp" and clause.i > thing.i and any(c.dep == "mark" for c in clause.children):
                tokens[clause.i].head, tokens[clause.i].dep = thing.i, "acl"
        return sentence.grown(tokens)
    return sentence


def _is_apart(sentence: Sentence, sort: Token, thing: Token) -> bool:
    """Whether a noun begins anew behind the word for what it is: "insulting | an offer", "baseless | charges that"."""
    return sentence.tokens[sort.i + 1].tag in _OPENS or (thing.tag == "NNS" and thing.i == sort.i + 1)


def _added(sentence: Sentence) -> Sentence:
    """ "Added two banks to its list": what something is added to is told of the verb, not of the thing."""
    for to in sentence.tokens[2:]:
        thing = sentence.tokens[to.head]
        verb = sentence.tokens[thing.head]
        if to.lower == "to" and to.dep == "prep" and thing.dep == "dobj" and verb.lower in _ADDS and verb.i < thing.i:
            return sentence.moved(to, verb, "prep")
    return sentence


def _let_go(sentence: Sentence) -> Sentence:
    """ "Let go three of them": who lets is who does it, though the parser took "let" for a helper."""
    for go in sentence.tokens[1:]:
        let = sentence.tokens[go.i - 1]
        if go.lower != "go" or let.lower != "let" or let.head != go.i or let.dep != "aux":
            continue
        tokens = sentence.copied()
        for child in let.children:
            tokens[child.i].head = go.i
        tokens[go.i].tag = let.tag
        return sentence.grown(tokens)
    return sentence


def _voted(sentence: Sentence) -> Sentence:
    """ "Voted by ten to none to cut off trade": the infinitive behind the count tells what was voted for."""
    for clause in sentence.tokens[3:]:
        count = sentence.tokens[clause.head]
        if clause.tag != "VB" or clause.dep not in ("relcl", "acl", "advcl", "xcomp") or count.i > clause.i:
            continue
        if count.tag != "CD" and count.lower not in ("none", "nil", "one", "votes"):
            continue
        verb = next((a for a in sentence.ancestors(count) if a.lower in VOTING), None)
        if verb is None or any(c.dep in ("nsubj", "nsubjpass") for c in clause.children):
            continue
        return sentence.moved(clause, verb, "xcomp")
    return sentence
