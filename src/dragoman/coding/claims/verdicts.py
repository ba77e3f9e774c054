"""Legal claims: that something is lawful or not, breaks or rests on law, that somebody has or lacks a right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from dragoman.coding.claims.affirming import denying
from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.claims.judged import LINKS, PLAINLY, Judged
from dragoman.coding.claims.manners import manners
from dragoman.language.parse import Token
from dragoman.lexicon.closed import NEGATIONS
from dragoman.lexicon.words import stems, word_class
from dragoman.text import Span

_HAVE = word_class("having-or-lacking")
_LACK = frozenset({"lack", "lacks", "lacked"})
_LEGAL = word_class("legal")
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp"})
# Adjectives that judge by law only where law stands beside them.
_NEED_LAW = word_class("judged-by-law")
_NO = NEGATIONS | {"without", "hardly"}
# Whom a state's own law gives rights, and how it says so.
_CITIZENS = word_class("rights-of-citizens")
_GUARANTEED = re.compile(
    r"\b(?:guaranteed|ensured|provided|protected|enshrined|secured|safeguarded)\b[^.;]{0,20}\b(?:law|laws|constitution)\b",
    re.IGNORECASE,
)
_RUNS = frozenset({"run", "runs", "ran", "running", "goes", "go", "went", "stands", "stand", "stood"})
_COUNTER = frozenset({"counter", "contrary"})
_NO_DOERS = frozenset({"virtue", "reason", "means", "definition", "law"})  # "null by virtue of the resolution"
_STILL = frozenset({"remain", "remains", "still", "fully", "longer", "not"})
_PLAIN = word_class("rights-and-grounds")
_STATES_IN_GENERAL = word_class("states-in-general")
_STEMS_OF_CHARGING = stems("stems-of-charging")


def verdicts(grounds: Grounds) -> Iterator[Draft]:
    """The legal claims of one sentence."""
    reader = _Reader(grounds)
    seen: list[tuple[Span, Draft]] = []
    for pattern in (reader.rights, reader.predicates, reader.breaches, reader.named, reader.manners):
        for draft in pattern():
            span = draft.statement or Span(draft.start, draft.end)
            # Once each, though several are judged by one predicate.
            if not any(s.covers(span) and (d.head is not draft.head or d.subject == draft.subject) for s, d in seen):
                seen.append((span, draft))
                yield draft


class _Reader:
    def __init__(self, grounds: Grounds) -> None:
        self.grounds = grounds
        self.sentence = grounds.sentence
        self.bench = grounds.bench
        self.judged = Judged(grounds)
        self._forms = grounds.words

    def manners(self) -> Iterator[Draft]:
        return manners(self.judged)

    # --- has no right to; have neither qualifications nor justification ---

    def rights(self) -> Iterator[Draft]:
        for verb in self.sentence:
            if verb.lower not in _HAVE or verb.tag[0] not in "VM":
                continue
            for noun, subjects in self._possessed(verb):
                listed = [noun, *self.sentence.children(noun, "conj")]
                basis = [n for n in listed if self.judged.is_basis(n)]
                if not basis or not self.grounds.is_asserted(verb):
                    continue
                denied = (
                    verb.lower in _LACK
                    or self.grounds.clauses.negated(verb)
                    or any(
                        c.lower in _NO
                        for n in listed
                        for c in self.sentence.children(n, "det", "preconj", "cc", "neg", "advmod")
                    )
                )
                given = None if denied else self._guaranteed(verb, subjects)
                if given is not None:
                    yield given
                elif self._is_of_states(basis[0], subjects, denied):
                    denials = denying(self.grounds.clauses, verb, listed) if denied else []
                    for subject in subjects:
                        yield from self.judged.drafts(verb, subject, denials, noun)

    def _guaranteed(self, verb: Token, subjects: list[Token]) -> Draft | None:
        """ "Here all people have the right to learn, which is guaranteed by law": what a state's own law gives its people."""
        people = next((s for s in subjects if s.lower in _CITIZENS and self.grounds.code_of(s) is None), None)
        if people is None or _GUARANTEED.search(self.bench.text, verb.end, self.sentence.end) is None:
            return None
        state = self.grounds.place_of(verb) or self.grounds.place_of(people) or self.bench.speaker()
        if state not in self.bench.scene.knowledge.states:
            return None
        span = self.grounds.predicate(verb, with_subject=people)
        return Draft("legal", verb, *span, span, state)

    def _possessed(self, verb: Token) -> Iterator[tuple[Token, list[Token]]]:
        """What somebody has or lacks, and who; "lack legitimacy" may be parsed as one noun."""
        for noun in self.sentence.children(verb, "dobj"):
            yield noun, self.grounds.subjects(verb)
        head = self.sentence.head(verb)
        if verb.lower in _LACK and verb.dep == "compound" and head is not None and head.head != head.i:
            above = self.sentence.tokens[head.head]
            yield head, [above] if above.tag[0] == "N" else self.grounds.subjects(above)

    def _is_of_states(self, noun: Token, subjects: list[Token], denied: bool) -> bool:
        """A right that somebody who acts in law has ("every state has the right to"), not an office's power."""
        if noun.lower not in _PLAIN | {"rights"} or any(c.lower in _LEGAL for c in self.sentence.children(noun, "amod")):
            return True
        for subject in subjects:
            role = self.bench.scene.role_at(subject)
            if (
                role is not None
                and self.bench.scene.mention_at(subject) is None
                and subject.lower not in ("government", "side", "people")
                and not denied
            ):
                continue
            if self.grounds.code_of(subject) is not None or subject.lower in _STATES_IN_GENERAL:
                return True
        return False

    # --- is illegal; is a violation of; cannot be a legal ground ---

    def predicates(self) -> Iterator[Draft]:
        for verb in self.sentence:
            if verb.lower not in LINKS or verb.tag[0] not in "VM" or not self.grounds.is_asserted(verb):
                continue
            what = self.sentence.children(verb, "attr", "acomp", "dobj", "oprd")
            for prep in self.sentence.children(verb, "prep"):
                what += self.sentence.children(prep, "pobj") if prep.lower in ("to", "in", "against") else []
            what += [d for w in what for d in self.sentence.children(w, "conj")]
            what += [o for w in what if w.lower == "part" for o in self.grounds.clauses.under(w, "of")]
            # "Is illegal and contravenes ...", where the rest was taken for a noun.
            what += [t for t in self.sentence.tokens[verb.i + 1 : verb.i + 2] if t.dep == "amod" and t.lower in PLAINLY]
            if not any(self._is_legal(w) for w in what):
                continue
            denied = self.grounds.clauses.negated(verb) or any(
                c.lower in _NO for w in what for c in self.sentence.children(w, "det", "neg", "advmod")
            )
            denied = denied or any(t.lower == "neither" for w in what for t in self.sentence.tokens[w.i + 1 : w.i + 2])
            for subject in self.grounds.subjects(verb)[:1]:
                if (
                    subject.lower in ("it", "this", "that", "which", "they", "these")
                    or subject.tag[0] in "NDV"
                    or subject.dep == "csubj"
                ):
                    denials = denying(self.grounds.clauses, verb, what) if denied else []
                    doers = self.grounds.codes_of(
                        o for w in what for o in self.grounds.clauses.under(w, "by") if o.lower not in _NO_DOERS
                    )
                    blamed = any(self.judged.is_breach(w) or w.lower in PLAINLY for w in what)
                    yield from self.judged.drafts(verb, subject, denials, doers=doers, blamed=blamed)

    def _is_legal(self, word: Token) -> bool:
        if word.tag[0] == "J" or word.tag == "VBN" or word.lower == "null":
            return word.lower in self._forms["verdict"] and self._judges(word)
        if word.tag[0] != "N":
            return False
        if word.lower == "force":  # "remains in force"
            before = self.sentence.head(word)
            verb = self.sentence.head(before) if before is not None and before.lower == "in" else None
            still = verb is not None and {verb.lower, *(c.lower for c in verb.children)} & _STILL
            return bool(still) and bool(self.bench.scene.base(self.sentence.start))
        qualified = [c.lower for c in self.sentence.children(word, "amod", "compound")]
        if not PLAINLY.isdisjoint(qualified):
            return True
        if self.judged.is_basis(word) and (word.lower not in _PLAIN or bool(_LEGAL & set(qualified))):
            return True
        return self.judged.is_breach(word)

    def _judges(self, word: Token) -> bool:
        """ "contrary to the charter", "consistent with international law": some adjectives need law beside them."""
        if word.lower not in _NEED_LAW:
            return True
        below = {t.lower for t in self.sentence.subtree(word)}
        return bool(below & self._forms["of-law"]) or word.lower in ("legal", "criminal", "justified")

    # --- violates the charter ---

    def breaches(self) -> Iterator[Draft]:
        for verb in self.sentence:
            if verb.tag[0] != "V" or not (verb.lower in self._forms["breaks"] or self._counter_to(verb)):
                continue
            things = self.sentence.children(verb, "dobj", "nsubjpass")
            things += [c for t in things for c in self.sentence.children(t, "conj")]
            things += self._counter_to(verb)
            below = {t.lower for thing in things for t in self.sentence.subtree(thing, without=frozenset({"relcl"}))}
            cited = any(
                r.start < t.end and t.start < r.end
                for t in things
                for r in self.bench.scene.register.within(self.sentence.start, self.sentence.end)
            )
            if not (below & self._forms["of-law"] or cited):
                continue
            accuser = self._accuser(verb)
            if accuser is None and not self.grounds.is_asserted(verb):
                continue
            subjects = self.grounds.clauses.subjects(verb) if accuser is None else accuser[1]
            by = self.grounds.codes_of(accuser[0]) if accuser is not None else None
            for subject in subjects[:1] or things[:1]:
                if self._is_nothing(subject, verb):  # "found nothing that violates it", "no clause of it violates the charter"
                    span = self.grounds.predicate(verb)
                    yield Draft("legal", verb, min(subject.start, span.start), span.end, Span(*span), denied=True, by=by)
                    continue
                denials = denying(self.grounds.clauses, verb, []) if self.grounds.clauses.negated(verb) else []
                yield from self.judged.drafts(verb, subject, denials, by=by, blamed=True)

    def _is_nothing(self, subject: Token, verb: Token) -> bool:
        """Whether nothing does what a verb tells: "nothing in it", "no clause of it"; "nothing that", "no act which"."""
        here = subject
        if subject.tag in ("WDT", "WP") or subject.lower == "that":
            here = self.sentence.tokens[verb.head] if verb.dep == "relcl" else subject
        return here.lower in ("nothing", "none") or any(c.lower == "no" for c in self.sentence.children(here, "det"))

    def _counter_to(self, verb: Token) -> list[Token]:
        """What something "runs counter to", or "flies in the face of"."""
        if verb.lower not in _RUNS:
            return []
        beside = [c for c in self.sentence.children(verb, "advmod", "acomp", "prt", "dobj", "attr") if c.lower in _COUNTER]
        return [o for t in beside for b in (t, verb) for o in self.grounds.clauses.under(b, "to")]

    def _accuser(self, verb: Token) -> tuple[list[Token], list[Token]] | None:
        """Who accuses whom: subject and object of "accused X of violating ...", "of hiding what violates ..."."""
        for above in islice(self.sentence.ancestors(verb), 9):
            if above.tag[0] == "V":
                if above.lower.startswith(_STEMS_OF_CHARGING):
                    return self.grounds.clauses.subjects(above), self.sentence.children(above, "dobj", "nsubjpass")
                if above.dep not in ("pcomp", "xcomp"):
                    return None
        return None

    # --- termed it a violation of ---

    def named(self) -> Iterator[Draft]:
        for verb in self.sentence:
            if verb.tag[0] != "V" or verb.lower not in self._forms["calls"] or not self.grounds.is_asserted(verb):
                continue
            what, things = self._called(verb)
            legal = [w for w in what if self._is_legal(w)] or [
                t for t in things if self.judged.is_breach(t) and self.sentence.children(t, "dobj", "poss")
            ]
            quoted = [
                t
                for t in self.sentence.subtree(verb, without=_CLAUSES)
                if t.i > verb.i and t.dep in ("appos", "dobj", "conj") and self._is_quoted_breach(t)
            ]
            about = [t for t in things if all(t is not w for w in (*legal, *quoted))]
            agents = self.grounds.clauses.subjects(verb)
            # "Said that A is B and called C a breach": what "is" has for a subject calls nothing anything.
            tokens = self.sentence.tokens
            borrowed = [
                a for a in agents if a.head != verb.i and tokens[a.head].lower in LINKS and tokens[a.head].dep == "ccomp"
            ]
            by = self.grounds.codes_of(agents) if agents and not borrowed else None
            for word in legal[:1] or quoted:
                statement = self._of_law(word)
                start = min([verb.start, statement.start, *(t.start for t in about)])
                end = max(verb.end, statement.end)
                for thing in about[:1] if word in legal else ():
                    first = self.grounds.phrase(thing)
                    if self.bench.scene.mention_at(thing) is None and verb.end <= first.start < statement.start:
                        statement = Span(
                            first.start, statement.end
                        )  # what is called so is no actor: it stands in the statement
                for subject in self.judged.subjects(about[0]) if about else (None,):
                    denied = self.grounds.clauses.negated(verb)
                    yield Draft("legal", verb, start, end, statement, subject, denied=denied, by=by)

    def _called(self, verb: Token) -> tuple[list[Token], list[Token]]:
        """What a verb such as "declare" calls something, and what it calls so."""
        what = self.sentence.children(verb, "oprd", "attr", "acomp")
        below = self.sentence.subtree(verb, without=_CLAUSES)
        for prep in (p for p in below if p.lower == "as" and p.dep == "prep" and p.i > verb.i):
            what += self.sentence.children(prep, "pobj", "amod")
        things = self.sentence.children(verb, "dobj", "nsubjpass")
        for inner in self.sentence.children(verb, "ccomp", "xcomp", "advcl"):
            if inner.lower == "be":  # "declared it to be void"
                what += self.sentence.children(inner, "acomp", "attr")
                things += self.sentence.children(inner, "nsubj")
            elif inner.dep != "advcl" or any(c.lower == "as" for c in self.sentence.children(inner, "advmod", "mark")):
                what += [inner] if inner.tag[0] in "NJ" else []
        things += [s for w in what if w.tag[0] == "J" for s in self.sentence.children(w, "nsubj", "compound")]
        void = [t for t in self.sentence.tokens[verb.i + 1 :] if t.lower == "null"] if things else []
        what += void
        # "The decision null and void", where the first was taken for the second's.
        things += [c for t in (void or what) if t.lower == "null" for c in self.sentence.children(t, "compound")]
        return what, things

    def _of_law(self, word: Token) -> Span:
        """ "violation of resolutions" of the UN": the word with what it is "of"."""
        span = self.grounds.phrase(word, without=("relcl", "advcl", "parataxis", "conj", "cc", "appos"))
        if word.lower == "null":
            return Span(
                span.start, max(t.end for t in self.sentence.tokens[word.i : word.i + 3] if t.lower in ("null", "void"))
            )
        ends = [
            t.end
            for p in self.sentence.children(word, "prep")
            if p.lower in ("of", "against", "to")
            for t in self.sentence.subtree(p, without=frozenset({"relcl", "conj"}))
        ]
        return self.grounds.closed(Span(span.start, max(ends))) if ends else span

    def _is_quoted_breach(self, noun: Token) -> bool:
        return self.bench.text[max(0, noun.start - 1) : noun.start] in ('"', "“", "”") and self.judged.is_breach(noun)
