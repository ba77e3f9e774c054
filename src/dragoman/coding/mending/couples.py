"""Two who act together, whom the parser made one: "Premier Ann Dow and President Ben Roe will discuss"."""

from __future__ import annotations

from dragoman.language.parse import Sentence


def coupled(sentence: Sentence) -> Sentence:
    """`sentence` itself, or with the first of two named officials as its subject where the parser hung him on the second."""
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
                if token.head == subject.i and token.i < first.i and token.i != first.i:
                    token.head = first.i
            return sentence.grown(copied)
    return sentence
