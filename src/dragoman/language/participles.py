"""Participles behind a subject that parsers take for the verb of the sentence: "Guerrillas using a missile brought down a plane".
The sentence without what hangs on the participle, and that by itself, are parsed, and put together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.language.joining import NOUNS, SUBJECTS, Part, joined_with
from dragoman.language.parse import Sentence, Token

_PARTICIPLES = frozenset({"VBG", "VBN", "VBD"})
_NOMINAL = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "JJ", "POS", "CD", "HYPH"})
_PAST = frozenset({"VBD", "VBN"})
# Words before a verb under which it is none of the sentence.
_BEFORE = frozenset(
    {"to", "and", "or", "but", "that", "who", "which", "be", "been", "have", "has", "had", "was", "were", "is", "are"}
)
_OF_ANOTHER = frozenset({"by", "in", "on", "at", "with", "from", "for"})
_LONGEST_SUBJECT, _SHORTEST = 8, 3


@dataclass(frozen=True, slots=True)
class Reduced:
    """The place of the participle, and that of the verb."""

    first: int
    verb: int


def misread(sentence: Sentence) -> Reduced | None:
    """A participle right behind the nouns that open a sentence which the parser made its verb, and the past tense behind it that
    has no subject.
    """
    tokens = sentence.tokens
    first = _behind_subject(tokens)
    if first is None or sentence.root > first or (tokens[first].tag == "VBD" and sentence.root != first):
        return None
    for verb in tokens[first + _SHORTEST : -1]:
        if verb.text in (",", ";", ":") or verb.tag in ("MD", "VBZ", "VBP", "CC", "TO", "WDT", "WP") or verb.lower == "that":
            return None
        if verb.tag == "VBN" and (tokens[first].tag == "VBD" or tokens[verb.i + 1].lower in _OF_ANOTHER):
            continue  # "refused the bill passed by": of the noun before it
        if verb.tag in _PAST and tokens[verb.i - 1].lower not in _BEFORE and tokens[verb.i - 1].tag in NOUNS:
            return Reduced(first, verb.i) if not any(c.dep in SUBJECTS and c.i > first for c in verb.children) else None
    return None


def _behind_subject(tokens: Sequence[Token]) -> int | None:
    for token in tokens[1 : _LONGEST_SUBJECT + 1]:
        if token.tag in _PARTICIPLES and tokens[token.i - 1].tag in ("NNS", "NNP", "NNPS"):
            return token.i
        if token.tag not in _NOMINAL:
            return None
    return None


def texts(text: str, sentence: Sentence, reduced: Reduced) -> tuple[str, str]:
    """The sentence, whose words are `text`, without its participle, and the subject with that."""
    first, verb = (sentence.tokens[i].start - sentence.start for i in (reduced.first, reduced.verb))
    return f"{text[:first].rstrip()} {text[verb:]}", text[first:verb].strip()


def joined(sentence: Sentence, reduced: Reduced, main: Sentence, inner: Sentence) -> Sentence:
    """`sentence` with the trees of its parts; itself where they are of other words, or the verb is none still."""
    places = range(len(sentence.tokens))
    outer = Part(main, tuple(i for i in places if not reduced.first <= i < reduced.verb))
    within = Part(inner, tuple(range(reduced.first, reduced.verb)))
    if not (outer.stands_in(sentence) and within.stands_in(sentence)) or inner.root != 0:
        return sentence
    verb = main.tokens[main.root]
    subjects = [c for c in verb.children if c.dep in SUBJECTS]
    if outer.places[verb.i] != reduced.verb or verb.tag != "VBD" or len(subjects) != 1 or subjects[0].i >= reduced.first:
        return sentence
    return joined_with(sentence, outer, within, (subjects[0].i, "acl"))
