"""Declared aims, commitments and red lines: "strives to", "will ...", "pledged to", "remains committed to", "will never tolerate"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.declarations import Declared, Wording, declarers, predicates, statement, voice, wording_of
from dragoman.coding.law import law_voice
from dragoman.coding.phrasing import refer_all, span_of, trimmed
from dragoman.coding.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.text import Span

_WILL = frozenset({"will", "shall", "'ll", "’ll", "would", "wo"})
_CAN = frozenset({"can", "could", "ca", "must", "should"})
_NEVER = re.compile(
    r"\b(?:never|not|no longer|under no circumstances?|in no way|by no means|neither|nor)\b|n['’]t\b", re.IGNORECASE
)
_BORNE = frozenset({"allow", "tolerate", "permit", "accept", "condone", "forgive", "overlook", "pardon"})
_DONE_WITH = {
    "take": frozenset({"measure", "measures", "step", "steps", "action", "actions", "countermeasure", "countermeasures"})
}
_NOT_DONE = frozenset({"place", "part", "office", "effect", "shape"})
_TO_NOUN = frozenset({"committed", "faithful", "dedicated", "true", "loyal"})
_PLEDGED_NOUNS = frozenset(
    {
        "commitment",
        "determination",
        "readiness",
        "willingness",
        "support",
        "position",
        "resolve",
        "adherence",
        "stand",
        "stance",
        "will",
    }
)


def find(bench: Workbench) -> Iterator[Declared]:
    """Aims, commitments and red lines of one sentence; a predicate is told once, by the outermost words of declaring."""
    wording = wording_of(bench.scene.knowledge.lexicon)
    taken: set[int] = set()
    for declared in _all(bench, wording, taken):
        yield declared
    yield from _lines(bench, wording)


def _all(bench: Workbench, wording: Wording, taken: set[int]) -> Iterator[Declared]:
    for token in bench.sentence:
        if wording.of("pledge", token) and token.tag != "VB":
            yield from _pledge(bench, wording, token, taken)
    for token in bench.sentence:
        if token.tag == "MD" and token.lower in _WILL | _CAN and token.dep == "aux":
            verb = bench.sentence.tokens[token.head]
            if verb.i not in taken:
                yield from _modal(bench, wording, token, verb, taken)
    for token in bench.sentence:
        if token.i in taken:
            continue
        if wording.of("strive", token):
            yield from _strive(bench, wording, token)
        elif wording.of("effort", token):
            yield from _effort(bench, wording, token)
        elif wording.of("ready", token):
            yield from _ready(bench, wording, token, None)


# ------------------------------------------------------------------ will and must


def _modal(bench: Workbench, wording: Wording, modal: Token, verb: Token, taken: set[int]) -> Iterator[Declared]:
    if (
        bench.clauses.is_condition(verb)
        or modal.lower == "would"
        and (bench.clauses.marks(verb)[:1] == ["if"] or _unreal(bench, verb))
    ):
        return
    if verb.dep in ("relcl", "advcl") and not _is_main(bench, verb):
        return
    said = voice(bench, verb)
    negated = _is_negated(bench, modal, verb)
    if modal.lower in _CAN:
        if negated and wording.of("forbid", verb):
            yield from _red_line(bench, verb, said, modal)
        return
    law = law_voice(bench, verb)
    for first, last in predicates(bench, verb):
        taken.update(t.i for t in bench.sentence.tokens[first.i : last.i + 1])
        declared = _willed(
            bench, wording, verb, first, last, said, modal, negated=negated and first is verb, law=law is not None
        )
        if declared is not None:
            taken.update(t.i for t in bench.sentence.subtree(last, without=frozenset({"conj"})))
            yield declared


def _willed(
    bench: Workbench, wording: Wording, verb: Token, first: Token, last: Token, said: list[str], modal: Token,
    *, negated: bool, law: bool,
) -> Declared | None:  # fmt: skip
    """What "will" declares of one predicate: a promise, an aim laid down by law, a red line, or nothing."""
    passive = bench.clauses.is_passive(verb)
    subjects = bench.sentence.children(verb, "nsubj", "nsubjpass") or _before(bench, modal) or bench.clauses.subjects(verb)
    if negated and wording.of("forbid", verb) and not law:
        return next(_red_line(bench, verb, said, modal), None)
    if passive:
        subjects = [s for s in subjects if _is_thing(bench, s)]
    holders = declarers(bench, subjects, said, own=modal.lower != "shall")
    if not holders:
        return None
    for adjective in bench.sentence.children(last, "acomp", "oprd", "attr"):
        if wording.of("ready", adjective):
            return next(_ready(bench, wording, adjective, holders), None) if not negated else None
    if _is_passing(bench, wording, last, passive=passive, negated=negated):
        return None
    neither = any(c.lower == "neither" for x in subjects for c in bench.sentence.children(x))
    span = statement(bench, first, last, whole=passive or neither)
    if negated and not neither:
        span = Span(_negator(bench, modal, verb).start, span.end)
    strives = law and (wording.of("strive", verb) or wording.of("strive", first)) and not negated
    return Declared("aim" if strives else "commitment", holders, span, verb, tuple(said))


def _before(bench: Workbench, modal: Token) -> list[Token]:
    """The name right before a modal, where the parser hung it on what stands before."""
    token = bench.sentence.tokens[modal.i - 1] if modal.i else None
    lost = (
        token is not None
        and token.tag[0] == "N"
        and token.dep in ("pobj", "appos")
        and bench.scene.mention_at(token) is not None
    )
    return [token] if token is not None and lost else []


def _unreal(bench: Workbench, verb: Token) -> bool:
    """ "Would have", or "would" in no reported clause."""
    here = verb
    while here.dep == "conj" and (head := bench.sentence.head(here)) is not None:
        here = head
    if any(t.lower == "were" and bench.clauses.is_condition(t) and bench.sentence.children(t, "expl") for t in bench.sentence):
        return True  # "if there were such a thing, it would ..."
    reported = here.dep == "ccomp" or len(bench.reported_by(verb)) > len(bench.scene.base(verb.start))
    return "have" in bench.clauses.auxiliaries(verb) or not reported


def _is_main(bench: Workbench, verb: Token) -> bool:
    """Whether a clause that was parsed as a dependent one stands for itself: the parser hung the condition above it."""
    marked = [
        c
        for c in bench.sentence.children(verb, "mark", "advmod")
        if c.i < verb.i
        and c.lower
        in (
            "that",
            "which",
            "who",
            "if",
            "when",
            "because",
            "since",
            "although",
            "though",
            "as",
            "whether",
            "while",
            "unless",
            "until",
        )
    ]
    relative = [
        c for c in bench.sentence.children(verb, "nsubj", "dobj", "nsubjpass") if c.tag in ("WDT", "WP") or c.lower == "that"
    ]
    return not marked and not relative


def _is_passing(bench: Workbench, wording: Wording, verb: Token, *, passive: bool, negated: bool) -> bool:
    lemmas = wording.of("passing", verb)
    objects = {o.lower for o in bench.sentence.children(verb, "dobj")}
    if "part" in objects and negated:
        return False  # "will never again take part in the talks"
    if objects & _NOT_DONE:
        return True
    if passive or "go" in lemmas and any(c.lower == "on" for c in bench.sentence.children(verb, "prt")):
        return bool(lemmas) and passive
    return bool(lemmas) and not any(objects & _DONE_WITH.get(lemma, frozenset()) for lemma in lemmas)


def _is_thing(bench: Workbench, subject: Token) -> bool:
    """Whether a passive's subject is something that belongs to a party, not the party itself."""
    mention = bench.scene.mention_at(subject)
    return mention is None and bench.scene.role_at(subject) is None and subject.tag != "PRP"


def _is_negated(bench: Workbench, modal: Token, verb: Token) -> bool:
    return _negator(bench, modal, verb) is not modal


def _negator(bench: Workbench, modal: Token, verb: Token) -> Token:
    """The word that a negated predicate's statement begins with; the modal itself where nothing negates it."""
    window = bench.sentence.tokens[max(0, modal.i - 5) : verb.i]
    for token in window:
        if token.lower == "under" and bench.text[token.start :].lower().startswith("under no circumstance"):
            return token
    for token in (*bench.sentence.tokens[modal.i + 1 : verb.i], *bench.sentence.tokens[max(0, modal.i - 1) : modal.i]):
        if _NEVER.fullmatch(token.lower) or token.lower in ("n't", "n’t"):
            return token
    return modal


def _red_line(bench: Workbench, verb: Token, said: list[str], modal: Token) -> Iterator[Declared]:
    """ "Will never tolerate A", "under no circumstances can we allow A", "A must never be allowed"."""
    passive = bench.clauses.is_passive(verb)
    subjects = bench.sentence.children(verb, "nsubj") or bench.clauses.subjects(verb)
    holders: tuple[str, ...]
    if passive:
        holders = tuple(said[-1].split("+")) if said else ()
    else:
        holders = declarers(bench, subjects, said, own=True)
    last = predicates(bench, verb)[0][1]
    span = statement(bench, verb, last, whole=passive)
    start = span.start if passive else _negator(bench, modal, verb).start
    yield Declared("red-line", holders, Span(start, span.end), verb, tuple(said))


# ------------------------------------------------------------------ strive, make efforts, pledge, be committed


def _strive(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "Strives to A and to B", "works for A"."""
    clauses = bench.clauses
    if (
        clauses.negated(verb)
        or clauses.is_possible(verb)
        or clauses.is_duty(verb)
        or _is_past(bench, verb)
        or verb.dep in ("xcomp", "relcl", "amod")
    ):
        return
    if clauses.is_condition(verb) or clauses.is_passive(verb):
        return
    said = voice(bench, verb)
    holders = declarers(bench, clauses.subjects(verb), said, own=False)
    for below in bench.sentence.children(verb, "xcomp", "advcl", "ccomp"):
        if clauses.is_infinitive(below) and below.i > verb.i:
            for first, last in predicates(bench, below):
                yield Declared("aim", holders, statement(bench, first, last), verb, tuple(said))
    if {"strive", "work", "aim", "campaign", "struggle"} & set(wording.of("strive", verb)):
        for preposition in ("for", "at", "towards", "toward"):
            for noun in clauses.under(verb, preposition):
                if not bench.scene.mention_at(noun) and noun.tag in ("NN", "NNS") and not bench.scene.role_at(noun):
                    yield Declared(
                        "aim", holders, trimmed(bench.text, span_of(bench.sentence.subtree(noun))), verb, tuple(said)
                    )


def _effort(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """ "Makes every effort to A": the infinitive hangs on the noun or on the verb."""
    sentence, clauses = bench.sentence, bench.clauses
    verb = sentence.head(noun)
    if verb is None or not wording.of("make", verb) or noun.dep not in ("dobj", "attr"):
        return
    if clauses.negated(verb) or clauses.is_possible(verb) or clauses.is_duty(verb) or _is_past(bench, verb):
        return
    said = voice(bench, verb)
    holders = declarers(bench, clauses.subjects(verb), said, own=False)
    below = [c for c in (*sentence.children(noun), *sentence.children(verb)) if clauses.is_infinitive(c) and c.i > noun.i]
    adjective = [
        c for a in sentence.children(noun, "amod") for c in sentence.children(a, "xcomp", "acl")
    ]  # "everything possible to"
    for infinitive in (below or adjective)[:1]:
        for first, last in predicates(bench, infinitive):
            yield Declared("aim", holders, statement(bench, first, last), verb, tuple(said))


def _pledge(bench: Workbench, wording: Wording, verb: Token, taken: set[int]) -> Iterator[Declared]:
    """ "Pledged to A", "undertakes not to A", "committed to doing A", "promised that it would A", "reaffirmed its support for A"."""
    sentence, clauses = bench.sentence, bench.clauses
    if (
        clauses.negated(verb)
        or clauses.is_possible(verb)
        or clauses.is_duty(verb)
        or clauses.is_condition(verb)
        or clauses.is_passive(verb)
    ):
        return
    lemmas = set(wording.of("pledge", verb))
    said = bench.reported_by(verb)
    joint = said if said and "+" in said[-1] else []
    holders = declarers(bench, clauses.subjects(verb), joint, own=False, people=True)
    if "agree" in lemmas and len(holders) < 2 and any(s.lower == "they" for s in clauses.subjects(verb)):
        return  # who agrees with whom is not known
    below = [c for c in sentence.children(verb, "xcomp") if clauses.is_infinitive(c)]
    below += [g for p in sentence.children(verb, "prep") if p.lower == "to" for g in sentence.children(p, "pcomp")]
    below += [c for c in sentence.children(verb, "ccomp") if _keeps_word(bench, c, holders)]
    for predicate in below:
        for first, last in predicates(bench, predicate):
            taken.update(t.i for t in sentence.subtree(last))
            yield Declared("commitment", holders, statement(bench, first, last), verb, tuple(said))
    for noun in sentence.children(verb, "dobj"):
        plain = lemmas & {"pledge", "promise", "vow"} and noun.tag[0] == "N" and _is_thing(bench, noun) and not below
        named = lemmas & {"reaffirm", "affirm"} and noun.lower in _PLEDGED_NOUNS
        if plain or named and not any(clauses.is_infinitive(c) for c in sentence.children(noun, "acl", "relcl")):
            yield Declared("commitment", holders, trimmed(bench.text, span_of(_object(bench, noun))), verb, tuple(said))


def _keeps_word(bench: Workbench, clause: Token, holders: tuple[str, ...]) -> bool:
    """Whether a clause under a promise tells what its maker will do: "promised that it would lift restrictions"."""
    modal = any(a in _WILL for a in bench.clauses.auxiliaries(clause))
    codes = {c for s in bench.sentence.children(clause, "nsubj") for r in refer_all(bench, s) for c in r.codes}
    return modal and bool(codes & set(holders))


def _object(bench: Workbench, noun: Token) -> list[Token]:
    return bench.sentence.subtree(noun, without=frozenset({"relcl", "advcl", "punct"}))


def _ready(bench: Workbench, wording: Wording, adjective: Token, holders: tuple[str, ...] | None) -> Iterator[Declared]:
    """ "Remains committed to A", "is ready to A"; `holders` where they are known already ("will remain committed")."""
    sentence, clauses = bench.sentence, bench.clauses
    verb = sentence.head(adjective)
    if adjective.dep not in ("acomp", "attr", "oprd", "ROOT", "ccomp", "conj") and adjective.tag != "VBN" or verb is None:
        return
    passive = adjective.tag == "VBN" and bool(sentence.children(adjective, "auxpass", "nsubjpass"))
    ruler = adjective if passive else verb
    if (
        adjective.dep == "amod"
        or clauses.negated(ruler)
        or clauses.negated(adjective)
        or clauses.is_possible(ruler)
        or clauses.is_condition(ruler)
    ):
        return
    said = voice(bench, ruler)
    if holders is None:
        if _is_past(bench, ruler) and not passive or ruler.tag[0] != "V":
            return
        subjects = sentence.children(ruler, "nsubjpass") if passive else clauses.subjects(ruler)
        holders = declarers(bench, subjects, said, own=False)
    below = [
        c for c in sentence.children(adjective, "xcomp", "ccomp", "advcl") if clauses.is_infinitive(c) and c.i > adjective.i
    ]
    for infinitive in below[:1]:
        for first, last in predicates(bench, infinitive):
            yield Declared("commitment", holders, statement(bench, first, last), ruler, tuple(said))
    gerunds = (
        [g for p in sentence.children(adjective, "prep") if p.lower == "to" for g in sentence.children(p, "pcomp")]
        if not below
        else []
    )
    for gerund in gerunds:
        for first, last in predicates(bench, gerund):
            yield Declared("commitment", holders, statement(bench, first, last), ruler, tuple(said))
    if (
        not below
        and not gerunds
        and adjective.lower in _TO_NOUN
        and clauses.has_preposition(adjective, frozenset({"to"})) is not None
    ):
        words = sentence.subtree(
            adjective, without=frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "advcl", "conj", "cc", "mark", "punct"})
        )
        objects = [t for o in clauses.under(adjective, "to") for t in sentence.subtree(o)]
        start = min(t.start for t in words if t.i >= adjective.i)
        yield Declared(
            "commitment", holders, trimmed(bench.text, Span(start, max(t.end for t in (*words, *objects)))), ruler, tuple(said)
        )


def _is_past(bench: Workbench, verb: Token) -> bool:
    """Told as something that once was; the perfect reaches to the present."""
    aux = [c for c in bench.sentence.children(verb, "aux", "auxpass")]
    if any(a.lower in ("has", "have", "is", "are") for a in aux):
        return False
    return verb.tag == "VBD" or any(a.tag == "VBD" for a in aux) or verb.tag == "VBN" and not aux


def _lines(bench: Workbench, wording: Wording) -> Iterator[Declared]:
    """ "Their hostility has gone beyond the red line", "we will not stand idly by": phrases that say it."""
    sentence = bench.sentence
    for match in wording.line.finditer(bench.text, sentence.start, sentence.end):
        tokens = sentence.at(*match.span())
        verbs = [t for t in tokens if t.tag[0] == "V"]
        if not verbs:
            continue
        verb = next((v for v in verbs if v.dep != "aux"), verbs[0])
        said = voice(bench, verb)
        idle = "red line" not in match.group().lower()
        before = bench.text[max(sentence.start, match.start() - 30) : match.start()]
        negated = _NEVER.search(before) is not None
        subjects = bench.clauses.subjects(verb)
        if idle and (not negated or "idl" in match.group() or "onlooker" in match.group()):
            holders = declarers(bench, subjects, said, own=False) if negated else ()
        else:
            holders = tuple(said[-1].split("+")) if said and (idle or not negated) else ()
        start = min((t.start for s in subjects for t in sentence.subtree(s)), default=verb.start)
        end = max(match.end(), verb.end)
        yield Declared("red-line", holders, trimmed(bench.text, Span(min(start, match.start()), end)), verb, tuple(said))
