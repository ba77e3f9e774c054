"""Claims of quantity: so many of something, so much money, by so many per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.ballots import may_be, polling_day, voting
from dragoman.coding.claims.bounds import (
    bounds_told,
    ceiling,
    change,
    held_where,
    is_bounded,
    item_start,
    limited,
    owner_before,
    whose_limit,
)
from dragoman.coding.claims.counted import enlisted, fatal
from dragoman.coding.claims.gapped import AS_BEFORE, gapped
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.claims.measuring import Measuring
from dragoman.coding.claims.naming import PARTNERS, Naming
from dragoman.coding.claims.tallies import (
    charged,
    gauger,
    has_none,
    is_epithet,
    is_presumed,
    is_worth,
    of_page,
    scene_of,
    spans,
)
from dragoman.coding.claims.units import unit_behind
from dragoman.coding.sentence.phrasing import is_state, reported_by
from dragoman.language.dates import written
from dragoman.language.figures import Figure, find_figures
from dragoman.language.parse import Token
from dragoman.lexicon.entries import Measure
from dragoman.lexicon.words import alternatives, word_class
from dragoman.text import Span

# "Decided to send weapons: 2,500 rifles": what is to be done, hung by parsers on the verb of deciding.
_RESOLVES = word_class("resolving")
_REPORTS = word_class("reports-on-things")
_ABOUT = frozenset({"on", "about", "regarding", "concerning"})
_YEARS = frozenset({"year", "years"})
_LAST_DAY = 31
_COSTS = "costs"
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_COUNTING = re.compile(r"(?:Article|Chapter|No\.|Resolution|resolution|Section|Group of|page|Part)\s*$")
_SMALL_CHANGE = re.compile(r"\s(?:cents?|pence|kopecks?|pfennigs?|centimes?)\b")
_MEMBERS = frozenset({"member-states", "members", "memberships"})
_OF_SO_MANY = re.compile(r" of (?:the |its |their |our )\d")
_SPELL = re.compile(r"\s(?:days?|weeks?|months?|hours?|minutes?|decades?|centuries)\b")
_ORDINAL = re.compile(r"\s*(?:st|nd|rd|th)\b|-(?:year|day|month|week|hour|point|member|party|nation|man|km)")
# Between a number and the same one put otherwise.
_OR, _OTHERWISE = re.compile(r",? or\s+$"), 40
# "A war over three villages": what it is over, and not how many.
_QUARRELS_OVER = re.compile(
    rf"\b(?:{alternatives('quarrels-over-things')})\s+(?:(?:(?:with|against|between)\s)?(?:the\s)?[A-Z][^,;]{{2,30}}?\s)?$"
)
# "All but two of the 33 members": neither is how many there are.
_ALL_BUT = re.compile(r"\ball but [\w-]+ (?:of (?:the |its |their |our )?)?$|\ball but $", re.IGNORECASE)
# What may stand between two numbers of which only the second counts: "in 2002 over 300 prisoners died".
_MORE_OR_LESS = frozenset({"over", "about", "around", "above", "under", "below"})


def quantities(grounds: Grounds) -> Iterator[Draft]:
    """The quantities that one sentence claims, in text order."""
    counter = _Counter(grounds)
    yield from counter.counted()
    yield from gapped(grounds, counter.figures, counter.shown)


def _is_of_years(measure: Measure | str, anchor: Token, head: Token) -> bool:
    """Whether years measure it: those "of diplomatic relations" behind their number are their age."""
    return anchor.i <= head.i or isinstance(measure, str) or not _YEARS.isdisjoint(measure.needs)


def _is_of_states(measure: Measure | str) -> bool:
    """Whether states or members are counted, or what no lexicon names."""
    return isinstance(measure, str) or measure.id in _MEMBERS


class _Counter:
    def __init__(self, grounds: Grounds) -> None:
        self.grounds = grounds
        self.bench = grounds.bench
        self.sentence = grounds.sentence
        self.measuring = Measuring(grounds)
        self.naming = Naming(grounds, self.measuring)
        self.figures = list(find_figures(self.bench.text, self.sentence.start, self.sentence.end))
        self.shown: list[tuple[Figure, Draft]] = []

    def counted(self) -> Iterator[Draft]:
        for figure in self.figures:
            unit, end = self._unit(figure)
            if not self._is_quantity(figure, unit):
                continue
            tokens = self.sentence.at(figure.number_start, figure.number_end)
            if not tokens:
                continue
            if (same := self._put_otherwise(figure, unit, end)) is not None:
                self.shown.append((figure, same))
                yield same
                continue
            if self.shown and unit is None and AS_BEFORE.search(self.bench.text, max(0, figure.start - 40), figure.start):
                continue  # "were 4 million kroner, down from 19 million": so much of the same
            before = self.sentence.tokens[tokens[0].i - 2 : tokens[0].i] if tokens[0].i > 1 else []
            if [t.tag for t in before] == ["CD", "IN"] and before[1].lower not in _MORE_OR_LESS:
                continue  # "eight of thirteen prisoners died", but not "in 2002 over 300 prisoners died"
            of = self.sentence.children(tokens[-1], "pobj") if figure.value is None and tokens[-1].lower == "of" else []
            head = of[0] if of else self._counted_head(tokens[-1], end)
            if head.end + 1 == figure.number_start or self._is_reported_on(head):
                continue  # "Flight 815" is a name
            limit = ceiling(self.grounds, figure)
            found = (
                self.naming.next_to(end)
                or limited(self.measuring, limit, figure)
                or self.naming.around(figure, unit, head, end)
            )
            if found is None:
                continue
            measure, anchor = found
            if unit is None and _is_of_states(measure) and _OF_SO_MANY.match(self.bench.text, end):
                continue  # "97 of the 193 member states": so many do, and are not there
            if unit == "year" and not _is_of_years(measure, anchor, head):
                continue
            head = anchor if anchor.start == end + 1 else head
            measure = enlisted(self.grounds, fatal(self.grounds, measure, head), head) if unit is None else measure
            drafts = self._drafts(figure, unit, end, measure, anchor, head, limit)
            if isinstance(measure, str) and unit is not None:  # so much money or weight of nobody's says nothing
                drafts = (d for d in drafts if d.subject is not None)
            for draft in drafts:
                self.shown.append((figure, draft))
                yield draft

    def _put_otherwise(self, figure: Figure, unit: str | None, end: int) -> Draft | None:
        """ "Owes 5 billion dollars, or 80 per cent of its output": the same as was told right before, in another unit."""
        last, draft = self.shown[-1] if self.shown else (None, None)
        if last is None or draft is None or unit in (None, draft.unit) or figure.value is None or figure.high is not None:
            return None
        if draft.comparator == "<=":
            return None  # a bound has its own way
        if _OR.search(self.bench.text, last.end, figure.start) is None or figure.start - last.end > _OTHERWISE:
            return None
        statement = Span(draft.statement.start, end) if draft.statement is not None else None
        return replace(
            draft, end=end, statement=statement, comparator=figure.comparator, value=figure.value, unit=unit, value_text=None
        )

    def _is_reported_on(self, head: Token) -> bool:
        """ "Sent a report on 74 rifles", "information about 12 prisoners": of nobody who sends it."""
        on = self.sentence.head(head) if head.dep == "pobj" else None
        paper = self.sentence.head(on) if on is not None and on.lower in _ABOUT else None
        papers = [paper, *self.sentence.children(paper, "dobj")] if paper is not None else []
        return any(p.lower in _REPORTS for p in papers)

    def _is_quantity(self, figure: Figure, unit: str | None) -> bool:
        """No date, provision, number of a resolution, name or rank."""
        text, start, end = self.bench.text, figure.number_start, figure.number_end
        if (
            figure.value is not None
            and unit is None
            and figure.comparator == "="
            and any(d.start < end and start < d.end for d in self.bench.dates)
        ):
            return False
        if text[figure.start : figure.start + 5].lower() == "over " and _QUARRELS_OVER.search(
            text, max(self.sentence.start, figure.start - 70), figure.start
        ):
            return False
        if any(d.start < start and end <= d.end for d in self.bench.dates) or (unit is None and self._is_of_date(figure)):
            return False
        if any(r.start <= start and end <= r.end for r in self.bench.scene.register.within(max(0, start - 300), end)):
            return False
        if (
            re.fullmatch(r"[12]\d{3}", text[start:end])
            and figure.comparator == "="
            and not re.match(r" [a-z]+", text[end : end + 12])
        ):
            return False  # a year
        if re.match(r" [A-Z]\b(?!\.)", text[end : end + 3]) or (figure.value == 1 and text[start:end].isalpha()):
            return False
        if text[max(0, start - 2) : start] == ", " and text[end : end + 1] == ",":
            return False  # an age
        if unit == "year" and (text[max(0, figure.start - 5) : figure.start].endswith(" for ")):
            return False  # "independent for less than five years"
        if unit == "year" and text[max(0, figure.start - 8) : figure.start].endswith((" in ", " within ")):
            return False  # "the first visit in fifteen years", "which had doubled in five years"
        if unit is None and _SPELL.match(text, end, end + 12):
            return False  # "dead for three days"
        if unit is None and _SMALL_CHANGE.match(text, end, end + 12):
            return False  # what a loaf costs
        if _ALL_BUT.search(text, max(0, figure.start - 40), figure.start):
            return False
        if _COUNTING.search(text, max(0, start - 14), start) or _ORDINAL.match(text, end, end + 10):
            return False
        return not any(m.start <= start and end <= m.end for m in self.bench.scene.within(start, end))

    def _is_of_date(self, figure: Figure) -> bool:
        """Whether a number is the day of a date that nothing resolves: "a hearing on 8 May"."""
        if figure.value is None or figure.value > _LAST_DAY:
            return False
        return any(d.start <= figure.number_start and figure.number_end <= d.end for d in self._written)

    @cached_property
    def _written(self) -> list[Span]:
        """Where the sentence writes dates, whether or not anything decides which they are."""
        start, end = self.sentence.start, self.sentence.end
        return written(self.bench.text, start, end) if _MONTH.search(self.bench.text, start, end) is not None else []

    def _unit(self, figure: Figure) -> tuple[str | None, int]:
        """The unit after a number, and where it ends."""
        return unit_behind(self.bench.scene.knowledge.lexicon, self.bench.text, figure, self.sentence.end)

    def _counted_head(self, last: Token, end: int) -> Token:
        """What the number counts: the noun that it modifies, the unit, or the number itself where it stands alone."""
        here = last
        if last.dep == "nummod" and last.head < last.i and self.sentence.tokens[last.head].text.islower():
            behind = self._behind(last)
            if behind is not None:
                return behind  # "As of this morning 105 soldiers have died"
        for _ in range(5):
            above = self.sentence.tokens[here.head]
            if (
                here.dep not in ("nummod", "quantmod", "compound", "amod", "nmod", "det", "advmod", "npadvmod", "pobj")
                or above is here
            ):
                return here
            if (here.dep in ("npadvmod", "advmod") and above.tag[0] != "N") or (
                here.dep == "pobj" and not (above.lower == "of" and here.tag == "CD")
            ):
                return here
            if above.start - end > 60 or (above.tag[0] not in "NCJ$I%" and above.lower != "%"):
                return here
            if above.lower == "of":
                return here
            here = above
            if here.tag[0] == "N":
                return here
        return here

    def _behind(self, number: Token) -> Token | None:
        """The plural noun right behind a number, over adjectives."""
        for token in self.sentence.tokens[number.i + 1 : number.i + 4]:
            if token.tag == "NNS":
                return token
            if token.tag not in ("JJ", "NN", "NNP"):
                return None
        return None

    def _drafts(
        self, figure: Figure, unit: str | None, end: int, measure: Measure | str, anchor: Token, head: Token, limit: Token | None
    ) -> Iterator[Draft]:  # fmt: skip
        grounds = self.grounds
        bounded = limit is not None and is_bounded(grounds, limit)
        figure = replace(figure, comparator="<=") if bounded else figure
        verb = limit or grounds.verb_above(head, itself=False)
        presumed = is_presumed(self.grounds, anchor, head)
        if not presumed and (not grounds.is_asserted(verb) or (verb is not None and verb.lower in _RESOLVES)):
            return
        span, statement = spans(self.grounds, self.measuring, figure, end, anchor, head, verb, presumed=presumed)
        statement = Span(item_start(grounds, limit, figure.start, statement.start), statement.end)
        moves = isinstance(measure, Measure) and measure.moves
        accusers, accused = charged(grounds, verb)
        ballot = isinstance(measure, Measure) and measure.ballot
        if ballot and may_be(self.bench.text, Span(self.sentence.start, self.sentence.end)):
            return  # told whole: see `ballots.divisions`
        if ballot:
            subject = voting(grounds, head)
        else:
            subject = accused or self.measuring.subject_of(anchor, head, None if bounded else verb, moves=moves)
            if verb is not None and head.lower in PARTNERS and anchor in self.sentence.children(verb, "dobj"):
                subject = self.naming.bound_with(anchor, verb) if head in grounds.subjects(verb) else subject
        subject = subject or self._else_whose(figure, end, measure, anchor, verb or head, limit)
        if not is_worth(self.grounds, figure, unit, subject, measure, verb, head) or (
            limit is not None and not (subject or unit)
        ):
            return
        vague = figure.value is None
        negated = (
            verb is not None
            and grounds.clauses.negated(verb)
            and not (head in grounds.subjects(verb) and has_none(self.grounds, verb))
            and head in grounds.subjects(verb) + self.sentence.children(verb, "dobj", "attr")
        )
        if unit is None and isinstance(measure, Measure) and measure.id == _COSTS:
            return  # "bread costs 20 cents"
        lasting = is_epithet(grounds, measure, verb, head, end)
        when = None if lasting else (polling_day(grounds) if ballot else None) or grounds.as_of(figure.start, end)
        for comparator, value in bounds_told(grounds, figure, verb):
            yield Draft(
                "quantity",
                verb or head,
                span.start,
                span.end,
                statement,
                subject,
                (measure if isinstance(measure, str) else measure.id) + change(grounds, figure, head, verb, unit),
                None if vague else comparator,
                value,
                unit,
                self.bench.text[figure.start : figure.end] if vague or figure.worded or figure.high is not None else None,
                when,
                negated,
                by=accusers or (gauger(self.grounds, verb, head) if limit is None else None),
            )

    def _else_whose(
        self, figure: Figure, end: int, measure: Measure | str, anchor: Token, verb: Token, limit: Token | None
    ) -> str | None:  # fmt: skip
        """Whose number it is where neither its phrase nor its clause names anybody."""
        grounds, subject = self.grounds, None
        ballot, moves = (measure.ballot, measure.moves) if isinstance(measure, Measure) else (False, False)
        if verb.tag[0] == "V" and (own := grounds.verb_above(anchor)) is not verb and anchor.i < verb.i:
            subject = self.measuring.subject_of(anchor, anchor, own)  # "the states with which it has relations number 54"
        if subject is None and limit is not None:
            subject = whose_limit(self.measuring, limit, figure)
        if subject is None and isinstance(measure, Measure) and limit is None and not ballot:
            subject = owner_before(grounds, measure, figure.start) or (None if moves else held_where(grounds, verb))
        if subject is None and isinstance(measure, Measure) and measure.home:
            subject = next((c for c in reported_by(self.bench, verb)[-1:] if is_state(self.bench.scene, c)), None)
        if subject is not None or ballot:
            return subject
        ruler = verb if verb.tag[0] in "VM" else None
        return scene_of(grounds, measure, end) or of_page(grounds, ruler, measure, end)
