"""Lines drawn in other words than "will never": "A is not negotiable", "regards A as a red line", "any A will be met with B"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.principles.declarations import Declared, statement
from dragoman.coding.principles.pledges import is_past
from dragoman.coding.sentence.phrasing import span_of, trimmed
from dragoman.coding.sentence.voices import declarers, names_party, owners, speaking, voice
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, BECOME, REMAIN
from dragoman.lexicon.words import word_class
from dragoman.text import Span

# "Non-negotiable", which parsers part at its hyphen; "not up for negotiation", "not for sale".
_INVIOLABLE = word_class("not-for-trade")
_TRADED = word_class("traded-away")
_NOT_TRADED = _INVIOLABLE | _TRADED
_COMPROMISES = word_class("compromises")
_REGARDS = word_class("regarded-as")
_WARLIKE = word_class("war-by-name")
_INTRUSIONS = word_class("intrusions")
_MEETS = word_class("met-with")
_ANSWERS = word_class("answers-in-kind")
_IS = BE | BECOME | REMAIN
_WILL = frozenset({"will", "would", "shall"})
# What is so without "not" too is inviolable; these need it.
_NEEDS_NO = frozenset({"negotiable", "tradable", "tradeable"})
_LINES = frozenset({"line", "lines"})
# Of a line that is drawn, and not only spoken of.
_DRAWN = frozenset({"first", "ultimate", "clear", "absolute", "insurmountable", "one", "our", "that"})
_HINGES = frozenset({"depends", "hinges", "depend", "hinge"})
_DEPENDENT = frozenset({"conditional", "contingent", "dependent"})
_MADE = frozenset({"make", "makes", "made", "making"})
_GIVEN = word_class("given-on-terms")
_SIGNS = (
    _HINGES
    | _DEPENDENT
    | _INVIOLABLE
    | _TRADED
    | _COMPROMISES
    | _LINES
    | _WARLIKE
    | (_INTRUSIONS - {"move", "moves", "action", "actions"})
)


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words may draw a line."""
    return not words.isdisjoint(_SIGNS)


def find(bench: Workbench) -> Iterator[Declared]:
    """The lines that one sentence draws."""
    if bench.clauses.said.isdisjoint(_SIGNS):
        return
    for token in bench.sentence:
        if token.lower in _NOT_TRADED:
            yield from _not_traded(bench, token)
        elif token.lower in _COMPROMISES and token.tag[0] == "N":
            yield from _no_compromise(bench, token)
        elif token.lower in _LINES and any(c.lower == "red" for c in token.children):
            yield from _red(bench, token)
        elif token.lower in _HINGES and token.tag[0] == "V":
            yield from _hinging(bench, token)
        elif token.lower in _DEPENDENT and (verb := bench.sentence.head(token)) is not None:
            yield from _made_dependent(bench, token, verb) if verb.lower in _MADE else _hinging(bench, verb)
        elif token.lower in _WARLIKE and token.tag[0] == "N":
            yield from _as_war(bench, token)
        elif token.lower in _INTRUSIONS and token.dep in ("nsubj", "nsubjpass"):
            yield from _answered(bench, token)


def _is_told(bench: Workbench, verb: Token) -> bool:
    clauses = bench.clauses
    return not (clauses.is_possible(verb) or clauses.is_condition(verb) or is_past(bench, verb)) and verb.dep not in (
        "relcl",
        "acl",
    )


def _whole(bench: Workbench, verb: Token, subjects: list[Token]) -> Iterator[Declared]:
    """The clause of `verb` as a line that who speaks draws; of a party nobody is told that it is not for sale."""
    said = voice(bench, verb)
    if subjects and not any(names_party(bench, s) or s.tag == "PRP" for s in subjects):
        words = statement(bench, verb, verb, whole=True)
        rest = bench.sentence.subtree(verb, without=frozenset({"conj", "cc", "parataxis", "advcl", "punct"}))
        start = min((bench.sentence.subtree(s)[0].start for s in subjects), default=words.start)
        span = trimmed(bench.text, Span(min(start, words.start), max(words.end, rest[-1].end)))
        yield Declared("red-line", speaking(bench, said), span, verb, tuple(said))


def _not_traded(bench: Workbench, word: Token) -> Iterator[Declared]:
    """ "The sovereignty of A is non-negotiable", "is not up for negotiation", "is neither for sale nor for rent"."""
    sentence = bench.sentence
    verb = next((a for a in sentence.ancestors(word) if a.lower in _IS), None)
    if verb is None or not _is_told(bench, verb):
        return
    first = bench.clauses.first(verb)
    subjects = sentence.children(verb, "nsubj", "csubj") or sentence.children(first, "nsubj", "csubj")
    between = [t.lower for t in sentence.tokens[verb.i + 1 : word.i]]
    if word.lower in _INVIOLABLE:
        denied = bool({"non", "not", "n't", "n’t", "neither", "never"} & set(between)) or word.lower not in _NEEDS_NO
    else:
        denied = bool({"not", "n't", "n’t", "neither", "never"} & set(between)) and bool(
            {"for", "up", "to", "on"} & set(between)
        )
    few = len(between) <= 6
    about = "subject" in between and bool({"not", "n't", "never", "no"} & {t.lower for t in first.children + verb.children})
    if (denied or about) and few and word.dep in ("acomp", "pobj", "attr", "conj"):
        yield from _whole(bench, verb, subjects)


def _no_compromise(bench: Workbench, noun: Token) -> Iterator[Declared]:
    """ "There will be no compromise on A", "no bargaining over A"."""
    verb = bench.sentence.head(noun)
    no = any(c.lower == "no" for c in bench.sentence.children(noun, "det"))
    on = [p for p in bench.sentence.children(noun, "prep") if p.lower in ("on", "over", "with", "about")]
    if verb is None or not no or not on or verb.lower not in _IS or not bench.sentence.children(verb, "expl"):
        return
    if verb.dep in ("ROOT", "conj", "ccomp") and verb.tag not in ("VBD", "VBN"):
        said = voice(bench, verb)
        words = span_of([*_with_no(bench, noun), *bench.sentence.subtree(on[0])])
        yield Declared("red-line", speaking(bench, said), trimmed(bench.text, words), verb, tuple(said))


def _with_no(bench: Workbench, noun: Token) -> list[Token]:
    """A noun with its "no"."""
    return [noun, *(c for c in bench.sentence.children(noun, "det", "amod") if c.i < noun.i)]


def _red(bench: Workbench, line: Token) -> Iterator[Declared]:
    """ "Regards A as a red line", "A is the first red line that must not be crossed": the line is A."""
    sentence = bench.sentence
    head = sentence.head(line)
    if head is not None and head.lower == "as":
        verb = sentence.head(head)
        if verb is not None and verb.tag[0] == "N":
            verb = sentence.head(verb)  # "regards the sale as a red line", where parsers hang it on the sale
        if verb is None or verb.lower not in _REGARDS or not _is_told(bench, verb):
            return
        said = voice(bench, verb)
        passive = bench.clauses.is_passive(verb)
        holders = speaking(bench, said) if passive else declarers(bench, bench.clauses.subjects(verb), said, own=False)
        things = sentence.children(verb, "nsubjpass") if passive else sentence.children(verb, "dobj")
        for thing in things:
            words = [t for t in sentence.subtree(thing) if t.i < head.i]
            yield Declared("red-line", holders, trimmed(bench.text, span_of(words)), verb, tuple(said))
    elif head is not None and head.lower in _IS and line.dep == "attr" and not bench.clauses.negated(head):
        drawn = any(c.lower in _DRAWN for c in line.children)
        if (drawn or sentence.children(line, "relcl", "amod")[1:]) and _is_told(bench, head):
            yield from _whole(bench, head, sentence.children(head, "nsubj", "csubj"))


def _as_war(bench: Workbench, noun: Token) -> Iterator[Declared]:
    """ "Any attempt to divert A will be considered an act of war", "would be tantamount to a declaration of war"."""
    if "war" not in {t.lower for t in bench.sentence.subtree(noun)} and noun.lower != "belli":
        return
    verb = bench.sentence.verb_above(noun)
    if verb is None or _WILL.isdisjoint(bench.clauses.auxiliaries(verb)) or bench.clauses.negated(verb):
        return
    passive = bench.clauses.is_passive(verb)
    if not passive or verb.lower in _REGARDS:
        yield from _whole(bench, verb, bench.sentence.children(verb, "nsubjpass" if passive else "nsubj", "csubj"))


def _hinging(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "Our return to the talks depends on an apology", "X's consent is conditional on A": promised on those terms alone."""
    subjects = [s for s in bench.sentence.children(verb, "nsubj") if s.lower in _GIVEN]
    if not subjects or not _is_told(bench, verb) or bench.clauses.negated(verb):
        return
    said = voice(bench, verb)
    holders = owners(bench, subjects[0], said)
    words = bench.sentence.subtree(subjects[0], without=frozenset({"relcl", "appos"}))
    yield Declared("commitment", holders, trimmed(bench.text, span_of(words)), subjects[0], tuple(said))


def _made_dependent(bench: Workbench, adjective: Token, verb: Token) -> Iterator[Declared]:
    """ "X made its consent dependent on the release of A"."""
    things = [t for h in (verb, adjective) for t in bench.sentence.children(h, "dobj", "nsubj") if verb.i < t.i < adjective.i]
    if bench.clauses.negated(verb) or bench.clauses.is_possible(verb) or bench.clauses.in_condition(verb):
        return
    said = voice(bench, verb)
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=False)
    for thing in [t for t in things if t.lower in _GIVEN]:
        words = trimmed(bench.text, span_of(bench.sentence.subtree(thing, without=frozenset({"relcl", "appos"}))))
        yield Declared("commitment", holders, words, verb, tuple(said))


def _answered(bench: Workbench, noun: Token) -> Iterator[Declared]:
    """ "Any aggression shall meet with a crushing response"."""
    verb = bench.sentence.head(noun)
    if verb is None or verb.lower not in _MEETS or _WILL.isdisjoint(bench.clauses.auxiliaries(verb)):
        return
    below = {t.lower for t in bench.sentence.subtree(verb) if t.i > verb.i}
    if not below.isdisjoint(_ANSWERS) and not bench.clauses.negated(verb):
        yield from _whole(bench, verb, [noun])
