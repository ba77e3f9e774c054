"""Votes and abstentions: whose they are, and of which day."""

from __future__ import annotations

from dragoman.coding.citations.citers import body_of
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.sentence.phrasing import is_state, reported_by
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_PARLIAMENTS = word_class("voting")


def voting(grounds: Grounds, head: Token) -> str | None:
    """Who votes: the doer of the clause, or the body whose resolution it is; never a state that is only named there."""
    verb = _verb_of(grounds, head)
    if verb is None:
        return None
    passive = grounds.clauses.is_passive(verb)
    agents = grounds.sentence.agents(verb)
    doers = [t for t in (agents if passive else grounds.subjects(verb)) if t is not head]
    codes = grounds.codes_of(t for t in doers if t.tag not in ("WDT", "WP"))
    if codes:
        return codes[0] if len(codes) == 1 else None
    body = next((b for t in grounds.subjects(verb) if (b := _body_of(grounds, verb, t)) is not None), None)
    if body is not None:
        return body
    home = any(t.lower in _PARLIAMENTS for t in doers)
    said = reported_by(grounds.bench, verb)[-1:] or [grounds.bench.scene.discourse.about or ""]
    return next((c for c in said if is_state(grounds.bench.scene, c)), None) if home else None


def _verb_of(grounds: Grounds, head: Token) -> Token | None:
    """The verb of the vote: the clause's where votes are its subject, else the last one before ("adopted by 90 votes, with 8 ...")."""
    above = grounds.verb_above(head, itself=False)
    if above is None or above.start > head.start:
        return above
    before = [
        t for t in grounds.sentence.tokens[above.i : head.i] if t.tag[0] == "V" and t.dep not in ("amod", "aux", "auxpass")
    ]
    return before[-1] if before else above


def polling_day(grounds: Grounds) -> str | None:
    """The one day that the sentence names: a ballot is of a day, wherever in the sentence that stands."""
    days = {d.date for d in grounds.bench.dates if d.date_end is None and d.precision == "day"}
    return days.pop() if len(days) == 1 else None


def _body_of(grounds: Grounds, verb: Token, subject: Token) -> str | None:
    """The body of the United Nations whose resolution is voted on: "resolution 68/262, which was adopted by 100 votes"."""
    bench = grounds.bench
    above = grounds.sentence.head(verb)
    here = above if subject.tag in ("WDT", "WP") and verb.dep == "relcl" and above is not None else subject
    line = bench.scene.register.within(grounds.sentence.start, grounds.sentence.end)
    # The relative clause may hang on what the resolution is about.
    texts = [r for r in line if r.start <= here.start < r.end or (here is above and r.end <= verb.start)]
    return next((body for reference in reversed(texts) if (body := body_of(reference)) is not None), None)
