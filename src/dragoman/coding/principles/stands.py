"""Stands and goals, and what they are: "it is the stand of X to ...", "the goal of X is A"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.principles.declarations import (
    Declared,
    Wording,
    each_aim,
    has_value,
    named,
    predicates,
    statement,
)
from dragoman.coding.sentence.phrasing import listed, own, reported_by, span_of, trimmed
from dragoman.coding.sentence.voices import INSTITUTIONS, declarers, names_party, owners, speaking, speaking_of_own, voice
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, REMAIN, SHORT_IS
from dragoman.lexicon.words import word_class
from dragoman.text import Span

LINKS = BE | SHORT_IS | REMAIN
_RULING = frozenset({"policy", "principle", "doctrine", "rule"})  # a position may be one on facts
_STOOD = frozenset({"stand", "principle", "rule", "doctrine"})
_TO_SOMETHING = frozenset({"commitment", "pledge"})
_OUGHT = frozenset({"should", "must", "shall", "ought"})
_CONFIRMS = word_class("confirming")
_STANDS = word_class("stands-as-nouns")
_COMMON = word_class("held-in-common")
# "It is our wish that A be lifted".
_HOPED = frozenset({"wish", "hope", "desire", "aim", "goal", "dream"})
_BROKEN = word_class("breaking-a-promise")
_VOICED = word_class("voiced")


def stands(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """ "It is the stand of X to ...", "X's policy is to ...", "expressed its readiness to ...", "has no intention to ..."."""
    sentence = bench.sentence
    lemma = wording.of("stand", noun)[0]
    head, said = sentence.head(noun), voice(bench, noun)
    below = [c for c in sentence.children(noun, "acl", "relcl", "xcomp") if bench.clauses.is_infinitive(c)]
    kind = wording.kinds["stand", lemma]
    if head is not None and head.lower in LINKS:
        if noun.dep == "attr" and any(s.lower in ("it", "this") for s in sentence.children(head, "nsubj")):
            below = below or [c for c in sentence.children(head, "xcomp", "advcl", "ccomp") if bench.clauses.is_infinitive(c)]
        elif noun.dep == "attr" and sentence.children(head, "csubj"):
            yield from _done_so(bench, noun, head, kind, said)
            return
        elif noun.dep in ("nsubj", "csubj"):
            below = [c for c in sentence.children(head, "xcomp", "ccomp", "attr", "advcl") if bench.clauses.is_infinitive(c)]
            yield from _one_of(bench, wording, noun, head, said)
            yield from _owned(bench, noun, below, said) if not below and lemma in _TO_SOMETHING else ()
            yield from _aimed(bench, wording, noun, head, said) if kind == "aim" and not below else ()
        elif noun.dep == "attr" and kind == "aim" and not below:
            yield from _goal(bench, noun, head, said)
            return
        else:
            return
        holders = owners(bench, noun, said)
        if not holders and kind == "aim" and head.tag not in ("VBD", "VBN"):
            holders = _of_nobody_else(bench, noun, said)
        if not holders and not below and kind == "aim" and noun.dep == "nsubj" and head.dep == "ccomp":
            yield from _shared(bench, head, said)
    elif (
        head is not None
        and head.lower in _VOICED
        and noun.dep == "dobj"
        and (kind == "commitment" or (kind == "aim" and below))
    ):
        holders = declarers(bench, bench.clauses.subjects(head), said, own=False)
        if not below and lemma in _TO_SOMETHING:
            yield from _bound_to(bench, noun, head, holders, said)
    elif head is not None and head.lower in _CONFIRMS and noun.dep == "dobj" and kind == "aim":
        holders = declarers(bench, bench.clauses.subjects(head), said, own=False)  # "confirmed the common goal of doing A"
        for deed in (c for p in sentence.children(noun, "prep") if p.lower == "of" for c in sentence.children(p, "pcomp")):
            rest = sentence.subtree(head, without=frozenset({"conj", "cc", "advcl", "parataxis"}))
            words = span_of([t for t in rest if t.i >= deed.i])
            yield Declared(kind, holders, trimmed(bench.text, words), head, tuple(said))
    else:
        if kind == "commitment":
            yield from _owned(bench, noun, below, said)
        return
    denied = any(c.lower == "no" for c in sentence.children(noun, "det", "neg"))
    if (head is not None and bench.clauses.negated(head) and not denied) or bench.clauses.is_possible(head):
        return
    for clause in _clauses_of(bench, noun, head) if not below else ():
        told = noun.dep == "nsubj" or (noun.dep == "attr" and lemma in _STOOD)
        ruled = lemma in _RULING | _STOOD and told  # "our policy is that A and B cannot go together"
        hoped = lemma in _HOPED and noun.dep in ("attr", "nsubj") and bool(holders)
        if hoped or ruled or (kind == "principle" and _OUGHT & set(bench.clauses.auxiliaries(clause))):
            words = span_of([t for t in sentence.subtree(clause) if t.lower != "that" or t.dep != "mark"])
            yield Declared(kind, holders, trimmed(bench.text, words), head, tuple(said))
    for words in (w for verb in below for pair in predicates(bench, verb) for w in each_aim(bench, statement(bench, *pair))):
        span = Span(min(t.start for t in own(sentence, noun)), words.end) if denied else words
        yield Declared(kind, holders, span, head, tuple(said))


def _of_nobody_else(bench: Workbench, noun: Token, said: list[str]) -> tuple[str, ...]:
    """ "The goal of the summit", "the Government's ambition": of who speaks."""
    whose = [*bench.sentence.children(noun, "poss"), *bench.clauses.under(noun, "of")]
    own = bool(whose) and all(w.lower in INSTITUTIONS | _COMMON | {"our"} for w in whose)
    return speaking_of_own(bench, noun, said) if own else ()


def _owned(bench: Workbench, noun: Token, below: list[Token], said: list[str]) -> Iterator[Declared]:
    """ "Our resolve to assist A is not going to weaken", "the commitment of X to B was plain": promised by whose it is."""
    verb = bench.sentence.verb_above(noun)
    if (
        verb is None
        or verb.lower in _BROKEN
        or noun.dep not in ("nsubj", "nsubjpass")
        or not noun.text.islower()
        or bench.clauses.is_condition(verb)
    ):
        return
    if bench.clauses.is_possible(verb) or any(c.lower in ("no", "any") for c in bench.sentence.children(noun, "det")):
        return
    holders = owners(bench, noun, said)
    for words in (w for b in below[:1] for pair in predicates(bench, b) for w in each_aim(bench, statement(bench, *pair))):
        yield Declared("commitment", holders, words, verb, tuple(said))
    things = [t for p in ("to", "of") for t in bench.clauses.under(noun, p) if p == "to" or not names_party(bench, t)]
    for thing in things[:1] if not below else ():
        words = span_of([noun, *(t for t in bench.sentence.subtree(thing) if t.i > noun.i)])
        yield Declared("commitment", holders, trimmed(bench.text, words), verb, tuple(said))


def _goal(bench: Workbench, noun: Token, copula: Token, said: list[str]) -> Iterator[Declared]:
    """ "Membership of the Union remains our strategic goal"."""
    if bench.clauses.negated(copula) or bench.clauses.is_possible(copula) or copula.tag in ("VBD", "VBN"):
        return
    for subject in bench.sentence.children(copula, "nsubj"):
        holders = owners(bench, noun, said) or _of_nobody_else(bench, noun, said)
        holders = holders or (speaking(bench, said) if any(t.lower == "our" for t in bench.sentence.subtree(noun)) else ())
        if subject.tag[0] == "N" and not names_party(bench, subject):
            words = bench.sentence.subtree(subject, without=frozenset({"relcl", "acl", "appos", "parataxis"}))
            yield Declared("aim", holders, trimmed(bench.text, span_of(words)), copula, tuple(said))


def _aimed(bench: Workbench, wording: Wording, noun: Token, copula: Token, said: list[str]) -> Iterator[Declared]:
    """ "The priority of our foreign policy is close ties with our neighbours": a noun that an aim is told to be."""
    if bench.clauses.negated(copula) or bench.clauses.is_possible(copula) or copula.tag in ("VBD", "VBN"):
        return
    policies = [o for p in ("of", "in") for o in bench.clauses.under(noun, p) if "policy" in wording.of("course", o)]
    holders = tuple(h for o in policies for h in owners(bench, o, said)) or (speaking(bench, said) if policies else ())
    for attr in bench.sentence.children(copula, "attr") if holders else ():
        if attr.tag[0] == "N" and not names_party(bench, attr):
            words = bench.sentence.subtree(attr, without=frozenset({"relcl", "parataxis", "advcl"}))
            yield Declared("aim", holders, trimmed(bench.text, span_of(words)), copula, tuple(said))


def _clauses_of(bench: Workbench, noun: Token, copula: Token | None) -> Iterator[Token]:
    """What a stand is told to be in a clause: "our policy is that A", "it is the position of X that A should be B"; and in a
    subject: "settling disputes by peaceful means is its policy".
    """
    beside = bench.sentence.children(copula, "ccomp") if copula is not None else []
    for clause in (*beside, *bench.sentence.children(noun, "acl", "relcl")):
        if "that" in bench.clauses.marks(clause):
            yield clause


def _done_so(bench: Workbench, noun: Token, copula: Token, kind: str, said: list[str]) -> Iterator[Declared]:
    """ "Settling disputes by peaceful means is the policy of X"."""
    for deed in bench.sentence.children(copula, "csubj"):
        if deed.tag == "VBG" and not bench.clauses.negated(copula):
            words = trimmed(bench.text, span_of(bench.sentence.subtree(deed)))
            yield Declared(kind, owners(bench, noun, said), words, copula, tuple(said))


def _shared(bench: Workbench, copula: Token, said: list[str]) -> Iterator[Declared]:
    """ "A and B reaffirmed that the goal is a fair settlement"."""
    verb = bench.sentence.head(copula)
    if verb is None or verb.lower not in _CONFIRMS or bench.clauses.negated(copula):
        return
    holders = declarers(bench, bench.clauses.subjects(verb), reported_by(bench, verb), own=False)
    for attr in bench.sentence.children(copula, "attr"):
        words = bench.sentence.subtree(attr, without=frozenset({"relcl", "advcl"}))
        yield Declared("aim", holders, trimmed(bench.text, span_of(words)), copula, tuple(said))


def _bound_to(bench: Workbench, noun: Token, head: Token, holders: tuple[str, ...], said: list[str]) -> Iterator[Declared]:
    """ "Reiterates its commitment to general and complete disarmament"."""
    for thing in bench.clauses.under(noun, "to"):
        words = [noun, *(t for t in own(bench.sentence, thing) if t.i > noun.i)]
        yield Declared("commitment", holders, trimmed(bench.text, span_of(words)), head, tuple(said))


def _one_of(bench: Workbench, wording: Wording, noun: Token, copula: Token, said: list[str]) -> Iterator[Declared]:
    """ "Our policy is one of positive neutrality and non-alignment"."""
    if "policy" not in wording.of("course", noun) or bench.clauses.negated(copula):
        return
    for attr in bench.sentence.children(copula, "attr"):
        if attr.lower == "one" or wording.of("course", attr):
            for item in (m for o in bench.clauses.under(attr, "of") for m in listed(bench.sentence, o)):
                yield Declared("principle", owners(bench, noun, said), named(bench, item), copula, tuple(said))
        for item in () if attr.lower == "one" else listed(bench.sentence, attr):  # "our policy is friendship with all"
            words = named(bench, item)
            stands = has_value(wording, words.of(bench.text)) or (item.lower in _STANDS and bench.clauses.under(item, "of"))
            if stands and not names_party(bench, item):
                yield Declared("principle", owners(bench, noun, said), words, copula, tuple(said))
