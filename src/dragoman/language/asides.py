"""Asides between a subject and its verb, which long sentences of news lose their subject by: "The junta, its navy confined to
port, has asked Chad for jets". Where a parser gave the subject to the aside, the sentence without it and the aside by itself
are parsed, and put together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.language.joining import NOUNS, SUBJECTS, Part, joined_with
from dragoman.language.parse import FINITE, TENSED, Sentence, Token
from dragoman.lexicon.closed import BE, HAVE

# What a subject is made of, up to the comma behind it.
_NOMINAL = frozenset(
    {"DT", "NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "POS", "CD", "HYPH", "PRP$", "CC", "VBN", "VBG", "``", "''"}
)
_WITHIN = frozenset({"of", "in", "for", "from"})
_HELPERS = frozenset({"RB", "MD"})
_AUXILIARY = BE | HAVE | {"being", "did", "does", "do"}
# What verbs are behind a helper.
_BARE = frozenset({"VB", "VBN", "VBG"})
# Words that a subject may have, and words that an aside has at least.
_LONGEST_SUBJECT, _SHORTEST_ASIDE = 14, 3
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


@dataclass(frozen=True, slots=True)
class Aside:
    """The words between the commas at places `first` and `last`, and the verb behind them."""

    first: int
    last: int
    verb: int


def misread(sentence: Sentence) -> Aside | None:
    """The first aside behind the subject that opens a sentence, unless a verb behind such an aside has that subject alone."""
    tokens = sentence.tokens
    first = _subject_end(tokens)
    if first is None:
        return None
    asides = list(_asides(tokens, first, broken=_is_broken(sentence, first)))
    for aside in asides:
        subjects = [c for c in tokens[aside.verb].children if c.dep in SUBJECTS]
        if subjects and all(c.i < first for c in subjects):
            return None
    return asides[0] if asides else None


def _is_broken(sentence: Sentence, first: int) -> bool:
    """Whether the parser found no verb for the sentence, or a bare participle."""
    root = sentence.tokens[sentence.root]
    bare = root.tag == "VBN" and not sentence.children(root, "aux", "auxpass", "nsubj", "nsubjpass")
    return root.i < first or bare


def _subject_end(tokens: Sequence[Token]) -> int | None:
    """The place of the comma behind the nouns that open a sentence."""
    for token in tokens[: _LONGEST_SUBJECT + 1]:
        if token.text == ",":
            before = tokens[: token.i]
            return token.i if before and before[-1].tag in NOUNS else None
        if token.tag not in _NOMINAL and token.lower not in _WITHIN:
            return None
    return None


def _asides(tokens: Sequence[Token], first: int, *, broken: bool) -> Iterator[Aside]:
    """Each stretch from the comma at `first` to one that a finite verb without a subject stands behind; where the parser found no
    verb to be the sentence's (`broken`), it may have taken that one for a participle.
    """
    if first + _SHORTEST_ASIDE >= len(tokens):
        return
    if tokens[first + 1].tag in ("CC", "NNP", "NNPS") and tokens[first + 2].text in (",", "and"):
        return  # "Chad, Mali and Niger"
    if tokens[first + 1].tag == "PRP":
        return  # "such limits, it was stated, are"
    for comma in tokens[first + 1 + _SHORTEST_ASIDE : -1]:
        if comma.text != ",":
            continue
        if tokens[comma.i + 1].tag == "CC":
            return  # "the bloc, which grew, and its allies, who did not, are"
        verb = _verb_behind(tokens, comma.i, broken=broken)
        if verb is not None:
            yield Aside(first, comma.i, verb)


def _verb_behind(tokens: Sequence[Token], comma: int, *, broken: bool) -> int | None:
    """The verb that stands right behind a comma, its helpers aside: ", has quietly sought", ", again dismissed"."""
    tensed = False
    for token in tokens[comma + 1 : comma + 6]:
        verbal = token.tag in FINITE or (token.tag in _BARE and (tensed or (broken and token.tag == "VBN")))
        if verbal and not (token.lower in _AUXILIARY and _goes_on(tokens, token.i)):
            return token.i
        if token.tag not in _HELPERS and token.lower not in _AUXILIARY:
            return None
        tensed = tensed or token.tag in TENSED
    return None


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether a form of "have" or "be" only helps the verb behind it."""
    for token in tokens[place + 1 : place + 4]:
        if token.tag in _BARE:
            return True
        if token.tag != "RB":
            return False
    return False


def texts(text: str, sentence: Sentence, aside: Aside) -> tuple[str, str]:
    """The sentence, whose words are `text`, without its aside, and the aside."""
    first, last = (sentence.tokens[i] for i in (aside.first, aside.last))
    before, after = text[: first.start - sentence.start], text[last.end - sentence.start :]
    return f"{before.rstrip()} {after.lstrip()}", text[first.end - sentence.start : last.start - sentence.start].strip()


def joined(sentence: Sentence, aside: Aside, main: Sentence, inner: Sentence) -> Sentence:
    """`sentence` with the trees of its parts; itself where they are of other words, or the subject is lost still."""
    outer = Part(main, tuple(t.i for t in sentence.tokens if not aside.first <= t.i <= aside.last))
    within = Part(inner, tuple(range(aside.first + 1, aside.last)))
    if not (outer.stands_in(sentence) and within.stands_in(sentence)):
        return sentence
    verb = main.tokens[outer.places.index(aside.verb)]
    subjects = [c for c in verb.children if c.dep in SUBJECTS]
    if len(subjects) != 1 or subjects[0].i >= aside.first or any(c.dep == "mark" for c in verb.children):
        return sentence
    return joined_with(sentence, outer, within, _hung(inner, subjects[0].i, aside.verb), commas=(aside.first, aside.last))


def _hung(inner: Sentence, subject: int, verb: int) -> tuple[int, str]:
    """What an aside hangs on, and as what: a noun beside the subject, a clause on it, all else on the verb."""
    root = inner.tokens[inner.root]
    if root.tag in NOUNS or root.tag in ("CD", "DT"):
        return subject, "appos"
    if root.tag == "IN":
        return verb, "prep"
    if root.tag[0] == "J":
        return subject, "amod"
    if root.tag == "RB":
        return verb, "advmod"
    if any(t.tag in _RELATIVE for t in inner.tokens[:3]):
        return subject, "relcl"
    own = any(c.dep in SUBJECTS or c.dep == "mark" for c in root.children)
    return (verb, "advcl") if own or root.tag not in ("VBN", "VBG", "VBD") else (subject, "acl")
