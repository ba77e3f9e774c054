"""Numbers that a verb sets as a ceiling or a change, and whose things are that are counted without their owner."""

from __future__ import annotations

import re

from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.claims.measuring import Measuring
from dragoman.coding.sentence.phrasing import is_state
from dragoman.language.figures import Figure, find_figures
from dragoman.language.parse import Token
from dragoman.lexicon.entries import Measure
from dragoman.lexicon.words import word_class

_TO = re.compile(r"\b(?:to|at|or)\s+(?:a (?:maximum|total) of\s+)?$")
_ITEM = re.compile(r"\d.*(?:,|\band)\s")
_LAWGIVERS = word_class("setting-bounds")
_FROM = re.compile(r"\s+(?:of|from|belonging to)\s+(?:the\s+)?(?:armed forces of\s+)?(?:the\s+)?")
_NEXT = re.compile(r"(?:,\s+and\b|,|\band\b)\s+")
_OWNED = re.compile(r"(?:['’]s)?(?:\s+(?![a-z]+(?:ed|s|ing)\s)[a-z-]+)?\s+")
_LOWER = word_class("less-than-before")
_CHANGED = _LOWER | word_class("more-than-before")
_KEPT = word_class("kept-in-custody")
# How far back what is counted may have been named with its owner, in characters.
_BACK = 320


def ceiling(grounds: Grounds, figure: Figure) -> Token | None:
    """The verb that limits or brings something to this number: "limited imports to 500,000 barrels", "the navy to 900 men"."""
    sentence, text = grounds.sentence, grounds.bench.text
    if figure.comparator not in ("=", "<=", "~") or not _TO.search(text, max(sentence.start, figure.start - 24), figure.start):
        return None
    verbs = [t for t in sentence if t.end <= figure.start and (_is_verb(t) or _is_misread(grounds, t))]
    last = verbs[-1] if verbs else None
    if last is None or not (last.lower in grounds.words["ceiling"] or is_lowering(grounds, last)):
        return None
    return last


def is_lowering(grounds: Grounds, verb: Token) -> bool:
    """Whether a verb brings something to a number that another fixes: "cut its staff to 20"."""
    return verb.lower in grounds.words["lowering"] and bool(grounds.sentence.children(verb, "dobj", "nsubjpass"))


def is_bounded(grounds: Grounds, verb: Token) -> bool:
    """Whether the number is the most that there may be: by a verb of limiting, or by who gives law."""
    if verb.lower in grounds.words["ceiling"]:
        return True
    return any(s.lower in _LAWGIVERS for s in grounds.clauses.subjects(verb))


def limited(measuring: Measuring, limit: Token | None, figure: Figure) -> tuple[Measure | str, Token] | None:
    """What is limited, named between the verb and the number, and the word for it; of several in a list the last."""
    text, found = measuring.bench.text, None
    for start, stop, entries in measuring.matches if limit is not None else ():
        entry = measuring.fitting(entries)
        if limit is not None and limit.end <= start and stop <= figure.start and entry is not None:
            if found is None or _ITEM.search(text, found[1].end, start):
                found = entry, measuring.sentence.at(start, stop)[-1]
    return found


def whose_limit(measuring: Measuring, limit: Token, figure: Figure) -> str | None:
    """Whose things are limited: the state named last before the number; by a treaty, in the sentence before if in none."""
    grounds, scene = measuring.grounds, measuring.bench.scene
    setting = {c for s in grounds.clauses.subjects(limit) for c in grounds.codes_of([s])}
    named = [m.code for m in scene.within(grounds.sentence.start, figure.start) if is_state(scene, m.code)]
    named = [c for c in named if c not in setting]
    if named or not any(s.lower in _LAWGIVERS - {"council"} for s in grounds.clauses.subjects(limit)):
        return named[-1] if named else None
    before = scene.within(max(0, grounds.sentence.start - _BACK), grounds.sentence.start)
    return next((m.code for m in reversed(before) if is_state(scene, m.code) and m.kind in ("name", "adjective")), None)


def item_start(grounds: Grounds, limit: Token | None, start: int, low: int) -> int:
    """Where the words of one limit of several begin: "limited the army to 3,000 men, [the navy to 900 men]"."""
    if limit is None or low > limit.start:
        return low
    text = grounds.bench.text
    before = find_figures(text, limit.end, start)
    parted = [m.end() for f in before if f.end < start for m in [_NEXT.search(text, f.end, start)] if m]
    return max(parted, default=low)


def _is_verb(token: Token) -> bool:
    return token.tag[0] == "V" and token.dep not in ("aux", "auxpass", "amod")


def _is_misread(grounds: Grounds, token: Token) -> bool:
    """ "Banned A, and limited refined petroleum to ...": a verb behind "and" that was taken for an adjective."""
    before = grounds.sentence.tokens[token.i - 1].lower if token.i else ""
    return token.lower in grounds.words["ceiling"] and token.dep == "amod" and before in ("and", ",")


def owner_before(grounds: Grounds, measure: Measure, start: int) -> str | None:
    """Whose the same things were when the passage named them last: "special forces of A had been moved. ... 3,000 soldiers"."""
    bench = grounds.bench
    begin = max(bench.text.rfind("\n", 0, start) + 1, start - _BACK)
    for first, last, entries in reversed(grounds.finds.measured(begin, start)):
        if measure not in entries or not re.search(r"[.;]\s", bench.text[last:start]):
            continue  # in the same clause its own words say whose it is
        behind = _FROM.match(bench.text, last)
        named = [m for m in bench.scene.within(max(begin, first - 24), last + 48) if m.code in bench.scene.knowledge.states]
        near = [m.code for m in named if behind is not None and m.start <= behind.end() < m.end]
        near = near or [m.code for m in named if m.kind != "place" and _OWNED.fullmatch(bench.text, m.end, first)]
        if near:
            return near[0]
    return None


def held_where(grounds: Grounds, verb: Token | None) -> str | None:
    """The one state in the title, where people are told to be held and nobody says where: a report on that state."""
    bench = grounds.bench
    if (
        verb is None
        or verb.lower not in _KEPT
        or not grounds.clauses.is_passive(verb)
        or bench.sentence.children(verb, "agent")
    ):
        return None
    line = bench.text.find("\n")
    titled = {m.code for m in bench.scene.within(0, max(line, 0)) if m.code in bench.scene.knowledge.states}
    return titled.pop() if len(titled) == 1 else None


def _is_done_to(grounds: Grounds, head: Token, verb: Token, unit: str | None) -> bool:
    """ "Dropped 300 tons of leaflets", "sank 20 ships": what somebody does to things."""
    if head.dep != "dobj" or (unit is not None and not grounds.clauses.under(head, "of")):
        return False
    scene = grounds.bench.scene
    return any(
        s.tag == "PRP" or scene.mention_at(s) or scene.role_at(s) or any(scene.mention_at(c) for c in s.children)
        for s in grounds.clauses.subjects(verb)
    )


def change(grounds: Grounds, figure: Figure, head: Token, verb: Token | None, unit: str | None) -> str:
    """What a number is put to that tells by how much something changed, and not how much there is of it."""
    words, text = grounds.words, grounds.bench.text
    if (beside := grounds.sentence.head(head)) is not None and beside.lower in _CHANGED and unit is not None:
        return "-decreases" if beside.lower in _LOWER else "-increases"  # "were 20 per cent lower than in 2019"
    if verb is None or verb.lower not in words["change"] or grounds.sentence.head(head) is None:
        return ""
    before = text[max(verb.end, figure.start - 24) : figure.start]
    by = re.search(r"\bby (?:\w+ ){0,2}$", before) is not None
    if not by and (head.dep not in ("dobj", "npadvmod") or head.head != verb.i):
        return ""
    if not by and verb.lower in words["falling"] and _is_done_to(grounds, head, verb, unit):
        return ""
    return "-decreases" if verb.lower in words["falling"] else "-increases"


def bounds_told(grounds: Grounds, figure: Figure, verb: Token | None) -> list[tuple[str, float | None]]:
    """(comparator, value) of each row that a figure gives: two for a range, one for what "rose from 80,000 to 120,000"."""
    if figure.high is None:
        return [(figure.comparator, figure.value)]
    moves = verb is not None and verb.lower in grounds.words["change"] | grounds.words["falling"]
    if moves and grounds.bench.text[figure.start : figure.start + 5].lower() == "from ":
        return [("=", figure.high)]
    return [(">=", figure.value), ("<=", figure.high)]
