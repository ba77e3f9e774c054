"""What two are in, and whoever is concerned at it blames neither for: "the escalation between A and B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.sentence.grammar import Grammar

_TROUBLES = word_class("troubles-between")


def is_trouble_between(grammar: Grammar, noun: Token) -> bool:
    """Whether a noun is a trouble between two, or the worsening of one ("the deterioration of relations between A and B")."""
    if noun.lower not in _TROUBLES:
        return False
    return bool(grammar.under(noun, "between")) or any(grammar.under(o, "between") for o in grammar.under(noun, "of"))
