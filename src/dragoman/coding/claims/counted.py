"""What is counted or weighed though no lexicon names it: the noun behind a number, or what so much money or weight is of."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.coding.claims.grounds import Grounds
from dragoman.language.figures import Figure
from dragoman.language.parse import Token
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Irregular, Measure, Unit
from dragoman.lexicon.inflection import Inflection
from dragoman.lexicon.words import word_class

# The cheap test before a parse: a number of two digits or more, or one with a scale, before a word in small letters.
_BEFORE_WORD = re.compile(
    r"(?:\d\d|\d[.,]\d+ (?:m|b|tr)illion|\d (?:m|b|tr)illion)[ -](?:[a-z][a-z-]+ ){0,3}?[a-z-]+|[$€£¥]\s?\d"
)
_IN_WORDS = re.compile(
    r"\b(?:(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?) "
    r"(?!(?:[a-z]+ )?(?:years|days|months|weeks|hours|minutes|decades|centuries|times)\b)(?:[a-z][a-z-]+ ){0,2}?[a-z-]+s\b",
    re.IGNORECASE,
)
_NOTHING = word_class("not-people-counted")
# How a share is written behind its number.
SHARES = frozenset({"percent", "%", "cent"})
_ORDINALS = word_class("once-more")
_SMALLEST = 10
_FELL = word_class("fallen")
_GIVES = word_class("giving-lives")
_TROOPS = "troops"
_RANKS = frozenset({"members", "men", "people", "personnel"})
_ARMIES = word_class("armies")
_LIVES = frozenset("life lives martyrdom".split())
_PEOPLE = word_class("counted-people")


@lru_cache(maxsize=2)
def _measures(lexicon: Lexicon) -> dict[str, str | None]:
    return {"percent": None} | {u.id: u.measure for u in lexicon.all(Unit)}


def may_count(text: str, start: int, end: int) -> bool:
    """Whether a number stands before what may be counted by it."""
    return _BEFORE_WORD.search(text, start, end) is not None or _IN_WORDS.search(text, start, end) is not None


def counted(grounds: Grounds, figure: Figure, unit: str | None, head: Token) -> tuple[str, Token] | None:
    """(measure, the word that names it) for a number that no measure of the lexicon goes with; None where it counts nothing."""
    sentence = grounds.sentence
    if figure.value is None or any(
        c.lower == "no" for t in sentence.ancestors(head) if t.tag[0] == "N" for c in sentence.children(t, "det")
    ):
        return None
    before = grounds.bench.text[max(0, figure.start - 8) : figure.start].lower()
    if unit == "year" or before.endswith("out of "):
        return None  # how long, or of how many
    if unit is not None:
        usual = _measures(grounds.bench.scene.knowledge.lexicon).get(unit)
        noun = _of_so_much(grounds, head)
        if noun is not None:
            return _named(grounds, noun), noun
        return (usual, head) if usual is not None and _is_had(grounds, head) else None
    if head.tag != "NNS" or head.start < figure.end or head.lower in _NOTHING or head.text[:1].isupper():
        return None
    if figure.comparator == "=" and figure.value < _SMALLEST:
        return None
    if "," in grounds.bench.text[figure.end : head.start] or grounds.bench.scene.mention_at(head) is not None:
        return None
    return _named(grounds, head), head


def _is_had(grounds: Grounds, head: Token) -> bool:
    """Whether so much money or weight of nothing is had, made, spent or paid: what is taken away is no amount of it."""
    verb, words = grounds.verb_above(head, itself=False), grounds.words
    return verb is None or verb.lower in words["level"] | words["own"] | words["doing"] | words["paying"]


def fatal(grounds: Grounds, measure: Measure | str, head: Token) -> Measure | str:
    """`measure`, or that of deaths where those who are counted fell or lost their lives ("the lives of 65,000 fighters")."""
    sentence = grounds.sentence
    of = sentence.head(head) if head.dep == "pobj" else None
    above = sentence.head(of) if of is not None and of.lower == "of" else None
    verb = grounds.verb_above(head, itself=False)
    dies = verb is not None and verb.lower in _FELL and head in grounds.subjects(verb)
    if verb is not None and verb.lower in _GIVES and head in grounds.subjects(verb):
        dies = dies or any(o.lower in _LIVES for o in sentence.children(verb, "dobj"))
    lives = (above is not None and above.lower in _LIVES) or head.lower == "lives"
    if not lives and not (dies and _are_people(measure)):
        return measure
    return next(m for m in grounds.bench.scene.knowledge.lexicon.all(Measure) if m.id == "deaths")


def enlisted(grounds: Grounds, measure: Measure | str, head: Token) -> Measure | str:
    """`measure`, or that of troops where an army has so many members or men."""
    if head.lower not in _RANKS or measure == _TROOPS:
        return measure
    verb = grounds.verb_above(head, itself=False)
    of = grounds.sentence.head(head) if head.dep == "pobj" else None
    force = grounds.sentence.head(of) if of is not None and of.lower == "of" else None
    owners = [force] if force is not None and force.tag[0] == "N" else grounds.subjects(verb) if verb is not None else []
    if not any(s.lower in _ARMIES for s in owners):
        return measure
    return next(m for m in grounds.bench.scene.knowledge.lexicon.all(Measure) if m.id == _TROOPS)


def _are_people(measure: Measure | str) -> bool:
    return isinstance(measure, str) or measure.id in _PEOPLE


def _of_so_much(grounds: Grounds, head: Token) -> Token | None:
    """What money, weight or a share is of: "a loan of 20 million euros", "300 tonnes of gold", "40 per cent of the water"."""
    sentence = grounds.sentence
    of = [o for o in grounds.clauses.under(head, "of") if o.i > head.i]
    if of and of[0].tag == "PRP":
        return None  # "nine in ten of them, of disease"
    prep = sentence.head(head) if head.dep == "pobj" else None
    ruler = sentence.head(prep) if prep is not None and prep.lower == "of" else None
    if ruler is not None and ruler.tag[0] == "N" and head.lower not in SHARES:
        # "A loan of 20 million euros"; in "a company of Chad 25 percent" the share is of something else.
        of = [*of, _first_of(grounds, ruler)]
    above = sentence.head(head)
    if above is not None and above.lower == "worth" and (thing := sentence.head(above)) is not None:
        of = [*of, thing]
    return next((o for o in of if _is_thing(grounds, o)), None)


def _first_of(grounds: Grounds, ruler: Token) -> Token:
    """The loan that a second one is told beside: "a loan of 5 million euros and a second of 8 million"."""
    above = grounds.sentence.head(ruler) if ruler.dep == "conj" and ruler.lower in _ORDINALS else None
    if above is not None and above.tag[0] == "V":
        return next(iter(grounds.sentence.children(above, "dobj")), ruler)
    return above or ruler


def _is_thing(grounds: Grounds, noun: Token) -> bool:
    return noun.tag in ("NN", "NNS") and noun.lower not in _NOTHING and grounds.bench.scene.mention_at(noun) is None


def _named(grounds: Grounds, noun: Token) -> str:
    """A noun with the words before it in kebab case, without names and articles."""
    before = [
        c.lower
        for c in grounds.sentence.children(noun, "amod", "compound")
        if c.i < noun.i and c.tag in ("JJ", "NN") and c.text.isalpha() and grounds.bench.scene.mention_at(c) is None
    ]
    one = noun.tag == "NN" and any(
        c.lower in ("a", "an", "one", "another") for c in grounds.sentence.children(noun, "det", "nummod")
    )
    return "-".join([*before, _plural(grounds.bench.scene.knowledge.lexicon, noun.lower) if one else noun.lower])


def _plural(lexicon: Lexicon, noun: str) -> str:
    return max(_inflection(lexicon).noun(noun) - {noun}, default=noun)


@lru_cache(maxsize=2)
def _inflection(lexicon: Lexicon) -> Inflection:
    return Inflection(lexicon.all(Irregular))
