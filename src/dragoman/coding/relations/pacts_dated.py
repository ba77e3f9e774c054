"""Days that a text gives of truces and treaties behind their nouns: when a truce came about, and when a treaty lapsed."""

from __future__ import annotations

import re

from dragoman.coding.relations.bonds import Standing, bonds_of, is_real
from dragoman.coding.relations.periods import period
from dragoman.coding.relations.telling import own_clause
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_BRINGS_ABOUT = word_class("bringing-a-truce")
_TOOK_EFFECT = re.compile(
    r"[^.;]{0,70}?\b(?:took effect|came into (?:force|effect)|entered into force|went into effect)"
    r"(?: at (?:noon|midnight|dawn|\d{1,2}(?::\d\d)?(?: [ap]\.?m\.?)?))?,? (?:on |in |from )?"
)
_LAPSED = re.compile(
    r"[^.;,]{0,60},? (?:which|that) (?:expired|lapsed|was (?:terminated|abrogated|denounced|cancelled|annulled)) (?:on |in )?"
)


def lapsed(bench: Workbench, noun: Token) -> str | None:
    """ "A treaty of friendship, which expired in 1990"."""
    opens = _LAPSED.match(bench.text, noun.end, bench.sentence.end)
    day = next((d for d in bench.dates if opens is not None and d.start == opens.end()), None)
    return day.date if day is not None and day.date_end is None else None


def came_about(bench: Workbench, noun: Token, state: Standing) -> str | None:
    """The day on which a truce "took effect", or on which it was announced or brought about."""
    opens = _TOOK_EFFECT.match(bench.text, noun.end, bench.sentence.end)
    day = next((d for d in bench.dates if opens is not None and d.start == opens.end()), None)
    if day is not None:
        return day.date if day.date_end is None else None
    verb = state.verb
    if verb is None or state.denied or verb.lower not in _BRINGS_ABOUT or noun.dep not in ("dobj", "nsubjpass"):
        return None
    real = is_real(bench, verb, bonds_of(bench.scene.knowledge.lexicon)) and not bench.clauses.is_future(verb)
    return period(bench, "begin", own_clause(bench, verb))[0] if real else None
