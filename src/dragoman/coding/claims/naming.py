"""What a number is of: the measure named nearest to it, from the noun that it counts outwards to its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from dragoman.coding.claims.counted import SHARES, counted
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.claims.measuring import Measuring
from dragoman.coding.claims.tallies import ANYBODY, is_in_states
from dragoman.language.figures import Figure
from dragoman.language.parse import Token
from dragoman.lexicon.entries import Measure
from dragoman.lexicon.words import word_class

PARTNERS = frozenset({"countries", "states", "nations"})
_BONDS = frozenset({"relations", "ties", "links"})
_DEATHS = "deaths"
# "Three times as many": how they compare, and no number of deeds.
_AS_MANY = re.compile(r" (?:as|more|less|fewer|over|the|that|what|\w+er)\b")
_LOSING = word_class("losing-money")
_OWN_SUBJECTS = frozenset({"nsubj", "nsubjpass", "nummod"})
_ANY_PEOPLE = word_class("people-of-any-kind")
_PASSES = frozenset({"passed", "passes"})
_COUNTS = word_class("counts-of-nothing-else")
_NUMBERING = word_class("reaching-a-size")


class Naming:
    """What the numbers of one sentence are of."""

    def __init__(self, grounds: Grounds, measuring: Measuring) -> None:
        self.grounds = grounds
        self.bench = grounds.bench
        self.sentence = grounds.sentence
        self.measuring = measuring

    def next_to(self, end: int) -> tuple[Measure | str, Token] | None:
        """What is measured, named right behind the number."""
        for start, stop, entries in self.measuring.matches:
            entry = self.measuring.fitting(entries) if start == end + 1 else None
            if entry is not None and entry.id != ANYBODY and not entry.bare:
                anchor = self.sentence.at(start, stop)[-1]
                if entry.id != _DEATHS or self._is_dead(anchor, entries):
                    return entry, anchor
        return None

    def around(self, figure: Figure, unit: str | None, head: Token, end: int) -> tuple[Measure | str, Token] | None:
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
                    alive = not self._is_dead(head, entries) or self.bench.text.startswith(
                        " with ", head.end
                    )  # "and 20 persons with burns"
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

    def _is_dead(self, head: Token, entries: tuple[Measure, ...]) -> bool:
        """Whether people who are counted by no other word are told dead by their own clause: not "came with 900 men and lost 30"."""
        entry = next((e for e in entries if e.id == _DEATHS), None)
        if entry is None or head.lower not in _ANY_PEOPLE:
            return True
        verb = self.grounds.verb_above(head, itself=False)
        near = [*takewhile(lambda t: t.tag[0] != "V", self.sentence.ancestors(head)), *self.sentence.subtree(head)]
        if verb is not None:
            shared = self.sentence.children(verb, "conj") if head in self.grounds.subjects(verb) else []
            listed = [c for c in shared if c.tag[0] == "V" and all(k.dep not in _OWN_SUBJECTS for k in c.children)]
            own = [c for c in verb.children if c.dep != "conj"]
            near += [verb, *own, *listed, *(c for t in own for c in t.children)]
        return any(t.lower in entry.needs for t in near)

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
        if head.lower in SHARES:
            yield from self._shared(head)
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
        yield from self._levelled(verb, head, here, subjects, end)
        if verb.lower in self.grounds.words["gauging"] and here.dep == "prep" and here.lower in ("at", "as"):
            for thing in self.sentence.children(verb, "dobj", "nsubjpass"):
                yield thing
                yield from self.grounds.clauses.under(thing, "of")
        if head.lower == "times" and not _AS_MANY.match(self.bench.text, head.end):  # "used its veto 90 times"
            yield from self.sentence.children(verb, "dobj")
        if head.tag == "CD" and head.dep == "dobj":  # "identified 17 of its citizens as victims of abduction"
            yield from self.grounds.clauses.under(verb, "as")
        yield from (t for t in self.sentence.children(verb, "dobj", "attr") if t is head or here.lower == "with")
        objects = self.sentence.children(verb, "dobj")
        if head in subjects or head in objects or self._is_value_of(head, objects):
            yield verb
        if head in subjects and head.lower in PARTNERS:  # "140 states have relations with Chad"
            bonds = [o for o in self.sentence.children(verb, "dobj") if o.lower in _BONDS]
            yield from (o for o in bonds if self.bound_with(o, verb) is not None)

    def _levelled(self, verb: Token, head: Token, here: Token, subjects: list[Token], end: int) -> Iterator[Token]:
        """What a verb of levels, changes or losses tells the size of: "its debt reached 3 billion dollars"."""
        about = head.dep in ("dobj", "attr", "npadvmod", "acomp", "nsubj", "nsubjpass") or here.dep in (
            "prep",
            "dobj",
            "attr",
            "npadvmod",
            "advmod",
            "agent",
        )
        lost = verb.lower in _LOSING and head.lower != "times" and head.dep == "dobj" and head.start < end
        if lost:  # "the economy has lost 30 billion dollars"
            yield verb
        level = self.grounds.words["level"] | self.grounds.words["change"]
        if verb.lower in _PASSES and head.dep == "dobj" and not self.grounds.clauses.is_passive(verb):
            level |= _PASSES  # "the population has passed 30 million"
        if verb.lower in level and about and not lost and not self._is_possessing(verb, head):
            yield from (s for s in subjects if s is not head)
            for subject in subjects:
                for prep in self.sentence.children(subject, "prep"):
                    inside = self.sentence.children(prep, "pobj") if prep.lower in ("of", "in") else []
                    yield from inside
                    # "The number of states with which it had relations reached 54".
                    clauses = [c for o in inside if o.lower in PARTNERS for c in self.sentence.children(o, "relcl")]
                    yield from (o for c in clauses for o in self.sentence.children(c, "dobj") if o.lower in _BONDS)

    def _shared(self, head: Token) -> Iterator[Token]:
        """ "Debt stands at 70 per cent of output": what a share is of its whole."""
        verb = self.grounds.verb_above(head, itself=False)
        above = self.sentence.head(head)
        if verb is None or above is None or verb.lower not in self.grounds.words["level"] | self.grounds.words["change"]:
            return
        if above.i == verb.i or (above.lower in ("at", "to", "from") and above.head == verb.i):
            for subject in self.grounds.subjects(verb):
                if not self._is_possessing(verb, head):
                    yield subject

    def _is_value_of(self, head: Token, things: list[Token]) -> bool:
        """ "Exported goods worth 12 million dollars"."""
        worth = self.sentence.head(head)
        if worth is None or worth.lower != "worth" or not things:
            return False
        return things[-1].i + 1 == worth.i or any(t in self.sentence.ancestors(worth) for t in things)

    def _is_possessing(self, verb: Token, head: Token) -> bool:
        """ "Residents hold 9,000 jobs", "gunmen killed two monks": what is held or hurt is counted, and not who does it."""
        acts = self.grounds.words["own"] | self.grounds.words["harming"]
        return verb.lower in acts and head.tag[0] == "N" and head.tag != "NN" and head.dep == "dobj"

    def bound_with(self, bond: Token, verb: Token) -> str | None:
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
                and (self.grounds.place_of(subject) or self.grounds.code_of(subject) or self.grounds.page(self.sentence.end))
            ):
                words = [
                    c.lower
                    for c in self.sentence.children(subject, "amod", "compound")
                    if self.bench.scene.mention_at(c) is None
                ]
                return "-".join([*words, subject.lower]).strip("-"), subject
        return None
