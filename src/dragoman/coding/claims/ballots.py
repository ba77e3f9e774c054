"""Votes and abstentions: whose they are, and of which day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.citations.citers import body_of
from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.sentence.phrasing import is_state, reported_by
from dragoman.language.figures import find_figures
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_PARLIAMENTS = word_class("voting")
_N = r"(?:\d{1,3}|[Nn]one|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)"
_MORE = rf"(?:(?:,? (?:and|with)|,) (?P<abstained>{_N}) (?:abstentions?|abstaining|abstained))?"
# "A vote of 187 in favour to 2 against, with one abstention", "187 votes to 2 and 3 abstentions".
_DIVISION = re.compile(
    rf"\b(?:(?P<for>{_N}) (?:votes? )?(?:in favou?r|for)?,? ?(?:to|and|with|,)? ?(?P<against>{_N})(?: votes?)? against"
    rf"|(?P<for2>{_N}) votes? (?:in favou?r )?to (?P<against2>{_N}))\b{_MORE}"
)
_COUNTED_AS = re.compile(r" (?:votes?|against|abstentions?|abstaining|abstained)(?: in favou?r| against)?")
# So far before the numbers the verb of the vote may stand, in characters.
_NEAR = 160
_COUNTED = (("votes", ("for", "for2")), ("votes-against", ("against", "against2")), ("abstentions", ("abstained",)))


def may_be(text: str, span: Span) -> bool:
    """Whether a sentence tells how a vote went by its numbers."""
    return next(_divisions_in(text, span.start, span.end), None) is not None


def _divisions_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The numbers of a sentence that are those of a vote, and not of a race: "went by 40 to 7 against the clock"."""
    said = text[start:end]
    if "against" not in said and "vote" not in said:
        return iter(())
    voted = "vot" in said.lower()
    return (m for m in _DIVISION.finditer(text, start, end) if voted or "favo" in m.group() or "abst" in m.group())


def divisions(grounds: Grounds) -> Iterator[Draft]:
    """How a vote went: so many for and against, and so many who abstained."""
    text, sentence = grounds.bench.text, grounds.sentence
    for match in _divisions_in(text, sentence.start, sentence.end):
        inside = sentence.at(match.start(), match.end())
        verb = grounds.verb_above(inside[0]) if inside else None
        if verb is None or not grounds.is_asserted(verb):
            continue
        for measure, names in _COUNTED:
            name = next((n for n in names if match[n]), None)
            if name is None:
                continue
            value = _number(text, match.start(name), match.end(name))
            subject = voting(grounds, inside[0])
            near = 0 < match.start() - verb.start < _NEAR
            words = _COUNTED_AS.match(text, match.end(name), match.end())
            span = Span(verb.start if near else match.start(), words.end() if words is not None else match.end(name))
            yield Draft("quantity", verb, *span, span, subject, measure, "=", value, as_of=polling_day(grounds))


def _number(text: str, start: int, end: int) -> float:
    found = next(iter(find_figures(text, start, end)), None)
    return found.value or 0.0 if found is not None else 0.0


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
