"""Claims that something exists, or does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.claims import undone
from dragoman.coding.claims.affirming import denying
from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.denials import denials_in, reporters, whose
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.sentence.phrasing import reported_by, trimmed
from dragoman.language.parse import Token
from dragoman.text import Span

_EVIDENCE = frozenset({"evidence", "proof", "indication"})
_NO = re.compile(r"(?:no|any|not any)\s+", re.IGNORECASE)


def existences(grounds: Grounds) -> Iterator[Draft]:
    """The claims of one sentence that something is or is not there."""
    drafts, denied = denials_in(grounds)
    yield from drafts
    reader = _Reader(grounds, denied)
    yield from reader.exists()
    yield from reader.held()
    yield from reader.unreal()
    yield from reader.alleged()
    yield from reader.absent()
    yield from undone.find(grounds, denied)


class _Reader:
    def __init__(self, grounds: Grounds, denied: frozenset[int]) -> None:
        self.grounds = grounds
        self.sentence = grounds.sentence
        self.bench = grounds.bench
        self._matches = grounds.finds.measured(self.sentence.start, self.sentence.end)
        self._denied = denied  # words of clauses that somebody denies

    # --- such camps exist; there are camps; possesses weapons ---

    def exists(self) -> Iterator[Draft]:
        for verb in self.sentence:
            if (
                verb.lower not in self.grounds.words["exists"]
                or verb.tag[0] != "V"
                or (verb.tag == "VBG" and verb.dep in ("acl", "amod"))  # "the frontiers existing in 1960": which ones
                or verb.i in self._denied
                or not self.grounds.is_asserted(verb)
            ):
                continue
            behind = self.sentence.children(verb, "dobj", "attr") if self.sentence.children(verb, "expl") else []
            for subject in behind or self.grounds.subjects(verb):
                if subject.tag[0] != "N" or (subject.lower in self.grounds.words["abstract"] and not behind):
                    continue
                code = (
                    self.grounds.place_of(verb)
                    or self.grounds.place_of(subject)
                    or whose(self.grounds, subject)
                    or self._protagonist(subject)
                )
                if code is None and self._measured(subject) is None and not behind:
                    continue
                span = self.grounds.predicate(verb, with_subject=subject)
                denied = self.grounds.clauses.negated(verb) or any(
                    c.lower == "no" for c in self.sentence.children(subject, "det")
                )
                denials = tuple(denying(self.grounds.clauses, verb, [subject])) if denied else ()
                yield Draft("existence", verb, *span, span, code, self._measured(subject), denied=denied, denials=denials)

    def held(self) -> Iterator[Draft]:
        for start, stop, entries in self._matches:
            tokens = self.sentence.at(start, stop)
            entry = next((e for e in entries if e.held), None)
            if entry is None or not tokens or tokens[-1].i in self._denied:
                continue
            noun = tokens[-1]
            top = noun
            while top.dep == "conj" and top.head != top.i and self.sentence.tokens[top.head].tag[0] == "N":
                top = self.sentence.tokens[top.head]
            verb = self.sentence.head(top)
            if (
                verb is None
                or verb.tag[0] != "V"
                or not self.grounds.is_asserted(verb)
                or self.sentence.children(noun, "nummod")
            ):
                continue
            there = bool(self.sentence.children(verb, "expl")) and top.dep in ("attr", "dobj")
            if not there and not (top.dep == "dobj" and verb.lower in self.grounds.words["own"]):
                continue
            yield from self._holding(verb, noun, entry.id, there)

    def _holding(self, verb: Token, noun: Token, measure: str, there: bool) -> Iterator[Draft]:
        denied = self.grounds.clauses.negated(verb) or any(c.lower == "no" for c in self.sentence.children(noun, "det"))
        code = self.grounds.place_of(noun) or self.grounds.place_of(verb) or whose(self.grounds, noun)
        subjects = [] if there else self.grounds.subjects(verb)
        code = next((c for s in subjects for c in [self.grounds.code_of(s)] if c), code)
        if code is None and there:
            code = self.bench.speaker()
        if code is None:
            return
        statement = self.grounds.phrase(noun)
        no = _NO.match(self.bench.text, *statement)
        statement = self.grounds.placed(verb, Span(no.end() if no is not None else statement.start, statement.end))
        start = min([verb.start, statement.start, *(t.start for t in self.sentence.children(verb, "expl"))])
        yield Draft("existence", verb, start, max(verb.end, statement.end), statement, code, measure, denied=denied)

    def absent(self) -> Iterator[Draft]:
        """ "There was no uprising in A": of things that no lexicon counts, where a place is named or somebody looks back."""
        for verb in self.sentence:
            if verb.tag[0] != "V" or not self.sentence.children(verb, "expl") or not self.grounds.is_asserted(verb):
                continue
            nouns = self.sentence.children(verb, "attr", "dobj")
            no = [c for n in nouns for c in self.sentence.children(n, "det") if c.lower == "no"]
            for noun in nouns[-1:] if no else ():  # the halves of a hyphenated word may be two
                places = [
                    o for p in ("in", "on") for t in (noun, verb) for o in self.grounds.clauses.under(t, p) if o.tag[0] == "N"
                ]
                code = self.grounds.first_of(places)
                thing = [
                    o
                    for p in self.sentence.children(noun, "prep")
                    if p.lower == "as"
                    for o in self.sentence.children(p, "pobj")
                ]
                if noun.lower == "thing" and thing and reported_by(self.bench, verb):  # "there is no such thing as a Y"
                    words = self.grounds.phrase(thing[0])
                    yield Draft("existence", verb, verb.start, words.end, words, self.grounds.code_of(thing[0]), denied=True)
                    continue
                if noun.lower in _EVIDENCE and reported_by(self.bench, verb):
                    span = self.grounds.predicate(verb)
                    words = Span(noun.start, max(span.end, noun.end))
                    yield Draft("existence", verb, min(span.start, noun.start), words.end, words, None, denied=True)
                    continue
                plain = noun.tag[0] == "N" and noun.lower not in self.grounds.words["abstract"] and self._measured(noun) is None
                back = verb.tag in ("VBD", "VBN") and bool(reported_by(self.bench, verb))
                if plain and (code is not None or back):
                    span = self.grounds.predicate(verb)
                    statement = self.grounds.placed(verb, Span(no[0].end + 1, self.grounds.phrase(noun).end))
                    yield Draft("existence", verb, span.start, max(span.end, statement.end), statement, code, denied=True)

    def unreal(self) -> Iterator[Draft]:
        """ "imaginary camps", "the non-existent nuclear issue"."""
        for token in self.sentence:
            if token.lower not in self.grounds.words["unreal"] or token.dep != "amod":
                continue
            noun = self.sentence.tokens[token.head]
            if noun.tag[0] != "N" or self.bench.scene.mention_at(noun) is not None:
                continue
            span = self.grounds.phrase(noun)
            if not span.start <= token.start < span.end and token.end <= span.start:
                span = Span(token.start, span.end)
            statement = trimmed(self.bench.text, Span(token.end, span.end))
            if statement.end > statement.start:
                subject = self.grounds.place_of(noun) or whose(self.grounds, noun) or self.bench.speaker()
                measure = self._measured(noun)
                yield Draft("existence", token, span.start, span.end, statement, subject, measure, denied=True)
                report, spreading = self._spread(noun)
                for reporter in spreading:
                    if reporter != subject and report is not None:
                        yield Draft("existence", token, report.start, span.end, statement, subject, measure, by=(reporter,))

    def alleged(self) -> Iterator[Draft]:
        """ "They refer to so-called rights violations in A": what others say there is, in the words of who does not think so."""
        sentence, marks = self.sentence, self.grounds.finds.said(self.sentence.start, self.sentence.end, "so-called")
        for start, end in marks:
            called = sentence.at(start, end)
            noun = next((a for a in sentence.ancestors(called[-1]) if a.tag[0] == "N"), None) if called else None
            preposition = sentence.head(noun) if noun is not None and noun.dep == "pobj" else None
            verb = sentence.head(preposition) if preposition is not None else None
            if noun is None or verb is None or verb.lower not in self.grounds.words["mentions"]:
                continue
            if self.bench.scene.mention_at(noun) is not None or not self.grounds.is_asserted(verb):
                continue
            subject = self.grounds.place_of(noun) or whose(self.grounds, noun)
            speaking = self.grounds.codes_of(self.grounds.subjects(verb))
            words = self.grounds.phrase(noun)
            statement = trimmed(self.bench.text, Span(end, words.end))
            for by in speaking if not self.grounds.clauses.negated(verb) and statement.end > statement.start else ():
                if subject is not None and by != subject:
                    yield Draft("existence", verb, verb.start, words.end, statement, subject, self._measured(noun), by=(by,))

    def _spread(self, noun: Token) -> tuple[Token | None, tuple[str, ...]]:
        """Who says that it is so: "the propaganda put forth by A and B about imaginary camps"; the word for what they say."""
        about = self.sentence.head(noun)
        before = self.sentence.tokens[: about.i] if about is not None and about.lower in ("about", "on") else []
        report = next((t for t in reversed(before) if t.lower in self.grounds.words["report"]), None)
        if report is None:
            return None, ()
        preps = [t for t in before[report.i :] if t.lower in ("by", "from", "of")]
        named = [o for p in preps for o in self.sentence.children(p, "pobj")]
        return report, self.grounds.codes_of(named) or reporters(self.grounds, report)

    def _measured(self, noun: Token) -> str | None:
        return next((es[0].id for a, b, es in self._matches if a < noun.end and noun.start < b), None)

    def _protagonist(self, subject: Token) -> str | None:
        """Somebody speaking of "such camps" of its own."""
        return self.bench.speaker() if self._measured(subject) is not None else None
