"""Promises, threats and concessions on terms that no clause of "if" tells: "failing an answer", "in exchange for A", "once B is lifted"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.events.act import Act
from dragoman.coding.principles.conditions import condition_of, conditions
from dragoman.coding.sentence.workbench import Workbench
from dragoman.lexicon.words import word_class

_GIVEN = frozenset({"AGREE", "THREATEN", "CONCEDE"})
_OR_ELSE = "or-else"
_ULTIMATUMS = frozenset({"give-ultimatum", "receive-ultimatum"})
# How long something is, and where it may be fit: no terms of an act.
_NO_TERMS = word_class("terms-of-time")


def on_terms(bench: Workbench, act: Act) -> Act:
    """The act as one on terms, where the sentence says any of what is promised, threatened or conceded."""
    if act.modality != "actual" or act.event not in _GIVEN or act.head.tag[0] != "V":
        return act
    if act.event == "THREATEN" and (act.rule == _OR_ELSE or _is_ultimatum(bench, act)):
        return replace(act, modality="conditional")  # do it, or else
    if not conditions(bench):
        return act
    tokens = bench.sentence.tokens
    for place in dict.fromkeys(t.i for t in (*act.trigger, act.head) if t.tag[0] == "V"):
        term = condition_of(bench, tokens[place], conditions(bench))
        if (
            term is not None
            and term.of(bench.text).lower().split()[0] not in _NO_TERMS
            and not _is_how_long(term.of(bench.text))
        ):
            return replace(act, modality="conditional")
    return act


def _is_ultimatum(bench: Workbench, act: Act) -> bool:
    """Whether what threatens is an ultimatum that is handed to somebody."""
    return act.rule in _ULTIMATUMS and any(
        t.lower == "ultimatum" for t in (*act.trigger, *bench.sentence.children(act.head, "dobj"))
    )


def _is_how_long(words: str) -> bool:
    """ "For as long as it takes", "if possible": how long or how far, and no term."""
    return words.lower().startswith(
        ("for as long as", "as long as it takes", "if possible", "if necessary", "if need", "if required")
    )
