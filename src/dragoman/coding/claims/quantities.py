"""Claims of quantity: so many of something, so much money, by so many per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import islice

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
from dragoman.coding.claims.counted import SHARES, counted, enlisted, fatal
from dragoman.coding.claims.gapped import gapped
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.claims.measuring import Measuring
from dragoman.coding.claims.tallies import (
    ANYBODY,
    charged,
    gauger,
    has_none,
    is_in_states,
    is_presumed,
    is_worth,
    of_page,
    spans,
)
from dragoman.coding.claims.units import unit_behind
from dragoman.coding.sentence.phrasing import is_state, reported_by
from dragoman.language.dates import written
from dragoman.language.figures import Figure, find_figures
from dragoman.language.parse import Token
from dragoman.lexicon.entries import Measure
from dragoman.lexicon.words import word_class
from dragoman.text import Span

# "Decided to send weapons: 2,500 rifles": what is to be done, hung by parsers on the verb of deciding.
_RESOLVES = word_class("resolving")
_REPORTS = word_class("reports-on-things")
_ABOUT = frozenset({"on", "about", "regarding", "concerning"})
_FIRST = re.compile(r"\b(?:first|last|only|lowest|highest|worst|best|biggest|largest)\b", re.IGNORECASE)
_YEARS = frozenset({"year", "years"})
_LAST_DAY = 31
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_PARTNERS = frozenset({"countries", "states", "nations"})
_BONDS = frozenset({"relations", "ties", "links"})
_DEATHS = "deaths"
# "Three times as many": how they compare, and no number of deeds.
_AS_MANY = re.compile(r" (?:as|more|less|fewer|over|the|that|what|\w+er)\b")
_COUNTING = re.compile(r"(?:Article|Chapter|No\.|Resolution|resolution|Section|Group of|page|Part)\s*$")
_COUNTS = word_class("counts-of-nothing-else")
_NUMBERING = word_class("reaching-a-size")
_SPELL = re.compile(r"\s(?:days?|weeks?|months?|hours?|minutes?|decades?|centuries)\b")
_ORDINAL = re.compile(r"\s*(?:st|nd|rd|th)\b|-(?:year|day|month|week|hour|point|member|party|nation|man|km)")
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


class _Counter:
    def __init__(self, grounds: Grounds) -> None:
        self.grounds = grounds
        self.bench = grounds.bench
        self.sentence = grounds.sentence
        self.measuring = Measuring(grounds)
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
            before = self.sentence.tokens[tokens[0].i - 2 : tokens[0].i] if tokens[0].i > 1 else []
            if [t.tag for t in before] == ["CD", "IN"] and before[1].lower not in _MORE_OR_LESS:
                continue  # "eight of thirteen prisoners died", but not "in 2002 over 300 prisoners died"
            of = self.sentence.children(tokens[-1], "pobj") if figure.value is None and tokens[-1].lower == "of" else []
            head = of[0] if of else self._counted_head(tokens[-1], end)
            if head.end + 1 == figure.number_start or self._is_reported_on(head):
                continue  # "Flight 815" is a name
            limit = ceiling(self.grounds, figure)
            found = self._next(end) or limited(self.measuring, limit, figure) or self._measure(figure, unit, head, end)
            if found is None:
                continue
            measure, anchor = found
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
        if unit == "year" and text[max(0, figure.start - 4) : figure.start] == " in " and _FIRST.search(self.bench.words):
            return False  # "the first visit in fifteen years"
        if unit is None and _SPELL.match(text, end, end + 12):
            return False  # "dead for three days"
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

    def _next(self, end: int) -> tuple[Measure | str, Token] | None:
        """What is measured, named right behind the number."""
        for start, stop, entries in self.measuring.matches:
            entry = self.measuring.fitting(entries) if start == end + 1 else None
            if entry is not None and entry.id != ANYBODY and not entry.bare:
                return entry, self.sentence.at(start, stop)[-1]
        return None

    def _measure(self, figure: Figure, unit: str | None, head: Token, end: int) -> tuple[Measure | str, Token] | None:
        """What is measured and the word that names it, looked for from the number outwards; people of whom something says
        what they are ("seventeen citizens as victims of abduction") are counted as that.
        """
        anybody: tuple[Measure | str, Token] | None = None
        for anchor in self._anchors(head, end):
            for start, stop, entries in self.measuring.matches:
                if (
                    start < anchor.end
                    and anchor.start < stop
                    and not (start < figure.number_end and figure.number_start < stop)
                ):
                    alive = self.bench.text.startswith(" with ", head.end)  # "and 20 persons with burns"
                    entry = self.measuring.fitting(tuple(e for e in entries if not alive or e.id != _DEATHS))
                    if entry is not None and entry.bare and not self._is_size(head, anchor):
                        continue
                    if entry is not None and entry.id != ANYBODY:
                        return entry, anchor
                    anybody = anybody or ((entry, anchor) if entry is not None else None)
        if anybody is not None:
            return anybody
        mention = self.bench.scene.mention_at(head)
        if mention is not None and mention.kind == "demonym" and head.tag[0] == "N" and unit is None:
            entry = self.measuring.fitting(self.grounds.finds.people)  # "65 million Ethiopians"
            if entry is not None:
                return entry, head
        return self._changing(unit, head) or counted(self.grounds, figure, unit, head)

    def _is_size(self, head: Token, anchor: Token) -> bool:
        """Whether a number says how large something is: "an army of 30,000", "the army numbers 30,000"."""
        verb = self.grounds.verb_above(head, itself=False)
        within = anchor in islice(self.sentence.ancestors(head), 2)
        return within or (head.tag == "CD" and verb is not None and verb.lower in _NUMBERING)

    def _anchors(self, head: Token, end: int) -> Iterator[Token]:
        """The counted noun, what it is "of", the nouns above it, then the subject and object of its clause, and the verb."""
        yield head
        if head.dep == "conj" and head.tag == "CD" and (first := self.sentence.head(head)) is not None and first.tag == "CD":
            head = first  # "between 500 and 600 of its citizens"
        loose = head.tag == "CD" or head.start < end or head.lower in _COUNTS
        for prep in self.sentence.children(head, "prep") if loose else ():
            if prep.lower in ("of", "in", "for"):
                yield from self.sentence.children(prep, "pobj")
        if head.tag == "CD" or head.lower in SHARES:
            for token in self.sentence.tokens[head.i + 1 : head.i + 4]:
                if token.tag[0] not in "NJ":
                    break
                yield token
        here = head
        for above in islice(self.sentence.ancestors(head), 6):
            if above.tag[0] == "V":
                break
            if (
                above.tag[0] == "N"
                and here.dep in ("prep", "appos", "nummod", "compound", "amod")
                and (loose or here.lower == "with" or is_in_states(self.grounds, here, head, above))
            ):
                yield above
            here = above
        verb = self.grounds.verb_above(head, itself=False)
        if verb is None:
            return
        subjects = [self._told_of(s) for s in self.grounds.subjects(verb)]
        about = head.dep in ("dobj", "attr", "npadvmod", "acomp", "nsubj", "nsubjpass") or here.dep in (
            "prep",
            "dobj",
            "attr",
            "npadvmod",
            "advmod",
            "agent",
        )
        if verb.lower in self.grounds.words["level"] | self.grounds.words["change"] and about:
            yield from (s for s in subjects if s is not head)
            for subject in subjects:
                for prep in self.sentence.children(subject, "prep"):
                    inside = self.sentence.children(prep, "pobj") if prep.lower in ("of", "in") else []
                    yield from inside
                    # "The number of states with which it had relations reached 54".
                    clauses = [c for o in inside if o.lower in _PARTNERS for c in self.sentence.children(o, "relcl")]
                    yield from (o for c in clauses for o in self.sentence.children(c, "dobj") if o.lower in _BONDS)
        if verb.lower in self.grounds.words["gauging"] and here.dep == "prep" and here.lower in ("at", "as"):
            for thing in self.sentence.children(verb, "dobj", "nsubjpass"):
                yield thing
                yield from self.grounds.clauses.under(thing, "of")
        if head.lower == "times" and not _AS_MANY.match(self.bench.text, head.end):  # "used its veto 90 times"
            yield from self.sentence.children(verb, "dobj")
        if head.tag == "CD" and head.dep == "dobj":  # "identified 17 of its citizens as victims of abduction"
            yield from self.grounds.clauses.under(verb, "as")
        yield from (t for t in self.sentence.children(verb, "dobj", "attr") if t is head or here.lower == "with")
        if head in subjects or head in self.sentence.children(verb, "dobj"):
            yield verb
        if head in subjects and head.lower in _PARTNERS:  # "140 states have relations with Chad"
            bonds = [o for o in self.sentence.children(verb, "dobj") if o.lower in _BONDS]
            yield from (o for o in bonds if self._with(o, verb) is not None)

    def _with(self, bond: Token, verb: Token) -> str | None:
        """The one state that so many others have a bond with."""
        withs = [o for t in (bond, verb) for o in self.grounds.clauses.under(t, "with")]
        codes = list(dict.fromkeys(self.grounds.codes_of(withs)))
        return codes[0] if len(codes) == 1 else None

    def _told_of(self, subject: Token) -> Token:
        """ "Trade, which amounted to a million": the noun that "which" stands for."""
        clause = (a for a in self.sentence.ancestors(subject) if a.dep == "relcl") if subject.tag == "WDT" else iter(())
        found = next(clause, None)
        if found is None:
            return subject
        noun = self.sentence.tokens[found.head]
        with_whom = self.sentence.head(noun) if self.bench.scene.mention_at(noun) is not None and noun.dep == "pobj" else None
        above = self.sentence.head(with_whom) if with_whom is not None and with_whom.lower in ("with", "between") else None
        return above if above is not None and above.tag[0] == "N" else noun  # "trade with Chad, which amounted to a million"

    def _changing(self, unit: str | None, head: Token) -> tuple[str, Token] | None:
        """A change or level in per cent or money of something that no lexicon knows: its subject names the measure."""
        verb = self.grounds.verb_above(head, itself=False)
        changes = verb is not None and unit is not None and head.dep != "nsubj" and verb.lower in self.grounds.words["change"]
        for subject in self.grounds.subjects(verb) if verb is not None and changes else ():
            if (
                subject.tag[0] in "NJ"
                and self.bench.scene.mention_at(subject) is None
                and (self.grounds.place_of(subject) or self.grounds.code_of(subject) or self.grounds.page)
            ):
                words = [
                    c.lower
                    for c in self.sentence.children(subject, "amod", "compound")
                    if self.bench.scene.mention_at(c) is None
                ]
                return "-".join([*words, subject.lower]).strip("-"), subject
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
            if verb is not None and head.lower in _PARTNERS and anchor in self.sentence.children(verb, "dobj"):
                subject = self._with(anchor, verb) if head in grounds.subjects(verb) else subject
        if subject is None and verb is not None and (own := grounds.verb_above(anchor)) is not verb and anchor.i < verb.i:
            subject = self.measuring.subject_of(anchor, anchor, own)  # "the states with which it has relations number 54"
        if subject is None and limit is not None:
            subject = whose_limit(self.measuring, limit, figure)
        if subject is None and isinstance(measure, Measure) and limit is None and not ballot:
            subject = owner_before(grounds, measure, figure.start) or (None if moves else held_where(grounds, verb))
        if subject is None and isinstance(measure, Measure) and measure.home:
            subject = next((c for c in reported_by(self.bench, verb or head)[-1:] if is_state(self.bench.scene, c)), None)
        subject = subject or (None if ballot else of_page(grounds, verb, measure))
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
                (polling_day(grounds) if ballot else None) or grounds.as_of(figure.start, end),
                negated,
                by=accusers or (gauger(self.grounds, verb, head) if limit is None else None),
            )
