"""What ought to be, and is asked of nobody by name: "every country is equal", "A holds that B should be solved by talks"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.principles.declarations import Declared, predicates, statement
from dragoman.coding.principles.pledges import is_thing
from dragoman.coding.sentence.phrasing import reported_by, span_of, trimmed
from dragoman.coding.sentence.voices import declarers, owners, speaking, voice
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
_TERMS = frozenset({"while", "where"})
_IS_DUE = frozenset({"need", "deserve", "belong", "matter", "count"})
_PRICES = frozenset({"price", "cost", "expense"})
_IDLE = word_class("idle-words")
_SIGNS = OUGHT | _SO | _ENTITLED
_HOLDS = word_class("holding-a-view")
_CONVINCED = frozenset({"convinced", "confident", "persuaded"})
_NOT_WITHOUT = frozenset({"no", "without"})
_MATTERS = word_class("matters-of-principle")
_HELD_TO_BE = word_class("held-to-be")
_VIEWS = word_class("views")
_LINKS = frozenset({"is", "remains", "was", "been"})
_MAY_NOT = frozenset({"can", "may", "ca", "could"})
# "The only way to peace is A", "no alternative to A": no fact, but what is held to be so.
_ALONE = frozenset({"only", "sole"})
_RULED = {"be", "need", "deserve", "belong"} | OUGHT | _MAY_NOT | _ALONE | {"no", "cannot"} | _HELD_TO_BE
_ABLE = word_class("found-possible")


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words can say what every state ought to do."""
    if words >= _THERE_NO and not words.isdisjoint(OUGHT | _CAN):
        return True
    if words >= _NOT_WITHOUT or (not words.isdisjoint(_VIEWS | _CONVINCED) and not words.isdisjoint(_RULED)):
        return True
    of_all = not words.isdisjoint(_EVERY) and not words.isdisjoint(_EVERYBODY | _MATTERS)
    return (of_all or ("any" in words and not words.isdisjoint(_MATTERS))) and not words.isdisjoint(_SIGNS | _MAY_NOT)


def find(bench: Workbench) -> Iterator[Declared]:
    """What one sentence says that ought to be."""
    words = bench.sentence.said
    if not words.isdisjoint(_RULED) and not words.isdisjoint(_HOLDS | _CONVINCED):
        yield from _held(bench)
    if not words.isdisjoint(_VIEWS) and "that" in words and not words.isdisjoint(_RULED):
        yield from _viewed(bench)
    if "possible" in words or "without" in words:
        yield from _impossible(bench)
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
        for c in bench.sentence.children(t, "advcl", "prep", "relcl")
        if c.lower == "without" or _is_price(bench, c) or not _TERMS.isdisjoint(bench.clauses.marks(c))
    ]
    return [t for h in heads for t in bench.sentence.subtree(h)]


def _is_price(bench: Workbench, preposition: Token) -> bool:
    """ "At the price of our land", "at the expense of others"."""
    return preposition.lower == "at" and any(o.lower in _PRICES for o in bench.sentence.children(preposition, "pobj"))


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
    if noun.lower not in _EVERYBODY | _MATTERS or sentence.children(noun, "relcl", "acl"):
        return False
    every = [c for c in sentence.children(noun, "det") if c.lower in _EVERY or (c.lower == "any" and noun.lower in _MATTERS)]
    return bool(every) and sentence.tokens[every[0].i - 1].lower not in ("not", "nearly", "almost")


def _is_owed(bench: Workbench, verb: Token) -> bool:
    """Whether a predicate says what must be done, or what everybody is or has by right."""
    if verb.dep in ("relcl", "advcl") or bench.clauses.is_condition(verb) or bench.sentence.children(verb, "mark", "expl"):
        return False
    modal = OUGHT | (_MAY_NOT - {"could"}) if bench.clauses.negated(verb) else OUGHT
    if modal.intersection(bench.clauses.auxiliaries(verb)):
        return "have" not in bench.clauses.auxiliaries(verb)
    if verb.lower in _BE:
        return any(c.lower in _SO for c in bench.sentence.children(verb, "acomp"))
    return verb.lower in _HAS and any(c.lower in _ENTITLED for c in bench.sentence.children(verb, "dobj"))


def _held(bench: Workbench) -> Iterator[Declared]:
    """ "A holds that the question should be solved by dialogue"."""
    sentence, clauses = bench.sentence, bench.clauses
    for verb in sentence:
        if (
            (verb.tag[0] != "V" and verb.lower not in _CONVINCED)
            or verb.lower not in _HOLDS | _CONVINCED
            or clauses.negated(verb)
            or clauses.is_possible(verb)
        ):
            continue
        held = sentence.children(verb, "ccomp")
        for clause in (c for h in held for c in (h, *sentence.children(h, "conj"))):
            subjects = sentence.children(clause, "nsubj", "nsubjpass")
            if not _is_ruled(bench, clause) or not all(_is_anybody(bench, s) for s in subjects):
                continue
            ruler = verb if verb.tag[0] == "V" and verb.dep != "acomp" else sentence.tokens[verb.head]
            about = sentence.children(ruler, "nsubjpass") or clauses.subjects(ruler)
            holders = declarers(bench, about, reported_by(bench, clause), own=False)
            words = statement(bench, *predicates(bench, clause)[0], whole=True)
            yield Declared("principle", holders if subjects else (), words, clause, tuple(voice(bench, clause)))


def _is_ruled(bench: Workbench, clause: Token) -> bool:
    """Whether a clause tells what should be, or can only be so: no fact."""
    auxiliaries = set(bench.clauses.auxiliaries(clause))
    if "have" in auxiliaries:
        return False
    if auxiliaries & OUGHT:
        return True
    if auxiliaries & _MAY_NOT and (bench.clauses.negated(clause) or "only" in {c.lower for c in clause.children}):
        return True
    said_so = bench.sentence.children(clause, "acomp", "attr")
    if clause.lower in _BE and any(a.lower in _HELD_TO_BE for a in said_so):
        return True
    alone = {c.lower for a in bench.sentence.children(clause, "attr", "nsubj") for c in a.children}
    if clause.lower in _BE and not alone.isdisjoint(_ALONE):
        return True
    subjects = bench.sentence.children(clause, "nsubj", "nsubjpass")
    bare = [t.lower for t in (clause, *bench.sentence.children(clause, "auxpass"))]
    general = bool(subjects) and all(s.tag == "NNS" and not bench.sentence.children(s, "det", "poss") for s in subjects)
    if "be" in bare and general and not auxiliaries & {"will", "would", "to", "may", "can"}:
        return True  # "insists that relations be governed by rules"
    if clause.tag == "VBP" and clause.lower in _IS_DUE:
        return True  # "believes that small states need rules"
    return clause.tag in ("VBZ", "VBP") and any(_is_none(bench, s) for s in subjects)


def _is_none(bench: Workbench, subject: Token) -> bool:
    """ "No state, however powerful, stands above it"."""
    return subject.lower in _EVERYBODY and any(c.lower == "no" for c in bench.sentence.children(subject, "det"))


def _viewed(bench: Workbench) -> Iterator[Declared]:
    """ "Upholds the view that its soil must not be used", "it is our conviction that A can only be B"."""
    sentence = bench.sentence
    for noun in sentence:
        if noun.lower not in _VIEWS or noun.tag[0] != "N":
            continue
        verb = sentence.verb_above(noun)
        beside = sentence.children(verb, "ccomp") if verb is not None and verb.lower in _LINKS else []
        clauses = [c for c in (*sentence.children(noun, "acl", "ccomp"), *beside) if "that" in bench.clauses.marks(c)]
        if verb is None or bench.clauses.negated(verb) or not clauses:
            continue
        said = voice(bench, verb)
        holders = owners(bench, noun, said) or declarers(bench, bench.clauses.subjects(verb), said, own=True)
        whose = sentence.children(noun, "poss")
        holders = holders or (speaking(bench, said) if all(w.lower in ("our", "my") for w in whose) and whose else ())
        for clause in (c for h in clauses for c in (h, *sentence.children(h, "conj"))):
            if _is_ruled(bench, clause) and all(_is_anybody(bench, s) for s in sentence.children(clause, "nsubj", "nsubjpass")):
                words = statement(bench, *predicates(bench, clause)[0], whole=True)
                yield Declared("principle", holders, words, verb, tuple(said), owed=True)


def _impossible(bench: Workbench) -> Iterator[Declared]:
    """ "No peace is possible without an end to A": said by who speaks."""
    for verb in bench.sentence:
        subjects = bench.sentence.children(verb, "nsubj")
        none = any(c.lower == "no" for s in subjects for c in bench.sentence.children(s, "det"))
        if verb.lower not in _BE or not none or verb.dep not in ("ROOT", "conj"):
            continue
        for able in bench.sentence.children(verb, "acomp"):
            terms = [p for t in (verb, able) for p in bench.sentence.children(t, "prep") if p.lower == "without"]
            if able.lower in _ABLE and terms:
                said = voice(bench, verb)
                words = bench.sentence.subtree(verb, without=frozenset({"conj", "cc", "punct"}))
                yield Declared("principle", speaking(bench, said), trimmed(bench.text, span_of(words)), verb, tuple(said))


def _is_anybody(bench: Workbench, subject: Token) -> bool:
    """Whether a clause asks something of nobody by name: of a thing, or of every state or none."""
    mention = bench.scene.mention_at(subject)
    world = mention is not None and (mention.code or "").startswith("UN")  # "the Security Council must be reformed"
    return is_thing(bench, subject) or world or any(c.lower in _EVERY for c in bench.sentence.children(subject, "det"))
