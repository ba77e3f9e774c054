"""What all claims ask of their sentence: whether it asserts at all, whom it is about, as of when, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from dragoman.coding.claims.assertions import finds_of, words_of
from dragoman.coding.relations.periods import whole
from dragoman.coding.sentence.attribution import saying
from dragoman.coding.sentence.phrasing import refer, refer_all, trimmed
from dragoman.coding.sentence.voices import page
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.dates import DateMention
from dragoman.language.parse import Token
from dragoman.lexicon.words import alternatives, word_class
from dragoman.text import Span

_NOW = re.compile(rf"\b(?:{alternatives('at-present')})\b", re.IGNORECASE)
_AS_OF = re.compile(
    r"\b(?:in|as of|as at|by|at the end of|by the end of|at the (?:start|beginning|close) of|(?:at|in) the (?:census|start|survey|elections?) of|at the|by the|for|during|on|to|until)\s+(?:early |late |mid-|the end of |"
    r"fiscal )?$",
    re.IGNORECASE,
)
_COMPARED = re.compile(rf"\b(?:{alternatives('as-it-was-before')})\s[^,;]*\d|\bthan\s")
_HELD_TO = frozenset({"believed", "known", "thought", "understood"})
_ENDS = ("until", "to")  # what was so until then was so no longer
_WISHES = word_class("only-wished")
# "Debts from the Soviet period" are nobody's by that; "on the peninsula" says where something is.
_PERIODS = word_class("periods")
_WHERE = frozenset("in on at within outside near across throughout inside from".split())
LONGEST = 320
# How far a date holds that stands within its sentence, and how near to its beginning one stands that opens it, in characters.
_STRETCH, _OPENING = 80, 8
_REACHED = word_class("reaching-a-number")
_APART = frozenset({"relcl", "appos", "advcl", "parataxis", "punct"})


def _without_nay(tokens: list[Token]) -> list[Token]:
    """A phrase without the "not" of what follows: "a disputed land, not [a part of the country]"."""
    return tokens[:-1] if len(tokens) > 1 and tokens[-1].dep == "neg" else tokens


class Grounds:
    """Questions that every kind of claim asks of its sentence."""

    def __init__(self, bench: Workbench) -> None:
        self.bench = bench
        self.sentence = bench.sentence
        self.clauses = bench.clauses
        self.words = words_of(bench.scene.knowledge.lexicon).forms
        self.finds = finds_of(bench.scene)

    def verb_above(self, token: Token, *, itself: bool = True) -> Token | None:
        """The predicate that a word stands under, or the word itself where it may be one."""
        for here in (*([token] if itself else []), *self.sentence.ancestors(token)):
            if (here.tag[0] == "V" and here.dep not in ("amod", "aux", "auxpass")) or (here.tag == "MD" and here.dep == "ROOT"):
                return here
        return None

    def is_asserted(self, verb: Token | None) -> bool:
        """Whether a clause says that something is so: no condition, wish, plan or mere possibility."""
        if verb is None:
            return True
        clauses = self.clauses
        if "whether" in clauses.marks(verb):
            return False  # what is asked or looked into
        negated = clauses.negated(verb)
        if (
            clauses.in_condition(verb)
            or clauses.is_future(verb)
            or clauses.is_duty(verb)
            or (clauses.is_possible(verb) and not negated)
        ):
            return False
        if clauses.is_infinitive(verb) and verb.dep in ("xcomp", "advcl", "ccomp", "acl", "relcl"):
            head = self.sentence.head(verb)
            if head is not None and verb.lower in _REACHED and head.lower in self.words["change"] | self.words["falling"]:
                return head.tag != "VB" and self.is_asserted(head)  # "grew by a fifth to reach nine million dollars"
            if head is not None and verb.dep == "xcomp" and head.lower in _HELD_TO and self.sentence.children(head, "auxpass"):
                return self.is_asserted(head)  # "is believed to possess", "are known to hold"
            if head is not None and verb.dep == "xcomp" and (head.lower in self.words["doing-on"] or self._is_made_to(head)):
                return self.is_asserted(head)  # "continues to hold 38 prisoners", "is designed to generate 500 megawatts"
            return head is not None and head.lower in self.words["claims"] and verb.dep == "xcomp"
        return verb.lower not in _WISHES - {"call", "called", "agreed", "agree"} and not any(
            a.lower in _WISHES and a.tag[0] == "V" and verb.dep in ("ccomp", "xcomp")
            for a in islice(self.sentence.ancestors(verb), 1)
        )

    def _is_made_to(self, verb: Token) -> bool:
        """ "Is designed to", "was built to"."""
        return verb.lower in self.words["made-to"] and bool(self.sentence.children(verb, "auxpass"))

    def subjects(self, verb: Token) -> list[Token]:
        """Who or what a clause is about: the subject, of a passive too."""
        passive = self.sentence.children(verb, "nsubjpass")
        if passive:
            return passive
        if self.sentence.children(verb, "expl"):
            return []  # "there were 50,000 workers" is about nobody named before
        own = self.sentence.children(verb, "nsubj")
        if own:
            return own
        if verb.dep == "conj" and self.sentence.tokens[verb.head].tag[0] == "V":
            return self.subjects(self.sentence.tokens[verb.head])
        return self.clauses.subjects(verb)

    def page(self, end: int) -> str | None:
        """The state that a profile or article without a speaker is of, where the sentence names nobody else before `end`."""
        return page(self.bench, end)

    def ground(self, end: int) -> str | None:
        """The state that a piece of news is from, where the sentence names nobody else before `end` and nobody speaks."""
        scene = self.bench.scene
        here = scene.discourse.ground if scene.document.kind == "news" and not scene.base(self.sentence.start) else None
        return here if all(m.code in (None, here) for m in scene.within(self.sentence.start, end)) else None

    def code_of(self, token: Token) -> str | None:
        """The first actor that a phrase means."""
        found = refer(self.bench, token)
        return found.codes[0] if found is not None and found.codes else None

    def first_of(self, tokens: Iterable[Token]) -> str | None:
        """The first actor that any of several phrases means."""
        return next((c for t in tokens if (c := self.code_of(t)) is not None), None)

    def codes_of(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """All actors that phrases and what is listed with them mean, each once."""
        return tuple(dict.fromkeys(c for t in tokens for r in refer_all(self.bench, t) for c in r.codes))

    def place_of(self, token: Token) -> str | None:
        """Whose land "in the country", "of China", "on its territory" under a word means."""
        for prep in self.sentence.children(token, "prep"):
            if prep.lower in (
                "in",
                "of",
                "on",
                "within",
                "across",
                "throughout",
                "between",
                "inside",
                "at",
                "by",
                "from",
                "near",
            ):
                for obj in self.sentence.children(prep, "pobj"):
                    code = self.code_of(obj) if obj.lower not in _PERIODS else None
                    if code is not None:
                        return code
        return None

    def as_of(self, start: int, end: int) -> str | None:
        """The date for which a number is given: one beside it, else the document's for "today"; not when somebody said it."""
        text, sentence = self.bench.text, self.sentence
        near = [
            d
            for d in (whole(self.bench, d) for d in self.bench.dates)
            if d.date_end is None
            and (d.basis == "published" or _AS_OF.search(text, max(sentence.start, d.start - 20), d.start))
            and not self._tells_when_said(d, start)
            and not self._is_aside(d, start)
        ]
        # "913, down from 1,281 in 2020", "more than in 2020": the day of what it is compared with.
        after = [d for d in near if 0 <= d.start - end <= 72 and not _COMPARED.search(text, end, d.start)]
        before = [d for d in near if d.start < start and self._holds_for(d, start)]
        chosen = after[:1] or before[-1:]
        if chosen:  # "in 1975 ... on the same day, November 18": the day, where one of that year is named
            finer = {d.date for d in self.bench.dates if d.date.startswith(f"{chosen[0].date}-") and d.date_end is None}
            return finer.pop() if len(finer) == 1 else chosen[0].date
        if _NOW.search(text, sentence.start, sentence.end):
            return self.bench.scene.document.published
        return None

    def _holds_for(self, date: DateMention, start: int) -> bool:
        """Whether what stands at `start` is in the stretch of a sentence that a date before it is said of."""
        between = self.bench.text[date.end : start]
        opens = date.start - self.sentence.start <= _OPENING
        if ";" in between or (":" in between and not opens):
            return False
        return len(between) <= _STRETCH or (opens and len(between) <= LONGEST and self._is_of_clause(date, start))

    def _is_of_clause(self, date: DateMention, start: int) -> bool:
        """Whether a date is of the clause that what stands at `start` is in, or of one that this is listed with."""
        here = [
            self.verb_above(t, itself=False)
            for t in (*self.sentence.at(date.start, date.end)[:1], *self.sentence.at(start, start + 1))
        ]
        first, own = here if len(here) == 2 else (None, None)
        while own is not None and own is not first and own.dep == "conj":
            own = self.sentence.head(own)
        return own is not None and own is first

    def dated(self, verb: Token) -> str | None:
        """The date that a predicate itself has: "became a republic on July 1, 1960"."""
        for date in self.bench.dates:
            tokens = self.sentence.at(date.start, date.end)
            beside = _AS_OF.search(self.bench.text, max(self.sentence.start, date.start - 20), date.start)
            if beside is None or beside[0].lower().startswith(_ENDS):
                continue
            if tokens and date.date_end is None and self.verb_above(tokens[0], itself=False) is verb:
                return date.date
        return self.now(verb)

    def now(self, verb: Token) -> str | None:
        """The document's date for a predicate that holds "now" or "today"."""
        now = verb.tag in ("VBZ", "VBP") and any(
            _NOW.fullmatch(c.text) for c in self.sentence.children(verb, "advmod", "npadvmod")
        )
        return self.bench.scene.document.published if now else None

    def _is_aside(self, date: DateMention, start: int) -> bool:
        """ "The line, opened in 2021, has carried 3 million people": the date of a clause that what stands at `start` is not in."""
        tokens = self.sentence.at(date.start, date.end)
        verb = self.verb_above(tokens[0], itself=False) if tokens else None
        if verb is None or verb.dep not in ("acl", "relcl"):
            return False
        told, noun = self.sentence.at(start, start + 1), self.sentence.tokens[verb.head]
        if any(verb in (t, *self.sentence.ancestors(t)) for t in told):
            return False
        if noun.dep not in ("nsubj", "nsubjpass"):  # "the quake that struck in May, and recalled the gift of 60 tons"
            return bool(told) and self.verb_above(noun, itself=False) is not self.verb_above(told[0], itself=False)
        return True

    def _tells_when_said(self, date: DateMention, start: int) -> bool:
        """Whether a date is that of a verb of saying, under which what stands at `start` is told."""
        tokens = self.sentence.at(date.start, date.end)
        said = self.sentence.at(start, start + 1)
        verb = self.verb_above(tokens[0], itself=False) if tokens else None
        says = saying(self.bench.scene.knowledge.lexicon)[0]
        return (
            verb is not None
            and bool(said)
            and not says.isdisjoint(self.clauses.verb_lemmas(verb))
            and any(c in self.sentence.ancestors(said[0]) for c in self.sentence.children(verb, "ccomp"))
        )

    def placed(self, verb: Token, span: Span, nouns: Sequence[Token] = ()) -> Span:
        """`span` with what stands right behind it and says where: "no nuclear weapons on the peninsula"."""
        behind = [p for t in (verb, *nouns) for p in self.sentence.children(t, "prep")]
        for prep in sorted(behind, key=lambda p: p.i):
            words = self.sentence.subtree(prep, without=frozenset({"relcl", "parataxis"}))
            end = max(t.end for t in words)
            dated = any(d.start < end and prep.start < d.end for d in self.bench.dates)
            if prep.lower in _WHERE and prep.start == span.end + 1 and not dated and end - span.start <= LONGEST:
                span = trimmed(self.bench.text, Span(span.start, end))
        return span

    def predicate(self, verb: Token, *, with_subject: Token | None = None) -> Span:
        """The words of a clause from its verb (or its subject) to the end of its complements."""
        without = frozenset({"nsubj", "nsubjpass", "mark", "parataxis", "advcl", "cc", "csubj", "punct"})
        tokens = [t for t in self.sentence.subtree(verb, without=without) if t.dep not in without or t is verb]
        listed = {c.i for c in self.sentence.children(verb, "conj") if c.tag[0] == "V"}
        apart = {t.i for c in listed for t in self.sentence.subtree(self.sentence.tokens[c])}
        tokens = [
            t
            for t in tokens
            if t.i not in apart and (t.i >= verb.i or (t.dep in ("aux", "neg", "auxpass") and t.head == verb.i))
        ] or [verb]
        tokens = _without_nay(tokens)
        start = min(t.start for t in tokens)
        if with_subject is not None:
            start = min(start, min(t.start for t in self.sentence.subtree(with_subject, without=frozenset({"relcl"}))))
        end = max(t.end for t in tokens)
        if end - start > LONGEST:
            below = self.sentence.subtree(verb, without=without | {"relcl", "acl", "conj"})
            end = max(
                (t.end for t in below if t.dep not in ("relcl", "acl", "conj") and t.end - start <= LONGEST), default=verb.end
            )
        return self.closed(trimmed(self.bench.text, Span(start, end)))

    def closed(self, span: Span) -> Span:
        """`span` with the mark that closes a quotation which it opens."""
        words = span.of(self.bench.text)
        mark = self.bench.text[span.end : span.end + 1]
        opened = words.count("“") > words.count("”") if mark == "”" else words.count('"') % 2 == 1
        return Span(span.start, span.end + 1) if mark in ('"', "”") and mark and opened else span

    def phrase(self, noun: Token, without: tuple[str, ...] = ("relcl", "appos", "conj", "cc", "advcl", "parataxis")) -> Span:
        """A noun phrase in the words of the text, without article."""
        tokens = self.sentence.subtree(noun, without=frozenset(without))
        tokens = [t for t in tokens if t.dep not in without or t is noun]
        tokens = _without_nay(tokens)
        ends = [t for t in tokens if t.dep == "pobj" and t is tokens[-1] and self.sentence.tokens[t.head].lower == "between"]
        tokens += [t for o in ends for c in self.sentence.children(o, "conj") for t in self.sentence.subtree(c, without=_APART)]
        end = max(t.end for t in tokens if t.end - tokens[0].start <= LONGEST or t is noun)
        return self.closed(trimmed(self.bench.text, Span(tokens[0].start, end)))
