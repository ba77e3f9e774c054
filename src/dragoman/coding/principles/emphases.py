"""What a policy puts first: "X's policy stresses A, B and C", "its priorities are A and B", "three goals: A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.principles.declarations import Declared, Wording, has_value, named, wording_of
from dragoman.coding.sentence.phrasing import listed, phrase, trimmed
from dragoman.coding.sentence.voices import declarers, owners, speaking, voice
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import IS
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_BE = IS | {"remain", "remains"}
_STRESSES = word_class("stressing")
_CONVICTIONS = word_class("convictions")
_COMMAS = re.compile(r",\s+(?:and\s+)?")
_LAST = re.compile(r"\s+and\s+")
_COMMITS = frozenset({"commits", "committed", "commit", "binds"})
_INFINITIVE = re.compile(r"to\s+(?=[a-z])")
# An item is shorter than this, in words.
_LONGEST_ITEM = 16
_WHO_PUTS_FIRST = word_class("who-puts-first")
_GUIDED_BY = word_class("guided-by")


def find(bench: Workbench) -> Iterator[Declared]:
    """The emphases of one sentence."""
    wording = wording_of(bench.scene.knowledge.lexicon)
    for noun in wording.marked(bench.sentence):
        if noun.lower in _COMMITS and noun.tag[0] == "V":
            yield from _committed(bench, wording, noun)
        if noun.tag[0] != "N":
            continue
        if wording.of("course", noun):
            yield from _stressed(bench, noun)
        if _is_aim(wording, noun):
            yield from _named(bench, noun)
            yield from _counted(bench, noun)
    for noun in bench.sentence:
        if noun.lower in _CONVICTIONS and noun.dep == "pobj":
            yield from _convinced(bench, noun)


def _is_aim(wording: Wording, noun: Token) -> bool:
    return any(wording.kinds["stand", lemma] == "aim" for lemma in wording.of("stand", noun))


def _stressed(bench: Workbench, noun: Token) -> Iterator[Declared]:
    """ "X's foreign policy stresses A and B", "centres on A"."""
    verb = bench.sentence.head(noun)
    if noun.dep != "nsubj" or verb is None or verb.lower not in _STRESSES or bench.clauses.negated(verb):
        return
    heads = [
        *bench.sentence.children(verb, "dobj"),
        *(o for p in ("on", "upon", "around") for o in bench.clauses.under(verb, p)),
    ]
    said = voice(bench, verb)
    holders = owners(bench, noun, said) or speaking(bench, said)
    for words in _pieces(bench, heads):
        yield Declared("principle", holders, words, verb, tuple(said))


def _named(bench: Workbench, noun: Token) -> Iterator[Declared]:
    """ "The priorities of X's policy are A, B and C"."""
    verb = bench.sentence.head(noun)
    own = noun.tag == "NNS" or any(c.tag == "PRP$" for c in bench.sentence.children(noun, "poss"))
    if noun.dep != "nsubj" or not own or verb is None or verb.lower not in _BE or bench.clauses.negated(verb):
        return
    heads = [a for a in bench.sentence.children(verb, "attr", "dep") if a.tag[0] == "N" and a.i > verb.i]
    if any(c.dep == "prep" and c.lower == "of" for a in heads[:1] for c in a.children if a.lower in ("part", "one")):
        return
    yield from _aims(bench, noun, verb, _pieces(bench, heads))


def _counted(bench: Workbench, noun: Token) -> Iterator[Declared]:
    """ "It has three aims: to attract A, to protect B and to balance C", "puts two goals first: A and B"."""
    colon = next((t for t in bench.sentence.tokens[noun.i + 1 : noun.i + 6] if t.text == ":"), None)
    verb = bench.sentence.verb_above(noun)
    if colon is None or verb is None or noun.tag != "NNS" or bench.clauses.negated(verb):
        return
    yield from _aims(bench, noun, verb, _parted(bench, Span(colon.end, bench.sentence.end)))


def _aims(bench: Workbench, noun: Token, verb: Token, pieces: list[Span]) -> Iterator[Declared]:
    said = voice(bench, verb)
    holders = owners(bench, noun, said) or declarers(bench, bench.clauses.subjects(verb), said, own=False)
    holders = holders or speaking(bench, said)
    home = bench.scene.discourse.home
    holders = holders or ((home,) if home is not None and not said else ())
    for words in pieces:
        infinitive = _INFINITIVE.match(bench.text, *words)
        yield Declared("aim", holders, Span(infinitive.end(), words.end) if infinitive else words, verb, tuple(said))


def _committed(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "Its constitution commits the Republic to non-alignment"."""
    bound = bench.sentence.children(verb, "dobj")
    if not bound or bench.clauses.negated(verb) or bound[0].lower not in _WHO_PUTS_FIRST:
        return
    said = voice(bench, verb)
    holders = declarers(bench, bound, said, own=False) or declarers(bench, bench.clauses.subjects(verb), said, own=False)
    home = bench.scene.discourse.home
    for item in (i for o in bench.clauses.under(verb, "to") for i in listed(bench.sentence, o)):
        if has_value(wording, named(bench, item).of(bench.text)):
            yield Declared("principle", holders or ((home,) if home else ()), named(bench, item), verb, tuple(said))


def _convinced(bench: Workbench, noun: Token) -> Iterator[Declared]:
    """ "X is guided by the conviction that A"."""
    preposition = bench.sentence.head(noun)
    verb = bench.sentence.head(preposition) if preposition is not None else None
    if verb is None or verb.lower not in _GUIDED_BY or verb.tag[0] != "V":
        return
    clauses = [c for t in (noun, verb) for c in bench.sentence.children(t, "acl", "ccomp") if "that" in bench.clauses.marks(c)]
    said = voice(bench, verb)
    about = bench.sentence.children(verb, "nsubj", "nsubjpass")
    holders = declarers(bench, about, said, own=False)
    for clause in clauses[:1] if not bench.clauses.negated(verb) else ():
        words = [t for t in bench.sentence.subtree(clause) if not (t.dep == "mark" and t.head == clause.i)]
        yield Declared("principle", holders, trimmed(bench.text, bench.sentence.span(words)), verb, tuple(said))


def _pieces(bench: Workbench, heads: list[Token]) -> list[Span]:
    """The phrases from the first of `heads` to the end of the last."""
    words = [t for h in heads for t in phrase(bench.sentence, h)]
    return _parted(bench, bench.sentence.span(sorted(words, key=lambda t: t.i))) if words else []


def _parted(bench: Workbench, span: Span) -> list[Span]:
    """The items of "A, B and C"; "A and B" is parted where each is of a word or two. None where one is a clause."""
    text, at, out = bench.text, span.start, list[Span]()
    for gap in (*_COMMAS.finditer(text, *span), None):
        out.append(trimmed(text, Span(at, gap.start() if gap else span.end)))
        at = gap.end() if gap else span.end
    last = out.pop()
    ands = list(_LAST.finditer(text, *last))
    short = all(len(part.split()) < 3 for part in _LAST.split(last.of(text)))
    if len(ands) == 1 and (out or short):
        out += [trimmed(text, Span(last.start, ands[0].start())), trimmed(text, Span(ands[0].end(), last.end))]
    else:
        out.append(last)
    tokens = [bench.sentence.at(*piece) for piece in out]
    clean = all(0 < len(ts) < _LONGEST_ITEM and not any(t.tag in ("VBZ", "VBD", "MD") for t in ts) for ts in tokens)
    return out if clean else []
