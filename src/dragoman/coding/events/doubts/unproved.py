"""What somebody does not believe, or what nothing shows, is not told as done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_SHOWING = word_class("showing-or-believing")
_GROUNDS = word_class("grounds-for-belief")
_NOBODY = frozenset({"nothing", "nobody", "none"})
_CLAUSES = frozenset({"ccomp", "acl", "csubjpass", "csubj", "advcl", "relcl"})


def is_unproved(reader: ActReader, head: Token) -> bool:
    """ "Does not believe that Chad did it", "there is no evidence that", "nothing shows that": whether the clause of `head` is
    told only as what lacks belief or ground.
    """
    if reader.words.isdisjoint(_SHOWING) and reader.words.isdisjoint(_GROUNDS):
        return False
    for token in (head, *reader.sentence.ancestors(head)):
        above = reader.sentence.head(token)
        if above is None:
            return False
        that = any(c.lower == "that" for c in reader.sentence.children(token, "mark"))
        if token.dep not in _CLAUSES or not (that or token.dep == "ccomp"):
            continue
        if above.lower in _GROUNDS and that and any(c.lower == "no" for c in reader.sentence.children(above, "det")):
            return True
        if above.lower in _SHOWING and _shows_nothing(reader, above):
            return True
    return False


def _shows_nothing(reader: ActReader, verb: Token) -> bool:
    if reader.clauses.negated(verb):
        return True
    return any(s.lower in _NOBODY for s in reader.sentence.children(verb, "nsubj"))
