"""What a policy goes by, told by what this does: "A has guided X's relations", "X made B the hallmark of its diplomacy", "X embraced
non-alignment", "C has a central place among our values", "the constitution enshrines D", "a doctrine under which X would not E".
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.principles.declarations import Declared, Wording, has_value, named, predicates, statement, wording_of
from dragoman.coding.principles.pledges import NEVER
from dragoman.coding.sentence.law import law_state
from dragoman.coding.sentence.phrasing import listed, phrase, reported_by, span_of, trimmed
from dragoman.coding.sentence.voices import declarers, names_party, owners, speaking, speaking_of_own, voice
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_GUIDES = word_class("guiding-a-policy")
_BELIEFS = word_class("beliefs")
_DOCTRINES = word_class("doctrines-by-name")
_EMBRACES = word_class("embracing")
_MAKES = word_class("making-something")
_BASES = word_class("bases-of-policy") | {"hallmarks", "guidelines", "pillar", "principle", "principles", "watchword"}
_PLACED = word_class("having-a-place")
_ENSHRINES = word_class("makes-of-constitutions")
_LAW = frozenset({"constitution", "article", "articles", "preamble", "charter", "text", "law", "chapter", "section"})
_DEALINGS = word_class("dealings-abroad") | word_class("what-has-a-heart")
_UNDER_WHICH = frozenset({"whereby", "which"})
_CONSTITUTES = word_class("constituting")
_GIVES_UP = word_class("giving-up-a-policy")
_RULES = frozenset({"doctrine", "policy", "principle", "rule", "formula", "line", "maxim", "tradition", "course", "stance"})
_AMONG = frozenset({"among", "amongst", "in", "to", "as", "of"})
# Each told once: sentences are asked for them one by one.
_SHAPES = _GUIDES | _MAKES | _CONSTITUTES
_TENETS = _RULES | _BELIEFS
_WHERE = _PLACED | _UNDER_WHICH


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words may tell what a policy goes by."""
    if not words.isdisjoint(_SHAPES) and not words.isdisjoint(_DEALINGS):
        return True
    if not words.isdisjoint(_EMBRACES) and any(w in _DOCTRINES or w.endswith(("alignment", "ism")) for w in words):
        return True
    if not words.isdisjoint(_ENSHRINES) and not words.isdisjoint(_LAW):
        return True
    if words >= {"no", "place"} or not words.isdisjoint(_DOCTRINES) or words >= {"policy", "of"}:
        return True
    return not words.isdisjoint(_TENETS) and not words.isdisjoint(_WHERE)


def find(bench: Workbench) -> Iterator[Declared]:
    """What one sentence tells that a policy goes by."""
    if not may_be(bench.clauses.said):
        return
    wording = wording_of(bench.scene.knowledge.lexicon)
    for token in bench.sentence:
        if token.tag[0] == "N" and (token.lower in _RULES or token.lower in _DOCTRINES):
            yield from _owned_policy(bench, wording, token)
        if token.lower in ("has", "have") and token.tag in ("VBZ", "VBP"):
            yield from _no_place(bench, token)
        if token.tag[0] != "V" or not _is_told(bench, token):
            continue
        if token.lower in _GUIDES:
            yield from _guided(bench, wording, token)
        if token.lower in _EMBRACES:
            yield from _embraced(bench, token)
        if token.lower in _MAKES:
            yield from _made(bench, wording, token)
        if token.lower in _ENSHRINES:
            yield from _enshrined(bench, wording, token)
        if token.lower in _PLACED:
            yield from _placed(bench, wording, token)
        if token.lower in _CONSTITUTES:
            yield from _constituted(bench, wording, token)
        if token.dep in ("relcl", "pcomp"):
            yield from _under_which(bench, token)


def _is_told(bench: Workbench, verb: Token) -> bool:
    clauses = bench.clauses
    return not (clauses.negated(verb) and verb.dep != "relcl") and not (
        clauses.is_possible(verb) or clauses.is_duty(verb) or clauses.in_condition(verb)
    )


def _items(bench: Workbench, things: list[Token]) -> Iterator[Span]:
    """The members of what things list, each by its words, without parties."""
    for thing in (m for t in things for m in listed(bench.sentence, t)):
        if thing.tag[0] == "N" and not names_party(bench, thing):
            yield named(bench, thing)


def _is_creed(bench: Workbench, wording: Wording, thing: Token) -> bool:
    """Whether a phrase names a creed: a value, a belief, or what is called one beside it."""
    words = trimmed(bench.text, span_of(phrase(bench.sentence, thing))).of(bench.text)
    beside = (thing, *bench.sentence.children(thing, "appos", "compound"))
    return (
        has_value(wording, words)
        or thing.lower in wording.lemmas["value"]
        or any(t.lower in _BELIEFS for t in beside)
        or any(t.lower in _DOCTRINES for t in bench.sentence.subtree(thing, without=frozenset({"relcl", "acl"})))
    )


def _policies(wording: Wording, objects: list[Token]) -> list[Token]:
    return [o for o in objects if wording.of("course", o) or o.lower in _DEALINGS]


def _guided(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "Friendship with all has guided the external relations of X", "the belief in A underpins X's diplomacy"."""
    policies = _policies(wording, bench.sentence.children(verb, "dobj"))
    if not policies or bench.clauses.is_passive(verb) or verb.tag == "VBG":
        return
    said = voice(bench, verb)
    holders = owners(bench, policies[0], said) or speaking_of_own(bench, policies[0], said)
    for thing in bench.sentence.children(verb, "nsubj"):
        if thing.tag[0] == "N" and not names_party(bench, thing) and _is_creed(bench, wording, thing):
            words = trimmed(bench.text, span_of(bench.sentence.subtree(thing, without=frozenset({"relcl", "parataxis"}))))
            yield Declared("principle", holders, words, verb, tuple(said))


def _embraced(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "X embraced non-alignment", "maintained its neutrality": a doctrine that has a name."""
    if bench.clauses.is_passive(verb) or bench.clauses.is_future(verb) or verb.tag == "VB":
        return
    said = voice(bench, verb)
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=False)
    objects = [o for o in bench.sentence.children(verb, "dobj", "advmod") if o.tag[0] == "N"]
    objects += bench.clauses.under(verb, "for") if verb.lower.startswith("opt") else []
    for thing in (m for o in objects for m in listed(bench.sentence, o)) if holders else ():
        words = named(bench, thing)
        opted = verb.lower.startswith("opt") and has_value(wording_of(bench.scene.knowledge.lexicon), words.of(bench.text))
        if opted or not _DOCTRINES.isdisjoint((thing.lower, words.of(bench.text).lower().split()[-1])):
            yield Declared("principle", holders, words, verb, tuple(said))


def _made(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "Made A and B the hallmarks of its diplomacy", "considers A a cornerstone of its policy"."""
    sentence = bench.sentence
    clauses = sentence.children(verb, "ccomp", "xcomp")
    bases = [t for h in (verb, *clauses) for t in sentence.children(h, "oprd", "attr", "dobj") if t.lower in _BASES]
    bases += [o for o in (*bench.clauses.under(verb, "as"), *clauses) if o.lower in _BASES]
    if not bases or not _policies(wording, bench.clauses.under(bases[0], "of")):
        return
    things = [t for h in (verb, *clauses) for t in sentence.children(h, "dobj", "nsubj") if verb.i < t.i < bases[0].i]
    things = things or [t for t in sentence.children(verb, "nsubjpass") if bench.clauses.is_passive(verb)]
    said = voice(bench, verb)
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=False) or owners(bench, bases[0], said)
    for words in _items(bench, things) if holders else ():
        yield Declared("principle", holders, words, verb, tuple(said))


def _enshrined(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "Its constitution enshrines the principle of A", "neutrality was entrenched in the constitution in 1994"."""
    sentence = bench.sentence
    if bench.clauses.is_passive(verb):
        places = [o for p in ("in", "by") for o in bench.clauses.under(verb, p)] + sentence.agents(verb)
        things = sentence.children(verb, "nsubjpass")
    else:
        places, things = bench.clauses.subjects(verb), sentence.children(verb, "dobj")
    laws = [o for o in places if o.lower in _LAW]
    state = law_state(bench, laws[0].start) if laws else None
    if state is None:
        return
    inner = [
        o if not (wording.of("ideal", o) or wording.of("course", o)) else i
        for o in things
        for i in (bench.clauses.under(o, "of") or [o])
    ]
    for thing in (m for i in inner for m in listed(sentence, i)):
        whole = named(bench, thing)
        ideal = thing not in things
        if thing.tag[0] == "N" and not names_party(bench, thing) and (ideal or _is_creed(bench, wording, thing)):
            yield Declared("principle", (state,), whole, verb, tuple(voice(bench, verb)))


def _placed(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "Solidarity has a central place among the values by which we act", "A belongs to the tenets of X's policy"."""
    sentence = bench.sentence
    heads = (verb, *sentence.children(verb, "dobj", "attr", "acomp", "advmod"))
    preps = [p for h in heads for p in sentence.children(h, "prep") if p.lower in _AMONG]
    creeds = [o for p in preps for o in sentence.children(p, "pobj") if o.lower in _BELIEFS and o.tag == "NNS"]
    if not creeds or bench.clauses.is_passive(verb):
        return
    said = voice(bench, verb)
    whose = [o for o in bench.clauses.under(creeds[0], "of") if wording.of("course", o) or o.lower in _DEALINGS]
    holders = owners(bench, creeds[0], said) or tuple(h for o in whose for h in owners(bench, o, said))
    holders = holders or speaking_of_own(bench, creeds[0], said)
    for thing in sentence.children(verb, "nsubj"):
        if thing.tag[0] == "N" and not names_party(bench, thing) and not wording.of("ideal", thing):
            for words in _items(bench, [thing]):
                yield Declared("principle", holders, words, verb, tuple(said))


def _under_which(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "A doctrine according to which X neither approves nor disapproves of A", "a policy under which X would not B"."""
    sentence = bench.sentence
    first = sentence.subtree(verb)[0].i
    which = next((t for t in sentence.tokens[max(0, first - 1) : first + 3] if t.lower in _UNDER_WHICH), None)
    noun = next((t for t in reversed(sentence.tokens[: which.i]) if t.tag[0] == "N"), None) if which is not None else None
    if noun is None or noun.lower not in _RULES or which is None or not sentence.children(verb, "nsubj", "nsubjpass"):
        return
    if which.lower == "which" and which.dep != "pobj":
        return
    holders = declarers(bench, bench.clauses.subjects(verb), reported_by(bench, verb), own=False)
    no = min((t for t in sentence.children(verb, "neg", "preconj", "cc", "advmod") if NEVER.fullmatch(t.lower)),
                key=lambda t: t.i, default=verb)  # fmt: skip
    pairs = predicates(bench, verb)
    span = statement(bench, pairs[0][0], pairs[-1][1] if no is not verb else pairs[0][1])
    words = trimmed(bench.text, Span(min(no.start, span.start), span.end))
    yield Declared("principle", holders, words, verb, tuple(voice(bench, verb)))


def _constituted(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "Respect for treaties constitutes the basis of our conduct abroad", "A serves as the compass of X's diplomacy"."""
    things = [*bench.sentence.children(verb, "dobj"), *bench.clauses.under(verb, "as")]
    bases = [o for o in things if o.lower in _BASES]
    policies = [o for b in bases for o in bench.clauses.under(b, "of") if wording.of("course", o) or o.lower in _DEALINGS]
    if not policies or bench.clauses.is_passive(verb) or bench.clauses.is_future(verb):
        return
    said = voice(bench, verb)
    holders = owners(bench, policies[0], said) or speaking_of_own(bench, policies[0], said)
    for words in _items(bench, bench.sentence.children(verb, "nsubj")):
        yield Declared("principle", holders, words, verb, tuple(said))


def _no_place(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "Threats have no place in our region": said by who speaks, of nobody by name."""
    places = [o for o in bench.sentence.children(verb, "dobj") if o.lower == "place"]
    said = voice(bench, verb)
    if not places or not any(c.lower == "no" for c in places[0].children) or verb.tag not in ("VBP", "VBZ"):
        return
    for thing in bench.sentence.children(verb, "nsubj"):
        if thing.tag[0] == "N" and not names_party(bench, thing) and bench.scene.role_at(thing) is None:
            words = statement(bench, verb, verb, whole=True)
            yield Declared("principle", speaking(bench, said), words, verb, tuple(said))


def _owned_policy(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """ "X's policy of military neutrality enjoys wide support": what is told of a policy that somebody has."""
    verb = bench.sentence.verb_above(noun)
    if verb is None or not bench.sentence.children(noun, "poss") or _GIVES_UP & bench.sentence.said:
        return
    if noun.dep not in ("nsubj", "nsubjpass") or not _is_told(bench, verb) or bench.clauses.negated(verb):
        return
    said = voice(bench, verb)
    holders = declarers(bench, bench.sentence.children(noun, "poss"), said, own=False)
    for thing in bench.clauses.under(noun, "of") if holders and noun.lower in _RULES else ():
        for words in _items(bench, [thing]):
            if has_value(wording, words.of(bench.text)):
                yield Declared("principle", holders, words, verb, tuple(said))
