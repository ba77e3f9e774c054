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
_OUTCRIES = word_class("outcries")
_PLAUDITS = word_class("plaudits")
_CRIES = _OUTCRIES | _PLAUDITS
_LED_TO = {
    "add": ("to",),
    "lead": ("to",),
    "meet": ("with",),
    "come": ("under", "for"),
    "count": ("on", "upon"),
    "rely": ("on", "upon"),
}
_GETS = word_class("getting-from-somebody")
_RELIES = frozenset({"count", "rely", "counts", "relies"})


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words may tell what is drawn from others."""
    return not (words.isdisjoint(_OUTCRIES) and words.isdisjoint(_PLAUDITS))


def find(bench: Workbench, lexis: Lexis) -> Iterator[Stand]:
    """The stands of those in whom a deed told in the sentence arouses a feeling, or from whom it draws a word."""
    said = bench.sentence.said
    if _CRIES.isdisjoint(said) and lexis.sidings["noun"].keys().isdisjoint(said):
        return
    for noun in bench.sentence:
        if noun.tag[0] != "N":
            continue
        polarity = felt(lexis, noun)
        verb = _arousing(bench, lexis, noun) if polarity else None
        if verb is None or bench.clauses.negated(verb) or not is_done(bench, verb, promised=verb.lower in _RELIES):
            continue
        heads = [*bench.sentence.children(noun, "poss"), *(o for p in _FROM for o in bench.clauses.under(noun, p))]
        heads += [o for p in _FROM for o in bench.clauses.under(verb, p)]
        heads = heads or [o for b in (noun, verb) for o in bench.clauses.under(b, "in") if is_capital(bench, o)]
        got = polarity > 0 and not lexis.siding("arouse", verb)
        heads += bench.clauses.under(noun, "of") if noun.lower in _FELT or got else []
        top = bench.sentence.head(verb) if verb.dep == "advcl" else None
        span = bench.sentence.span(bench.sentence.subtree(top or verb, without=ASIDE - {"advcl"}))
        holders, doers = holders_of(bench, heads), bench.clauses.subjects(verb)
        yield from towards(bench, lexis, holders, doers, polarity, span, reported_by(bench, verb))


def felt(lexis: Lexis, noun: Token, *, any_tag: bool = False) -> float:
    """The polarity of a noun of feeling, praise or blame; `any_tag`: whatever the tagger took it for."""
    entries = lexis.sidings["noun"].get(noun.lower, ()) if any_tag else lexis.siding("noun", noun)
    return entries[0].polarity if entries else -0.5 if noun.lower in _OUTCRIES else 0.5 if noun.lower in _PLAUDITS else 0.0


def is_capital(bench: Workbench, noun: Token) -> bool:
    """ "Met with dismay in Minsk"."""
    mention = bench.scene.mention_at(noun)
    return mention is not None and mention.kind == "capital"


def _arousing(bench: Workbench, lexis: Lexis, noun: Token) -> Token | None:
    """The verb by which a deed arouses what `noun` names: "provoked the anger of X", "added to the concerns of X"."""
    head = bench.sentence.head(noun)
    if head is None:
        return None
    if noun.dep == "dobj":
        gets = lexis.siding("arouse", head) or head.lower in _GETS
        return head if gets and not bench.clauses.is_passive(head) else None
    verb = bench.sentence.head(head) if noun.dep == "pobj" else None
    if verb is None or verb.tag[0] != "V":
        return None
    led = any(head.lower in _LED_TO.get(lemma, ()) for lemma in bench.clauses.verb_lemmas(verb))
    return verb if led else None
