"""Participles on a noun that parsers take for clauses of their own ("Four workers abducted in Niger were set free")."""

from __future__ import annotations

from dragoman.language.parse import Sentence


def relieved(sentence: Sentence) -> Sentence:
    """ "Four workers abducted in Niger were set free": a participle on the subject that the parser took for a clause of its
    own, with the subject, is given back to the noun, and the subject to its verb.
    """
    for verb in sentence:
        if verb.tag not in ("VBN", "VBD") or verb.dep not in ("ccomp", "advcl") or not 0 <= verb.i < verb.head:
            continue
        main = sentence.tokens[verb.head]
        passive = any(c.dep == "auxpass" for c in main.children)
        own = [c for c in verb.children if c.dep == "nsubj" and c.i < verb.i]
        if not own or not passive or own[0].tag in ("PRP", "WDT", "WP"):
            continue
        if any(c.dep in ("nsubj", "nsubjpass", "csubj", "expl") for c in main.children):
            continue
        if any(c.dep in ("aux", "auxpass", "mark", "dobj", "ccomp") for c in verb.children):
            continue
        if any(t.text in (",", ";", ":", "“", "”", '"', "''", "``") for t in sentence.tokens[verb.i : main.i]):
            continue
        tokens = sentence.copied()
        subject = tokens[own[0].i]
        subject.head, subject.dep = main.i, "nsubjpass"
        tokens[verb.i].head, tokens[verb.i].dep, tokens[verb.i].tag = subject.i, "acl", "VBN"
        return sentence.grown(tokens)
    return sentence


def visited(sentence: Sentence) -> Sentence:
    """ "met with visiting Foreign Secretary Johnson": who is visiting is met, and visits nobody's secretary."""
    for gerund in sentence:
        above = sentence.head(gerund)
        if gerund.lower != "visiting" or gerund.dep != "pcomp" or above is None or above.lower != "with":
            continue
        whom = next((c for c in gerund.children if c.dep == "dobj" and c.i > gerund.i), None)
        if whom is None:
            continue
        tokens = sentence.copied()
        tokens[whom.i].head, tokens[whom.i].dep = above.i, "pobj"
        tokens[gerund.i].head, tokens[gerund.i].dep, tokens[gerund.i].tag = whom.i, "amod", "JJ"
        for t in tokens:
            if t.head == gerund.i and t.i != gerund.i:
                t.head = whom.i
        return sentence.grown(tokens)
    return sentence
