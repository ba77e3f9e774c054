"""What parsers take for another word and is a verb: "opposes the move and demands that ...", "Chad thanks the peoples of Mali"."""

from __future__ import annotations

from dragoman.coding.mending.asking import of_labels
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import Sentence, Token

_BEFORE_VERBS = frozenset({"nsubj", "compound", "nmod", "npadvmod"})
_OPENS = frozenset({"that", "the", "a", "an", "all", "to", "its", "on"})
_OF_NOUNS = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "case"})


def with_predicate(sentence: Sentence) -> Sentence:
    """ "Our means for self-defence serve as a shield": a verb taken for the noun that a phrase of the subject ends in."""
    subject = sentence.tokens[sentence.root]
    if subject.tag[0] != "N":
        return sentence
    for verb in sentence.tokens[subject.i + 3 :]:
        end, preposition = sentence.tokens[verb.i - 1], sentence.tokens[verb.head]
        if verb.tag not in ("VBZ", "VBP") or verb.dep != "pobj" or end.dep != "compound" or end.head != verb.i:
            continue
        if preposition.head != subject.i or preposition.i < subject.i:
            continue
        tokens = sentence.copied()
        tokens[end.i].dep, tokens[end.i].head = "pobj", preposition.i
        for child in (*verb.children, *subject.children):
            late, early = child.i > verb.i, child.dep == "npadvmod" and child.i < subject.i
            if late or early or child.dep == "punct":
                tokens[child.i].head = verb.i
            elif child.head == verb.i and child.i != end.i:
                tokens[child.i].head = end.i
        tokens[subject.i].dep, tokens[subject.i].head = "nsubj", verb.i
        tokens[verb.i].dep, tokens[verb.i].head = "ROOT", verb.i
        return sentence.grown(tokens, verb.i)
    return sentence


def with_root(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Chad thanks the peoples of Mali", "Chad protests in Mali", "The Republic of Chad denounces before the world the raid",
    "Chad severs diplomatic ties": a plural with an object and a name before it, or with a subject right before it, is a verb.
    """
    root = sentence.tokens[sentence.root]
    if root.tag != "NNS":
        return sentence
    before = [c for c in root.children if c.i < root.i and c.dep in _BEFORE_VERBS and c.tag[:2] == "NN"]
    acting = bool(before) and before[-1].dep == "nsubj" and before[-1].i == root.i - 1
    verbal = root.lower in vocabulary.verb_lemmas
    things = [
        c
        for c in root.children
        if c.i > root.i and (c.dep == "dobj" or (c.dep == "appos" and _is_object(sentence, c, root if verbal else None)))
    ]
    named = sentence.tokens[root.i - 1].tag == "NNP"
    if not acting and not any(c.dep == "dobj" or named for c in things):
        return sentence
    if not before or (before[-1].dep != "nsubj" and before[-1].tag != "NNP"):
        return sentence
    tokens = sentence.copied()
    tokens[root.i].tag, tokens[before[-1].i].dep = "VBZ", "nsubj"
    for thing in things[:1]:
        tokens[thing.i].dep = "dobj"
    return sentence.grown(tokens)


def _is_object(sentence: Sentence, noun: Token, verb: Token | None) -> bool:
    """Whether a noun with an article, or right behind what may be its `verb`, stands where an object would, no comma before it."""
    first = sentence.subtree(noun)[0]
    near = any(c.dep == "det" for c in noun.children) or (verb is not None and first.i == verb.i + 1)
    return near and sentence.tokens[first.i - 1].text != ","


@of_labels("conj")
def with_verb(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """Make a bare noun that is listed beside a finite verb or its object, and rules a clause or an object, the verb that it is."""
    for noun in sentence.tokens[1:-1]:
        if noun.tag != "NNS" or noun.dep != "conj" or noun.lower not in vocabulary.verb_lemmas:
            continue
        head, after = sentence.tokens[noun.head], sentence.tokens[noun.i + 1]
        verb = sentence.tokens[head.head] if head.dep in ("dobj", "npadvmod") and after.lower == "that" else head
        perfect = verb.tag == "VBN" and any(c.lower == "has" for c in sentence.children(verb, "aux"))
        if (verb.tag != "VBZ" and not perfect) or sentence.tokens[noun.i - 1].lower not in ("and", "but", ","):
            continue
        if any(c.dep in _OF_NOUNS for c in noun.children) or after.lower not in _OPENS:
            continue
        tokens = sentence.copied()
        tokens[noun.i].tag, tokens[noun.i].head = "VBZ", verb.i
        for clause in (*noun.children, *head.children):
            if clause.i > noun.i and clause.dep in ("acl", "relcl") and any(c.i == after.i for c in clause.children):
                tokens[clause.i].dep, tokens[clause.i].head = "ccomp", noun.i
        return sentence.grown(tokens)
    return sentence
