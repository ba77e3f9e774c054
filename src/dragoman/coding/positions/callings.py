"""Taking a side by what somebody is called: "called X a puppet", "described X as the culprit"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.positions.evaluation import Lexis, sites
from dragoman.coding.positions.extraposition import extraposed
from dragoman.coding.positions.stand import APART, Stand, holders_of, is_done, towards
from dragoman.coding.sentence.phrasing import reported_by
from dragoman.coding.sentence.topics import topic_of
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_DANGERS = word_class("dangers")


def taken(bench: Workbench, lexis: Lexis) -> set[int]:
    """Words that belong to what somebody is called, which is the caller's evaluation."""
    out: set[int] = set()
    for token in lexis.sides(bench.sentence):
        if lexis.siding("name", token):
            for complement in _called(bench, token):
                out |= {t.i for t in bench.sentence.subtree(complement)}
    return out


def named(bench: Workbench, lexis: Lexis, verb: Token) -> Iterator[Stand]:
    """The stands of whoever calls the object of a naming verb something that praises or blames."""
    clauses, sentence = bench.clauses, bench.sentence
    complements = _called(bench, verb)
    if not complements:
        yield from _last_word(bench, verb)
    if not complements or clauses.negated(verb) or not is_done(bench, verb):
        return
    inside = {t.i for c in complements for t in sentence.subtree(c)}
    found = [s for s in sites(bench) if s.head.i in inside]
    polarity = max((s.polarity for s in found), key=abs, default=_as_friend_or_foe(lexis, complements))
    if not polarity:
        return
    objects = clauses.objects(verb) or [s for c in complements for s in sentence.children(c, "nsubj")]
    if any(o.lower == "it" for o in objects):  # "we find it shameful that X did so"
        objects = [d for c in complements for d in extraposed(bench, c)] or objects
    span = sentence.span(sentence.subtree(verb, without=APART))
    yield from towards(
        bench, lexis, holders_of(bench, clauses.subjects(verb)), objects, polarity, span, reported_by(bench, verb)
    )


def _as_friend_or_foe(lexis: Lexis, complements: list[Token]) -> float:
    """ "Regards X as its main enemy", "sees in X an ally", "considers X a threat"."""
    agents = [e.polarity for c in complements for e in lexis.siding("agent", c)]
    danger = any(c.lower in _DANGERS and c.tag[0] == "N" for c in complements)
    return agents[0] if agents else -0.5 if danger else 0.0


def _called(bench: Workbench, verb: Token) -> list[Token]:
    """What the object of a naming verb is called: "called X a puppet", "described X as the culprit"."""
    sentence = bench.sentence
    found = [c for c in sentence.children(verb, "oprd", "attr", "acomp") if c.i > verb.i]
    found += [
        o
        for c in sentence.children(verb, "prep")
        if c.lower == "as"
        for o in (*sentence.children(c, "pobj"), *sentence.children(c, "amod", "acomp", "pcomp"))
    ]
    for clause in sentence.children(verb, "ccomp", "xcomp"):
        if clause.i > verb.i and clause.tag[0] in "NJ":
            found.append(clause)
    if not found:  # "described the decision of X to move as ...": parsers hang it on the clause between
        late = [t for t in sentence.subtree(verb) if t.lower == "as" and t.i > verb.i and t.dep == "prep"]
        found = [o for t in late for o in (*sentence.children(t, "pobj"), *sentence.children(t, "amod"))]
    return found


def _last_word(bench: Workbench, verb: Token) -> Iterator[Stand]:
    """ "Called the behaviour of X unacceptable", where the parser took the adjective for what "of" governs."""
    sentence = bench.sentence
    for noun in sentence.children(verb, "dobj"):
        words = sentence.subtree(noun)
        site = next((s for s in sites(bench) if s.head is words[-1] and s.head.tag[0] == "J" and s.head.dep == "pobj"), None)
        if site is None or not is_done(bench, verb):
            continue
        named = [m.code for m in bench.scene.within(noun.end, site.head.start) if m.code and m.kind == "name"]
        for holder in holders_of(bench, bench.clauses.subjects(verb)):
            for code in named[-1:]:
                if code != holder:
                    span = sentence.span(sentence.subtree(verb, without=APART))
                    topic = topic_of(span.of(bench.text), bench.scene.knowledge.lexicon)
                    yield Stand(holder, code, topic, site.polarity, False, span, tuple(reported_by(bench, verb)))
