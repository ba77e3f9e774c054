"""Phrases that open a sentence without a comma behind them and swallow its subject: "After a two-week stand-off Iraq has agreed".
Where a parser left the verb without one, the phrase and what follows it are parsed apart, and put together.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.language.joining import SUBJECTS, Part, joined_with
from dragoman.language.parse import FINITE, Sentence, Token

_OPENS = frozenset({"IN", "TO"})
# Behind these a name or an article may begin the subject; behind all others it goes on with the phrase.
_ENDS = frozenset({"NN", "NNS", "CD", "RP", "RB"})
# Words that the phrase and the subject have at least, and at most.
_SHORTEST, _LONGEST = 3, 24


@dataclass(frozen=True, slots=True)
class Opening:
    """The place where the subject begins, and that of its verb."""

    end: int
    verb: int


def misread(sentence: Sentence) -> Opening | None:
    """The phrase that opens a sentence whose verb has no subject, where a name or an article behind a noun may begin one."""
    tokens = sentence.tokens
    root = tokens[sentence.root]
    if tokens[0].tag not in _OPENS or not _SHORTEST < root.i < _LONGEST or not _is_bare(root):
        return None
    if any(t.text in (",", ":", ";") for t in tokens[: root.i]):
        return None
    for token in reversed(tokens[_SHORTEST : root.i]):
        if _begins(token, tokens[token.i - 1], root):
            return Opening(token.i, root.i)
    return None


def _begins(token: Token, before: Token, verb: Token) -> bool:
    """Whether a subject may begin with a word: "stand-off | Iraq has", "votes to nine | the Assembly", "in Geneva | Iraq said"."""
    if before.tag == "NNP":
        return token.tag == "NNP" and token.i == verb.i - 1
    return before.tag in _ENDS and (token.lower in ("the", "a", "an") or (token.tag[0] in "NJ" and token.text[0].isupper()))


def _is_bare(verb: Token) -> bool:
    """Whether a finite verb has no subject."""
    finite = verb.tag in FINITE or any(c.dep in ("aux", "auxpass") and c.tag in (*FINITE, "MD") for c in verb.children)
    return finite and not any(c.dep in SUBJECTS or c.dep in ("expl", "csubj", "csubjpass") for c in verb.children)


def texts(text: str, sentence: Sentence, opening: Opening) -> tuple[str, str]:
    """What follows the phrase, and the phrase, of a sentence whose words are `text`."""
    at = sentence.tokens[opening.end].start - sentence.start
    return text[at:], text[:at].strip()


def joined(sentence: Sentence, opening: Opening, main: Sentence, inner: Sentence) -> Sentence:
    """`sentence` with the trees of its parts; itself where they are of other words, or the subject is lost still."""
    outer = Part(main, tuple(range(opening.end, len(sentence.tokens))))
    within = Part(inner, tuple(range(opening.end)))
    if not (outer.stands_in(sentence) and within.stands_in(sentence)) or main.root != opening.verb - opening.end:
        return sentence
    subjects = [c for c in main.tokens[main.root].children if c.dep in SUBJECTS]
    if len(subjects) != 1 or main.subtree(subjects[0])[0].i != 0:
        return sentence
    return joined_with(sentence, outer, within, (opening.verb, "prep"))
