"""What somebody will not bear, told as what it is to him: "A is unthinkable to X", "for X, B is a red line", "C is a matter of life
and death for us", "X regards D as inalienable", "what X cannot accept is that E".
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.principles.declarations import Declared, statement, wording_of
from dragoman.coding.principles.pledges import is_past
from dragoman.coding.principles.promises import is_not_borne
from dragoman.coding.sentence.phrasing import span_of, trimmed
from dragoman.coding.sentence.voices import declarers, names_party, speaking, voice
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, REMAIN
from dragoman.lexicon.words import word_class

_PAST_BEARING = word_class("past-bearing")
_BEYOND = word_class("past-dispute")
_STAKES = word_class("stakes-of-life")
_REGARDS = word_class("regarded-as")
_HOSTILE = word_class("hostile-acts-by-name")
_CALLS = frozenset({"called", "calls", "termed", "terms", "labelled", "named", "declared", "declares"})
_DRAWS = frozenset({"draw", "draws", "drew", "drawn", "drawing"})
_CROSSES = frozenset({"cross", "crosses", "crossed", "breach", "breaches", "overstep", "oversteps"})
_LINES = frozenset({"line", "lines"})
# What others say and propose is turned down, and no line is drawn.
_SAID = word_class("laid-before-somebody")
_MATTERS = frozenset({"matter", "question", "issue"})
_OUGHT_NOT = frozenset({"can", "could", "will", "would", "shall"})
_INTERESTS = frozenset({"interests", "interest", "concerns"})
_WORDS_AT_ALL = frozenset({"what", "something", "condition"})
# Each told once: sentences are asked for them one by one.
_UNBEARABLE = _PAST_BEARING | _BEYOND
_DRAWN = _HOSTILE | {"line"}
_IS = BE | REMAIN
_HELD_TO_BE = _REGARDS | _CALLS


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words may tell what somebody will not bear."""
    if not words.isdisjoint(_UNBEARABLE):
        return True
    if not words.isdisjoint(_REGARDS) and not words.isdisjoint(_DRAWN):
        return True
    if not words.isdisjoint(_MATTERS) and not words.isdisjoint(_STAKES):
        return True
    return words >= {"red", "line"} or words >= {"core", "interests"} or ("is" in words and not words.isdisjoint(_WORDS_AT_ALL))


def find(bench: Workbench) -> Iterator[Declared]:
    """What one sentence tells that somebody will not bear."""
    if not may_be(bench.clauses.said):
        return
    for token in bench.sentence:
        if token.lower in _IS and token.tag[0] == "V":
            yield from _is_to(bench, token)
            yield from _cannot_what(bench, token)
        elif token.lower in _HELD_TO_BE and token.tag[0] == "V":
            yield from _regarded(bench, token)
        elif token.lower in _DRAWS and token.tag[0] == "V":
            yield from _drawn(bench, token)
        elif token.lower in _CROSSES and token.tag[0] == "V":
            yield from _crossed(bench, token)


def _thing(bench: Workbench, verb: Token, thing: Token, holders: tuple[str, ...], *, whole: bool) -> Iterator[Declared]:
    """A line that a phrase names: by the clause, or by its own words."""
    if thing.tag[0] not in "NV" or (names_party(bench, thing) and thing.tag[0] == "N") or thing.lower in _SAID:
        return
    if whole:
        words = statement(bench, verb, verb, whole=True)
    else:
        words = trimmed(bench.text, span_of(bench.sentence.subtree(thing, without=frozenset({"relcl", "parataxis"}))))
    yield Declared("red-line", holders, words, verb, tuple(voice(bench, verb)))


def _for_whom(bench: Workbench, verb: Token, heads: list[Token]) -> tuple[str, ...]:
    """To whom something is so: "for us", "to Riyadh", "for Baku" at the head of the sentence."""
    near = [o for h in (verb, *heads) for p in ("for", "to") for o in bench.clauses.under(h, p)]
    return declarers(bench, near, voice(bench, verb), own=False)


def _is_to(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "A is unacceptable to X", "for X, B is a red line", "C is a matter of survival for X", "D is among X's core interests"."""
    sentence, clauses = bench.sentence, bench.clauses
    if clauses.negated(verb) or clauses.in_condition(verb) or verb.dep in ("relcl", "acl") or is_past(bench, verb):
        return
    told = [*sentence.children(verb, "acomp", "attr", "oprd")]
    heads = [t for t in told if _is_line(bench, t)]
    holders = _for_whom(bench, verb, heads) if heads else ()
    cores = [] if heads else _core_interests(bench, verb)
    if cores:
        said = voice(bench, verb)
        whose = [p for c in cores for p in (*sentence.children(c, "poss"), *clauses.under(c, "of"))]
        holders = declarers(bench, whose, said, own=False) or (
            speaking(bench, said) if any(w.lower == "our" for w in whose) else ()
        )
    for thing in sentence.children(verb, "nsubj", "csubj") if holders else ():
        yield from _thing(bench, verb, thing, holders, whole=True)


def _is_line(bench: Workbench, word: Token) -> bool:
    """Whether a predicate says that something is past bearing, beyond dispute, a red line, or a matter of life and death."""
    if word.lower in _UNBEARABLE:
        return True
    if word.lower == "line" and any(c.lower == "red" for c in word.children):
        return True
    if word.lower == "condition":  # "a condition without which no further step is possible"
        return any(t.lower == "without" for c in bench.sentence.children(word, "relcl") for t in bench.sentence.subtree(c)[:2])
    return word.lower in _MATTERS and any(o.lower in _STAKES for o in bench.clauses.under(word, "of"))


def _core_interests(bench: Workbench, verb: Token) -> list[Token]:
    """ "Is at the very core of A's core interests", "belongs to our core interests"."""
    below = [t for p in bench.sentence.children(verb, "prep") for t in bench.sentence.subtree(p)]
    return [t for t in below if t.lower in _INTERESTS and any(c.lower in ("core", "vital") for c in t.children)]


def _regarded(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "X regards A as inalienable", "would regard B as a provocation", "considers any C a casus belli"."""
    sentence, clauses = bench.sentence, bench.clauses
    if clauses.negated(verb) or clauses.in_condition(verb) or clauses.is_passive(verb) or verb.dep in ("relcl", "acl", "xcomp"):
        return
    ases = [c for p in sentence.children(verb, "prep") if p.lower == "as" for c in p.children]
    below = sentence.children(verb, "ccomp", "oprd", "xcomp")
    lines = [t for t in (*ases, *below) if t.lower in _UNBEARABLE or t.lower == "belli" or _is_line(bench, t)]
    if not lines and "would" in clauses.auxiliaries(verb):
        lines = [t for t in (*ases, *below) if t.lower in _HOSTILE]
    if not lines:
        return
    holders = declarers(bench, clauses.subjects(verb), voice(bench, verb), own=False)
    things = [*sentence.children(verb, "dobj"), *(s for t in below for s in sentence.children(t, "nsubj"))]
    for thing in [t for t in things if t.i < lines[0].i][:1]:
        yield from _thing(bench, verb, thing, holders, whole=False)


def _drawn(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "X drew a red line at the entry of foreign troops"."""
    lines = [o for o in bench.sentence.children(verb, "dobj") if o.lower == "line"]
    if not lines or bench.clauses.negated(verb) or bench.clauses.is_possible(verb):
        return
    red = any(c.lower == "red" for c in lines[0].children)
    preps = [p for h in (verb, lines[0]) for p in bench.sentence.children(h, "prep")]
    things = [o for p in preps if p.lower in ("at", "before", "under") for o in bench.sentence.children(p, "pobj")]
    things = [o for o in things if red or any(c.lower in ("any", "further") for c in o.children)]
    holders = declarers(bench, bench.clauses.subjects(verb), voice(bench, verb), own=False)
    for thing in things[:1]:
        yield from _thing(bench, verb, thing, holders, whole=False)


def _crossed(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "Its entry would cross the brightest of all red lines": drawn by who says so."""
    reds = [t for o in bench.sentence.children(verb, "dobj") for t in bench.sentence.subtree(o) if t.lower in _LINES]
    reds = [t for t in reds if any(c.lower == "red" for c in t.children)]
    said = voice(bench, verb)
    if not reds or not said or _OUGHT_NOT.isdisjoint(bench.clauses.auxiliaries(verb)) or bench.clauses.negated(verb):
        return
    for thing in bench.sentence.children(verb, "nsubj", "csubj"):
        if thing.tag[0] in "NV":
            words = trimmed(bench.text, span_of(bench.sentence.subtree(thing, without=frozenset({"relcl", "parataxis"}))))
            yield Declared("red-line", tuple(said[-1].split("+")), words, verb, tuple(said))


def _cannot_what(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "What X cannot accept is that A", "B is something that X could not put up with"."""
    sentence, clauses = bench.sentence, bench.clauses
    wording = wording_of(bench.scene.knowledge.lexicon)
    somethings = [a for a in sentence.children(verb, "attr") if a.lower in ("something", "what")]
    rulers = [c for a in somethings for c in sentence.children(a, "relcl")] + sentence.children(verb, "csubj")
    for ruler in rulers:
        if not (wording.of("forbid", ruler) or is_not_borne(ruler)) or not clauses.negated(ruler):
            continue
        if _OUGHT_NOT.isdisjoint(clauses.auxiliaries(ruler)):
            continue
        holders = declarers(bench, sentence.children(ruler, "nsubj"), voice(bench, verb), own=False)
        for clause in sentence.children(verb, "ccomp") if ruler.dep == "csubj" else ():
            words = [t for t in sentence.subtree(clause) if t.lower != "that" or t.dep != "mark"]
            yield Declared("red-line", holders, trimmed(bench.text, span_of(words)), verb, tuple(voice(bench, verb)))
        for thing in sentence.children(verb, "nsubj") if ruler.dep == "relcl" else ():
            yield from _thing(bench, verb, thing, holders, whole=False)
