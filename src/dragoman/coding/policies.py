"""Declared courses, values and stands: "X pursues a policy of A", "X stands for A", "it is the stand of X to ..."."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.declarations import Declared, Wording, each_aim, has_value, named, predicates, split, statement, wording_of
from dragoman.coding.law import law_state
from dragoman.coding.phrasing import each_under, listed, own, reported_by, span_of, trimmed
from dragoman.coding.voices import INSTITUTIONS, declarers, names_party, owners, speaking, voice
from dragoman.coding.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, REMAIN, SHORT_IS
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_BE = BE | SHORT_IS | REMAIN
_RULING = frozenset({"policy", "principle", "doctrine", "rule"})  # a position may be one on facts
_STOOD = frozenset({"stand", "principle", "rule", "doctrine"})
_TO_SOMETHING = frozenset({"commitment", "pledge"})
# By what a policy is led: "is guided by neutrality".
_LED = frozenset({"guided", "governed", "inspired", "led"})
_COURSES = frozenset({"policy", "line", "course", "doctrine"})
_FURTHERS = frozenset({"promote", "foster", "cultivate"})
_DEALT = frozenset({"relations", "ties", "dealings", "cooperation"})
_OUGHT = frozenset({"should", "must", "shall", "ought"})
_CALLS = word_class("calling")
_CONFIRMS = word_class("confirming")
_STANDS = word_class("stands-as-nouns")
_BOUND = word_class("who-is-bound")
_NEUTRAL = word_class("neutral")
_VOICED = word_class("voiced")
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
                yield from _stand(bench, wording, token)
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
    if verb is None or verb.lower not in (*_BE, "stay", "stays") or bench.clauses.negated(verb) or verb.tag in ("VBD", "VBN"):
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
    by = [o for a in bench.sentence.children(verb, "agent") for o in bench.sentence.children(a, "pobj")]
    ground = [*(o for p in ("on", "upon") for o in bench.clauses.under(verb, p)), *(by if verb.lower in _LED else ())]
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


def _stand(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """ "It is the stand of X to ...", "X's policy is to ...", "expressed its readiness to ...", "has no intention to ..."."""
    sentence = bench.sentence
    lemma = wording.of("stand", noun)[0]
    head, said = sentence.head(noun), voice(bench, noun)
    below = [c for c in sentence.children(noun, "acl", "relcl", "xcomp") if bench.clauses.is_infinitive(c)]
    kind = wording.kinds["stand", lemma]
    if head is not None and head.lower in _BE:
        if noun.dep == "attr" and any(s.lower in ("it", "this") for s in sentence.children(head, "nsubj")):
            below = below or [c for c in sentence.children(head, "xcomp", "advcl", "ccomp") if bench.clauses.is_infinitive(c)]
        elif noun.dep == "attr" and sentence.children(head, "csubj"):
            yield from _done_so(bench, noun, head, kind, said)
            return
        elif noun.dep in ("nsubj", "csubj"):
            below = [c for c in sentence.children(head, "xcomp", "ccomp", "attr", "advcl") if bench.clauses.is_infinitive(c)]
            yield from _one_of(bench, wording, noun, head, said)
            if kind == "aim" and not below:
                yield from _aimed(bench, wording, noun, head, said)
        elif noun.dep == "attr" and kind == "aim" and not below:
            yield from _goal(bench, noun, head, said)
            return
        else:
            return
        holders = owners(bench, noun, said)
        if not holders and not below and kind == "aim" and noun.dep == "nsubj" and head.dep == "ccomp":
            yield from _shared(bench, head, said)
    elif head is not None and head.lower in _VOICED and noun.dep == "dobj" and kind == "commitment":
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
        return
    denied = any(c.lower == "no" for c in sentence.children(noun, "det", "neg"))
    if (head is not None and bench.clauses.negated(head) and not denied) or bench.clauses.is_possible(head):
        return
    for clause in _clauses_of(bench, noun, head) if not below else ():
        told = noun.dep == "nsubj" or (noun.dep == "attr" and lemma in _STOOD)
        ruled = lemma in _RULING | _STOOD and told  # "our policy is that A and B cannot go together"
        if ruled or (kind == "principle" and _OUGHT & set(bench.clauses.auxiliaries(clause))):
            words = span_of([t for t in sentence.subtree(clause) if t.lower != "that" or t.dep != "mark"])
            yield Declared(kind, holders, trimmed(bench.text, words), head, tuple(said))
    for words in (w for verb in below for pair in predicates(bench, verb) for w in each_aim(bench, statement(bench, *pair))):
        span = Span(min(t.start for t in own(sentence, noun)), words.end) if denied else words
        yield Declared(kind, holders, span, head, tuple(said))


def _goal(bench: Workbench, noun: Token, copula: Token, said: list[str]) -> Iterator[Declared]:
    """ "Membership of the Union remains our strategic goal"."""
    if bench.clauses.negated(copula) or bench.clauses.is_possible(copula) or copula.tag in ("VBD", "VBN"):
        return
    for subject in bench.sentence.children(copula, "nsubj"):
        holders = owners(bench, noun, said)
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
