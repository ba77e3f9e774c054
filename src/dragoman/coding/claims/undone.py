"""What somebody says that it has not done or does not have, and what it says that nobody has done: "we have never armed
rebels", "no soldier of ours took part", "Chad has no bases there", "no such order was given"; and what it has proof of.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.claims.affirming import denying
from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.denials import whose
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.sentence.phrasing import reported_by, trimmed
from dragoman.language.parse import Token
from dragoman.lexicon.closed import HAVE
from dragoman.lexicon.words import word_class
from dragoman.text import Span

# "Has never failed us", "has never forgotten": praise, and nothing denied.
_KEPT_UP = word_class("never-to-ones-shame")
_DENIED_DEEDS = word_class("deeds-denied")
_OCCURS = word_class("coming-about")
_KEEPS = HAVE | word_class("keeping-things")
_SECRET = word_class("had-in-secret")
_BACKS, _BAD_COMPANY = word_class("backing-verbs"), word_class("bad-company")
_NOBODY = frozenset({"nobody", "none", "one"})
_SAME = frozenset({"more", "better", "less", "other", "as", "greater", "doubt", "longer"})
_PROOF = word_class("proof-of-deeds")
_SIGNS = _DENIED_DEEDS | _BAD_COMPANY | _SECRET | {"never", "nobody", "none"} | _OCCURS
_NOT = frozenset({"no", "not", "never", "neither", "nor", "nobody", "none", "t"})


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words, told by somebody, may say that something is not so."""
    if not words.isdisjoint(_PROOF):
        return True
    return not words.isdisjoint(_NOT) and not words.isdisjoint(_SIGNS)


def find(grounds: Grounds, denied: frozenset[int]) -> Iterator[Draft]:
    """What one sentence says that was not done, is not had, or is proved."""
    for verb in grounds.sentence:
        if verb.tag[0] != "V" or verb.i in denied or verb.dep in ("aux", "auxpass", "amod"):
            continue
        said = reported_by(grounds.bench, verb)
        if not said or not grounds.is_asserted(verb) or grounds.clauses.is_possible(verb):
            continue
        yield from _proved(grounds, verb)
        if verb.dep in ("ROOT", "conj", "ccomp", "parataxis") or not grounds.sentence.head(verb):
            yield from _own(grounds, verb, said[-1])
            yield from _nobodys(grounds, verb)


def _own(grounds: Grounds, verb: Token, speaker: str) -> Iterator[Draft]:
    """ "Chad has never armed rebels", "has no bases there": what a state denies of itself."""
    clauses, subjects = grounds.clauses, grounds.subjects(verb)
    if len(subjects) != 1 or grounds.codes_of(subjects) != (speaker,) or subjects[0].lower in _NOBODY:
        return
    if verb.lower in _KEEPS:
        things = [t for t in grounds.sentence.children(verb, "dobj") if _is_no(grounds, t) or clauses.negated(verb)]
        things = [t for t in things if t.lower in _SECRET and not _is_measured(grounds, t)]
        for thing in things[:1]:
            span = grounds.predicate(verb, with_subject=subjects[0])
            denials = tuple(denying(clauses, verb, [thing]))
            yield Draft("existence", verb, *span, span, speaker, denied=True, denials=denials)
        return
    if not clauses.negated(verb) or not _is_denied(grounds, verb):
        return
    span = grounds.predicate(verb, with_subject=subjects[0])
    denials = tuple(denying(clauses, verb, [*subjects, *grounds.sentence.children(verb, "dobj")]))
    yield Draft("existence", verb, *span, span, speaker, denied=True, denials=denials)


def _is_measured(grounds: Grounds, noun: Token) -> bool:
    """Whether a lexicon counts it: then that there is none is told elsewhere."""
    return any(a < noun.end and noun.start < b for a, b, _ in grounds.finds.measured(grounds.sentence.start, noun.end))


def _is_denied(grounds: Grounds, verb: Token) -> bool:
    """Whether a negated predicate denies a charge: a misdeed, or anything that was never done."""
    if verb.lower in grounds.words["misdoing"] | _DENIED_DEEDS:
        return "yet" not in {c.lower for c in verb.children}
    if verb.lower in _BACKS and any(o.lower in _BAD_COMPANY for o in grounds.sentence.children(verb, "dobj")):
        return True  # "does not support terrorism"
    beside = {
        t.lower
        for c in verb.children
        if c.i < verb.i
        for t in grounds.sentence.subtree(c)
        if c.dep in ("neg", "advmod", "prep")
    }
    never = "never" in beside or {"no", "time"} <= beside
    back = verb.tag in ("VBD", "VBN") or "did" in grounds.clauses.auxiliaries(verb)
    if any(o.lower in grounds.words["abstract"] for o in grounds.sentence.children(verb, "dobj")):
        return False  # "has never made a secret of it"
    plain = bool(grounds.sentence.children(verb, "dobj", "prep", "xcomp", "acomp", "attr")) or grounds.clauses.is_passive(verb)
    return never and back and plain and verb.lower not in _KEPT_UP


def _is_no(grounds: Grounds, noun: Token) -> bool:
    return any(c.lower == "no" for c in grounds.sentence.children(noun, "det"))


def _nobodys(grounds: Grounds, verb: Token) -> Iterator[Draft]:
    """ "No soldier of ours took part", "nobody was tortured", "no such order had been given"."""
    for subject in grounds.sentence.children(verb, "nsubj", "nsubjpass")[:1]:
        told = [t.lower for t in grounds.sentence.subtree(subject)]
        none = subject.lower in _NOBODY and ("no" in told or subject.lower != "one")
        if not (none or (_is_no(grounds, subject) and subject.lower not in grounds.words["abstract"])):
            continue
        if not _SAME.isdisjoint(c.lower for c in (*verb.children, *subject.children)) or subject.lower in _SAME:
            continue
        back = verb.tag in ("VBD", "VBN") and "will" not in grounds.clauses.auxiliaries(verb)
        done = verb.lower in _OCCURS | _DENIED_DEEDS | grounds.words["misdoing"]
        if not done and not (grounds.clauses.is_passive(verb) and back and not grounds.sentence.children(verb, "agent")):
            continue
        if none and not (done or verb.lower in grounds.words["harming"]):
            continue
        code = whose(grounds, subject) or next(
            (c for o in grounds.clauses.under(subject, "of") if (c := grounds.code_of(o))), None
        )
        span = grounds.predicate(verb, with_subject=subject)
        denials = tuple(c for c in subject.children if c.lower == "no")
        statement = Span(span.start, span.end)
        yield Draft("existence", verb, *span, statement, code, denied=True, denials=denials)


def _proved(grounds: Grounds, verb: Token) -> Iterator[Draft]:
    """ "We have proof that the drone was launched from A": what is so by whoever has it."""
    if verb.lower not in _KEEPS or grounds.clauses.negated(verb):
        return
    for noun in grounds.sentence.children(verb, "dobj"):
        clauses = [c for c in grounds.sentence.children(noun, "acl", "ccomp", "relcl") if "that" in grounds.clauses.marks(c)]
        for clause in clauses[:1] if noun.lower in _PROOF else ():
            words = [t for t in grounds.sentence.subtree(clause) if not (t.dep == "mark" and t.head == clause.i)]
            statement = trimmed(grounds.bench.text, grounds.sentence.span(words))
            subjects = grounds.sentence.children(clause, "nsubj", "nsubjpass")
            agents = grounds.sentence.agents(clause)
            codes = grounds.codes_of([*agents, *subjects]) or tuple(c for c in [grounds.place_of(clause)] if c)
            yield Draft("existence", verb, verb.start, statement.end, statement, codes[0] if codes else None)
