"""Declared courses and values: "X pursues a policy of A", "X stands for A", "X is neutral"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.principles.declarations import (
    Declared,
    Wording,
    has_value,
    named,
    split,
    wording_of,
)
from dragoman.coding.principles.stands import LINKS, stands
from dragoman.coding.sentence.law import law_state
from dragoman.coding.sentence.phrasing import each_under, listed, own, span_of, trimmed
from dragoman.coding.sentence.voices import INSTITUTIONS, declarers, names_party, owners, speaking, voice
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

# By what a policy is led: "is guided by neutrality".
_LED = word_class("led-by-a-creed")
_COURSES = frozenset({"policy", "line", "course", "doctrine"})
_FURTHERS = frozenset({"promote", "foster", "cultivate"})
_DEALT = frozenset({"relations", "ties", "dealings", "cooperation"})
_CALLS = word_class("calling")
_BOUND = word_class("who-is-bound")
_NEUTRAL = word_class("neutral")
_BEFORE_POLICY = word_class("before-policy")
_PROFESSING = word_class("professing")


def find(bench: Workbench) -> Iterator[Declared]:
    """The courses, values and stands of one sentence."""
    wording = wording_of(bench.scene.knowledge.lexicon)
    for token in wording.marked(bench.sentence):
        if token.tag[0] == "N":
            if "principle" in wording.of("ideal", token):
                yield from _named_principle(bench, wording, token)
            if wording.of("course", token):
                yield from _course(bench, wording, token)
            if wording.of("stand", token):
                yield from stands(bench, wording, token)
        elif wording.of("keep", token):
            yield from _value(bench, wording, token)
        if token.tag in ("VBZ", "VBP") and wording.of("rest", token):
            yield from _bases(bench, wording, token)
    for token in bench.sentence:
        if token.lower in _NEUTRAL and token.dep == "acomp":
            yield from _neutral(bench, token)


def _neutral(bench: Workbench, adjective: Token) -> Iterator[Declared]:
    """ "X is militarily neutral and will remain so"."""
    verb = bench.sentence.head(adjective)
    if verb is None or verb.lower not in (*LINKS, "stay", "stays") or bench.clauses.negated(verb) or verb.tag in ("VBD", "VBN"):
        return
    if bench.clauses.is_possible(verb) or bench.clauses.in_condition(verb):
        return
    said = voice(bench, verb)
    words = span_of(bench.sentence.subtree(adjective, without=frozenset({"advcl", "prep", "conj", "cc", "ccomp"})))
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=False)
    yield Declared("principle", holders, trimmed(bench.text, words), verb, tuple(said))


def _named_principle(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """ "Adheres to the one-China principle", "respects the Estrada principle": one that has a name."""
    verb = _kept_by(bench, noun)
    if verb is None or not (wording.of("keep", verb) or wording.of("pledge", verb)) or bench.sentence.children(noun, "prep"):
        return
    if bench.clauses.negated(verb) or bench.clauses.is_possible(verb) or bench.clauses.is_duty(verb):
        return
    called = [c for c in bench.sentence.children(noun, "compound", "nmod", "amod", "poss") if c.tag[0] == "N" or "-" in c.lower]
    if called and noun.tag == "NN":
        said = voice(bench, verb)
        holders = declarers(bench, bench.clauses.subjects(verb), said, own=False)
        yield Declared("principle", holders, trimmed(bench.text, span_of(own(bench.sentence, noun))), verb, tuple(said))


def _course(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """ "Pursues a policy of neutrality", "maintains a firm position on A"."""
    sentence = bench.sentence
    yield from _based(bench, wording, noun)
    yield from _called(bench, wording, noun)
    yield from _means(bench, wording, noun)
    verb = _kept_by(bench, noun)
    commits = verb is not None and "commit" in wording.of("pledge", verb)
    if verb is None or not (commits or wording.of("keep", verb)):
        return
    if bench.clauses.negated(verb) or bench.clauses.is_possible(verb):
        return
    said = voice(bench, verb)
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=False)
    if commits and (bound := bench.sentence.children(verb, "dobj")):  # "the constitution commits the state to a policy of A"
        state = law_state(bench, verb.start)
        holders = (state,) if state and bound[0].lower in _BOUND else declarers(bench, bound, said, own=False)
    items = [o for p in ("of", "on") for o in each_under(bench, noun, p) if not _is_owner(bench, o)]
    for deed in (c for p in sentence.children(noun, "prep") if p.lower == "of" for c in sentence.children(p, "pcomp")):
        words = sentence.subtree(deed, without=frozenset({"advcl", "parataxis"}))  # "a policy of making friends with all"
        yield Declared("principle", holders, trimmed(bench.text, span_of(words)), verb, tuple(said))
    for item in items:
        members = listed(sentence, item)
        if all(has_value(wording, named(bench, m).of(bench.text)) for m in members):
            for member in members:
                yield Declared("principle", holders, named(bench, member), verb, tuple(said))
        else:
            words = sentence.subtree(item, without=frozenset({"relcl", "appos", "parataxis"}))
            yield Declared("principle", holders, trimmed(bench.text, span_of(words)), verb, tuple(said))
    if not items and not bench.clauses.is_future(verb):
        said_of = [c for c in sentence.children(noun, "amod", "compound", "nmod") if c.lower not in _BEFORE_POLICY]
        if said_of and "policy" in wording.of("course", noun) and not any(names_party(bench, c) for c in said_of):
            yield Declared("principle", holders, trimmed(bench.text, span_of(own(sentence, noun))), verb, tuple(said))


def _is_owner(bench: Workbench, token: Token) -> bool:
    """ "The foreign policy of the state": whose it is, and not what it is."""
    return names_party(bench, token) or token.lower in INSTITUTIONS


def _means(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """ "Contributes to peace through its policy of neutrality": what somebody's own policies are for."""
    if "policy" not in wording.of("course", noun) and "line" not in wording.of("course", noun):
        return
    before = bench.sentence.tokens[: noun.i]
    through = next((t for t in reversed(before) if t.lower == "through" or t.tag in ("VBZ", "VBP", "VBD", "MD")), None)
    if through is None or through.lower != "through" or [t.tag for t in before[through.i + 1 : through.i + 2]] != ["PRP$"]:
        return
    verb = next((a for a in bench.sentence.ancestors(through) if a.tag in ("VBZ", "VBP", "VBD")), None)
    if verb is None or bench.clauses.negated(verb) or bench.clauses.is_possible(verb):
        return
    said = voice(bench, verb)
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=False)
    items = [o for p in ("of", "for") for o in each_under(bench, noun, p) if not names_party(bench, o)]
    words = [t for o in items for t in bench.sentence.subtree(o, without=frozenset({"relcl", "appos", "parataxis"}))]
    if not words:
        return
    # From the first to the last: of "policies for A and B for C" parsers take C for what the policies are for.
    span = span_of(sorted(words, key=lambda t: t.i))
    for piece in split(bench.text, *span):
        opens = bench.sentence.at(*piece)[0]
        skipped = opens.tag == "PRP$" or opens.lower in ("for", "of")
        yield Declared("principle", holders, Span(opens.end + 1, piece.end) if skipped else piece, verb, tuple(said))


def _called(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """ "Calls its policy one of critical engagement"."""
    verb = bench.sentence.head(noun)
    if noun.dep != "dobj" or verb is None or verb.lower not in _CALLS or "policy" not in wording.of("course", noun):
        return
    said = voice(bench, verb)
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=False)
    ones = [c for c in bench.sentence.children(verb, "oprd", "attr") if c.lower == "one"]
    ones += [o for o in bench.clauses.under(verb, "as") if o.lower == "one"]
    for item in (m for o in ones for i in bench.clauses.under(o, "of") for m in listed(bench.sentence, i)):
        yield Declared("principle", holders, named(bench, item), verb, tuple(said))


def _based(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """ "X's foreign policy is based on A, B and C", "rests on A"."""
    thing = noun
    if noun.dep == "pobj" and (of := bench.sentence.head(noun)) is not None and of.lower == "of":
        thing = bench.sentence.head(of) or noun  # "the Concept of Foreign Policy rests on A"
    verb = bench.sentence.head(thing)
    if verb is None or thing.dep not in ("nsubj", "nsubjpass") or not wording.of("rest", verb):
        return
    if bench.clauses.negated(verb) or bench.clauses.is_possible(verb):
        return
    said = voice(bench, verb)
    holders = owners(bench, noun, said) or speaking(bench, said)
    by = bench.sentence.agents(verb)
    ground = [
        *(
            o
            for p in ("on", "upon", *(("in",) if verb.lower in ("anchored", "rooted", "grounded") else ()))
            for o in bench.clauses.under(verb, p)
        ),
        *(by if verb.lower in _LED else ()),
    ]
    for item in (m for o in ground for m in listed(bench.sentence, o)):
        if verb.lower in _LED and not has_value(wording, named(bench, item).of(bench.text)):
            continue  # "is guided by the Ministry"
        if not names_party(bench, item) and not wording.of("ideal", item):  # "on three principles"
            for words in _parted(bench, wording, named(bench, item)):
                yield Declared("principle", holders, words, verb, tuple(said))


def _bases(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "X bases its relations with others on A, B and C"."""
    if bench.clauses.negated(verb) or not any(
        wording.of("course", o) or o.lower in _DEALT for o in bench.clauses.objects(verb)
    ):
        return
    said = voice(bench, verb)
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=False)
    for item in (m for p in ("on", "upon") for o in bench.clauses.under(verb, p) for m in listed(bench.sentence, o)):
        words = named(bench, item)
        if has_value(wording, words.of(bench.text)):
            yield Declared("principle", holders, words, verb, tuple(said))


def _parted(bench: Workbench, wording: Wording, span: Span) -> list[Span]:
    """ "The equality of states, non-intervention and the freedom of peoples", which parsers take for one: a value each."""
    pieces = list(split(bench.text, span.start, span.end))
    return pieces if all(has_value(wording, p.of(bench.text)) for p in pieces) else [span]


def _kept_by(bench: Workbench, noun: Token) -> Token | None:
    head = bench.sentence.head(noun)
    if head is not None and head.tag in ("IN", "TO") and head.lower in ("to", "by", "on", "with"):
        head = bench.sentence.head(head)
    return head if head is not None and head.tag[0] == "V" else None


def _value(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "Stands for peace and disarmament", "adheres to neutrality", "upholds the rule of law"."""
    sentence, clauses = bench.sentence, bench.clauses
    if (
        clauses.negated(verb)
        or clauses.is_possible(verb)
        or clauses.is_duty(verb)
        or clauses.is_future(verb)
        or verb.tag == "VB"
    ):
        return
    lemmas = wording.of("keep", verb)
    if "stand" in lemmas:
        heads, free = each_under(bench, verb, "for"), True
    elif {"adhere", "abide", "stick"} & set(lemmas):
        heads, free = [*clauses.under(verb, "to"), *clauses.under(verb, "by")], False
    elif _PROFESSING & set(lemmas) and not clauses.is_passive(verb):
        heads, free = sentence.children(verb, "dobj"), False
    elif not _FURTHERS.isdisjoint(lemmas) and verb.tag in ("VBZ", "VBP", "VBG"):
        yield from _furthered(bench, wording, verb)
        return
    else:
        return
    said = voice(bench, verb)
    holders = declarers(bench, clauses.subjects(verb), said, own=False)
    for item in (i for h in heads for i in listed(sentence, h)):
        span = _reaching(bench, verb, named(bench, item)) if free else named(bench, item)
        if (
            item.tag[0] == "N"
            and not names_party(bench, item)
            and (free or has_value(wording, span.of(bench.text)) or _is_course(bench, item))
        ):
            yield Declared("principle", holders, span, verb, tuple(said))


def _is_course(bench: Workbench, noun: Token) -> bool:
    """ "The one-China policy", "a line of neutrality": a course that is told by what stands beside it."""
    return noun.lower in _COURSES and bool(bench.sentence.children(noun, "amod", "compound", "nmod", "prep"))


def _furthered(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "Promotes friendship and cooperation with various countries": an aim, as long as it is told in the present."""
    said = voice(bench, verb)
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=True)
    for item in bench.sentence.children(verb, "dobj") if holders and not bench.clauses.is_passive(verb) else ():
        words = span_of(bench.sentence.subtree(item, without=frozenset({"relcl", "appos", "parataxis", "punct"})))
        values = wording.lemmas["value"]
        if any(i.lower in values for i in listed(bench.sentence, item)) and verb.start < words.start:
            yield Declared("aim", holders, trimmed(bench.text, Span(verb.start, words.end)), verb, tuple(said))


def _reaching(bench: Workbench, verb: Token, span: Span) -> Span:
    """`span` with a phrase right behind it that the parser hung on the verb ("a peninsula without nuclear weapons")."""
    for child in bench.sentence.children(verb, "prep"):
        if child.lower in ("without", "of", "between", "among") and child.start == span.end + 1:
            return Span(span.start, max(t.end for t in bench.sentence.subtree(child)))
    return span
