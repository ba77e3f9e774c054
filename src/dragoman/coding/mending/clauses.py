"""Clauses that parsers hang on the wrong one: what is declared besides ("holds that it is a crime and reiterates ..."), recalled, or split off."""

from __future__ import annotations

from dragoman.coding.mending.asking import of_labels
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import FINITE, Sentence

_RECITED = frozenset({"csubj", "csubjpass", "advcl"})


def with_declared(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Holds that the blockade is a crime and reiterates its solidarity": what a thing is, and what somebody goes on to declare."""
    declaring = vocabulary.groups["declaring"]
    for verb in sentence.tokens[4:]:
        clause = sentence.tokens[verb.head]
        main = sentence.tokens[clause.head]
        if verb.lower not in declaring or verb.dep != "conj" or clause.dep != "ccomp" or main.tag != verb.tag:
            continue
        if (
            main.dep == "relcl"
            or main.i > clause.i
            or clause.lower in declaring
            or not any(c.lower == "that" and c.dep == "mark" for c in clause.children)
        ):
            continue
        subjects = [c for c in clause.children if c.dep in ("nsubj", "nsubjpass")]
        if any(c.dep in ("nsubj", "nsubjpass", "mark", "aux") for c in verb.children) or not subjects:
            continue
        if all(s.tag in ("NN", "NNS") for s in subjects):
            return sentence.moved(verb, main, "conj")
    return sentence


@of_labels(*_RECITED)
def with_recital(sentence: Sentence) -> Sentence:
    """ "Recalling that relations were established in 1972": what follows "that" is what is recalled, and no object."""
    for verb in sentence:
        if verb.tag not in FINITE and verb.tag != "VBN":
            continue
        recital = next((c for c in verb.children if c.tag == "VBG" and c.dep in _RECITED and c.i < verb.i), None)
        if recital is None or sentence.tokens[recital.i + 1].lower != "that":
            continue
        that = sentence.tokens[recital.i + 1]
        noun = sentence.tokens[that.head]
        if that.dep != "det" or noun.dep != "dobj" or noun.head != recital.i or sentence.subtree(noun)[-1].i > verb.i:
            continue
        tokens = sentence.copied()
        tokens[that.i].dep, tokens[that.i].tag, tokens[that.i].head = "mark", "IN", verb.i
        passive = any(c.dep == "auxpass" for c in verb.children)
        tokens[noun.i].dep, tokens[noun.i].head = "nsubjpass" if passive else "nsubj", verb.i
        for subject in sentence.children(verb, "nsubj", "nsubjpass"):
            tokens[subject.i].dep, tokens[subject.i].head = "nsubj", recital.i
        root = verb.dep == "ROOT"
        tokens[recital.i].head, tokens[recital.i].dep = (recital.i if root else verb.head), verb.dep
        tokens[verb.i].head, tokens[verb.i].dep = recital.i, "ccomp"
        return sentence.grown(tokens, recital.i) if root else sentence.grown(tokens)
    return sentence


def with_cleft(sentence: Sentence) -> Sentence:
    """ "It was Chad that armed the rebels, paid them and ...": a verb, and no word on the rebels."""
    it, copula = sentence.tokens[0], sentence.tokens[sentence.root]
    if it.lower != "it" or copula.lower not in ("is", "was") or copula.i > 2:
        return sentence
    doer = next((c for c in sentence.children(copula, "attr") if c.tag[0] == "N"), None)
    that = next((t for t in sentence.tokens[doer.i + 1 : doer.i + 3] if t.lower == "that"), None) if doer is not None else None
    verb = sentence.tokens[that.i + 1] if that is not None and that.i + 2 < len(sentence.tokens) else None
    if doer is None or that is None or verb is None:
        return sentence
    own = [c for c in sentence.children(verb, "nsubj", "nsubjpass", "expl") if c is not that]
    if verb.tag in FINITE and verb.head == copula.i and not own:
        tokens = sentence.copied()
        tokens[that.i].tag, tokens[that.i].dep, tokens[that.i].head = "WDT", "nsubj", verb.i
        tokens[verb.i].dep, tokens[verb.i].head = "relcl", doer.i
        return sentence.grown(tokens)
    if verb.dep != "amod" or not verb.lower.endswith("ed"):
        return sentence
    thing = sentence.tokens[verb.head]
    main = sentence.tokens[thing.head]
    if thing.dep not in ("nsubj", "attr", "dobj", "ccomp", "ROOT", "appos") or thing.i < verb.i:
        return sentence
    tokens = sentence.copied()
    tokens[that.i].tag, tokens[that.i].dep, tokens[that.i].head = "WDT", "nsubj", verb.i
    tokens[verb.i].tag, tokens[verb.i].dep, tokens[verb.i].head = "VBD", "relcl", doer.i
    tokens[thing.i].dep, tokens[thing.i].head = "dobj", verb.i
    if main.tag[0] == "V" and main.i > thing.i:
        tokens[main.i].dep, tokens[main.i].head = "conj", verb.i
    return sentence.grown(tokens)
