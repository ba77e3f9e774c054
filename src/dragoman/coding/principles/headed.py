"""Promises in headlines, which leave words out: "Tokyo ready for talks", "Sofia will not block accession", "Pledge to free prisoners"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.once import once
from dragoman.coding.principles.conditions import condition_of, conditions
from dragoman.coding.principles.declarations import UNNAMED, Declared, predicates, statement, wording_of
from dragoman.coding.sentence.phrasing import official_codes, reported_by, span_of, trimmed
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import WILL
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_WORDS = frozenset({"pledge", "pledges", "promise", "promises", "vow", "vows", "undertaking", "commitment", "guarantee"})
_READY = frozenset({"ready", "open", "willing", "prepared", "set", "committed", "determined"})
_FOR = frozenset({"for", "to"})
_ON = frozenset({"on", "over"})
_SAYS = word_class("said-in-headlines")
_MOST = 14


@once
def is_heading(bench: Workbench) -> bool:
    """Whether a sentence is a headline: without a full stop, and most of its longer words with a capital."""
    tokens = bench.sentence.tokens
    if not tokens or len(tokens) > _MOST or bench.text[tokens[-1].start : tokens[-1].end] in (".", "!", "?", '"', "”", ":"):
        return False
    long = [w for w in (bench.text[t.start : t.end] for t in tokens) if len(w) > 3 and w.isalpha()]
    if not long:
        return False
    return sum(w[0].isupper() for w in long) > len(long) * 0.7


def find(bench: Workbench) -> Iterator[Declared]:
    """The promises of one headline."""
    if not is_heading(bench):
        return
    wording = wording_of(bench.scene.knowledge.lexicon)
    root = bench.sentence.tokens[bench.sentence.root]
    if root.lower in _WORDS and root.tag[0] == "N" and root.i == 0:
        for deed in [c for c in bench.sentence.children(root, "acl", "xcomp", "relcl") if bench.clauses.is_infinitive(c)][:1]:
            yield from _told(bench, deed, (UNNAMED,), root)
    for token in bench.sentence:
        if token.lower in _READY and token.i <= 3:
            yield from _ready(bench, token)
        elif token.tag == "MD" and token.lower in WILL and token.dep == "aux":
            verb = bench.sentence.tokens[token.head]
            firm = bench.clauses.negated(verb) or condition_of(bench, verb, conditions(bench)) is not None
            if firm and not wording.of("forbid", verb) and not reported_by(bench, verb):
                yield from _told(bench, verb, official_codes(bench, bench.sentence.children(verb, "nsubj")), verb, negated=True)
        elif token.lower in ("compromise", "concessions", "retreat") and token.i < 3:
            yield from _none(bench, token)


def _told(
    bench: Workbench, deed: Token, holders: tuple[str, ...], ruler: Token, *, negated: bool = False
) -> Iterator[Declared]:
    for first, last in predicates(bench, deed):
        span = statement(bench, first, last)
        before = [c for c in bench.sentence.children(deed, "neg") if negated and c.i < deed.i and first is deed]
        start = min((c.start for c in before), default=span.start)
        yield Declared("commitment", holders, Span(start, span.end), ruler, tuple(reported_by(bench, ruler)))


def _ready(bench: Workbench, word: Token) -> Iterator[Declared]:
    """ "Tokyo ready to resume talks", "Tokyo ready for talks with Pyongyang": without a verb."""
    sentence = bench.sentence
    if any(t.tag in ("VBZ", "VBP", "VBD", "MD") for t in sentence.tokens[: word.i]):
        return
    before = [t for t in sentence.tokens[: word.i] if t.tag[0] == "N" or bench.scene.mention_at(t) is not None]
    holders = official_codes(bench, before[:1])
    deeds = [c for c in sentence.children(word, "xcomp", "acl", "relcl") if bench.clauses.is_infinitive(c) and c.i > word.i]
    for deed in deeds[:1]:
        yield from _told(bench, deed, holders, word)
    for preposition in sentence.children(word, "prep") if not deeds else ():
        for thing in sentence.children(preposition, "pobj") if preposition.lower in _FOR else ():
            words = span_of(sentence.subtree(thing, without=frozenset({"relcl", "advcl", "parataxis"})))
            yield Declared("commitment", holders, trimmed(bench.text, words), word, tuple(reported_by(bench, word)))


def _none(bench: Workbench, noun: Token) -> Iterator[Declared]:
    """ "No compromise on sovereignty, says Manila"."""
    sentence = bench.sentence
    no = [c for c in sentence.children(noun, "det") if c.lower == "no"]
    on = [p for p in sentence.children(noun, "prep") if p.lower in _ON]
    says = [t for t in sentence if t.lower in _SAYS and t.i > noun.i]
    holders = official_codes(bench, [s for v in says for s in sentence.children(v, "nsubj") if s.i > v.i])
    if no and on and holders:
        words = span_of([no[0], noun, *sentence.subtree(on[0])])
        yield Declared("red-line", holders, trimmed(bench.text, words), noun, tuple(reported_by(bench, noun)))
