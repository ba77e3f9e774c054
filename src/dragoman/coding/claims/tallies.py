"""Which numbers are worth a claim, who puts a thing at them, and where in its sentence such a claim stands."""

from __future__ import annotations

import re
from itertools import islice

from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.claims.measuring import Measuring
from dragoman.coding.sentence.phrasing import trimmed
from dragoman.language.figures import Figure
from dragoman.language.parse import Token
from dragoman.lexicon.entries import Measure
from dragoman.lexicon.words import stems, word_class
from dragoman.text import Span

# The measure of people of whom nothing says what they are: a few of them are told of in passing.
ANYBODY = "people"
_PRESUMED = frozenset({"the", "its", "their", "our", "his", "these", "those"})
_CHARGING = stems("stems-of-charging")
# A number of nobody's that is worth a claim by itself.
_MANY = 50
# Measures of which a number tells enough, whoever they are.
_TOLLS = frozenset({"deaths", "votes", "injured-people"})
# Losses of so many are worth a claim though nothing says whose they are.
_LOSSES, _HEAVY = frozenset({"deaths", "injured-people", "displaced-people"}), 10
_SCENE_OF = re.compile(r"\b(?:in|across|throughout) (?:the )?(?:[a-z-]+ern |[a-z]+ of )?$")
# "Said in Lima that forty had died": what stands between the place of the saying and the number.
_SAID_THERE = re.compile(r"\b(?:that|said|says|told|reported|announced)\b")
_OF_A_COUNTRY = word_class("counted-of-a-country")
_SIZES = frozenset({"population", "people", "territory", "borders", "islands"})
_COUNTS_UP = frozenset({"count", "counts", "counted"})
# What is only a part of those who are counted behind it.
_PARTS = word_class("shares")
_STATES = frozenset({"countries", "states", "capitals"})
_LACKS = frozenset({"lack", "lacks", "lacked"})
_RATE = re.compile(r" (?:a|per|each|every) (?:year|month|week|day)\b")


def has_none(grounds: Grounds, verb: Token) -> bool:
    """ "65 million Ethiopians have no electricity": what they have none of denies nothing of them."""
    things = grounds.sentence.children(verb, "dobj", "attr")
    return any(c.lower == "no" for t in things for c in grounds.sentence.children(t, "det"))


def gauger(grounds: Grounds, verb: Token | None, head: Token) -> tuple[str, ...] | None:
    """Who puts something at a number: the claim is theirs."""
    if verb is None or verb.lower not in grounds.words["gauging"] or not grounds.sentence.children(verb, "dobj"):
        return None
    above = grounds.sentence.head(head)
    if verb.lower.startswith(("give", "gave")) and (above is None or above.lower not in ("as", "at")):
        return None  # "gives us 100 million": given, and put at nothing
    return grounds.codes_of(grounds.clauses.subjects(verb)) or None


def charged(grounds: Grounds, verb: Token | None) -> tuple[tuple[str, ...], str | None]:
    """ "A accuses B of having sent 3,000 men": who says so, and of whom; nobody where it is no charge."""
    of = grounds.sentence.head(verb) if verb is not None and verb.dep == "pcomp" else None
    accuses = grounds.sentence.head(of) if of is not None and of.lower in ("of", "for") else None
    if accuses is None or not accuses.lower.startswith(_CHARGING) or grounds.clauses.negated(accuses):
        return (), None
    accused = grounds.codes_of(grounds.clauses.objects(accuses))
    return grounds.codes_of(grounds.clauses.subjects(accuses)), next(iter(accused), None)


def is_worth(
    grounds: Grounds, figure: Figure, unit: str | None, subject: str | None, measure: Measure | str, verb: Token | None, head: Token
) -> bool:  # fmt: skip
    """No passing count: somebody's number, or a bounded one; a few of something only where the verb says how many."""
    held = isinstance(measure, Measure) and measure.held
    exact = figure.comparator == "=" and figure.high is None
    tolled = isinstance(measure, Measure) and measure.id in _TOLLS
    many = unit not in (None, "year") or tolled or (isinstance(measure, str) and (figure.value or 0) >= _MANY)
    spoken = bool(grounds.bench.scene.base(figure.start))
    if isinstance(measure, str) and not spoken and (subject is None or (exact and not many)):
        return False
    addressed = verb is not None and verb.lower in grounds.words["addressing"] and verb.lower not in _COUNTS_UP
    addressed = addressed and verb is not None and head in grounds.sentence.children(verb, "dobj", "nsubj", "attr")
    heavy = isinstance(measure, Measure) and measure.id in _LOSSES and (figure.value or 0) >= _HEAVY
    if subject is None and not held and exact and (addressed or not ((spoken and many) or heavy)):
        return False
    few = figure.value is not None and figure.value < 10 and figure.comparator == "=" and unit is None
    if few and isinstance(measure, Measure) and measure.id == ANYBODY:
        return False
    words = grounds.words
    if verb is not None and verb.lower.startswith("recogni") and subject is not None and head in grounds.subjects(verb):
        return True  # "only five states recognise Chad"
    return not few or verb is None or verb.lower in words["level"] | words["change"] | words["doing"] | words["own"]


def of_page(grounds: Grounds, verb: Token | None, measure: Measure | str, end: int) -> str | None:
    """The state that the page is of, where a clause says how many or how much there is of something and names nobody."""
    words = grounds.words
    sized = verb is not None and verb.lower in words["level"] | words["change"] | words["own"]
    if isinstance(measure, str):
        return grounds.page(grounds.sentence.end) if sized else None
    if measure.id in _OF_A_COUNTRY and (ground := grounds.ground(end)) is not None:
        return ground
    return grounds.page(end) if sized or verb is not None else None


def scene_of(grounds: Grounds, measure: Measure | str, end: int) -> str | None:
    """Where so many died or were hurt: the one state that the sentence says something was done in; not where that was said.

    `end` is where the number ends.
    """
    if isinstance(measure, str) or measure.id not in _LOSSES:
        return None
    scene, start = grounds.bench.scene, grounds.sentence.start
    lands = {
        m.code
        for m in scene.within(start, grounds.sentence.end)
        if m.code in scene.knowledge.states
        and _SCENE_OF.search(grounds.bench.text, max(start, m.start - 32), m.start)
        and not _SAID_THERE.search(grounds.bench.text, m.end, max(m.end, end))
    }
    return lands.pop() if len(lands) == 1 else None


def is_epithet(grounds: Grounds, measure: Measure | str, verb: Token | None, head: Token, end: int) -> bool:
    """ "Malta, 316 square kilometres large, joined in 2004": how large a subject is, whatever the clause dates."""
    sized = isinstance(measure, Measure) and measure.id in _SIZES
    return sized and verb is not None and end <= verb.start and head not in grounds.subjects(verb)


def is_in_states(grounds: Grounds, here: Token, head: Token, above: Token) -> bool:
    """ "Relations in 51 countries", but not "81 embassies in 58 countries"."""
    return here.lower == "in" and head.lower in _STATES and not grounds.sentence.children(above, "nummod")


def is_part(noun: Token) -> bool:
    """Whether a noun means only a part of those behind it: "half of our people"."""
    return noun.lower in _PARTS


def is_presumed(grounds: Grounds, anchor: Token, head: Token) -> bool:
    """ "their nuclear tests of over 2,000 times": the number is taken for granted, whatever the clause says."""
    if anchor is head:
        return False
    determined = any(c.lower in _PRESUMED or c.dep == "poss" for c in grounds.sentence.children(anchor, "det", "poss"))
    return determined and anchor in islice(grounds.sentence.ancestors(head), 4)


def _is_listed(grounds: Grounds, token: Token, verb: Token) -> bool:
    """Whether a word is one of several things of which a verb tells behind them all."""
    return (
        token.end < verb.start and token.tag[0] == "N" and bool(token.dep == "conj" or grounds.sentence.children(token, "conj"))
    )


def _is_fronted(grounds: Grounds, head: Token, verb: Token) -> bool:
    """ "With 40 million people Peru is ...": what the number is of stands in a phrase before the clause."""
    return any(t.dep == "prep" and t.head == verb.i and t.lower == "with" for t in grounds.sentence.ancestors(head))


def _of_subject(grounds: Grounds, verb: Token, head: Token, statement: Span) -> Span:
    """ "Half of our 20 million people have no electricity", "the arrival of 100 teachers became known": a number in the subject
    says nothing without what it is under and what the verb governs.
    """
    if statement.end != verb.end:
        return statement
    sentence = grounds.sentence
    above = [s for s in grounds.subjects(verb) if s.i < head.i and s in islice(sentence.ancestors(head), 3)]
    start = min([statement.start, *(t.start for s in above for t in (s, *sentence.children(s, "amod", "nummod")))])
    lacks = ("npadvmod",) if verb.lower in _LACKS else ()
    things = [t for t in sentence.children(verb, "dobj", "attr", "acomp", *lacks) if t.i > verb.i and t.tag[0] in "NJ"]
    end = grounds.phrase(things[0]).end if things else statement.end
    return Span(start, max(end, statement.end))


def _with_matter(grounds: Grounds, head: Token, end: int) -> int:
    """The end of "900 square kilometres" with what they are of: "of Nepalese territory"."""
    apart = frozenset({"relcl", "acl", "advcl", "appos", "conj", "cc", "punct", "prep"})
    for prep in grounds.sentence.children(head, "prep"):
        if prep.lower == "of" and prep.start == end + 1:
            matter = grounds.sentence.children(prep, "pobj")[:1]
            return max((t.end for o in matter for t in grounds.sentence.subtree(o, without=apart)), default=end)
    return end


def spans(
    grounds: Grounds,
    measuring: Measuring,
    figure: Figure,
    end: int,
    anchor: Token,
    head: Token,
    verb: Token | None,
    *,
    presumed: bool,
) -> tuple[Span, Span]:
    """The evidence, and the statement in the words of the text: from the verb, measure or number to the last of them."""
    starts, ends = [figure.start, head.start], [end, head.end, anchor.end]
    named = [(a, b) for a, b, _ in measuring.matches if a < anchor.end and anchor.start < b]
    starts += [a for a, _ in named] or [anchor.start]
    ends += [b for _, b in named]
    near = verb is not None and abs(verb.start - figure.start) < 160
    low, high = (
        min([*starts, *([verb.start] if near and verb is not None else [])]),
        max([*ends, *([verb.end] if near and verb is not None else [])]),
    )
    high = _with_matter(grounds, head, high)
    rate = _RATE.match(grounds.bench.text, high, grounds.sentence.end) if high == end else None
    statement = Span(low, rate.end() if rate is not None else high)
    high = statement.end
    several = [head, anchor, *islice(grounds.sentence.ancestors(head), 3)]
    beside = (
        verb is not None
        and high == verb.end
        and (_is_fronted(grounds, head, verb) or any(_is_listed(grounds, t, verb) for t in several))
    )
    if presumed or beside:
        statement = trimmed(grounds.bench.text, Span(min(starts), max(ends)))
        high = statement.end if verb is not None and _is_fronted(grounds, head, verb) else high
    elif near and verb is not None:
        statement = _of_subject(grounds, verb, head, statement)
        statement = grounds.placed(verb, statement, [head, anchor])
        high = statement.end
    subjects = grounds.subjects(verb) if verb is not None and near else []
    low = min(
        [
            low,
            *(
                t.start
                for s in subjects
                if 0 < low - s.start < 200
                for t in grounds.sentence.subtree(s, without=frozenset({"relcl"}))
            ),
        ]
    )
    return Span(low, high), statement
