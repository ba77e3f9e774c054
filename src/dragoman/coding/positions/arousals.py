"""Whose displeasure or praise somebody's deed is told to arouse: "the test drew condemnation from X", "adding to the concerns of X"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.positions.evaluation import Lexis
from dragoman.coding.positions.stand import ASIDE, Stand, holders_of, is_done, towards
from dragoman.coding.sentence.phrasing import reported_by
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_FROM = ("from", "among")
# Feelings, of which "of" names who has them; with words of blame it names whom they blame.
_FELT = word_class("feelings-aroused")
_LED_TO = {"add": "to", "lead": "to", "meet": "with"}


def find(bench: Workbench, lexis: Lexis) -> Iterator[Stand]:
    """The stands of those in whom a deed told in the sentence arouses a feeling, or from whom it draws a word."""
    for noun in lexis.sides(bench.sentence):
        entries = lexis.siding("noun", noun)
        verb = _arousing(bench, lexis, noun) if entries else None
        if verb is None or bench.clauses.negated(verb) or not is_done(bench, verb):
            continue
        heads = [*bench.sentence.children(noun, "poss"), *(o for p in _FROM for o in bench.clauses.under(noun, p))]
        heads += [o for p in _FROM for o in bench.clauses.under(verb, p)]
        heads += bench.clauses.under(noun, "of") if noun.lower in _FELT else []
        top = bench.sentence.head(verb) if verb.dep == "advcl" else None
        span = bench.sentence.span(bench.sentence.subtree(top or verb, without=ASIDE - {"advcl"}))
        holders, doers = holders_of(bench, heads), bench.clauses.subjects(verb)
        yield from towards(bench, lexis, holders, doers, entries[0].polarity, span, reported_by(bench, verb))


def _arousing(bench: Workbench, lexis: Lexis, noun: Token) -> Token | None:
    """The verb by which a deed arouses what `noun` names: "provoked the anger of X", "added to the concerns of X"."""
    head = bench.sentence.head(noun)
    if head is None:
        return None
    if noun.dep == "dobj":
        return head if lexis.siding("arouse", head) and not bench.clauses.is_passive(head) else None
    verb = bench.sentence.head(head) if noun.dep == "pobj" else None
    if verb is None or verb.tag[0] != "V":
        return None
    led = any(_LED_TO.get(lemma) == head.lower for lemma in bench.clauses.verb_lemmas(verb))
    return verb if led else None
