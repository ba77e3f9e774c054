"""Denied statements in the positive: a claim keeps what is denied, and `denied` says that it is.

"Cannot be a legal ground" is kept as "can be a legal ground", "has neither A nor B" as "has A or B", "lacks standing" as
"[has] standing": the words of the text without those that deny, and what must stand for a verb of lacking in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from dragoman.coding.sentence.predicates import Clauses
from dragoman.language.parse import Token
from dragoman.lexicon.closed import NEGATIONS
from dragoman.text import Span

_DENYING = NEGATIONS | {"hardly", "without", "none", "any", "either"}
_DENIERS = ("det", "neg", "preconj", "cc", "advmod", "predet")
# What stands in for a word, where leaving it out would not do; auxiliaries that lose their "n't".
_INSTEAD = {
    "nor": "or",
    "ca": "can",
    "wo": "will",
    "sha": "shall",
    "lack": "[have]",
    "lacks": "[has]",
    "lacked": "[had]",
    "without": "[with]",
}
_GAP = re.compile(r"\s+")


def denying(clauses: Clauses, verb: Token, nouns: Iterable[Token]) -> list[Token]:
    """The words that deny a predicate: those beside its verb, and the "no", "neither" or "any" of its nouns."""
    sentence = clauses.sentence
    found = [c for c in verb.children if c.dep == "neg" or c.lower in _DENYING - {"any", "nor", "without"}]
    for child in sentence.children(verb, "advmod"):  # "no longer"
        found += [child, *child.children] if any(c.lower == "no" for c in child.children) else []
    for noun in nouns:
        found += [c for c in sentence.children(noun, *_DENIERS) if c.lower in _DENYING]
    if found or verb.lower in _INSTEAD:
        found += [c for c in sentence.children(verb, "aux") if c.lower in _INSTEAD]
        found += [verb] if verb.lower in _INSTEAD else []
    return found


def affirmed(text: str, span: Span, denials: Collection[Token]) -> str:
    """The words of `span` without `denials`."""
    if not denials:
        return span.of(text)
    out, at = [], span.start
    for token in sorted({t.i: t for t in denials}.values(), key=lambda t: t.i):
        if not span.start <= token.start < token.end <= span.end:
            continue
        out += [text[at : token.start], _INSTEAD.get(token.lower, "")]
        at = token.end
    out.append(text[at : span.end])
    words = _GAP.sub(" ", "".join(out)).strip()
    return re.sub(r"\s+([,;.])", r"\1", words)
