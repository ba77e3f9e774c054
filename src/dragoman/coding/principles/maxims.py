"""Maxims that a state speaks in its own voice: "peace cannot be built on injustice", "only dialogue can bring peace", "there is
no alternative to talks", "unity is a matter of principle to us", "respect for law lies at the heart of our diplomacy".
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.principles.declarations import Declared, Wording, has_value, predicates, split, statement, wording_of
from dragoman.coding.principles.pledges import is_past
from dragoman.coding.sentence.attribution import saying
from dragoman.coding.sentence.phrasing import phrase, span_of, trimmed
from dragoman.coding.sentence.voices import declarers, voice
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import OUGHT
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_BE = frozenset({"is", "are", "remains", "remain"})
_GOODS = word_class("goods-of-nations")
_WAYS = word_class("ways-alone")
_ALONE = frozenset({"only", "sole", "best", "surest", "one"})
_CREEDS = frozenset({"principle", "faith", "conviction", "life"})
_MATTERS = frozenset({"matter", "question", "article", "way"})
_NOTHING_ELSE = frozenset({"alternative", "substitute", "solution", "shortcut"})
_HEARTS = word_class("hearts-of-policy")
_POLICIES = word_class("what-has-a-heart")
_CENTRAL = frozenset({"central", "fundamental", "key", "essential", "basic"})
_TAKES_FOR = word_class("taking-for")
_NEEDS = word_class("needs-stressed")
_STRESSES = word_class("stressing-a-maxim")
_KEPT_TO = word_class("kept-to-as-ones-own")
_PLEDGES = word_class("pledges-of-loyalty")
_SIGNS = (
    _GOODS
    | _NOTHING_ELSE
    | _CREEDS
    | {"only", "heart", "core", "blood", "dna", "alternative"}
    | _PLEDGES
    | {"tradition", "policy"}
)


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words may speak a maxim."""
    return not words.isdisjoint(_SIGNS)


def find(bench: Workbench) -> Iterator[Declared]:
    """The maxims of one sentence."""
    if bench.clauses.said.isdisjoint(_SIGNS):
        return
    wording = wording_of(bench.scene.knowledge.lexicon)
    for token in bench.sentence:
        if token.tag[0] == "V" and token.dep not in ("aux", "auxpass"):
            yield from _ruled(bench, wording, token)
            yield from _said_to_be(bench, wording, token)
            yield from _taken_for(bench, wording, token)
            yield from _stressed(bench, wording, token)
        elif token.lower in _NOTHING_ELSE:
            yield from _no_other(bench, wording, token)
        elif token.lower in _HEARTS:
            yield from _at_heart(bench, token)
        elif token.lower in _KEPT_TO and token.dep == "pobj":
            yield from _in_line(bench, wording, token)
        elif token.lower in _MATTERS:
            yield from _of_principle(bench, token)


def _is_good(wording: Wording, bench: Workbench, noun: Token) -> bool:
    """Whether a noun names a good or an evil of all nations, with nobody named whose it is."""
    words = bench.sentence.subtree(noun, without=frozenset({"relcl", "acl", "appos"}))
    if any((m := bench.scene.mention_at(t)) is not None and m.kind != "place" for t in words) or any(
        t.tag == "PRP$" for t in words
    ):
        return False
    known = noun.lower in _GOODS or has_value(wording, trimmed(bench.text, span_of(words)).of(bench.text))
    return known and noun.tag[0] == "N" and bench.scene.role_at(noun) is None


def _is_spoken(bench: Workbench, verb: Token) -> tuple[str, ...]:
    """Who speaks a clause that stands by itself, or is told by who speaks under a word of saying."""
    if verb.dep not in ("ROOT", "conj", "ccomp", "parataxis") or bench.clauses.is_condition(verb):
        return ()
    if is_past(bench, verb) or verb.tag == "VBD":
        return ()
    head = bench.sentence.head(verb)
    if verb.dep == "ccomp" and head is not None and head.lower not in _STRESSES | _TAKES_FOR:
        says = saying(bench.scene.knowledge.lexicon)[0]
        if says.isdisjoint(bench.clauses.verb_lemmas(head)):
            return ()
    return tuple(c for said in voice(bench, verb)[-1:] for c in said.split("+"))


def _whole(bench: Workbench, verb: Token) -> Iterator[Declared]:
    words = statement(bench, *predicates(bench, verb)[0], whole=True)
    yield Declared("principle", _is_spoken(bench, verb), words, verb, tuple(voice(bench, verb)), owed=True)


def _ruled(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "The sovereignty of states must be respected", "peace cannot be built on injustice", "only dialogue can bring peace"."""
    subjects = bench.sentence.children(verb, "nsubj", "nsubjpass")
    auxiliaries = set(bench.clauses.auxiliaries(verb))
    if len(subjects) != 1 or "have" in auxiliaries or not _is_spoken(bench, verb) or bench.dates:
        return
    only = any(c.lower == "only" for c in subjects[0].children)
    barred = bool(auxiliaries & {"can", "ca", "may"}) and (bench.clauses.negated(verb) or only)
    if (barred or auxiliaries & OUGHT) and _is_good(wording, bench, subjects[0]):
        yield from _whole(bench, verb)


def _said_to_be(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "Dialogue is the only way to a settlement", "central to our policy is respect for law"."""
    if verb.lower not in _BE or not _is_spoken(bench, verb):
        return
    for subject in bench.sentence.children(verb, "nsubj"):
        ways = [a for a in bench.sentence.children(verb, "attr") if a.lower in _WAYS]
        alone = any(c.lower in _ALONE for w in ways for c in w.children)
        if alone and _is_good(wording, bench, subject) and not bench.clauses.negated(verb):
            yield from _whole(bench, verb)
    for central in bench.sentence.children(verb, "acomp"):
        about = bench.clauses.under(central, "to")
        if central.lower in _CENTRAL and central.i < verb.i and any(o.lower in _POLICIES for o in about):
            for thing in bench.sentence.children(verb, "attr", "nsubj"):
                yield from _value(bench, thing, verb)


def _value(bench: Workbench, thing: Token, verb: Token) -> Iterator[Declared]:
    words = phrase(bench.sentence, thing)
    yield Declared("principle", _is_spoken(bench, verb), trimmed(bench.text, span_of(words)), verb, tuple(voice(bench, verb)))


def _at_heart(bench: Workbench, heart: Token) -> Iterator[Declared]:
    """ "Equality lies at the heart of our diplomacy", "at the core of our policy stands respect", "solidarity is in our blood"."""
    sentence = bench.sentence
    preposition = sentence.head(heart)
    verb = sentence.head(preposition) if preposition is not None else None
    if heart.dep != "pobj" or verb is None or verb.tag[0] != "V" or bench.clauses.negated(verb) or not _is_spoken(bench, verb):
        return
    whose = bench.clauses.under(heart, "of")
    ours = any(c.lower == "our" for t in (heart, *whose) for c in sentence.children(t, "poss"))
    if not ours or (whose and not any(o.lower in _POLICIES for o in whose)):
        return
    for thing in [*sentence.children(verb, "nsubj"), *sentence.children(verb, "dobj", "attr")][:1]:
        yield from _value(bench, thing, verb)


def _no_other(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """ "There is no alternative to dialogue", "no military solution to the conflict"."""
    verb = bench.sentence.head(noun)
    no = [c for c in bench.sentence.children(noun, "det") if c.lower in ("no", "neither")]
    if verb is None or not no or not bench.sentence.children(verb, "expl") or not _is_spoken(bench, verb):
        return
    forced = any(c.lower in ("military", "purely", "violent") for c in noun.children)
    tos = bench.clauses.under(noun, "to")
    if forced or (noun.lower != "solution" and any(_is_good(wording, bench, o) for o in tos)):
        words = phrase(bench.sentence, noun)
        said = tuple(voice(bench, verb))
        yield Declared("principle", _is_spoken(bench, verb), trimmed(bench.text, span_of(words)), verb, said)


def _in_line(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """ "True to its tradition of neutrality, X declined", "guided by our policy of friendship with all, we ..."."""
    sentence = bench.sentence
    its = [c for c in sentence.children(noun, "poss") if c.lower in ("its", "our")]
    told = (a for a in sentence.ancestors(noun) if a.tag in ("VBD", "VBZ", "VBP", "VBN") and sentence.children(a, "nsubj"))
    verb = next(told, None)
    if not its or verb is None or verb.i < noun.i or verb.dep not in ("ROOT", "conj", "ccomp"):
        return
    said = voice(bench, verb)
    holders = declarers(bench, sentence.children(verb, "nsubj"), said, own=False)
    for thing in bench.clauses.under(noun, "of") if holders else ():
        words = trimmed(bench.text, span_of(sentence.subtree(thing, without=frozenset({"relcl", "parataxis"}))))
        pieces = list(split(bench.text, *words))
        if all(has_value(wording, p.of(bench.text)) for p in pieces):
            for piece in pieces:
                yield Declared("principle", holders, piece, verb, tuple(said))
        elif has_value(wording, words.of(bench.text)):
            yield Declared("principle", holders, words, verb, tuple(said))


def _of_principle(bench: Workbench, matter: Token) -> Iterator[Declared]:
    """ "Free navigation is a matter of principle for us", "as a matter of principle, we do not comment"."""
    if not any(o.lower in _CREEDS for o in bench.clauses.under(matter, "of")):
        return
    above = bench.sentence.head(matter)
    verb = bench.sentence.head(above) if above is not None and above.lower == "as" else above
    if verb is None or verb.tag[0] != "V" or is_past(bench, verb):
        return
    said = voice(bench, verb)
    if above is verb:
        if verb.lower in _BE and not bench.clauses.negated(verb):
            for subject in bench.sentence.children(verb, "nsubj", "csubj"):
                yield from _value(bench, subject, verb)
        return
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=False)
    words = statement(bench, *predicates(bench, verb)[0])
    first = min([verb, *bench.sentence.children(verb, "aux", "neg")], key=lambda t: t.i)
    yield Declared("principle", holders, Span(min(first.start, words.start), words.end), verb, tuple(said))


def _taken_for(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "Regards dialogue as the only way out", "considers multilateralism the best guarantee of peace"."""
    if verb.lower not in _TAKES_FOR or bench.clauses.negated(verb) or is_past(bench, verb):
        return
    sentence, said = bench.sentence, voice(bench, verb)
    near = [*sentence.children(verb, "dobj", "oprd", "attr"), *(s for c in sentence.children(verb, "ccomp", "xcomp") for s in
            (c, *sentence.children(c, "nsubj", "attr")))]  # fmt: skip
    ways = [
        t for t in sentence.subtree(verb) if t.i > verb.i and t.lower in _WAYS and any(c.lower in _ALONE for c in t.children)
    ]
    goods = [t for t in near if _is_good(wording, bench, t) and ways and t.i < ways[0].i]
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=True)
    if goods and holders:
        words = phrase(sentence, ways[0])
        start = min(t.start for t in sentence.subtree(goods[0]) if t.i > verb.i)
        yield Declared("principle", holders, trimmed(bench.text, Span(start, words[-1].end)), verb, tuple(said))


def _stressed(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "Underlines the need to respect the sovereignty of all states", "declared its adherence to the policy of neutrality"."""
    if verb.lower not in _STRESSES or bench.clauses.negated(verb) or bench.clauses.is_possible(verb):
        return
    sentence, said = bench.sentence, voice(bench, verb)
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=False)
    for noun in sentence.children(verb, "dobj") if holders else ():
        if noun.lower in _PLEDGES:
            tos = bench.clauses.under(noun, "to")
            inner = [i for o in tos for i in bench.clauses.under(o, "of")] or tos
        elif noun.lower in _NEEDS:
            inner = [*bench.clauses.under(noun, "of"), *bench.clauses.under(verb, "to"), *bench.clauses.under(noun, "to")]
            deeds = [c for c in sentence.children(noun, "acl") if bench.clauses.is_infinitive(c)]
            inner += [o for d in deeds for o in sentence.children(d, "dobj")]
        else:
            continue
        if any(_is_good(wording, bench, o) for o in inner):
            below = [t for h in (noun, *inner) for t in phrase(sentence, h)]
            named = inner if noun.lower in _PLEDGES else [noun]
            start = min(t.start for n in named for t in sentence.subtree(n) if t.i >= noun.i)
            words = trimmed(bench.text, Span(start, max(t.end for t in below)))
            yield Declared("principle", holders, words, verb, tuple(said))
