"""Days that a text gives of truces and treaties behind their nouns: when a truce came about, and when a treaty lapsed."""

from __future__ import annotations

import re

from dragoman.coding.relations.bonds import Standing, bonds_of, is_real
from dragoman.coding.relations.periods import period
from dragoman.coding.relations.telling import own_clause
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.dates import DateMention
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

BRINGS_ABOUT = word_class("bringing-a-truce")
_TOOK_EFFECT = re.compile(
    r"[^.;]{0,70}?\b(?:took effect|came into (?:force|effect)|entered into force|went into effect)"
    r"(?: at (?:noon|midnight|dawn|\d{1,2}(?::\d\d)?(?: [ap]\.?m\.?)?))?,? (?:on |in |from )?"
)
_LAPSED = re.compile(
    r"[^.;,]{0,60},? (?:which|that) (?:expired|lapsed|was (?:terminated|abrogated|denounced|cancelled|annulled)) (?:on |in )?"
)


def lapsed(bench: Workbench, noun: Token) -> str | None:
    """ "A treaty of friendship, which expired in 1990"."""
    day = _day_behind(bench, _LAPSED, noun)
    return day.date if day is not None and day.date_end is None else None


def came_about(bench: Workbench, noun: Token, state: Standing) -> str | None:
    """The day on which a truce "took effect", or on which it was announced or brought about."""
    day = _day_behind(bench, _TOOK_EFFECT, noun)
    if day is not None:
        return day.date if day.date_end is None else None
    verb = state.verb
    if verb is None or state.denied or verb.lower not in BRINGS_ABOUT or noun.dep not in ("dobj", "nsubjpass"):
        return None
    real = is_real(bench, verb, bonds_of(bench.scene.knowledge.lexicon)) and not bench.clauses.is_future(verb)
    return period(bench, "begin", own_clause(bench, verb))[0] if real else None


def _day_behind(bench: Workbench, words: re.Pattern[str], noun: Token) -> DateMention | None:
    """The day right behind `words`, where these follow a noun."""
    told = words.match(bench.text, noun.end, bench.sentence.end)
    return next((d for d in bench.dates if told is not None and d.start == told.end()), None)
