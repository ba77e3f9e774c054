"""Nouns that "it" cannot mean, or means without a name: bodies, anybody, texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.who.reference import Referrer

BODIES = word_class("bodies-as-it")
INQUIRERS = word_class("judging-bodies")
_OF_TEXTS = word_class("done-to-texts")


def is_own_body(referrer: Referrer, token: Token) -> bool:
    """ "Our Government announced that it had ...", "the Group was not let in, although it ...": a body that nobody knows."""
    if token.lower not in BODIES:
        return False
    if any(c.lower in ("our", "my") for c in referrer.sentence.children(token, "poss")):
        return True
    return token.lower in INQUIRERS and token.dep in ("nsubj", "nsubjpass") and not referrer.modifier_codes(token)


def is_whoever(referrer: Referrer, noun: Token) -> bool:
    """ "Any party", "every member": nobody in particular."""
    return any(c.lower in ("any", "every", "each", "whichever") for c in referrer.sentence.children(noun, "det"))


def is_text(referrer: Referrer, pronoun: Token) -> bool:
    """Whether "it" is what somebody voted for, signed or vetoed."""
    above = referrer.sentence.head(pronoun)
    if above is None:
        return False
    if pronoun.dep == "dobj":
        return above.lower in _OF_TEXTS
    verb = referrer.sentence.head(above)
    return pronoun.dep == "pobj" and above.lower in ("for", "against", "on") and verb is not None and verb.lower == "voted"
