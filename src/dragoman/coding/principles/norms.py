"""What ought to be, and is asked of nobody by name: "every country is equal", "A holds that B should be solved by talks"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.principles.declarations import Declared, predicates, statement
from dragoman.coding.principles.pledges import is_thing
from dragoman.coding.sentence.phrasing import reported_by, trimmed
from dragoman.coding.sentence.voices import declarers, speaking, voice
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import OUGHT
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_EVERY = frozenset({"no", "all", "every", "each"})
_EVERYBODY = word_class("everybody")
_SETTLED = frozenset({"resolved", "settled", "solved"})
_QUARRELS = word_class("quarrels")
_BE = frozenset({"is", "are"})
_SO = frozenset({"equal", "sovereign"})
_HAS = frozenset({"has", "have"})
_ENTITLED = frozenset({"right", "obligation", "duty", "responsibility"})
# "There must be no ...", "there can be no ..."; of these that is no rule for anybody.
_THERE_NO = frozenset({"there", "no"})
_CAN = frozenset({"can", "will"})
# What opens the terms on which there can be something.
_TERMS = frozenset({"while"})
_IDLE = word_class("idle-words")
_SIGNS = OUGHT | _SO | _ENTITLED
_HOLDS = word_class("holding-a-view")


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words can say what every state ought to do."""
    if words >= _THERE_NO and not words.isdisjoint(OUGHT | _CAN):
        return True
    return not (words.isdisjoint(_EVERY) or words.isdisjoint(_EVERYBODY) or words.isdisjoint(_SIGNS))


def find(bench: Workbench) -> Iterator[Declared]:
    """What one sentence says that ought to be."""
    words = frozenset(t.lower for t in bench.sentence)
    if "should" in words:
        yield from _held(bench)
    if not (words.isdisjoint(_SETTLED) or words.isdisjoint(OUGHT)):
        yield from _settled(bench)
    if may_be(words):
        yield from _owed(bench)
    if words >= _THERE_NO:
        yield from _none(bench)


def _owed(bench: Workbench) -> Iterator[Declared]:
    """ "Every nation is equal", "no state should dictate to others", "all peoples have the right to A": said by who speaks."""
    sentence, told = bench.sentence, 0
    for noun in sentence:
        verb = sentence.head(noun)
        if noun.dep not in ("nsubj", "nsubjpass") or verb is None or noun.start < told:
            continue
        if not _is_everybody(bench, noun) or not _is_owed(bench, verb):
            continue
        said = voice(bench, verb)
        beside = [c for c in sentence.children(verb, "conj") if not sentence.children(c, "nsubj", "nsubjpass", "expl")]
        last = beside[-1] if beside else predicates(bench, verb)[-1][1]
        words = statement(bench, verb, last, whole=True)
        told = words.end
        yield Declared("principle", speaking(bench, said), words, verb, tuple(said), owed=True)


def _none(bench: Workbench) -> Iterator[Declared]:
    """ "There must be no double standards", "there can be no great and small nations": said by who speaks."""
    sentence, clauses = bench.sentence, bench.clauses
    for verb in sentence:
        if verb.lower != "be" or not sentence.children(verb, "expl") or not _is_declared(bench, verb):
            continue
        for noun in sentence.children(verb, "attr"):
            no = [c for c in sentence.children(noun, "det") if c.lower == "no"]
            modal, kinds = set(clauses.auxiliaries(verb)), sentence.children(noun, "amod", "relcl", "acl")
            owed = bool(OUGHT & modal) and noun.lower not in _IDLE and "have" not in modal
            terms = _terms(bench, verb, noun) if _CAN & modal and noun.lower not in _IDLE else []
            any_state = bool(_CAN & modal) and bool(kinds) and noun.lower in _EVERYBODY
            if no and not clauses.in_condition(verb) and (owed or any_state or terms):
                said = voice(bench, verb)
                own = [*sentence.subtree(noun), *terms]
                first = min([no[0].start, *(t.start for t in terms)])
                words = trimmed(bench.text, Span(first, max(t.end for t in own)))
                yield Declared("principle", speaking(bench, said), words, verb, tuple(said), owed=True)


def _is_declared(bench: Workbench, verb: Token) -> bool:
    """Whether a clause is said by itself, or is what who speaks holds to be so: "Chad believes that there can be no ..."."""
    if verb.dep in ("ROOT", "conj"):
        return True
    above = bench.sentence.head(verb)
    return verb.dep == "ccomp" and above is not None and above.lower in _HOLDS and above.dep in ("ROOT", "conj")


def _terms(bench: Workbench, verb: Token, noun: Token) -> list[Token]:
    """The words of the terms under which there can be none: "while he rules", "without a return of the refugees"."""
    heads = [
        c
        for t in (verb, noun)
        for c in bench.sentence.children(t, "advcl", "prep")
        if c.lower == "without" or not _TERMS.isdisjoint(bench.clauses.marks(c))
    ]
    return [t for h in heads for t in bench.sentence.subtree(h)]


def _settled(bench: Workbench) -> Iterator[Declared]:
    """ "The dispute must be resolved in accordance with the resolutions": said by who speaks, of a quarrel."""
    for verb in bench.sentence:
        if verb.lower not in _SETTLED or not bench.clauses.is_passive(verb) or verb.dep not in ("ROOT", "conj"):
            continue
        subjects = bench.sentence.children(verb, "nsubjpass")
        owed = OUGHT.intersection(bench.clauses.auxiliaries(verb)) and "have" not in bench.clauses.auxiliaries(verb)
        if owed and subjects and all(s.lower in _QUARRELS for s in subjects) and not bench.clauses.in_condition(verb):
            said = voice(bench, verb)
            words = statement(bench, *predicates(bench, verb)[0], whole=True)
            yield Declared("principle", speaking(bench, said), words, verb, tuple(said), owed=True)


def _is_everybody(bench: Workbench, noun: Token) -> bool:
    """ "Every state", but not "not all states" and not "all states that signed"."""
    sentence = bench.sentence
    if noun.lower not in _EVERYBODY or sentence.children(noun, "relcl", "acl"):
        return False
    every = [c for c in sentence.children(noun, "det") if c.lower in _EVERY]
    return bool(every) and sentence.tokens[every[0].i - 1].lower not in ("not", "nearly", "almost")


def _is_owed(bench: Workbench, verb: Token) -> bool:
    """Whether a predicate says what must be done, or what everybody is or has by right."""
    if verb.dep in ("relcl", "advcl") or bench.clauses.is_condition(verb) or bench.sentence.children(verb, "mark", "expl"):
        return False
    owed = OUGHT.intersection(bench.clauses.auxiliaries(verb))
    if owed:
        return "have" not in bench.clauses.auxiliaries(verb)
    if verb.lower in _BE:
        return any(c.lower in _SO for c in bench.sentence.children(verb, "acomp"))
    return verb.lower in _HAS and any(c.lower in _ENTITLED for c in bench.sentence.children(verb, "dobj"))


def _held(bench: Workbench) -> Iterator[Declared]:
    """ "A holds that the question should be solved by dialogue"."""
    sentence, clauses = bench.sentence, bench.clauses
    for verb in sentence:
        if verb.tag[0] != "V" or verb.lower not in _HOLDS or clauses.negated(verb) or clauses.is_possible(verb):
            continue
        held = sentence.children(verb, "ccomp")
        for clause in (c for h in held for c in (h, *sentence.children(h, "conj"))):
            subjects = sentence.children(clause, "nsubj", "nsubjpass")
            if "should" not in clauses.auxiliaries(clause) or not all(_is_anybody(bench, s) for s in subjects):
                continue
            holders = declarers(bench, clauses.subjects(verb), reported_by(bench, clause), own=False)
            words = statement(bench, *predicates(bench, clause)[0], whole=True)
            yield Declared("principle", holders if subjects else (), words, clause, tuple(voice(bench, clause)))


def _is_anybody(bench: Workbench, subject: Token) -> bool:
    """Whether a clause asks something of nobody by name: of a thing, or of every state or none."""
    return is_thing(bench, subject) or any(c.lower in _EVERY for c in bench.sentence.children(subject, "det"))
