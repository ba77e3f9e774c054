"""Several by their titles who do something together, of whom the parser made subjects apart: "H.E. President A of B and H.M. King C of D
met", "President A, Chancellor B and Premier C met"."""

from __future__ import annotations

from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.words import word_class

TITLES = word_class("titles-before-names")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def joined(sentence: Sentence) -> Sentence:
    """`sentence` with those who stand before its verb in one list."""
    for verb in sentence.tokens[3:]:
        if verb.tag[0] != "V":
            continue
        subjects = [c for c in verb.children if c.dep in _SUBJECTS and c.i < verb.i and c.tag in ("NNP", "NNPS")]
        if len(subjects) == 2 and _is_titled(sentence, subjects[1]) and (link := _link(sentence, *subjects)) is not None:
            return _listed(sentence, subjects[0], subjects[1], link)
        if len(subjects) == 1 and any(c.dep == "conj" for c in subjects[0].children):
            lost = next((c for c in verb.children if c.dep == "npadvmod" and c.i < subjects[0].i), None)
            if lost is not None and _is_titled(sentence, lost) and sentence.tokens[lost.i + 1].text == ",":
                return sentence.moved(lost, verb, subjects[0].dep).moved(subjects[0], lost, "conj")
    return sentence


def _is_titled(sentence: Sentence, name: Token) -> bool:
    return any(t.lower in TITLES for t in sentence.tokens[max(0, name.i - 5) : name.i])


def _link(sentence: Sentence, first: Token, second: Token) -> Token | None:
    """The "and" right before the words of the second, below those of the first."""
    begin = sentence.subtree(second)[0].i
    before = sentence.tokens[begin - 1] if begin else None
    return before if before is not None and before.lower == "and" and first.i < before.i else None


def _listed(sentence: Sentence, first: Token, second: Token, link: Token) -> Sentence:
    return sentence.moved(link, first, "cc").moved(second, first, "conj")
