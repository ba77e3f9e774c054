"""Claims that others deny: that a report is false, a charge baseless, that somebody has nothing to do with a deed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.charged import charges_denied
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.once import once
from dragoman.coding.sentence.attribution import is_own_voice, voices
from dragoman.coding.sentence.phrasing import is_state, trimmed
from dragoman.language.parse import Token
from dragoman.lexicon.words import alternatives, word_class
from dragoman.text import Span

_QUICK = word_class("quick-to-deny")
_SCOFFS = frozenset({"scoff", "scoffs", "scoffed", "scoffing", "sneered", "laughed", "bristled", "bristles"})
_TAKES = word_class("taking-as-true")  # "do not accept the allegation that"
# Verbs by which an impression goes abroad, and how far before it they stand at most, in words.
_SPREADS = word_class("spreading")
_GIVEN = 8
# How a charge is told to be untrue by a predicate.
UNSOUND = re.compile(
    rf"(?:do|does|did|can|could) ?not (?:{alternatives('holding-good')})\b|has no (?:basis|foundation|ground)|have no (?:basis|foundation)"
    rf"|(?:is|are|was|were) (?:{alternatives('far-from-the-truth')})"
)
# What points at a charge told before.
_POINTING = frozenset({"these", "this", "those", "such", "the", "all", "that"})
_TRUE = frozenset({"true", "correct"})
_OF_WHAT = frozenset({"in", "to", "with", "of", "for", "by", "on", "between"})
_AUTHORS = word_class("finders")
# Words that say nothing by themselves: "that it did so", "this".
_EMPTY = re.compile(
    r"(?:(?:it|this|that|these|those|they|he|she|them|so|did|do|does|had|has|have|was|is|were|been|any)\b\s*)+", re.IGNORECASE
)


def whose(grounds: Grounds, noun: Token) -> str | None:
    """Whose a thing is by the name before it: "Chad's camps", "Chadian camps"."""
    for child in grounds.sentence.children(noun, "poss", "amod", "compound", "nmod"):
        mention = grounds.bench.scene.mention_at(child)
        if mention is not None and mention.code is not None and mention.kind != "place":
            return mention.code
    return None


def reporters(grounds: Grounds, noun: Token) -> tuple[str, ...]:
    """Whose report it was: "US accusations", "the claim by Seoul"."""
    for child in grounds.sentence.children(noun, "poss", "amod", "compound", "nmod"):
        mention = grounds.bench.scene.mention_at(child)
        if mention is not None and mention.code is not None:
            return () if is_own_voice(grounds.bench.scene, mention) else (mention.code,)
    for prep in grounds.sentence.children(noun, "prep"):
        if prep.lower in ("by", "from"):
            return tuple(dict.fromkeys(voices(grounds.sentence.children(prep, "pobj"), grounds.bench.referrer)))
    return ()


@once
def denials_in(grounds: Grounds) -> tuple[tuple[Draft, ...], frozenset[int]]:
    """The denials of one sentence, and the words of clauses that somebody denies."""
    reader = _Denials(grounds)
    drafts = tuple(reader.drafts())
    return drafts, frozenset(reader.denied)


class _Denials:
    """Reads the denials of one sentence; `denied` is whole once `drafts` has been read."""

    def __init__(self, grounds: Grounds) -> None:
        self.grounds = grounds
        self.sentence = grounds.sentence
        self.bench = grounds.bench
        self.denied: set[int] = set()

    def drafts(self) -> Iterator[Draft]:
        """The claims that are denied, and those of whose reports they are."""
        yield from self._denials()
        yield from self._called_false()
        yield from self._untrue()
        yield from self._unrelated()
        yield from self._dismissed()
        yield from charges_denied(self.grounds)

    def _denials(self) -> Iterator[Draft]:
        denies = self.grounds.words["denies"]
        for verb in self.sentence:
            if verb.tag[0] != "V" or not (verb.lower in denies or verb.lower in _TAKES or verb.lower in _SCOFFS):
                continue
            if not (self.grounds.is_asserted(verb) or self._is_quick(verb)):
                continue
            if self.grounds.clauses.negated(verb) != (verb.lower in _TAKES):
                continue
            subjects = self.grounds.clauses.subjects(verb)
            deniers = self.grounds.codes_of(subjects) if subjects else None
            for noun, clause in self._reported(verb):
                yield from self._denial(verb, noun, clause, deniers)

    def _is_quick(self, verb: Token) -> bool:
        """ "Was quick to deny that", "hastened to deny", "was forced to deny": who is so does it."""
        head = self.sentence.head(verb) if verb.dep == "xcomp" else None
        return head is not None and head.lower in _QUICK and not self.grounds.clauses.negated(head)

    def _called_false(self) -> Iterator[Draft]:
        """ "The reports that ... are false", "called claims of ... baseless", "rejected as untrue the charge that ..."."""
        called_so = self.grounds.finds.said(self.sentence.start, self.sentence.end, "false")
        if not called_so and UNSOUND.search(self.bench.text, self.sentence.start, self.sentence.end) is None:
            return
        false = self.grounds.words["false"]
        for noun in self.sentence:
            if noun.lower not in self.grounds.words["report"]:
                continue
            above = self.sentence.head(noun)  # "rejected as unfounded the charge that ...", read as "as the unfounded charge"
            misread = noun.dep == "pobj" and above is not None and above.lower == "as"
            called = not misread and any(c.lower in false for c in self.sentence.children(noun, "amod"))
            if called and not self._is_denied(noun):  # "give the false impression that ..."
                clauses = [c for c in self._contents(noun) if c.tag[0] in "VM" and c.dep in ("acl", "ccomp")]
                if clauses:
                    yield from self._denial(noun, noun, clauses[0], None)
                continue
            if noun.dep not in ("nsubj", "nsubjpass", "dobj") and not misread:
                continue
            verb = self.grounds.verb_above(noun, itself=False)
            said = self._contents(noun)
            if verb is None or not said or not self.grounds.is_asserted(verb):
                continue
            unsound = noun.dep == "nsubj" and UNSOUND.match(self.bench.text, self._from(verb), self.sentence.end) is not None
            if self.grounds.clauses.negated(verb) and not unsound:
                continue
            if unsound or (
                noun.dep == "nsubj" and any(c.lower in false for c in self.sentence.children(verb, "acomp", "attr"))
            ):
                yield from self._denial(verb, noun, said[0], None)
            elif verb.lower in self.grounds.words["claims"] | self.grounds.words["denies"] and any(
                t.lower in false and t.tag[0] in "NJ" for t in self.sentence.tokens[verb.i + 1 :]
            ):
                told = verb.lower in self.grounds.words["denies"] and any(n is noun for n, _ in self._reported(verb))
                if not told:
                    yield from self._denial(verb, noun, said[0], self.grounds.codes_of(self.grounds.clauses.subjects(verb)))

    def _from(self, verb: Token) -> int:
        return min([verb.start, *(c.start for c in self.sentence.children(verb, "aux", "auxpass", "neg"))])

    def _is_denied(self, noun: Token) -> bool:
        verb = self.grounds.verb_above(noun, itself=False)
        return verb is not None and verb.lower in self.grounds.words["denies"]

    def _untrue(self) -> Iterator[Draft]:
        """ "It is not true that A", "it is false that A": denied by whoever says so."""
        if not self.grounds.finds.said(self.sentence.start, self.sentence.end, "false"):
            return
        for verb in self.sentence:
            judged = {c.lower for c in self.sentence.children(verb, "acomp", "attr")} if verb.tag[0] == "V" else set()
            if not judged or not any(s.lower == "it" for s in self.sentence.children(verb, "nsubj")):
                continue
            negated = self.grounds.clauses.negated(verb)
            if not (judged & _TRUE if negated else judged & self.grounds.words["false"]) or not self.grounds.is_asserted(verb):
                continue
            adjectives = self.sentence.children(verb, "acomp", "attr")
            clauses = [
                c for t in (verb, *adjectives) for c in self.sentence.children(t, "ccomp", "acl", "relcl") if c.i > verb.i
            ]
            for clause in clauses[:1]:
                yield from self._denial(verb, None, clause, None)

    def _unrelated(self) -> Iterator[Draft]:
        """ "Has nothing to do with the bombing"; of a law ("the Article has no relation to tests"), a claim of law."""
        for start, _ in self.grounds.finds.said(self.sentence.start, self.sentence.end, "unrelated"):
            for nothing in self.sentence.at(start, start + 1):
                noun = self.sentence.tokens[nothing.head] if nothing.lower == "no" else nothing
                verb = self.sentence.head(noun)
                if verb is None or noun.dep != "dobj" or not self.grounds.is_asserted(verb):
                    continue
                subjects = self.grounds.subjects(verb)
                law = any(self.bench.scene.register.within(s.start, s.end) for s in subjects)
                said = self.sentence.subtree(noun, without=frozenset({"conj", "cc", "advcl"}))
                span = trimmed(self.bench.text, Span(verb.start, said[-1].end))
                if law:
                    span = trimmed(self.bench.text, Span(subjects[0].start, span.end))
                for code in (() if law else self.grounds.codes_of(subjects)) or (None,):
                    yield Draft("legal" if law else "existence", verb, *span, span, code, denied=True, denials=(nothing,))

    def _dismissed(self) -> Iterator[Draft]:
        """ "These accusations are groundless": a charge told before, and said no more of here than that it is false."""
        for noun in self.sentence:
            if noun.lower not in self.grounds.words["report"] or noun.dep != "nsubj" or self._contents(noun):
                continue
            verb = self.sentence.head(noun)
            pointed = any(c.lower in _POINTING for c in self.sentence.children(noun, "det", "predet", "amod"))
            if verb is None or not pointed or self.bench.speaker() is None or not self.grounds.is_asserted(verb):
                continue
            false = [c for c in self.sentence.children(verb, "acomp", "attr") if c.lower in self.grounds.words["false"]]
            if false and not self.grounds.clauses.negated(verb):
                span = self.grounds.predicate(verb, with_subject=noun)
                yield Draft("existence", verb, *span, self.grounds.phrase(noun), self.bench.speaker(), denied=True)

    def _contents(self, noun: Token) -> list[Token]:
        """What a report, claim or charge says; who wrote it is nothing of the kind ("the report of the commission")."""
        # "The allegation made by Chad": who made it is not what it says.
        told = self.sentence.children(noun, "acl", "ccomp", "relcl")
        said = [c for c in told if c.tag != "VBN" or self.sentence.children(c, "nsubj", "nsubjpass", "mark", "aux", "auxpass")]
        for prep in self.sentence.children(noun, "prep"):
            if prep.lower in ("of", "about"):
                said += [
                    o
                    for o in self.sentence.children(prep, "pobj", "pcomp")
                    if o.lower not in _AUTHORS and self.bench.scene.mention_at(o) is None
                ]
        return [c for c in said if c.i > noun.i]

    def _reported(self, verb: Token) -> Iterator[tuple[Token | None, Token]]:
        """What is denied: (the noun for the report, if any; the word that rules what it says)."""
        plain = verb.lower.startswith("den")
        if plain or verb.lower.startswith("disput"):
            yield from ((None, c) for c in self.sentence.children(verb, "ccomp", "xcomp", "pcomp") if c.i > verb.i)
        scoffed = self.grounds.clauses.under(verb, "at") if verb.lower in _SCOFFS else []
        for noun in (*scoffed, *self.sentence.children(verb, "dobj", "nsubjpass")):
            if noun.lower in self.grounds.words["report"]:
                said = self._contents(noun) or [c for c in self.sentence.children(verb, "ccomp", "advcl") if c.i > verb.i]
                said = [c for c in said if c.lower not in self.grounds.words["false"]]
                if said:
                    yield noun, said[0]
            elif plain and noun.tag[0] == "N" and self.bench.scene.mention_at(noun) is None:
                determiners = [c.lower for c in self.sentence.children(noun, "det")]
                if "any" in determiners or "all" in determiners or noun.lower in self.grounds.words["deniable"]:
                    yield None, noun

    def _denial(self, verb: Token, noun: Token | None, said: Token, deniers: tuple[str, ...] | None) -> Iterator[Draft]:
        statement = self._said(said)
        named = noun if noun is not None and noun.i < verb.i else verb
        false = [t.end for t in self.sentence.children(verb, "acomp", "attr") if t.lower in self.grounds.words["false"]]
        span = Span(min(named.start, verb.start, statement.start), max([verb.end, statement.end, *false]))
        self.denied |= {t.i for t in self.sentence.subtree(said)}
        if _EMPTY.fullmatch(statement.of(self.bench.text)):
            return  # "denied that it did so": what is denied is told elsewhere
        own, subject = self._subject(said, deniers)
        own = own and said.lower not in self.grounds.words["exists"]  # that such camps exist is denied by whose they would be
        nouns = [said, *self.sentence.children(said, "nsubj", "nsubjpass")]
        whatever = tuple(c for t in nouns for c in self.sentence.children(t, "det") if c.lower == "any")
        for denier in deniers or (None,):
            by = deniers if denier is None else (denier,)
            itself = denier if is_state(self.bench.scene, denier) else None
            yield Draft(
                "existence", verb, *span, statement, subject if own else subject or itself, denied=True, by=by, denials=whatever
            )
        if noun is None or said is noun:
            return
        for reporter in reporters(self.grounds, noun) or self._spreaders(noun):
            if reporter in (deniers or ()):
                continue
            start = min(t.start for t in self.sentence.subtree(noun, without=frozenset({"acl", "relcl", "ccomp"})))
            theirs = deniers is not None and len(deniers) == 1 and not own and is_state(self.bench.scene, deniers[0])
            about = subject or (deniers[0] if theirs and deniers else None)
            yield Draft("existence", verb, min(start, statement.start), statement.end, statement, about, by=(reporter,))

    def _spreaders(self, noun: Token) -> tuple[str, ...]:
        """ "Talks of camps so as to spread the impression that ...": who gives it."""
        near = self.sentence.tokens[max(0, noun.i - _GIVEN) : noun.i]
        verb = next((t for t in reversed(near) if t.lower in _SPREADS and t.tag[0] == "V"), None)
        while verb is not None and (verb.tag == "VBG" or self.grounds.clauses.is_infinitive(verb)):
            verb = self.grounds.verb_above(verb, itself=False)
        if verb is None or self.grounds.clauses.negated(verb):
            return ()
        return self.grounds.codes_of(self.grounds.clauses.subjects(verb))

    def _said(self, said: Token) -> Span:
        tokens = self.sentence.subtree(said, without=frozenset({"advcl", "parataxis"}))
        listed = [c for c in self.sentence.children(said, "conj") if c.tag[0] == "V"]
        end = min((c.i - 1 for c in listed), default=len(self.sentence.tokens))
        false = self.grounds.words["false"]
        end = min((a.i for a, b in itertools.pairwise(tokens) if a.lower == "as" and b.lower in false), default=end)
        tokens = [t for t in tokens if (t.dep not in ("advcl", "parataxis") or t is said) and t.i < end]
        if tokens[0].lower in ("that", "as") and len(tokens) > 1:
            tokens = tokens[1:]
        if said.tag[0] == "N":  # "denied any part in the bombing": parsers hang what follows on the verb
            beside = [p for v in (self.sentence.head(said),) if v is not None for p in self.sentence.children(v, "prep")]
            for prep in (p for p in beside if p.i == tokens[-1].i + 1 and p.lower in _OF_WHAT):
                tokens += self.sentence.subtree(prep, without=frozenset({"relcl", "advcl"}))
        return trimmed(self.bench.text, Span(tokens[0].start, tokens[-1].end))

    def _subject(self, said: Token, deniers: tuple[str, ...] | None) -> tuple[bool, str | None]:
        """(whether what is denied has a subject of its own, whose code), so that it is not the denier's by default."""
        if said.tag[0] != "V":
            return False, whose(self.grounds, said)
        own = self.sentence.children(said, "nsubj", "nsubjpass", "expl")
        agents = self.sentence.agents(said)
        for subject in (*agents, *(own or self.grounds.subjects(said))):
            code = self.grounds.code_of(subject)
            if code is not None:
                theirs = subject.tag == "PRP" or any(c.tag == "PRP$" for c in self.sentence.children(subject, "poss"))
                if theirs and code in (deniers or ()):
                    return False, None  # "they", "their forces": each denier's own
                return bool(own), code
        return bool(own), self.grounds.place_of(said)
